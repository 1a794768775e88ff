//! Reads and checks an event file: TOML in, an [`Event`] or all that is wrong with it out.
//!
//! The types in `event` say once what a file may hold. A schema is made of them ([`schema()`]), the
//! check walks the parsed TOML along it, and what passes is read into the same types by serde. serde
//! alone would stop at the first thing that it cannot take, and a host is better served by every
//! fault of the file at once, each with its place.
//!
//! Native only. Nothing here looks into the network or at the clock; [`check`] does not touch the
//! disk either.

mod faults;
mod messages;
mod names;
mod nearest;
pub mod pictures;
mod reference;
mod schema;
mod values;
mod walk;
mod whole;

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str;
use std::sync::Arc;

use serde::Deserialize as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

pub use self::faults::{Colours, Fault, FaultKind, Report, Shape, Table};
use self::faults::{EventText, Found, TOP_OF_FILE};
use self::names::Names;
#[cfg(feature = "publishing")]
pub(crate) use self::names::made_id;
use self::pictures::Pictures;
pub use self::reference::{REFERENCE_FILES, SMALLEST, examples, reference_files};
#[cfg(feature = "publishing")]
pub(crate) use self::schema::make_ready_for_other_programs;
pub use self::schema::schema;
use super::ids::IdError;
use super::{Event, EventId};

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

/// Reads and checks one event file, and the pictures that it names: they are looked up in the folder
/// `public` beside the file's own folder, and what cannot be shown is a fault of the file.
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
    let pictures = Pictures::below(&public);
    check_with(&file_name, &bytes, &|path| pictures.check(path))
}

/// Checks the bytes of an event file. The event's id is the stem of `file_name`; the pictures'
/// files are not looked for.
///
/// # Errors
///
/// A [`Report`] of all faults, in the order in which they stand in the file.
pub fn check(file_name: &str, bytes: &[u8]) -> Result<Event, Report> {
    check_with(file_name, bytes, &|_| Ok(()))
}

type Span = Range<usize>;

fn check_with(
    file_name: &str,
    bytes: &[u8],
    check_picture: &dyn Fn(&str) -> Result<(), FaultKind>,
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
    let (mut table, syntax_errors) = DeTable::parse_recoverable(text);
    let file = table.get_mut();
    let names = Names::collect(file);
    let mut faults = walk::walk(file, &names, check_picture);
    faults.extend(whole::check(file, &names));
    let stem = Path::new(file_name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let id = EventId::try_from(stem.unwrap_or_default());
    if let Err(IdError(stem)) = &id {
        faults.push((FaultKind::FileName(stem.clone()), None));
    }
    if !syntax_errors.is_empty() {
        let syntax = syntax_errors.into_iter().map(|error| {
            let span = error.span().unwrap_or(TOP_OF_FILE);
            let offending = text.get(span.clone()).unwrap_or_default();
            let curly = offending.contains(['“', '”', '„', '‘', '’']);
            (FaultKind::Syntax { message: error.message().to_owned(), curly }, Some(span))
        });
        faults = faults_beside_syntax_errors(&source, syntax.collect(), faults);
    }
    if let (true, Ok(id)) = (faults.is_empty(), id) {
        match event(table, &id) {
            Ok(event) => return Ok(event),
            Err(fault) => faults.push(fault),
        }
    }
    Err(Report::new(source, faults))
}

/// The event of a file in which nothing was found that is wrong.
fn event(mut table: Spanned<DeTable<'_>>, id: &EventId) -> Result<Event, Found> {
    names::fill_in(table.get_mut());
    let id = DeValue::String(id.to_string().into());
    table.get_mut().insert(Spanned::new(TOP_OF_FILE, "id".into()), Spanned::new(TOP_OF_FILE, id));
    Event::deserialize(Deserializer::from(table)).map_err(|error| {
        // Only where the check and the types differ in what they take, which tests see to.
        (FaultKind::Syntax { message: error.message().to_owned(), curly: false }, error.span())
    })
}

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
