//! The page with the notes on all events of a site: what stands on it, how it is led to, and what its
//! exports say beside the notes.

use super::Message;
pub use super::sentences::all_notes::*;

/// How many notes and drafts there are, on so many events.
pub fn totals(notes: usize, drafts: usize, events: usize) -> Message {
    match (notes, drafts) {
        (_, 0) => totals_of_notes(notes, events),
        (0, _) => totals_of_drafts(drafts, events),
        _ => totals_of_both(notes, drafts, events),
    }
}

/// What became of a file of this name.
pub fn file_saved(name: &str, went_well: bool) -> Message {
    if went_well { saved_as(name) } else { NOT_SAVED.into() }
}
