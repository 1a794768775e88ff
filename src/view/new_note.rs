//! The box in which a note on a theme is begun.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::controls::{Button, TextBox, Typing, watch};
use crate::event::Theme;
use crate::state::NotebookState;

/// A text box and its button. What is typed is kept as a draft until it is added.
#[component]
pub fn NewNote(
    /// The theme that the note will hang on.
    theme: &'static Theme,
    /// The reader's notes.
    notebook: NotebookState,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    // The box belongs to the browser from the first byte of the page on: whatever stands in it
    // when the notes are loaded was typed by the reader, and is adopted rather than replaced.
    let mut adopted = false;
    watch(move || {
        let (Some(field), true) = (field.get(), notebook.ready()) else { return };
        let typed = field.value();
        if !adopted && !typed.is_empty() {
            notebook.adopt(&theme.id, typed);
        }
        adopted = true;
        let draft = notebook.draft(&theme.id);
        if field.value() != draft {
            field.set_value(&draft);
        }
    });
    let add = move || {
        if let Some(field) = field.get_untracked() {
            notebook.add(&theme.id, field.value());
            let _ = field.focus();
        }
    };
    let typing = Typing {
        typed: Box::new(move |text| notebook.type_draft(&theme.id, text)),
        left: Box::new(move || notebook.flush()),
        submitted: Box::new(add),
        escaped: Box::new(|| {}),
    };
    view! {
        <div class="new-note">
            <TextBox
                label=format!("New note on {}", theme.title)
                class="new-note__text"
                placeholder="Write a note on this theme"
                rows="2"
                node_ref=field
                typing=typing
            />
            <Button
                label="Add note"
                class="button"
                disabled=Signal::derive(move || !notebook.ready())
                press=Box::new(add)
            />
        </div>
    }
}
