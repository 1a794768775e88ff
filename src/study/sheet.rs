//! On a phone, the notes on a theme as a sheet at the lower edge of the window while the reader writes,
//! with the theme above it.
//!
//! It opens when a box of a theme's notes gets the focus, and stays until the reader closes it: never
//! because the focus leaves, since that would move what the finger is just about to press. Nothing moves
//! while something is pressed either; what follows from a press follows after its click. The notes stay
//! where they are in the page, so that the order of the focus is the same, and their room in the page is
//! kept, so that nothing below moves.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Element, Event, HtmlElement, HtmlTextAreaElement, KeyboardEvent, ResizeObserver,
    ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions,
};

use super::page;
use crate::words::study as words;

/// Windows that are narrow, …
const NARROW: &str = "(max-width: 40rem)";

/// … and high enough for a theme beside its notes, however much the page is zoomed.
const HIGH: &str = "(min-height: 30rem)";

const NOTES: &str = ".theme__notes";
const BOXES: &str = ".theme__notes .new-note__text, .theme__notes .note__editor";
const CLOSE: &str = ".sheet__close";

/// No keyboard is as low as this, in pixels; bars of the browser are.
const KEYBOARD: f64 = 100.0;

/// Begins to open and close sheets.
pub(super) fn begin() {
    let Some(sheets) = Sheets::new() else { return };
    let sheets = Rc::new(sheets);
    if let Some((text_box, is_over)) = just_pressed() {
        if is_over {
            sheets.open_around(&text_box);
        } else {
            sheets.is_pressed.set(true);
            sheets.pending.replace(Some(text_box));
        }
    }
    let on = |name: &str, call: fn(&Rc<Sheets>, Event)| {
        let sheets = sheets.clone();
        page::listen(&page::document(), name, move |event| call(&sheets, event));
    };
    on("mousedown", |sheets, _| sheets.held());
    on("mouseup", |sheets, _| sheets.released());
    on("focusin", |sheets, event| sheets.focus_came(&event));
    on("keydown", |sheets, event| sheets.key_pressed(event.unchecked_ref()));
    // On the app: Safari tells the document of no click on what is no control.
    let clicked = sheets.clone();
    page::listen(&sheets.app, "click", move |event| clicked.clicked(&event));
    if let Ok(Some(narrow)) = page::window().match_media(NARROW) {
        let sheets = sheets.clone();
        page::listen(&narrow.clone(), "change", move |_| {
            if !narrow.matches() {
                sheets.close();
            }
        });
    }
    follow_keyboard(sheets);
}

/// The empty box to which the reader came by the very press that loaded this program. Of whoever came by
/// another way, or has begun to write, nobody knows where the finger is by now. Also tells whether the
/// press is over.
fn just_pressed() -> Option<(Element, bool)> {
    let by = page::first_event()?;
    let text_box = page::target(&by).filter(|it| it.matches(BOXES).unwrap_or_default())?;
    let is_empty = text_box.unchecked_ref::<HtmlTextAreaElement>().value().is_empty();
    let is_here = page::focused().as_ref() == Some(&text_box);
    let by = by.type_();
    (by != "keydown" && is_here && is_empty).then(|| (text_box, by == "click"))
}

/// Keeps the sheet above the keyboard, and the theme above the sheet, where the keyboard makes the window
/// lower and where it covers it.
fn follow_keyboard(sheets: Rc<Sheets>) {
    let Some(seen) = page::window().visual_viewport() else { return };
    let before = Cell::new(seen.height());
    page::listen(&seen.clone(), "resize", move |_| {
        // Who zooms in by two fingers sees a part of the window as well.
        let covered = if seen.scale() == 1.0 { page::window_height() - seen.height() } else { 0.0 };
        set_length("--keyboard", if covered < KEYBOARD { 0.0 } else { covered });
        if before.replace(seen.height()) - seen.height() > KEYBOARD {
            sheets.show_theme();
        }
    });
}

/// The sheet that is open, if one is, and what has to be known to open and close it well.
struct Sheets {
    app: Element,
    /// The notes that are shown as a sheet.
    open: RefCell<Option<HtmlElement>>,
    /// The sheet's title and the button that closes it.
    head: HtmlElement,
    title: HtmlElement,
    is_pressed: Cell<bool>,
    /// What got the focus by a press that is not yet over.
    pending: RefCell<Option<Element>>,
    /// Tells how high the sheet is.
    observer: ResizeObserver,
    /// What listens to the back gesture while a sheet is open.
    watcher: RefCell<JsValue>,
}

impl Sheets {
    fn new() -> Option<Self> {
        let head = page::element("div", "sheet__head")?;
        let title = page::element("p", "sheet__title")?;
        let close = page::element("button", "button button--quiet sheet__close")?;
        close.set_attribute("type", "button").ok()?;
        close.set_text_content(Some(words::CLOSE));
        head.append_child(&title).ok()?;
        head.append_child(&close).ok()?;
        let measure = Closure::<dyn Fn()>::new(|| {
            if let Some(sheet) = page::find(".sheet") {
                let height = f64::from(sheet.offset_height());
                set_length("--sheet", height);
                // It stands on the lower edge: getting lower, it would move all that is in it.
                let before = page::root().style().get_property_value("--sheet-least");
                let before = js_sys::parse_float(&before.unwrap_or_default());
                if height > before || before.is_nan() {
                    set_length("--sheet-least", height);
                }
            }
        });
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok()?;
        measure.forget();
        Some(Self {
            app: page::find("#app")?.into(),
            open: RefCell::default(),
            head,
            title,
            is_pressed: Cell::default(),
            pending: RefCell::default(),
            observer,
            watcher: RefCell::new(JsValue::UNDEFINED),
        })
    }

    fn is_open(&self) -> bool {
        self.open.borrow().is_some()
    }

    fn focus_came(self: &Rc<Self>, event: &Event) {
        let Some(target) = page::target(event) else { return };
        if !target.matches(BOXES).unwrap_or_default() {
            return;
        }
        if self.is_pressed.get() {
            self.pending.replace(Some(target));
        } else {
            self.open_around(&target);
        }
    }

    /// Something is being pressed: nothing may move until it is let go, not even because something is
    /// told of what was written.
    fn held(&self) {
        self.is_pressed.set(true);
        if let Some(sheet) = &*self.open.borrow() {
            set_length("--sheet-most", f64::from(sheet.offset_height()));
            let _ = page::root().set_attribute("data-held", "");
        }
    }

    /// The press is over, and its click is yet to come.
    fn released(self: &Rc<Self>) {
        self.is_pressed.set(false);
        let sheets = self.clone();
        page::soon(move || {
            let _ = page::root().style().remove_property("--sheet-most");
            let _ = page::root().remove_attribute("data-held");
            if let Some(pressed) = sheets.pending.take() {
                sheets.open_around(&pressed);
            }
        });
    }

    fn key_pressed(&self, event: &KeyboardEvent) {
        let is_closing = || {
            let target = page::target(event)?;
            // The box for a new note takes Escape and does nothing by it; an editor is done by it.
            let is_free = !event.default_prevented() || target.matches(".new-note__text").ok()?;
            let is_elsewhere = event.is_composing() || page::find("dialog[open]").is_some();
            (event.key() == "Escape" && is_free && !is_elsewhere).then_some(())
        };
        if self.is_open() && is_closing().is_some() {
            event.prevent_default();
            self.close();
        }
    }

    /// Closes the sheet where its button or something beside it was pressed, and what was pressed has
    /// done what it does.
    fn clicked(&self, event: &Event) {
        let Some(sheet) = self.open.borrow().clone() else { return };
        // What was pressed may be gone by now, so the way that the event took tells where it was.
        let path = event.composed_path();
        let is_on = |selector: &str| {
            path.iter()
                .filter_map(|it| it.dyn_into::<Element>().ok())
                .any(|it| it.matches(selector).unwrap_or_default())
        };
        if is_on(CLOSE) || !path.includes(&sheet, 0) && !is_on(".notices") {
            self.close();
        }
    }

    /// Shows the notes around a box as a sheet, where there is room for one.
    fn open_around(self: &Rc<Self>, text_box: &Element) {
        let fits =
            |query| page::window().match_media(query).ok().flatten().is_some_and(|it| it.matches());
        // With one open, a keyboard may have made the window lower.
        let has_room = fits(NARROW) && (self.is_open() || fits(HIGH));
        let Some(notes) = page::around(text_box, NOTES) else { return };
        let is_it = self.open.borrow().as_deref() == Some(&notes);
        if is_it
            || !has_room
            || !page::is_taken_over()
            || !notes.contains(page::focused().as_deref())
        {
            return;
        }
        self.put_back();
        let notes: HtmlElement = notes.unchecked_into();
        let shown = self.lift(&notes);
        self.open.replace(Some(notes));
        if shown.is_none() {
            return self.put_back();
        }
        // Scrolled within the sheet, which the page does not follow.
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_behavior(ScrollBehavior::Instant);
        text_box.scroll_into_view_with_scroll_into_view_options(&options);
        self.show_theme();
        let sheets = self.clone();
        self.watcher.replace(watch_gesture(move || sheets.close()).unwrap_or_default());
    }

    /// Takes the notes out of the page, and keeps their room there.
    fn lift(&self, notes: &HtmlElement) -> Option<()> {
        let theme = page::around(notes, ".theme")?;
        let body = notes.parent_element()?;
        let before = height(&self.app);
        let room = height(&body);
        self.title
            .set_text_content(page::find_in(&theme, ".theme__title")?.text_content().as_deref());
        notes.prepend_with_node_1(&self.head).ok()?;
        notes.class_list().add_1("sheet").ok()?;
        let body: &HtmlElement = body.unchecked_ref();
        page::set_length(body, "--kept", room);
        // Margins of the notes, which met those of what follows.
        page::set_length(body, "--kept", room + before - height(&self.app));
        page::root().set_attribute("data-sheet", "").ok()?;
        self.observer.observe(notes);
        Some(())
    }

    /// Scrolls no further than it takes to fill the room above the sheet with the theme: with all of its
    /// text where there is room for it, else with the part that was nearest.
    fn show_theme(&self) -> Option<()> {
        let notes = self.open.borrow().clone()?;
        set_length("--sheet", f64::from(notes.offset_height()));
        let theme = page::around(&notes, ".theme")?;
        let text = page::find_in(&theme, ".theme__text")?;
        let style = page::window().get_computed_style(&page::root()).ok()??;
        let length =
            |name: &str| js_sys::parse_float(&style.get_property_value(name).unwrap_or_default());
        let upper_edge = length("scroll-padding-block-start");
        let lower_edge = page::window_height() - length("scroll-padding-block-end");
        let from_top = theme.get_bounding_client_rect().top() - upper_edge;
        let from_end = text.get_bounding_client_rect().bottom() - lower_edge;
        let options = ScrollToOptions::new();
        options.set_top(from_top.min(from_end).max(0.0).min(from_top.max(from_end)));
        options.set_behavior(ScrollBehavior::Instant);
        page::window().scroll_by_with_scroll_to_options(&options);
        Some(())
    }

    /// Closes the sheet. Where it had the focus, that goes to the theme: in the box, it would call up
    /// the keyboard for what is out of sight.
    fn close(&self) {
        let open = self.open.borrow().clone();
        if let Some(notes) = open
            && notes.contains(page::focused().as_deref())
            && let Some(theme) = page::around(&notes, ".theme")
        {
            page::focus_in_place(&theme);
        }
        self.put_back();
    }

    /// Puts the notes back into the page.
    fn put_back(&self) {
        let Some(notes) = self.open.take() else { return };
        self.observer.disconnect();
        let watcher = self.watcher.replace(JsValue::UNDEFINED);
        let _ = page::call(&watcher, "destroy", &[]);
        self.head.remove();
        let _ = notes.class_list().remove_1("sheet");
        if let Some(body) = notes.parent_element() {
            let _ = body.unchecked_ref::<HtmlElement>().style().remove_property("--kept");
        }
        let _ = page::root().remove_attribute("data-sheet");
        for name in ["--sheet", "--sheet-least", "--sheet-most"] {
            let _ = page::root().style().remove_property(name);
        }
    }
}

fn height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

/// Tells the style of the page a length, in pixels.
fn set_length(name: &str, pixels: f64) {
    page::set_length(&page::root(), name, pixels);
}

/// Calls when the reader closes something by the gesture of the system, such as back on Android, in
/// browsers that tell of it (`CloseWatcher`), until it is told to stop.
fn watch_gesture(close: impl FnOnce() + 'static) -> Result<JsValue, JsValue> {
    let constructor: Function =
        Reflect::get(&page::window(), &"CloseWatcher".into())?.dyn_into()?;
    let watcher = Reflect::construct(&constructor, &js_sys::Array::new())?;
    Reflect::set(&watcher, &"onclose".into(), &Closure::once_into_js(close))?;
    Ok(watcher)
}
