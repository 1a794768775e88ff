//! Where in the page's text a note hangs, as the Web Annotation Data Model says it: by quoting the
//! heading with what stands around it, and by counting.
//!
//! <https://www.w3.org/TR/annotation-model/#selectors>. Positions are Unicode code points, as that
//! standard has it.

use serde::Serialize;

use super::PageText;
use crate::event::ThemeId;

/// How many code points before and after the heading are quoted.
const CONTEXT: usize = 32;

/// A selector as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
pub(super) enum Selector {
    /// The words, and what stands around them.
    TextQuoteSelector {
        /// The heading.
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

    /// The heading of a theme; `None` where the page does not show it at the place that was
    /// measured.
    pub(super) fn heading(&self, theme: &ThemeId, title: &str) -> Option<Vec<Selector>> {
        let start = self.page.headings.iter().find(|(id, _)| id == theme)?.1;
        let end = start.checked_add(title.chars().count())?;
        let found = self.letters.get(start..end)?;
        found.iter().copied().eq(title.chars()).then(|| self.selectors(start, end))
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
