//! What the early script tells when the program does not come. Templates, so that no sentence stands
//! in a script.

use leptos::prelude::*;

use crate::messages::{Phrase, early};
use crate::said::attributes;

/// A sentence for each case. Those beside a box have a button that copies what stands in it.
#[component]
pub fn EarlyTroubles() -> impl IntoView {
    view! {
        <template id="early-trouble"><BoxTrouble sentence=early::NOT_ADDED/></template>
        <template id="early-unsaved"><BoxTrouble sentence=early::NOT_SAVED/></template>
        <template id="early-missing">
            <div class="notices__problems" role="alert">
                <p class="notices__problem">{early::MISSING}</p>
            </div>
        </template>
    }
}

/// Tells beside a box what became of the text in it.
#[component]
fn BoxTrouble(
    /// What is told.
    sentence: Phrase,
) -> impl IntoView {
    view! {
        <span role="alert">{sentence}</span>
        " "
        <button
            type="button"
            class="button button--quiet"
            data-copy=""
            data-copied=early::COPIED
            data-l10n-attrs=attributes(&[("data-copied", early::COPIED)])
        >
            {early::COPY_TEXT}
        </button>
    }
}
