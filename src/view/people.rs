//! Cards of the people.

use leptos::either::Either;
use leptos::prelude::*;

use super::built::built;
use super::citations::Citations;
use super::element::{Element, element};
use crate::event::{Event, Person};
use crate::words::page;

/// Who took part, a card each.
pub fn people(event: &'static Event) -> Element {
    let contents = move || {
        view! {
            <h2 id="people-title">{page::PEOPLE}</h2>
            <ul class="people__list" role="list" aria-labelledby="people-title">
                {event.people.iter().map(|person| view! {
                    <PersonCard event=event person=person/>
                }).collect_view()}
            </ul>
            {event.people_note.as_deref().map(|note| view! { <p class="people__note">{note}</p> })}
        }
    };
    element("section")
        .class("people")
        .attribute("aria-labelledby", "people-title")
        .built(built(contents))
}

/// One person: who they are, what they did for the event, and where that stands.
#[component]
fn PersonCard(event: &'static Event, person: &'static Person) -> impl IntoView {
    view! {
        <li class="person" id=person.anchor() tabindex="-1">
            {match &person.portrait {
                Some(portrait) => Either::Left(view! {
                    <img class="person__picture" src=portrait.as_str() alt="" width="56" height="56"/>
                }),
                None => Either::Right(view! {
                    <svg class="person__picture" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
                        <circle class="person__disc" cx="28" cy="28" r="28"></circle>
                        <text class="person__initials" x="28" y="28" text-anchor="middle" dominant-baseline="central">
                            {person.initials()}
                        </text>
                    </svg>
                }),
            }}
            <div class="person__words">
                <h3 class="person__name">{person.name.as_str()}</h3>
                <p class="person__role">{person.role.label()}</p>
                {person.position.as_deref().map(|position| view! { <p>{position}</p> })}
                <p>
                    {person.affiliation.as_str()}
                    <Citations event=event cites=&person.cites/>
                </p>
            </div>
        </li>
    }
}
