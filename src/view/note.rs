//! One note: shown as text, and with an editor only while it is edited.

use leptos::html::{Button, Textarea};
use leptos::prelude::*;

use super::new_note::is_submit;
use crate::notebook::{NoteId, Timestamp};
use crate::state::NotebookState;

/// A note in the list of its theme.
#[component]
pub fn NoteItem(
    /// Which note.
    id: NoteId,
    /// The reader's notes.
    notebook: NotebookState,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let editing = RwSignal::new(false);
    let edit_button = NodeRef::<Button>::new();
    // Only who was editing is brought back to the button; a note that merely appears is not.
    let was_edited = StoredValue::new(false);
    edit_button.on_load(move |button| {
        if was_edited.get_value() {
            let _ = button.focus();
        }
    });
    let begin = move |_| {
        notebook.begin_edit(&id.get_value());
        editing.set(true);
    };
    let end = move || {
        was_edited.set_value(true);
        editing.set(false);
        notebook.end_edit(&id.get_value());
    };
    view! {
        <li class="note">
            {move || {
                if editing.get() {
                    view! { <NoteEditor id=id notebook=notebook done=end/> }.into_any()
                } else {
                    view! {
                        <p class="note__text" dir="auto">
                            {move || notebook.with_note(&id.get_value(), |note| note.text.clone())}
                        </p>
                        <p class="note__times">{move || times(notebook, &id.get_value())}</p>
                        <p class="note__actions">
                            <button class="button button--quiet" type="button" node_ref=edit_button on:click=begin>
                                "Edit note"
                            </button>
                            <button
                                class="button button--quiet"
                                type="button"
                                on:click=move |_| notebook.delete(&id.get_value())
                            >
                                "Delete note"
                            </button>
                        </p>
                    }.into_any()
                }
            }}
        </li>
    }
}

#[component]
fn NoteEditor(
    id: StoredValue<NoteId>,
    notebook: NotebookState,
    /// Called when the reader is done.
    done: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    field.on_load(|field| {
        let _ = field.focus();
    });
    // Also takes over what another page stored meanwhile; typing here is stored soon, and then
    // stands in both.
    Effect::new(move |_| {
        let stored = notebook.with_note(&id.get_value(), |note| note.text.clone());
        if let (Some(field), Some(stored)) = (field.get(), stored)
            && field.value() != stored
        {
            field.set_value(&stored);
        }
    });
    view! {
        <textarea
            class="note__editor"
            node_ref=field
            rows="4"
            aria-label="Note text"
            on:input=move |event| notebook.type_note(&id.get_value(), event_target_value(&event))
            on:blur=move |_| notebook.flush()
            on:keydown=move |event| {
                if is_submit(&event) || event.key() == "Escape" {
                    event.prevent_default();
                    done();
                }
            }
        ></textarea>
        <p class="note__actions">
            <button class="button" type="button" on:click=move |_| done()>"Done"</button>
        </p>
    }
}

fn times(notebook: NotebookState, id: &NoteId) -> Option<impl IntoView + use<>> {
    let (created, changed) =
        notebook.with_note(id, |note| (note.created.clone(), note.changed.clone()))?;
    let edited = (changed != created).then(|| (", changed ", time(notebook, &changed)));
    Some(("Added ", time(notebook, &created), edited))
}

fn time(notebook: NotebookState, time: &Timestamp) -> impl IntoView + use<> {
    view! { <time datetime=time.as_str().to_owned()>{notebook.local_time(time)}</time> }
}
