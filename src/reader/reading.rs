//! What is being read: what the reader was led to, until they scroll on, or else what crosses a line in
//! the window. The table of contents marks it, and shortcuts go by it.

use leptos::ev;
use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

use super::listening::{listen, watch_for};
use super::platform;

/// How far down the window the line is, …
pub const READING_LINE: f64 = 0.25;

/// … and what is to be taken off the window above and below it.
const AROUND_LINE: &str = "-25% 0px -75% 0px";

/// What can be read: a section within another comes after it.
const SECTIONS: &str = "#content section";

/// Whoever moves the page by less than two lines or so, in pixels, is still there.
const NEARBY: f64 = 40.0;

/// What is being read: sections, by their ids; empty for none.
#[derive(Clone, Copy)]
pub struct Reading {
    /// What was led to last.
    led_to: RwSignal<String>,
    /// How near to the top of the window that has come so far.
    nearest: StoredValue<f64>,
    /// What came to the line last.
    at_line: RwSignal<String>,
}

impl Reading {
    /// Follows the reader from now on.
    pub fn begin() -> Self {
        let reading = Self {
            led_to: RwSignal::default(),
            nearest: StoredValue::new(f64::INFINITY),
            at_line: RwSignal::default(),
        };
        watch_for(&platform::find_all(SECTIONS), AROUND_LINE, move |seen| {
            reading.at_line.set(seen.last().map(Element::id).unwrap_or_default());
        });
        listen(&document(), ev::scroll, move |_| reading.scrolled());
        reading
    }

    /// The section that is being read.
    pub fn section(self) -> String {
        let led_to = self.led_to.get();
        if led_to.is_empty() { self.at_line.get() } else { led_to }
    }

    /// The section that the reader was led to and has not left.
    pub fn led_to(self) -> String {
        self.led_to.get_untracked()
    }

    /// The reader is led to an element.
    pub fn lead_to(self, element: &HtmlElement) {
        let section = element.closest("section").ok().flatten();
        self.nearest.set_value(f64::INFINITY);
        self.led_to.set(section.map(|section| section.id()).unwrap_or_default());
    }

    /// The page moves there by itself at first, and then because the reader goes on.
    fn scrolled(self) {
        let led_to = self.led_to();
        if led_to.is_empty() {
            return;
        }
        let Some(section) = platform::element(&led_to) else { return };
        let far = section.get_bounding_client_rect().top().abs();
        self.nearest.update_value(|nearest| *nearest = nearest.min(far));
        if far > self.nearest.get_value() + NEARBY {
            self.led_to.set(String::new());
        }
    }
}
