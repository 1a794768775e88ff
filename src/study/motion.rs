//! Changes of the page's state that would jump, shown as one state going over into the next.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use super::page::{document, window};
use crate::later_program::share;

/// Makes a change of the whole page's look, and lets the old look fade into the new one where the
/// browser can do that and the reader has not asked for less motion. Only what is seen may be changed
/// here: where it fades, the change comes with the next frame.
pub(super) fn change_look(change: impl FnOnce() + 'static) {
    // Of a media query without a value, the answer is whether the reader asked for anything.
    let is_still = window().match_media("(prefers-reduced-motion)");
    let is_still = is_still.ok().flatten().is_none_or(|query| query.matches());
    let start = Reflect::get(&document(), &"startViewTransition".into())
        .ok()
        .and_then(|start| start.dyn_into::<Function>().ok());
    match start {
        Some(start) if !is_still => {
            // The browser calls it whatever becomes of the transition; it throws for no page that is shown.
            let _ = start.call1(&document(), &Closure::once_into_js(change));
        }
        _ => change(),
    }
}

/// Shows the colours that the reader chooses, for the first program.
pub(super) fn show_colours() {
    let show = |colours: String| {
        change_look(move || {
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-colours", &colours);
            }
        });
    };
    let show: JsValue = Closure::<dyn Fn(String)>::new(show).into_js_value();
    share("show", &show);
}
