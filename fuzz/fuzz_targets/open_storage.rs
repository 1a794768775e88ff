//! Any storage, opened and worked with. What must hold is said in `tests/support/any_storage.rs`;
//! here are made up entries that come close to what is really found.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value};
use support::any_storage::{Case, check};

#[path = "../../tests/support"]
mod support {
    pub(crate) mod any_storage;
    pub(crate) mod disk;
}

/// Few enough that entries meet.
const IDS: [&str; 4] = [
    "0192f0c1-8a2e-7c41-9d3f-5b6a7c8d9e0f",
    "0192f0c1-8a2e-7c41-9d3f-5b6a7c8d9e10",
    "0192f0c2-0000-7000-8000-000000000000",
    "n1",
];
const THEMES: [&str; 3] = ["early", "late", "work-0"];
const TIMES: [&str; 4] =
    ["2014-09-04T10:00:00.000Z", "2014-08-04T10:00:00.000Z", "2014-09-04T10:00:00Z", "2014-09-04"];

#[derive(Arbitrary, Debug)]
enum Id {
    Known(u8),
    Other(String),
}

impl Id {
    fn text(&self, known: &[&str]) -> String {
        match self {
            Self::Known(number) => known[usize::from(*number) % known.len()].to_owned(),
            Self::Other(text) => text.clone(),
        }
    }
}

#[derive(Arbitrary, Debug)]
enum Kind {
    Note,
    Draft,
    Deleted,
}

#[derive(Arbitrary, Debug)]
enum Key {
    Own(Kind, Id),
    SetAside(Kind, Id, u8),
    Older(Kind, Id),
    OwnAsItComes(String),
    OtherEvent(String),
    AsItComes(String),
}

impl Key {
    /// The key, and the id that the text under it should have.
    fn text(&self) -> (String, String) {
        fn place(kind: &Kind, id: &Id) -> (String, String) {
            let (folder, id) = match kind {
                Kind::Note => ("note", id.text(&IDS)),
                Kind::Draft => ("draft", id.text(&THEMES)),
                Kind::Deleted => ("deleted", id.text(&IDS)),
            };
            (format!("{folder}/{id}"), id)
        }
        match self {
            Self::Own(kind, id) => {
                let (place, id) = place(kind, id);
                (format!("marginalia/panel/{place}"), id)
            }
            Self::SetAside(kind, id, number) => {
                let (place, id) = place(kind, id);
                (format!("marginalia/panel/quarantine/{place}/{number}"), id)
            }
            Self::Older(kind, id) => {
                let (place, id) = place(kind, id);
                (format!("marginalia/panel/older/{place}"), id)
            }
            Self::OwnAsItComes(rest) => (format!("marginalia/panel/{rest}"), String::new()),
            Self::OtherEvent(rest) => (format!("marginalia/panel-2/{rest}"), String::new()),
            Self::AsItComes(key) => (key.clone(), String::new()),
        }
    }
}

/// A field of a nearly valid text.
#[derive(Arbitrary, Debug)]
enum Field<T> {
    AsItShouldBe,
    Other(T),
    Null,
    Missing,
}

impl<T> Field<T> {
    fn put(
        &self,
        object: &mut Map<String, Value>,
        name: &str,
        right: Value,
        other: impl Fn(&T) -> Value,
    ) {
        match self {
            Self::AsItShouldBe => object.insert(name.to_owned(), right),
            Self::Other(value) => object.insert(name.to_owned(), other(value)),
            Self::Null => object.insert(name.to_owned(), Value::Null),
            Self::Missing => None,
        };
    }
}

#[derive(Arbitrary, Debug)]
struct Entry {
    version: u8,
    id: Field<Id>,
    theme: Field<Id>,
    text: Field<String>,
    created: Field<u8>,
    changed: Field<u8>,
    revision: Field<u64>,
    conflict: Option<Id>,
    deleted: Field<u8>,
    extra: Vec<(String, String)>,
}

impl Entry {
    fn text(&self, id: &str) -> String {
        let mut object = Map::new();
        // Mostly the present version, sometimes 0, 2 or 3.
        let version = match self.version {
            0..=31 => 0,
            32..=47 => 2,
            48..=51 => 3,
            _ => 1,
        };
        let time = |number: &u8| Value::from(TIMES[usize::from(*number) % TIMES.len()]);
        object.insert("v".to_owned(), Value::from(version));
        self.id.put(&mut object, "id", id.into(), |id| Value::String(id.text(&IDS)));
        self.theme.put(&mut object, "theme", "early".into(), |id| Value::String(id.text(&THEMES)));
        self.text.put(&mut object, "text", "a text".into(), |text| Value::String(text.clone()));
        self.created.put(&mut object, "created", time(&0), time);
        self.changed.put(&mut object, "changed", time(&0), time);
        self.revision.put(&mut object, "revision", 1.into(), |number| Value::from(*number));
        if let Some(conflict) = &self.conflict {
            object.insert("conflict".to_owned(), Value::String(conflict.text(&IDS)));
        }
        self.deleted.put(&mut object, "deleted", time(&0), time);
        for (name, value) in &self.extra {
            object.insert(name.clone(), Value::String(value.clone()));
        }
        Value::Object(object).to_string()
    }
}

#[derive(Arbitrary, Debug)]
enum Text {
    Nearly(Entry),
    /// Cut short, as by a browser that died.
    Cut(Entry, u8),
    /// With another sign at a place.
    Mistaken(Entry, u8, char),
    /// With half of a surrogate pair at a place.
    Halved(Entry, u8),
    AsItComes(String),
}

impl Text {
    fn units(&self, id: &str) -> Vec<u16> {
        let within = |place: &u8, units: &[u16]| usize::from(*place) % units.len().max(1);
        let units = |text: String| text.encode_utf16().collect::<Vec<u16>>();
        match self {
            Self::Nearly(entry) => units(entry.text(id)),
            Self::Cut(entry, length) => {
                let mut units = units(entry.text(id));
                units.truncate(within(length, &units));
                units
            }
            Self::Mistaken(entry, place, sign) => {
                let mut units = units(entry.text(id));
                let place = within(place, &units);
                units.splice(place..place + 1, sign.encode_utf16(&mut [0; 2]).iter().copied());
                units
            }
            Self::Halved(entry, place) => {
                let mut units = units(entry.text(id));
                let place = within(place, &units);
                units[place] = 0xd800;
                units
            }
            Self::AsItComes(text) => units(text.clone()),
        }
    }
}

#[derive(Arbitrary, Debug)]
struct Found {
    entries: Vec<(Key, Text)>,
    room: Option<u8>,
    calls: Option<u8>,
}

fuzz_target!(|found: Found| {
    let mut entries = support::disk::Entries::new();
    for (key, text) in &found.entries {
        let (key, id) = key.text();
        entries.insert(key, text.units(&id));
    }
    let case = Case {
        entries,
        room: found.room.map(|room| usize::from(room) * 4),
        calls: found.calls.map(usize::from),
    };
    if let Err(what) = check(&case) {
        panic!("{what}\n{}", case.shown());
    }
});
