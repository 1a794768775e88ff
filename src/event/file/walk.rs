//! Walks a parsed file along its schema, and tells all that does not fit: keys that nothing knows or
//! that are missing, values of another type, and texts in which something else has to stand.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::{FaultKind, Found, Shape, TOP_OF_FILE, Table};
use super::names::Names;
use super::nearest::nearest;
use super::schema::{self, Part};
use super::{Span, values};
use crate::event::ids::is_id;

type Value<'text> = Spanned<DeValue<'text>>;

/// Where a value stands.
#[derive(Clone, Copy)]
struct Place {
    table: Table,
    key: &'static str,
    /// Whether the table can do without the key.
    is_optional: bool,
    /// Whether it is one of a list.
    is_item: bool,
}

/// Walks a file. Space around texts is taken away on the way.
pub(super) fn walk(
    file: &mut DeTable<'_>,
    names: &Names,
    check_picture: &dyn Fn(&str) -> values::Checked,
) -> Vec<Found> {
    let mut walker = Walker { names, check_picture, faults: Vec::new() };
    walker.table(Table::Event, TOP_OF_FILE, schema::of_file(), file);
    walker.faults
}

struct Walker<'check> {
    names: &'check Names,
    check_picture: &'check dyn Fn(&str) -> values::Checked,
    faults: Vec<Found>,
}

impl Walker<'_> {
    fn refuse(&mut self, kind: FaultKind, span: Span) {
        self.faults.push((kind, Some(span)));
    }

    fn table(&mut self, kind: Table, span: Span, schema: Part, table: &mut DeTable<'_>) {
        for key in schema.required() {
            if table.contains_key(key) {
                continue;
            }
            let fault = match (kind, key) {
                (_, "cites") => FaultKind::CitesNothing(kind),
                (Table::Theme, "text") => FaultKind::ThemeWithoutText,
                _ => FaultKind::Missing { table: kind, key },
            };
            self.refuse(fault, span.clone());
        }
        let required: Vec<&str> = schema.required().collect();
        for (written, value) in table.iter_mut() {
            let key = schema.keys().find(|key| *key == written.get_ref());
            match key.and_then(|key| Some((key, schema.property(key)?))) {
                Some((key, schema)) => {
                    let is_optional = !required.contains(&key);
                    self.value(
                        Place { table: kind, key, is_optional, is_item: false },
                        schema,
                        value,
                    );
                }
                None => self.refuse(unknown_key(kind, schema, written.get_ref()), written.span()),
            }
        }
    }

    fn value(&mut self, place: Place, schema: Part, value: &mut Value<'_>) {
        let alternatives = schema.alternatives();
        let found = value.get_ref().type_str();
        let type_of_json = match value.get_ref() {
            DeValue::String(_) => "string",
            DeValue::Boolean(_) => "boolean",
            DeValue::Array(_) => "array",
            DeValue::Table(_) => "object",
            _ => "",
        };
        let fitting = alternatives.iter().find(|it| it.type_name() == Some(type_of_json));
        let span = value.span();
        match (fitting, value.get_mut()) {
            (Some(schema), DeValue::String(text)) => self.text(place, *schema, text, span),
            (Some(_), DeValue::Boolean(_)) => {}
            (Some(schema), DeValue::Table(table)) => {
                self.table(Table::of(place.key), span, *schema, table);
            }
            (Some(schema), DeValue::Array(list)) => {
                if list.is_empty() {
                    self.empty_list(place, span);
                }
                let Some(schema) = schema.items() else { return };
                for item in list.iter_mut() {
                    self.value(Place { is_item: true, ..place }, schema, item);
                }
            }
            _ => {
                let expected = shape(&alternatives, place);
                self.refuse(FaultKind::WrongType { key: place.key, expected, found }, span);
            }
        }
    }

    /// Lists that a reader would miss something in.
    fn empty_list(&mut self, place: Place, span: Span) {
        match (place.table, place.key) {
            (table, "cites") => self.refuse(FaultKind::CitesNothing(table), span),
            (Table::Theme, "text") => self.refuse(FaultKind::ThemeWithoutText, span),
            (_, "text") => {
                let Place { key, is_optional, .. } = place;
                self.refuse(FaultKind::Empty { key, optional: is_optional }, span);
            }
            _ => {}
        }
    }

    fn text(&mut self, place: Place, schema: Part, text: &mut Cow<'_, str>, span: Span) {
        if let Some(table) = schema.names() {
            return self.id(place, table, text, span);
        }
        let choices = schema.choices();
        let checked = match schema.holds() {
            _ if !choices.is_empty() => one_of(place.key, &choices, text),
            Some("date") => values::day(text),
            Some("time") => values::time(text),
            Some("time-zone") => values::time_zone(text),
            Some("language") => values::language(text),
            Some("link") => values::link(text),
            Some("page-address") => values::page_address(text),
            Some("picture") => {
                values::path_below_public(text).and_then(|()| (self.check_picture)(text))
            }
            _ => not_empty(place, text),
        };
        if let Err(fault) = checked {
            self.refuse(fault, span);
        }
    }

    /// The id that a table gives to what it describes, or one that has to be given somewhere.
    fn id(&mut self, place: Place, names: &'static str, text: &str, span: Span) {
        if place.key != "id" {
            let kind = if place.key == "within" { Table::Session } else { Table::of(names) };
            if self.names.first_place(kind, text).is_none() {
                let meant = self.names.meant(kind, text);
                let fault = FaultKind::NamesNothing { table: kind, id: text.to_owned(), meant };
                self.refuse(fault, span);
            }
            return;
        }
        if !is_id(text) {
            self.refuse(FaultKind::NotAnId(text.to_owned()), span);
            return;
        }
        if let Some(first) = self.names.first_place(place.table, text).cloned()
            && first != span
        {
            let fault = FaultKind::IdUsedTwice { table: place.table, id: text.to_owned(), first };
            self.refuse(fault, span);
        }
    }
}

/// Text for a reader, without the space around it.
fn not_empty(place: Place, text: &mut Cow<'_, str>) -> values::Checked {
    if text.trim().is_empty() {
        let Place { key, is_optional, is_item, .. } = place;
        return Err(match is_item {
            true => FaultKind::BlankParagraph,
            false => FaultKind::Empty { key, optional: is_optional },
        });
    }
    if text.trim().len() < text.len() {
        *text = Cow::Owned(text.trim().to_owned());
    }
    Ok(())
}

fn one_of(key: &'static str, choices: &[&'static str], text: &mut Cow<'_, str>) -> values::Checked {
    match choices.iter().find(|choice| choice.eq_ignore_ascii_case(text.trim())) {
        Some(choice) => {
            *text = Cow::Borrowed(choice);
            Ok(())
        }
        None => Err(FaultKind::NotOneOf { key, text: text.to_string(), choices: choices.to_vec() }),
    }
}

/// What a host should have written.
fn shape(alternatives: &[Part], place: Place) -> Shape {
    let is = |name| alternatives.iter().any(|it| it.type_name() == Some(name));
    let items = alternatives.iter().find_map(|it| it.items());
    let holds_tables = items.is_some_and(|it| it.type_name() == Some("object"));
    match () {
        () if holds_tables || (place.is_item && is("object") && !is("string")) => Shape::Tables,
        () if is("string") && place.is_item => Shape::Texts,
        () if is("string") && items.is_some() => Shape::TextOrTexts,
        () if items.is_some() => Shape::Texts,
        () if is("boolean") => Shape::YesOrNo,
        () => Shape::Text,
    }
}

fn unknown_key(table: Table, schema: Part, key: &str) -> FaultKind {
    let event = schema::of_file();
    let belongs_at_the_top = table != Table::Event
        && event.keys().any(|it| it == key)
        && event.property(key).is_some_and(|it| it.type_name() != Some("array") || key == "cites");
    FaultKind::UnknownKey {
        table,
        key: key.to_owned(),
        nearest: nearest(key, schema.keys()),
        belongs_at_the_top,
        known: schema.keys().collect(),
    }
}
