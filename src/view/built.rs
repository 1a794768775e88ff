//! What is made at build time and never changes in the browser.
//!
//! Most of the page is the event, and the event does not change while it is read. Those parts are
//! rendered into the page's HTML and left there as they are: the browser neither walks them when
//! it takes the page over nor carries the code to make them again.

use leptos::prelude::*;

/// The HTML of a view, for `inner_html`. In the browser it is empty, and hydration keeps what the
/// build put there: only for elements that are never created anew in the browser.
#[cfg(feature = "ssr")]
pub fn built<V: IntoView>(view: impl FnOnce() -> V) -> String {
    view().into_view().to_html()
}

/// See above: the page already holds this HTML.
#[cfg(not(feature = "ssr"))]
pub fn built<V: IntoView>(_view: impl FnOnce() -> V) -> &'static str {
    ""
}
