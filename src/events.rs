//! Finding events on the start page of a site: by words, by topic and by year. The page shows all of them
//! without this; a program of its own (`src/bin/events.rs`) adds it.
//!
//! The rules stand here and know no browser; [`program`] has the components.

#[cfg(feature = "events")]
pub mod program;

use crate::event::places::theme_anchor;
use crate::event::{EventWords, ThemeId};
use crate::notebook::search::Query;

/// An event as the start page lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The address of its page.
    pub address: String,
    /// The words that are seen in the list.
    pub seen: Vec<String>,
    /// Its topic.
    pub topic: Option<String>,
    /// The year in which it begins.
    pub year: String,
    /// What else it is found by, once that is known.
    pub further: EventWords,
}

/// What the reader searches for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Words that must all be there, in any order.
    pub words: String,
    /// A topic; `None` is all.
    pub topic: Option<String>,
    /// A year; `None` is all.
    pub year: Option<String>,
}

impl Choice {
    /// Whether it leaves something out.
    pub fn is_narrow(&self) -> bool {
        self.topic.is_some() || self.year.is_some() || !Query::new(&self.words).is_empty()
    }

    /// Which events are found: for each, what of it the list does not show, though it was found by that;
    /// `None` for an event that is not found.
    pub fn find(&self, entries: &[Entry]) -> Vec<Option<Vec<Reason>>> {
        let words = self.words.split_whitespace().map(Query::new);
        let words: Vec<Query> = words.filter(|word| !word.is_empty()).collect();
        entries
            .iter()
            .map(|entry| {
                let is_chosen = (self.topic.is_none() || self.topic == entry.topic)
                    && self.year.as_ref().is_none_or(|year| *year == entry.year);
                if is_chosen { entry.reasons(&words) } else { None }
            })
            .collect()
    }
}

/// What kind of thing an event was found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody who takes part.
    Person,
    /// A body that convened it.
    Organizer,
    /// The heading of a part.
    Part,
    /// A theme, or a session on which readers take notes.
    Theme,
    /// Another session.
    Session,
}

/// What an event was found by, where the list does not show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its name or heading.
    pub words: String,
    /// The address of its place, where it has one.
    pub address: Option<String>,
}

impl Entry {
    fn reasons(&self, words: &[Query]) -> Option<Vec<Reason>> {
        let seen: Vec<&str> = self.seen.iter().map(String::as_str).collect();
        let unseen: Vec<&Query> = words.iter().filter(|word| !word.matches(&seen)).collect();
        if unseen.is_empty() {
            return Some(Vec::new());
        }
        // One thing that has all of them says most.
        let has_all = |text: &str| unseen.iter().all(|word| word.matches(&[text]));
        if let Some(found) = self.further().find(|(_, text, _)| has_all(text)) {
            return Some(vec![self.reason(found)]);
        }
        let mut reasons = Vec::new();
        for word in unseen {
            let reason = self.reason(self.further().find(|(_, text, _)| word.matches(&[text]))?);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        Some(reasons)
    }

    /// All that the list does not show.
    fn further(&self) -> impl Iterator<Item = (Kind, &str, Option<&ThemeId>)> {
        let EventWords { people, organizers, parts, themes, sessions, .. } = &self.further;
        let names = [
            (Kind::Person, people),
            (Kind::Organizer, organizers),
            (Kind::Part, parts),
            (Kind::Session, sessions),
        ];
        let names = names
            .into_iter()
            .flat_map(|(kind, names)| names.iter().map(move |name| (kind, name.as_str(), None)));
        // They come first: they have a place of their own.
        themes.iter().map(|it| (Kind::Theme, it.title.as_str(), Some(&it.id))).chain(names)
    }

    fn reason(&self, (kind, words, theme): (Kind, &str, Option<&ThemeId>)) -> Reason {
        let address = theme.map(|theme| format!("{}#{}", self.address, theme_anchor(theme)));
        Reason { kind, words: words.to_owned(), address }
    }
}
