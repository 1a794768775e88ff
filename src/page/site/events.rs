//! The list of the events on a start page. It reads as it is; the script behind it (`src/early/start.js`)
//! puts what is still to come above the others, and brings the program by which events are found.

use leptos::prelude::*;

use super::{Listed, led_to};
use crate::event::{Date, Status};
use crate::messages::{event as messages, site};
use crate::said::{IN_PLACE, attributes, said_with};

/// All events, in the order in which they are given, by years.
#[component]
pub fn Events(
    /// What is listed.
    events: Vec<Listed>,
) -> impl IntoView {
    let mut years: Vec<(String, Vec<Listed>)> = Vec::new();
    for event in events {
        let year = event.starts.iso().get(..4).unwrap_or_default().to_owned();
        match years.last_mut() {
            Some((last, events)) if *last == year => events.push(event),
            _ => years.push((year, vec![event])),
        }
    }
    let years = years.into_iter().map(|(year, events)| {
        let id = format!("year-{year}");
        let named = id.clone();
        let events = events.into_iter().map(|event| view! { <Entry event=event/> });
        view! {
            <section class="start__year" aria-labelledby=named>
                <h3 id=id>{year}</h3>
                <ul class="start__events" role="list">{events.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <div class="start__search" id="events-search"></div>
        <section
            class="start__upcoming"
            id="upcoming"
            aria-labelledby="upcoming-title"
            hidden=true
            data-today=site::TODAY
            data-on-now=site::ON_NOW
            data-l10n-attrs=attributes(&[("data-today", site::TODAY), ("data-on-now", site::ON_NOW)])
        >
            <h2 id="upcoming-title">{site::UPCOMING}</h2>
            <ul class="start__events" role="list"></ul>
        </section>
        <section class="start__all" aria-labelledby="all-title">
            <h2
                id="all-title"
                data-past=site::PAST
                data-l10n-attrs=attributes(&[("data-past", site::PAST)])
            >
                {site::ALL_EVENTS}
            </h2>
            {years.collect_view()}
        </section>
        <script id="start"></script>
    }
}

/// A day; `name` is what a sentence in which it stands calls it.
fn day(date: &Date, name: Option<String>) -> AnyView {
    view! { <time datetime=date.iso().to_owned() data-l10n-name=name>{date.long()}</time> }
        .into_any()
}

/// One event of the list.
#[component]
fn Entry(event: Listed) -> impl IntoView {
    let Listed { address, title, topic, starts, ends, place, language, status, in_languages } =
        event;
    let language = language.map(|language| language.as_str().to_owned());
    // Words in another language are read in it, and in their own direction.
    let of_event = |words: String| {
        let language = language.clone();
        view! { <span lang=language dir="auto">{words}</span> }
    };
    let last = ends.clone().unwrap_or_else(|| starts.clone());
    let is_off = status.is_some_and(|status| status != Status::Moved);
    view! {
        <li
            class="start__event"
            data-starts=starts.iso().to_owned()
            data-ends=last.iso().to_owned()
            data-off=is_off.then_some("")
        >
            <h4 class="start__title"><a href=address>{of_event(title)}</a></h4>
            <p class="start__facts">
                {status.map(|status| view! { <strong class="start__status">{status.label()}</strong> })}
                <span>
                    {match &ends {
                        None => day(&starts, None),
                        Some(ends) => {
                            said_with(&messages::period(IN_PLACE, IN_PLACE), |name, _| {
                                day(if name == "ends" { ends } else { &starts }, Some(name.to_owned()))
                            })
                        }
                    }}
                </span>
                {place.map(of_event)}
                {topic.map(|topic| view! { <span class="start__topic">{of_event(topic)}</span> })}
                {in_languages.into_iter().map(led_to).collect_view()}
            </p>
        </li>
    }
}
