//! What was changed here goes into the store. A place is read before it is written, and what was
//! written is read back.

use super::{Reason, Session, UNSAVED, Unsaved};
use crate::event::ThemeId;
use crate::notebook::NoteId;
use crate::storage::codec::{self, Decoded, Version};
use crate::storage::{Entry, StoreError};

impl Session {
    /// Tries every entry that is not yet stored, drafts last. `None` where there was nothing to do.
    pub fn save(&mut self) -> Option<Result<(), Unsaved>> {
        if self.unsaved.is_empty() {
            return None;
        }
        let mut outcome = Ok(());
        // Drafts last: a page that ends after the note that was made of one leaves the text twice,
        // and not gone. While the note cannot be stored, the draft stays.
        let (drafts, mut entries): (Vec<Entry>, Vec<Entry>) = std::mem::take(&mut self.unsaved)
            .into_iter()
            .partition(|entry| matches!(entry, Entry::Draft(_)));
        entries.extend(drafts);
        for entry in entries {
            let result = match &entry {
                Entry::Note(id) => self.save_note(id).map_err(Some),
                // While the note that was made of it is not stored, the stored draft is the only
                // copy of its text.
                Entry::Draft(theme) if self.has_unsaved_note_on(theme) => Err(None),
                Entry::Draft(theme) => self.save_draft(theme).map_err(Some),
                Entry::Deleted(id) => self.save_deleted(id).map_err(Some),
                Entry::SetAside(_) | Entry::Older(_) => Ok(()),
            };
            if let Err(reason) = result {
                outcome = reason.map_or(outcome, Err);
                self.mark_unsaved(&entry);
                self.copy_unsaved(&entry);
            }
            self.mark_changed(entry);
        }
        Some(outcome)
    }

    fn save_note(&mut self, id: &NoteId) -> Result<(), Unsaved> {
        let entry = Entry::Note(id.clone());
        let found = match self.read(&entry) {
            // Not even text, and so not to be written over either.
            Err(Unsaved::PlaceTaken) => return self.step_aside(id),
            found => found?,
        };
        let is_known = self.stored.is_known(&entry, found.as_deref());
        if self.notebook.note(id).is_none() {
            // Deleted here, and the store refused to let it go then.
            return if is_known { self.remove(&entry) } else { Ok(()) };
        }
        match found {
            Some(found) if !is_known => self.make_room(id, &found)?,
            Some(_) => {}
            // Deleted elsewhere and written again here: this is the later of the two.
            None => {
                if let Some(deletion) = self.deletion_of(id)? {
                    self.notebook.outrank(id, &deletion);
                }
            }
        }
        // The note may have been given another id meanwhile, and is then stored under that. What
        // now has its id may be of a newer version, which is never written.
        if self.notebook.note(id).is_none_or(|note| note.newer) {
            return Ok(());
        }
        self.write_note(id)?;
        self.own.insert(entry);
        self.tidy_deleted(id)
    }

    fn has_unsaved_note_on(&self, theme: &ThemeId) -> bool {
        self.unsaved.iter().any(|entry| match entry {
            Entry::Note(id) => self.notebook.note(id).is_some_and(|note| &note.theme == theme),
            _ => false,
        })
    }

    fn save_draft(&mut self, theme: &ThemeId) -> Result<(), Unsaved> {
        let entry = Entry::Draft(theme.clone());
        if let Some(found) = self.read(&entry)?
            && !self.stored.is_known(&entry, Some(&found))
        {
            let Ok(Decoded { value: other, version: Version::Current }) =
                codec::decode_draft(&found)
            else {
                self.refresh(&entry);
                return Err(Unsaved::PlaceTaken);
            };
            match self.notebook.draft(theme) {
                // Emptied here, and begun anew elsewhere: that is not this page's to remove.
                "" => {
                    self.stored.set_text(&entry, found);
                    self.notebook.set_draft(theme, other);
                    return Ok(());
                }
                mine if mine.starts_with(&other) => {}
                _ => self.keep_draft_as_note(theme, other)?,
            }
        }
        match self.notebook.draft(theme) {
            "" => self.remove(&entry),
            draft => self.write(&entry, codec::encode_draft(draft)),
        }
    }

    /// Writes what had vanished from the store back into it.
    pub fn write_back(&mut self) -> Option<Result<(), Unsaved>> {
        self.unsaved.extend(std::mem::take(&mut self.vanished));
        self.save()
    }

    /// What stands under an entry's key now.
    pub(super) fn read(&mut self, entry: &Entry) -> Result<Option<String>, Unsaved> {
        match self.store.read(&self.keys.key(entry)) {
            Ok(found) => Ok(found),
            Err(StoreError::NotText(raw)) => {
                self.find_unreadable(entry, raw, Reason::Damaged);
                Err(Unsaved::PlaceTaken)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Writes a note as it stands in the notebook.
    pub(super) fn write_note(&mut self, id: &NoteId) -> Result<(), Unsaved> {
        let Some(note) = self.notebook.shared_note(id) else { return Ok(()) };
        self.write_text(&Entry::Note(id.clone()), codec::encode_note(&note))?;
        self.stored.set_plain_note(note);
        Ok(())
    }

    pub(super) fn write(&mut self, entry: &Entry, text: String) -> Result<(), Unsaved> {
        self.write_text(entry, text.clone())?;
        self.stored.set_text(entry, text);
        Ok(())
    }

    fn write_text(&mut self, entry: &Entry, text: String) -> Result<(), Unsaved> {
        if self.attention.iter().any(|it| &it.entry == entry) {
            return Err(Unsaved::PlaceTaken);
        }
        let key = self.keys.key(entry);
        self.put_text(&key, Some(&text))?;
        self.vanished.remove(entry);
        self.copy(entry, key, Some(text));
        Ok(())
    }

    pub(super) fn remove(&mut self, entry: &Entry) -> Result<(), Unsaved> {
        let key = self.keys.key(entry);
        if self.attention.iter().any(|it| &it.entry == entry) {
            return Err(Unsaved::PlaceTaken);
        }
        self.store.remove(&key)?;
        self.stored.remove(entry);
        self.copy(entry, key, None);
        Ok(())
    }

    /// Writes, and reads back: only what reads back equal is stored.
    pub(super) fn put_text(&self, key: &str, text: Option<&str>) -> Result<(), StoreError> {
        match text {
            Some(text) => self.store.write(key, text)?,
            None => self.store.remove(key)?,
        }
        if self.store.read(key)?.as_deref() == text {
            Ok(())
        } else {
            Err(StoreError::Failed("what was written reads back differently".to_owned()))
        }
    }

    // The second copy.

    /// The second copy may still take what the store refused.
    pub(super) fn copy_unsaved(&mut self, entry: &Entry) {
        let text = match entry {
            Entry::Note(id) => self.notebook.note(id).map(codec::encode_note),
            Entry::Draft(theme) => Some(self.notebook.draft(theme))
                .filter(|draft| !draft.is_empty())
                .map(codec::encode_draft),
            Entry::Deleted(id) => self.notebook.deleted_note(id).map(codec::encode_deleted),
            Entry::SetAside(_) | Entry::Older(_) => None,
        };
        if let (true, Some(text)) = (self.kept, text) {
            self.written.push((format!("{}{UNSAVED}", self.keys.key(entry)), Some(text)));
            self.copied_unsaved.insert(entry.clone());
        }
    }

    fn copy(&mut self, entry: &Entry, key: String, text: Option<String>) {
        if self.copied_unsaved.remove(entry) {
            self.written.push((format!("{key}{UNSAVED}"), None));
        }
        // Copies and originals have their text elsewhere as well.
        if matches!(entry, Entry::Note(_) | Entry::Draft(_) | Entry::Deleted(_)) {
            self.written.push((key, text));
        }
    }
}
