//! The JSON Schema (draft 2020-12) of an event file, and of the file of a site, made by the `schemars`
//! crate from the types in `event` and `site`: the checker walks a file along it, and editors complete
//! by it.
//!
//! Beside the words of JSON Schema it has two of its own. `x-names` tells of an id which tables it
//! names, `x-holds` of a text what has to stand in it. What is written for other programs goes without
//! them, since some refuse what they do not know.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use crate::event::Event;
use crate::event::site::SiteSettings;

static SITE_SCHEMA: LazyLock<Value> = LazyLock::new(made_of::<SiteSettings>);

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let mut schema = made_of::<Event>();
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for (name, definition) in definitions {
            if let Some(Value::Array(required)) = definition.get_mut("required") {
                required.retain(|key| !is_filled_in(name, key));
            }
        }
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|key| key != "id" && key != "sources");
    }
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        // The id of an event is the name of its file.
        properties.shift_remove("id");
    }
    schema
});

fn made_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    RecursiveTransform(without_null).transform(&mut schema);
    schema.to_value()
}

/// Keys that a file need not have, because the checker fills them in: ids made of names and titles.
fn is_filled_in(table: &str, key: &Value) -> bool {
    key == "id" && matches!(table, "Person" | "Part" | "Source")
}

/// TOML has no null: what may be left out is left out.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    let is_null = |schema: &Value| schema.get("type").is_some_and(|name| name == "null");
    let mut only: Option<Map<String, Value>> = None;
    if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
        choices.retain(|choice| !is_null(choice));
        if let [Value::Object(choice)] = choices.as_slice() {
            only = Some(choice.clone());
        }
    }
    if let Some(only) = only {
        object.shift_remove("anyOf");
        for (key, value) in only {
            object.entry(key).or_insert(value);
        }
    }
    if object.get("default").is_some_and(Value::is_null) {
        object.shift_remove("default");
    }
}

/// The schema as editors read it: `content/event-file.schema.json`.
pub(super) fn for_editors() -> Value {
    let mut schema = SCHEMA.clone();
    make_ready_for_other_programs(&mut schema);
    // What the file is stands first in it.
    let first = ["$schema", "title", "description"];
    let named = first.map(|key| (key.to_owned(), schema[key].take()));
    let rest = schema.as_object().into_iter().flatten();
    let rest = rest.filter(|(key, _)| !first.contains(&key.as_str()));
    named.into_iter().chain(rest.map(|(key, value)| (key.clone(), value.clone()))).collect()
}

/// Takes out of a schema what is not of JSON Schema, and the ends of lines from its descriptions.
pub(crate) fn make_ready_for_other_programs(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.retain(|key, _| !key.starts_with("x-"));
            if let Some(Value::String(text)) = object.get_mut("description") {
                *text = text.replace('\n', " ");
            }
            object.values_mut().for_each(make_ready_for_other_programs);
        }
        Value::Array(items) => items.iter_mut().for_each(make_ready_for_other_programs),
        _ => {}
    }
}

/// A part of the schema, and what it refers to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    here: &'static Value,
    /// All of the schema: what is referred to is declared in it.
    whole: &'static Value,
}

/// The schema of a whole file.
pub(super) fn of_file() -> Part {
    Part { here: &SCHEMA, whole: &SCHEMA }
}

/// The schema of the file of a site.
pub(super) fn of_site() -> Part {
    Part { here: &SITE_SCHEMA, whole: &SITE_SCHEMA }
}

/// The schema of a table by its name between the brackets, such as `sessions.links`.
pub(super) fn of_table(name: &str) -> Option<Part> {
    name.split('.').try_fold(of_file(), |outer, name| {
        let items = outer.property(name.trim())?.items()?.alternatives();
        items.into_iter().find(|it| it.keys().next().is_some())
    })
}

/// The schema as JSON.
pub fn schema() -> &'static Value {
    &SCHEMA
}

/// Whether some table of a file has a key of this name that holds ids, alone or in a list.
pub(super) fn holds_ids(key: &str) -> bool {
    static KEYS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| keys_of(|it| it.names().is_some()));
    KEYS.contains(key)
}

/// Whether some table of a file has a key of this name that takes `true` or `false`.
pub(super) fn is_switch(key: &str) -> bool {
    static KEYS: LazyLock<BTreeSet<&str>> =
        LazyLock::new(|| keys_of(|it| it.type_name() == Some("boolean")));
    KEYS.contains(key)
}

/// The keys of all tables of which a value, or an item of it, is of a kind.
fn keys_of(is_so: fn(Part) -> bool) -> BTreeSet<&'static str> {
    fn holds(part: Part, is_so: fn(Part) -> bool) -> bool {
        let mut kinds = part.alternatives().into_iter();
        kinds.any(|it| is_so(it) || it.items().is_some_and(|item| holds(item, is_so)))
    }
    let declared = SCHEMA.get("$defs").and_then(Value::as_object).into_iter();
    let tables =
        declared.flat_map(|it| it.values().map(|it| of_file().with(it))).chain([of_file()]);
    let keys = tables.flat_map(|table| table.keys().map(move |key| (key, table.property(key))));
    keys.filter(|(_, value)| value.is_some_and(|it| holds(it, is_so))).map(|(key, _)| key).collect()
}

impl Part {
    fn target(self) -> Option<Self> {
        Some(self.with(self.whole.get("$defs")?.get(self.name()?)?))
    }

    fn with(self, here: &'static Value) -> Self {
        Self { here, ..self }
    }

    /// A keyword: what stands here counts before what this refers to.
    fn keyword(self, name: &str) -> Option<&'static Value> {
        self.here.get(name).or_else(|| self.target()?.keyword(name))
    }

    fn word(self, name: &str) -> Option<&'static str> {
        self.keyword(name)?.as_str()
    }

    /// The type of JSON.
    pub(super) fn type_name(self) -> Option<&'static str> {
        // A choice between fixed texts has no type of its own.
        self.word("type").or_else(|| (!self.choices().is_empty()).then_some("string"))
    }

    /// What has to stand in a text.
    pub(super) fn holds(self) -> Option<&'static str> {
        self.word("x-holds")
    }

    /// The tables that an id names.
    pub(super) fn names(self) -> Option<&'static str> {
        self.word("x-names")
    }

    /// The keys of a table, in their order.
    pub(super) fn keys(self) -> impl Iterator<Item = &'static str> {
        let properties = self.keyword("properties").and_then(Value::as_object);
        properties.into_iter().flat_map(|it| it.keys().map(String::as_str))
    }

    /// The schema of a key's value.
    pub(super) fn property(self, key: &str) -> Option<Self> {
        self.keyword("properties")?.get(key).map(|it| self.with(it))
    }

    /// The keys that a table cannot do without, in their order.
    pub(super) fn required(self) -> impl Iterator<Item = &'static str> {
        let required = self.keyword("required").and_then(Value::as_array);
        required.into_iter().flatten().filter_map(Value::as_str)
    }

    /// The schema of a list's items.
    pub(super) fn items(self) -> Option<Self> {
        self.keyword("items").map(|it| self.with(it))
    }

    /// What a value may be, where it may be several things; otherwise just this.
    pub(super) fn alternatives(self) -> Vec<Self> {
        match self.keyword("anyOf").and_then(Value::as_array) {
            Some(choices) => choices.iter().map(|it| self.with(it)).collect(),
            None => vec![self],
        }
    }

    /// The name under which it is declared.
    pub(super) fn name(self) -> Option<&'static str> {
        self.here.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
    }

    /// What is said of it where it stands, or else where it is declared.
    pub(super) fn description(self) -> Option<&'static str> {
        self.word("description")
    }

    /// The fixed texts of which this is one, each with what it means.
    pub(super) fn described_choices(self) -> Vec<(&'static str, &'static str)> {
        let choices = self.keyword("oneOf").and_then(Value::as_array).into_iter().flatten();
        let texts =
            choices.map(|it| Some((it.get("const")?.as_str()?, it.get("description")?.as_str()?)));
        texts.flatten().collect()
    }

    /// The fixed texts of which this is one; nothing where it is none of that kind.
    pub(super) fn choices(self) -> Vec<&'static str> {
        let texts = self.keyword("enum").and_then(Value::as_array);
        let described = self.keyword("oneOf").and_then(Value::as_array);
        let described = described.into_iter().flatten().filter_map(|it| it.get("const"));
        texts.into_iter().flatten().chain(described).filter_map(Value::as_str).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_known_by_what_they_hold() {
        let ids = ["cites", "id", "part", "people", "person", "theme", "within"];
        assert_eq!(keys_of(|it| it.names().is_some()), BTreeSet::from(ids));
        let switches = keys_of(|it| it.type_name() == Some("boolean"));
        assert_eq!(switches, BTreeSet::from(["body", "notes"]));
    }
}
