//! One theme: its text, and the reader's notes on it.

use leptos::html::Ul;
use leptos::prelude::*;

use super::built::built;
use super::citations::Citations;
use super::in_browser::in_browser;
use super::new_note::NewNote;
use super::note::NoteItem;
use super::quotation::Quotations;
use crate::event::{Event, Theme};
use crate::notebook::search::Query;
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
    let text = move || {
        view! {
            {theme.text.iter().enumerate().map(|(index, paragraph)| view! {
                <p>
                    {paragraph.as_str()}
                    {(index == last).then(|| view! { <Citations event=event cites=&theme.cites/> })}
                </p>
            }).collect_view()}
            <Quotations event=event theme=Some(&theme.id)/>
        }
    };
    let notes = NodeRef::<Ul>::new();
    in_browser(
        notebook,
        move || notes.get(),
        move || {
            view! {
                <For
                    each=move || notebook.find(Some(&theme.id), &Query::default())
                    key=Clone::clone
                    children=move |id| view! { <NoteItem id=id notebook=notebook/> }
                />
            }
        },
    );
    view! {
        <section class="theme" id=theme.anchor() aria-labelledby=labelled_by tabindex="-1">
            <details class="theme__details" open>
                <summary class="theme__summary">
                    <h4 class="theme__title" id=title_id>{theme.title.as_str()}</h4>
                </summary>
                <div class="theme__text" inner_html=built(text)></div>
                <div class="theme__notes">
                    <NewNote theme=theme notebook=notebook/>
                    <ul
                        class="notes"
                        role="list"
                        aria-label=format!("Notes on {}", theme.title)
                        node_ref=notes
                    ></ul>
                </div>
            </details>
        </section>
    }
}
