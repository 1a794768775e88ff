//! The theme outline: parts, and their themes.

use leptos::prelude::*;

use super::built::built;
use super::citations::Citations;
use super::element::{Element, element};
use super::map::map;
use super::theme::{notes_on, theme_section};
use crate::event::{Event, Part};
use crate::state::NotebookState;
use crate::words::{notes, page};

/// All parts and themes of the event.
pub fn outline(event: &'static Event, notebook: NotebookState) -> Element {
    let parts = event.parts.iter().map(|part| {
        let themes = event.themes_of(&part.id).map(|theme| theme_section(event, theme, notebook));
        element("div")
            .class("part")
            .child(element("div").built(built(|| heading(event, part))))
            .children(themes)
    });
    element("section")
        .class("outline")
        .attribute("aria-labelledby", "outline-title")
        .child(element("h2").attribute("id", "outline-title").child(page::THEMES))
        .child(map(event, notebook))
        .children(parts)
        .child(lost_notes(notebook))
}

/// The notes on themes that the event no longer has, for the printed page alone: “My notes”, where
/// they stand on the screen, shows what a search leaves of them, and is not printed. The style writes
/// the list's name above it.
fn lost_notes(notebook: NotebookState) -> Element {
    element("div").class("part part--lost").child(notes_on(None, notes::LOST_NOTES, notebook))
}

fn heading(event: &'static Event, part: &'static Part) -> impl IntoView {
    view! {
        <h3 class="part__title" id=part.anchor() tabindex="-1">{part.title.as_str()}</h3>
        <p class="part__text">
            {part.text.as_deref()}
            <Citations event=event cites=&part.cites/>
        </p>
    }
}
