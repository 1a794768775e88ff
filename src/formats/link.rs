//! Notes in a link: what a reader shares with somebody who opens the same page. All of it stands
//! behind `#`, which browsers do not send to any server.
//!
//! The fragment is `notes=` and, in base64url without padding (RFC 4648), deflated (RFC 1951) JSON:
//! `{"v":1,"event":"…","notes":[["<theme>","<text>","<created>"],…]}`. Where notes quote words of the
//! event, `"quotes":[[<place in the list>,"<exact>","<prefix>","<suffix>"],…]` follows: a member of
//! its own, so that pages which do not know it show the notes all the same.

use std::fmt;

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD, URL_SAFE_NO_PAD};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::{Deserialize, Serialize};

use super::address::percent_decoded;
use super::import::theme_id;
use super::plan::{Arrival, Incoming, Plan, Reason, Source};
use super::words::is_space;
use super::{Selection, Snapshot, ids, outline, times};
use crate::event::ThemeId;
use crate::event::places::SHARED_NOTES;
use crate::notebook::quote::Quote;
use crate::notebook::{Note, Timestamp};

/// The longest link that is made, in characters. Longer ones are cut by programs on their way.
pub const LONGEST_LINK: usize = 8_000;

/// How large the JSON in a link may be. Deflate packs a thousand bytes and some into one, so that the
/// longest link holds a little less than this, and no link fills the memory.
const LARGEST_JSON: usize = 8_000_000;

/// How much of a fragment is looked at: each sign of a link may have been encoded by three.
const MOST_ENCODED: usize = 5 * LONGEST_LINK;

/// How often a link may have been encoded on its way.
const MOST_TIMES_ENCODED: usize = 3;

/// What the fragment begins with.
pub const FRAGMENT: &str = SHARED_NOTES;

const VERSION: u64 = 1;

/// A link would be longer than [`LONGEST_LINK`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// How many characters it would have.
    pub length: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a link of `{}` characters is too long", self.length)
    }
}

impl std::error::Error for TooLong {}

/// Why the notes in a link cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There are none in it.
    NoNotes,
    /// It was cut or changed on its way.
    Damaged,
    /// A later version of the app made it.
    Newer(u64),
    /// It belongs to the page of another event.
    OtherEvent(String),
}

impl fmt::Display for LinkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNotes => formatter.write_str("no notes in the link"),
            Self::Damaged => formatter.write_str("damaged link"),
            Self::Newer(version) => write!(formatter, "version `{version}` is newer than this app"),
            Self::OtherEvent(event) => write!(formatter, "`{event}` is another event"),
        }
    }
}

impl std::error::Error for LinkError {}

/// The notes in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// In the order of the page on which the link was made.
    pub notes: Vec<VisitingNote>,
}

/// Somebody else's note, or one's own from another browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitingNote {
    /// The theme it is on, which the event may no longer have.
    pub theme: ThemeId,
    /// What it says; blank where it only quotes.
    pub text: String,
    /// The words of the event that it quotes.
    pub quote: Option<Quote>,
    /// When it was written.
    pub created: Timestamp,
}

#[derive(Deserialize)]
struct Versioned {
    v: u64,
}

#[derive(Serialize, Deserialize)]
struct Packed {
    v: u64,
    event: String,
    notes: Vec<(String, String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quotes: Vec<(usize, String, String, String)>,
}

/// A link to the page with notes in it. Drafts and deleted notes are never in it.
///
/// # Errors
/// [`TooLong`] where the notes do not fit.
pub fn link(snapshot: &Snapshot, selection: &Selection) -> Result<String, TooLong> {
    let (mut notes, mut quotes) = (Vec::new(), Vec::new());
    for (_, note) in outline::notes(&outline::sections(snapshot, selection)) {
        if let Some(Quote { exact, prefix, suffix }) = note.quote() {
            quotes.push((notes.len(), exact, prefix, suffix));
        }
        let Note { theme, text, created, .. } = note;
        notes.push((theme.to_string(), text.clone(), created.as_str().to_owned()));
    }
    let packed = Packed { v: VERSION, event: snapshot.event.id.to_string(), notes, quotes };
    let json = serde_json::to_vec(&packed).unwrap_or_default();
    let packed = URL_SAFE_NO_PAD.encode(compress_to_vec(&json, 10));
    let link = format!("{}#{FRAGMENT}{packed}", snapshot.address);
    let length = link.chars().count();
    if length > LONGEST_LINK { Err(TooLong { length }) } else { Ok(link) }
}

/// Reads the notes in the fragment of an address, with `#` or without.
///
/// # Errors
/// [`LinkError`] where there are none, or none that can be shown on this page.
pub fn open_link(fragment: &str, snapshot: &Snapshot) -> Result<Visit, LinkError> {
    let packed = packed(fragment).ok_or(LinkError::NoNotes)?;
    // Quoted-printable is how mails write `=`; undone by half, two signs are left of it.
    let halved = || unpacked(packed.strip_prefix("3D")?);
    let json = unpacked(&packed).or_else(halved).ok_or(LinkError::Damaged)?;
    // Looked at before all else, which a later version may write in other forms.
    let Versioned { v } = serde_json::from_slice(&json).map_err(|_| LinkError::Damaged)?;
    if v > VERSION {
        return Err(LinkError::Newer(v));
    }
    let packed: Packed = serde_json::from_slice(&json).map_err(|_| LinkError::Damaged)?;
    if packed.event != snapshot.event.id.as_str() {
        return Err(LinkError::OtherEvent(packed.event));
    }
    let notes: Option<Vec<VisitingNote>> = packed
        .notes
        .into_iter()
        .map(|(theme, text, created)| {
            let (theme, created) = (theme_id(&theme)?, times::read(&created)?);
            Some(VisitingNote { theme, text, quote: None, created })
        })
        .collect();
    let mut notes = notes.ok_or(LinkError::Damaged)?;
    for (place, exact, prefix, suffix) in packed.quotes {
        let note = notes.get_mut(place).filter(|_| !exact.is_empty());
        note.ok_or(LinkError::Damaged)?.quote = Some(Quote { exact, prefix, suffix });
    }
    if notes.is_empty() { Err(LinkError::NoNotes) } else { Ok(Visit { notes }) }
}

/// The packed notes in a fragment, in base64url, and whatever of its signs follows them; `None` where it
/// does not begin as one with notes.
fn packed(fragment: &str) -> Option<String> {
    // It may have been encoded more than once. Nothing of a link that is whole is lost by the limit.
    let mut fragment: String = fragment.chars().take(MOST_ENCODED).collect();
    for _ in 0..MOST_TIMES_ENCODED {
        fragment = percent_decoded(&fragment);
    }
    let fragment = fragment.trim_start();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (start, rest) = fragment.split_at_checked(FRAGMENT.len())?;
    if !start.eq_ignore_ascii_case(FRAGMENT) {
        return None;
    }
    // Lines may have been broken as mails break them, and be marked as those of an answered mail.
    let rest = rest.replace("=\r\n", "").replace("=\n", "");
    let lines = rest.lines().map(|line| line.trim_start_matches(['>', '|', ' ']));
    let letters = lines.flat_map(str::chars).filter(|letter| !is_space(*letter));
    let letters = letters.map_while(|letter| match letter {
        '+' => Some('-'),
        '/' => Some('_'),
        letter => (letter.is_ascii_alphanumeric() || "-_".contains(letter)).then_some(letter),
    });
    Some(letters.take(LONGEST_LINK).collect())
}

/// The JSON that was packed; `None` where something of it is missing or was changed.
fn unpacked(packed: &str) -> Option<Vec<u8>> {
    // One sign alone says nothing, and belongs to what follows.
    let whole = if packed.len() % 4 == 1 { packed.len() - 1 } else { packed.len() };
    let lenient =
        GeneralPurpose::new(&alphabet::URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));
    let packed = lenient.decode(packed.get(..whole)?).ok()?;
    decompress_to_vec_with_limit(&packed, LARGEST_JSON).ok()
}

/// Works out what taking over the notes of a link would do.
pub fn plan_visit(visit: &Visit, snapshot: &Snapshot) -> Plan {
    let mut arrival = Arrival::new(Source::Link, snapshot.now.clone());
    for VisitingNote { theme, text, quote, created } in &visit.notes {
        if text.trim().is_empty() && quote.is_none() {
            arrival.leave_out(text, Reason::NoText);
            continue;
        }
        let id = ids::derived(created, &["link", theme.as_str(), text], quote.as_ref());
        let mut note = Note::new(id, theme.clone(), text.clone(), created.clone());
        if let Some(quote) = quote {
            note.set_quote(quote);
        }
        arrival.notes.push(Incoming { note, is_named: false, stored: None });
    }
    arrival.plan(snapshot, None)
}
