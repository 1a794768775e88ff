//! Shortcuts: single keys for what the page offers in sight as well. None of them acts while the reader
//! types, and all can be switched off (WCAG 2.1.4).

use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::{page, quoting};

mod dialog;

/// The choice by which they are switched off.
const SETTING: &str = "shortcuts";
const ON: &str = "on";
const OFF: &str = "off";

/// The button in the footer that lists them.
const LIST: &str = ".footer__shortcuts";

/// Where letters are text.
const TYPED_INTO: &str = "input, textarea, select, [contenteditable]";

/// What is being read crosses a line so far down the window: the table of contents marks the same theme.
const READING_LINE: f64 = 0.25;

/// Begins to listen, and does what was pressed before this program was there.
pub(super) fn begin() {
    page::hear("keydown", |event| press(event.unchecked_ref()));
    page::hear("click", list);
}

/// Shows the list where its button was pressed.
fn list(event: &Event) {
    let target = page::target(event);
    if let Some(button) = target.and_then(|target| page::around(&target, LIST)) {
        // Not every browser gives the focus to a button that is pressed, and the dialog gives it back.
        let _ = button.unchecked_ref::<HtmlElement>().focus();
        dialog::open();
    }
}

fn press(event: &KeyboardEvent) {
    let is_typed = |place: Option<Element>| {
        place.is_some_and(|place| page::around(&place, TYPED_INTO).is_some())
    };
    // AltGr, by which some keyboards write a slash, is told as Ctrl and Alt on some systems.
    let is_command = (event.ctrl_key() || event.alt_key() || event.meta_key())
        && !event.get_modifier_state("AltGraph");
    if is_command
        || event.default_prevented()
        || event.is_composing()
        || is_typed(page::target(event))
        || is_typed(page::focused())
        || are_off()
        || page::find("dialog[open]").is_some()
    {
        return;
    }
    // Caps lock makes capitals as well, and means nothing here.
    let key = if event.shift_key() { event.key() } else { event.key().to_ascii_lowercase() };
    if act(&key) {
        event.prevent_default();
    }
}

/// Whether the reader switched them off.
fn are_off() -> bool {
    page::root().get_attribute("data-shortcuts").as_deref() == Some(OFF)
}

/// Whether the key is a shortcut and there was something to do.
fn act(key: &str) -> bool {
    let done = match key {
        "?" => dialog::open(),
        "/" => search(),
        "n" => begin_note(),
        "j" => step(1),
        "k" => step(-1),
        "e" => edit_note(),
        "q" => quoting::quote_selection().then_some(()),
        _ => None,
    };
    done.is_some()
}

fn search() -> Option<()> {
    page::find(".my-notes__box")?.focus().ok()
}

/// Opens the theme in view and gives the focus to its box.
fn begin_note() -> Option<()> {
    let themes = Themes::on_page();
    let in_view = themes.in_view().or_else(|| themes.beside(1)).or_else(|| themes.beside(-1));
    let theme = themes.all.get(in_view?)?;
    page::find_in(theme, "details")?.set_attribute("open", "").ok()?;
    page::find_in(theme, ".new-note__text")?.focus().ok()
}

/// Goes so many themes on, one or minus one.
fn step(by: isize) -> Option<()> {
    let themes = Themes::on_page();
    let next = match themes.in_view() {
        Some(place) => place.checked_add_signed(by)?,
        None => themes.beside(by)?,
    };
    let theme: &HtmlElement = themes.all.get(next)?.unchecked_ref();
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    // At once, also for who presses the key again and again.
    options.set_behavior(ScrollBehavior::Instant);
    theme.scroll_into_view_with_scroll_into_view_options(&options);
    theme.focus().ok()
}

/// Presses “Edit note” of the note that has the focus, or of the one in the theme in view that is
/// nearest to where the reader reads.
fn edit_note() -> Option<()> {
    const EDIT: &str = ".note__actions:not([hidden]) > .button--quiet";
    let focused = page::focused().and_then(|it| page::around(&it, ".note"));
    let button = focused.and_then(|note| page::find_in(&note, EDIT)).or_else(|| {
        let themes = Themes::on_page();
        let notes = page::all(themes.all.get(themes.in_view()?)?, ".note");
        let with_buttons = notes
            .iter()
            .filter_map(|note| Some((themes.distance(note), page::find_in(note, EDIT)?)));
        with_buttons.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, button)| button)
    })?;
    button.click();
    Some(())
}

/// The themes of the page, and where the reader is among them.
struct Themes {
    all: Vec<Element>,
    window: f64,
}

impl Themes {
    fn on_page() -> Self {
        Self { all: page::all(&page::root(), ".theme"), window: page::window_height() }
    }

    fn line(&self) -> f64 {
        self.window * READING_LINE
    }

    /// How far an element is from the line; 0 for one that crosses it.
    fn distance(&self, element: &Element) -> f64 {
        let place = element.get_bounding_client_rect();
        (place.top() - self.line()).max(self.line() - place.bottom()).max(0.0)
    }

    fn is_in_sight(&self, element: &Element) -> bool {
        let place = element.get_bounding_client_rect();
        place.bottom() > 0.0 && place.top() < self.window
    }

    /// The theme that has the focus and was not scrolled away, or else the one being read.
    fn in_view(&self) -> Option<usize> {
        let focused = page::focused();
        let has_focus =
            |theme: &Element| theme.contains(focused.as_deref()) && self.is_in_sight(theme);
        self.all
            .iter()
            .position(has_focus)
            .or_else(|| self.all.iter().position(|theme| self.distance(theme) == 0.0))
    }

    /// The next theme below the line, or the last one above it.
    fn beside(&self, by: isize) -> Option<usize> {
        let is_below = |theme: &Element| theme.get_bounding_client_rect().top() > self.line();
        if by > 0 {
            self.all.iter().position(is_below)
        } else {
            self.all.iter().rposition(|theme| !is_below(theme))
        }
    }
}
