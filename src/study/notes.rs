//! Notes as their Markdown means them.

use web_sys::Element;

use super::page;
use crate::rendered::note_html;

/// The attribute that keeps what the reader typed, in an element that shows what it means.
const SOURCE: &str = "data-source";

/// Renders every note, and each again when the first program shows another text.
pub(super) fn render() {
    page::whenever_changed(|app| {
        for place in page::all(app, ".note__text, .my-notes__text") {
            render_one(&place);
        }
    });
}

fn render_one(place: &Element) {
    // The first program writes text; elements are this program's, or mark what was searched for.
    if place.first_element_child().is_some() {
        return;
    }
    let source = place.text_content().unwrap_or_default();
    if !source.is_empty() {
        let _ = place.set_attribute(SOURCE, &source);
        place.set_inner_html(&note_html(&source));
    }
}
