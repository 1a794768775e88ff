//! The values of an event file: texts, lists, ids, days and addresses, each read or refused.

use std::ops::Range;
use std::path::{Component, Path};

use super::faults::{FaultKind, Shape, Table};
use super::nearest::nearest;
use super::{Checker, Fields, Need, Span, Value};
use crate::event::{Date, Link, Role, SourceId, is_id};

impl Checker<'_> {
    pub(super) fn refuse_type(&mut self, key: &'static str, expected: Shape, value: &Value<'_>) {
        let found = value.get_ref().type_str();
        self.refuse(FaultKind::WrongType { key, expected, found }, value.span());
    }

    /// The value of a key that holds one text, as it stands in the file, and its place.
    pub(super) fn raw_text<'table>(
        &mut self,
        fields: &mut Fields<'table, '_>,
        key: &'static str,
        need: Need,
    ) -> Option<(&'table str, Span)> {
        let Some(value) = fields.get(key) else {
            if need == Need::Required {
                self.refuse(FaultKind::Missing { table: fields.kind, key }, fields.place.clone());
            }
            return None;
        };
        let Some(text) = value.get_ref().as_str() else {
            self.refuse_type(key, Shape::Text, value);
            return None;
        };
        Some((text, value.span()))
    }

    /// Text for a reader, without the space around it; an empty one is refused.
    pub(super) fn text(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        need: Need,
    ) -> Option<String> {
        let (text, span) = self.raw_text(fields, key, need)?;
        let text = text.trim();
        if text.is_empty() {
            self.refuse(FaultKind::Empty { key, optional: need == Need::Optional }, span);
            return None;
        }
        Some(text.to_owned())
    }

    pub(super) fn required_text(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
    ) -> Option<String> {
        self.text(fields, key, Need::Required)
    }

    /// A list of texts; `None` when the key is missing or holds something else.
    pub(super) fn list<'table, 'text>(
        &mut self,
        fields: &mut Fields<'table, 'text>,
        key: &'static str,
    ) -> Option<(&'table [Value<'text>], Span)> {
        let value = fields.get(key)?;
        let Some(list) = value.get_ref().as_array() else {
            self.refuse_type(key, Shape::Texts, value);
            return None;
        };
        Some((list, value.span()))
    }

    pub(super) fn paragraphs(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
    ) -> Option<Vec<String>> {
        if !fields.table.contains_key(key) {
            fields.known.push(key);
            self.refuse(FaultKind::ThemeWithoutText, fields.place.clone());
            return None;
        }
        let (list, span) = self.list(fields, key)?;
        if list.is_empty() {
            self.refuse(FaultKind::ThemeWithoutText, span);
            return None;
        }
        let mut paragraphs = Vec::new();
        for value in list {
            match value.get_ref().as_str().map(str::trim) {
                None => self.refuse_type(key, Shape::Texts, value),
                Some("") => self.refuse(FaultKind::BlankParagraph, value.span()),
                Some(text) => paragraphs.push(text.to_owned()),
            }
        }
        Some(paragraphs)
    }

    pub(super) fn cites(&mut self, fields: &mut Fields<'_, '_>) -> Option<Vec<SourceId>> {
        let key = "cites";
        if !fields.table.contains_key(key) {
            fields.known.push(key);
            self.refuse(FaultKind::CitesNothing(fields.kind), fields.place.clone());
            return None;
        }
        let (list, span) = self.list(fields, key)?;
        if list.is_empty() {
            self.refuse(FaultKind::CitesNothing(fields.kind), span);
            return None;
        }
        let mut sources = Vec::new();
        for value in list {
            match value.get_ref().as_str() {
                None => self.refuse_type(key, Shape::Texts, value),
                Some(id) => sources.extend(self.named(Table::Source, id, value.span())),
            }
        }
        Some(sources)
    }

    /// The id that a table gives to what it describes.
    pub(super) fn id<Id: TryFrom<String>>(&mut self, fields: &mut Fields<'_, '_>) -> Option<Id> {
        let (text, span) = self.raw_text(fields, "id", Need::Required)?;
        if !is_id(text) {
            self.refuse(FaultKind::NotAnId(text.to_owned()), span);
            return None;
        }
        if let Some(first) = self.known_ids.first_place(fields.kind, text).cloned()
            && first != span
        {
            let fault = FaultKind::IdUsedTwice { table: fields.kind, id: text.to_owned(), first };
            self.refuse(fault, span);
        }
        Id::try_from(text.to_owned()).ok()
    }

    pub(super) fn reference<Id: TryFrom<String>>(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        kind: Table,
        need: Need,
    ) -> Option<Id> {
        let (id, span) = self.raw_text(fields, key, need)?;
        self.named(kind, id, span)
    }

    /// An id that has to be given somewhere in the file.
    pub(super) fn named<Id: TryFrom<String>>(
        &mut self,
        kind: Table,
        id: &str,
        span: Span,
    ) -> Option<Id> {
        if self.known_ids.first_place(kind, id).is_none() {
            let fault = FaultKind::NamesNothing {
                table: kind,
                id: id.to_owned(),
                nearest: nearest(id, self.known_ids.of(kind)),
            };
            self.refuse(fault, span);
            return None;
        }
        Id::try_from(id.to_owned()).ok()
    }

    pub(super) fn date(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        need: Need,
    ) -> Option<Date> {
        let (text, span) = self.raw_text(fields, key, need)?;
        match day(text) {
            Ok(()) => Some(Date(text.to_owned())),
            Err(fault) => {
                self.refuse(fault, span);
                None
            }
        }
    }

    pub(super) fn link(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        need: Need,
    ) -> Option<Link> {
        let (text, span) = self.raw_text(fields, key, need)?;
        if !is_link(text) {
            self.refuse(FaultKind::NotALink(text.to_owned()), span);
            return None;
        }
        Some(Link(text.to_owned()))
    }

    /// Where the page is published: an address that a browser can open, of the page as a whole.
    pub(super) fn page_address(&mut self, fields: &mut Fields<'_, '_>) -> Option<Link> {
        let (text, span) = self.raw_text(fields, "address", Need::Optional)?;
        let is_mail = text.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
        if !is_link(text) || is_mail || text.contains('#') {
            self.refuse(FaultKind::NotAPageAddress(text.to_owned()), span);
            return None;
        }
        Some(Link(text.to_owned()))
    }

    pub(super) fn role(&mut self, fields: &mut Fields<'_, '_>) -> Option<Role> {
        let (text, span) = self.raw_text(fields, "role", Need::Required)?;
        match text {
            "chair" => Some(Role::Chair),
            "panelist" => Some(Role::Panelist),
            "contact" => Some(Role::Contact),
            _ => {
                self.refuse(FaultKind::NotARole(text.to_owned()), span);
                None
            }
        }
    }

    pub(super) fn portrait(&mut self, fields: &mut Fields<'_, '_>) -> Option<String> {
        let (text, span) = self.raw_text(fields, "portrait", Need::Optional)?;
        if !is_path_below_public(text) {
            self.refuse(FaultKind::NotAPortrait(text.to_owned()), span);
            return None;
        }
        if !(self.portrait_is_there)(text) {
            self.refuse(FaultKind::PortraitIsNotThere(text.to_owned()), span);
            return None;
        }
        Some(text.to_owned())
    }
}

/// Whether a text is a day of the calendar, written `YYYY-MM-DD`.
fn day(text: &str) -> Result<(), FaultKind> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(index, byte)| match index {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let number = |range: Range<usize>| text.get(range).and_then(|digits| digits.parse().ok());
    match (shaped, number(0..4), number(5..7), number(8..10)) {
        (true, Some(year), Some(month), Some(day)) => {
            // Two digits fit into the eight bits that jiff takes.
            let (month, day) = (i8::try_from(month), i8::try_from(day));
            let exists = matches!((month, day), (Ok(month), Ok(day))
                if jiff::civil::Date::new(year, month, day).is_ok());
            if exists { Ok(()) } else { Err(FaultKind::NoSuchDay(text.to_owned())) }
        }
        _ => Err(FaultKind::NotADate(text.to_owned())),
    }
}

/// Only addresses that cannot run a script, and that lead somewhere.
fn is_link(text: &str) -> bool {
    let after = |scheme: &str| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    };
    let rest = after("https://").or_else(|| after("http://")).or_else(|| after("mailto:"));
    let leads_somewhere =
        rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']));
    leads_somewhere && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

fn is_path_below_public(text: &str) -> bool {
    // A colon or a backslash would make it an address, or a path of another system.
    !text.is_empty()
        && !text.contains([':', '\\', '?', '#'])
        && !text.ends_with('/')
        && Path::new(text).components().all(|part| matches!(part, Component::Normal(_)))
}
