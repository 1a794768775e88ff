//! What else there is to know: travel and lodging, recordings and documents, related events, sponsors.

use leptos::either::Either;
use leptos::prelude::*;

use super::citations::Citations;
use super::header::When;
use super::words::Words;
use crate::event::places::anchor;
use crate::event::{Event, Link};
use crate::messages::page;

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
    let places = (!event.places.is_empty()).then(|| {
        let items = event.places.iter().map(|place| {
            let address = place.postal_address.as_deref();
            let text = place.text.as_ref();
            view! {
                <li>
                    <p>
                        <Linked words=&place.name url=place.url.as_ref()/>
                        {address.map(|address| view! { ", " {address} })}
                    </p>
                    {text.map(|text| view! { <Words event=event text=text cites=&[]/> })}
                </li>
            }
        });
        view! {
            <section class="further" aria-labelledby="places-title">
                <h2 id="places-title">{page::PLACES}</h2>
                <ul class="further__list" role="list">{items.collect_view()}</ul>
            </section>
        }
    });
    let links = (!event.links.is_empty()).then(|| {
        let links = event.links.iter().map(|link| {
            view! { <li><a href=link.url.as_str()>{link.title.as_str()}</a></li> }
        });
        view! {
            <section class="further" aria-labelledby="links-title">
                <h2 id="links-title">{page::LINKS}</h2>
                <ul class="further__list" role="list">{links.collect_view()}</ul>
            </section>
        }
    });
    let related = (!event.related.is_empty()).then(|| {
        let items = event.related.iter().enumerate().map(|(index, related)| {
            let starts = related.starts.as_ref();
            view! {
                <li id=anchor::related(index) tabindex="-1">
                    {related.kind.label()} ": " <Linked words=&related.title url=related.url.as_ref()/>
                    {starts.map(|starts| view! { ", " <When event=event time=starts/> })}
                    <Citations event=event cites=&related.cites/>
                </li>
            }
        });
        view! {
            <section class="further" aria-labelledby="related-title">
                <h2 id="related-title">{page::RELATED}</h2>
                <ul class="further__list" role="list">{items.collect_view()}</ul>
            </section>
        }
    });
    let sponsors = (!event.sponsors.is_empty()).then(|| {
        let items = event.sponsors.iter().map(|sponsor| {
            // The name stands beside it: without words for the logo, nothing is missed.
            let alt = sponsor.logo_alt.as_deref().unwrap_or_default();
            let logo = sponsor.logo.as_deref().map(|logo| {
                view! { <img class="further__logo" src=logo alt=alt height="40"/> }
            });
            view! {
                <li>
                    {logo} <Linked words=&sponsor.name url=sponsor.url.as_ref()/>
                    <Citations event=event cites=&sponsor.cites/>
                </li>
            }
        });
        view! {
            <section class="further" aria-labelledby="sponsors-title">
                <h2 id="sponsors-title">{page::SPONSORS}</h2>
                <ul class="further__list" role="list">{items.collect_view()}</ul>
            </section>
        }
    });
    view! { {places} {information.collect_view()} {links} {related} {sponsors} }
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
