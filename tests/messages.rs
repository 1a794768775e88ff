//! Holds the words that readers read to one place: text that stands in the code and not in `locales/` is
//! found by a test and not by a translator, and so is a sentence that nothing says. That every language has
//! every sentence, the build itself checks (`build/messages.rs`).
//!
//! What looks like text is told by its form, since nothing else tells it: see [`looks_like_text`].
//! A single word in small letters, or in capitals, cannot be told from a name, and passes.

mod support {
    pub(crate) mod sources;
}

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use marginalia::messages::language::{languages, lists};
use support::sources::rust_files;

/// What may hold text, and why: no reader of the page meets it, or it is the place for it.
const PLACES_OF_TEXT: &[(&str, &str)] = &[
    ("messages.rs", "the place for it"),
    ("messages/", "the place for it"),
    ("event/file.rs", "tells hosts about their file"),
    ("event/file/", "tells hosts about their file"),
    ("bin/", "speaks to hosts and to those who build"),
    ("publishing/", "writes what other programs read, and fails at build time"),
];

/// Literals that look like text and are none, each with the reason.
const NO_TEXT: &[(&str, &str, &str)] = &[
    ("page/programme.rs", "session theme", "names of classes"),
    ("page/site.rs", "content start", "names of classes"),
    ("reader/shortcuts.rs", "Key", "begins the names of the places of letters on keyboards"),
    ("reader/shortcuts.rs", "Slash", "the name of a place on keyboards"),
    ("reader/focus.rs", "a, button, summary", "a selector of CSS"),
    (
        "reader/page_text.rs",
        "[data-reader], dialog, noscript, script, style, template",
        "a selector of CSS",
    ),
    ("reader/platform.rs", "input, textarea, select, [contenteditable]", "a selector of CSS"),
    ("reader/quotations/offer.rs", "Escape", "the name of a key"),
    ("reader/quotations/theme_text.rs", "p, figcaption", "names of elements"),
    ("reader/sheet.rs", "Escape", "the name of a key"),
    ("reader/shortcuts.rs", "AltGraph", "the name of a key"),
    ("reader/shortcuts/dialog.rs", "dialog shortcuts", "two classes of CSS"),
    ("transfer/program/dialog.rs", "dialog transfer", "two classes of CSS"),
    ("reader/controls.rs", "Enter", "the name of a key"),
    ("reader/controls.rs", "Escape", "the name of a key"),
    ("formats/address.rs", "www.", "begins the names of hosts"),
    ("formats/annotation.rs", "TextualBody", "a type of the Web Annotation vocabulary"),
    ("formats/annotation.rs", "Annotation", "a type of the Web Annotation vocabulary"),
    ("formats/import.rs", "AnnotationSet", "a type of Readium's annotation sets"),
    ("formats/import.rs", "FragmentSelector", "a type of the Web Annotation vocabulary"),
    ("formats/import.rs", "TextQuoteSelector", "a type of the Web Annotation vocabulary"),
    ("formats/backup.rs", "AnnotationSet", "a type of Readium's annotation sets"),
    ("formats/backup.rs", "Software", "a type of the Web Annotation vocabulary"),
    ("formats/backup.rs", "Marginalia", "the name of this program, which has no other"),
    ("formats/hypothesis.rs", "marginalia {}", "the name and version of the program, for programs"),
    ("formats/markdown.rs", "marginalia: 1", "the first line, by which the file is known again"),
    ("formats/markdown.rs", "<!-- marginalia ", "begins what is read back of a note"),
    ("formats/web_annotations/reader.rs", "Annotation", "a type of the Web Annotation vocabulary"),
    ("formats/table.rs", "theme id", "the name of a column, by which the table is known again"),
    (
        "formats/table.rs",
        "conflict with",
        "the name of a column, by which the table is known again",
    ),
    (
        "session/saving.rs",
        "what was written reads back differently",
        "a reason in an error, for developers",
    ),
    ("storage/browser.rs", "no DOMException", "a reason in an error, for developers"),
    ("storage/browser.rs", "QuotaExceededError", "the name of an error of browsers"),
    ("storage/browser.rs", "SecurityError", "the name of an error of browsers"),
];

/// A string literal of the code.
#[derive(Debug, PartialEq, Eq)]
struct Literal {
    line: usize,
    text: String,
    /// The code since the literal before it.
    before: String,
}

/// The string literals of a file, but for those in comments, in attributes, in its own tests, and in
/// the `Display` of errors, which is for developers.
fn literals(source: &str) -> Vec<Literal> {
    let own_tests = "#[cfg(test)]\nmod ";
    let code = for_readers(source.split(own_tests).next().unwrap_or(source));
    let letters: Vec<char> = code.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or('\0');
    let line_of = |index: usize| 1 + letters[..index].iter().filter(|it| **it == '\n').count();
    let mut found = Vec::new();
    let mut before = String::new();
    let mut index = 0;
    while index < letters.len() {
        let rest = &letters[index..];
        match (at(index), at(index + 1)) {
            ('/', '/') => index += rest.iter().take_while(|it| **it != '\n').count(),
            // A letter between marks, and not the name of a lifetime.
            ('\'', '\\') => {
                index += 3 + rest.iter().skip(3).take_while(|it| **it != '\'').count() + 1;
            }
            ('\'', _) if at(index + 2) == '\'' => index += 3,
            ('"', _) => {
                let hashes = before.chars().rev().take_while(|it| *it == '#').count();
                let is_raw = before.trim_end_matches('#').ends_with('r');
                let (text, length) = string(&rest[1..], is_raw.then_some(hashes));
                let before = std::mem::take(&mut before).trim_end().to_owned();
                found.push(Literal { line: line_of(index), text, before });
                index += 1 + length;
            }
            (letter, _) => {
                before.push(letter);
                index += 1;
            }
        }
    }
    found
}

/// A string from behind its first quotation mark on, and how many letters it takes with what ends it.
/// `hashes` is how many of those end it, where it is a raw one.
fn string(letters: &[char], hashes: Option<usize>) -> (String, usize) {
    let at = |index: usize| letters.get(index).copied().unwrap_or('\0');
    let mut text = String::new();
    let mut index = 0;
    while index < letters.len() {
        match (at(index), hashes) {
            ('"', None) => return (text, index + 1),
            ('"', Some(hashes)) if (1..=hashes).all(|it| at(index + it) == '#') => {
                return (text, index + 1 + hashes);
            }
            ('\\', None) if at(index + 1) == '\n' => {
                let indent = letters.iter().skip(index + 2).take_while(|it| **it == ' ').count();
                index += 2 + indent;
            }
            ('\\', None) => {
                text.push(if at(index + 1) == 'n' { '\n' } else { at(index + 1) });
                index += 2;
            }
            (letter, _) => {
                text.push(letter);
                index += 1;
            }
        }
    }
    (text, index)
}

/// The code with nothing in the lines of attributes and of each `impl fmt::Display`.
fn for_readers(code: &str) -> String {
    let (mut is_display, mut is_attribute) = (false, false);
    let mut kept = String::new();
    for line in code.lines() {
        is_display |= line.starts_with("impl fmt::Display for ");
        is_attribute |= line.trim_start().starts_with("#[") || line.trim_start().starts_with("#![");
        if !is_display && !is_attribute {
            kept.push_str(line);
        }
        kept.push('\n');
        is_display &= line != "}";
        is_attribute &= !line.ends_with(']');
    }
    kept
}

/// Marks that may follow on a word.
const MARKS: [char; 9] = [',', '.', ';', ':', '?', '!', '…', '”', ')'];

/// A word of a language: letters alone, with the marks that may follow on one.
fn is_word(text: &str) -> bool {
    let letters = text.trim_end_matches(MARKS);
    !letters.is_empty() && letters.chars().all(|letter| letter.is_alphabetic() || letter == '’')
}

/// A word that stands inside a sentence, and is no abbreviation such as “UTC”.
fn is_inner_word(text: &str) -> bool {
    is_word(text) && text.starts_with(char::is_lowercase)
}

/// A number, or braces into which something is put, with the marks that may follow on them.
fn is_put_in(text: &str) -> bool {
    let text = text.trim_start_matches(['“', '(']).trim_end_matches(MARKS);
    let is_number = !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
    is_number || text.starts_with('{') && text.ends_with('}')
}

/// A piece of a sentence: a word beside what is put in (“{count} notes”, “1 note”, “by {name}”), or
/// one that leaves room for it (“ found”, “and ”).
fn is_piece(literal: &str) -> bool {
    let words: Vec<&str> = literal.split_whitespace().collect();
    let beside = words.windows(2).any(|pair| {
        is_put_in(pair[0]) && is_inner_word(pair[1]) || is_inner_word(pair[0]) && is_put_in(pair[1])
    });
    let has_room_before =
        literal.starts_with(' ') && words.first().is_some_and(|it| is_inner_word(it));
    let has_room_behind =
        literal.ends_with(' ') && words.last().is_some_and(|it| is_inner_word(it));
    beside || has_room_before || has_room_behind
}

/// Whether a literal looks like something that a person reads: it begins with a capital and goes on
/// in small letters (“Undo”), has two words side by side (“no notes”), goes on after a mark
/// (“, changed ”), ends with one of those that sentences and labels end with (“Share…”), or is a
/// piece of a sentence (“{count} notes”). What stands in braces is put in later.
fn looks_like_text(literal: &str) -> bool {
    let text = without_braces(literal);
    let start = text.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let mut letters = start.chars();
    let has_capital = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    let words: Vec<&str> = text.split_whitespace().collect();
    let side_by_side = words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]));
    let goes_on = [", ", ". ", "; ", "? ", "! "]
        .iter()
        .any(|mark| text.split(mark).skip(1).any(|rest| rest.starts_with(char::is_alphabetic)));
    let end = text.trim_end();
    let before_end = end.trim_end_matches(['.', '?', '!', '…', '”']);
    let is_ended = before_end.len() < end.len() && before_end.ends_with(char::is_alphabetic);
    has_capital || side_by_side || goes_on || is_ended || text.contains('…') || is_piece(literal)
}

/// A text without what `format!` puts into it.
fn without_braces(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            letter if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

/// What a file has of text that belongs into `locales/`; `used` takes the exceptions it needs.
fn faults(file: &str, source: &str, used: &mut BTreeSet<usize>) -> Vec<String> {
    let mut faults = Vec::new();
    for Literal { line, text, before } in literals(source) {
        // What a failed `expect` says is for developers.
        if before.ends_with(".expect(") || !looks_like_text(&text) {
            continue;
        }
        let known = NO_TEXT.iter().position(|(in_file, it, _)| *in_file == file && *it == text);
        if let Some(known) = known {
            used.insert(known);
            continue;
        }
        faults.push(format!(
            "src/{file}:{line} holds “{text}”, which looks like text for readers. Put it into \
             locales/ and name it here; or, if no reader ever sees it, add it to NO_TEXT in \
             tests/messages.rs, with the reason."
        ));
    }
    faults
}

#[test]
fn what_readers_read_stands_in_the_messages() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut used = BTreeSet::new();
    let mut found = Vec::new();
    for path in rust_files(&source) {
        let file = path
            .strip_prefix(&source)
            .expect("listed below src")
            .to_string_lossy()
            .replace('\\', "/");
        let may_hold_text = PLACES_OF_TEXT
            .iter()
            .any(|(place, _)| file == *place || place.ends_with('/') && file.starts_with(place));
        if !may_hold_text {
            let text = fs::read_to_string(&path).expect("source is text");
            found.extend(faults(&file, &text, &mut used));
        }
    }
    for (index, (file, text, _)) in NO_TEXT.iter().enumerate() {
        if !used.contains(&index) {
            found.push(format!(
                "src/{file} holds “{text}” no longer; take it out of NO_TEXT in tests/messages.rs."
            ));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn text_is_seen() {
    for text in [
        "Undo",
        "Added ",
        ", changed ",
        "no notes",
        "Share…",
        " …",
        "{count} more notes",
        "“{title}” is gone",
        "is it lost?",
        "{speaker}, quoted",
        "{count} notes",
        "1 note",
        "by {name}",
        "“{title}” again",
        " found",
        "and ",
    ] {
        assert!(looks_like_text(text), "{text}");
    }
    for name in [
        "",
        "button button--quiet",
        "header__fact header__fact--wide",
        ".note__text, .my-notes__text",
        "0 0 {WIDTH} {}",
        "translate({RING_AT} {})",
        "text/markdown;charset=utf-8",
        "viewBox",
        "{}-notes-{}.{ending}",
        "YYYY",
        ": ",
        "<h1>{}</h1>\n<p>{}, {}</p>\n",
        "{}{} UTC",
        "-25% 0px -75% 0px",
    ] {
        assert!(!looks_like_text(name), "{name}");
    }
}

#[test]
fn literals_are_found_where_they_stand() {
    let source = "// \"Not this\"\nlet a = '\"'; f(\"One \\\n    two\");\nlet b = r#\"Three\"#;\n\
                  #[doc = \"Not this\"]\nimpl fmt::Display for E {\n    \"not this\"\n}\n\"Four\"\n\
                  #[cfg(test)]\nfn f() { \"Five\" }\n#[cfg(test)]\nmod tests { \"Nor this\" }";
    let found: Vec<(usize, String)> =
        literals(source).into_iter().map(|it| (it.line, it.text)).collect();
    let expected = [(2, "One two"), (4, "Three"), (9, "Four"), (11, "Five")];
    assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
    let faults = faults("view/x.rs", source, &mut BTreeSet::new());
    assert!(faults.len() == 4 && faults[0].contains("src/view/x.rs:2"), "{faults:?}");
}

/// Whether a name stands in a text as a whole word.
fn names(text: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[test]
fn every_sentence_is_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &Path| fs::read_to_string(path).expect("source is text");
    let rust: Vec<String> = rust_files(&root.join("src")).iter().map(|it| read(it)).collect();
    let words = read(&root.join("src/early/words.js"));
    let mut unsaid = Vec::new();
    let mut count = 0;
    for file in fs::read_dir(root.join("locales/en")).expect("the folder can be listed") {
        let path = file.expect("the folder can be listed").path();
        let text = read(&path);
        let module = path.file_stem().expect("it has a name").to_string_lossy().replace('_', "-");
        let ids = text.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
        for id in ids.filter(|id| id.starts_with(&*module)) {
            count += 1;
            let function = id[module.len() + 1..].replace('-', "_");
            let constant = function.to_uppercase();
            let in_sentence = format!("{{ {id} }}");
            let is_said = rust.iter().any(|it| names(it, &constant) || names(it, &function))
                || words.contains(&format!("'{id}'"))
                || text.contains(&in_sentence);
            if !is_said {
                unsaid
                    .push(format!("locales/en: nothing says `{id}`: take it out of all languages"));
            }
        }
    }
    assert!(count > 400, "{count} sentences were found");
    assert!(unsaid.is_empty(), "\n{}", unsaid.join("\n"));
}

/// For Fluent's own library in JavaScript (`end2end/readers/check-messages.mjs`).
#[test]
fn samples_are_written_for_other_readers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("message-samples");
    fs::create_dir_all(&folder).expect("it can be made");
    for tag in languages() {
        let sample = format!("[{}]", lists(tag).join(","));
        fs::write(folder.join(format!("{tag}.json")), sample).expect("it can be written");
    }
}
