//! Storages that once went wrong, found by the fuzzer `open_storage`. Each is opened and worked
//! with again; `support/any_storage.rs` says what must hold.

mod support {
    pub(crate) mod any_storage;
    pub(crate) mod disk;
}

use support::any_storage::{Case, check};

const ID: &str = "0192f0c1-8a2e-7c41-9d3f-5b6a7c8d9e0f";

/// A note, draft or deleted note, as far as its fields make it one.
fn entry(version: u64, text: &str, more: &str) -> String {
    format!(
        r#"{{"v":{version},"id":"{ID}","theme":"early","text":"{text}","created":"2014-09-04T10:00:00.000Z","changed":"2014-09-04T10:00:00.000Z","revision":1{more}}}"#
    )
}

const DELETED: &str = r#","deleted":"2014-09-04T10:00:00.000Z""#;
const DELETED_LONG_AGO: &str = r#","deleted":"2014-08-04T10:00:00.000Z""#;

/// Opens a storage with these keys of the event; where a text has the replacement character, half
/// of a surrogate pair stands in it.
fn holds(entries: &[(&str, &str)], room: Option<usize>, calls: Option<usize>) {
    let units = |text: &str| {
        let half = |unit: u16| if unit == 0xfffd { 0xd800 } else { unit };
        text.encode_utf16().map(half).collect::<Vec<u16>>()
    };
    let entries = entries
        .iter()
        .map(|(key, text)| (format!("marginalia/panel/{}", key.replace("ID", ID)), units(text)))
        .collect();
    let case = Case { entries, room, calls };
    if let Err(what) = check(&case) {
        panic!("{what}\n{}", case.shown());
    }
}

#[test]
fn an_empty_storage_opens() {
    holds(&[], None, None);
}

#[test]
fn an_older_note_with_fields_that_it_should_not_know_is_migrated() {
    for more in ["", r#","changed":null"#, r#","revision":"many""#, r#","revision":-1"#, DELETED] {
        holds(&[("note/ID", &entry(0, "a text", more))], None, None);
        holds(&[("older/note/ID", &entry(0, "a text", more))], None, None);
    }
}

#[test]
fn a_note_can_be_deleted_where_its_place_among_the_deleted_holds_no_text() {
    holds(&[("note/ID", &entry(1, "a text", "")), ("deleted/ID", "{\u{fffd}")], None, None);
}

#[test]
fn what_stands_among_the_originals_and_is_none_is_shown_and_stays() {
    for key in ["older/", "older/note/", "older/later/n1", "older/quarantine/note/n1/1"] {
        for text in [entry(0, "a text", ""), "noise".to_owned(), "\u{fffd}".to_owned()] {
            holds(&[(key, &text)], None, None);
        }
    }
    for text in ["noise", "", "\u{fffd}", &entry(1, "present", ""), &entry(2, "newer", "")] {
        for place in ["note/ID", "draft/early", "deleted/ID"] {
            let original = format!("older/{place}");
            let there = entry(1, "a text", DELETED);
            holds(&[(&original, text)], None, None);
            holds(&[(&original, text), (place, &there)], None, None);
        }
    }
}

#[test]
fn an_original_that_was_left_is_kept_beside_what_has_come_into_its_place() {
    for place in ["note/ID", "draft/early", "deleted/ID"] {
        for there in [
            entry(0, "another text", DELETED),
            entry(1, "another text", DELETED),
            entry(2, "another text", DELETED),
            entry(1, "a text", DELETED),
            r#"{"v":2,"parts":[]}"#.to_owned(),
            "{".to_owned(),
            String::new(),
            "\u{fffd}".to_owned(),
        ] {
            let original = entry(0, "a text", DELETED);
            let entries = [(place, there.as_str()), (&format!("older/{place}"), &original)];
            holds(&entries, None, None);
            for room in [0, 100, 400] {
                holds(&entries, Some(room), None);
            }
            for calls in 0..30 {
                holds(&entries, None, Some(calls));
            }
        }
    }
}

#[test]
fn an_original_that_was_left_does_not_bring_back_what_was_deleted_long_ago() {
    let (deleted, original) = (entry(0, "a text", DELETED_LONG_AGO), entry(0, "a text", DELETED));
    holds(&[("deleted/ID", &deleted), ("older/note/ID", &original)], None, None);
}

#[test]
fn an_original_goes_although_a_draft_cannot_be_stored() {
    let (note, draft) = (entry(0, "a text", ""), entry(0, "a draft", ""));
    let entries = [
        ("draft/late", "damaged"),
        ("note/ID", note.as_str()),
        ("older/draft/late", &draft),
        ("older/note/ID", &note),
    ];
    for calls in 0..40 {
        holds(&entries, None, Some(calls));
    }
    holds(&entries, None, None);
}

#[test]
fn a_note_and_a_deleted_note_of_one_id_are_both_kept() {
    for (alive, deleted) in [("a text", "a text"), ("a text", "another text"), ("a text", "")] {
        for version in [0, 1] {
            let (alive, deleted) = (entry(version, alive, ""), entry(version, deleted, DELETED));
            holds(&[("note/ID", &alive), ("deleted/ID", &deleted)], None, None);
            holds(&[("older/note/ID", &alive), ("deleted/ID", &deleted)], None, None);
        }
    }
}
