//! The reader's notes: boxes, buttons and lists of a theme, “My notes”, and what is kept beside the
//! notes. What happens to them is told in `news`.

pub use super::sentences::notes::*;
use super::{Message, Phrase};

/// What marks a note that is not like the others; `None` for those that are.
pub fn note_mark(is_conflict: bool, is_newer: bool, is_unsaved: bool) -> Option<Phrase> {
    if is_unsaved {
        Some(MARK_NOT_SAVED)
    } else if is_newer {
        Some(MARK_NEWER)
    } else {
        is_conflict.then_some(MARK_CONFLICT)
    }
}

/// When a note was added, and when it was changed, if it was: as the reader is used to see times.
pub fn times(created: &str, changed: Option<&str>) -> Message {
    match changed {
        Some(changed) => added_and_changed(created, changed),
        None => added(created),
    }
}

/// The totals above the list of all notes.
pub fn totals_of(found: usize, all: usize, is_searching: bool) -> Message {
    if is_searching && all > 0 { totals_found(found, all) } else { totals(all) }
}

/// The quiet line about a backup that is due. `last` is when there was one, as the reader is used
/// to see times.
pub fn backup_is_due(last: Option<&str>) -> Message {
    last.map_or_else(|| OVERDUE_FIRST_BACKUP.into(), overdue_backup)
}

/// The answers to the question whether an entry is to be removed: yes and no.
pub const REMOVE_ANSWERS: [Phrase; 2] = [REMOVE_YES, REMOVE_NO];

/// The answers to the question whether all deleted notes are to go: yes and no.
pub const EMPTY_ANSWERS: [Phrase; 2] = [EMPTY_YES, EMPTY_NO];
