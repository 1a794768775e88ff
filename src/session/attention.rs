//! Opening a notebook, and what is found there that is not as it should be: damaged entries are
//! copied to a place of their own, older ones migrated, newer ones left alone.

use std::sync::Arc;

use super::{Session, Unsaved};
use crate::event::ThemeId;
use crate::notebook::{Deleted, Note};
use crate::storage::codec::{self, DecodeError, Decoded, Version};
use crate::storage::{Entry, StoreError};

/// How many copies of one place are kept, should it be damaged again and again.
const MOST_COPIES: usize = 100;

/// Why an entry needs the reader's attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It cannot be read. It stays as it is, and a copy of it is kept.
    Damaged,
    /// A later version of the app wrote it, in a form that this one does not know.
    Newer,
    /// The browser does not hand it out.
    OutOfReach,
}

impl From<DecodeError> for Reason {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Malformed => Self::Damaged,
            DecodeError::Newer(_) => Self::Newer,
        }
    }
}

/// An entry that this page cannot work with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// Which entry.
    pub entry: Entry,
    /// Its text as it is stored.
    pub raw: String,
    /// Why.
    pub reason: Reason,
}

impl Session {
    /// Reads every entry of a store that has just been opened.
    pub(super) fn load(&mut self, keys: &[String]) {
        let (copies, mut entries): (Vec<Entry>, Vec<Entry>) = keys
            .iter()
            .filter_map(|key| self.keys.entry(key))
            .partition(|entry| matches!(entry, Entry::SetAside(_) | Entry::Older(_)));
        // What is said of copies and originals depends on what stands in their place.
        entries.extend(copies);
        for entry in &entries {
            match self.store.read(&self.keys.key(entry)) {
                Ok(Some(text)) => self.load_entry(entry, text),
                Ok(None) => {}
                Err(StoreError::NotText(raw)) => match entry {
                    Entry::SetAside(place) => self.load_copy(entry, place, raw),
                    _ => self.find_unreadable(entry, raw, Reason::Damaged),
                },
                Err(_) => self.find_unreadable(entry, String::new(), Reason::OutOfReach),
            }
        }
        self.let_go_of_old_deletions();
        self.changed.clear();
        self.reshaped.clear();
    }

    fn load_entry(&mut self, entry: &Entry, text: String) {
        match entry {
            Entry::Note(id) => match codec::decode_note(id, &text) {
                Ok(Decoded { version: Version::Older, .. }) => self.migrate(entry, text),
                Ok(Decoded { value, .. }) => {
                    let note = Arc::new(value);
                    self.notebook.put(note.clone());
                    self.stored.set_note(note, text);
                }
                Err(error) => self.find_unreadable(entry, text, error.into()),
            },
            Entry::Draft(theme) => self.refresh_draft(theme, Some(text)),
            Entry::Deleted(id) => self.refresh_deleted(id, Some(text)),
            Entry::Older(place) => self.finish_migration(place, text),
            Entry::SetAside(place) => self.load_copy(entry, place, text),
        }
    }

    /// A copy is shown where its original is no longer there to be shown itself.
    fn load_copy(&mut self, entry: &Entry, place: &str, text: String) {
        let original =
            place.rsplit_once('/').and_then(|(original, _)| self.keys.entry_at(original));
        let shown = |it: &Attention| Some(&it.entry) == original.as_ref() && it.raw == text;
        if self.attention.iter().any(shown) {
            self.stored.set_text(entry, text);
        } else {
            let attention = Attention { entry: entry.clone(), raw: text, reason: Reason::Damaged };
            self.attention.push(attention);
        }
    }

    /// Notes that an entry cannot be worked with, and keeps a copy of what is damaged: should the
    /// place be written by whatever damaged it, the copy is still there.
    pub(super) fn find_unreadable(&mut self, entry: &Entry, raw: String, reason: Reason) {
        self.forget_attention(entry);
        self.stored.remove(entry);
        if reason == Reason::Damaged && !matches!(entry, Entry::SetAside(_) | Entry::Older(_)) {
            self.set_aside(entry);
        }
        let is_held = match entry {
            Entry::Draft(theme) => !self.notebook.draft(theme).is_empty(),
            Entry::Deleted(id) => self.notebook.deleted_note(id).is_some(),
            _ => false,
        };
        if is_held {
            // What this page shows of it was stored in that place alone.
            self.mark_unsaved(entry);
        }
        self.attention.push(Attention { entry: entry.clone(), raw, reason });
        self.beside_changed = true;
        self.mark_changed(entry.clone());
    }

    pub(super) fn forget_attention(&mut self, entry: &Entry) {
        let before = self.attention.len();
        self.attention.retain(|it| &it.entry != entry);
        self.beside_changed |= self.attention.len() != before;
    }

    /// Copies an entry unchanged to a place of its own. Where there is no room for the copy the
    /// original has to do: it is not touched either way.
    fn set_aside(&mut self, entry: &Entry) {
        let key = self.keys.key(entry);
        let original = self.store.read(&key);
        for number in 1..=MOST_COPIES {
            let copy = Entry::SetAside(format!("{}/{number}", self.keys.rest(entry)));
            let copy_key = self.keys.key(&copy);
            match self.store.read(&copy_key) {
                Ok(None) => {
                    if self.store.copy(&key, &copy_key).is_ok()
                        && self.store.read(&copy_key) == original
                        && let Ok(Some(text)) = original
                    {
                        self.stored.set_text(&copy, text);
                    }
                    return;
                }
                found if found == original => return,
                _ => {}
            }
        }
    }

    /// Removes what cannot be read, with its copies, because the reader says so.
    ///
    /// # Errors
    /// [`Unsaved`] where it could not be removed.
    pub fn discard(&mut self, attention: &Attention) -> Result<(), Unsaved> {
        let Attention { entry, raw, .. } = attention;
        let rest = format!("{}/", self.keys.rest(entry));
        for key in self.store.keys()? {
            let is_copy = match self.keys.entry(&key) {
                Some(Entry::SetAside(place)) => place.starts_with(&rest),
                _ => false,
            };
            let is_original = key == self.keys.key(entry);
            // Only what the reader was shown: it may have been replaced meanwhile.
            let is_shown = match self.store.read(&key) {
                Ok(Some(text)) | Err(StoreError::NotText(text)) => &text == raw,
                _ => false,
            };
            if (is_copy || is_original) && is_shown {
                self.store.remove(&key)?;
                if let Some(removed) = self.keys.entry(&key) {
                    self.stored.remove(&removed);
                }
            }
        }
        self.attention.retain(|it| it != attention);
        self.beside_changed = true;
        self.mark_changed(entry.clone());
        Ok(())
    }

    // Older versions. The original is kept under a key of its own until the migrated entry is read
    // back and found equal. A crash after any step leaves the original in one of the two places.

    /// Brings an entry of an older version to the present one. Where there is no room for that, it
    /// is shown and worked with, and stays stored as it was until it is edited.
    pub(super) fn migrate(&mut self, entry: &Entry, text: String) {
        self.forget_attention(entry);
        let Some(migrated) = self.in_present_form(entry, &text) else {
            return self.find_unreadable(entry, text, Reason::Damaged);
        };
        self.stored.set_text(entry, text.clone());
        let place = self.keys.rest(entry);
        let backup_key = self.keys.key(&Entry::Older(place.clone()));
        if let Ok(Some(left)) = self.store.read(&backup_key)
            && left != text
        {
            // Another original, of a migration that did not come to its end.
            self.finish_migration(&place, left);
        }
        // What was left may have been joined to this entry, or have kept its place.
        let is_free = match self.store.read(&backup_key) {
            Ok(Some(found)) => found == text,
            found => found.is_ok(),
        };
        if !is_free
            || !self.stored.is_known(entry, Some(&text))
            || self.store.write(&backup_key, &text).is_err()
            || self.store.read(&backup_key).ok().flatten().as_ref() != Some(&text)
        {
            return;
        }
        let key = self.keys.key(entry);
        // What became of it is read below.
        let _ = self.store.write(&key, &migrated);
        match self.store.read(&key) {
            Ok(Some(found)) if found == migrated => {
                // The original goes last. Where it cannot, the next opening removes it.
                let _ = self.store.remove(&backup_key);
                self.stored.set_text(entry, migrated);
            }
            Ok(Some(found)) if found == text => {}
            // Written in part, perhaps: the next save looks, and finds a better place.
            _ => self.mark_unsaved(entry),
        }
    }

    /// Takes an entry of an older version into the notebook, and tells how it is written today.
    fn in_present_form(&mut self, entry: &Entry, text: &str) -> Option<String> {
        match entry {
            Entry::Note(id) => {
                let note: Note = codec::decode_note(id, text).ok()?.value;
                let migrated = codec::encode_note(&note);
                self.put_note(note);
                Some(migrated)
            }
            Entry::Draft(theme) => {
                let draft: String = codec::decode_draft(text).ok()?.value;
                let migrated = codec::encode_draft(&draft);
                self.notebook.set_draft(theme, draft);
                Some(migrated)
            }
            Entry::Deleted(id) => {
                let deleted: Deleted = codec::decode_deleted(id, text).ok()?.value;
                let migrated = codec::encode_deleted(&deleted);
                self.notebook.put_deleted(deleted);
                Some(migrated)
            }
            Entry::SetAside(_) | Entry::Older(_) => None,
        }
    }

    /// The original of a migration that did not come to its end. It goes once what it says is
    /// stored somewhere else.
    fn finish_migration(&mut self, place: &str, text: String) {
        let backup = Entry::Older(place.to_owned());
        let waiting = std::mem::take(&mut self.unsaved);
        let entry = self.keys.entry_at(place);
        let outcome = match &entry {
            Some(entry) => {
                // A note that was edited since it was migrated is not in conflict with its original.
                let is_first = match entry {
                    Entry::Note(id) => self.notebook.note(id).is_none_or(|it| it.revision <= 1),
                    _ => true,
                };
                self.recover_text(entry, &text, Version::Older, is_first)
            }
            None => Err(Reason::Damaged),
        };
        match outcome {
            Err(reason) => self.find_unreadable(&backup, text, reason),
            Ok(is_back) => {
                if is_back {
                    // Whether that went well is seen by what is left.
                    let _ = self.save();
                }
                // What was to be found anyway may be so on this page alone. The drafts on other
                // themes have nothing to do with it.
                let is_another_draft =
                    |it: &Entry| matches!(it, Entry::Draft(_)) && Some(it) != entry.as_ref();
                if self.unsaved.is_empty() && (is_back || waiting.iter().all(is_another_draft)) {
                    let _ = self.store.remove(&self.keys.key(&backup));
                }
            }
        }
        for entry in waiting {
            self.mark_unsaved(&entry);
        }
    }

    /// Adds the drafts on themes that the event does not have as notes: there is no box in which
    /// they could be gone on with, and notes on such themes are shown.
    pub fn add_lost_drafts(&mut self, themes: &[ThemeId]) {
        let is_lost = |(theme, _): &(&ThemeId, &str)| !themes.contains(*theme);
        let lost: Vec<(ThemeId, String)> = self
            .notebook
            .drafts()
            .filter(is_lost)
            .map(|(theme, text)| (theme.clone(), text.to_owned()))
            .collect();
        for (theme, text) in lost {
            self.add(&theme, text);
        }
    }
}
