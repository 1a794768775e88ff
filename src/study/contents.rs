//! The table of contents as a strip, which is longer than a narrow window is wide: what is
//! being read stays in sight, and so does the link that has the focus.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, MutationObserver, MutationObserverInit};

use super::page;

/// For how long the strip is left to whoever pressed or moved it, in milliseconds.
const REST: f64 = 1000.0;

/// Moves the strip whenever something else is read, or a key leads to another link: browsers leave a
/// link where it is of which they show a corner.
pub(super) fn follow() {
    let Some(element) = page::find(".contents") else { return };
    let strip = Rc::new(Strip {
        element: element.into(),
        moved_to: Cell::default(),
        left_alone_until: Cell::default(),
    });
    let on = |name: &str, call: fn(&Strip, Event)| {
        let place = strip.clone();
        page::listen(&strip.element, name, move |event| call(&place, event));
    };
    on("focusin", |strip, _| strip.show(":focus-visible"));
    on("pointerdown", Strip::touched);
    on("pointerup", Strip::touched);
    on("pointercancel", Strip::touched);
    on("scroll", |strip, event| {
        if strip.element.scroll_left() != strip.moved_to.get() {
            strip.touched(event);
        }
    });
    // The reader has chosen, and what is chosen may be at the edge.
    on("click", |strip, _| strip.left_alone_until.set(0.0));
    let place = strip.clone();
    let read = Closure::<dyn Fn()>::new(move || place.read());
    let options = MutationObserverInit::new();
    options.set_attribute_filter(&Array::of1(&"aria-current".into()));
    options.set_subtree(true);
    if let Ok(observer) = MutationObserver::new(read.as_ref().unchecked_ref()) {
        let _ = observer.observe_with_options(&strip.element, &options);
        read.forget();
    }
    // The press that loaded this program may be one on the strip, and what is read was marked before.
    let is_here = |target: Element| strip.element.contains(Some(&target));
    if let Some(first) = page::first_event()
        && page::target(&first).is_some_and(is_here)
    {
        strip.touched(first);
    }
    strip.read();
}

/// The strip, and what is known of the reader's hand on it.
struct Strip {
    element: Element,
    /// Where this program moved it last.
    moved_to: Cell<i32>,
    /// By the clock of events.
    left_alone_until: Cell<f64>,
}

impl Strip {
    fn touched(&self, event: Event) {
        self.left_alone_until.set(event.time_stamp() + REST);
    }

    /// Something else is read, while the page may still be scrolling: whoever looks for a theme in the
    /// strip meanwhile has it taken away neither from under the finger nor from under the eye.
    fn read(&self) {
        let is_held = self.element.matches(":active").unwrap_or(false);
        if !is_held && page::now() > self.left_alone_until.get() {
            self.show("[aria-current]");
        }
    }

    /// Moves the strip so that the link which matches a selector is in its middle. The strip alone is
    /// moved: `scrollIntoView` would also take part in how the page itself scrolls.
    fn show(&self, selector: &str) {
        let strip = &self.element;
        if let Some(link) = page::find_in(strip, selector) {
            let (window, part) =
                (strip.get_bounding_client_rect(), link.get_bounding_client_rect());
            let off = part.left() + part.width() / 2.0 - window.left() - window.width() / 2.0;
            strip.set_scroll_left(strip.scroll_left() + off as i32);
            self.moved_to.set(strip.scroll_left());
        }
    }
}
