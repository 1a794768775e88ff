//! What is told at the first visit, and the button that lets it go for good.

use leptos::ev;

use super::listening::listen;
use super::platform;
use super::state::{Setting, Settings};

/// Takes over the button of the static page.
pub fn adopt(settings: Settings) {
    let Some(button) = platform::element("hint-seen") else { return };
    listen(&button, ev::click, move |_| {
        settings.choose(Setting::Hint, "seen");
        // The focus would be lost with the button.
        if let Some(title) = platform::element("outline-title") {
            let _ = title.focus();
        }
    });
}
