//! How much room the notebook takes.

use super::Session;
use crate::storage::{Entry, SETTINGS};

/// How much room the notebook takes, in UTF-16 code units, as browsers count it; keys included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Notes.
    pub notes: usize,
    /// Drafts.
    pub drafts: usize,
    /// Recently deleted notes.
    pub deleted: usize,
    /// What could not be read, and the copies of it.
    pub unreadable: usize,
    /// How many keys are not this event's. They are never read, so their size is not known.
    pub foreign_keys: usize,
}

impl Session {
    /// How much room the notebook takes. Looks at everything that is stored.
    pub fn usage(&self) -> Usage {
        let mut usage = Usage::default();
        let size = |entry: &Entry, text: &str| {
            let key = self.keys.key(entry);
            key.encode_utf16().count() + text.encode_utf16().count()
        };
        for (entry, text) in self.stored.texts() {
            *match entry {
                Entry::Note(_) => &mut usage.notes,
                Entry::Draft(_) => &mut usage.drafts,
                Entry::Deleted(_) => &mut usage.deleted,
                Entry::SetAside(_) | Entry::Older(_) => &mut usage.unreadable,
            } += size(entry, &text);
        }
        usage.unreadable += self.attention.iter().map(|it| size(&it.entry, &it.raw)).sum::<usize>();
        if self.kept
            && let Ok(keys) = self.store.keys()
        {
            let own = [self.keys.backup(), SETTINGS.to_owned()];
            let is_foreign = |key: &&String| self.keys.entry(key).is_none() && !own.contains(*key);
            usage.foreign_keys = keys.iter().filter(is_foreign).count();
        }
        usage
    }
}
