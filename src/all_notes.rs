//! The notes on all events that this browser holds: what there is, what a search finds of it, and what is
//! exported. A program of its own (`src/bin/all_notes.rs`) shows that on a page of its own; it reads what is
//! stored, and writes and removes nothing.
//!
//! The rules stand here and know no browser; [`program`] has the components.

mod found;
mod listed;
#[cfg(feature = "all_notes")]
pub mod program;

use std::collections::{BTreeMap, BTreeSet};

pub use found::{Found, FoundEvent, Group, Search, Text, find};
pub use listed::{EventNames, listed};

use crate::event::places::theme_anchor;
use crate::event::{EventId, EventOutline, PageText, ThemeId, ThemeOutline};
use crate::formats::several::Several;
use crate::formats::{EVENT_URN, Snapshot, notebook_of};
use crate::notebook::{Notebook, Timestamp};
use crate::storage::{Entry, Keys, Store, StoreError, codec, entry_of_any_event};

/// Where on the page of an event all its notes stand.
const MY_NOTES: &str = "my-notes";

/// A stored entry that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// Its text as it is; `None` where the browser does not hand it out.
    pub text: Option<String>,
}

/// What is stored of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The event.
    pub id: EventId,
    /// All notes, drafts and deleted notes.
    pub notebook: Notebook,
    /// What cannot be read, each text once.
    pub unreadable: Vec<Unreadable>,
    /// Key and text of every entry.
    entries: Vec<(String, String)>,
}

/// Reads what is stored of all events. Nothing is written.
///
/// # Errors
/// [`StoreError`] where the store does not list its keys.
pub fn held(store: &impl Store) -> Result<Vec<Held>, StoreError> {
    let mut keys: BTreeMap<EventId, Vec<(Entry, String)>> = BTreeMap::new();
    for key in store.keys()? {
        if let Some((event, entry)) = entry_of_any_event(&key) {
            keys.entry(event).or_default().push((entry, key));
        }
    }
    let events = keys.into_iter().map(|(id, mut keys)| {
        keys.sort();
        held_of(id, keys, store)
    });
    Ok(events.collect())
}

fn held_of(id: EventId, keys: Vec<(Entry, String)>, store: &impl Store) -> Held {
    let mut entries = Vec::new();
    let mut out_of_reach = Vec::new();
    for (_, key) in &keys {
        match store.read(key) {
            Ok(Some(text)) | Err(StoreError::NotText(text)) => entries.push((key.clone(), text)),
            // Another page has just removed it.
            Ok(None) => {}
            Err(_) => out_of_reach.push(Unreadable { key: key.clone(), text: None }),
        }
    }
    let notebook = notebook_of(&Keys::of(&id), &entries);
    let mut unreadable = Vec::new();
    let mut texts = BTreeSet::new();
    for (key, text) in &entries {
        let is_read = match entry_of_any_event(key) {
            Some((_, Entry::Note(id))) => notebook.note(&id).is_some(),
            // The notebook has no empty ones.
            Some((_, Entry::Draft(_))) => codec::decode_draft(text).is_ok(),
            Some((_, Entry::Deleted(id))) => notebook.deleted_note(&id).is_some(),
            // Copies of what could not be read; mostly the entry itself is still there.
            Some((_, Entry::SetAside(_) | Entry::Older(_))) | None => false,
        };
        if !is_read && texts.insert(text) {
            unreadable.push(Unreadable { key: key.clone(), text: Some(text.clone()) });
        }
    }
    unreadable.extend(out_of_reach);
    Held { id, notebook, unreadable, entries }
}

/// An event with what is stored of it, and what the site says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelved {
    /// What is stored.
    pub held: Held,
    /// Names, days and themes. Where the site tells none, the ids stand for them.
    pub outline: EventOutline,
    /// The address of its page, from the start page; `None` where the site has none.
    pub address: Option<String>,
    /// The language of its words, where that is told.
    pub language: Option<String>,
}

impl Shelved {
    fn new(held: Held, listed: Option<&EventNames>) -> Self {
        match listed {
            Some(listed) => Self {
                outline: listed.outline(),
                address: Some(listed.address.clone()),
                language: listed.language.clone(),
                held,
            },
            None => Self { outline: nameless(&held), address: None, language: None, held },
        }
    }

    /// The address of a theme on the event's page, or of all notes there where the event does not have it;
    /// from the start page.
    pub fn address_of(&self, theme: &ThemeId) -> Option<String> {
        let is_there = self.outline.theme(theme).is_some();
        let anchor = if is_there { theme_anchor(theme) } else { MY_NOTES.to_owned() };
        Some(format!("{}#{anchor}", self.address.as_ref()?))
    }

    /// All of it, to be exported. `root` makes a whole address of one from the start page.
    pub fn snapshot(&self, root: impl Fn(&str) -> String, now: &Timestamp) -> Snapshot {
        let address = match &self.address {
            Some(address) => root(address),
            None => format!("{EVENT_URN}{}", self.held.id),
        };
        Snapshot {
            event: self.outline.clone(),
            address,
            page: PageText::default(),
            notebook: self.held.notebook.clone(),
            entries: self.held.entries.clone(),
            now: now.clone(),
        }
    }
}

/// An event of which nothing but its notes is known: its id is its title, and so with the themes that they
/// are on.
fn nameless(held: &Held) -> EventOutline {
    let deleted = held.notebook.deleted().map(|deleted| &deleted.note.theme);
    let drafts = held.notebook.drafts().map(|(theme, _)| theme);
    let themes: BTreeSet<&ThemeId> = held.notebook.themes().chain(drafts).chain(deleted).collect();
    let theme = |id: &ThemeId| ThemeOutline { id: id.clone(), part: None, title: id.to_string() };
    EventOutline {
        id: held.id.clone(),
        title: held.id.to_string(),
        address: None,
        starts: None,
        ends: None,
        place: None,
        organizers: Vec::new(),
        parts: Vec::new(),
        themes: themes.into_iter().map(theme).collect(),
    }
}

/// All that is held, in the order of the page: events of the site first, the latest before the others, and
/// then those that it does not have.
pub fn shelf(held: Vec<Held>, listed: &[EventNames]) -> Vec<Shelved> {
    let mut shelf: Vec<Shelved> = held
        .into_iter()
        .map(|held| {
            let listed = listed.iter().find(|listed| listed.id == held.id);
            Shelved::new(held, listed)
        })
        .collect();
    // Those without a day are at the end anyway; ids decide where days do not.
    shelf.sort_by(|one, other| {
        let rank = |it: &Shelved| (it.address.is_some(), it.outline.starts.clone());
        rank(other).cmp(&rank(one)).then_with(|| one.held.id.cmp(&other.held.id))
    });
    shelf
}

/// All of it, to be exported as one file.
pub fn several(
    shelf: &[Shelved],
    site: String,
    root: impl Fn(&str) -> String,
    now: Timestamp,
) -> Several {
    let events = shelf.iter().map(|shelved| shelved.snapshot(&root, &now)).collect();
    Several { site, address: root("./"), events, now }
}
