//! Listeners on elements that the static page has, on the document and on the window, and looking for
//! what comes into sight; all for as long as the current owner lives.
//!
//! leptos-use does the same, with effects of its own around each listener: of forty of them that was
//! 30 kB of the program.

use js_sys::Array;
use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, Event, EventTarget, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit,
};

/// Calls with each event of a kind.
pub fn listen<Kind: EventDescriptor>(
    target: &EventTarget,
    event: Kind,
    call: impl Fn(Kind::EventType) + 'static,
) where
    Kind::EventType: JsCast,
{
    attach(target, &event.name(), false, Box::new(move |event| call(event.unchecked_into())));
}

/// The same, before anybody below the target hears of it.
pub fn listen_first<Kind: EventDescriptor>(
    target: &EventTarget,
    event: Kind,
    call: impl Fn(Kind::EventType) + 'static,
) where
    Kind::EventType: JsCast,
{
    attach(target, &event.name(), true, Box::new(move |event| call(event.unchecked_into())));
}

fn attach(target: &EventTarget, name: &str, is_first: bool, call: Box<dyn Fn(Event)>) {
    let call: Box<dyn Fn(Event)> = Box::new(move |event| untrack(|| call(event)));
    let call = Closure::wrap(call);
    let function = call.as_ref().unchecked_ref();
    // Fails only for what is no function.
    let _ = target.add_event_listener_with_callback_and_bool(name, function, is_first);
    let listener = SendWrapper::new((target.clone(), name.to_owned(), call));
    on_cleanup(move || {
        let (target, name, call) = listener.take();
        let function = call.as_ref().unchecked_ref();
        let _ = target.remove_event_listener_with_callback_and_bool(&name, function, is_first);
    });
}

/// Calls with what has come into sight, or near it, of some elements. `margin` is added to the window
/// on each side, as CSS writes it.
pub fn watch_for(elements: &[Element], margin: &str, call: impl Fn(&[Element]) + 'static) {
    observe(elements, margin, Box::new(call));
}

type OnSeen = Box<dyn Fn(&[Element])>;

fn observe(elements: &[Element], margin: &str, call: OnSeen) {
    let call: Box<dyn Fn(Array)> = Box::new(move |entries: Array| {
        let seen: Vec<Element> = entries
            .iter()
            .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
            .filter(|entry| entry.is_intersecting())
            .map(|entry| entry.target())
            .collect();
        if !seen.is_empty() {
            untrack(|| call(&seen));
        }
    });
    let call = Closure::wrap(call);
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let observer = IntersectionObserver::new_with_options(call.as_ref().unchecked_ref(), &options);
    let Ok(observer) = observer else { return };
    for element in elements {
        observer.observe(element);
    }
    let watched = SendWrapper::new((observer, call));
    on_cleanup(move || watched.take().0.disconnect());
}
