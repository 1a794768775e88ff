//! What is told at the first visit, and the button that lets it go for good.

use web_sys::Event;

use super::page;

/// The button.
const SEEN: &str = ".outline__hint button";

/// Lets the hint go when its button is pressed, or was pressed before this program was there.
pub(super) fn begin() {
    page::hear("click", dismiss);
}

fn dismiss(event: &Event) {
    if page::target(event).is_none_or(|target| page::around(&target, SEEN).is_none()) {
        return;
    }
    page::choose("hint", "seen");
    // The focus would be lost with the button.
    if let Some(title) = page::find("#outline-title") {
        let _ = title.set_attribute("tabindex", "-1");
        let _ = title.focus();
    }
}
