//! The page with the notes on all events of a site, and the ways to it. What lives there is a program of its
//! own (`src/all_notes.rs`), which finds its place by the id.

use leptos::prelude::*;

use super::footer::Footer;
use super::newer::Newer;
use super::site::{Around, read_in};
use crate::messages::{all_notes as messages, page};
use crate::said::said_with;

/// The HTML of that page: what stands in its `<body>`. `site` is the name of the site, and `start` the way to
/// its start page.
pub fn render_all_notes(site: &str, start: &str, around: Around) -> String {
    let (site, start) = (site.to_owned(), start.to_owned());
    Owner::new().with(|| view! { <AllNotes site=site start=start around=around/> }.to_html())
}

#[component]
fn AllNotes(site: String, start: String, around: Around) -> impl IntoView {
    let (language, direction) = read_in(around.language.clone());
    view! {
        <a class="skip" href="#content">{page::SKIP}</a>
        <header class="header">
            <p class="header__site">
                {said_with(&messages::back(&site), |name, words| {
                    let (start, language) = (start.clone(), language.clone());
                    view! {
                        <a href=start lang=language dir=direction data-l10n-name=name.to_owned()>
                            {words}
                        </a>
                    }
                    .into_any()
                })}
            </p>
            <h1 class="header__title">{page::ALL_NOTES}</h1>
        </header>
        <main id="content" class="content all-notes" tabindex="-1">
            <p class="all-notes__kept">{messages::KEPT}</p>
            <noscript>
                <p class="noscript">{messages::NEEDS_SCRIPT.text()}</p>
            </noscript>
            <p class="noscript" id="all-notes-trouble" role="alert" hidden=true>
                <template>{messages::NOT_LOADED}</template>
            </p>
            <div id="all-notes" data-reader="" data-site=site></div>
            <div class="notices"><Newer/></div>
        </main>
        <Footer around=around/>
    }
}

/// The way to it from the start page.
#[component]
pub fn FromStart(
    /// Its address from the start page.
    address: String,
) -> impl IntoView {
    view! {
        <section class="start__follow" aria-labelledby="notes-title">
            <h2 id="notes-title">{messages::ON_START}</h2>
            <p>
                {said_with(&messages::ON_START_EXPLAINED.into(), |name, words| {
                    let address = address.clone();
                    view! { <a href=address data-l10n-name=name.to_owned()>{words}</a> }.into_any()
                })}
            </p>
        </section>
    }
}

/// The way to it from the notes on one event.
#[component]
pub fn FromEvent(
    /// Its address from the page of the event.
    address: String,
) -> impl IntoView {
    view! {
        <p class="my-notes__all"><a href=address>{page::ALL_NOTES}</a></p>
    }
}
