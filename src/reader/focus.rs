//! What a press takes away, be it a button that has done its work, takes the focus along: browsers give it
//! to the page as a whole, and who works by keys or listens would have to begin at the top.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::listening::listen_first;
use super::platform;

/// What can be gone on at; of boxes, phones would show their keyboard.
const NEXT: &str = "a, button, summary";

/// Lets the focus go on as near as there is something: at what was pressed, where that was only moved, or
/// at the last thing beside it. Where one is asked whether one means it, that is the way back.
pub fn keep_near() {
    listen_first(&window(), ev::click, |event| {
        if platform::is_focus_lost() {
            return;
        }
        let around = event.composed_path();
        platform::after_paint(move || {
            for place in around.iter() {
                let place: Element = place.unchecked_into();
                let mut next = platform::find_all_in(&place, NEXT);
                next.push(place);
                for next in next.iter().rev() {
                    if !platform::is_focus_lost() {
                        return;
                    }
                    // What is hidden, or gone, or takes none, does nothing.
                    platform::focus_in_place(next.unchecked_ref());
                }
            }
        });
    });
}
