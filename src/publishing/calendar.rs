//! The event for calendars: iCalendar (RFC 5545), written by the `icalendar` crate.
//!
//! An event without a programme is one entry. Of a programme each session is an entry with its own
//! time: a series of twelve talks takes twelve hours of a calendar, and not the days between. The
//! calendar of a site holds the same entries as the files of its events, so that who has both is shown
//! each once.

use std::collections::BTreeMap;

use icalendar::{Calendar, Component as _, Event as Entry, EventLike as _, Property};
use jiff::Timestamp;
use jiff::tz::{Dst, Offset, TimeZone};

use super::plain_text::{Addresses, plain_text};
use super::{PublishError, is_elsewhere, parts_of};
use crate::event::file::made_id;
use crate::event::{CivilTime, Date, Event, Link, Role, Session, Status, Text};
use crate::messages::event as messages;

/// The longest line of a calendar file, in bytes without its end (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// How often a calendar that is subscribed to is to be asked for again: a day. Events are not announced
/// from one hour to the next, and nobody's server is to be asked for nothing.
const REFRESHED: &str = "P1D";

/// `event.ics`.
pub(super) fn of_event(event: &Event) -> Result<String, PublishError> {
    calendar(empty(), vec![(event, entries(event)?)])
}

/// A calendar to subscribe to, with the entries of several events. `address` is its own, where it is
/// known.
pub(super) fn of_events(
    title: &str,
    address: Option<&Link>,
    events: &[Event],
) -> Result<String, PublishError> {
    let mut all = empty();
    let title = plain(title);
    // Both are texts, in which commas are escaped. The library does not know so of the first, and programs
    // that read calendars do not know it of the second, which is older and read by more of them.
    for name in ["NAME", "X-WR-CALNAME"] {
        all.append_property(Property::new(name, &title).add_parameter("VALUE", "TEXT").done());
    }
    let mut refreshed = Property::new("REFRESH-INTERVAL", REFRESHED);
    all.append_property(refreshed.add_parameter("VALUE", "DURATION").done())
        .append_property(Property::new("X-PUBLISHED-TTL", REFRESHED));
    if let Some(address) = address {
        let source = Property::new("SOURCE", address.as_str()).add_parameter("VALUE", "URI").done();
        all.append_property(source);
    }
    let entries = events.iter().map(|event| Ok((event, entries(event)?)));
    calendar(all, entries.collect::<Result<_, PublishError>>()?)
}

fn entries(event: &Event) -> Result<Vec<Entry>, PublishError> {
    let mut sessions = Vec::new();
    for (index, session) in event.sessions.iter().enumerate() {
        if is_entry(event, session) {
            sessions.push(session_entry(event, session, index)?);
        }
    }
    if sessions.is_empty() {
        sessions.push(event_entry(event)?);
    }
    Ok(sessions)
}

/// The calendar file of each session on which notes hang, by its id.
pub(super) fn of_sessions(event: &Event) -> Result<Vec<(String, String)>, PublishError> {
    let mut files = Vec::new();
    for (index, session) in event.sessions.iter().enumerate() {
        let Some(id) = session.theme().filter(|_| session.starts.is_some()) else { continue };
        let entry = session_entry(event, session, index)?;
        let text = calendar(empty(), vec![(event, vec![entry])])?;
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

fn empty() -> Calendar {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Marginalia//Event page//EN"));
    calendar
}

/// A calendar file with the entries of events. Each time zone stands in it once.
fn calendar(
    mut calendar: Calendar,
    all: Vec<(&Event, Vec<Entry>)>,
) -> Result<String, PublishError> {
    let mut in_zones: BTreeMap<&str, Vec<&Event>> = BTreeMap::new();
    for (event, entries) in all {
        if entries.iter().any(tells_zone) {
            in_zones.entry(zone_name(event)).or_default().push(event);
        }
        for entry in entries {
            calendar.push(entry);
        }
    }
    let text = fold_again(&calendar.to_string());
    // The library has no component for time zones.
    let zones = in_zones.into_iter().map(|(name, events)| zone(name, &events));
    let zones = zones.collect::<Result<String, _>>()?;
    Ok(text.replacen("BEGIN:VEVENT", &format!("{zones}BEGIN:VEVENT"), 1))
}

fn tells_zone(entry: &Entry) -> bool {
    entry.properties().get("DTSTART").is_some_and(|starts| starts.params().contains_key("TZID"))
}

fn zone_name(event: &Event) -> &str {
    event.time_zone.as_ref().map_or("UTC", |zone| zone.as_str())
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
    entry.uid(&uid(&format!("{}/{}", event.id, session_name(event, session, index))));
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
    let texts = session.notice.iter().chain(&event.notice).chain(&session.text);
    paragraphs.extend(texts.map(words));
    entry.description(&plain(&paragraphs.join("\n\n")));
    if let Some(track) = &session.track {
        entry.categories([plain(track)]);
    }
    finish(event, Some(session), entry)
}

/// What tells a session from the others of the event, for ever. One that takes no notes may have no
/// id; it goes by its title then, which changes less often than its place in the file. An id has no
/// dot in it.
fn session_name(event: &Event, session: &Session, index: usize) -> String {
    if let Some(id) = &session.id {
        return id.to_string();
    }
    let before = event.sessions.iter().take(index);
    let same = before.filter(|it| it.id.is_none() && it.title == session.title).count();
    let name = made_id(&session.title, index);
    if same == 0 { format!(".{name}") } else { format!(".{name}.{}", same + 1) }
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
    for contact in contacts(event) {
        entry.append_multi_property(Property::new("CONTACT", plain(&contact)));
    }
    if let Some(join) = &event.join
        && session.is_none_or(|session| !is_elsewhere(event, session))
    {
        entry.append_property(conference(event, join));
    }
    if let Some(address) = &event.address {
        let theme = session.and_then(Session::theme);
        let fragment = theme.map(|theme| format!("#{}", crate::event::places::theme_anchor(theme)));
        entry.url(&format!("{}{}", address.as_str(), fragment.unwrap_or_default()));
    }
    Ok(entry.done())
}

/// Where to go: the session's own place, that of the event, their postal addresses, and what there
/// is online.
fn place(event: &Event, session: Option<&Session>) -> Option<String> {
    let own = session.and_then(|it| it.place.as_deref());
    let mut words = Vec::new();
    words.extend(own);
    words.extend(own.and_then(|name| postal_address(event, name)));
    // A place with an address of its own is not within that of the event.
    if words.len() < 2 {
        let of_event = event.place.as_deref().filter(|place| Some(*place) != own);
        words.extend(of_event);
        words.extend(of_event.and_then(|name| postal_address(event, name)));
    }
    if session.is_none_or(|session| !is_elsewhere(event, session)) {
        words.extend(event.online.as_deref());
        words.extend(event.join.as_ref().map(Link::as_str));
    }
    (!words.is_empty()).then(|| words.join(", "))
}

fn postal_address<'event>(event: &'event Event, name: &str) -> Option<&'event str> {
    event.place_named(name)?.postal_address.as_deref()
}

/// How people take part online (RFC 7986, section 5.11).
fn conference(event: &Event, join: &Link) -> Property {
    let mut property = Property::new("CONFERENCE", join.as_str());
    property.add_parameter("VALUE", "URI");
    if let Some(online) = &event.online {
        property.add_parameter("LABEL", &in_parameter(&plain(online)));
    }
    property
}

/// Whom to ask (section 3.8.4.2): the address that is given for it, and the people who answer.
fn contacts(event: &Event) -> Vec<String> {
    let address = event.contact.as_ref().map(|contact| match contact.as_str().split_once(':') {
        Some((scheme, mail)) if scheme.eq_ignore_ascii_case("mailto") => mail.to_owned(),
        _ => contact.as_str().to_owned(),
    });
    let people = event.people.iter().filter(|person| person.roles().contains(&Role::Contact));
    let people = people.map(|person| match &person.affiliation {
        Some(affiliation) => format!("{}, {affiliation}", person.full_name()),
        None => person.full_name(),
    });
    address.into_iter().chain(people).collect()
}

fn words(text: &Text) -> String {
    plain_text(text, Addresses::Shown)
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
    let clock = time.clock.as_deref().unwrap_or("00:00").replace(':', "");
    let value = format!("{}T{clock}00", basic(&time.date)?);
    Ok(Property::new(name, value).add_parameter("TZID", zone_name(event)).done())
}

/// A time zone as far as the times of events need it: from the last change of the clocks before the
/// first of them to the first change after the last (section 3.6.5).
fn zone(name: &str, events: &[&Event]) -> Result<String, PublishError> {
    let zone = jiff::tz::db().get(name).map_err(|_| PublishError::TimeZone(name.to_owned()))?;
    let mut times: Vec<Timestamp> = Vec::new();
    for event in events {
        let sessions = event.sessions.iter().flat_map(|it| [it.starts.as_ref(), it.ends.as_ref()]);
        let all = sessions.chain([Some(&event.starts), event.ends.as_ref()]).flatten();
        times.extend(all.filter_map(|time| event.zoned(time)).map(|zoned| zoned.timestamp()));
    }
    let first = times.iter().min().copied().unwrap_or(Timestamp::UNIX_EPOCH);
    let last = times.iter().max().copied().unwrap_or(first);
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{name}\r\n");
    // The clocks may change just when it begins. Where they never changed before, they show what
    // they always did.
    let until = first.checked_add(jiff::Span::new().seconds(1)).unwrap_or(first);
    let began = zone.preceding(until).next().map(|it| it.timestamp());
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
/// before the latest day on which one of its sources was published. Where none has a day, it is the
/// first day of the event, which may still lie ahead.
pub(super) fn stamp(event: &Event) -> &Date {
    let published = event.sources.iter().filter_map(|source| source.published.as_ref());
    published.max().unwrap_or(&event.starts.date)
}

fn description(event: &Event) -> String {
    let mut paragraphs: Vec<String> = event.notice.iter().map(words).collect();
    paragraphs.extend(event.summary.iter().map(|it| words(&it.text)));
    // A calendar entry has room for one organizer only, and not for one without an address; here
    // stand all, by name.
    let names: Vec<&str> = event.organizers.iter().map(|it| it.name.as_str()).collect();
    if !names.is_empty() {
        paragraphs.push(messages::organizers(&names.join("; ")).text());
    }
    if let Some(attendance) = &event.attendance {
        paragraphs.push(messages::attendance(attendance).text());
    }
    paragraphs.join("\n\n")
}

/// Who convened the event. RFC 5545 means the property for entries to which people are invited
/// (section 3.8.4.3); it is also the only one that calendars show as who is behind an event, and
/// without `METHOD` and `ATTENDEE` nobody is asked to answer. The value has to be the address of a
/// “calendar user”, which is any URI (section 3.3.3), most often `mailto:`. The property may stand
/// only once, so it is the first organizer who has an address, under its own name. Where none has one,
/// none may be made up: then all names stand with the address of the source which says that they
/// convened it.
fn organizer(event: &Event) -> Option<Property> {
    let own = event.organizers.iter().find_map(|it| Some((it.name.clone(), it.url.as_ref()?)));
    let (names, address) = own.or_else(|| {
        let first = event.organizers.first()?;
        // What cites nothing of its own goes with the event.
        let cited = first.cites.first().or(event.cites.first())?;
        let source = event.sources.iter().find(|source| &source.id == cited)?;
        let names: Vec<&str> = event.organizers.iter().map(|it| it.name.as_str()).collect();
        Some((names.join(", "), &source.url))
    })?;
    let mut property = Property::new("ORGANIZER", address.as_str());
    property.add_parameter("CN", &in_parameter(&plain(&names)));
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
/// than lines should be. Not behind a space, which some readers take away with the end of the line.
fn fold_again(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut rest = line;
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let mut ends = (1..=room).rev().filter(|end| rest.is_char_boundary(*end));
            let longest = ends.clone().next().unwrap_or(rest.len());
            let is_clean = |end: &usize| !rest[..*end].ends_with([' ', '\t']);
            let (piece, others) = rest.split_at(ends.find(is_clean).unwrap_or(longest));
            folded.push_str(piece);
            folded.push_str("\r\n ");
            rest = others;
            room = LONGEST_LINE - 1;
        }
        folded.push_str(rest);
        folded.push_str("\r\n");
    }
    folded
}
