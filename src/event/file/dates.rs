//! Reads days and times as people write them, in many languages, so that a host can be told how the
//! same one is written in an event file. What could be two different days is told as both.

use std::str::FromStr as _;

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
        !self.readings.is_empty()
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
    let (mut days, last_day) = rest.days();
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

use Token::{Mark, Number, Space, Word};

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

    /// The offset or the short name of a zone at the end of a time: `Z`, `-04:00`, `CEST`, `UTC+2`.
    fn zone(&mut self) -> Option<String> {
        for at in 0..self.tokens.len() {
            let Some(word) = self.word(at) else { continue };
            // `T16:00:00Z` and `16:00 Z`; elsewhere a single letter is no zone.
            let is_zulu = word == "z" && at > 0 && at + 1 == self.tokens.len();
            if !is_zulu && !time_zones::is_abbreviation(word) {
                continue;
            }
            let mut written = if is_zulu { "UTC".to_owned() } else { word.to_uppercase() };
            let mut end = at + 1;
            if let (true, Some((hours, _))) =
                (self.is(end, '+') || self.is(end, '-'), self.number(end + 1))
                && hours <= 14
            {
                written.push(if self.is(end, '+') { '+' } else { '-' });
                written.push_str(&hours.to_string());
                end += 2;
                if let (true, Some((minutes @ 0..60, 2))) =
                    (self.is(end, ':'), self.number(end + 1))
                {
                    written.push_str(&format!(":{minutes:02}"));
                    end += 2;
                }
            }
            self.take(at, end);
            return Some(written);
        }
        // An offset stands behind a time: `16:00-04:00`, `T16:00:00+0200`.
        let clock = (0..self.tokens.len()).find(|at| {
            self.is(at + 1, ':') && self.number(*at).is_some() && self.number(at + 2).is_some()
        })?;
        for at in clock + 3..self.tokens.len() {
            let Some((hours, digits)) = self.number(at + 1) else { continue };
            let sign = match self.tokens[at] {
                Mark(sign @ ('+' | '-')) => sign,
                _ => continue,
            };
            let minutes = self.number(at + 3).filter(|_| self.is(at + 2, ':'));
            let (hours, minutes, length) = match (digits, minutes) {
                (4, _) => (hours / 100, hours % 100, 2),
                (2, Some((minutes, 2))) => (hours, minutes, 4),
                (2, None) if sign == '+' => (hours, 0, 2),
                _ => continue,
            };
            let behind_space = matches!(self.tokens.get(at - 1), Some(Space));
            // `16:00-18:00` is a span of time: no offset west of Greenwich is larger than 12 hours.
            let most = if sign == '-' { 12 } else { 14 };
            let fits = hours <= most && minutes % 15 == 0 && !(sign == '-' && behind_space);
            if fits && at + length == self.tokens.len() {
                self.take(at, at + length);
                return Some(format!("{sign}{hours:02}:{minutes:02}"));
            }
        }
        None
    }

    /// The times of day, at most two.
    fn clocks(&mut self) -> Vec<(i8, i8)> {
        let mut clocks = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() && clocks.len() < 2 {
            match self.clock(at) {
                Some((hour, minute, end)) => {
                    self.take(at, end);
                    clocks.push((hour, minute));
                    at = end;
                }
                None => at += 1,
            }
        }
        clocks
    }

    fn clock(&self, at: usize) -> Option<(i8, i8, usize)> {
        match self.word(at) {
            Some("noon" | "midday" | "mittag" | "midi" | "mediodia") => {
                return Some((12, 0, at + 1));
            }
            Some("midnight" | "mitternacht" | "minuit") => return Some((0, 0, at + 1)),
            Some("t") => {
                // `T1600`, `T160000`
                let value = match self.number(at + 1)? {
                    (value, 4) => value,
                    (value, 6) => value / 100,
                    _ => return None,
                };
                return in_range(value / 100, value % 100)
                    .map(|(hour, minute)| (hour, minute, at + 2));
            }
            _ => {}
        }
        let (hour, digits) = self.number(at)?;
        if digits > 2 && !(digits == 4 && self.is_hours_word(at + 1)) {
            return None;
        }
        if digits == 4 {
            let (hour, minute) = in_range(hour / 100, hour % 100)?;
            return Some((hour, minute, self.behind_words(at + 1)));
        }
        let mut end = at + 1;
        let mut minute = 0;
        let mut is_clock = false;
        match self.tokens.get(end) {
            Some(Mark(':')) => {
                (minute, _) = self.number(end + 1).filter(|(_, digits)| *digits == 2)?;
                end += 2;
                is_clock = true;
                // Seconds, and their parts.
                if self.is(end, ':') && self.number(end + 1).is_some() {
                    end += 2;
                    if self.is(end, '.') && self.number(end + 1).is_some() {
                        end += 2;
                    }
                }
            }
            Some(Mark('.')) => {
                // `16.00 Uhr`, `4.30 pm`: with a dot only before a word for hours.
                if let Some((minutes, 2)) = self.number(end + 1)
                    && (self.is_hours_word(end + 2) || self.half_of_day(end + 2).is_some())
                {
                    minute = minutes;
                    end += 2;
                    is_clock = true;
                }
            }
            Some(Word(word)) if word == "h" || word == "hs" || word == "hrs" => {
                end += 1;
                is_clock = true;
                if let Some((minutes, 2)) = self.number(end) {
                    minute = minutes;
                    end += 1;
                }
            }
            _ => {}
        }
        if let Some((is_afternoon, behind)) = self.half_of_day(end) {
            let hour = match (hour, is_afternoon) {
                (12, false) => 0,
                (1..=11, true) => hour + 12,
                _ => hour,
            };
            return in_range(hour, minute).map(|(hour, minute)| (hour, minute, behind));
        }
        if self.is_hours_word(end) {
            end = self.behind_words(end);
            is_clock = true;
            // `16 Uhr 30`
            let next = if matches!(self.tokens.get(end), Some(Space)) { end + 1 } else { end };
            let is_minutes =
                self.number(next).is_some_and(|(value, digits)| digits == 2 && value < 60);
            let goes_on =
                self.is(next + 1, '.') || self.is(next + 1, '/') || self.is(next + 1, ':');
            if minute == 0 && is_minutes && !goes_on && next + 1 >= self.tokens.len() {
                minute = self.number(next)?.0;
                end = next + 1;
            }
        }
        // `4–6 pm`
        if !is_clock
            && self.is(end, '-')
            && let Some((_, behind)) = self.number(end + 1).and_then(|_| self.half_of_day(end + 2))
            && behind > end
        {
            let (is_afternoon, _) = self.half_of_day(end + 2)?;
            let hour = if is_afternoon && hour < 12 { hour + 12 } else { hour };
            return in_range(hour, 0).map(|(hour, minute)| (hour, minute, end));
        }
        let (hour, minute) = in_range(hour, minute)?;
        is_clock.then_some((hour, minute, end))
    }

    /// Whether “am” or “pm” stands here, and what is behind it.
    fn half_of_day(&self, at: usize) -> Option<(bool, usize)> {
        let at = if matches!(self.tokens.get(at), Some(Space)) { at + 1 } else { at };
        let is_afternoon = match self.word(at)? {
            "am" => false,
            "pm" => true,
            letter @ ("a" | "p") if self.is(at + 1, '.') && self.word(at + 2) == Some("m") => {
                let end = if self.is(at + 3, '.') { at + 4 } else { at + 3 };
                return Some((letter == "p", end));
            }
            _ => return None,
        };
        Some((is_afternoon, at + 1))
    }

    fn is_hours_word(&self, at: usize) -> bool {
        let at = if matches!(self.tokens.get(at), Some(Space)) { at + 1 } else { at };
        matches!(
            self.word(at),
            Some(
                "uhr"
                    | "h"
                    | "hs"
                    | "hrs"
                    | "hours"
                    | "heures"
                    | "heure"
                    | "horas"
                    | "hora"
                    | "ore"
                    | "uur"
                    | "o"
                    | "oclock"
                    | "godz"
                    | "klockan"
                    | "dian"
                    | "shi"
            )
        )
    }

    fn behind_words(&self, at: usize) -> usize {
        let at = if matches!(self.tokens.get(at), Some(Space)) { at + 1 } else { at };
        // “o'clock” is three pieces.
        let is_o_clock = self.word(at) == Some("o") && self.word(at + 2) == Some("clock");
        if is_o_clock { at + 3 } else { at + 1 }
    }

    /// The days that what is left may mean, and the last one of a span of days.
    fn days(&self) -> (Vec<Date>, Option<Date>) {
        let month = (0..self.tokens.len()).find_map(|at| Some((at, month(self.word(at)?)?)));
        let numbers: Vec<(usize, u32, usize)> = (0..self.tokens.len())
            .filter_map(|at| self.number(at).map(|(value, digits)| (at, value, digits)))
            .collect();
        let year_at = numbers
            .iter()
            .position(|(_, value, digits)| *digits == 4 && (1000..=9999).contains(value));
        if let Some((_, month)) = month {
            return self.days_with_month(month, &numbers, year_at);
        }
        match numbers.as_slice() {
            [(_, value, 8)] => {
                (date(value / 10_000, value / 100 % 100, value % 100).into_iter().collect(), None)
            }
            // 2018-09-25, 2018/9/25, 2018年9月25日
            [(_, year, 4), (_, month, _), (_, day, _)] => {
                (date(*year, *month, *day).into_iter().collect(), None)
            }
            [(at, one, _), (_, two, _), (_, year, digits @ (2 | 4))] => {
                let year = if *digits == 2 { year + 2000 } else { *year };
                let day_first = date(year, *two, *one);
                let month_first = date(year, *one, *two);
                // With dots the day comes first, wherever people write them.
                let is_clear = self.is(at + 1, '.') && day_first.is_some();
                let mut days: Vec<Date> = day_first.into_iter().collect();
                if !is_clear {
                    days.extend(month_first.filter(|it| Some(*it) != day_first));
                }
                (days, None)
            }
            // 25.–27.09.2018
            [(_, first, _), (at, last, _), (_, month, _), (_, year, 4)] if self.is(at + 1, '.') => {
                (date(*year, *month, *first).into_iter().collect(), date(*year, *month, *last))
            }
            _ => (Vec::new(), None),
        }
    }

    fn days_with_month(
        &self,
        month: u32,
        numbers: &[(usize, u32, usize)],
        year_at: Option<usize>,
    ) -> (Vec<Date>, Option<Date>) {
        // “25 September '18”
        let short_year = || {
            let last = numbers.len().checked_sub(1).filter(|last| *last > 0)?;
            let (at, _, digits) = numbers[last];
            (digits == 2 && at > 0 && self.is(at - 1, '\'')).then_some(last)
        };
        let Some(year_at) = year_at.or_else(short_year) else { return (Vec::new(), None) };
        let (_, year, digits) = numbers[year_at];
        let year = if digits == 2 { 2000 + year } else { year };
        let days: Vec<u32> = numbers
            .iter()
            .enumerate()
            .filter(|(index, (_, value, _))| *index != year_at && (1..=31).contains(value))
            .map(|(_, (_, value, _))| *value)
            .collect();
        match days.as_slice() {
            [day] => (date(year, month, *day).into_iter().collect(), None),
            [first, last] if first < last => {
                (date(year, month, *first).into_iter().collect(), date(year, month, *last))
            }
            _ => (Vec::new(), None),
        }
    }
}

fn in_range(hour: u32, minute: u32) -> Option<(i8, i8)> {
    let (hour, minute) = (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| *year >= 1000)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// How the names of months begin, in ASCII, in the languages that hosts are likely to write: English,
/// German, French, Spanish, Portuguese, Italian, Dutch, the Nordic ones, Polish, Russian, Turkish and
/// Arabic as it is written in the Levant and in the Maghreb.
const MONTHS: [&[&str]; 12] = [
    &["jan", "janv", "ene", "gen", "stycz", "yanv", "oca", "styczen", "leden"],
    &["feb", "fev", "febr", "fevr", "lut", "fevral", "sub", "unor"],
    &["mar", "marz", "mars", "maerz", "mrt", "maart", "marc", "brez"],
    &["apr", "avr", "abr", "avril", "kwie", "april", "aprel", "nis", "dub"],
    &["may", "mai", "mag", "maj", "mei", "maio", "mayo", "maya", "kve"],
    &["jun", "juin", "giu", "czerw", "iyun", "haz", "juni", "junio"],
    &["jul", "juil", "lug", "lip", "iyul", "tem", "juli", "julio"],
    &["aug", "aout", "ago", "sier", "avg", "agu", "srp"],
    &["sep", "set", "wrz", "sen", "eyl", "zar"],
    &["oct", "okt", "out", "ott", "paz", "eki", "rij"],
    &["nov", "lis", "noy", "kas", "noiembr"],
    &["dec", "dez", "dic", "des", "gru", "dek", "ara", "pros"],
];

/// The month of a word.
fn month(word: &str) -> Option<u32> {
    // A word that only begins alike, such as “marking”, is no month.
    const LONGEST: usize = 11;
    const NO_MONTHS: [&str; 13] = [
        // Tuesday in French, Spanish, Italian and Romanian.
        "mardi", "martes", "martedi", "marti", "des", "session", "seminar", "mayor", "main",
        "market", "second", "senate", "arab",
    ];
    match word {
        "march" => return Some(3),
        "september" | "sept" | "set" => return Some(9),
        _ if NO_MONTHS.contains(&word) || word.len() > LONGEST || word.len() < 3 => return None,
        _ => {}
    }
    let begins = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
    MONTHS.iter().position(|names| begins(&names)).and_then(|index| u32::try_from(index + 1).ok())
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
