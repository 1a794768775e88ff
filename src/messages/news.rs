//! What the page tells the reader about their notes: full sentences that say what happened, what
//! it means for the notes, and what to do.

use super::notes;
pub use super::sentences::news::*;
use super::{Message, Phrase};
use crate::session::{Reason, Usage};
use crate::storage::StoreError;

/// How the last thing that the reader did went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing to tell.
    #[default]
    Quiet,
    /// All is stored.
    Saved,
    /// A note was deleted and can be brought back.
    Deleted,
    /// A deleted note is back.
    Restored,
    /// So many texts came back from the second copy.
    Recovered(usize),
    /// What had gone from the store is in it again.
    WrittenBack,
    /// What the reader asked for is on the clipboard.
    Copied,
}

/// What the reader wanted to have on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Copied {
    /// All notes.
    Notes,
    /// A sentence that cites the event.
    Citation,
    /// A stored entry that cannot be read.
    Entry,
}

/// What the reader must know because it endangers notes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The browser gives no storage, or could not read it: notes live in memory only.
    NotKept(StoreError),
    /// So many notes and drafts have gone from the store and are still on the page.
    Vanished(usize),
    /// What was typed is on the page but not in the store.
    NotSaved(StoreError),
    /// The draft cannot be stored, because its place holds an entry that could not be read.
    PlaceTaken,
    /// The note could not be deleted, and is still there.
    NotDeleted,
    /// The browser took nothing for the clipboard.
    NotCopied(Copied),
    /// The program that takes notes home did not arrive.
    NotLoaded,
    /// So many entries could not be read, and stay as they are.
    Unreadable(usize),
    /// So many notes were stored by a later version of the app, and are only shown.
    Newer(usize),
    /// So many notes hang on themes that the event does not have.
    UnknownTheme(usize),
}

/// The quiet line for what went well; `None` where there is nothing to tell.
pub fn status(status: &Status) -> Option<Message> {
    Some(match status {
        Status::Quiet => return None,
        Status::Saved => SAVED.into(),
        Status::Deleted => DELETED.into(),
        Status::Restored => RESTORED.into(),
        Status::Recovered(count) => recovered(*count),
        Status::WrittenBack => WRITTEN_BACK.into(),
        Status::Copied => COPIED.into(),
    })
}

/// The words for what did not.
pub fn problem(problem: &Problem) -> Message {
    match problem {
        Problem::NotKept(StoreError::Blocked) => NOT_KEPT_BLOCKED.into(),
        Problem::NotKept(_) => NOT_KEPT.into(),
        Problem::Vanished(count) => vanished(*count),
        Problem::NotSaved(StoreError::Full) => NOT_SAVED_FULL.into(),
        Problem::NotSaved(_) => NOT_SAVED.into(),
        Problem::PlaceTaken => PLACE_TAKEN.into(),
        Problem::NotDeleted => NOT_DELETED.into(),
        Problem::NotCopied(Copied::Notes) => NOT_COPIED_NOTES.into(),
        Problem::NotCopied(Copied::Citation) => NOT_COPIED_CITATION.into(),
        Problem::NotCopied(Copied::Entry) => NOT_COPIED_ENTRY.into(),
        Problem::NotLoaded => NOT_LOADED.into(),
        Problem::Unreadable(count) => unreadable(*count),
        Problem::Newer(count) => newer(*count),
        Problem::UnknownTheme(count) => unknown_theme(*count),
    }
}

/// What the reader can do at once about a problem; `None` where nothing on this page helps.
pub fn remedy(problem: &Problem) -> Option<Remedy> {
    match problem {
        Problem::Vanished(_) => Some(Remedy::WriteBack),
        Problem::NotKept(_) | Problem::NotSaved(_) => Some(Remedy::CopyAll),
        Problem::Unreadable(_) | Problem::Newer(_) | Problem::UnknownTheme(_) => {
            Some(Remedy::Dismiss)
        }
        Problem::NotLoaded => Some(Remedy::CopyAll),
        Problem::PlaceTaken | Problem::NotDeleted | Problem::NotCopied(_) => None,
    }
}

/// Something that helps with a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Put every note on the clipboard.
    CopyAll,
    /// Store again what is gone from the store.
    WriteBack,
    /// Take the message away: what it tells of stays to be seen under My notes.
    Dismiss,
}

impl Remedy {
    /// What its button says.
    pub fn label(self) -> Phrase {
        match self {
            Self::CopyAll => notes::COPY_ALL,
            Self::WriteBack => WRITE_BACK,
            Self::Dismiss => DISMISS,
        }
    }
}

/// Why an entry needs attention, and what that means for it.
pub fn reason(reason: Reason) -> Phrase {
    match reason {
        Reason::Damaged => REASON_DAMAGED,
        Reason::Newer => REASON_NEWER,
        Reason::OutOfReach => REASON_OUT_OF_REACH,
    }
}

/// How much room the notebook takes, and what takes it.
pub fn usage_of_notebook(room: &Usage) -> Message {
    let total = room.notes + room.drafts + room.deleted + room.unreadable;
    let [total, notes, drafts, deleted, unreadable] =
        [total, room.notes, room.drafts, room.deleted, room.unreadable].map(to_the_thousand);
    usage(total, notes, drafts, deleted, unreadable)
}

/// A number of characters to the thousand, rounded up so that only nothing counts as nothing.
fn to_the_thousand(characters: usize) -> usize {
    characters.div_ceil(1000) * 1000
}

/// Whether the browser has agreed to keep what is stored.
pub fn persistence(agreed: Option<bool>) -> Phrase {
    match agreed {
        None => PERSISTENCE_NOT_ASKED,
        Some(true) => PERSISTENCE_AGREED,
        Some(false) => PERSISTENCE_REFUSED,
    }
}
