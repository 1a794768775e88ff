//! The table of contents: stays in view, marks the theme being read, counts notes.

use leptos::prelude::*;

use super::element::{Element, element};
use crate::event::{Event, Theme, ThemeId};
use crate::state::NotebookState;
use crate::words::{notes, page};

/// Links to all themes, by part. `reading` is the theme being read.
pub fn contents(
    event: &'static Event,
    notebook: NotebookState,
    reading: RwSignal<Option<&'static ThemeId>>,
) -> Element {
    let parts = event.parts.iter().map(|part| {
        let lines = event.themes_of(&part.id).map(|theme| line(theme, notebook, reading));
        element("div")
            .class("contents__part")
            .child(element("p").class("contents__part-title").child(part.title.as_str()))
            .child(element("ul").class("contents__list").attribute("role", "list").children(lines))
    });
    let mine =
        element("a").class("contents__link").attribute("href", "#my-notes").child(notes::MY_NOTES);
    element("nav")
        .class("contents")
        .attribute("aria-label", page::THEMES)
        .children(parts)
        .child(element("p").class("contents__mine").child(mine))
}

fn line(
    theme: &'static Theme,
    notebook: NotebookState,
    reading: RwSignal<Option<&'static ThemeId>>,
) -> Element {
    let count = move || notebook.count_on(&theme.id);
    let is_read = move || (reading.get() == Some(&theme.id)).then(|| "true".to_owned());
    let classes = move || {
        let rest = if count() == 0 { " contents__count--none" } else { "" };
        Some(format!("contents__count{rest}"))
    };
    let number = element("span").attribute("aria-hidden", "true");
    let words = element("span").class("visually-hidden");
    element("li")
        .class("contents__item")
        .child(
            element("a")
                .class("contents__link")
                .attribute("href", &format!("#{}", theme.anchor()))
                .live_attribute("aria-current", is_read)
                .child(theme.title.as_str()),
        )
        .child(" ")
        .child(
            element("span")
                .live_attribute("class", classes)
                .child(number.live_text(move || count().to_string()))
                .child(words.live_text(move || notes::note_count(count()))),
        )
}
