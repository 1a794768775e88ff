//! Reading an export of the Hypothesis client, also one of notes that once came from here.

use serde_json::Value;

use super::header_start;
use crate::event::ThemeId;
use crate::formats::import::{each, is_page, quoted_theme, text, theme_id, time};
use crate::formats::plan::{Arrival, Incoming, Reason, Source};
use crate::formats::{Material, ids};
use crate::notebook::{Note, NoteId, Timestamp};

pub(crate) fn read(export: &Value, material: &Material) -> Arrival {
    let made = time(export, "export_date").unwrap_or_else(|| material.now.clone());
    let mut arrival = Arrival::new(Source::Hypothesis, made);
    for annotation in each(&export["annotations"]) {
        if annotation.is_object() {
            read_annotation(annotation, material, &mut arrival);
        } else {
            arrival.leave_out("", Reason::Malformed);
        }
    }
    arrival
}

fn read_annotation(annotation: &Value, material: &Material, arrival: &mut Arrival) {
    let target = &annotation["target"];
    let source = || each(target).iter().find_map(|target| text(target, "source"));
    let uri = text(annotation, "uri").or_else(source);
    if !uri.is_some_and(|uri| is_page(uri, material)) {
        arrival.elsewhere += 1;
        return;
    }
    let whole = text(annotation, "text").unwrap_or_default();
    let header = Header::read(whole, material);
    let words = header.as_ref().map_or(whole, |header| header.rest);
    if header.is_none() && words.trim().is_empty() {
        let quoted = each(target)
            .iter()
            .flat_map(|target| each(&target["selector"]))
            .find_map(|selector| text(selector, "exact"));
        return arrival.leave_out(quoted.unwrap_or_default(), Reason::NoText);
    }
    let (from_header, created) = match header {
        Some(header) => (Some(header.theme), Some(header.created)),
        None => (None, None),
    };
    let Some(theme) = quoted_theme(target, material).or(from_header) else {
        return arrival.leave_out(words, Reason::NoTheme);
    };
    let created = created
        .or_else(|| time(annotation, "created"))
        .or_else(|| time(annotation, "updated"))
        .unwrap_or_else(|| arrival.made.clone());
    let id = text(annotation, "id").unwrap_or_default();
    let named = Some(id).filter(|id| ids::is_uuid(id)).and_then(|id| NoteId::parse(id).ok());
    let is_named = named.is_some();
    // The time that an import elsewhere gave it tells when that was, not when the text changed.
    let changed = time(annotation, "updated").filter(|_| is_named);
    let id = named.unwrap_or_else(|| ids::derived(&created, &["hypothesis", id, words]));
    let note = Note::new(id, theme, words.to_owned(), created.clone());
    let note = Note { changed: changed.unwrap_or(created), ..note };
    arrival.notes.push(Incoming { note, is_named, stored: None });
}

/// The line of our own at the start of a text.
struct Header<'text> {
    theme: ThemeId,
    created: Timestamp,
    /// What stands below it.
    rest: &'text str,
}

impl<'text> Header<'text> {
    fn read(text: &'text str, material: &Material) -> Option<Self> {
        let (line, rest) = text.split_once("\n\n")?;
        let known = material.event.outline().find_map(|theme| {
            let time = line.strip_prefix(&header_start(&theme.title))?;
            Some((theme.id.clone(), time))
        });
        // A theme that the event no longer has stands there by its id.
        let gone = || {
            let (start, time) = line.strip_prefix("**")?.split_once("** · ")?;
            Some((theme_id(start)?, time))
        };
        let (theme, time) = known.or_else(gone)?;
        let time = time.strip_suffix(" UTC")?.replacen(' ', "T", 1);
        let created = Timestamp::parse(&format!("{time}Z")).ok()?;
        Some(Self { theme, created, rest })
    }
}
