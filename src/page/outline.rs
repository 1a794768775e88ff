//! The theme outline: parts, and their themes.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use super::map::Map;
use super::theme::ThemeSection;
use super::words::Words;
use crate::event::{Event, Part};
use crate::messages::{annotating, page};

/// All parts and themes of the event.
#[component]
pub fn Outline(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let parts = event.parts.iter().map(|part| view! { <PartSection event=event part=part/> });
    let themes = (!event.parts.is_empty()).then(|| {
        view! {
            <h2 id="outline-title" tabindex="-1">{page::THEMES}</h2>
            {event.sessions.is_empty().then(|| view! { <Hint/> })}
            <Map event=event/>
            {parts.collect_view()}
        }
    });
    let title = (!event.parts.is_empty()).then_some("outline-title");
    view! {
        <section class="outline" aria-labelledby=title>
            {themes}
            // For notes on themes that the event no longer has, which only the printed page shows here.
            <div class="part part--lost" id="lost-notes" data-reader=""></div>
        </section>
    }
}

/// What is told at the first visit.
#[component]
pub fn Hint() -> impl IntoView {
    view! {
        <p class="part__text outline__hint">
            {annotating::HINT}
            " "
            <button type="button" class="button button--quiet" id="hint-seen" data-program="">
                {annotating::HINT_SEEN}
            </button>
        </p>
    }
}

/// A part's heading, and its themes.
#[component]
fn PartSection(
    /// What the page is about.
    event: &'static Event,
    /// The part.
    part: &'static Part,
) -> impl IntoView {
    let themes = event.themes_of(&part.id);
    let text = match &part.text {
        Some(text) => Either::Left(view! { <Words event=event text=text cites=&part.cites/> }),
        None => Either::Right(view! { <Citations event=event cites=&part.cites/> }),
    };
    view! {
        <div class="part">
            <h3 class="part__title" id=part.anchor() tabindex="-1">{part.title.as_str()}</h3>
            <div class="part__text">{text}</div>
            {themes.map(|theme| view! { <ThemeSection event=event theme=theme/> }).collect_view()}
        </div>
    }
}
