//! The foot of the page: what readers may count on, who is responsible, and the places for their choices.

use leptos::prelude::*;

use super::site::Around;
use crate::messages::page;

/// The promise, the host's links, and places for the button of the shortcuts and the choice of colours.
#[component]
pub fn Footer(
    /// The site around the page.
    around: Around,
) -> impl IntoView {
    let links = [(around.imprint, page::IMPRINT), (around.privacy, page::PRIVACY)];
    let links = links.into_iter().filter_map(|(link, words)| {
        let address = link?.as_str().to_owned();
        Some(view! { <a href=address>{words}</a> " " })
    });
    let links: Vec<_> = links.collect();
    let links = (!links.is_empty()).then(|| view! { <p>{links}</p> });
    view! {
        <footer class="footer" data-reader="">
            <p>{page::PROMISE}</p>
            {links}
            <div id="shortcuts-place" data-reader=""></div>
            <div id="languages-place" data-reader=""></div>
            <div id="colours-place" data-reader=""></div>
        </footer>
    }
}
