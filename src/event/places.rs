//! The addresses of things on the page: what a fragment such as `#theme-early-action` leads to,
//! and which statements cite a source.

use super::{Event, Part, Person, Session, Source, SourceId, Theme, ThemeId};
use crate::messages::{Message, Phrase, event as messages};

/// A statement's place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The id of its element.
    pub anchor: String,
    /// What a link to it says.
    pub label: Label,
}

/// What a link says: the host's own words, or a sentence of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// The host's words.
    Host(String),
    /// The interface's.
    Message(Message),
}

impl From<String> for Label {
    fn from(words: String) -> Self {
        Self::Host(words)
    }
}

impl From<Message> for Label {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<Phrase> for Label {
    fn from(phrase: Phrase) -> Self {
        Self::Message(phrase.into())
    }
}

/// What the fragment of the page's address begins with where it brings somebody's notes along.
pub const SHARED_NOTES: &str = "notes=";

/// The calendar file of a session, beside the page.
pub fn session_calendar(session: &str) -> String {
    format!("session-{session}.ics")
}

/// The id of a theme's element on the page; part of the theme's public address.
pub fn theme_anchor(theme: &ThemeId) -> String {
    format!("theme-{theme}")
}

/// The id of a theme's heading.
pub fn theme_heading(theme: &ThemeId) -> String {
    format!("{}-title", theme_anchor(theme))
}

impl Theme {
    /// The id of its element on the page.
    pub fn anchor(&self) -> String {
        theme_anchor(&self.id)
    }
}

impl Session {
    /// The id of its element on the page, where notes hang on it.
    pub fn anchor(&self) -> Option<String> {
        self.theme().map(theme_anchor)
    }
}

impl Part {
    /// The id of its element on the page.
    pub fn anchor(&self) -> String {
        format!("part-{}", self.id)
    }
}

impl Person {
    /// The id of its element on the page.
    pub fn anchor(&self) -> String {
        format!("person-{}", self.id)
    }

    /// The first letters of the first and the last name, for where there is no picture.
    pub fn initials(&self) -> String {
        let letters = self.name.split_whitespace().filter_map(|name| name.chars().next());
        let mut names = letters.filter(|letter| letter.is_alphabetic());
        let first = names.next();
        first.into_iter().chain(names.next_back()).collect()
    }
}

impl Source {
    /// The id of its element on the page.
    pub fn anchor(&self) -> String {
        format!("source-{}", self.id)
    }
}

/// The ids of the elements of things that have no id of their own, by their index from 0.
pub mod anchor {
    /// The facts at the top of the page.
    pub const FACTS: &str = "facts";

    /// An organizer.
    pub fn organizer(index: usize) -> String {
        format!("organizer-{}", index + 1)
    }

    /// A paragraph of the summary.
    pub fn summary(index: usize) -> String {
        format!("summary-{}", index + 1)
    }

    /// An occasion.
    pub fn occasion(index: usize) -> String {
        format!("occasion-{}", index + 1)
    }

    /// A piece of information.
    pub fn information(index: usize) -> String {
        format!("information-{}", index + 1)
    }

    /// A related event.
    pub fn related(index: usize) -> String {
        format!("related-{}", index + 1)
    }

    /// A sponsor.
    pub fn sponsor(index: usize) -> String {
        format!("sponsor-{}", index + 1)
    }

    /// A session without notes.
    pub fn session(index: usize) -> String {
        format!("session-{}", index + 1)
    }

    /// A quotation.
    pub fn quotation(index: usize) -> String {
        format!("quotation-{}", index + 1)
    }
}

impl Event {
    /// The number by which statements name a source, from 1.
    pub fn source_number(&self, id: &SourceId) -> Option<usize> {
        self.sources.iter().position(|source| &source.id == id).map(|index| index + 1)
    }

    /// The statements that cite a source, in the page's order.
    pub fn citing(&self, source: &SourceId) -> Vec<Place> {
        let statements = self.statements().into_iter();
        statements.filter(|(cites, _)| cites.contains(source)).map(|(_, place)| place).collect()
    }

    /// Whether something on the page comes from the sources of the event as a whole.
    pub fn has_statements_without_sources(&self) -> bool {
        self.statements().iter().any(|(cites, _)| cites.is_empty())
    }

    /// All statements in the page's order, and the sources that each cites of its own.
    fn statements(&self) -> Vec<(&[SourceId], Place)> {
        let mut places: Vec<(&[SourceId], Place)> = Vec::new();
        let mut push = |cites, anchor: String, label: Label| {
            places.push((cites, Place { anchor, label }));
        };
        push(self.cites.as_slice(), anchor::FACTS.to_owned(), messages::FACTS.into());
        for (index, organizer) in self.organizers.iter().enumerate() {
            push(
                organizer.cites.as_slice(),
                anchor::organizer(index),
                organizer.name.clone().into(),
            );
        }
        let paragraphs = self.summary.iter().map(|paragraph| &paragraph.cites);
        // What sources disagree on stands behind the summary, as more of it.
        let remarks = self.remarks.iter().map(|remark| &remark.cites);
        for (index, cites) in paragraphs.chain(remarks).enumerate() {
            push(
                cites.as_slice(),
                anchor::summary(index),
                messages::summary_paragraph(index + 1).into(),
            );
        }
        for (index, occasion) in self.occasions.iter().enumerate() {
            push(occasion.cites.as_slice(), anchor::occasion(index), occasion.title.clone().into());
        }
        for person in &self.people {
            push(person.cites.as_slice(), person.anchor(), person.name.clone().into());
        }
        for (index, session) in self.sessions.iter().enumerate() {
            let anchor = session.anchor().unwrap_or_else(|| anchor::session(index));
            push(session.cites.as_slice(), anchor.clone(), session.title.clone().into());
            for remark in &session.remarks {
                push(remark.cites.as_slice(), anchor.clone(), session.title.clone().into());
            }
        }
        for (index, information) in self.information.iter().enumerate() {
            push(
                information.cites.as_slice(),
                anchor::information(index),
                information.title.clone().into(),
            );
        }
        for (index, related) in self.related.iter().enumerate() {
            push(related.cites.as_slice(), anchor::related(index), related.title.clone().into());
        }
        for (index, sponsor) in self.sponsors.iter().enumerate() {
            push(sponsor.cites.as_slice(), anchor::sponsor(index), sponsor.name.clone().into());
        }
        for part in &self.parts {
            push(part.cites.as_slice(), part.anchor(), part.title.clone().into());
            for theme in self.themes_of(&part.id) {
                push(theme.cites.as_slice(), theme.anchor(), theme.title.clone().into());
            }
        }
        for (index, quotation) in self.quotations.iter().enumerate() {
            let speaker = self.person(&quotation.person).map_or("", |person| &person.name);
            push(
                quotation.cites.as_slice(),
                anchor::quotation(index),
                messages::quotation_of(speaker).into(),
            );
        }
        places
    }
}
