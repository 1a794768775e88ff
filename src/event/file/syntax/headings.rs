//! Headings as Markdown has them, in the place of lines that begin a table: `## Themes`. To TOML they are
//! remarks, and what stands below them belongs to the table before.
//!
//! Many remarks name a table, and most stand where one may. So a heading is taken for a table only
//! where the file is wrong without that and right with it: all keys below it belong to that table, and
//! one of them does not fit where it stands.

use std::collections::BTreeSet;

use super::super::edits::Edit;
use super::super::faults::{FaultKind, Found, Table};
use super::super::{Span, schema, words};

/// A line, as far as tables go by it.
pub(super) enum Line<'text> {
    /// The name of a table.
    Table(String),
    /// A remark that is nothing but the name of a table, and its place.
    Heading(&'text str, Span),
    /// A key.
    Key(&'text str, Span),
}

/// A remark as a heading, if it can be one.
pub(super) fn heading(remark: &str, place: Span) -> Option<Line<'_>> {
    words::is_table(&word(remark)).then_some(Line::Heading(remark, place))
}

/// The line of a table whose brackets are not right.
pub(super) fn table(line: &str) -> Option<Line<'_>> {
    let word = word(line);
    words::is_table(&word).then_some(Line::Table(word))
}

fn word(line: &str) -> String {
    line.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase()
}

/// The headings that stand for a table: what mends each, and what is wrong at the first key that does not
/// fit.
pub(super) fn for_tables(lines: &[Line<'_>]) -> Vec<(Edit, Found)> {
    let mut found = Vec::new();
    let mut here = Some(schema::of_file());
    let mut is_top = true;
    let mut seen = BTreeSet::new();
    for (index, line) in lines.iter().enumerate() {
        let (heading, place) = match line {
            Line::Key(key, _) => {
                seen.insert(*key);
                continue;
            }
            Line::Table(name) => {
                here = schema::of_table(name);
                is_top = false;
                seen.clear();
                continue;
            }
            Line::Heading(heading, place) => (*heading, place.clone()),
        };
        let table = Table::of(&word(heading));
        let meant = schema::of_table(table.key());
        let (Some(before), Some(meant)) = (here, meant) else { continue };
        // A session has people and links of its own: which are meant is not clear.
        if !is_top && before.property(table.key()).is_some() {
            continue;
        }
        let keys = lines[index + 1..].iter().map_while(|line| match line {
            Line::Key(key, place) => Some((*key, place)),
            _ => None,
        });
        let keys: Vec<_> = keys.collect();
        if !keys.iter().all(|(key, _)| meant.property(key).is_some()) {
            continue;
        }
        let does_not_fit = |key: &str| before.property(key).is_none() || seen.contains(key);
        let Some((key, at)) = keys.into_iter().find(|(key, _)| does_not_fit(key)) else { continue };
        let (heading, key) = (heading.trim_end().to_owned(), key.to_owned());
        let fault = FaultKind::HeadingForTable { heading, table, key };
        let edit = Edit::new(place, format!("[[{}]]", table.key()));
        found.push((edit, (fault, Some(at.clone()))));
        here = Some(meant);
        is_top = false;
        seen.clear();
    }
    found
}
