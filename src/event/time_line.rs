//! The event among the dated occasions that it prepared for, in the order of time.

use super::{Date, Event, Occasion};
use crate::messages::{Message, event as messages};

/// The height of the longest stretch between two moments, in pixels.
const LONGEST: i64 = 72;

/// The least height of a stretch, so that it is seen as one and has room for its words.
const SHORTEST: i64 = 24;

/// Up to so many days each day has a mark.
const MARKED: i64 = 14;

/// Something with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment<'event> {
    /// What happened, with its index among the occasions; `None` for the event itself.
    pub occasion: Option<(usize, &'event Occasion)>,
    /// The day, or the first one.
    pub starts: &'event Date,
    /// The last day, where there are several.
    pub ends: Option<&'event Date>,
    /// The days since the moment before; `None` for the first one, and where the two meet.
    pub stretch: Option<Stretch>,
}

/// The time between two moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From the last day of the one to the first of the other; 1 or more.
    pub days: i64,
    /// How long it is drawn: to scale with the others, unless it would be too short to be seen.
    pub height: i64,
}

impl Stretch {
    /// The line of it and a mark at each day between, as the path of an SVG.
    pub fn path(self) -> String {
        let Self { days, height } = self;
        let mut path = format!("M1 0V{height}");
        if days <= MARKED {
            for day in 1..days {
                path += &format!("M1 {}h6", day * height / days);
            }
        }
        path
    }

    /// The words for it.
    pub fn words(self) -> Message {
        // Moments stand in the order of time.
        messages::days_later(usize::try_from(self.days).unwrap_or_default())
    }
}

impl Event {
    /// The event and the dated occasions in the order of time; nothing where no occasion is dated.
    pub fn time_line(&self) -> Vec<Moment<'_>> {
        let mut moments: Vec<Moment<'_>> = Vec::new();
        for (index, occasion) in self.occasions.iter().enumerate() {
            if let Some(starts) = &occasion.date {
                let occasion = Some((index, occasion));
                moments.push(Moment { occasion, starts, ends: None, stretch: None });
            }
        }
        if moments.is_empty() {
            return moments;
        }
        let (starts, ends) = (&self.starts.date, self.last_day());
        moments.insert(0, Moment { occasion: None, starts, ends, stretch: None });
        // ISO days are in the order of their letters. Of one day, the event comes first.
        moments.sort_by_key(|moment| moment.starts);
        let mut last = moments.first().map_or(0, |moment| day_number(moment.starts));
        let mut days = Vec::with_capacity(moments.len());
        for moment in &moments {
            days.push(day_number(moment.starts) - last);
            last = last.max(day_number(moment.ends.unwrap_or(moment.starts)));
        }
        let longest = days.iter().copied().max().unwrap_or(1).max(1);
        for (moment, days) in moments.iter_mut().zip(days) {
            let height = (LONGEST * days / longest).max(SHORTEST);
            moment.stretch = (days > 0).then_some(Stretch { days, height });
        }
        moments
    }
}

/// The days from 1 March of the year 0 in the Gregorian calendar; 0 for what is no day, which the
/// checker lets nobody publish.
fn day_number(date: &Date) -> i64 {
    let mut parts = date.iso().split('-').map(|part| part.parse::<i64>().ok());
    let mut next = || parts.next().flatten();
    let (Some(year), Some(month), Some(day)) = (next(), next(), next()) else { return 0 };
    // Years that begin with March have the day that comes and goes at their end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + day
        - 1
}
