//! Marked places: what stands in a file that was begun for a host, where the host has to write
//! something. Each is a text that begins with a pencil, which nobody types by accident, and says what
//! belongs there: `title = "✎ The name of the event"`.

/// What a marked place begins with.
pub const PENCIL: char = '✎';

/// The text of a place in which the host is to write `what`.
///
/// ```
/// use marginalia::event::file::{check, marked_place};
///
/// let file = format!("title = \"{}\"", marked_place("The name of the event"));
/// let report = check("open-day.toml", file.as_bytes()).unwrap_err();
/// let fault = report.faults().iter().find(|fault| fault.position() == Some((1, 9))).unwrap();
/// assert!(fault.to_string().contains("still to be filled in: “The name of the event”"));
/// ```
pub fn marked_place(what: &str) -> String {
    format!("{PENCIL} {what}")
}

/// What belongs in a place; `None` for a text that a host wrote.
pub(super) fn what_belongs(text: &str) -> Option<&str> {
    Some(text.trim_start().strip_prefix(PENCIL)?.trim())
}
