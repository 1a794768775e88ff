//! The event as a calendar entry: iCalendar (RFC 5545), written by the `icalendar` crate.

use icalendar::{Calendar, Component as _, Event as Entry, EventLike as _, Property};

use super::{PublishError, parts_of};
use crate::event::{Date, Event};

/// The longest line of a calendar file, in bytes without its end (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// `event.ics`: one entry that lasts whole days.
pub(super) fn entry(event: &Event) -> Result<String, PublishError> {
    let last = parts_of(event.ends.as_ref().unwrap_or(&event.starts))?;
    // The end is not part of the event any more (section 3.6.1): an entry of one day ends on the
    // next.
    let end = last.tomorrow().map_err(|_| PublishError::Date(last.to_string()))?;
    let mut entry = Entry::new();
    entry
        .uid(&uid(event))
        .append_property(Property::new("DTSTAMP", format!("{}T000000Z", basic(&stamp(event))?)))
        .append_property(day("DTSTART", basic(&event.starts)?))
        .append_property(day("DTEND", end.strftime("%Y%m%d").to_string()))
        .summary(&plain(&event.title))
        .location(&plain(&event.place))
        .description(&plain(&description(event)))
        .categories([plain(&event.topic)]);
    if let Some(organizer) = organizer(event) {
        entry.append_property(organizer);
    }
    if let Some(address) = &event.address {
        entry.url(address.as_str());
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Marginalia//Event page//EN"))
        .push(entry.done());
    Ok(fold_again(&calendar.to_string()))
}

/// Names the event for ever: by it a calendar knows a second import for the same entry. So it is
/// made of what must not change once the page is published, and not of where the page is. The
/// right half has to be a domain; `.invalid` is nobody's (RFC 2606).
fn uid(event: &Event) -> String {
    format!("{}@marginalia.invalid", event.id)
}

/// When what the entry says was last revised (section 3.8.7.2). The content file does not tell, and
/// the clock would make every build another file; what can be said for certain is that it was not
/// before the latest day on which one of its sources was published.
fn stamp(event: &Event) -> Date {
    let published = event.sources.iter().filter_map(|source| source.published.as_ref());
    published.max().unwrap_or(&event.starts).clone()
}

fn description(event: &Event) -> String {
    let mut paragraphs: Vec<String> = event.summary.iter().map(|it| it.text.clone()).collect();
    // A calendar entry has room for one organizer only; here stand all, by name.
    let names: Vec<&str> = event.organizers.iter().map(|it| it.name.as_str()).collect();
    if !names.is_empty() {
        paragraphs.push(format!("Organizers: {}", names.join("; ")));
    }
    paragraphs.push(format!("Attendance: {}", event.attendance));
    paragraphs.join("\n\n")
}

/// Who convened the event. RFC 5545 means the property for entries to which people are invited
/// (section 3.8.4.3); it is also the only one that calendars show as who is behind an event, and
/// without `METHOD` and `ATTENDEE` nobody is asked to answer. The value has to be the address of a “calendar user”, which is any URI
/// (section 3.3.3), most often `mailto:`. Content files seldom have e-mail addresses of organizers,
/// and none may be made up, so it is the address that an organizer gives, or else that of the source
/// which says that they convened it. The property may stand only once: where there are several,
/// all their names stand in it.
fn organizer(event: &Event) -> Option<Property> {
    let own = event.organizers.iter().find_map(|organizer| organizer.url.as_ref());
    let cited = event.organizers.first().and_then(|organizer| organizer.cites.first());
    let source = || event.sources.iter().find(|source| Some(&source.id) == cited);
    let address = own.or_else(|| source().map(|source| &source.url))?;
    let names: Vec<String> = event.organizers.iter().map(|it| plain(&it.name)).collect();
    let mut property = Property::new("ORGANIZER", address.as_str());
    property.add_parameter("CN", &in_parameter(&names.join(", ")));
    Some(property)
}

fn day(name: &str, date: String) -> Property {
    Property::new(name, date).add_parameter("VALUE", "DATE").done()
}

/// `YYYYMMDD` (section 3.3.4).
fn basic(date: &Date) -> Result<String, PublishError> {
    Ok(parts_of(date)?.strftime("%Y%m%d").to_string())
}

/// A text with nothing in it that would break a line: ends of lines are `\n`, which is then
/// escaped, and other control characters cannot stand in a text at all (section 3.3.11).
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}

/// What a parameter's value cannot hold even in quotation marks, written as RFC 6868 has it.
fn in_parameter(text: &str) -> String {
    text.replace('^', "^^").replace('\n', "^n").replace('"', "^'")
}

/// Folds the lines once more: the library lets the last piece of a long line become one byte longer
/// than lines should be.
fn fold_again(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LONGEST_LINE {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(letter);
            length += letter.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}
