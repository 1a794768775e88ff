//! The notebook and its codec, natively: rules in tables, and properties over any sequence of
//! what a reader can do.

use std::collections::BTreeMap;

use marginalia::event::{EventId, ThemeId};
use marginalia::json::JsonError;
use marginalia::notebook::{Note, NoteId, Notebook, Timestamp, join_texts};
use marginalia::storage::codec::{
    DecodeError, decode_draft, decode_note, encode_draft, encode_note,
};
use marginalia::storage::{Entry, Keys, MemoryStore, Store as _, load, save};
use proptest::prelude::*;

fn theme(name: &str) -> ThemeId {
    ThemeId::try_from(name.to_owned()).expect("a theme id")
}

fn note_id(number: usize) -> NoteId {
    NoteId::parse(&format!("0192f0c1-0000-7000-8000-{number:012}")).expect("a note id")
}

fn at(second: usize) -> Timestamp {
    let (minute, second) = (second / 60 % 60, second % 60);
    Timestamp::parse(&format!("2014-09-04T10:{minute:02}:{second:02}.000Z")).expect("a time")
}

fn not_an_object() -> DecodeError {
    DecodeError::Malformed(JsonError::NotAnObject)
}

fn field(name: &'static str) -> DecodeError {
    DecodeError::Malformed(JsonError::Field(name))
}

fn keys() -> Keys {
    Keys::of(EventId::try_from("panel".to_owned()).expect("an event id"))
}

#[test]
fn a_blank_text_makes_no_note() {
    for blank in ["", " ", "\n\t\u{a0}"] {
        let mut notebook = Notebook::default();
        assert!(notebook.add(note_id(1), theme("early"), blank.to_owned(), at(0)).is_none());
        assert!(notebook.is_empty());
    }
}

#[test]
fn an_edit_counts_only_where_the_text_differs() {
    let mut notebook = Notebook::default();
    notebook.add(note_id(1), theme("early"), "one".to_owned(), at(0));
    assert!(!notebook.edit(&note_id(1), "one", at(1)));
    assert!(notebook.edit(&note_id(1), "two", at(2)));
    let note = notebook.note(&note_id(1)).expect("the note");
    assert_eq!((note.revision, &note.created, &note.changed), (2, &at(0), &at(2)));
    assert!(!notebook.edit(&note_id(9), "no such note", at(3)));
}

#[test]
fn notes_on_a_theme_come_newest_first() {
    let mut notebook = Notebook::default();
    for number in 0..3 {
        notebook.add(note_id(number), theme("early"), number.to_string(), at(number));
    }
    notebook.add(note_id(7), theme("other"), "elsewhere".to_owned(), at(7));
    let texts: Vec<&str> =
        notebook.notes_on(&theme("early")).map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["2", "1", "0"]);
    let early = theme("early");
    let beyond: Vec<&str> =
        notebook.notes_beyond(&[&early]).map(|note| note.text.as_str()).collect();
    assert_eq!(beyond, ["elsewhere"]);
}

#[test]
fn joining_keeps_both_texts_once() {
    for (stored, typed, joined) in
        [("", "", ""), ("a", "", "a"), ("", "b", "b"), ("a", "a", "a"), ("a", "b", "a\n\nb")]
    {
        assert_eq!(join_texts(stored, typed), joined, "`{stored}` and `{typed}`");
    }
}

#[test]
fn a_note_is_stored_as_the_contract_says() {
    let note = Note {
        id: note_id(1),
        theme: theme("early-action"),
        text: "“quoted” \\ and\nnew line".to_owned(),
        created: at(0),
        changed: at(5),
        revision: 3,
        extra: serde_json::Map::new(),
    };
    let text = encode_note(&note);
    assert_eq!(
        text,
        r#"{"v":1,"id":"0192f0c1-0000-7000-8000-000000000001","theme":"early-action","text":"“quoted” \\ and\nnew line","created":"2014-09-04T10:00:00.000Z","changed":"2014-09-04T10:00:05.000Z","revision":3}"#
    );
    assert_eq!(encode_draft("begun"), r#"{"v":1,"text":"begun"}"#);
}

#[test]
fn fields_of_a_later_version_are_written_back() {
    let stored = r#"{"v":1,"id":"0192f0c1-0000-7000-8000-000000000001","theme":"early","text":"a","created":"2014-09-04T10:00:00Z","changed":"2014-09-04T10:00:00Z","revision":1,"pinned":true,"tags":["x"]}"#;
    let mut note = decode_note(&note_id(1), stored).expect("a note");
    note.text = "b".to_owned();
    let again = encode_note(&note);
    assert!(again.contains(r#""pinned":true"#) && again.contains(r#""tags":["x"]"#), "{again}");
}

#[test]
fn what_is_no_note_is_refused_with_its_reason() {
    let whole = encode_note(&Note {
        id: note_id(1),
        theme: theme("early"),
        text: "text".to_owned(),
        created: at(0),
        changed: at(0),
        revision: 1,
        extra: serde_json::Map::new(),
    });
    for (stored, reason) in [
        (String::new(), not_an_object()),
        ("{".to_owned(), not_an_object()),
        ("[]".to_owned(), not_an_object()),
        ("{}".to_owned(), field("v")),
        (whole.replace("\"v\":1", "\"v\":2"), DecodeError::Newer(2)),
        (whole.replace("\"v\":1", "\"v\":0"), field("v")),
        (whole.replace("\"v\":1", "\"v\":\"1\""), field("v")),
        (whole.replace("000001\"", "000002\""), field("id")),
        (whole.replace("\"early\"", "\"Early Action\""), field("theme")),
        (whole.replace("\"text\":\"text\"", "\"text\":null"), field("text")),
        (whole.replace("\"text\":\"text\"", "\"text\":\"\\ud800\""), not_an_object()),
        (whole.replace("\"created\":\"2014", "\"created\":\"14"), field("created")),
        (whole.replace(".000Z\",\"rev", ".Z\",\"rev"), field("changed")),
        (whole.replace("\"revision\":1", "\"revision\":-1"), field("revision")),
    ] {
        assert_eq!(decode_note(&note_id(1), &stored), Err(reason), "{stored}");
    }
    assert_eq!(decode_draft(r#"{"v":1}"#), Err(field("text")));
}

#[test]
fn only_this_events_keys_are_read() {
    let keys = keys();
    for (key, expected) in [
        ("marginalia/panel/note/n1", Some(Entry::Note(NoteId::parse("n1").expect("an id")))),
        ("marginalia/panel/draft/early", Some(Entry::Draft(theme("early")))),
        ("marginalia/panel-2/note/n1", None),
        ("marginalia/other/note/n1", None),
        ("marginalia/panel/note/", None),
        ("marginalia/panel/note/a b", None),
        ("marginalia/panel/draft/Early", None),
        ("marginalia/panel/later/n1", None),
        ("marginalia/settings", None),
        ("", None),
    ] {
        assert_eq!(keys.entry(key), expected, "{key}");
        if let Some(entry) = expected {
            assert_eq!(keys.key(&entry), key);
        }
    }
}

#[test]
fn what_cannot_be_read_is_named_and_left_alone() {
    let store = MemoryStore::default();
    let entries = [
        ("marginalia/panel/note/damaged", "{\"v\":1,"),
        ("marginalia/panel/draft/early", "noise"),
        ("another-program", "{}"),
    ];
    for (key, text) in entries {
        store.write(key, text).expect("memory takes anything");
    }
    let mut notebook = Notebook::default();
    notebook.add(note_id(1), theme("early"), "good".to_owned(), at(0));
    save(&store, &keys(), &Entry::Note(note_id(1)), &notebook).expect("memory takes anything");

    let loaded = load(&store, &keys()).expect("memory can be read");
    assert_eq!(loaded.notebook, notebook);
    assert_eq!(loaded.unreadable.len(), 2);
    for (key, text) in entries {
        assert_eq!(store.read(key), Ok(Some(text.to_owned())), "{key}");
    }
}

/// Something a reader can do, to one of a few notes and themes.
#[derive(Clone, Debug)]
enum Act {
    Add(usize, String),
    Edit(usize, String),
    Delete(usize),
    Undo,
    Draft(usize, String),
    Reopen,
}

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..3usize, any::<String>()).prop_map(|(theme, text)| Act::Add(theme, text)),
        (0..8usize, any::<String>()).prop_map(|(note, text)| Act::Edit(note, text)),
        (0..8usize).prop_map(Act::Delete),
        Just(Act::Undo),
        (0..3usize, any::<String>()).prop_map(|(theme, text)| Act::Draft(theme, text)),
        Just(Act::Reopen),
    ]
}

proptest! {
    #[test]
    fn any_note_is_read_back_as_it_was(
        text in any::<String>(), number in 0..1000usize, revision in 1..u64::MAX,
    ) {
        let note = Note {
            id: note_id(number),
            theme: theme("early-action"),
            text: text.clone(),
            created: at(number),
            changed: at(number + 1),
            revision,
            extra: serde_json::Map::new(),
        };
        prop_assert_eq!(decode_note(&note.id.clone(), &encode_note(&note)), Ok(note));
        prop_assert_eq!(decode_draft(&encode_draft(&text)), Ok(text));
    }

    #[test]
    fn no_stored_text_makes_reading_panic(text in any::<String>()) {
        let _ = decode_note(&note_id(1), &text);
        let _ = decode_draft(&text);
    }

    #[test]
    fn any_sequence_keeps_every_note_that_was_not_deleted(acts in prop::collection::vec(acts(), 0..60)) {
        let (store, keys) = (MemoryStore::default(), keys());
        let mut notebook = Notebook::default();
        let mut expected = BTreeMap::<NoteId, String>::new();
        let mut drafts = BTreeMap::<usize, String>::new();
        let mut ids = Vec::new();
        let mut deleted = None;
        let name = |number: usize| theme(&format!("theme-{number}"));
        for (step, act) in acts.into_iter().enumerate() {
            let entry = match act {
                Act::Add(number, text) => {
                    let id = note_id(step);
                    let added = notebook.add(id.clone(), name(number), text.clone(), at(step));
                    prop_assert_eq!(added.is_some(), !text.trim().is_empty());
                    if added.is_some() {
                        expected.insert(id.clone(), text);
                        ids.push(id.clone());
                    }
                    Entry::Note(id)
                }
                Act::Edit(number, text) => {
                    let Some(id) = ids.get(number).cloned() else { continue };
                    notebook.edit(&id, &text, at(step));
                    if let Some(kept) = expected.get_mut(&id) {
                        *kept = text;
                    }
                    Entry::Note(id)
                }
                Act::Delete(number) => {
                    let Some(id) = ids.get(number).cloned() else { continue };
                    if let Some(note) = notebook.remove(&id) {
                        deleted = expected.remove(&id).map(|_| note);
                    }
                    Entry::Note(id)
                }
                Act::Undo => {
                    let Some(note) = deleted.take() else { continue };
                    expected.insert(note.id.clone(), note.text.clone());
                    let id = note.id.clone();
                    notebook.put(note);
                    Entry::Note(id)
                }
                Act::Draft(number, text) => {
                    notebook.set_draft(&name(number), text.clone());
                    drafts.insert(number, text);
                    Entry::Draft(name(number))
                }
                Act::Reopen => {
                    let loaded = load(&store, &keys).expect("memory can be read");
                    prop_assert_eq!(&loaded.notebook, &notebook);
                    notebook = loaded.notebook;
                    continue;
                }
            };
            save(&store, &keys, &entry, &notebook).expect("memory takes anything");
        }
        let loaded = load(&store, &keys).expect("memory can be read");
        prop_assert!(loaded.unreadable.is_empty());
        let kept: BTreeMap<NoteId, String> = loaded
            .notebook.notes().map(|note| (note.id.clone(), note.text.clone())).collect();
        prop_assert_eq!(kept, expected);
        for (number, text) in drafts {
            prop_assert_eq!(loaded.notebook.draft(&name(number)), text);
        }
    }
}
