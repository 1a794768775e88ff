//! Reading web annotations, one or many, whichever program made them: those of a backup as well, which
//! say more.
//!
//! What other programs say of a note is on a theme if it says so, by the heading that it quotes or that
//! stands above it or by an address, or else if the words that it quotes stand in one.

use serde_json::Value;

use crate::event::ThemeId;
use crate::formats::backup::{EVENT_URN, reader as backup};
use crate::formats::import::{
    anchored_theme, each, is_a, is_page, quotation, quoted_theme, same_words, selectors, sources,
    text, theme_id, time, titled_theme, with_tags,
};
use crate::formats::plan::{Arrival, Incoming, Reason, Source, Words};
use crate::formats::threads::{Link, Turn, turns};
use crate::formats::words::PageWords;
use crate::formats::{Snapshot, annotation, ids, times};
use crate::notebook::quote::Quote;
use crate::notebook::{Note, NoteId, Timestamp};
use crate::storage::codec;

/// The annotations in a file: a list of them, one alone, or what the standard calls a page or a
/// collection. `None` where it is no such thing.
pub(crate) fn annotations(value: &Value) -> Option<&[Value]> {
    let is_list = |list: &[Value]| list.iter().any(|it| is_a("Annotation", it));
    let page = || {
        let list = [&value["items"], &value["first"]["items"], &value["@graph"]];
        list.into_iter().find(|list| list.is_array())
    };
    let found = if is_a("Annotation", value) || value.is_array() { Some(value) } else { page() };
    found.map(each).filter(|list| is_list(list))
}

/// Reads annotations that stand alone.
pub(crate) fn read(annotations: &[Value], snapshot: &Snapshot) -> Arrival {
    let mut arrival = Arrival::new(Source::WebAnnotations, snapshot.now.clone());
    read_all(annotations, |_| None, snapshot, &mut arrival);
    arrival
}

/// Reads annotations. `of_event` is what the set that they are in says of each: whether it is of this event,
/// and nothing where that has to be found out.
pub(crate) fn read_all(
    annotations: &[Value],
    of_event: impl Fn(&Value) -> Option<bool>,
    snapshot: &Snapshot,
    arrival: &mut Arrival,
) {
    let page = PageWords::of(snapshot);
    let found: Vec<Found<'_>> =
        annotations.iter().map(|value| Found::read(value, snapshot, &page, arrival)).collect();
    let links: Vec<Link<'_>> = found.iter().map(Found::link).collect();
    // Whether each is of this page, and the theme it is on.
    let mut places: Vec<(bool, Option<ThemeId>)> = vec![(false, None); found.len()];
    let turns = turns(&links);
    let mut is_talk: Vec<bool> = found.iter().map(|it| !it.answers.is_empty()).collect();
    for Turn { root: (root, _), .. } in turns.iter().filter(|turn| turn.answered.is_some()) {
        is_talk[*root] = true;
    }
    let mut talk = Talk::default();
    for Turn { index, answered, root: (root, number) } in turns {
        let annotation = &found[index];
        let (answers_here, theme) = answered.map_or((false, None), |it| places[it].clone());
        let is_here = of_event(annotation.value)
            .unwrap_or_else(|| answers_here || annotation.is_here(snapshot, &page));
        let theme = annotation.theme.clone().or(theme);
        places[index] = (is_here, theme.clone());
        if number == 0 {
            talk = Talk { is_one: is_talk[root], ..Talk::default() };
        }
        if is_here {
            annotation.take(theme, &mut talk, arrival);
        } else {
            arrival.elsewhere += 1;
        }
    }
}

/// An annotation and its answers, as far as they were read. Their ids stand one behind the other.
#[derive(Default)]
struct Talk {
    is_one: bool,
    first: Option<NoteId>,
    answers: u64,
}

impl Talk {
    fn id(&mut self, created: &Timestamp, texts: &[&str], quote: Option<&Quote>) -> NoteId {
        let number = self.answers;
        self.answers += 1;
        let behind = self.first.as_ref().and_then(|id| ids::behind(id, number, texts, quote));
        behind.unwrap_or_else(|| ids::derived(created, texts, quote))
    }
}

/// An annotation of the file.
struct Found<'file> {
    value: &'file Value,
    uri: &'file str,
    /// `None` where nobody wrote anything.
    words: Option<String>,
    /// What others wrote beneath it, and when.
    answers: Vec<(&'file str, Option<Timestamp>)>,
    quote: Option<Quote>,
    /// The theme it is on, as far as it tells itself.
    theme: Option<ThemeId>,
    created: Timestamp,
}

impl<'file> Found<'file> {
    fn read(
        value: &'file Value,
        snapshot: &Snapshot,
        page: &PageWords<'_>,
        arrival: &Arrival,
    ) -> Self {
        let target = &value["target"];
        let (words, answers) = written(value);
        // What is quoted, unless that is the heading of a theme, now or when the set was made.
        let quote = quotation(target).filter(|quote| {
            titled_theme(&quote.exact, snapshot).is_none()
                && !headings(value).any(|title| same_words(title, &quote.exact))
        });
        let stands = quote.as_ref().and_then(|quote| page.theme_of(quote));
        let theme = text(&value["marginalia"], "theme")
            .and_then(theme_id)
            .or_else(|| quoted_theme(target, snapshot))
            .or_else(|| headings(value).filter_map(|it| titled_theme(it, snapshot)).last())
            .or_else(|| stands.as_ref().map(|(theme, _)| theme.clone()))
            .or_else(|| anchored_theme(target, snapshot));
        // What was written here is quoted as it was.
        let on_page = stands
            .filter(|(found, _)| Some(found) == theme.as_ref() && value["marginalia"].is_null());
        let created = time(value, "created")
            .or_else(|| time(value, "modified"))
            .unwrap_or_else(|| arrival.made.clone());
        let uri = text(value, "id").unwrap_or_default();
        let quote = on_page.map(|(_, quote)| quote).or(quote);
        Self { value, uri, words, answers, quote, theme, created }
    }

    fn link(&self) -> Link<'file> {
        Link {
            id: self.uri,
            answers: sources(&self.value["target"]).collect(),
            created: times::milliseconds(&self.created),
        }
    }

    /// Whether it is of this page: by an address of it, by the event's own name, or by what of the event
    /// it names or quotes.
    fn is_here(&self, snapshot: &Snapshot, page: &PageWords<'_>) -> bool {
        let target = &self.value["target"];
        let is_event = |source: &str| {
            let name = source.split(['#', '?']).next().and_then(|it| it.strip_prefix(EVENT_URN));
            name == Some(snapshot.event.id.as_str())
        };
        sources(target).any(|source| is_page(source, snapshot) || is_event(source))
            || anchored_theme(target, snapshot).is_some()
            || headings(self.value).any(|title| titled_theme(title, snapshot).is_some())
            || quotation(target).is_some_and(|quote| page.are_from_here(&quote))
    }

    /// Takes over what was written, and then what others wrote beneath it.
    fn take(&self, theme: Option<ThemeId>, talk: &mut Talk, arrival: &mut Arrival) {
        self.take_own(theme.clone(), talk, arrival);
        for (number, (answer, created)) in self.answers.iter().enumerate() {
            let created = created.as_ref().unwrap_or(&self.created);
            let id = talk.id(created, &["answer", self.uri, answer, &number.to_string()], None);
            let words = Words {
                id,
                is_named: false,
                text: (*answer).to_owned(),
                quote: None,
                created: created.clone(),
                changed: created.clone(),
            };
            arrival.take(words, theme.clone());
        }
    }

    fn take_own(&self, theme: Option<ThemeId>, talk: &mut Talk, arrival: &mut Arrival) {
        let Self { value, uri, quote, .. } = self;
        let words = self.words.clone().or_else(|| quote.as_ref().map(|_| String::new()));
        let Some(words) = words else {
            let quoted = selectors(&value["target"]).find_map(|selector| text(selector, "exact"));
            let reason = if value.is_object() { Reason::NoText } else { Reason::Malformed };
            return arrival.leave_out(quoted.unwrap_or_default(), reason);
        };
        // Ids that are not made in the order of time would part a talk.
        let is_in_order = |id: &NoteId| !talk.is_one || id.milliseconds().is_some();
        let named = annotation::note_id(uri).filter(is_in_order);
        if named.is_none() && words.trim().is_empty() && quote.is_none() {
            return arrival.leave_out(&words, Reason::NoText);
        }
        let changed = time(value, "modified").unwrap_or_else(|| self.created.clone());
        let is_named = named.is_some();
        let texts = ["uri", *uri, &words];
        let id = named.unwrap_or_else(|| talk.id(&self.created, &texts, quote.as_ref()));
        talk.answers = talk.answers.max(1);
        talk.first.get_or_insert_with(|| id.clone());
        let beyond = &value["marginalia"];
        let (Some(theme), false) = (theme.clone(), beyond.is_null()) else {
            let (created, quote) = (self.created.clone(), quote.clone());
            let words = Words { id, is_named, text: words, quote, created, changed };
            return arrival.take(words, theme);
        };
        let note = Note { changed, ..Note::new(id, theme, words, self.created.clone()) };
        let (mut note, stored) = backup::with_what_is_beyond(note, beyond, codec::decode_note);
        // What was stored says it too, and all of it.
        if stored.is_none()
            && note.quote().is_none()
            && let Some(quote) = quote
        {
            note.set_quote(quote);
        }
        arrival.notes.push(Incoming { note, is_named, stored });
    }
}

/// The headings above the place of an annotation, the nearest one last.
fn headings(value: &Value) -> impl Iterator<Item = &str> {
    each(&value["target"])
        .iter()
        .flat_map(|target| each(&target["meta"]["headings"]))
        .filter_map(|heading| text(heading, "txt"))
}

/// What somebody wrote, with the tags that stand beside it, and what others answered in the same
/// annotation.
fn written(value: &Value) -> (Option<String>, Vec<(&str, Option<Timestamp>)>) {
    let (mut parts, mut tags, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    for body in each(&value["body"]) {
        let Some(words) = text(body, "value").or_else(|| body.as_str()) else { continue };
        match text(body, "purpose") {
            Some("tagging") => tags.push(words),
            Some("replying") if !parts.is_empty() && !words.trim().is_empty() => {
                answers.push((words, time(body, "created")));
            }
            _ => parts.push(words),
        }
    }
    parts.extend(text(value, "bodyValue").filter(|_| parts.is_empty()));
    let is_silent = parts.is_empty() && tags.is_empty();
    let words = (!is_silent).then(|| with_tags(&parts.join("\n\n"), tags.into_iter()));
    (words, answers)
}
