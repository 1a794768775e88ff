//! Notes and drafts as the text that is stored, and back. `docs/storage.md` is the contract.
//!
//! A text is read into a map, from which the fields that are known are taken: what is left is kept
//! for whoever knows more. Derived readers with `#[serde(flatten)]` would read every text twice, and
//! take 19 kB more wasm.

use std::cmp::Ordering;
use std::fmt;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::event::ThemeId;
use crate::notebook::{Deleted, Extra, Fields, Note, NoteId, Timestamp, text_of};

/// The version of the format that is written here.
pub const VERSION: u64 = 1;

/// How the version of a stored text compares with [`VERSION`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// An older one: version 0 knew no `changed` and no `revision`.
    Older,
    /// The one that is written here.
    Current,
    /// A later one, whose fields are still those that this app knows.
    Newer,
}

/// A stored text that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded<T> {
    /// What it says.
    pub value: T,
    /// In which version.
    pub version: Version,
}

/// Why a stored text is not what its key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// No JSON object, or one in which a field is missing or has another type or form.
    Malformed,
    /// From a later version of the app, and in a form that this one does not know.
    Newer(u64),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => formatter.write_str("a field is missing or malformed"),
            Self::Newer(version) => write!(formatter, "version `{version}` is newer than this app"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// The fields of a stored text, which are parts of that text.
type Borrowed<'text> = IndexMap<String, &'text RawValue, FxBuildHasher>;

/// A note as it is written, living or deleted.
#[derive(Serialize)]
struct StoredNote<'note> {
    v: u64,
    id: &'note NoteId,
    theme: &'note ThemeId,
    text: &'note str,
    created: &'note Timestamp,
    changed: &'note Timestamp,
    revision: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<&'note NoteId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deleted: Option<&'note Timestamp>,
    #[serde(flatten)]
    extra: &'note Fields,
}

impl<'note> From<&'note Note> for StoredNote<'note> {
    fn from(note: &'note Note) -> Self {
        let Note { id, theme, text, created, changed, revision, conflict, extra, .. } = note;
        let conflict = conflict.as_ref();
        let revision = *revision;
        let (v, deleted, extra) = (VERSION, None, extra.fields());
        Self { v, id, theme, text, created, changed, revision, conflict, deleted, extra }
    }
}

#[derive(Serialize)]
struct StoredDraft<'draft> {
    v: u64,
    text: &'draft str,
}

/// The text under which a note is stored.
pub fn encode_note(note: &Note) -> String {
    json(&StoredNote::from(note))
}

/// The text under which a deleted note is stored: the note, and when it was deleted.
pub fn encode_deleted(Deleted { note, at }: &Deleted) -> String {
    // The note may have had a field of this name before it was deleted here.
    let mut extra = note.extra.clone();
    extra.remove("deleted");
    json(&StoredNote { deleted: Some(at), extra: extra.fields(), ..note.into() })
}

/// The text under which a draft is stored.
pub fn encode_draft(text: &str) -> String {
    json(&StoredDraft { v: VERSION, text })
}

/// What is stored, as JSON without any space.
pub(crate) fn json(stored: &impl Serialize) -> String {
    serde_json::to_string(stored).expect("texts and numbers under names are always JSON")
}

/// Reads a stored note. Fields that this version does not know are kept in `extra`.
///
/// # Errors
/// [`DecodeError`] where the text is not the note that its key names.
pub fn decode_note(id: &NoteId, text: &str) -> Result<Decoded<Note>, DecodeError> {
    decode(text, |fields, version| read_note(id, fields, version))
}

/// Reads a stored deleted note.
///
/// # Errors
/// [`DecodeError`] where the text is not the deleted note that its key names.
pub fn decode_deleted(id: &NoteId, text: &str) -> Result<Decoded<Deleted>, DecodeError> {
    decode(text, |mut fields, version| {
        let at = take_text(&mut fields, "deleted")?;
        Some(Deleted { note: read_note(id, fields, version)?, at })
    })
}

/// Reads a stored draft.
///
/// # Errors
/// [`DecodeError`] where the text is not a draft.
pub fn decode_draft(text: &str) -> Result<Decoded<String>, DecodeError> {
    decode(text, |mut fields, _| take_text(&mut fields, "text"))
}

fn decode<T>(
    text: &str,
    read: impl FnOnce(Borrowed<'_>, Version) -> Option<T>,
) -> Result<Decoded<T>, DecodeError> {
    let mut fields: Borrowed = serde_json::from_str(text).map_err(|_| DecodeError::Malformed)?;
    let number = take_number(&mut fields, "v").ok_or(DecodeError::Malformed)?;
    let version = match number.cmp(&VERSION) {
        Ordering::Less => Version::Older,
        Ordering::Equal => Version::Current,
        Ordering::Greater => Version::Newer,
    };
    match read(fields, version) {
        Some(value) => Ok(Decoded { value, version }),
        None if version == Version::Newer => Err(DecodeError::Newer(number)),
        None => Err(DecodeError::Malformed),
    }
}

fn read_note(id: &NoteId, mut fields: Borrowed<'_>, version: Version) -> Option<Note> {
    let fields = &mut fields;
    let id = Some(take_text::<NoteId>(fields, "id")?).filter(|own| own == id)?;
    let theme = take_text(fields, "theme")?;
    let text = take_text(fields, "text")?;
    let created: Timestamp = take_text(fields, "created")?;
    // Version 0 knew neither; what is called so there all the same must not be left over.
    let (changed, revision) = (take_text(fields, "changed"), take_number(fields, "revision"));
    let (changed, revision) = match version {
        Version::Older => (changed.unwrap_or_else(|| created.clone()), 1),
        Version::Current | Version::Newer => (changed?, revision?),
    };
    let conflict = match fields.shift_remove("conflict") {
        None => None,
        Some(conflict) if conflict.get() == "null" => None,
        Some(conflict) => Some(NoteId::parse(&text_of(conflict)?).ok()?),
    };
    let newer = version == Version::Newer;
    let left = std::mem::take(fields).into_iter();
    let extra = Extra::from(Fields::from_iter(left.map(|(name, field)| (name, field.to_owned()))));
    Some(Note { id, theme, text, created, changed, revision, conflict, newer, extra })
}

/// Takes a field out that must be a string of some form.
fn take_text<T: TryFrom<String>>(fields: &mut Borrowed<'_>, name: &str) -> Option<T> {
    T::try_from(text_of(fields.shift_remove(name)?)?).ok()
}

/// Takes a field out that must be a whole number from 0 on.
fn take_number(fields: &mut Borrowed<'_>, name: &str) -> Option<u64> {
    fields.shift_remove(name)?.get().parse().ok()
}
