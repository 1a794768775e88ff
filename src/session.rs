//! One page's hold on a notebook: what it shows, what it knows to be stored, and the rules by which
//! the two are brought together with what other pages of the same event store meanwhile.
//!
//! The rules keep one promise: **a text that was once reported as saved stays somewhere the reader
//! can reach**, whatever fails, in whatever order. So what is new is written before what is old is
//! removed; a place is read before it is written, and what another page left there is kept beside;
//! and what cannot be read is not written over unless the reader says so. None of it depends on a
//! clock: times are shown and never compared, except to let go of what was deleted long ago.
//!
//! Nothing here knows of a browser, of Leptos or of which store it is given, so that every rule is
//! tested natively, over a store that fails at every call (`tests/reliability.rs`).

mod attention;
mod deletion;
mod exchange;
mod settings;

pub use attention::{Attention, Reason};

use crate::event::ThemeId;
use crate::json::Object;
use crate::notebook::quote::Quote;
use crate::notebook::{Note, NoteId, Notebook, Timestamp, join_texts};
use crate::storage::codec::{self, DecodeError, Decoded, Version};
use crate::storage::{Changes, Entry, Keys, MemoryStore, SETTINGS, Store, StoreError};

/// What a session takes from around it.
pub struct Means {
    /// Where notes are kept, or why there is no such place.
    pub store: Result<Box<dyn Store>, StoreError>,
    /// The clock.
    pub now: Box<dyn Fn() -> Timestamp>,
    /// The moment so many days ago.
    pub days_ago: Box<dyn Fn(u32) -> Timestamp>,
    /// Makes an id that no other note has, and that comes after the one given.
    pub new_note_id: NewNoteId,
}

/// Makes an id that comes after the one given.
pub type NewNoteId = Box<dyn Fn(Option<&NoteId>) -> NoteId>;

/// Ends the keys of the second copy under which stands what could not be stored.
const UNSAVED: &str = " (not saved)";

/// How many days a deleted note can be brought back.
pub const DAYS_DELETED_ARE_KEPT: u32 = 30;

/// How many days after a change the reader is told that no backup has it.
pub const DAYS_WITHOUT_BACKUP: u32 = 7;

/// Why something is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// The store did not take it.
    Store(StoreError),
    /// Its place holds something that cannot be read, and that is not written over unasked.
    PlaceTaken,
    /// The session is not open.
    Closed,
}

impl From<StoreError> for Unsaved {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

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

/// Texts by entry, sorted: a map's code would weigh more in the wasm than all that is done here.
#[derive(Debug, Default)]
struct Texts(Vec<(Entry, String)>);

impl Texts {
    fn place(&self, entry: &Entry) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(entry))
    }

    fn get(&self, entry: &Entry) -> Option<&str> {
        self.place(entry).ok().map(|place| self.0[place].1.as_str())
    }

    fn set(&mut self, entry: &Entry, text: Option<String>) {
        match (self.place(entry), text) {
            (Ok(place), Some(text)) => self.0[place].1 = text,
            (Ok(place), None) => {
                self.0.remove(place);
            }
            (Err(place), Some(text)) => self.0.insert(place, (entry.clone(), text)),
            (Err(_), None) => {}
        }
    }
}

/// See the module's description.
pub struct Session {
    keys: Keys,
    means: Option<Means>,
    store: Box<dyn Store>,
    /// Whether the store outlives the page.
    kept: bool,
    notebook: Notebook,
    /// What the store holds, as this page knows it. Where the store turns out to hold something
    /// else, another page wrote.
    stored: Texts,
    /// Typed, and not yet in the notebook.
    typed: Vec<(Entry, String)>,
    /// In the notebook, and not yet in the store.
    unsaved: Vec<Entry>,
    /// Notes whose stored text was written by this page.
    own: Vec<NoteId>,
    /// Open in an editor of this page.
    editing: Vec<NoteId>,
    /// Gone from the store by no deletion, and still shown.
    vanished: Vec<Entry>,
    attention: Vec<Attention>,
    /// What changed since it was last asked.
    changed: Vec<Entry>,
    /// Whether there are other notes than when it was last asked, or on other themes.
    reshaped: bool,
    /// Whether the deleted notes, or what cannot be read, changed since it was last asked.
    beside_changed: bool,
    /// What was written since it was last asked: key and text, `None` for what was removed.
    written: Changes,
    /// What the second copy holds although the store does not.
    copied_unsaved: Vec<Entry>,
    /// When the reader last took a backup.
    backup: Option<Timestamp>,
    /// What the reader has chosen, by name.
    settings: Object,
}

impl Session {
    /// A session that is not open: an empty notebook, to which nothing can be added.
    pub fn closed(keys: Keys) -> Self {
        Self {
            keys,
            means: None,
            store: Box::new(MemoryStore::default()),
            kept: false,
            notebook: Notebook::default(),
            stored: Texts::default(),
            typed: Vec::new(),
            unsaved: Vec::new(),
            own: Vec::new(),
            editing: Vec::new(),
            vanished: Vec::new(),
            attention: Vec::new(),
            changed: Vec::new(),
            reshaped: false,
            beside_changed: false,
            written: Vec::new(),
            copied_unsaved: Vec::new(),
            backup: None,
            settings: Object::default(),
        }
    }

    /// Opens the notebook. Where that is not possible, notes live in memory, and nothing that is
    /// stored is touched.
    ///
    /// # Errors
    /// [`StoreError`] where there is no store, or its keys cannot be listed.
    pub fn open(&mut self, mut means: Means) -> Result<(), StoreError> {
        let store = std::mem::replace(&mut means.store, Err(StoreError::Blocked));
        self.means = Some(means);
        let store = store?;
        let keys = store.keys()?;
        self.store = store;
        self.kept = true;
        self.load(&keys);
        self.load_backup();
        self.load_settings();
        Ok(())
    }

    // What it holds.

    /// The names of its entries.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// All notes and drafts, stored or not.
    pub fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// What stands in the box for a new note on a theme, stored or not.
    pub fn draft(&self, theme: &ThemeId) -> &str {
        let typed = self.typed.iter().find(|(entry, _)| entry == &Entry::Draft(theme.clone()));
        typed.map_or_else(|| self.notebook.draft(theme), |(_, text)| text)
    }

    /// Whether what is saved outlives the page.
    pub fn is_kept(&self) -> bool {
        self.kept
    }

    /// What is in the notebook and could not be stored.
    pub fn unsaved(&self) -> &[Entry] {
        &self.unsaved
    }

    /// Whether something would be lost if the page ended now.
    pub fn is_at_risk(&self) -> bool {
        let holds_something = !self.notebook.is_empty() || self.notebook.drafts().next().is_some();
        !self.typed.is_empty()
            || !self.unsaved.is_empty()
            || !self.vanished.is_empty()
            || (!self.kept && holds_something)
    }

    /// What went from the store without having been deleted, and is still shown.
    pub fn vanished(&self) -> &[Entry] {
        &self.vanished
    }

    /// What could not be read.
    pub fn attention(&self) -> &[Attention] {
        &self.attention
    }

    /// The entries that changed since this was last asked.
    pub fn take_changed(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.changed)
    }

    /// Whether notes came, went or moved since this was last asked.
    pub fn take_reshaped(&mut self) -> bool {
        std::mem::take(&mut self.reshaped)
    }

    /// Whether the deleted notes, or what cannot be read, changed since this was last asked.
    pub fn take_beside_changed(&mut self) -> bool {
        std::mem::take(&mut self.beside_changed)
    }

    /// What was written since this was last asked, for the second copy; `None` where an entry was
    /// removed. What the store refused is among it: there may be room for it there.
    pub fn take_written(&mut self) -> Changes {
        std::mem::take(&mut self.written)
    }

    /// How much room the notebook takes.
    pub fn usage(&self) -> Usage {
        let mut usage = Usage::default();
        let mut add = |entry: &Entry, text: &str| {
            let size = [self.keys.key(entry).as_str(), text]
                .iter()
                .map(|text| text.encode_utf16().count())
                .sum::<usize>();
            match entry {
                Entry::Note(_) => usage.notes += size,
                Entry::Draft(_) => usage.drafts += size,
                Entry::Deleted(_) => usage.deleted += size,
                Entry::SetAside(_) | Entry::Older(_) => usage.unreadable += size,
            }
        };
        for (entry, text) in &self.stored.0 {
            add(entry, text);
        }
        for attention in &self.attention {
            // Of whatever kind: what cannot be read is a kind of its own here.
            add(&Entry::SetAside(self.keys.rest(&attention.entry)), &attention.raw);
        }
        if self.kept
            && let Ok(keys) = self.store.keys()
        {
            let own = [self.keys.backup(), SETTINGS.to_owned()];
            let is_foreign = |key: &&String| self.keys.entry(key).is_none() && !own.contains(*key);
            usage.foreign_keys = keys.iter().filter(is_foreign).count();
        }
        usage
    }

    // What the reader does.

    /// Keeps typed text until [`Self::take_typed`].
    pub fn type_text(&mut self, entry: Entry, text: String) {
        self.typed.retain(|(known, _)| known != &entry);
        self.typed.push((entry, text));
    }

    /// Moves typed text into the notebook.
    pub fn take_typed(&mut self) {
        for (entry, text) in std::mem::take(&mut self.typed) {
            let Some(means) = &self.means else { return };
            let differs = match &entry {
                Entry::Note(id) => self.notebook.edit(id, &text, (means.now)()),
                Entry::Draft(theme) => self.notebook.set_draft(theme, text),
                _ => false,
            };
            if differs {
                self.mark_unsaved(&entry);
                self.mark_changed(entry);
            }
        }
    }

    /// Adds a note and clears the theme's draft; `None` where the text is blank.
    pub fn add(&mut self, theme: &ThemeId, text: String) -> Option<NoteId> {
        let id = self.new_id()?;
        let now = self.now()?;
        self.notebook.add(id.clone(), theme.clone(), text, now)?;
        self.reshaped = true;
        let (note, draft) = (Entry::Note(id.clone()), Entry::Draft(theme.clone()));
        self.typed.retain(|(known, _)| known != &draft);
        // The note first: a page that ends between the two writes leaves the text twice.
        self.mark_unsaved(&note);
        self.mark_changed(note);
        if self.notebook.set_draft(theme, String::new()) {
            self.mark_unsaved(&draft);
        }
        self.mark_changed(draft);
        Some(id)
    }

    /// Adds a note that quotes words of the event; `None` where the page does not run yet.
    pub fn add_quote(&mut self, theme: &ThemeId, quote: &Quote) -> Option<NoteId> {
        let id = self.new_id()?;
        let now = self.now()?;
        self.notebook.add_quote(id.clone(), theme.clone(), quote, now);
        self.reshaped = true;
        let note = Entry::Note(id.clone());
        self.mark_unsaved(&note);
        self.mark_changed(note);
        Some(id)
    }

    /// Opens a note for editing: until [`Self::end_edit`] its text is not replaced by another
    /// page's.
    pub fn begin_edit(&mut self, id: &NoteId) {
        self.editing.push(id.clone());
    }

    /// Closes a note's editor, and takes over what another page stored while it was open.
    pub fn end_edit(&mut self, id: &NoteId) {
        self.editing.retain(|open| open != id);
        self.refresh(&Entry::Note(id.clone()));
    }

    /// Hangs a note on another theme.
    pub fn move_to(&mut self, id: &NoteId, theme: &ThemeId) {
        let Some(now) = self.now() else { return };
        if self.notebook.move_to(id, theme, now) {
            self.mark_moved(id);
        }
    }

    /// Pins a note, so that it stands before the others, or takes its pin away.
    pub fn toggle_pin(&mut self, id: &NoteId) {
        if self.notebook.toggle_pin(id) {
            self.mark_moved(id);
        }
    }

    fn mark_moved(&mut self, id: &NoteId) {
        let entry = Entry::Note(id.clone());
        self.reshaped = true;
        self.mark_unsaved(&entry);
        self.mark_changed(entry);
    }

    // Saving.

    /// Tries every entry that is not yet stored, in the order in which they changed, drafts last.
    /// `None` where there was nothing to do.
    pub fn save(&mut self) -> Option<Result<(), Unsaved>> {
        if self.unsaved.is_empty() {
            return None;
        }
        let mut outcome = Ok(());
        // A draft may wait since before a note was made of it: whether it can go, the note tells.
        let (drafts, mut entries): (Vec<Entry>, Vec<Entry>) = std::mem::take(&mut self.unsaved)
            .into_iter()
            .partition(|entry| matches!(entry, Entry::Draft(_)));
        entries.extend(drafts);
        for entry in entries {
            let result = match &entry {
                Entry::Note(id) => self.save_note(id),
                // While the note that was made of it is not stored, the stored draft is the only
                // copy of its text.
                Entry::Draft(theme) if self.has_unsaved_note_on(theme) => Err(None),
                Entry::Draft(theme) => self.save_draft(theme),
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

    fn save_note(&mut self, id: &NoteId) -> Result<(), Option<Unsaved>> {
        let entry = Entry::Note(id.clone());
        let found = match self.read(&entry) {
            // Not even text, and so not to be written over either.
            Err(Unsaved::PlaceTaken) => return self.step_aside(id).map_err(Some),
            found => found?,
        };
        let is_as_known = found.as_deref() == self.stored.get(&entry);
        if self.notebook.note(id).is_none() {
            // Deleted here, and the store refused to let it go then.
            return if is_as_known { self.remove(&entry) } else { Ok(()) }.map_err(Some);
        }
        match found {
            Some(found) if !is_as_known => self.make_room(id, &found)?,
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
        let Some(note) = self.notebook.note(id).filter(|note| !note.newer) else { return Ok(()) };
        self.write(&entry, codec::encode_note(note))?;
        if !self.own.contains(id) {
            self.own.push(id.clone());
        }
        self.tidy_deleted(id).map_err(Some)
    }

    /// The place of an edited note turns out to hold what this page has not seen. Where the text was
    /// changed on one side only, the two are brought together; else that one is kept beside, before it
    /// is written over.
    fn make_room(&mut self, id: &NoteId, found: &str) -> Result<(), Unsaved> {
        match codec::decode_note(id, found) {
            Ok(Decoded { value: other, version: Version::Current }) => {
                let base = self.stored.get(&Entry::Note(id.clone()));
                let base = base.and_then(|base| codec::decode_note(id, base).ok());
                // A text that is open in an editor is not replaced under the reader's hands.
                if let Some(Decoded { value: base, .. }) = &base
                    && (other.text == base.text || !self.editing.contains(id))
                {
                    self.notebook.merge(id, base, &other);
                }
                let Some(mine) = self.notebook.note(id) else { return Ok(()) };
                let is_seen = base.is_some_and(|base| base.value.text == other.text);
                if other.text != mine.text && !is_seen {
                    self.keep_beside(&other)?;
                }
                self.notebook.outrank(id, &other);
                self.reshaped = true;
                Ok(())
            }
            // What cannot be written over keeps its place; what was edited here gets another.
            _ => {
                let moved = self.step_aside(id);
                self.refresh(&Entry::Note(id.clone()));
                moved
            }
        }
    }

    /// Keeps a text as a note beside the one that it was in conflict with.
    fn keep_beside(&mut self, other: &Note) -> Result<(), Unsaved> {
        let id = self.new_id().ok_or(Unsaved::Closed)?;
        let origin = other.conflict.clone().unwrap_or_else(|| other.id.clone());
        let is_kept =
            |note: &Note| note.conflict.as_ref() == Some(&origin) && note.text == other.text;
        let kept = self.notebook.notes().find(|note| is_kept(note)).cloned();
        if let Some(kept) = kept {
            // What is only on this page is not kept.
            return match self.stored.get(&Entry::Note(kept.id.clone())) {
                Some(_) => Ok(()),
                None => self.put_and_save(kept),
            };
        }
        let copy = Note { id, conflict: Some(origin), revision: 1, ..other.clone() };
        self.put_and_save(copy)
    }

    /// Gives an edited note another id, because its place is taken.
    fn step_aside(&mut self, id: &NoteId) -> Result<(), Unsaved> {
        let new_id = self.new_id().ok_or(Unsaved::Closed)?;
        // Its editor goes with it: what stands in its place is not what is edited.
        self.editing.retain(|open| open != id);
        let Some(note) = self.take_note(id) else { return Ok(()) };
        // Beside a copy stands nothing: both belong to the same note.
        let conflict = note.conflict.clone().or_else(|| Some(id.clone()));
        self.put_and_save(Note { id: new_id, conflict, revision: 1, ..note })
    }

    fn put_and_save(&mut self, note: Note) -> Result<(), Unsaved> {
        let entry = Entry::Note(note.id.clone());
        let text = codec::encode_note(&note);
        self.put_note(note);
        let written = self.write(&entry, text);
        if written.is_err() {
            self.mark_unsaved(&entry);
            self.copy_unsaved(&entry);
        }
        written
    }

    fn has_unsaved_note_on(&self, theme: &ThemeId) -> bool {
        self.unsaved.iter().any(|entry| match entry {
            Entry::Note(id) => self.notebook.note(id).is_some_and(|note| &note.theme == theme),
            _ => false,
        })
    }

    fn save_draft(&mut self, theme: &ThemeId) -> Result<(), Option<Unsaved>> {
        let entry = Entry::Draft(theme.clone());
        let found = self.read(&entry)?;
        if found.as_deref() != self.stored.get(&entry)
            && let Some(found) = found
        {
            let Ok(Decoded { value: other, version: Version::Current }) =
                codec::decode_draft(&found)
            else {
                self.refresh(&entry);
                return Err(Some(Unsaved::PlaceTaken));
            };
            match self.notebook.draft(theme) {
                // Emptied here, and begun anew elsewhere: that is not this page's to remove.
                "" => {
                    self.stored.set(&entry, Some(found));
                    self.notebook.set_draft(theme, other);
                    return Ok(());
                }
                mine if mine.starts_with(&other) => {}
                _ => self.keep_draft_as_note(theme, other)?,
            }
        }
        match self.notebook.draft(theme) {
            "" => self.remove(&entry),
            draft => {
                let text = codec::encode_draft(draft);
                self.write(&entry, text)
            }
        }
        .map_err(Some)
    }

    /// Another page's draft, about to be written over by this page's, becomes a note.
    fn keep_draft_as_note(&mut self, theme: &ThemeId, text: String) -> Result<(), Unsaved> {
        let (Some(id), Some(now)) = (self.new_id(), self.now()) else {
            return Err(Unsaved::Closed);
        };
        if self.notebook.notes_on(theme).iter().any(|note| note.text == text) {
            return Ok(());
        }
        let mut note = Note::new(id.clone(), theme.clone(), text, now);
        note.conflict = Some(id);
        self.put_and_save(note)
    }

    // What other pages do.

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

    /// Takes over whatever other pages did meanwhile, of which no event may have told.
    pub fn refresh_all(&mut self) {
        if !self.kept {
            return;
        }
        let Ok(keys) = self.store.keys() else { return };
        let mut entries: Vec<Entry> = keys.iter().filter_map(|key| self.keys.entry(key)).collect();
        let has_notes = self.stored.0.iter().any(|(entry, _)| matches!(entry, Entry::Note(_)));
        if entries.is_empty() && has_notes {
            // Nobody deletes everything at once here: this is `localStorage.clear()`.
            for (entry, _) in std::mem::take(&mut self.stored.0) {
                if matches!(entry, Entry::Note(_) | Entry::Draft(_) | Entry::Deleted(_)) {
                    self.mark_vanished(entry);
                }
            }
            return;
        }
        entries.retain(|entry| self.stored.get(entry).is_none());
        entries.extend(self.stored.0.iter().map(|(entry, _)| entry.clone()));
        entries.extend(self.attention.iter().map(|it| it.entry.clone()));
        for entry in entries {
            self.refresh(&entry);
        }
    }

    /// Whether what this page stored last is still there: a quick look that finds a storage which
    /// was cleared by a script of this very page, of which no event tells.
    pub fn was_cleared(&self) -> bool {
        let known = self.stored.0.iter().find(|(entry, _)| matches!(entry, Entry::Note(_)));
        self.kept
            && known.is_some_and(|(entry, _)| self.store.read(&self.keys.key(entry)) == Ok(None))
    }

    /// Writes what had vanished from the store back into it.
    pub fn write_back(&mut self) -> Option<Result<(), Unsaved>> {
        for entry in std::mem::take(&mut self.vanished) {
            self.mark_unsaved(&entry);
        }
        self.save()
    }

    fn refresh(&mut self, entry: &Entry) {
        let (found, is_text) = match self.store.read(&self.keys.key(entry)) {
            Ok(found) => (found, true),
            Err(StoreError::NotText(raw)) => (Some(raw), false),
            // Whether anything changed cannot be told: the next save will see.
            Err(_) => return,
        };
        let known = match self.attention.iter().find(|it| &it.entry == entry) {
            Some(attention) => Some(attention.raw.as_str()),
            None => self.stored.get(entry),
        };
        if found.as_deref() == known {
            return;
        }
        if found.is_none() {
            self.forget_attention(entry);
        }
        match (entry, found) {
            (Entry::Note(id), Some(raw)) if !is_text => {
                if !self.waits(entry) && !self.editing.contains(id) {
                    self.lose_place(id, raw, Reason::Damaged);
                }
            }
            (_, Some(raw)) if !is_text => self.find_unreadable(entry, raw, Reason::Damaged),
            (Entry::Note(id), found) => self.refresh_note(id, found),
            (Entry::Draft(theme), found) => self.refresh_draft(theme, found),
            (Entry::Deleted(id), found) => self.refresh_deleted(id, found),
            (Entry::SetAside(_) | Entry::Older(_), Some(_)) => {}
            (Entry::SetAside(_) | Entry::Older(_), None) => self.stored.set(entry, None),
        }
        self.mark_changed(entry.clone());
    }

    /// Whether this page has something of its own for an entry that it has not yet stored.
    fn waits(&self, entry: &Entry) -> bool {
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
        let is_open = self.editing.contains(id);
        if self.waits(&entry) {
            return;
        }
        let Some(found) = found else {
            // Where that cannot be told now, the next look will tell.
            let Ok(deletion) = self.deletion_of(id) else { return };
            self.stored.set(&entry, None);
            let Some(mine) = self.notebook.note(id) else { return };
            let knew_mine = deletion.as_ref().is_some_and(|deletion| {
                !self.own.contains(id)
                    || deletion.revision >= mine.revision
                    || deletion.text == mine.text
            });
            if is_open || (deletion.is_some() && !knew_mine) {
                // What is being written here, or was stored here unseen by who deleted, survives.
                self.mark_unsaved(&entry);
            } else if knew_mine {
                self.take_note(id);
            } else {
                self.mark_vanished(entry);
            }
            return;
        };
        if is_open {
            // Seen when the reader goes on typing, or closes the editor.
            return;
        }
        match codec::decode_note(id, &found) {
            Ok(Decoded { value: other, version }) => {
                let mine = self.notebook.note(id).filter(|_| self.own.contains(id)).cloned();
                if let Some(mine) = mine
                    && other.revision <= mine.revision
                    && other.text != mine.text
                {
                    // Written by a page that had not seen what this one stored: the stores of two
                    // processes meet only later. Where it cannot be stored it stays in memory.
                    let _ = self.keep_beside(&mine);
                }
                self.own.retain(|own| own != id);
                self.vanished.retain(|known| known != &entry);
                if version == Version::Older {
                    return self.migrate(&entry, found);
                }
                self.forget_attention(&entry);
                self.stored.set(&entry, Some(found));
                self.put_note(other);
            }
            Err(error) => self.lose_place(id, found, error.into()),
        }
    }

    fn refresh_draft(&mut self, theme: &ThemeId, found: Option<String>) {
        let entry = Entry::Draft(theme.clone());
        if self.waits(&entry) {
            return;
        }
        let text = match found.as_deref().map(codec::decode_draft) {
            None => String::new(),
            Some(Ok(Decoded { value, version: Version::Current })) => value,
            Some(Ok(Decoded { version: Version::Older, .. })) => {
                return self.migrate(&entry, found.unwrap_or_default());
            }
            Some(Ok(Decoded { version: Version::Newer, .. })) => {
                return self.find_unreadable(&entry, found.unwrap_or_default(), Reason::Newer);
            }
            Some(Err(error)) => {
                return self.find_unreadable(&entry, found.unwrap_or_default(), error.into());
            }
        };
        self.forget_attention(&entry);
        self.vanished.retain(|known| known != &entry);
        self.stored.set(&entry, found);
        self.notebook.set_draft(theme, text);
    }

    // After a crash.

    /// Brings back what the store had not yet put on the disk when the browser died, or lost since:
    /// whatever stands in the second copy, key and text, and not in the store. Says how many texts
    /// are back.
    pub fn recover<'copy>(&mut self, copy: &'copy [(String, String)]) -> usize {
        let read = |(key, text): &'copy (String, String)| {
            let stored_key = key.strip_suffix(UNSAVED);
            let entry = self.keys.entry(stored_key.unwrap_or(key))?;
            let is_known = self.stored.get(&entry) == Some(text);
            (!is_known).then_some((entry, stored_key.is_some(), text.as_str()))
        };
        let (deleted, mut copy): (Vec<_>, Vec<_>) = copy
            .iter()
            .filter_map(read)
            .partition(|(entry, ..)| matches!(entry, Entry::Deleted(_)));
        // Whether a deleted text has to be brought back depends on what the notes say.
        copy.extend(deleted);
        let mut count = 0;
        for (entry, was_unsaved, text) in copy {
            let is_back = self.recover_text(&entry, text, Version::Current, was_unsaved);
            count += usize::from(is_back == Ok(true));
            // What stands in its own place again is copied anew when it is saved. Of the rest, what
            // is wanted has now another place, and must not be brought back once more.
            let key = self.keys.key(&entry);
            if was_unsaved {
                self.written.push((format!("{key}{UNSAVED}"), None));
            } else if !self.unsaved.contains(&entry) {
                let stored = self.stored.get(&entry).map(str::to_owned);
                self.written.push((key, stored));
            }
        }
        count
    }

    /// Takes what a text says into the notebook, unless it is to be found there anyway. Tells
    /// whether it was taken in, or why it cannot be read.
    fn recover_text(
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
        let id = copied.id.clone();
        let entry = Entry::Note(id.clone());
        let is_deleted =
            |it: &crate::notebook::Deleted| it.note.id == id && it.note.text == copied.text;
        match self.notebook.note(&id) {
            None if self.notebook.deleted().iter().any(is_deleted) => false,
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
                    || self.own.contains(&id) =>
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
        let is_a_note = self.notebook.notes_on(theme).iter().any(|note| note.text == copied);
        if found.starts_with(copied) || found.ends_with(copied) || is_a_note {
            return false;
        }
        let text =
            if copied.starts_with(found) { copied.to_owned() } else { join_texts(found, copied) };
        self.notebook.set_draft(theme, text);
        self.mark_unsaved(&Entry::Draft(theme.clone()));
        self.mark_changed(Entry::Draft(theme.clone()));
        true
    }

    // The store.

    fn read(&mut self, entry: &Entry) -> Result<Option<String>, Unsaved> {
        match self.store.read(&self.keys.key(entry)) {
            Ok(found) => Ok(found),
            Err(StoreError::NotText(raw)) => {
                self.find_unreadable(entry, raw, Reason::Damaged);
                Err(Unsaved::PlaceTaken)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Writes, and reads back: only what reads back equal is stored.
    fn write(&mut self, entry: &Entry, text: String) -> Result<(), Unsaved> {
        if self.attention.iter().any(|it| &it.entry == entry) {
            return Err(Unsaved::PlaceTaken);
        }
        let key = self.keys.key(entry);
        self.store.write(&key, &text)?;
        if self.store.read(&key)?.as_deref() != Some(text.as_str()) {
            return Err(
                StoreError::Failed("what was written reads back differently".to_owned()).into()
            );
        }
        self.vanished.retain(|known| known != entry);
        self.copy(entry, key, Some(text.clone()));
        self.stored.set(entry, Some(text));
        Ok(())
    }

    fn remove(&mut self, entry: &Entry) -> Result<(), Unsaved> {
        let key = self.keys.key(entry);
        if self.attention.iter().any(|it| &it.entry == entry) {
            return Err(Unsaved::PlaceTaken);
        }
        self.store.remove(&key)?;
        self.stored.set(entry, None);
        self.copy(entry, key, None);
        Ok(())
    }

    /// The second copy may still take what the store refused.
    fn copy_unsaved(&mut self, entry: &Entry) {
        let text = match entry {
            Entry::Note(id) => self.notebook.note(id).map(codec::encode_note),
            Entry::Draft(theme) => Some(self.notebook.draft(theme))
                .filter(|it| !it.is_empty())
                .map(codec::encode_draft),
            Entry::Deleted(id) => {
                let mut deleted = self.notebook.deleted().iter();
                deleted.find(|it| &it.note.id == id).map(codec::encode_deleted)
            }
            Entry::SetAside(_) | Entry::Older(_) => None,
        };
        if let (true, Some(text)) = (self.kept, text) {
            self.written.push((format!("{}{UNSAVED}", self.keys.key(entry)), Some(text)));
            self.copied_unsaved.push(entry.clone());
        }
    }

    fn copy(&mut self, entry: &Entry, key: String, text: Option<String>) {
        if self.copied_unsaved.contains(entry) {
            self.copied_unsaved.retain(|known| known != entry);
            self.written.push((format!("{key}{UNSAVED}"), None));
        }
        // Copies and originals have their text elsewhere as well.
        if matches!(entry, Entry::Note(_) | Entry::Draft(_) | Entry::Deleted(_)) {
            self.written.push((key, text));
        }
    }

    fn put_note(&mut self, note: Note) {
        let old = self.notebook.note(&note.id);
        self.reshaped |= old.is_none_or(|old| {
            old.theme != note.theme
                || old.conflict != note.conflict
                || old.is_pinned() != note.is_pinned()
        });
        self.mark_changed(Entry::Note(note.id.clone()));
        self.notebook.put(note);
    }

    fn take_note(&mut self, id: &NoteId) -> Option<Note> {
        self.reshaped = true;
        self.mark_changed(Entry::Note(id.clone()));
        self.notebook.remove(id)
    }

    fn mark_unsaved(&mut self, entry: &Entry) {
        if !self.unsaved.contains(entry) {
            self.unsaved.push(entry.clone());
        }
    }

    fn mark_vanished(&mut self, entry: Entry) {
        self.mark_changed(entry.clone());
        if !self.vanished.contains(&entry) {
            self.vanished.push(entry);
        }
    }

    fn mark_changed(&mut self, entry: Entry) {
        self.beside_changed |= matches!(entry, Entry::Deleted(_));
        if !self.changed.contains(&entry) {
            self.changed.push(entry);
        }
    }

    fn now(&self) -> Option<Timestamp> {
        self.means.as_ref().map(|means| (means.now)())
    }

    fn new_id(&self) -> Option<NoteId> {
        self.means.as_ref().map(|means| (means.new_note_id)(self.notebook.newest_id()))
    }
}
