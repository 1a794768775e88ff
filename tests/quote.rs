//! Quotations are found again in the text that they were taken from, and in what becomes of it.

use marginalia::event::ThemeId;
use marginalia::notebook::quote::{Found, Quote};
use marginalia::notebook::{Note, NoteId, Timestamp};
use proptest::prelude::*;
use serde_json::json;

const TEXT: &str = "The chair opened the panel and thanked its organizers. States carry the first \
                    responsibility for prevention. The chair closed the panel after two hours.";

fn quoted(words: &str) -> Quote {
    let start = TEXT.find(words).expect("the text has these words");
    Quote::of(TEXT, start..start + words.len()).expect("and they can be quoted")
}

/// The words at the place where a quotation is found, and whether they have changed.
fn found<'text>(quote: &Quote, text: &'text str) -> Option<(&'text str, bool)> {
    let Found { range, is_changed } = quote.find(text)?;
    Some((&text[range], is_changed))
}

#[test]
fn a_quotation_knows_what_stands_around_it() {
    let quote = quoted("first responsibility");
    assert_eq!(quote.exact, "first responsibility");
    assert_eq!(
        quote.prefix,
        " its organizers. States carry the ".chars().skip(2).collect::<String>()
    );
    assert_eq!(quote.suffix, " for prevention. The chair close");
}

#[test]
fn space_around_the_words_is_no_part_of_them() {
    let quote = Quote::of("one  two  three", 3..10).expect("two");
    assert_eq!((quote.exact.as_str(), quote.prefix.as_str()), ("two", "one  "));
    assert_eq!(quote.suffix, "  three");
    for nothing in [0..0, 3..5] {
        assert_eq!(Quote::of("one  two  three", nothing), None);
    }
    assert_eq!(Quote::of("é", 0..1), None, "half a letter cannot be quoted");
    assert_eq!(Quote::of("one", 1..9), None);
}

#[test]
fn of_the_same_words_those_in_the_same_surroundings_are_found() {
    let start = TEXT.rfind("The chair").expect("it is there twice");
    let quote = Quote::of(TEXT, start..start + 9).expect("words");
    assert_eq!(quote.find(TEXT), Some(Found { range: start..start + 9, is_changed: false }));
    let longer = format!("A new first paragraph. {TEXT}");
    let range = start + 23..start + 32;
    assert_eq!(quote.find(&longer), Some(Found { range, is_changed: false }));
}

#[test]
fn words_that_changed_are_found_by_what_is_left_of_them() {
    let quote = quoted("States carry the first responsibility for prevention.");
    let changed = TEXT.replace("States carry the first", "States bear the first");
    let words = "States bear the first responsibility for prevention.";
    assert_eq!(found(&quote, &changed), Some((words, true)));
}

#[test]
fn other_words_are_found_between_the_same_surroundings() {
    let quote = quoted("States carry the first responsibility for prevention.");
    let changed = TEXT.replace(&quote.exact, "Nobody else can do it in their stead.");
    assert_eq!(found(&quote, &changed), Some(("Nobody else can do it in their stead.", true)));
}

#[test]
fn what_is_gone_is_not_found_elsewhere() {
    let quote = quoted("States carry the first responsibility for prevention.");
    assert_eq!(quote.find("Something else altogether, about quite another event."), None);
    assert_eq!(quote.find(""), None);
    let short = quoted("for");
    assert_eq!(found(&short, "Words for a dinner, which has nothing to do with it."), None);
}

#[test]
fn a_quotation_is_a_field_of_its_note() {
    let id = NoteId::parse("n1").expect("an id");
    let theme = ThemeId::try_from("early".to_owned()).expect("a theme id");
    let mut note = Note::new(id, theme, String::new(), Timestamp::epoch());
    assert_eq!((note.quote(), note.is_blank()), (None, true));
    let quote = quoted("organizers");
    note.set_quote(&quote);
    assert_eq!((note.quote().as_ref(), note.is_blank()), (Some(&quote), false));
    // Another program may have put something else there.
    let bare = Quote { prefix: String::new(), suffix: String::new(), ..quote };
    for (field, expected) in [
        (json!({"exact": "organizers"}), Some(&bare)),
        (json!({"exact": "organizers", "prefix": 7, "suffix": null, "more": 1}), Some(&bare)),
        (json!({"exact": "", "prefix": "before"}), None),
        (json!({"prefix": "before"}), None),
        (json!({"exact": ["organizers"]}), None),
        (json!("organizers"), None),
        (json!(null), None),
    ] {
        note.extra.insert("quote", &field);
        assert_eq!(note.quote().as_ref(), expected, "{field}");
    }
}

#[test]
fn a_quotation_is_written_and_read_as_json() {
    let quote = quoted("organizers");
    let json = serde_json::to_string(&quote).expect("JSON");
    assert!(json.starts_with(r#"{"exact":"organizers","prefix":""#), "{json}");
    assert_eq!(serde_json::from_str::<Quote>(&json).expect("a quotation"), quote);
}

/// A text of words of several scripts, and a place in it.
fn text_and_place() -> impl Strategy<Value = (String, std::ops::Range<usize>)> {
    let word = prop_oneof!["[a-e]{1,6}", "[äöü]{1,4}", "[א-ה]{2,5}", "[😀-😂]"];
    prop::collection::vec(word, 2..60).prop_flat_map(|words| {
        let text = words.join(" ");
        let starts: Vec<usize> =
            text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        let last = starts.len() - 1;
        (Just(text), 0..last, 0..last).prop_map(move |(text, one, other)| {
            let (from, to) = (one.min(other), one.max(other) + 1);
            (text, starts[from]..starts[to])
        })
    })
}

proptest! {
    #[test]
    fn what_was_quoted_is_found((text, place) in text_and_place()) {
        if let Some(quote) = Quote::of(&text, place.clone()) {
            let found = quote.find(&text).expect("nothing has changed");
            prop_assert!(!found.is_changed);
            prop_assert_eq!(&text[found.range], &quote.exact);
        }
    }

    #[test]
    fn what_is_added_elsewhere_does_not_matter((text, place) in text_and_place(), more in "[f-z ]{0,80}") {
        if let Some(quote) = Quote::of(&text, place.clone()) {
            let longer = format!("{more}. {text}");
            let found = quote.find(&longer).expect("it is still there");
            prop_assert!(!found.is_changed);
            prop_assert_eq!(&longer[found.range], &quote.exact);
        }
    }

    #[test]
    fn no_text_makes_it_fail(exact in ".{1,40}", prefix in ".{0,40}", suffix in ".{0,40}", text in ".{0,200}") {
        let quote = Quote { exact, prefix, suffix };
        if let Some(Found { range, .. }) = quote.find(&text) {
            prop_assert!(text.get(range).is_some());
        }
    }
}
