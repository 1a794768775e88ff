//! What happened when: the sessions of an event, what state it is in, and what there is of it
//! elsewhere.

use serde::{Deserialize, Serialize};

use super::{
    CivilTime, Date, Event, Language, Link, OneOrMany, Paragraph, Person, PersonId, Role, SourceId,
    Text, ThemeId,
};
use crate::messages::{Message, Phrase, event as messages};

/// Whether something is held as it was announced. What is not said is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It will be held later, and nobody knows when.
    Postponed,
    /// It is held at another time or place than was announced: the one that the file gives.
    Moved,
    /// It is not held.
    Cancelled,
}

impl Status {
    /// The status as the page names it.
    pub fn label(self) -> Phrase {
        match self {
            Self::Postponed => messages::POSTPONED,
            Self::Moved => messages::MOVED,
            Self::Cancelled => messages::CANCELLED,
        }
    }
}

/// A part of the programme with a time of its own: a talk, a panel, a workshop, a break. Readers
/// take notes on it, unless it is a break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Notes hang on it, so it must not change once the page is published. No other session and no
    /// theme may have it. A session that takes no notes needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ThemeId>,
    /// The name of the session.
    pub title: String,
    /// When it begins: the day and the time, `"2014-09-04 16:00"`, or the day alone. Leave it out
    /// where only the order is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<CivilTime>,
    /// When it ends, written in the same way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<CivilTime>,
    /// The room, within the place of the event; or another place, where `[[places]]` has its postal
    /// address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What kind of session it is, in words, such as “talk” or “workshop”. A `break` takes no notes and
    /// stands in no calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The track it belongs to, where several run side by side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<String>,
    /// The session that this one is a part of, such as that of three talks with a chair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<ThemeId>,
    /// Who takes part: the ids of people, or `{ person = "…", role = "chair" }` for somebody who does
    /// something else here than in the event as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Participation>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Where sources say different things of the session: one table for each, with its own `cites`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Paragraph>,
    /// The language it is held in, where it is another than the event's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// What became of the session, where it is not held as it was announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// When it was to begin before it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announced_for: Option<CivilTime>,
    /// What those who want to come have to know now, such as why it is cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Text>,
    /// `false` for a session on which readers take no notes, such as a dinner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<bool>,
    /// Recordings, slides and documents of the session that are kept elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Material>,
    /// The sources of it, by their ids; those of the event where none are written.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// The kind of session that takes no notes.
pub const BREAK: &str = "break";

impl Session {
    /// Whether readers take notes on it.
    pub fn takes_notes(&self) -> bool {
        self.notes.unwrap_or(!self.is_break())
    }

    /// Whether nothing is discussed in it.
    pub fn is_break(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.eq_ignore_ascii_case(BREAK))
    }

    /// The id on which notes hang; `None` for a session that takes none.
    pub fn theme(&self) -> Option<&ThemeId> {
        self.id.as_ref().filter(|_| self.takes_notes())
    }
}

/// Somebody's part in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Participation {
    /// They do what they do for the event.
    Person(PersonId),
    /// They do something of their own.
    WithRole(PersonWithRole),
}

/// Somebody, and what they do in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PersonWithRole {
    /// The id of one of the people.
    pub person: PersonId,
    /// What they do in this session.
    pub role: OneOrMany<Role>,
}

impl Participation {
    /// The id of the person.
    pub fn person(&self) -> &PersonId {
        match self {
            Self::Person(id) => id,
            Self::WithRole(it) => &it.person,
        }
    }

    /// What they do in this session, where it is said.
    pub fn roles(&self) -> &[Role] {
        match self {
            Self::Person(_) => &[],
            Self::WithRole(it) => it.role.as_slice(),
        }
    }
}

/// Something of the event that is kept elsewhere: a recording, slides, a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// What a link to it says, such as “Recording” or “Slides (PDF)”.
    pub title: String,
    /// What it is: `recording`, `slides`, `document`, or other words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Where it is.
    pub url: Link,
}

/// How another event belongs to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The series that this event is one of.
    Series,
    /// The larger event that this one is a part of.
    Parent,
    /// An event of the same kind that was held before.
    Earlier,
    /// An event of the same kind that is held later.
    Later,
    /// Another event that has to do with this one.
    Other,
}

impl RelatedEvent {
    /// The event and how it belongs to this one, as the page says it.
    pub fn label(&self) -> Message {
        let title = self.title.as_str();
        match self.kind {
            Relation::Series => messages::series(title),
            Relation::Parent => messages::parent(title),
            Relation::Earlier => messages::earlier(title),
            Relation::Later => messages::later(title),
            Relation::Other => messages::related(title),
        }
    }
}

/// Another event that this one belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RelatedEvent {
    /// How it belongs to this event.
    pub kind: Relation,
    /// Its official name.
    pub title: String,
    /// When it began or begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<CivilTime>,
    /// Its own page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// The sources of it, by their ids; those of the event where none are written.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// A place that the event or one of its sessions names, and more about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name, just as `place` gives it.
    pub name: String,
    /// Its postal address, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<String>,
    /// A page about it, or a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// How to get there, and what else helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// A day of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day<'event> {
    /// The day; `None` for sessions of which nobody knows when they are.
    pub date: Option<&'event Date>,
    /// What happens on it, in the order of time.
    pub slots: Vec<Slot<'event>>,
}

/// What begins at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot<'event> {
    /// When it began or begins.
    pub starts: Option<&'event CivilTime>,
    /// When all of it ends, where that is one time.
    pub ends: Option<&'event CivilTime>,
    /// The sessions, side by side in the file's order, with their index in it.
    pub sessions: Vec<(usize, &'event Session)>,
}

impl Event {
    /// The programme by days and times. Sessions within another stand with that one
    /// ([`Event::sessions_within`]).
    pub fn days(&self) -> Vec<Day<'_>> {
        let mut days: Vec<Day<'_>> = Vec::new();
        for (index, session) in self.in_order_of_time(None) {
            let starts = session.starts.as_ref();
            let date = starts.map(|time| &time.date);
            if days.last().is_none_or(|day| day.date != date) {
                days.push(Day { date, slots: Vec::new() });
            }
            let Some(day) = days.last_mut() else { continue };
            match day.slots.last_mut() {
                Some(slot) if slot.starts == starts => {
                    slot.ends = slot.ends.filter(|ends| session.ends.as_ref() == Some(*ends));
                    slot.sessions.push((index, session));
                }
                _ => day.slots.push(Slot {
                    starts,
                    ends: session.ends.as_ref(),
                    sessions: vec![(index, session)],
                }),
            }
        }
        days
    }

    /// The sessions that are part of another one, in the order of time, with their index in the file.
    pub fn sessions_within(&self, session: &Session) -> Vec<(usize, &Session)> {
        if session.id.is_some() { self.in_order_of_time(session.id.as_ref()) } else { Vec::new() }
    }

    /// Whether a time of day is told of anything.
    pub fn tells_times(&self) -> bool {
        let sessions = self.sessions.iter().filter_map(|session| session.starts.as_ref());
        sessions.chain([&self.starts]).any(|time| time.clock.is_some())
    }

    fn in_order_of_time(&self, within: Option<&ThemeId>) -> Vec<(usize, &Session)> {
        let all = self.sessions.iter().enumerate();
        let mut sessions: Vec<_> =
            all.filter(|(_, session)| session.within.as_ref() == within).collect();
        // Those without a time come last.
        sessions.sort_by_key(|(_, session)| (session.starts.is_none(), session.starts.as_ref()));
        sessions
    }

    /// The sessions on which notes hang, in the page's order.
    pub fn sessions_with_notes(&self) -> Vec<&Session> {
        let mut sessions = Vec::new();
        for slot in self.days().iter().flat_map(|day| &day.slots) {
            for (_, session) in &slot.sessions {
                self.add_with_notes(session, &mut sessions);
            }
        }
        sessions
    }

    fn add_with_notes<'event>(
        &'event self,
        session: &'event Session,
        sessions: &mut Vec<&'event Session>,
    ) {
        if session.theme().is_some() {
            sessions.push(session);
        }
        for (_, part) in self.sessions_within(session) {
            self.add_with_notes(part, sessions);
        }
    }

    /// The people of a session, with what each does in it where that is said.
    pub fn people_of<'event>(
        &'event self,
        session: &'event Session,
    ) -> impl Iterator<Item = (&'event Person, &'event [Role])> {
        session.people.iter().filter_map(|part| Some((self.person(part.person())?, part.roles())))
    }

    /// The sessions in which somebody takes part, in the file's order.
    pub fn sessions_of(&self, person: &PersonId) -> impl Iterator<Item = &Session> {
        self.sessions
            .iter()
            .filter(move |session| session.people.iter().any(|part| part.person() == person))
    }

    /// More about the place of this name, where the file has more.
    pub fn place_named(&self, name: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.name == name)
    }
}
