//! Where the statements come from, and the way back to them.

use leptos::prelude::*;

use super::citations::Citations;
use super::header::Day;
use crate::event::{Event, Source};
use crate::messages::page;

/// The numbered sources.
#[component]
pub fn Sources(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let items =
        event.sources.iter().map(|source| view! { <SourceItem event=event source=source/> });
    let rest = event.has_statements_without_sources().then(|| {
        view! {
            <p class="sources__uses">{page::ALL_ELSE_FROM} <Citations event=event cites=&event.cites/></p>
        }
    });
    view! {
        <section class="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{page::SOURCES}</h2>
            <ol class="sources__list">{items.collect_view()}</ol>
            {rest}
        </section>
    }
}

/// A source, and the statements that cite it.
#[component]
fn SourceItem(
    /// What the page is about.
    event: &'static Event,
    /// The source.
    source: &'static Source,
) -> impl IntoView {
    let statements = event.citing(&source.id);
    let uses = (!statements.is_empty()).then(|| {
        let links = statements.into_iter().enumerate().map(|(index, place)| {
            view! {
                {(index > 0).then_some("; ")}
                <a href=format!("#{}", place.anchor)>{place.label}</a>
            }
        });
        view! { <p class="sources__uses">{page::CITED_BY} {links.collect_view()}</p> }
    });
    let published = source.published.as_ref();
    view! {
        <li class="sources__item" id=source.anchor() tabindex="-1">
            <p>
                {source.publisher.as_str()}
                ": "
                <a href=source.url.as_str()>{source.title.as_str()}</a>
                {published.map(|date| view! { ", " <Day date=date/> })}
                "."
            </p>
            {uses}
        </li>
    }
}
