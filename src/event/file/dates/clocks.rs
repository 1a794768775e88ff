//! Times of day as people write them, and the offsets and short names of zones beside them.

use super::super::time_zones;
use super::Rest;
use super::Token::{Mark, Space, Word};

/// Words before a time, in English, German, Italian, Polish, Finnish and the Nordic languages.
const BEFORE_HOURS: [&str; 8] = ["at", "um", "ore", "alle", "godz", "klo", "kl", "ab"];

impl Rest {
    /// The offset or the short name of a zone at the end of a time: `Z`, `-04:00`, `CEST`, `UTC+2`.
    pub(super) fn zone(&mut self) -> Option<String> {
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
    pub(super) fn clocks(&mut self) -> Vec<(i8, i8)> {
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
                    (value, 2) if !self.is(at + 2, ':') => value * 100,
                    _ => return None,
                };
                return in_range(value / 100, value % 100)
                    .map(|(hour, minute)| (hour, minute, at + 2));
            }
            Some(word) if BEFORE_HOURS.contains(&word) => return self.clock_behind(at + 1),
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
        // `16–18 Uhr`
        let goes_on = self.is(end, '-') && self.number(end + 1).is_some();
        if !is_clock && goes_on && self.is_hours_word(end + 2) {
            return in_range(hour, 0).map(|(hour, minute)| (hour, minute, end));
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

    /// A time behind a word that tells that one comes: the hour may stand alone there.
    fn clock_behind(&self, at: usize) -> Option<(i8, i8, usize)> {
        let mut at = at;
        while matches!(self.tokens.get(at), Some(Space | Mark('.'))) {
            at += 1;
        }
        if let Some(clock) = self.clock(at) {
            return Some(clock);
        }
        let (hour, 1..=2) = self.number(at)? else { return None };
        let minutes =
            self.number(at + 2).filter(|(_, digits)| self.is(at + 1, '.') && *digits == 2);
        let is_day = minutes.is_some() && self.is(at + 3, '.');
        let (minute, end) = minutes.map_or((0, at + 1), |(minute, _)| (minute, at + 3));
        let clock = in_range(hour, minute).filter(|_| !is_day);
        clock.map(|(hour, minute)| (hour, minute, end))
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
}

fn in_range(hour: u32, minute: u32) -> Option<(i8, i8)> {
    let (hour, minute) = (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}
