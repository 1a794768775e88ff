//! Which notes are shown under “My notes”, and in which order.

use std::ops::Range;

use leptos::prelude::*;

use super::session::SharedSession;
use crate::event::ThemeId;
use crate::notebook::filter::{self, CHANGED, Choice};
use crate::notebook::{Note, NoteId};

/// The lists in which notes stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// The notes on a theme.
    Theme(ThemeId),
    /// Those on themes that the event lacks.
    Others,
    /// All, by time.
    InOrder,
}

impl Group {
    /// What tells it from the others.
    pub fn key(&self) -> String {
        match self {
            Self::Theme(theme) => theme.to_string(),
            // No theme has a name like these.
            Self::Others => "(others)".to_owned(),
            Self::InOrder => "(in order)".to_owned(),
        }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The notes to be shown, list by list, none of them empty.
    pub groups: Vec<(Group, Vec<NoteId>)>,
    /// How many there are, shown or not.
    pub count: usize,
}

impl Found {
    /// How many are shown.
    pub fn shown(&self) -> usize {
        self.groups.iter().map(|(_, notes)| notes.len()).sum()
    }

    /// The notes to be shown of one list.
    pub fn of(&self, group: &Group) -> Vec<NoteId> {
        let group = self.groups.iter().find(|(known, _)| known == group);
        group.map(|(_, notes)| notes.clone()).unwrap_or_default()
    }
}

/// The filter.
#[derive(Clone, Copy)]
pub struct Filter {
    session: SharedSession,
    chosen: RwSignal<filter::Filter>,
    /// What is searched for, as it was typed.
    words: RwSignal<String>,
    /// In how many steps more of what is found was asked for.
    steps: RwSignal<usize>,
}

impl Filter {
    pub(super) fn new(session: SharedSession) -> Self {
        Self {
            session,
            chosen: RwSignal::default(),
            words: RwSignal::default(),
            steps: RwSignal::new(1),
        }
    }

    /// Shows another part of all notes, or another order.
    pub fn choose(self, choice: Choice, value: String) {
        if choice == Choice::Words {
            self.words.set(value.clone());
        }
        self.steps.set(1);
        self.chosen.update(|chosen| chosen.choose(choice, value));
    }

    /// Searches again for what was typed, and looks at all tags again: once it is known how letters are folded.
    pub fn search_again(self) {
        let words = self.words.get_untracked();
        self.chosen.update(|chosen| chosen.choose(Choice::Words, words));
        self.session.lists.notify();
    }

    /// Shows all notes with a tag, and no others.
    pub fn show_tag(self, key: String) {
        let order = self.chosen(Choice::Order);
        self.words.set(String::new());
        self.chosen.set(filter::Filter { order, ..Default::default() });
        self.choose(Choice::Tag, key);
    }

    /// What is chosen; words as they were typed.
    pub fn chosen(self, choice: Choice) -> String {
        match choice {
            Choice::Words => self.words.get(),
            Choice::Theme => self.chosen.read().theme.clone(),
            Choice::Tag => self.chosen.read().tag.clone(),
            Choice::Order => self.chosen.read().order.clone(),
        }
    }

    /// All that is chosen.
    pub fn with<T>(self, read: impl FnOnce(&filter::Filter) -> T) -> T {
        self.chosen.with(read)
    }

    /// How many steps of what is found are to be shown: one, until more is asked for.
    pub fn steps(self) -> usize {
        self.steps.get()
    }

    /// Shows so many steps more.
    pub fn show_more(self, more: usize) {
        self.steps.update(|steps| *steps += more);
    }

    /// Whether it leaves out any note.
    pub fn leaves_out(self) -> bool {
        self.chosen.read().leaves_out()
    }

    /// Where in a text stands what is searched for.
    pub fn hits(self, text: &str) -> Vec<Range<usize>> {
        self.chosen.read().query.hits(text).unwrap_or_default()
    }

    /// The first notes that are found, so many, and how many there are.
    pub fn find(self, limit: usize) -> Found {
        self.session.lists.track();
        self.with(|chosen| {
            if chosen.leaves_out() || chosen.order == CHANGED {
                self.session.texts.track();
            }
            let themes = self.session.known_themes();
            self.session.with(|session| {
                let notebook = session.notebook();
                let mut found = Found::default();
                let mut add = |group: Group, notes: &mut dyn Iterator<Item = &Note>| {
                    let room = limit.saturating_sub(found.shown());
                    let mut shown = Vec::new();
                    for note in notes.filter(|note| chosen.matches(note)) {
                        found.count += 1;
                        if shown.len() < room {
                            shown.push(note.id.clone());
                        }
                    }
                    if !shown.is_empty() {
                        found.groups.push((group, shown));
                    }
                };
                if chosen.order.is_empty() {
                    for theme in &themes {
                        add(Group::Theme(theme.clone()), &mut notebook.notes_on(theme));
                    }
                    add(Group::Others, &mut notebook.notes_beyond(&themes));
                } else {
                    add(Group::InOrder, &mut notebook.notes_in_order(&chosen.order));
                }
                found
            })
        })
    }
}
