//! The top of the page: the event's name and the facts about it.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use super::site::{Around, OtherLanguages, PartOf};
use super::words::Words;
use crate::event::places::anchor;
use crate::event::{CivilTime, Date, Event};
use crate::messages::{Phrase, event as messages, page};
use crate::said::{IN_PLACE, said_with};

/// The event's title, dates, place, topic, attendance and organizers.
#[component]
pub fn Header(
    /// What the page is about.
    event: &'static Event,
    /// The site that the page is a part of.
    around: Around,
) -> impl IntoView {
    let Around { start, language, in_languages, .. } = around;
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
            <OtherLanguages of=in_languages/>
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
    term: Phrase,
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
        view! { <p><AnnouncedFor event=event time=time/></p> }
    });
    let notice = event
        .notice
        .as_ref()
        .map(|notice| view! { <Words event=event text=notice cites=&event.cites/> });
    let is_there = status.is_some() || notice.is_some();
    is_there.then(|| view! { <div class="notice" role="note">{status} {before} {notice}</div> })
}

/// For when something was announced that was moved.
#[component]
pub fn AnnouncedFor(
    /// What the page is about.
    event: &'static Event,
    /// The time.
    time: &'static CivilTime,
) -> impl IntoView {
    said_with(&page::announced_for(IN_PLACE), |name, _| {
        let name = name.to_owned();
        view! { <span data-l10n-name=name><When event=event time=time/></span> }.into_any()
    })
}

/// From when to when the event is.
#[component]
fn Period(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let starts = &event.starts;
    // Of one day, only the time of the end is told.
    let ends = event.ends.as_ref().filter(|it| event.last_day().is_some() || it.clock.is_some());
    let period = match ends {
        Some(ends) => said_with(&messages::period(IN_PLACE, IN_PLACE), |name, _| {
            let is_end = name == "ends";
            let name = name.to_owned();
            let time = match (is_end, event.last_day()) {
                (true, None) => view! { <Clock event=event time=ends/> }.into_any(),
                (true, Some(_)) => view! { <When event=event time=ends/> }.into_any(),
                (false, _) => view! { <When event=event time=starts/> }.into_any(),
            };
            view! { <span data-l10n-name=name>{time}</span> }.into_any()
        }),
        None => view! { <When event=event time=starts/> }.into_any(),
    };
    let is_told = |time: &CivilTime| time.clock.is_some();
    let has_clock = is_told(starts) || ends.is_some_and(is_told);
    let zone = event.time_zone.as_ref().filter(|_| has_clock);
    let Some(zone) = zone else { return period };
    // From right to left as a whole, where the reader's language is written so.
    view! {
        <span data-reader="">
            {period} {page::COMMA} {messages::zone(&messages::city(zone.as_str()))}
        </span>
    }
    .into_any()
}

/// A day and, where it is told, the time of it.
#[component]
pub fn When(
    /// What the page is about.
    event: &'static Event,
    /// The time.
    time: &'static CivilTime,
) -> impl IntoView {
    let day = view! { <Day date=&time.date/> };
    if time.clock.is_none() {
        return day.into_any();
    }
    // From right to left as a whole, where the reader's language is written so.
    view! { <span data-reader="">{day} {page::COMMA} <Clock event=event time=time/></span> }
        .into_any()
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

/// A day, in words for the reader and in ISO 8601 for programs, by which `src/early/translation.js` words it anew.
#[component]
pub fn Day(
    /// The day.
    date: &'static Date,
) -> impl IntoView {
    view! { <time datetime=date.iso()>{date.long()}</time> }
}
