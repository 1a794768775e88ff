//! What stands around the pages of several events: the way from each to the others, and the start page.

pub mod events;

use leptos::either::Either;
use leptos::prelude::*;

use self::events::Events;
use super::all_notes::FromStart;
use super::footer::Footer;
use super::newer::Newer;
use crate::event::{Date, Event, Language, Link, Status};
use crate::messages::language::{in_language, languages};
use crate::messages::{event, page as messages, site};
use crate::said::{attributes, said_with};

/// The site around a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The start page, where there is one: what the site is called, and how the page's folder leads there.
    pub start: Option<(String, &'static str)>,
    /// The language of what the site is called, where that is told.
    pub language: Option<Language>,
    /// The logo of the site, where the page shows it.
    pub logo: Option<Logo>,
    /// The event in each of its languages, where it has several.
    pub in_languages: Vec<InLanguage>,
    /// The page with the notes on all events, where there is one.
    pub all_notes: Option<String>,
    /// Where it says who is responsible for the site.
    pub imprint: Option<Link>,
    /// Where it says what happens to the data of visitors.
    pub privacy: Option<Link>,
}

/// An event in one of its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InLanguage {
    /// The language, where the event's file tells it.
    pub language: Option<Language>,
    /// How the page on which that is told leads to its page.
    pub way: String,
    /// The address of its page, where that is known.
    pub address: Option<Link>,
    /// Whether that is this page.
    pub is_this: bool,
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
    /// The same in further languages.
    pub in_languages: Vec<InLanguage>,
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
            in_languages: Vec::new(),
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
            {said_with(&messages::part_of(&title), |name, title| {
                let (name, language) = (name.to_owned(), language.clone());
                view! { <a href=way lang=language dir=direction data-l10n-name=name>{title}</a> }
                    .into_any()
            })}
        </p>
    }
}

/// The ways to the same event in its other languages.
#[component]
pub fn OtherLanguages(
    /// The event in each of its languages.
    of: Vec<InLanguage>,
) -> impl IntoView {
    let others: Vec<_> = of.into_iter().filter(|it| !it.is_this).map(led_to).collect();
    (!others.is_empty()).then(|| {
        view! {
            <nav
                class="header__languages"
                aria-label=messages::OTHER_LANGUAGES
                data-l10n-attrs=attributes(&[("aria-label", messages::OTHER_LANGUAGES)])
            >
                {others}
            </nav>
        }
    })
}

/// The way to an event in a language, by the name of the language.
fn led_to(page: InLanguage) -> impl IntoView {
    let tag = page.language.as_ref().map(|it| it.as_str().to_owned());
    let (name, language) = language_name(page.language);
    let (language, direction) = read_in(language);
    view! { <a href=page.way hreflang=tag lang=language dir=direction>{name}</a> }
}

/// What a language is called, and in which language it is called that: by its own name, where the interface
/// speaks it; else by its name in the language of the page, or by its tag.
fn language_name(language: Option<Language>) -> (String, Option<Language>) {
    // A file that tells no language is read in English.
    let tag = language.as_ref().map_or("en", Language::as_str).to_owned();
    let primary = tag.split('-').next().unwrap_or(&tag);
    match languages().find(|known| *known == primary) {
        Some(known) => (in_language(known, || messages::LANGUAGE_NAME.text()).to_owned(), language),
        None => {
            let name = event::language(&tag).map(|name| name.text().to_owned());
            (name.unwrap_or(tag), None)
        }
    }
}

/// How words of the host are read: in which language, and which way.
pub(super) fn read_in(language: Option<Language>) -> (Option<String>, Option<&'static str>) {
    let direction = language.as_ref().map(|it| if it.is_right_to_left() { "rtl" } else { "ltr" });
    (language.map(|language| language.as_str().to_owned()), direction)
}

/// The same for what the host says of an event. A file that tells no language is read in English.
pub(super) fn read_in_event(event: &Event) -> (Option<String>, Option<&'static str>) {
    match &event.language {
        None => (Some("en".to_owned()), Some("ltr")),
        language => read_in(language.clone()),
    }
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
                {said_with(&site::missing_start(&title), |name, title| {
                    let (name, path, language) = (name.to_owned(), path.clone(), language.clone());
                    view! { <a href=path lang=language dir=direction data-l10n-name=name>{title}</a> }
                        .into_any()
                })}
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
                {said_with(&site::FEED.into(), |name, words| {
                    let (name, feed) = (name.to_owned(), feed.clone());
                    view! { <a href=feed type="application/atom+xml" data-l10n-name=name>{words}</a> }
                        .into_any()
                })}
            </p>
        }
    });
    view! {
        <section class="start__follow" aria-labelledby="follow-title">
            <h2 id="follow-title">{site::FOLLOW}</h2>
            <p>
                {said_with(&site::SUBSCRIBE.into(), |name, words| {
                    let (name, calendar) = (name.to_owned(), calendar.clone());
                    view! { <a href=calendar type="text/calendar" data-l10n-name=name>{words}</a> }
                        .into_any()
                })}
            </p>
            {feed}
        </section>
    }
}
