//! The page around this program: its elements, and what happens to them.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Document, Element, Event, EventTarget, FocusOptions, HtmlElement, MutationObserver,
    MutationObserverInit, MutationRecord, Node, Window,
};

use crate::later_program::{shared, tell_first};

/// For how long what the reader did before this program was there still counts, in milliseconds.
const RECENT: f64 = 3000.0;

/// The window. A program that is loaded by a page has one.
pub(super) fn window() -> Window {
    js_sys::global().unchecked_into()
}

/// The document of the window, as above.
pub(super) fn document() -> Document {
    Reflect::get(&window(), &"document".into()).unwrap_or_default().unchecked_into()
}

/// The element of the whole page, which holds the reader's choices as data.
pub(super) fn root() -> HtmlElement {
    Reflect::get(&document(), &"documentElement".into()).unwrap_or_default().unchecked_into()
}

/// A new element; `None` only for what is no name of one.
pub(super) fn element(name: &str, classes: &str) -> Option<HtmlElement> {
    let element = document().create_element(name).ok()?;
    element.set_class_name(classes);
    Some(element.unchecked_into())
}

/// The elements within a place that match a selector, which must be one.
pub(super) fn all(place: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = place.query_selector_all(selector) else { return Vec::new() };
    (0..found.length())
        .filter_map(|index| found.item(index))
        .map(|node| node.unchecked_into())
        .collect()
}

/// The first such element of the page.
pub(super) fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten().map(|it| it.unchecked_into())
}

/// The first such element within a place.
pub(super) fn find_in(place: &Element, selector: &str) -> Option<HtmlElement> {
    place.query_selector(selector).ok().flatten().map(|it| it.unchecked_into())
}

/// The nearest element around a place, or the place itself, that matches a selector.
pub(super) fn around(place: &Element, selector: &str) -> Option<Element> {
    place.closest(selector).ok().flatten()
}

/// What has the focus; the body where nothing has.
pub(super) fn focused() -> Option<Element> {
    document().active_element()
}

/// The element to which something happened.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Listens on a place for as long as it lives.
pub(super) fn listen(place: &EventTarget, name: &str, hear: impl Fn(Event) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(hear);
    // Fails only for what is no function.
    let _ = place.add_event_listener_with_callback(name, hear.as_ref().unchecked_ref());
    hear.forget();
}

/// Listens on the window, and hears as well what happened before this program was there.
pub(super) fn hear(name: &str, hear: impl Fn(&Event) + 'static) {
    if let Some(first) = first_event().filter(|first| first.type_() == name) {
        hear(&first);
    }
    listen(&window(), name, move |event| hear(&event));
}

/// Calls once what happens at the moment is over.
pub(super) fn soon(call: impl FnOnce() + 'static) {
    later(call, 0);
}

/// Calls after so many milliseconds, and tells the timer's handle.
pub(super) fn later(call: impl FnOnce() + 'static, milliseconds: i32) -> i32 {
    let call = Closure::once_into_js(call);
    // Fails only for what is no function.
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds)
        .unwrap_or_default()
}

/// How high the window is, in pixels.
pub(super) fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Tells the style of an element a length, in pixels. Written by the browser: Rust's own code for
/// numbers weighs more than all that is told by it.
pub(super) fn set_length(element: &HtmlElement, name: &str, pixels: f64) {
    let digits = js_sys::Number::from(pixels).to_string_with_radix(10).map(String::from);
    let _ = element.style().set_property(name, &(digits.unwrap_or_default() + "px"));
}

/// Gives an element the focus, and leaves the page where it is.
pub(super) fn focus_in_place(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Calls a method of an object.
pub(super) fn call(
    object: &JsValue,
    method: &str,
    arguments: &[JsValue],
) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.apply(object, &arguments.iter().collect())
}

/// What the reader did before this program was there, where that is not long ago.
pub(super) fn first_event() -> Option<Event> {
    let first: Event = shared("first").ok()?.dyn_into().ok()?;
    (now() - first.time_stamp() < RECENT).then_some(first)
}

/// The time by the clock of events, in milliseconds. An event is the one thing that tells it without
/// asking another clock.
pub(super) fn now() -> f64 {
    Event::new("now").map(|now| now.time_stamp()).unwrap_or_default()
}

/// Whether the first program has taken over the page. Until then nothing may be put into what that
/// one takes over.
pub(super) fn is_taken_over() -> bool {
    shared("hear").is_ok_and(|hear| hear.is_function())
}

/// Keeps a choice of the reader: with the first program, and as data of the page for the style.
pub(super) fn choose(setting: &str, choice: &str) {
    let _ = root().set_attribute(&format!("data-{setting}"), choice);
    let message = format!(r#"{{"setting":"{setting}","choice":"{choice}"}}"#);
    tell_first(&message);
}

/// Calls with the place of the app now, and whenever the first program changed what stands in it,
/// before that is painted.
pub(super) fn whenever_changed(call: impl Fn(&Element) + 'static) {
    let Some(app) = document().get_element_by_id("app") else { return };
    call(&app);
    let place = app.clone();
    observe(&app, move |_| call(&place));
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
    listen(&document(), "click", move |event| {
        if let Some(target) = target(&event) {
            call(&target);
        }
    });
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
