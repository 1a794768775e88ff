//! Quoting: who selects words in a theme is offered a note with that quotation, by a button beside
//! the words, or on a phone at the window's lower edge, where the system's own menu does not cover it.
//!
//! The button is in the page only while it is offered, right behind the theme's text, so that it is the
//! next thing after the selected words that the focus comes to.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node, Range as PageRange, Selection};

use super::page;
use super::theme_text::{TEXT, ThemeText};
use crate::json::{Object, Value};
use crate::later_program::tell_first;
use crate::notebook::quote::Quote;
use crate::words::study as words;

/// What the id of a theme's element begins with.
const THEME: &str = "theme-";

/// The room between the words and the button, in pixels.
const GAP: f64 = 6.0;

/// Begins to offer quotations.
pub(super) fn begin() {
    let Some(offer) = Offer::new() else { return };
    let offer = Rc::new(offer);
    let on = |name: &str, call: fn(&Rc<Offer>, Event)| {
        let offer = offer.clone();
        page::listen(&page::document(), name, move |event| call(&offer, event));
    };
    on("selectionchange", |offer, _| {
        // While the reader presses, the selection is not yet what they want.
        if !offer.is_pressed.get() {
            offer.follow();
        }
    });
    on("pointerdown", |offer, event| {
        offer.is_pressed.set(true);
        offer.is_on_button.set(offer.has(&event));
    });
    on("pointerup", |offer, _| offer.released());
    on("pointercancel", |offer, _| offer.released());
    on("keydown", |offer, event| offer.key_pressed(event.unchecked_ref()));
    let pressed = offer.clone();
    page::listen(&offer.button, "click", move |event| {
        // A sheet with notes would take it for a press beside it.
        event.stop_propagation();
        pressed.accept();
    });
    // Else the words would no longer be selected.
    page::listen(&offer.button, "mousedown", |event| event.prevent_default());
    offer.follow();
}

/// Begins a note with the selected words, and tells whether there were any.
pub(super) fn quote_selection() -> bool {
    selected().is_some_and(|selected| selected.begin_note())
}

fn selection() -> Option<Selection> {
    page::document().get_selection().ok().flatten()
}

/// Words of a theme that the reader has selected.
struct Selected {
    text: Element,
    range: PageRange,
    quote: Quote,
}

/// What is selected, where it lies in the text of one theme. What is beyond its end or before its
/// beginning does not count: a triple click selects up to the start of what follows.
fn selected() -> Option<Selected> {
    let range = selection()?.get_range_at(0).ok().filter(|range| !range.collapsed())?;
    let around_text = |node: Node| {
        let parent = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        page::around(&parent, TEXT)
    };
    let start = range.start_container().ok().and_then(around_text);
    let end = range.end_container().ok().and_then(around_text);
    let text = match (start, end) {
        (Some(start), Some(end)) if start != end => return None,
        (start, end) => start.or(end)?,
    };
    let words = ThemeText::of(&text);
    let part = words.within(&range)?;
    let quote = Quote::of(&words.text, part.clone())?;
    Some(Selected { range: words.on_page(&part)?, text, quote })
}

impl Selected {
    fn begin_note(&self) -> bool {
        let theme = page::around(&self.text, ".theme").map(|theme| theme.id()).unwrap_or_default();
        let mut quote = self.quote.to_object();
        quote.set("theme", theme.strip_prefix(THEME).unwrap_or_default().into());
        let mut message = Object::default();
        message.set("quotes", Value::List(vec![Value::Object(quote)]));
        let is_begun = tell_first(&Value::Object(message).to_string()) == "done";
        if is_begun && let Some(selection) = selection() {
            // What was selected is highlighted now.
            let _ = selection.remove_all_ranges();
        }
        is_begun
    }
}

struct Offer {
    button: HtmlElement,
    /// What is offered. Some browsers let the selection go with the press on the button.
    selected: RefCell<Option<Selected>>,
    is_pressed: Cell<bool>,
    /// Whether the press that is going on, or the last, is on the button.
    is_on_button: Cell<bool>,
}

impl Offer {
    fn new() -> Option<Self> {
        let button = page::element("button", "button quoting__offer")?;
        button.set_attribute("type", "button").ok()?;
        button.set_text_content(Some(words::QUOTE));
        Some(Self {
            button,
            selected: RefCell::default(),
            is_pressed: Cell::default(),
            is_on_button: Cell::default(),
        })
    }

    fn has(&self, event: &Event) -> bool {
        self.button.contains(page::target(event).as_deref())
    }

    /// A press is over; what it selects or lets go is known after it.
    fn released(self: &Rc<Self>) {
        self.is_pressed.set(false);
        if self.is_on_button.get() {
            return;
        }
        let offer = self.clone();
        page::soon(move || offer.follow());
    }

    /// Offers what is selected, or nothing.
    fn follow(&self) {
        // Until the page is taken over, there is nobody to make a note.
        let selected = selected().filter(|_| page::is_taken_over());
        if selected.as_ref().and_then(|selected| self.show(selected)).is_none() {
            self.hide();
        }
        self.selected.replace(selected);
    }

    fn show(&self, selected: &Selected) -> Option<()> {
        if self.button.previous_element_sibling().as_ref() != Some(&selected.text) {
            selected.text.after_with_node_1(&self.button).ok()?;
        }
        let place = selected.text.parent_element()?.get_bounding_client_rect();
        let words = selected.range.get_bounding_client_rect();
        let (width, height) =
            (f64::from(self.button.offset_width()), f64::from(self.button.offset_height()));
        let window = page::window_height();
        let top = if words.bottom() + GAP + height < window || words.top() < height + GAP {
            words.bottom() + GAP
        } else {
            words.top() - GAP - height
        };
        let style = page::window().get_computed_style(&selected.text).ok()??;
        let from_start = match style.get_property_value("direction").as_deref() {
            Ok("rtl") => place.right() - words.right(),
            _ => words.left() - place.left(),
        };
        let from_start = from_start.min(place.width() - width).max(0.0);
        page::set_length(&self.button, "--from-top", top - place.top());
        page::set_length(&self.button, "--from-start", from_start);
        Some(())
    }

    fn hide(&self) {
        if page::focused().as_ref() == Some(self.button.as_ref())
            && let Some(theme) = page::around(&self.button, ".theme")
        {
            // The focus would be lost with the button.
            page::focus_in_place(&theme);
        }
        self.button.remove();
    }

    fn accept(&self) {
        let selected = self.selected.take();
        if selected.is_some_and(|selected| selected.begin_note()) {
            // Its note takes the focus.
            self.button.remove();
        }
    }

    fn key_pressed(&self, event: &KeyboardEvent) {
        if event.key() == "Escape" && self.button.is_connected() && !event.default_prevented() {
            event.prevent_default();
            self.hide();
        }
    }
}
