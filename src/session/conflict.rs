//! Two pages wrote one note or draft. Neither text is lost: where they cannot be brought together,
//! one is kept beside the other.

use super::{Session, Unsaved};
use crate::event::ThemeId;
use crate::notebook::{Note, NoteId};
use crate::storage::Entry;
use crate::storage::codec::{self, Decoded, Version};

impl Session {
    /// The place of an edited note turns out to hold what this page has not seen. Where the text was
    /// changed on one side only, the two are brought together; else that one is kept beside, before
    /// it is written over.
    pub(super) fn make_room(&mut self, id: &NoteId, found: &str) -> Result<(), Unsaved> {
        let Ok(Decoded { value: other, version: Version::Current }) = codec::decode_note(id, found)
        else {
            // What cannot be written over keeps its place; what was edited here gets another.
            let moved = self.step_aside(id);
            self.refresh(&Entry::Note(id.clone()));
            return moved;
        };
        self.mark_reshaped(id);
        let base = self.stored.note(id);
        // A text that is open in an editor is not replaced under the reader's hands.
        if let Some(base) = &base
            && (other.text == base.text || !self.is_editing(id))
        {
            self.notebook.merge(id, base, &other);
        }
        let Some(mine) = self.notebook.note(id) else { return Ok(()) };
        let is_seen = base.is_some_and(|base| base.text == other.text);
        if other.text != mine.text && !is_seen {
            self.keep_beside(&other)?;
        }
        self.notebook.outrank(id, &other);
        self.mark_reshaped(id);
        Ok(())
    }

    /// Keeps a text as a note beside the one that it was in conflict with.
    pub(super) fn keep_beside(&mut self, other: &Note) -> Result<(), Unsaved> {
        let id = self.new_id().ok_or(Unsaved::Closed)?;
        let origin = other.conflict.clone().unwrap_or_else(|| other.id.clone());
        let kept = self.notebook.copies_of(&origin).find(|note| note.text == other.text).cloned();
        if let Some(kept) = kept {
            let entry = Entry::Note(kept.id.clone());
            if self.stored.holds(&entry) {
                return Ok(());
            }
            // What is only on this page is not kept. Its place may have been taken meanwhile, by a
            // page that brought it back from the second copy.
            if self.read(&entry) == Ok(None) {
                return self.put_and_save(kept);
            }
        }
        self.put_and_save(Note { id, conflict: Some(origin), revision: 1, ..other.clone() })
    }

    /// Gives an edited note another id, because its place is taken.
    pub(super) fn step_aside(&mut self, id: &NoteId) -> Result<(), Unsaved> {
        let new_id = self.new_id().ok_or(Unsaved::Closed)?;
        // Its editor goes with it: what stands in its place is not what is edited.
        self.editing.remove(&Entry::Note(id.clone()));
        let Some(note) = self.take_note(id) else { return Ok(()) };
        // Beside a copy stands nothing: both belong to the same note.
        let conflict = note.conflict.clone().or_else(|| Some(id.clone()));
        self.put_and_save(Note { id: new_id, conflict, revision: 1, ..(*note).clone() })
    }

    /// Another page's draft, about to be written over by this page's, becomes a note.
    pub(super) fn keep_draft_as_note(
        &mut self,
        theme: &ThemeId,
        text: String,
    ) -> Result<(), Unsaved> {
        let (Some(id), Some(now)) = (self.new_id(), self.now()) else {
            return Err(Unsaved::Closed);
        };
        if self.notebook.notes_on(theme).any(|note| note.text == text) {
            return Ok(());
        }
        let note = Note::new(id.clone(), theme.clone(), text, now);
        self.put_and_save(Note { conflict: Some(id), ..note })
    }

    fn put_and_save(&mut self, note: Note) -> Result<(), Unsaved> {
        let id = note.id.clone();
        self.put_note(note);
        let written = self.write_note(&id);
        if written.is_err() {
            let entry = Entry::Note(id);
            self.mark_unsaved(&entry);
            self.copy_unsaved(&entry);
        }
        written
    }
}
