//! Notes in the forms that other programs read, and back again: what a reader takes home, and what
//! they bring in.
//!
//! Pure functions over a [`Material`]: no browser, no clock, no Leptos. They are part of the second
//! program of the page, which is loaded when a reader first takes something home or brings
//! something in (`src/bin/take_home.rs`), so they may lean on libraries that would be too heavy for
//! the start.

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
mod table;
mod times;
mod web_annotations;

pub use clipboard::{plain_text, rich_text};
pub use import::{LARGEST_FILE, Refusal, read};
pub use link::{
    FRAGMENT, LONGEST_LINK, LinkError, TooLong, Visit, VisitingNote, link, open_link, plan_visit,
};
pub use plan::{Described, Plan, Reason, Source, Unreadable, applied, notebook_of};

use serde::Serialize;

use crate::event::{Event, ThemeId};
use crate::notebook::{Note, NoteId, Notebook, Timestamp};
pub use crate::storage::Change;

/// What there is to take home.
#[derive(Clone, Debug)]
pub struct Material {
    /// What the page is about.
    pub event: Event,
    /// The page's address, without a fragment.
    pub address: String,
    /// Where the themes' headings stand in the page's text.
    pub page: PageText,
    /// All notes, drafts and deleted notes.
    pub notebook: Notebook,
    /// Key and text of every entry as it is stored, or would be if there were room: those of the
    /// notebook, and those that cannot be read.
    pub entries: Vec<(String, String)>,
    /// When it is taken home.
    pub now: Timestamp,
}

/// The text of the page as it was built, without anybody's notes.
#[derive(Clone, Debug, Default)]
pub struct PageText {
    /// The text content of the element `#app`.
    pub text: String,
    /// Where the heading of each theme begins in it, in Unicode code points from 0.
    pub headings: Vec<(ThemeId, usize)>,
}

/// Which notes are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All, with drafts and deleted notes where a format has room for them.
    All,
    /// Those that a search found.
    Found(Vec<NoteId>),
    /// Those on one theme.
    Theme(ThemeId),
    /// A single one.
    Note(NoteId),
}

impl Selection {
    /// Whether a note is among them.
    pub fn holds(&self, note: &Note) -> bool {
        match self {
            Self::All => true,
            Self::Found(ids) => ids.contains(&note.id),
            Self::Theme(theme) => &note.theme == theme,
            Self::Note(id) => &note.id == id,
        }
    }
}

/// The forms in which notes are taken home as a file. What each keeps and loses is said in words
/// that readers see (`words/take_home.rs`).
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
    /// A table.
    Csv,
}

impl Format {
    /// All of them, the most useful first.
    pub const ALL: [Self; 5] =
        [Self::Markdown, Self::Backup, Self::Hypothesis, Self::WebAnnotations, Self::Csv];

    /// The media type of the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Backup => "application/rd-annotations+json",
            Self::Hypothesis => "application/json",
            Self::WebAnnotations => "application/ld+json",
            Self::Csv => "text/csv;charset=utf-8",
        }
    }

    /// The name of the file: event and day, so that files of different days stand side by side.
    pub fn file_name(self, material: &Material) -> String {
        let ending = match self {
            Self::Markdown => "md",
            Self::Backup => "ann",
            Self::Hypothesis => "hypothesis.json",
            Self::WebAnnotations => "jsonld",
            Self::Csv => "csv",
        };
        format!("{}-notes-{}.{ending}", material.event.id, times::day(&material.now))
    }

    /// The text of the file.
    pub fn write(self, material: &Material, selection: &Selection) -> String {
        match self {
            Self::Markdown => markdown::write(material, selection),
            Self::Backup => backup::write(material, selection),
            Self::Hypothesis => hypothesis::write(material, selection),
            Self::WebAnnotations => web_annotations::write(material, selection),
            Self::Csv => table::write(material, selection),
        }
    }
}

/// JSON that people can read as well. None of what is written here can fail to be JSON.
fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
