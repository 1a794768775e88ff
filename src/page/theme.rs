//! One theme: its text, the box for a new note, and the place for the reader's notes on it.

use leptos::prelude::*;

use super::citations::Citations;
use super::new_note::NewNote;
use super::quotation::Quotations;
use crate::event::{Event, Theme};

/// A theme that opens and closes, with its notes beneath.
#[component]
pub fn ThemeSection(
    /// What the page is about.
    event: &'static Event,
    /// The theme.
    theme: &'static Theme,
) -> impl IntoView {
    let id = &theme.id;
    let title_id = format!("{}-title", theme.anchor());
    view! {
        <section class="theme" id=theme.anchor() aria-labelledby=title_id tabindex="-1">
            <details class="theme__details" open="">
                <summary class="theme__summary">
                    <h4 class="theme__title" id=title_id.clone()>{theme.title.as_str()}</h4>
                </summary>
                <div class="theme__body">
                    <div class="theme__text" id=format!("text-{id}")>
                        <ThemeText event=event theme=theme/>
                    </div>
                    <div class="theme__notes" id=format!("notes-{id}")>
                        <NewNote theme=theme/>
                        <div class="theme__list" id=format!("theme-notes-{id}") data-reader=""></div>
                    </div>
                </div>
            </details>
        </section>
    }
}

/// What was discussed, and what was said about it.
#[component]
fn ThemeText(
    /// What the page is about.
    event: &'static Event,
    /// The theme.
    theme: &'static Theme,
) -> impl IntoView {
    let last = theme.text.len().saturating_sub(1);
    let paragraphs = theme.text.iter().enumerate().map(|(index, paragraph)| {
        let is_last = index == last;
        view! {
            <p>
                {paragraph.as_str()}
                {is_last.then(|| view! { <Citations event=event cites=&theme.cites/> })}
            </p>
        }
    });
    view! {
        {paragraphs.collect_view()}
        <Quotations event=event theme=Some(&theme.id)/>
    }
}
