//! What the two forms of the W3C Web Annotation Data Model share: their vocabulary
//! (<https://www.w3.org/TR/annotation-model/>), and how a note's id becomes a URI and back.

use serde::Serialize;

use super::ids;
use super::selectors::Selector;
use crate::notebook::{Note, NoteId};

/// The context that every annotation names.
pub(super) const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

const UUID_URN: &str = "urn:uuid:";
const NOTE_URN: &str = "urn:marginalia:note:";

/// A note's id as a URI. Ids that are no UUID get a name of our own, which keeps them.
pub(super) fn uri(id: &NoteId) -> String {
    let id = id.as_str();
    let start = if ids::is_uuid(id) { UUID_URN } else { NOTE_URN };
    format!("{start}{id}")
}

/// The note's id that a URI was made of.
pub(super) fn note_id(uri: &str) -> Option<NoteId> {
    let id = uri.strip_prefix(UUID_URN).or_else(|| uri.strip_prefix(NOTE_URN)).unwrap_or(uri);
    NoteId::parse(id).ok()
}

/// What the reader wrote.
#[derive(Serialize)]
pub(super) struct Body<'note> {
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'note str,
    format: &'static str,
    purpose: &'static str,
}

impl<'note> Body<'note> {
    pub(super) fn of(note: &'note Note) -> Self {
        Self { kind: "TextualBody", value: &note.text, format: "text/plain", purpose: "commenting" }
    }
}

/// Whether a note says nothing of its own, and so only marks what it quotes.
pub(super) fn is_highlight(note: &Note) -> bool {
    note.text.trim().is_empty() && !note.is_blank()
}

/// What it was written on.
#[derive(Serialize)]
pub(super) struct Target<'snapshot> {
    pub(super) source: &'snapshot str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) selector: Vec<Selector>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) meta: Option<Meta<'snapshot>>,
}

/// Readium's word on where in the document that is.
#[derive(Serialize)]
pub(super) struct Meta<'snapshot> {
    pub(super) headings: Vec<Heading<'snapshot>>,
}

/// A heading above the place.
#[derive(Serialize)]
pub(super) struct Heading<'snapshot> {
    pub(super) level: u8,
    pub(super) txt: &'snapshot str,
}

/// A note as an annotation. Generic over what follows, since the two forms differ in the body, one
/// or a list, and in what they add.
#[derive(Serialize)]
pub(super) struct Annotation<'snapshot, Bodies, Extension> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    created: &'snapshot str,
    modified: &'snapshot str,
    body: Bodies,
    target: Target<'snapshot>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marginalia: Option<Extension>,
}

impl<'snapshot, Bodies, Extension> Annotation<'snapshot, Bodies, Extension> {
    pub(super) fn new(
        note: &'snapshot Note,
        body: Bodies,
        target: Target<'snapshot>,
        marginalia: Option<Extension>,
    ) -> Self {
        Self {
            context: CONTEXT,
            id: uri(&note.id),
            kind: "Annotation",
            motivation: if is_highlight(note) { "highlighting" } else { "commenting" },
            created: note.created.as_str(),
            modified: note.changed.as_str(),
            body,
            target,
            marginalia,
        }
    }
}
