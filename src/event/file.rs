//! Reads and checks an event file: TOML in, an [`Event`] or all that is wrong with it out.
//!
//! The types in `event` say once what a file may hold. A schema is made of them ([`schema()`]), the
//! check walks the parsed TOML along it, and what passes is read into the same types by serde. serde
//! alone would stop at the first thing that it cannot take, and a host is better served by every
//! fault of the file at once, each with its place.
//!
//! Native only. Nothing here looks into the network or at the clock; [`check`] does not touch the
//! disk either.

mod backslashes;
mod dates;
mod edits;
mod encoding;
mod faults;
mod invisible;
mod lines;
mod marks;
mod messages;
mod names;
mod nearest;
mod paths;
pub mod pictures;
mod reference;
mod report;
mod scan;
mod schema;
mod syntax;
mod texts;
mod time_zones;
mod to_fill_in;
mod values;
mod walk;
mod whole;
mod words;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

pub use self::dates::TimeAdvice;
use self::encoding::Unreadable;
pub use self::faults::{Broken, FaultKind, Shape, Table};
use self::faults::{Found, TOP_OF_FILE};
pub use self::invisible::Unseen;
use self::names::Names;
pub use self::names::made_id;
use self::pictures::Pictures;
pub use self::reference::{REFERENCE_FILES, SMALLEST, examples, reference_files};
use self::report::EventText;
pub use self::report::{Colours, Fault, Report};
#[cfg(feature = "publishing")]
pub(crate) use self::schema::make_ready_for_other_programs;
pub use self::schema::schema;
pub use self::to_fill_in::{PENCIL, marked_place};
pub use self::words::{Choice, Here};
use super::ids::IdError;
use super::site::SiteSettings;
use super::{Event, EventId, EventOutline};

/// The largest event file that is read, in bytes (1 MiB).
pub const LARGEST_FILE: usize = 1024 * 1024;

/// What a look at an event file brings.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The event, or a report of all faults, in the order in which they stand in the file.
    pub event: Result<Event, Report>,
    /// What the host should know though the page can be published as it is.
    pub warnings: Option<Report>,
}

/// What a look at the file of a site brings.
#[derive(Clone, Debug)]
pub struct LookedSite {
    /// What the file says, or a report of all faults, in the order in which they stand in it.
    pub settings: Result<SiteSettings, Report>,
    /// What the host should know though the site can be published as it is.
    pub warnings: Option<Report>,
}

/// The event files of a folder, sorted by name: those that end in `.toml`, without `site.toml`
/// and the files that systems and programs put beside them, such as `._panel.toml`.
///
/// # Errors
///
/// Whatever the system says when the folder cannot be listed.
pub fn event_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if paths::is_event_file(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The folder in which the event files of a folder have their pictures: `public` in that folder, or else
/// `public` beside it.
pub fn public_folder(folder: &Path) -> PathBuf {
    let inside = folder.join("public");
    // Joined onto the empty path of a bare file name, `../public` stands for itself.
    if inside.is_dir() { inside } else { folder.join("../public") }
}

/// What to tell a host whose folder holds no event file: also which file there only has another name.
pub fn none_there(folder: &Path) -> String {
    messages::none_there(folder, &paths::misnamed(folder))
}

/// Reads and checks one event file, and the pictures that it names: they are looked up in the
/// [`public_folder`], and what cannot be shown is a fault of the file.
///
/// # Errors
///
/// A [`Report`] of all faults, also when the file cannot be read.
pub fn read(path: &Path) -> Result<Event, Report> {
    look_at(path).event
}

/// As [`read`], with what the host should know beside the faults.
pub fn look_at(path: &Path) -> Looked {
    let file_name = path.display().to_string();
    let bytes = match bytes_of(path) {
        Ok(bytes) => bytes,
        Err(fault) => return refused(&file_name, "", (fault, None)),
    };
    let public = public_folder(path.parent().unwrap_or(Path::new("")));
    look(&file_name, &bytes, &pictures_below(&public))
}

/// What is wrong with two event files beside each other, or worth to be known: the first by its path and
/// event, which both have the same id.
pub fn compare(first: (&Path, &Event), further: (&Path, &Event)) -> Option<Report> {
    let (first_path, first) = first;
    let (path, further) = further;
    let other = first_path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let fault = if first.language == further.language {
        FaultKind::SameLanguage(other)
    } else {
        let ids = |event: &Event| -> BTreeSet<String> {
            let themes = EventOutline::from(event).themes;
            themes.into_iter().map(|theme| theme.id.to_string()).collect()
        };
        let ids: Vec<String> = ids(first).symmetric_difference(&ids(further)).cloned().collect();
        if ids.is_empty() {
            return None;
        }
        FaultKind::OtherThemes { file: other, ids }
    };
    Some(report(&path.display().to_string(), "", (fault, None)))
}

/// The check of the pictures in a folder.
fn pictures_below(public: &Path) -> impl Fn(&str, &str) -> Result<(), FaultKind> {
    let pictures = Pictures::below(public);
    move |key, path| paths::picture(public, path).and_then(|()| pictures.check(key, path))
}

/// What a file holds, up to one byte more than is allowed: that tells that it is too large, without
/// reading all of it.
fn bytes_of(path: &Path) -> Result<Vec<u8>, FaultKind> {
    let mut bytes = Vec::new();
    let limit = LARGEST_FILE as u64 + 1;
    std::fs::File::open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut bytes))
        .map_err(|error| FaultKind::Unreadable(error.to_string()))?;
    Ok(bytes)
}

/// Reads and checks the file of a site, and the picture that it names, as [`look_at`] does.
pub fn look_at_site(path: &Path) -> LookedSite {
    let file_name = path.display().to_string();
    let text = bytes_of(path)
        .map_err(|fault| report(&file_name, "", (fault, None)))
        .and_then(|bytes| text_of(&file_name, &bytes));
    let text = match text {
        Ok(text) => text,
        Err(report) => return LookedSite { settings: Err(report), warnings: None },
    };
    let source = EventText::new(&file_name, &text);
    let mended = syntax::mend(&text);
    let public = public_folder(path.parent().unwrap_or(Path::new("")));
    let (table, faults) = walked(&source, &mended, Table::Site, &pictures_below(&public));
    let (warnings, faults) = parted(&source, faults);
    let settings = match faults.is_empty() {
        true => SiteSettings::deserialize(Deserializer::from(table))
            .map_err(|error| Report::new(source, vec![(unforeseen(&error), None)])),
        false => Err(Report::new(source, faults)),
    };
    LookedSite { settings, warnings }
}

/// Checks the bytes of an event file. The event's id is the stem of `file_name`, without the language where the
/// file is one of several: `panel.fr.toml`, which says `language = "fr"`, is the event `panel` in French. The
/// pictures' files are not looked for.
///
/// # Errors
///
/// A [`Report`] of all faults, in the order in which they stand in the file.
pub fn check(file_name: &str, bytes: &[u8]) -> Result<Event, Report> {
    look_over(file_name, bytes).event
}

/// As [`check`], with what the host should know beside the faults.
pub fn look_over(file_name: &str, bytes: &[u8]) -> Looked {
    look(file_name, bytes, &|_, _| Ok(()))
}

type Span = Range<usize>;

fn look(file_name: &str, bytes: &[u8], check_picture: &pictures::Check<'_>) -> Looked {
    let text = match text_of(file_name, bytes) {
        Ok(text) => text,
        Err(report) => return Looked { event: Err(report), warnings: None },
    };
    let source = EventText::new(file_name, &text);
    let mended = syntax::mend(&text);
    let (table, mut faults) = walked(&source, &mended, Table::Event, check_picture);
    let stem = Path::new(file_name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.unwrap_or_default();
    let language = table.get_ref().get("language").and_then(|it| it.get_ref().as_str());
    let id = match stem.rsplit_once('.') {
        Some((id, tag)) if language == Some(tag) => id.to_owned(),
        _ => stem,
    };
    let id = EventId::try_from(id);
    if let Err(IdError(stem)) = &id {
        let suggestion = paths::suggestion(stem);
        faults.push((FaultKind::FileName { stem: stem.clone(), suggestion }, None));
    } else if let Some(name) = paths::without_its_ending(file_name) {
        let suggestion = paths::suggestion(&name);
        faults.push((FaultKind::FileEnding { name, suggestion }, None));
    }
    let (warnings, mut faults) = parted(&source, faults);
    if let (true, Ok(id)) = (faults.is_empty(), id) {
        match event(table, &id) {
            Ok(event) => return Looked { event: Ok(event), warnings },
            Err(fault) => faults.push((fault, None)),
        }
    }
    Looked { event: Err(Report::new(source, faults)), warnings }
}

/// What the host should know though all can be published as it is, and what is wrong.
fn parted(source: &Arc<EventText>, found: Vec<Found>) -> (Option<Report>, Vec<Found>) {
    let (warnings, faults): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|(kind, _)| kind.is_warning());
    let warnings = (!warnings.is_empty()).then(|| Report::new(Arc::clone(source), warnings));
    (warnings, faults)
}

/// The text of a file.
fn text_of(file_name: &str, bytes: &[u8]) -> Result<String, Report> {
    if bytes.len() > LARGEST_FILE {
        return Err(report(file_name, "", (FaultKind::TooLarge, None)));
    }
    encoding::text_of(bytes).map(Cow::into_owned).map_err(|unreadable| {
        let Unreadable { fault, place, text } = *unreadable;
        report(file_name, &text, (fault, place))
    })
}

/// Parses the mended text of a file, and tells what is wrong with the file: `kind` is an event's or a
/// site's.
fn walked<'text>(
    source: &EventText,
    mended: &'text syntax::Mended,
    kind: Table,
    check_picture: &pictures::Check<'_>,
) -> (Spanned<DeTable<'text>>, Vec<Found>) {
    let text = &mended.edited.text;
    let (mut table, syntax_errors) = DeTable::parse_recoverable(text);
    let file = table.get_mut();
    let names = Names::collect(file);
    let mut others = walk::walk(file, kind, text, &names, check_picture);
    if kind == Table::Event {
        others.extend(whole::check(file, &names));
    }
    let further = syntax_errors.into_iter().map(|error| {
        let span = error.span().filter(|span| span.end <= text.len()).unwrap_or(TOP_OF_FILE);
        let what = Broken::Other(error.message().to_owned());
        (FaultKind::Syntax { what, mended: None }, Some(span))
    });
    let faults = all_faults(source, mended, further.collect(), others);
    (table, faults)
}

fn report(file_name: &str, text: &str, fault: Found) -> Report {
    Report::new(EventText::new(file_name, text), vec![fault])
}

fn refused(file_name: &str, text: &str, fault: Found) -> Looked {
    Looked { event: Err(report(file_name, text, fault)), warnings: None }
}

/// What serde refuses though the check found nothing: only where the check and the types differ in what
/// they take, which tests see to.
fn unforeseen(error: &toml::de::Error) -> FaultKind {
    FaultKind::Syntax { what: Broken::Other(error.message().to_owned()), mended: None }
}

/// The event of a file in which nothing was found that is wrong.
fn event(mut table: Spanned<DeTable<'_>>, id: &EventId) -> Result<Event, FaultKind> {
    names::fill_in(table.get_mut());
    let id = DeValue::String(id.to_string().into());
    table.get_mut().insert(Spanned::new(TOP_OF_FILE, "id".into()), Spanned::new(TOP_OF_FILE, id));
    Event::deserialize(Deserializer::from(table)).map_err(|error| unforeseen(&error))
}

/// What is worth saying of a file: what is wrong with its lines, one fault a line, because the
/// further ones of a line follow from the first, and those other faults that are surely the host's
/// and not what was made of the broken lines. `further` is what the parser finds after mending.
fn all_faults(
    source: &EventText,
    mended: &syntax::Mended,
    mut further: Vec<Found>,
    mut others: Vec<Found>,
) -> Vec<Found> {
    for (kind, span) in further.iter_mut().chain(&mut others) {
        if let Some(span) = span {
            *span = mended.edited.in_file(span);
        }
        if let FaultKind::IdUsedTwice { first, .. } = kind {
            *first = mended.edited.in_file(first);
        }
    }
    let line_of = |span: &Option<Span>| span.as_ref().map(|span| source.line(span.start));
    let changed = merged(&mended.changed);
    let is_changed = |span: &Option<Span>| {
        let Some(span) = span else { return false };
        let before = changed.partition_point(|it| it.start <= span.start);
        changed[..before].last().is_some_and(|it| it.end >= span.start)
    };
    let mut faults = mended.faults.clone();
    faults.sort_by_key(|(_, span)| span.as_ref().map(|span| span.start));
    let mut lines: BTreeSet<_> = faults.iter().map(|(_, span)| line_of(span)).collect();
    further.retain(|(_, span)| !is_changed(span) && lines.insert(line_of(span)));
    without_runs(&mut further, source);
    let is_guess = mended.lost_names || !further.is_empty();
    let lines_of_further: BTreeSet<_> = further.iter().map(|(_, span)| line_of(span)).collect();
    let tables = tables_under_other_names(&others);
    others.retain(|(kind, span)| {
        let follows = is_guess && kind.may_follow_from_a_syntax_error()
            || kind.may_follow_from_a_table_under_another_name(&tables);
        !follows && !is_changed(span) && !lines_of_further.contains(&line_of(span))
    });
    faults.extend(further);
    faults.extend(others);
    faults
}

/// Where the line that begins one more thing is missing, each key that follows is there twice: the
/// first tells enough.
fn without_runs(further: &mut Vec<Found>, source: &EventText) {
    further.sort_by_key(|(_, span)| span.as_ref().map(|span| span.start));
    let mut last: Option<usize> = None;
    further.retain(|(kind, span)| {
        let is_twice = matches!(kind, FaultKind::Syntax { what: Broken::Other(message), .. }
            if message.starts_with("duplicate key"));
        let Some(start) = span.as_ref().map(|span| span.start).filter(|_| is_twice) else {
            return true;
        };
        let goes_on = last.is_some_and(|last| !source.begins_table_between(last, start));
        last = Some(start);
        !goes_on
    });
}

/// The tables that stand in the file under a word that hosts try for them.
fn tables_under_other_names(faults: &[Found]) -> BTreeSet<&'static str> {
    let tables = faults.iter().filter_map(|(kind, _)| match kind {
        FaultKind::UnknownKey { here: Some(Here::Table(table)), .. } => Some(*table),
        FaultKind::UnknownKey { here: Some(Here::Role(_)), .. } => Some(Table::Person.key()),
        FaultKind::UnknownKey { nearest: Some(nearest), table: Table::Event, .. } => {
            Some(Table::of(nearest).key())
        }
        _ => None,
    });
    tables.collect()
}

/// Places in their order, without overlaps.
fn merged(places: &[Span]) -> Vec<Span> {
    let mut places = places.to_vec();
    places.sort_by_key(|place| place.start);
    let mut merged: Vec<Span> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if last.end >= place.start => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}
