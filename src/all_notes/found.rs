//! What a search finds of all that is held, by event and theme, as much of it as is looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Shelved, Unreadable};
use crate::event::{Date, EventId, ThemeId};
use crate::notebook::search::Query;
use crate::notebook::{Deleted, Note, NoteId};
use crate::storage::codec;

/// What the reader looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words that are searched for.
    pub query: Query,
    /// One event; `None` for all.
    pub event: Option<EventId>,
}

impl Search {
    /// Whether it leaves out anything.
    pub fn leaves_out(&self) -> bool {
        !self.query.is_empty() || self.event.is_some()
    }
}

/// A text on a theme.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// A note.
    Note(Arc<Note>),
    /// What stands in the box for a new note.
    Draft(ThemeId, String),
}

impl Text {
    /// Tells it from every other text, and from what it was before it changed.
    pub fn key(&self) -> String {
        match self {
            Self::Note(note) => codec::encode_note(note),
            Self::Draft(theme, text) => format!("{theme} {text}"),
        }
    }
}

/// A theme and the texts on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which theme.
    pub theme: ThemeId,
    /// Its heading, or its id where that is not known.
    pub title: String,
    /// Whether the event is known, and does not have it any more.
    pub is_gone: bool,
    /// Its address from the start page, where the event has one.
    pub address: Option<String>,
    /// The texts that were found, in the order of the event's page, the draft last.
    pub texts: Vec<Text>,
}

/// An event and what was found of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundEvent {
    /// Its id.
    pub id: EventId,
    /// Its name, or its id where that is not known.
    pub title: String,
    /// The language of its words.
    pub language: Option<String>,
    /// The address of its page from the start page; `None` for one that the site does not have.
    pub address: Option<String>,
    /// Its first day.
    pub starts: Option<Date>,
    /// The themes, in the order of its page.
    pub groups: Vec<Group>,
    /// What cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// The notes that were deleted lately, the latest first.
    pub deleted: Vec<Arc<Deleted>>,
}

impl FoundEvent {
    fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.unreadable.is_empty() && self.deleted.is_empty()
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The events of which something is on the page.
    pub events: Vec<FoundEvent>,
    /// How many notes were found.
    pub notes: usize,
    /// How many drafts.
    pub drafts: usize,
    /// How many texts: notes, drafts, deleted notes, and what cannot be read.
    pub texts: usize,
    /// On how many events.
    pub on_events: usize,
    /// How many texts there are to be found.
    pub all: usize,
    /// How many of those that were found are on the page …
    pub shown: usize,
    /// … and how many could be. What was deleted is behind a press, and is not counted here.
    pub to_show: usize,
}

/// Finds what is searched for, and puts the first so many texts on the page.
pub fn find(shelf: &[Shelved], search: &Search, limit: usize) -> Found {
    let mut found = Found::default();
    for shelved in shelf {
        found.all += count(shelved);
        if search.event.as_ref().is_none_or(|event| *event == shelved.held.id) {
            found.add(shelved, &search.query, limit);
        }
    }
    found
}

fn count(shelved: &Shelved) -> usize {
    let notebook = &shelved.held.notebook;
    let drafts = notebook.drafts().count();
    notebook.len() + drafts + notebook.count_deleted() + shelved.held.unreadable.len()
}

/// Counts what is found, and tells for how much of it there is room on the page.
struct Room {
    left: usize,
    count: usize,
}

impl Room {
    /// Counts one more, and tells whether there is room for it.
    fn take(&mut self) -> bool {
        self.count += 1;
        self.count <= self.left
    }
}

impl Found {
    fn add(&mut self, shelved: &Shelved, query: &Query, limit: usize) {
        let Shelved { held, outline, language, address } = shelved;
        let notebook = &held.notebook;
        let is_found =
            |note: &Note| query.matches(&[&note.text, note.quoted_words().unwrap_or_default()]);
        let mut room = Room { left: limit.saturating_sub(self.shown), count: 0 };
        let mut groups = Vec::new();
        for (theme, title, is_gone) in themes(shelved) {
            let mut texts = Vec::new();
            for note in notebook.notes_on(theme).filter(|note| is_found(note)) {
                self.notes += 1;
                if room.take() {
                    texts.extend(notebook.shared_note(&note.id).map(Text::Note));
                }
            }
            let draft = notebook.draft(theme);
            if !draft.is_empty() && query.matches(&[draft]) {
                self.drafts += 1;
                if room.take() {
                    texts.push(Text::Draft(theme.clone(), draft.to_owned()));
                }
            }
            if !texts.is_empty() {
                let address = shelved.address_of(theme);
                let (theme, title) = (theme.clone(), title.to_owned());
                groups.push(Group { theme, title, is_gone, address, texts });
            }
        }
        let text = |it: &Unreadable| query.matches(&[it.text.as_deref().unwrap_or_default()]);
        let unreadable = held.unreadable.iter().filter(|it| text(it) && room.take());
        let unreadable = unreadable.cloned().collect();
        let deleted = notebook.deleted().filter(|deleted| is_found(&deleted.note));
        let deleted: Vec<&NoteId> = deleted.map(|deleted| &deleted.note.id).collect();
        let count = room.count;
        self.to_show += count;
        self.shown += count.min(room.left);
        self.texts += count + deleted.len();
        self.on_events += usize::from(count + deleted.len() > 0);
        // What was deleted comes once all before it is on the page.
        let deleted = deleted.into_iter().filter(|_| count <= room.left);
        let event = FoundEvent {
            id: held.id.clone(),
            title: outline.title.clone(),
            language: language.clone(),
            address: address.clone(),
            starts: outline.starts.clone(),
            groups,
            unreadable,
            deleted: deleted.filter_map(|id| notebook.shared_deleted_note(id)).collect(),
        };
        if !event.is_empty() {
            self.events.push(event);
        }
    }

    /// What was found of an event.
    pub fn of(&self, event: &EventId) -> Option<&FoundEvent> {
        self.events.iter().find(|found| found.id == *event)
    }
}

/// The themes on which something is, in the order of the event's page; those that it does not have any more
/// come last.
fn themes(shelved: &Shelved) -> Vec<(&ThemeId, &str, bool)> {
    let (outline, notebook) = (&shelved.outline, &shelved.held.notebook);
    let drafts = notebook.drafts().map(|(theme, _)| theme);
    let used: BTreeSet<&ThemeId> = notebook.themes().chain(drafts).collect();
    let known = outline.themes.iter().filter(|theme| used.contains(&theme.id));
    let known = known.map(|theme| (&theme.id, theme.title.as_str(), false));
    let gone = used.iter().filter(|theme| outline.theme(theme).is_none());
    known.chain(gone.map(|theme| (*theme, theme.as_str(), true))).collect()
}
