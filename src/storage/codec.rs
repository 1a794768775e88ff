//! Notes and drafts as the text that is stored, and back. `docs/storage.md` is the contract.

use std::cmp::Ordering;
use std::fmt;

use crate::event::ThemeId;
use crate::json::{Fields, JsonError, Object, Value};
use crate::notebook::{Deleted, Note, NoteId, Timestamp};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not the object that it should be.
    Malformed(JsonError),
    /// From a later version of the app, and in a form that this one does not know.
    Newer(u64),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => error.fmt(formatter),
            Self::Newer(version) => write!(formatter, "version `{version}` is newer than this app"),
        }
    }
}

impl std::error::Error for DecodeError {}

impl From<JsonError> for DecodeError {
    fn from(error: JsonError) -> Self {
        Self::Malformed(error)
    }
}

/// The text under which a note is stored.
pub fn encode_note(note: &Note) -> String {
    encode(note, None)
}

/// The text under which a deleted note is stored: the note, and when it was deleted.
pub fn encode_deleted(deleted: &Deleted) -> String {
    encode(&deleted.note, Some(&deleted.at))
}

fn encode(note: &Note, deleted: Option<&Timestamp>) -> String {
    let mut fields = Object::default();
    fields.set("v", VERSION.into());
    fields.set("id", note.id.as_str().into());
    fields.set("theme", note.theme.as_str().into());
    fields.set("text", note.text.as_str().into());
    fields.set("created", note.created.as_str().into());
    fields.set("changed", note.changed.as_str().into());
    fields.set("revision", note.revision.into());
    if let Some(conflict) = &note.conflict {
        fields.set("conflict", conflict.as_str().into());
    }
    if let Some(deleted) = deleted {
        fields.set("deleted", deleted.as_str().into());
    }
    for (name, value) in note.extra.fields() {
        // A note may have had a `deleted` of another meaning before it was deleted here.
        if fields.get(name).is_none() {
            fields.set(name, value.clone());
        }
    }
    Value::Object(fields).to_string()
}

/// The text under which a draft is stored.
pub fn encode_draft(text: &str) -> String {
    let mut fields = Object::default();
    fields.set("v", VERSION.into());
    fields.set("text", text.into());
    Value::Object(fields).to_string()
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
    decode(text, |fields, version| {
        let at = fields.parsed("deleted", |text| Timestamp::parse(&text))?;
        Ok(Deleted { note: read_note(id, fields, version)?, at })
    })
}

/// Reads a stored draft.
///
/// # Errors
/// [`DecodeError`] where the text is not a draft.
pub fn decode_draft(text: &str) -> Result<Decoded<String>, DecodeError> {
    decode(text, |fields, _| fields.text("text"))
}

fn read_note(id: &NoteId, fields: &mut Fields, version: Version) -> Result<Note, JsonError> {
    let own_id = |text: String| if text == id.as_str() { Ok(id.clone()) } else { Err(()) };
    let time = |text: String| Timestamp::parse(&text);
    let id = fields.parsed("id", own_id)?;
    let theme = fields.parsed("theme", ThemeId::try_from)?;
    let text = fields.text("text")?;
    let created = fields.parsed("created", time)?;
    let (changed, revision) = match version {
        Version::Older => {
            // Taken out where they are there all the same: left over, they would be written in
            // place of the fields that they are named like.
            let changed = fields.parsed("changed", time).unwrap_or_else(|_| created.clone());
            let _ = fields.number("revision");
            (changed, 1)
        }
        _ => (fields.parsed("changed", time)?, fields.number("revision")?),
    };
    let conflict = match fields.optional_text("conflict")? {
        Some(text) => Some(NoteId::parse(&text).map_err(|_| JsonError::Field("conflict"))?),
        None => None,
    };
    let newer = version == Version::Newer;
    let extra = fields.rest();
    Ok(Note { id, theme, text, created, changed, revision, conflict, newer, extra })
}

fn decode<T>(
    text: &str,
    read: impl FnOnce(&mut Fields, Version) -> Result<T, JsonError>,
) -> Result<Decoded<T>, DecodeError> {
    let mut fields = Fields::parse(text)?;
    let number = fields.number("v")?;
    let version = match number.cmp(&VERSION) {
        Ordering::Less => Version::Older,
        Ordering::Equal => Version::Current,
        Ordering::Greater => Version::Newer,
    };
    match read(&mut fields, version) {
        Ok(value) => Ok(Decoded { value, version }),
        Err(_) if version == Version::Newer => Err(DecodeError::Newer(number)),
        Err(error) => Err(error.into()),
    }
}
