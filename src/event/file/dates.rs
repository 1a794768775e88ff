//! Reads days and times as people write them, in many languages, so that a host can be told how the
//! same one is written in an event file. What could be two different days is told as both.

mod clocks;
mod days;

use std::str::FromStr as _;

use self::Token::{Mark, Number, Space, Word};
use any_ascii::any_ascii;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::time_zones;

/// How a time that a host wrote would be written here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimeAdvice {
    /// The key that holds it.
    pub key: String,
    /// What it may mean, as it is written here, and the day in words: one reading, or two where the
    /// order of day and month is not clear.
    pub readings: Vec<(String, String)>,
    /// The time, where the text tells no day.
    pub clock: Option<String>,
    /// The end, where the text tells a span of time.
    pub ends: Option<String>,
    /// The offset from UTC, or the short name of a zone, that stands in the text.
    pub zone: Option<String>,
    /// Zones that the text may mean.
    pub zones: Vec<String>,
}

impl TimeAdvice {
    /// Whether anything could be made of the text.
    pub(super) fn is_useful(&self) -> bool {
        !self.readings.is_empty() || self.clock.is_some()
    }
}

/// Whether a key holds a day or a time.
pub(super) fn is_of_time(key: &str) -> bool {
    matches!(key, "date" | "published") || takes_clock(key)
}

fn takes_clock(key: &str) -> bool {
    matches!(key, "starts" | "ends" | "announced_for")
}

/// What is to be written at `key` instead of `text`. `day` is the day that a time alone belongs to.
pub(super) fn advice(key: &str, text: &str, day: Option<&str>) -> TimeAdvice {
    const LONGEST: usize = 120;
    let mut advice = TimeAdvice { key: key.to_owned(), ..TimeAdvice::default() };
    if text.len() > LONGEST {
        return advice;
    }
    let mut rest = Rest::new(text);
    let zone = rest.zone();
    let clocks = if zone.is_some() || !rest.is_iso_day() { rest.clocks() } else { Vec::new() };
    let (mut days, mut last_day) = rest.days();
    if days.is_empty() && key == "starts" {
        (days, last_day) = two_days(text);
    }
    if let (true, None, Some((hour, minute))) = (days.is_empty(), day, clocks.first()) {
        advice.clock = Some(format!("{hour:02}:{minute:02}"));
    }
    if days.is_empty() && !clocks.is_empty() {
        days.extend(day.and_then(|day| Date::from_str(day.get(..10)?).ok()));
    }
    let with_clock = |day: &Date, clock: Option<&(i8, i8)>| match clock {
        Some((hour, minute)) if takes_clock(key) => format!("{day} {hour:02}:{minute:02}"),
        _ => day.to_string(),
    };
    for day in &days {
        let in_words = day.strftime("%-d %B %Y").to_string();
        advice.readings.push((with_clock(day, clocks.first()), in_words));
    }
    if let [only] = days.as_slice() {
        let ends = last_day.map(|last| with_clock(&last, clocks.get(1)));
        let same_day = || clocks.get(1).map(|clock| with_clock(only, Some(clock)));
        advice.ends = ends.or_else(same_day).filter(|_| key == "starts");
        if takes_clock(key) {
            advice.zones =
                zone.as_deref().map_or_else(Vec::new, |it| time_zones::meant(it, Some(*only)));
            advice.zone = zone;
        }
    }
    advice
}

/// The first and the last day of a text that tells both in full.
fn two_days(text: &str) -> (Vec<Date>, Option<Date>) {
    const BETWEEN: [&str; 9] =
        [" - ", " – ", " — ", " to ", " until ", " bis ", " au ", " al ", "/"];
    for between in BETWEEN {
        let Some((first, last)) = text.split_once(between) else { continue };
        let last = match Rest::new(last).days() {
            (days, None) if days.len() == 1 => days[0],
            _ => continue,
        };
        let of = |first: &str| match Rest::new(first).days() {
            (days, None) if days.len() == 1 => Some(days[0]),
            _ => None,
        };
        // The year may stand at the end alone.
        let first = of(first).or_else(|| of(&format!("{first} {}", last.year())));
        if let Some(first) = first.filter(|first| *first <= last) {
            return (vec![first], Some(last));
        }
    }
    (Vec::new(), None)
}

/// What is left of a text to be understood: words, numbers and the marks between them, in ASCII and
/// in small letters.
struct Rest {
    tokens: Vec<Token>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number { value: u32, digits: usize },
    Word(String),
    Mark(char),
    Space,
}

impl Rest {
    fn new(text: &str) -> Self {
        let plain: String =
            text.chars().map(|it| if "–—‐‑−".contains(it) { '-' } else { it }).collect();
        let text = any_ascii(&plain).to_lowercase();
        let mut tokens: Vec<Token> = Vec::new();
        for letter in text.chars() {
            match (letter, tokens.last_mut()) {
                (digit, Some(Number { value, digits })) if digit.is_ascii_digit() => {
                    *value = value.saturating_mul(10).saturating_add(digit as u32 - '0' as u32);
                    *digits += 1;
                }
                (digit, _) if digit.is_ascii_digit() => {
                    tokens.push(Number { value: digit as u32 - '0' as u32, digits: 1 });
                }
                (letter, Some(Word(word))) if letter.is_ascii_alphabetic() => word.push(letter),
                (letter, _) if letter.is_ascii_alphabetic() => {
                    tokens.push(Word(letter.to_string()));
                }
                (space, Some(Space)) if space.is_whitespace() => {}
                (space, _) if space.is_whitespace() => tokens.push(Space),
                (mark, _) => tokens.push(Mark(mark)),
            }
        }
        Self { tokens }
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.tokens.get(at)? {
            Word(word) => Some(word),
            _ => None,
        }
    }

    fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.tokens.get(at)? {
            Number { value, digits } => Some((*value, *digits)),
            _ => None,
        }
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at) == Some(&Mark(mark))
    }

    /// Takes tokens away, and leaves a gap where they were.
    fn take(&mut self, from: usize, to: usize) {
        let to = to.min(self.tokens.len());
        for token in &mut self.tokens[from.min(to)..to] {
            *token = Space;
        }
    }

    /// Nothing but a day with its month before it, such as `2014-09-04`, has no time in it.
    fn is_iso_day(&self) -> bool {
        let numbers = self.tokens.iter().filter(|it| matches!(it, Number { .. })).count();
        let words = self.tokens.iter().filter(|it| matches!(it, Word(_))).count();
        numbers <= 3 && words == 0 && !self.tokens.contains(&Mark(':')) && numbers != 1
    }
}

/// Whether a zone has this offset, such as `-04:00`, on a day.
pub(super) fn offset(text: &str) -> Option<Offset> {
    let text = text.trim();
    let text = ["UTC", "GMT"].iter().find_map(|it| text.strip_prefix(it)).unwrap_or(text);
    let (sign, digits) = match text.chars().next()? {
        '+' => (1, &text[1..]),
        '-' => (-1, &text[1..]),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let is_offset = (0..=14).contains(&hours) && (0..60).contains(&minutes);
    is_offset.then(|| Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()).flatten()
}
