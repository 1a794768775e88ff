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

/// A day without its year, such as “4 Sep”; `month` counts from 1. `None` where there is no such month.
pub fn short_day(month: usize, day: usize) -> Option<String> {
    let name = MONTHS.get(month.wrapping_sub(1))?;
    Some(format!("{day} {}", name.get(..3)?))
}

/// Between the first and the last day of an event, both of which are marked up as days.
pub const TO: &str = " to ";

/// The first and the last day of an event, in plain text.
pub fn days(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

/// When and where, in plain text.
pub fn days_and_place(days: &str, place: &str) -> String {
    format!("{days}, {place}")
}

/// Who leads the discussion.
pub const CHAIR: &str = "Chair";

/// Who is asked to speak.
pub const PANELIST: &str = "Panelist";

/// Who moderates the discussion.
pub const MODERATOR: &str = "Moderator";

/// Who gives a talk.
pub const SPEAKER: &str = "Speaker";

/// Who gives the keynote.
pub const KEYNOTE: &str = "Keynote speaker";

/// Whom to ask about the event.
pub const CONTACT: &str = "Contact";

/// The time that passed between two moments of the time line.
pub fn days_later(days: i64) -> String {
    if days == 1 { "1 day later".to_owned() } else { format!("{days} days later") }
}

/// The sessions of the event: a heading, and the part of the outline in which they stand.
pub const PROGRAMME: &str = "Programme";

/// What became of what is not held as it was announced.
pub const POSTPONED: &str = "Postponed";

/// It is held at another time or place.
pub const MOVED: &str = "Moved";

/// It is not held.
pub const CANCELLED: &str = "Cancelled";

/// How another event belongs to this one.
pub const SERIES: &str = "Series";

/// The larger event that this one is a part of.
pub const PARENT: &str = "Part of";

/// An event of the same kind that was held before.
pub const EARLIER: &str = "Earlier";

/// An event of the same kind that is held later.
pub const LATER: &str = "Later";

/// Another event.
pub const RELATED: &str = "See also";

/// A language by its name, from its tag; where the name is not known, the tag.
pub fn language(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "ar" => "Arabic",
        "de" => "German",
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        "it" => "Italian",
        "pt" => "Portuguese",
        "ru" => "Russian",
        "zh" => "Chinese",
        _ => tag,
    }
}

/// Whose clocks the times are told by, from the name of the zone in the IANA database.
pub fn zone(name: &str) -> String {
    let city = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
    format!("{city} time")
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

/// The bodies that convened the event, in a text without headings.
pub fn organizers(names: &str) -> String {
    format!("Organizers: {names}")
}

/// Who may attend, in a text without headings.
pub fn attendance(words: &str) -> String {
    format!("Attendance: {words}")
}
