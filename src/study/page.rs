//! The page around this program: its elements, and what happens to them.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, MutationObserver, MutationObserverInit, Node, Window};

/// The window. A program that is loaded by a page has one.
pub(super) fn window() -> Window {
    js_sys::global().unchecked_into()
}

/// The document of the window, as above.
pub(super) fn document() -> Document {
    Reflect::get(&window(), &"document".into()).unwrap_or_default().unchecked_into()
}

/// The elements within a place that match a selector, which must be one.
pub(super) fn all(place: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = place.query_selector_all(selector) else { return Vec::new() };
    (0..found.length())
        .filter_map(|index| found.item(index))
        .map(|node| node.unchecked_into())
        .collect()
}

/// Calls with the place of the app now, and whenever the first program changed what stands in it,
/// before that is painted.
pub(super) fn whenever_changed(call: impl Fn(&Element) + 'static) {
    let Some(app) = document().get_element_by_id("app") else { return };
    call(&app);
    let place = app.clone();
    let call = Closure::<dyn Fn(Array, MutationObserver)>::new(
        move |_: Array, observer: MutationObserver| {
            call(&place);
            // What was just done here is no news.
            observer.take_records();
        },
    );
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_subtree(true);
    if let Ok(observer) = MutationObserver::new(call.as_ref().unchecked_ref()) {
        let _ = observer.observe_with_options(app.unchecked_ref::<Node>(), &options);
        call.forget();
    }
}
