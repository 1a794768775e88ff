//! The events of the site, as the build lists them in `events.json`.

use serde::Deserialize;
use serde_json::Value;

use crate::event::{Date, EventId, EventOutline, ThemeOutline, TitledTheme};

/// As much of a [`ListedEvent`](crate::event::ListedEvent) as stands beside the notes on it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EventNames {
    /// Its id, under which its notes are kept.
    pub id: EventId,
    /// The address of its page, from the start page.
    pub address: String,
    /// Its name.
    pub title: String,
    /// Its first day.
    pub starts: Date,
    /// The language of these words, where it is told.
    #[serde(default)]
    pub language: Option<String>,
    /// Its themes, in the order of its page.
    #[serde(default)]
    pub themes: Vec<TitledTheme>,
}

impl EventNames {
    pub(super) fn outline(&self) -> EventOutline {
        let theme = |theme: &TitledTheme| ThemeOutline {
            id: theme.id.clone(),
            part: None,
            title: theme.title.clone(),
        };
        EventOutline {
            id: self.id.clone(),
            title: self.title.clone(),
            address: None,
            starts: Some(self.starts.clone()),
            ends: None,
            place: None,
            organizers: Vec::new(),
            parts: Vec::new(),
            themes: self.themes.iter().map(theme).collect(),
        }
    }
}

/// Reads the list; `None` where it is none. An event that is listed in another form than this one is left
/// out: its notes are shown all the same.
pub fn listed(json: &str) -> Option<Vec<EventNames>> {
    let events: Vec<Value> = serde_json::from_str(json).ok()?;
    Some(events.into_iter().filter_map(|event| serde_json::from_value(event).ok()).collect())
}
