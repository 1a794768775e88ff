//! Shortcuts: single keys for what the page offers in sight as well. None of them acts while the reader
//! types, and all can be switched off (WCAG 2.1.4).

pub mod dialog;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::{
    Element, HtmlElement, KeyboardEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::listening::listen;
use super::quotations::quote_selection;
use super::reading::{READING_LINE, Reading};
use super::state::{EventContext, Notes, Setting, Settings};
use super::{mount, platform, theme_place};
use crate::event::ThemeId;
use crate::messages::shortcuts as messages;
use dialog::ShortcutsDialog;

/// What is chosen where there are none.
const OFF: &str = "off";

/// The search box of “My notes”.
const SEARCH: &str = "search-notes";

/// What the id of a note's element begins with, …
const NOTE: &str = "note-";

/// … and that of the button which opens its editor.
const EDIT: &str = "edit-";

/// The shortcuts.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    event: EventContext,
    notes: Notes,
    settings: Settings,
    reading: Reading,
    list: NodeRef<html::Dialog>,
}

impl Shortcuts {
    /// Listens to keys from now on.
    pub fn begin(event: EventContext, notes: Notes, settings: Settings, reading: Reading) -> Self {
        let list = NodeRef::new();
        let shortcuts = Self { event, notes, settings, reading, list };
        mount("dialogs", move || view! { <ShortcutsDialog settings=settings node_ref=list/> });
        listen(&window(), ev::keydown, move |event| shortcuts.pressed(&event));
        shortcuts
    }

    /// Does what a key is a shortcut for, and tells whether there was something to do.
    pub fn act(self, key: &str) -> bool {
        let are_off = untrack(|| self.settings.get(Setting::Shortcuts)) == OFF;
        if are_off || platform::find("dialog[open]").is_some() {
            return false;
        }
        let done = match key {
            "?" => self.show_list(),
            "/" => platform::element(SEARCH).and_then(|search| search.focus().ok()),
            "n" => self.begin_note(),
            "j" => self.step(1),
            "k" => self.step(-1),
            "e" => self.edit_note(),
            "q" => quote_selection(self.notes).then_some(()),
            _ => None,
        };
        done.is_some()
    }

    fn pressed(self, event: &KeyboardEvent) {
        let is_typed =
            |place: Option<Element>| place.is_some_and(|place| platform::is_typed_into(&place));
        // AltGr, by which some keyboards write a slash, is told as Ctrl and Alt on some systems.
        let is_command = (event.ctrl_key() || event.alt_key() || event.meta_key())
            && !event.get_modifier_state("AltGraph");
        if is_command
            || event.default_prevented()
            || is_typed(platform::target_of(event))
            || is_typed(document().active_element())
        {
            return;
        }
        if self.act(&key_of(event)) {
            event.prevent_default();
        }
    }

    fn themes(self) -> Themes {
        Themes::on_page(self.event, self.reading)
    }

    fn show_list(self) -> Option<()> {
        // Fails where it is open already.
        self.list.get_untracked()?.show_modal().ok()
    }

    /// Opens the theme in view and gives the focus to its box.
    fn begin_note(self) -> Option<()> {
        let themes = self.themes();
        let in_view = themes.in_view().or_else(|| themes.beside(1)).or_else(|| themes.beside(-1));
        let (theme, section) = themes.all.get(in_view?)?;
        theme_place::open(section);
        theme_place::new_note(theme)?.focus().ok()
    }

    /// Goes so many themes on, one or minus one.
    fn step(self, by: isize) -> Option<()> {
        let themes = self.themes();
        let next = match themes.in_view() {
            Some(place) => place.checked_add_signed(by)?,
            None => themes.beside(by)?,
        };
        let (_, section) = themes.all.get(next)?;
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        // At once, also for who presses the key again and again.
        options.set_behavior(ScrollBehavior::Instant);
        section.scroll_into_view_with_scroll_into_view_options(&options);
        self.reading.lead_to(section);
        section.focus().ok()
    }

    /// Presses “Edit note” of the note that has the focus, or of the one in the theme in view that is
    /// nearest to where the reader reads.
    fn edit_note(self) -> Option<()> {
        let button = focused_note().and_then(|note| edit_button(&note));
        let button = button.or_else(|| {
            let themes = self.themes();
            let (theme, _) = themes.all.get(themes.in_view()?)?;
            let notes = untrack(|| self.notes.first_on(Some(theme), usize::MAX));
            let with_buttons = notes.iter().filter_map(|note| {
                let item = platform::element(&format!("{NOTE}{}", note.as_str()))?;
                Some((themes.distance(&item), edit_button(note.as_str())?))
            });
            with_buttons.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, it)| it)
        })?;
        button.click();
        Some(())
    }
}

/// What stands on a key, or where the keyboard has no Latin letter there, what stands at its place on one
/// that has. The early script reads keys the same way.
fn key_of(event: &KeyboardEvent) -> String {
    /// The last of the letters that Latin keyboards have.
    const LAST_LATIN: &str = "\u{24f}";
    let mut key = event.key();
    // `;` stands at Q on the Greek keyboard. What AltGr writes is no letter of a keyboard: `€` stands at E.
    if (key == ";" || key.as_str() > LAST_LATIN) && !event.get_modifier_state("AltGraph") {
        let code = event.code();
        key = match code.strip_prefix("Key") {
            Some(letter) => letter.to_owned(),
            None if code != "Slash" => return code,
            None if event.shift_key() => "?".to_owned(),
            None => "/".to_owned(),
        };
    }
    // Caps lock makes capitals as well, and means nothing here.
    if event.shift_key() { key } else { key.to_ascii_lowercase() }
}

/// The id of the note that has the focus, or holds what has.
fn focused_note() -> Option<String> {
    let item = document().active_element()?.closest(&format!("[id^='{NOTE}']")).ok()??;
    item.id().strip_prefix(NOTE).map(str::to_owned)
}

/// The button that opens the editor of a note, where it can be pressed.
fn edit_button(note: &str) -> Option<HtmlElement> {
    let button = platform::element(&format!("{EDIT}{note}"))?;
    button.closest("[hidden]").ok()?.is_none().then_some(button)
}

/// The themes of the page, and where the reader is among them.
struct Themes {
    all: Vec<(ThemeId, HtmlElement)>,
    /// The id of what the reader was led to.
    led_to: String,
    window: f64,
}

impl Themes {
    fn on_page(event: EventContext, reading: Reading) -> Self {
        let themes = event.read_value().theme_ids();
        let all = themes.into_iter().filter_map(|theme| {
            let section = theme_place::section(&theme)?;
            Some((theme, section))
        });
        Self { all: all.collect(), led_to: reading.led_to(), window: platform::window_height() }
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

    /// The theme that has the focus and was not scrolled away, or that the reader was led to, or else the
    /// one being read.
    fn in_view(&self) -> Option<usize> {
        let focused = document().active_element();
        let has_focus =
            |theme: &Element| theme.contains(focused.as_deref()) && self.is_in_sight(theme);
        self.all
            .iter()
            .position(|(_, theme)| has_focus(theme))
            .or_else(|| self.all.iter().position(|(_, theme)| self.led_to == theme.id()))
            .or_else(|| self.all.iter().position(|(_, theme)| self.distance(theme) == 0.0))
    }

    /// The next theme below the line, or the last one above it.
    fn beside(&self, by: isize) -> Option<usize> {
        let is_below = |theme: &Element| theme.get_bounding_client_rect().top() > self.line();
        if by > 0 {
            self.all.iter().position(|(_, theme)| is_below(theme))
        } else {
            self.all.iter().rposition(|(_, theme)| !is_below(theme))
        }
    }
}

/// The button that lists the shortcuts.
#[component]
pub fn ShortcutsButton(
    /// The shortcuts.
    shortcuts: Shortcuts,
) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    let show = move |_| {
        // Not every browser gives the focus to a button that is pressed, and the dialog gives it back.
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
        shortcuts.show_list();
    };
    view! {
        <button
            type="button"
            class="button button--quiet footer__shortcuts"
            node_ref=button
            on:click=show
        >
            {messages::SHORTCUTS}
        </button>
    }
}
