//! The theme outline: parts, and their themes.

use leptos::prelude::*;

use super::built::built;
use super::citations::Citations;
use super::theme::ThemeSection;
use crate::event::Event;
use crate::state::NotebookState;

/// All parts and themes of the event.
#[component]
pub fn Outline(
    /// What the page is about.
    event: &'static Event,
    /// The reader's notes.
    notebook: NotebookState,
) -> impl IntoView {
    view! {
        <section class="outline" aria-labelledby="outline-title">
            <h2 id="outline-title">"Themes"</h2>
            {event.parts.iter().map(|part| view! {
                <div class="part">
                    <div inner_html=built(|| view! {
                        <h3 class="part__title" id=part.anchor() tabindex="-1">{part.title.as_str()}</h3>
                        <p class="part__text">
                            {part.text.as_deref()}
                            <Citations event=event cites=&part.cites/>
                        </p>
                    })></div>
                    {event.themes_of(&part.id).map(|theme| view! {
                        <ThemeSection event=event theme=theme notebook=notebook/>
                    }).collect_view()}
                </div>
            }).collect_view()}
        </section>
    }
}
