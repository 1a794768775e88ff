//! How lines of an event file begin and end: what tells, in a file that is not TOML throughout,
//! where one thing stops and the next one starts.

use toml::de::DeTable;

/// Where the line of a byte ends, before its line feed.
pub(super) fn end_of_line(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find('\n').unwrap_or(rest.len())
}

/// An end without the space before it.
pub(super) fn trimmed_end(text: &str, end: usize) -> usize {
    text.get(..end).map_or(end, |before| before.trim_end().len())
}

/// Whether a text is TOML on its own.
pub(super) fn is_toml(text: &str) -> bool {
    DeTable::parse_recoverable(text).1.is_empty()
}

/// Whether a line begins as lines of event files do: with a name in brackets, or with a key and `=`.
pub(super) fn begins_statement(rest: &str) -> bool {
    let line = beginning(rest);
    let line = line.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    begins_table(line) || behind_key(line).is_some()
}

/// As [`begins_statement`], for the inside of long texts, where a sentence may hold an `=`.
pub(super) fn surely_begins_statement(rest: &str) -> bool {
    let line = beginning(rest);
    if line.starts_with([' ', '\t']) {
        return false;
    }
    let line = line.trim_end();
    let has_value = behind_key(line).is_some_and(|value| {
        value.starts_with(['"', '\'', '[', '{']) || value == "true" || value == "false"
    });
    has_value || line.starts_with("[[") && begins_table(line)
}

/// The line that begins here, as far as it tells what it is.
pub(super) fn beginning(rest: &str) -> &str {
    const LONGEST: usize = 400;
    let mut end = rest.len().min(LONGEST);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    rest[..end].split('\n').next().unwrap_or_default()
}

/// `[[name]]`, also with a bracket too few.
fn begins_table(line: &str) -> bool {
    let Some(inner) = line.strip_prefix('[') else { return false };
    let inner = inner.strip_prefix('[').unwrap_or(inner).trim_start();
    let name = inner.find(|it: char| !is_of_key(it)).unwrap_or(inner.len());
    let behind = inner[name..].trim_start();
    let has_letter = inner[..name].chars().any(char::is_alphabetic);
    let is_value = matches!(&inner[..name], "true" | "false" | "inf" | "nan");
    let ends = behind.trim_start_matches(']').trim_start();
    has_letter && !is_value && behind.starts_with(']') && (ends.is_empty() || ends.starts_with('#'))
}

/// What stands behind a key and its `=`.
fn behind_key(line: &str) -> Option<&str> {
    let end = line.find(|it: char| !is_of_key(it) && it != '.')?;
    let behind = line[end..].trim_start().strip_prefix('=')?;
    (end > 0 && line.starts_with(|it: char| it.is_alphabetic())).then(|| behind.trim_start())
}

fn is_of_key(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '-'
}

/// Where a value without quotation marks ends: at the line's end, or before a remark.
pub(super) fn end_of_bare(text: &str, start: usize) -> usize {
    let end = end_of_line(text, start);
    let line = text.get(start..end).unwrap_or_default();
    let remark = line.char_indices().find(|(index, letter)| {
        *letter == '#' && (*index == 0 || line[..*index].ends_with([' ', '\t']))
    });
    trimmed_end(text, start + remark.map_or(line.len(), |(index, _)| index)).max(start)
}

/// How long a word of a list is: up to what ends an item.
pub(super) fn length_of_word(rest: &str) -> usize {
    let end = |letter: char| matches!(letter, ',' | ']' | '}' | '=' | '#' | '\n' | '"');
    rest.find(end).unwrap_or(rest.len()).max(rest.chars().next().map_or(0, char::len_utf8))
}

/// Whether an item ends here: nothing is left of the line but a remark, or, in a list, its end, or a
/// comma and another item.
pub(super) fn ends_item(rest: &str, in_list: bool) -> bool {
    let after_space =
        |text| str::trim_start_matches(text, |it: char| it != '\n' && it.is_whitespace());
    let line = after_space(rest);
    let at_end = |line: &str| line.is_empty() || line.starts_with(['#', '\n']);
    match line.strip_prefix([',', ';']) {
        _ if at_end(line) => true,
        _ if in_list && line.starts_with([']', '}']) => true,
        Some(behind) if in_list => {
            let behind = after_space(behind);
            let opens =
                |letter| letter == '"' || letter == '\'' || super::marks::is_opening(letter);
            at_end(behind) || behind.starts_with(opens) || behind.starts_with([']', '}', '{', '['])
        }
        Some(behind) => at_end(after_space(behind)),
        None => false,
    }
}
