//! Words of the event that a note quotes, and how they are found again in its text.
//!
//! A quotation is kept as the Web Annotation Data Model keeps one: the words, and what stood before
//! and after them (`TextQuoteSelector`, <https://www.w3.org/TR/annotation-model/#text-quote-selector>).
//! So it is found without knowing a place, also where the text has changed around it, and to some
//! degree where the words themselves have.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// How many characters are kept of what stands before and after. As many as other annotators keep.
const CONTEXT: usize = 32;

/// Fewer known characters than these, of words and surroundings together, may stand anywhere.
const FEWEST: usize = 16;

/// Of the characters of a quotation, one in so many may have changed.
const ONE_CHANGED_IN: usize = 4;

/// Words, and what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
}

/// Where a quotation stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The place, in bytes.
    pub range: Range<usize>,
    /// Whether other words stand there by now.
    pub is_changed: bool,
}

impl Quote {
    /// Quotes a place of a text, in bytes; `None` where the text has no such place, or nothing but
    /// space stands there.
    pub fn of(text: &str, range: Range<usize>) -> Option<Self> {
        let words = text.get(range.clone())?;
        let exact = words.trim();
        if exact.is_empty() {
            return None;
        }
        let start = range.start + (words.len() - words.trim_start().len());
        let (before, rest) = (text.get(..start)?, text.get(start + exact.len()..)?);
        let skipped = before.chars().count().saturating_sub(CONTEXT);
        Some(Self {
            exact: exact.to_owned(),
            prefix: before.chars().skip(skipped).collect(),
            suffix: rest.chars().take(CONTEXT).collect(),
        })
    }

    /// Finds the quotation in a text: the words, where they stand in the surroundings that fit best;
    /// else the words that come close to them; else what stands between the surroundings.
    pub fn find(&self, text: &str) -> Option<Found> {
        let search = Search::new(self, text);
        let is_changed = |range| Found { range, is_changed: true };
        search
            .unchanged()
            .map(|range| Found { range, is_changed: false })
            .or_else(|| search.close().map(is_changed))
            .or_else(|| search.between().map(is_changed))
    }
}

/// A search of a quotation in a text. Places are numbers of characters.
struct Search {
    exact: Vec<char>,
    prefix: Vec<char>,
    suffix: Vec<char>,
    letters: Vec<char>,
    /// The byte at which each character begins, and that at which the text ends.
    bytes: Vec<usize>,
}

impl Search {
    fn new(quote: &Quote, text: &str) -> Self {
        Self {
            exact: quote.exact.chars().collect(),
            prefix: quote.prefix.chars().collect(),
            suffix: quote.suffix.chars().collect(),
            letters: text.chars().collect(),
            bytes: text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect(),
        }
    }

    fn unchanged(&self) -> Option<Range<usize>> {
        let length = self.exact.len();
        let known = self.prefix.len() + self.suffix.len();
        self.letters
            .windows(length.max(1))
            .enumerate()
            .filter(|(_, letters)| *letters == self.exact)
            .map(|(start, _)| (self.fit(start, start + length), start))
            // A few letters alone, out of their surroundings, may stand anywhere.
            .filter(|(fit, _)| length + fit >= FEWEST.min(length + known))
            // The first of those that fit best.
            .max_by_key(|(fit, start)| (*fit, usize::MAX - start))
            .map(|(_, start)| self.range(start, start + length))
    }

    /// How many characters of the surroundings fit a place.
    fn fit(&self, start: usize, end: usize) -> usize {
        let before = self.letters.get(..start).unwrap_or_default().iter().rev();
        let after = self.letters.get(end..).unwrap_or_default();
        let before = self.prefix.iter().rev().zip(before).take_while(|(one, other)| one == other);
        let after = self.suffix.iter().zip(after).take_while(|(one, other)| one == other);
        before.count() + after.count()
    }

    /// The words that need the fewest changes to become the quotation: Sellers' algorithm
    /// (<https://doi.org/10.1016/0196-6774(80)90016-4>). The crates that have it count in bytes,
    /// and would cut letters.
    fn close(&self) -> Option<Range<usize>> {
        let most = self.exact.len() / ONE_CHANGED_IN;
        // A file may hold a quotation of any length; one that has to lose more than may change is not
        // looked for.
        if self.exact.len() < FEWEST || self.exact.len() > self.letters.len() + most {
            return None;
        }
        // For each length of the quotation's beginning: how many changes make it what ends here, and
        // where that begins.
        let mut column: Vec<(usize, usize)> = (0..=self.exact.len()).map(|it| (it, 0)).collect();
        let mut best: Option<(usize, usize, Range<usize>)> = None;
        for (place, letter) in self.letters.iter().enumerate() {
            let mut diagonal = std::mem::replace(&mut column[0], (0, place + 1));
            for row in 1..column.len() {
                let replaced =
                    (diagonal.0 + usize::from(self.exact[row - 1] != *letter), diagonal.1);
                let inserted = (column[row].0 + 1, column[row].1);
                let left_out = (column[row - 1].0 + 1, column[row - 1].1);
                diagonal = column[row];
                column[row] = replaced.min(inserted).min(left_out);
            }
            let (changes, start) = column[self.exact.len()];
            let misfit = usize::MAX - self.fit(start, place + 1);
            let is_better =
                |(known, fit, _): &(usize, usize, _)| (changes, misfit) < (*known, *fit);
            if changes <= most && best.as_ref().is_none_or(is_better) {
                best = Some((changes, misfit, start..place + 1));
            }
        }
        best.map(|(_, _, place)| self.range(place.start, place.end))
    }

    /// What stands between the surroundings, where both are there, and not much further apart.
    fn between(&self) -> Option<Range<usize>> {
        let places = |words: &[char], from: usize| {
            let rest = self.letters.get(from..).unwrap_or_default();
            let found = rest.windows(words.len().max(1)).position(|letters| letters == words)?;
            Some(from + found)
        };
        if self.prefix.len().min(self.suffix.len()) < FEWEST {
            return None;
        }
        let start = places(&self.prefix, 0)? + self.prefix.len();
        let end = places(&self.suffix, start)?;
        let is_near = end - start <= 2 * self.exact.len() + CONTEXT;
        (is_near && end > start).then(|| self.range(start, end))
    }

    fn range(&self, start: usize, end: usize) -> Range<usize> {
        let byte = |place: usize| self.bytes.get(place).copied().unwrap_or_default();
        byte(start)..byte(end)
    }
}
