//! Bringing notes in: what a file is, and what it would change. The file may be anything; nothing
//! of it is trusted, and nothing in it makes this panic.

use std::fmt;

use serde_json::Value;

use super::plan::{Arrival, Plan};
use super::{
    Snapshot, address, backup, half_pairs, hypothesis, markdown, table, times, web_annotations,
};
use crate::event::ThemeId;
use crate::event::places::{theme_anchor, theme_heading};
use crate::notebook::Timestamp;
use crate::notebook::quote::Quote;

/// The largest file that is looked at, in bytes. Ten thousand notes make a few.
pub const LARGEST_FILE: usize = 40_000_000;

/// How the names of tables end.
const SPREADSHEETS: [&str; 6] = [".csv", ".tsv", ".xlsx", ".xls", ".ods", ".numbers"];

/// Why a file cannot be brought in at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has more bytes than [`LARGEST_FILE`].
    TooLarge(usize),
    /// There is nothing in it.
    Empty,
    /// It is text in UTF-16.
    Utf16,
    /// It is no text in UTF-8.
    NotText,
    /// It is a web page.
    WebPage,
    /// It is a table.
    Table,
    /// It is JSON that ends too early.
    CutOff,
    /// It looks like JSON and is none.
    Damaged(String),
    /// It is JSON of another kind.
    OtherJson,
    /// It was made by a later version of the app.
    Newer(u64),
    /// It is text of another kind.
    OtherText,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => write!(formatter, "`{bytes}` bytes are too many"),
            Self::Empty => formatter.write_str("nothing in it"),
            Self::Utf16 => formatter.write_str("text in UTF-16"),
            Self::NotText => formatter.write_str("no text in UTF-8"),
            Self::WebPage => formatter.write_str("a web page"),
            Self::Table => formatter.write_str("a table"),
            Self::CutOff => formatter.write_str("JSON that ends too early"),
            Self::Damaged(reason) => write!(formatter, "damaged JSON: `{reason}`"),
            Self::OtherJson => formatter.write_str("JSON of another kind"),
            Self::Newer(version) => write!(formatter, "version `{version}` is newer than this app"),
            Self::OtherText => formatter.write_str("text of another kind"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Looks at a file: what is in it, before it is compared with what is here. Its name only helps to say
/// what it is when it cannot be brought in.
///
/// # Errors
/// [`Refusal`] where the file as a whole is not one of ours; what is wrong with single notes stands
/// in the [`Plan`].
pub fn open(bytes: &[u8], name: &str, snapshot: &Snapshot) -> Result<Arrival, Refusal> {
    // Spreadsheets also save in encodings and forms that are no text here.
    let is_table = || {
        let name = name.to_lowercase();
        table::is_ours(bytes) || SPREADSHEETS.iter().any(|ending| name.ends_with(ending))
    };
    let text = match decode(bytes) {
        Err(Refusal::Utf16 | Refusal::NotText) if is_table() => return Err(Refusal::Table),
        decoded => decoded?,
    };
    match text.trim_start().chars().next() {
        None => Err(Refusal::Empty),
        Some('{' | '[') => read_json(text, snapshot),
        _ if markdown::reader::is_ours(text) => markdown::reader::read(text, snapshot),
        _ if is_table() => Err(Refusal::Table),
        _ => Err(other(text)),
    }
}

/// Looks at a file and works out what bringing it in would do, without the notes that are on no theme.
///
/// # Errors
/// As [`open`].
pub fn read(bytes: &[u8], name: &str, snapshot: &Snapshot) -> Result<Plan, Refusal> {
    Ok(open(bytes, name, snapshot)?.plan(snapshot, None))
}

fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge(bytes.len()));
    }
    // Text has no NUL in it, but in UTF-16 every second byte of plain English is one.
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Err(Refusal::Utf16),
        [first, second, ..] if (*first == 0) != (*second == 0) && bytes.len().is_multiple_of(2) => {
            return Err(Refusal::Utf16);
        }
        _ if bytes.contains(&0) => return Err(Refusal::NotText),
        _ => {}
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn read_json(text: &str, snapshot: &Snapshot) -> Result<Arrival, Refusal> {
    let parsed = serde_json::from_str(text).or_else(|error| match half_pairs::replaced(text) {
        Some(repaired) => serde_json::from_str(&repaired),
        None => Err(error),
    });
    let value: Value = parsed.map_err(|error| {
        if error.is_eof() { Refusal::CutOff } else { Refusal::Damaged(error.to_string()) }
    })?;
    if is_a("AnnotationSet", &value) && value["items"].is_array() {
        return backup::reader::read(&value, snapshot);
    }
    if value["annotations"].is_array() {
        return Ok(hypothesis::reader::read(&value, snapshot));
    }
    let annotations = web_annotations::reader::annotations(&value).ok_or(Refusal::OtherJson)?;
    Ok(web_annotations::reader::read(annotations, snapshot))
}

fn other(text: &str) -> Refusal {
    let start: String = text.trim_start().chars().take(200).collect();
    let start = start.to_lowercase();
    if start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml") {
        Refusal::WebPage
    } else {
        Refusal::OtherText
    }
}

/// Whether a value says that it is of a type; in JSON-LD it may be of several.
pub(super) fn is_a(kind: &str, value: &Value) -> bool {
    each(&value["type"]).iter().any(|it| it == kind)
}

/// A field that should be a string.
pub(super) fn text<'value>(value: &'value Value, name: &str) -> Option<&'value str> {
    value.get(name)?.as_str()
}

/// A field that should be a time.
pub(super) fn time(value: &Value, name: &str) -> Option<Timestamp> {
    times::read(text(value, name)?)
}

/// The theme whose heading an annotation quotes.
pub(super) fn quoted_theme(target: &Value, snapshot: &Snapshot) -> Option<ThemeId> {
    quotations(target).find_map(|selector| titled_theme(text(selector, "exact")?, snapshot))
}

/// What an annotation quotes, which may be the heading of its theme.
pub(super) fn quotation(target: &Value) -> Option<Quote> {
    quotations(target).find_map(|selector| {
        let exact = text(selector, "exact").filter(|exact| !exact.is_empty())?.to_owned();
        let around = |name: &str| text(selector, name).unwrap_or_default().to_owned();
        Some(Quote { exact, prefix: around("prefix"), suffix: around("suffix") })
    })
}

fn quotations(target: &Value) -> impl Iterator<Item = &Value> {
    selectors(target).filter(|selector| selector["type"] == "TextQuoteSelector")
}

/// What says where an annotation hangs, and what says it more closely.
pub(super) fn selectors(target: &Value) -> impl Iterator<Item = &Value> {
    let all = each(target).iter().flat_map(|target| each(&target["selector"]));
    all.flat_map(|selector| {
        std::iter::successors(Some(selector), |selector| selector.get("refinedBy"))
    })
}

/// The theme to whose place on the page an annotation leads: by what stands behind `#`.
pub(super) fn anchored_theme(target: &Value, snapshot: &Snapshot) -> Option<ThemeId> {
    let selected = selectors(target)
        .filter(|selector| selector["type"] == "FragmentSelector")
        .filter_map(|selector| text(selector, "value").map(str::to_owned));
    let mut anchors = selected.chain(sources(target).filter_map(address::fragment));
    anchors.find_map(|anchor| {
        let themes = snapshot.event.themes.iter().map(|theme| &theme.id);
        let is_of =
            |theme: &&ThemeId| [theme_anchor(theme), theme_heading(theme)].contains(&anchor);
        themes.into_iter().find(is_of).cloned()
    })
}

/// The theme with this title.
pub(super) fn titled_theme(title: &str, snapshot: &Snapshot) -> Option<ThemeId> {
    let theme = snapshot.event.themes.iter().find(|theme| same_words(&theme.title, title))?;
    Some(theme.id.clone())
}

/// Whether two texts are the same but for the space in them.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// A theme's id, where it has the form of one.
pub(super) fn theme_id(text: &str) -> Option<ThemeId> {
    ThemeId::try_from(text.to_owned()).ok()
}

/// One value or a list of values, as JSON-LD lets a writer choose.
pub(super) fn each(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        Value::Null => &[],
        single => std::slice::from_ref(single),
    }
}

/// Whether an address leads to this page, however it is written.
pub(super) fn is_page(address: &str, snapshot: &Snapshot) -> bool {
    addresses(snapshot).any(|page| address::is_same_page(address, page))
}

/// Whether an address also asks for the same there.
pub(super) fn is_query_of_page(address: &str, snapshot: &Snapshot) -> bool {
    addresses(snapshot).any(|page| address::is_same_query(address, page))
}

/// Where the page is, and where its host says that it is.
fn addresses(snapshot: &Snapshot) -> impl Iterator<Item = &str> {
    let published = snapshot.event.address.as_ref().map(|address| address.as_str());
    std::iter::once(snapshot.address.as_str()).chain(published)
}

/// The addresses that an annotation is on.
pub(super) fn sources(target: &Value) -> impl Iterator<Item = &str> {
    each(target).iter().flat_map(|target| {
        let source = &target["source"];
        [target, source, &target["id"], &source["id"]].into_iter().filter_map(Value::as_str)
    })
}

/// A text with tags that stand beside it in other programs, as tags stand in texts here.
pub(super) fn with_tags<'tag>(text: &str, tags: impl Iterator<Item = &'tag str>) -> String {
    let tags: Vec<String> = tags
        .map(|tag| {
            tag.trim().trim_start_matches('#').split_whitespace().collect::<Vec<_>>().join("-")
        })
        .filter(|tag| !tag.is_empty())
        .map(|tag| format!("#{tag}"))
        .collect();
    match (text.trim().is_empty(), tags.is_empty()) {
        (_, true) => text.to_owned(),
        (true, false) => tags.join(" "),
        (false, false) => format!("{}\n\n{}", text.trim_end(), tags.join(" ")),
    }
}
