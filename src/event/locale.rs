//! Times of the event on the clocks of its zone and of the world, and which way its language is read.
//! Native: the tables come with the `jiff` and `icu_locale` crates, so that every machine knows the
//! same zones and scripts.

use jiff::Zoned;
use jiff::civil;

use super::{CivilTime, Event, Language};
use crate::messages::language;

impl Language {
    /// Whether it is written from right to left: in the script of its tag, or else in the one that it
    /// is mostly written in.
    pub fn is_right_to_left(&self) -> bool {
        language::is_right_to_left(self.as_str())
    }
}

impl Event {
    /// A time in the event's zone; `None` where only a day is told, or no zone. Of a time that the
    /// clocks show twice, the first is meant; one that they skip is as much later.
    pub fn zoned(&self, time: &CivilTime) -> Option<Zoned> {
        let clock = time.clock.as_ref()?;
        let zone = self.time_zone.as_ref()?;
        let civil: civil::DateTime = format!("{}T{clock}", time.date.iso()).parse().ok()?;
        civil.in_tz(zone.as_str()).ok()
    }

    /// A time as programs read it: `YYYY-MM-DD`, or with a clock and its offset from UTC, as RFC 3339
    /// has it.
    pub fn timestamp(&self, time: &CivilTime) -> String {
        match self.zoned(time) {
            Some(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            None => time.iso(),
        }
    }
}
