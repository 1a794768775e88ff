//! What is told at the first visit, and the button that lets it go for good.

use leptos::ev;
use leptos::prelude::*;

use super::listening::listen;
use super::platform;
use super::state::{Notes, Setting, Settings};
use crate::effect::effect;

/// Takes over the hint of the static page, and its button.
pub fn adopt(notes: Notes, settings: Settings) {
    if let Some(hint) = platform::find(".outline__hint") {
        let has_notes = Memo::new(move |_| notes.count() > 0);
        // Not by `:has()`: each note that comes would have the browser style all buttons anew.
        effect(move || {
            let _ = hint.toggle_attribute_with_force("data-past", has_notes.get());
        });
    }
    let Some(button) = platform::element("hint-seen") else { return };
    listen(&button, ev::click, move |_| {
        settings.choose(Setting::Hint, "seen");
        // The focus would be lost with the button.
        if let Some(title) = platform::element("outline-title") {
            let _ = title.focus();
        }
    });
}
