//! The box in which a note on a theme is begun.

use leptos::ev::KeyboardEvent;
use leptos::html::Textarea;
use leptos::prelude::*;

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
    Effect::new(move |adopted: Option<bool>| {
        let (Some(field), true) = (field.get(), notebook.ready()) else { return false };
        let typed = field.value();
        if adopted != Some(true) && !typed.is_empty() {
            notebook.adopt(&theme.id, typed);
        }
        let draft = notebook.draft(&theme.id);
        if field.value() != draft {
            field.set_value(&draft);
        }
        true
    });
    let add = move || {
        if let Some(field) = field.get_untracked() {
            notebook.add(&theme.id, field.value());
            let _ = field.focus();
        }
    };
    view! {
        <div class="new-note">
            <textarea
                class="new-note__text"
                node_ref=field
                rows="2"
                autocomplete="off"
                aria-label=format!("New note on {}", theme.title)
                placeholder="Write a note on this theme"
                on:input=move |event| notebook.type_draft(&theme.id, event_target_value(&event))
                on:blur=move |_| notebook.flush()
                on:keydown=move |event| {
                    if is_submit(&event) {
                        event.prevent_default();
                        add();
                    }
                }
            ></textarea>
            <button
                class="button"
                type="button"
                disabled=move || !notebook.ready()
                on:click=move |_| add()
            >
                "Add note"
            </button>
        </div>
    }
}

/// Ctrl+Enter, or Cmd+Enter on Apple’s keyboards.
pub(super) fn is_submit(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key())
}
