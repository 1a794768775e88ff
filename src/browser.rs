//! The browser around the page: clock, randomness, the reader's locale, focus, and the events of
//! tab and window, as plain functions for `app.rs` to hand on.
//!
//! It knows nothing of how notes are kept and decides nothing. Local storage is not here but in
//! `storage/browser.rs`.

#![expect(clippy::disallowed_methods, reason = "this is the place of clock and randomness")]

use std::rc::Rc;

use js_sys::{Array, Date, Function, Intl, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    BeforeUnloadEvent, Blob, Element, Event, HtmlElement, IntersectionObserver,
    IntersectionObserverEntry, IntersectionObserverInit, StorageEvent, Url, VisibilityState,
};

use crate::notebook::{NoteId, Timestamp};

/// The present moment, by the reader's device.
pub fn now() -> Timestamp {
    Timestamp::parse(&String::from(Date::new_0().to_iso_string()))
        .unwrap_or_else(|_| Timestamp::epoch())
}

/// The moment so many days ago, by the reader's device.
pub fn days_ago(days: u32) -> Timestamp {
    let date = Date::new(&(Date::now() - f64::from(days) * 86_400_000.0).into());
    Timestamp::parse(&String::from(date.to_iso_string())).unwrap_or_else(|_| Timestamp::epoch())
}

/// A new note id: a UUID version 7 (RFC 9562), the device's time and the browser's randomness. It
/// comes after the id given, even where the clock went back: the order of notes is that of ids.
pub fn new_note_id(after: Option<&NoteId>) -> NoteId {
    const LATEST: u64 = (1 << 48) - 1;
    let mut random = [0; 10];
    if window().crypto().and_then(|it| it.get_random_values_with_u8_array(&mut random)).is_err() {
        // Browsers without it are older than WebAssembly.
        random = (js_sys::Math::random().to_bits() as u128).to_le_bytes()[..10]
            .try_into()
            .unwrap_or(random);
    }
    let now = Date::now() as u64;
    let milliseconds = match after.and_then(NoteId::milliseconds) {
        Some(before) if before >= now && before < LATEST => before + 1,
        _ => now,
    };
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid().into()
}

/// A time as the reader's locale writes it, in the device's time zone.
pub fn local_time(time: &Timestamp) -> String {
    thread_local! {
        // Making a formatter costs a hundred times what using one costs.
        static FORMAT: Function = {
            let options = Object::new();
            for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
                // Setting a property of a new plain object cannot fail.
                let _ = Reflect::set(&options, &name.into(), &value.into());
            }
            Intl::DateTimeFormat::new(&Array::new(), &options).format()
        };
    }
    let date = Date::new(&time.as_str().into());
    FORMAT
        .with(|format| format.call1(&JsValue::UNDEFINED, &date))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| time.as_str().to_owned())
}

/// Focuses the element with this id, unless something else has the focus: a browser gives it to
/// the body when the element that had it goes away.
pub fn recover_focus(id: &str) {
    let lost = document().active_element() == document().body().map(Into::into);
    if let (true, Some(element)) = (lost, element(id)) {
        let _ = element.focus();
    }
}

/// Shows the page in the colours of this name (`style/base.css`); empty for the system's. The program
/// for reading and writing does it without a jump, where it is there.
pub fn show_colours(colours: &str) {
    if call_programs("show", colours).is_err()
        && let Some(root) = document().document_element()
    {
        let _ = root.set_attribute("data-colours", colours);
    }
}

/// The text of the page's element with this id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The page's element with this id, to hydrate.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Calls back with the key that another page of this site changed, `None` for all keys.
pub fn on_foreign_change(call: impl Fn(Option<String>) + 'static) {
    listen("storage", move |event| call(event.unchecked_into::<StorageEvent>().key()));
}

/// Calls back whenever the page may be about to go away: hidden, left, or out of focus. After
/// any of these the browser may end it without a further word.
pub fn on_leave(call: impl Fn() + Copy + 'static) {
    for name in ["visibilitychange", "pagehide", "blur"] {
        listen(name, move |_| call());
    }
}

/// Calls back whenever the reader comes back to the page, from another tab or through the
/// browser's history: what happened meanwhile may not have been told.
pub fn on_return(call: impl Fn() + Copy + 'static) {
    listen("pageshow", move |_| call());
    listen("visibilitychange", move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            call();
        }
    });
}

/// Lets the browser ask before the page is left, whenever `is_needed` says so.
pub fn ask_before_leaving(is_needed: impl Fn() -> bool + 'static) {
    listen("beforeunload", move |event| {
        if is_needed() {
            event.prevent_default();
            // Older browsers ask only where this is set.
            event.unchecked_into::<BeforeUnloadEvent>().set_return_value("leave");
        }
    });
}

/// Asks the browser to keep what this page stores, even where it runs short of room, and calls
/// back with the answer.
pub fn ask_to_persist(answer: Box<dyn Fn(bool)>) {
    let navigator = window().navigator();
    // Not there without a secure connection, and in older browsers.
    let promise = has(&navigator, "storage").then(|| navigator.storage().persist());
    settle(promise, move |granted| answer(granted.is_some_and(|it| it.is_truthy())));
}

/// Puts a text on the clipboard, and calls back with whether that went well.
pub fn to_clipboard(text: &str, answer: Box<dyn Fn(bool)>) {
    let navigator = window().navigator();
    let promise = has(&navigator, "clipboard").then(|| Ok(navigator.clipboard().write_text(text)));
    settle(promise, move |written| answer(written.is_some()));
}

fn has(object: &JsValue, name: &str) -> bool {
    Reflect::get(object, &name.into()).is_ok_and(|value| !value.is_undefined())
}

/// Calls back with what a promise gives; `None` where it is refused, or there is none.
fn settle(
    promise: Option<Result<Promise<JsValue>, JsValue>>,
    call: impl Fn(Option<JsValue>) + 'static,
) {
    let Some(Ok(promise)) = promise else { return call(None) };
    let call = Rc::new(call);
    let refused = call.clone();
    // One of the two is called, once; the other stays behind, a few bytes for a rare action.
    let fulfilled = Closure::once_into_js(move |value: JsValue| call(Some(value)));
    let rejected = Closure::once_into_js(move |_: JsValue| refused(None));
    let _ = Reflect::get(&promise, &"then".into())
        .and_then(|then| then.unchecked_into::<Function>().call2(&promise, &fulfilled, &rejected));
}

/// The object by which the programs of the page know one another (`src/programs.rs`).
fn programs() -> Result<JsValue, JsValue> {
    Reflect::get(&window(), &"marginalia".into())
}

fn call_programs(name: &str, argument: &str) -> Result<JsValue, JsValue> {
    let programs = programs()?;
    let function = Reflect::get(&programs, &name.into())?.dyn_into::<Function>()?;
    function.call1(&programs, &argument.into())
}

/// Loads a program by its name where it is not there yet, and calls back with whether that went well.
pub fn load(program: &str, answer: impl Fn(bool) + 'static) {
    let loading = call_programs("load", program).map(JsValue::unchecked_into);
    settle(Some(loading), move |loaded| answer(loaded.is_some()));
}

/// Hands a request to the program that takes notes home, which is loaded where it is not there yet,
/// and calls back with whether that went well.
pub fn take_home(request: String, answer: Box<dyn Fn(bool)>) {
    load("take-home", move |loaded| {
        answer(loaded && call_programs("open", &request).is_ok());
    });
}

/// Lets the other programs be heard, for as long as the page lives.
pub fn hear(hear: impl Fn(String) -> String + 'static) {
    let hear = Closure::wrap(Box::new(hear) as Box<dyn Fn(String) -> String>).into_js_value();
    if let Ok(programs) = programs() {
        // The object is the page's own and plain: setting a property cannot fail.
        let _ = Reflect::set(&programs, &"hear".into(), &hear);
    }
}

/// Hands the reader a text as a file.
pub fn download(name: &str, text: &str) {
    let parts = Array::of1(&text.into());
    let Ok(address) = Blob::new_with_str_sequence(&parts)
        .and_then(|blob| Url::create_object_url_with_blob(&blob))
    else {
        return;
    };
    if let Ok(link) = document().create_element("a") {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.unchecked_into::<HtmlElement>().click();
    }
    let _ = Url::revoke_object_url(&address);
}

/// Begins the fragment of an address that brings notes along.
const SHARED_NOTES: &str = "#notes=";

/// Opens and focuses the theme that the page's address names, now, and whenever a link on the
/// page or the address bar leads to one. Calls back where the address brings notes along.
pub fn follow_addresses(visit: impl Fn() + 'static) {
    fn reveal(hash: &str) {
        let Some(element) = hash.strip_prefix('#').and_then(element) else { return };
        if let Ok(Some(details)) = element.query_selector(":scope > details") {
            let _ = details.set_attribute("open", "");
            element.scroll_into_view();
            let _ = element.focus();
        }
    }
    let reveal_address = move || match window().location().hash() {
        Ok(hash) if hash.starts_with(SHARED_NOTES) => visit(),
        hash => reveal(&hash.unwrap_or_default()),
    };
    reveal_address();
    listen("hashchange", move |_| reveal_address());
    // A link to the address that the page already has changes nothing, so no event tells of it.
    on_press("a[href^='#']", move |link| {
        if let Some(address) = link.get_attribute("href") {
            reveal(&address);
        }
    });
}

/// Calls back with each element that is pressed, out of those that match `selector`.
pub fn on_press(selector: &'static str, call: impl Fn(Element) + 'static) {
    listen("click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(pressed) = target.and_then(|target| target.closest(selector).ok().flatten()) {
            call(pressed);
        }
    });
}

/// Opens closed themes while the page is printed, and closes just those again. Newer browsers need
/// none of it, because the style has closed themes printed.
pub fn open_while_printing() {
    // The mark stands in the attribute itself: whatever its value, the theme is open.
    for (name, selector, opens) in [
        ("beforeprint", ".theme__details:not([open])", true),
        ("afterprint", "[open=print]", false),
    ] {
        let turn = move |details: &Element| {
            let _ = if opens {
                details.set_attribute("open", "print")
            } else {
                details.remove_attribute("open")
            };
        };
        listen(name, move |_| each(selector, &turn));
    }
}

/// Listens on the window for as long as the page lives.
fn listen(name: &str, call: impl Fn(Event) + 'static) {
    let call = Closure::wrap(Box::new(call) as Box<dyn Fn(Event)>);
    // Fails only for what is no function.
    let _ = window().add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    call.forget();
}

/// Calls back with the id of the element that the reader has reached, out of those that match
/// `selector`; of one within another with that of the inner one. Empty for one without an id.
pub fn on_reading(selector: &str, call: impl Fn(String) + 'static) {
    let watch = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        for entry in entries.iter().filter_map(|it| it.dyn_into::<IntersectionObserverEntry>().ok())
        {
            if entry.is_intersecting() {
                call(entry.target().id());
            }
        }
    });
    let options = IntersectionObserverInit::new();
    // A line a quarter down the window: what crosses it is being read.
    options.set_root_margin("-25% 0px -75% 0px");
    let observer = IntersectionObserver::new_with_options(watch.as_ref().unchecked_ref(), &options);
    if let Ok(observer) = observer {
        each(selector, &|element| observer.observe(element));
        // Both live as long as the page.
        watch.forget();
    }
}

/// Calls with every element of the page that matches `selector`.
fn each(selector: &str, call: &dyn Fn(&Element)) {
    if let Ok(found) = document().query_selector_all(selector) {
        for element in (0..found.length()).filter_map(|index| found.item(index)) {
            call(element.unchecked_ref());
        }
    }
}
