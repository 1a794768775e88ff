//! The notes and drafts: what components show of them, and what the reader does with them.

use std::sync::Arc;

use leptos::prelude::*;

use super::news::{Deletion, News};
use super::saving::Saving;
use super::session::SharedSession;
use crate::event::ThemeId;
use crate::messages::news::{Problem, Status};
use crate::notebook::quote::Quote;
use crate::notebook::tags::Tag;
use crate::notebook::{Deleted, Note, NoteId, Timestamp, join_texts};
use crate::session::{Attention, Session, Unsaved, Usage};
use crate::storage::{Change, Entry, StoreError};
use crate::transfer::request::Outcome;

/// A note, `None` once it is gone: a keystroke in it wakes those who show this note alone.
pub type NoteSignal = ArcRwSignal<Option<Arc<Note>>>;

/// Why a note is led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It was just brought back, and the focus goes to its button.
    Restored,
    /// It was just begun with a quotation, and is opened for writing.
    Begun,
}

/// The notes and drafts.
#[derive(Clone, Copy)]
pub struct Notes {
    session: SharedSession,
    saving: Saving,
    news: News,
    /// A note that is to be on the page, however long its list is.
    revealed: RwSignal<Option<NoteId>>,
    /// A note that was not on the page before, and how it came there.
    arriving: StoredValue<Option<(NoteId, Arrival)>>,
}

impl Notes {
    pub(super) fn new(session: SharedSession, saving: Saving, news: News) -> Self {
        let revealed = RwSignal::new(None);
        Self { session, saving, news, revealed, arriving: StoredValue::new(None) }
    }

    // What components show. Each call subscribes its caller to what it returns.

    /// A note.
    pub fn note(self, id: &NoteId) -> NoteSignal {
        self.session.note(id)
    }

    /// The first notes on a theme, so many; of the themes that the event lacks for `None`.
    pub fn first_on(self, theme: Option<&ThemeId>, limit: usize) -> Vec<NoteId> {
        self.track_list(theme);
        let id = |note: &Note| note.id.clone();
        self.session.with(|session| match theme {
            Some(theme) => session.notebook().notes_on(theme).take(limit).map(id).collect(),
            None => {
                let known = self.known_themes();
                session.notebook().notes_beyond(&known).take(limit).map(id).collect()
            }
        })
    }

    /// How many notes are on a theme; on the themes that the event lacks for `None`.
    pub fn count_on(self, theme: Option<&ThemeId>) -> usize {
        self.track_list(theme);
        self.session.with(|session| match theme {
            Some(theme) => session.notebook().count_on(theme),
            None => {
                let known = self.known_themes();
                session.notebook().notes_beyond(&known).count()
            }
        })
    }

    /// How many notes there are.
    pub fn count(self) -> usize {
        self.session.lists.track();
        self.session.with(|session| session.notebook().len())
    }

    /// The notes on a theme that quote words of it, and the words.
    pub fn quoted_on(self, theme: &ThemeId) -> Vec<(NoteId, Quote)> {
        self.session.track_list(theme);
        self.session.with(|session| {
            let quoted = |note: &Note| Some((note.id.clone(), note.quote()?));
            session.notebook().notes_on(theme).filter_map(quoted).collect()
        })
    }

    /// The place of a note in the list of its theme, from 0.
    pub fn place_of(self, id: &NoteId) -> Option<usize> {
        self.session.with(|session| {
            let notebook = session.notebook();
            let theme = &notebook.note(id)?.theme;
            notebook.notes_on(theme).position(|note| &note.id == id)
        })
    }

    /// The tags that stand in notes.
    pub fn tags(self) -> Vec<Tag> {
        self.session.lists.track();
        self.session.texts.track();
        self.session.with(|session| session.notebook().tags())
    }

    /// The recently deleted notes, the latest first.
    pub fn deleted(self) -> Vec<NoteId> {
        self.session.beside.track();
        let id = |deleted: &Deleted| deleted.note.id.clone();
        self.session.with(|session| session.notebook().deleted().map(id).collect())
    }

    /// A recently deleted note, `None` once it is gone from there.
    pub fn deleted_note(self, id: &NoteId) -> Option<Arc<Deleted>> {
        self.session.beside.track();
        self.session.with(|session| session.notebook().shared_deleted_note(id))
    }

    /// How many recently deleted notes there are.
    pub fn deleted_count(self) -> usize {
        self.session.beside.track();
        self.session.with(|session| session.notebook().count_deleted())
    }

    /// What could not be read.
    pub fn attention(self) -> Vec<Attention> {
        self.session.beside.track();
        self.session.with(|session| session.attention().to_vec())
    }

    /// Wakes who calls it at whatever is stored from now on.
    pub fn track_stored(self) {
        self.session.lists.track();
        self.session.texts.track();
        self.session.beside.track();
    }

    /// How much room the notebook takes. Looks at everything that is stored, and wakes nobody.
    pub fn usage(self) -> Usage {
        self.session.with(Session::usage)
    }

    /// When the last backup was taken, where notes have gone without one for long: `None` where
    /// that is not so, and a `None` inside where there never was one.
    pub fn overdue_backup(self) -> Option<Option<Timestamp>> {
        self.session.texts.track();
        self.session.lists.track();
        self.session.with(|session| session.overdue_backup().map(|last| last.cloned()))
    }

    /// The draft on a theme with what was typed last, empty where there is none.
    pub fn draft(self, theme: &ThemeId) -> String {
        self.session.track_draft(theme);
        self.session.with(|session| session.draft(theme).to_owned())
    }

    /// The note that is to be on the page now.
    pub fn revealed(self) -> Option<NoteId> {
        self.revealed.get()
    }

    /// Why a note came to the page, where the reader had it put there; told once.
    pub fn take_arrival(self, id: &NoteId) -> Option<Arrival> {
        let mut arriving = self.arriving.write_value();
        arriving.take_if(|(arrived, _)| arrived == id).map(|(_, arrival)| arrival)
    }

    fn track_list(self, theme: Option<&ThemeId>) {
        match theme {
            Some(theme) => self.session.track_list(theme),
            None => self.session.lists.track(),
        }
    }

    fn known_themes(self) -> Vec<ThemeId> {
        self.session.known_themes()
    }

    // What the reader does.

    /// Takes over what was typed into a box before the program was there, beside what another
    /// page may have stored meanwhile.
    pub fn adopt_draft(self, theme: &ThemeId, typed: &str) {
        let joined = self.session.with(|session| join_texts(session.draft(theme), typed));
        self.saving.type_text(Entry::Draft(theme.clone()), joined);
        self.saving.flush();
    }

    /// Keeps what stands in the box for a new note, to be stored soon.
    pub fn type_draft(self, theme: &ThemeId, text: String) {
        self.saving.type_text(Entry::Draft(theme.clone()), text);
    }

    /// Keeps what stands in the editor of a note, to be stored soon.
    pub fn type_note(self, id: &NoteId, text: String) {
        self.saving.type_text(Entry::Note(id.clone()), text);
    }

    /// Adds a note and clears the theme's draft; `false` where the text is blank.
    pub fn add(self, theme: &ThemeId, text: String) -> bool {
        self.news.begin_action();
        let added = self.session.act(|session| session.add(theme, text)).is_some();
        if added {
            self.saving.flush();
            self.saving.ask_to_persist();
        }
        added
    }

    /// Begins a note with words of the event, and opens it.
    pub fn begin_quote(self, theme: &ThemeId, quote: &Quote) {
        self.news.begin_action();
        let begun = self.session.act(|session| session.add_quote(theme, quote));
        self.arriving.set_value(begun.clone().map(|id| (id, Arrival::Begun)));
        self.saving.flush();
        self.saving.ask_to_persist();
        self.reveal(begun);
    }

    /// Opens a note for editing: from now on its text is safe from other pages.
    pub fn begin_edit(self, id: &NoteId) {
        self.news.begin_action();
        self.session.act(|session| session.begin_edit(id));
    }

    /// Closes a note's editor. A note left blank is deleted, and can be brought back.
    pub fn end_edit(self, id: &NoteId) {
        self.saving.flush();
        self.session.act(|session| session.end_edit(id));
        let is_blank =
            self.session.with(|session| session.notebook().note(id).is_some_and(Note::is_blank));
        if is_blank {
            self.delete(id);
        }
    }

    /// Deletes a note, until [`Self::undo_delete`] or [`Self::restore`] brings it back.
    pub fn delete(self, id: &NoteId) {
        self.saving.flush();
        self.news.begin_action();
        let theme =
            self.session.with(|session| session.notebook().note(id).map(|note| note.theme.clone()));
        match (self.session.act(|session| session.delete(id)), theme) {
            (Ok(Some(note)), Some(theme)) => {
                self.news.offer_undo(Deletion { note, theme });
                self.saving.save(Status::Deleted);
                self.news.tell(Status::Deleted);
            }
            (Err(_), _) => self.news.tell_problem(Problem::NotDeleted),
            _ => {}
        }
    }

    /// Brings the note back that was deleted last.
    pub fn undo_delete(self) {
        if let Some(deletion) = untrack(|| self.news.deletion()) {
            self.restore(&deletion.note);
        }
    }

    /// Brings a deleted note back.
    pub fn restore(self, id: &NoteId) {
        self.news.begin_action();
        let Some(restored) = self.session.act(|session| session.restore(id)) else { return };
        self.arriving.set_value(Some((restored.clone(), Arrival::Restored)));
        self.saving.save(Status::Restored);
        self.news.tell(Status::Restored);
        self.reveal(Some(restored));
    }

    /// Lets go of all recently deleted notes.
    pub fn empty_deleted(self) {
        self.news.begin_action();
        if self.session.act(Session::empty_deleted).is_err() {
            self.news.tell_problem(Problem::NotDeleted);
        }
    }

    /// Removes an entry that could not be read.
    pub fn discard(self, attention: &Attention) {
        self.news.begin_action();
        if self.session.act(|session| session.discard(attention)).is_err() {
            self.news.tell_problem(Problem::NotDeleted);
        }
        self.saving.flush();
    }

    /// Hangs a note on another theme.
    pub fn move_to(self, id: &NoteId, theme: &ThemeId) {
        self.news.begin_action();
        self.session.act(|session| session.move_to(id, theme));
        self.saving.flush();
    }

    /// Pins a note, or takes its pin away.
    pub fn toggle_pin(self, id: &NoteId) {
        self.news.begin_action();
        self.session.act(|session| session.toggle_pin(id));
        self.saving.flush();
    }

    /// Lets a note be on the page, however long its list is.
    pub fn reveal(self, id: Option<NoteId>) {
        self.revealed.set(id);
    }

    // What leaves the notebook as a whole, and comes into it.

    /// Key and text of every entry, as it is stored.
    pub fn entries(self) -> Vec<(String, String)> {
        self.saving.flush();
        self.session.with(Session::entries)
    }

    /// Everything as plain text.
    pub fn plain_text(self) -> String {
        let event = self.session.event.read_value();
        let outline: Vec<(&ThemeId, &str)> =
            event.themes.iter().map(|theme| (&theme.id, theme.title.as_str())).collect();
        self.session.with(|session| session.notebook().plain_text(&event.title, &outline))
    }

    /// Makes changes to entries, all of them or none.
    pub fn exchange(self, changes: &[Change]) -> Outcome {
        self.saving.flush();
        match self.session.act(|session| session.exchange(changes)) {
            Ok(()) => Outcome::Done,
            Err(Unsaved::PlaceTaken) => Outcome::Changed,
            Err(Unsaved::Store(StoreError::Full)) => Outcome::Full,
            Err(_) => Outcome::Refused,
        }
    }

    /// Remembers that the reader took a backup.
    pub fn took_backup(self, at: Timestamp) {
        self.session.act(|session| session.took_backup(at));
        self.session.texts.notify();
    }

    /// The name under which an entry that could not be read is saved as a file.
    pub fn file_name_of(self, attention: &Attention) -> String {
        let name = self.session.with(|session| session.keys().rest(&attention.entry));
        format!("{}.txt", name.replace('/', "-"))
    }
}
