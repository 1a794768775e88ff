//! What hosts read about the event file is what the checker takes, and as new as the code.
#![cfg(feature = "content")]

use std::path::Path;

use marginalia::event::file::{
    Colours, REFERENCE_FILES, SMALLEST, check, examples, reference_files, schema,
};
use serde_json::Value;

#[test]
fn the_reference_and_the_schema_for_editors_are_up_to_date() {
    for (path, text) in REFERENCE_FILES.into_iter().zip(reference_files()) {
        let kept = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
        assert!(
            kept.is_ok_and(|kept| kept == text),
            "{path} is not what the types in src/event/ make: call `cargo xtask reference`, and commit \
             what it writes"
        );
    }
}

#[test]
fn the_examples_of_the_reference_pass_the_check() {
    let [reference, _] = reference_files();
    assert!(reference.contains(SMALLEST));
    for text in [SMALLEST, &examples()] {
        check("open-day-2025.toml", text.as_bytes())
            .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)));
    }
    let lines = SMALLEST.lines().count();
    assert!((10..=15).contains(&lines), "{lines}");
    // No line of it can be left out.
    for left_out in SMALLEST.lines().filter(|line| !line.is_empty()) {
        let rest: Vec<&str> = SMALLEST.lines().filter(|line| *line != left_out).collect();
        let is_refused = check("open-day-2025.toml", rest.join("\n").as_bytes()).is_err();
        assert!(is_refused || left_out.starts_with("id ="), "{left_out}");
    }
}

#[test]
fn the_reference_has_every_key_of_every_table_and_says_what_it_is_for() {
    let [reference, _] = reference_files();
    let tables = schema()["$defs"].as_object().unwrap().values().chain([schema()]);
    let mut keys = 0;
    for (key, value) in tables.filter_map(|it| it["properties"].as_object()).flatten() {
        let of_tables = format!("{key}]]`\n");
        let is_key = |line: &&str| line.contains(&format!("`{key}`"));
        let row = reference.lines().filter(|line| line.starts_with("| ")).find(is_key);
        assert!(row.is_some() || reference.contains(&of_tables), "{key}: {value}");
        keys += 1;
    }
    assert!(keys > 80, "{keys}");
    for line in reference.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.split(" | ").collect();
        assert!(cells.len() >= 3 && cells.iter().all(|it| !it.trim().is_empty()), "{line}");
    }
}

#[test]
fn the_schema_for_editors_has_only_words_of_json_schema() {
    fn expect(value: &Value) {
        match value {
            Value::Object(object) => {
                assert!(object.keys().all(|key| !key.starts_with("x-")), "{value}");
                object.values().for_each(expect);
            }
            Value::Array(items) => items.iter().for_each(expect),
            _ => {}
        }
    }
    let [_, text] = reference_files();
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    expect(&schema);
}
