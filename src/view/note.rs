//! One note: shown as text, and with an editor only while it is edited.

use leptos::either::Either;
use leptos::html::{self, Textarea};
use leptos::prelude::*;

use super::controls::{Button, TextBox, Typing, watch};
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
    let edit_button = NodeRef::<html::Button>::new();
    // Only who was here before is brought to the button; a note that merely appears is not.
    let returns = StoredValue::new(notebook.take_restored(&id));
    let id = StoredValue::new(id);
    watch(move || {
        if let (true, Some(button)) = (returns.get_value(), edit_button.get()) {
            let _ = button.focus();
        }
    });
    let editing = RwSignal::new(false);
    let begin = move || {
        returns.set_value(true);
        notebook.begin_edit(&id.get_value());
        editing.set(true);
    };
    let end = move || {
        editing.set(false);
        notebook.end_edit(&id.get_value());
    };
    let text = Signal::derive(move || {
        notebook.with_note(&id.get_value(), |note| note.text.clone()).unwrap_or_default()
    });
    view! {
        <li class="note">
            {move || {
                if editing.get() {
                    Either::Left(view! { <NoteEditor id=id notebook=notebook done=end/> })
                } else {
                    Either::Right(view! {
                        <p class="note__text" dir="auto">{text}</p>
                        <Times notebook=notebook id=id/>
                        <p class="note__actions">
                            <Button
                                label="Edit note"
                                class="button button--quiet"
                                node_ref=edit_button
                                press=Box::new(begin)
                            />
                            <Button
                                label="Delete note"
                                class="button button--quiet"
                                press=Box::new(move || notebook.delete(&id.get_value()))
                            />
                        </p>
                    })
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
    let mut focused = false;
    // Also takes over what another page stored meanwhile; what is typed here is stored soon, and
    // then stands in both.
    watch(move || {
        let stored = notebook.with_note(&id.get_value(), |note| note.text.clone());
        let (Some(field), Some(stored)) = (field.get(), stored) else { return };
        if field.value() != stored {
            field.set_value(&stored);
        }
        if !focused {
            let _ = field.focus();
            focused = true;
        }
    });
    let typing = Typing {
        typed: Box::new(move |text| notebook.type_note(&id.get_value(), text)),
        left: Box::new(move || notebook.flush()),
        submitted: Box::new(done),
        escaped: Box::new(done),
    };
    view! {
        <TextBox
            label="Note text".to_owned()
            class="note__editor"
            rows="4"
            node_ref=field
            typing=typing
        />
        <p class="note__actions">
            <Button label="Done" class="button" press=Box::new(done)/>
        </p>
    }
}

/// When a note was added, and when it was changed last.
#[component]
fn Times(notebook: NotebookState, id: StoredValue<NoteId>) -> impl IntoView {
    let created = notebook.with_note(&id.get_value(), |note| note.created.clone());
    let changed = move || {
        notebook
            .with_note(&id.get_value(), |note| {
                (note.changed != note.created).then(|| note.changed.clone())
            })
            .flatten()
            .map(|changed| (", changed ", time(notebook, &changed)))
    };
    view! {
        <p class="note__times">
            "Added " {created.map(|created| time(notebook, &created))} {changed}
        </p>
    }
}

fn time(notebook: NotebookState, time: &Timestamp) -> impl IntoView + use<> {
    view! { <time datetime=time.as_str().to_owned()>{notebook.local_time(time)}</time> }
}
