//! The top of the page: the event's name and the facts about it.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use crate::event::places::anchor;
use crate::event::{Date, Event};
use crate::messages::event::TO;
use crate::messages::page;

/// The event's title, dates, place, topic, attendance and organizers.
#[component]
pub fn Header(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let organizers = event.organizers.iter().enumerate().map(|(index, organizer)| {
        let name = organizer.name.as_str();
        let name = match &organizer.url {
            Some(url) => Either::Left(view! { <a href=url.as_str()>{name}</a> }),
            None => Either::Right(name),
        };
        view! {
            <li id=anchor::organizer(index) tabindex="-1">
                {name} <Citations event=event cites=&organizer.cites/>
            </li>
        }
    });
    view! {
        <header class="header">
            <p class="header__topic">{event.topic.as_str()}</p>
            <h1 class="header__title">{event.title.as_str()}</h1>
            <dl class="header__facts" id=anchor::FACTS tabindex="-1">
                <div class="header__fact">
                    <dt>{page::DATE}</dt>
                    <dd>
                        <Day date=&event.starts/>
                        {event.ends.as_ref().map(|ends| view! { {TO} <Day date=ends/> })}
                    </dd>
                </div>
                <div class="header__fact">
                    <dt>{page::PLACE}</dt>
                    <dd>{event.place.as_str()}</dd>
                </div>
                <div class="header__fact">
                    <dt>{page::ATTENDANCE}</dt>
                    <dd>
                        {event.attendance.as_str()} <Citations event=event cites=&event.cites/>
                    </dd>
                </div>
                <div class="header__fact header__fact--wide">
                    <dt>{page::ORGANIZERS}</dt>
                    <dd>
                        <ul class="header__organizers" role="list">{organizers.collect_view()}</ul>
                    </dd>
                </div>
            </dl>
        </header>
    }
}

/// A day, in words for the reader and in ISO 8601 for programs.
#[component]
pub fn Day(
    /// The day.
    date: &'static Date,
) -> impl IntoView {
    view! { <time datetime=date.iso()>{date.long()}</time> }
}
