//! The table of contents as a strip, which is longer than a narrow window is wide: what is being
//! read stays in sight, and so does the link that has the focus.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::reader::listening::listen;
use crate::reader::platform;

/// For so long the strip is left to whoever pressed or moved it.
const REST: Duration = Duration::from_secs(1);

/// The strip, and what is known of the reader's hand on it.
#[derive(Clone, Copy)]
pub(super) struct Strip {
    element: StoredValue<HtmlElement, LocalStorage>,
    /// Where this program moved it last.
    moved_to: StoredValue<i32>,
    /// Runs while the strip is left to the reader.
    rest: StoredValue<Option<TimeoutHandle>>,
}

impl Strip {
    /// Follows the reader's hand, and the focus: browsers leave a link where it is of which they show
    /// a corner.
    pub(super) fn new(element: HtmlElement) -> Self {
        let strip = Self {
            element: StoredValue::new_local(element.clone()),
            moved_to: StoredValue::new(0),
            rest: StoredValue::new(None),
        };
        let on = element;
        listen(&on, ev::focusin, move |_| strip.show(":focus-visible"));
        listen(&on, ev::pointerdown, move |_| strip.touched());
        listen(&on, ev::pointerup, move |_| strip.touched());
        listen(&on, ev::pointercancel, move |_| strip.touched());
        listen(&on, ev::scroll, move |_| strip.scrolled());
        // The reader has chosen, and what is chosen may be at the edge.
        listen(&on, ev::click, move |_| strip.end_rest());
        strip
    }

    /// Something else is read, while the page may still be scrolling: whoever looks for a theme in the
    /// strip meanwhile has it taken away neither from under the finger nor from under the eye.
    pub(super) fn show_reading(self) {
        let is_held = self.element.with_value(|strip| strip.matches(":active").unwrap_or(false));
        if !is_held && self.rest.with_value(Option::is_none) {
            self.show("[aria-current]");
        }
    }

    fn scrolled(self) {
        let is_moved_by_hand =
            self.element.with_value(|strip| strip.scroll_left()) != self.moved_to.get_value();
        if is_moved_by_hand {
            self.touched();
        }
    }

    fn touched(self) {
        self.end_rest();
        let timer = set_timeout_with_handle(move || self.rest.set_value(None), REST);
        self.rest.set_value(timer.ok());
    }

    fn end_rest(self) {
        if let Some(timer) = self.rest.write_value().take() {
            timer.clear();
        }
    }

    /// Moves the strip so that the link which matches a selector is in its middle. The strip alone is
    /// moved: `scrollIntoView` would also take part in how the page itself scrolls.
    fn show(self, selector: &str) {
        self.element.with_value(|strip| {
            let Some(link) = platform::find_in(strip, selector) else { return };
            let (window, part) =
                (strip.get_bounding_client_rect(), link.get_bounding_client_rect());
            let off = part.left() + part.width() / 2.0 - window.left() - window.width() / 2.0;
            strip.set_scroll_left(strip.scroll_left() + off as i32);
            self.moved_to.set_value(strip.scroll_left());
        });
    }
}
