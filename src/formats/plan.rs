//! What bringing notes in would do, worked out before anything is done.
//!
//! The rules keep two promises: nothing that is stored is written over, and no text of the file is
//! dropped without being named. A note that is here with other words stays as it is, and the one
//! from the file is put beside it. Ids made here follow from what the file says, so that the same
//! file brought in twice changes nothing the second time.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Material, ids};
use crate::event::ThemeId;
use crate::notebook::quote::Quote;
use crate::notebook::{Deleted, Note, NoteId, Notebook, Timestamp};
use crate::storage::codec::{self, Decoded, Version};
use crate::storage::{Entry, Keys};

/// How many ids are tried for one text. Each follows from a hash, so the second is hardly needed.
const MOST_IDS: usize = 100;

/// How many characters of a text are told to the reader.
const SHOWN: usize = 80;

/// What kind of file was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A Readium annotation set, such as the backup.
    Backup,
    /// Markdown made by this app.
    Markdown,
    /// An export of the Hypothesis client.
    Hypothesis,
    /// A link with notes in it.
    Link,
}

/// A text that comes in, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The title of its theme, or the theme's id where the event does not have it.
    pub theme: String,
    /// The first words of the text.
    pub text: String,
}

/// Why a text of the file cannot be taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It lacks what a note must have, or has it in another form.
    Malformed,
    /// It says nothing.
    NoText,
    /// It is on no theme of this page.
    NoTheme,
    /// Another entry stands in the place where it belongs.
    PlaceTaken,
}

/// A text of the file that is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its first words, as far as they can be told.
    pub text: String,
    /// Why it is left out.
    pub reason: Reason,
}

/// What would happen, and how to make it happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the file is.
    pub source: Source,
    /// Notes that are not here yet, those among the recently deleted among them.
    pub new_notes: Vec<Described>,
    /// Drafts on themes that have none here.
    pub new_drafts: Vec<Described>,
    /// Recently deleted notes that are not here yet.
    pub new_deleted: Vec<Described>,
    /// Entries that could not be read where the file was made, put back as they were.
    pub new_entries: Vec<Described>,
    /// Texts that are here with other words: what is here stays, and these are put beside it.
    pub conflicting: Vec<Described>,
    /// How many texts are here already.
    pub unchanged: usize,
    /// What is not taken over.
    pub unreadable: Vec<Unreadable>,
    /// How many texts belong to other events or pages.
    pub elsewhere: usize,
    /// What is to be done to the store, all of it or nothing. Each key is named once, so swapping
    /// `before` and `after` of each takes it back.
    pub changes: Vec<Change>,
}

impl Plan {
    /// Whether there is nothing to be done.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// A material as it is once some changes are made; `None` where an entry is not what a change
/// expects, so that nothing would be made of them.
pub fn applied(material: &Material, changes: &[Change]) -> Option<Material> {
    let mut entries: BTreeMap<String, String> = material.entries.iter().cloned().collect();
    for change in changes {
        if entries.get(&change.key) != change.before.as_ref() {
            return None;
        }
        match &change.after {
            Some(text) => entries.insert(change.key.clone(), text.clone()),
            None => entries.remove(&change.key),
        };
    }
    let keys = Keys::of(&material.event.id);
    let entries: Vec<(String, String)> = entries.into_iter().collect();
    let notebook = notebook_of(&keys, &entries);
    Some(Material { entries, notebook, ..material.clone() })
}

/// The notebook that some entries hold.
pub fn notebook_of(keys: &Keys, entries: &[(String, String)]) -> Notebook {
    let mut notebook = Notebook::default();
    for (key, text) in entries {
        match keys.entry(key) {
            Some(Entry::Note(id)) => {
                if let Ok(note) = codec::decode_note(&id, text) {
                    notebook.put(note.value);
                }
            }
            Some(Entry::Draft(theme)) => {
                if let Ok(draft) = codec::decode_draft(text) {
                    notebook.set_draft(&theme, draft.value);
                }
            }
            Some(Entry::Deleted(id)) => {
                if let Ok(deleted) = codec::decode_deleted(&id, text) {
                    notebook.put_deleted(deleted.value);
                }
            }
            Some(Entry::SetAside(_) | Entry::Older(_)) | None => {}
        }
    }
    notebook
}

/// A note that comes in.
pub(super) struct Incoming {
    /// The note. Where it has no id of its own, its id is one that follows from what it says.
    pub(super) note: Note,
    /// Whether the file names it, so that it can be told from another with the same words.
    pub(super) is_named: bool,
    /// Its entry as it was stored, where that says more than the note.
    pub(super) stored: Option<String>,
}

/// Everything that a file says, sorted.
pub(super) struct Arrival {
    pub(super) source: Source,
    pub(super) notes: Vec<Incoming>,
    /// Theme, text, and the entry as it was stored where that says more.
    pub(super) drafts: Vec<(ThemeId, String, Option<String>)>,
    pub(super) deleted: Vec<(Deleted, Option<String>)>,
    /// Keys and texts.
    pub(super) raw: Vec<(String, String)>,
    pub(super) unreadable: Vec<Unreadable>,
    pub(super) elsewhere: usize,
    /// When the file was made.
    pub(super) made: Timestamp,
}

impl Arrival {
    pub(super) fn new(source: Source, made: Timestamp) -> Self {
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

    pub(super) fn leave_out(&mut self, text: &str, reason: Reason) {
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
    pub(super) fn plan(mut self, material: &Material) -> Plan {
        let keys = Keys::of(&material.event.id);
        self.sort_raw(&keys);
        let mut planner = Planner {
            material,
            keys,
            notebook: material.notebook.clone(),
            texts: Texts::of(&material.notebook),
            entries: material.entries.iter().cloned().collect(),
            made: self.made,
            plan: Plan {
                source: self.source,
                new_notes: Vec::new(),
                new_drafts: Vec::new(),
                new_deleted: Vec::new(),
                new_entries: Vec::new(),
                conflicting: Vec::new(),
                unchanged: 0,
                unreadable: self.unreadable,
                elsewhere: self.elsewhere,
                changes: Vec::new(),
            },
        };
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

struct Planner<'material> {
    material: &'material Material,
    keys: Keys,
    /// As all will be once what was planned so far is done.
    notebook: Notebook,
    texts: Texts,
    entries: BTreeMap<String, String>,
    made: Timestamp,
    plan: Plan,
}

impl Planner<'_> {
    fn note(&mut self, incoming: Incoming) {
        let Incoming { mut note, is_named, mut stored } = incoming;
        if !is_named && self.texts.are_on_theme(&note) {
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
        let deleted = self.notebook.deleted().iter().find(|it| it.note.id == note.id);
        if let Some(deleted) = deleted
            && stored.is_none()
        {
            note.revision = note.revision.max(deleted.note.revision.saturating_add(1));
        }
        self.notebook.remove_deleted(&note.id);
        self.entries.remove(&self.keys.key(&Entry::Deleted(note.id.clone())));
        self.put(note, stored, is_conflict);
    }

    fn draft(&mut self, theme: &ThemeId, text: String, stored: Option<String>) {
        let key = self.keys.key(&Entry::Draft(theme.clone()));
        let here = self.notebook.draft(theme);
        if text.is_empty() {
            return;
        }
        // It may have become a note since, as drafts do where the event no longer has their theme.
        // Only what was here before counts: a file may well have a note and a draft that say the same.
        let mut notes = self.material.notebook.notes();
        if here.is_empty() && notes.any(|note| note.theme == *theme && note.text == text) {
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

    fn deleted(&mut self, mut deleted: Deleted, mut stored: Option<String>) {
        let origin = deleted.note.id.clone();
        for attempt in 0..MOST_IDS {
            let id = deleted.note.id.clone();
            let key = self.keys.key(&Entry::Deleted(id.clone()));
            // Whatever stands in the note's own place, the place of a deleted one is another.
            let living = self.notebook.note(&id);
            let gone = self.notebook.deleted().iter().find(|it| it.note.id == id);
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

    fn raw(&mut self, key: String, text: String) {
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
        let deleted = self.notebook.deleted().iter().find(|it| &it.note.id == id);
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
        let known = self.material.event.themes.iter().find(|known| &known.id == theme);
        let theme = known.map_or(theme.as_str(), |known| &known.title).to_owned();
        Described { theme, text: in_short(text) }
    }

    fn finish(mut self) -> Plan {
        let before: BTreeMap<&str, &str> =
            self.material.entries.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
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

/// The first words of a text, on one line.
fn in_short(text: &str) -> String {
    let mut short = String::new();
    // A text may begin with any amount of space.
    let mut letters = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .flat_map(|word| std::iter::once(' ').chain(word.chars()))
        .skip(1);
    short.extend(letters.by_ref().take(SHOWN));
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
