//! News about notes: quiet when all went well, loud when it did not, and the way back after a
//! deletion.

use leptos::html;
use leptos::prelude::*;

use super::platform;
use super::state::{Deletion, News, Notes, Saving};
use super::transfer::Transfer;
use crate::event::places::theme_anchor;
use crate::messages::news::{self, Problem, Remedy};
use crate::messages::notes;

/// The page's one `alert`, its one `status`, and Undo.
#[component]
pub fn Notices() -> impl IntoView {
    let news = expect_context::<News>();
    let status = move || news::status(&news.status()).map(String::from).unwrap_or_default();
    view! {
        <div class="notices__problems" role="alert">
            <For each=move || news.problems() key=|problem| news::problem(problem).text() let:problem>
                <Notice problem=problem/>
            </For>
        </div>
        <div class="notices__news">
            <p
                class="notices__status"
                class:notices__status--again=move || news.turn()
                role="status"
                prop:textContent=status
            ></p>
            <Undo/>
        </div>
    }
}

#[component]
fn Notice(problem: Problem) -> impl IntoView {
    let news = expect_context::<News>();
    let saving = expect_context::<Saving>();
    let transfer = expect_context::<Transfer>();
    let words = news::problem(&problem);
    let remedy = news::remedy(&problem).map(|remedy| {
        let help = move |_| match remedy {
            Remedy::CopyAll => transfer.copy_all(),
            Remedy::WriteBack => saving.write_back(),
            Remedy::Dismiss => news.dismiss(&problem),
        };
        view! {
            <button type="button" class="button button--small" on:click=help>
                {remedy.label()}
            </button>
        }
    });
    view! { <div class="notices__problem"><p>{words}</p>{remedy}</div> }
}

/// The button that takes back a deletion.
#[component]
fn Undo() -> impl IntoView {
    let news = expect_context::<News>();
    let notes_context = expect_context::<Notes>();
    let button = NodeRef::<html::Button>::new();
    Effect::new(move |before: Option<Option<Deletion>>| {
        let deletion = news.deletion();
        match (&deletion, before.flatten()) {
            // The button that had the focus is gone with the note: who works by keyboard goes on at
            // Undo, …
            (Some(_), _) => {
                if let Some(button) = button.get() {
                    let _ = button.focus();
                }
            }
            // … and when that goes in its turn, and the focus with it, at the theme.
            (None, Some(before)) => platform::recover_focus(&theme_anchor(&before.theme)),
            (None, None) => {}
        }
        deletion
    });
    view! {
        <div>
            <Show when=move || news.deletion().is_some()>
                <button
                    type="button"
                    class="button"
                    node_ref=button
                    on:click=move |_| notes_context.undo_delete()
                >
                    {notes::UNDO}
                </button>
            </Show>
        </div>
    }
}
