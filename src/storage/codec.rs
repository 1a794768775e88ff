//! Notes and drafts as the text that is stored, and back. `docs/storage.md` is the contract.

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::event::ThemeId;
use crate::notebook::{Note, NoteId, Timestamp};

/// The version of the format that is written here, and the newest that is read.
pub const VERSION: u64 = 1;

/// Why a stored text is not what its key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not a JSON object.
    NotAnObject,
    /// From a later version of the app.
    Newer(u64),
    /// A field is missing or has another type or form.
    Field(&'static str),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnObject => formatter.write_str("not a JSON object"),
            Self::Newer(version) => write!(formatter, "version `{version}` is newer than this app"),
            Self::Field(name) => write!(formatter, "field `{name}` is missing or malformed"),
        }
    }
}

impl std::error::Error for DecodeError {}

#[derive(Serialize)]
struct StoredNote<'note> {
    v: u64,
    id: &'note str,
    theme: &'note str,
    text: &'note str,
    created: &'note str,
    changed: &'note str,
    revision: u64,
    #[serde(flatten)]
    extra: &'note Map<String, Value>,
}

#[derive(Serialize)]
struct StoredDraft<'draft> {
    v: u64,
    text: &'draft str,
}

/// The text under which a note is stored.
pub fn encode_note(note: &Note) -> String {
    to_json(&StoredNote {
        v: VERSION,
        id: note.id.as_str(),
        theme: note.theme.as_str(),
        text: &note.text,
        created: note.created.as_str(),
        changed: note.changed.as_str(),
        revision: note.revision,
        extra: &note.extra,
    })
}

/// The text under which a draft is stored.
pub fn encode_draft(text: &str) -> String {
    to_json(&StoredDraft { v: VERSION, text })
}

fn to_json(value: &impl Serialize) -> String {
    // Fails only for maps whose keys are no strings, which these types cannot hold.
    serde_json::to_string(value).unwrap_or_default()
}

/// Reads a stored note. Fields that this version does not know are kept in `extra`.
///
/// # Errors
/// [`DecodeError`] where the text is not the note that its key names.
pub fn decode_note(id: &NoteId, text: &str) -> Result<Note, DecodeError> {
    let mut fields = Fields::open(text)?;
    if fields.text("id")? != id.as_str() {
        return Err(DecodeError::Field("id"));
    }
    Ok(Note {
        id: id.clone(),
        theme: ThemeId::try_from(fields.text("theme")?).map_err(|_| DecodeError::Field("theme"))?,
        text: fields.text("text")?,
        created: fields.time("created")?,
        changed: fields.time("changed")?,
        revision: fields.number("revision")?,
        extra: fields.0,
    })
}

/// Reads a stored draft.
///
/// # Errors
/// [`DecodeError`] where the text is not a draft.
pub fn decode_draft(text: &str) -> Result<String, DecodeError> {
    Fields::open(text)?.text("text")
}

/// The fields of a stored object, taken out one by one; what is left is what is not known here.
struct Fields(Map<String, Value>);

impl Fields {
    fn open(text: &str) -> Result<Self, DecodeError> {
        let Ok(Value::Object(map)) = serde_json::from_str(text) else {
            return Err(DecodeError::NotAnObject);
        };
        let mut fields = Self(map);
        match fields.number("v")? {
            VERSION => Ok(fields),
            newer if newer > VERSION => Err(DecodeError::Newer(newer)),
            _ => Err(DecodeError::Field("v")),
        }
    }

    fn text(&mut self, name: &'static str) -> Result<String, DecodeError> {
        match self.0.remove(name) {
            Some(Value::String(text)) => Ok(text),
            _ => Err(DecodeError::Field(name)),
        }
    }

    fn time(&mut self, name: &'static str) -> Result<Timestamp, DecodeError> {
        Timestamp::parse(&self.text(name)?).map_err(|_| DecodeError::Field(name))
    }

    fn number(&mut self, name: &'static str) -> Result<u64, DecodeError> {
        self.0.remove(name).and_then(|value| value.as_u64()).ok_or(DecodeError::Field(name))
    }
}
