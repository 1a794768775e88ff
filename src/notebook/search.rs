//! Finding words in notes, ignoring what readers do not see as different.
//!
//! Letters are compared by their folded form: without case, accents and width, ligatures as their
//! letters, dashes as hyphens, and without what is not seen. The table is made at build time from
//! Unicode's data (`build/folding.rs`), because the libraries that have it would weigh more in the wasm
//! than the whole search. It is in every program but the one at start, which learns it with the first search.

use std::ops::Range;
use std::str::Chars;
use std::sync::OnceLock;

/// The table, as the build made it (`build/folding.rs`).
#[cfg(any(not(target_arch = "wasm32"), feature = "folding"))]
pub const FOLDING: &str = include_str!(concat!(env!("OUT_DIR"), "/folding.txt"));

/// Stands for the folded form of what is not compared, such as an accent.
const LEFT_OUT: u16 = 0;

/// Stands for a folded form of several letters.
const SEVERAL: u16 = 1;

// Hangul: a syllable is a lead, a vowel, and perhaps a tail, which some systems write one by one
// (The Unicode Standard, 3.12).
const SYLLABLES: u16 = 0xac00;
const LAST_SYLLABLE: u16 = 0xd7a3;
const LEAD_PARTS: u16 = 0x1100;
const VOWEL_PARTS: u16 = 0x1161;
const TAIL_PARTS: u16 = 0x11a7;
const VOWELS: u16 = 21;
const TAILS: u16 = 28;

/// The table, once it is known.
static KNOWN: OnceLock<Folding> = OnceLock::new();

/// How letters are folded.
struct Folding {
    /// The folded form of each letter up to U+FFFF.
    forms: Vec<u16>,
    /// The letters that are several when folded, in their order, and what they are then.
    several: Vec<(char, Chars<'static>)>,
}

impl Folding {
    fn read(table: &'static str) -> Self {
        let mut forms: Vec<u16> = (0..=u16::MAX).collect();
        let mut lines = table.lines();
        let [starts, lengths, steps, runs] =
            [(); 4].map(|()| numbers(lines.next().unwrap_or_default()));
        let mut start = 0;
        for (((far, length), step), form) in starts.zip(lengths).zip(steps).zip(runs) {
            start += far;
            for place in 0..length {
                let far = place * step;
                forms[usize::from(start + far)] =
                    if form == LEFT_OUT { LEFT_OUT } else { form + far };
            }
        }
        let several: Vec<_> =
            lines.map(str::chars).filter_map(|mut line| Some((line.next()?, line))).collect();
        for (letter, _) in &several {
            forms[*letter as usize] = SEVERAL;
        }
        Self { forms, several }
    }

    /// The table; `None` where a program has none in it and learned none.
    #[inline]
    fn known() -> Option<&'static Self> {
        #[cfg(any(not(target_arch = "wasm32"), feature = "folding"))]
        return Some(KNOWN.get_or_init(|| Self::read(FOLDING)));
        #[cfg(not(any(not(target_arch = "wasm32"), feature = "folding")))]
        KNOWN.get()
    }

    fn several(&self, letter: char) -> Chars<'static> {
        let place = self.several.binary_search_by_key(&letter, |(known, _)| *known);
        place.map_or_else(|_| "".chars(), |place| self.several[place].1.clone())
    }
}

fn numbers(line: &str) -> impl Iterator<Item = u16> {
    line.split(' ').filter_map(|number| number.parse().ok())
}

/// Tells a program that has no table how letters are folded. Until then only the case of ASCII's letters is
/// ignored. Queries and keys of tags from before are to be made again.
pub fn learn(table: String) {
    let _ = KNOWN.set(Folding::read(table.leak()));
}

/// Whether it is known how letters are folded.
pub fn is_learned() -> bool {
    Folding::known().is_some()
}

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
            .map(|word| folded(word).collect::<Vec<_>>())
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
            .flat_map(|(start, letter)| {
                let folded = Letters::of(&text[start..start + letter.len_utf8()]);
                folded.map(move |folded| (start, folded))
            })
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
            // One letter of the text may be several when folded: it is marked as a whole.
            let next = letters[place..].iter().find(|next| next.0 > *start);
            let end = next.map_or(text.len(), |next| next.0);
            match ranges.last_mut() {
                Some(last) if last.end >= *start => last.end = end,
                _ => ranges.push(*start..end),
            }
        }
        Some(ranges)
    }
}

/// Whether a word stands in a text.
fn holds(text: &str, word: &[char]) -> bool {
    let Some((first, rest)) = word.split_first() else { return true };
    let mut letters = Letters::of(text);
    while letters.find_first(*first) {
        let mut following = letters.clone();
        if rest.iter().all(|letter| following.next() == Some(*letter)) {
            return true;
        }
    }
    false
}

/// The letters of a text as they are compared.
pub(super) fn folded(text: &str) -> impl Iterator<Item = char> {
    Letters::of(text)
}

/// The letters of a text as they are compared.
#[derive(Clone)]
struct Letters<'text> {
    text: Chars<'text>,
    /// What is still to come of the last letter.
    rest: Rest,
}

/// What is still to come of a letter that is several when folded.
#[derive(Clone)]
enum Rest {
    Nothing,
    Several(Chars<'static>),
    /// Vowel and tail of a syllable of Hangul; 0 for none.
    Parts(u16, u16),
}

impl<'text> Letters<'text> {
    fn of(text: &'text str) -> Self {
        Self { text: text.chars(), rest: Rest::Nothing }
    }

    /// Goes on behind the next place of a letter, and tells whether there is one.
    fn find_first(&mut self, wanted: char) -> bool {
        while let Some(letter) = self.step() {
            if letter == wanted {
                return true;
            }
        }
        false
    }

    // For each letter of all notes, at each key of a search: as a call of its own it takes twice as long.
    #[inline(always)]
    fn step(&mut self) -> Option<char> {
        if !matches!(self.rest, Rest::Nothing) {
            if let Some(letter) = self.next_of_rest() {
                return Some(letter);
            }
            self.rest = Rest::Nothing;
        }
        loop {
            let letter = self.text.next()?;
            if letter.is_ascii() {
                return Some(letter.to_ascii_lowercase());
            }
            if let Some(letter) = self.begin(letter) {
                return Some(letter);
            }
        }
    }

    fn next_of_rest(&mut self) -> Option<char> {
        match &mut self.rest {
            Rest::Nothing => None,
            Rest::Several(letters) => letters.next(),
            Rest::Parts(0, _) => None,
            Rest::Parts(part, last) => {
                let letter = letter_of(*part);
                (*part, *last) = (*last, 0);
                Some(letter)
            }
        }
    }

    /// The first letter of a folded form; `None` where it has none.
    fn begin(&mut self, letter: char) -> Option<char> {
        let Ok(code) = u16::try_from(u32::from(letter)) else { return Some(letter) };
        if (SYLLABLES..=LAST_SYLLABLE).contains(&code) {
            let number = code - SYLLABLES;
            let (vowel, tail) = (number / TAILS % VOWELS, number % TAILS);
            let tail = if tail == 0 { 0 } else { TAIL_PARTS + tail };
            self.rest = Rest::Parts(VOWEL_PARTS + vowel, tail);
            return Some(letter_of(LEAD_PARTS + number / TAILS / VOWELS));
        }
        let Some(folding) = Folding::known() else { return Some(letter) };
        match folding.forms[usize::from(code)] {
            LEFT_OUT => None,
            SEVERAL => {
                self.rest = Rest::Several(folding.several(letter));
                self.next_of_rest()
            }
            folded => Some(letter_of(folded)),
        }
    }
}

impl Iterator for Letters<'_> {
    type Item = char;

    #[inline(never)]
    fn next(&mut self) -> Option<char> {
        self.step()
    }
}

fn letter_of(code: u16) -> char {
    // No folded form is half of a surrogate pair.
    char::from_u32(code.into()).unwrap_or_default()
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
    fn what_readers_do_not_see_as_different_does_not_matter() {
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
            // Apostrophes, quotation marks and dashes as programs set them.
            ("isn't", "it isn’t", Some("it [isn’t]")),
            ("isn’t", "it isn't", Some("it [isn't]")),
            ("\"soft\"", "“soft” «soft» „soft“", Some("[“soft”] [«soft»] [„soft“]")),
            ("2014-09", "2014–09, 2014‑09, 2014−09", Some("[2014–09], [2014‑09], [2014−09]")),
            // Letters that have two forms, or two letters for one.
            ("οδος", "Η ΟΔΟΣ", Some("Η [ΟΔΟΣ]")),
            ("ΟΔΟΣ", "οδός", Some("[οδός]")),
            ("strasse", "Große Straße", Some("Große [Straße]")),
            ("straße", "STRASSE", Some("[STRASSE]")),
            ("ẞ", "ss", Some("[ss]")),
            ("lodz", "Łódź", Some("[Łódź]")),
            ("smorrebrod", "Smørrebrød", Some("[Smørrebrød]")),
            ("ǿ", "o", Some("[o]")),
            ("oeuvre", "Œuvre", Some("[Œuvre]")),
            ("istanbul", "İSTANBUL", Some("[İSTANBUL]")),
            ("ısparta", "ISPARTA", Some("[ISPARTA]")),
            ("đakovo", "Dakovo", Some("[Dakovo]")),
            // As a PDF gives them.
            ("office", "the oﬃce", Some("the [oﬃce]")),
            ("fic", "oﬃce", Some("o[ﬃc]e")),
            ("prevention", "pre\u{ad}ven\u{200b}tion", Some("[pre\u{ad}ven\u{200b}tion]")),
            ("⽇本", "日本", Some("[日本]")),
            ("سلام", "ﺳﻼﻡ", Some("[ﺳﻼﻡ]")),
            // Width, and parts that are written one by one.
            ("ABC 123", "ａｂｃ１２３", Some("[ａｂｃ１２３]")),
            ("カメラ", "ｶﾒﾗ", Some("[ｶﾒﾗ]")),
            ("が", "か\u{3099}", Some("[か\u{3099}]")),
            (
                "한글",
                "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
                Some("[\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}]"),
            ),
            ("\u{1112}\u{1161}\u{11ab}", "한글", Some("[한]글")),
            ("하", "한글", Some("[한]글")),
            ("글", "그림", None),
            // Arabic: lengthened, and with the letters that are written either way.
            ("كتاب", "كـتـاب", Some("[كـتـاب]")),
            ("احمد", "أحمد", Some("[أحمد]")),
            ("کتاب", "كتاب", Some("[كتاب]")),
            ("1/2", "½", Some("[½]")),
            // Vowels of other scripts are no accents.
            ("कि", "की", None),
            ("ก็", "กา", None),
            // Beyond what is folded.
            ("𐐀", "𐐨", None),
        ] {
            assert_eq!(marked(query, text).as_deref(), expected, "`{query}` in `{text}`");
            let is_found = Query::new(query).matches(&[text]);
            assert_eq!(is_found, expected.is_some(), "`{query}` in `{text}`");
        }
    }
}
