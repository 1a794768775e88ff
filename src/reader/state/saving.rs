//! When things are stored: soon after they were typed, whenever the page may go away, and again
//! where it failed.

use std::time::Duration;

use leptos::prelude::*;

use super::News;
use super::session::SharedSession;
use crate::messages::news::Status;
use crate::reader::platform;
use crate::session::Session;
use crate::storage::{Entry, StoreError};

/// How long a typed text waits before it is stored, also while the reader goes on typing. With the
/// time a save takes it must stay under the 300 ms that the page promises.
const SAVE_DELAY: Duration = Duration::from_millis(200);

/// How often the page looks whether its notes are still in the store, and tries again to store
/// what could not be stored.
const WATCH_EVERY: Duration = Duration::from_secs(3);

/// Storing.
#[derive(Clone, Copy)]
pub struct Saving {
    session: SharedSession,
    news: News,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Whether the browser has agreed to keep what is stored; `None` while that is not known.
    persisted: RwSignal<Option<bool>>,
    has_asked_to_persist: StoredValue<bool>,
}

impl Saving {
    pub(super) fn new(session: SharedSession, news: News) -> Self {
        Self {
            session,
            news,
            timer: StoredValue::new(None),
            persisted: RwSignal::new(None),
            has_asked_to_persist: StoredValue::new(false),
        }
    }

    /// Takes over what other pages store from now on.
    pub(super) fn follow_other_pages(self) {
        platform::on_foreign_change(move |key| self.reload(key.as_deref()));
    }

    /// Takes over the drafts, which were the early script's until now, opens the second copy, stores
    /// what waits since the start, and begins to watch.
    pub fn begin(self) {
        let drafts = self.session.known_themes().into_iter().map(Entry::Draft);
        self.session.act(|session| drafts.for_each(|draft| session.refresh(&draft)));
        let event = self.session.event.read_value().id.clone();
        self.session.second_copy().open(&event, move |found| self.recover(&found));
        self.save(Status::Quiet);
        platform::on_leave(move || self.flush());
        platform::on_return(move || self.reload(None));
        platform::ask_before_leaving(move || self.session.with(Session::is_at_risk));
        // Fails only where there is no window.
        let _ = set_interval_with_handle(move || self.look_after(), WATCH_EVERY);
    }

    /// Keeps what stands in a box or an editor, to be stored soon.
    pub fn type_text(self, entry: Entry, text: String) {
        self.session.act(|session| session.type_text(entry, text));
        // Not put off by the next keystroke: who types without a pause is saved as well.
        if self.timer.with_value(Option::is_none) {
            self.timer.set_value(set_timeout_with_handle(move || self.flush(), SAVE_DELAY).ok());
        }
    }

    /// Stores at once what is typed and not yet stored.
    pub fn flush(self) {
        self.session.act(|session| {
            // A script of this very page may have cleared the storage, of which no event tells.
            if session.was_cleared() {
                session.refresh_all();
            }
            session.take_typed();
        });
        if let Some(timer) = self.timer.write_value().take() {
            timer.clear();
        }
        self.save(Status::Saved);
    }

    /// Writes what is in the notebook and not in the store; where all went well tells `done`.
    pub(super) fn save(self, done: Status) {
        let Some(outcome) = self.session.act(Session::save) else { return };
        let is_stored = outcome.is_ok() && self.session.with(Session::is_kept);
        self.news.tell_saved(outcome);
        // “Saved” is a promise that memory cannot keep.
        self.news.tell(if is_stored { done } else { Status::Quiet });
    }

    /// Puts back into the store what had gone from it.
    pub fn write_back(self) {
        self.news.begin_action();
        let Some(outcome) = self.session.act(Session::write_back) else { return };
        if outcome.is_ok() {
            self.news.tell(Status::WrittenBack);
        }
        self.news.tell_saved(outcome);
    }

    /// Whether a note or draft could not be stored as it stands on the page.
    pub fn is_unsaved(self, entry: &Entry) -> bool {
        match entry {
            Entry::Note(id) => self.session.note(id).track(),
            Entry::Draft(theme) => self.session.track_draft(theme),
            _ => {}
        }
        self.session.with(|session| session.is_unsaved(entry))
    }

    /// Whether the browser has agreed to keep what is stored; `None` while that is not known.
    pub fn is_persisted(self) -> Option<bool> {
        self.persisted.get()
    }

    /// Why there is no store, where there is none.
    pub fn not_kept(self) -> Option<StoreError> {
        self.session.not_kept.get_value()
    }

    /// Asks the browser, once a page, to keep what is stored.
    pub(super) fn ask_to_persist(self) {
        if !self
            .has_asked_to_persist
            .try_update_value(|it| std::mem::replace(it, true))
            .unwrap_or(true)
        {
            platform::ask_to_persist(move |agreed| self.persisted.set(Some(agreed)));
        }
    }

    /// Brings back what stands in the second copy and not in the store.
    fn recover(self, copy: &[(String, String)]) {
        let count = self.session.act(|session| session.recover(copy));
        self.save(Status::Quiet);
        if count > 0 {
            self.news.tell(Status::Recovered(count));
        }
    }

    /// Takes over what another page changed, `None` for every key.
    fn reload(self, key: Option<&str>) {
        self.session.act(|session| session.refresh_key(key));
        self.save(Status::Saved);
    }

    fn look_after(self) {
        let needs_care =
            self.session.with(|session| session.was_cleared() || session.has_unsaved());
        if needs_care {
            self.flush();
        }
    }
}
