//! The place for all of the reader's notes.

use leptos::prelude::*;

use super::all_notes::FromEvent;
use crate::messages::notes;

/// A heading, and below it the place that the reader's part fills.
#[component]
pub fn MyNotes(
    /// The page with the notes on all events, where there is one.
    all_notes: Option<String>,
) -> impl IntoView {
    view! {
        <section class="my-notes" id="my-notes" aria-labelledby="my-notes-title" tabindex="-1">
            <h2 id="my-notes-title">{notes::MY_NOTES}</h2>
            {all_notes.map(|address| view! { <FromEvent address=address/> })}
            <div id="my-notes-content" data-reader=""></div>
        </section>
    }
}
