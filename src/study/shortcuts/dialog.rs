//! The list of the shortcuts, and the choice whether there are any.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDialogElement, HtmlInputElement};

use super::{OFF, ON, SETTING, are_off};
use crate::study::page;
use crate::words::study as words;

const ID: &str = "shortcuts";

/// Shows the dialog. It stays in the page once it was made, closed.
pub(super) fn open() -> Option<()> {
    let dialog = page::find(&format!("#{ID}")).or_else(make)?;
    let dialog: HtmlDialogElement = dialog.unchecked_into();
    let choice = page::find_in(&dialog, "input")?;
    choice.unchecked_ref::<HtmlInputElement>().set_checked(!are_off());
    // Fails where it is open already.
    dialog.show_modal().ok()
}

/// Puts the dialog at the end of the page, beside the app. The browser takes the focus there and back,
/// and closes the dialog by Escape.
fn make() -> Option<web_sys::HtmlElement> {
    let dialog = page::element("dialog", "dialog shortcuts")?;
    dialog.set_id(ID);
    dialog.set_attribute("aria-labelledby", "shortcuts-title").ok()?;
    dialog.set_inner_html(&content());
    page::document().body()?.append_child(&dialog).ok()?;
    let frame: HtmlDialogElement = dialog.clone().unchecked_into();
    let button = page::find_in(&dialog, "button")?;
    page::listen(&button, "click", move |_| frame.close());
    let choice: HtmlInputElement = page::find_in(&dialog, "input")?.unchecked_into();
    page::listen(&choice.clone(), "change", move |_| {
        page::choose(SETTING, if choice.checked() { ON } else { OFF });
    });
    Some(dialog)
}

/// Of our own words alone, so that nothing in it needs to be escaped.
fn content() -> String {
    let keys: String = words::KEYS
        .iter()
        .map(|(key, what)| format!("<div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>"))
        .collect();
    let title = words::SHORTCUTS;
    let close = words::CLOSE;
    let note = words::KEYS_WHILE_TYPING;
    let choice = words::USE_SHORTCUTS;
    format!(
        "<div class=\"dialog__head\"><h2 id=\"shortcuts-title\">{title}</h2>\
         <button type=\"button\" class=\"button button--quiet\">{close}</button></div>\
         <dl class=\"shortcuts__keys\">{keys}</dl><p class=\"shortcuts__words\">{note}</p>\
         <p><label><input type=\"checkbox\"> {choice}</label></p>"
    )
}
