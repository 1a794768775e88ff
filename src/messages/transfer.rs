//! Export, import and sharing: the dialogs, the files and links in them, and what stands in an
//! export beside the notes. What happens is told in full sentences that say what it means for the
//! reader's notes, and what to do.
//!
//! What an export is known by when it is read again is no text for readers, and stands with its
//! format: the fields of a front matter, the columns of a table, the line above a Hypothesis note.

pub use super::sentences::transfer::*;
use super::{Message, Phrase};
use crate::formats::{
    Format, LARGEST_FILE, LONGEST_LINK, LinkError, Plan, Reason, Refusal, Source, TooLong,
};
use crate::transfer::request::Outcome;

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// Larger than any file that is taken.
    TooLarge,
    /// The browser could not read it: it was moved or changed, or it is a folder.
    Unreadable,
}

/// What is exported: the notes on a theme, by its title; `None` where the event no longer has it.
pub fn notes_on(title: Option<&str>, count: usize) -> Message {
    match title {
        Some(title) => notes_on_theme(title, count),
        None => notes_on_nameless_theme(count),
    }
}

/// What became of a file of this name that was handed to the reader.
pub fn file_saved(name: &str, went_well: bool) -> Message {
    if went_well { saved_as(name) } else { NOT_SAVED.into() }
}

/// What became of a copy.
pub fn copy(went_well: bool) -> Phrase {
    if went_well { COPIED } else { NOT_COPIED }
}

/// What became of a copy of the link.
pub fn link_copy(went_well: bool) -> Phrase {
    if went_well { COPIED } else { LINK_NOT_COPIED }
}

/// Above what would happen if a file were brought in.
pub fn what_would_happen(source: Source) -> Phrase {
    match source {
        Source::Backup => WHAT_WOULD_HAPPEN_BACKUP,
        Source::Markdown => WHAT_WOULD_HAPPEN_MARKDOWN,
        Source::Hypothesis => WHAT_WOULD_HAPPEN_HYPOTHESIS,
        Source::WebAnnotations => WHAT_WOULD_HAPPEN_WEB_ANNOTATIONS,
        Source::Link => WHAT_WOULD_HAPPEN_LINK,
    }
}

/// What becomes of notes without a theme, by the title of the theme that is chosen for them.
pub fn where_they_go(count: usize, title: Option<&str>) -> Message {
    match title {
        Some(title) => added_to_theme(count, title),
        None => left_in_file(count),
    }
}

/// What becomes of a file that was not read.
pub fn trouble(trouble: FileTrouble) -> Phrase {
    match trouble {
        FileTrouble::TooLarge => TROUBLE_TOO_LARGE,
        FileTrouble::Unreadable => TROUBLE_UNREADABLE,
    }
}

/// Why nothing was brought in, or taken back; `None` where it was.
pub fn not_done(outcome: Outcome) -> Option<Phrase> {
    match outcome {
        Outcome::Done => None,
        Outcome::Changed => Some(NOT_DONE_CHANGED),
        Outcome::Full => Some(NOT_DONE_FULL),
        Outcome::Refused => Some(NOT_DONE_REFUSED),
    }
}

impl Format {
    /// Its name in a list of choices.
    pub fn label(self) -> Phrase {
        match self {
            Self::Markdown => LABEL_MARKDOWN,
            Self::Backup => LABEL_BACKUP,
            Self::Hypothesis => LABEL_HYPOTHESIS,
            Self::WebAnnotations => LABEL_WEB_ANNOTATIONS,
            Self::Csv => LABEL_CSV,
            Self::CsvForExcel => LABEL_CSV_FOR_EXCEL,
        }
    }

    /// What stands in the file, in a line.
    pub fn keeps(self) -> Phrase {
        match self {
            Self::Markdown => KEEPS_MARKDOWN,
            Self::Backup => KEEPS_BACKUP,
            Self::Hypothesis => KEEPS_HYPOTHESIS,
            Self::WebAnnotations => KEEPS_WEB_ANNOTATIONS,
            Self::Csv => KEEPS_CSV,
            Self::CsvForExcel => KEEPS_CSV_FOR_EXCEL,
        }
    }

    /// What does not, in a line.
    pub fn loses(self) -> Phrase {
        match self {
            Self::Markdown => LOSES_MARKDOWN,
            Self::Backup => LOSES_BACKUP,
            Self::Hypothesis => LOSES_HYPOTHESIS,
            Self::WebAnnotations => LOSES_WEB_ANNOTATIONS,
            Self::Csv | Self::CsvForExcel => LOSES_CSV,
        }
    }
}

impl Refusal {
    /// What the reader is told.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge(_) => refusal_too_large(LARGEST_FILE / 1_000_000),
            Self::Empty => REFUSAL_EMPTY.into(),
            Self::Utf16 => REFUSAL_UTF16.into(),
            Self::NotText => REFUSAL_NOT_TEXT.into(),
            Self::WebPage => REFUSAL_WEB_PAGE.into(),
            Self::Table => REFUSAL_TABLE.into(),
            Self::CutOff => REFUSAL_CUT_OFF.into(),
            Self::Damaged(_) => REFUSAL_DAMAGED.into(),
            Self::OtherJson => REFUSAL_OTHER_JSON.into(),
            Self::Newer(_) => REFUSAL_NEWER.into(),
            Self::OtherText => REFUSAL_OTHER_TEXT.into(),
        }
    }
}

impl TooLong {
    /// What the reader is told.
    pub fn message(&self) -> Message {
        too_long(self.length, LONGEST_LINK)
    }
}

impl LinkError {
    /// What the reader is told.
    pub fn message(&self) -> Phrase {
        match self {
            Self::NoNotes => LINK_NO_NOTES,
            Self::Damaged => LINK_DAMAGED,
            Self::Newer(_) => LINK_NEWER,
            Self::OtherEvent(_) => LINK_OTHER_EVENT,
        }
    }
}

impl Reason {
    /// A text that is left out, by its first words, and why it is.
    pub fn message(self, text: &str) -> Message {
        match self {
            Self::Malformed => reason_malformed(text),
            Self::NoText => reason_no_text(text),
            Self::NoTheme => reason_no_theme(text),
            Self::PlaceTaken => reason_place_taken(text),
        }
    }
}

impl Plan {
    /// What would happen, a sentence for each thing that would.
    pub fn summary(&self) -> Vec<Message> {
        let told =
            |count: usize, message: fn(usize) -> Message| (count > 0).then(|| message(count));
        let lines = [
            told(self.new_notes.len(), plan_new_notes),
            told(self.new_drafts.len(), plan_new_drafts),
            told(self.new_deleted.len(), plan_new_deleted),
            told(self.new_entries.len(), plan_new_entries),
            told(self.conflicting.len(), plan_conflicting),
            told(self.unchanged, plan_unchanged),
            told(self.elsewhere, plan_elsewhere),
            told(self.unreadable.len(), plan_unreadable),
        ];
        lines.into_iter().flatten().collect()
    }
}

/// In an export: what the notes are about, and when they were exported. `organizers` are their
/// names, and may be empty.
pub fn taken_from(
    title: &str,
    place: Option<&str>,
    days: &str,
    organizers: &str,
    today: &str,
) -> Message {
    match (place, organizers) {
        (None, "") => citation(title, days, today),
        (Some(place), "") => citation_with_place(title, place, days, today),
        (None, names) => citation_with_organizers(title, days, names, today),
        (Some(place), names) => {
            citation_with_place_and_organizers(title, place, days, names, today)
        }
    }
}
