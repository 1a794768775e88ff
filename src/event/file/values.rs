//! What may stand in a text of an event file: days, times, zones, languages, addresses, colours, paths.
//! Each function tells what is wrong with a text, if anything is.

use std::ops::Range;
use std::path::{Component, Path};

use icu_locale::LanguageIdentifier;

use super::faults::FaultKind;
use super::{paths, time_zones};
use crate::event::accent::{self, Faint};

pub(super) type Checked = Result<(), FaultKind>;

/// Whether a text is a day of the calendar, written `YYYY-MM-DD`.
pub(super) fn day(text: &str) -> Checked {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(index, byte)| match index {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let number = |range: Range<usize>| text.get(range).and_then(|digits| digits.parse().ok());
    match (shaped, number(0..4), number(5..7), number(8..10)) {
        (true, Some(year), Some(month), Some(day)) => {
            // Two digits fit into the eight bits that jiff takes.
            let (month, day) = (i8::try_from(month), i8::try_from(day));
            let exists = matches!((month, day), (Ok(month), Ok(day))
                if jiff::civil::Date::new(year, month, day).is_ok());
            if exists { Ok(()) } else { Err(FaultKind::NoSuchDay(text.to_owned())) }
        }
        _ => Err(FaultKind::NotADate { text: text.to_owned(), advice: Box::default() }),
    }
}

/// Whether a text is a day, or a day and a time of it: `YYYY-MM-DD HH:MM`.
pub(super) fn time(text: &str) -> Checked {
    let Some((date, clock)) = text.get(10..11).and_then(|between| match between {
        " " | "T" => Some((&text[..10], &text[11..])),
        _ => None,
    }) else {
        return day(text).map_err(|fault| match fault {
            FaultKind::NotADate { text, advice } => FaultKind::NotATime { text, advice },
            other => other,
        });
    };
    let bytes = clock.as_bytes();
    let shaped = bytes.len() == 5
        && bytes.iter().enumerate().all(|(index, byte)| match index {
            2 => *byte == b':',
            _ => byte.is_ascii_digit(),
        });
    let number = |range: Range<usize>| clock.get(range).and_then(|it| it.parse::<u8>().ok());
    match (shaped, number(0..2), number(3..5)) {
        (true, Some(hours), Some(minutes)) => {
            day(date).map_err(|_| FaultKind::NoSuchDay(date.to_owned()))?;
            let exists = hours < 24 && minutes < 60;
            if exists { Ok(()) } else { Err(FaultKind::NoSuchTime(clock.to_owned())) }
        }
        _ => Err(FaultKind::NotATime { text: text.to_owned(), advice: Box::default() }),
    }
}

/// Whether the database of time zones has one of this name.
pub(super) fn time_zone(text: &str) -> Checked {
    match time_zones::name_of(text) {
        Some(_) => Ok(()),
        None => Err(FaultKind::NotATimeZone { text: text.to_owned(), zones: Vec::new() }),
    }
}

/// Whether a text is well formed as the tag of a language.
pub(super) fn language(text: &str) -> Checked {
    let well_formed = text.len() < 36 && text.parse::<LanguageIdentifier>().is_ok();
    if well_formed { Ok(()) } else { Err(FaultKind::NotALanguage(text.to_owned())) }
}

/// Whether a text is a colour in which words can be read on the page: `accent` on light backgrounds, and
/// `accent_dark` on dark ones.
pub(super) fn accent(key: &'static str, text: &str) -> Checked {
    if !accent::is_colour(text) {
        return Err(FaultKind::NotAColour { key, text: text.to_owned() });
    }
    let scheme = if key == "accent_dark" { accent::DARK } else { accent::LIGHT };
    let Some(Faint { contrast, with, nearest }) = scheme.faint(text) else { return Ok(()) };
    // Cut off, since what is not enough must not look as if it were.
    let contrast = format!("{:.2}", (contrast * 100.0).floor() / 100.0);
    Err(FaultKind::FaintColour { key, text: text.to_owned(), contrast, with, nearest })
}

/// Only addresses that cannot run a script, and that lead somewhere.
pub(super) fn link(text: &str) -> Checked {
    if is_link(text) { Ok(()) } else { Err(FaultKind::NotALink(text.to_owned())) }
}

/// Where the page is published: an address that a browser can open, of the page as a whole.
pub(super) fn page_address(text: &str) -> Checked {
    let is_mail = text.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    if !is_link(text) || is_mail || text.contains('#') {
        return Err(FaultKind::NotAPageAddress(text.to_owned()));
    }
    Ok(())
}

fn is_link(text: &str) -> bool {
    let after = |scheme: &str| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    };
    let rest = after("https://").or_else(|| after("http://")).or_else(|| after("mailto:"));
    let leads_somewhere =
        rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']));
    leads_somewhere && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

/// Whether a text is a path that stays below the folder `public`.
pub(super) fn path_below_public(text: &str) -> Checked {
    // A colon or a backslash would make it an address, or a path of another system.
    let stays = !text.is_empty()
        && !text.contains([':', '\\', '?', '#'])
        && !text.ends_with('/')
        && !paths::names_public(text)
        && Path::new(text).components().all(|part| matches!(part, Component::Normal(_)));
    if stays {
        return Ok(());
    }
    Err(FaultKind::NotAPicture { path: text.to_owned(), meant: paths::below_public(text) })
}
