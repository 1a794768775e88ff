//! What readers are told about exports and imports: full sentences that say what happened, what it
//! means for the notes, and what to do.

use super::Format;
use super::import::{LARGEST_FILE, Refusal};
use super::link::{LONGEST_LINK, LinkError, TooLong};
use super::plan::{Plan, Reason, Source};

/// The mark on a draft.
pub(super) const DRAFT: &str = "Draft, not added yet";

/// The heading above themes that the event no longer has.
pub(super) const GONE_THEMES: &str = "Notes on themes no longer in this event";

impl Format {
    /// Its name in a list of choices.
    pub fn label(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Backup => "Backup (.ann)",
            Self::Hypothesis => "Hypothesis (JSON)",
            Self::WebAnnotations => "Web annotations (JSON-LD)",
            Self::Csv => "Table (CSV)",
        }
    }

    /// What stands in the file, in a line.
    pub fn keeps(self) -> &'static str {
        match self {
            Self::Markdown => {
                "Keeps notes, times and drafts. For any editor; can be imported here."
            }
            Self::Backup => {
                "Keeps all that this browser holds on this event; can be imported here."
            }
            Self::Hypothesis => "Keeps notes, themes and dates, as private Hypothesis annotations.",
            Self::WebAnnotations => "Keeps notes, times and places, for programs such as Recogito.",
            Self::Csv => "Keeps notes, themes and times, a row each, for spreadsheets.",
        }
    }

    /// What does not, in a line.
    pub fn loses(self) -> &'static str {
        match self {
            Self::Markdown => "Loses recently deleted notes, and what could not be read.",
            Self::Backup => "Loses nothing.",
            Self::Hypothesis => "Loses drafts, deleted notes, and when notes were changed.",
            Self::WebAnnotations => "Loses drafts and deleted notes, and cannot be imported here.",
            Self::Csv => "Loses drafts and deleted notes, and cannot be imported here.",
        }
    }
}

impl Refusal {
    /// What the reader is told.
    pub fn message(&self) -> String {
        let (what, remedy) = match self {
            Self::TooLarge(_) => {
                let most = LARGEST_FILE / 1_000_000;
                return format!(
                    "The file is too large to be looked at: this page takes up to {most} MB. Your \
                     notes are as they were. Choose the file that this page gave you."
                );
            }
            Self::Empty => {
                ("The file is empty.", "Choose another one, or make the export once more.")
            }
            Self::Utf16 => (
                "The file is written in UTF-16, which this page does not read.",
                "Open it in an editor, save it as UTF-8, and choose it again.",
            ),
            Self::NotText => (
                "The file is not a text that this page can read.",
                "Choose a backup, a Markdown file or a Hypothesis export of your notes.",
            ),
            Self::WebPage => (
                "The file is a web page, not an export of notes.",
                "Choose a backup, a Markdown file or a Hypothesis export of your notes.",
            ),
            Self::Table => (
                "The file is a table. That form cannot be brought in, since spreadsheets change \
                 what stands in it.",
                "Choose a backup of the same notes.",
            ),
            Self::WebAnnotations => (
                "The file is a list of web annotations. That form cannot be brought in, since it \
                 does not say on which theme of this page a note is.",
                "Choose a backup of the same notes.",
            ),
            Self::CutOff => (
                "The file ends in the middle: it was not saved or copied completely.",
                "Get the whole file and choose it again.",
            ),
            Self::Damaged(_) => (
                "The file is damaged: it begins like an export of notes and does not go on like one.",
                "Choose another copy of it.",
            ),
            Self::OtherJson => (
                "The file does not hold notes in a form that this page knows.",
                "Choose a backup, a Markdown file or a Hypothesis export of your notes.",
            ),
            Self::Newer(_) => (
                "The file was made by a newer version of this page.",
                "Reload the page to get that version, and choose the file again.",
            ),
            Self::OtherText => (
                "The file is a text that this page did not make.",
                "Choose a backup, a Markdown file or a Hypothesis export of your notes. To keep this \
                 text, paste it into a new note.",
            ),
        };
        format!("{what} Your notes are as they were. {remedy}")
    }
}

impl TooLong {
    /// What the reader is told.
    pub fn message(&self) -> String {
        format!(
            "These notes do not fit into a link: it would have {} characters, and programs cut \
             links of more than {LONGEST_LINK}. Nothing was shared. Choose fewer notes, or send a \
             file.",
            self.length
        )
    }
}

impl LinkError {
    /// What the reader is told.
    pub fn message(&self) -> String {
        let (what, remedy) = match self {
            Self::NoNotes => ("There are no notes in this link.", "Ask for the link once more."),
            Self::Damaged => (
                "The notes in this link cannot be read: it was cut or changed on its way.",
                "Ask for it once more, or for a file.",
            ),
            Self::Newer(_) => (
                "The notes in this link were shared by a newer version of this page.",
                "Reload the page to see them.",
            ),
            Self::OtherEvent(_) => (
                "The notes in this link are about another event, so they are not shown here.",
                "Open the link on the page of that event.",
            ),
        };
        format!("{what} Your own notes are as they were. {remedy}")
    }
}

impl Reason {
    /// Why a text is left out, to stand behind its first words.
    pub fn message(self) -> &'static str {
        match self {
            Self::Malformed => "is not in the form of a note",
            Self::NoText => "has no text",
            Self::NoTheme => "is on no theme of this page",
            Self::PlaceTaken => "belongs where another entry stands already",
        }
    }
}

impl Source {
    /// What the file is, to stand in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::Backup => "a backup",
            Self::Markdown => "Markdown made by this page",
            Self::Hypothesis => "an export of Hypothesis",
            Self::Link => "a link with notes",
        }
    }
}

impl Plan {
    /// What would happen, a sentence for each thing that would.
    pub fn summary(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut add = |count: usize, one: &str, many: &str| match count {
            0 => {}
            1 => lines.push(one.to_owned()),
            _ => lines.push(format!("{count} {many}")),
        };
        add(self.new_notes.len(), "1 note is added.", "notes are added.");
        add(self.new_drafts.len(), "1 draft is added.", "drafts are added.");
        add(
            self.new_deleted.len(),
            "1 note is added to “Recently deleted”.",
            "notes are added to “Recently deleted”.",
        );
        add(
            self.new_entries.len(),
            "1 entry that could not be read is put back as it was.",
            "entries that could not be read are put back as they were.",
        );
        add(
            self.conflicting.len(),
            "1 text is here with other words. Yours stays, and the other is put beside it.",
            "texts are here with other words. Yours stay, and the others are put beside them.",
        );
        add(self.unchanged, "1 text is here already.", "texts are here already.");
        add(
            self.elsewhere,
            "1 text belongs to another event or page and is left out.",
            "texts belong to other events or pages and are left out.",
        );
        add(self.unreadable.len(), "1 text cannot be taken over.", "texts cannot be taken over.");
        lines
    }
}
