//! Export, import and sharing: the dialogs, the files and links in them, and what stands in an
//! export beside the notes. What happens is told in full sentences that say what it means for the
//! reader's notes, and what to do.
//!
//! What an export is known by when it is read again is no text for readers, and stands with its
//! format: the fields of a front matter, the columns of a table, the line above a Hypothesis note.

use crate::formats::{
    Format, LARGEST_FILE, LONGEST_LINK, LinkError, Plan, Reason, Refusal, Source, TooLong,
};
use crate::messages::notes::note_count;
use crate::transfer::request::Outcome;

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// Larger than any file that is taken.
    TooLarge,
    /// The browser could not read it: it was moved or changed, or it is a folder.
    Unreadable,
}

/// The button that closes a dialog.
pub const CLOSE: &str = "Close";

/// The title of the dialog that takes notes home.
pub const EXPORT_TITLE: &str = "Take your notes home";

/// Its title where the notes are one note, or those on one theme.
pub const SHARE_TITLE: &str = "Share or take home";

/// What is exported: all notes.
pub fn all_notes(count: usize) -> String {
    format!("All your notes on this event: {}.", note_count(count))
}

/// What is exported: the notes that a search found.
pub fn found_notes(count: usize) -> String {
    format!("What your search found: {}.", note_count(count))
}

/// What is exported: the notes on a theme, by its title.
pub fn notes_on_theme(title: &str, count: usize) -> String {
    format!("Your notes on “{title}”: {}.", note_count(count))
}

/// Stands for the title of a theme that the event no longer has, in the sentence above.
pub const NAMELESS_THEME: &str = "this theme";

/// What is exported: a single note.
pub const ONE_NOTE: &str = "This one note.";

/// Behind what is exported.
pub const NOTHING_LEAVES: &str = " Nothing leaves this device unless you send it.";

/// In the place of all ways home, where there are no notes.
pub const NOTHING_YET: &str = "There is nothing to take home yet: write a note on a theme first.";

/// The heading of the files.
pub const AS_FILE: &str = "As a file";

/// The heading of the clipboard.
pub const ON_CLIPBOARD: &str = "On the clipboard";

/// The button that copies notes with their headings.
pub const COPY_WITH_HEADINGS: &str = "Copy with headings";

/// What becomes of the headings.
pub const HEADINGS_STAY: &str = "Headings and lists stay in a word processor or an e-mail.";

/// The heading of the link.
pub const AS_LINK: &str = "As a link";

/// Who can read notes in a link.
pub const LINK_EXPLAINED: &str = "Whoever opens the link sees these notes, and may add them to their \
                                  own. They stand in the link itself: no server gets them, but \
                                  everybody who gets the link can read them.";

/// The box that holds the link.
pub const LINK: &str = "Link to these notes";

/// The button that copies it.
pub const COPY_LINK: &str = "Copy link";

/// The heading of the printed page.
pub const ON_PAPER: &str = "On paper, or as a PDF";

/// The choice to print only the themes that have notes. It begins with the space behind its box.
pub const ONLY_NOTED: &str = " Leave out themes without notes";

/// The button that opens the printer's dialog.
pub const PRINT: &str = "Print or save as PDF…";

/// What became of a file that was handed to the reader.
pub fn saved_as(name: &str, went_well: bool) -> String {
    if went_well {
        format!("Saved as {name} where your browser puts downloads.")
    } else {
        "Not saved: the browser refused to make a file. Your notes are not affected. Copy them \
         instead, or try another form."
            .to_owned()
    }
}

/// What became of a copy.
pub fn copied(went_well: bool) -> &'static str {
    if went_well {
        "Copied."
    } else {
        "Not copied: the browser did not let the page use the clipboard. Your notes are not \
         affected. Save them as a file instead."
    }
}

/// What became of a copy of the link.
pub fn link_copied(went_well: bool) -> &'static str {
    if went_well {
        copied(true)
    } else {
        "Not copied: the browser lets this page put nothing on the clipboard. The link is still in \
         its box, and selected: copy it by your keyboard or the browser’s menu."
    }
}

/// The title of the dialog that brings notes in.
pub const IMPORT_TITLE: &str = "Bring notes in";

/// What can be brought in, and that nothing is lost by it.
pub const IMPORT_EXPLAINED: &str = "A backup or a Markdown file that this page made, or notes that \
                                    another program made on this page: an export of Hypothesis, or \
                                    web annotations. You see what would happen before anything is \
                                    changed, and nothing that is stored is written over.";

/// The box that takes a file.
pub const CHOOSE_FILE: &str = "Choose a file, or drop it here";

/// Above what would happen if a file were brought in.
pub fn what_would_happen(source: Source) -> String {
    format!("The file is {}. This is what would happen:", source.label())
}

/// Above the choice of a theme for notes that belong to none.
pub fn on_no_theme(count: usize) -> String {
    let are = if count == 1 { "1 note is" } else { &format!("{count} notes are") };
    format!(
        "{are} on no theme: on the page as a whole, or on words that stand in none of its themes or in \
         several. Choose where they go."
    )
}

/// The list of themes for those notes. It ends with the space before the list.
pub const THEME_FOR_THEM: &str = "Theme for notes without one ";

/// The choice of no theme for them.
pub const LEAVE_THEM_OUT: &str = "Leave them out";

/// What becomes of those notes, by the title of the theme that is chosen for them.
pub fn where_they_go(count: usize, title: Option<&str>) -> String {
    match (count, title) {
        (1, Some(title)) => format!("It is added to “{title}”, with what it quotes."),
        (_, Some(title)) => format!("They are added to “{title}”, with what they quote."),
        (1, None) => "It is left out, and stays in the file alone.".to_owned(),
        (_, None) => "They are left out, and stay in the file alone.".to_owned(),
    }
}

/// The heading of the notes that would be added.
pub const ADDED: &str = "Added";

/// The heading of the drafts that would be added.
pub const DRAFTS_ADDED: &str = "Drafts added";

/// The heading of the texts that are here with other words.
pub const PUT_BESIDE: &str = "Put beside yours";

/// The heading of the texts that are not taken over.
pub const LEFT_OUT: &str = "Left out";

/// The button that brings notes in.
pub const BRING_IN: &str = "Bring them in";

/// The button that begins again with another file.
pub const CHOOSE_ANOTHER: &str = "Choose another file";

/// So many notes were brought in.
pub fn brought_in(count: usize) -> String {
    format!("{} brought in.", note_count(count))
}

/// What was brought in, or added, is gone again.
pub const TAKEN_BACK: &str = "Taken back: your notes are as they were before.";

/// The title of the dialog with notes that came by a link.
pub const VISIT_TITLE: &str = "Notes from a link";

/// The list of those notes.
pub const VISIT_LIST: &str = "Notes from the link";

/// Where those notes come from.
pub fn shared_with_you(count: usize) -> String {
    format!(
        "Somebody shared {} on this event with you by the link that you opened. Nothing is added to \
         your own notes unless you say so.",
        note_count(count)
    )
}

/// Stands for the title of a theme that the event no longer has, above a note.
pub const GONE_THEME: &str = "A theme that this event no longer has";

/// In the place of the button, where nothing would be added.
pub const ALL_KNOWN: &str = "You have all of them already.";

/// The button that adds notes from a link to the reader's own.
pub const ADD_TO_MINE: &str = "Add to my notes";

/// They are added.
pub const ADDED_TO_YOURS: &str = "Added to your notes.";

/// What becomes of a file that was not read.
pub fn trouble(trouble: FileTrouble) -> &'static str {
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
pub fn not_done(outcome: Outcome) -> &'static str {
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

impl Format {
    /// Its name in a list of choices.
    pub fn label(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Backup => "Backup (.ann)",
            Self::Hypothesis => "Hypothesis (JSON)",
            Self::WebAnnotations => "Web annotations (JSON-LD)",
            Self::Csv => "Table (CSV)",
            Self::CsvForExcel => "Table for Excel (semicolons)",
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
            Self::Csv => {
                "Keeps notes, themes and times, a row each, for spreadsheets. Excel opens it in columns \
                 where it writes 1.5 with a point, as in English."
            }
            Self::CsvForExcel => {
                "Keeps the same. Excel opens it in columns where it writes 1,5 with a comma, as in \
                 German, French or Spanish."
            }
        }
    }

    /// What does not, in a line.
    pub fn loses(self) -> &'static str {
        match self {
            Self::Markdown => "Loses recently deleted notes, and what could not be read.",
            Self::Backup => "Loses nothing.",
            Self::Hypothesis => "Loses drafts, deleted notes, and when notes were changed.",
            Self::WebAnnotations => "Loses drafts and deleted notes; can be imported here.",
            Self::Csv | Self::CsvForExcel => {
                "Loses drafts and deleted notes, and cannot be imported here."
            }
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
            Self::WebAnnotations => "a list of web annotations",
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

/// In an export: the mark on a draft.
pub const DRAFT: &str = "Draft, not added yet";

/// In an export: a time, from its day and its hour and minute.
pub fn time(day: &str, minute: &str) -> String {
    format!("{day}, {minute} UTC")
}

/// In an export: when a note was made and changed.
pub fn made_and_changed(created: &str, changed: &str) -> String {
    format!("{created}, changed {changed}")
}

/// In an export: what the notes are about, and when they were exported. `organizers` are their
/// names, and may be empty.
pub fn citation(
    title: &str,
    place: Option<&str>,
    days: &str,
    organizers: &str,
    today: &str,
) -> String {
    let place = place.map(|place| format!("{place}, ")).unwrap_or_default();
    let by = match organizers {
        "" => String::new(),
        names => format!(" Convened by {names}."),
    };
    format!("Personal notes on “{title}”, {place}{days}.{by} Taken from the event page on {today}.")
}

/// In a backup: its title.
pub fn backup_title(event: &str) -> String {
    format!("Notes on {event}")
}
