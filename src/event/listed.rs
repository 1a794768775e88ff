//! An event among others, as data: what the list of a site's events says of each (`events.json`). The start
//! page finds events by it, and other pages and programs learn from it which events there are.

use serde::{Deserialize, Serialize};

use super::{Date, Event, EventId, EventOutline, Language, TitledTheme};

/// What the list says of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedEvent {
    /// Its id, under which notes on it are kept.
    pub id: EventId,
    /// The address of its page from the folder of the list.
    pub address: String,
    /// Its name.
    pub title: String,
    /// The field that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// First day.
    pub starts: Date,
    /// Last day; left out of an event of one day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
    /// Where people meet, or how they take part online, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The language of these words; English where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The names of the people who take part.
    pub people: Vec<String>,
    /// The names of the bodies that convened it.
    pub organizers: Vec<String>,
    /// The headings of its parts.
    pub parts: Vec<String>,
    /// What readers take notes on, sessions too, in the order of its page.
    pub themes: Vec<TitledTheme>,
    /// The names of the sessions on which they take none.
    pub sessions: Vec<String>,
}

impl From<&Event> for ListedEvent {
    fn from(event: &Event) -> Self {
        let EventOutline { id, title, ends, place, organizers, themes, .. } = event.into();
        let sessions = event.sessions.iter().filter(|it| it.theme().is_none() && !it.is_break());
        Self {
            address: format!("./{id}/"),
            id,
            title,
            topic: event.topic.clone(),
            starts: event.starts.date.clone(),
            ends,
            place,
            language: event.language.clone(),
            people: event.people.iter().map(|it| it.name.clone()).collect(),
            organizers,
            parts: event.parts.iter().map(|it| it.title.clone()).collect(),
            themes: themes
                .into_iter()
                .map(|it| TitledTheme { id: it.id, title: it.title })
                .collect(),
            sessions: sessions.map(|it| it.title.clone()).collect(),
        }
    }
}

/// As much of a [`ListedEvent`] as finds it beside what a list of events shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct EventWords {
    /// The address of its page.
    pub address: String,
    /// The names of the people who take part.
    pub people: Vec<String>,
    /// The names of the bodies that convened it.
    pub organizers: Vec<String>,
    /// The headings of its parts.
    pub parts: Vec<String>,
    /// What readers take notes on.
    pub themes: Vec<TitledTheme>,
    /// The names of the other sessions.
    pub sessions: Vec<String>,
}
