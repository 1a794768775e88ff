//! Which events of a start page are found, and what is said of those that are found by words which the
//! list does not show. What is still to come is told by a script: `end2end/early/start.test.mjs`.

use marginalia::event::{EventWords, ListedEvent, TitledTheme};
use marginalia::events::{Choice, Entry, Kind, Reason};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|it| (*it).to_owned()).collect()
}

fn entry(title: &str, facts: &str, topic: Option<&str>, year: &str, further: EventWords) -> Entry {
    Entry {
        address: "./it/".to_owned(),
        seen: names(&[title, facts]),
        topic: topic.map(str::to_owned),
        year: year.to_owned(),
        further,
    }
}

fn events() -> [Entry; 3] {
    let theme = |id: &str, title: &str| TitledTheme {
        id: id.to_owned().try_into().expect("an id"),
        title: title.to_owned(),
    };
    let water = EventWords {
        people: names(&["Zoë Ångström", "Amir Water"]),
        organizers: names(&["Institut de l’eau"]),
        parts: names(&["What remains open"]),
        themes: vec![theme("dams", "Dams and dykes"), theme("law", "The law of dams")],
        sessions: names(&["Dinner by the river"]),
        ..EventWords::default()
    };
    [
        entry("Water for all", "4 September 2014 Genève Rivers", Some("Rivers"), "2014", water),
        entry(
            "Forêts",
            "1 May 2015 Online Forests",
            Some("Forests"),
            "2015",
            EventWords::default(),
        ),
        entry("Rivers again", "2 May 2015 Geneva", None, "2015", EventWords::default()),
    ]
}

fn choice(words: &str, topic: &str, year: &str) -> Choice {
    let some = |text: &str| Some(text.to_owned()).filter(|it| !it.is_empty());
    Choice { words: words.to_owned(), topic: some(topic), year: some(year) }
}

/// The places of what is found.
fn found(choice: &Choice) -> Vec<usize> {
    let found = choice.find(&events());
    (0..found.len()).filter(|place| found[*place].is_some()).collect()
}

#[test]
fn events_are_found_by_words_topic_and_year() {
    for (words, topic, year, expected) in [
        ("", "", "", &[0, 1, 2][..]),
        ("   ", "", "", &[0, 1, 2]),
        // As readers type it.
        ("WATER", "", "", &[0]),
        ("geneve", "", "", &[0]),
        ("forets", "", "", &[1]),
        ("l'eau", "", "", &[0]),
        ("angstrom", "", "", &[0]),
        // All the words, in any order, wherever each stands.
        ("all water", "", "", &[0]),
        ("dams geneve", "", "", &[0]),
        ("dams forets", "", "", &[]),
        ("rivers", "", "", &[0, 2]),
        ("may 2015", "", "", &[1, 2]),
        ("", "Rivers", "", &[0]),
        ("", "", "2015", &[1, 2]),
        ("rivers", "", "2015", &[2]),
        ("rivers", "Forests", "", &[]),
        ("", "Rivers", "2015", &[]),
    ] {
        let choice = choice(words, topic, year);
        assert_eq!(found(&choice), expected, "{choice:?}");
        assert_eq!(choice.is_narrow(), expected != [0, 1, 2], "{choice:?}");
    }
}

#[test]
fn what_the_list_does_not_show_is_told() {
    let reason = |kind, words: &str, address: Option<&str>| Reason {
        kind,
        words: words.to_owned(),
        address: address.map(str::to_owned),
    };
    let dams = reason(Kind::Theme, "Dams and dykes", Some("./it/#theme-dams"));
    let law = reason(Kind::Theme, "The law of dams", Some("./it/#theme-law"));
    let zoe = reason(Kind::Person, "Zoë Ångström", None);
    for (words, expected) in [
        ("water", vec![]),
        ("geneve 2014", vec![]),
        ("dams", vec![dams.clone()]),
        ("geneve dykes", vec![dams.clone()]),
        // The one that has both, though another one has the first of them.
        ("dams law", vec![law]),
        ("zoe", vec![zoe.clone()]),
        ("zoe dykes", vec![zoe, dams]),
        ("institut", vec![reason(Kind::Organizer, "Institut de l’eau", None)]),
        ("remains", vec![reason(Kind::Part, "What remains open", None)]),
        ("dinner", vec![reason(Kind::Session, "Dinner by the river", None)]),
    ] {
        let found = choice(words, "", "").find(&events());
        assert_eq!(found[0].as_ref(), Some(&expected), "{words}");
    }
}

#[test]
fn the_page_reads_the_list_that_the_build_writes() {
    let listed = ListedEvent {
        id: "water".to_owned().try_into().expect("an id"),
        address: "./water/".to_owned(),
        title: "Water for all".to_owned(),
        topic: None,
        starts: serde_json::from_str("\"2014-09-04\"").expect("a day"),
        ends: None,
        place: None,
        language: None,
        people: names(&["Zoë Ångström"]),
        organizers: Vec::new(),
        parts: Vec::new(),
        themes: vec![TitledTheme {
            id: "law".to_owned().try_into().expect("an id"),
            title: "Law".to_owned(),
        }],
        sessions: names(&["Dinner"]),
    };
    let written = serde_json::to_string(&listed).expect("it is data");
    assert!(!written.contains("null"), "{written}");
    let read: EventWords = serde_json::from_str(&written).expect("the page reads it");
    assert_eq!(read.address, listed.address);
    assert_eq!(
        (read.people, read.themes, read.sessions),
        (listed.people, listed.themes, listed.sessions)
    );
}
