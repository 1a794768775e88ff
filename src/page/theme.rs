//! One theme: its text, the box for a new note, and the place for the reader's notes on it.

use leptos::prelude::*;

use super::new_note::NewNote;
use super::quotation::Quotations;
use super::words::Words;
use crate::event::{Event, Theme, ThemeId};

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
                    <ThemeNotes id=id title=&theme.title/>
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
    view! {
        <Words event=event text=&theme.text cites=&theme.cites/>
        <Quotations event=event theme=Some(&theme.id)/>
    }
}

/// The box for a new note, and the place for the notes.
#[component]
pub fn ThemeNotes(
    /// The theme, or the session, on which they hang.
    id: &'static ThemeId,
    /// Its title.
    title: &'static str,
) -> impl IntoView {
    view! {
        <div class="theme__notes" id=format!("notes-{id}")>
            <NewNote id=id title=title/>
            <div class="theme__list" id=format!("theme-notes-{id}") data-reader=""></div>
        </div>
    }
}
