//! What the page's address leads to: a theme, which is opened and given the focus, or notes that it
//! brings along.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::listening::listen;
use super::{platform, theme_place};

/// Begins the fragment of an address that brings notes along.
const SHARED_NOTES: &str = "#notes=";

const LINKS: &str = "a[href^='#']";

/// Opens and focuses the theme that the address names, now, and whenever a link on the page or the
/// address bar leads to one. Calls `visit` where the address brings notes along.
pub fn follow(visit: impl Fn() + 'static) {
    let address = || window().location().hash().unwrap_or_default();
    let go = move |is_start: bool| match address() {
        address if address.starts_with(SHARED_NOTES) => visit(),
        address => match theme(&address) {
            // The reader may have begun with something else while the program was on its way.
            Some(theme) if is_start && is_busy() => theme_place::open(&theme),
            Some(theme) => reveal(&theme),
            None => {}
        },
    };
    go(true);
    listen(&window(), ev::hashchange, move |_| go(false));
    // A link to the address that the page already has changes nothing, so no event tells of it.
    listen(&document(), ev::click, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest(LINKS).ok().flatten());
        if let Some(theme) = link.and_then(|link| theme(&link.get_attribute("href")?)) {
            reveal(&theme);
        }
    });
}

/// The theme to which an address leads.
fn theme(address: &str) -> Option<HtmlElement> {
    let element = platform::element(address.strip_prefix('#')?)?;
    element.class_list().contains("theme").then_some(element)
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
