//! Where the parts of a theme stand on the page: found by their ids, whatever stands around them.

use web_sys::{Element, HtmlElement};

use super::platform;
use crate::event::ThemeId;
use crate::event::places::theme_anchor;

/// All of a theme.
pub fn section(theme: &ThemeId) -> Option<HtmlElement> {
    platform::element(&theme_anchor(theme))
}

/// Its text.
pub fn text(theme: &ThemeId) -> Option<HtmlElement> {
    platform::element(&format!("text-{theme}"))
}

/// The box for a new note, and the notes.
pub fn notes(theme: &ThemeId) -> Option<HtmlElement> {
    platform::element(&format!("notes-{theme}"))
}

/// The box for a new note.
pub fn new_note(theme: &ThemeId) -> Option<HtmlElement> {
    platform::element(&format!("new-note-{theme}"))
}

/// The theme around an element.
pub fn theme_around(element: &Element) -> Option<ThemeId> {
    let section = element.closest(".theme").ok().flatten()?;
    ThemeId::try_from(section.id().strip_prefix("theme-")?.to_owned()).ok()
}

/// Opens a theme that is closed.
pub fn open(section: &Element) {
    if let Some(details) = platform::find_in(section, ".theme__details") {
        let _ = details.set_attribute("open", "");
    }
}
