//! iCalendar ([RFC 5545](https://www.rfc-editor.org/info/rfc5545)): what calendars export. One entry is
//! the event; several are its sessions. Nothing that repeats is expanded: which days it falls on is for
//! the host to check.

mod entry;
mod times;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty,
};
use calcard::{Entry, Parser};

use self::entry::text_of;
use self::times::Zones;
use super::draft::{Draft, Session};
use super::moment::Moment;

/// Makes a draft of a calendar; nothing where it holds no entry that takes place.
pub(super) fn read(text: &str) -> Option<Draft> {
    let calendars = calendars(text);
    let mut draft = Draft::default();
    let mut sessions = Vec::new();
    let mut repeats = false;
    for calendar in &calendars {
        let zones = Zones::of(calendar);
        of_calendar(calendar, &mut draft);
        for component in entries(calendar) {
            let replaced = is_replaced(component, calendar, &zones);
            repeats |= component.is_recurrent_or_override();
            entry::tell_repeats(component, replaced, &zones, &mut draft);
            if !replaced {
                sessions.push(entry::read(component, &zones, &mut draft));
            }
        }
    }
    if sessions.is_empty() {
        return None;
    }
    if sessions.len() == 1 && !repeats {
        as_event(sessions.remove(0), &mut draft);
    } else {
        as_sessions(sessions, &mut draft);
    }
    Some(draft)
}

/// All calendars of a text. Lines that cannot be read are skipped, as calendars themselves do.
fn calendars(text: &str) -> Vec<ICalendar> {
    let mut parser = Parser::new(text);
    let mut calendars = Vec::new();
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => calendars.push(calendar),
            Entry::Eof | Entry::TooManyComponents => return calendars,
            _ => {}
        }
    }
}

fn entries(calendar: &ICalendar) -> impl Iterator<Item = &ICalendarComponent> {
    let is_entry = |it: &&ICalendarComponent| it.component_type == ICalendarComponentType::VEvent;
    calendar.components.iter().filter(is_entry)
}

/// Whether an entry that repeats has another entry for its own first day, which then counts.
fn is_replaced(entry: &ICalendarComponent, calendar: &ICalendar, zones: &Zones<'_>) -> bool {
    if !entry.is_recurrent() || entry.uid().is_none() {
        return false;
    }
    let time = |it: &ICalendarComponent, property| zones.time(it.property(&property)?);
    let first = time(entry, ICalendarProperty::Dtstart);
    entries(calendar)
        .filter(|it| it.is_recurrence_override() && it.uid() == entry.uid())
        .any(|it| first.is_some() && time(it, ICalendarProperty::RecurrenceId) == first)
}

/// What a calendar says of itself, and what else is in it.
fn of_calendar(calendar: &ICalendar, draft: &mut Draft) {
    for component in &calendar.components {
        match &component.component_type {
            ICalendarComponentType::VCalendar => {
                let named = |name: &str| {
                    let name = ICalendarProperty::Other(name.to_owned());
                    component.property(&name).and_then(text_of)
                };
                let name = component.property(&ICalendarProperty::Name).and_then(text_of);
                let title = name.or_else(|| named("X-WR-CALNAME"));
                draft.title = draft.title.take().or(title);
                draft.time_zone = draft.time_zone.take().or_else(|| named("X-WR-TIMEZONE"));
            }
            ICalendarComponentType::VTodo => {
                draft.left_out.add("Tasks", "They are no part of an event.", None);
            }
            ICalendarComponentType::VJournal => {
                draft.left_out.add("Journal entries", "They are no part of an event.", None);
            }
            ICalendarComponentType::VFreebusy => {
                draft.left_out.add("Times that are taken", "They are no part of an event.", None);
            }
            _ => {}
        }
    }
}

/// The only entry is the event itself.
fn as_event(entry: Session, draft: &mut Draft) {
    draft.title = entry.title.or_else(|| draft.title.take());
    draft.starts = entry.starts;
    draft.ends = entry.ends;
    draft.place = entry.place;
    draft.status = entry.status;
    draft.summary = entry.text;
    for link in entry.links {
        draft.source_url.get_or_insert(link.url);
    }
}

/// The entries are what the event consists of: its sessions, in the order of time.
fn as_sessions(mut sessions: Vec<Session>, draft: &mut Draft) {
    let only = |get: fn(&Session) -> &Option<String>| {
        let first = get(sessions.first()?).clone()?;
        sessions.iter().all(|it| get(it).as_ref() == Some(&first)).then_some(first)
    };
    // The dates of a series bear one name, which is that of the event.
    let (title, place) = (only(|it| &it.title), only(|it| &it.place));
    draft.title = title.or_else(|| draft.title.take());
    if let Some(place) = place {
        draft.place = Some(place);
        sessions.iter_mut().for_each(|it| it.place = None);
    }
    sessions.sort_by_key(|it| it.starts.as_ref().map(Moment::shown));
    draft.sessions = sessions;
}
