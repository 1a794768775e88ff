//! Export and import: the entries as they are stored, changes to them that are made as a whole or
//! not at all, and when the reader last took a backup.

use std::borrow::Cow;

use serde::Serialize;

use super::{Reason, Session, Unsaved};
use crate::notebook::{Fields, Timestamp, text_of};
use crate::storage::{Change, Entry, codec};

/// What is stored of the last backup.
#[derive(Serialize)]
struct LastBackup<'backup> {
    v: u64,
    at: &'backup Timestamp,
}

impl Session {
    /// Key and text of every entry, as it is stored, or would be if there were room.
    pub fn entries(&self) -> Vec<(String, String)> {
        let mut entries = Vec::new();
        let mut add = |entry: Entry, text: &dyn Fn() -> String| {
            let stored = self.stored.text(&entry).filter(|_| !self.waits(&entry));
            entries.push((self.keys.key(&entry), stored.map_or_else(text, Cow::into_owned)));
        };
        for note in self.notebook.notes() {
            add(Entry::Note(note.id.clone()), &|| codec::encode_note(note));
        }
        for (theme, draft) in self.notebook.drafts() {
            add(Entry::Draft(theme.clone()), &|| codec::encode_draft(draft));
        }
        for deleted in self.notebook.deleted() {
            add(Entry::Deleted(deleted.note.id.clone()), &|| codec::encode_deleted(deleted));
        }
        for attention in &self.attention {
            add(attention.entry.clone(), &|| attention.raw.clone());
        }
        entries
    }

    /// Makes changes to entries, all of them or none. Places that hold something else than the
    /// changes expect are left alone, and so are those on which this page is at work.
    ///
    /// # Errors
    /// [`Unsaved`] where nothing was changed: [`Unsaved::PlaceTaken`] where a place holds something
    /// else.
    pub fn exchange(&mut self, changes: &[Change]) -> Result<(), Unsaved> {
        let mut entries = Vec::new();
        for Change { key, before, .. } in changes {
            let entry = self.keys.entry(key).ok_or(Unsaved::PlaceTaken)?;
            let is_open = self.editing.contains(&entry);
            if is_open || self.waits(&entry) || self.store.read(key)? != *before {
                return Err(Unsaved::PlaceTaken);
            }
            entries.push(entry);
        }
        // What is new is written before what is old is removed.
        let (removals, writes): (Vec<&Change>, Vec<&Change>) =
            changes.iter().partition(|change| change.after.is_none());
        for (count, change) in writes.iter().chain(&removals).enumerate() {
            if let Err(error) = self.put_text(&change.key, change.after.as_deref()) {
                for made in writes.iter().chain(&removals).take(count + 1) {
                    // Each place has just been shown to hold as much.
                    let _ = self.put_text(&made.key, made.before.as_deref());
                }
                return Err(error.into());
            }
        }
        for (entry, change) in entries.iter().zip(changes) {
            self.written.push((change.key.clone(), change.after.clone()));
            if change.after.is_none() {
                // Taken back by the reader, and not gone by itself.
                self.stored.remove(entry);
                match entry {
                    Entry::Note(id) => drop(self.take_note(id)),
                    Entry::Draft(theme) => _ = self.notebook.set_draft(theme, String::new()),
                    Entry::Deleted(id) => self.notebook.remove_deleted(id),
                    Entry::SetAside(_) | Entry::Older(_) => {}
                }
                self.forget_attention(entry);
                self.mark_changed(entry.clone());
            } else if let (Entry::SetAside(_) | Entry::Older(_), Some(text)) =
                (entry, &change.after)
            {
                self.find_unreadable(entry, text.clone(), Reason::Damaged);
            } else {
                self.refresh(entry);
            }
        }
        Ok(())
    }

    // Backups.

    pub(super) fn load_backup(&mut self) {
        let stored = self.store.read(&self.keys.backup()).ok().flatten();
        let fields = stored.and_then(|text| serde_json::from_str::<Fields>(&text).ok());
        let at = fields.and_then(|fields| text_of(fields.get("at")?));
        self.backup = at.and_then(|at| Timestamp::parse(&at).ok());
    }

    /// Remembers that the reader took a backup.
    pub fn took_backup(&mut self, at: Timestamp) {
        let last = LastBackup { v: codec::VERSION, at: &at };
        // Where it cannot be stored, the reader is told of a missing backup once too often.
        let _ = self.store.write(&self.keys.backup(), &codec::json(&last));
        self.backup = Some(at);
    }

    /// When the reader last took a backup, where notes have gone without one for long: `None` where
    /// that is not so, and a `None` inside where there never was one.
    pub fn overdue_backup(&self) -> Option<Option<&Timestamp>> {
        let platform = self.platform.as_ref()?;
        let limit = (platform.days_ago)(super::DAYS_WITHOUT_BACKUP);
        let last = self.backup.as_ref();
        self.notebook.has_changes_between(last, &limit).then_some(last)
    }
}
