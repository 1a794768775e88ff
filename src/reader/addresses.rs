//! What the page's address leads to: a theme, which is opened and given the focus, or notes that it
//! brings along.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::listening::listen;
use super::reading::Reading;
use super::{platform, theme_place};
use crate::event::places::SHARED_NOTES;

const LINKS: &str = "a[href^='#']";

/// Opens and focuses the theme that the address names, now, and whenever a link on the page or the
/// address bar leads to one. Calls `visit` with an address that brings notes along.
pub fn follow(reading: Reading, visit: impl Fn(String) + 'static) {
    let go = move |is_start: bool| {
        let address = window().location().hash().unwrap_or_default();
        if brings_notes(&address) {
            visit(address);
        } else {
            lead(&address, is_start, reading);
        }
    };
    go(true);
    listen(&window(), ev::hashchange, move |_| go(false));
    // A link to the address that the page already has changes nothing, so no event tells of it.
    listen(&document(), ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest(LINKS).ok().flatten());
        if let Some(address) = link.and_then(|link| link.get_attribute("href")) {
            lead(&address, false, reading);
        }
    });
}

/// Whether an address brings notes along. Mail programs may write its `=` in another way.
fn brings_notes(address: &str) -> bool {
    let name = SHARED_NOTES.trim_end_matches('=');
    let rest = address.strip_prefix('#').and_then(|address| address.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with(['=', '%']))
}

/// Leads to what an address names.
fn lead(address: &str, is_start: bool, reading: Reading) {
    let id = address.trim_start_matches('#');
    // Firefox complains of an empty one.
    if id.is_empty() {
        return;
    }
    let Some(element) = platform::element(id) else { return };
    reading.lead_to(&element);
    if !element.class_list().contains("theme") {
        return;
    }
    // The reader may have begun with something else while the program was on its way.
    if is_start && is_busy() { theme_place::open(&element) } else { reveal(&element) }
}

/// Whether something has the focus.
fn is_busy() -> bool {
    let focused = document().active_element();
    focused.is_some() && focused != document().body().map(Into::into)
}

fn reveal(theme: &HtmlElement) {
    theme_place::open(theme);
    theme.scroll_into_view();
    let _ = theme.focus();
}
