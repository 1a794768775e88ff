//! The whole page: landmarks and their order.

use leptos::prelude::*;

use super::built::built;
use super::contents::contents;
use super::element::{Element, Handle, Root, element, value_of_target, watch};
use super::event_files::{EventFiles, event_files};
use super::header::header;
use super::my_notes::my_notes;
use super::notices::notices;
use super::outline::outline;
use super::people::people;
use super::sources::sources;
use super::summary::summary;
use crate::event::Event;
use crate::state::NotebookState;
use crate::words::page as words;
use crate::words::study;

/// The page of an event.
#[component]
pub fn Page(
    /// What the page is about.
    event: &'static Event,
    /// What there is of it to take home.
    files: EventFiles,
    /// The reader's notes.
    notebook: NotebookState,
    /// The id of the theme, or other part of the page, being read.
    reading: RwSignal<String>,
) -> impl IntoView {
    let skip = element("a").class("skip").attribute("href", "#content");
    let main = element("main")
        .class("content")
        .attribute("id", "content")
        .attribute("tabindex", "-1")
        .children(summary(event))
        .child(people(event))
        .child(outline(event, notebook))
        .child(my_notes(event, notebook))
        .child(sources(event))
        .child(event_files(files, notebook))
        .child(notices(notebook));
    Root(vec![
        skip.child(words::SKIP),
        header(event),
        contents(event, notebook, reading),
        main,
        element("footer")
            .class("footer")
            .child(element("div").built(built(promise)))
            .child(colours(notebook)),
    ])
}

/// What readers may count on, and the button of the shortcuts, which is for the program that is loaded
/// when it is pressed.
fn promise() -> impl IntoView {
    view! {
        <p>{words::PROMISE}</p>
        <button type="button" class="button button--quiet footer__shortcuts">
            {study::SHORTCUTS}
        </button>
    }
}

/// The choice of colours.
fn colours(notebook: NotebookState) -> Element {
    let choice = Handle::default();
    watch(move || choice.set_value(&notebook.colours()));
    let options = words::COLOUR_CHOICES
        .map(|(name, label)| element("option").attribute("value", name).child(label));
    let choose = move |event| notebook.choose_colours(&value_of_target(&event));
    element("label")
        .class("footer__colours")
        .hidden(move || !notebook.ready())
        .child(words::COLOURS)
        .child(element("select").handle(choice).children(options).on("change", choose))
}
