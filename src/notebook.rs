//! The notebook: all notes and drafts of one event in one browser.
//!
//! Plain data and plain rules. Time and ids come in as arguments, so every rule can be tested
//! natively; nothing here knows of a browser, of Leptos or of where notes are kept.

pub mod filter;
pub mod quote;
pub mod search;
pub mod tags;

use std::fmt;
use std::sync::Arc;

use uuid::Uuid;

use crate::event::ThemeId;
use crate::json::{Object, Value};
use crate::words::notes::OTHER_THEMES;
use quote::Quote;

/// Longest note id, in bytes.
const LONGEST_NOTE_ID: usize = 64;

/// The field of a pinned note, which is `true`. Others have none.
const PINNED: &str = "pinned";

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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// The milliseconds since 1970 that a UUID version 7 begins with; `None` for other ids.
    pub fn milliseconds(&self) -> Option<u64> {
        let uuid = Uuid::try_parse(self.as_str()).ok().filter(|it| it.get_version_num() == 7)?;
        Some((uuid.as_u128() >> 80) as u64)
    }

    fn is_uuid(&self) -> bool {
        self.milliseconds().is_some()
    }
}

impl From<Uuid> for NoteId {
    fn from(uuid: Uuid) -> Self {
        Self(uuid.hyphenated().encode_lower(&mut Uuid::encode_buffer()).into())
    }
}

/// A moment as RFC 3339 writes it, in UTC; written with milliseconds, such as
/// `2014-09-04T14:30:00.000Z`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(String);

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
        if head_fits && fraction_fits { Ok(Self(text.to_owned())) } else { Err(refused()) }
    }

    /// The first moment of 1970: what a clock that cannot be read is taken to show.
    pub fn epoch() -> Self {
        Self("1970-01-01T00:00:00.000Z".to_owned())
    }

    /// The time as it is stored and as `<time datetime>` takes it.
    pub fn as_str(&self) -> &str {
        &self.0
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
    /// Fields that a later version of the app added: kept, and written back as they are.
    pub extra: Object,
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
            extra: Object::default(),
        }
    }

    /// Whether the reader pinned it, so that it stands before the others.
    pub fn is_pinned(&self) -> bool {
        self.extra.get(PINNED) == Some(&Value::Bool(true))
    }

    fn set_pin(&mut self, is_pinned: bool) {
        if is_pinned {
            self.extra.set(PINNED, Value::Bool(true));
        } else {
            self.extra.remove(PINNED);
        }
    }
}

/// The field of a note that holds the words of the event that it quotes.
const QUOTE: &str = "quote";

impl Note {
    /// The words of the event that it quotes. An optional field, so that versions of this app which
    /// do not know it keep it all the same.
    pub fn quote(&self) -> Option<Quote> {
        match self.extra.get(QUOTE)? {
            Value::Object(fields) => Quote::read(fields),
            _ => None,
        }
    }

    /// Gives it words to quote.
    pub fn set_quote(&mut self, quote: &Quote) {
        self.extra.set(QUOTE, Value::Object(quote.to_object()));
    }

    /// Whether it says nothing: no words of the reader's, and none of the event's.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.quote().is_none()
    }

    /// All of it as plain text: what it quotes, marked as in e-mails, and what the reader wrote.
    pub fn plain(&self) -> String {
        let Some(quote) = self.quote() else { return self.text.clone() };
        let mut plain = "> ".to_owned();
        for letter in quote.exact.chars() {
            plain.push(letter);
            if letter == '\n' {
                plain.push_str("> ");
            }
        }
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

/// All notes and drafts of one event in one browser.
///
/// Plain vectors, not maps: a map's code weighs more in the wasm than everything that is done with
/// it here, and a few thousand notes are found as fast in a sorted vector.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notebook {
    /// Sorted by id.
    notes: Vec<Note>,
    /// In no order, none empty, each theme once.
    drafts: Vec<(ThemeId, String)>,
    /// The latest first, each id once.
    deleted: Vec<Deleted>,
}

impl Notebook {
    /// Adds a note, unless the text is blank.
    pub fn add(
        &mut self,
        id: NoteId,
        theme: ThemeId,
        text: String,
        now: Timestamp,
    ) -> Option<&Note> {
        if text.trim().is_empty() {
            return None;
        }
        let note = Note::new(id.clone(), theme, text, now);
        self.put(note);
        self.note(&id)
    }

    /// Adds a note that quotes words of the event, and in which nothing else is written yet.
    pub fn add_quote(&mut self, id: NoteId, theme: ThemeId, quote: &Quote, now: Timestamp) {
        let mut note = Note::new(id, theme, String::new(), now);
        note.set_quote(quote);
        self.put(note);
    }

    /// Gives a note another text; `false` where nothing changed.
    pub fn edit(&mut self, id: &NoteId, text: &str, now: Timestamp) -> bool {
        self.change(id, now, |note| {
            let differs = note.text != text;
            text.clone_into(&mut note.text);
            differs
        })
    }

    /// Hangs a note on another theme; `false` where nothing changed.
    pub fn move_to(&mut self, id: &NoteId, theme: &ThemeId, now: Timestamp) -> bool {
        self.change(id, now, |note| {
            let differs = &note.theme != theme;
            note.theme.clone_from(theme);
            differs
        })
    }

    /// Pins a note, or takes its pin away; `false` where nothing changed. Its text is as it was, and
    /// so is the time when that changed.
    pub fn toggle_pin(&mut self, id: &NoteId) -> bool {
        let Some(changed) = self.note(id).map(|note| note.changed.clone()) else { return false };
        self.change(id, changed, |note| {
            note.set_pin(!note.is_pinned());
            true
        })
    }

    fn change(
        &mut self,
        id: &NoteId,
        now: Timestamp,
        change: impl FnOnce(&mut Note) -> bool,
    ) -> bool {
        let Ok(place) = self.place(id) else { return false };
        let note = &mut self.notes[place];
        let differs = !note.newer && change(note);
        if differs {
            note.changed = now;
            note.revision = note.revision.saturating_add(1);
        }
        differs
    }

    /// Makes a note count as later than another version of it, and keep fields that only that one has:
    /// this version of the app may not know them, and so cannot have taken them away.
    pub fn outrank(&mut self, id: &NoteId, other: &Note) {
        let Ok(place) = self.place(id) else { return };
        let note = &mut self.notes[place];
        note.revision = note.revision.max(other.revision.saturating_add(1));
        for (name, value) in other.extra.fields() {
            if name != PINNED && note.extra.get(name).is_none() {
                note.extra.set(name, value.clone());
            }
        }
    }

    /// Takes over what another version of a note changed since `base`, from which both come, and this
    /// one did not: its text, its theme, its pin.
    pub fn merge(&mut self, id: &NoteId, base: &Note, other: &Note) {
        let Ok(place) = self.place(id) else { return };
        let note = &mut self.notes[place];
        if note.text == base.text && other.text != base.text {
            note.text.clone_from(&other.text);
            note.changed.clone_from(&other.changed);
        }
        if note.theme == base.theme {
            note.theme.clone_from(&other.theme);
        }
        if other.is_pinned() != base.is_pinned() {
            note.set_pin(other.is_pinned());
        }
    }

    /// Takes a note out and hands it back, so that it can be put in again.
    pub fn remove(&mut self, id: &NoteId) -> Option<Note> {
        self.place(id).ok().map(|place| self.notes.remove(place))
    }

    /// Puts a note in as it is, in place of one with the same id.
    pub fn put(&mut self, note: Note) {
        match self.place(&note.id) {
            Ok(place) => self.notes[place] = note,
            Err(place) => self.notes.insert(place, note),
        }
    }

    /// The note with this id.
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.place(id).ok().map(|place| &self.notes[place])
    }

    /// Where a note is, or where it would have to be put in.
    fn place(&self, id: &NoteId) -> Result<usize, usize> {
        self.notes.binary_search_by(|note| note.id.cmp(id))
    }

    /// How many notes there are.
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether there is no note.
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// Every note, in no promised order.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter()
    }

    /// The notes on a theme: pinned ones first, the newest before the others, each conflict copy
    /// after the note it belongs to.
    pub fn notes_on(&self, theme: &ThemeId) -> Vec<&Note> {
        self.in_order(&|note| &note.theme == theme)
    }

    /// The notes on themes that are not in `known`, in the same order.
    pub fn notes_beyond(&self, known: &[&ThemeId]) -> Vec<&Note> {
        self.in_order(&|note| !known.contains(&&note.theme))
    }

    fn in_order(&self, holds: &dyn Fn(&Note) -> bool) -> Vec<&Note> {
        let mut notes = Vec::new();
        // Ids are made in the order of time.
        for is_pinned in [true, false] {
            for note in self.notes.iter().rev() {
                if note.conflict.is_none() && note.is_pinned() == is_pinned && holds(note) {
                    notes.push(note);
                }
            }
        }
        for copy in self.notes.iter().rev().filter(|note| holds(note)) {
            let Some(origin) = &copy.conflict else { continue };
            let place = match notes.iter().position(|note| &note.id == origin) {
                Some(original) => original + 1,
                // Its note is gone: it stands where that would, not within the copies of another.
                None => notes
                    .iter()
                    .position(|note| {
                        note.conflict.is_none() && !note.is_pinned() && &note.id < origin
                    })
                    .unwrap_or(notes.len()),
            };
            notes.insert(place, copy);
        }
        notes
    }

    /// The greatest id of a living or deleted note.
    pub fn newest_id(&self) -> Option<&NoteId> {
        let deleted = self.deleted.iter().map(|deleted| &deleted.note.id);
        self.notes.iter().map(|note| &note.id).chain(deleted).filter(|id| id.is_uuid()).max()
    }

    /// The deleted notes, the latest first.
    pub fn deleted(&self) -> &[Deleted] {
        &self.deleted
    }

    /// Puts a note among the deleted, in place of one with the same id.
    pub fn put_deleted(&mut self, deleted: Deleted) {
        self.remove_deleted(&deleted.note.id);
        let place = self.deleted.partition_point(|known| known.at > deleted.at);
        self.deleted.insert(place, deleted);
    }

    /// Lets go of a deleted note.
    pub fn remove_deleted(&mut self, id: &NoteId) {
        self.deleted.retain(|known| &known.note.id != id);
    }

    /// Everything as plain text, to be taken elsewhere: the notes and drafts on each theme of the
    /// outline, then the notes on other themes.
    pub fn plain_text(&self, title: &str, outline: &[(&ThemeId, &str)]) -> String {
        let mut text = format!("{title}\n");
        let known: Vec<&ThemeId> = outline.iter().map(|(theme, _)| *theme).collect();
        let mut add = |heading: &str, notes: Vec<&Note>, draft: &str| {
            let draft = Some(draft).filter(|draft| !draft.is_empty());
            if notes.is_empty() && draft.is_none() {
                return;
            }
            text.push_str(&format!("\n{heading}\n"));
            for note in notes {
                text.push_str(&format!("\n{}\n", note.plain()));
            }
            text.extend(draft.map(|words| format!("\n{words}\n")));
        };
        for (theme, heading) in outline {
            add(heading, self.notes_on(theme), self.draft(theme));
        }
        add(OTHER_THEMES, self.notes_beyond(&known), "");
        text
    }

    /// Every draft and its theme.
    pub fn drafts(&self) -> impl Iterator<Item = (&ThemeId, &str)> {
        self.drafts.iter().map(|(theme, text)| (theme, text.as_str()))
    }

    /// The draft on a theme; empty where there is none.
    pub fn draft(&self, theme: &ThemeId) -> &str {
        self.drafts.iter().find(|(on, _)| on == theme).map_or("", |(_, text)| text)
    }

    /// Keeps a draft; an empty text is no draft. `false` where nothing changed.
    pub fn set_draft(&mut self, theme: &ThemeId, text: String) -> bool {
        if self.draft(theme) == text {
            return false;
        }
        self.drafts.retain(|(on, _)| on != theme);
        if !text.is_empty() {
            self.drafts.push((theme.clone(), text));
        }
        true
    }
}

/// Joins a text typed before the stored one was known to it, so that neither is lost.
pub fn join_texts(stored: &str, typed: &str) -> String {
    match (stored, typed) {
        (stored, typed) if stored == typed => stored.to_owned(),
        ("", text) | (text, "") => text.to_owned(),
        (stored, typed) => format!("{stored}\n\n{typed}"),
    }
}
