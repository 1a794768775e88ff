//! The notebook, its codec and its keys, natively: rules in tables, and properties over any
//! sequence of what a reader can do. What pages do to one another is in `session.rs`.

mod support {
    pub(crate) mod disk;
}

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use marginalia::event::{EventId, ThemeId};
use marginalia::notebook::filter::{CHANGED, Choice, Filter, NEWEST};
use marginalia::notebook::quote::Quote;
use marginalia::notebook::search::Query;
use marginalia::notebook::tags::{tag_key, tags};
use marginalia::notebook::{Deleted, Extra, Note, NoteId, Notebook, Timestamp, join_texts};
use marginalia::session::{Platform, Session};
use marginalia::storage::codec::{
    DecodeError, Decoded, Version, decode_deleted, decode_draft, decode_note, encode_deleted,
    encode_draft, encode_note,
};
use marginalia::storage::{Entry, Keys};
use proptest::prelude::*;

use support::disk::Disk;

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

fn current<T>(value: T) -> Decoded<T> {
    Decoded { value, version: Version::Current }
}

fn keys() -> Keys {
    Keys::of(&EventId::try_from("panel".to_owned()).expect("an event id"))
}

fn open(disk: &Disk, steps: &Rc<Cell<usize>>) -> Session {
    let (now, ids) = (steps.clone(), steps.clone());
    let mut session = Session::closed(keys());
    let platform = Platform {
        store: Ok(Box::new(disk.clone())),
        now: Box::new(move || at(now.get())),
        days_ago: Box::new(|_| at(0)),
        new_note_id: Box::new(move |_| {
            ids.set(ids.get() + 1);
            note_id(ids.get())
        }),
    };
    session.open(platform).expect("the disk can be read");
    session
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
fn a_move_counts_only_where_the_theme_differs() {
    let mut notebook = Notebook::default();
    notebook.add(note_id(1), theme("early"), "one".to_owned(), at(0));
    assert!(!notebook.move_to(&note_id(1), &theme("early"), at(1)));
    assert!(notebook.move_to(&note_id(1), &theme("late"), at(2)));
    let note = notebook.note(&note_id(1)).expect("the note");
    assert_eq!((note.revision, &note.theme, &note.changed), (2, &theme("late"), &at(2)));
    assert!(!notebook.move_to(&note_id(9), &theme("late"), at(3)));
}

#[test]
fn a_note_of_a_later_version_is_not_changed() {
    let mut notebook = Notebook::default();
    let note = Note::new(note_id(1), theme("early"), "newer".to_owned(), at(0));
    let note = Note { newer: true, ..note };
    notebook.put(note.clone());
    assert!(!notebook.edit(&note_id(1), "edited", at(1)));
    assert!(!notebook.move_to(&note_id(1), &theme("late"), at(1)));
    assert!(!notebook.toggle_pin(&note_id(1)));
    assert_eq!(notebook.note(&note_id(1)), Some(&note));
}

#[test]
fn the_later_of_two_versions_keeps_what_only_the_other_has() {
    let mut notebook = Notebook::default();
    let note = |revision: u64, extra: &[(&str, &str)]| {
        let mut note = Note::new(note_id(1), theme("early"), "text".to_owned(), at(0));
        note.revision = revision;
        for (name, value) in extra {
            note.extra.insert(name, value);
        }
        note
    };
    for (mine, theirs, expected) in [(2, 2, 3), (1, 7, 8), (7, 1, 7), (1, u64::MAX, u64::MAX)] {
        notebook.put(note(mine, &[("both", "mine"), ("mine", "mine")]));
        notebook.outrank(&note_id(1), &note(theirs, &[("both", "theirs"), ("theirs", "theirs")]));
        let extra = [("both", "mine"), ("mine", "mine"), ("theirs", "theirs")];
        assert_eq!(notebook.note(&note_id(1)), Some(&note(expected, &extra)));
    }
}

#[test]
fn notes_on_a_theme_come_newest_first() {
    let mut notebook = Notebook::default();
    for number in 0..3 {
        notebook.add(note_id(number), theme("early"), number.to_string(), at(number));
    }
    notebook.add(note_id(7), theme("other"), "7".to_owned(), at(7));
    assert_eq!(numbers(notebook.notes_on(&theme("early"))), [2, 1, 0]);
    assert_eq!(numbers(notebook.notes_beyond(&[theme("early")])), [7]);
    assert_eq!(numbers(notebook.all_notes()), [7, 2, 1, 0]);
}

#[test]
fn a_conflict_copy_stands_right_after_its_note() {
    // Each note's number, and that of the note beside which it stands.
    for (notes, expected) in [
        (&[(1, None), (2, None), (3, None), (7, Some(2))][..], &[3, 2, 7, 1][..]),
        (&[(1, None), (2, None), (7, Some(2)), (8, Some(1)), (9, Some(2))], &[2, 7, 9, 1, 8]),
        // Its note is gone: it stands where that would.
        (&[(1, None), (3, None), (7, Some(2))], &[3, 7, 1]),
        (&[(1, None), (3, None), (5, None), (8, Some(6)), (9, Some(3))], &[8, 5, 3, 9, 1]),
        (&[(1, None), (9, Some(0))], &[1, 9]),
        // It was a draft, and so is beside nothing.
        (&[(1, None), (2, Some(2)), (3, None), (4, Some(4)), (5, Some(5))], &[5, 4, 3, 2, 1]),
    ] {
        let mut notebook = Notebook::default();
        for (number, conflict) in notes {
            let note = Note::new(note_id(*number), theme("early"), number.to_string(), at(0));
            notebook.put(Note { conflict: conflict.map(note_id), ..note });
        }
        assert_eq!(numbers(notebook.notes_on(&theme("early"))), expected, "{notes:?}");
    }
}

#[test]
fn a_pin_is_a_field_and_leaves_text_and_times_alone() {
    let mut notebook = Notebook::default();
    let id = note_id(1);
    let mut note = Note::new(id.clone(), theme("early"), "text".to_owned(), at(0));
    note.extra.insert("other", &"kept");
    notebook.put(note.clone());
    assert!(notebook.toggle_pin(&id));
    let pinned = notebook.note(&id).expect("a note");
    assert!(pinned.is_pinned());
    assert!(encode_note(pinned).ends_with(r#""revision":2,"other":"kept","pinned":true}"#));
    assert!(notebook.toggle_pin(&id));
    note.revision = 3;
    assert_eq!(notebook.note(&id), Some(&note), "without the field");
    // What another program may have put there.
    note.extra.insert("pinned", &"yes");
    assert!(!note.is_pinned());
    notebook.put(note);
    assert!(notebook.toggle_pin(&id) && notebook.note(&id).is_some_and(Note::is_pinned));
    assert!(!notebook.toggle_pin(&note_id(2)));
}

/// A notebook of notes by number, those that are pinned, and the note beside which one stands.
fn numbered(notes: &[(usize, bool, Option<usize>)]) -> Notebook {
    let mut notebook = Notebook::default();
    for (number, is_pinned, conflict) in notes {
        let note = Note::new(note_id(*number), theme("early"), number.to_string(), at(*number));
        notebook.put(Note { conflict: conflict.map(note_id), ..note });
        if *is_pinned {
            notebook.toggle_pin(&note_id(*number));
        }
    }
    notebook
}

fn numbers<'notes>(notes: impl Iterator<Item = &'notes Note>) -> Vec<usize> {
    notes.map(|note| note.text.parse().expect("a number")).collect()
}

#[test]
fn pinned_notes_stand_first_and_their_conflict_copies_with_them() {
    for (notes, expected) in [
        (&[(1, true, None), (2, false, None), (3, false, None)][..], &[1, 3, 2][..]),
        (&[(1, true, None), (2, false, None), (3, true, None)], &[3, 1, 2]),
        (&[(1, true, None), (2, false, None), (7, false, Some(1))], &[1, 7, 2]),
        // A copy that is pinned stays with its note.
        (&[(1, false, None), (2, false, None), (7, true, Some(1))], &[2, 1, 7]),
        // Its note is gone: it stands where that would, and not before the pinned ones.
        (&[(1, true, None), (3, false, None), (7, false, Some(2))], &[1, 3, 7]),
    ] {
        let notebook = numbered(notes);
        assert_eq!(numbers(notebook.notes_on(&theme("early"))), expected, "{notes:?}");
    }
}

#[test]
fn a_filter_says_what_is_shown_and_in_which_order() {
    let mut notebook = numbered(&[(1, false, None), (2, true, None), (3, false, None)]);
    notebook.add(note_id(4), theme("late"), "4".to_owned(), at(4));
    notebook.add(note_id(5), theme("gone"), "5".to_owned(), at(5));
    notebook.edit(&note_id(1), "1", at(9));
    notebook.put(Note { changed: at(9), ..notebook.note(&note_id(1)).expect("a note").clone() });
    let found = |filter: &Filter| {
        numbers(notebook.notes_in_order(&filter.order).filter(|note| filter.matches(note)))
    };
    let by = |choices: &[(Choice, &str)]| {
        let mut filter = Filter::default();
        for (choice, value) in choices {
            filter.choose(*choice, (*value).to_owned());
        }
        filter
    };
    assert_eq!(found(&by(&[])), [2, 5, 4, 3, 1]);
    let newest = by(&[(Choice::Order, NEWEST)]);
    assert_eq!(found(&newest), [2, 5, 4, 3, 1]);
    let changed = by(&[(Choice::Order, CHANGED)]);
    assert_eq!(found(&changed), [2, 1, 5, 4, 3]);
    assert!(!newest.leaves_out() && !changed.leaves_out());
    let theme = by(&[(Choice::Theme, "late")]);
    assert!(theme.leaves_out());
    assert_eq!(found(&theme), [4]);
    assert_eq!(found(&by(&[(Choice::Words, "3"), (Choice::Order, CHANGED)])), [3]);
    assert_eq!(found(&by(&[(Choice::Words, "3"), (Choice::Theme, "late")])).len(), 0);
    assert_eq!(found(&by(&[(Choice::Tag, "none")])).len(), 0);
}

#[test]
fn words_are_found_in_what_a_note_says_and_in_what_it_quotes() {
    let quote = Quote { exact: "Early action\nmatters".to_owned(), ..Quote::default() };
    let mut note = Note::new(note_id(1), theme("early"), "Who decides?".to_owned(), at(0));
    note.set_quote(&quote);
    for (words, is_found) in [
        ("decides", true),
        ("ACTION matters", true),
        ("who early", true),
        ("actionmatters", false),
        ("early late", false),
        ("", true),
    ] {
        let mut filter = Filter::default();
        filter.choose(Choice::Words, words.to_owned());
        assert_eq!(filter.matches(&note), is_found, "{words}");
        assert_eq!(filter.query.hits(&note.plain()).is_some(), is_found, "{words}");
    }
}

#[test]
fn tags_are_words_that_begin_with_a_sign() {
    for (text, expected) in [
        ("#one and #Two-three, #four_4.", &["#one", "#Two-three", "#four_4"][..]),
        ("(#a) [#b] \"#c\" “#d” *#e* **#f** «#g»", &["#a", "#b", "#c", "#d", "#e", "#f", "#g"]),
        (
            "#Überblick #Αθήνα #ёлка #हिन्दी #日本語 #नमस्ते। #مرحبا، #می‌خواهم",
            &["#Überblick", "#Αθήνα", "#ёлка", "#हिन्दी", "#日本語", "#नमस्ते", "#مرحبا", "#می‌خواهم"],
        ),
        ("line\n#next\n\t#tab\u{a0}#nbsp", &["#next", "#tab", "#nbsp"]),
        ("#2nd #a1", &["#2nd", "#a1"]),
        ("C# a#b #1 #- ## ##x # x &#x27; ;#y #🎉 #", &[]),
        ("https://a.org/#b (http://a.org/(#b)) [#c](https://d.org) ://#e", &[]),
        ("#a://b #c", &["#c"]),
        ("#a’s #b… #c—d", &["#a", "#b", "#c"]),
    ] {
        let found: Vec<&str> = tags(text).into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn what_may_stand_in_a_tag_are_letters() {
    // Where Unicode has signs that may end a word in everyday texts.
    let signs = "!\"$%&'()*+,./:;<=>?@[\\]^`{|}~ \u{a0}¡§«»¿×÷–—‘’“”…‹›€→•·، ؛؟۔।॥、。「」（），：；？！！🎉😀✓★";
    for sign in signs.chars() {
        let text = format!("#a{sign}");
        assert_eq!(tags(&text).first(), Some(&(0..2)), "{sign:?}");
    }
    let everyday = ('a'..='ԯ').chain('א'..='ת').chain('ء'..='ي').chain('ऄ'..='ह').chain('ก'..='ฮ');
    let everyday =
        everyday.chain('ぁ'..='ゖ').chain('一'..='鿿').chain('가'..='힣').chain('Ḁ'..='ỹ');
    for letter in everyday.filter(|letter| letter.is_alphabetic() && !"ªµº".contains(*letter)) {
        let text = format!("#{letter}");
        assert_eq!(tags(&text).first(), Some(&(0..text.len())), "{letter:?}");
    }
}

#[test]
fn tags_are_counted_whatever_their_case_and_accents() {
    let mut notebook = Notebook::default();
    for (number, text) in ["#Résumé #b", "#resume #RESUME", "#re\u{301}sume\u{301} #a", "none"]
        .into_iter()
        .enumerate()
    {
        notebook.add(note_id(number), theme("early"), text.to_owned(), at(number));
    }
    let found: Vec<_> =
        notebook.tags().into_iter().map(|tag| (tag.key, tag.text, tag.count)).collect();
    let tag = |key: &str, text: &str, count| (key.to_owned(), text.to_owned(), count);
    assert_eq!(found, [tag("a", "#a", 1), tag("b", "#b", 1), tag("resume", "#Résumé", 3)]);
    let mut filter = Filter::default();
    filter.choose(Choice::Tag, tag_key("#RESUMÉ"));
    assert_eq!(notebook.notes().filter(|note| filter.matches(note)).count(), 3);
}

#[test]
fn the_note_deleted_last_comes_first_and_each_only_once() {
    let mut notebook = Notebook::default();
    let texts = |notebook: &Notebook| -> Vec<String> {
        notebook.deleted().map(|deleted| deleted.note.text.clone()).collect()
    };
    for (number, text, second) in [(1, "one", 5), (2, "two", 9), (3, "three", 7), (1, "again", 8)] {
        let note = Note::new(note_id(number), theme("early"), text.to_owned(), at(0));
        notebook.put_deleted(Deleted { note, at: at(second) });
    }
    assert_eq!(texts(&notebook), ["two", "again", "three"]);
    notebook.remove_deleted(&note_id(1));
    assert_eq!(texts(&notebook), ["two", "three"]);
}

#[test]
fn the_newest_id_is_that_of_any_note_whose_id_tells_its_time() {
    let mut notebook = Notebook::default();
    assert_eq!(notebook.newest_id(), None);
    let note = |id: NoteId| Note::new(id, theme("early"), "text".to_owned(), at(0));
    // Any form of id is read, also such as come after every UUID.
    notebook.put(note(NoteId::parse("zzz").expect("an id")));
    assert_eq!(notebook.newest_id(), None);
    notebook.put(note(note_id(1)));
    assert_eq!(notebook.newest_id(), Some(&note_id(1)));
    notebook.put_deleted(Deleted { note: note(note_id(2)), at: at(0) });
    assert_eq!(notebook.newest_id(), Some(&note_id(2)));
}

#[test]
fn everything_can_be_taken_elsewhere_as_plain_text() {
    let mut notebook = Notebook::default();
    assert_eq!(notebook.plain_text("The Panel", &[(&theme("early"), "Early")]), "The Panel\n");
    notebook.add(note_id(1), theme("late"), "one".to_owned(), at(0));
    notebook.add(note_id(2), theme("late"), "two\nlines".to_owned(), at(0));
    notebook.add(note_id(3), theme("gone"), "lost".to_owned(), at(0));
    notebook.set_draft(&theme("late"), "begun".to_owned());
    let (early, late) = (theme("early"), theme("late"));
    assert_eq!(
        notebook.plain_text("The Panel", &[(&early, "Early"), (&late, "Late")]),
        "The Panel\n\nLate\n\ntwo\nlines\n\none\n\nbegun\n\nOther themes\n\nlost\n"
    );
}

#[test]
fn joining_keeps_both_texts_once() {
    for (stored, typed, joined) in
        [("", "", ""), ("a", "", "a"), ("", "b", "b"), ("a", "a", "a"), ("a", "b", "a\n\nb")]
    {
        assert_eq!(join_texts(stored, typed), joined, "`{stored}` and `{typed}`");
    }
}

// The codec.

/// A note with something in every field that is always there.
fn whole_note() -> Note {
    Note {
        id: note_id(1),
        theme: theme("early-action"),
        text: "“quoted” \\ and\nnew line".to_owned(),
        created: at(0),
        changed: at(5),
        revision: 3,
        conflict: None,
        newer: false,
        extra: Extra::default(),
    }
}

#[test]
fn a_note_is_stored_as_the_contract_says() {
    let note = whole_note();
    let stored = r#"{"v":1,"id":"0192f0c1-0000-7000-8000-000000000001","theme":"early-action","text":"“quoted” \\ and\nnew line","created":"2014-09-04T10:00:00.000Z","changed":"2014-09-04T10:00:05.000Z","revision":3}"#;
    assert_eq!(encode_note(&note), stored);
    let with =
        |field: &str| stored.replace("\"revision\":3}", &format!("\"revision\":3,{field}}}"));
    assert_eq!(
        encode_note(&Note { conflict: Some(note_id(2)), ..note.clone() }),
        with(r#""conflict":"0192f0c1-0000-7000-8000-000000000002""#)
    );
    assert_eq!(
        encode_deleted(&Deleted { note, at: at(9) }),
        with(r#""deleted":"2014-09-04T10:00:09.000Z""#)
    );
    assert_eq!(encode_draft("begun"), r#"{"v":1,"text":"begun"}"#);
}

#[test]
fn fields_of_a_later_version_are_written_back() {
    let stored = r#"{"v":1,"id":"0192f0c1-0000-7000-8000-000000000001","theme":"early","text":"a","created":"2014-09-04T10:00:00Z","changed":"2014-09-04T10:00:00Z","revision":1,"pinned":true,"tags":["x"]}"#;
    let mut note = decode_note(&note_id(1), stored).expect("a note").value;
    assert_eq!(encode_note(&note), stored);
    note.text = "b".to_owned();
    let again = encode_note(&note);
    assert!(again.ends_with(r#","pinned":true,"tags":["x"]}"#), "{again}");
}

#[test]
fn no_unknown_field_takes_the_place_of_a_known_one() {
    let stored = r#"{"v":1,"id":"0192f0c1-0000-7000-8000-000000000001","theme":"early","text":"a","created":"2014-09-04T10:00:00Z","changed":"2014-09-04T10:00:00Z","revision":1,"deleted":false}"#;
    let note = decode_note(&note_id(1), stored).expect("a note").value;
    assert_eq!(encode_note(&note), stored, "kept while the note lives");
    let deleted = encode_deleted(&Deleted { note, at: at(9) });
    let again = decode_deleted(&note_id(1), &deleted).expect("a deleted note").value;
    assert_eq!((again.note.text.as_str(), again.at), ("a", at(9)));
}

#[test]
fn what_is_no_note_is_refused() {
    let note = Note { theme: theme("early"), text: "text".to_owned(), ..whole_note() };
    let whole = encode_note(&note);
    for stored in [
        String::new(),
        "{".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        whole.replace("\"v\":1", "\"v\":\"1\""),
        whole.replace("\"v\":1", "\"v\":-1"),
        whole.replace("\"v\":1", "\"v\":1.5"),
        whole.replace("\"v\":1", "\"v\":18446744073709551616"),
        whole.replace("000001\"", "000002\""),
        whole.replace("\"early\"", "\"Early Action\""),
        whole.replace("\"text\":\"text\"", "\"text\":null"),
        whole.replace("\"created\":\"2014", "\"created\":\"14"),
        whole.replace(".000Z\",\"rev", ".Z\",\"rev"),
        whole.replace("\"revision\":3", "\"revision\":-1"),
        whole.replace("\"revision\":3", "\"revision\":3.0"),
        whole.replace("\"revision\":3", "\"revision\":3,\"conflict\":7"),
        whole.replace("\"revision\":3", "\"revision\":3,\"conflict\":\"\""),
        whole.replace("\"v\":1", "\"v\":0").replace("\"text\"", "\"t\""),
        format!("{whole} {{}}"),
        whole.replace("\"text\":\"text\"", "\"text\":\"a\nb\""),
        // Half of a surrogate pair is no text.
        whole.replace("\"text\":\"text\"", "\"text\":\"\\ud800\""),
        whole.replace("\"text\":\"text\"", "\"text\":\"\\ude00\""),
        whole.replace("\"text\":\"text\"", "\"text\":\"\\ud83dx\""),
        whole.replace("\"text\":\"text\"", "\"text\":\"\\ud83d\\u0041\""),
        whole.replace("\"revision\":3", "\"revision\":3,\"\\ud800\":1"),
    ] {
        let refused = Err(DecodeError::Malformed);
        assert_eq!(decode_note(&note_id(1), &stored), refused, "{stored}");
    }
    for (stored, version) in [
        ("{\"v\":2}".to_owned(), 2),
        (whole.replace("\"v\":1", "\"v\":7").replace("\"text\"", "\"t\""), 7),
    ] {
        assert_eq!(decode_note(&note_id(1), &stored), Err(DecodeError::Newer(version)), "{stored}");
    }
    assert_eq!(
        decode_note(&note_id(1), &whole),
        Ok(current(note)),
        "and whole it is none of these"
    );
    assert_eq!(decode_deleted(&note_id(1), &whole), Err(DecodeError::Malformed));
    assert_eq!(decode_draft(r#"{"v":1}"#), Err(DecodeError::Malformed));
    assert_eq!(decode_draft(r#"{"v":2}"#), Err(DecodeError::Newer(2)));
}

/// A stored note with more in it than this version knows.
fn note_with(more: &str) -> String {
    format!(
        r#"{{"v":1,"id":"0192f0c1-0000-7000-8000-000000000001","theme":"early","text":"a","created":"2014-09-04T10:00:00Z","changed":"2014-09-04T10:00:00Z","revision":1,{more}}}"#
    )
}

#[test]
fn what_is_not_known_is_written_back_letter_by_letter() {
    for more in [
        r#""z":1,"a":2,"m":3"#,
        r#""n":[0,-0,18446744073709551616,123456789012345678901234567890]"#,
        r#""n":[1.0,1.10,0.1,1e+21,1e-7,1e+999,-1.5e-400,2.00000000000000000001]"#,
        r#""o":{"b":{"d":null,"c":[{},[],""]},"a":true}"#,
        r#""ключ 🔑":"é\u0001\u001f","":false"#,
    ] {
        let stored = note_with(more);
        let note = decode_note(&note_id(1), &stored).expect("a note").value;
        assert_eq!(encode_note(&note), stored);
        let deleted = Deleted { note, at: at(9) };
        let written = encode_deleted(&deleted);
        assert!(written.ends_with(&format!(r#""deleted":"{}",{more}}}"#, at(9).as_str())));
        assert_eq!(decode_deleted(&note_id(1), &written), Ok(current(deleted)));
    }
}

#[test]
fn what_is_unknown_is_written_as_it_was() {
    let unknown = r#""n":[1E5,1e5,1.50E-07,9e999,-0],"more":["\ud800", { "a" : "\u0041" } ]"#;
    let note = decode_note(&note_id(1), &note_with(unknown));
    let written = encode_note(&note.expect("a note").value);
    assert!(written.ends_with(&format!("{unknown}}}")), "{written}");
}

#[test]
fn of_a_field_that_stands_twice_the_last_counts() {
    let stored = note_with(r#""text":"b","more":1,"other":2,"more":3"#);
    let note = decode_note(&note_id(1), &stored).expect("a note").value;
    assert_eq!(note.text, "b");
    assert!(encode_note(&note).ends_with(r#""revision":1,"more":3,"other":2}"#));
}

#[test]
fn no_depth_uses_up_the_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = |depth: usize| {
            note_with(&format!("\"more\":{}0{}", open.repeat(depth), close.repeat(depth)))
        };
        for depth in [100, 200, 2_000_000] {
            let note = decode_note(&note_id(1), &nested(depth)).expect("a note").value;
            assert_eq!(encode_note(&note), nested(depth));
        }
        assert_eq!(decode_draft(&open.repeat(2_000_000)), Err(DecodeError::Malformed));
    }
}

#[test]
fn the_version_of_a_note_is_told() {
    let whole = encode_note(&whole_note());
    let decoded = |version: &str| {
        decode_note(&note_id(1), &whole.replace("\"v\":1", version)).expect("a note")
    };
    assert_eq!(decoded("\"v\":1"), current(whole_note()));
    let newer = Decoded { value: Note { newer: true, ..whole_note() }, version: Version::Newer };
    assert_eq!(decoded("\"v\":2"), newer);
    let first = Note { revision: 1, ..whole_note() };
    assert_eq!(decoded("\"v\":0"), Decoded { value: first, version: Version::Older });
}

#[test]
fn version_0_knew_no_changes_and_what_is_called_so_does_no_harm() {
    let start =
        r#"{"v":0,"id":"n1","theme":"early","text":"a","created":"2014-09-04T10:00:00.000Z""#;
    let id = NoteId::parse("n1").expect("an id");
    for (rest, changed) in [
        ("}", at(0)),
        (r#","changed":"2014-09-04T10:00:07.000Z","revision":9}"#, at(7)),
        (r#","changed":true,"revision":"many"}"#, at(0)),
    ] {
        let decoded = decode_note(&id, &format!("{start}{rest}")).expect("a note");
        let note = Note::new(id.clone(), theme("early"), "a".to_owned(), at(0));
        let note = Note { changed, ..note };
        assert_eq!(decoded, Decoded { value: note.clone(), version: Version::Older }, "{rest}");
        assert_eq!(decode_note(&id, &encode_note(&note)), Ok(current(note)), "{rest}");
    }
}

#[test]
fn only_this_events_keys_are_read() {
    let keys = keys();
    let n1 = || NoteId::parse("n1").expect("an id");
    for (key, expected) in [
        ("marginalia/panel/note/n1", Some(Entry::Note(n1()))),
        ("marginalia/panel/draft/early", Some(Entry::Draft(theme("early")))),
        ("marginalia/panel/deleted/n1", Some(Entry::Deleted(n1()))),
        ("marginalia/panel/quarantine/note/n1/1", Some(Entry::SetAside("note/n1/1".to_owned()))),
        ("marginalia/panel/older/note/n1", Some(Entry::Older("note/n1".to_owned()))),
        ("marginalia/panel-2/note/n1", None),
        ("marginalia/other/note/n1", None),
        ("marginalia/panel/note/", None),
        ("marginalia/panel/note/a b", None),
        ("marginalia/panel/deleted/a/b", None),
        ("marginalia/panel/draft/Early", None),
        ("marginalia/panel/later/n1", None),
        ("marginalia/panel/note", None),
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
    let disk = Disk::default();
    let entries = [
        ("marginalia/panel/note/damaged", "{\"v\":1,"),
        ("marginalia/panel/draft/early", "noise"),
        ("marginalia/panel-2/note/damaged", "{\"v\":1,"),
        ("marginalia/settings", "{}"),
        ("another-program", "{}"),
    ];
    for (key, text) in entries {
        disk.put(key, text);
    }
    let steps = Rc::default();
    let mut session = open(&disk, &steps);
    session.add(&theme("early"), "good".to_owned()).expect("the text is not blank");
    assert_eq!(session.save(), Some(Ok(())));

    let again = open(&disk, &steps);
    assert_eq!(again.notebook(), session.notebook());
    assert_eq!(again.attention().len(), 2);
    for (key, text) in entries {
        assert_eq!(disk.text(key), text, "{key}");
    }
}

/// Something a reader can do, to one of a few notes and themes.
#[derive(Clone, Debug)]
enum Act {
    Add(usize, String),
    Edit(usize, String),
    Move(usize, usize),
    Pin(usize),
    Delete(usize),
    Undo,
    Draft(usize, String),
    Reopen,
}

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..3usize, any::<String>()).prop_map(|(theme, text)| Act::Add(theme, text)),
        (0..8usize, any::<String>()).prop_map(|(note, text)| Act::Edit(note, text)),
        (0..8usize, 0..3usize).prop_map(|(note, theme)| Act::Move(note, theme)),
        (0..8usize).prop_map(Act::Pin),
        (0..8usize).prop_map(Act::Delete),
        Just(Act::Undo),
        (0..3usize, any::<String>()).prop_map(|(theme, text)| Act::Draft(theme, text)),
        Just(Act::Reopen),
    ]
}

/// Theme and text of each note, deleted texts, and drafts.
type Contents =
    (BTreeMap<NoteId, (ThemeId, String)>, BTreeMap<NoteId, String>, Vec<(ThemeId, String)>);

fn contents(notebook: &Notebook) -> Contents {
    let mut drafts: Vec<(ThemeId, String)> =
        notebook.drafts().map(|(theme, text)| (theme.clone(), text.to_owned())).collect();
    drafts.sort();
    let place = |note: &Note| (note.id.clone(), (note.theme.clone(), note.text.clone()));
    let deleted = |it: &Deleted| (it.note.id.clone(), it.note.text.clone());
    (notebook.notes().map(place).collect(), notebook.deleted().map(deleted).collect(), drafts)
}

/// Texts with control characters, quotes and every plane of Unicode, as values of unknown fields.
fn extras() -> impl Strategy<Value = Extra> {
    prop::collection::vec(("[a-z]{1,3}x", any::<String>()), 0..4).prop_map(|fields| {
        let mut extra = Extra::default();
        for (name, text) in fields {
            extra.insert(&name, &text);
        }
        extra
    })
}

/// Something that happens to a notebook, to one of a few notes and themes.
#[derive(Clone, Debug)]
enum Event {
    Put { number: usize, on: usize, is_pinned: bool, conflict: Option<usize>, newer: bool },
    Edit(usize, usize),
    Move(usize, usize),
    Pin(usize),
    Merge(usize, usize, usize),
    Remove(usize),
}

fn events() -> impl Strategy<Value = Event> {
    let (note, on) = (0..9usize, 0..3usize);
    let put = (note.clone(), on.clone(), any::<bool>(), prop::option::of(0..11usize), 0..4u8);
    prop_oneof![
        3 => put.prop_map(|(number, on, is_pinned, conflict, newer)| Event::Put {
            number, on, is_pinned, conflict, newer: newer == 0,
        }),
        1 => (note.clone(), 0..60usize).prop_map(|(note, second)| Event::Edit(note, second)),
        1 => (note.clone(), on).prop_map(|(note, on)| Event::Move(note, on)),
        2 => note.clone().prop_map(Event::Pin),
        1 => (note.clone(), note.clone(), note.clone()).prop_map(|(id, base, other)| Event::Merge(id, base, other)),
        1 => note.prop_map(Event::Remove),
    ]
}

fn happen(notebook: &mut Notebook, event: &Event) {
    match event {
        Event::Put { number, on, is_pinned, conflict, newer } => {
            let (id, on) = (note_id(*number), theme(&format!("theme-{on}")));
            let text = format!("{number} #Tag{}", number % 3);
            let mut note = Note::new(id, on, text, at(*number));
            if *is_pinned {
                note.extra.insert("pinned", &true);
            }
            notebook.put(Note { conflict: conflict.map(note_id), newer: *newer, ..note });
        }
        Event::Edit(number, second) => {
            let text = format!("#tag{} #new #tag{}", second % 2, second % 3);
            notebook.edit(&note_id(*number), &text, at(*second));
        }
        Event::Move(number, on) => {
            notebook.move_to(&note_id(*number), &theme(&format!("theme-{on}")), at(59));
        }
        Event::Pin(number) => {
            notebook.toggle_pin(&note_id(*number));
        }
        Event::Merge(number, base, other) => {
            let [base, other] = [base, other].map(|it| notebook.note(&note_id(*it)).cloned());
            if let (Some(base), Some(other)) = (base, other) {
                notebook.merge(&note_id(*number), &base, &other);
                notebook.outrank(&note_id(*number), &other);
            }
        }
        Event::Remove(number) => {
            notebook.remove(&note_id(*number));
        }
    }
}

/// The order of some notes, as it is said and not as it is kept: notes that are no copies, and what
/// stands for those that are gone or are copies themselves, pinned ones first and the newest first;
/// then each copy is put in right after the one it belongs to.
fn in_order<'notes>(all: &[&'notes Note], shown: impl Fn(&Note) -> bool) -> Vec<&'notes NoteId> {
    let stands = |note: &&&Note| note.conflict.is_none();
    let mut places: Vec<(bool, &NoteId, Option<&NoteId>)> =
        all.iter().filter(stands).map(|it| (it.is_pinned(), &it.id, Some(&it.id))).collect();
    for copy in all {
        if let Some(origin) = &copy.conflict
            && !places.iter().any(|(_, id, _)| *id == origin)
        {
            places.push((false, origin, None));
        }
    }
    places.sort_by(|one, other| (other.0, other.1).cmp(&(one.0, one.1)));
    let mut copies: Vec<_> = all.iter().filter(|note| note.conflict.is_some()).collect();
    copies.sort_by(|one, other| other.id.cmp(&one.id));
    for copy in copies {
        let origin = copy.conflict.as_ref();
        let place = places.iter().position(|(_, id, _)| Some(*id) == origin).expect("it is there");
        let (is_pinned, id, _) = places[place];
        places.insert(place + 1, (is_pinned, id, Some(&copy.id)));
    }
    let is_shown = |id: &&NoteId| all.iter().any(|note| note.id == **id && shown(note));
    places.into_iter().filter_map(|(_, _, id)| id).filter(is_shown).collect()
}

proptest! {
    #[test]
    fn lists_are_in_order_whatever_happened(events in prop::collection::vec(events(), 0..40)) {
        let mut notebook = Notebook::default();
        for event in &events {
            happen(&mut notebook, event);
        }
        fn ids<'notes>(notes: impl Iterator<Item = &'notes Note>) -> Vec<&'notes NoteId> {
            notes.map(|note| &note.id).collect()
        }
        let all: Vec<&Note> = notebook.notes().collect();
        prop_assert_eq!(notebook.len(), all.len());
        prop_assert_eq!(ids(notebook.all_notes()), in_order(&all, |_| true));
        let themes: Vec<ThemeId> = (0..4).map(|on| theme(&format!("theme-{on}"))).collect();
        for on in &themes {
            prop_assert_eq!(ids(notebook.notes_on(on)), in_order(&all, |note| &note.theme == on));
            prop_assert_eq!(notebook.count_on(on), notebook.notes_on(on).count());
            let has_notes = notebook.themes().any(|known| known == on);
            prop_assert_eq!(has_notes, notebook.count_on(on) > 0);
        }
        for known in [&themes[..0], &themes[..1], &themes[1..3], &themes[..]] {
            let beyond = in_order(&all, |note| !known.contains(&note.theme));
            prop_assert_eq!(ids(notebook.notes_beyond(known)), beyond);
        }
        for number in 0..11 {
            let origin = note_id(number);
            let copies = all.iter().filter(|note| note.conflict.as_ref() == Some(&origin));
            prop_assert_eq!(ids(notebook.copies_of(&origin)), ids(copies.copied()));
        }
        prop_assert_eq!(notebook.count_newer(), all.iter().filter(|note| note.newer).count());
        for (after, before) in [(None, 5), (Some(3), 5), (Some(0), 60), (Some(59), 60), (Some(8), 3)] {
            let after = after.map(at);
            let expected = all.iter().any(|note| {
                note.changed < at(before) && after.as_ref().is_none_or(|after| note.changed > *after)
            });
            let found = notebook.has_changes_between(after.as_ref(), &at(before));
            prop_assert_eq!(found, expected);
        }
        prop_assert_eq!(notebook.newest_id(), all.iter().map(|note| &note.id).max());
        for tag in ["tag0", "tag1", "tag2", "new"] {
            let holds = |note: &&Note| tags(&note.text).into_iter().any(|at| tag_key(&note.text[at]) == tag);
            let count = all.iter().copied().filter(holds).count();
            let found = notebook.tags().into_iter().find(|it| it.key == tag).map_or(0, |it| it.count);
            prop_assert_eq!(found, count, "{}", tag);
        }
        // However it came about, it is the same notebook.
        let mut again = Notebook::default();
        all.iter().rev().for_each(|note| again.put((*note).clone()));
        prop_assert_eq!(again, notebook);
    }

    #[test]
    fn any_note_is_read_back_as_it_was(
        text in any::<String>(), number in 0..1000usize, revision in 0..u64::MAX,
        conflict in prop::option::of(0..1000usize), extra in extras(),
    ) {
        let note = Note {
            id: note_id(number),
            theme: theme("early-action"),
            text: text.clone(),
            created: at(number),
            changed: at(number + 1),
            revision,
            conflict: conflict.map(note_id),
            newer: false,
            extra,
        };
        let deleted = Deleted { note: note.clone(), at: at(number + 2) };
        let id = &note.id.clone();
        prop_assert_eq!(decode_deleted(id, &encode_deleted(&deleted)), Ok(current(deleted)));
        prop_assert_eq!(decode_note(id, &encode_note(&note)), Ok(current(note)));
        prop_assert_eq!(decode_draft(&encode_draft(&text)), Ok(current(text)));
    }

    #[test]
    fn a_text_that_matches_has_its_hits_marked(text in "[a-cA-Cäá\u{301} ]{0,12}", query in "[a-cä\u{301} ]{0,4}") {
        let query = Query::new(&query);
        prop_assert_eq!(query.matches(&[&text]), query.hits(&text).is_some());
    }

    #[test]
    fn no_stored_text_makes_reading_panic(text in any::<String>()) {
        let _ = decode_note(&note_id(1), &text);
        let _ = decode_deleted(&note_id(1), &text);
        let _ = decode_draft(&text);
    }

    #[test]
    fn any_sequence_keeps_every_note_that_was_not_deleted(
        acts in prop::collection::vec(acts(), 0..60),
    ) {
        let (disk, steps) = (Disk::default(), Rc::default());
        let mut session = open(&disk, &steps);
        let (mut notes, mut deleted, mut drafts) = Contents::default();
        let mut ids: Vec<NoteId> = Vec::new();
        let mut last_deleted = None;
        let name = |number: usize| theme(&format!("theme-{number}"));
        for act in acts {
            steps.set(steps.get() + 1);
            match act {
                Act::Add(number, text) => {
                    let added = session.add(&name(number), text.clone());
                    prop_assert_eq!(added.is_some(), !text.trim().is_empty());
                    if let Some(id) = added {
                        ids.push(id.clone());
                        notes.insert(id, (name(number), text));
                        drafts.retain(|(theme, _)| theme != &name(number));
                    }
                }
                Act::Edit(number, text) => {
                    let Some(id) = ids.get(number).cloned() else { continue };
                    session.begin_edit(&id);
                    session.type_text(Entry::Note(id.clone()), text.clone());
                    session.take_typed();
                    let _ = session.save();
                    session.end_edit(&id);
                    if let Some((_, kept)) = notes.get_mut(&id) {
                        *kept = text;
                    }
                }
                Act::Pin(number) => {
                    let Some(id) = ids.get(number).cloned() else { continue };
                    let was_pinned = session.notebook().note(&id).map(Note::is_pinned);
                    session.toggle_pin(&id);
                    let _ = session.save();
                    let is_pinned = session.notebook().note(&id).map(Note::is_pinned);
                    prop_assert_eq!(is_pinned, was_pinned.map(|it| !it));
                }
                Act::Move(number, to) => {
                    let Some(id) = ids.get(number).cloned() else { continue };
                    session.move_to(&id, &name(to));
                    if let Some((kept, _)) = notes.get_mut(&id) {
                        *kept = name(to);
                    }
                }
                Act::Delete(number) => {
                    let Some(id) = ids.get(number).cloned() else { continue };
                    let outcome = session.delete(&id);
                    match notes.remove(&id) {
                        Some((_, text)) => {
                            prop_assert_eq!(outcome, Ok(Some(id.clone())));
                            deleted.insert(id.clone(), text);
                            last_deleted = Some(id);
                        }
                        None => prop_assert_eq!(outcome, Ok(None)),
                    }
                }
                Act::Undo => {
                    let Some(id) = last_deleted.take() else { continue };
                    let theme = session
                        .notebook().deleted_note(&id)
                        .map(|it| it.note.theme.clone()).expect("it is among the deleted");
                    prop_assert_eq!(session.restore(&id), Some(id.clone()));
                    let text = deleted.remove(&id).expect("it was deleted");
                    notes.insert(id, (theme, text));
                }
                Act::Draft(number, text) => {
                    session.type_text(Entry::Draft(name(number)), text.clone());
                    session.take_typed();
                    drafts.retain(|(theme, _)| theme != &name(number));
                    if !text.is_empty() {
                        drafts.push((name(number), text));
                    }
                }
                Act::Reopen => session = open(&disk, &steps),
            }
            prop_assert!(session.save().is_none_or(|outcome| outcome.is_ok()));
        }
        drafts.sort();
        let expected = (notes, deleted, drafts);
        prop_assert_eq!(&contents(session.notebook()), &expected);
        let again = open(&disk, &steps);
        prop_assert!(again.attention().is_empty());
        prop_assert_eq!(&contents(again.notebook()), &expected);
        prop_assert_eq!(disk.entries().len(), expected.0.len() + expected.1.len() + expected.2.len());
    }
}
