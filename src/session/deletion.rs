//! Deleting and bringing back. What is deleted is written to a place of its own before it leaves
//! its old one, and stays there until the reader empties that place or long enough has passed.

use super::{Session, Unsaved};
use crate::notebook::{Deleted, Note, NoteId};
use crate::storage::codec::{self, Decoded, Version};
use crate::storage::{Entry, StoreError};

impl Session {
    /// Deletes a note. Tells under which id it can be brought back; `None` where there was nothing
    /// to delete.
    ///
    /// # Errors
    /// [`Unsaved`] where the note could not be put among the deleted: then it stays.
    pub fn delete(&mut self, id: &NoteId) -> Result<Option<NoteId>, Unsaved> {
        let Some(now) = self.now() else { return Err(Unsaved::Closed) };
        let entry = Entry::Note(id.clone());
        self.editing.remove(&entry);
        // `None` where it is not even text.
        let found = match self.read(&entry) {
            Err(Unsaved::PlaceTaken) => None,
            found => Some(found?),
        };
        let Some(note) = self.notebook.note(id).filter(|note| !note.newer).cloned() else {
            return Ok(None);
        };
        let is_as_known = |found: &Option<String>| {
            found.is_none() || self.stored.is_known(&entry, found.as_deref())
        };
        if !found.as_ref().is_some_and(is_as_known) {
            match found.flatten().map(|found| codec::decode_note(id, &found)) {
                Some(Ok(Decoded { value: other, version: Version::Current }))
                    if other.text == note.text =>
                {
                    self.notebook.outrank(id, &other);
                }
                _ => {
                    // What the reader deletes is the text they see. What stands there meanwhile
                    // they have not seen: it stays, whatever it is.
                    let note = Note { id: self.new_id().ok_or(Unsaved::Closed)?, ..note };
                    let new_id = self.put_among_deleted(Deleted { note, at: now })?;
                    self.take_note(id);
                    self.own.remove(&entry);
                    self.typed.retain(|(known, _)| known != &entry);
                    self.unsaved.remove(&entry);
                    self.refresh(&entry);
                    return Ok(Some(new_id));
                }
            }
        }
        let Some(note) = self.notebook.note(id).cloned() else { return Ok(None) };
        self.make_room_among_deleted(id)?;
        let deleted = Deleted { note, at: now };
        let deleted_id = match self.put_among_deleted(deleted.clone()) {
            Ok(deleted_id) => deleted_id,
            // Where there is no room for both, the note makes room for itself.
            Err(Unsaved::Store(StoreError::Full)) => {
                self.remove(&entry)?;
                match self.put_among_deleted(deleted) {
                    Ok(deleted_id) => deleted_id,
                    Err(error) => {
                        self.mark_unsaved(&entry);
                        let _ = self.save();
                        return Err(error);
                    }
                }
            }
            Err(error) => return Err(error),
        };
        self.take_note(id);
        self.own.remove(&entry);
        self.unsaved.remove(&entry);
        self.vanished.remove(&entry);
        if self.remove(&entry).is_err() {
            // It is among the deleted, and is let go here with the next save.
            self.mark_unsaved(&entry);
        }
        self.mark_changed(entry);
        Ok(Some(deleted_id))
    }

    /// Brings a deleted note back, and tells under which id it now stands.
    pub fn restore(&mut self, id: &NoteId) -> Option<NoteId> {
        let deleted = self.notebook.deleted_note(id)?.clone();
        let mut note = deleted.note;
        if self.notebook.note(id).is_some_and(|alive| alive.text != note.text) {
            note.id = self.new_id()?;
        }
        // Above the deletion's, so that other pages see which came later.
        note.revision = note.revision.saturating_add(1);
        let new_id = note.id.clone();
        let entry = Entry::Note(new_id.clone());
        self.put_note(note);
        self.mark_unsaved(&entry);
        let _ = self.save();
        if !self.unsaved.contains(&entry) {
            self.forget_deleted(id);
        }
        Some(new_id)
    }

    /// Lets go of every deleted note, because the reader says so.
    ///
    /// # Errors
    /// [`Unsaved`] where one could not be removed; those before it are gone.
    pub fn empty_deleted(&mut self) -> Result<(), Unsaved> {
        for id in self.deleted_ids() {
            let entry = Entry::Deleted(id.clone());
            // Only what the reader was shown: another page may have put another text here.
            let is_as_known = match self.read(&entry) {
                Err(Unsaved::PlaceTaken) => false,
                found => self.stored.is_known(&entry, found?.as_deref()),
            };
            if is_as_known {
                self.remove(&entry)?;
                self.notebook.remove_deleted(&id);
                self.mark_changed(entry);
                continue;
            }
            self.refresh(&entry);
            if self.attention.iter().any(|it| it.entry == entry) {
                // What was shown is no longer stored, and what is stored was not shown.
                self.notebook.remove_deleted(&id);
            }
        }
        Ok(())
    }

    /// Puts a deleted note of the second copy where it belongs, unless its text is to be found
    /// anyway.
    pub(super) fn recover_deleted(&mut self, mut copied: Deleted) -> bool {
        let id = &copied.note.id;
        let says_the_same = |note: &Note| note.text == copied.note.text;
        let is_alive = self.notebook.note(id).is_some_and(says_the_same);
        let deleted = self.notebook.deleted_note(id);
        if is_alive || deleted.is_some_and(|deleted| says_the_same(&deleted.note)) {
            return false;
        }
        let is_taken =
            self.notebook.note(id).is_some() || self.stored.holds(&Entry::Deleted(id.clone()));
        if is_taken {
            let Some(new_id) = self.new_id() else { return false };
            copied.note.id = new_id;
        }
        let entry = Entry::Deleted(copied.note.id.clone());
        if self.put_among_deleted(copied.clone()).is_err() {
            self.notebook.put_deleted(copied);
            self.mark_unsaved(&entry);
            self.copy_unsaved(&entry);
        }
        true
    }

    /// Tries once more to store a deleted note.
    pub(super) fn save_deleted(&mut self, id: &NoteId) -> Result<(), Unsaved> {
        let deleted = self.notebook.deleted_note(id).cloned();
        match deleted {
            Some(deleted) => {
                if &self.put_among_deleted(deleted)? != id {
                    self.notebook.remove_deleted(id);
                }
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Lets go of what was deleted long ago.
    pub(super) fn let_go_of_old_deletions(&mut self) {
        let Some(kept_since) = self
            .platform
            .as_ref()
            .map(|platform| (platform.days_ago)(super::DAYS_DELETED_ARE_KEPT))
        else {
            return;
        };
        let old: Vec<NoteId> = self
            .notebook
            .deleted()
            .filter(|deleted| deleted.at < kept_since)
            .map(|deleted| deleted.note.id.clone())
            .collect();
        for id in old {
            self.forget_deleted(&id);
        }
    }

    pub(super) fn refresh_deleted(&mut self, id: &NoteId, found: Option<String>) {
        let entry = Entry::Deleted(id.clone());
        let Some(found) = found else {
            self.stored.remove(&entry);
            self.notebook.remove_deleted(id);
            return;
        };
        match codec::decode_deleted(id, &found) {
            Ok(Decoded { value, version: Version::Current }) => {
                self.forget_attention(&entry);
                self.vanished.remove(&entry);
                self.stored.set_text(&entry, found);
                self.notebook.put_deleted(value);
            }
            Ok(Decoded { version: Version::Older, .. }) => self.migrate(&entry, found),
            Ok(Decoded { version: Version::Newer, .. }) => {
                self.find_unreadable(&entry, found, super::Reason::Newer);
            }
            Err(error) => self.find_unreadable(&entry, found, error.into()),
        }
    }

    /// The note as it stands among the deleted, read afresh: the event that tells of it may come
    /// after the one that tells of the removal.
    pub(super) fn deletion_of(&mut self, id: &NoteId) -> Result<Option<Note>, Unsaved> {
        let text = match self.read(&Entry::Deleted(id.clone())) {
            Err(Unsaved::PlaceTaken) => None,
            found => found?,
        };
        Ok(text.and_then(|text| Some(codec::decode_deleted(id, &text).ok()?.value.note)))
    }

    /// A note that is stored must not stand among the deleted under the same id as well.
    pub(super) fn tidy_deleted(&mut self, id: &NoteId) -> Result<(), Unsaved> {
        self.make_room_among_deleted(id)?;
        self.forget_deleted(id);
        Ok(())
    }

    /// Another text among the deleted, under the id of a note that is here, gets an id of its own.
    fn make_room_among_deleted(&mut self, id: &NoteId) -> Result<(), Unsaved> {
        self.refresh(&Entry::Deleted(id.clone()));
        let deleted = self.notebook.deleted_note(id).cloned();
        let Some(mut deleted) = deleted else { return Ok(()) };
        if self.notebook.note(id).is_none_or(|note| note.text != deleted.note.text) {
            deleted.note.id = self.new_id().ok_or(Unsaved::Closed)?;
            self.put_among_deleted(deleted)?;
            self.forget_deleted(id);
        }
        Ok(())
    }

    /// Tells under which id it was put: another one where its own is taken.
    fn put_among_deleted(&mut self, mut deleted: Deleted) -> Result<NoteId, Unsaved> {
        let mut entry = Entry::Deleted(deleted.note.id.clone());
        let is_taken = match self.read(&entry) {
            Err(Unsaved::PlaceTaken) => true,
            found => found?.is_some_and(|found| !self.stored.is_known(&entry, Some(&found))),
        };
        if is_taken {
            deleted.note.id = self.new_id().ok_or(Unsaved::Closed)?;
            entry = Entry::Deleted(deleted.note.id.clone());
        }
        self.write(&entry, codec::encode_deleted(&deleted))?;
        let id = deleted.note.id.clone();
        self.notebook.put_deleted(deleted);
        self.mark_changed(entry);
        Ok(id)
    }

    fn forget_deleted(&mut self, id: &NoteId) {
        if self.notebook.deleted_note(id).is_none() {
            return;
        }
        let entry = Entry::Deleted(id.clone());
        // Only what this page knows: another one may have put another text here. Where the store
        // does not let it go, it is shown again at the next opening.
        let is_as_known =
            self.read(&entry).is_ok_and(|found| self.stored.is_known(&entry, found.as_deref()));
        if is_as_known && self.remove(&entry).is_ok() {
            self.notebook.remove_deleted(id);
            self.mark_changed(entry);
        }
    }

    fn deleted_ids(&self) -> Vec<NoteId> {
        self.notebook.deleted().map(|deleted| deleted.note.id.clone()).collect()
    }
}
