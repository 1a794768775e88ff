//! Reading a backup, or the annotation set of another program.

use serde_json::Value;

use super::{EVENT_URN, VERSION_OF_SEVERAL};
use crate::formats::import::{Refusal, each, is_page, same_words, text, theme_id, time};
use crate::formats::plan::{Arrival, Reason, Source};
use crate::formats::{Snapshot, ids, web_annotations};
use crate::notebook::{Deleted, Note, NoteId};
use crate::storage::codec::{self, DecodeError, Decoded, Version};

/// # Errors
/// [`Refusal::Newer`] where a later version of the app wrote it.
pub(crate) fn read(set: &Value, snapshot: &Snapshot) -> Result<Arrival, Refusal> {
    let beyond = &set["marginalia"];
    if let Some(version) =
        beyond["version"].as_u64().filter(|version| *version > VERSION_OF_SEVERAL)
    {
        return Err(Refusal::Newer(version));
    }
    let made = time(set, "generated").unwrap_or_else(|| snapshot.now.clone());
    let mut arrival = Arrival::new(Source::Backup, made);
    let items = each(&set["items"]);
    if let Some(events) = beyond["events"].as_array() {
        read_several(items, events, snapshot, &mut arrival);
        return Ok(arrival);
    }
    let of_event = event_of(set, snapshot);
    if of_event == Some(false) {
        arrival.elsewhere = items.len() + count_beside(beyond);
        return Ok(arrival);
    }
    // A set of this event may have been made where the page had another address.
    web_annotations::reader::read_all(items, |_| of_event, snapshot, &mut arrival);
    if of_event.is_some() {
        read_beside(beyond, &mut arrival);
    }
    Ok(arrival)
}

/// Reads what a set of several events has of this one. What another program added to it names no event.
fn read_several(items: &[Value], events: &[Value], snapshot: &Snapshot, arrival: &mut Arrival) {
    let is_named = |value: &Value| Some(text(value, "event")? == snapshot.event.id.as_str());
    let of_event = |item: &Value| is_named(&item["marginalia"]);
    web_annotations::reader::read_all(items, of_event, snapshot, arrival);
    for event in events {
        match is_named(event) {
            Some(true) => read_beside(event, arrival),
            _ => arrival.elsewhere += count_beside(event),
        }
    }
}

/// What stands beside the notes on an event.
fn beside(of_event: &Value) -> [&[Value]; 3] {
    ["drafts", "deleted", "unreadable"].map(|name| each(&of_event[name]))
}

fn count_beside(of_event: &Value) -> usize {
    beside(of_event).iter().map(|list| list.len()).sum()
}

fn read_beside(of_event: &Value, arrival: &mut Arrival) {
    let [drafts, deleted, raw] = beside(of_event);
    drafts.iter().for_each(|draft| read_draft(draft, arrival));
    deleted.iter().for_each(|deleted| read_deleted(deleted, arrival));
    raw.iter().for_each(|entry| read_raw(entry, arrival));
}

/// Whether the set says that it is about this event; `None` where it says nothing of an event.
fn event_of(set: &Value, snapshot: &Snapshot) -> Option<bool> {
    let id = snapshot.event.id.as_str();
    if let Some(event) = text(&set["marginalia"], "event") {
        return Some(event == id);
    }
    let named: Vec<&str> =
        each(&set["about"]["dc:identifier"]).iter().filter_map(Value::as_str).collect();
    if let Some(event) = named.iter().find_map(|name| name.strip_prefix(EVENT_URN)) {
        return Some(event == id);
    }
    let is_named = named.iter().any(|name| is_page(name, snapshot));
    let title = text(&set["about"], "dc:title");
    let is_titled_so = title.is_some_and(|title| same_words(title, &snapshot.event.title));
    (is_named || is_titled_so).then_some(true)
}

/// Adds to a note what the standard has no word for. The entry as it was stored counts where it
/// says what the note says; where somebody edited the note, only the fields that are unknown here
/// are taken from it.
pub(crate) fn with_what_is_beyond(
    note: Note,
    beyond: &Value,
    decode: impl Fn(&NoteId, &str) -> Result<Decoded<Note>, DecodeError>,
) -> (Note, Option<String>) {
    let stored = text(beyond, "stored");
    let decoded = stored.and_then(|stored| decode(&note.id, stored).ok());
    let note = Note {
        revision: beyond["revision"].as_u64().unwrap_or(1),
        conflict: text(beyond, "conflict").and_then(|id| NoteId::parse(id).ok()),
        extra: decoded.as_ref().map(|it| it.value.extra.clone()).unwrap_or_default(),
        ..note
    };
    match decoded {
        Some(Decoded { value, version })
            if version != Version::Older
                && Note { newer: value.newer, ..note.clone() } == value =>
        {
            (value, stored.map(str::to_owned))
        }
        _ => (note, None),
    }
}

fn read_draft(draft: &Value, arrival: &mut Arrival) {
    let Some(words) = text(draft, "text") else {
        return arrival.leave_out("", Reason::Malformed);
    };
    let Some(theme) = text(draft, "theme").and_then(theme_id) else {
        return arrival.leave_out(words, Reason::NoTheme);
    };
    let says = |stored: &&str| codec::decode_draft(stored).is_ok_and(|it| it.value == words);
    let stored = text(draft, "stored").filter(says).map(str::to_owned);
    arrival.drafts.push((theme, words.to_owned(), stored));
}

fn read_deleted(deleted: &Value, arrival: &mut Arrival) {
    let Some(words) = text(deleted, "text") else {
        return arrival.leave_out("", Reason::Malformed);
    };
    let Some(theme) = text(deleted, "theme").and_then(theme_id) else {
        return arrival.leave_out(words, Reason::NoTheme);
    };
    let at = time(deleted, "deleted").unwrap_or_else(|| arrival.made.clone());
    let created = time(deleted, "created").unwrap_or_else(|| at.clone());
    let changed = time(deleted, "changed").unwrap_or_else(|| created.clone());
    let id = text(deleted, "id").unwrap_or_default();
    let id =
        NoteId::parse(id).unwrap_or_else(|_| ids::derived(&created, &["uri", id, words], None));
    let note = Note { changed, ..Note::new(id, theme, words.to_owned(), created) };
    let (note, stored) = with_what_is_beyond(note, deleted, |id, text| {
        let Decoded { value, version } = codec::decode_deleted(id, text)?;
        Ok(Decoded { value: value.note, version })
    });
    let says_when =
        |stored: &String| codec::decode_deleted(&note.id, stored).is_ok_and(|it| it.value.at == at);
    let stored = stored.filter(says_when);
    arrival.deleted.push((Deleted { note, at }, stored));
}

fn read_raw(entry: &Value, arrival: &mut Arrival) {
    match (text(entry, "key"), text(entry, "text")) {
        (Some(key), Some(text)) => arrival.raw.push((key.to_owned(), text.to_owned())),
        _ => arrival.leave_out("", Reason::Malformed),
    }
}
