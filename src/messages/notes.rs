//! The reader's notes: boxes, buttons and lists of a theme, “My notes”, and what is kept beside the
//! notes. What happens to them is told in `news`.

/// The name of the box in which a note on a theme is begun.
pub fn new_note_on(theme: &str) -> String {
    format!("New note on {theme}")
}

/// What stands in that box while it is empty.
pub const WRITE_HERE: &str = "Write a note on this theme";

/// The button that makes a note of what stands in the box.
pub const ADD_NOTE: &str = "Add note";

/// The list of the notes on a theme.
pub fn notes_on(theme: &str) -> String {
    format!("Notes on {theme}")
}

/// The list, and the heading, of notes whose theme is gone from the event.
pub const LOST_NOTES: &str = "Notes on themes no longer in this event";

/// The button that takes the notes on a theme out of the page.
pub const SHARE_THEME: &str = "Export or share these notes…";

/// The button that opens the editor of a note.
pub const EDIT_NOTE: &str = "Edit note";

/// The button that deletes a note.
pub const DELETE_NOTE: &str = "Delete note";

/// The button that takes a note out of the page, and the one that opens the system's share sheet.
pub const SHARE: &str = "Share…";

/// The name of the editor of a note.
pub const NOTE_TEXT: &str = "Note text";

/// The button that closes the editor.
pub const DONE: &str = "Done";

/// The button that takes back what was just done.
pub const UNDO: &str = "Undo";

/// A piece of the sentence that says when a note was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimesPiece {
    /// Words.
    Words(&'static str),
    /// When it was added.
    Created,
    /// When it was changed last.
    Changed,
}

/// When a note was added, and when it was changed, if it was.
pub fn times(is_changed: bool) -> &'static [TimesPiece] {
    use TimesPiece::{Changed, Created, Words};
    if is_changed {
        &[Words("Added "), Created, Words(", changed "), Changed]
    } else {
        &[Words("Added "), Created]
    }
}

/// How many notes of a list are on the page, where that is not all of them.
pub fn shown_of(shown: usize, count: usize) -> String {
    format!(
        "{shown} of {} are shown here. More come as you scroll; your browser’s “Find in page” sees \
         only these, “Search notes” all of them.",
        note_count(count)
    )
}

/// The button that shows more of them.
pub const SHOW_MORE: &str = "Show more notes";

/// A tag in the list of tags.
pub fn tag_with_count(tag: &str, count: usize) -> String {
    format!("{tag} ({count})")
}

/// What marks a note that is not like the others; empty for those that are.
pub fn note_mark(is_conflict: bool, is_newer: bool, is_unsaved: bool) -> &'static str {
    if is_unsaved {
        "Not saved"
    } else if is_newer {
        "From a newer version of this page: shown as it is, and not changed here. Reload the page \
         to work with it."
    } else if is_conflict {
        "Conflict copy: this was written at the same time in another tab. Keep what you need and \
         delete the rest."
    } else {
        ""
    }
}

/// So many notes, where there are none.
pub const NO_NOTES: &str = "no notes";

/// So many notes.
pub fn note_count(count: usize) -> String {
    match count {
        0 => NO_NOTES.to_owned(),
        1 => "1 note".to_owned(),
        more => format!("{more} notes"),
    }
}

/// A theme in the map: its title, and how many notes are on it.
pub fn theme_with_count(theme: &str, count: usize) -> String {
    theme.to_owned() + ", " + &note_count(count)
}

/// The region of all notes, its heading, and the link to it.
pub const MY_NOTES: &str = "My notes";

/// The search box: its name, and what stands in it while it is empty.
pub const SEARCH_NOTES: &str = "Search notes";

/// The button that takes notes home.
pub const EXPORT: &str = "Export…";

/// The button that brings notes in.
pub const IMPORT: &str = "Import…";

/// The button that puts all notes on the clipboard.
pub const COPY_ALL: &str = "Copy all my notes";

/// The totals above the list of all notes.
pub fn totals(found: usize, all: usize, searching: bool) -> String {
    match (all, searching) {
        (0, _) => "No notes yet. Choose a theme and start writing.".to_owned(),
        (_, false) => format!("{} in this browser.", note_count(all)),
        (_, true) => format!("{found} of {} found.", note_count(all)),
    }
}

/// The quiet line about a backup that is due. `last` is when there was one, as the reader is used
/// to see times.
pub fn overdue_backup(last: Option<&str>) -> String {
    match last {
        Some(last) => format!(
            "Your last backup was taken on {last}, and has none of the changes since. “Export…” \
             takes a new one."
        ),
        None => {
            "Some of your notes are over a week old, and there is no backup of them. “Export…” \
                 takes one."
                .to_owned()
        }
    }
}

/// The link from a note that was found to its theme.
pub const GO_TO_THEME: &str = "Go to theme";

/// The list of themes to which a note whose theme is gone can be moved.
pub const MOVE_TO_THEME: &str = "Move to theme";

/// The button that moves it.
pub const MOVE: &str = "Move";

/// The heading of what could not be read.
pub const NEEDS_ATTENTION: &str = "Needs attention";

/// The list of it.
pub const ATTENTION_LIST: &str = "Entries that need attention";

/// The text of an entry that could not be read.
pub const RAW_ENTRY: &str = "The entry as it is stored";

/// Behind a text of which the rest is not shown.
pub const CUT_OFF: &str = " …";

/// The button that copies an entry that could not be read.
pub const COPY: &str = "Copy";

/// The button that saves it as a file.
pub const DOWNLOAD: &str = "Download";

/// The button that asks whether to remove it.
pub const REMOVE: &str = "Remove…";

/// That question.
pub const REMOVE_QUESTION: &str = "Remove it for good? No copy stays.";

/// The answers to it: yes and no.
pub const REMOVE_ANSWERS: [&str; 2] = ["Remove for good", "Keep it"];

/// The list of the notes that were deleted lately.
pub const RECENTLY_DELETED: &str = "Recently deleted";

/// How many deleted notes can be brought back, as the heading above their list.
pub fn deleted_title(count: usize) -> String {
    format!("Recently deleted ({count})")
}

/// How long they can.
pub const DELETED_KEPT: &str = "Kept for 30 days, then gone for good.";

/// When a note was deleted, as the reader is used to see times.
pub fn deleted_at(time: &str) -> String {
    format!("Deleted {time}")
}

/// The button that brings a deleted note back.
pub const RESTORE_NOTE: &str = "Restore note";

/// The button that asks whether all deleted notes are to go.
pub const EMPTY: &str = "Empty…";

/// The question before all deleted notes go for good.
pub fn empty_question(count: usize) -> String {
    format!("Delete {} for good? They cannot be brought back.", note_count(count))
}

/// The answers to it: yes and no.
pub const EMPTY_ANSWERS: [&str; 2] = ["Delete for good", "Keep them"];

/// The heading of how much room the notes take.
pub const STORAGE: &str = "Storage";

/// The heading of notes whose theme is gone, among all notes in plain text.
pub const OTHER_THEMES: &str = "Other themes";

/// Of the button that shows a note as it was typed, where it is shown as its Markdown means it.
pub const SHOW_SOURCE: &str = "Show source";

/// Of the same button, while the note is shown as it was typed.
pub const SHOW_FORMATTED: &str = "Show formatted";

/// Of the button that lets a note stand before the others.
pub const PIN: &str = "Pin";

/// Of the same button, on a note that does.
pub const UNPIN: &str = "Unpin";

/// On a note that stands before the others.
pub const PINNED: &str = "Pinned";

/// The name of the list of themes.
pub const THEME: &str = "Theme";

/// In the list of themes, where none is chosen.
pub const ALL_THEMES: &str = "All themes";

/// The name of the list of tags.
pub const TAG: &str = "Tag";

/// In the list of tags, where none is chosen.
pub const ALL_TAGS: &str = "All tags";

/// Before the list of orders, and its name.
pub const SORT_BY: &str = "Sort by";

/// In the list of orders: by theme, as the outline has them.
pub const OUTLINE: &str = "Outline";

/// In the list of orders: by when notes were added.
pub const NEWEST: &str = "Newest";

/// In the list of orders: by when notes were changed.
pub const LAST_CHANGED: &str = "Last changed";

/// The name of the one list in which notes stand by another order than the outline's.
pub const NOTES_IN_ORDER: &str = "Notes in order of time";
