//! The top of the page: the event's name and the facts about it.

use leptos::either::Either;
use leptos::prelude::*;

use super::built::built;
use super::citations::Citations;
use super::element::{Element, element};
use crate::event::places::anchor;
use crate::event::{Date, Event};
use crate::words::event::TO;
use crate::words::page;

/// The event's title, dates, place, topic, attendance and organizers.
pub fn header(event: &'static Event) -> Element {
    let contents = move || {
        view! {
            <p class="header__topic">{event.topic.as_str()}</p>
            <h1 class="header__title">{event.title.as_str()}</h1>
            <dl class="header__facts" id=anchor::FACTS tabindex="-1">
                <div class="header__fact">
                    <dt>{page::DATE}</dt>
                    <dd>{day(&event.starts)} {event.ends.as_ref().map(|ends| (TO, day(ends)))}</dd>
                </div>
                <div class="header__fact">
                    <dt>{page::PLACE}</dt>
                    <dd>{event.place.as_str()}</dd>
                </div>
                <div class="header__fact">
                    <dt>{page::ATTENDANCE}</dt>
                    <dd>
                        {event.attendance.as_str()}
                        <Citations event=event cites=&event.cites/>
                    </dd>
                </div>
                <div class="header__fact header__fact--wide">
                    <dt>{page::ORGANIZERS}</dt>
                    <dd>
                        <ul class="header__organizers">
                            {event.organizers.iter().enumerate().map(|(index, organizer)| view! {
                                <li id=anchor::organizer(index) tabindex="-1">
                                    {match &organizer.url {
                                        Some(url) => Either::Left(view! {
                                            <a href=url.as_str()>{organizer.name.as_str()}</a>
                                        }),
                                        None => Either::Right(organizer.name.as_str()),
                                    }}
                                    <Citations event=event cites=&organizer.cites/>
                                </li>
                            }).collect_view()}
                        </ul>
                    </dd>
                </div>
            </dl>
        }
    };
    element("header").class("header").built(built(contents))
}

/// A day, in words for the reader and in ISO 8601 for programs.
pub(super) fn day(date: &'static Date) -> impl IntoView {
    view! { <time datetime=date.iso()>{date.long()}</time> }
}
