//! Where in the page's text a note hangs, as the Web Annotation Data Model says it: by quoting the
//! heading of its theme with what stands around it, and by counting. A note that quotes words of the
//! event hangs on these.
//!
//! <https://www.w3.org/TR/annotation-model/#selectors>. Positions are Unicode code points, as that
//! standard has it.

use serde::Serialize;

use super::PageText;
use super::outline::Section;
use crate::event::ThemeId;
use crate::notebook::quote::Quote;

/// How many code points before and after the heading are quoted.
const CONTEXT: usize = 32;

/// A selector as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
pub(super) enum Selector {
    /// The words, and what stands around them.
    TextQuoteSelector {
        /// The heading, or what the note quotes.
        exact: String,
        /// What stands before it.
        prefix: String,
        /// What stands behind it.
        suffix: String,
    },
    /// The place, counted from the start of the page's text.
    TextPositionSelector {
        /// Where it begins.
        start: usize,
        /// Where it ends.
        end: usize,
    },
}

impl Selector {
    fn quoting(quote: &Quote) -> Self {
        let Quote { exact, prefix, suffix } = quote.clone();
        Self::TextQuoteSelector { exact, prefix, suffix }
    }
}

/// The page's text, ready for counting.
pub(super) struct Places<'page> {
    page: &'page PageText,
    letters: Vec<char>,
}

impl<'page> Places<'page> {
    /// Counts the text once.
    pub(super) fn of(page: &'page PageText) -> Self {
        Self { page, letters: page.text.chars().collect() }
    }

    /// What a note on a theme hangs on: what it quotes, else the heading of the theme; `None` where
    /// the page does not show that heading at the place that was measured.
    pub(super) fn of_note(
        &self,
        section: &Section<'_>,
        quote: Option<&Quote>,
    ) -> Option<Vec<Selector>> {
        let heading = self.heading(section.theme, section.title);
        let Some(quote) = quote else {
            return heading.map(|(start, end)| self.selectors(start, end));
        };
        let mut selectors = vec![Selector::quoting(quote)];
        selectors.extend(self.quoted(quote, heading.map(|(start, _)| start)));
        Some(selectors)
    }

    /// Where the heading of a theme stands.
    fn heading(&self, theme: &ThemeId, title: &str) -> Option<(usize, usize)> {
        let start = self.page.headings.iter().find(|(id, _)| id == theme)?.1;
        let end = start.checked_add(title.chars().count())?;
        let found = self.letters.get(start..end)?;
        found.iter().copied().eq(title.chars()).then_some((start, end))
    }

    /// The place of a quotation: from the heading of its theme to that of the next, or anywhere in
    /// the page where that heading is not known.
    fn quoted(&self, quote: &Quote, heading: Option<usize>) -> Option<Selector> {
        let next = |start: usize| {
            self.page.headings.iter().map(|(_, next)| *next).filter(|next| *next > start).min()
        };
        let from = heading.unwrap_or_default();
        let to = heading.and_then(next).unwrap_or(usize::MAX).min(self.letters.len());
        let part: String = self.letters.get(from..to)?.iter().collect();
        let range = quote.find(&part)?.range;
        let start = from + part.get(..range.start)?.chars().count();
        let end = start + part.get(range)?.chars().count();
        Some(Selector::TextPositionSelector { start, end })
    }

    /// The first place of some words in the page, or its first words where they are not there. For
    /// programs that take no note without a place.
    pub(super) fn anywhere(&self, words: &str) -> Vec<Selector> {
        match self.page.text.find(words) {
            Some(place) if !words.is_empty() => {
                let start = self.page.text[..place].chars().count();
                self.selectors(start, start + words.chars().count())
            }
            _ => self.selectors(0, self.letters.len().min(CONTEXT)),
        }
    }

    fn selectors(&self, start: usize, end: usize) -> Vec<Selector> {
        let text = |from: usize, to: usize| -> String {
            self.letters.get(from..to.min(self.letters.len())).unwrap_or_default().iter().collect()
        };
        vec![
            Selector::TextQuoteSelector {
                exact: text(start, end),
                prefix: text(start.saturating_sub(CONTEXT), start),
                suffix: text(end, end + CONTEXT),
            },
            Selector::TextPositionSelector { start, end },
        ]
    }
}
