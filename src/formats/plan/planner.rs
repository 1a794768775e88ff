//! Compares what a file says, text by text, with what is here.

use std::collections::{BTreeMap, BTreeSet};

use super::{Described, Incoming, Plan, Reason, Unreadable, in_short};
use crate::event::ThemeId;
use crate::formats::{Change, Snapshot, ids};
use crate::notebook::quote::Quote;
use crate::notebook::{Deleted, Note, NoteId, Notebook, Timestamp};
use crate::storage::{Entry, Keys, codec};

/// How many ids are tried for one text. Each follows from a hash, so the second is hardly needed.
const MOST_IDS: usize = 100;

/// The texts that are here already, with what they quote, found by what they are on and beside. A
/// text that quotes something also stands there alone: where it comes in alone, it says nothing new.
struct Texts {
    on_themes: BTreeSet<(ThemeId, String, Option<Quote>)>,
    beside_notes: BTreeSet<(NoteId, String, Option<Quote>)>,
}

impl Texts {
    fn of(notebook: &Notebook) -> Self {
        let mut texts = Self { on_themes: BTreeSet::new(), beside_notes: BTreeSet::new() };
        for note in notebook.notes() {
            texts.add(note);
        }
        texts
    }

    fn add(&mut self, note: &Note) {
        for quote in [None, note.quote()] {
            self.on_themes.insert((note.theme.clone(), note.text.clone(), quote.clone()));
            if let Some(origin) = &note.conflict {
                self.beside_notes.insert((origin.clone(), note.text.clone(), quote));
            }
        }
    }

    fn are_on_theme(&self, note: &Note) -> bool {
        self.on_themes.contains(&(note.theme.clone(), note.text.clone(), note.quote()))
    }

    fn are_beside(&self, origin: &NoteId, note: &Note) -> bool {
        self.beside_notes.contains(&(origin.clone(), note.text.clone(), note.quote()))
    }
}

/// What stands where a note would be put.
enum Place {
    Free,
    /// A living note that says the same, or quotes something as well.
    SameLiving,
    /// A deleted note with the same words.
    SameDeleted,
    /// A note, living or deleted, with other words.
    Other,
    /// An entry that cannot be read.
    Taken,
}

/// A plan in the making.
pub(super) struct Planner<'snapshot> {
    snapshot: &'snapshot Snapshot,
    keys: Keys,
    /// As all will be once what was planned so far is done.
    notebook: Notebook,
    texts: Texts,
    /// Those that were here before: what a file says twice, it brings in twice.
    known: Texts,
    entries: BTreeMap<String, String>,
    made: Timestamp,
    plan: Plan,
}

impl<'snapshot> Planner<'snapshot> {
    pub(super) fn new(snapshot: &'snapshot Snapshot, made: Timestamp, plan: Plan) -> Self {
        Self {
            snapshot,
            keys: Keys::of(&snapshot.event.id),
            notebook: snapshot.notebook.clone(),
            texts: Texts::of(&snapshot.notebook),
            known: Texts::of(&snapshot.notebook),
            entries: snapshot.entries.iter().cloned().collect(),
            made,
            plan,
        }
    }

    pub(super) fn note(&mut self, incoming: Incoming) {
        let Incoming { mut note, is_named, mut stored } = incoming;
        if !is_named && self.known.are_on_theme(&note) {
            self.plan.unchanged += 1;
            return;
        }
        let origin = note.id.clone();
        let mut is_conflict = false;
        for attempt in 0..MOST_IDS {
            match self.place(&note) {
                Place::Free => return self.put(note, stored, is_conflict),
                Place::SameLiving => {
                    self.plan.unchanged += 1;
                    return;
                }
                Place::SameDeleted => return self.bring_back(note, stored, is_conflict),
                Place::Other if is_named && !is_conflict => {
                    if self.texts.are_beside(&origin, &note) {
                        self.plan.unchanged += 1;
                        return;
                    }
                    is_conflict = true;
                    note.conflict = Some(origin.clone());
                }
                Place::Other | Place::Taken => {}
            }
            // Under another id, the entry as it was stored is no longer what it says.
            if stored.take().is_some() {
                note.newer = false;
            }
            note.id = derived(&note, &origin, attempt);
        }
        self.leave_out(&shown(&note), Reason::PlaceTaken);
    }

    fn put(&mut self, note: Note, stored: Option<String>, is_conflict: bool) {
        let described = self.describe(&note.theme, &shown(&note));
        let list = if is_conflict { &mut self.plan.conflicting } else { &mut self.plan.new_notes };
        list.push(described);
        let text = stored.unwrap_or_else(|| codec::encode_note(&note));
        self.entries.insert(self.keys.key(&Entry::Note(note.id.clone())), text);
        self.texts.add(&note);
        self.notebook.put(note);
    }

    /// A note that was deleted here comes back, and counts as later than what was deleted. One that
    /// a later version stored is put back as it was: only that version may change it.
    fn bring_back(&mut self, mut note: Note, stored: Option<String>, is_conflict: bool) {
        let stored = stored.filter(|_| note.newer);
        let deleted = self.notebook.deleted_note(&note.id);
        if let Some(deleted) = deleted
            && stored.is_none()
        {
            note.revision = note.revision.max(deleted.note.revision.saturating_add(1));
        }
        self.notebook.remove_deleted(&note.id);
        self.entries.remove(&self.keys.key(&Entry::Deleted(note.id.clone())));
        self.put(note, stored, is_conflict);
    }

    pub(super) fn draft(&mut self, theme: &ThemeId, text: String, stored: Option<String>) {
        let key = self.keys.key(&Entry::Draft(theme.clone()));
        let here = self.notebook.draft(theme);
        if text.is_empty() {
            return;
        }
        // It may have become a note since, as drafts do where the event no longer has their theme.
        // Only what was here before counts: a file may well have a note and a draft that say the same.
        let mut notes = self.snapshot.notebook.notes_on(theme);
        if here.is_empty() && notes.any(|note| note.text == text) {
            self.plan.unchanged += 1;
            return;
        }
        if here.is_empty() && !self.entries.contains_key(&key) {
            let described = self.describe(theme, &text);
            self.plan.new_drafts.push(described);
            self.entries.insert(key, stored.unwrap_or_else(|| codec::encode_draft(&text)));
            self.notebook.set_draft(theme, text);
            return;
        }
        let is_on_theme = || self.texts.on_themes.contains(&(theme.clone(), text.clone(), None));
        if here == text || text.trim().is_empty() || is_on_theme() {
            self.plan.unchanged += 1;
            return;
        }
        // A draft has no id, so the note that it becomes is named after its theme.
        for attempt in 0..MOST_IDS {
            let number = attempt.to_string();
            let id = ids::derived(&self.made, &["draft", theme.as_str(), &text, &number], None);
            let note = Note::new(id.clone(), theme.clone(), text.clone(), self.made.clone());
            let note = Note { conflict: Some(id), ..note };
            match self.place(&note) {
                Place::Free => return self.put(note, None, true),
                Place::SameDeleted => return self.bring_back(note, None, true),
                Place::SameLiving => {
                    self.plan.unchanged += 1;
                    return;
                }
                Place::Other | Place::Taken => {}
            }
        }
        self.leave_out(&text, Reason::PlaceTaken);
    }

    pub(super) fn deleted(&mut self, mut deleted: Deleted, mut stored: Option<String>) {
        let origin = deleted.note.id.clone();
        for attempt in 0..MOST_IDS {
            let id = deleted.note.id.clone();
            let key = self.keys.key(&Entry::Deleted(id.clone()));
            // Whatever stands in the note's own place, the place of a deleted one is another.
            let living = self.notebook.note(&id);
            let gone = self.notebook.deleted_note(&id);
            let mut here = living.into_iter().chain(gone.map(|it| &it.note)).peekable();
            if here.peek().is_some() {
                if here.any(|it| says_no_more(&deleted.note, it)) {
                    self.plan.unchanged += 1;
                    return;
                }
                deleted.note.conflict = Some(origin.clone());
            } else if !self.entries.contains_key(&key) {
                let described = self.describe(&deleted.note.theme, &shown(&deleted.note));
                self.plan.new_deleted.push(described);
                let text = stored.unwrap_or_else(|| codec::encode_deleted(&deleted));
                self.entries.insert(key, text);
                self.notebook.put_deleted(deleted);
                return;
            }
            if stored.take().is_some() {
                deleted.note.newer = false;
            }
            deleted.note.id = derived(&deleted.note, &origin, attempt);
        }
        self.leave_out(&shown(&deleted.note), Reason::PlaceTaken);
    }

    pub(super) fn raw(&mut self, key: String, text: String) {
        match self.entries.get(&key) {
            Some(here) if *here == text => self.plan.unchanged += 1,
            Some(_) => self.leave_out(&text, Reason::PlaceTaken),
            None => {
                let theme = String::new();
                self.plan.new_entries.push(Described { theme, text: in_short(&text) });
                self.entries.insert(key, text);
            }
        }
    }

    fn place(&self, note: &Note) -> Place {
        let id = &note.id;
        let living = self.notebook.note(id);
        let deleted = self.notebook.deleted_note(id);
        match (living, deleted) {
            (Some(living), _) if says_no_more(note, living) => Place::SameLiving,
            (Some(_), _) => Place::Other,
            (None, _) if self.entries.contains_key(&self.keys.key(&Entry::Note(id.clone()))) => {
                Place::Taken
            }
            // Its place is cleared, so what it quotes has to be the same.
            (None, Some(Deleted { note: deleted, .. }))
                if deleted.text == note.text && deleted.quote() == note.quote() =>
            {
                Place::SameDeleted
            }
            (None, Some(_)) => Place::Other,
            (None, None) => Place::Free,
        }
    }

    fn leave_out(&mut self, text: &str, reason: Reason) {
        self.plan.unreadable.push(Unreadable { text: in_short(text), reason });
    }

    fn describe(&self, theme: &ThemeId, text: &str) -> Described {
        let title = self.snapshot.event.theme_title(theme);
        let theme = title.unwrap_or(theme.as_str()).to_owned();
        Described { theme, text: in_short(text) }
    }

    pub(super) fn finish(mut self) -> Plan {
        let before: BTreeMap<&str, &str> =
            self.snapshot.entries.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        // What is new comes first: where the store fails half way, nothing is gone.
        let mut changes: Vec<Change> = self
            .entries
            .iter()
            .filter(|(key, text)| before.get(key.as_str()) != Some(&text.as_str()))
            .map(|(key, text)| Change {
                key: key.clone(),
                before: before.get(key.as_str()).map(|text| (*text).to_owned()),
                after: Some(text.clone()),
            })
            .collect();
        changes.extend(before.iter().filter(|(key, _)| !self.entries.contains_key(**key)).map(
            |(key, text)| Change {
                key: (*key).to_owned(),
                before: Some((*text).to_owned()),
                after: None,
            },
        ));
        self.plan.changes = changes;
        self.plan
    }
}

fn derived(note: &Note, origin: &NoteId, attempt: usize) -> NoteId {
    let texts = ["note", origin.as_str(), &note.text, &attempt.to_string()];
    ids::derived(&note.created, &texts, note.quote().as_ref())
}

/// Whether a note says nothing that is not here: the same words, and what it quotes, if anything.
fn says_no_more(note: &Note, here: &Note) -> bool {
    let quote = note.quote();
    note.text == here.text && (quote.is_none() || quote == here.quote())
}

/// What stands for a note: its text, or what it quotes where that is all.
fn shown(note: &Note) -> String {
    let quote = note.quote().filter(|_| note.text.trim().is_empty());
    quote.map_or_else(|| note.text.clone(), |quote| quote.exact)
}
