//! The backup: a Readium annotation set (<https://github.com/readium/annotations>), which reading
//! systems open, with all that the app stores.
//!
//! For what that standard has no word for there is one member, `marginalia`, on the set and on each
//! annotation. Drafts, deleted notes and entries that cannot be read stand in that of the set, so
//! that no other program shows what the reader deleted or has not added. Where an entry is stored
//! in other words than the fields here would give, its text is kept beside them as `stored`.
//!
//! A set may hold the notes on several events. Then each annotation names its event, and the member of the
//! set lists the events with what else is stored of each. Such a set is of version 2, since pages that know
//! version 1 alone would take notes of other events for theirs.

pub(super) mod reader;

use serde::Serialize;

use super::annotation::{Annotation, Body, CONTEXT, Heading, Meta, Target};
use super::outline::{self, Section};
use super::selectors::Places;
use super::several::Several;
use super::{Selection, Snapshot, ids};
use crate::messages::all_notes::title_of;
use crate::messages::transfer::backup_title;
use crate::notebook::Timestamp;
use crate::notebook::{Deleted, Note};
use crate::storage::codec::{self, DecodeError, Decoded};
use crate::storage::{Entry, Keys};

/// The version of the member `marginalia` in a set of one event …
const VERSION: u64 = 1;

/// … and in one of several, the latest that is known here.
pub(super) const VERSION_OF_SEVERAL: u64 = 2;

/// The start of the URI of an event.
pub const EVENT_URN: &str = "urn:marginalia:event:";

#[derive(Serialize)]
struct AnnotationSet<'snapshot> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    generator: Generator,
    generated: &'snapshot str,
    title: String,
    about: About<'snapshot>,
    items: Vec<Item<'snapshot>>,
    marginalia: OnSet<'snapshot>,
}

#[derive(Serialize)]
struct Generator {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct About<'snapshot> {
    #[serde(rename = "dc:identifier")]
    identifier: Vec<String>,
    #[serde(rename = "dc:title")]
    title: &'snapshot str,
    #[serde(rename = "dc:format")]
    format: &'static str,
    #[serde(rename = "dc:publisher", skip_serializing_if = "String::is_empty")]
    publisher: String,
    #[serde(rename = "dc:date", skip_serializing_if = "str::is_empty")]
    date: &'snapshot str,
}

/// What the set says beyond the standard.
#[derive(Serialize)]
struct OnSet<'snapshot> {
    version: u64,
    /// The event, in a set of one.
    #[serde(flatten)]
    event: Option<OfEvent<'snapshot>>,
    /// The events, in a set of several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<OfEvent<'snapshot>>,
}

/// What is stored of an event beside its notes.
#[derive(Serialize)]
struct OfEvent<'snapshot> {
    event: &'snapshot str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    drafts: Vec<StoredDraft<'snapshot>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    deleted: Vec<StoredDeleted<'snapshot>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<Unreadable<'snapshot>>,
}

/// What an annotation says beyond the standard.
#[derive(Serialize)]
struct OnItem<'snapshot> {
    /// In a set of several events.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'snapshot str>,
    theme: &'snapshot str,
    revision: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<&'snapshot str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stored: Option<&'snapshot str>,
}

#[derive(Serialize)]
struct StoredDraft<'snapshot> {
    theme: &'snapshot str,
    text: &'snapshot str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stored: Option<&'snapshot str>,
}

#[derive(Serialize)]
struct StoredDeleted<'snapshot> {
    id: &'snapshot str,
    theme: &'snapshot str,
    text: &'snapshot str,
    created: &'snapshot str,
    changed: &'snapshot str,
    revision: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<&'snapshot str>,
    deleted: &'snapshot str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stored: Option<&'snapshot str>,
}

#[derive(Serialize)]
struct Unreadable<'snapshot> {
    key: &'snapshot str,
    text: &'snapshot str,
}

pub(super) fn write(snapshot: &Snapshot, selection: &Selection) -> String {
    let event = &snapshot.event;
    let (items, of_event) = parts(snapshot, selection, false);
    let about = About {
        identifier: vec![snapshot.address.clone(), format!("{EVENT_URN}{}", event.id)],
        title: &event.title,
        format: "text/html",
        publisher: outline::organizers(event),
        date: event.starts.as_ref().and_then(|day| day.iso().get(..4)).unwrap_or_default(),
    };
    let marginalia = OnSet { version: VERSION, event: Some(of_event), events: Vec::new() };
    set(&snapshot.now, backup_title(&event.title).text(), about, items, marginalia)
}

/// The notes on several events as one set.
pub(super) fn write_several(several: &Several) -> String {
    let Several { site, address, events, now } = several;
    let mut items = Vec::new();
    let mut of_events = Vec::new();
    for snapshot in events {
        let (own, of_event) = parts(snapshot, &Selection::All, true);
        items.extend(own);
        of_events.push(of_event);
    }
    let about = About {
        identifier: vec![address.clone()],
        title: site,
        format: "text/html",
        publisher: String::new(),
        date: "",
    };
    let marginalia = OnSet { version: VERSION_OF_SEVERAL, event: None, events: of_events };
    set(now, title_of(site).text(), about, items, marginalia)
}

type Item<'snapshot> = Annotation<'snapshot, Body<'snapshot>, OnItem<'snapshot>>;

/// The notes on an event, and what is stored beside them.
fn parts<'snapshot>(
    snapshot: &'snapshot Snapshot,
    selection: &Selection,
    is_one_of_several: bool,
) -> (Vec<Item<'snapshot>>, OfEvent<'snapshot>) {
    let stored = Stored::of(snapshot);
    let places = Places::of(&snapshot.page);
    let sections = outline::sections(snapshot, selection);
    let event = snapshot.event.id.as_str();
    let named = is_one_of_several.then_some(event);
    let items = outline::notes(&sections)
        .map(|(section, note)| item(snapshot, named, &places, &stored, section, note))
        .collect();
    let is_all = *selection == Selection::All;
    let (drafts, deleted, unreadable) =
        if is_all { stored.beside_notes() } else { Default::default() };
    (items, OfEvent { event, drafts, deleted, unreadable })
}

fn set<'snapshot>(
    now: &'snapshot Timestamp,
    title: String,
    about: About<'snapshot>,
    items: Vec<Item<'snapshot>>,
    marginalia: OnSet<'snapshot>,
) -> String {
    let mut set = AnnotationSet {
        context: CONTEXT,
        id: String::new(),
        kind: "AnnotationSet",
        generator: Generator {
            id: "urn:marginalia:software",
            kind: "Software",
            name: "Marginalia",
        },
        generated: now.as_str(),
        title,
        about,
        items,
        marginalia,
    };
    // The set is named by what it says, so that two sets with the same name are the same.
    set.id = format!("urn:uuid:{}", ids::named(&["set", &super::pretty(&set)]).hyphenated());
    super::pretty(&set)
}

fn item<'snapshot>(
    snapshot: &'snapshot Snapshot,
    event: Option<&'snapshot str>,
    places: &Places<'_>,
    stored: &Stored<'snapshot>,
    section: &Section<'snapshot>,
    note: &'snapshot Note,
) -> Item<'snapshot> {
    let part = section.part.map(|part| Heading { level: 2, txt: &part.title });
    let theme = (!section.is_gone).then_some(Heading { level: 3, txt: section.title });
    let headings: Vec<Heading<'snapshot>> = part.into_iter().chain(theme).collect();
    let target = Target {
        source: &snapshot.address,
        selector: places.of_note(section, note.quote().as_ref()).unwrap_or_default(),
        meta: (!headings.is_empty()).then_some(Meta { headings }),
    };
    let extension = OnItem {
        event,
        theme: note.theme.as_str(),
        revision: note.revision,
        conflict: note.conflict.as_ref().map(|id| id.as_str()),
        stored: stored.note(note),
    };
    Annotation::new(note, Body::of(note), target, Some(extension))
}

/// The entries as they are stored, to be compared with what the codec would store.
struct Stored<'snapshot> {
    snapshot: &'snapshot Snapshot,
    keys: Keys,
    /// Sorted by key.
    entries: Vec<(&'snapshot str, &'snapshot str)>,
}

impl<'snapshot> Stored<'snapshot> {
    fn of(snapshot: &'snapshot Snapshot) -> Self {
        let mut entries: Vec<(&str, &str)> =
            snapshot.entries.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        entries.sort_unstable();
        Self { snapshot, keys: Keys::of(&snapshot.event.id), entries }
    }

    fn text(&self, entry: &Entry) -> Option<&'snapshot str> {
        let key = self.keys.key(entry);
        let place = self.entries.binary_search_by(|(known, _)| (*known).cmp(&key)).ok()?;
        Some(self.entries[place].1)
    }

    /// The stored text of a note, where the annotation does not say all of it.
    fn note(&self, note: &Note) -> Option<&'snapshot str> {
        let text = self.text(&Entry::Note(note.id.clone()))?;
        let says = holds(codec::decode_note(&note.id, text), note);
        let plain = Note { newer: false, extra: Default::default(), ..note.clone() };
        (says && codec::encode_note(&plain) != text).then_some(text)
    }

    fn deleted(&self, deleted: &Deleted) -> Option<&'snapshot str> {
        let id = &deleted.note.id;
        let text = self.text(&Entry::Deleted(id.clone()))?;
        let says = holds(codec::decode_deleted(id, text), deleted);
        let note = Note { newer: false, extra: Default::default(), ..deleted.note.clone() };
        let plain = Deleted { note, at: deleted.at.clone() };
        (says && codec::encode_deleted(&plain) != text).then_some(text)
    }

    /// Drafts, deleted notes, and entries that cannot be read.
    fn beside_notes(
        &self,
    ) -> (Vec<StoredDraft<'snapshot>>, Vec<StoredDeleted<'snapshot>>, Vec<Unreadable<'snapshot>>)
    {
        let notebook = &self.snapshot.notebook;
        let drafts = notebook
            .drafts()
            .map(|(theme, text)| {
                let stored = self.text(&Entry::Draft(theme.clone())).filter(|stored| {
                    let says = codec::decode_draft(stored).is_ok_and(|it| it.value == text);
                    says && codec::encode_draft(text) != **stored
                });
                StoredDraft { theme: theme.as_str(), text, stored }
            })
            .collect();
        let deleted = notebook
            .deleted()
            .map(|deleted| StoredDeleted {
                id: deleted.note.id.as_str(),
                theme: deleted.note.theme.as_str(),
                text: &deleted.note.text,
                created: deleted.note.created.as_str(),
                changed: deleted.note.changed.as_str(),
                revision: deleted.note.revision,
                conflict: deleted.note.conflict.as_ref().map(|id| id.as_str()),
                deleted: deleted.at.as_str(),
                stored: self.deleted(deleted),
            })
            .collect();
        let unreadable = self
            .entries
            .iter()
            .filter(|(key, _)| match self.keys.entry(key) {
                Some(Entry::Note(id)) => notebook.note(&id).is_none(),
                Some(Entry::Draft(theme)) => notebook.draft(&theme).is_empty(),
                Some(Entry::Deleted(id)) => notebook.deleted_note(&id).is_none(),
                Some(Entry::SetAside(_) | Entry::Older(_)) => true,
                None => false,
            })
            .map(|(key, text)| Unreadable { key, text })
            .collect();
        (drafts, deleted, unreadable)
    }
}

fn holds<T: PartialEq>(decoded: Result<Decoded<T>, DecodeError>, value: &T) -> bool {
    decoded.is_ok_and(|decoded| decoded.value == *value)
}
