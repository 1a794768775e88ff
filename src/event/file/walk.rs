//! Walks a parsed file along its schema, and tells all that does not fit: keys that nothing knows or
//! that are missing, values of another type, and texts in which something else has to stand.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::{FaultKind, Found, Shape, TOP_OF_FILE, Table};
use super::names::{Names, text_at};
use super::nearest::nearest;
use super::schema::{self, Part};
use super::{
    Span, dates, invisible, marks, pictures, texts, time_zones, to_fill_in, values, words,
};
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
    /// Whether it is a text in which Markdown may be written.
    takes_markdown: bool,
}

/// Walks a file, of which `text` is what the parser read, along the schema of `kind`: an event's file or
/// that of a site. Space around texts is taken away on the way.
pub(super) fn walk(
    file: &mut DeTable<'_>,
    kind: Table,
    text: &str,
    names: &Names,
    check_picture: &pictures::Check<'_>,
) -> Vec<Found> {
    let mut walker = Walker { text, names, check_picture, day: None, faults: Vec::new() };
    let schema = if kind == Table::Site { schema::of_site() } else { schema::of_file() };
    walker.table(kind, TOP_OF_FILE, schema, file);
    walker.faults
}

struct Walker<'check> {
    text: &'check str,
    names: &'check Names,
    check_picture: &'check pictures::Check<'check>,
    /// The day on which what is being walked begins.
    day: Option<String>,
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
        if let Some((key, picture)) = pictures::without_alt(kind, table) {
            self.refuse(FaultKind::PictureWithoutAlt(key), picture);
        }
        let required: Vec<&str> = schema.required().collect();
        let starts = text_at(table, "starts").filter(|it| values::time(it.get_ref()).is_ok());
        let outer_day = self.day.clone();
        if let Some(starts) = starts {
            self.day = Some(starts.get_ref().to_string());
        }
        for (written, value) in table.iter_mut() {
            let key = schema.keys().find(|key| *key == written.get_ref());
            match key.and_then(|key| Some((key, schema.property(key)?))) {
                Some((key, schema)) => {
                    let is_optional = !required.contains(&key);
                    self.value(
                        Place {
                            table: kind,
                            key,
                            is_optional,
                            is_item: false,
                            takes_markdown: schema.alternatives().len() > 1,
                        },
                        schema,
                        value,
                    );
                }
                None => {
                    let fault = self.unknown_key(kind, schema, written.get_ref(), value);
                    self.refuse(fault, written.span());
                }
            }
        }
        self.day = outer_day;
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
            (_, value) => {
                let expected = shape(&alternatives, place);
                let holds = alternatives.iter().find_map(|it| it.holds());
                let is_time = matches!(holds, Some("date" | "time"));
                let fault = if is_time && value.is_datetime() {
                    let text = self.raw(&span).unwrap_or_default().to_owned();
                    let advice = Box::new(dates::advice(place.key, &text, self.day.as_deref()));
                    FaultKind::UnquotedTime { text, advice }
                } else {
                    let mended = self.of_type(expected, place, value, &span);
                    FaultKind::WrongType { key: place.key, expected, found, mended }
                };
                self.refuse(fault, span);
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
        // Before all else: what a place asks for is neither an id nor an address, and no fault as one.
        if let Some(what) = to_fill_in::what_belongs(text) {
            return self.refuse(FaultKind::ToFillIn(what.to_owned()), span);
        }
        if let Some(table) = schema.names() {
            return self.id(place, table, text, span);
        }
        let choices = schema.choices();
        let holds_data = schema.holds().is_some_and(|it| it != "role" && it != "picture");
        if let Some(letter) = invisible::first_in(text).filter(|_| holds_data && choices.is_empty())
            && !text.trim().is_empty()
        {
            return self.unseen(place, letter, text, span);
        }
        let checked = match schema.holds() {
            _ if !choices.is_empty() => one_of(place.key, &choices, text),
            Some("date") => values::day(text),
            Some("time") => values::time(text),
            Some("time-zone") => zone(text),
            Some("language") => values::language(text),
            Some("colour") => values::accent(place.key, text),
            Some("link") => values::link(text),
            Some("page-address") => values::page_address(text),
            Some("picture") => {
                values::path_below_public(text).and_then(|()| (self.check_picture)(place.key, text))
            }
            holds => not_empty(place, text).map(|()| {
                let is_plain = !place.takes_markdown;
                let warning = match holds {
                    Some("role") => texts::role(text),
                    _ => texts::marks(text, is_plain),
                };
                if let Some(warning) = warning {
                    self.refuse(warning, span.clone());
                }
            }),
        };
        if let Err(fault) = checked {
            let fault = self.with_advice(fault, place.key);
            self.refuse(fault, span);
        }
    }

    /// A piece of the file as it is written, where it is short enough to be written anew.
    fn raw(&self, span: &Span) -> Option<&str> {
        const LONGEST: usize = 160;
        let raw = self.text.get(span.clone())?;
        (raw.len() <= LONGEST && !raw.contains('\n')).then_some(raw)
    }

    /// A value in the form that its key takes.
    fn of_type(
        &self,
        expected: Shape,
        place: Place,
        value: &DeValue<'_>,
        span: &Span,
    ) -> Option<String> {
        let raw = self.raw(span)?;
        let is_one = matches!(
            value,
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_)
        );
        let mended = match (expected, value) {
            (Shape::Text | Shape::TextOrTexts, _) if is_one => marks::quoted(raw),
            (Shape::Text, DeValue::Array(list)) => {
                let [only] = list.iter().collect::<Vec<_>>()[..] else { return None };
                marks::quoted(only.get_ref().as_str()?)
            }
            (Shape::Texts, DeValue::String(_)) if !place.is_item => format!("[{raw}]"),
            (Shape::YesOrNo, DeValue::String(text)) => match text.trim().to_lowercase().as_str() {
                "true" | "yes" | "ja" | "oui" | "si" | "1" => "true".to_owned(),
                "false" | "no" | "nein" | "non" | "0" => "false".to_owned(),
                _ => return None,
            },
            _ => return None,
        };
        Some(if place.is_item { mended } else { format!("{} = {mended}", place.key) })
    }

    /// A letter that nobody sees in what programs read.
    fn unseen(&mut self, place: Place, letter: char, text: &str, span: Span) {
        let unseen = invisible::unseen(letter);
        let mended = marks::quoted(&invisible::without(text));
        let mended = if place.is_item { mended } else { format!("{} = {mended}", place.key) };
        self.refuse(FaultKind::UnseenInValue { key: place.key, unseen, mended }, span);
    }

    /// A fault with what the host may have meant.
    fn with_advice(&self, fault: FaultKind, key: &'static str) -> FaultKind {
        match fault {
            FaultKind::NotADate { text, .. } => {
                let advice = Box::new(dates::advice(key, &text, None));
                FaultKind::NotADate { text, advice }
            }
            FaultKind::NotATime { text, .. } => {
                let advice = Box::new(dates::advice(key, &text, self.day.as_deref()));
                FaultKind::NotATime { text, advice }
            }
            FaultKind::NotATimeZone { text, .. } => {
                let day = self.day.as_ref().and_then(|day| day.get(..10)?.parse().ok());
                let zones = time_zones::meant(&text, day);
                FaultKind::NotATimeZone { text, zones }
            }
            other => other,
        }
    }

    fn unknown_key(&self, table: Table, schema: Part, key: &str, value: &Value<'_>) -> FaultKind {
        let event = schema::of_file();
        let belongs_at_the_top = !matches!(table, Table::Event | Table::Site)
            && event.keys().any(|it| it == key)
            && event
                .property(key)
                .is_some_and(|it| it.type_name() != Some("array") || key == "cites");
        let here = words::meant(table, key, schema);
        let raw = self.raw(&value.span()).filter(|_| !value.get_ref().is_table());
        let as_time = |key: &str| {
            let raw = raw?.trim_matches(['"', '\'']);
            // A time goes behind the day that the file tells already.
            let advice = dates::advice(key, raw, self.day.as_deref());
            advice.readings.first().map(|(reading, _)| marks::quoted(reading))
        };
        let value = match here {
            Some(words::Here::Clock(key)) => as_time(key),
            Some(words::Here::Key(key)) if dates::is_of_time(key) => {
                as_time(key).or_else(|| raw.map(str::to_owned))
            }
            _ => raw.map(str::to_owned),
        };
        let near = nearest(&key.to_lowercase(), schema.keys());
        FaultKind::UnknownKey {
            table,
            key: key.to_owned(),
            here,
            value: value.map(String::into_boxed_str),
            nearest: near.and_then(|near| schema.keys().find(|key| *key == near)),
            belongs_at_the_top,
            known: schema.keys().collect(),
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
        let unseen = invisible::first_in(text).filter(|it| !it.is_control());
        if let Some(letter) = unseen.filter(|_| is_id(&invisible::without(text))) {
            return self.unseen(place, letter, text, span);
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

/// A name of a zone, written as the database writes it.
fn zone(text: &mut Cow<'_, str>) -> values::Checked {
    values::time_zone(text)?;
    if let Some(name) = time_zones::name_of(text) {
        *text = Cow::Owned(name);
    }
    Ok(())
}

/// Text for a reader, without the space around it, and with line ends that are the same whatever the host writes
/// with.
fn not_empty(place: Place, text: &mut Cow<'_, str>) -> values::Checked {
    if text.trim().is_empty() {
        let Place { key, is_optional, is_item, .. } = place;
        return Err(match is_item {
            true => FaultKind::BlankParagraph,
            false => FaultKind::Empty { key, optional: is_optional },
        });
    }
    let shorter = text.trim().replace("\r\n", "\n");
    if shorter.len() < text.len() {
        *text = Cow::Owned(shorter);
    }
    Ok(())
}

fn one_of(key: &'static str, choices: &[&'static str], text: &mut Cow<'_, str>) -> values::Checked {
    match choices.iter().find(|choice| choice.eq_ignore_ascii_case(text.trim())) {
        Some(choice) => {
            *text = Cow::Borrowed(choice);
            Ok(())
        }
        None => {
            let meant = words::choice(text, choices);
            let choices = choices.to_vec();
            Err(FaultKind::NotOneOf { key, text: text.to_string(), choices, meant })
        }
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
