//! The map of the themes: a drawing for each part, in which every theme has a ring that fills with
//! the reader's notes and leads to the theme.
//!
//! The build draws (`event::map`); only names, numbers and rings follow the notes.

use leptos::prelude::*;

use super::built::built;
use super::element::{Element, element};
use crate::event::map::{LABEL_AT, LINK_AT, RING, RING_AT, TITLE_AT, WIDTH};
use crate::event::{Event, Part, Theme};
use crate::state::NotebookState;
use crate::words::{notes, page};

/// The parts and their themes, as links.
pub fn map(event: &'static Event, notebook: NotebookState) -> Element {
    element("nav")
        .built_attribute("class", || "map")
        .built_attribute("aria-label", || page::MAP)
        .child(element("p").built_attribute("class", || "map__key").built(built(|| page::MAP_KEY)))
        .children(event.parts.iter().map(|part| part_drawing(event, part, notebook)))
}

/// The words in it are hidden from screen readers: they are names of the list and of its links.
fn part_drawing(event: &'static Event, part: &'static Part, notebook: NotebookState) -> Element {
    let around = move || {
        let drawing = event.draw(part);
        view! {
            <path d=drawing.branches></path>
            <circle cy=drawing.start r="4"></circle>
            {drawing.title.into_iter().map(|line| view! {
                <text class="map__title" x=TITLE_AT y=line.baseline>{line.text}</text>
            }).collect_view()}
        }
    };
    let themes = event.themes_of(&part.id).enumerate();
    element("svg")
        .built_attribute("viewBox", || format!("0 0 {WIDTH} {}", event.draw(part).height))
        .built_attribute("role", || "list")
        .built_attribute("aria-label", || &part.title)
        .child(element("g").built_attribute("aria-hidden", || "true").built(built(around)))
        .children(themes.map(|(index, theme)| theme_link(event, part, index, theme, notebook)))
}

/// Everything in it is measured from the middle of the ring.
fn theme_link(
    event: &'static Event,
    part: &'static Part,
    index: usize,
    theme: &'static Theme,
    notebook: NotebookState,
) -> Element {
    let place = move || event.draw(part).themes.into_iter().nth(index);
    let count = move || notebook.count_on(&theme.id);
    let still = move || {
        place().map(|place| {
            view! {
                <rect
                    x=LINK_AT
                    y=-place.height / 2
                    width=WIDTH - RING_AT - LINK_AT
                    height=place.height
                    rx="4"
                ></rect>
                <circle r=RING></circle>
                {place.label.into_iter().map(|line| view! {
                    <text x=LABEL_AT y=line.baseline>{line.text}</text>
                }).collect_view()}
            }
        })
    };
    let at = move || {
        place().map_or_else(String::new, |at| format!("translate({RING_AT} {})", at.middle))
    };
    // The length of the ring counts as five, of which this much is left empty. The style does the rest.
    let filled = element("circle")
        .built_attribute("r", || RING.to_string())
        .built_attribute("pathLength", || "5")
        .live_attribute("stroke-dashoffset", move || {
            Some(5_usize.saturating_sub(count()).to_string())
        });
    let number =
        element("text").built_attribute("y", || "4").live_text(move || count().to_string());
    let link = element("a")
        .built_attribute("class", || "map__link")
        .built_attribute("href", || format!("#{}", theme.anchor()))
        .live_attribute("aria-label", move || Some(notes::theme_with_count(&theme.title, count())))
        .child(element("g").built(built(still)))
        .child(filled)
        .child(number);
    element("g").built_attribute("role", || "listitem").built_attribute("transform", at).child(link)
}
