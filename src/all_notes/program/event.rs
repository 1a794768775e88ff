//! The notes on one event.

use leptos::either::Either;
use leptos::prelude::*;

use super::super::{Found, FoundEvent, Group, Text, Unreadable};
use super::export::SaveThese;
use super::text::{DeletedText, DraftText, NoteText};
use super::{Page, whole_address};
use crate::event::{EventId, ThemeId};
use crate::messages::all_notes as messages;

/// An event, its themes, and what stands beside the notes.
#[component]
pub fn EventNotes(
    /// Which event.
    id: EventId,
    /// What was found.
    found: Memo<Found>,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let heading = format!("event-{id}");
    let labelled = heading.clone();
    let event = {
        let id = id.clone();
        Memo::new(move |_| found.with(|found| found.of(&id).cloned()))
    };
    // Of what is on the page, names and addresses stay as they are.
    let facts = event.get_untracked();
    let facts = facts.map(|FoundEvent { title, language, address, starts, .. }| {
        let title = view! { <span lang=language dir="auto">{title}</span> };
        let is_unknown = address.is_none() && page.has_titles;
        let title = match address {
            Some(address) => Either::Left(view! { <a href=whole_address(&address)>{title}</a> }),
            None => Either::Right(title),
        };
        let starts = starts.map(|day| {
            view! {
                <p class="all-notes__day">
                    <time datetime=day.iso().to_owned()>{day.long()}</time>
                </p>
            }
        });
        let unknown = is_unknown.then(|| {
            view! {
                <p class="all-notes__unknown">{messages::UNKNOWN_EVENT}</p>
                <SaveThese id=id/>
            }
        });
        view! {
            <h2 id=heading>{title}</h2>
            {starts}
            {unknown}
        }
    });
    let themes = move || {
        let themes = |event: &FoundEvent| {
            event.groups.iter().map(|group| group.theme.clone()).collect::<Vec<_>>()
        };
        event.read().as_ref().map(themes).unwrap_or_default()
    };
    let unreadable =
        move || event.read().as_ref().map(|it| it.unreadable.clone()).unwrap_or_default();
    view! {
        <section class="all-notes__event" aria-labelledby=labelled>
            {facts}
            <For each=themes key=|theme| theme.clone() let:theme>
                <ThemeNotes theme=theme event=event/>
            </For>
            {move || Some(unreadable()).filter(|it| !it.is_empty()).map(|entries| {
                view! { <CouldNotBeRead entries=entries/> }
            })}
            <RecentlyDeleted event=event/>
        </section>
    }
}

/// The texts on one theme.
#[component]
fn ThemeNotes(
    /// Which theme.
    theme: ThemeId,
    /// Its event.
    event: Memo<Option<FoundEvent>>,
) -> impl IntoView {
    let group = Memo::new(move |_| {
        let event = event.read();
        event.as_ref()?.groups.iter().find(|group| group.theme == theme).cloned()
    });
    let facts = group.get_untracked();
    let language = event.with_untracked(|event| event.as_ref()?.language.clone());
    let address = facts.as_ref().and_then(|it| it.address.as_deref().map(whole_address));
    let link = address.clone();
    let label = facts.as_ref().map(|it| messages::notes_on(&it.title).text());
    let heading = facts.map(|Group { title, is_gone, .. }| {
        let title = view! { <span lang=language dir="auto">{title}</span> };
        let title = match link {
            Some(address) => Either::Left(view! { <a href=address>{title}</a> }),
            None => Either::Right(title),
        };
        let gone = is_gone.then(|| {
            view! { " " <span class="all-notes__gone">{messages::GONE_THEME}</span> }
        });
        view! { <h3 class="all-notes__theme">{title} {gone}</h3> }
    });
    let texts = move || group.read().as_ref().map(|it| it.texts.clone()).unwrap_or_default();
    view! {
        {heading}
        <ul class="all-notes__list" role="list" aria-label=label>
            <For each=texts key=Text::key let:text>
                {match text {
                    Text::Note(note) => Either::Left(view! {
                        <NoteText note=note address=address.clone()/>
                    }),
                    Text::Draft(_, text) => Either::Right(view! {
                        <DraftText text=text address=address.clone()/>
                    }),
                }}
            </For>
        </ul>
    }
}

/// Entries that could not be read, as they are.
#[component]
fn CouldNotBeRead(entries: Vec<Unreadable>) -> impl IntoView {
    let entries = entries.into_iter().map(|Unreadable { key, text }| {
        let text = match text {
            Some(text) => Either::Left(view! { <pre class="all-notes__raw">{text}</pre> }),
            None => Either::Right(view! { <p>{messages::OUT_OF_REACH}</p> }),
        };
        view! {
            <li class="all-notes__note">
                <p class="all-notes__key">{key}</p>
                {text}
            </li>
        }
    });
    view! {
        <h3 class="all-notes__theme">{messages::UNREADABLE}</h3>
        <p class="all-notes__facts">{messages::UNREADABLE_EXPLAINED}</p>
        <ul class="all-notes__list" role="list" aria-label=messages::UNREADABLE>
            {entries.collect_view()}
        </ul>
    }
}

/// The notes that were deleted lately, behind a press.
#[component]
fn RecentlyDeleted(event: Memo<Option<FoundEvent>>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let deleted = move || event.read().as_ref().map(|it| it.deleted.clone()).unwrap_or_default();
    let count = Memo::new(move |_| deleted().len());
    let items = move || {
        is_open.get().then(|| {
            let items =
                deleted().into_iter().map(|deleted| view! { <DeletedText deleted=deleted/> });
            items.collect_view()
        })
    };
    let toggle = move |_| is_open.update(|is_open| *is_open = !*is_open);
    view! {
        <details class="all-notes__deleted" hidden=move || count.get() == 0 on:toggle=toggle>
            <summary prop:textContent=move || messages::deleted_title(count.get()).text()></summary>
            <ul class="all-notes__list" role="list">
                {items}
            </ul>
        </details>
    }
}
