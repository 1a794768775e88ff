//! The top of the page: the event's name and the facts about it.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use super::site::PartOf;
use super::words::Words;
use crate::event::places::anchor;
use crate::event::{CivilTime, Date, Event, Language};
use crate::messages::event::{TO, zone as zone_in_words};
use crate::messages::page;

/// The event's title, dates, place, topic, attendance and organizers.
#[component]
pub fn Header(
    /// What the page is about.
    event: &'static Event,
    /// The start page of the site that the page is a part of: what that is called, and the way there.
    start: Option<(String, &'static str)>,
    /// The language of what the site is called, where that is told.
    language: Option<Language>,
) -> impl IntoView {
    let organizers = event.organizers.iter().enumerate().map(move |(index, organizer)| {
        let name = organizer.name.as_str();
        let name = match &organizer.url {
            Some(url) => Either::Left(view! { <a href=url.as_str()>{name}</a> }),
            None => Either::Right(name),
        };
        let logo = organizer.logo.as_deref().map(|logo| {
            let alt = organizer.logo_alt.clone().unwrap_or_default();
            view! { <img class="header__logo" src=logo alt=alt height="40"/> }
        });
        let role = organizer.role.as_deref().map(|role| view! { " (" {role} ")" });
        view! {
            <li id=anchor::organizer(index) tabindex="-1">
                {logo} {name} {role} <Citations event=event cites=&organizer.cites/>
            </li>
        }
    });
    let organized = (!event.organizers.is_empty()).then(|| {
        view! {
            <Fact term=page::ORGANIZERS wide=true>
                <ul class="header__organizers" role="list">{organizers.collect_view()}</ul>
            </Fact>
        }
    });
    // The sources of all facts stand behind the last one in words.
    let cites = move || view! { <Citations event=event cites=&event.cites/> };
    let attendance = event.attendance.as_deref();
    let place = event.place.as_deref().map(|place| {
        view! { {place} {attendance.is_none().then(cites)} }
    });
    let cites_with_date = (event.place.is_none() && attendance.is_none()).then(cites);
    let attendance = attendance.map(|words| {
        view! { <Fact term=page::ATTENDANCE>{words} {cites()}</Fact> }
    });
    let online = (event.online.is_some() || event.join.is_some()).then(|| {
        let words = event.online.as_deref();
        let join = event.join.as_ref();
        view! {
            <Fact term=page::ONLINE>
                {words}
                {(words.is_some() && join.is_some()).then_some(" ")}
                {join.map(|link| view! { <a href=link.as_str()>{page::JOIN}</a> })}
            </Fact>
        }
    });
    let registration = event.registration.as_ref().map(|link| {
        view! {
            <Fact term=page::REGISTRATION><a href=link.as_str()>{page::REGISTER}</a></Fact>
        }
    });
    let contact = event.contact.as_ref().map(|link| {
        view! { <Fact term=page::CONTACT><a href=link.as_str()>{link.in_words()}</a></Fact> }
    });
    view! {
        <header class="header">
            {start.map(|start| view! { <PartOf start=start language=language/> })}
            {event.topic.as_deref().map(|topic| view! { <p class="header__topic">{topic}</p> })}
            <h1 class="header__title">{event.title.as_str()}</h1>
            <Notice event=event/>
            <dl class="header__facts" id=anchor::FACTS tabindex="-1">
                <Fact term=page::DATE>
                    <span data-own-clock=""><Period event=event/></span>
                    {cites_with_date}
                </Fact>
                {place.map(|place| view! { <Fact term=page::PLACE>{place}</Fact> })}
                {online}
                {attendance}
                {registration}
                {contact}
                {organized}
            </dl>
        </header>
    }
}

/// A fact: what it is about, and what is so.
#[component]
fn Fact(
    /// What it is about.
    term: &'static str,
    /// Whether it takes a whole line.
    #[prop(optional)]
    wide: bool,
    /// What is so.
    children: Children,
) -> impl IntoView {
    let class = if wide { "header__fact header__fact--wide" } else { "header__fact" };
    view! {
        <div class=class>
            <dt>{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// What became of an event that is not held as it was announced, and what those who want to come
/// have to know.
#[component]
fn Notice(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let status = event.status.map(|status| {
        view! { <p class="notice__status"><strong>{status.label()}</strong></p> }
    });
    let before = event.announced_for.as_ref().map(|time| {
        view! { <p>{page::ANNOUNCED_FOR} <When event=event time=time/></p> }
    });
    let notice = event
        .notice
        .as_ref()
        .map(|notice| view! { <Words event=event text=notice cites=&event.cites/> });
    let is_there = status.is_some() || notice.is_some();
    is_there.then(|| view! { <div class="notice" role="note">{status} {before} {notice}</div> })
}

/// From when to when the event is.
#[component]
fn Period(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    // Of one day, only the time of the end is told.
    let ends = event.ends.as_ref().and_then(|ends| match (event.last_day(), &ends.clock) {
        (Some(_), _) => Some(Either::Left(view! { {TO} <When event=event time=ends/> })),
        (None, Some(_)) => Some(Either::Right(view! { {TO} <Clock event=event time=ends/> })),
        (None, None) => None,
    });
    let is_told = |time: &CivilTime| time.clock.is_some();
    let has_clock = is_told(&event.starts) || event.ends.as_ref().is_some_and(is_told);
    let zone = event.time_zone.as_ref().filter(|_| has_clock);
    view! {
        <When event=event time=&event.starts/>
        {ends}
        {zone.map(|zone| view! { ", " {zone_in_words(zone.as_str())} })}
    }
}

/// A day and, where it is told, the time of it.
#[component]
pub fn When(
    /// What the page is about.
    event: &'static Event,
    /// The time.
    time: &'static CivilTime,
) -> impl IntoView {
    let clock = time.clock.as_ref().map(|_| view! { ", " <Clock event=event time=time/> });
    view! { <Day date=&time.date/> {clock} }
}

/// The hours and minutes of a time, on the event's clocks.
#[component]
pub fn Clock(
    /// What the page is about.
    event: &'static Event,
    /// The time.
    time: &'static CivilTime,
) -> impl IntoView {
    view! { <time datetime=event.timestamp(time)>{time.clock.as_deref()}</time> }
}

/// A day, in words for the reader and in ISO 8601 for programs.
#[component]
pub fn Day(
    /// The day.
    date: &'static Date,
) -> impl IntoView {
    view! { <time datetime=date.iso()>{date.long()}</time> }
}
