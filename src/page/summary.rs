//! What the event was about, and what it prepared for: a time line of what has a date, and the rest.

use leptos::either::Either;
use leptos::prelude::*;

use super::header::Day;
use super::quotation::Quotations;
use super::words::Words;
use crate::event::places::anchor;
use crate::event::time_line::{Moment, Stretch};
use crate::event::{Date, Event, Occasion};
use crate::messages::{event as messages, page};
use crate::said::{IN_PLACE, attributes, said_with};

/// The summary, and the quotations that belong to no single theme.
#[component]
pub fn Summary(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let has_quotation = event.quotations.iter().any(|quotation| quotation.theme.is_none());
    if event.summary.is_empty() && event.remarks.is_empty() && !has_quotation {
        return None;
    }
    let paragraphs = event.summary.iter().enumerate().map(|(index, paragraph)| {
        view! {
            <div class="summary__paragraph" id=anchor::summary(index) tabindex="-1">
                <Words event=event text=&paragraph.text cites=&paragraph.cites/>
            </div>
        }
    });
    let remarks = event.remarks.iter().enumerate().map(|(index, remark)| {
        let id = anchor::summary(event.summary.len() + index);
        view! {
            <div class="summary__paragraph" id=id tabindex="-1">
                <Words event=event text=&remark.text cites=&remark.cites/>
            </div>
        }
    });
    Some(view! {
        <section class="summary" aria-labelledby="summary-title">
            <h2 id="summary-title">{page::SUMMARY}</h2>
            {paragraphs.collect_view()}
            {remarks.collect_view()}
            <Quotations event=event theme=None/>
        </section>
    })
}

/// What the event prepared for.
#[component]
pub fn Occasions(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    if event.occasions.is_empty() {
        return None;
    }
    let moments = event.time_line();
    let time_line = (!moments.is_empty()).then(|| {
        let items = moments.into_iter().map(|it| view! { <MomentItem event=event moment=it/> });
        view! {
            <ol
                class="time-line"
                role="list"
                aria-label=page::TIME_LINE
                data-l10n-attrs=attributes(&[("aria-label", page::TIME_LINE)])
            >
                {items.collect_view()}
            </ol>
        }
    });
    let undated: Vec<_> =
        event.occasions.iter().enumerate().filter(|(_, it)| it.date.is_none()).collect();
    let others = (!undated.is_empty()).then(|| {
        let items = undated.into_iter().map(|(index, occasion)| {
            view! {
                <li class="occasions__item" id=anchor::occasion(index) tabindex="-1">
                    <OccasionWords event=event occasion=occasion/>
                </li>
            }
        });
        view! { <ul class="occasions__list" role="list">{items.collect_view()}</ul> }
    });
    Some(view! {
        <section class="occasions" aria-labelledby="occasions-title">
            <h2 id="occasions-title">{page::OCCASIONS}</h2>
            {time_line}
            {others}
        </section>
    })
}

/// A moment of the time line, after the time that passed since the one before.
#[component]
fn MomentItem(
    /// What the page is about.
    event: &'static Event,
    /// The moment.
    moment: Moment<'static>,
) -> impl IntoView {
    let Moment { occasion, starts, ends, stretch } = moment;
    let id = occasion.map(|(index, _)| anchor::occasion(index));
    let words = match occasion {
        Some((_, occasion)) => {
            Either::Left(view! { <OccasionWords event=event occasion=occasion/> })
        }
        None => Either::Right(view! {
            <h3 class="occasions__title">{page::THIS_EVENT}</h3>
            {event.place.as_deref().map(|place| view! { <p>{place}</p> })}
        }),
    };
    view! {
        <li class="time-line__item occasions__item" tabindex=id.is_some().then_some("-1") id=id>
            {stretch.map(|stretch| view! { <StretchMark stretch=stretch/> })}
            <p class="time-line__date">
                <Days starts=starts ends=ends/>
            </p>
            {words}
        </li>
    }
}

/// A day, or the first and the last one.
#[component]
pub fn Days(
    /// The first day.
    starts: &'static Date,
    /// The last day, where there are several.
    ends: Option<&'static Date>,
) -> impl IntoView {
    let Some(ends) = ends else { return view! { <Day date=starts/> }.into_any() };
    said_with(&messages::period(IN_PLACE, IN_PLACE), |name, _| {
        let day = if name == "ends" { ends } else { starts };
        let name = name.to_owned();
        view! { <span data-l10n-name=name><Day date=day/></span> }.into_any()
    })
}

/// The time between two moments, drawn to scale.
#[component]
fn StretchMark(
    /// How long it is.
    stretch: Stretch,
) -> impl IntoView {
    view! {
        <p class="time-line__stretch">
            <svg width="10" height=stretch.height aria-hidden="true">
                <path d=stretch.path()></path>
            </svg>
            {stretch.words()}
        </p>
    }
}

/// What an occasion is.
#[component]
fn OccasionWords(
    /// What the page is about.
    event: &'static Event,
    /// The occasion.
    occasion: &'static Occasion,
) -> impl IntoView {
    view! {
        <h3 class="occasions__title">{occasion.title.as_str()}</h3>
        <Words event=event text=&occasion.text cites=&occasion.cites/>
    }
}
