//! The map of the themes: a tree for each part, in which every theme has a ring that fills with the
//! reader's notes and leads to the theme.
//!
//! The style draws the branches. What follows the notes is drawn by the reader's parts, in the place
//! that each ring keeps for it.

use leptos::prelude::*;

use crate::event::{Event, Part, Theme};
use crate::messages::page;
use crate::said::attributes;

/// The parts and their themes, as links.
#[component]
pub fn Map(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let parts = event.parts.iter().map(|part| view! { <PartTree event=event part=part/> });
    view! {
        <nav class="map" aria-label=page::MAP data-l10n-attrs=attributes(&[("aria-label", page::MAP)])>
            <p class="map__key">{page::MAP_KEY}</p>
            {parts.collect_view()}
        </nav>
    }
}

/// A part: its title, and its themes along a spine. The title is hidden from screen readers, which tell
/// it as the name of the list.
#[component]
fn PartTree(
    /// What the page is about.
    event: &'static Event,
    /// The part that is drawn.
    part: &'static Part,
) -> impl IntoView {
    let themes = event.themes_of(&part.id).map(|theme| view! { <ThemeLink theme=theme/> });
    view! {
        <div class="map__part">
            <p class="map__title" aria-hidden="true">{part.title.as_str()}</p>
            <ul role="list" aria-label=part.title.as_str()>{themes.collect_view()}</ul>
        </div>
    }
}

/// A theme: its title, and its ring.
#[component]
fn ThemeLink(
    /// Where it leads.
    theme: &'static Theme,
) -> impl IntoView {
    view! {
        <li class="map__theme">
            <a class="map__link" id=format!("map-{}", theme.id) href=format!("#{}", theme.anchor())>
                <span class="map__label">{theme.title.as_str()}</span>
                // What is seen here is two words, as it is in the name of the link.
                " "
                <span class="map__ring" id=format!("ring-{}", theme.id) data-reader=""></span>
            </a>
        </li>
    }
}
