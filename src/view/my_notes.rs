//! All notes in one place, with a search.

use leptos::prelude::*;

use crate::event::{Event, ThemeId};
use crate::messages;
use crate::notebook::NoteId;
use crate::notebook::search::{Query, pieces};
use crate::state::{Found, NotebookState};

/// All notes, grouped by theme in the outline's order, filtered as the reader types.
#[component]
pub fn MyNotes(
    /// What the page is about.
    event: &'static Event,
    /// The reader's notes.
    notebook: NotebookState,
) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let query = Memo::new(move |_| search.with(|text| Query::new(text)));
    let found = Memo::new(move |_| query.with(|query| notebook.find(query)));
    let themes = Memo::new(move |_| {
        found.with(|found| found.iter().map(|group| group.theme.clone()).collect::<Vec<_>>())
    });
    let totals = move || {
        let count = found.with(|found| found.iter().map(|group| group.notes.len()).sum());
        messages::totals(count, notebook.count(), query.with(|query| !query.is_empty()))
    };
    view! {
        <section class="my-notes" id="my-notes" aria-labelledby="my-notes-title" tabindex="-1">
            <h2 id="my-notes-title">"My notes"</h2>
            <p class="my-notes__search">
                <input
                    class="my-notes__box"
                    type="search"
                    aria-label="Search notes"
                    placeholder="Search notes"
                    autocomplete="off"
                    disabled=move || !notebook.ready()
                    on:input=move |event| search.set(event_target_value(&event))
                />
            </p>
            <p class="my-notes__totals" aria-live="polite">
                {move || notebook.ready().then(totals)}
            </p>
            <For
                each=move || themes.get()
                key=Clone::clone
                children=move |theme| view! { <Group event=event notebook=notebook theme=theme query=query found=found/> }
            />
        </section>
    }
}

/// The notes of one theme that were found.
#[component]
fn Group(
    event: &'static Event,
    notebook: NotebookState,
    theme: Option<ThemeId>,
    query: Memo<Query>,
    found: Memo<Vec<Found>>,
) -> impl IntoView {
    let known = event.themes.iter().find(|known| Some(&known.id) == theme.as_ref());
    let title = known
        .map_or("Notes on themes no longer in this event", |known| known.title.as_str());
    let address = known.map(|known| format!("#{}", known.anchor()));
    let notes = Memo::new(move |_| {
        found.with(|found| {
            found
                .iter()
                .find(|group| group.theme == theme)
                .map(|group| group.notes.clone())
                .unwrap_or_default()
        })
    });
    view! {
        <div class="my-notes__group">
            <p class="my-notes__theme">
                {match address.clone() {
                    Some(address) => view! { <a href=address>{title}</a> }.into_any(),
                    None => title.into_any(),
                }}
            </p>
            <ul class="my-notes__list" role="list" aria-label=title>
                <For
                    each=move || notes.get()
                    key=Clone::clone
                    children=move |id| view! { <FoundNote notebook=notebook id=id query=query address=address.clone()/> }
                />
            </ul>
        </div>
    }
}

/// A note that was found, its hits marked.
#[component]
fn FoundNote(
    notebook: NotebookState,
    id: NoteId,
    query: Memo<Query>,
    /// Where its theme is on the page.
    address: Option<String>,
) -> impl IntoView {
    let text = move || {
        notebook.with_note(&id, |note| {
            query.with(|query| {
                let hits = query.hits(&note.text).unwrap_or_default();
                pieces(&note.text, &hits)
                    .into_iter()
                    .map(|(piece, hit)| {
                        let piece = piece.to_owned();
                        if hit { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() }
                    })
                    .collect_view()
            })
        })
    };
    view! {
        <li class="my-notes__note">
            <p class="my-notes__text" dir="auto">{text}</p>
            {address.map(|address| view! { <a class="my-notes__link" href=address>"Go to theme"</a> })}
        </li>
    }
}
