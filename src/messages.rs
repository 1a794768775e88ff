//! What the page tells the reader about their notes: full sentences that say what happened, what
//! it means for the notes, and what to do.

use crate::state::{Problem, SaveStatus};
use crate::storage::StoreError;

/// The quiet line for what went well.
pub fn status(status: &SaveStatus) -> &'static str {
    match status {
        SaveStatus::Quiet => "",
        SaveStatus::Saved => "Saved",
        SaveStatus::Deleted => "Note deleted.",
        SaveStatus::Restored => "The note is back.",
    }
}

/// The words for what did not.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotKept(StoreError::Blocked) => {
            "This browser does not let the page keep anything. You can write notes, but they vanish \
             when this tab closes: copy them out before you leave, or allow site data for this \
             page and reload it."
                .to_owned()
        }
        Problem::NotKept(_) => {
            "The notes stored in this browser could not be read just now. They are left untouched. \
             What you write now vanishes when this tab closes: reload the page to try again."
                .to_owned()
        }
        Problem::Unreadable(count) => {
            let (entries, are) = counted(*count, "stored entry", "stored entries");
            format!(
                "{entries} could not be read and {are} left in this browser as found. All other \
                 notes work. Do not clear this site’s data if you still need what could not be \
                 read."
            )
        }
        Problem::UnknownTheme(count) => {
            let (notes, are) = counted(*count, "note", "notes");
            format!(
                "{notes} {are} on a theme that this event no longer has. Nothing is lost: look \
                 under “Notes on themes no longer in this event” in My notes."
            )
        }
        Problem::NotSaved(StoreError::Full) => {
            "Not saved: this browser’s storage for this site is full. Your text is still on this \
             page. Keep the tab open, delete notes you no longer need, and it is tried again with \
             your next change."
                .to_owned()
        }
        Problem::NotSaved(_) => {
            "Not saved: the browser refused to store your text. It is still on this page. Keep the \
             tab open and copy the text to a safe place; it is tried again with your next change."
                .to_owned()
        }
        Problem::PlaceTaken => {
            "Not saved: the place of this draft holds an older entry that could not be read and \
             is not overwritten. Press “Add note” to keep your text as a note."
                .to_owned()
        }
    }
}

/// A count with its noun, and the verb that goes with it.
fn counted(count: usize, one: &str, many: &str) -> (String, &'static str) {
    if count == 1 { (format!("1 {one}"), "is") } else { (format!("{count} {many}"), "are") }
}

/// How many notes a theme has, as the table of contents says it.
pub fn note_count(count: usize) -> String {
    match count {
        0 => "no notes".to_owned(),
        1 => "1 note".to_owned(),
        more => format!("{more} notes"),
    }
}

/// The totals above the list of all notes.
pub fn totals(found: usize, all: usize, searching: bool) -> String {
    match (all, searching) {
        (0, _) => "No notes yet. Choose a theme and start writing.".to_owned(),
        (_, false) => format!("{} in this browser.", note_count(all)),
        (_, true) => format!("{found} of {} found.", note_count(all)),
    }
}
