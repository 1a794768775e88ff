//! What the dialogs need of the browser: the system's share sheet, the printer, and files that come in.

use js_sys::Uint8Array;
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlElement, HtmlInputElement, ShareData};

use crate::browser::has;
use crate::messages::transfer::FileTrouble;

/// Takes the fragment out of the page's address, so that loading the page anew does not repeat what
/// it stands for.
pub(super) fn drop_fragment() {
    let address = window().location().href().unwrap_or_default();
    let without = address.split('#').next().unwrap_or_default();
    let history = window().history();
    // Fails only for an address of another origin.
    let _ = history.and_then(|it| it.replace_state_with_url(&JsValue::NULL, "", Some(without)));
}

/// Whether the system has a share sheet for the page to open.
pub(super) fn has_share_sheet() -> bool {
    has(&window().navigator(), "share")
}

/// Opens the system's share sheet for an address.
pub(super) fn share(title: &str, address: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let sharing = window().navigator().share_with_data(&data);
    // That the reader thinks better of it is no failure.
    spawn_local(async move { drop(JsFuture::from(sharing).await) });
}

/// Opens the printer's dialog for the brief.
pub(super) fn print(only_noted: bool) {
    let Some(root) = document().document_element() else { return };
    let _ = if only_noted {
        root.set_attribute("data-print", "noted")
    } else {
        root.remove_attribute("data-print")
    };
    // Not every browser waits until the reader is done with its dialog.
    let done = Closure::once_into_js(move || root.remove_attribute("data-print"));
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        done.unchecked_ref(),
        &options,
    );
    let _ = window().print();
}

/// Gives the focus to what matches a selector.
pub(super) fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The file that a file input holds.
pub(super) fn chosen_file(event: &web_sys::Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    // So that the same file can be chosen again.
    input.set_value("");
    file
}

/// The file that was dropped.
pub(super) fn dropped_file(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a file of at most `limit` bytes, and calls back with what it holds: `None` where the
/// browser could not read it, an empty error where it is larger.
pub(super) fn read_file(
    file: File,
    limit: usize,
    answer: impl FnOnce(Result<Vec<u8>, FileTrouble>) + 'static,
) {
    if file.size() > limit as f64 {
        return answer(Err(FileTrouble::TooLarge));
    }
    spawn_local(async move {
        let read = JsFuture::from(file.array_buffer()).await;
        answer(match read {
            Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
            Err(_) => Err(FileTrouble::Unreadable),
        });
    });
}
