//! Where a notebook is kept: text under keys, as `docs/storage.md` sets them out.
//!
//! A [`Store`] reads and writes, and decides nothing. [`Keys`] names the entries, and [`codec`]
//! turns notes and drafts into text and back. What is done with them is the
//! [`session`](crate::session)'s to decide.

#[cfg(any(feature = "reader", feature = "all_notes"))]
pub mod browser;
pub mod codec;
#[cfg(feature = "reader")]
pub mod second_copy;

use std::cell::RefCell;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::event::{EventId, ThemeId};
use crate::notebook::NoteId;

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum StoreError {
    /// The browser gives this page no storage, or took it away.
    Blocked,
    /// There is no room for this entry.
    Full,
    /// The entry is no Unicode text: it holds half of a surrogate pair. The text names each such
    /// half by its escape, `\ud800`, so that nothing of it is lost to the eye.
    NotText(String),
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked => formatter.write_str("storage is blocked"),
            Self::Full => formatter.write_str("storage is full"),
            Self::NotText(text) => write!(formatter, "`{text}` is no Unicode text"),
            Self::Failed(reason) => write!(formatter, "storage failed: `{reason}`"),
        }
    }
}

impl std::error::Error for StoreError {}

/// Keys with the texts written under them; `None` for what was removed.
pub type Changes = Vec<(String, Option<String>)>;

/// What is to be done to one entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its key.
    pub key: String,
    /// What must stand there for the change to be made; `None` for nothing.
    pub before: Option<String>,
    /// What stands there afterwards; `None` for nothing.
    pub after: Option<String>,
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { key: self.key.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

/// Text under keys. Every single call can fail, whatever the one before it did.
pub trait Store {
    /// All keys, in no promised order, those of other programs among them.
    ///
    /// # Errors
    /// [`StoreError`] where the keys cannot be listed.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key, `None` where there is none.
    ///
    /// # Errors
    /// [`StoreError`] where the entry cannot be read; [`StoreError::NotText`] where it holds what
    /// is no text.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key, in place of what stood there. On an error that stays.
    ///
    /// # Errors
    /// [`StoreError`] where the text was not stored.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Puts what stands under one key under another as well, unchanged even where it is no text.
    ///
    /// # Errors
    /// [`StoreError`] where the copy was not stored.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        match self.read(from)? {
            Some(text) => self.write(to, &text),
            None => Ok(()),
        }
    }

    /// Takes an entry out; one that is not there is taken out already.
    ///
    /// # Errors
    /// [`StoreError`] where the entry may still be there.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// A store that lasts as long as the page: for tests, and where the browser gives none. It holds what
/// is written in one visit, and looks through all of it.
#[derive(Debug, Default)]
pub struct MemoryStore {
    entries: RefCell<Vec<(String, String)>>,
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.entries.borrow().iter().map(|(key, _)| key.clone()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        let entries = self.entries.borrow();
        Ok(entries.iter().find(|(known, _)| known == key).map(|(_, text)| text.clone()))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.remove(key)?;
        self.entries.borrow_mut().push((key.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.entries.borrow_mut().retain(|(known, _)| known != key);
        Ok(())
    }
}

/// What a key of this event names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    /// A note.
    Note(NoteId),
    /// The draft on a theme.
    Draft(ThemeId),
    /// A note that the reader deleted.
    Deleted(NoteId),
    /// A copy of an entry that could not be read: the rest of that entry's key, and a number.
    SetAside(String),
    /// The original of an entry that is being migrated: the rest of that entry's key.
    Older(String),
}

/// The key under which stands what the reader has chosen, for all events of a site.
pub const SETTINGS: &str = "marginalia/settings";

/// What the keys of all events begin with.
const START: &str = "marginalia/";

/// What a key names, of whichever event; `None` for keys of other programs, and those that name no note,
/// draft or copy of one.
pub fn entry_of_any_event(key: &str) -> Option<(EventId, Entry)> {
    let (event, rest) = key.strip_prefix(START)?.split_once('/')?;
    let event = EventId::try_from(event.to_owned()).ok()?;
    let entry = Keys::of(&event).entry_at(rest)?;
    Some((event, entry))
}

/// The keys of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    prefix: String,
}

impl Keys {
    /// The keys of this event.
    pub fn of(event: &EventId) -> Self {
        Self { prefix: format!("{START}{event}/") }
    }

    /// The key of an entry.
    pub fn key(&self, entry: &Entry) -> String {
        format!("{}{}", self.prefix, self.rest(entry))
    }

    /// The key under which stands when the reader last took a backup.
    pub fn backup(&self) -> String {
        format!("{}backup", self.prefix)
    }

    /// The part of an entry's key that follows the event.
    pub fn rest(&self, entry: &Entry) -> String {
        match entry {
            Entry::Note(id) => format!("note/{}", id.as_str()),
            Entry::Draft(theme) => format!("draft/{theme}"),
            Entry::Deleted(id) => format!("deleted/{}", id.as_str()),
            Entry::SetAside(place) => format!("quarantine/{place}"),
            Entry::Older(place) => format!("older/{place}"),
        }
    }

    /// What a key names; `None` for every key that is not this event's.
    pub fn entry(&self, key: &str) -> Option<Entry> {
        self.entry_at(key.strip_prefix(&self.prefix)?)
    }

    /// What the part of a key names that follows the event.
    pub fn entry_at(&self, rest: &str) -> Option<Entry> {
        let (kind, name) = rest.split_once('/')?;
        let id = || NoteId::parse(name).ok();
        match kind {
            "note" => id().map(Entry::Note),
            "draft" => ThemeId::try_from(name.to_owned()).ok().map(Entry::Draft),
            "deleted" => id().map(Entry::Deleted),
            "quarantine" => Some(Entry::SetAside(name.to_owned())),
            "older" => Some(Entry::Older(name.to_owned())),
            _ => None,
        }
    }
}
