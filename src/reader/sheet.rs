//! On a phone, the notes on a theme as a sheet at the lower edge of the window while the reader writes,
//! with the theme above it.
//!
//! It opens when a box of a theme's notes gets the focus, and stays until the reader closes it: never
//! because the focus leaves, since that would move what the finger is just about to press. Nothing moves
//! while something is pressed either; what follows from a press follows after its click. The notes stay
//! where they are in the page, so that the order of the focus is the same, and their room in the page is
//! kept, so that nothing below moves.

mod lengths;
mod lifted;

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement, KeyboardEvent};

use super::listening::listen;
use super::state::EventContext;
use super::{platform, theme_place};
use crate::event::ThemeId;
use lifted::LiftedNotes;

/// Windows that are narrow, …
const NARROW: &str = "(max-width: 40rem)";

/// … and high enough for a theme beside its notes, however much the page is zoomed.
const HIGH: &str = "(min-height: 30rem)";

/// The boxes in which notes are written.
const BOXES: &str = ".theme__notes textarea";

/// No keyboard is as low as this, in pixels; bars of the browser are.
const KEYBOARD: f64 = 100.0;

/// How long after each look at a press under way the next one follows.
const PRESS_LOOK: Duration = Duration::from_millis(50);

/// Opens and closes sheets from now on.
pub fn begin(event: EventContext) {
    let sheet = Sheet {
        open: RwSignal::new(None),
        is_pressed: StoredValue::new(false),
        pending: StoredValue::new_local(None),
    };
    Effect::new(move |before: Option<Option<LiftedNotes>>| {
        // The room that it kept is given back before another is measured.
        drop(before);
        let theme = sheet.open.get()?;
        let title = event.read_value().theme_title(&theme).unwrap_or_default().to_owned();
        LiftedNotes::new(&theme, title, move || sheet.close())
    });
    if let Ok(Some(narrow)) = window().match_media(NARROW) {
        listen(&narrow, ev::change, move |_| {
            if !is_window(NARROW) {
                sheet.close();
            }
        });
    }
    listen(&document(), ev::mousedown, move |_| sheet.held());
    listen(&document(), ev::mouseup, move |_| sheet.released());
    listen(&document(), ev::focusin, move |event| sheet.focus_came(&event));
    listen(&document(), ev::keydown, move |event| sheet.key_pressed(&event));
    listen(&document(), ev::click, move |event| sheet.clicked(&event));
    // Safari tells of a click on what is no control only where somebody below the body listens.
    if let Some(content) = platform::element("content") {
        listen(&content, ev::click, |_| {});
    }
    sheet.follow_keyboard();
    sheet.adopt_focus();
}

/// The sheet, and what has to be known to open and close it well.
#[derive(Clone, Copy)]
struct Sheet {
    /// The theme whose notes are shown as a sheet.
    open: RwSignal<Option<ThemeId>>,
    is_pressed: StoredValue<bool>,
    /// What got the focus by a press that is not yet over.
    pending: StoredValue<Option<Element>, LocalStorage>,
}

impl Sheet {
    fn is_open(self) -> bool {
        self.open.with_untracked(Option::is_some)
    }

    /// Opens around an empty box that had the focus before the program was there. Of whoever has begun
    /// to write, nobody knows where the finger is by now.
    fn adopt_focus(self) {
        let Some(text_box) = document().active_element().filter(is_box) else { return };
        if !text_box.unchecked_ref::<HtmlTextAreaElement>().value().is_empty() {
            return;
        }
        // The press that led there may not be over. How it ends was perhaps not heard, and after a tap
        // some browsers show it for a moment longer.
        if platform::find(":active").is_some() {
            set_timeout(move || self.adopt_focus(), PRESS_LOOK);
        } else {
            self.open_around(&text_box);
        }
    }

    fn focus_came(self, event: &Event) {
        let Some(text_box) = platform::target_of(event).filter(is_box) else { return };
        if self.is_pressed.get_value() {
            self.pending.set_value(Some(text_box));
        } else {
            self.open_around(&text_box);
        }
    }

    /// Something is being pressed: nothing may move until it is let go, not even because something is
    /// told of what was written.
    fn held(self) {
        self.is_pressed.set_value(true);
        if let Some(notes) = self.open.get_untracked().and_then(|it| theme_place::notes(&it)) {
            lengths::hold(&notes);
        }
    }

    /// The press is over, and its click is yet to come.
    fn released(self) {
        self.is_pressed.set_value(false);
        let go_on = move || {
            lengths::let_go();
            if let Some(text_box) = self.pending.write_value().take() {
                self.open_around(&text_box);
            }
        };
        set_timeout(go_on, Duration::ZERO);
    }

    fn key_pressed(self, event: &KeyboardEvent) {
        let is_in_new_note =
            || platform::target_of(event).is_some_and(|it| it.id().starts_with("new-note-"));
        // The box for a new note takes Escape and does nothing by it; an editor is done by it.
        let is_free = || !event.default_prevented() || is_in_new_note();
        let is_elsewhere = || platform::find("dialog[open]").is_some();
        if self.is_open() && event.key() == "Escape" && is_free() && !is_elsewhere() {
            event.prevent_default();
            self.close();
        }
    }

    /// Closes the sheet where something beside it was pressed, and what was pressed has done what it
    /// does.
    fn clicked(self, event: &Event) {
        let Some(theme) = self.open.get_untracked() else { return };
        // What was pressed may be gone by now, so the way that the event took tells where it was.
        let path = event.composed_path();
        let is_on =
            |place: Option<HtmlElement>| place.is_some_and(|place| path.includes(&place, 0));
        if !is_on(theme_place::notes(&theme)) && !is_on(platform::element("notices")) {
            self.close();
        }
    }

    /// Shows the notes around a box as a sheet, where there is room for one.
    fn open_around(self, text_box: &Element) {
        let Some(theme) = theme_place::theme_around(text_box) else { return };
        // With one open, a keyboard may have made the window lower.
        let has_room = is_window(NARROW) && (self.is_open() || is_window(HIGH));
        let is_it = self.open.with_untracked(|open| open.as_ref() == Some(&theme));
        if has_room && !is_it && has_focus(&theme) {
            self.open.set(Some(theme));
        }
    }

    /// Closes the sheet. Where it had the focus, that goes to the theme: in the box, it would call up
    /// the keyboard for what is out of sight.
    fn close(self) {
        let Some(theme) = self.open.get_untracked() else { return };
        if has_focus(&theme)
            && let Some(section) = theme_place::section(&theme)
        {
            platform::focus_in_place(&section);
        }
        self.open.set(None);
    }

    /// Keeps the sheet above the keyboard, and the theme above the sheet, where the keyboard makes the
    /// window lower and where it covers it.
    fn follow_keyboard(self) {
        let Some(seen) = window().visual_viewport() else { return };
        let before = StoredValue::new(0.0);
        let follow = {
            let seen = seen.clone();
            move || {
                // Who zooms in by two fingers sees a part of the window as well.
                let is_whole = seen.scale() == 1.0;
                let covered =
                    if is_whole { platform::window_height() - seen.height() } else { 0.0 };
                lengths::set_keyboard(if covered < KEYBOARD { 0.0 } else { covered });
                let is_lower = before.get_value() - seen.height() > KEYBOARD;
                before.set_value(seen.height());
                if let (true, Some(theme)) = (is_lower, self.open.get_untracked()) {
                    lifted::show_above(&theme);
                }
            }
        };
        listen(&seen, ev::resize, {
            let follow = follow.clone();
            move |_| follow()
        });
        // Measured once the page is laid out anyway.
        platform::after_paint(follow);
    }
}

fn is_window(query: &str) -> bool {
    window().match_media(query).is_ok_and(|media| media.is_some_and(|media| media.matches()))
}

fn is_box(element: &Element) -> bool {
    element.matches(BOXES).unwrap_or_default()
}

/// Whether the notes on a theme, or what is in them, have the focus.
fn has_focus(theme: &ThemeId) -> bool {
    let focused = document().active_element();
    theme_place::notes(theme).is_some_and(|notes| notes.contains(focused.as_deref()))
}
