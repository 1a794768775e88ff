//! Reading an export of the Hypothesis client, also one of notes that once came from here.

use std::borrow::Cow;

use serde_json::Value;

use super::{TITLE_QUOTED, header_start};
use crate::event::ThemeId;
use crate::formats::import::{
    each, is_page, is_query_of_page, quotation, quoted_theme, same_words, sources, text, theme_id,
    time, with_tags,
};
use crate::formats::plan::{Arrival, Reason, Source, Words};
use crate::formats::threads::{Link, Turn, turns};
use crate::formats::words::PageWords;
use crate::formats::{Snapshot, ids, times};
use crate::notebook::quote::Quote;
use crate::notebook::{NoteId, Timestamp};

pub(crate) fn read(export: &Value, snapshot: &Snapshot) -> Arrival {
    let made = time(export, "export_date").unwrap_or_else(|| snapshot.now.clone());
    let mut arrival = Arrival::new(Source::Hypothesis, made);
    let of_event =
        text(&export["marginalia"], "event").map(|event| event == snapshot.event.id.as_str());
    let page = PageWords::of(snapshot);
    let found: Vec<Found<'_>> = each(&export["annotations"])
        .iter()
        .map(|annotation| Found::read(annotation, snapshot, &arrival.made))
        .collect();
    let links: Vec<Link<'_>> = found.iter().map(Found::link).collect();
    // Whether each is of this page, and the theme it is on.
    let mut places: Vec<(bool, Option<ThemeId>)> = vec![(false, None); found.len()];
    let mut first = None;
    for Turn { index, answered, root: (_, number) } in turns(&links) {
        let annotation = &found[index];
        let (answers_here, theme) = answered.map_or((false, None), |it| places[it].clone());
        let is_here = of_event.unwrap_or(answers_here || annotation.is_here(snapshot, &page));
        let (own, quote) = annotation.theme_and_quote(snapshot, &page);
        let theme = own.or(theme);
        // An answer stands right behind what it answers.
        let id = annotation.id(first.as_ref().filter(|_| number > 0), number, quote.as_ref());
        if number == 0 {
            first = Some(id.clone());
        }
        places[index] = (is_here, theme.clone());
        if !annotation.value.is_object() {
            arrival.leave_out("", Reason::Malformed);
        } else if !is_here {
            arrival.elsewhere += 1;
        } else {
            annotation.take(id, theme, quote, &mut arrival);
        }
    }
    arrival
}

/// An annotation of the file.
struct Found<'file> {
    value: &'file Value,
    id: &'file str,
    header: Option<Header<'file>>,
    /// What its writer wrote: the text, and the tags as tags stand in texts here.
    words: String,
    created: Timestamp,
}

impl<'file> Found<'file> {
    fn read(value: &'file Value, snapshot: &'file Snapshot, made: &Timestamp) -> Self {
        let whole = text(value, "text").unwrap_or_default();
        let header = Header::read(whole, snapshot);
        let words = header.as_ref().map_or(whole, |header| header.rest);
        let tags = each(&value["tags"]).iter().filter_map(Value::as_str);
        let created = header
            .as_ref()
            .map(|header| header.created.clone())
            .or_else(|| time(value, "created"))
            .or_else(|| time(value, "updated"))
            .unwrap_or_else(|| made.clone());
        let words = with_tags(words, tags);
        Self { value, id: text(value, "id").unwrap_or_default(), header, words, created }
    }

    fn link(&self) -> Link<'file> {
        Link {
            id: self.id,
            answers: each(&self.value["references"]).iter().filter_map(Value::as_str).collect(),
            created: times::milliseconds(&self.created),
        }
    }

    fn named(&self) -> Option<NoteId> {
        Some(self.id).filter(|id| ids::is_uuid(id)).and_then(|id| NoteId::parse(id).ok())
    }

    /// Its id: its own, or one that follows from what it says, and for an answer from the id of the
    /// annotation with which the talk began.
    fn id(&self, first: Option<&NoteId>, number: u64, quote: Option<&Quote>) -> NoteId {
        let texts = ["hypothesis", self.id, &self.words];
        self.named()
            .or_else(|| ids::behind(first?, number, &texts, quote))
            .unwrap_or_else(|| ids::derived(&self.created, &texts, quote))
    }

    /// Whether it is of this page. Where the page had another address, what else it says has to tell;
    /// where the address is that of this page, nothing may tell of another.
    fn is_here(&self, snapshot: &Snapshot, page: &PageWords<'_>) -> bool {
        let target = &self.value["target"];
        let quote = quotation(target);
        if quote.is_some_and(|quote| page.are_from_here(&quote)) {
            return true;
        }
        let title = &self.value["document"]["title"];
        let title = each(title).iter().find_map(Value::as_str).filter(|it| !it.trim().is_empty());
        let is_titled_so = title.map(|title| same_words(title, &snapshot.event.title));
        let is_on_known_theme = self.header.as_ref().map(|header| {
            header.theme.as_ref().is_some_and(|it| snapshot.event.theme(it).is_some())
        });
        let uri = text(self.value, "uri").or_else(|| sources(target).next());
        let address = uri.filter(|address| is_page(address, snapshot));
        match (is_titled_so, address) {
            (Some(true), _) => true,
            (None, None) => is_on_known_theme == Some(true),
            (Some(false), None) => false,
            (None, Some(_)) => true,
            // The event may have been given another title, or another one stood at this address.
            (Some(false), Some(address)) => {
                is_on_known_theme.unwrap_or_else(|| is_query_of_page(address, snapshot))
            }
        }
    }

    /// The theme that it is on, as far as it tells itself, and what it quotes.
    fn theme_and_quote(
        &self,
        snapshot: &Snapshot,
        page: &PageWords<'_>,
    ) -> (Option<ThemeId>, Option<Quote>) {
        let target = &self.value["target"];
        if let Some(header) = &self.header {
            let theme = header.theme.clone().or_else(|| quoted_theme(target, snapshot));
            return (theme, header.quoted(target));
        }
        let Some(quote) = quotation(target) else { return (None, None) };
        // A heading is what a comment is on, and not what it quotes; nothing but a mark quotes it.
        if let Some(theme) = quoted_theme(target, snapshot) {
            return (Some(theme), Some(quote).filter(|_| self.words.trim().is_empty()));
        }
        match page.theme_of(&quote) {
            Some((theme, quote)) => (Some(theme), Some(quote)),
            None => (None, Some(quote)),
        }
    }

    fn take(
        &self,
        id: NoteId,
        theme: Option<ThemeId>,
        quote: Option<Quote>,
        arrival: &mut Arrival,
    ) {
        let words = &self.words;
        if self.header.is_none() && words.trim().is_empty() && quote.is_none() {
            return arrival.leave_out(words, Reason::NoText);
        }
        let is_named = self.named().is_some();
        // The time that an import elsewhere gave it tells when that was, not when the text changed.
        let is_own = is_named || self.header.is_none();
        let changed = time(self.value, "updated").filter(|_| is_own);
        let words = Words {
            id,
            is_named,
            text: words.clone(),
            quote,
            created: self.created.clone(),
            changed: changed.unwrap_or_else(|| self.created.clone()),
        };
        arrival.take(words, theme);
    }
}

/// The line of our own at the start of a text.
struct Header<'text> {
    /// `None` where it stands there by a title that no theme of the event has.
    theme: Option<ThemeId>,
    /// Its title, or its id where the event no longer has it.
    title: Cow<'text, str>,
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
            Some((Some(theme.id.clone()), Cow::from(&theme.title), time))
        });
        // A theme that the event no longer has stands there by its id, or by its title at that time.
        let gone = || {
            let (start, time) = line.strip_prefix("**")?.split_once("** · ")?;
            let theme = theme_id(start);
            let title = if theme.is_some() { start.into() } else { unescaped(start).into() };
            Some((theme, title, time))
        };
        let (theme, title, time) = known.or_else(gone)?;
        let time = time.strip_suffix(" UTC")?.replacen(' ', "T", 1);
        let created = Timestamp::parse(&format!("{time}Z")).ok()?;
        Some(Self { theme, title, quotes_title: marked.is_some(), created, rest })
    }

    /// What the note quotes, where it does not hang on the heading.
    fn quoted(&self, target: &Value) -> Option<Quote> {
        let is_heading =
            |quote: &Quote| !self.quotes_title && same_words(&quote.exact, &self.title);
        quotation(target).filter(|quote| !is_heading(quote))
    }
}

/// A title without the signs that keep its own from being Markdown's.
fn unescaped(title: &str) -> String {
    let mut is_escaped = false;
    let is_shown = |letter: &char| {
        is_escaped = *letter == '\\' && !is_escaped;
        !is_escaped
    };
    title.chars().filter(is_shown).collect()
}
