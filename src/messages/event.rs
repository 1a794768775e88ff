//! What the page says of an event beside the host's own words: days, roles, and the names of places
//! on the page.

/// The months, from January.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day, such as “4 September 2014”; `month` counts from 1. `None` where there is no such month.
pub fn day(year: usize, month: usize, day: usize) -> Option<String> {
    let name = MONTHS.get(month.wrapping_sub(1))?;
    Some(format!("{day} {name} {year}"))
}

/// Between the first and the last day of an event, both of which are marked up as days.
pub const TO: &str = " to ";

/// The first and the last day of an event, in plain text.
pub fn days(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

/// Who leads the discussion.
pub const CHAIR: &str = "Chair";

/// Who is asked to speak.
pub const PANELIST: &str = "Panelist";

/// Whom to ask about the event.
pub const CONTACT: &str = "Contact";

/// The time that passed between two moments of the time line.
pub fn days_later(days: i64) -> String {
    if days == 1 { "1 day later".to_owned() } else { format!("{days} days later") }
}

/// The facts about the event, as a link to them says it.
pub const FACTS: &str = "The event";

/// A paragraph of the summary, as a link to it says it; `number` counts from 1.
pub fn summary_paragraph(number: usize) -> String {
    format!("Summary, paragraph {number}")
}

/// A quotation, as a link to it says it.
pub fn quotation_of(speaker: &str) -> String {
    format!("{speaker}, quoted")
}
