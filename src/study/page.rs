//! The page around this program: its elements, and what happens to them.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, MutationObserver, MutationObserverInit,
    MutationRecord, Node, Window,
};

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

/// Calls with what changed in an element, before that is painted. What the call itself changes is no
/// news.
fn observe(place: &Element, call: impl Fn(Array) + 'static) {
    let call = Closure::<dyn Fn(Array, MutationObserver)>::new(
        move |records: Array, observer: MutationObserver| {
            call(records);
            observer.take_records();
        },
    );
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_subtree(true);
    if let Ok(observer) = MutationObserver::new(call.as_ref().unchecked_ref()) {
        let _ = observer.observe_with_options(place.unchecked_ref::<Node>(), &options);
        call.forget();
    }
}

/// Calls with every element that matches a selector, now and as soon as the first program adds one or
/// changes what stands in it, before that is painted. It looks only at what changed: a page
/// may hold thousands of notes.
pub(super) fn dress(selector: &'static str, dress: impl Fn(&Element) + 'static) {
    let Some(app) = document().get_element_by_id("app") else { return };
    for place in all(&app, selector) {
        dress(&place);
    }
    observe(&app, move |records| {
        for record in records.iter() {
            let record: MutationRecord = record.unchecked_into();
            // A text, or the element whose content changed.
            let target = record.target();
            let element = target.as_ref().and_then(|target| match target.dyn_ref::<Element>() {
                Some(element) => Some(element.clone()),
                None => target.parent_element(),
            });
            if let Some(place) = element.and_then(|it| it.closest(selector).ok()?) {
                dress(&place);
                continue;
            }
            let added = record.added_nodes();
            for node in (0..added.length()).filter_map(|index| added.item(index)) {
                let Ok(added) = node.dyn_into::<Element>() else { continue };
                if added.matches(selector) == Ok(true) {
                    dress(&added);
                }
                for place in all(&added, selector) {
                    dress(&place);
                }
            }
        }
    });
}

/// Calls with the element that a reader clicked on, whatever it is.
pub(super) fn on_click(call: impl Fn(&Element) + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) {
            call(&target);
        }
    });
    let target: &EventTarget = &document();
    let _ = target.add_event_listener_with_callback("click", call.as_ref().unchecked_ref());
    call.forget();
}

/// A new element, not yet on the page.
pub(super) fn new_element(tag: &str) -> Option<Element> {
    document().create_element(tag).ok()
}

/// Gives an element the focus back that loses it because it is moved to another place right after
/// this: browsers take that for its end.
pub(super) fn keep_focus(element: &Element) {
    let element = element.clone();
    let again = Closure::once_into_js(move || {
        let document = document();
        let is_lost = document.active_element().as_ref() == document.body().as_deref();
        if is_lost && let Ok(element) = element.dyn_into::<HtmlElement>() {
            let _ = element.focus();
        }
    });
    // What the first program does about a click, it does before the next picture.
    let _ = window().request_animation_frame(again.unchecked_ref());
}
