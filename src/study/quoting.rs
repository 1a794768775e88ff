//! Words of the event in a note: quoting what is selected in a theme, showing in the text what notes
//! quote, and leading from one to the other.
//!
//! What is shown in the text are highlights of the CSS Custom Highlight API, which leave its elements
//! as they are. Browsers without it show the quotation in the note alone.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, MouseEvent, Node, Range, ScrollIntoViewOptions,
    ScrollLogicalPosition, Selection, Text,
};

use super::page;
use crate::json::{Object, Value};
use crate::later_program::tell_first;
use crate::notebook::quote::Quote;
use crate::words::study as words;

/// The names of the highlights: what is quoted, and what was just looked for (`style/study.css`).
const QUOTED: &str = "marginalia-quoted";
const SHOWN: &str = "marginalia-shown";

/// How much room the button has above the words, in CSS pixels.
const ROOM: f64 = 48.0;

/// Begins to offer quoting, and to show what is quoted.
pub(super) fn begin() {
    offer();
    let places = Rc::new(RefCell::new(Vec::new()));
    let shown = RefCell::new(String::new());
    let found = places.clone();
    page::whenever_changed(move |app| {
        let quoted = page::all(app, ".theme .note__quote");
        // What is typed changes nothing here.
        let now: String = quoted.iter().map(|it| it.outer_html()).collect();
        if now == shown.replace(now.clone()) {
            return;
        }
        found.replace(quoted.iter().filter_map(show).collect());
        let ranges = Array::new();
        for (range, _) in found.borrow().iter() {
            ranges.push(range);
        }
        highlight(QUOTED, &ranges);
    });
    page::listen(&page::document(), "click", move |event| {
        lead_to_text(&event, &places.borrow());
        lead_to_note(&event, &places.borrow());
    });
}

/// Begins a note with the words that are selected in a theme; `false` where none are.
pub(super) fn quote_selection() -> bool {
    let Some((theme, quote)) = selected() else { return false };
    let mut fields = quote.to_object();
    fields.set("theme", theme.as_str().into());
    let mut message = Object::default();
    message.set("quotes", Value::List(vec![Value::Object(fields)]));
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
    tell_first(&Value::Object(message).to_string()) == "done"
}

// Selecting.

/// Shows a button beside words that are selected.
fn offer() {
    let (Some(button), Some(body)) =
        (page::element("button", "button button--small quote-button"), page::document().body())
    else {
        return;
    };
    let _ = button.set_attribute("type", "button");
    button.set_text_content(Some(words::QUOTE));
    button.set_hidden(true);
    let _ = body.append_child(&button);
    // It must not take the selection away before it is pressed.
    page::listen(&button, "pointerdown", |event| event.prevent_default());
    page::listen(&button, "mousedown", |event| event.prevent_default());
    page::listen(&button, "click", |_| {
        quote_selection();
    });
    let placed = button.clone();
    page::listen(&page::document(), "selectionchange", move |_| place(&placed));
    page::listen(&page::document(), "keydown", move |event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            button.set_hidden(true);
        }
    });
}

/// Puts the button at the words that are selected, and hides it where there are none.
fn place(button: &HtmlElement) {
    let range = selected().and_then(|_| selection()?.get_range_at(0).ok());
    button.set_hidden(range.is_none());
    let Some(range) = range else { return };
    let words = range.get_bounding_client_rect();
    let (left, top) = offset();
    let above = words.top() > ROOM;
    let edge = if above { words.top() - ROOM } else { words.bottom() + ROOM / 4.0 };
    let middle = words.left() + (words.width() - f64::from(button.offset_width())) / 2.0;
    for (name, place) in [("left", (middle + left).max(0.0)), ("top", edge + top)] {
        let _ = button.style().set_property(name, &format!("{place}px"));
    }
}

/// How far the page is scrolled, in CSS pixels.
fn offset() -> (f64, f64) {
    let window = page::window();
    (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default())
}

fn selection() -> Option<Selection> {
    page::window().get_selection().ok().flatten()
}

/// The words that are selected, as a quotation, and the id of their theme. Of a selection that runs
/// beyond a theme's text, what is within the first such text counts.
fn selected() -> Option<(String, Quote)> {
    let selection = selection()?;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let app = page::document().get_element_by_id("app")?;
    page::all(&app, ".theme__text").iter().find_map(|place| {
        let text = ThemeText::of(place);
        let quote = Quote::of(&text.words(), text.part(&range)?)?;
        let theme = page::around(place, ".theme")?.id();
        Some((theme.strip_prefix("theme-")?.to_owned(), quote))
    })
}

/// The text of a theme, piece by piece, without the numbers of its sources.
struct ThemeText(Vec<Text>);

impl ThemeText {
    fn of(place: &Element) -> Self {
        let mut pieces = Vec::new();
        collect(place, &mut pieces);
        Self(pieces)
    }

    fn words(&self) -> String {
        self.0.iter().map(|piece| piece.data()).collect()
    }

    /// Where a range of the page cuts this text, in bytes.
    fn part(&self, range: &Range) -> Option<std::ops::Range<usize>> {
        let (first, last) = (range.start_container().ok()?, range.end_container().ok()?);
        let mut before = 0;
        let mut part: Option<std::ops::Range<usize>> = None;
        for piece in &self.0 {
            let words = piece.data();
            if range.intersects_node(piece).unwrap_or_default() {
                let within = |container: &Node, offset: u32, otherwise: usize| {
                    if container == piece.as_ref() { bytes(&words, offset) } else { otherwise }
                };
                let start = before + within(&first, range.start_offset().ok()?, 0);
                let end = before + within(&last, range.end_offset().ok()?, words.len());
                if end > start {
                    part = Some(part.map_or(start, |known| known.start)..end);
                }
            }
            before += words.len();
        }
        part
    }

    /// The range of the page that a part of this text is, in bytes.
    fn range(&self, part: &std::ops::Range<usize>) -> Option<Range> {
        let range = page::document().create_range().ok()?;
        let mut before = 0;
        for piece in &self.0 {
            let words = piece.data();
            let after = before + words.len();
            if (before..after).contains(&part.start) {
                range.set_start(piece, units(&words, part.start - before)).ok()?;
            }
            if before < part.end && part.end <= after {
                range.set_end(piece, units(&words, part.end - before)).ok()?;
            }
            before = after;
        }
        Some(range)
    }
}

fn collect(place: &Node, pieces: &mut Vec<Text>) {
    let children = place.child_nodes();
    for child in (0..children.length()).filter_map(|index| children.item(index)) {
        match child.dyn_into::<Text>() {
            Ok(piece) => pieces.push(piece),
            Err(child) => {
                let is_number = |it: &Element| it.class_name() == "citations";
                if !child.dyn_ref().is_some_and(is_number) {
                    collect(&child, pieces);
                }
            }
        }
    }
}

/// A place in a text in bytes, of one in the units of UTF-16 in which browsers count.
fn bytes(text: &str, units: u32) -> usize {
    let mut seen = 0;
    let before = |(_, letter): &(usize, char)| {
        seen += letter.len_utf16() as u32;
        seen > units
    };
    text.char_indices().find(before).map_or(text.len(), |(byte, _)| byte)
}

/// The other way round.
fn units(text: &str, bytes: usize) -> u32 {
    text.get(..bytes).unwrap_or(text).encode_utf16().count() as u32
}

// Showing.

/// Looks up in the text what a note quotes, and says in the note how that went.
fn show(quoted: &Element) -> Option<(Range, Element)> {
    let note = page::around(quoted, ".note")?;
    let place = page::find_in(&page::around(quoted, ".theme")?, ".theme__text")?;
    let context = |name: &str| quoted.get_attribute(name).unwrap_or_default();
    let quote = Quote {
        exact: quoted.text_content().unwrap_or_default(),
        prefix: context("data-prefix"),
        suffix: context("data-suffix"),
    };
    let text = ThemeText::of(&place);
    let found = quote.find(&text.words());
    if page::find_in(&note, ".note__quoted").is_none() {
        let line = page::element("p", "note__quoted")?;
        let said = match &found {
            Some(found) if found.is_changed => words::TEXT_CHANGED,
            Some(_) => "",
            None => words::NO_LONGER_THERE,
        };
        if !said.is_empty() {
            let mark = page::element("span", "note__changed")?;
            mark.set_text_content(Some(said));
            let _ = line.append_child(&mark);
        }
        if found.is_some() {
            let button = page::element("button", "button button--quiet note__show")?;
            let _ = button.set_attribute("type", "button");
            button.set_text_content(Some(words::SHOW_IN_TEXT));
            let _ = line.append_child(&button);
        }
        let _ = quoted.insert_adjacent_element("afterend", &line);
    }
    Some((text.range(&found?.range)?, note))
}

/// Highlights ranges of the page by a name, in place of those that have it.
fn highlight(name: &str, ranges: &Array) {
    let set = || -> Result<(), JsValue> {
        let constructor: Function =
            Reflect::get(&page::window(), &"Highlight".into())?.dyn_into()?;
        let highlight = Reflect::construct(&constructor, ranges)?;
        let css = Reflect::get(&page::window(), &"CSS".into())?;
        let highlights = Reflect::get(&css, &"highlights".into())?;
        let set: Function = Reflect::get(&highlights, &"set".into())?.dyn_into()?;
        set.call2(&highlights, &name.into(), &highlight)?;
        Ok(())
    };
    let _ = set();
}

/// From a note to the words that it quotes.
fn lead_to_text(event: &Event, places: &[(Range, Element)]) {
    let Some(button) = page::target(event).filter(|it| it.matches(".note__show") == Ok(true))
    else {
        return;
    };
    let note = page::around(&button, ".note");
    let Some((range, _)) = places.iter().find(|(_, it)| Some(it) == note.as_ref()) else { return };
    let Some(words) = range.start_container().ok().and_then(|it| it.parent_element()) else {
        return;
    };
    if let Some(details) = page::around(&words, "details") {
        let _ = details.set_attribute("open", "");
    }
    highlight(SHOWN, &Array::of1(range));
    scroll_to(&words, ScrollLogicalPosition::Center);
    // From here goes on who reads with the keyboard or a screen reader.
    if let (Some(selection), Ok(start)) = (selection(), range.start_container()) {
        let _ =
            selection.collapse_with_offset(Some(&start), range.start_offset().unwrap_or_default());
    }
}

/// From words that are highlighted to the note that quotes them.
fn lead_to_note(event: &Event, places: &[(Range, Element)]) {
    let is_text = |it: &Element| {
        page::around(it, ".theme__text").is_some() && page::around(it, "a").is_none()
    };
    if !page::target(event).is_some_and(|it| is_text(&it))
        || selection().is_none_or(|it| !it.is_collapsed())
    {
        return;
    }
    let Some((node, offset)) = caret_at(event.unchecked_ref()) else { return };
    let is_there =
        |(range, _): &&(Range, Element)| range.is_point_in_range(&node, offset).unwrap_or_default();
    let Some((_, note)) = places.iter().find(is_there) else { return };
    let note: &HtmlElement = note.unchecked_ref();
    scroll_to(note, ScrollLogicalPosition::Nearest);
    let _ = note.focus();
}

/// The place in the text at which the reader pressed.
fn caret_at(event: &MouseEvent) -> Option<(Node, u32)> {
    let document = page::document();
    let at = Array::of2(&event.client_x().into(), &event.client_y().into());
    let ask = |method: &str| -> Option<JsValue> {
        let method = Reflect::get(&document, &method.into()).ok()?;
        let found = method.dyn_into::<Function>().ok()?.apply(&document, &at).ok()?;
        found.is_object().then_some(found)
    };
    // The first is the standard, the second what older browsers of two makers have.
    if let Some(place) = ask("caretPositionFromPoint") {
        let node = Reflect::get(&place, &"offsetNode".into()).ok()?.dyn_into().ok()?;
        let offset = Reflect::get(&place, &"offset".into()).ok()?.as_f64()?;
        return Some((node, offset as u32));
    }
    let range: Range = ask("caretRangeFromPoint")?.dyn_into().ok()?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

fn scroll_to(place: &Element, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    place.scroll_into_view_with_scroll_into_view_options(&options);
}
