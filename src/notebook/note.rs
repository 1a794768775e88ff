//! A note, and what names and dates it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::extra::Extra;
use super::quote::Quote;
use crate::event::ThemeId;

/// Longest note id, in bytes.
const LONGEST_NOTE_ID: usize = 64;

/// Why a text cannot be a note's id or time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormError {
    /// Not 1 to 64 letters, digits and hyphens.
    NoteId(String),
    /// Not a time as RFC 3339 writes it in UTC.
    Timestamp(String),
}

impl fmt::Display for FormError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoteId(text) => write!(formatter, "`{text}` is not a note id"),
            Self::Timestamp(text) => write!(formatter, "`{text}` is not a time in UTC"),
        }
    }
}

impl std::error::Error for FormError {}

/// Names a note.
///
/// New notes get a UUID version 7 (RFC 9562). Any 1 to 64 ASCII letters, digits and hyphens are
/// read, so that no note is refused for the look of its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct NoteId(Arc<str>);

impl NoteId {
    /// Checks the form of an id.
    ///
    /// # Errors
    /// [`FormError::NoteId`] where it is empty, too long, or has other characters.
    pub fn parse(text: &str) -> Result<Self, FormError> {
        let fits = (1..=LONGEST_NOTE_ID).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if fits { Ok(Self(text.into())) } else { Err(FormError::NoteId(text.to_owned())) }
    }

    /// The id as it stands in keys.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Comes before every other id.
    pub(super) fn least() -> Self {
        Self("-".into())
    }

    /// The milliseconds since 1970 that a UUID version 7 begins with; `None` for other ids.
    pub fn milliseconds(&self) -> Option<u64> {
        let uuid = Uuid::try_parse(self.as_str()).ok().filter(|it| it.get_version_num() == 7)?;
        Some((uuid.as_u128() >> 80) as u64)
    }

    pub(super) fn is_uuid(&self) -> bool {
        self.milliseconds().is_some()
    }
}

impl TryFrom<String> for NoteId {
    type Error = FormError;

    fn try_from(text: String) -> Result<Self, FormError> {
        Self::parse(&text)
    }
}

impl From<Uuid> for NoteId {
    fn from(uuid: Uuid) -> Self {
        Self(uuid.hyphenated().encode_lower(&mut Uuid::encode_buffer()).into())
    }
}

/// A moment as RFC 3339 writes it, in UTC; written with milliseconds, such as
/// `2014-09-04T14:30:00.000Z`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Timestamp(Arc<str>);

impl Timestamp {
    /// Checks the form, not the calendar: a stored note is not refused for a 31 June.
    ///
    /// # Errors
    /// [`FormError::Timestamp`] where the text has another form.
    pub fn parse(text: &str) -> Result<Self, FormError> {
        const FORM: &[u8] = b"0000-00-00T00:00:00";
        let refused = || FormError::Timestamp(text.to_owned());
        let rest = text.strip_suffix('Z').ok_or_else(refused)?.as_bytes();
        let (head, fraction) = rest.split_at_checked(FORM.len()).ok_or_else(refused)?;
        let head_fits = head.iter().zip(FORM).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            other => byte == other,
        });
        let fraction_fits = match fraction {
            [] => true,
            [b'.', digits @ ..] => !digits.is_empty() && digits.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        if head_fits && fraction_fits { Ok(Self(text.into())) } else { Err(refused()) }
    }

    /// The first moment of 1970: what a clock that cannot be read is taken to show.
    pub fn epoch() -> Self {
        Self("1970-01-01T00:00:00.000Z".into())
    }

    /// The time as it is stored and as `<time datetime>` takes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Timestamp {
    type Error = FormError;

    fn try_from(text: String) -> Result<Self, FormError> {
        Self::parse(&text)
    }
}

/// What the reader wrote on a theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Unique within the notebook.
    pub id: NoteId,
    /// The theme it hangs on, which the event may no longer have.
    pub theme: ThemeId,
    /// Exactly what the reader typed.
    pub text: String,
    /// When it was added.
    pub created: Timestamp,
    /// When its text last changed.
    pub changed: Timestamp,
    /// Counts the changes, from 1.
    pub revision: u64,
    /// The note beside which this one stands, because both were written at the same time; its own
    /// id where it was a draft. `None` for every note that is not such a conflict copy.
    pub conflict: Option<NoteId>,
    /// Whether a later version of the app stored it: it is shown, and never written.
    pub newer: bool,
    /// The fields that not every note has.
    pub extra: Extra,
}

impl Note {
    /// A note that was just written.
    pub fn new(id: NoteId, theme: ThemeId, text: String, now: Timestamp) -> Self {
        Self {
            id,
            theme,
            text,
            created: now.clone(),
            changed: now,
            revision: 1,
            conflict: None,
            newer: false,
            extra: Extra::default(),
        }
    }

    /// Whether the reader pinned it, so that it stands before the others.
    pub fn is_pinned(&self) -> bool {
        self.extra.is_pinned()
    }

    pub(super) fn set_pin(&mut self, is_pinned: bool) {
        self.extra.set_pin(is_pinned);
    }

    /// The note by which its place in a list is told: itself, or the one that it is a copy of.
    pub(super) fn anchor(&self) -> &NoteId {
        self.conflict.as_ref().unwrap_or(&self.id)
    }

    pub(super) fn outrank(&mut self, other: &Self) {
        self.revision = self.revision.max(other.revision.saturating_add(1));
        self.extra.add_missing(&other.extra);
    }

    pub(super) fn merge(&mut self, base: &Self, other: &Self) {
        if self.text == base.text && other.text != base.text {
            self.text.clone_from(&other.text);
            self.changed.clone_from(&other.changed);
        }
        if self.theme == base.theme {
            self.theme.clone_from(&other.theme);
        }
        if other.is_pinned() != base.is_pinned() {
            self.set_pin(other.is_pinned());
        }
    }

    /// The words of the event that it quotes. An optional field, so that versions of this app which
    /// do not know it keep it all the same.
    pub fn quote(&self) -> Option<Quote> {
        self.extra.quote().cloned()
    }

    /// The words of its quotation alone.
    pub fn quoted_words(&self) -> Option<&str> {
        self.extra.quote().map(|quote| quote.exact.as_str())
    }

    /// Gives it words to quote.
    pub fn set_quote(&mut self, quote: &Quote) {
        self.extra.set_quote(quote);
    }

    /// Whether it says nothing: no words of the reader's, and none of the event's.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.quoted_words().is_none()
    }

    /// All of it as plain text: what it quotes, marked as in e-mails, and what the reader wrote.
    pub fn plain(&self) -> String {
        let Some(words) = self.quoted_words() else { return self.text.clone() };
        let mut plain = format!("> {}", words.replace('\n', "\n> "));
        if !self.text.is_empty() {
            plain.push_str("\n\n");
            plain.push_str(&self.text);
        }
        plain
    }
}

/// A note that the reader deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    /// The note as it was.
    pub note: Note,
    /// When it was deleted.
    pub at: Timestamp,
}
