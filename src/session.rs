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
mod conflict;
mod deletion;
mod exchange;
mod recovery;
mod refreshing;
mod saving;
mod settings;
mod stored;
mod usage;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use attention::{Attention, Reason};
use stored::StoredEntries;
pub use usage::Usage;

use crate::event::ThemeId;
use crate::notebook::quote::Quote;
use crate::notebook::{Fields, Note, NoteId, Notebook, Timestamp};
use crate::storage::{Changes, Entry, Keys, MemoryStore, Store, StoreError};

/// What a session needs from the browser, or from whatever else it runs on.
pub struct Platform {
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

/// See the module's description.
pub struct Session {
    keys: Keys,
    platform: Option<Platform>,
    store: Box<dyn Store>,
    /// Whether the store outlives the page.
    kept: bool,
    notebook: Notebook,
    stored: StoredEntries,
    /// Typed, and not yet in the notebook.
    typed: Vec<(Entry, String)>,
    /// In the notebook, and not yet in the store.
    unsaved: BTreeSet<Entry>,
    /// Notes whose stored text was written by this page.
    own: BTreeSet<Entry>,
    /// Open in an editor of this page.
    editing: BTreeSet<Entry>,
    /// Gone from the store by no deletion, and still shown.
    vanished: BTreeSet<Entry>,
    attention: Vec<Attention>,
    /// What changed since it was last asked.
    changed: BTreeSet<Entry>,
    /// The themes whose list of notes changed since it was last asked.
    reshaped: Vec<ThemeId>,
    /// Whether the deleted notes, or what cannot be read, changed since it was last asked.
    beside_changed: bool,
    /// What was written since it was last asked: key and text, `None` for what was removed.
    written: Changes,
    /// What the second copy holds although the store does not.
    copied_unsaved: BTreeSet<Entry>,
    /// When the reader last took a backup.
    backup: Option<Timestamp>,
    /// What the reader has chosen, by name.
    settings: Fields,
}

impl Session {
    /// A session that is not open: an empty notebook, to which nothing can be added.
    pub fn closed(keys: Keys) -> Self {
        Self {
            keys,
            platform: None,
            store: Box::new(MemoryStore::default()),
            kept: false,
            notebook: Notebook::default(),
            stored: StoredEntries::default(),
            typed: Vec::new(),
            unsaved: BTreeSet::new(),
            own: BTreeSet::new(),
            editing: BTreeSet::new(),
            vanished: BTreeSet::new(),
            attention: Vec::new(),
            changed: BTreeSet::new(),
            reshaped: Vec::new(),
            beside_changed: false,
            written: Vec::new(),
            copied_unsaved: BTreeSet::new(),
            backup: None,
            settings: Fields::default(),
        }
    }

    /// Opens the notebook. Where that is not possible, notes live in memory, and nothing that is
    /// stored is touched.
    ///
    /// # Errors
    /// [`StoreError`] where there is no store, or its keys cannot be listed.
    pub fn open(&mut self, mut platform: Platform) -> Result<(), StoreError> {
        let store = std::mem::replace(&mut platform.store, Err(StoreError::Blocked));
        self.platform = Some(platform);
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
    pub fn unsaved(&self) -> &BTreeSet<Entry> {
        &self.unsaved
    }

    /// Whether anything is in the notebook and could not be stored.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Whether an entry is in the notebook and could not be stored.
    pub fn is_unsaved(&self, entry: &Entry) -> bool {
        self.unsaved.contains(entry)
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
    pub fn vanished(&self) -> &BTreeSet<Entry> {
        &self.vanished
    }

    /// What could not be read.
    pub fn attention(&self) -> &[Attention] {
        &self.attention
    }

    /// The entries that changed since this was last asked.
    pub fn take_changed(&mut self) -> BTreeSet<Entry> {
        std::mem::take(&mut self.changed)
    }

    /// The themes on which notes came, went or took other places since this was last asked.
    pub fn take_reshaped(&mut self) -> Vec<ThemeId> {
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

    // What the reader does.

    /// Keeps typed text until [`Self::take_typed`].
    pub fn type_text(&mut self, entry: Entry, text: String) {
        self.typed.retain(|(known, _)| known != &entry);
        self.typed.push((entry, text));
    }

    /// Moves typed text into the notebook.
    pub fn take_typed(&mut self) {
        for (entry, text) in std::mem::take(&mut self.typed) {
            let Some(platform) = &self.platform else { return };
            let differs = match &entry {
                Entry::Note(id) => self.notebook.edit(id, &text, (platform.now)()),
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
        self.mark_reshaped(&id);
        let (note, draft) = (Entry::Note(id.clone()), Entry::Draft(theme.clone()));
        self.typed.retain(|(known, _)| known != &draft);
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
        self.mark_reshaped(&id);
        let note = Entry::Note(id.clone());
        self.mark_unsaved(&note);
        self.mark_changed(note);
        Some(id)
    }

    /// Opens a note for editing: until [`Self::end_edit`] its text is not replaced by another
    /// page's.
    pub fn begin_edit(&mut self, id: &NoteId) {
        self.editing.insert(Entry::Note(id.clone()));
    }

    /// Closes a note's editor, and takes over what another page stored while it was open.
    pub fn end_edit(&mut self, id: &NoteId) {
        let note = Entry::Note(id.clone());
        self.editing.remove(&note);
        self.refresh(&note);
    }

    /// Hangs a note on another theme.
    pub fn move_to(&mut self, id: &NoteId, theme: &ThemeId) {
        let Some(now) = self.now() else { return };
        let old = self.notebook.note(id).map(|note| note.theme.clone());
        if self.notebook.move_to(id, theme, now) {
            if let Some(old) = old {
                self.mark_list_reshaped(old);
            }
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
        self.mark_reshaped(id);
        self.mark_unsaved(&entry);
        self.mark_changed(entry);
    }

    fn is_editing(&self, id: &NoteId) -> bool {
        self.editing.contains(&Entry::Note(id.clone()))
    }

    // What changed is noted down.

    fn put_note(&mut self, note: impl Into<Arc<Note>>) {
        let note = note.into();
        let id = note.id.clone();
        let is_reshaped = self.notebook.note(&id).is_none_or(|old| {
            old.theme != note.theme
                || old.conflict != note.conflict
                || old.is_pinned() != note.is_pinned()
        });
        if is_reshaped {
            self.mark_reshaped(&id);
        }
        self.notebook.put(note);
        if is_reshaped {
            self.mark_reshaped(&id);
        }
        self.mark_changed(Entry::Note(id));
    }

    fn take_note(&mut self, id: &NoteId) -> Option<Arc<Note>> {
        self.mark_reshaped(id);
        self.mark_changed(Entry::Note(id.clone()));
        self.notebook.remove(id)
    }

    /// Notes that a list of notes is another than before, or is about to be: that of a note's theme,
    /// and those in which its conflict copies stand, whose places follow from its own.
    fn mark_reshaped(&mut self, id: &NoteId) {
        let notes = self.notebook.note(id).into_iter().chain(self.notebook.copies_of(id));
        let themes: Vec<ThemeId> = notes.map(|note| note.theme.clone()).collect();
        for theme in themes {
            self.mark_list_reshaped(theme);
        }
    }

    fn mark_list_reshaped(&mut self, theme: ThemeId) {
        if !self.reshaped.contains(&theme) {
            self.reshaped.push(theme);
        }
    }

    fn mark_unsaved(&mut self, entry: &Entry) {
        self.unsaved.insert(entry.clone());
    }

    fn mark_vanished(&mut self, entry: Entry) {
        self.mark_changed(entry.clone());
        self.vanished.insert(entry);
    }

    fn mark_changed(&mut self, entry: Entry) {
        self.beside_changed |= matches!(entry, Entry::Deleted(_));
        self.changed.insert(entry);
    }

    fn now(&self) -> Option<Timestamp> {
        self.platform.as_ref().map(|platform| (platform.now)())
    }

    fn new_id(&self) -> Option<NoteId> {
        self.platform.as_ref().map(|platform| (platform.new_note_id)(self.notebook.newest_id()))
    }
}
