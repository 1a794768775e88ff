//! The event as the programs in the browser need it: names, days and the order of the themes. The
//! build puts it into the page as JSON.

use serde::{Deserialize, Serialize};

use super::{Date, Event, EventId, Link, PartId, Session, ThemeId};
use crate::messages::event as messages;

/// What the page is about, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventOutline {
    /// The event's id, under which its notes are kept.
    pub id: EventId,
    /// The event's name.
    pub title: String,
    /// Where the page is published, where its host tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Link>,
    /// First day, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<Date>,
    /// Last day; `None` for an event of one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
    /// Where people meet, or how they take part online, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The names of the bodies that convened it.
    pub organizers: Vec<String>,
    /// Groups of themes, in the page's order.
    pub parts: Vec<PartOutline>,
    /// The themes, in the page's order.
    pub themes: Vec<ThemeOutline>,
}

/// As much of an [`EventOutline`] as the reader's parts need, which hand it on as it is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EventThemes {
    /// The event's id, under which its notes are kept.
    pub id: EventId,
    /// The event's name.
    pub title: String,
    /// The themes, in the page's order.
    pub themes: Vec<TitledTheme>,
}

/// A theme, or a session, on which readers take notes, and its heading alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitledTheme {
    /// Unique within the event.
    pub id: ThemeId,
    /// Its heading.
    pub title: String,
}

impl EventThemes {
    /// The ids of the themes, in the page's order.
    pub fn theme_ids(&self) -> Vec<ThemeId> {
        self.themes.iter().map(|theme| theme.id.clone()).collect()
    }

    /// The heading of a theme; `None` where the event does not have it.
    pub fn theme_title(&self, id: &ThemeId) -> Option<&str> {
        self.themes.iter().find(|theme| &theme.id == id).map(|theme| theme.title.as_str())
    }
}

/// A group of themes, by its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOutline {
    /// Unique within the event.
    pub id: PartId,
    /// Its heading.
    pub title: String,
}

/// A theme, by its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeOutline {
    /// Unique within the event.
    pub id: ThemeId,
    /// The part it belongs to, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PartId>,
    /// Its heading.
    pub title: String,
}

impl EventOutline {
    /// The theme with this id.
    pub fn theme(&self, id: &ThemeId) -> Option<&ThemeOutline> {
        self.themes.iter().find(|theme| &theme.id == id)
    }

    /// The heading of a theme; `None` where the event does not have it.
    pub fn theme_title(&self, id: &ThemeId) -> Option<&str> {
        self.theme(id).map(|theme| theme.title.as_str())
    }

    /// The part with this id.
    pub fn part(&self, id: &PartId) -> Option<&PartOutline> {
        self.parts.iter().find(|part| &part.id == id)
    }
}

impl From<&Event> for EventOutline {
    fn from(event: &Event) -> Self {
        let (mut parts, mut themes) = (Vec::new(), Vec::new());
        let sessions = event.sessions_with_notes();
        if let (false, Some(id)) = (sessions.is_empty(), programme_id(event)) {
            let of_session = |session: &Session| {
                let part = Some(id.clone());
                Some(ThemeOutline { id: session.id.clone()?, part, title: session.title.clone() })
            };
            themes.extend(sessions.into_iter().filter_map(of_session));
            parts.push(PartOutline { id, title: messages::PROGRAMME.text().to_owned() });
        }
        let part =
            |part: &super::Part| PartOutline { id: part.id.clone(), title: part.title.clone() };
        let theme = |theme: &super::Theme| ThemeOutline {
            id: theme.id.clone(),
            part: Some(theme.part.clone()),
            title: theme.title.clone(),
        };
        parts.extend(event.parts.iter().map(part));
        themes.extend(event.outline().map(theme));
        Self {
            id: event.id.clone(),
            title: event.title.clone(),
            address: event.address.clone(),
            starts: Some(event.starts.date.clone()),
            ends: event.last_day().cloned(),
            place: event.place.clone().or_else(|| event.online.clone()),
            organizers: event.organizers.iter().map(|it| it.name.clone()).collect(),
            parts,
            themes,
        }
    }
}

/// The id of the part in which the sessions stand: one that no part of the host's has.
fn programme_id(event: &Event) -> Option<PartId> {
    let numbered = (2..).map(|number| format!("programme-{number}"));
    let mut names = std::iter::once("programme".to_owned()).chain(numbered);
    let free = names.find(|name| event.parts.iter().all(|part| part.id.as_str() != name))?;
    PartId::try_from(free).ok()
}
