//! Words that hosts try for what an event file calls otherwise, in English and in some other
//! languages, and what it is called here.

mod tables;

use any_ascii::any_ascii;

use self::Here::{Clock, Key, KeyOf, Mail};
use self::tables::{OF_ALL, OF_EVENT, Words};
use super::faults::Table;
use super::schema;

/// Where something stands in an event file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// A key of the same table.
    Key(&'static str),
    /// A key at the top of the file.
    Top(&'static str),
    /// A table of its own.
    Table(&'static str),
    /// A key of a table of its own: the table, the key.
    KeyOf(&'static str, &'static str),
    /// A person, with this role.
    Role(&'static str),
    /// The time, which stands behind the day.
    Clock(&'static str),
    /// A link, with the scheme `mailto:`.
    Mail(&'static str),
    /// Something that needs no key of its own; said in words.
    InWords(&'static str),
}

/// A word as it is compared: in small ASCII letters, with `_` between its pieces.
fn plain(word: &str) -> String {
    let plain = any_ascii(word).to_lowercase();
    let pieces = plain.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    pieces.collect::<Vec<_>>().join("_")
}

/// What a word of a table means here; nothing for words that nobody could know.
pub(super) fn meant(table: Table, word: &str, schema: schema::Part) -> Option<Here> {
    let word = plain(word);
    // A name of this table, written otherwise.
    if let Some(key) = schema.keys().find(|key| *key == word) {
        return Some(in_place(table, key));
    }
    let fits = |here: &Here| match here {
        Key(key) | Clock(key) | Mail(key) => schema.keys().any(|it| it == *key),
        Here::Table(table) => *table == "links" && schema.keys().any(|it| it == *table),
        _ => true,
    };
    let known = |words: Words, fits: &dyn Fn(&Here) -> bool| {
        let mut fitting = words.iter().filter(|(names, here)| has(names, &word) && fits(here));
        fitting.next().map(|(_, here)| *here)
    };
    if table == Table::Event {
        return known(OF_EVENT, &|_| true).or_else(|| of_another_table(&word));
    }
    known(OF_ALL, &fits)
}

/// A key of a table of its own, or a word for one, at the top of the file.
fn of_another_table(word: &str) -> Option<Here> {
    const TABLES: [&str; 6] = ["people", "organizers", "sessions", "themes", "sources", "places"];
    TABLES.iter().find_map(|table| {
        let schema = schema::of_file().property(table).and_then(schema::Part::items)?;
        if let Some(key) = schema.keys().find(|key| *key == word) {
            return Some(KeyOf(table, key));
        }
        let words = OF_ALL.iter().filter(|(names, _)| has(names, word));
        words.into_iter().find_map(|(_, here)| match here {
            Key(key) if schema.keys().any(|it| it == *key) => Some(KeyOf(table, key)),
            _ => None,
        })
    })
}

fn in_place(table: Table, key: &'static str) -> Here {
    let holds_tables = table == Table::Event && Table::of(key) != Table::Event;
    if holds_tables { Here::Table(key) } else { Key(key) }
}

/// Whether a word is one of several that mean the same.
fn has(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|it| it == word)
}

/// Whether a word is the name of a table of the file.
pub(super) fn is_table(word: &str) -> bool {
    Table::of(word) != Table::Event
}

/// Whether a word is a key of some table, or one that hosts try for it.
pub(super) fn is_known(word: &str) -> bool {
    let word = plain(word);
    let names = |words: Words| words.iter().any(|(names, _)| has(names, &word));
    let is_key = |key: &str| key == word;
    let of_tables = |key: &str| {
        let items = schema::of_file().property(key).and_then(schema::Part::items);
        items.is_some_and(|items| items.keys().any(is_key))
    };
    word == "id"
        || schema::of_file().keys().any(|key| is_key(key) || of_tables(key))
        || names(OF_EVENT)
        || names(OF_ALL)
}

/// What a host meant by a text that is none of the fixed ones.
pub(super) fn choice(text: &str, choices: &[&'static str]) -> Choice {
    const SAME: [(&str, &[&str]); 8] = [
        (
            "cancelled",
            &[
                "canceled",
                "cancel",
                "called_off",
                "abgesagt",
                "annule",
                "cancelado",
                "annullato",
                "off",
                "faellt_aus",
            ],
        ),
        (
            "postponed",
            &[
                "delayed",
                "deferred",
                "on_hold",
                "verschoben",
                "reporte",
                "aplazado",
                "rinviato",
                "tbd",
                "suspended",
            ],
        ),
        (
            "moved",
            &["rescheduled", "relocated", "changed", "verlegt", "deplace", "new_date", "new_place"],
        ),
        ("series", &["reihe", "serie", "collection"]),
        ("parent", &["part_of", "main", "larger"]),
        ("earlier", &["previous", "before", "past", "last"]),
        ("later", &["next", "follow_up", "followup", "after", "future", "upcoming"]),
        ("other", &["related", "see_also", "similar", "else"]),
    ];
    const HELD: [&str; 16] = [
        "confirmed",
        "scheduled",
        "planned",
        "held",
        "on",
        "active",
        "open",
        "ok",
        "happening",
        "upcoming",
        "past",
        "published",
        "definite",
        "as_planned",
        "bestaetigt",
        "finished",
    ];
    let word = plain(text);
    let same = SAME
        .iter()
        .find(|(choice, words)| choices.contains(choice) && words.contains(&word.as_str()));
    let near = || super::nearest::nearest(&word, choices.iter().copied());
    match same.map(|(choice, _)| (*choice).to_owned()).or_else(near) {
        Some(choice) => Choice::Means(choice),
        None if choices.contains(&"cancelled") && HELD.contains(&word.as_str()) => {
            Choice::NothingToSay
        }
        None => Choice::Unknown,
    }
}

/// What a text means where one of a few is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// This one of them.
    Means(String),
    /// What is so without a word.
    NothingToSay,
    /// Nobody could know.
    Unknown,
}
