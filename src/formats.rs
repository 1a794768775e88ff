//! Notes in the forms that other programs read, and back again: export and import.
//!
//! Pure functions over a [`Snapshot`]: no browser, no clock, no Leptos. They are part of a program
//! that is loaded when a reader first exports, imports or shares something (`src/bin/transfer.rs`),
//! so they may use libraries that would be too heavy for the start.

mod address;
mod annotation;
mod backup;
mod clipboard;
mod half_pairs;
mod hypothesis;
mod ids;
mod import;
mod link;
mod markdown;
mod outline;
mod plan;
mod selectors;
pub mod several;
mod table;
mod threads;
mod times;
mod web_annotations;
mod words;

pub use backup::EVENT_URN;
pub use clipboard::{plain_text, rich_text};
pub use import::{LARGEST_FILE, Refusal, open, read};
pub use link::{
    FRAGMENT, LONGEST_LINK, LinkError, TooLong, Visit, VisitingNote, link, open_link, plan_visit,
};
pub use plan::{Arrival, Described, Plan, Reason, Source, Unreadable, applied, notebook_of};

use serde::Serialize;

use crate::event::EventOutline;
pub use crate::event::PageText;
pub use crate::notebook::Selection;
use crate::notebook::{Notebook, Timestamp};
pub use crate::storage::Change;

/// Everything that can be exported, at one moment.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// What the page is about.
    pub event: EventOutline,
    /// The page's address, without a fragment.
    pub address: String,
    /// Where the themes' headings stand in the page's text.
    pub page: PageText,
    /// All notes, drafts and deleted notes.
    pub notebook: Notebook,
    /// Key and text of every entry as it is stored, or would be if there were room: those of the
    /// notebook, and those that cannot be read.
    pub entries: Vec<(String, String)>,
    /// When it was taken.
    pub now: Timestamp,
}

/// The forms in which notes are exported as a file. What each keeps and loses is told to readers in
/// `messages/transfer.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, for people.
    Markdown,
    /// A Readium annotation set with all that is stored.
    Backup,
    /// What the Hypothesis client imports.
    Hypothesis,
    /// W3C Web Annotations.
    WebAnnotations,
    /// A table, its cells parted by commas.
    Csv,
    /// The same, parted by semicolons: for an Excel whose decimal sign is the comma.
    CsvForExcel,
}

impl Format {
    /// All of them, the most useful first.
    pub const ALL: [Self; 6] = [
        Self::Markdown,
        Self::Backup,
        Self::Hypothesis,
        Self::WebAnnotations,
        Self::Csv,
        Self::CsvForExcel,
    ];

    /// The media type of the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Backup => "application/rd-annotations+json",
            Self::Hypothesis => "application/json",
            Self::WebAnnotations => "application/ld+json",
            Self::Csv | Self::CsvForExcel => "text/csv;charset=utf-8",
        }
    }

    /// The name of the file: event and day, so that files of different days stand side by side.
    pub fn file_name(self, snapshot: &Snapshot) -> String {
        self.named(snapshot.event.id.as_str(), &snapshot.now)
    }

    fn named(self, name: &str, now: &Timestamp) -> String {
        let ending = match self {
            Self::Markdown => "md",
            Self::Backup => "ann",
            Self::Hypothesis => "hypothesis.json",
            Self::WebAnnotations => "jsonld",
            Self::Csv => "csv",
            Self::CsvForExcel => "excel.csv",
        };
        format!("{name}-notes-{}.{ending}", times::day(now))
    }

    /// The text of the file.
    pub fn write(self, snapshot: &Snapshot, selection: &Selection) -> String {
        match self {
            Self::Markdown => markdown::write(snapshot, selection),
            Self::Backup => backup::write(snapshot, selection),
            Self::Hypothesis => hypothesis::write(snapshot, selection),
            Self::WebAnnotations => web_annotations::write(snapshot, selection),
            Self::Csv => table::write(b',', std::slice::from_ref(snapshot), selection),
            Self::CsvForExcel => table::write(b';', std::slice::from_ref(snapshot), selection),
        }
    }
}

/// JSON that people can read as well. None of what is written here can fail to be JSON.
fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
