//! All notes in one place, with a search.

use leptos::either::Either;
use leptos::html::Div;
use leptos::prelude::*;

use super::in_browser::in_browser;
use crate::event::{Event, Theme};
use crate::messages;
use crate::notebook::NoteId;
use crate::notebook::search::{Query, pieces};
use crate::state::NotebookState;

/// All notes, grouped by theme in the outline's order, filtered as the reader types.
#[component]
pub fn MyNotes(
    /// What the page is about.
    event: &'static Event,
    /// The reader's notes.
    notebook: NotebookState,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    in_browser(
        notebook,
        move || place.get(),
        move || {
            view! { <SearchableNotes event=event notebook=notebook/> }
        },
    );
    view! {
        <section class="my-notes" id="my-notes" aria-labelledby="my-notes-title" tabindex="-1">
            <h2 id="my-notes-title">"My notes"</h2>
            <div node_ref=place></div>
        </section>
    }
}

#[component]
fn SearchableNotes(event: &'static Event, notebook: NotebookState) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let query = Memo::new(move |_| search.with(|text| Query::new(text)));
    let outline = event.outline().map(Some).chain([None]);
    let groups: Vec<(Option<&Theme>, Memo<Vec<NoteId>>)> = outline
        .map(|theme| {
            let id = theme.map(|theme| &theme.id);
            (theme, Memo::new(move |_| query.with(|query| notebook.find(id, query))))
        })
        .collect();
    let counts: Vec<Memo<Vec<NoteId>>> = groups.iter().map(|(_, notes)| *notes).collect();
    let totals = move || {
        let found = counts.iter().map(|notes| notes.with(Vec::len)).sum();
        messages::totals(found, notebook.count(), query.with(|query| !query.is_empty()))
    };
    view! {
        <p class="my-notes__search">
            <input
                class="my-notes__box"
                type="search"
                aria-label="Search notes"
                placeholder="Search notes"
                autocomplete="off"
                on:input=move |event| search.set(event_target_value(&event))
            />
        </p>
        <p class="my-notes__totals" aria-live="polite">{Signal::derive(totals)}</p>
        {groups.into_iter().map(|(theme, notes)| view! {
            <Group theme=theme notes=notes notebook=notebook query=query/>
        }).collect_view()}
    }
}

/// The notes of one theme that were found.
#[component]
fn Group(
    theme: Option<&'static Theme>,
    notes: Memo<Vec<NoteId>>,
    notebook: NotebookState,
    query: Memo<Query>,
) -> impl IntoView {
    let title =
        theme.map_or("Notes on themes no longer in this event", |theme| theme.title.as_str());
    let address = theme.map(|theme| format!("#{}", theme.anchor()));
    let address = StoredValue::new(address);
    view! {
        <div class="my-notes__group" hidden=Signal::derive(move || notes.with(Vec::is_empty))>
            <p class="my-notes__theme"><a href=address.get_value()>{title}</a></p>
            <ul class="my-notes__list" role="list" aria-label=title>
                <For
                    each=move || notes.get()
                    key=Clone::clone
                    children=move |id| view! {
                        <FoundNote notebook=notebook id=id query=query address=address.get_value()/>
                    }
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
                        if hit {
                            Either::Left(view! { <mark>{piece}</mark> })
                        } else {
                            Either::Right(piece)
                        }
                    })
                    .collect_view()
            })
        })
    };
    view! {
        <li class="my-notes__note">
            <p class="my-notes__text" dir="auto">{text}</p>
            <a class="my-notes__link" href=address>"Go to theme"</a>
        </li>
    }
}
