//! Reading a backup, or the annotation set of another program.

use serde_json::Value;

use super::{EVENT_URN, VERSION};
use crate::formats::import::{
    Refusal, each, is_page, quotation, quoted_theme, same_words, text, theme_id, time, titled_theme,
};
use crate::formats::plan::{Arrival, Incoming, Reason, Source};
use crate::formats::{Snapshot, annotation, ids};
use crate::notebook::{Deleted, Note, NoteId};
use crate::storage::codec::{self, DecodeError, Decoded, Version};

/// # Errors
/// [`Refusal::Newer`] where a later version of the app wrote it.
pub(crate) fn read(set: &Value, snapshot: &Snapshot) -> Result<Arrival, Refusal> {
    let beyond = &set["marginalia"];
    if let Some(version) = beyond["version"].as_u64().filter(|version| *version > VERSION) {
        return Err(Refusal::Newer(version));
    }
    let made = time(set, "generated").unwrap_or_else(|| snapshot.now.clone());
    let mut arrival = Arrival::new(Source::Backup, made);
    let items = each(&set["items"]);
    let beside = ["drafts", "deleted", "unreadable"].map(|name| each(&beyond[name]));
    let of_event = event_of(set, snapshot);
    if of_event == Some(false) {
        arrival.elsewhere = items.len() + beside.iter().map(|list| list.len()).sum::<usize>();
        return Ok(arrival);
    }
    for item in items {
        let sources = each(&item["target"])
            .iter()
            .filter_map(|target| text(target, "source").or_else(|| target.as_str()));
        // A set of this event may have been made where the page had another address.
        let is_here =
            of_event.is_some() || sources.into_iter().any(|source| is_page(source, snapshot));
        if is_here {
            read_item(item, snapshot, &mut arrival);
        } else {
            arrival.elsewhere += 1;
        }
    }
    let [drafts, deleted, raw] = beside;
    if of_event.is_some() {
        drafts.iter().for_each(|draft| read_draft(draft, &mut arrival));
        deleted.iter().for_each(|deleted| read_deleted(deleted, &mut arrival));
        raw.iter().for_each(|entry| read_raw(entry, &mut arrival));
    }
    Ok(arrival)
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
    named.iter().any(|name| is_page(name, snapshot)).then_some(true)
}

fn read_item(item: &Value, snapshot: &Snapshot, arrival: &mut Arrival) {
    let targets = || each(&item["target"]).iter();
    let comment = each(&item["body"])
        .iter()
        .find_map(|body| text(body, "value").or_else(|| body.as_str()))
        .or_else(|| text(item, "bodyValue"));
    // What is quoted, unless that is the heading of a theme, now or when the set was made.
    let headed = || targets().flat_map(|target| each(&target["meta"]["headings"]));
    let mut quote = quotation(&item["target"]).filter(|quote| {
        titled_theme(&quote.exact, snapshot).is_none()
            && !headed()
                .filter_map(|heading| text(heading, "txt"))
                .any(|title| same_words(title, &quote.exact))
    });
    let words = match comment {
        Some(words) => words,
        None if quote.is_some() => "",
        None => {
            let quoted = targets()
                .flat_map(|target| each(&target["selector"]))
                .find_map(|selector| text(selector, "exact"));
            let reason = if item.is_object() { Reason::NoText } else { Reason::Malformed };
            return arrival.leave_out(quoted.unwrap_or_default(), reason);
        }
    };
    let shown = quote.as_ref().filter(|_| words.trim().is_empty()).map(|it| it.exact.clone());
    let shown = shown.unwrap_or_else(|| words.to_owned());
    let beyond = &item["marginalia"];
    let mut headings = headed().filter_map(|heading| titled_theme(text(heading, "txt")?, snapshot));
    let theme = text(beyond, "theme")
        .and_then(theme_id)
        .or_else(|| quoted_theme(&item["target"], snapshot))
        .or_else(|| headings.next_back());
    let Some(theme) = theme else { return arrival.leave_out(&shown, Reason::NoTheme) };
    let uri = text(item, "id").unwrap_or_default();
    let named = annotation::note_id(uri);
    if named.is_none() && words.trim().is_empty() && quote.is_none() {
        return arrival.leave_out(words, Reason::NoText);
    }
    let created = time(item, "created")
        .or_else(|| time(item, "modified"))
        .unwrap_or_else(|| arrival.made.clone());
    let changed = time(item, "modified").unwrap_or_else(|| created.clone());
    let is_named = named.is_some();
    let id = named.unwrap_or_else(|| ids::derived(&created, &["uri", uri, words], quote.as_ref()));
    let note = Note { changed, ..Note::new(id, theme, words.to_owned(), created) };
    let (mut note, stored) = with_what_is_beyond(note, beyond, codec::decode_note);
    // What was stored says it too, and all of it.
    if stored.is_none()
        && note.quote().is_none()
        && let Some(quote) = quote.take()
    {
        note.set_quote(&quote);
    }
    arrival.notes.push(Incoming { note, is_named, stored });
}

/// Adds to a note what the standard has no word for. The entry as it was stored counts where it
/// says what the note says; where somebody edited the note, only the fields that are unknown here
/// are taken from it.
fn with_what_is_beyond(
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
