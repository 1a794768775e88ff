//! Finding words in notes, ignoring case and accents.
//!
//! Letters are compared by their folded form: lower case, without accents. The table is made at
//! build time from the Unicode data (`build.rs`), because a normalisation library would weigh
//! more in the wasm than the whole search.

use std::ops::Range;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/folding.rs"));

/// The letters that have a folded form, sorted: put together when the first one is asked for.
static FOLDING_FROM: OnceLock<Vec<u16>> = OnceLock::new();

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

/// A letter's folded form; `None` for an accent that stands as a character of its own.
pub(super) fn folded(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    let Ok(code) = u16::try_from(u32::from(letter)) else { return Some(letter) };
    let folding_from = FOLDING_FROM.get_or_init(|| {
        let mut letter = 0;
        FOLDING_STEPS
            .iter()
            .map(|step| {
                letter += u16::from(*step);
                letter
            })
            .collect()
    });
    match folding_from.binary_search(&code).map(|place| FOLDING_TO[place]) {
        Ok(0) => None,
        Ok(folded) => char::from_u32(u32::from(folded)),
        Err(_) => Some(letter),
    }
}

/// A text cut at its hits: each piece, and whether it is one.
pub fn pieces<'text>(text: &'text str, hits: &[Range<usize>]) -> Vec<(&'text str, bool)> {
    let mut pieces = Vec::with_capacity(hits.len() * 2 + 1);
    let mut place = 0;
    // Not by index: see `json.rs`.
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
        }
    }
}
