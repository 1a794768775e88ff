//! The notebook: all notes and drafts of one event in one browser.
//!
//! Plain data and plain rules. Time and ids come in as arguments, so every rule can be tested
//! natively; nothing here knows of a browser, of Leptos or of where notes are kept.

mod extra;
pub mod filter;
pub mod markup;
mod note;
mod order;
pub mod quote;
pub mod search;
mod selection;
pub mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use extra::{Extra, Fields, text_of};
pub use note::{Deleted, FormError, Note, NoteId, Timestamp};
use order::{Order, Place};
use quote::Quote;
pub use selection::Selection;
use tags::{Tag, TagIndex};

use crate::event::ThemeId;
use crate::messages::notes::OTHER_THEMES;

/// All notes and drafts of one event in one browser.
///
/// Notes are shared with whoever holds another version of the notebook, and copied when one of the
/// two changes them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notebook {
    notes: BTreeMap<NoteId, Arc<Note>>,
    order: Order,
    tags: TagIndex,
    /// When each note was last changed.
    changes: BTreeSet<(Timestamp, NoteId)>,
    /// How many notes are of a later version of the app.
    newer: usize,
    /// None of them empty.
    drafts: BTreeMap<ThemeId, String>,
    deleted: BTreeMap<NoteId, Arc<Deleted>>,
    /// When each deleted note was deleted.
    deletions: BTreeSet<(Timestamp, NoteId)>,
}

impl Notebook {
    /// Adds a note, unless the text is blank.
    pub fn add(
        &mut self,
        id: NoteId,
        theme: ThemeId,
        text: String,
        now: Timestamp,
    ) -> Option<&Note> {
        if text.trim().is_empty() {
            return None;
        }
        self.put(Note::new(id.clone(), theme, text, now));
        self.note(&id)
    }

    /// Adds a note that quotes words of the event, and in which nothing else is written yet.
    pub fn add_quote(&mut self, id: NoteId, theme: ThemeId, quote: &Quote, now: Timestamp) {
        let mut note = Note::new(id, theme, String::new(), now);
        note.set_quote(quote);
        self.put(note);
    }

    /// Gives a note another text; `false` where nothing changed.
    pub fn edit(&mut self, id: &NoteId, text: &str, now: Timestamp) -> bool {
        let differs = |note: &Note| note.text != text;
        self.change(id, differs, |note| {
            text.clone_into(&mut note.text);
            note.changed = now;
        })
    }

    /// Hangs a note on another theme; `false` where nothing changed.
    pub fn move_to(&mut self, id: &NoteId, theme: &ThemeId, now: Timestamp) -> bool {
        let differs = |note: &Note| &note.theme != theme;
        self.change(id, differs, |note| {
            note.theme.clone_from(theme);
            note.changed = now;
        })
    }

    /// Pins a note, or takes its pin away; `false` where nothing changed. Its text is as it was, and
    /// so is the time when that changed.
    pub fn toggle_pin(&mut self, id: &NoteId) -> bool {
        self.change(id, |_| true, |note| note.set_pin(!note.is_pinned()))
    }

    fn change(
        &mut self,
        id: &NoteId,
        differs: impl FnOnce(&Note) -> bool,
        change: impl FnOnce(&mut Note),
    ) -> bool {
        if !self.note(id).is_some_and(|note| !note.newer && differs(note)) {
            return false;
        }
        self.update(id, |note| {
            change(note);
            note.revision = note.revision.saturating_add(1);
        });
        true
    }

    /// Makes a note count as later than another version of it, and keep fields that only that one has:
    /// this version of the app may not know them, and so cannot have taken them away.
    pub fn outrank(&mut self, id: &NoteId, other: &Note) {
        self.update(id, |note| note.outrank(other));
    }

    /// Takes over what another version of a note changed since `base`, from which both come, and this
    /// one did not: its text, its theme, its pin.
    pub fn merge(&mut self, id: &NoteId, base: &Note, other: &Note) {
        self.update(id, |note| note.merge(base, other));
    }

    fn update(&mut self, id: &NoteId, update: impl FnOnce(&mut Note)) {
        if let Some(mut note) = self.remove(id) {
            update(Arc::make_mut(&mut note));
            self.put(note);
        }
    }

    /// Takes a note out and hands it back, so that it can be put in again.
    pub fn remove(&mut self, id: &NoteId) -> Option<Arc<Note>> {
        self.exchange(id, None)
    }

    /// Puts a note in as it is, in place of one with the same id.
    pub fn put(&mut self, note: impl Into<Arc<Note>>) {
        let note = note.into();
        self.exchange(&note.id.clone(), Some(note));
    }

    fn exchange(&mut self, id: &NoteId, note: Option<Arc<Note>>) -> Option<Arc<Note>> {
        let (old, new) = (self.notes.get(id).cloned(), note);
        let was_pinned = self.is_pinned_anchor(id);
        if let Some(old) = &old {
            let place = Place::of(old, self.is_pinned_anchor(old.anchor()));
            self.order.remove(&old.theme, &place);
            self.tags.remove(id);
            self.changes.remove(&(old.changed.clone(), id.clone()));
            self.newer -= usize::from(old.newer);
        }
        match &new {
            Some(new) => self.notes.insert(id.clone(), new.clone()),
            None => self.notes.remove(id),
        };
        let is_pinned = self.is_pinned_anchor(id);
        if is_pinned != was_pinned {
            // What stands beside it goes with it.
            let copies: Vec<NoteId> = self.order.copies_of(id, was_pinned).cloned().collect();
            for copy in copies.iter().filter_map(|copy| self.notes.get(copy)) {
                self.order.remove(&copy.theme, &Place::of(copy, was_pinned));
                self.order.insert(&copy.theme, Place::of(copy, is_pinned));
            }
        }
        if let Some(new) = &new {
            let place = Place::of(new, self.is_pinned_anchor(new.anchor()));
            self.order.insert(&new.theme, place);
            self.tags.insert(new);
            self.changes.insert((new.changed.clone(), id.clone()));
            self.newer += usize::from(new.newer);
        }
        old
    }

    /// Whether a note, and the copies beside it, stand before those that are not pinned.
    fn is_pinned_anchor(&self, id: &NoteId) -> bool {
        self.note(id).is_some_and(|note| note.conflict.is_none() && note.is_pinned())
    }

    /// The note with this id.
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.notes.get(id).map(|note| &**note)
    }

    /// The note with this id, to be held on to.
    pub fn shared_note(&self, id: &NoteId) -> Option<Arc<Note>> {
        self.notes.get(id).cloned()
    }

    /// How many notes there are.
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether there is no note.
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// How many notes a later version of the app stored.
    pub fn count_newer(&self) -> usize {
        self.newer
    }

    /// Every note, in the order of the ids.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.values().map(|note| &**note)
    }

    /// The notes on a theme: pinned ones first, the newest before the others, each conflict copy
    /// after the note it belongs to.
    pub fn notes_on<'notebook>(
        &'notebook self,
        theme: &ThemeId,
    ) -> impl Iterator<Item = &'notebook Note> + use<'notebook> {
        self.order.on(theme).filter_map(|id| self.note(id))
    }

    /// How many notes are on a theme.
    pub fn count_on(&self, theme: &ThemeId) -> usize {
        self.order.count_on(theme)
    }

    /// The notes on themes that are not in `known`, in the same order.
    pub fn notes_beyond<'notebook>(
        &'notebook self,
        known: &[ThemeId],
    ) -> impl Iterator<Item = &'notebook Note> + use<'notebook> {
        self.order.beyond(known).filter_map(|id| self.note(id))
    }

    /// All notes, in the same order.
    pub fn all_notes(&self) -> impl Iterator<Item = &Note> {
        self.order.all().filter_map(|id| self.note(id))
    }

    /// The themes that have notes, whether the event has them or not, in no order.
    pub fn themes(&self) -> impl Iterator<Item = &ThemeId> {
        self.order.themes()
    }

    /// The conflict copies that stand beside a note, which need not be there any more.
    pub fn copies_of<'notebook>(
        &'notebook self,
        id: &'notebook NoteId,
    ) -> impl Iterator<Item = &'notebook Note> {
        self.order.copies_of(id, self.is_pinned_anchor(id)).filter_map(|id| self.note(id))
    }

    /// All notes, the last changed first.
    pub fn notes_by_change(&self) -> impl Iterator<Item = &Note> {
        self.changes.iter().rev().filter_map(|(_, id)| self.note(id))
    }

    /// The tags that stand on notes, sorted.
    pub fn tags(&self) -> Vec<Tag> {
        self.tags.tags()
    }

    /// Whether a note was last changed after one moment, or ever, and before another.
    pub fn has_changes_between(&self, after: Option<&Timestamp>, before: &Timestamp) -> bool {
        let last = self.changes.range(..(before.clone(), NoteId::least())).next_back();
        last.is_some_and(|(last, _)| after.is_none_or(|after| last > after))
    }

    /// The greatest id of a living or deleted note.
    pub fn newest_id(&self) -> Option<&NoteId> {
        fn newest<'id>(
            mut ids: impl DoubleEndedIterator<Item = &'id NoteId>,
        ) -> Option<&'id NoteId> {
            ids.rfind(|id| id.is_uuid())
        }
        newest(self.notes.keys()).max(newest(self.deleted.keys()))
    }

    /// The deleted notes, the latest first.
    pub fn deleted(&self) -> impl Iterator<Item = &Deleted> {
        self.deletions.iter().rev().filter_map(|(_, id)| self.deleted_note(id))
    }

    /// How many deleted notes there are.
    pub fn count_deleted(&self) -> usize {
        self.deleted.len()
    }

    /// The deleted note with this id.
    pub fn deleted_note(&self, id: &NoteId) -> Option<&Deleted> {
        self.deleted.get(id).map(|deleted| &**deleted)
    }

    /// The deleted note with this id, to be held on to.
    pub fn shared_deleted_note(&self, id: &NoteId) -> Option<Arc<Deleted>> {
        self.deleted.get(id).cloned()
    }

    /// Puts a note among the deleted, in place of one with the same id.
    pub fn put_deleted(&mut self, deleted: Deleted) {
        let id = deleted.note.id.clone();
        self.remove_deleted(&id);
        self.deletions.insert((deleted.at.clone(), id.clone()));
        self.deleted.insert(id, deleted.into());
    }

    /// Lets go of a deleted note.
    pub fn remove_deleted(&mut self, id: &NoteId) {
        if let Some(deleted) = self.deleted.remove(id) {
            self.deletions.remove(&(deleted.at.clone(), id.clone()));
        }
    }

    /// Everything as plain text, to be taken elsewhere: the notes and drafts on each theme of the
    /// outline, then the notes on other themes.
    pub fn plain_text(&self, title: &str, outline: &[(&ThemeId, &str)]) -> String {
        let mut text = format!("{title}\n");
        let known: Vec<ThemeId> = outline.iter().map(|(theme, _)| (*theme).clone()).collect();
        let mut add = |heading: &str, notes: &mut dyn Iterator<Item = &Note>, draft: &str| {
            let notes = notes.map(Note::plain);
            let draft = Some(draft.to_owned()).filter(|draft| !draft.is_empty());
            let texts: Vec<String> = notes.chain(draft).map(|text| format!("\n{text}\n")).collect();
            if !texts.is_empty() {
                text.push_str(&format!("\n{heading}\n"));
                text.extend(texts);
            }
        };
        for (theme, heading) in outline {
            add(heading, &mut self.notes_on(theme), self.draft(theme));
        }
        add(OTHER_THEMES.text(), &mut self.notes_beyond(&known), "");
        text
    }

    /// Every draft and its theme.
    pub fn drafts(&self) -> impl Iterator<Item = (&ThemeId, &str)> {
        self.drafts.iter().map(|(theme, text)| (theme, text.as_str()))
    }

    /// The draft on a theme; empty where there is none.
    pub fn draft(&self, theme: &ThemeId) -> &str {
        self.drafts.get(theme).map_or("", String::as_str)
    }

    /// Keeps a draft; an empty text is no draft. `false` where nothing changed.
    pub fn set_draft(&mut self, theme: &ThemeId, text: String) -> bool {
        if self.draft(theme) == text {
            return false;
        }
        if text.is_empty() {
            self.drafts.remove(theme);
        } else {
            self.drafts.insert(theme.clone(), text);
        }
        true
    }
}

/// Joins a text typed before the stored one was known to it, so that neither is lost.
pub fn join_texts(stored: &str, typed: &str) -> String {
    match (stored, typed) {
        (stored, typed) if stored == typed => stored.to_owned(),
        ("", text) | (text, "") => text.to_owned(),
        (stored, typed) => format!("{stored}\n\n{typed}"),
    }
}
