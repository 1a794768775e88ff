//! What the store holds, as far as a page knows it. Where the store turns out to hold something
//! else, another page wrote.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::notebook::{Note, NoteId};
use crate::storage::Entry;
use crate::storage::codec;

/// What stands under an entry's key.
#[derive(Debug)]
enum Stored {
    /// A note, just as the codec writes it. It is shared with the notebook until it changes there,
    /// so that its text is not in memory twice.
    Note(Arc<Note>),
    /// Anything else.
    Text(String),
}

impl Stored {
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Note(note) => Cow::Owned(codec::encode_note(note)),
            Self::Text(text) => Cow::Borrowed(text),
        }
    }
}

/// See the module's description.
#[derive(Debug, Default)]
pub(super) struct StoredEntries(BTreeMap<Entry, Stored>);

impl StoredEntries {
    /// The text under an entry's key, as it is known.
    pub(super) fn text(&self, entry: &Entry) -> Option<Cow<'_, str>> {
        self.0.get(entry).map(Stored::text)
    }

    /// Whether what was found under an entry's key is known to stand there.
    pub(super) fn is_known(&self, entry: &Entry, found: Option<&str>) -> bool {
        self.text(entry).as_deref() == found
    }

    /// Whether anything is known to stand under an entry's key.
    pub(super) fn holds(&self, entry: &Entry) -> bool {
        self.0.contains_key(entry)
    }

    /// The note that is known to be stored under an id.
    pub(super) fn note(&self, id: &NoteId) -> Option<Arc<Note>> {
        match self.0.get(&Entry::Note(id.clone()))? {
            Stored::Note(note) => Some(note.clone()),
            Stored::Text(text) => Some(Arc::new(codec::decode_note(id, text).ok()?.value)),
        }
    }

    /// Some note that is known to be stored.
    pub(super) fn any_note(&self) -> Option<&Entry> {
        // They come before all other entries.
        self.0.keys().next().filter(|entry| matches!(entry, Entry::Note(_)))
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = (&Entry, Cow<'_, str>)> {
        self.0.iter().map(|(entry, stored)| (entry, stored.text()))
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.0.keys()
    }

    pub(super) fn set_text(&mut self, entry: &Entry, text: String) {
        self.0.insert(entry.clone(), Stored::Text(text));
    }

    /// Sets a note that stands there just as the codec writes it.
    pub(super) fn set_plain_note(&mut self, note: Arc<Note>) {
        self.0.insert(Entry::Note(note.id.clone()), Stored::Note(note));
    }

    /// Sets a note and the text that says it, which another program may have written.
    pub(super) fn set_note(&mut self, note: Arc<Note>, text: String) {
        if codec::encode_note(&note) == text {
            self.set_plain_note(note);
        } else {
            self.set_text(&Entry::Note(note.id.clone()), text);
        }
    }

    pub(super) fn remove(&mut self, entry: &Entry) {
        self.0.remove(entry);
    }

    /// Forgets everything, and hands out what was known.
    pub(super) fn take(&mut self) -> impl Iterator<Item = Entry> + use<> {
        std::mem::take(&mut self.0).into_keys()
    }
}
