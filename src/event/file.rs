//! Reads and checks an event file: TOML in, an [`Event`] or all that is wrong with it out.
//!
//! The check walks the parsed TOML itself rather than letting serde build structs from it: serde
//! stops at the first thing it cannot take, and a host is better served by every fault of the file
//! at once, each with its place. Which keys a table knows is not listed anywhere: a table knows
//! the keys that its reading function asks for, and every other key is refused.
//!
//! Native only. Nothing here looks into the network or at the clock; [`check`] does not touch the
//! disk either.

mod faults;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use std::str;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use self::faults::{Colours, Fault, FaultKind, Report, Shape, Table};
use self::faults::{EventText, TOP_OF_FILE};
use super::{
    Date, Event, EventId, IdError, LONGEST_ID, Link, Occasion, Organizer, Paragraph, Part, PartId,
    Person, PersonId, Quotation, Role, Source, SourceId, Theme, ThemeId, is_id,
};

/// The largest event file that is read, in bytes (1 MiB).
pub const LARGEST_FILE: usize = 1024 * 1024;

/// The event files of a folder, sorted by name: those that end in `.toml`.
///
/// # Errors
///
/// Whatever the system says when the folder cannot be listed.
pub fn event_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Reads and checks one event file, also that its portraits are there: they are looked up in the
/// folder `public` beside the file's own folder.
///
/// # Errors
///
/// A [`Report`] of all faults, also when the file cannot be read.
pub fn read(path: &Path) -> Result<Event, Report> {
    let file_name = path.display().to_string();
    let mut bytes = Vec::new();
    // One byte more than is allowed tells that the file is too large, without reading all of it.
    let limit = LARGEST_FILE as u64 + 1;
    let outcome =
        std::fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    if let Err(error) = outcome {
        let text = EventText::new(&file_name, "");
        return Err(Report::new(text, vec![(FaultKind::Unreadable(error.to_string()), None)]));
    }
    // Joined onto the empty path of a bare file name, `../public` stands for itself.
    let public = path.parent().unwrap_or(Path::new("")).join("../public");
    check_with(&file_name, &bytes, &|portrait| public.join(portrait).is_file())
}

/// Checks the bytes of an event file. The event's id is the stem of `file_name`; the portraits'
/// files are not looked for.
///
/// # Errors
///
/// A [`Report`] of all faults, in the order in which they stand in the file.
pub fn check(file_name: &str, bytes: &[u8]) -> Result<Event, Report> {
    check_with(file_name, bytes, &|_| true)
}

type Span = Range<usize>;
type Value<'text> = Spanned<DeValue<'text>>;

fn check_with(
    file_name: &str,
    bytes: &[u8],
    portrait_is_there: &dyn Fn(&str) -> bool,
) -> Result<Event, Report> {
    if bytes.len() > LARGEST_FILE {
        let text = EventText::new(file_name, "");
        return Err(Report::new(text, vec![(FaultKind::TooLarge, None)]));
    }
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            // The replacement character that stands for the first bad byte begins where that byte
            // does, because all before it is valid.
            let start = error.valid_up_to();
            let span = start..start + char::REPLACEMENT_CHARACTER.len_utf8();
            let text = EventText::new(file_name, &String::from_utf8_lossy(bytes));
            return Err(Report::new(text, vec![(FaultKind::NotUtf8(bytes[start]), Some(span))]));
        }
    };

    let source = EventText::new(file_name, text);
    let (table, syntax_errors) = DeTable::parse_recoverable(text);
    let mut checker = Checker {
        faults: Vec::new(),
        known_ids: KnownIds::collect(table.get_ref()),
        portrait_is_there,
    };
    let stem = Path::new(file_name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let id = EventId::try_from(stem.unwrap_or_default());
    let event = checker.event(table.get_ref(), id);
    let mut faults = checker.faults;

    if !syntax_errors.is_empty() {
        let syntax = syntax_errors.into_iter().map(|error| {
            let span = error.span().unwrap_or(TOP_OF_FILE);
            let offending = text.get(span.clone()).unwrap_or_default();
            let curly = offending.contains(['“', '”', '„', '‘', '’']);
            (FaultKind::Syntax { message: error.message().to_owned(), curly }, Some(span))
        });
        faults = faults_beside_syntax_errors(&source, syntax.collect(), faults);
    }

    match event {
        Some(event) if faults.is_empty() => Ok(event),
        _ => Err(Report::new(source, faults)),
    }
}

type Found = (FaultKind, Option<Span>);

/// What is worth saying of a file that is not TOML throughout: one syntax error a line, because
/// the further ones of a line follow from the first, and those other faults that are surely the
/// host's and not what the parser made of the broken lines.
fn faults_beside_syntax_errors(
    source: &Arc<EventText>,
    mut syntax: Vec<Found>,
    others: Vec<Found>,
) -> Vec<Found> {
    syntax.sort_by_key(|(_, span)| span.as_ref().map(|span| span.start));
    let mut lines = BTreeSet::new();
    let line_of = |span: &Option<Span>| span.as_ref().map(|span| source.line(span.start));
    syntax.retain(|(_, span)| lines.insert(line_of(span)));
    let others = others.into_iter().filter(|(kind, span)| {
        !kind.may_follow_from_a_syntax_error() && !lines.contains(&line_of(span))
    });
    syntax.extend(others);
    syntax
}

/// The ids that the file gives, gathered before anything is checked so that a reference may stand
/// above what it names. Ids that are refused are here too: naming one is no second fault.
struct KnownIds {
    /// Where each id of each kind stands first.
    first_places: BTreeMap<Table, BTreeMap<String, Span>>,
    /// The parts that at least one theme names; `None` when the file has no theme at all.
    parts_with_themes: Option<BTreeSet<String>>,
}

impl KnownIds {
    fn collect(table: &DeTable<'_>) -> Self {
        let values = |kind: Table, key: &'static str| {
            let tables = table.get(kind.key()).and_then(|value| value.get_ref().as_array());
            tables.into_iter().flat_map(|tables| tables.iter()).filter_map(move |entry| {
                let value = entry.get_ref().as_table()?.get(key)?;
                Some((value.get_ref().as_str()?.to_owned(), value.span()))
            })
        };
        let mut first_places = BTreeMap::new();
        for kind in [Table::Person, Table::Part, Table::Theme, Table::Source] {
            let places: &mut BTreeMap<String, Span> = first_places.entry(kind).or_default();
            for (id, span) in values(kind, "id") {
                places.entry(id).or_insert(span);
            }
        }
        let parts: BTreeSet<String> = values(Table::Theme, "part").map(|(part, _)| part).collect();
        Self { first_places, parts_with_themes: (!parts.is_empty()).then_some(parts) }
    }

    fn of(&self, kind: Table) -> impl Iterator<Item = &str> {
        self.first_places.get(&kind).into_iter().flat_map(BTreeMap::keys).map(String::as_str)
    }

    fn first_place(&self, kind: Table, id: &str) -> Option<&Span> {
        self.first_places.get(&kind)?.get(id)
    }
}

/// One table of the file while it is read.
struct Fields<'table, 'text> {
    kind: Table,
    /// Where the table begins, for what is missing in it.
    place: Span,
    table: &'table DeTable<'text>,
    /// The keys asked for so far: what this table knows.
    known: Vec<&'static str>,
}

impl<'table, 'text> Fields<'table, 'text> {
    fn new(kind: Table, place: Span, table: &'table DeTable<'text>) -> Self {
        Self { kind, place, table, known: Vec::new() }
    }

    fn get(&mut self, key: &'static str) -> Option<&'table Value<'text>> {
        self.known.push(key);
        self.table.get(key)
    }
}

/// Whether a table can do without a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Required,
    Optional,
}

/// Gathers the faults. Every function that returns `None` for something required has put a fault
/// into the list, so an event without faults is complete.
struct Checker<'check> {
    faults: Vec<Found>,
    known_ids: KnownIds,
    portrait_is_there: &'check dyn Fn(&str) -> bool,
}

impl Checker<'_> {
    fn refuse(&mut self, kind: FaultKind, span: Span) {
        self.faults.push((kind, Some(span)));
    }

    fn event(&mut self, table: &DeTable<'_>, id: Result<EventId, IdError>) -> Option<Event> {
        if let Err(IdError(stem)) = &id {
            self.faults.push((FaultKind::FileName(stem.clone()), None));
        }
        let mut fields = Fields::new(Table::Event, TOP_OF_FILE, table);
        let fields = &mut fields;
        let title = self.required_text(fields, "title");
        let starts = self.date(fields, "starts", Need::Required);
        let ends = self.date(fields, "ends", Need::Optional);
        if let (Some(starts), Some(ends), Some(value)) = (&starts, &ends, table.get("ends"))
            && ends < starts
        {
            self.refuse(FaultKind::EndsBeforeStart, value.span());
        }
        let place = self.required_text(fields, "place");
        let topic = self.required_text(fields, "topic");
        let attendance = self.required_text(fields, "attendance");
        let cites = self.cites(fields);
        let people_note = self.text(fields, "people_note", Need::Optional);
        let address = self.page_address(fields);
        // The keys so far are those of the event itself; a host may write one below a `[[…]]`.
        let top_keys = fields.known.clone();

        let organizers = self.each(fields, &top_keys, Table::Organizer, Self::organizer);
        let summary = self.each(fields, &top_keys, Table::Paragraph, Self::paragraph);
        let occasions = self.each(fields, &top_keys, Table::Occasion, Self::occasion);
        let people = self.each(fields, &top_keys, Table::Person, Self::person);
        let quotations = self.each(fields, &top_keys, Table::Quotation, Self::quotation);
        let parts = self.each(fields, &top_keys, Table::Part, Self::part);
        let themes = self.each(fields, &top_keys, Table::Theme, Self::theme);
        let sources = self.each(fields, &top_keys, Table::Source, Self::source);
        match table.get(Table::Theme.key()) {
            None => self.refuse(FaultKind::NoTheme, TOP_OF_FILE),
            Some(value) if value.get_ref().as_array().is_some_and(|list| list.is_empty()) => {
                self.refuse(FaultKind::NoTheme, value.span());
            }
            Some(_) => {}
        }
        self.refuse_unknown_keys(fields, &[]);

        Some(Event {
            id: id.ok()?,
            title: title?,
            starts: starts?,
            ends,
            address,
            place: place?,
            topic: topic?,
            attendance: attendance?,
            cites: cites?,
            organizers,
            summary,
            occasions,
            people,
            people_note,
            quotations,
            parts,
            themes,
            sources,
        })
    }

    fn organizer(&mut self, fields: &mut Fields<'_, '_>) -> Option<Organizer> {
        let name = self.required_text(fields, "name");
        let url = self.link(fields, "url", Need::Optional);
        let cites = self.cites(fields);
        Some(Organizer { name: name?, url, cites: cites? })
    }

    fn paragraph(&mut self, fields: &mut Fields<'_, '_>) -> Option<Paragraph> {
        let text = self.required_text(fields, "text");
        let cites = self.cites(fields);
        Some(Paragraph { text: text?, cites: cites? })
    }

    fn occasion(&mut self, fields: &mut Fields<'_, '_>) -> Option<Occasion> {
        let title = self.required_text(fields, "title");
        let date = self.date(fields, "date", Need::Optional);
        let text = self.required_text(fields, "text");
        let cites = self.cites(fields);
        Some(Occasion { title: title?, date, text: text?, cites: cites? })
    }

    fn person(&mut self, fields: &mut Fields<'_, '_>) -> Option<Person> {
        let id: Option<PersonId> = self.id(fields);
        let name = self.required_text(fields, "name");
        let role = self.role(fields);
        let position = self.text(fields, "position", Need::Optional);
        let affiliation = self.required_text(fields, "affiliation");
        let portrait = self.portrait(fields);
        let cites = self.cites(fields);
        Some(Person {
            id: id?,
            name: name?,
            role: role?,
            position,
            affiliation: affiliation?,
            portrait,
            cites: cites?,
        })
    }

    fn quotation(&mut self, fields: &mut Fields<'_, '_>) -> Option<Quotation> {
        let text = self.required_text(fields, "text");
        let person: Option<PersonId> =
            self.reference(fields, "person", Table::Person, Need::Required);
        let theme: Option<ThemeId> = self.reference(fields, "theme", Table::Theme, Need::Optional);
        let cites = self.cites(fields);
        Some(Quotation { text: text?, person: person?, theme, cites: cites? })
    }

    fn part(&mut self, fields: &mut Fields<'_, '_>) -> Option<Part> {
        let id: Option<PartId> = self.id(fields);
        if let (Some(id), Some(parts)) = (&id, &self.known_ids.parts_with_themes)
            && !parts.contains(id.as_str())
        {
            let span = fields.table.get("id").map_or(fields.place.clone(), Spanned::span);
            self.refuse(FaultKind::PartWithoutThemes(id.to_string()), span);
        }
        let title = self.required_text(fields, "title");
        let text = self.text(fields, "text", Need::Optional);
        let cites = self.cites(fields);
        Some(Part { id: id?, title: title?, text, cites: cites? })
    }

    fn theme(&mut self, fields: &mut Fields<'_, '_>) -> Option<Theme> {
        let id: Option<ThemeId> = self.id(fields);
        let part: Option<PartId> = self.reference(fields, "part", Table::Part, Need::Required);
        let title = self.required_text(fields, "title");
        let text = self.paragraphs(fields, "text");
        let cites = self.cites(fields);
        Some(Theme { id: id?, part: part?, title: title?, text: text?, cites: cites? })
    }

    fn source(&mut self, fields: &mut Fields<'_, '_>) -> Option<Source> {
        let id: Option<SourceId> = self.id(fields);
        let title = self.required_text(fields, "title");
        let publisher = self.required_text(fields, "publisher");
        let published = self.date(fields, "published", Need::Optional);
        let url = self.link(fields, "url", Need::Required);
        Some(Source { id: id?, title: title?, publisher: publisher?, published, url: url? })
    }

    /// Reads every table of one kind, such as all `[[themes]]`.
    fn each<T>(
        &mut self,
        event: &mut Fields<'_, '_>,
        top_keys: &[&'static str],
        kind: Table,
        read_one: fn(&mut Self, &mut Fields<'_, '_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = event.get(kind.key()) else { return Vec::new() };
        let Some(entries) = value.get_ref().as_array() else {
            self.refuse_type(kind.key(), Shape::Tables, value);
            return Vec::new();
        };
        let mut read = Vec::new();
        for entry in entries.iter() {
            let Some(table) = entry.get_ref().as_table() else {
                self.refuse_type(kind.key(), Shape::Tables, entry);
                continue;
            };
            let mut fields = Fields::new(kind, entry.span(), table);
            read.extend(read_one(self, &mut fields));
            self.refuse_unknown_keys(&fields, top_keys);
        }
        read
    }

    fn refuse_unknown_keys(&mut self, fields: &Fields<'_, '_>, top_keys: &[&'static str]) {
        for (key, _) in fields.table {
            let name = key.get_ref().as_ref();
            if fields.known.contains(&name) {
                continue;
            }
            let fault = FaultKind::UnknownKey {
                table: fields.kind,
                key: name.to_owned(),
                nearest: nearest(name, fields.known.iter().copied()),
                belongs_at_the_top: top_keys.contains(&name),
                known: fields.known.clone(),
            };
            self.refuse(fault, key.span());
        }
    }

    fn refuse_type(&mut self, key: &'static str, expected: Shape, value: &Value<'_>) {
        let found = value.get_ref().type_str();
        self.refuse(FaultKind::WrongType { key, expected, found }, value.span());
    }

    /// The value of a key that holds one text, as it stands in the file, and its place.
    fn raw_text<'table>(
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
    fn text(
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

    fn required_text(&mut self, fields: &mut Fields<'_, '_>, key: &'static str) -> Option<String> {
        self.text(fields, key, Need::Required)
    }

    /// A list of texts; `None` when the key is missing or holds something else.
    fn list<'table, 'text>(
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

    fn paragraphs(
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

    fn cites(&mut self, fields: &mut Fields<'_, '_>) -> Option<Vec<SourceId>> {
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
    fn id<Id: TryFrom<String>>(&mut self, fields: &mut Fields<'_, '_>) -> Option<Id> {
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

    fn reference<Id: TryFrom<String>>(
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
    fn named<Id: TryFrom<String>>(&mut self, kind: Table, id: &str, span: Span) -> Option<Id> {
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

    fn date(&mut self, fields: &mut Fields<'_, '_>, key: &'static str, need: Need) -> Option<Date> {
        let (text, span) = self.raw_text(fields, key, need)?;
        match day(text) {
            Ok(()) => Some(Date(text.to_owned())),
            Err(fault) => {
                self.refuse(fault, span);
                None
            }
        }
    }

    fn link(&mut self, fields: &mut Fields<'_, '_>, key: &'static str, need: Need) -> Option<Link> {
        let (text, span) = self.raw_text(fields, key, need)?;
        if !is_link(text) {
            self.refuse(FaultKind::NotALink(text.to_owned()), span);
            return None;
        }
        Some(Link(text.to_owned()))
    }

    /// Where the page is published: an address that a browser can open, of the page as a whole.
    fn page_address(&mut self, fields: &mut Fields<'_, '_>) -> Option<Link> {
        let (text, span) = self.raw_text(fields, "address", Need::Optional)?;
        let is_mail = text.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
        if !is_link(text) || is_mail || text.contains('#') {
            self.refuse(FaultKind::NotAPageAddress(text.to_owned()), span);
            return None;
        }
        Some(Link(text.to_owned()))
    }

    fn role(&mut self, fields: &mut Fields<'_, '_>) -> Option<Role> {
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

    fn portrait(&mut self, fields: &mut Fields<'_, '_>) -> Option<String> {
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

/// The candidate that a host most likely meant, if one is near enough.
fn nearest<'name>(written: &str, candidates: impl Iterator<Item = &'name str>) -> Option<String> {
    // Enough for any real file; keeps one full of ids, or with a huge one, from taking for ever.
    const MOST_CANDIDATES: usize = 500;
    if written.len() > 2 * LONGEST_ID {
        return None;
    }
    let most_edits = (written.len() / 3).clamp(1, 3);
    candidates
        .take(MOST_CANDIDATES)
        .filter(|candidate| candidate.len().abs_diff(written.len()) <= most_edits)
        .map(|candidate| (edits_between(written, candidate), candidate))
        .filter(|(edits, _)| *edits <= most_edits)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

/// How many letters to add, drop, replace or swap with their neighbour to make one text of the
/// other (Damerau and Levenshtein's distance): the slips of a hand on a keyboard.
fn edits_between(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let first_row: Vec<usize> = (0..=other.len()).collect();
    let mut rows = vec![first_row];
    for line in 1..=one.len() {
        let mut row = vec![line];
        for column in 1..=other.len() {
            let same = one[line - 1] == other[column - 1];
            let mut edits = (rows[line - 1][column - 1] + usize::from(!same))
                .min(rows[line - 1][column] + 1)
                .min(row[column - 1] + 1);
            let swapped = line > 1
                && column > 1
                && one[line - 1] == other[column - 2]
                && one[line - 2] == other[column - 1];
            if swapped {
                edits = edits.min(rows[line - 2][column - 2] + 1);
            }
            row.push(edits);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}
