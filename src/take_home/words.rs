//! What the dialogs tell the reader: full sentences that say what happened, what it means for their
//! notes, and what to do.

use super::browser::FileTrouble;
use super::request::Outcome;

/// So many notes.
pub(super) fn notes(count: usize) -> String {
    match count {
        0 => "no notes".to_owned(),
        1 => "1 note".to_owned(),
        more => format!("{more} notes"),
    }
}

/// What became of a file that was handed to the reader.
pub(super) fn saved_as(name: &str, went_well: bool) -> String {
    if went_well {
        format!("Saved as {name} where your browser puts downloads.")
    } else {
        "Not saved: the browser refused to make a file. Your notes are not affected. Copy them \
         instead, or try another form."
            .to_owned()
    }
}

/// What became of a copy.
pub(super) fn copied(went_well: bool) -> &'static str {
    if went_well {
        "Copied."
    } else {
        "Not copied: the browser did not let the page use the clipboard. Your notes are not \
         affected. Save them as a file instead."
    }
}

/// What becomes of a file that was not read.
pub(super) fn trouble(trouble: FileTrouble) -> &'static str {
    match trouble {
        FileTrouble::TooLarge => {
            "This file is larger than 40 MB, which no file of notes is. Nothing was read, and your \
             notes are as they were. Choose a backup that this page made."
        }
        FileTrouble::Unreadable => {
            "The browser could not read this file: it may have been moved, or is a folder. Your \
             notes are as they were. Choose it again."
        }
    }
}

/// Why nothing was brought in, or taken back.
pub(super) fn not_done(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "",
        Outcome::Changed => {
            "Nothing was changed: your notes have changed since you looked, here or in another tab. \
             Close this and begin again."
        }
        Outcome::Full => {
            "Nothing was changed: this browser’s storage for this site has no room for it. Your \
             notes are as they were. Delete what you no longer need, and try again."
        }
        Outcome::Refused => {
            "Nothing was changed: the browser refused to store it. Your notes are as they were. Try \
             again, or in another browser."
        }
    }
}
