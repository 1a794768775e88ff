//! What else there is to know: travel and lodging, recordings and documents, related events, sponsors.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use super::header::When;
use super::words::Words;
use crate::event::places::anchor;
use crate::event::{Event, Link};
use crate::messages::{Phrase, page};
use crate::said::said_with;

/// All of it; nothing where the host wrote nothing.
#[component]
pub fn Further(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let information = event.information.iter().enumerate().map(|(index, it)| {
        let id = anchor::information(index);
        let title_id = format!("{id}-title");
        view! {
            <section class="further" id=id aria-labelledby=title_id tabindex="-1">
                <h2 id=title_id.clone()>{it.title.as_str()}</h2>
                <Words event=event text=&it.text cites=&it.cites/>
            </section>
        }
    });
    let places = event.places.iter().map(|place| {
        let address = place.postal_address.as_deref();
        let text = place.text.as_ref();
        view! {
            <li>
                <p>
                    <Linked words=&place.name url=place.url.as_ref()/>
                    {address.map(|address| view! { {page::COMMA.text()} {address} })}
                </p>
                {text.map(|text| view! { <Words event=event text=text cites=&[]/> })}
            </li>
        }
    });
    let links = event.links.iter().map(|link| {
        view! { <li><a href=link.url.as_str()>{link.title.as_str()}</a></li> }
    });
    let related = event.related.iter().enumerate().map(|(index, related)| {
        let starts = related.starts.as_ref();
        view! {
            <li id=anchor::related(index) tabindex="-1">
                {said_with(&related.label(), |name, _| {
                    let name = name.to_owned();
                    view! {
                        <span data-l10n-name=name>
                            <Linked words=&related.title url=related.url.as_ref()/>
                        </span>
                    }
                    .into_any()
                })}
                {starts.map(|starts| view! { {page::COMMA} <When event=event time=starts/> })}
                <Citations event=event cites=&related.cites/>
            </li>
        }
    });
    let sponsors = event.sponsors.iter().enumerate().map(|(index, sponsor)| {
        let logo = sponsor.logo.as_deref().map(|logo| {
            let alt = sponsor.logo_alt.as_deref().unwrap_or_default();
            view! { <img class="further__logo" src=logo alt=alt height="40"/> }
        });
        let role = sponsor.role.as_deref().map(|role| view! { " (" {role} ")" });
        view! {
            <li id=anchor::sponsor(index) tabindex="-1">
                {logo} <Linked words=&sponsor.name url=sponsor.url.as_ref()/> {role}
                <Citations event=event cites=&sponsor.cites/>
            </li>
        }
    });
    view! {
        <ListSection title_id="places-title" title=page::PLACES items=places.collect()/>
        {information.collect_view()}
        <ListSection title_id="links-title" title=page::LINKS items=links.collect()/>
        <ListSection title_id="related-title" title=page::RELATED items=related.collect()/>
        <ListSection title_id="sponsors-title" title=page::SPONSORS items=sponsors.collect()/>
    }
}

/// A heading and a list below it; nothing where the list is empty.
#[component]
fn ListSection<Item: IntoView + 'static>(
    /// The id of the heading.
    title_id: &'static str,
    /// The heading.
    title: Phrase,
    /// What is listed.
    items: Vec<Item>,
) -> impl IntoView {
    if items.is_empty() {
        return None;
    }
    Some(view! {
        <section class="further" aria-labelledby=title_id>
            <h2 id=title_id>{title}</h2>
            <ul class="further__list" role="list">{items}</ul>
        </section>
    })
}

/// Words that lead to a page, where there is one.
#[component]
fn Linked(
    /// The words.
    words: &'static str,
    /// The page.
    url: Option<&'static Link>,
) -> impl IntoView {
    match url {
        Some(url) => Either::Left(view! { <a href=url.as_str()>{words}</a> }),
        None => Either::Right(words),
    }
}
