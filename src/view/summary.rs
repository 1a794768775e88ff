//! What the event was about, and what it prepared for: a time line of what has a date, and the rest.

use leptos::either::Either;
use leptos::prelude::*;

use super::built::built;
use super::citations::Citations;
use super::element::{Element, element};
use super::header::day;
use super::quotation::Quotations;
use crate::event::places::anchor;
use crate::event::time_line::Moment;
use crate::event::{Event, Occasion};
use crate::words::event::TO;
use crate::words::page;

/// The summary, the occasions, and the quotations that belong to no single theme.
pub fn summary(event: &'static Event) -> [Element; 2] {
    let summary = move || {
        view! {
            <h2 id="summary-title">{page::SUMMARY}</h2>
            {event.summary.iter().enumerate().map(|(index, paragraph)| view! {
                <p id=anchor::summary(index) tabindex="-1">
                    {paragraph.text.as_str()}
                    <Citations event=event cites=&paragraph.cites/>
                </p>
            }).collect_view()}
            <Quotations event=event theme=None/>
        }
    };
    let occasions = move || {
        let moments = event.time_line();
        let undated: Vec<_> =
            event.occasions.iter().enumerate().filter(|(_, it)| it.date.is_none()).collect();
        view! {
            <h2 id="occasions-title">{page::OCCASIONS}</h2>
            {(!moments.is_empty()).then(|| view! {
                <ol class="time-line" role="list" aria-label=page::TIME_LINE>
                    {moments.into_iter().map(|moment| moment_item(event, moment)).collect_view()}
                </ol>
            })}
            {(!undated.is_empty()).then(|| view! {
                <ul class="occasions__list" role="list">
                    {undated.into_iter().map(|(index, occasion)| view! {
                        <li class="occasions__item" id=anchor::occasion(index) tabindex="-1">
                            {what(event, occasion)}
                        </li>
                    }).collect_view()}
                </ul>
            })}
        }
    };
    let section = |name: &'static str, title: &str| {
        element("section").class(name).attribute("aria-labelledby", title)
    };
    [
        section("summary", "summary-title").built(built(summary)),
        section("occasions", "occasions-title").built(built(occasions)),
    ]
}

/// A moment of the time line, after the time that passed since the one before.
fn moment_item(event: &'static Event, moment: Moment<'static>) -> impl IntoView {
    let id = moment.occasion.map(|(index, _)| anchor::occasion(index));
    let stretch = moment.stretch.map(|stretch| {
        view! {
            <p class="time-line__stretch">
                <svg width="10" height=stretch.height aria-hidden="true">
                    <path d=stretch.path()></path>
                </svg>
                {stretch.words()}
            </p>
        }
    });
    let what = match moment.occasion {
        Some((_, occasion)) => Either::Left(what(event, occasion)),
        None => Either::Right(view! {
            <h3 class="occasions__title">{page::THIS_EVENT}</h3>
            <p>{event.place.as_str()}</p>
        }),
    };
    view! {
        <li class="time-line__item occasions__item" tabindex=id.is_some().then_some("-1") id=id>
            {stretch}
            <p class="time-line__date">
                {day(moment.starts)} {moment.ends.map(|ends| (TO, day(ends)))}
            </p>
            {what}
        </li>
    }
}

fn what(event: &'static Event, occasion: &'static Occasion) -> impl IntoView {
    view! {
        <h3 class="occasions__title">{occasion.title.as_str()}</h3>
        <p>
            {occasion.text.as_str()}
            <Citations event=event cites=&occasion.cites/>
        </p>
    }
}
