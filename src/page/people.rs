//! Cards of the people.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use super::words::Words;
use crate::event::{Event, Person, Role};
use crate::messages::page;
use crate::said::said;

/// From so many people on they stand beside each other wherever there is room.
const MOST_IN_COLUMN: usize = 5;

/// From so many on they stand closer, without frames.
const MOST_CARDS: usize = 13;

/// Who took part, a card each.
#[component]
pub fn People(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    if event.people.is_empty() {
        return None;
    }
    let cards = event.people.iter().map(|person| view! { <PersonCard event=event person=person/> });
    let note = event.people_note.as_deref();
    let class = match event.people.len() {
        ..MOST_IN_COLUMN => "people",
        MOST_IN_COLUMN..MOST_CARDS => "people people--several",
        MOST_CARDS.. => "people people--several people--many",
    };
    Some(view! {
        <section class=class aria-labelledby="people-title">
            <h2 id="people-title">{page::PEOPLE}</h2>
            <ul class="people__list" role="list" aria-labelledby="people-title">
                {cards.collect_view()}
            </ul>
            {note.map(|note| view! { <p class="people__note">{note}</p> })}
        </section>
    })
}

/// What somebody did, in a row.
#[component]
pub fn Roles(
    /// The roles.
    roles: &'static [Role],
) -> impl IntoView {
    let in_words = |(index, role): (usize, &Role)| {
        let words = match role.message() {
            Some(message) => said(message),
            None => role.name().to_owned().into_any(),
        };
        view! { {(index > 0).then(|| said(page::COMMA))} {words} }
    };
    roles.iter().enumerate().map(in_words).collect_view()
}

/// One person: who they are, what they did for the event, and where that stands.
#[component]
fn PersonCard(
    /// What the page is about.
    event: &'static Event,
    /// The person.
    person: &'static Person,
) -> impl IntoView {
    let picture = match &person.portrait {
        // The name stands beside it: without words for the picture, nothing is missed.
        Some(portrait) => Either::Left(view! {
            <img
                class="person__picture"
                src=portrait.as_str()
                alt=person.portrait_alt.as_deref().unwrap_or_default()
                width="56"
                height="56"
            />
        }),
        None => Either::Right(view! {
            <span class="person__picture person__initials" aria-hidden="true">
                {person.initials()}
            </span>
        }),
    };
    let position = person.position.as_deref();
    let roles = person.roles();
    let roles = (!roles.is_empty()).then(|| view! { <Roles roles=roles/> });
    let name = match &person.url {
        Some(url) => Either::Left(view! { <a href=url.as_str()>{person.full_name()}</a> }),
        None => Either::Right(person.full_name()),
    };
    // The sources stand behind the last line of the card.
    let cites = view! { <Citations event=event cites=&person.cites/> };
    let (with_name, with_affiliation) = match person.affiliation.as_deref() {
        Some(affiliation) => (None, Some(view! { <p>{affiliation} {cites}</p> })),
        None => (Some(view! { {cites} }), None),
    };
    let biography = person.biography.as_ref().map(|text| {
        view! {
            <details class="person__biography">
                <summary>{page::BIOGRAPHY}</summary>
                <Words event=event text=text cites=&person.cites/>
            </details>
        }
    });
    let sessions: Vec<_> = event.sessions_of(&person.id).collect();
    let sessions = (!sessions.is_empty()).then(|| {
        let links = sessions.into_iter().map(|session| {
            let title = session.title.as_str();
            let title = match session.anchor() {
                Some(anchor) => Either::Left(view! { <a href=format!("#{anchor}")>{title}</a> }),
                None => Either::Right(title),
            };
            view! { <li>{title}</li> }
        });
        view! { <ul class="person__sessions" role="list">{links.collect_view()}</ul> }
    });
    view! {
        <li class="person" id=person.anchor() tabindex="-1">
            {picture}
            <div class="person__words">
                <h3 class="person__name">{name} {with_name}</h3>
                {roles.map(|roles| view! { <p class="person__role">{roles}</p> })}
                {position.map(|position| view! { <p>{position}</p> })}
                {with_affiliation}
                {biography}
                {sessions}
            </div>
        </li>
    }
}
