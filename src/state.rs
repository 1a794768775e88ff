//! What the page knows at any moment, and what the reader can do: signals, actions, and the
//! saving and loading behind them.
//!
//! The notebook itself is plain data; views read it through methods that subscribe them to just
//! the part they show, so that a change to one note wakes the views of that note alone. Typed
//! text is not put into the notebook key by key: it waits in a buffer until [`NotebookState::flush`],
//! which runs [`SAVE_DELAY`] after the last keystroke and whenever the page may go away.

use std::mem;
use std::time::Duration;

use leptos::prelude::*;

use crate::event::places::theme_anchor;
use crate::event::{Event, ThemeId};
use crate::notebook::search::Query;
use crate::notebook::{Note, NoteId, Notebook, Timestamp, join_texts};
use crate::storage::{self, Content, Entry, Keys, MemoryStore, Store, StoreError};

/// How long after the last keystroke a text is stored. With the time a save takes it must stay
/// under the 300 ms that the page promises.
pub const SAVE_DELAY: Duration = Duration::from_millis(200);

/// How long a deletion can be undone.
pub const UNDO_TIME: Duration = Duration::from_secs(10);

/// What the notebook needs from around it; handed in once the page runs in a browser.
pub struct Surroundings {
    /// Where notes are kept, or why there is no such place.
    pub store: Result<Box<dyn Store>, StoreError>,
    /// The clock.
    pub now: fn() -> Timestamp,
    /// Makes an id that no other note has.
    pub new_note_id: fn() -> NoteId,
    /// Writes a time as the reader is used to.
    pub local_time: fn(&Timestamp) -> String,
    /// Focuses the element with this id where the focus was lost with what had it.
    pub recover_focus: fn(&str),
}

/// How the last attempt to store something went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing to tell.
    #[default]
    Quiet,
    /// All is stored.
    Saved,
    /// A note was deleted and can be brought back.
    Deleted,
    /// The deleted note is back.
    Restored,
}

/// What the reader must know because it endangers notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The browser gives no storage, or could not read it: notes live in memory only.
    NotKept(StoreError),
    /// So many entries could not be read, and stay as they are.
    Unreadable(usize),
    /// So many notes hang on themes that the event does not have.
    UnknownTheme(usize),
    /// What was typed is on the page but not in the store.
    NotSaved(StoreError),
    /// The draft cannot be stored, because its place holds an entry that could not be read.
    PlaceTaken,
}

struct Core {
    event: &'static Event,
    keys: Keys,
    notebook: Notebook,
    store: Box<dyn Store>,
    /// Whether the store outlives the page.
    kept: bool,
    surroundings: Option<Surroundings>,
    /// Typed, and not yet in the notebook.
    typed: Vec<(Entry, String)>,
    /// In the notebook, and not yet in the store.
    unsaved: Vec<Entry>,
    /// Could not be read, and so must not be written.
    untouchable: Vec<Entry>,
    /// Open in an editor of this page.
    editing: Vec<NoteId>,
    /// Wakes the views of an entry. Sorted.
    triggers: Vec<(Entry, ArcTrigger)>,
    /// Brought back by Undo, and not yet shown.
    restored: Option<NoteId>,
    save_timer: Option<TimeoutHandle>,
    undo_timer: Option<TimeoutHandle>,
}

impl Core {
    fn trigger(&mut self, entry: Entry) -> ArcTrigger {
        let place = match self.triggers.binary_search_by(|(known, _)| known.cmp(&entry)) {
            Ok(place) => place,
            Err(place) => {
                self.triggers.insert(place, (entry, ArcTrigger::new()));
                place
            }
        };
        self.triggers[place].1.clone()
    }

    fn themes(&self) -> Vec<&'static ThemeId> {
        self.event.themes.iter().map(|theme| &theme.id).collect()
    }

    fn mark_unsaved(&mut self, entry: Entry) {
        if !self.unsaved.contains(&entry) {
            self.unsaved.push(entry);
        }
    }
}

/// The notebook as the page sees it. A handle: copies speak of the same notebook.
#[derive(Clone, Copy)]
pub struct NotebookState {
    core: StoredValue<Core, LocalStorage>,
    ready: RwSignal<bool>,
    /// Which notes there are, and on which themes.
    structure: RwSignal<()>,
    /// The text of any note.
    texts: RwSignal<()>,
    status: RwSignal<SaveStatus>,
    problems: RwSignal<Vec<Problem>>,
    deleted: RwSignal<Option<Note>>,
}

impl NotebookState {
    /// The state at build time and before the stored notes are loaded: no notes, not ready.
    pub fn new(event: &'static Event) -> Self {
        Self {
            core: StoredValue::new_local(Core {
                event,
                keys: Keys::of(event.id.clone()),
                notebook: Notebook::default(),
                store: Box::new(MemoryStore::default()),
                kept: false,
                surroundings: None,
                typed: Vec::new(),
                unsaved: Vec::new(),
                untouchable: Vec::new(),
                editing: Vec::new(),
                triggers: Vec::new(),
                restored: None,
                save_timer: None,
                undo_timer: None,
            }),
            ready: RwSignal::new(false),
            structure: RwSignal::new(()),
            texts: RwSignal::new(()),
            status: RwSignal::new(SaveStatus::Quiet),
            problems: RwSignal::new(Vec::new()),
            deleted: RwSignal::new(None),
        }
    }

    // What views read. Each subscribes its caller to what it returns.

    /// Whether the stored notes are loaded, so that the reader can work.
    pub fn ready(self) -> bool {
        self.ready.get()
    }

    /// How the last attempt to store something went.
    pub fn status(self) -> SaveStatus {
        self.status.get()
    }

    /// What endangers notes at present.
    pub fn problems(self) -> Vec<Problem> {
        self.problems.get()
    }

    /// Where on the page the note was whose deletion can be undone.
    pub fn undo_place(self) -> Option<String> {
        self.deleted.with(|note| note.as_ref().map(|note| theme_anchor(&note.theme)))
    }

    /// The notes on a theme that a search finds, newest first; `None` stands for all themes that
    /// the event lacks.
    pub fn find(self, theme: Option<&ThemeId>, query: &Query) -> Vec<NoteId> {
        self.structure.track();
        if !query.is_empty() {
            self.texts.track();
        }
        self.core.with_value(|core| {
            let mut found = Vec::new();
            let mut add = |note: &Note| {
                if query.hits(&note.text).is_some() {
                    found.push(note.id.clone());
                }
            };
            match theme {
                Some(theme) => core.notebook.notes_on(theme).for_each(&mut add),
                None => core.notebook.notes_beyond(&core.themes()).for_each(&mut add),
            }
            found
        })
    }

    /// How many notes a theme has.
    pub fn count_on(self, theme: &ThemeId) -> usize {
        self.structure.track();
        self.core
            .with_value(|core| core.notebook.notes().filter(|note| &note.theme == theme).count())
    }

    /// How many notes there are.
    pub fn count(self) -> usize {
        self.structure.track();
        self.core.with_value(|core| core.notebook.len())
    }

    /// Something of one note, `None` once it is gone.
    pub fn with_note<T>(self, id: &NoteId, read: impl FnOnce(&Note) -> T) -> Option<T> {
        self.track(Entry::Note(id.clone()));
        self.core.with_value(|core| core.notebook.note(id).map(read))
    }

    /// The draft on a theme, empty where there is none.
    pub fn draft(self, theme: &ThemeId) -> String {
        self.track(Entry::Draft(theme.clone()));
        self.core.with_value(|core| core.notebook.draft(theme).to_owned())
    }

    /// A time as the reader is used to; at build time as it is stored.
    pub fn local_time(self, time: &Timestamp) -> String {
        self.core.with_value(|core| match &core.surroundings {
            Some(surroundings) => (surroundings.local_time)(time),
            None => time.as_str().to_owned(),
        })
    }

    fn track(self, entry: Entry) {
        if let Some(trigger) = self.core.try_update_value(|core| core.trigger(entry)) {
            trigger.track();
        }
    }

    fn notify(self, entry: Entry) {
        if let Some(trigger) = self.core.try_update_value(|core| core.trigger(entry)) {
            trigger.notify();
        }
    }

    // What the reader does.

    /// Takes over what was typed into an add box before the notes were loaded, beside a draft
    /// that was stored earlier.
    pub fn adopt(self, theme: &ThemeId, typed: String) {
        let joined = self.core.with_value(|core| join_texts(core.notebook.draft(theme), &typed));
        self.type_draft(theme, joined);
        self.flush();
        self.notify(Entry::Draft(theme.clone()));
    }

    /// Keeps what stands in an add box, to be stored soon.
    pub fn type_draft(self, theme: &ThemeId, text: String) {
        self.type_text(Entry::Draft(theme.clone()), text);
    }

    /// Keeps what stands in the editor of a note, to be stored soon.
    pub fn type_note(self, id: &NoteId, text: String) {
        self.type_text(Entry::Note(id.clone()), text);
    }

    fn type_text(self, entry: Entry, text: String) {
        self.core.update_value(|core| {
            core.typed.retain(|(known, _)| known != &entry);
            core.typed.push((entry, text));
            if let Some(timer) = core.save_timer.take() {
                timer.clear();
            }
            core.save_timer = self.after(SAVE_DELAY, Self::flush);
        });
    }

    /// Adds a note and clears the theme's draft; `false` where the text is blank.
    pub fn add(self, theme: &ThemeId, text: String) -> bool {
        self.forget_deleted();
        let added = self.core.try_update_value(|core| {
            let (now, id) =
                core.surroundings.as_ref().map(|it| ((it.now)(), (it.new_note_id)()))?;
            core.notebook.add(id.clone(), theme.clone(), text, now)?;
            // The note first: a page that ends between the two writes leaves the text twice.
            let draft = Entry::Draft(theme.clone());
            core.typed.retain(|(known, _)| known != &draft);
            core.mark_unsaved(Entry::Note(id));
            if core.notebook.set_draft(theme, String::new()) {
                core.mark_unsaved(draft);
            }
            Some(())
        });
        if added.flatten().is_none() {
            return false;
        }
        self.structure.notify();
        self.flush();
        self.notify(Entry::Draft(theme.clone()));
        true
    }

    /// Opens a note for editing: from now on its text is safe from other pages.
    pub fn begin_edit(self, id: &NoteId) {
        self.forget_deleted();
        self.core.update_value(|core| {
            core.editing.push(id.clone());
        });
    }

    /// Closes a note's editor. A note left blank is deleted, and can be brought back.
    pub fn end_edit(self, id: &NoteId) {
        self.flush();
        self.core.update_value(|core| {
            core.editing.retain(|open| open != id);
        });
        if self.with_note(id, |note| note.text.trim().is_empty()) == Some(true) {
            self.delete(id);
        }
    }

    /// Deletes a note, until [`Self::undo_delete`] brings it back.
    pub fn delete(self, id: &NoteId) {
        self.flush();
        self.forget_deleted();
        let deleted = self.core.try_update_value(|core| {
            core.editing.retain(|open| open != id);
            let note = core.notebook.remove(id)?;
            core.mark_unsaved(Entry::Note(id.clone()));
            core.undo_timer = self.after(UNDO_TIME, Self::forget_deleted);
            Some(note)
        });
        let Some(Some(note)) = deleted else { return };
        self.deleted.set(Some(note));
        self.structure.notify();
        self.save(SaveStatus::Deleted);
    }

    /// Brings the note back that was deleted last.
    pub fn undo_delete(self) {
        let Some(note) = self.deleted.get_untracked() else { return };
        self.forget_deleted();
        self.core.update_value(|core| {
            core.mark_unsaved(Entry::Note(note.id.clone()));
            core.restored = Some(note.id.clone());
            core.notebook.put(note);
        });
        self.structure.notify();
        self.save(SaveStatus::Restored);
    }

    /// Leads the focus to an element by its id where it was lost with what had it.
    pub fn recover_focus(self, id: &str) {
        self.core.with_value(|core| {
            if let Some(surroundings) = &core.surroundings {
                (surroundings.recover_focus)(id);
            }
        });
    }

    /// Whether a note has just been brought back; says so once, to the view that then shows it.
    pub fn take_restored(self, id: &NoteId) -> bool {
        self.core
            .try_update_value(|core| core.restored.take_if(|restored| restored == id).is_some())
            .unwrap_or_default()
    }

    /// Gives up the possibility to undo.
    fn forget_deleted(self) {
        self.core.update_value(|core| {
            if let Some(timer) = core.undo_timer.take() {
                timer.clear();
            }
        });
        if self.deleted.with_untracked(Option::is_some) {
            self.deleted.set(None);
            self.status.set(SaveStatus::Quiet);
        }
    }

    fn after(self, delay: Duration, act: fn(Self)) -> Option<TimeoutHandle> {
        set_timeout_with_handle(move || act(self), delay).ok()
    }

    // Loading and saving.

    /// Loads the stored notes and makes the page ready.
    pub fn connect(self, surroundings: Surroundings) {
        let problems = self.core.try_update_value(|core| core.open(surroundings));
        self.problems.set(problems.unwrap_or_default());
        self.structure.notify();
        self.ready.set(true);
    }

    /// Stores at once what is typed and not yet stored.
    pub fn flush(self) {
        let changed = self.core.try_update_value(Core::take_over_typed).unwrap_or_default();
        for entry in &changed {
            if matches!(entry, Entry::Note(_)) {
                self.notify(entry.clone());
                self.texts.notify();
            }
        }
        self.save(SaveStatus::Saved);
    }

    /// Writes what is in the notebook and not in the store; where all went well says `done`.
    fn save(self, done: SaveStatus) {
        let result = self.core.try_update_value(Core::save_all);
        match result.flatten() {
            None => {}
            Some(Ok(())) => {
                self.set_save_problem(None);
                let kept = self.core.with_value(|core| core.kept);
                // “Saved” is a promise that memory cannot keep.
                self.status.set(match done {
                    SaveStatus::Saved if !kept => SaveStatus::Quiet,
                    done => done,
                });
            }
            Some(Err(problem)) => {
                self.set_save_problem(Some(problem));
                self.status.set(if done == SaveStatus::Saved { SaveStatus::Quiet } else { done });
            }
        }
    }

    fn set_save_problem(self, problem: Option<Problem>) {
        let of_saving =
            |problem: &Problem| matches!(problem, Problem::NotSaved(_) | Problem::PlaceTaken);
        let mut problems = self.problems.get_untracked();
        problems.retain(|problem| !of_saving(problem));
        problems.extend(problem);
        if problems != self.problems.get_untracked() {
            self.problems.set(problems);
        }
    }

    /// Takes over what another page changed. `None` stands for “everything was cleared”, which
    /// this app never does: the page then keeps what it has.
    pub fn reload(self, key: Option<&str>) {
        let Some(key) = key else { return };
        let change = self.core.try_update_value(|core| core.reload(key)).flatten();
        let Some(entry) = change else { return };
        if matches!(entry, Entry::Note(_)) {
            self.structure.notify();
            self.texts.notify();
        }
        self.notify(entry);
        self.save(SaveStatus::Saved);
    }
}

impl Core {
    /// Takes the surroundings in and loads what their store holds.
    fn open(&mut self, surroundings: Surroundings) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut surroundings = surroundings;
        let store = mem::replace(&mut surroundings.store, Err(StoreError::Blocked));
        let loaded = store.and_then(|store| {
            let loaded = storage::load(&*store, &self.keys)?;
            Ok((store, loaded))
        });
        match loaded {
            Ok((store, loaded)) => {
                self.store = store;
                self.kept = true;
                self.notebook = loaded.notebook;
                self.untouchable = loaded.unreadable.into_iter().map(|it| it.entry).collect();
                if !self.untouchable.is_empty() {
                    problems.push(Problem::Unreadable(self.untouchable.len()));
                }
                match self.notebook.notes_beyond(&self.themes()).count() {
                    0 => {}
                    beyond => problems.push(Problem::UnknownTheme(beyond)),
                }
            }
            // What could not be loaded must not be written over: notes stay in memory.
            Err(error) => problems.push(Problem::NotKept(error)),
        }
        self.surroundings = Some(surroundings);
        problems
    }

    /// Moves typed text into the notebook, and says what changed.
    fn take_over_typed(&mut self) -> Vec<Entry> {
        if let Some(timer) = self.save_timer.take() {
            timer.clear();
        }
        let mut changed = Vec::new();
        for (entry, text) in mem::take(&mut self.typed) {
            let differs = match (&entry, &self.surroundings) {
                (Entry::Note(id), Some(surroundings)) => {
                    self.notebook.edit(id, &text, (surroundings.now)())
                }
                (Entry::Draft(theme), _) => self.notebook.set_draft(theme, text),
                (Entry::Note(_), None) => false,
            };
            if differs {
                self.mark_unsaved(entry.clone());
                changed.push(entry);
            }
        }
        changed
    }

    /// Tries every entry that is not yet stored, in the order in which they changed: a note that
    /// was made of a draft is stored before the draft is removed. `None` where there was nothing
    /// to do.
    fn save_all(&mut self) -> Option<Result<(), Problem>> {
        if self.unsaved.is_empty() {
            return None;
        }
        let mut outcome = Ok(());
        for entry in mem::take(&mut self.unsaved) {
            if self.untouchable.contains(&entry) {
                outcome = Err(Problem::PlaceTaken);
                self.unsaved.push(entry);
            } else if let Err(error) =
                storage::save(&*self.store, &self.keys, &entry, &self.notebook)
            {
                outcome = Err(Problem::NotSaved(error));
                self.unsaved.push(entry);
            }
        }
        Some(outcome)
    }

    /// Takes over an entry as it stands in the store, unless this page has a newer one. Says
    /// which entry was touched.
    fn reload(&mut self, key: &str) -> Option<Entry> {
        let entry = self.keys.entry(key)?;
        if self.typed.iter().any(|(known, _)| known == &entry) || self.unsaved.contains(&entry) {
            return None;
        }
        match storage::read_entry(&*self.store, &self.keys, &entry).ok()? {
            Some(Ok(Content::Note(note))) => {
                self.untouchable.retain(|known| known != &entry);
                self.notebook.put(note);
            }
            Some(Ok(Content::Draft(theme, text))) => {
                self.untouchable.retain(|known| known != &entry);
                self.notebook.set_draft(&theme, text);
            }
            Some(Err(_)) => {
                self.untouchable.push(entry.clone());
            }
            None => match &entry {
                // Deleted elsewhere while it is edited here: what is being written survives.
                Entry::Note(id) if self.editing.contains(id) => {
                    self.mark_unsaved(entry.clone());
                }
                Entry::Note(id) => {
                    self.notebook.remove(id);
                }
                Entry::Draft(theme) => {
                    self.notebook.set_draft(theme, String::new());
                }
            },
        }
        Some(entry)
    }
}
