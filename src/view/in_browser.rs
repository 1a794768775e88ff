//! What is made in the browser alone.
//!
//! Notes are never in the prerendered page, so there is nothing of them to hydrate. Their views
//! are made in places that the page keeps empty for them, once the notes are loaded.

use leptos::prelude::*;

use super::element::{Child, Element};
use crate::state::NotebookState;

/// Fills an element as soon as the notes are loaded.
pub fn in_browser(
    place: Element,
    notebook: NotebookState,
    view: impl Fn() -> Vec<Element> + Send + 'static,
) -> Element {
    place.live(move || {
        if !notebook.ready() {
            return Vec::new();
        }
        // Made once: what changes in it follows its own signals.
        untrack(&view).into_iter().map(Child::Element).collect()
    })
}
