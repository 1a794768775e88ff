//! What a file says, before it is compared with what is here.

use super::planner::Planner;
use super::{Plan, Reason, Source, Unreadable, in_short};
use crate::event::ThemeId;
use crate::formats::Snapshot;
use crate::notebook::{Deleted, Note, Timestamp};
use crate::storage::codec::{self, Decoded, Version};
use crate::storage::{Entry, Keys};

/// A note that comes in.
pub(in crate::formats) struct Incoming {
    /// The note. Where it has no id of its own, its id is one that follows from what it says.
    pub(in crate::formats) note: Note,
    /// Whether the file names it, so that it can be told from another with the same words.
    pub(in crate::formats) is_named: bool,
    /// Its entry as it was stored, where that says more than the note.
    pub(in crate::formats) stored: Option<String>,
}

/// Everything that a file says, sorted.
pub(in crate::formats) struct Arrival {
    pub(in crate::formats) source: Source,
    pub(in crate::formats) notes: Vec<Incoming>,
    /// Theme, text, and the entry as it was stored where that says more.
    pub(in crate::formats) drafts: Vec<(ThemeId, String, Option<String>)>,
    pub(in crate::formats) deleted: Vec<(Deleted, Option<String>)>,
    /// Keys and texts.
    pub(in crate::formats) raw: Vec<(String, String)>,
    pub(in crate::formats) unreadable: Vec<Unreadable>,
    pub(in crate::formats) elsewhere: usize,
    /// When the file was made.
    pub(in crate::formats) made: Timestamp,
}

impl Arrival {
    pub(in crate::formats) fn new(source: Source, made: Timestamp) -> Self {
        Self {
            source,
            notes: Vec::new(),
            drafts: Vec::new(),
            deleted: Vec::new(),
            raw: Vec::new(),
            unreadable: Vec::new(),
            elsewhere: 0,
            made,
        }
    }

    pub(in crate::formats) fn leave_out(&mut self, text: &str, reason: Reason) {
        self.unreadable.push(Unreadable { text: in_short(text), reason });
    }

    /// A raw entry that can be read after all is taken for what it says.
    fn sort_raw(&mut self, keys: &Keys) {
        for (key, text) in std::mem::take(&mut self.raw) {
            match keys.entry(&key) {
                None => self.elsewhere += 1,
                Some(Entry::Note(id)) => match codec::decode_note(&id, &text) {
                    Ok(Decoded { value: note, version }) => {
                        let stored = (version != Version::Older).then_some(text);
                        self.notes.push(Incoming { note, is_named: true, stored });
                    }
                    Err(_) => self.raw.push((key, text)),
                },
                Some(Entry::Draft(theme)) => match codec::decode_draft(&text) {
                    Ok(Decoded { value: draft, .. }) => {
                        self.drafts.push((theme, draft, Some(text)));
                    }
                    Err(_) => self.raw.push((key, text)),
                },
                Some(Entry::Deleted(id)) => match codec::decode_deleted(&id, &text) {
                    Ok(Decoded { value: deleted, version }) => {
                        let stored = (version != Version::Older).then_some(text);
                        self.deleted.push((deleted, stored));
                    }
                    Err(_) => self.raw.push((key, text)),
                },
                Some(Entry::SetAside(_) | Entry::Older(_)) => self.raw.push((key, text)),
            }
        }
    }

    /// Works out what bringing all this in would do.
    pub(in crate::formats) fn plan(mut self, snapshot: &Snapshot) -> Plan {
        self.sort_raw(&Keys::of(&snapshot.event.id));
        let mut plan = Plan::new(self.source);
        plan.unreadable = self.unreadable;
        plan.elsewhere = self.elsewhere;
        let mut planner = Planner::new(snapshot, self.made, plan);
        for incoming in self.notes {
            planner.note(incoming);
        }
        for (theme, text, stored) in self.drafts {
            planner.draft(&theme, text, stored);
        }
        for (deleted, stored) in self.deleted {
            planner.deleted(deleted, stored);
        }
        for (key, text) in self.raw {
            planner.raw(key, text);
        }
        planner.finish()
    }
}
