//! What can be wrong with an event file though each of its values is right: what belongs together
//! and does not fit.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use toml::Spanned;
use toml::de::DeTable;

use super::faults::{FaultKind, Found, TOP_OF_FILE, Table};
use super::names::{Names, id_of, tables, text_at};
use super::{time_zones, values};
use crate::event::BREAK;

/// All that does not fit.
pub(super) fn check(file: &DeTable<'_>, names: &Names) -> Vec<Found> {
    let mut faults = Vec::new();
    ends_before_it_starts(file, Table::Event, &mut faults);
    for session in tables(file, Table::Session) {
        ends_before_it_starts(session, Table::Session, &mut faults);
        session_without_id(session, names, &mut faults);
    }
    no_theme(file, &mut faults);
    parts_without_themes(file, names, &mut faults);
    times_without_zone(file, &mut faults);
    times_at_one_end(file, &mut faults);
    times_beside_the_clock(file, &mut faults);
    sessions_outside(file, &mut faults);
    uncited_sources(file, &mut faults);
    faults
}

fn ends_before_it_starts(table: &DeTable<'_>, kind: Table, faults: &mut Vec<Found>) {
    let (Some(starts), Some(ends)) = (text_at(table, "starts"), text_at(table, "ends")) else {
        return;
    };
    let (start, end) = (*starts.get_ref(), *ends.get_ref());
    if values::time(start).is_err() || values::time(end).is_err() {
        return;
    }
    // Of two that are not both told to the minute, only the days can be compared.
    let length = start.len().min(end.len());
    if end[..length].replace('T', " ") < start[..length].replace('T', " ") {
        faults.push((FaultKind::EndsBeforeStart(kind), Some(ends.span())));
    }
}

/// Notes hang on the id of a session: one that were made of its title would change with it.
fn session_without_id(session: &DeTable<'_>, names: &Names, faults: &mut Vec<Found>) {
    let takes_notes = match session.get("notes").and_then(|it| it.get_ref().as_bool()) {
        Some(notes) => notes,
        None => {
            !text_at(session, "kind").is_some_and(|it| it.get_ref().eq_ignore_ascii_case(BREAK))
        }
    };
    if !takes_notes || session.contains_key("id") {
        return;
    }
    if let Some(title) = text_at(session, "title") {
        let suggestion = names.unused_id(title.get_ref());
        faults.push((FaultKind::SessionWithoutId(suggestion), Some(title.span())));
    }
}

fn no_theme(file: &DeTable<'_>, faults: &mut Vec<Found>) {
    let list = |kind: Table| file.get(kind.key()).map(|it| (it.span(), it.get_ref().as_array()));
    let is_empty = |list: Option<&toml::de::DeArray<'_>>| list.is_some_and(|it| it.is_empty());
    if list(Table::Session).is_some_and(|(_, list)| !is_empty(list)) {
        return;
    }
    match list(Table::Theme) {
        None => faults.push((FaultKind::NoTheme, Some(TOP_OF_FILE))),
        Some((span, list)) if is_empty(list) => faults.push((FaultKind::NoTheme, Some(span))),
        Some(_) => {}
    }
}

fn parts_without_themes(file: &DeTable<'_>, names: &Names, faults: &mut Vec<Found>) {
    for part in tables(file, Table::Part) {
        let Some(id) = text_at(part, "id").filter(|id| !names.has_themes(id.get_ref())) else {
            continue;
        };
        let fault = FaultKind::PartWithoutThemes(id.get_ref().to_string());
        faults.push((fault, Some(id.span())));
    }
}

/// A time of day says nothing to readers elsewhere without its zone.
fn times_without_zone(file: &DeTable<'_>, faults: &mut Vec<Found>) {
    if file.contains_key("time_zone") {
        return;
    }
    let sessions = tables(file, Table::Session);
    let all = std::iter::once(file).chain(sessions);
    let mut times = all.flat_map(|table| ["starts", "ends"].map(|key| text_at(table, key)));
    let with_clock = times.find_map(|it| {
        it.filter(|it| it.get_ref().len() > 10 && values::time(it.get_ref()).is_ok())
    });
    if let Some(time) = with_clock {
        let zone = text_at(file, "place").and_then(|it| time_zones::of_place(it.get_ref()));
        faults.push((FaultKind::TimeWithoutZone { zone }, Some(time.span())));
    }
}

/// Where one end has a time and the other only a day, calendars can show but one of them: they know
/// a time at both, or whole days. The page says nothing false, so that the host only has to know.
fn times_at_one_end(file: &DeTable<'_>, faults: &mut Vec<Found>) {
    // Of a programme with times calendars get the sessions, and not the event.
    if !tables(file, Table::Session).any(|session| session.contains_key("starts")) {
        faults.extend(time_at_one_end(file, Table::Event));
    }
    let sessions = tables(file, Table::Session);
    faults.extend(sessions.filter_map(|session| time_at_one_end(session, Table::Session)));
}

fn time_at_one_end(table: &DeTable<'_>, kind: Table) -> Option<Found> {
    let time = |key| text_at(table, key).filter(|it| values::time(it.get_ref()).is_ok());
    let (starts, ends) = (time("starts")?, time("ends")?);
    let (start, end) = (*starts.get_ref(), *ends.get_ref());
    let (start_day, end_day) = (start.get(..10)?, end.get(..10)?);
    // An end before the start is told as that.
    if start.len() == end.len() || end_day < start_day {
        return None;
    }
    let at_start = start.len() > end.len();
    let clock = if at_start { start } else { end }.get(11..)?;
    let is_between = |it: &str| if at_start { it > clock } else { it < clock };
    let (day, clocks) = match at_start {
        true => (end_day, ["18:00", "22:00", "23:59"]),
        false => (start_day, ["09:00", "06:00", "00:00"]),
    };
    let fits = |it: &&str| start_day < end_day || is_between(it);
    let example = format!("{day} {}", clocks.into_iter().find(fits).unwrap_or(clocks[2]));
    let place = if at_start { ends.span() } else { starts.span() };
    Some((FaultKind::TimeAtOneEnd { table: kind, at_start, example }, Some(place)))
}

/// All times of a file that are told to the minute.
fn clock_times<'file>(
    file: &'file DeTable<'_>,
) -> impl Iterator<Item = Spanned<&'file str>> + use<'file> {
    let all = std::iter::once(file).chain(tables(file, Table::Session));
    let times = all.flat_map(|table| {
        ["starts", "ends", "announced_for"].into_iter().filter_map(|key| text_at(table, key))
    });
    times.filter(|it| it.get_ref().len() > 10 && values::time(it.get_ref()).is_ok())
}

/// Twice a year clocks in many zones skip an hour, or show one twice.
fn times_beside_the_clock(file: &DeTable<'_>, faults: &mut Vec<Found>) {
    let zone = text_at(file, "time_zone").and_then(|it| TimeZone::get(it.get_ref()).ok());
    let Some(zone) = zone else { return };
    let Some(name) = zone.iana_name().map(str::to_owned) else { return };
    for time in clock_times(file) {
        let text = time.get_ref().replace('T', " ");
        let Ok(civil) = text.parse::<DateTime>() else { continue };
        let fault = match zone.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { .. } => continue,
            AmbiguousOffset::Gap { before, after } => {
                let skipped = i64::from(after.seconds() - before.seconds());
                let next = civil.checked_add(SignedDuration::from_secs(skipped));
                let next = next.map(|it| it.strftime("%Y-%m-%d %H:%M").to_string());
                let next = next.unwrap_or_else(|_| text.clone());
                FaultKind::SkippedTime { time: text, zone: name.clone(), next }
            }
            AmbiguousOffset::Fold { .. } => {
                FaultKind::TimeShownTwice { time: text, zone: name.clone() }
            }
        };
        faults.push((fault, Some(time.span())));
    }
}

/// A session on another day than the event's is more often a slip than meant.
fn sessions_outside(file: &DeTable<'_>, faults: &mut Vec<Found>) {
    let day_of = |table: &DeTable<'_>, key: &str| {
        let time = text_at(table, key).filter(|it| values::time(it.get_ref()).is_ok())?;
        Some((time.get_ref().get(..10)?.to_owned(), time.span()))
    };
    let Some((first, _)) = day_of(file, "starts") else { return };
    // An end that cannot be read says nothing of the days.
    let last = match file.contains_key("ends") {
        true => day_of(file, "ends").map(|(day, _)| day),
        false => Some(first.clone()),
    };
    let Some(last) = last.filter(|last| *last >= first) else { return };
    for session in tables(file, Table::Session) {
        if let Some((day, span)) = day_of(session, "starts")
            && !(&first..=&last).contains(&&day)
        {
            faults.push((FaultKind::SessionOutsideEvent { day }, Some(span)));
        }
    }
}

fn uncited_sources(file: &DeTable<'_>, faults: &mut Vec<Found>) {
    let mut cited = BTreeSet::new();
    let mut cite = |table: &DeTable<'_>| {
        let cites = table.get("cites").and_then(|it| it.get_ref().as_array());
        for id in cites.into_iter().flat_map(|list| list.iter()) {
            cited.extend(id.get_ref().as_str().map(str::to_owned));
        }
    };
    cite(file);
    for kind in Table::CITING {
        for table in tables(file, kind) {
            cite(table);
            tables(table, Table::Remark).for_each(&mut cite);
        }
    }
    for (index, source) in tables(file, Table::Source).enumerate() {
        let Some((id, span)) = id_of(source, Some("title"), index) else { continue };
        if !cited.contains(&id) {
            faults.push((FaultKind::UncitedSource(id), Some(span)));
        }
    }
}
