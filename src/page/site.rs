//! What stands around the pages of several events: the way from each to the others, and the start page.

pub mod events;

use leptos::either::Either;
use leptos::prelude::*;

use self::events::Events;
use super::all_notes::FromStart;
use super::footer::Footer;
use super::newer::Newer;
use crate::event::{Date, Event, Language, Link, Status};
use crate::messages::{page as messages, site};

/// The site around a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The start page, where there is one: what the site is called, and how the page's folder leads there.
    pub start: Option<(String, &'static str)>,
    /// The language of what the site is called, where that is told.
    pub language: Option<Language>,
    /// The logo of the site, where the page shows it.
    pub logo: Option<Logo>,
    /// The page with the notes on all events, where there is one.
    pub all_notes: Option<String>,
    /// Where it says who is responsible for the site.
    pub imprint: Option<Link>,
    /// Where it says what happens to the data of visitors.
    pub privacy: Option<Link>,
}

/// The logo of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The address of its file from the page.
    pub address: String,
    /// What it shows; empty where that is told beside it.
    pub words: String,
    /// Whether one can see through it to the page.
    pub is_see_through: bool,
}

/// An event as the start page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The address of its page from the start page.
    pub address: String,
    /// Its name.
    pub title: String,
    /// What it is about in a few words.
    pub topic: Option<String>,
    /// Its first day.
    pub starts: Date,
    /// Its last day, where it has several.
    pub ends: Option<Date>,
    /// Where it is held, or how people take part online.
    pub place: Option<String>,
    /// The language of these words, where the event's file tells it.
    pub language: Option<Language>,
    /// What became of it, where it is not held as it was announced.
    pub status: Option<Status>,
}

impl From<&Event> for Listed {
    fn from(event: &Event) -> Self {
        Self {
            address: format!("./{}/", event.id),
            title: event.title.clone(),
            topic: event.topic.clone(),
            starts: event.starts.date.clone(),
            ends: event.last_day().cloned(),
            place: event.place.clone().or_else(|| event.online.clone()),
            language: event.language.clone(),
            status: event.status,
        }
    }
}

/// The way from an event's page to the others of its site.
#[component]
pub fn PartOf(
    /// What the site is called, and the way to its start page.
    start: (String, &'static str),
    /// The language of what it is called, where that is told.
    language: Option<Language>,
) -> impl IntoView {
    let (title, way) = start;
    let (language, direction) = read_in(language);
    view! {
        <p class="header__site">
            {site::PART_OF} <a href=way lang=language dir=direction>{title}</a>
        </p>
    }
}

/// How words of the host are read: in which language, and which way.
pub(super) fn read_in(language: Option<Language>) -> (Option<String>, Option<&'static str>) {
    let direction = language.as_ref().map(|it| if it.is_right_to_left() { "rtl" } else { "ltr" });
    (language.map(|language| language.as_str().to_owned()), direction)
}

/// The logo of the site, above the title of a page.
#[component]
fn SiteLogo(
    /// The logo.
    logo: Logo,
) -> impl IntoView {
    let Logo { address, words, is_see_through } = logo;
    view! {
        <img
            class="header__logo start__logo"
            class:start__logo--see-through=is_see_through
            src=address
            alt=words
            height="40"
        />
    }
}

/// The HTML of a start page: what stands in its `<body>`. The events come in the order in which it lists
/// them. `calendar` and `feed` are the addresses of what tells of new ones.
pub fn render_start(
    title: &str,
    events: Vec<Listed>,
    calendar: String,
    feed: Option<String>,
    around: Around,
) -> String {
    let title = title.to_owned();
    Owner::new().with(|| {
        view! { <Start title=title events=events calendar=calendar feed=feed around=around/> }
            .to_html()
    })
}

/// The HTML of the page that is shown at an address without a page: what stands in its `<body>`. `start` is
/// the path of the start page and its title, where that is known.
pub fn render_missing(start: Option<(String, String)>, around: Around) -> String {
    Owner::new().with(|| view! { <Missing start=start around=around/> }.to_html())
}

#[component]
fn Missing(start: Option<(String, String)>, around: Around) -> impl IntoView {
    let (language, direction) = read_in(around.language.clone());
    let logo = around.logo.clone().map(|logo| view! { <SiteLogo logo=logo/> });
    let way = match start {
        Some((path, title)) => Either::Left(view! {
            <p>
                {site::MISSING_START} <a href=path lang=language dir=direction>{title}</a>
            </p>
        }),
        None => Either::Right(view! { <p>{site::MISSING_WAY}</p> }),
    };
    view! {
        <header class="header">
            {logo}
            <h1 class="header__title">{site::MISSING}</h1>
        </header>
        <main id="content" class="content" tabindex="-1">
            <section class="summary__paragraph">
                <p>{site::MISSING_WHY}</p>
                <p>{site::MISSING_NOTES}</p>
                {way}
            </section>
        </main>
        <Footer around=around/>
    }
}

#[component]
fn Start(
    title: String,
    events: Vec<Listed>,
    calendar: String,
    feed: Option<String>,
    around: Around,
) -> impl IntoView {
    let logo = around.logo.clone().map(|logo| view! { <SiteLogo logo=logo/> });
    // Its words are read in their own direction, and begin where all others of the page begin.
    let title = match read_in(around.language.clone()) {
        (None, _) => Either::Left(title),
        (language, direction) => {
            Either::Right(view! { <span lang=language dir=direction>{title}</span> })
        }
    };
    view! {
        <a class="skip" href="#content">{messages::SKIP}</a>
        <header class="header">
            {logo}
            <h1 class="header__title">{title}</h1>
        </header>
        <main id="content" class="content start" tabindex="-1">
            <Events events=events/>
            {around.all_notes.clone().map(|address| view! { <FromStart address=address/> })}
            <Follow calendar=calendar feed=feed/>
            <div class="notices"><Newer/></div>
        </main>
        <Footer around=around/>
    }
}

/// How to hear of new events.
#[component]
fn Follow(calendar: String, feed: Option<String>) -> impl IntoView {
    let feed = feed.map(|feed| {
        view! {
            <p>
                {site::FEED_BEFORE}
                <a href=feed type="application/atom+xml">{site::FEED}</a>
                {site::FEED_AFTER}
            </p>
        }
    });
    view! {
        <section class="start__follow" aria-labelledby="follow-title">
            <h2 id="follow-title">{site::FOLLOW}</h2>
            <p>
                {site::SUBSCRIBE_BEFORE}
                <a href=calendar type="text/calendar">{site::CALENDAR_OF_ALL}</a>
                {site::SUBSCRIBE_AFTER}
            </p>
            {feed}
        </section>
    }
}
