//! Times as other programs write them, and as people read them. No clock: every time comes in.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use crate::event::Date;
use crate::messages;
use crate::notebook::Timestamp;

const DAY: i64 = 86_400_000;

/// The milliseconds since 1970; 0 for what lies before. A day or month that no calendar has is
/// counted on from the one before it, since a [`Timestamp`] promises its form alone.
pub(super) fn milliseconds(time: &Timestamp) -> u64 {
    signed_milliseconds(time.as_str()).try_into().unwrap_or(0)
}

fn signed_milliseconds(time: &str) -> i64 {
    let number = |from: usize, to: usize| -> i64 {
        time.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or(0)
    };
    let fraction = time.get(20..).unwrap_or("").trim_end_matches('Z');
    let thousandths = fraction
        .bytes()
        .chain(*b"000")
        .take(3)
        .fold(0, |sum, digit| sum * 10 + i64::from(digit.saturating_sub(b'0').min(9)));
    let days = days_since_1970(number(0, 4), number(5, 7), number(8, 10));
    let seconds = number(11, 13) * 3600 + number(14, 16) * 60 + number(17, 19);
    days * DAY + seconds * 1000 + thousandths
}

/// Counts in years that begin in March, so that the leap day is the last one of its year.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let months = year * 12 + month - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// The other way round: year, month and day.
fn calendar_day(days: i64) -> (i64, i64, i64) {
    // The guess counts years that are too short, or before 1970 too long, and so is never too early.
    let mut year = 1971 + days.div_euclid(365).max(days.div_euclid(366));
    while days_since_1970(year, 1, 1) > days {
        year -= 1;
    }
    let mut month = 12;
    while days_since_1970(year, month, 1) > days {
        month -= 1;
    }
    (year, month, days - days_since_1970(year, month, 1) + 1)
}

fn from_milliseconds(milliseconds: i64) -> Option<Timestamp> {
    let (days, rest) = (milliseconds.div_euclid(DAY), milliseconds.rem_euclid(DAY));
    let (year, month, day) = calendar_day(days);
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
    let (second, thousandth) = (rest / 1000 % 60, rest % 1000);
    let text =
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{thousandth:03}Z");
    Timestamp::parse(&text).ok()
}

/// A time as RFC 3339 writes it, in UTC or with an offset such as Hypothesis' `+00:00`.
pub(super) fn read(text: &str) -> Option<Timestamp> {
    if let Ok(time) = Timestamp::parse(text) {
        return Some(time);
    }
    let (local, offset) = text.split_at_checked(text.len().checked_sub(6)?)?;
    let local = Timestamp::parse(&format!("{local}Z")).ok()?;
    let sign = match offset.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let is_number =
        |digits: &str| digits.len() == 2 && digits.bytes().all(|it| it.is_ascii_digit());
    if !is_number(hours) || !is_number(minutes) {
        return None;
    }
    let minutes: i64 = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
    if minutes == 0 {
        return Some(local);
    }
    from_milliseconds(signed_milliseconds(local.as_str()) - sign * minutes * 60_000)
}

/// The day of a time, `YYYY-MM-DD`.
pub(super) fn day(time: &Timestamp) -> &str {
    time.as_str().get(..10).unwrap_or_default()
}

/// The day of a time in words, such as “4 September 2014”.
pub(super) fn day_in_words(time: &Timestamp) -> String {
    let text: StrDeserializer<'_, Error> = day(time).into_deserializer();
    Date::deserialize(text).map(|date| date.long()).unwrap_or_default()
}

/// A time in words, such as “4 September 2014, 14:30 UTC”.
pub(super) fn in_words(time: &Timestamp) -> String {
    let minute = time.as_str().get(11..16).unwrap_or_default();
    messages::transfer::time(&day_in_words(time), minute).text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_other_programs_are_read() {
        for (text, expected) in [
            ("2014-09-04T14:30:00.000Z", Some("2014-09-04T14:30:00.000Z")),
            ("2014-09-04T14:30:00Z", Some("2014-09-04T14:30:00Z")),
            ("2017-02-28T09:48:23.123456+00:00", Some("2017-02-28T09:48:23.123456Z")),
            ("2016-03-01T00:30:00+01:00", Some("2016-02-29T23:30:00.000Z")),
            ("1999-12-31T23:30:00.5-05:30", Some("2000-01-01T05:00:00.500Z")),
            ("0000-01-01T00:00:00+23:59", None),
            ("2014-09-04", None),
            ("2014-09-04T14:30:00+1:000", None),
            ("2014-09-04T14:30:00+é0:0", None),
            ("", None),
            ("yesterday", None),
        ] {
            let read = read(text);
            assert_eq!(read.as_ref().map(Timestamp::as_str), expected, "{text}");
        }
    }

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (text, expected) in [
            ("1970-01-01T00:00:00.000Z", 0),
            ("2014-09-04T14:30:00.123Z", 1_409_841_000_123),
            ("2000-02-29T00:00:00Z", 951_782_400_000),
            ("1969-12-31T23:59:59Z", 0),
            ("2014-02-30T24:00:60.999999Z", 1_393_804_860_999),
        ] {
            let time = Timestamp::parse(text).expect("a time");
            assert_eq!(milliseconds(&time), expected, "{text}");
        }
        for days in (-800_000..2_900_000).step_by(97) {
            let (year, month, day) = calendar_day(days);
            assert_eq!(days_since_1970(year, month, day), days);
            assert!((1..=12).contains(&month) && (1..=31).contains(&day), "{days}");
        }
    }
}
