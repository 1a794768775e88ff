//! Notes in the forms that other programs read, and back again: what a reader takes home, and what
//! they bring in.
//!
//! Pure functions over a [`Material`]: no browser, no clock, no Leptos. They are part of the second
//! program of the page, which is loaded when a reader first takes something home or brings
//! something in (`src/bin/take_home.rs`), so they may lean on libraries that would be too heavy for
//! the start.

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

/// The text of the page as every reader gets it, without anybody's notes.
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
