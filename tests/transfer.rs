//! What goes over between the reader's parts and the program for transfer arrives as it was.

use marginalia::event::{PageText, ThemeId};
use marginalia::notebook::{NoteId, Selection, Timestamp};
use marginalia::storage::Change;
use marginalia::transfer::request::{
    Contents, ExportRequest, OpenRequest, Outcome, packed, unpacked,
};
use proptest::prelude::*;
use rustc_hash::FxHashSet;
use serde_json::json;

fn theme() -> ThemeId {
    ThemeId::try_from("early".to_owned()).expect("a theme id")
}

fn note(id: &str) -> NoteId {
    NoteId::parse(id).expect("a note id")
}

fn contents(text: &str) -> Contents {
    let event = json!({
        "id": "panel", "title": text, "address": "https://example.org/", "starts": "2014-09-04",
        "place": text, "organizers": [text], "parts": [{"id": "one", "title": text}],
        "themes": [{"id": "early", "part": "one", "title": text}],
    });
    Contents {
        event: serde_json::from_value(event).expect("an outline"),
        address: text.to_owned(),
        page: PageText { text: text.to_owned(), headings: vec![(theme(), 3)] },
        entries: vec![("marginalia/panel/note/a".to_owned(), text.to_owned())],
        now: Timestamp::parse("2014-09-04T10:00:00.000Z").expect("a time"),
    }
}

proptest! {
    #[test]
    fn what_goes_over_arrives_as_it_was(text in any::<String>()) {
        let contents = contents(&text);
        for selection in [
            Selection::All,
            Selection::Found(FxHashSet::from_iter([note("a"), note("b")])),
            Selection::Theme(theme()),
            Selection::Note(note("a")),
        ] {
            let request = ExportRequest { contents: contents.clone(), selection };
            prop_assert_eq!(&unpacked::<ExportRequest>(&packed(&request)).expect("a request"), &request);
        }
        let change = Change { key: text.clone(), before: None, after: Some(text.clone()) };
        let changes = vec![change.reversed(), change];
        prop_assert_eq!(&unpacked::<Vec<Change>>(&packed(&changes)).expect("changes"), &changes);
        let request = OpenRequest { contents, fragment: text };
        prop_assert_eq!(&unpacked::<OpenRequest>(&packed(&request)).expect("a request"), &request);
    }
}

#[test]
fn every_outcome_is_told() {
    for outcome in [Outcome::Done, Outcome::Changed, Outcome::Full, Outcome::Refused] {
        assert_eq!(unpacked::<Outcome>(&packed(&outcome)).ok(), Some(outcome));
    }
}

#[test]
fn what_another_build_hands_over_is_refused() {
    let request = packed(&OpenRequest { contents: contents("x"), fragment: "#notes=x".to_owned() });
    assert!(unpacked::<ExportRequest>(&request).is_err());
    assert!(unpacked::<Contents>("{}").is_err());
    assert!(unpacked::<Outcome>("").is_err());
}
