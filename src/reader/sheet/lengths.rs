//! What the style of the page has to know of the sheet, as data and lengths of the root element.

use web_sys::HtmlElement;

use crate::reader::platform;

/// How high the sheet is.
const HEIGHT: &str = "--sheet";

/// How high it has been, and how high it may be while something is pressed.
const LEAST: &str = "--sheet-least";
const MOST: &str = "--sheet-most";

/// How much of the window the keyboard covers.
const KEYBOARD: &str = "--keyboard";

const IS_OPEN: &str = "data-sheet";
const IS_HELD: &str = "data-held";

/// Whether there is a sheet.
pub(super) fn set_open(is_open: bool) {
    let Some(root) = platform::root() else { return };
    if is_open {
        let _ = root.set_attribute(IS_OPEN, "");
        return;
    }
    let _ = root.remove_attribute(IS_OPEN);
    for name in [HEIGHT, LEAST, MOST] {
        let _ = root.style().remove_property(name);
    }
}

/// Measures the sheet.
pub(super) fn measure(sheet: &HtmlElement) {
    let Some(root) = platform::root() else { return };
    let height = f64::from(sheet.offset_height());
    platform::set_length(&root, HEIGHT, height);
    // It stands on the lower edge: getting lower, it would move all that is in it.
    let before = length(&root.style(), LEAST);
    if height > before || before.is_nan() {
        platform::set_length(&root, LEAST, height);
    }
}

/// Lets the sheet get no higher while something is pressed.
pub(super) fn hold(sheet: &HtmlElement) {
    let Some(root) = platform::root() else { return };
    platform::set_length(&root, MOST, f64::from(sheet.offset_height()));
    let _ = root.set_attribute(IS_HELD, "");
}

/// Nothing is pressed any more.
pub(super) fn let_go() {
    let Some(root) = platform::root() else { return };
    let _ = root.style().remove_property(MOST);
    let _ = root.remove_attribute(IS_HELD);
}

/// Tells how much of the window the keyboard covers, in pixels.
pub(super) fn set_keyboard(height: f64) {
    let Some(root) = platform::root() else { return };
    if height > 0.0 {
        platform::set_length(&root, KEYBOARD, height);
    } else {
        // Where there was none, nothing changes, and the page is not styled anew.
        let _ = root.style().remove_property(KEYBOARD);
    }
}

/// A length of a style in pixels; no number where it has none.
pub(super) fn length(style: &web_sys::CssStyleDeclaration, name: &str) -> f64 {
    js_sys::parse_float(&style.get_property_value(name).unwrap_or_default())
}
