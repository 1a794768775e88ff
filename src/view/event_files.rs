//! The event in forms that other programs read, and sentences to cite it by.

use leptos::either::Either;
use leptos::prelude::*;

use super::built::built;
use super::element::{Element, element, value_of_target};
use crate::state::NotebookState;
use crate::words::page;

/// What there is to take home: made at build time, and empty in the browser, where the page already
/// holds it.
#[derive(Clone, Default)]
pub struct EventFiles {
    /// Files beside the page: their names, and what the links to them say.
    pub files: Vec<(&'static str, &'static str)>,
    /// Citations. There are as many in the browser, so that each has its button.
    pub citations: [Citation; 2],
}

/// A citation as a sentence.
#[derive(Clone, Default)]
pub struct Citation {
    /// The style's name.
    pub style: &'static str,
    /// Its pieces, and whether each is set in italics.
    pub runs: Vec<(String, bool)>,
}

/// Links to the files, and the citations, each with a button that copies it.
pub fn event_files(offer: EventFiles, notebook: NotebookState) -> Element {
    let EventFiles { files, citations } = offer;
    let links = move || {
        view! {
            <h2 id="event-files-title">{page::EVENT_FILES}</h2>
            <ul class="event-files__files">
                {files.into_iter().map(|(name, label)| view! {
                    <li><a href=name download="">{label}</a></li>
                }).collect_view()}
            </ul>
        }
    };
    let mut section = element("section")
        .class("event-files")
        .attribute("aria-labelledby", "event-files-title")
        .child(element("div").built(built(links)));
    for Citation { style, runs } in citations {
        let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
        let sentence = move || {
            view! {
                <p class="event-files__style">{page::to_cite_in(style)}</p>
                <p class="event-files__citation">
                    {runs.into_iter().map(|(text, is_italic)| if is_italic {
                        Either::Left(view! { <i>{text}</i> })
                    } else {
                        Either::Right(text)
                    }).collect_view()}
                </p>
            }
        };
        // The button carries the text as its value: in the browser only the page has it.
        let copy = element("button")
            .class("button button--quiet")
            .attribute("type", "button")
            .attribute("value", &text)
            .hidden(move || !notebook.ready())
            .on("click", move |event| notebook.copy(&value_of_target(&event)))
            .child(page::copy_in(style));
        section = section.child(element("div").built(built(sentence))).child(copy);
    }
    section
}
