//! News about notes: quiet when all went well, loud when it did not, and the way back after a
//! deletion.

use leptos::html::{self, Div};
use leptos::prelude::*;

use super::controls::{Button, watch};
use super::in_browser::in_browser;
use crate::messages;
use crate::state::NotebookState;

/// The page's one `status`, its one `alert`, and Undo.
#[component]
pub fn Notices(
    /// The reader's notes.
    notebook: NotebookState,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    in_browser(notebook, move || place.get(), move || view! { <News notebook=notebook/> });
    view! { <div class="notices" node_ref=place></div> }
}

#[component]
fn News(notebook: NotebookState) -> impl IntoView {
    let undo_button = NodeRef::<html::Button>::new();
    let mut before: Option<String> = None;
    watch(move || {
        let place = notebook.undo_place();
        match (&place, undo_button.get()) {
            // The button that had the focus is gone with the note: who works by keyboard goes on
            // at Undo.
            (Some(_), Some(button)) => {
                let _ = button.focus();
            }
            // When Undo goes in its turn, and the focus with it, they go on at the theme.
            (None, _) => {
                if let Some(before) = &before {
                    notebook.recover_focus(before);
                }
            }
            _ => {}
        }
        before = place;
    });
    let can_undo = Memo::new(move |_| notebook.undo_place().is_some());
    let problems = move || {
        notebook
            .problems()
            .iter()
            .map(|problem| view! { <p class="notices__problem">{messages::problem(problem)}</p> })
            .collect_view()
    };
    view! {
        <div class="notices__problems" role="alert">{problems}</div>
        <div class="notices__news">
            <p class="notices__status" role="status">
                {Signal::derive(move || messages::status(&notebook.status()).to_owned())}
            </p>
            {move || can_undo.get().then(|| view! {
                <Button
                    label="Undo"
                    class="button"
                    node_ref=undo_button
                    press=Box::new(move || notebook.undo_delete())
                />
            })}
        </div>
    }
}
