//! Notes and drafts as the text that is stored, and back. `docs/storage.md` is the contract.

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::event::ThemeId;
use crate::json::{Fields, JsonError};
use crate::notebook::{Note, NoteId, Timestamp};

/// The version of the format that is written here, and the newest that is read.
pub const VERSION: u64 = 1;

/// Why a stored text is not what its key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not the object that it should be.
    Malformed(JsonError),
    /// From a later version of the app.
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
    let mut fields = open(text)?;
    let own_id = |text: String| if text == id.as_str() { Ok(id.clone()) } else { Err(()) };
    let time = |text: String| Timestamp::parse(&text);
    Ok(Note {
        id: fields.parsed("id", own_id)?,
        theme: fields.parsed("theme", ThemeId::try_from)?,
        text: fields.text("text")?,
        created: fields.parsed("created", time)?,
        changed: fields.parsed("changed", time)?,
        revision: fields.number("revision")?,
        extra: fields.rest(),
    })
}

/// Reads a stored draft.
///
/// # Errors
/// [`DecodeError`] where the text is not a draft.
pub fn decode_draft(text: &str) -> Result<String, DecodeError> {
    Ok(open(text)?.text("text")?)
}

fn open(text: &str) -> Result<Fields, DecodeError> {
    let mut fields = Fields::parse(text)?;
    match fields.number("v")? {
        VERSION => Ok(fields),
        newer if newer > VERSION => Err(DecodeError::Newer(newer)),
        _ => Err(DecodeError::Malformed(JsonError::Field("v"))),
    }
}
