//! What can be wrong with an event file though each of its values is right: what belongs together
//! and does not fit.

use toml::de::DeTable;

use super::faults::{FaultKind, Found, TOP_OF_FILE, Table};
use super::names::{Names, tables, text_at};
use super::values;
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
        faults.push((FaultKind::TimeWithoutZone, Some(time.span())));
    }
}
