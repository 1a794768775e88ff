//! The table of contents: stays in view, marks what is being read, counts notes.

use leptos::prelude::*;

use super::element::{Element, element};
use crate::event::{Event, Theme};
use crate::state::NotebookState;
use crate::words::{notes, page};

/// Links to all themes, by part, and to the reader's notes. `reading` is the id of what is being read.
pub fn contents(
    event: &'static Event,
    notebook: NotebookState,
    reading: RwSignal<String>,
) -> Element {
    let parts = event.parts.iter().map(|part| {
        let lines = event.themes_of(&part.id).map(|theme| line(theme, notebook, reading));
        element("div")
            .class("contents__part")
            .child(element("p").class("contents__part-title").child(part.title.as_str()))
            .child(element("ul").class("contents__list").attribute("role", "list").children(lines))
    });
    let mine = link("my-notes".to_owned(), notes::MY_NOTES, reading);
    element("nav")
        .class("contents")
        .attribute("aria-label", page::THEMES)
        .children(parts)
        .child(element("p").class("contents__mine").child(mine))
}

/// The way to a part of the page by its id.
fn link(id: String, title: &str, reading: RwSignal<String>) -> Element {
    element("a")
        .class("contents__link")
        .attribute("href", &format!("#{id}"))
        .live_attribute("aria-current", move || (reading.get() == id).then(|| "true".to_owned()))
        .child(title)
}

fn line(theme: &'static Theme, notebook: NotebookState, reading: RwSignal<String>) -> Element {
    let count = move || notebook.count_on(&theme.id);
    let classes = move || {
        let rest = if count() == 0 { " contents__count--none" } else { "" };
        Some(format!("contents__count{rest}"))
    };
    let number = element("span").attribute("aria-hidden", "true");
    let words = element("span").class("visually-hidden");
    element("li")
        .class("contents__item")
        .child(link(theme.anchor(), &theme.title, reading))
        .child(" ")
        .child(
            element("span")
                .live_attribute("class", classes)
                .child(number.live_text(move || count().to_string()))
                .child(words.live_text(move || notes::note_count(count()))),
        )
}
