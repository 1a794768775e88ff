//! Reading an export of the Hypothesis client, also one of notes that once came from here.

use serde_json::Value;

use super::{TITLE_QUOTED, header_start};
use crate::event::ThemeId;
use crate::formats::import::{
    each, is_page, quotation, quoted_theme, same_words, text, theme_id, time,
};
use crate::formats::plan::{Arrival, Incoming, Reason, Source};
use crate::formats::{Snapshot, ids};
use crate::notebook::quote::Quote;
use crate::notebook::{Note, NoteId, Timestamp};

pub(crate) fn read(export: &Value, snapshot: &Snapshot) -> Arrival {
    let made = time(export, "export_date").unwrap_or_else(|| snapshot.now.clone());
    let mut arrival = Arrival::new(Source::Hypothesis, made);
    for annotation in each(&export["annotations"]) {
        if annotation.is_object() {
            read_annotation(annotation, snapshot, &mut arrival);
        } else {
            arrival.leave_out("", Reason::Malformed);
        }
    }
    arrival
}

fn read_annotation(annotation: &Value, snapshot: &Snapshot, arrival: &mut Arrival) {
    let target = &annotation["target"];
    let source = || each(target).iter().find_map(|target| text(target, "source"));
    let uri = text(annotation, "uri").or_else(source);
    if !uri.is_some_and(|uri| is_page(uri, snapshot)) {
        arrival.elsewhere += 1;
        return;
    }
    let whole = text(annotation, "text").unwrap_or_default();
    let header = Header::read(whole, snapshot);
    let words = header.as_ref().map_or(whole, |header| header.rest);
    if header.is_none() && words.trim().is_empty() {
        let quoted = each(target)
            .iter()
            .flat_map(|target| each(&target["selector"]))
            .find_map(|selector| text(selector, "exact"));
        return arrival.leave_out(quoted.unwrap_or_default(), Reason::NoText);
    }
    let quote = header.as_ref().and_then(|header| header.quoted(target));
    let (from_header, created) = match header {
        Some(header) => (Some(header.theme), Some(header.created)),
        None => (None, None),
    };
    let Some(theme) = from_header.or_else(|| quoted_theme(target, snapshot)) else {
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
    let id =
        named.unwrap_or_else(|| ids::derived(&created, &["hypothesis", id, words], quote.as_ref()));
    let mut note = Note::new(id, theme, words.to_owned(), created.clone());
    if let Some(quote) = quote {
        note.set_quote(&quote);
    }
    let note = Note { changed: changed.unwrap_or(created), ..note };
    arrival.notes.push(Incoming { note, is_named, stored: None });
}

/// The line of our own at the start of a text.
struct Header<'text> {
    theme: ThemeId,
    /// Its title, or its id where the event no longer has it.
    title: &'text str,
    /// Whether that title is quoted, and not only what the note hangs on.
    quotes_title: bool,
    created: Timestamp,
    /// What stands below it.
    rest: &'text str,
}

impl<'text> Header<'text> {
    fn read(text: &'text str, snapshot: &'text Snapshot) -> Option<Self> {
        // With nothing below it, the blank line may be gone.
        let (line, rest) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
        let marked = line.strip_prefix(TITLE_QUOTED);
        let line = marked.unwrap_or(line);
        let known = snapshot.event.themes.iter().find_map(|theme| {
            let time = line.strip_prefix(&header_start(&theme.title))?;
            Some((theme.id.clone(), theme.title.as_str(), time))
        });
        // A theme that the event no longer has stands there by its id.
        let gone = || {
            let (start, time) = line.strip_prefix("**")?.split_once("** · ")?;
            Some((theme_id(start)?, start, time))
        };
        let (theme, title, time) = known.or_else(gone)?;
        let time = time.strip_suffix(" UTC")?.replacen(' ', "T", 1);
        let created = Timestamp::parse(&format!("{time}Z")).ok()?;
        Some(Self { theme, title, quotes_title: marked.is_some(), created, rest })
    }

    /// What the note quotes, where it does not hang on the heading.
    fn quoted(&self, target: &Value) -> Option<Quote> {
        let is_heading = |quote: &Quote| !self.quotes_title && same_words(&quote.exact, self.title);
        quotation(target).filter(|quote| !is_heading(quote))
    }
}
