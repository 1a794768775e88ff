//! Quoting: who selects words in a theme is offered a note with that quotation, by a button beside
//! the words, or on a phone at the window's lower edge, where the system's own menu does not cover it.
//!
//! The button is in the page only while it is offered, right behind the theme's text, so that it is the
//! next thing after the selected words that the focus comes to.

use std::time::Duration;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node, Range as PageRange};

use super::selection;
use super::theme_text::ThemeText;
use crate::effect::effect;
use crate::event::ThemeId;
use crate::messages::quotations as messages;
use crate::notebook::quote::Quote;
use crate::reader::listening::{listen, listen_first};
use crate::reader::mounted::Mounted;
use crate::reader::platform::interface_language;
use crate::reader::state::{EventContext, Notes};
use crate::reader::{platform, theme_place};

/// The room between the words and the button, in pixels.
const GAP: f64 = 6.0;

/// Words of a theme that the reader has selected.
#[derive(Clone)]
struct Selected {
    theme: ThemeId,
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
        parent.closest(".theme__text").ok().flatten()
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
    Some(Selected {
        theme: theme_place::theme_around(&text)?,
        range: words.on_page(&part)?,
        text,
        quote,
    })
}

/// Begins a note with the selected words, and tells whether there were any.
pub fn quote_selection(notes: Notes) -> bool {
    let selected = selected();
    if let Some(selected) = &selected {
        begin_note(notes, selected);
    }
    selected.is_some()
}

fn begin_note(notes: Notes, selected: &Selected) {
    notes.begin_quote(&selected.theme, &selected.quote);
    // What was selected is highlighted now.
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Offers a note with the words that are selected in the text of a theme, from now on.
pub fn offer_quotations(event: EventContext, notes: Notes) {
    let offer = Offer {
        notes,
        selected: RwSignal::new_local(None),
        button: NodeRef::new(),
        is_pressed: StoredValue::new(false),
        is_on_button: StoredValue::new(false),
    };
    for theme in event.read_value().theme_ids() {
        offer.mount_behind_text(theme);
    }
    listen(&document(), ev::selectionchange, move |_| {
        // While the reader presses, the selection is not yet what they want.
        if !offer.is_pressed.get_value() {
            offer.follow();
        }
    });
    listen(&document(), ev::pointerdown, move |event| offer.pressed(&event));
    listen(&document(), ev::pointerup, move |_| offer.released());
    listen(&document(), ev::pointercancel, move |_| offer.released());
    // Before others hear of it: the first Escape lets go of what is offered.
    listen_first(&document(), ev::keydown, move |event| offer.key_pressed(&event));
    // Words that are selected already. To ask for them has the browser lay the page out, which it is
    // about to do anyway.
    platform::after_paint(move || offer.follow());
}

#[derive(Clone, Copy)]
struct Offer {
    notes: Notes,
    /// What is offered. Some browsers let the selection go with the press on the button.
    selected: RwSignal<Option<Selected>, LocalStorage>,
    button: NodeRef<html::Button>,
    is_pressed: StoredValue<bool>,
    /// Whether the press that is going on, or the last, is on the button.
    is_on_button: StoredValue<bool>,
}

impl Offer {
    fn mount_behind_text(self, theme: ThemeId) {
        let Some(notes) = theme_place::notes(&theme) else { return };
        let Some(body) = notes.parent_element() else { return };
        let is_here = move || {
            self.selected.with(|it| it.as_ref().is_some_and(|selected| selected.theme == theme))
        };
        let is_here = Memo::new(move |_| is_here());
        Mounted::within(&body, Some(&notes), move || {
            view! {
                <Show when=move || is_here.get()>
                    <QuoteButton offer=self/>
                </Show>
            }
        })
        .forget();
    }

    fn pressed(self, event: &Event) {
        let target = platform::target_of(event);
        let button = self.button.get_untracked();
        self.is_pressed.set_value(true);
        self.is_on_button
            .set_value(button.is_some_and(|button| button.contains(target.as_deref())));
    }

    /// A press is over; what it selects or lets go is known after it.
    fn released(self) {
        self.is_pressed.set_value(false);
        if !self.is_on_button.get_value() {
            set_timeout(move || self.follow(), Duration::ZERO);
        }
    }

    /// Offers what is selected, or nothing.
    fn follow(self) {
        match selected() {
            None => self.hide(),
            selected => self.selected.set(selected),
        }
    }

    fn hide(self) {
        let Some(selected) = self.selected.get_untracked() else { return };
        let button = self.button.get_untracked().map(Element::from);
        if button.is_some()
            && button == document().active_element()
            && let Some(section) = theme_place::section(&selected.theme)
        {
            // The focus would be lost with the button.
            platform::focus_in_place(&section);
        }
        self.selected.set(None);
    }

    fn accept(self) {
        if let Some(selected) = self.selected.get_untracked() {
            self.selected.set(None);
            begin_note(self.notes, &selected);
        }
    }

    fn key_pressed(self, event: &KeyboardEvent) {
        let is_typed = platform::target_of(event).is_some_and(|it| platform::is_typed_into(&it));
        let is_covered = platform::find("dialog[open]").is_some();
        let is_offered = self.selected.with_untracked(Option::is_some);
        if event.key() == "Escape" && is_offered && !is_typed && !is_covered {
            event.prevent_default();
            self.hide();
        }
    }
}

/// The button at the selected words.
#[component]
fn QuoteButton(offer: Offer) -> impl IntoView {
    effect(move || {
        if let Some(button) = offer.button.get() {
            offer.selected.with(|selected| place_at(&button, selected.as_ref()));
        }
    });
    let accept = move |event: ev::MouseEvent| {
        // A sheet with notes would take it for a press beside it.
        event.stop_propagation();
        offer.accept();
    };
    view! {
        <button
            type="button"
            class="button quoting__offer"
            data-reader=""
            lang=interface_language()
            dir="auto"
            node_ref=offer.button
            // Else the words would no longer be selected.
            on:mousedown=|event| event.prevent_default()
            on:click=accept
        >
            {messages::QUOTE}
        </button>
    }
}

/// Puts the button below the selected words, or above where there is no room.
fn place_at(button: &HtmlElement, selected: Option<&Selected>) -> Option<()> {
    let selected = selected?;
    let place = button.parent_element()?.get_bounding_client_rect();
    let words = selected.range.get_bounding_client_rect();
    let (width, height) = (f64::from(button.offset_width()), f64::from(button.offset_height()));
    let top = if words.bottom() + GAP + height < platform::window_height()
        || words.top() < height + GAP
    {
        words.bottom() + GAP
    } else {
        words.top() - GAP - height
    };
    let style = window().get_computed_style(&selected.text).ok()??;
    let from_start = match style.get_property_value("direction").as_deref() {
        Ok("rtl") => place.right() - words.right(),
        _ => words.left() - place.left(),
    };
    let from_start = from_start.min(place.width() - width).max(0.0);
    platform::set_length(button, "--from-top", top - place.top());
    platform::set_length(button, "--from-start", from_start);
    Some(())
}
