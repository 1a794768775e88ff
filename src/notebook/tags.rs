//! Tags: words that begin with `#`, by which a reader finds notes again. They are part of the text
//! and kept nowhere else.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::search::folded;
use super::{Note, NoteId};

/// Beyond ASCII, where Unicode has signs and no letters, first and last: those that may end a word,
/// and whole blocks. The tables that tell each letter would weigh more than all that is done here.
const SIGNS: [(u16, u16); 16] = [
    (0x80, 0xbf),
    (0xd7, 0xd7),
    (0xf7, 0xf7),
    (0x60c, 0x60c),
    (0x61b, 0x61b),
    (0x61f, 0x61f),
    (0x6d4, 0x6d4),
    (0x964, 0x965),
    // Between these two stand the joiners that words of some languages need.
    (0x2000, 0x200b),
    (0x200e, 0x2bff),
    (0x2e00, 0x2e7f),
    (0x3000, 0x3004),
    (0x3008, 0x3020),
    (0xe000, 0xf8ff),
    (0xff00, 0xff0f),
    (0xff1a, 0xff20),
];

/// Where tags stand in a text, each from its `#` to its last letter, in their order.
///
/// A tag stands where a word begins and has letters, digits, `-` and `_`, at least one of them a
/// letter. In a word that holds an address there is none.
pub fn tags(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !text.as_bytes().contains(&b'#') {
        return found;
    }
    // How many were found before the present word, and whether that holds an address.
    let (mut before_word, mut is_address) = (0, false);
    // Where the present tag begins, and whether it has a letter.
    let mut tag = None;
    let mut last = (' ', ' ');
    let mut letters = text.char_indices();
    loop {
        let next = letters.next();
        let (place, letter) = next.unwrap_or((text.len(), ' '));
        match tag {
            Some((start, has_letter)) if stands_in_tag(letter) => {
                tag = Some((start, has_letter || !matches!(letter, '0'..='9' | '-' | '_')));
            }
            ended => {
                if let Some((start, true)) = ended {
                    found.push(start..place);
                }
                tag =
                    (letter == '#' && !is_address && is_opening(last.1)).then_some((place, false));
                if letter.is_whitespace() {
                    (before_word, is_address) = (found.len(), false);
                }
                if (last.0, last.1, letter) == (':', '/', '/') {
                    is_address = true;
                    found.truncate(before_word);
                }
            }
        }
        last = (last.1, letter);
        if next.is_none() {
            return found;
        }
    }
}

/// Whether a tag may follow a character.
fn is_opening(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '"' | '\'' | '(' | '*' | '<' | '>' | '[' | '{' | '¡' | '«' | '¿' | '‘'
                ..='‟' | '「' | '（'
        )
}

fn stands_in_tag(letter: char) -> bool {
    let code = u32::from(letter);
    letter.is_ascii_alphanumeric()
        || matches!(letter, '-' | '_')
        || (code >= 0x80
            // Emoji.
            && code >> 12 != 0x1f
            && !SIGNS.iter().any(|&(first, last)| u32::from(first) <= code && code <= last.into()))
}

/// What makes two tags the same: a tag without its `#`, whatever its case and accents.
pub fn tag_key(tag: &str) -> String {
    folded_tag(tag).collect()
}

fn folded_tag(tag: &str) -> impl Iterator<Item = char> {
    folded(tag).skip(1)
}

/// Whether a tag stands in a text, by its key.
pub(super) fn has_tag(text: &str, key: &str) -> bool {
    tags(text).into_iter().any(|place| folded_tag(&text[place]).eq(key.chars()))
}

/// A tag that is in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// What makes it the same as another.
    pub key: String,
    /// As it stands on the oldest of the notes, with its `#`.
    pub text: String,
    /// On how many notes it stands.
    pub count: usize,
}

/// The tags of each note that has any, as they stand in it. What makes two of them the same is found when that
/// is asked: a program may learn it only then ([`search::learn`](super::search::learn)).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TagIndex(BTreeMap<NoteId, Arc<Vec<String>>>);

impl TagIndex {
    pub(super) fn insert(&mut self, note: &Note) {
        let found: Vec<String> =
            tags(&note.text).into_iter().map(|place| note.text[place].to_owned()).collect();
        if !found.is_empty() {
            self.0.insert(note.id.clone(), found.into());
        }
    }

    pub(super) fn remove(&mut self, note: &NoteId) {
        self.0.remove(note);
    }

    /// Each tag, sorted by its key.
    pub(super) fn tags(&self) -> Vec<Tag> {
        let mut tags: Vec<Tag> = Vec::new();
        // The oldest notes first, as their ids are made.
        for texts in self.0.values() {
            // A note may have it in more than one writing.
            let mut seen: Vec<String> = Vec::new();
            for text in texts.iter() {
                let key = tag_key(text);
                if seen.contains(&key) {
                    continue;
                }
                match tags.binary_search_by(|tag| tag.key.cmp(&key)) {
                    Ok(place) => tags[place].count += 1,
                    Err(place) => {
                        let tag = Tag { key: key.clone(), text: text.clone(), count: 1 };
                        tags.insert(place, tag);
                    }
                }
                seen.push(key);
            }
        }
        tags
    }
}
