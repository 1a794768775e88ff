//! Our JSON against `serde_json`: both must say the same of every text.

use marginalia::json::{Value, parse};
use proptest::prelude::*;

/// Our value as `serde_json` would have it; numbers as they are written.
fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(ours), serde_json::Value::Bool(theirs)) => ours == theirs,
        (Value::Number(ours), serde_json::Value::Number(theirs)) => {
            ours == &theirs.to_string() || ours.parse::<f64>().ok() == theirs.as_f64()
        }
        (Value::Text(ours), serde_json::Value::String(theirs)) => ours == theirs,
        (Value::List(ours), serde_json::Value::Array(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Value::Object(ours), serde_json::Value::Object(theirs)) => {
            ours.fields().count() == theirs.len()
                && ours
                    .fields()
                    .all(|(name, value)| theirs.get(name).is_some_and(|theirs| same(value, theirs)))
        }
        _ => false,
    }
}

fn agree(text: &str) {
    match (parse(text), serde_json::from_str::<serde_json::Value>(text)) {
        (Some(ours), Ok(theirs)) => {
            assert!(same(&ours, &theirs), "`{text}`: {ours:?} and {theirs:?}");
            assert_eq!(parse(&ours.to_string()), Some(ours), "written and read again");
        }
        (None, Err(_)) => {}
        // Ours keeps the digits, so it has no greatest number.
        (Some(_), Err(error)) if error.to_string().contains("number out of range") => {}
        (ours, theirs) => panic!("`{text}`: {ours:?} and {theirs:?}"),
    }
}

#[test]
fn both_say_the_same_of_what_is_often_got_wrong() {
    for text in [
        "",
        " ",
        "null",
        " true ",
        "nul",
        "nullx",
        "0",
        "-0",
        "00",
        "01",
        "-",
        "1.",
        ".5",
        "1.5e3",
        "1e",
        "1e+",
        "1E-2",
        "18446744073709551616",
        "1e999",
        "\"",
        "\"\\",
        "\"a",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u00e9\"",
        "\"\\u+0e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\u0041\"",
        "\"\\x\"",
        "\"\n\"",
        "\"\u{7f}\"",
        "\"é\"",
        "[",
        "[]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1,2]",
        "[[]]",
        "]",
        "{",
        "{}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":[1,null]}}",
        "1 2",
        "{}{}",
        "\u{feff}{}",
        "\u{a0}1",
        "'a'",
        "NaN",
        "[1]x",
        "\"\\/\\b\\f\"",
        "\t[\r\n1 ]",
    ] {
        agree(text);
    }
}

#[test]
fn a_hostile_depth_is_refused_and_does_not_use_up_the_stack() {
    for depth in [1, 100, 127, 128, 129, 100_000] {
        agree(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        agree(&"{\"a\":".repeat(depth));
    }
}

fn jsonish() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just(":".to_owned()),
        Just(",".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\\ud800".to_owned()),
        Just("\\udc00".to_owned()),
        Just("null".to_owned()),
        Just(" ".to_owned()),
        Just("\"a\"".to_owned()),
        Just("-1.5e3".to_owned()),
        "[0-9eE.+-]{1,4}",
        any::<char>().prop_map(|letter| letter.to_string()),
    ];
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

fn values() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|fields| { serde_json::Value::Object(fields.into_iter().collect()) }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn both_say_the_same_of_any_text(text in any::<String>()) {
        agree(&text);
    }

    #[test]
    fn both_say_the_same_of_what_looks_like_json(text in jsonish()) {
        agree(&text);
    }

    #[test]
    fn both_say_the_same_of_any_value(value in values(), cut in any::<prop::sample::Index>()) {
        let text = value.to_string();
        agree(&text);
        agree(&serde_json::to_string_pretty(&value).expect("a value can be written"));
        let cut = text.char_indices().map(|(at, _)| at).nth(cut.index(text.chars().count()));
        agree(&text[..cut.unwrap_or(0)]);
    }
}
