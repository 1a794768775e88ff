//! What the host reads about days, times and time zones.

use super::super::dates::TimeAdvice;
use super::super::faults::{FaultKind, Table};
use super::{short, this};

/// What is wrong with a time.
pub(super) fn message(kind: &FaultKind) -> String {
    match kind {
        FaultKind::NotADate { text, .. } => {
            format!("`{}` is not a date that can be understood.", short(text))
        }
        FaultKind::NotATime { text, .. } => format!(
            "`{}` is not a date that can be understood, nor a date with a time.",
            short(text)
        ),
        FaultKind::UnquotedTime { text, advice } => {
            let key = &advice.key;
            format!(
                "`{key}` has to be a text, and `{}` is a date without quotation marks.",
                short(text)
            )
        }
        FaultKind::TimeWithoutZone { .. } => {
            "This time of day has no time zone, so readers elsewhere could not tell when it is."
                .into()
        }
        FaultKind::TimeAtOneEnd { table, at_start, .. } => {
            let who = this(*table);
            let what = match at_start {
                true => "starts at a time and ends on a day without one",
                false => "ends at a time and starts on a day without one",
            };
            let means = match (table, at_start) {
                (Table::Event, true) => "calendars can show only its start, and not how long it is",
                (Table::Event, false) => "calendars show whole days, without that time",
                (_, true) => "neither the page nor calendars can show how long it is",
                (_, false) => "the page shows no time for it, and calendars show whole days",
            };
            format!("{who} {what}, so {means}.")
        }
        FaultKind::SkippedTime { time, zone, .. } => format!(
            "In `{zone}` there is no time `{time}`: the clocks are put forward then and skip it."
        ),
        FaultKind::TimeShownTwice { time, zone } => format!(
            "In `{zone}` the clocks show `{time}` twice, because they are put back then. The page \
             takes the first."
        ),
        FaultKind::NotATimeZone { text, .. } => format!(
            "There is no time zone of the name `{}`, so nobody could tell when the times are.",
            short(text)
        ),
        FaultKind::SessionOutsideEvent { day } => {
            format!("This session is on {day}, and the event is not held on that day.")
        }
        _ => String::new(),
    }
}

/// How to mend it.
pub(super) fn remedy(kind: &FaultKind) -> String {
    match kind {
        FaultKind::NotADate { advice, .. } => {
            let general = "Write year, month and day with hyphens: `\"2014-09-04\"` is 4 September \
                           2014.";
            format!("{general}{}", advised(advice))
        }
        FaultKind::NotATime { advice, .. } => {
            let general = "Write year, month and day with hyphens, and the time behind them where \
                           it is known: `\"2014-09-04\"` or `\"2014-09-04 16:00\"`.";
            format!("{general}{}", advised(advice))
        }
        FaultKind::UnquotedTime { advice, .. } => {
            let key = &advice.key;
            let general = format!(
                "A date stands in quotation marks, year first, and the time behind it: `{key} = \
                 \"…\"`."
            );
            format!("{general}{}", advised(advice))
        }
        FaultKind::TimeWithoutZone { zone } => {
            let zone = zone.as_deref().unwrap_or("Europe/Paris");
            format!(
                "Add a line such as `time_zone = \"{zone}\"` at the top of the file: the continent \
                 and a large city in the zone."
            )
        }
        FaultKind::TimeAtOneEnd { at_start: true, example, .. } => format!(
            "Write the time of the end behind its day, such as `ends = \"{example}\"`. Where nobody \
             knows it, leave the line as it is."
        ),
        FaultKind::TimeAtOneEnd { at_start: false, example, .. } => format!(
            "Write the time of the start behind its day, such as `starts = \"{example}\"`. Where \
             nobody knows it, take the time out of `ends`."
        ),
        FaultKind::SkippedTime { next, .. } => {
            format!("Check the time. An hour later by the clocks would be `\"{next}\"`.")
        }
        FaultKind::TimeShownTwice { .. } => {
            "Nothing is to be done if that is right. Otherwise say in `notice` which one it is."
                .into()
        }
        FaultKind::NotATimeZone { zones, .. } => {
            let general = "A zone is written as the continent and a large city in it, in English, \
                           because short names and offsets from UTC do not tell when the clocks \
                           change";
            match zones.as_slice() {
                [] => format!(
                    "{general}: `\"Europe/Paris\"`, `\"America/New_York\"`. Write the city whose \
                     clocks show the times of this file."
                ),
                zones => format!("{general}. Write {}.", lines(zones)),
            }
        }
        FaultKind::SessionOutsideEvent { .. } => {
            "Check the day of the session, and `starts` and `ends` of the event.".into()
        }
        _ => String::new(),
    }
}

/// The lines that name zones, ready to copy.
fn lines(zones: &[String]) -> String {
    let lines: Vec<String> = zones.iter().map(|zone| format!("`time_zone = \"{zone}\"`")).collect();
    match lines.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => lines.concat(),
    }
}

/// What the text would be here.
fn advised(advice: &TimeAdvice) -> String {
    let key = &advice.key;
    if let Some(clock) = &advice.clock {
        return format!(
            " The day is missing: write it before the time, as in `{key} = \"2014-09-04 {clock}\"`."
        );
    }
    let mut advised = match advice.readings.as_slice() {
        [] => return String::new(),
        [(only, _)] => format!(" Here: `{key} = \"{only}\"`"),
        [(one, one_day), (other, other_day), ..] => format!(
            " It is not clear which number is the month: write `{key} = \"{one}\"` for {one_day}, \
             or `{key} = \"{other}\"` for {other_day}"
        ),
    };
    if let Some(ends) = &advice.ends {
        advised.push_str(&format!(" and `ends = \"{ends}\"`"));
    }
    advised.push('.');
    if advice.zone.as_deref() == Some("UTC") {
        advised.push_str(
            " This time is told in UTC. Write all times by the clocks of the place instead, and \
             its zone at the top of the file; or, if all are in UTC, `time_zone = \"UTC\"`.",
        );
    } else if let Some(zone) = &advice.zone {
        advised.push_str(&format!(
            " The zone of all times stands in a line of its own at the top of the file, by its \
             name; {zone} is none, because it does not tell when the clocks change."
        ));
        if !advice.zones.is_empty() {
            advised.push_str(&format!(" Such a line is {}.", lines(&advice.zones)));
        }
    }
    advised
}
