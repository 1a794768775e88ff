//! What other pages of the same event stored meanwhile is taken over, and so is what became of the
//! store by itself.

use std::sync::Arc;

use super::{Reason, Session};
use crate::event::ThemeId;
use crate::notebook::NoteId;
use crate::storage::codec::{self, Decoded, Version};
use crate::storage::{Entry, StoreError};

impl Session {
    /// Takes over what another page did to a key, `None` for every key.
    pub fn refresh_key(&mut self, key: Option<&str>) {
        match key {
            None => self.refresh_all(),
            Some(key) => {
                if let Some(entry) = self.keys.entry(key) {
                    self.refresh(&entry);
                }
            }
        }
    }

    /// Takes over whatever other pages did meanwhile, of which no event may have told. Reads
    /// everything that is stored.
    pub fn refresh_all(&mut self) {
        if !self.kept {
            return;
        }
        let Ok(keys) = self.store.keys() else { return };
        let mut entries: Vec<Entry> = keys.iter().filter_map(|key| self.keys.entry(key)).collect();
        if entries.is_empty() && self.stored.any_note().is_some() {
            // Nobody deletes everything at once here: this is `localStorage.clear()`.
            for entry in self.stored.take() {
                if matches!(entry, Entry::Note(_) | Entry::Draft(_) | Entry::Deleted(_)) {
                    self.mark_vanished(entry);
                }
            }
            return;
        }
        entries.retain(|entry| !self.stored.holds(entry));
        entries.extend(self.stored.entries().cloned());
        entries.extend(self.attention.iter().map(|it| it.entry.clone()));
        for entry in entries {
            self.refresh(&entry);
        }
    }

    /// Whether what this page stored last is still there: a quick look that finds a storage which
    /// was cleared by a script of this very page, of which no event tells.
    pub fn was_cleared(&self) -> bool {
        let is_gone = |entry: &Entry| self.store.read(&self.keys.key(entry)) == Ok(None);
        self.kept && self.stored.any_note().is_some_and(is_gone)
    }

    /// Takes over what was done to an entry meanwhile.
    pub fn refresh(&mut self, entry: &Entry) {
        let (found, is_text) = match self.store.read(&self.keys.key(entry)) {
            Ok(found) => (found, true),
            Err(StoreError::NotText(raw)) => (Some(raw), false),
            // Whether anything changed cannot be told: the next save will see.
            Err(_) => return,
        };
        let is_known = match self.attention.iter().find(|it| &it.entry == entry) {
            Some(attention) => found.as_ref() == Some(&attention.raw),
            None => self.stored.is_known(entry, found.as_deref()),
        };
        if is_known {
            return;
        }
        if found.is_none() {
            self.forget_attention(entry);
        }
        match (entry, found) {
            (Entry::Note(id), Some(raw)) if !is_text => {
                if !self.waits(entry) && !self.editing.contains(entry) {
                    self.lose_place(id, raw, Reason::Damaged);
                }
            }
            // Whatever is in it, a copy is shown by what it is the copy of.
            (Entry::SetAside(_) | Entry::Older(_), Some(_)) => {}
            (_, Some(raw)) if !is_text => self.find_unreadable(entry, raw, Reason::Damaged),
            (Entry::Note(id), found) => self.refresh_note(id, found),
            (Entry::Draft(theme), found) => self.refresh_draft(theme, found),
            (Entry::Deleted(id), found) => self.refresh_deleted(id, found),
            (Entry::SetAside(_) | Entry::Older(_), None) => self.stored.remove(entry),
        }
        self.mark_changed(entry.clone());
    }

    /// Whether this page has something of its own for an entry that it has not yet stored.
    pub(super) fn waits(&self, entry: &Entry) -> bool {
        self.unsaved.contains(entry) || self.typed.iter().any(|(known, _)| known == entry)
    }

    /// What cannot be read has come into the place of a note: its text, which is nowhere else now,
    /// gets another.
    fn lose_place(&mut self, id: &NoteId, raw: String, reason: Reason) {
        // Where that one cannot be stored, it counts as unsaved.
        let _ = self.step_aside(id);
        self.find_unreadable(&Entry::Note(id.clone()), raw, reason);
    }

    fn refresh_note(&mut self, id: &NoteId, found: Option<String>) {
        let entry = Entry::Note(id.clone());
        if self.waits(&entry) {
            return;
        }
        let Some(found) = found else { return self.lose_note(id) };
        if self.editing.contains(&entry) {
            // Seen when the reader goes on typing, or closes the editor.
            return;
        }
        match codec::decode_note(id, &found) {
            Ok(Decoded { value: other, version }) => {
                let mine = self.notebook.shared_note(id).filter(|_| self.own.contains(&entry));
                if let Some(mine) = mine
                    && other.revision <= mine.revision
                    && other.text != mine.text
                {
                    // Written by a page that had not seen what this one stored: the stores of two
                    // processes meet only later. Where it cannot be stored it stays in memory.
                    let _ = self.keep_beside(&mine);
                }
                self.own.remove(&entry);
                self.vanished.remove(&entry);
                if version == Version::Older {
                    return self.migrate(&entry, found);
                }
                self.forget_attention(&entry);
                let note = Arc::new(other);
                self.stored.set_note(note.clone(), found);
                self.put_note(note);
            }
            Err(error) => self.lose_place(id, found, error.into()),
        }
    }

    /// A note is gone from the store.
    fn lose_note(&mut self, id: &NoteId) {
        let entry = Entry::Note(id.clone());
        // Where that cannot be told now, the next look will tell.
        let Ok(deletion) = self.deletion_of(id) else { return };
        self.stored.remove(&entry);
        let Some(mine) = self.notebook.note(id) else { return };
        let knew_mine = deletion.as_ref().is_some_and(|deletion| {
            !self.own.contains(&entry)
                || deletion.revision >= mine.revision
                || deletion.text == mine.text
        });
        if self.editing.contains(&entry) || (deletion.is_some() && !knew_mine) {
            // What is being written here, or was stored here unseen by who deleted, survives.
            self.mark_unsaved(&entry);
        } else if knew_mine {
            self.take_note(id);
        } else {
            self.mark_vanished(entry);
        }
    }

    pub(super) fn refresh_draft(&mut self, theme: &ThemeId, found: Option<String>) {
        let entry = Entry::Draft(theme.clone());
        if self.waits(&entry) {
            return;
        }
        let Some(found) = found else {
            self.forget_attention(&entry);
            self.vanished.remove(&entry);
            self.stored.remove(&entry);
            self.notebook.set_draft(theme, String::new());
            return;
        };
        match codec::decode_draft(&found) {
            Ok(Decoded { value: text, version: Version::Current }) => {
                self.forget_attention(&entry);
                self.vanished.remove(&entry);
                self.stored.set_text(&entry, found);
                self.notebook.set_draft(theme, text);
            }
            Ok(Decoded { version: Version::Older, .. }) => self.migrate(&entry, found),
            Ok(Decoded { version: Version::Newer, .. }) => {
                self.find_unreadable(&entry, found, Reason::Newer);
            }
            Err(error) => self.find_unreadable(&entry, found, error.into()),
        }
    }
}
