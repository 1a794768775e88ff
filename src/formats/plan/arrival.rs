//! What a file says, before it is compared with what is here.

use super::planner::Planner;
use super::{Plan, Reason, Source, Unreadable, in_short};
use crate::event::ThemeId;
use crate::formats::Snapshot;
use crate::notebook::quote::Quote;
use crate::notebook::{Deleted, Note, NoteId, Timestamp};
use crate::storage::codec::{self, Decoded, Version};
use crate::storage::{Entry, Keys};

/// A note that comes in.
#[derive(Clone, Debug)]
pub(in crate::formats) struct Incoming {
    /// The note. Where it has no id of its own, its id is one that follows from what it says.
    pub(in crate::formats) note: Note,
    /// Whether the file names it, so that it can be told from another with the same words.
    pub(in crate::formats) is_named: bool,
    /// Its entry as it was stored, where that says more than the note.
    pub(in crate::formats) stored: Option<String>,
}

/// What a note says, of which it may not be known on which theme it is.
#[derive(Clone, Debug)]
pub(in crate::formats) struct Words {
    /// Its id, or one that follows from what it says.
    pub(in crate::formats) id: NoteId,
    /// Whether the file names it.
    pub(in crate::formats) is_named: bool,
    pub(in crate::formats) text: String,
    pub(in crate::formats) quote: Option<Quote>,
    pub(in crate::formats) created: Timestamp,
    pub(in crate::formats) changed: Timestamp,
}

impl Words {
    fn on(&self, theme: ThemeId) -> Incoming {
        let note = Note::new(self.id.clone(), theme, self.text.clone(), self.created.clone());
        let mut note = Note { changed: self.changed.clone(), ..note };
        if let Some(quote) = &self.quote {
            note.set_quote(quote);
        }
        Incoming { note, is_named: self.is_named, stored: None }
    }

    /// What stands for them: the text, or what is quoted where that is all.
    fn shown(&self) -> &str {
        let quote = self.quote.as_ref().filter(|_| self.text.trim().is_empty());
        quote.map_or(&self.text, |quote| &quote.exact)
    }
}

/// What cannot be taken over as it is.
#[derive(Clone, Debug)]
enum LeftOut {
    /// Whatever the reader does.
    Text(Unreadable),
    /// Unless the reader says on which theme it is to be.
    OnNoTheme(Words),
}

/// Everything that a file says, sorted, and not yet compared with what is here.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub(in crate::formats) source: Source,
    pub(in crate::formats) notes: Vec<Incoming>,
    /// Theme, text, and the entry as it was stored where that says more.
    pub(in crate::formats) drafts: Vec<(ThemeId, String, Option<String>)>,
    pub(in crate::formats) deleted: Vec<(Deleted, Option<String>)>,
    /// Keys and texts.
    pub(in crate::formats) raw: Vec<(String, String)>,
    left_out: Vec<LeftOut>,
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
            left_out: Vec::new(),
            elsewhere: 0,
            made,
        }
    }

    /// Names a text that is not taken over.
    pub(in crate::formats) fn leave_out(&mut self, text: &str, reason: Reason) {
        self.left_out.push(LeftOut::Text(Unreadable { text: in_short(text), reason }));
    }

    /// Takes a note over, or lets the reader choose a theme for it where the file tells none.
    pub(in crate::formats) fn take(&mut self, words: Words, theme: Option<ThemeId>) {
        match theme {
            Some(theme) => self.notes.push(words.on(theme)),
            None => self.left_out.push(LeftOut::OnNoTheme(words)),
        }
    }

    /// How many texts there are.
    pub(in crate::formats) fn len(&self) -> usize {
        let [notes, drafts] = [self.notes.len(), self.drafts.len()];
        notes + drafts + self.deleted.len() + self.raw.len() + self.left_out.len()
    }

    /// How many notes there are that the file puts on no theme of the page.
    pub fn count_on_no_theme(&self) -> usize {
        self.left_out.iter().filter(|it| matches!(it, LeftOut::OnNoTheme(_))).count()
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

    /// Works out what bringing all this in would do, where notes that are on no theme are put on the
    /// one that the reader chose, or left out.
    pub fn plan(&self, snapshot: &Snapshot, chosen: Option<&ThemeId>) -> Plan {
        self.clone().into_plan(snapshot, chosen)
    }

    fn into_plan(mut self, snapshot: &Snapshot, chosen: Option<&ThemeId>) -> Plan {
        self.sort_raw(&Keys::of(&snapshot.event.id));
        let mut plan = Plan::new(self.source);
        for left_out in self.left_out {
            match (left_out, chosen) {
                (LeftOut::Text(text), _) => plan.unreadable.push(text),
                (LeftOut::OnNoTheme(words), Some(theme)) => {
                    self.notes.push(words.on(theme.clone()))
                }
                (LeftOut::OnNoTheme(words), None) => {
                    let text = in_short(words.shown());
                    plan.unreadable.push(Unreadable { text, reason: Reason::NoTheme });
                }
            }
        }
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
