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
mod messages;
mod nearest;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use self::faults::{Colours, Fault, FaultKind, Report, Shape, Table};
use self::faults::{EventText, TOP_OF_FILE};
use self::nearest::nearest;
use super::{
    Event, EventId, IdError, Occasion, Organizer, Paragraph, Part, PartId, Person, PersonId,
    Quotation, Source, SourceId, Theme, ThemeId,
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
}
