//! Words that stand out without a change to the page's elements (CSS Custom Highlight API).
//!
//! `web-sys` has it only among what is not yet settled.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    /// Ranges of the page that look alike.
    pub(super) type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;

    #[wasm_bindgen(method)]
    pub(super) fn add(this: &Highlight, range: &Range);

    #[wasm_bindgen(method)]
    pub(super) fn delete(this: &Highlight, range: &Range) -> bool;

    #[wasm_bindgen(method)]
    pub(super) fn clear(this: &Highlight);

    /// Where two overlap, the one of the higher priority is seen.
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    /// All highlights of the page.
    type HighlightRegistry;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
}

impl Highlight {
    /// Makes a highlight for which the style goes by its name; `None` in browsers without any.
    pub(super) fn named(name: &str, priority: i32) -> Option<Self> {
        let highlight = Self::new().ok()?;
        highlight.set_priority(priority);
        HIGHLIGHTS.with(|all| all.as_ref().map(|all| all.set(name, &highlight)))?;
        Some(highlight)
    }
}
