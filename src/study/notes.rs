//! Notes as their Markdown means them, with a button that shows how they were typed, and tags that
//! lead to all notes with the same tag. A note that is pinned takes the focus along to its new place.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlSelectElement};

use super::page;
use crate::notebook::tags::tag_key;
use crate::rendered::{TAG_CLASS, formatted};
use crate::words::study as words;

/// What the first program shows the text of a note in: under its theme, and among all notes.
const TEXTS: &str = ".note__text, .my-notes__text";

/// The attribute that keeps what the reader typed, in an element that shows what it means.
const SOURCE: &str = "data-source";

/// The attribute of an element that shows what the reader typed because they want to see that.
const AS_TYPED: &str = "data-as-typed";

/// The class of the button between the two.
const BUTTON_CLASS: &str = "note__source";

/// Renders every note, and each again when the first program shows another text.
pub(super) fn render() {
    page::dress(TEXTS, render_one);
    page::on_click(|target| {
        if target.class_list().contains("note__pin") {
            page::keep_focus(target);
        }
        if let Ok(Some(button)) = target.closest(&format!(".{BUTTON_CLASS}")) {
            switch(&button);
        } else if let Ok(Some(tag)) = target.closest(&format!(".{TAG_CLASS}")) {
            choose(&tag_key(&tag.text_content().unwrap_or_default()));
        }
    });
}

fn render_one(place: &Element) {
    match place.first_element_child() {
        // A search marks what it found: that is shown in what was typed.
        Some(child) if child.tag_name() == "MARK" => {
            let _ = place.remove_attribute(SOURCE);
            return;
        }
        // Rendered, and not changed since.
        Some(_) => return,
        None => {}
    }
    let text = place.text_content().unwrap_or_default();
    if place.get_attribute(AS_TYPED).is_some_and(|typed| typed == text) {
        return;
    }
    let _ = place.remove_attribute(AS_TYPED);
    let html = formatted(&text);
    match &html {
        Some(html) => {
            let _ = place.set_attribute(SOURCE, &text);
            place.set_inner_html(html);
        }
        None => {
            let _ = place.remove_attribute(SOURCE);
        }
    }
    let actions =
        place.parent_element().and_then(|note| note.query_selector(".note__actions").ok()?);
    let Some(actions) = actions else { return };
    match (actions.query_selector(&format!(".{BUTTON_CLASS}")), html) {
        (Ok(None), Some(_)) => {
            let classes = format!("button button--quiet {BUTTON_CLASS}");
            let Some(button) = page::element("button", &classes) else { return };
            let _ = button.set_attribute("type", "button");
            button.set_text_content(Some(words::SHOW_SOURCE));
            let _ = actions.append_child(&button);
        }
        (Ok(Some(button)), None) => button.remove(),
        (Ok(Some(button)), Some(_)) => button.set_text_content(Some(words::SHOW_SOURCE)),
        _ => {}
    }
}

/// Shows a note as it was typed, or as it is meant again. The button says what it does next.
fn switch(button: &Element) {
    let note = button.closest(".note").ok().flatten();
    let Some(place) = note.and_then(|note| note.query_selector(".note__text").ok()?) else {
        return;
    };
    match place.get_attribute(SOURCE) {
        Some(text) => {
            let _ = place.remove_attribute(SOURCE);
            let _ = place.set_attribute(AS_TYPED, &text);
            place.set_text_content(Some(&text));
            button.set_text_content(Some(words::SHOW_FORMATTED));
        }
        None => {
            let _ = place.remove_attribute(AS_TYPED);
            render_one(&place);
        }
    }
}

/// Shows the notes with a tag among all notes, where the link leads by itself. Other choices give way:
/// the reader wants to see all that have it.
fn choose(key: &str) {
    for (name, event, value) in [
        ("input[type=search]", "input", ""),
        ("select[name=theme]", "change", ""),
        ("select[name=tag]", "change", key),
    ] {
        let Ok(Some(list)) = page::document().query_selector(&format!(".my-notes {name}")) else {
            continue;
        };
        // Every element that takes input has a value; to JavaScript they are all alike.
        let list: HtmlSelectElement = list.unchecked_into();
        if list.value() != value {
            list.set_value(value);
            if let Ok(event) = Event::new(event) {
                let _ = list.dispatch_event(&event);
            }
        }
    }
}
