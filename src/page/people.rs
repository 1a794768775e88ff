//! Cards of the people.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use crate::event::{Event, Person};
use crate::messages::page;

/// Who took part, a card each.
#[component]
pub fn People(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let cards = event.people.iter().map(|person| view! { <PersonCard event=event person=person/> });
    let note = event.people_note.as_deref();
    view! {
        <section class="people" aria-labelledby="people-title">
            <h2 id="people-title">{page::PEOPLE}</h2>
            <ul class="people__list" role="list" aria-labelledby="people-title">
                {cards.collect_view()}
            </ul>
            {note.map(|note| view! { <p class="people__note">{note}</p> })}
        </section>
    }
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
        Some(portrait) => Either::Left(view! {
            <img class="person__picture" src=portrait.as_str() alt="" width="56" height="56"/>
        }),
        None => Either::Right(view! {
            <span class="person__picture person__initials" aria-hidden="true">
                {person.initials()}
            </span>
        }),
    };
    let position = person.position.as_deref();
    view! {
        <li class="person" id=person.anchor() tabindex="-1">
            {picture}
            <div class="person__words">
                <h3 class="person__name">{person.name.as_str()}</h3>
                <p class="person__role">{person.role.label()}</p>
                {position.map(|position| view! { <p>{position}</p> })}
                <p>
                    {person.affiliation.as_str()} <Citations event=event cites=&person.cites/>
                </p>
            </div>
        </li>
    }
}
