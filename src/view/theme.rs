//! One theme: its text, and the reader's notes on it.

use leptos::prelude::*;

use super::citations::Citations;
use super::new_note::NewNote;
use super::note::NoteItem;
use super::quotation::Quotations;
use crate::event::{Event, Theme};
use crate::state::NotebookState;

/// A theme that opens and closes, with its notes beneath.
#[component]
pub fn ThemeSection(
    /// What the page is about.
    event: &'static Event,
    /// The theme.
    theme: &'static Theme,
    /// The reader's notes.
    notebook: NotebookState,
) -> impl IntoView {
    let title_id = format!("{}-title", theme.anchor());
    let labelled_by = title_id.clone();
    let last = theme.text.len().saturating_sub(1);
    view! {
        <section class="theme" id=theme.anchor() aria-labelledby=labelled_by tabindex="-1">
            <details class="theme__details" open>
                <summary class="theme__summary">
                    <h4 class="theme__title" id=title_id>{theme.title.as_str()}</h4>
                </summary>
                <div class="theme__text">
                    {theme.text.iter().enumerate().map(|(index, paragraph)| view! {
                        <p>
                            {paragraph.as_str()}
                            {(index == last).then(|| view! { <Citations event=event cites=&theme.cites/> })}
                        </p>
                    }).collect_view()}
                    <Quotations event=event theme=Some(&theme.id)/>
                </div>
                <div class="theme__notes">
                    <NewNote theme=theme notebook=notebook/>
                    <ul class="notes" role="list" aria-label=format!("Notes on {}", theme.title)>
                        <For
                            each=move || notebook.notes_on(&theme.id)
                            key=Clone::clone
                            children=move |id| view! { <NoteItem id=id notebook=notebook/> }
                        />
                    </ul>
                </div>
            </details>
        </section>
    }
}
