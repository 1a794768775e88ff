//! The box in which a note on a theme is begun.

use super::controls::{Typing, box_button, text_box};
use super::element::{Element, Handle, element, watch};
use crate::event::Theme;
use crate::state::{Entry, NotebookState};
use crate::words::notes;

/// A text box and its button. What is typed is kept as a draft until it is added.
pub fn new_note(theme: &'static Theme, notebook: NotebookState) -> Element {
    let field = Handle::default();
    // The box belongs to the browser from the first byte of the page on: whatever stands in it
    // when the notes are loaded was typed by the reader, and is adopted rather than replaced.
    let mut adopted = false;
    watch(move || {
        if !notebook.ready() {
            return;
        }
        let typed = field.value().unwrap_or_default();
        if !adopted && !typed.is_empty() {
            notebook.adopt(&theme.id, typed);
        }
        adopted = true;
        field.set_value(&notebook.draft(&theme.id));
    });
    let add = move || {
        if let Some(text) = field.value() {
            notebook.add(&theme.id, text);
            field.focus();
        }
    };
    let typing = Typing {
        typed: Box::new(move |text| notebook.type_draft(&theme.id, text)),
        left: Box::new(move || notebook.flush()),
        submitted: Box::new(add),
        escaped: Box::new(|| {}),
    };
    let mark = move || {
        let is_unsaved = notebook.is_unsaved(Entry::Draft(theme.id.clone()));
        notes::note_mark(false, false, is_unsaved).to_owned()
    };
    let label = notes::new_note_on(&theme.title);
    element("div")
        .class("new-note")
        .child(
            text_box(&label, "new-note__text", "2", field, typing)
                .attribute("placeholder", notes::WRITE_HERE),
        )
        .child(box_button(notes::ADD_NOTE, add).disabled(move || !notebook.ready()))
        .child(element("p").class("new-note__mark").live_text(mark))
}
