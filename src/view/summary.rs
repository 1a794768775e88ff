//! What the event was about, and what it prepared for.

use leptos::prelude::*;

use super::built::built;
use super::citations::Citations;
use super::element::{Element, element};
use super::header::day;
use super::quotation::Quotations;
use crate::event::Event;
use crate::event::places::anchor;

/// The summary, the occasions, and the quotations that belong to no single theme.
pub fn summary(event: &'static Event) -> [Element; 2] {
    let summary = move || {
        view! {
            <h2 id="summary-title">"Summary"</h2>
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
        view! {
            <h2 id="occasions-title">"What it prepared for"</h2>
            <ul class="occasions__list" role="list">
                {event.occasions.iter().enumerate().map(|(index, occasion)| view! {
                    <li class="occasions__item" id=anchor::occasion(index) tabindex="-1">
                        <p class="occasions__date">{occasion.date.as_ref().map(day)}</p>
                        <h3 class="occasions__title">{occasion.title.as_str()}</h3>
                        <p>
                            {occasion.text.as_str()}
                            <Citations event=event cites=&occasion.cites/>
                        </p>
                    </li>
                }).collect_view()}
            </ul>
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
