//! The page while it is printed.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlTextAreaElement};

use super::listening::listen;
use super::platform;

const CLOSED_THEMES: &str = ".theme__details:not([open])";

/// The mark stands in the attribute itself: whatever its value, the theme is open.
const OPENED: &str = "print";

/// The boxes in which notes are written, and what is printed in their place.
const BOXES: &str = ".new-note__text, .note__editor";
const PRINTED: &str = "printed-box";

/// Tells whether the page is being printed. What is being written is printed as text, which can be
/// parted between pages and is as high as it has to be. Closed themes are opened, and just those closed
/// again; newer browsers need none of that, because the style has closed themes printed.
pub fn follow(is_printing: RwSignal<bool>) {
    listen(&window(), ev::beforeprint, move |_| {
        is_printing.set(true);
        for details in platform::find_all(CLOSED_THEMES) {
            let _ = details.set_attribute("open", OPENED);
        }
        for field in platform::find_all(BOXES) {
            print_text(&field);
        }
    });
    listen(&window(), ev::afterprint, move |_| {
        is_printing.set(false);
        for details in platform::find_all(&format!("[open={OPENED}]")) {
            let _ = details.remove_attribute("open");
        }
        for text in platform::find_all(&format!(".{PRINTED}")) {
            text.remove();
        }
    });
}

/// Puts the text of a box behind it, for the printer alone.
fn print_text(field: &Element) -> Option<()> {
    let text = document().create_element("div").ok()?;
    text.set_class_name(PRINTED);
    let _ = text.set_attribute("dir", "auto");
    text.set_text_content(Some(&field.unchecked_ref::<HtmlTextAreaElement>().value()));
    field.insert_adjacent_element("afterend", &text).ok().flatten().map(drop)
}
