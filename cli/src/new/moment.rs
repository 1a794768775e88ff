//! Times as sources give them, and how they are written in an event file, whose times are all those of
//! the clocks in one zone.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::Pieces;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// A day, or a time of one, with what the source says of its clock.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Moment {
    /// A day, without a time.
    Day(Date),
    /// By the clocks of the place, wherever that is.
    Floating(DateTime),
    /// By the clocks of a zone of the IANA database.
    In(DateTime, String),
    /// By the clocks of a zone that no database here knows.
    InUnknown(DateTime, String),
    /// By clocks that differ so much from UTC: many zones do.
    With(DateTime, Offset),
    /// A moment, without a word on the clocks of the place.
    At(Timestamp),
}

impl Moment {
    /// By the clocks of a zone that a source names.
    pub(super) fn in_zone(civil: DateTime, zone: &str) -> Self {
        match zone_name(zone) {
            Some(name) if name == "UTC" => Self::with(civil, Offset::UTC, true),
            Some(name) => Self::In(civil, name),
            None => Self::InUnknown(civil, zone.to_owned()),
        }
    }

    /// A time with an offset from UTC; `is_utc` where the source says that it is UTC itself, and not
    /// only the clocks of a place that agree with it.
    fn with(civil: DateTime, offset: Offset, is_utc: bool) -> Self {
        match offset.to_timestamp(civil) {
            Ok(timestamp) if is_utc => Self::At(timestamp),
            _ => Self::With(civil, offset),
        }
    }

    /// Reads what ISO 8601 and RFC 9557 write: `2025-05-10`, `2025-05-10T16:00`, `…+02:00`, `…Z`,
    /// `…+02:00[Europe/Paris]`. Nothing for other texts.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let pieces = Pieces::parse(text.trim()).ok()?;
        let date = pieces.date();
        let Some(time) = pieces.time() else { return Some(Self::Day(date)) };
        let civil = date.to_datetime(time);
        if let Some(zone) = pieces.time_zone_annotation()
            && let Some(name) =
                zone.to_time_zone().ok().and_then(|it| it.iana_name().map(str::to_owned))
        {
            return Some(Self::in_zone(civil, &name));
        }
        Some(match pieces.offset() {
            None => Self::Floating(civil),
            Some(jiff::fmt::temporal::PiecesOffset::Zulu) => Self::with(civil, Offset::UTC, true),
            Some(offset) => Self::with(civil, offset.to_numeric_offset(), false),
        })
    }

    /// So many minutes later; nothing for a day without a time.
    pub(super) fn plus_minutes(&self, minutes: i64) -> Option<Self> {
        let length = jiff::SignedDuration::from_mins(minutes);
        Some(match self {
            Self::Day(_) => return None,
            Self::Floating(civil) => Self::Floating(civil.checked_add(length).ok()?),
            Self::In(civil, zone) => {
                // An hour later by the sun, whatever the clocks did between.
                let zoned = civil.in_tz(zone).ok()?.checked_add(length).ok()?;
                Self::In(zoned.datetime(), zone.clone())
            }
            Self::InUnknown(civil, zone) => {
                Self::InUnknown(civil.checked_add(length).ok()?, zone.clone())
            }
            Self::With(civil, offset) => Self::With(civil.checked_add(length).ok()?, *offset),
            Self::At(timestamp) => Self::At(timestamp.checked_add(length).ok()?),
        })
    }

    /// What a source says of its clocks without naming a zone, in words.
    fn hint(&self) -> Option<String> {
        match self {
            Self::InUnknown(_, zone) => Some(format!("“{zone}”, which no database of zones knows")),
            Self::With(_, offset) => Some(format!("UTC{offset}")),
            _ => None,
        }
    }

    /// The time as the source has it, for a host to read.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Floating(civil) => minutes(*civil),
            Self::In(civil, zone) | Self::InUnknown(civil, zone) => {
                format!("{} in {zone}", minutes(*civil))
            }
            Self::With(civil, offset) => format!("{} UTC{offset}", minutes(*civil)),
            Self::At(timestamp) => {
                format!("{} UTC", minutes(Offset::UTC.to_datetime(*timestamp)))
            }
        }
    }
}

/// The name of a zone as an event file takes it: one of the IANA database, of a place, or UTC.
pub(super) fn zone_name(text: &str) -> Option<String> {
    let zone = jiff::tz::db().get(text.trim()).ok()?;
    let name = zone.iana_name()?;
    match name {
        "Etc/UTC" | "Etc/UCT" | "Etc/Zulu" | "Etc/Universal" | "UTC" => Some("UTC".to_owned()),
        // The database names offsets and single countries too.
        _ => (name.contains('/') && !name.starts_with("Etc/")).then(|| name.to_owned()),
    }
}

fn minutes(civil: DateTime) -> String {
    civil.strftime("%Y-%m-%d %H:%M").to_string()
}

/// The clocks by which all times of one file are written.
pub(super) struct Clock {
    /// Nothing where the source names no zone: the host has to.
    zone: Option<(String, TimeZone)>,
    /// Whether any time of day is to be written at all.
    pub(super) has_times: bool,
    /// What the host should know of the zone.
    pub(super) remark: Option<String>,
}

impl Clock {
    /// The clocks for these times; `named` is the zone that the source names for all of them.
    pub(super) fn of(moments: &[&Moment], named: Option<&str>) -> Self {
        let clocks = || moments.iter().filter(|it| !matches!(it, Moment::Day(_)));
        let has_times = clocks().next().is_some();
        let first = clocks().find_map(|it| match it {
            Moment::In(_, zone) => Some(zone.clone()),
            _ => None,
        });
        let zone = first.or_else(|| named.and_then(zone_name));
        let with_rules =
            |name: String| TimeZone::get(&name).ok().map(|time_zone| (name, time_zone));
        if let Some(zone) = zone.and_then(with_rules) {
            return Self { zone: Some(zone), has_times, remark: None };
        }
        if has_times && clocks().all(|it| matches!(it, Moment::At(_))) {
            let remark = "The source gives its times in UTC and does not name the zone of the place. \
                          To write them by the clocks of the place, change the zone and all times.";
            let zone = Some(("UTC".to_owned(), TimeZone::UTC));
            return Self { zone, has_times, remark: Some(remark.to_owned()) };
        }
        let hints: BTreeSet<String> = clocks().filter_map(|it| it.hint()).collect();
        let remark = (!hints.is_empty()).then(|| {
            let hints = hints.into_iter().collect::<Vec<_>>().join(", ");
            format!("The source does not name the zone of its times. It says: {hints}.")
        });
        Self { zone: None, has_times, remark }
    }

    /// The name of the zone, where it is known.
    pub(super) fn name(&self) -> Option<&str> {
        self.zone.as_ref().map(|(name, _)| name.as_str())
    }

    /// The time as it is written in the file; nothing where that cannot be told, because it would need
    /// a zone that is not known, or because no clock there shows it.
    pub(super) fn write(&self, moment: &Moment) -> Option<String> {
        let Some((name, zone)) = &self.zone else {
            return match moment {
                Moment::Day(day) => Some(day.to_string()),
                Moment::Floating(civil)
                | Moment::In(civil, _)
                | Moment::InUnknown(civil, _)
                | Moment::With(civil, _) => Some(minutes(*civil)),
                Moment::At(_) => None,
            };
        };
        let shown = |civil: DateTime| {
            let offset = zone.to_ambiguous_timestamp(civil).offset();
            let is_gap = matches!(offset, AmbiguousOffset::Gap { .. });
            (!is_gap).then(|| minutes(civil))
        };
        let at = |timestamp: Timestamp| minutes(zone.to_datetime(timestamp));
        match moment {
            Moment::Day(day) => Some(day.to_string()),
            Moment::Floating(civil) => shown(*civil),
            Moment::In(civil, its) if its == name => shown(*civil),
            Moment::In(civil, its) => civil.in_tz(its).ok().map(|it| at(it.timestamp())),
            Moment::InUnknown(..) => None,
            Moment::With(civil, offset) => offset.to_timestamp(*civil).ok().map(at),
            Moment::At(timestamp) => Some(at(*timestamp)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Moment, zone_name};

    fn parsed(text: &str) -> Moment {
        Moment::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    /// How these times are written, and in which zone.
    fn written(times: &[&Moment], named: Option<&str>) -> (Option<String>, Vec<Option<String>>) {
        let clock = Clock::of(times, named);
        (clock.name().map(str::to_owned), times.iter().map(|it| clock.write(it)).collect())
    }

    #[test]
    fn times_are_read_as_iso_8601_has_them() {
        for (text, shown) in [
            ("2025-05-10", "2025-05-10"),
            ("2025-05-10T16:00", "2025-05-10 16:00"),
            ("2025-05-10 16:00:30", "2025-05-10 16:00"),
            ("2025-05-10T16:00+0200", "2025-05-10 16:00 UTC+02"),
            ("2025-05-10T16:00:00.000+05:30", "2025-05-10 16:00 UTC+05:30"),
            ("2025-05-10T16:00:00Z", "2025-05-10 16:00 UTC"),
            ("2025-05-10T16:00+02:00[Europe/Paris]", "2025-05-10 16:00 in Europe/Paris"),
        ] {
            assert_eq!(parsed(text).shown(), shown);
        }
        for text in ["", "10 May 2025", "2025-02-30", "2025-05-10T25:00", "16:00"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn only_names_of_places_and_utc_are_zones() {
        assert_eq!(zone_name("europe/paris").as_deref(), Some("Europe/Paris"));
        assert_eq!(zone_name("Etc/UTC").as_deref(), Some("UTC"));
        for other in ["CET", "EST5EDT", "Etc/GMT-2", "Mars/Olympus", "+02:00", ""] {
            assert_eq!(zone_name(other), None, "{other}");
        }
        let civil = jiff::civil::date(2025, 5, 10).at(16, 0, 0, 0);
        assert_eq!(Moment::in_zone(civil, "CET"), Moment::InUnknown(civil, "CET".to_owned()));
    }

    #[test]
    fn all_times_are_written_by_one_clock_or_not_at_all() {
        let (floating, offset) = (parsed("2025-07-10T16:00"), parsed("2025-07-10T16:00+02:00"));
        let (utc, paris) = (parsed("2025-07-10T16:00Z"), parsed("2025-07-10T16:00[Europe/Paris]"));
        let text = |it: &str| Some(it.to_owned());
        let four = || text("2025-07-10 16:00");
        // What an offset means is known once a zone is.
        assert_eq!(written(&[&offset], None), (None, vec![four()]));
        assert_eq!(
            written(&[&offset, &utc], Some("America/New_York")),
            (text("America/New_York"), vec![text("2025-07-10 10:00"), text("2025-07-10 12:00")])
        );
        assert_eq!(
            written(&[&floating, &utc, &paris], Some("America/New_York")),
            (text("Europe/Paris"), vec![four(), text("2025-07-10 18:00"), four()])
        );
        assert_eq!(written(&[&utc], None), (text("UTC"), vec![four()]));
        // By whose clocks four in UTC would be told, nobody knows here.
        assert_eq!(written(&[&floating, &utc], None), (None, vec![four(), None]));
        let skipped = parsed("2025-03-30T02:30");
        assert_eq!(written(&[&skipped, &paris], None).1, [None, four()]);
    }

    #[test]
    fn a_length_is_one_of_real_time() {
        let before = parsed("2025-03-30T01:30[Europe/Paris]");
        let after = before.plus_minutes(60).map(|it| it.shown());
        assert_eq!(after.as_deref(), Some("2025-03-30 03:30 in Europe/Paris"));
        assert_eq!(parsed("2025-03-30").plus_minutes(60), None);
    }
}
