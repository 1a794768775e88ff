//! What is made in the browser alone.
//!
//! Notes are never in the prerendered page, so there is nothing of them to hydrate. Their views
//! are mounted into places that the page keeps empty for them, once the notes are loaded; the
//! code that would take over prerendered notes is then not part of the wasm.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use super::controls::watch;
use crate::state::NotebookState;

/// Mounts a view into an element of the page as soon as the notes are loaded.
pub fn in_browser<E, V>(
    notebook: NotebookState,
    place: impl Fn() -> Option<E> + 'static,
    view: impl FnOnce() -> V + 'static,
) where
    E: Into<HtmlElement>,
    V: IntoView + 'static,
{
    let mut view = Some(view);
    watch(move || {
        if let (true, Some(place)) = (notebook.ready(), place())
            && let Some(view) = view.take()
        {
            mount_to(place.into(), view).forget();
        }
    });
}
