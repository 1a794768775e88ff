//! The map of the themes: a drawing for each part, in which every theme has a ring that fills with
//! the reader's notes and leads to the theme.
//!
//! `event::map` says where things stand. What follows the notes is drawn by the reader's parts, in
//! the place that each ring keeps for it.

use leptos::prelude::*;

use crate::event::map::{LABEL_AT, LINK_AT, Line, Place, RING, RING_AT, TITLE_AT, WIDTH};
use crate::event::{Event, Part, Theme};
use crate::messages::page;

/// The parts and their themes, as links.
#[component]
pub fn Map(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let parts = event.parts.iter().map(|part| view! { <PartDrawing event=event part=part/> });
    view! {
        <nav class="map" aria-label=page::MAP>
            <p class="map__key">{page::MAP_KEY}</p>
            {parts.collect_view()}
        </nav>
    }
}

/// A part: its title, and its themes along a spine. The words in it are hidden from screen readers:
/// they are names of the list and of its links.
#[component]
fn PartDrawing(
    /// What the page is about.
    event: &'static Event,
    /// The part that is drawn.
    part: &'static Part,
) -> impl IntoView {
    let drawing = event.draw(part);
    let title = drawing.title.into_iter().map(|Line { text, baseline }| {
        view! { <text class="map__title" x=TITLE_AT y=baseline>{text}</text> }
    });
    let themes = event.themes_of(&part.id).zip(drawing.themes);
    let links = themes.map(|(theme, place)| view! { <ThemeLink theme=theme place=place/> });
    view! {
        <svg viewBox=format!("0 0 {WIDTH} {}", drawing.height) role="list" aria-label=part.title.as_str()>
            <g aria-hidden="true">
                <path d=drawing.branches></path>
                <circle cy=drawing.start r="4"></circle>
                {title.collect_view()}
            </g>
            {links.collect_view()}
        </svg>
    }
}

/// A theme. Everything in it is measured from the middle of its ring.
#[component]
fn ThemeLink(
    /// Where it leads.
    theme: &'static Theme,
    /// Where it stands in the drawing.
    place: Place,
) -> impl IntoView {
    let Place { middle, height, label } = place;
    let label = label.into_iter().map(|Line { text, baseline }| {
        view! { <text x=LABEL_AT y=baseline>{text}</text> }
    });
    view! {
        <g role="listitem" transform=format!("translate({RING_AT} {middle})")>
            <a
                class="map__link"
                id=format!("map-{}", theme.id)
                href=format!("#{}", theme.anchor())
                aria-label=theme.title.as_str()
            >
                <rect
                    x=LINK_AT
                    y=-height / 2
                    width=WIDTH - RING_AT - LINK_AT
                    height=height
                    rx="4"
                ></rect>
                <circle r=RING></circle>
                {label.collect_view()}
                <g class="map__ring" id=format!("ring-{}", theme.id) data-reader=""></g>
            </a>
        </g>
    }
}
