//! The table of contents as a strip, which is longer than a narrow window is wide: what is
//! being read stays in sight, and so does the link that has the focus.

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit};

use super::page;

/// Moves the strip whenever something else is read, or a key leads to another link: browsers leave a
/// link where it is of which they show a corner.
pub(super) fn follow() {
    let Ok(Some(strip)) = page::document().query_selector(".contents") else { return };
    let focused = strip.clone();
    page::listen(&strip, "focusin", move |_| show(&focused, ":focus-visible"));
    let place = strip.clone();
    let read = Closure::<dyn Fn()>::new(move || show(&place, "[aria-current]"));
    let options = MutationObserverInit::new();
    options.set_attribute_filter(&Array::of1(&"aria-current".into()));
    options.set_subtree(true);
    if let Ok(observer) = MutationObserver::new(read.as_ref().unchecked_ref()) {
        let _ = observer.observe_with_options(&strip, &options);
        read.forget();
    }
}

/// Moves the strip so that the link which matches a selector is in its middle. The strip alone is moved:
/// `scrollIntoView` would also take part in how the page itself scrolls.
fn show(strip: &Element, selector: &str) {
    // Under a finger it would take the link away that is being pressed.
    let is_held = strip.matches(":active").unwrap_or(false);
    let link = strip.query_selector(selector).ok().flatten().filter(|_| !is_held);
    if let Some(link) = link {
        let (window, part) = (strip.get_bounding_client_rect(), link.get_bounding_client_rect());
        let off = part.left() + part.width() / 2.0 - window.left() - window.width() / 2.0;
        strip.set_scroll_left(strip.scroll_left() + off as i32);
    }
}
