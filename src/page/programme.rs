//! The programme: what happens when and where, and the reader's notes on it.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use super::header::{AnnouncedFor, Clock, Day};
use super::outline::Hint;
use super::people::Roles;
use super::quotation::Quotations;
use super::theme::ThemeNotes;
use super::words::Words;
use crate::event::places::{anchor, session_calendar};
use crate::event::{self, CivilTime, Event, Language, Session, Slot};
use crate::messages::{event as messages, page};
use crate::said::said;

/// Up to so many sessions stand open: what they are about can be read at once.
const MOST_OPEN: usize = 12;

/// All sessions, by days and times.
#[component]
pub fn Programme(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    if event.sessions.is_empty() {
        return None;
    }
    let has_clock =
        event.sessions.iter().any(|it| it.starts.as_ref().is_some_and(|it| it.clock.is_some()));
    let zone = event.time_zone.as_ref().filter(|_| has_clock);
    let zone = zone.map(|name| {
        view! {
            <p class="programme__zone">
                {page::all_times_in(&messages::city(name.as_str()))} " "
                <span id="programme-zone" data-reader=""></span>
            </p>
        }
    });
    let days = event.days().into_iter().map(|day| view! { <DaySection event=event day=day/> });
    Some(view! {
        <section class="programme" aria-labelledby="programme-title">
            <h2 id="programme-title" tabindex="-1">{messages::PROGRAMME}</h2>
            {zone}
            <Hint/>
            <div class="programme__choices" id="programme-choices" data-reader=""></div>
            {days.collect_view()}
        </section>
    })
}

/// A day, and what happens on it.
#[component]
fn DaySection(
    /// What the page is about.
    event: &'static Event,
    /// The day.
    day: event::Day<'static>,
) -> impl IntoView {
    // Of an event of one day, that day is meant.
    let only_day = event.last_day().is_none().then_some(&event.starts.date);
    let title = match day.date.or(only_day) {
        Some(date) => Either::Left(view! { <Day date=date/> }),
        None => Either::Right(said(page::WITHOUT_TIME)),
    };
    let slots = day.slots.into_iter().map(|time| view! { <SlotItem event=event time=time/> });
    view! {
        <div class="programme__of-day">
            <h3 class="programme__day">{title}</h3>
            <ol role="list">{slots.collect_view()}</ol>
        </div>
    }
}

/// A time, and what begins at it: side by side where there is width.
#[component]
fn SlotItem(
    /// What the page is about.
    event: &'static Event,
    /// The time and its sessions.
    time: Slot<'static>,
) -> impl IntoView {
    let Slot { starts, ends, sessions } = time;
    let time = starts.filter(|time| time.clock.is_some()).map(|starts| {
        let ends = ends.filter(|ends| ends.clock.is_some());
        view! {
            <p class="programme__time" data-own-clock="">
                <Clock event=event time=starts/>
                {ends.map(|ends| view! { "–" <Clock event=event time=ends/> })}
            </p>
        }
    });
    // Where they end at several times, each tells its own.
    let all_end_alike = sessions.iter().all(|(_, it)| it.ends.as_ref() == ends);
    let sessions = sessions.into_iter().map(|(index, session)| {
        view! { <SessionItem event=event session=session index=index with_time=!all_end_alike/> }
    });
    view! {
        <li class="programme__slot">
            {time}
            <div class="programme__sessions">{sessions.collect_view()}</div>
        </li>
    }
}

/// A session: its facts and its title, and below them what it is about and the notes on it.
#[component]
fn SessionItem(
    /// What the page is about.
    event: &'static Event,
    /// The session.
    session: &'static Session,
    /// Counts the sessions of the file from 0.
    index: usize,
    /// Whether its own time is told.
    with_time: bool,
) -> AnyView {
    let facts = view! { <SessionFacts event=event session=session with_time=with_time/> };
    let within = event.sessions_within(session);
    let within = (!within.is_empty()).then(|| {
        let parts = within.into_iter().map(|(index, part)| {
            let part = view! { <SessionItem event=event session=part index=index with_time=true/> };
            view! { <li>{part}</li> }
        });
        view! { <ol class="session__parts" role="list">{parts.collect_view()}</ol> }
    });
    let words = view! { <SessionWords event=event session=session/> };
    let (language, direction) = language_of(session.language.as_ref());
    let time = |time: &CivilTime| event.zoned(time).map(|_| event.timestamp(time));
    let (starts, ends) =
        (session.starts.as_ref().and_then(time), session.ends.as_ref().and_then(time));
    let people: Vec<&str> = session.people.iter().map(|it| it.person().as_str()).collect();
    let people = (!people.is_empty()).then(|| people.join(" "));
    let (track, place) = (session.track.as_deref(), session.place.as_deref());
    let Some(id) = session.theme() else {
        let class = if session.is_break() { "session session--break" } else { "session" };
        return view! {
            <div
                class=class
                id=anchor::session(index)
                tabindex="-1"
                data-session=""
                data-starts=starts
                data-ends=ends
                data-track=track
                data-place=place
                data-people=people
            >
                {facts}
                <div lang=language dir=direction>
                    <h4 class="session__title">{session.title.as_str()}</h4>
                    {words}
                </div>
                {within}
            </div>
        }
        .into_any();
    };
    let anchor = event::places::theme_anchor(id);
    let title_id = event::places::theme_heading(id);
    let is_open = event.sessions.len() <= MOST_OPEN;
    view! {
        <section
            class="session theme"
            id=anchor
            aria-labelledby=title_id
            tabindex="-1"
            data-session=""
            data-starts=starts
            data-ends=ends
            data-track=track
            data-place=place
            data-people=people
        >
            {facts}
            <details class="theme__details" open=is_open>
                <summary class="theme__summary" lang=language dir=direction>
                    <h4 class="theme__title" id=title_id.clone()>{session.title.as_str()}</h4>
                </summary>
                <div class="theme__body">
                    <div class="theme__text" id=format!("text-{id}") lang=language dir=direction>
                        {words}
                        <Quotations event=event theme=Some(id)/>
                    </div>
                    <ThemeNotes id=id title=&session.title/>
                </div>
            </details>
            {within}
        </section>
    }
    .into_any()
}

/// The language of a session and the way that one is read, where it is said.
fn language_of(
    language: Option<&'static Language>,
) -> (Option<&'static str>, Option<&'static str>) {
    let direction = |it: &Language| if it.is_right_to_left() { "rtl" } else { "ltr" };
    (language.map(Language::as_str), language.map(direction))
}

/// When and where a session is, who takes part, and what became of it.
#[component]
fn SessionFacts(
    /// What the page is about.
    event: &'static Event,
    /// The session.
    session: &'static Session,
    /// Whether its time is told.
    with_time: bool,
) -> impl IntoView {
    let status = session.status.map(|status| {
        view! { <strong class="session__status">{status.label()}</strong> }
    });
    let starts = session.starts.as_ref().filter(|time| with_time && time.clock.is_some());
    let time = starts.map(|starts| {
        let ends = session.ends.as_ref().filter(|ends| ends.clock.is_some());
        view! {
            <span>
                <Clock event=event time=starts/>
                {ends.map(|ends| view! { "–" <Clock event=event time=ends/> })}
            </span>
        }
    });
    let before = session.announced_for.as_ref().map(|time| {
        view! { <span><AnnouncedFor event=event time=time/></span> }
    });
    let kind = session.kind.as_deref().filter(|_| !session.is_break());
    let words = [session.place.as_deref(), session.track.as_deref(), kind];
    let words = words.into_iter().flatten().map(|words| view! { <span>{words}</span> });
    let language = session.language.as_ref().map(|it| {
        let name = match messages::language(it.as_str()) {
            Some(name) => said(name),
            None => it.as_str().into_any(),
        };
        view! { <span>{name}</span> }
    });
    let people = event.people_of(session).map(|(person, roles)| {
        let roles = (!roles.is_empty()).then(|| view! { " (" <Roles roles=roles/> ")" });
        view! {
            <span><a href=format!("#{}", person.anchor())>{person.full_name()}</a> {roles}</span>
        }
    });
    let people: Vec<_> = people.collect();
    let people = (!people.is_empty())
        .then(|| view! { <p class="session__people">{people.collect_view()}</p> });
    let has_facts = session.status.is_some()
        || starts.is_some()
        || session.announced_for.is_some()
        || session.language.is_some()
        || [&session.place, &session.track].into_iter().any(Option::is_some)
        || kind.is_some();
    let facts = has_facts.then(|| {
        view! {
            <p class="session__facts">{status} {time} {before} {words.collect_view()} {language}</p>
        }
    });
    view! { {facts} {people} }
}

/// What a session is about, what those who come have to know, and what there is of it elsewhere.
#[component]
fn SessionWords(
    /// What the page is about.
    event: &'static Event,
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let notice = session.notice.as_ref().map(|notice| {
        view! { <div class="notice" role="note"><Words event=event text=notice cites=&session.cites/></div> }
    });
    let text = match &session.text {
        Some(text) => Either::Left(view! { <Words event=event text=text cites=&session.cites/> }),
        None if session.is_break() => Either::Right(None),
        None => Either::Right(Some(view! { <p><Citations event=event cites=&session.cites/></p> })),
    };
    let remarks = session.remarks.iter().map(|remark| {
        view! { <Words event=event text=&remark.text cites=&remark.cites/> }
    });
    let calendar = session.theme().filter(|_| session.starts.is_some()).map(|id| {
        let file = session_calendar(id.as_str());
        view! { <li><a href=file download="">{page::ADD_TO_CALENDAR}</a></li> }
    });
    let links = session.links.iter().map(|link| {
        view! { <li><a href=link.url.as_str()>{link.title.as_str()}</a></li> }
    });
    let has_links = calendar.is_some() || !session.links.is_empty();
    let links = has_links.then(|| {
        view! { <ul class="session__links" role="list">{links.collect_view()} {calendar}</ul> }
    });
    view! { {notice} {text} {remarks.collect_view()} {links} }
}
