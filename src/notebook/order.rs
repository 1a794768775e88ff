//! The order in which lists show notes, kept up to date with every change: to show the first notes
//! of a list costs as much as there are shown, and not as much as there are.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::collections::btree_set::Iter;

use rustc_hash::FxHashMap;

use super::{Note, NoteId};
use crate::event::ThemeId;

/// A note's place among others. Places compare as lists show them: pinned notes first, the newest
/// first, each conflict copy right after the note it belongs to. A copy of a note that is gone
/// stands where that would.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    is_unpinned: bool,
    /// The note itself, or the one that it is a copy of. Ids are made in the order of time.
    anchor: Reverse<NoteId>,
    is_copy: bool,
    id: NoteId,
}

impl Place {
    /// `is_pinned` tells of the anchor: a copy follows its note, whether it is pinned itself or not.
    pub(super) fn of(note: &Note, is_pinned: bool) -> Self {
        Self {
            is_unpinned: !is_pinned,
            anchor: Reverse(note.anchor().clone()),
            is_copy: note.conflict.is_some(),
            id: note.id.clone(),
        }
    }

    /// Before all copies of a note, and after the note itself.
    fn before_copies_of(id: &NoteId, is_pinned: bool) -> Self {
        let anchor = Reverse(id.clone());
        Self { is_unpinned: !is_pinned, anchor, is_copy: false, id: id.clone() }
    }
}

/// The places of all notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Order {
    all: BTreeSet<Place>,
    by_theme: FxHashMap<ThemeId, BTreeSet<Place>>,
}

impl Order {
    pub(super) fn insert(&mut self, theme: &ThemeId, place: Place) {
        self.all.insert(place.clone());
        self.by_theme.entry(theme.clone()).or_default().insert(place);
    }

    pub(super) fn remove(&mut self, theme: &ThemeId, place: &Place) {
        self.all.remove(place);
        if let Some(places) = self.by_theme.get_mut(theme) {
            places.remove(place);
            if places.is_empty() {
                self.by_theme.remove(theme);
            }
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &NoteId> {
        self.all.iter().map(|place| &place.id)
    }

    pub(super) fn on<'order>(
        &'order self,
        theme: &ThemeId,
    ) -> impl Iterator<Item = &'order NoteId> + use<'order> {
        self.by_theme.get(theme).into_iter().flatten().map(|place| &place.id)
    }

    pub(super) fn count_on(&self, theme: &ThemeId) -> usize {
        self.by_theme.get(theme).map_or(0, BTreeSet::len)
    }

    /// The themes that have notes, in no order.
    pub(super) fn themes(&self) -> impl Iterator<Item = &ThemeId> {
        self.by_theme.keys()
    }

    /// The notes on themes that are not in `known`.
    pub(super) fn beyond<'order>(
        &'order self,
        known: &[ThemeId],
    ) -> impl Iterator<Item = &'order NoteId> + use<'order> {
        let lists = self.by_theme.iter().filter(|(theme, _)| !known.contains(theme));
        let mut lists: Vec<_> = lists.map(|(_, places)| places.iter()).collect();
        std::iter::from_fn(move || {
            let lists = lists.iter_mut().filter(|list| list.len() > 0);
            let list = lists.min_by_key(|list| Iter::clone(list).next())?;
            list.next().map(|place| &place.id)
        })
    }

    /// The copies that stand with a note.
    pub(super) fn copies_of<'order>(
        &'order self,
        id: &'order NoteId,
        is_pinned: bool,
    ) -> impl Iterator<Item = &'order NoteId> {
        self.all
            .range(Place::before_copies_of(id, is_pinned)..)
            .take_while(move |place| place.anchor.0 == *id)
            .filter(|place| place.is_copy)
            .map(|place| &place.id)
    }
}
