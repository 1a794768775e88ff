//! Notes that came with the page's address: shown as somebody else's, and added to the reader's own
//! only where they say so.

use leptos::either::Either;
use leptos::prelude::*;

use super::NotebookAccess;
use super::dialog::{Close, Dialog};
use crate::browser::local_time;
use crate::formats::{Change, Snapshot, Visit, VisitingNote, open_link, plan_visit};
use crate::messages::{Phrase, notes, transfer as messages};
use crate::transfer::request::Outcome;

/// The dialog.
#[component]
pub fn SharedDialog(
    /// The fragment of the page's address.
    fragment: String,
    /// What there is.
    snapshot: Snapshot,
    /// Where changes are made.
    notebook: NotebookAccess,
    /// What is called when it is closed.
    on_close: Close,
) -> impl IntoView {
    let content = match open_link(&fragment, &snapshot) {
        Ok(visit) => Either::Left(view! {
            <SharedNotes visit=visit snapshot=snapshot notebook=notebook/>
        }),
        Err(error) => Either::Right(view! { <p role="alert">{error.message()}</p> }),
    };
    view! {
        <Dialog title=messages::VISIT_TITLE on_close=on_close>
            {content}
        </Dialog>
    }
}

#[component]
fn SharedNotes(visit: Visit, snapshot: Snapshot, notebook: NotebookAccess) -> impl IntoView {
    let changes = plan_visit(&visit, &snapshot).changes;
    let count = visit.notes.len();
    let items = visit
        .notes
        .into_iter()
        .map(|note| {
            let title = snapshot.event.theme_title(&note.theme).map(str::to_owned);
            let title = title.unwrap_or_else(|| messages::GONE_THEME.text().to_owned());
            view! { <SharedNote theme=title note=note/> }
        })
        .collect_view();
    let actions = if changes.is_empty() {
        Either::Left(view! { <span>{messages::ALL_KNOWN}</span> })
    } else {
        Either::Right(view! { <AddThem changes=changes notebook=notebook/> })
    };
    view! {
        <p>{messages::shared_with_you(count)}</p>
        <ul class="transfer__notes" role="list" aria-label=messages::VISIT_LIST>
            {items}
        </ul>
        {actions}
    }
}

#[component]
fn SharedNote(
    /// The title of its theme.
    theme: String,
    note: VisitingNote,
) -> impl IntoView {
    let quote = note.quote.map(|quote| {
        view! {
            <blockquote class="transfer__quote" dir="auto">
                {quote.exact}
            </blockquote>
        }
    });
    let text = (!note.text.trim().is_empty()).then(|| {
        view! {
            <p class="transfer__text" dir="auto">
                {note.text}
            </p>
        }
    });
    view! {
        <li class="transfer__note">
            <p class="transfer__times">{theme} ", " {local_time(&note.created)}</p>
            {quote}
            {text}
        </li>
    }
}

/// Adds the notes to the reader's own, and takes that back.
#[component]
fn AddThem(changes: Vec<Change>, notebook: NotebookAccess) -> impl IntoView {
    let are_added = RwSignal::new(false);
    let news = RwSignal::new(None::<Phrase>);
    let switch = move |_| {
        let (done, changes) = if are_added.get_untracked() {
            (messages::TAKEN_BACK, changes.iter().map(Change::reversed).collect())
        } else {
            (messages::ADDED_TO_YOURS, changes.clone())
        };
        match notebook.make(&changes) {
            Outcome::Done => {
                are_added.update(|are_added| *are_added = !*are_added);
                news.set(Some(done));
            }
            outcome => news.set(messages::not_done(outcome)),
        }
    };
    let label = move || (if are_added.get() { notes::UNDO } else { messages::ADD_TO_MINE }).text();
    view! {
        <p class="transfer__actions">
            <button type="button" class="button" prop:textContent=label on:click=switch></button>
        </p>
        <p class="transfer__news" role="status" prop:textContent=move || news.get().map(Phrase::text).unwrap_or_default()></p>
    }
}
