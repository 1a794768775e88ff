//! After a crash: what the store had not yet put on the disk when the browser died, or lost since,
//! comes back from the second copy.

use super::{Reason, Session, UNSAVED};
use crate::event::ThemeId;
use crate::notebook::{Note, join_texts};
use crate::storage::Entry;
use crate::storage::codec::{self, DecodeError, Decoded, Version};

impl Session {
    /// Brings back whatever stands in the second copy, key and text, and not in the store. Says how
    /// many texts are back.
    pub fn recover<'copy>(&mut self, copy: &'copy [(String, String)]) -> usize {
        let read = |(key, text): &'copy (String, String)| {
            let stored_key = key.strip_suffix(UNSAVED);
            let entry = self.keys.entry(stored_key.unwrap_or(key))?;
            let is_known = self.stored.is_known(&entry, Some(text));
            (!is_known).then_some((entry, stored_key.is_some(), text.as_str()))
        };
        let (mut in_order, others): (Vec<_>, Vec<_>) =
            copy.iter().filter_map(read).partition(|(entry, ..)| matches!(entry, Entry::Note(_)));
        // Whether a deleted text or a draft has to be brought back depends on what the notes say.
        in_order.extend(others);
        let mut count = 0;
        for (entry, was_unsaved, text) in in_order {
            let is_back = self.recover_text(&entry, text, Version::Current, was_unsaved);
            count += usize::from(is_back == Ok(true));
            // What stands in its own place again is copied anew when it is saved. Of the rest, what
            // is wanted has now another place, and must not be brought back once more.
            let key = self.keys.key(&entry);
            if was_unsaved {
                self.written.push((format!("{key}{UNSAVED}"), None));
            } else if !self.unsaved.contains(&entry) {
                let stored = self.stored.text(&entry).map(|text| text.into_owned());
                self.written.push((key, stored));
            }
        }
        count
    }

    /// Takes what a text says into the notebook, unless it is to be found there anyway. Tells
    /// whether it was taken in, or why it cannot be read.
    pub(super) fn recover_text(
        &mut self,
        entry: &Entry,
        text: &str,
        expected: Version,
        was_unsaved: bool,
    ) -> Result<bool, Reason> {
        fn of<T>(expected: Version, decoded: Result<Decoded<T>, DecodeError>) -> Result<T, Reason> {
            match decoded? {
                Decoded { value, version } if version == expected => Ok(value),
                Decoded { version: Version::Newer, .. } => Err(Reason::Newer),
                Decoded { .. } => Err(Reason::Damaged),
            }
        }
        Ok(match entry {
            Entry::Note(id) => {
                self.recover_note(of(expected, codec::decode_note(id, text))?, was_unsaved)
            }
            Entry::Draft(theme) => {
                self.recover_draft(theme, &of(expected, codec::decode_draft(text))?)
            }
            Entry::Deleted(id) => {
                self.recover_deleted(of(expected, codec::decode_deleted(id, text))?)
            }
            Entry::SetAside(_) | Entry::Older(_) => return Err(Reason::Damaged),
        })
    }

    fn recover_note(&mut self, copied: Note, was_unsaved: bool) -> bool {
        let id = &copied.id;
        let entry = Entry::Note(id.clone());
        let deleted = self.notebook.deleted_note(id);
        match self.notebook.note(id) {
            None if deleted.is_some_and(|deleted| deleted.note.text == copied.text) => false,
            // The place is taken by something that cannot be read.
            None if self.attention.iter().any(|it| it.entry == entry) => {
                let _ = self.keep_beside(&copied);
                true
            }
            Some(found) if found.text == copied.text => false,
            Some(found) if !was_unsaved && found.revision > copied.revision => false,
            // What was never stored was made of a text that may since have been stored anew.
            Some(found)
                if was_unsaved
                    || found.newer
                    || found.revision == copied.revision
                    || self.own.contains(&entry) =>
            {
                let _ = self.keep_beside(&copied);
                true
            }
            None | Some(_) => {
                self.put_note(copied);
                self.mark_unsaved(&entry);
                true
            }
        }
    }

    fn recover_draft(&mut self, theme: &ThemeId, copied: &str) -> bool {
        let found = self.notebook.draft(theme);
        let is_a_note = |text: &str| self.notebook.notes_on(theme).any(|note| note.text == text);
        if found.starts_with(copied) || found.ends_with(copied) || is_a_note(copied) {
            return false;
        }
        // A store that was set back has it still from before it became a note.
        let found = if is_a_note(found) { "" } else { found };
        let text =
            if copied.starts_with(found) { copied.to_owned() } else { join_texts(found, copied) };
        let entry = Entry::Draft(theme.clone());
        self.notebook.set_draft(theme, text);
        self.mark_unsaved(&entry);
        self.mark_changed(entry);
        true
    }
}
