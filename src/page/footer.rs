//! The foot of the page: what readers may count on, and the places for their choices.

use leptos::prelude::*;

use crate::messages::page;

/// The promise, and places for the button of the shortcuts and the choice of colours.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{page::PROMISE}</p>
            <div id="shortcuts-place" data-reader=""></div>
            <div id="colours-place" data-reader=""></div>
        </footer>
    }
}
