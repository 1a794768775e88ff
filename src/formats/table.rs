//! Notes as a table for spreadsheets: CSV (RFC 4180) in UTF-8, with the byte order mark by which
//! Excel knows that, every cell quoted.
//!
//! Excel parts cells at the sign that the system has for lists, and where the decimal sign is a comma
//! that is a semicolon. A line that names the sign (`sep=;`) would make it forget the byte order mark.
//!
//! A spreadsheet would run a cell that looks like a formula. As the Open Worldwide Application
//! Security Project advises (<https://owasp.org/www-community/attacks/CSV_Injection>), such a cell
//! begins with an apostrophe here, which spreadsheets take for “this is text”.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Selection, Snapshot, outline};

/// The names of the columns. A file that begins with them is known again when it is brought in.
pub(super) const COLUMNS: [&str; 11] = [
    "event",
    "part",
    "theme",
    "note",
    "created",
    "changed",
    "id",
    "theme id",
    "revision",
    "conflict with",
    "quote",
];

/// What a cell must not begin with.
const FORMULA_STARTS: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// What parts the cells, here and in what spreadsheets save.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// How many columns at the start tell that a file is ours. Others were added behind them, and a
/// reader may take some away.
const TELLING: usize = 4;

/// Whether a file is such a table, also in the encodings in which spreadsheets save one.
pub(super) fn is_ours(bytes: &[u8]) -> bool {
    let start = bytes.iter().take(400).filter(|byte| !matches!(byte, 0 | b'"') && byte.is_ascii());
    let start: String = start.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let start = start.trim_start();
    // Some put a line before it that names the sign.
    let start = match start.strip_prefix("sep=") {
        Some(rest) => rest.get(1..).unwrap_or_default().trim_start(),
        None => start,
    };
    SEPARATORS.iter().any(|sign| start.starts_with(&COLUMNS[..TELLING].join(&sign.to_string())))
}

/// The table of the notes on some events, with a sign that parts the cells.
pub(super) fn write(separator: u8, snapshots: &[Snapshot], selection: &Selection) -> String {
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing into memory does not fail, and every row has as many cells as the first.
    let _ = writer.write_record(COLUMNS);
    for snapshot in snapshots {
        for (section, note) in outline::notes(&outline::sections(snapshot, selection)) {
            let revision = note.revision.to_string();
            let quote = note.quote().map(|quote| quote.exact).unwrap_or_default();
            let row: [&str; COLUMNS.len()] = [
                &snapshot.event.title,
                section.part.map_or("", |part| part.title.as_str()),
                section.title,
                &note.text,
                note.created.as_str(),
                note.changed.as_str(),
                note.id.as_str(),
                note.theme.as_str(),
                &revision,
                note.conflict.as_ref().map_or("", |id| id.as_str()),
                &quote,
            ];
            let _ = writer.write_record(row.map(cell));
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn cell(text: &str) -> String {
    if text.starts_with(FORMULA_STARTS) { format!("'{text}") } else { text.to_owned() }
}
