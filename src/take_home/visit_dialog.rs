//! Notes that came with the page's address: shown as somebody else's, and added to the reader's own
//! only where they say so.

use leptos::prelude::*;

use super::browser;
use super::dialog::{Close, dialog};
use super::request::{FirstProgram, Outcome};
use crate::formats::{Change, Material, Visit, VisitingNote, open_link, plan_visit};
use crate::words::{notes as note_words, take_home as words};

/// The dialog.
pub(super) fn view(material: Material, first: FirstProgram, close: Close) -> impl IntoView {
    let opened = open_link(&browser::fragment(), &material);
    // Once they are seen, loading the page anew shows the page.
    browser::drop_fragment();
    let content = match opened {
        Ok(visit) => visitor(visit, material, first).into_any(),
        Err(error) => view! { <p role="alert">{error.message()}</p> }.into_any(),
    };
    dialog(words::VISIT_TITLE, close, content)
}

fn visitor(visit: Visit, material: Material, first: FirstProgram) -> impl IntoView {
    let count = visit.notes.len();
    let plan = plan_visit(&visit, &material);
    let title_of = |note: &VisitingNote| {
        let theme = material.event.themes.iter().find(|theme| theme.id == note.theme);
        theme.map_or(words::GONE_THEME, |theme| &theme.title).to_owned()
    };
    let notes = visit
        .notes
        .iter()
        .map(|note| {
            view! {
                <li class="take-home__note">
                    <p class="take-home__times">
                        {title_of(note)} ", " {crate::browser::local_time(&note.created)}
                    </p>
                    {note.quote.as_ref().map(|quote| view! {
                        <blockquote class="take-home__quote" dir="auto">
                            {quote.exact.clone()}
                        </blockquote>
                    })}
                    {(!note.text.trim().is_empty()).then(|| view! {
                        <p class="take-home__text" dir="auto">{note.text.clone()}</p>
                    })}
                </li>
            }
        })
        .collect_view();
    let is_known = plan.changes.is_empty();
    let news = RwSignal::new(String::new());
    let undo = RwSignal::new_local(None::<Vec<Change>>);
    let first = StoredValue::new_local(first);
    let add = {
        let changes = StoredValue::new_local(plan.changes);
        move |_| {
            let outcome =
                changes.with_value(|changes| first.with_value(|first| first.change(changes)));
            if outcome == Outcome::Done {
                news.set(words::ADDED_TO_YOURS.to_owned());
                undo.set(Some(changes.with_value(|it| it.iter().map(Change::reversed).collect())));
            } else {
                news.set(words::not_done(outcome).to_owned());
            }
        }
    };
    let take_back = move |_| {
        let changes = undo.get_untracked().unwrap_or_default();
        let outcome = first.with_value(|first| first.change(&changes));
        if outcome == Outcome::Done {
            undo.set(None);
            news.set(words::TAKEN_BACK.to_owned());
        } else {
            news.set(words::not_done(outcome).to_owned());
        }
    };
    view! {
        <p>
            {words::shared_with_you(count)}
        </p>
        <ul class="take-home__notes" role="list" aria-label=words::VISIT_LIST>{notes}</ul>
        <p class="take-home__actions">
            {if is_known {
                view! { <span>{words::ALL_KNOWN}</span> }.into_any()
            } else {
                view! {
                    {move || match undo.get() {
                        None => view! {
                            <button type="button" class="button" on:click=add>
                                {words::ADD_TO_MINE}
                            </button>
                        }
                        .into_any(),
                        Some(_) => view! {
                            <button type="button" class="button" on:click=take_back>{note_words::UNDO}</button>
                        }
                        .into_any(),
                    }}
                }
                .into_any()
            }}
        </p>
        <p class="take-home__news" role="status">{move || news.get()}</p>
    }
}
