//! One note: shown as text, and with an editor only while it is edited.

use leptos::prelude::*;

use super::controls::{Typing, box_button, button, text_box};
use super::element::{Child, Element, Handle, element, watch};
use crate::notebook::{Note, NoteId, Timestamp};
use crate::state::{Entry, NotebookState, Scope, Task};
use crate::words::{notes, study as words};

/// A note in the list of its theme.
pub fn note_item(id: NoteId, notebook: NotebookState) -> Element {
    let edit_button = Handle::default();
    // Only who was here before is brought to the button; a note that merely appears is not.
    let returns = RwSignal::new(notebook.take_restored(&id));
    let is_begun = notebook.take_begun(&id);
    let item = element("li").class("note").children(quoted_words(&id, notebook));
    let id = StoredValue::new(id);
    let editing = RwSignal::new(false);
    watch(move || {
        if !editing.get() && returns.get_untracked() {
            edit_button.focus();
        }
    });
    let is_newer = move || notebook.with_note(&id.get_value(), |note| note.newer) == Some(true);
    // A newer page wrote it meanwhile: what was edited here stands beside it.
    watch(move || {
        if editing.get() && is_newer() {
            editing.set(false);
        }
    });
    let begin = move || {
        returns.set(true);
        notebook.begin_edit(&id.get_value());
        editing.set(true);
    };
    if is_begun {
        begin();
    }
    let end = move || {
        editing.set(false);
        notebook.end_edit(&id.get_value());
    };
    let mark = move || {
        let id = id.get_value();
        let is_unsaved = notebook.is_unsaved(Entry::Note(id.clone()));
        let mark = |note: &Note| notes::note_mark(note.conflict.is_some(), note.newer, is_unsaved);
        notebook.with_note(&id, mark).unwrap_or_default().to_owned()
    };
    let text =
        move || notebook.with_note(&id.get_value(), |note| note.text.clone()).unwrap_or_default();
    let shown = move || {
        let delete = move || notebook.delete(&id.get_value());
        let share = move || notebook.take_home(Task::Export, Scope::Note(id.get_value()));
        let pin_label = move || {
            let is_pinned = notebook.is_pinned(&id.get_value());
            if is_pinned { words::UNPIN } else { words::PIN }.to_owned()
        };
        let pin = move || notebook.toggle_pin(&id.get_value());
        let pin = button("", "button button--quiet note__pin", pin).live_text(pin_label);
        [
            element("div").class("note__text").attribute("dir", "auto").live_text(text),
            pin_mark(id.get_value(), notebook),
            element("p").class("note__times").live(move || times(notebook, id)),
            element("p")
                .class("note__actions")
                .hidden(is_newer)
                .child(button(notes::EDIT_NOTE, "button button--quiet", begin).handle(edit_button))
                .child(button(notes::DELETE_NOTE, "button button--quiet", delete))
                .child(button(notes::SHARE, "button button--quiet", share))
                .child(pin),
        ]
        .map(Child::Element)
        .into()
    };
    let body = move || {
        if editing.get() { note_editor(id, notebook, end).into() } else { shown() }
    };
    item.child(element("div").live(body))
        // Below: it must not move a button away from under the reader's hand.
        .child(element("p").class("note__mark").live_text(mark))
}

/// The words of the event that a note quotes. They never change; the program for reading and writing
/// looks for them in the theme’s text.
fn quoted_words(id: &NoteId, notebook: NotebookState) -> Option<Element> {
    let quote = notebook.with_note(id, Note::quote)??;
    let words = element("blockquote")
        .class("note__quote")
        .attribute("dir", "auto")
        .attribute("data-quote", &quote.to_json());
    Some(words.child(quote.exact))
}

/// The editor of a note. `done` is called when the reader is done.
fn note_editor(
    id: StoredValue<NoteId>,
    notebook: NotebookState,
    done: impl Fn() + Copy + Send + 'static,
) -> [Child; 2] {
    let field = Handle::default();
    let mut is_filled = false;
    // Filled once: from then on what stands in it is the reader's, whatever is stored meanwhile.
    watch(move || {
        if !std::mem::replace(&mut is_filled, true) {
            let text = notebook.with_note(&id.get_value(), |note| note.text.clone());
            field.set_value(&text.unwrap_or_default());
            field.focus();
        }
    });
    let typing = Typing {
        typed: Box::new(move |text| notebook.type_note(&id.get_value(), text)),
        left: Box::new(move || notebook.flush()),
        submitted: Box::new(done),
        escaped: Box::new(done),
    };
    let actions = element("p").class("note__actions").child(box_button(notes::DONE, done));
    [text_box(notes::NOTE_TEXT, "note__editor", "4", field, typing).into(), actions.into()]
}

/// Says of a pinned note that it is one.
pub(super) fn pin_mark(id: NoteId, notebook: NotebookState) -> Element {
    let is_hidden = move || !notebook.is_pinned(&id);
    element("p").class("pinned").hidden(is_hidden).child(words::PINNED)
}

/// When a note was added, and when it was changed last.
fn times(notebook: NotebookState, id: StoredValue<NoteId>) -> Vec<Child> {
    let times = |note: &Note| (note.created.clone(), note.changed.clone());
    let Some((created, changed)) = notebook.with_note(&id.get_value(), times) else {
        return Vec::new();
    };
    let changed = (changed != created).then(|| time(notebook, &changed).into());
    notes::times(time(notebook, &created).into(), changed)
}

fn time(notebook: NotebookState, time: &Timestamp) -> Element {
    element("time").attribute("datetime", time.as_str()).child(notebook.local_time(time))
}
