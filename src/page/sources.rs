//! Where the statements come from, and the way back to them.

use leptos::prelude::*;

use super::citations::Citations;
use super::header::Day;
use super::site::read_in_event;
use crate::event::places::Label;
use crate::event::{Event, Source};
use crate::messages::page;
use crate::said::{IN_PLACE, said, said_with};

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
            <p class="sources__uses">
                {said_with(&page::all_else_from(IN_PLACE), |name, _| {
                    let name = name.to_owned();
                    view! { <span data-l10n-name=name><Citations event=event cites=&event.cites/></span> }
                        .into_any()
                })}
            </p>
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
    let (language, direction) = read_in_event(event);
    let language_of_links = language.clone();
    let statements = event.citing(&source.id);
    let uses = (!statements.is_empty()).then(|| {
        let links = move || {
            let links = statements.iter().enumerate().map(|(index, place)| {
                let label = match &place.label {
                    Label::Message(message) => said(message.clone()),
                    Label::Host(words) => words.clone().into_any(),
                };
                view! {
                    {(index > 0).then(|| said(page::SEMICOLON))}
                    <a href=format!("#{}", place.anchor) lang=language_of_links.clone() dir=direction>
                        {label}
                    </a>
                }
            });
            links.collect_view()
        };
        let list = said_with(&page::cited_by(IN_PLACE), |name, _| {
            let name = name.to_owned();
            view! { <span data-l10n-name=name>{links()}</span> }.into_any()
        });
        view! { <p class="sources__uses">{list}</p> }
    });
    let (publisher, title) = (&source.publisher, &source.title);
    let item = match &source.published {
        None => page::source_item(publisher, title),
        Some(_) => page::source_item_dated(publisher, title, IN_PLACE),
    };
    let item = said_with(&item, |name, words| match (&source.published, name) {
        (Some(published), "time") => {
            view! { <span data-l10n-name="time"><Day date=published/></span> }.into_any()
        }
        _ => view! {
            <a
                href=source.url.as_str()
                data-l10n-name="a"
                lang=language.clone()
                dir=direction
            >
                {words}
            </a>
        }
        .into_any(),
    });
    view! {
        <li class="sources__item" id=source.anchor() tabindex="-1">
            <p>{item}</p>
            {uses}
        </li>
    }
}
