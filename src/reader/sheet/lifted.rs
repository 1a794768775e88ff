//! The notes on a theme, lifted out of the page into the sheet.

use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    HtmlElement, ResizeObserver, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    ScrollToOptions,
};

use super::lengths;
use crate::event::ThemeId;
use crate::messages::annotating::CLOSE;
use crate::reader::mounted::Mounted;
use crate::reader::{platform, theme_place};

const SHEET: &str = "sheet";

/// The room that the notes leave in the page, of the element that holds them.
const KEPT: &str = "--kept";

/// Notes in a sheet. They are put back when this is dropped.
pub(super) struct LiftedNotes {
    notes: HtmlElement,
    body: HtmlElement,
    _head: Mounted,
    size: SizeObserver,
    gesture: Option<GestureWatcher>,
}

impl LiftedNotes {
    /// Takes the notes on a theme out of the page, and keeps their room there.
    pub(super) fn new(
        theme: &ThemeId,
        title: String,
        close: impl Fn() + Copy + 'static,
    ) -> Option<Self> {
        let notes = theme_place::notes(theme)?;
        let body: HtmlElement = notes.parent_element()?.dyn_into().ok()?;
        let content = platform::element("content")?;
        let size = SizeObserver::new(&notes)?;

        let (room, before) = (height(&body), height(&content));
        let head = Mounted::within(&notes, notes.first_child().as_ref(), move || {
            view! { <SheetHead title=title on_close=close/> }
        });
        let _ = notes.class_list().add_1(SHEET);
        platform::set_length(&body, KEPT, room);
        // Margins of the notes, which met those of what follows.
        platform::set_length(&body, KEPT, room + before - height(&content));
        lengths::set_open(true);
        lengths::measure(&notes);

        if let Some(focused) = document().active_element() {
            // Scrolled within the sheet, which the page does not follow.
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            options.set_behavior(ScrollBehavior::Instant);
            focused.scroll_into_view_with_scroll_into_view_options(&options);
        }
        show_above(theme);
        Some(Self { notes, body, _head: head, size, gesture: GestureWatcher::new(close) })
    }
}

impl Drop for LiftedNotes {
    fn drop(&mut self) {
        self.size.observer.disconnect();
        if let Some(gesture) = &self.gesture {
            gesture.watcher.destroy();
        }
        let _ = self.notes.class_list().remove_1(SHEET);
        let _ = self.body.style().remove_property(KEPT);
        lengths::set_open(false);
    }
}

/// Scrolls no further than it takes to fill the room above the sheet with the theme: with all of its
/// text where there is room for it, else with the part that was nearest.
pub(super) fn show_above(theme: &ThemeId) -> Option<()> {
    lengths::measure(&theme_place::notes(theme)?);
    let root = platform::root()?;
    let style = window().get_computed_style(&root).ok()??;
    let upper_edge = lengths::length(&style, "scroll-padding-block-start");
    let lower_edge =
        platform::window_height() - lengths::length(&style, "scroll-padding-block-end");
    let section = theme_place::section(theme)?.get_bounding_client_rect();
    let text = theme_place::text(theme)?.get_bounding_client_rect();
    let from_top = section.top() - upper_edge;
    let from_end = text.bottom() - lower_edge;
    let options = ScrollToOptions::new();
    options.set_top(from_top.min(from_end).max(0.0).min(from_top.max(from_end)));
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_by_with_scroll_to_options(&options);
    Some(())
}

fn height(element: &HtmlElement) -> f64 {
    element.get_bounding_client_rect().height()
}

/// The sheet's title and the button that closes it.
#[component]
fn SheetHead(
    /// The theme's title.
    title: String,
    /// Closes the sheet.
    on_close: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <div class="sheet__head" data-reader="">
            <p class="sheet__title">{title}</p>
            <button
                type="button"
                class="button button--quiet sheet__close"
                lang=platform::interface_language()
                dir="auto"
                on:click=move |_| on_close()
            >
                {CLOSE}
            </button>
        </div>
    }
}

/// Measures the sheet whenever its height changes.
struct SizeObserver {
    observer: ResizeObserver,
    _call: Closure<dyn Fn()>,
}

impl SizeObserver {
    fn new(sheet: &HtmlElement) -> Option<Self> {
        let call = {
            let sheet = sheet.clone();
            // Not at once: what is measured changes the sheet, of which browsers would complain.
            Closure::<dyn Fn()>::new(move || {
                let sheet = sheet.clone();
                request_animation_frame(move || lengths::measure(&sheet));
            })
        };
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
        observer.observe(sheet);
        Some(Self { observer, _call: call })
    }
}

/// Hears of the gesture of the system that closes something, such as back on Android, in browsers that
/// tell of it.
struct GestureWatcher {
    watcher: CloseWatcher,
    _call: Closure<dyn Fn()>,
}

impl GestureWatcher {
    fn new(close: impl Fn() + 'static) -> Option<Self> {
        let watcher = CloseWatcher::new().ok()?;
        let call = Closure::<dyn Fn()>::new(close);
        watcher.set_onclose(call.as_ref().unchecked_ref());
        Some(Self { watcher, _call: call })
    }
}

#[wasm_bindgen]
extern "C" {
    /// `web-sys` has it not yet.
    type CloseWatcher;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<CloseWatcher, JsValue>;

    #[wasm_bindgen(method, setter)]
    fn set_onclose(this: &CloseWatcher, call: &Function);

    #[wasm_bindgen(method)]
    fn destroy(this: &CloseWatcher);
}
