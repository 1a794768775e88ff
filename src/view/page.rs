//! The whole page: landmarks and their order.

use leptos::prelude::*;

use super::contents::Contents;
use super::header::Header;
use super::my_notes::MyNotes;
use super::notices::Notices;
use super::outline::Outline;
use super::people::People;
use super::sources::Sources;
use super::summary::Summary;
use crate::event::{Event, ThemeId};
use crate::state::NotebookState;

/// The page of an event.
#[component]
pub fn Page(
    /// What the page is about.
    event: &'static Event,
    /// The reader's notes.
    notebook: NotebookState,
    /// The theme being read.
    reading: RwSignal<Option<&'static ThemeId>>,
) -> impl IntoView {
    view! {
        <a class="skip" href="#content">"Skip to the content"</a>
        <Header event=event/>
        <Contents event=event notebook=notebook reading=reading/>
        <main class="content" id="content" tabindex="-1">
            <Summary event=event/>
            <People event=event/>
            <Outline event=event notebook=notebook/>
            <MyNotes event=event notebook=notebook/>
            <Sources event=event/>
            <Notices notebook=notebook/>
        </main>
        <footer class="footer">
            <p>
                "Your notes stay in this browser. This page has no account, sends nothing \
                 anywhere, and does not watch who reads it."
            </p>
        </footer>
    }
}
