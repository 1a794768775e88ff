//! The times of a calendar: days, times by the clocks of a zone, in UTC, or by the clocks of wherever
//! one is.

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{ICalendar, ICalendarDuration, ICalendarEntry, ICalendarValue};
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::new::moment::Moment;
use crate::new::text;

/// The zones that a calendar names.
pub(super) struct Zones<'calendar>(TzResolver<&'calendar str>);

impl<'calendar> Zones<'calendar> {
    pub(super) fn of(calendar: &'calendar ICalendar) -> Self {
        Self(calendar.build_tz_resolver())
    }

    /// The time that a property holds.
    pub(super) fn time(&self, entry: &ICalendarEntry) -> Option<Moment> {
        self.times(entry).into_iter().next()
    }

    /// All times that a property holds.
    pub(super) fn times(&self, entry: &ICalendarEntry) -> Vec<Moment> {
        let times = entry.values.iter().filter_map(|value| match value {
            ICalendarValue::PartialDateTime(time) => self.moment(time, entry),
            _ => None,
        });
        times.collect()
    }

    fn moment(&self, time: &PartialDateTime, entry: &ICalendarEntry) -> Option<Moment> {
        let date = date(time)?;
        let Some(hour) = time.hour else { return Some(Moment::Day(date)) };
        let part = |it: Option<u8>| i8::try_from(it.unwrap_or(0)).ok();
        let civil: DateTime = date.at(i8::try_from(hour).ok()?, part(time.minute)?, 0, 0);
        if time.tz_hour.is_some() {
            return Offset::UTC.to_timestamp(civil).ok().map(Moment::At);
        }
        Some(match entry.tz_id().and_then(text::plain_line) {
            Some(id) => match self.name(&id) {
                Some(name) => Moment::in_zone(civil, &name),
                None => Moment::InUnknown(civil, id),
            },
            None => Moment::Floating(civil),
        })
    }

    /// The name that the IANA database has for a zone of the calendar.
    pub(super) fn name(&self, id: &str) -> Option<String> {
        match self.0.resolve(id)? {
            zone @ Tz::Tz(_) => zone.name().map(|name| name.into_owned()),
            _ => None,
        }
    }
}

fn date(time: &PartialDateTime) -> Option<Date> {
    let small = |it: Option<u8>| i8::try_from(it?).ok();
    let year = i16::try_from(time.year?).ok()?;
    Date::new(year, small(time.month)?, small(time.day)?).ok()
}

/// The last day of something that is over when `end` begins, as calendars write whole days.
pub(super) fn last_day(end: Moment) -> Option<Moment> {
    match end {
        Moment::Day(day) => day.yesterday().ok().map(Moment::Day),
        other => Some(other),
    }
}

/// When something is over that begins so and takes so long.
pub(super) fn after(start: &Moment, duration: &ICalendarDuration) -> Option<Moment> {
    if duration.neg {
        return None;
    }
    let days = i64::from(duration.weeks) * 7 + i64::from(duration.days);
    let minutes = i64::from(duration.hours) * 60 + i64::from(duration.minutes);
    match start {
        Moment::Day(day) => {
            let end = day.checked_add(jiff::SignedDuration::from_hours(days * 24)).ok()?;
            last_day(Moment::Day(end))
        }
        _ => start.plus_minutes(days * 24 * 60 + minutes),
    }
}
