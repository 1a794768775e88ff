//! The table of contents as a strip, which is longer than a narrow window is wide: the theme that is
//! being read stays in sight, and so does the link that has the focus.

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit};

use super::page;

/// Moves the strip whenever another theme is read, or another link has the focus.
pub(super) fn follow() {
    let Ok(Some(strip)) = page::document().query_selector(".contents") else { return };
    let place = strip.clone();
    let call = Closure::<dyn Fn()>::new(move || {
        // Browsers leave a link where it is of which they show a corner.
        let links = page::all(&place, ":focus-visible, [aria-current]");
        if let Some(link) = links.iter().find(|link| is_focused(link)).or(links.first()) {
            bring_into_sight(&place, link);
        }
    });
    let _ = strip.add_event_listener_with_callback("focusin", call.as_ref().unchecked_ref());
    let options = MutationObserverInit::new();
    options.set_attribute_filter(&Array::of1(&"aria-current".into()));
    options.set_subtree(true);
    if let Ok(observer) = MutationObserver::new(call.as_ref().unchecked_ref()) {
        let _ = observer.observe_with_options(&strip, &options);
    }
    call.forget();
}

fn is_focused(link: &Element) -> bool {
    link.matches(":focus-visible").unwrap_or(false)
}

/// The strip alone is moved: `scrollIntoView` would also take part in how the page itself scrolls.
fn bring_into_sight(strip: &Element, link: &Element) {
    let (window, part) = (strip.get_bounding_client_rect(), link.get_bounding_client_rect());
    let off = part.left() + part.width() / 2.0 - window.left() - window.width() / 2.0;
    strip.set_scroll_left(strip.scroll_left() + off as i32);
}
