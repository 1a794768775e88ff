//! Finding words in notes, ignoring case and accents.
//!
//! Letters are compared by their folded form: lower case, without accents. The table is made at
//! build time from the Unicode data (`build.rs`), because a normalisation library would weigh
//! more in the wasm than the whole search.

use std::ops::Range;
use std::str::Chars;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/folding.rs"));

/// Beyond these letters none is folded.
const FOLDED_LETTERS: u16 = 0x2000;

/// The folded form of each letter; 0 for an accent that stands as a character of its own.
static FOLDED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (0..FOLDED_LETTERS).collect();
    let mut letter = 0;
    for (step, to) in FOLDING_STEPS.iter().zip(FOLDING_TO) {
        letter += usize::from(*step);
        table[letter] = to;
    }
    table
});

/// What the reader searches for: words that must all be found, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Vec<char>>,
}

impl Query {
    /// Reads what stands in the search box. Nothing but space, or nothing but accents, finds all.
    pub fn new(text: &str) -> Self {
        let words = text
            .split_whitespace()
            .map(|word| word.chars().filter_map(folded).collect::<Vec<_>>())
            .filter(|word| !word.is_empty())
            .collect();
        Self { words }
    }

    /// Whether it asks for nothing, and so finds every note.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each of the words stands in one of some texts. Looks no further than it has to.
    pub fn matches(&self, texts: &[&str]) -> bool {
        self.words.iter().all(|word| texts.iter().any(|text| holds(text, word)))
    }

    /// Where the words stand in a text: byte ranges, ascending, not touching one another. `None`
    /// where a word is missing. An empty query is found everywhere and marks nothing.
    pub fn hits(&self, text: &str) -> Option<Vec<Range<usize>>> {
        if self.is_empty() {
            return Some(Vec::new());
        }
        let letters: Vec<(usize, char)> = text
            .char_indices()
            .filter_map(|(start, letter)| Some((start, folded(letter)?)))
            .collect();
        let mut marked = vec![false; letters.len()];
        for word in &self.words {
            let mut missing = true;
            for (place, window) in letters.windows(word.len()).enumerate() {
                if window.iter().map(|(_, letter)| letter).eq(word) {
                    marked[place..place + word.len()].fill(true);
                    missing = false;
                }
            }
            if missing {
                return None;
            }
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (place, (start, _)) in letters.iter().enumerate().filter(|(place, _)| marked[*place]) {
            let end = letters.get(place + 1).map_or(text.len(), |next| next.0);
            match ranges.last_mut() {
                Some(last) if last.end == *start => last.end = end,
                _ => ranges.push(*start..end),
            }
        }
        Some(ranges)
    }
}

/// Whether a word stands in a text.
fn holds(text: &str, word: &[char]) -> bool {
    let Some((first, rest)) = word.split_first() else { return true };
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if folded(letter) == Some(*first) && begins_with(letters.clone(), rest) {
            return true;
        }
    }
    false
}

fn begins_with(letters: Chars<'_>, word: &[char]) -> bool {
    let mut letters = letters.filter_map(folded);
    word.iter().all(|letter| letters.next() == Some(*letter))
}

/// A letter's folded form; `None` for an accent that stands as a character of its own.
pub(super) fn folded(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    match u16::try_from(u32::from(letter)) {
        Ok(code) if code < FOLDED_LETTERS => match FOLDED[usize::from(code)] {
            0 => None,
            folded => char::from_u32(folded.into()),
        },
        _ => Some(letter),
    }
}

/// A text cut at its hits: each piece, and whether it is one.
pub fn pieces<'text>(text: &'text str, hits: &[Range<usize>]) -> Vec<(&'text str, bool)> {
    let mut pieces = Vec::with_capacity(hits.len() * 2 + 1);
    let mut place = 0;
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default();
    for hit in hits {
        pieces.push((piece(place..hit.start), false));
        pieces.push((piece(hit.clone()), true));
        place = hit.end;
    }
    pieces.push((piece(place..text.len()), false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Query, pieces};

    fn marked(query: &str, text: &str) -> Option<String> {
        let hits = Query::new(query).hits(text)?;
        Some(
            pieces(text, &hits)
                .into_iter()
                .map(|(piece, hit)| if hit { format!("[{piece}]") } else { piece.to_owned() })
                .collect(),
        )
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        for (query, text, expected) in [
            ("resume", "My Résumé", Some("My [Résumé]")),
            ("RÉSUMÉ", "a resume", Some("a [resume]")),
            ("resume", "re\u{301}sume\u{301}!", Some("[re\u{301}sume\u{301}]!")),
            ("angstrom", "Ångström", Some("[Ångström]")),
            ("αθηνα", "Η ΑΘΉΝΑ", Some("Η [ΑΘΉΝΑ]")),
            ("ёлка", "ЕЛКА", Some("[ЕЛКА]")),
            ("kestrel", "no bird", None),
            ("early action", "Action must come early", Some("[Action] must come [early]")),
            ("early late", "early", None),
            ("anan", "ananan", Some("[ananan]")),
            ("", "anything", Some("anything")),
            (" \u{301} ", "anything", Some("anything")),
            ("😀", "a 😀 b", Some("a [😀] b")),
        ] {
            assert_eq!(marked(query, text).as_deref(), expected, "`{query}` in `{text}`");
            let is_found = Query::new(query).matches(&[text]);
            assert_eq!(is_found, expected.is_some(), "`{query}` in `{text}`");
        }
    }
}
