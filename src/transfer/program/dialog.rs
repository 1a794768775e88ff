//! The frame of every dialog: a modal one, that takes the focus, gives it back, and closes by
//! Escape and by its own button.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use crate::messages::Phrase;
use crate::messages::transfer::CLOSE;

/// Takes the dialog that it was handed to off the page.
pub type Close = Rc<dyn Fn()>;

/// Where dialogs stand in the page, which says their language.
const DIALOGS: &str = "dialogs";

/// Puts a dialog at the end of the page, until it is closed.
pub fn show<V: IntoView + 'static>(view: impl FnOnce(Close) -> V + 'static) {
    let Ok(place) = document().create_element("div") else { return };
    let dialogs = document().get_element_by_id(DIALOGS);
    if dialogs.is_none_or(|dialogs| dialogs.append_child(&place).is_err()) {
        return;
    }
    let place: HtmlElement = place.unchecked_into();
    let mounted = Rc::new(RefCell::new(None));
    let close: Close = {
        let (mounted, place) = (mounted.clone(), place.clone());
        Rc::new(move || {
            // Not at once: whoever calls is a listener of what goes.
            let (mounted, place) = (mounted.clone(), place.clone());
            request_animation_frame(move || {
                drop(mounted.borrow_mut().take());
                place.remove();
            });
        })
    };
    let handle = mount_to(place, move || view(close));
    mounted.replace(Some(handle));
}

/// The frame: a title, a button that closes it, and what stands in it.
#[component]
pub fn Dialog(
    /// Its title.
    title: Phrase,
    /// What is called when it is closed.
    on_close: Close,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let frame = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(frame) = frame.get() {
            // Fails where it is open already.
            let _ = frame.show_modal();
        }
    });
    // By its own method, so that the browser gives the focus back to where it was.
    let leave = move |_| {
        if let Some(frame) = frame.get_untracked() {
            frame.close();
        }
    };
    view! {
        <dialog
            class="dialog transfer"
            aria-labelledby="transfer-title"
            node_ref=frame
            on:close=move |_| on_close()
        >
            <div class="dialog__head">
                <h2 class="transfer__title" id="transfer-title">
                    {title}
                </h2>
                <button type="button" class="button button--quiet" on:click=leave>
                    {CLOSE}
                </button>
            </div>
            {children()}
        </dialog>
    }
}
