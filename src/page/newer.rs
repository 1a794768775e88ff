//! What tells that a newer version of the page has arrived (`src/early/offline.js`). A template, so that no
//! sentence stands in a script.

use leptos::prelude::*;

use crate::messages::page;

/// The place, and the sentence for it. It becomes a place for news only when there is some: else each page
/// would have two of them.
#[component]
pub fn Newer() -> impl IntoView {
    view! {
        <p class="notices__newer" id="newer" data-reader="" hidden=true>
            <template>{page::NEWER}</template>
        </p>
    }
}
