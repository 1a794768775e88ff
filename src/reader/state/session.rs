//! The open session, shared by the contexts, and who hears of its changes.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashMap;

use super::EventContext;
use crate::event::ThemeId;
use crate::notebook::{Note, NoteId};
use crate::session::{Platform, Session};
use crate::storage::second_copy::SecondCopy;
use crate::storage::{Entry, Keys, StoreError};

/// A handle: copies speak of the same session.
#[derive(Clone, Copy)]
pub(super) struct SharedSession {
    pub(super) event: EventContext,
    session: StoredValue<Session, LocalStorage>,
    second_copy: StoredValue<SecondCopy, LocalStorage>,
    listeners: StoredValue<Listeners>,
    /// Why there is no store, where there is none.
    pub(super) not_kept: StoredValue<Option<StoreError>>,
    /// Which notes there are, on whatever theme.
    pub(super) lists: Trigger,
    /// The text of any note.
    pub(super) texts: Trigger,
    /// What is kept beside notes and drafts: deleted notes, and what cannot be read.
    pub(super) beside: Trigger,
}

/// Who hears of single things: made when somebody first asks, and shared by all who do.
#[derive(Default)]
struct Listeners {
    lists: FxHashMap<ThemeId, ArcTrigger>,
    notes: FxHashMap<NoteId, ArcRwSignal<Option<Arc<Note>>>>,
    drafts: FxHashMap<ThemeId, ArcTrigger>,
}

impl SharedSession {
    pub(super) fn open(event: EventContext, platform: Platform) -> Self {
        let id = event.read_value().id.clone();
        let mut session = Session::closed(Keys::of(&id));
        let not_kept = session.open(platform).err();
        session.add_lost_drafts(&event.read_value().theme_ids());
        Self {
            event,
            session: StoredValue::new_local(session),
            second_copy: StoredValue::new_local(SecondCopy::default()),
            listeners: StoredValue::new(Listeners::default()),
            not_kept: StoredValue::new(not_kept),
            lists: Trigger::new(),
            texts: Trigger::new(),
            beside: Trigger::new(),
        }
    }

    pub(super) fn second_copy(self) -> SecondCopy {
        self.second_copy.get_value()
    }

    /// The themes that the event has, in the outline's order.
    pub(super) fn known_themes(self) -> Vec<ThemeId> {
        self.event.read_value().theme_ids()
    }

    /// Reads something, and subscribes nobody to it.
    pub(super) fn with<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        read(&self.read())
    }

    fn read(self) -> impl Deref<Target = Session> {
        self.session.read_value()
    }

    /// Does something, and wakes those who read what changed by it.
    pub(super) fn act<T>(self, action: impl FnOnce(&mut Session) -> T) -> T {
        let result = action(&mut self.write());
        self.tell_changes();
        result
    }

    fn write(self) -> impl DerefMut<Target = Session> {
        self.session.write_value()
    }

    fn tell_changes(self) {
        let mut session = self.write();
        let written = session.take_written();
        let changed = session.take_changed();
        let reshaped = session.take_reshaped();
        let is_beside_changed = session.take_beside_changed();
        drop(session);
        if !written.is_empty() {
            self.second_copy.with_value(|copy| copy.write(written));
        }
        for theme in &reshaped {
            if let Some(trigger) = self.listeners.with_value(|it| it.lists.get(theme).cloned()) {
                trigger.notify();
            }
        }
        if !reshaped.is_empty() {
            self.lists.notify();
        }
        if is_beside_changed {
            self.beside.notify();
        }
        if changed.iter().any(|entry| matches!(entry, Entry::Note(_))) {
            self.texts.notify();
        }
        for entry in changed {
            self.tell(&entry);
        }
    }

    fn tell(self, entry: &Entry) {
        match entry {
            Entry::Note(id) => {
                if let Some(signal) = self.listeners.with_value(|it| it.notes.get(id).cloned()) {
                    signal.set(self.with(|session| session.notebook().shared_note(id)));
                }
            }
            Entry::Draft(theme) => {
                if let Some(trigger) = self.listeners.with_value(|it| it.drafts.get(theme).cloned())
                {
                    trigger.notify();
                }
            }
            Entry::Deleted(_) | Entry::SetAside(_) | Entry::Older(_) => {}
        }
    }

    /// Wakes its caller when notes come to a theme, go from it or change their places there.
    pub(super) fn track_list(self, theme: &ThemeId) {
        let mut listeners = self.listeners.write_value();
        let trigger = listeners.lists.entry(theme.clone()).or_default().clone();
        drop(listeners);
        trigger.track();
    }

    /// A note, `None` once it is gone.
    pub(super) fn note(self, id: &NoteId) -> ArcRwSignal<Option<Arc<Note>>> {
        let mut listeners = self.listeners.write_value();
        let read = || ArcRwSignal::new(self.with(|session| session.notebook().shared_note(id)));
        listeners.notes.entry(id.clone()).or_insert_with(read).clone()
    }

    /// Wakes its caller when the draft on a theme is stored, taken over or cleared.
    pub(super) fn track_draft(self, theme: &ThemeId) {
        let mut listeners = self.listeners.write_value();
        let trigger = listeners.drafts.entry(theme.clone()).or_default().clone();
        drop(listeners);
        trigger.track();
    }
}
