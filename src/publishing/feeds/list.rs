//! The events as a list for the programs of the site's own pages.

use serde_json::{Value, json};

use super::{Overview, PublishError};
use crate::event::{Event, EventOutline, ThemeOutline};

/// `events.json`: the events in the order of the start page.
pub(super) fn list(overview: &Overview<'_>) -> Result<String, PublishError> {
    let events: Vec<Value> = overview.events.iter().map(listed).collect();
    Ok(serde_json::to_string(&events)?)
}

fn listed(event: &Event) -> Value {
    let theme = |theme: &ThemeOutline| json!({ "id": theme.id, "title": theme.title });
    let mut listed = json!({
        "id": event.id,
        "address": format!("./{}/", event.id),
        "title": event.title,
        "starts": event.starts.iso().get(..10),
        "themes": EventOutline::from(event).themes.iter().map(theme).collect::<Vec<_>>(),
    });
    if let Some(language) = &event.language {
        listed["language"] = language.as_str().into();
    }
    listed
}
