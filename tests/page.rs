//! The page keeps every place that the early script and the reader's parts look for, once, whatever
//! the event is.

#![cfg(feature = "ssr")]

use std::collections::BTreeSet;
use std::path::Path;

use lol_html::{RewriteStrSettings, element, rewrite_str};
use marginalia::event::Event;
use marginalia::event::file::{event_files, read};
use marginalia::messages::language::in_language;
use marginalia::messages::page::CALENDAR_FILE;
use marginalia::page::event_files::{Citation, EventFiles};
use marginalia::page::render;
use marginalia::page::site::Around;
use serde_json::{Value, json};

fn bundled_event() -> Event {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = event_files(&content).expect("content can be listed");
    read(&files[0]).unwrap_or_else(|_| panic!("the bundled event is good"))
}

/// An event of two parts, of which one has no theme, with words that HTML would take for its own.
fn made_up_event() -> Event {
    serde_json::from_value(json!({
        "id": "made-up", "title": "<b>&\"quoted\"</b>", "starts": "2026-03-05", "ends": "2026-03-06",
        "address": null, "place": "<i>", "topic": "&amp;", "attendance": "", "cites": ["a"],
        "organizers": [{ "name": "<u>", "url": null, "cites": [] }],
        "summary": [{ "text": "</p><p>", "cites": ["a"] }],
        "occasions": [
            { "title": "Later", "date": "2026-04-01", "text": "", "cites": [] },
            { "title": "Some day", "date": null, "text": "", "cites": [] },
        ],
        "people": [{
            "id": "a", "name": "A <B> C", "role": "chair", "position": null, "affiliation": "",
            "portrait": null, "cites": [],
        }],
        "people_note": null,
        "quotations": [
            { "text": "<q>", "person": "a", "theme": "one", "cites": [] },
            { "text": "<q>", "person": "a", "theme": null, "cites": [] },
        ],
        "parts": [
            { "id": "full", "title": "\"Full\"", "text": null, "cites": [] },
            { "id": "empty", "title": "Empty", "text": null, "cites": [] },
        ],
        "themes": [
            { "id": "one", "part": "full", "title": "One & <one>", "text": ["</textarea>"], "cites": [] },
            { "id": "2", "part": "full", "title": "\"Two\"", "text": [], "cites": ["a"] },
        ],
        "sources": [{
            "id": "a", "title": "<a>", "publisher": "", "published": null, "url": "https://a.example/?a&b",
        }],
    }))
    .expect("an event")
}

fn files() -> EventFiles {
    let citation = |style| Citation { style, runs: vec![("<cite>".to_owned(), true)] };
    EventFiles {
        files: vec![("event.ics".to_owned(), CALENDAR_FILE)],
        citations: vec![citation("Chicago"), citation("APA")],
    }
}

/// The bundled event, one that is hard to render, and the real kinds of `tests/events`.
fn pages() -> Vec<(Event, String)> {
    let kinds = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/events");
    let kinds = event_files(&kinds).expect("the folder can be listed");
    assert!(kinds.len() >= 6, "{kinds:?}");
    let kinds = kinds.iter().map(|file| read(file).unwrap_or_else(|report| panic!("{report}")));
    let events = [bundled_event(), made_up_event()].into_iter().chain(kinds);
    let with_page = |event: Event| {
        let page = render(&event, files(), Around::default());
        (event, page)
    };
    events.map(with_page).collect()
}

/// What `read` tells of each element that matches a selector.
fn found<Told>(
    page: &str,
    selector: &str,
    read: impl Fn(&lol_html::html_content::Element<'_, '_>) -> Option<Told>,
) -> Vec<Told> {
    let mut all = Vec::new();
    let settings = RewriteStrSettings {
        element_content_handlers: vec![element!(selector, |it| {
            all.extend(read(it));
            Ok(())
        })],
        ..RewriteStrSettings::new()
    };
    rewrite_str(page, settings).expect("the page is HTML");
    all
}

fn count(page: &str, selector: &str) -> usize {
    found(page, selector, |_| Some(())).len()
}

#[test]
fn each_place_is_there_once() {
    for (event, page) in pages() {
        let mut places: Vec<String> = [
            "header.header",
            "script#early",
            "nav.contents .contents__mine a[href='#my-notes']",
            "main#content.content[tabindex='-1']",
            ".outline__hint button#hint-seen[data-program]",
            "#lost-notes.part--lost",
            "section#my-notes[aria-labelledby='my-notes-title'][tabindex='-1']",
            "#my-notes h2#my-notes-title",
            "#my-notes div#my-notes-content",
            "p#citation-1",
            "div#copy-citation-1[data-style='Chicago']",
            "p#citation-2",
            "div#copy-citation-2[data-style='APA']",
            "main > div.notices > div#notices",
            "main > div.notices > p#newer[hidden]",
            "footer #shortcuts-place",
            "footer #languages-place",
            "footer #colours-place",
            "div#dialogs[data-reader]",
            "template#early-trouble button[data-copy][data-copied]",
            "template#early-unsaved button[data-copy][data-copied]",
            "template#early-missing",
        ]
        .map(str::to_owned)
        .into();
        if !event.themes.is_empty() {
            places.push("h2#outline-title[tabindex='-1']".to_owned());
        }
        for id in event.themes.iter().map(|theme| theme.id.as_str()) {
            places.push(format!("nav.map a#map-{id}[href='#theme-{id}'] > span#ring-{id}"));
            places.push(format!("#theme-{id} > details[open]"));
        }
        let sessions = event.sessions.iter().filter_map(|session| session.theme());
        let themes = event.themes.iter().map(|theme| &theme.id);
        for id in themes.chain(sessions) {
            places.extend([
                format!("nav.contents a[href='#theme-{id}']"),
                format!("nav.contents span#count-{id}.contents__count"),
                format!(
                    "section#theme-{id}.theme[aria-labelledby='theme-{id}-title'][tabindex='-1']"
                ),
                format!("#theme-{id} > details > summary > h4#theme-{id}-title"),
                format!("#theme-{id} .theme__body > div#text-{id}.theme__text"),
                format!("#theme-{id} .theme__body > div#notes-{id}.theme__notes"),
                format!("#notes-{id} textarea#new-note-{id}[data-theme='{id}'][aria-label]"),
                format!("#notes-{id} button#add-note-{id}[data-theme='{id}'][type='button']"),
                format!("#notes-{id} p#draft-mark-{id}"),
                format!("#notes-{id} div#theme-notes-{id}"),
            ]);
        }
        for place in places {
            assert_eq!(count(&page, &place), 1, "{}: {place}", event.id);
        }
    }
}

#[test]
fn no_id_is_there_twice_and_every_link_within_the_page_leads_to_one() {
    for (event, page) in pages() {
        let ids = found(&page, "[id]", |it| it.get_attribute("id"));
        let different: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "{}: {ids:?}", event.id);
        for address in found(&page, "[href^='#']", |it| it.get_attribute("href")) {
            let is_there = different.iter().any(|id| address[1..] == ***id);
            assert!(is_there, "{}: `{address}` leads nowhere", event.id);
        }
        for labels in found(&page, "[aria-labelledby]", |it| it.get_attribute("aria-labelledby")) {
            assert!(different.contains(&labels), "{}: nothing is called `{labels}`", event.id);
        }
    }
}

#[test]
fn what_the_host_wrote_is_text() {
    let page = render(&made_up_event(), files(), Around::default());
    for made_up in ["b", "u", "q", "cite"] {
        assert_eq!(count(&page, made_up), 0, "<{made_up}> is text of the host");
    }
    for written in ["&lt;b&gt;&amp;\"quoted\"&lt;/b&gt;", "&amp;amp;", "&lt;cite&gt;"] {
        assert!(page.contains(written), "`{written}` is missing");
    }
    let labels = found(&page, "textarea", |it| it.get_attribute("aria-label"));
    assert_eq!(labels, ["New note on One &amp; &lt;one&gt;", "New note on &quot;Two&quot;"]);
}

#[test]
fn only_what_the_early_script_hears_can_be_pressed() {
    for (event, page) in pages() {
        let heard = "button[data-program], button[data-theme], template button[data-copy]";
        assert_eq!(count(&page, "button"), count(&page, heard), "{}", event.id);
        assert_eq!(count(&page, "button[disabled], textarea[disabled]"), 0, "{}", event.id);
    }
}

#[test]
fn the_header_stands_before_the_early_script_and_all_that_is_pressed_or_written_in_after_it() {
    for (event, page) in pages() {
        let (before, after) = page.split_once("<script id=\"early\">").expect("its place is there");
        assert_eq!(count(before, "header h1, nav.contents"), 2, "{}", event.id);
        assert_eq!(count(before, "button, textarea, [data-program], main"), 0, "{}", event.id);
        assert!(count(after, "button, textarea") > 0, "{}", event.id);
        let copying = "<script id=\"copying\"></script>";
        assert!(
            before.ends_with(copying),
            "{}: it is there before anything can ask for it",
            event.id
        );
    }
}

#[test]
fn the_page_has_all_that_the_file_says_and_no_heading_without_contents() {
    for (event, page) in pages().into_iter().filter(|(event, _)| event.id.as_str() != "made-up") {
        let text = text_of(&page);
        let is_told = |words: &str| text.contains(words.trim());
        let people = event.people.iter().flat_map(|person| {
            let roles = person.roles().iter().map(|role| role.label().to_owned());
            let facts = [&person.position, &person.affiliation].into_iter().flatten().cloned();
            roles.chain(facts).chain([person.full_name()]).collect::<Vec<_>>()
        });
        let sessions = event.sessions.iter().flat_map(|session| {
            let facts = [&session.place, &session.track].into_iter().flatten().cloned();
            let links = session.links.iter().map(|link| link.title.clone());
            facts.chain(links).chain([session.title.clone()]).collect::<Vec<_>>()
        });
        let facts = [&event.place, &event.topic, &event.attendance, &event.online];
        let bodies = event.organizers.iter().chain(&event.sponsors).map(|body| body.name.clone());
        let others = event.links.iter().map(|link| link.title.clone());
        let others = others.chain(event.related.iter().map(|related| related.title.clone()));
        let places = event.places.iter().flat_map(|place| {
            let address = place.postal_address.iter().cloned();
            address.chain([place.name.clone()]).collect::<Vec<_>>()
        });
        let information = event.information.iter().map(|it| it.title.clone()).chain(places);
        let all = people
            .chain(sessions)
            .chain(facts.into_iter().flatten().cloned())
            .chain(bodies)
            .chain(others)
            .chain(information);
        for words in all {
            assert!(is_told(&words), "{}: the page does not say “{words}”", event.id);
        }
        for link in [&event.registration, &event.contact, &event.join].into_iter().flatten() {
            let address = link.as_str();
            assert_eq!(count(&page, &format!("header a[href='{address}']")), 1, "{address}");
        }
        // What is not in the file has no heading either.
        for (title, is_there) in [
            ("summary-title", !event.summary.is_empty()),
            ("occasions-title", !event.occasions.is_empty()),
            ("people-title", !event.people.is_empty()),
            ("programme-title", !event.sessions.is_empty()),
            ("outline-title", !event.themes.is_empty()),
            ("links-title", !event.links.is_empty()),
            ("places-title", !event.places.is_empty()),
            ("related-title", !event.related.is_empty()),
            ("sponsors-title", !event.sponsors.is_empty()),
        ] {
            let found = count(&page, &format!("#{title}")) == 1;
            assert!(found == is_there || title == "summary-title", "{}: {title}", event.id);
        }
    }
}

#[test]
fn what_is_in_another_language_is_marked_so() {
    let mut others = 0;
    for (event, page) in pages() {
        for session in &event.sessions {
            let (Some(language), Some(id)) = (&session.language, session.theme()) else { continue };
            let text = format!("#text-{id}[lang='{}'][dir='ltr']", language.as_str());
            assert_eq!(count(&page, &text), 1, "{}: {text}", event.id);
            others += 1;
        }
    }
    assert!(others >= 8, "{others}");
}

#[test]
fn what_stands_in_a_row_is_parted_as_the_language_of_the_page_does() {
    // When it is, and where a source is cited.
    let rows = [
        ("en", ["2014, 10:00, ", "<u>; "]),
        ("fr", ["2014, 10:00, ", "<u>\u{202f}; "]),
        ("ar", ["2014، 10:00، ", "<u>؛ "]),
        ("zh", ["日，10:00，", "<u>；"]),
    ];
    for (language, expected) in rows {
        let mut event = serde_json::to_value(made_up_event()).unwrap();
        event["starts"] = "2014-09-04 10:00".into();
        event["ends"] = Value::Null;
        event["time_zone"] = "Europe/Rome".into();
        event["language"] = language.into();
        event["organizers"][0]["cites"] = json!(["a"]);
        let event: Event = serde_json::from_value(event).unwrap();
        let page = in_language(language, || render(&event, files(), Around::default()));
        let text = text_of(&page);
        for row in expected {
            assert!(text.contains(row), "{language}: no {row:?} in {text}");
        }
    }
}

#[test]
fn a_break_takes_no_notes_and_has_no_ring() {
    let mut breaks = 0;
    for (event, page) in pages() {
        for session in event.sessions.iter().filter(|session| session.is_break()) {
            breaks += 1;
            assert_eq!(session.theme(), None);
        }
        let with_notes = event.themes.len() + event.sessions_with_notes().len();
        assert_eq!(count(&page, "textarea"), with_notes, "{}", event.id);
        assert_eq!(count(&page, ".map__ring"), event.themes.len(), "{}", event.id);
    }
    assert!(breaks > 5, "{breaks}");
}

/// The text of a page, without its tags.
fn text_of(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}
