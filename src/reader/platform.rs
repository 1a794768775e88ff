//! The browser around the page: clock, randomness, focus, and the events of tab and window, as plain
//! functions. What the other programs need as well is in `src/browser.rs`.
//!
//! It knows nothing of how notes are kept and decides nothing. Local storage is not here but in
//! `storage/browser.rs`.

#![expect(clippy::disallowed_methods, reason = "this is the place of clock and randomness")]

use std::time::Duration;

use js_sys::{Date, Function, Reflect};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, FocusOptions, HtmlElement, NodeList, VisibilityState};

use super::listening::{listen, listen_first};
use crate::browser::{self, has};
pub use crate::browser::{copy_text, local_time};
use crate::notebook::{NoteId, Timestamp};

/// The present moment, by the reader's device.
pub fn now() -> Timestamp {
    timestamp(&Date::new_0())
}

/// The moment so many days ago, by the reader's device.
pub fn days_ago(days: u32) -> Timestamp {
    timestamp(&Date::new(&(Date::now() - f64::from(days) * 86_400_000.0).into()))
}

fn timestamp(date: &Date) -> Timestamp {
    Timestamp::parse(&String::from(date.to_iso_string())).unwrap_or_else(|_| Timestamp::epoch())
}

/// A new note id: a UUID version 7 (RFC 9562), the device's time and the browser's randomness. It
/// comes after the id given, even where the clock went back: the order of notes is that of ids.
pub fn new_note_id(after: Option<&NoteId>) -> NoteId {
    const LATEST: u64 = (1 << 48) - 1;
    let mut random = [0; 10];
    // There wherever WebAssembly is; it refuses only more bytes than these.
    let _ = window().crypto().and_then(|it| it.get_random_values_with_u8_array(&mut random));
    let now = Date::now() as u64;
    let milliseconds = match after.and_then(NoteId::milliseconds) {
        Some(before) if before >= now && before < LATEST => before + 1,
        _ => now,
    };
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid().into()
}

/// The page's element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The text of the page's element with this id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// Selects the text of the page's element with this id, for the reader to copy.
pub fn select(id: &str) {
    if let (Some(element), Ok(Some(selection))) = (element(id), window().get_selection()) {
        let _ = selection.select_all_children(&element);
    }
}

/// The event as the build put it into the page, as JSON.
pub fn event_json() -> Option<String> {
    text_of("event")
}

/// The first element of the static page that matches a selector.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// The language of the interface, where the page tells that it is another one.
pub fn interface_language() -> Option<String> {
    find("#dialogs")?.get_attribute("lang")
}

/// The first element within another that matches a selector.
pub fn find_in(place: &Element, selector: &str) -> Option<HtmlElement> {
    place.query_selector(selector).ok()??.dyn_into().ok()
}

/// All elements of the static page that match a selector, from the page's beginning to its end.
pub fn find_all(selector: &str) -> Vec<Element> {
    elements(document().query_selector_all(selector))
}

/// All elements within another that match a selector.
pub fn find_all_in(place: &Element, selector: &str) -> Vec<Element> {
    elements(place.query_selector_all(selector))
}

fn elements(found: Result<NodeList, JsValue>) -> Vec<Element> {
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The root element, which holds the reader's choices as data.
pub fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Puts a choice of the reader where the style goes by it, as `data-…` of the root element.
pub fn set_root_data(name: &str, value: &str) {
    if let Some(root) = root() {
        // Fails only for what is no name of an attribute.
        let _ = root.set_attribute(&format!("data-{name}"), value);
    }
}

/// Whether nothing has the focus: a browser gives it to the body when the element that had it goes away,
/// though not at once.
pub fn is_focus_lost() -> bool {
    let focused = document().active_element();
    focused == document().body().map(Into::into)
        || focused.is_some_and(|focused| focused.get_bounding_client_rect().width() == 0.0)
}

/// Focuses the element with this id, unless something else has the focus.
pub fn recover_focus(id: &str) {
    if let (true, Some(element)) = (is_focus_lost(), element(id)) {
        let _ = element.focus();
    }
}

/// Gives an element the focus, and leaves the page where it is.
pub fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Does something once what is on the page now was seen.
pub fn after_paint(action: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(action, Duration::ZERO));
}

/// Whether an element takes what is typed.
pub fn is_typed_into(element: &Element) -> bool {
    const TYPED_INTO: &str = "input, textarea, select, [contenteditable]";
    element.closest(TYPED_INTO).is_ok_and(|around| around.is_some())
}

/// The element to which something happened.
pub fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// How high the window is, in pixels.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Tells the style of an element a length, in pixels.
pub fn set_length(element: &HtmlElement, name: &str, pixels: f64) {
    // Written by the browser: Rust's code for such numbers is 11 kB.
    let digits = js_sys::Number::from(pixels).to_string_with_radix(10).map(String::from);
    let _ = element.style().set_property(name, &(digits.unwrap_or_default() + "px"));
}

/// Keeps keys that belong to a composition, by which Chinese, Japanese and Korean are typed, from all that
/// listens to keys on this page: they are the keyboard's own.
pub fn leave_compositions_alone() {
    /// Stands for any key of a composition, also for the one that ends it, of which WebKit tells later.
    const PROCESSED: u32 = 229;
    listen_first(&window(), ev::keydown, |event| {
        if event.is_composing() || event.key_code() == PROCESSED {
            event.stop_propagation();
        }
    });
}

/// Calls back with the key that another page of this site changed, `None` for all keys.
pub fn on_foreign_change(call: impl Fn(Option<String>) + 'static) {
    listen(&window(), ev::storage, move |event| call(event.key()));
}

/// Calls back whenever the page may be about to go away: hidden, left, or out of focus. After
/// any of these the browser may end it without a further word.
pub fn on_leave(call: impl Fn() + Copy + 'static) {
    listen(&document(), ev::visibilitychange, move |_| call());
    listen(&window(), ev::pagehide, move |_| call());
    listen(&window(), ev::blur, move |_| call());
}

/// Calls back whenever the reader comes back to the page, from another tab or through the
/// browser's history: what happened meanwhile may not have been told.
pub fn on_return(call: impl Fn() + Copy + 'static) {
    listen(&window(), ev::pageshow, move |_| call());
    listen(&document(), ev::visibilitychange, move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            call();
        }
    });
}

/// Lets the browser ask before the page is left, whenever `is_needed` says so.
pub fn ask_before_leaving(is_needed: impl Fn() -> bool + 'static) {
    listen(&window(), ev::beforeunload, move |event| {
        if is_needed() {
            event.prevent_default();
            // Older browsers ask only where this is set.
            event.set_return_value("leave");
        }
    });
}

/// Asks the browser to keep what this page stores, even where it runs short of room, and calls
/// back with the answer.
pub fn ask_to_persist(answer: impl FnOnce(bool) + 'static) {
    let navigator = window().navigator();
    // Not there without a secure connection, and in older browsers.
    let asked = has(&navigator, "storage").then(|| navigator.storage().persist());
    spawn_local(async move {
        let agreed = match asked {
            Some(Ok(promise)) => JsFuture::from(promise).await.is_ok_and(|it| it.is_truthy()),
            _ => false,
        };
        answer(agreed);
    });
}

/// Hands the reader a text as a file.
pub fn download(name: &str, text: &str) {
    browser::download(name, "text/plain;charset=utf-8", text);
}

/// Changes the look of the whole page, and lets the old look fade into the new one where the
/// browser can do that and the reader has not asked for less motion.
pub fn change_look(change: impl FnOnce() + 'static) {
    // Of a media query without a value, the answer is whether the reader asked for anything.
    let is_still = window().match_media("(prefers-reduced-motion)");
    let is_still = is_still.ok().flatten().is_none_or(|query| query.matches());
    let start = Reflect::get(&document(), &"startViewTransition".into())
        .ok()
        .and_then(|start| start.dyn_into::<Function>().ok());
    match start {
        Some(start) if !is_still => {
            let change = wasm_bindgen::closure::Closure::once_into_js(change);
            // The browser calls it whatever becomes of the transition.
            let _ = start.call1(&document(), &change);
        }
        _ => change(),
    }
}
