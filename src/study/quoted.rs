//! What notes quote, found in the text of their themes: highlighted there without a change to the
//! page's elements (CSS Custom Highlight API), with a way from the words to the note and back.
//!
//! Browsers without such highlights show none; the ways are the same.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    DomRect, Element, Event, HtmlElement, MouseEvent, Range as PageRange, ScrollIntoViewOptions,
    ScrollLogicalPosition, ScrollToOptions,
};

use super::page;
use super::theme_text::{TEXT, ThemeText};
use crate::json::{self, Value};
use crate::notebook::quote::Quote;
use crate::words::study as words;

/// The quotations of notes on themes.
const QUOTES: &str = ".theme .note__quote:not(:empty)";

/// The attribute with a quotation as it is stored.
const STORED: &str = "data-quote";

/// What leads from a note to the words that it quotes.
const WAY: &str = ".note__way";

/// The names of the highlights, for the style: all that is quoted, and what was just led to.
const QUOTED: &str = "marginalia-quote";
const SHOWN: &str = "marginalia-shown";

/// For how long what was led to stays marked, in milliseconds.
const SHOWN_FOR: i32 = 2500;

/// A quotation on the page.
#[derive(Clone)]
struct Quoted {
    element: Element,
    /// Where its words stand; `None` where they do no longer.
    words: Option<PageRange>,
    /// How long they are.
    length: usize,
}

/// Begins to highlight what is quoted.
pub(super) fn begin() {
    let Some(app) = page::find("#app") else { return };
    let known = Rc::new(RefCell::new(Vec::<Quoted>::new()));
    let found = known.clone();
    let timer = Rc::new(Cell::new(0));
    page::whenever_changed(move |app| find_all(app, &found));
    // On the app: Safari tells the document of no click on what is no control.
    page::listen(&app, "click", move |event| {
        let Some(target) = page::target(&event) else { return };
        let known = known.borrow();
        if page::around(&target, WAY).is_some() {
            let note = page::around(&target, ".note");
            let quoted = known
                .iter()
                .find(|it| note.as_ref().is_some_and(|note| note.contains(Some(&it.element))));
            if let Some(quoted) = quoted {
                show_in_text(quoted, &timer);
            }
        } else if page::around(&target, TEXT).is_some() && page::around(&target, "a").is_none() {
            let hit = known.iter().filter(|quoted| quoted.is_hit(&event));
            if let Some(quoted) = hit.min_by_key(|quoted| quoted.length) {
                go_to_note(quoted);
            }
        }
    });
}

/// Looks for every quotation that is new on the page, and highlights those that are found.
fn find_all(app: &Element, known: &RefCell<Vec<Quoted>>) {
    let elements = page::all(app, QUOTES);
    let is_as_before = {
        let known = known.borrow();
        known.len() == elements.len()
            && known.iter().zip(&elements).all(|(known, element)| &known.element == element)
    };
    if is_as_before {
        return;
    }
    let old = known.take();
    let mut texts: Vec<(Element, ThemeText)> = Vec::new();
    let mut find = |element: Element| -> Option<Quoted> {
        if let Some(known) = old.iter().find(|known| known.element == element) {
            return Some(known.clone());
        }
        let place: Element = page::find_in(&page::around(&element, ".theme")?, TEXT)?.into();
        let at = texts.iter().position(|(known, _)| known == &place).unwrap_or_else(|| {
            texts.push((place.clone(), ThemeText::of(&place)));
            texts.len() - 1
        });
        Some(Quoted::find(element, &texts.get(at)?.1))
    };
    let fresh: Vec<Quoted> = elements.into_iter().filter_map(&mut find).collect();
    let ranges = fresh.iter().filter_map(|quoted| quoted.words.as_ref()).map(JsValue::from);
    let _ = highlight(QUOTED, &ranges.collect());
    known.replace(fresh);
}

impl Quoted {
    fn find(element: Element, text: &ThemeText) -> Self {
        let stored = element.get_attribute(STORED).and_then(|stored| json::parse(&stored));
        let found = match stored {
            Some(Value::Object(stored)) => Quote::read(&stored).and_then(|it| it.find(&text.text)),
            _ => None,
        };
        let words = found.as_ref().and_then(|found| text.on_page(&found.range));
        let is_exact = found.as_ref().is_some_and(|found| !found.is_changed);
        add_way(&element, words.is_some(), is_exact);
        Self { element, words, length: found.map_or(0, |found| found.range.len()) }
    }

    /// Whether a click meets the words in the text, and selected nothing.
    fn is_hit(&self, event: &Event) -> bool {
        let selection = page::document().get_selection().ok().flatten();
        let Some(words) = self.words.as_ref() else { return false };
        let event: &MouseEvent = event.unchecked_ref();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        selection.is_none_or(|selection| selection.is_collapsed())
            && rectangles(words).iter().any(|it| {
                (it.left()..=it.right()).contains(&x) && (it.top()..=it.bottom()).contains(&y)
            })
    }
}

/// The lines of some words.
fn rectangles(words: &PageRange) -> Vec<DomRect> {
    let lines = page::call(words, "getClientRects", &[]).map(|lines| Array::from(&lines));
    lines.unwrap_or_default().iter().map(|line| line.unchecked_into()).collect()
}

/// Puts below a quotation what became of its words, and what leads to them.
fn add_way(quotation: &Element, is_there: bool, is_exact: bool) -> Option<()> {
    let line = page::element("p", "note__way")?;
    let mark = match (is_there, is_exact) {
        (false, _) => words::NO_LONGER_THERE,
        (true, false) => words::TEXT_CHANGED,
        (true, true) => "",
    };
    if !mark.is_empty() {
        let element = page::element("span", "note__way-mark")?;
        element.set_text_content(Some(mark));
        line.append_child(&element).ok()?;
    }
    if is_there {
        let button = page::element("button", "button button--quiet")?;
        button.set_attribute("type", "button").ok()?;
        button.set_text_content(Some(words::SHOW_IN_TEXT));
        line.append_child(&button).ok()?;
    }
    quotation.after_with_node_1(&line).ok()
}

/// Leads from the words to the note that quotes them.
fn go_to_note(quoted: &Quoted) -> Option<()> {
    let note: HtmlElement = page::around(&quoted.element, ".note")?.unchecked_into();
    note.set_attribute("tabindex", "-1").ok()?;
    note.class_list().add_1("note--reached").ok()?;
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    note.scroll_into_view_with_scroll_into_view_options(&options);
    page::focus_in_place(&note);
    // From then on it is a note like any other: pressing something in it must not give it the focus.
    let left = note.clone();
    let leave = Closure::once_into_js(move || {
        let _ = left.remove_attribute("tabindex");
        let _ = left.class_list().remove_1("note--reached");
    });
    let once = web_sys::AddEventListenerOptions::new();
    once.set_once(true);
    note.add_event_listener_with_callback_and_add_event_listener_options(
        "blur",
        leave.unchecked_ref(),
        &once,
    )
    .ok()
}

/// Leads from a note to the words that it quotes, and marks them for a while.
fn show_in_text(quoted: &Quoted, timer: &Cell<i32>) -> Option<()> {
    let words = quoted.words.as_ref()?;
    let theme = page::around(&quoted.element, ".theme")?;
    page::find_in(&theme, "details")?.set_attribute("open", "").ok()?;
    page::focus_in_place(&theme);
    // Who reads with the keyboard or by ear goes on from here.
    let selection = page::document().get_selection().ok().flatten()?;
    selection
        .collapse_with_offset(Some(&words.start_container().ok()?), words.start_offset().ok()?)
        .ok()?;
    // In the upper part of the window, where a sheet with notes does not cover them.
    let window = page::window_height();
    let place = words.get_bounding_client_rect();
    if place.top() < window * 0.1 || place.bottom() > window * 0.4 {
        let options = ScrollToOptions::new();
        options.set_top(place.top() - window * 0.2);
        page::window().scroll_by_with_scroll_to_options(&options);
    }
    let is_marked = highlight(SHOWN, &Array::of1(words)).is_ok();
    if !is_marked {
        return selection.add_range(words).ok();
    }
    page::window().clear_timeout_with_handle(timer.get());
    let end = || {
        let _ = highlight(SHOWN, &Array::new());
    };
    timer.set(page::later(end, SHOWN_FOR));
    Some(())
}

/// Highlights these ranges under a name, and no others.
fn highlight(name: &str, ranges: &Array) -> Result<JsValue, JsValue> {
    let window = page::window();
    let highlights = Reflect::get(&Reflect::get(&window, &"CSS".into())?, &"highlights".into())?;
    let constructor: Function = Reflect::get(&window, &"Highlight".into())?.dyn_into()?;
    let highlight = Reflect::construct(&constructor, ranges)?;
    if name == SHOWN {
        Reflect::set(&highlight, &"priority".into(), &1.into())?;
    }
    page::call(&highlights, "set", &[name.into(), highlight])
}
