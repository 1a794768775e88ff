//! What the page tells the reader about their notes: full sentences that say what happened, what
//! it means for the notes, and what to do.

use super::notes;
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

/// The quiet line for what went well.
pub fn status(status: &Status) -> String {
    match status {
        Status::Quiet => String::new(),
        Status::Saved => "Saved".to_owned(),
        Status::Deleted => "Note deleted.".to_owned(),
        Status::Restored => "The note is back.".to_owned(),
        Status::Recovered(count) => {
            let (texts, are) = counted(*count, "text", "texts");
            format!("{texts} that this browser had not finished storing {are} back.")
        }
        Status::WrittenBack => "Your notes are stored in this browser again.".to_owned(),
        Status::Copied => "Copied.".to_owned(),
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
        Problem::Vanished(count) => {
            let (notes, are) = counted(*count, "note or draft", "notes and drafts");
            format!(
                "{notes} {are} no longer stored in this browser: something other than this page \
                 removed them. They are still here, in this tab. Write them back, or copy them \
                 out before you close it."
            )
        }
        Problem::NotSaved(StoreError::Full) => {
            "Not saved: this browser’s storage for this site is full. Your text is still on this \
             page. Keep the tab open and make room: “Storage” under My notes shows what takes it. \
             Saving is tried again by itself."
                .to_owned()
        }
        Problem::NotSaved(_) => {
            "Not saved: the browser refused to store your text. It is still on this page. Keep the \
             tab open and copy the text to a safe place; saving is tried again by itself."
                .to_owned()
        }
        Problem::PlaceTaken => {
            "Not saved: the place of this text holds an older entry that could not be read and is \
             not overwritten. Press “Add note” to keep a draft as a note, or remove that entry \
             under “Needs attention”."
                .to_owned()
        }
        Problem::NotDeleted => {
            "Not deleted: the browser refused to change what is stored. Nothing is lost, and all \
             that was there is still there. Try again."
                .to_owned()
        }
        Problem::NotCopied(what) => {
            let instead = match what {
                Copied::Notes => {
                    "Your notes are not affected. “Export…” saves them as a file; or select them \
                     under My notes and copy them by your keyboard."
                }
                Copied::Citation => {
                    "The sentence is still there, and selected: copy it by your keyboard or the \
                     browser’s menu."
                }
                Copied::Entry => "The entry is not affected. “Download” saves it as a file.",
            };
            format!("Not copied: the browser lets this page put nothing on the clipboard. {instead}")
        }
        Problem::NotLoaded => {
            "The part of this page that exports, imports and shares notes could not be loaded: you \
             may be offline. Your notes are not affected. Try again once you are connected; \
             “Copy all my notes” works without it."
                .to_owned()
        }
        Problem::Unreadable(count) => {
            let (entries, are) = counted(*count, "stored entry", "stored entries");
            format!(
                "{entries} could not be read and {are} left in this browser as found. All other \
                 notes work. Look under “Needs attention” in My notes for the text."
            )
        }
        Problem::Newer(count) => {
            let (notes, are) = counted(*count, "note", "notes");
            format!(
                "{notes} {are} from a newer version of this page. You can read what stands there; \
                 this version leaves it untouched. Reload the page to work with it."
            )
        }
        Problem::UnknownTheme(count) => {
            let (notes, are) = counted(*count, "note", "notes");
            format!(
                "{notes} {are} on a theme that this event no longer has. Nothing is lost: look \
                 under “Notes on themes no longer in this event” in My notes, where you can move \
                 them to another theme."
            )
        }
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
    pub fn label(self) -> &'static str {
        match self {
            Self::CopyAll => notes::COPY_ALL,
            Self::WriteBack => "Write them back",
            Self::Dismiss => "Dismiss",
        }
    }
}

/// Why an entry needs attention, and what that means for it.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Damaged => {
            "Damaged: this entry could not be read. It is kept as it was found, and a copy is set \
             aside. Copy or download what you need of it."
        }
        Reason::Newer => {
            "From a newer version of this page, in a form that this version does not know. It is \
             left untouched. Reload the page to get the newer version."
        }
        Reason::OutOfReach => {
            "The browser does not hand this entry out at the moment. It is left untouched. Reload \
             the page to try again."
        }
    }
}

/// How much room the notebook takes, and what takes it.
pub fn usage(usage: &Usage) -> String {
    let total = usage.notes + usage.drafts + usage.deleted + usage.unreadable;
    let mut text = format!(
        "This event’s notes take {} of the about 5,000,000 characters that browsers give one \
         site: {} for notes, {} for drafts, {} for recently deleted notes, {} for what could not \
         be read.",
        thousands(total),
        thousands(usage.notes),
        thousands(usage.drafts),
        thousands(usage.deleted),
        thousands(usage.unreadable),
    );
    if usage.foreign_keys > 0 {
        let (entries, _) = counted(usage.foreign_keys, "entry", "entries");
        text += &format!(
            " Other pages of this site hold {entries}, which this page does not read and so cannot \
             measure."
        );
    }
    text
}

/// A number of characters to the thousand, rounded up so that only nothing counts as nothing.
fn thousands(characters: usize) -> String {
    match characters.div_ceil(1000) {
        0 => "none".to_owned(),
        few if few < 1000 => format!("{few},000"),
        many => format!("{},{:03},000", many / 1000, many % 1000),
    }
}

/// Whether the browser has agreed to keep what is stored.
pub fn persistence(agreed: Option<bool>) -> &'static str {
    match agreed {
        None => {
            "With your first note this page asks the browser to keep your notes even when it runs \
             short of room."
        }
        Some(true) => {
            "This browser has agreed to keep your notes even when it runs short of room. They go \
             only when you delete them or clear this site’s data."
        }
        Some(false) => {
            "This browser has not agreed to keep your notes when it runs short of room. It rarely \
             comes to that; still, copy out what you cannot do without."
        }
    }
}

/// A count with its noun, and the verb that goes with it.
fn counted(count: usize, one: &str, many: &str) -> (String, &'static str) {
    if count == 1 { (format!("1 {one}"), "is") } else { (format!("{count} {many}"), "are") }
}
