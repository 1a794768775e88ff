//! The things that linked data describes. A thing may be described in one place and named in another,
//! by its `@id`, and each key may hold one value or several.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::new::members::Members;
use crate::new::text;

/// How deep things may lie in each other: deeper is no description of an event.
const DEEPEST: usize = 32;

/// All things of some documents.
pub(super) struct Nodes {
    top: Vec<Members>,
    by_id: BTreeMap<String, Map<String, Value>>,
}

impl Nodes {
    /// Gathers the things of documents; a graph is taken apart.
    pub(super) fn of(documents: Vec<Value>) -> Self {
        let mut found = Vec::new();
        for document in documents {
            unpack(plain(document, 0), &mut found);
        }
        let mut by_id = BTreeMap::new();
        for node in &found {
            collect(&Value::Object(node.clone()), &mut by_id);
        }
        // What another event has as a part of it is no event of its own.
        let mut parts = Vec::new();
        for node in &found {
            for key in ["subEvent", "subEvents"] {
                let value = node.get(key);
                let items = value.and_then(Value::as_array).map_or_else(
                    || value.into_iter().collect(),
                    |items| items.iter().collect::<Vec<_>>(),
                );
                parts.extend(
                    items.into_iter().filter_map(|it| it.get("@id")?.as_str().map(str::to_owned)),
                );
            }
        }
        let is_part = |node: &Map<String, Value>| {
            node.get("@id")
                .and_then(Value::as_str)
                .is_some_and(|id| parts.iter().any(|it| it == id))
        };
        let top = found
            .into_iter()
            .filter(|node| !is_part(node))
            .map(|node| Members::of(Value::Object(node)));
        Self { top: top.collect(), by_id }
    }

    /// The things that are part of no other.
    pub(super) fn top(&self) -> &[Members] {
        &self.top
    }

    /// The things at a key; a text stands for a thing of this name.
    pub(super) fn things(&self, of: &mut Members, key: &str) -> Vec<Members> {
        let things = of.list(key).into_iter().filter_map(|value| match value {
            Value::String(name) => {
                Some(Members::of(Value::Object(Map::from_iter([("name".to_owned(), name.into())]))))
            }
            Value::Object(members) => Some(Members::of(Value::Object(self.whole(members)))),
            _ => None,
        });
        things.collect()
    }

    /// What is told of a thing elsewhere, where it is only named here.
    fn whole(&self, members: Map<String, Value>) -> Map<String, Value> {
        let id = members.get("@id").and_then(Value::as_str);
        match id.and_then(|id| self.by_id.get(id)) {
            Some(whole) if members.len() <= 2 => whole.clone(),
            _ => members,
        }
    }
}

/// The text at a key, on one line; the first of several.
pub(super) fn line(of: &mut Members, key: &str) -> Option<String> {
    raw(of, key).and_then(|it| text::line(&it))
}

/// The text at a key as it stands there; the first of several.
pub(super) fn raw(of: &mut Members, key: &str) -> Option<String> {
    of.list(key).into_iter().find_map(|value| match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// A web address at a key, as a text or as a thing.
pub(super) fn address(of: &mut Members, key: &str) -> Option<String> {
    of.list(key).into_iter().find_map(|value| match value {
        Value::String(url) => text::address(&url),
        Value::Object(members) => {
            let mut members = Members::of(Value::Object(members));
            ["url", "@id"].into_iter().find_map(|key| members.address(key))
        }
        _ => None,
    })
}

/// A key or a type without the words that say of which vocabulary it is.
pub(super) fn short(name: &str) -> &str {
    const OF_SCHEMA_ORG: [&str; 5] = [
        "https://schema.org/",
        "http://schema.org/",
        "http://www.schema.org/",
        "https://www.schema.org/",
        "schema:",
    ];
    OF_SCHEMA_ORG.iter().find_map(|start| name.strip_prefix(start)).unwrap_or(name)
}

/// The value with short keys, and without the wrappings that JSON-LD has for texts and lists.
fn plain(value: Value, depth: usize) -> Value {
    if depth > DEEPEST {
        return Value::Null;
    }
    match value {
        Value::Array(items) => {
            Value::Array(items.into_iter().map(|it| plain(it, depth + 1)).collect())
        }
        Value::Object(mut members) => {
            for wrapping in ["@value", "@list", "@set"] {
                if let Some(inner) = members.shift_remove(wrapping) {
                    return plain(inner, depth + 1);
                }
            }
            let members = members.into_iter();
            Value::Object(
                members.map(|(key, it)| (short(&key).to_owned(), plain(it, depth + 1))).collect(),
            )
        }
        other => other,
    }
}

fn unpack(document: Value, found: &mut Vec<Map<String, Value>>) {
    match document {
        Value::Array(items) => items.into_iter().for_each(|it| unpack(it, found)),
        Value::Object(mut members) => {
            if let Some(graph) = members.shift_remove("@graph") {
                unpack(graph, found);
            }
            // Pages about an event hold it as what they are about.
            for key in ["mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                if let Some(inner @ (Value::Object(_) | Value::Array(_))) = members.get(key) {
                    unpack(inner.clone(), found);
                }
            }
            found.push(members);
        }
        _ => {}
    }
}

fn collect(value: &Value, by_id: &mut BTreeMap<String, Map<String, Value>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| collect(it, by_id)),
        Value::Object(members) => {
            if let Some(id) = members.get("@id").and_then(Value::as_str) {
                let known = by_id.entry(id.to_owned()).or_default();
                // What says more of a thing is its description; the others only name it.
                if members.len() > known.len() {
                    *known = members.clone();
                }
            }
            members.values().for_each(|it| collect(it, by_id));
        }
        _ => {}
    }
}
