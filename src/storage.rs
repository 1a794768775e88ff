//! Where a notebook is kept: text under keys, as `docs/storage.md` sets them out.
//!
//! A [`Store`] reads and writes, and decides nothing. [`Keys`] names the entries, [`codec`] turns
//! notes and drafts into text and back, and [`load`] opens a whole notebook, setting aside
//! untouched what cannot be read.

#[cfg(feature = "hydrate")]
pub mod browser;
pub mod codec;

use std::cell::RefCell;
use std::fmt;

use crate::event::{EventId, ThemeId};
use crate::notebook::{Note, NoteId, Notebook};

use codec::DecodeError;

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser gives this page no storage, or took it away.
    Blocked,
    /// There is no room for this entry.
    Full,
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked => formatter.write_str("storage is blocked"),
            Self::Full => formatter.write_str("storage is full"),
            Self::Failed(reason) => write!(formatter, "storage failed: `{reason}`"),
        }
    }
}

impl std::error::Error for StoreError {}

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
    /// [`StoreError`] where the entry cannot be read.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key, in place of what stood there. On an error that stays.
    ///
    /// # Errors
    /// [`StoreError`] where the text was not stored.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Takes an entry out; one that is not there is taken out already.
    ///
    /// # Errors
    /// [`StoreError`] where the entry may still be there.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// A store that lasts as long as the page: for tests, and where the browser gives none.
#[derive(Debug, Default)]
pub struct MemoryStore {
    entries: RefCell<Vec<(String, String)>>,
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.entries.borrow().iter().map(|(key, _)| key.clone()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .entries
            .borrow()
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, text)| text.clone()))
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A note.
    Note(NoteId),
    /// The draft on a theme.
    Draft(ThemeId),
}

/// The keys of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    event: EventId,
}

impl Keys {
    /// The keys of this event.
    pub fn of(event: EventId) -> Self {
        Self { event }
    }

    /// The key of an entry.
    pub fn key(&self, entry: &Entry) -> String {
        match entry {
            Entry::Note(id) => format!("marginalia/{}/note/{}", self.event, id.as_str()),
            Entry::Draft(theme) => format!("marginalia/{}/draft/{theme}", self.event),
        }
    }

    /// What a key names; `None` for every key that is not this event's.
    pub fn entry(&self, key: &str) -> Option<Entry> {
        let rest = key.strip_prefix("marginalia/")?.strip_prefix(self.event.as_str())?;
        if let Some(id) = rest.strip_prefix("/note/") {
            NoteId::parse(id).ok().map(Entry::Note)
        } else {
            let theme = rest.strip_prefix("/draft/")?;
            ThemeId::try_from(theme.to_owned()).ok().map(Entry::Draft)
        }
    }
}

/// An entry that could not be read. It stays in the store as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which entry.
    pub entry: Entry,
    /// What is wrong with it.
    pub reason: DecodeError,
}

/// What one entry holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A note.
    Note(Note),
    /// A draft and the theme it is on.
    Draft(ThemeId, String),
}

/// Reads one entry; `None` where it is not there.
///
/// # Errors
/// The outer error where the store failed, the inner where the entry holds something else.
pub fn read_entry(
    store: &dyn Store,
    keys: &Keys,
    entry: &Entry,
) -> Result<Option<Result<Content, DecodeError>>, StoreError> {
    let Some(text) = store.read(&keys.key(entry))? else { return Ok(None) };
    Ok(Some(match entry {
        Entry::Note(id) => codec::decode_note(id, &text).map(Content::Note),
        Entry::Draft(theme) => {
            codec::decode_draft(&text).map(|text| Content::Draft(theme.clone(), text))
        }
    }))
}

/// A notebook as it was found.
#[derive(Debug, Default, PartialEq)]
pub struct Loaded {
    /// What could be read.
    pub notebook: Notebook,
    /// What could not.
    pub unreadable: Vec<Unreadable>,
}

/// Opens the notebook of an event. Entries that cannot be read are named and left alone.
///
/// # Errors
/// [`StoreError`] where the store itself failed, so that nothing can be said of its entries.
pub fn load(store: &dyn Store, keys: &Keys) -> Result<Loaded, StoreError> {
    let mut loaded = Loaded::default();
    for entry in store.keys()?.iter().filter_map(|key| keys.entry(key)) {
        match read_entry(store, keys, &entry)? {
            Some(Ok(Content::Note(note))) => loaded.notebook.put(note),
            Some(Ok(Content::Draft(theme, text))) => {
                loaded.notebook.set_draft(&theme, text);
            }
            Some(Err(reason)) => loaded.unreadable.push(Unreadable { entry, reason }),
            None => {}
        }
    }
    Ok(loaded)
}

/// Makes an entry in the store say what the notebook says: writes it, or takes it out.
///
/// # Errors
/// [`StoreError`] where the store failed; what stood there before is then still there.
pub fn save(
    store: &dyn Store,
    keys: &Keys,
    entry: &Entry,
    notebook: &Notebook,
) -> Result<(), StoreError> {
    let key = keys.key(entry);
    let text = match entry {
        Entry::Note(id) => notebook.note(id).map(codec::encode_note),
        Entry::Draft(theme) => match notebook.draft(theme) {
            "" => None,
            draft => Some(codec::encode_draft(draft)),
        },
    };
    match text {
        Some(text) => store.write(&key, &text),
        None => store.remove(&key),
    }
}
