//! Values that stand below the line of their key: hosts break lines where a program would break them
//! for show.

use super::super::{lines, marks};
use super::{Reader, equals_of};

/// How many empty lines and remarks may stand between a key and its value.
const MOST_LINES: usize = 50;

impl Reader<'_> {
    /// Where the value stands of a key whose line ends at `line_end` without one, if what comes next
    /// in the file can be nothing else.
    pub(super) fn value_below(&self, line_end: usize) -> Option<usize> {
        let mut at = line_end + 1;
        for _ in 0..MOST_LINES {
            let end = lines::end_of_line(self.text, at);
            let line = self.text.get(at..end)?;
            let trimmed = line.trim_start();
            if !trimmed.trim_end().is_empty() && !trimmed.starts_with('#') {
                return is_value(trimmed).then_some(end - trimmed.len());
            }
            at = end + 1;
        }
        None
    }
}

/// Whether a line is a value, and neither a key with one of its own nor a table's name.
fn is_value(line: &str) -> bool {
    match line.chars().next() {
        Some('{') => true,
        Some('[') => !lines::begins_statement(line),
        Some('"' | '\'') => equals_of(line).is_none(),
        Some(letter) if marks::is_opening(letter) => true,
        // A number, a date, `true`: other words may be anything.
        _ => lines::is_toml(&format!("x = {}", &line[..lines::end_of_bare(line, 0)])),
    }
}
