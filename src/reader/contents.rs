//! The table of contents: how many notes each theme has, and which link leads to what is being read.

mod strip;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::platform;
use super::reading::Reading;
use super::state::Notes;
use crate::effect::effect;
use crate::event::ThemeId;
use crate::messages::notes as messages;
use strip::Strip;

/// The table of contents in the static page.
const CONTENTS: &str = "nav.contents";

/// How many notes a theme has, in its line.
#[component]
pub fn NoteCount(
    /// The theme.
    theme: ThemeId,
    /// All notes.
    notes: Notes,
) -> impl IntoView {
    let place = platform::element(&count_id(&theme));
    let count = Memo::new(move |_| notes.count_on(Some(&theme)));
    effect(move || {
        if let Some(place) = &place {
            let class = "contents__count--none";
            let _ = place.class_list().toggle_with_force(class, count.get() == 0);
        }
    });
    view! {
        <span aria-hidden="true" prop:textContent=move || count.get().to_string()></span>
        <span
            class="visually-hidden"
            prop:textContent=move || messages::note_count(count.get()).text()
        ></span>
    }
}

/// The id of the place for the number of a theme's notes.
pub fn count_id(theme: &ThemeId) -> String {
    format!("count-{theme}")
}

/// Marks the link that leads to what is being read, and keeps it in sight.
pub fn mark_reading(reading: Reading) {
    let Some(contents) = platform::find(CONTENTS) else { return };
    let strip = Strip::new(contents.clone());
    effect(move || {
        mark(&contents, &format!("#{}", reading.section()));
        strip.show_reading();
    });
}

fn mark(contents: &HtmlElement, address: &str) {
    for link in platform::find_all_in(contents, "a[href]") {
        let _ = if link.get_attribute("href").as_deref() == Some(address) {
            link.set_attribute("aria-current", "true")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}
