//! Which notes are meant, where not all of them are.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{Note, NoteId};
use crate::event::ThemeId;

/// The notes that are taken out of a notebook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Selection {
    /// All, with drafts and deleted notes where there is room for them.
    All,
    /// Those that a search found.
    Found(FxHashSet<NoteId>),
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
