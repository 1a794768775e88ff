//! Where the statements come from, and the way back to them.

use leptos::prelude::*;

use super::built::built;
use super::element::{Element, element};
use super::header::day;
use crate::event::Event;
use crate::words::page;

/// The numbered sources.
pub fn sources(event: &'static Event) -> Element {
    let contents = move || {
        view! {
            <h2 id="sources-title">{page::SOURCES}</h2>
            <ol class="sources__list">
                {event.sources.iter().map(|source| view! {
                    <li class="sources__item" id=source.anchor() tabindex="-1">
                        <p>
                            {source.publisher.as_str()}
                            ": "
                            <a href=source.url.as_str()>{source.title.as_str()}</a>
                            {source.published.as_ref().map(|date| (", ", day(date)))}
                            "."
                        </p>
                        <p class="sources__uses">
                            {page::CITED_BY}
                            {event.citing(&source.id).into_iter().enumerate().map(|(index, place)| view! {
                                {(index > 0).then_some("; ")}
                                <a href=format!("#{}", place.anchor)>{place.label}</a>
                            }).collect_view()}
                        </p>
                    </li>
                }).collect_view()}
            </ol>
        }
    };
    element("section")
        .class("sources")
        .attribute("aria-labelledby", "sources-title")
        .built(built(contents))
}
