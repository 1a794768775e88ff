//! The event for calendars: iCalendar (RFC 5545), written by the `icalendar` crate.
//!
//! An event without a programme is one entry. Of a programme each session is an entry with its own
//! time: a series of twelve talks takes twelve hours of a calendar, and not the days between.

use icalendar::{Calendar, Component as _, Event as Entry, EventLike as _, Property};
use jiff::Timestamp;
use jiff::tz::{Dst, Offset, TimeZone};

use super::{PublishError, parts_of};
use crate::event::{CivilTime, Date, Event, Session, Status};
use crate::messages::event as messages;

/// The longest line of a calendar file, in bytes without its end (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// `event.ics`.
pub(super) fn entries(event: &Event) -> Result<String, PublishError> {
    let mut sessions = Vec::new();
    for (index, session) in event.sessions.iter().enumerate() {
        if is_entry(event, session) {
            sessions.push(session_entry(event, session, index)?);
        }
    }
    if sessions.is_empty() {
        sessions.push(event_entry(event)?);
    }
    calendar(event, sessions)
}

/// The calendar file of each session on which notes hang, by its id.
pub(super) fn of_sessions(event: &Event) -> Result<Vec<(String, String)>, PublishError> {
    let mut files = Vec::new();
    for (index, session) in event.sessions.iter().enumerate() {
        let Some(id) = session.theme().filter(|_| session.starts.is_some()) else { continue };
        let text = calendar(event, vec![session_entry(event, session, index)?])?;
        files.push((id.to_string(), text));
    }
    Ok(files)
}

/// Whether a session is something to come to: one with a time, no break, and not only what others
/// with times of their own are held together by.
fn is_entry(event: &Event, session: &Session) -> bool {
    let holds = |other: &Session| {
        other.within.is_some() && other.within == session.id && other.starts.is_some()
    };
    session.starts.is_some() && !session.is_break() && !event.sessions.iter().any(holds)
}

fn calendar(event: &Event, entries: Vec<Entry>) -> Result<String, PublishError> {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Marginalia//Event page//EN"));
    for entry in entries {
        calendar.push(entry);
    }
    let text = fold_again(&calendar.to_string());
    // The library has no component for time zones.
    let zone = if text.contains(";TZID=") { zone(event)? } else { String::new() };
    Ok(text.replacen("BEGIN:VEVENT", &format!("{zone}BEGIN:VEVENT"), 1))
}

fn event_entry(event: &Event) -> Result<Entry, PublishError> {
    let mut entry = Entry::new();
    entry.uid(&uid(event.id.as_str()));
    times(event, &event.starts, event.ends.as_ref(), event.status, &mut entry)?;
    entry.summary(&plain(&event.title));
    if let Some(place) = place(event, None) {
        entry.location(&plain(&place));
    }
    let description = description(event);
    if !description.is_empty() {
        entry.description(&plain(&description));
    }
    if let Some(topic) = &event.topic {
        entry.categories([plain(topic)]);
    }
    finish(event, None, entry)
}

fn session_entry(event: &Event, session: &Session, index: usize) -> Result<Entry, PublishError> {
    let mut entry = Entry::new();
    // What takes no notes has no id, and its place in the file is all that tells it from others.
    let name = session.id.as_ref().map_or_else(|| format!("{}", index + 1), ToString::to_string);
    entry.uid(&uid(&format!("{}/{name}", event.id)));
    let starts = session.starts.as_ref().unwrap_or(&event.starts);
    let status = session.status.or(event.status);
    times(event, starts, session.ends.as_ref(), status, &mut entry)?;
    entry.summary(&plain(&session.title));
    if let Some(place) = place(event, Some(session)) {
        entry.location(&plain(&place));
    }
    let names: Vec<String> =
        event.people_of(session).map(|(person, _)| person.full_name()).collect();
    let mut paragraphs = vec![event.title.clone()];
    if !names.is_empty() {
        paragraphs.push(names.join("; "));
    }
    paragraphs.extend(session.notice.iter().map(ToString::to_string));
    paragraphs.extend(session.text.iter().map(ToString::to_string));
    entry.description(&plain(&paragraphs.join("\n\n")));
    if let Some(track) = &session.track {
        entry.categories([plain(track)]);
    }
    finish(event, Some(session), entry)
}

/// What all entries have.
fn finish(
    event: &Event,
    session: Option<&Session>,
    mut entry: Entry,
) -> Result<Entry, PublishError> {
    if let Some(organizer) = organizer(event) {
        entry.append_property(organizer);
    }
    if let Some(address) = &event.address {
        let theme = session.and_then(Session::theme);
        let fragment = theme.map(|theme| format!("#{}", crate::event::places::theme_anchor(theme)));
        entry.url(&format!("{}{}", address.as_str(), fragment.unwrap_or_default()));
    }
    Ok(entry.done())
}

/// Where to go: the session's own place, that of the event, and what there is online.
fn place(event: &Event, session: Option<&Session>) -> Option<String> {
    let name = session.and_then(|it| it.place.as_ref());
    let of_event = event.place.as_ref().filter(|place| Some(*place) != name);
    let more = name.and_then(|name| event.place_named(name)?.postal_address.as_ref());
    // A place with an address of its own is not within that of the event.
    let of_event = of_event.filter(|_| more.is_none());
    let join = event.join.as_ref().map(|join| join.as_str().to_owned());
    let online = event.online.clone().into_iter().chain(join);
    let words = name.into_iter().chain(more).chain(of_event).cloned();
    let places: Vec<String> = words.chain(online).collect();
    (!places.is_empty()).then(|| places.join(", "))
}

/// When it is, whether it is, and when that was last said.
fn times(
    event: &Event,
    starts: &CivilTime,
    ends: Option<&CivilTime>,
    status: Option<Status>,
    entry: &mut Entry,
) -> Result<(), PublishError> {
    entry.append_property(Property::new("DTSTAMP", format!("{}T000000Z", basic(stamp(event))?)));
    match event.zoned(starts) {
        Some(_) => {
            entry.append_property(at(event, "DTSTART", starts)?);
            // Without an end the entry is a moment, which calendars show as one.
            if let Some(ends) = ends.filter(|ends| ends.clock.is_some()) {
                entry.append_property(at(event, "DTEND", ends)?);
            }
        }
        None => {
            let last = parts_of(ends.map_or(&starts.date, |ends| &ends.date))?;
            // The end is not part of the event any more (section 3.6.1): an entry of one day ends
            // on the next.
            let end = last.tomorrow().map_err(|_| PublishError::Date(last.to_string()))?;
            entry
                .append_property(day("DTSTART", basic(&starts.date)?))
                .append_property(day("DTEND", end.strftime("%Y%m%d").to_string()));
        }
    }
    let status = match status {
        Some(Status::Cancelled) => "CANCELLED",
        // The day that was given is not that of the event any more, and there is no other.
        Some(Status::Postponed) => "TENTATIVE",
        Some(Status::Moved) => "CONFIRMED",
        None => return Ok(()),
    };
    entry.append_property(Property::new("STATUS", status));
    Ok(())
}

/// A time on the clocks of the event's zone (section 3.3.5, form 3).
fn at(event: &Event, name: &str, time: &CivilTime) -> Result<Property, PublishError> {
    let zone = event.time_zone.as_ref().map_or("UTC", |zone| zone.as_str());
    let clock = time.clock.as_deref().unwrap_or("00:00").replace(':', "");
    let value = format!("{}T{clock}00", basic(&time.date)?);
    Ok(Property::new(name, value).add_parameter("TZID", zone).done())
}

/// The event's time zone as far as its times need it: from the last change of the clocks before the
/// first of them to the first change after the last (section 3.6.5).
fn zone(event: &Event) -> Result<String, PublishError> {
    let name = event.time_zone.as_ref().map_or("UTC", |zone| zone.as_str());
    let zone = jiff::tz::db().get(name).map_err(|_| PublishError::TimeZone(name.to_owned()))?;
    let sessions = event.sessions.iter().flat_map(|it| [it.starts.as_ref(), it.ends.as_ref()]);
    let all = sessions.chain([Some(&event.starts), event.ends.as_ref()]).flatten();
    let times: Vec<Timestamp> =
        all.filter_map(|time| event.zoned(time)).map(|zoned| zoned.timestamp()).collect();
    let first = times.iter().min().copied().unwrap_or(Timestamp::UNIX_EPOCH);
    let last = times.iter().max().copied().unwrap_or(first);
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{name}\r\n");
    // Where the clocks never changed before, they show what they always did.
    let began = zone.preceding(first).next().map(|it| it.timestamp());
    let began = began.unwrap_or(Timestamp::UNIX_EPOCH.min(first));
    text.push_str(&observance(&zone, began)?);
    for change in zone.following(first).take_while(|change| change.timestamp() <= last) {
        text.push_str(&observance(&zone, change.timestamp())?);
    }
    text.push_str("END:VTIMEZONE\r\n");
    Ok(text)
}

/// What the clocks show from a moment on.
fn observance(zone: &TimeZone, from: Timestamp) -> Result<String, PublishError> {
    let before = from
        .checked_sub(jiff::Span::new().seconds(1))
        .map_err(|_| PublishError::Date(from.to_string()))?;
    let (offset_before, offset) = (zone.to_offset(before), zone.to_offset(from));
    let info = zone.to_offset_info(from);
    let name = if info.dst() == Dst::Yes { "DAYLIGHT" } else { "STANDARD" };
    // Where it begins is told on the clocks as they were before (section 3.6.5).
    let begins = offset_before.to_datetime(from).strftime("%Y%m%dT%H%M%S");
    Ok(format!(
        "BEGIN:{name}\r\nDTSTART:{begins}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\n\
         TZNAME:{}\r\nEND:{name}\r\n",
        basic_offset(offset_before),
        basic_offset(offset),
        info.abbreviation()
    ))
}

/// `+HHMM` (section 3.3.14), with seconds where a zone of long ago has them.
fn basic_offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let rest =
        if seconds.is_multiple_of(60) { String::new() } else { format!("{:02}", seconds % 60) };
    format!("{sign}{:02}{:02}{rest}", seconds / 3600, seconds / 60 % 60)
}

/// Names an entry for ever: by it a calendar knows a second import for the same entry. So it is
/// made of what must not change once the page is published, and not of where the page is. The
/// right half has to be a domain; `.invalid` is nobody's (RFC 2606).
fn uid(name: &str) -> String {
    format!("{name}@marginalia.invalid")
}

/// When what the entry says was last revised (section 3.8.7.2). The content file does not tell, and
/// the clock would make every build another file; what can be said for certain is that it was not
/// before the latest day on which one of its sources was published.
fn stamp(event: &Event) -> &Date {
    let published = event.sources.iter().filter_map(|source| source.published.as_ref());
    published.max().unwrap_or(&event.starts.date)
}

fn description(event: &Event) -> String {
    let mut paragraphs: Vec<String> = event.notice.iter().map(ToString::to_string).collect();
    paragraphs.extend(event.summary.iter().map(|it| it.text.to_string()));
    // A calendar entry has room for one organizer only; here stand all, by name.
    let names: Vec<&str> = event.organizers.iter().map(|it| it.name.as_str()).collect();
    if !names.is_empty() {
        paragraphs.push(messages::organizers(&names.join("; ")));
    }
    if let Some(attendance) = &event.attendance {
        paragraphs.push(messages::attendance(attendance));
    }
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
    let cited = event.organizers.first().and_then(|organizer| {
        // What cites nothing of its own goes with the event.
        organizer.cites.first().or(event.cites.first())
    });
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
