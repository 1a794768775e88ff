//! News about notes: quiet when all went well, loud when it did not, and the way back after a
//! deletion.

use leptos::html::Button;
use leptos::prelude::*;

use crate::messages;
use crate::state::NotebookState;

/// The page's one `status`, its one `alert`, and Undo.
#[component]
pub fn Notices(
    /// The reader's notes.
    notebook: NotebookState,
) -> impl IntoView {
    let undo_button = NodeRef::<Button>::new();
    // The button that had the focus is gone with the note; who works by keyboard goes on here.
    undo_button.on_load(|button| {
        let _ = button.focus();
    });
    let can_undo = Memo::new(move |_| notebook.can_undo());
    view! {
        <div class="notices">
            <div class="notices__problems" role="alert">
                {move || {
                    notebook
                        .problems()
                        .iter()
                        .map(|problem| view! { <p class="notices__problem">{messages::problem(problem)}</p> })
                        .collect_view()
                }}
            </div>
            <div class="notices__news">
                <p class="notices__status" role="status">
                    {move || messages::status(&notebook.status())}
                </p>
                {move || can_undo.get().then(|| view! {
                    <button
                        class="button"
                        type="button"
                        node_ref=undo_button
                        on:click=move |_| {
                            notebook.undo_delete();
                        }
                    >
                        "Undo"
                    </button>
                })}
            </div>
        </div>
    }
}
