//! The page while it is printed.

use leptos::ev;
use leptos::prelude::*;

use super::listening::listen;
use super::platform;
use super::state::Saving;

const CLOSED_THEMES: &str = ".theme__details:not([open])";

/// The mark stands in the attribute itself: whatever its value, the theme is open.
const OPENED: &str = "print";

/// Tells whether the page is being printed. What was just typed is printed too. Closed themes are opened
/// for it, and just those closed again; newer browsers need none of it, because the style has closed
/// themes printed.
pub fn follow(is_printing: RwSignal<bool>, saving: Saving) {
    listen(&window(), ev::beforeprint, move |_| {
        saving.flush();
        is_printing.set(true);
        for details in platform::find_all(CLOSED_THEMES) {
            let _ = details.set_attribute("open", OPENED);
        }
    });
    listen(&window(), ev::afterprint, move |_| {
        is_printing.set(false);
        for details in platform::find_all(&format!("[open={OPENED}]")) {
            let _ = details.remove_attribute("open");
        }
    });
}
