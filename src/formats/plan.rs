//! What bringing notes in would do, worked out before anything is done.
//!
//! The rules keep two promises: nothing that is stored is written over, and no text of the file is
//! dropped without being named. A note that is here with other words stays as it is, and the one
//! from the file is put beside it. Ids made here follow from what the file says, so that the same
//! file brought in twice changes nothing the second time.

mod arrival;
mod planner;

use std::collections::BTreeMap;

pub use arrival::Arrival;
pub(super) use arrival::{Incoming, Words};

use super::{Change, Snapshot};
use crate::notebook::Notebook;
use crate::storage::{Entry, Keys, codec};

/// How many characters of a text are told to the reader.
const SHOWN: usize = 80;

/// What kind of file was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A Readium annotation set, such as the backup.
    Backup,
    /// Markdown made by this app.
    Markdown,
    /// An export of the Hypothesis client.
    Hypothesis,
    /// Web annotations, one or a list of them.
    WebAnnotations,
    /// A link with notes in it.
    Link,
}

/// A text that comes in, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The title of its theme, or the theme's id where the event does not have it.
    pub theme: String,
    /// The first words of the text.
    pub text: String,
}

/// Why a text of the file cannot be taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It lacks what a note must have, or has it in another form.
    Malformed,
    /// It says nothing.
    NoText,
    /// It is on no theme of this page.
    NoTheme,
    /// Another entry stands in the place where it belongs.
    PlaceTaken,
}

/// A text of the file that is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its first words, as far as they can be told.
    pub text: String,
    /// Why it is left out.
    pub reason: Reason,
}

/// What would happen, and how to make it happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the file is.
    pub source: Source,
    /// Notes that are not here yet, those among the recently deleted among them.
    pub new_notes: Vec<Described>,
    /// Drafts on themes that have none here.
    pub new_drafts: Vec<Described>,
    /// Recently deleted notes that are not here yet.
    pub new_deleted: Vec<Described>,
    /// Entries that could not be read where the file was made, put back as they were.
    pub new_entries: Vec<Described>,
    /// Texts that are here with other words: what is here stays, and these are put beside it.
    pub conflicting: Vec<Described>,
    /// How many texts are here already.
    pub unchanged: usize,
    /// What is not taken over.
    pub unreadable: Vec<Unreadable>,
    /// How many texts belong to other events or pages.
    pub elsewhere: usize,
    /// What is to be done to the store, all of it or nothing. Each key is named once, so swapping
    /// `before` and `after` of each takes it back.
    pub changes: Vec<Change>,
}

impl Plan {
    fn new(source: Source) -> Self {
        Self {
            source,
            new_notes: Vec::new(),
            new_drafts: Vec::new(),
            new_deleted: Vec::new(),
            new_entries: Vec::new(),
            conflicting: Vec::new(),
            unchanged: 0,
            unreadable: Vec::new(),
            elsewhere: 0,
            changes: Vec::new(),
        }
    }

    /// Whether there is nothing to be done.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// A snapshot as it is once some changes are made; `None` where an entry is not what a change
/// expects, so that nothing would be made of them.
pub fn applied(snapshot: &Snapshot, changes: &[Change]) -> Option<Snapshot> {
    let mut entries: BTreeMap<String, String> = snapshot.entries.iter().cloned().collect();
    for change in changes {
        if entries.get(&change.key) != change.before.as_ref() {
            return None;
        }
        match &change.after {
            Some(text) => entries.insert(change.key.clone(), text.clone()),
            None => entries.remove(&change.key),
        };
    }
    let keys = Keys::of(&snapshot.event.id);
    let entries: Vec<(String, String)> = entries.into_iter().collect();
    let notebook = notebook_of(&keys, &entries);
    Some(Snapshot { entries, notebook, ..snapshot.clone() })
}

/// The notebook that some entries hold.
pub fn notebook_of(keys: &Keys, entries: &[(String, String)]) -> Notebook {
    let mut notebook = Notebook::default();
    for (key, text) in entries {
        match keys.entry(key) {
            Some(Entry::Note(id)) => {
                if let Ok(note) = codec::decode_note(&id, text) {
                    notebook.put(note.value);
                }
            }
            Some(Entry::Draft(theme)) => {
                if let Ok(draft) = codec::decode_draft(text) {
                    notebook.set_draft(&theme, draft.value);
                }
            }
            Some(Entry::Deleted(id)) => {
                if let Ok(deleted) = codec::decode_deleted(&id, text) {
                    notebook.put_deleted(deleted.value);
                }
            }
            Some(Entry::SetAside(_) | Entry::Older(_)) | None => {}
        }
    }
    notebook
}

/// The first words of a text, on one line.
fn in_short(text: &str) -> String {
    let mut short = String::new();
    // A text may begin with any amount of space.
    let mut letters = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .flat_map(|word| std::iter::once(' ').chain(word.chars()))
        .skip(1);
    short.extend(letters.by_ref().take(SHOWN));
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
