//! The buttons that copy the sentences by which the event is cited.

use leptos::prelude::*;

use super::state::News;
use super::{mount, platform};
use crate::messages::annotating as messages;
use crate::messages::news::Copied;

/// Mounts a button beside each citation of the static page.
pub fn mount_buttons(news: News) {
    for number in 1.. {
        let place_id = format!("copy-citation-{number}");
        let Some(place) = platform::element(&place_id) else { break };
        let style = place.get_attribute("data-style").unwrap_or_default();
        mount(&place_id, move || {
            view! { <CopyCitation citation=format!("citation-{number}") style=style news=news/> }
        });
    }
}

#[component]
fn CopyCitation(
    /// The id of the element that holds the citation.
    citation: String,
    /// The name of its style.
    style: String,
    /// Where it is told how that went.
    news: News,
) -> impl IntoView {
    let copy = move |_| {
        let citation = citation.clone();
        let text = platform::text_of(&citation).unwrap_or_default();
        platform::copy_text(&text, move |went_well| {
            if !went_well {
                platform::select(&citation);
            }
            news.tell_copied(went_well, Copied::Citation);
        });
    };
    view! {
        <button type="button" class="button button--quiet" on:click=copy>
            {messages::copy_in(&style)}
        </button>
    }
}
