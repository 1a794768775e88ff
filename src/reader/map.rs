//! The map of the themes: rings that fill with the reader's notes, and links that say how many there
//! are. The build has drawn all else.

use leptos::prelude::*;

use super::platform;
use super::state::Notes;
use crate::effect::effect;
use crate::event::ThemeId;
use crate::messages::notes as messages;

/// The length of a ring counts as so many notes.
const FULL: usize = 5;

/// How many notes a theme has: a ring and the number in it, drawn from its middle, and the name of the
/// link around it. The style does the rest.
#[component]
pub fn Ring(
    /// The theme.
    theme: ThemeId,
    /// Its title.
    title: String,
    /// All notes.
    notes: Notes,
) -> impl IntoView {
    let link = platform::element(&format!("map-{theme}"));
    let count = Memo::new(move |_| notes.count_on(Some(&theme)));
    effect(move || {
        if let Some(link) = &link {
            let name = messages::theme_with_count(&title, count.get());
            let _ = link.set_attribute("aria-label", &name.text());
        }
    });
    let empty = move || FULL.saturating_sub(count.get()).to_string();
    view! {
        <svg viewBox="-16 -16 32 32" aria-hidden="true">
            <circle r="16" pathLength=FULL stroke-dashoffset=empty></circle>
            <text y="4" prop:textContent=move || count.get().to_string()></text>
        </svg>
    }
}

/// The id of the place for the ring of a theme.
pub fn ring_id(theme: &ThemeId) -> String {
    format!("ring-{theme}")
}
