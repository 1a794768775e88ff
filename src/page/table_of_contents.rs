//! The table of contents: stays in view, marks what is being read, counts notes.

use leptos::prelude::*;

use crate::event::{Event, Theme};
use crate::messages::{notes, page};

/// Links to all themes, by part, and to the reader's notes.
#[component]
pub fn TableOfContents(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let parts = event.parts.iter().map(|part| {
        view! {
            <div class="contents__part">
                <p class="contents__part-title">{part.title.as_str()}</p>
                <ul class="contents__list" role="list">
                    {event.themes_of(&part.id).map(|theme| view! { <Line theme=theme/> }).collect_view()}
                </ul>
            </div>
        }
    });
    view! {
        <nav class="contents" aria-label=page::THEMES>
            {parts.collect_view()}
            <p class="contents__mine">
                <a class="contents__link" href="#my-notes">{notes::MY_NOTES}</a>
            </p>
        </nav>
    }
}

/// The link to a theme, and the place for the number of notes on it.
#[component]
fn Line(
    /// Where it leads.
    theme: &'static Theme,
) -> impl IntoView {
    view! {
        <li class="contents__item">
            <a class="contents__link" href=format!("#{}", theme.anchor())>{theme.title.as_str()}</a>
            " "
            <span class="contents__count" id=format!("count-{}", theme.id) data-reader=""></span>
        </li>
    }
}
