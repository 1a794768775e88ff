//! The quotations that are looked for, and where their words stand.

use leptos::prelude::*;
use rustc_hash::FxHashMap;
use web_sys::{MouseEvent, Range as PageRange};

use super::QuoteState;
use super::highlight::Highlight;
use super::theme_text::ThemeText;
use crate::event::ThemeId;
use crate::notebook::NoteId;
use crate::notebook::quote::Quote;
use crate::reader::theme_place;

/// Who wants to know where a quotation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asker {
    /// The note, which is on the page.
    Note,
    /// The text, which has come into sight.
    Text,
}

/// A quotation that somebody asked for.
struct Quoted {
    theme: ThemeId,
    quote: Quote,
    askers: Vec<Asker>,
    state: ArcRwSignal<QuoteState>,
    /// Where its words stand; `None` where they do no longer.
    words: Option<PageRange>,
    /// How long they are.
    length: usize,
}

/// All of them.
pub(super) struct KnownQuotations {
    by_note: FxHashMap<NoteId, Quoted>,
    texts: FxHashMap<ThemeId, ThemeText>,
    highlight: Option<Highlight>,
}

impl KnownQuotations {
    pub(super) fn new(highlight: Option<Highlight>) -> Self {
        Self { by_note: FxHashMap::default(), texts: FxHashMap::default(), highlight }
    }

    /// Looks for a quotation, and highlights it until nobody asks for it any more.
    pub(super) fn ask(
        &mut self,
        note: &NoteId,
        theme: &ThemeId,
        quote: &Quote,
        asker: Asker,
    ) -> ArcRwSignal<QuoteState> {
        self.read_again_if_changed(theme);
        let is_other = |quoted: &Quoted| quoted.theme != *theme || quoted.quote != *quote;
        if self.by_note.get(note).is_some_and(is_other) {
            self.forget(note);
        }
        let quoted = self.by_note.entry(note.clone()).or_insert_with(|| {
            let mut quoted = Quoted::new(theme, quote);
            quoted.find(self.texts.get(theme), self.highlight.as_ref());
            quoted
        });
        if !quoted.askers.contains(&asker) {
            quoted.askers.push(asker);
        }
        quoted.state.clone()
    }

    /// Somebody no longer asks for the quotation that a note has from a theme.
    pub(super) fn let_go(&mut self, note: &NoteId, theme: &ThemeId, asker: Asker) {
        let Some(quoted) = self.by_note.get_mut(note) else { return };
        if quoted.theme != *theme {
            return;
        }
        quoted.askers.retain(|other| *other != asker);
        if quoted.askers.is_empty() {
            self.forget(note);
        }
    }

    fn forget(&mut self, note: &NoteId) {
        if let Some(mut quoted) = self.by_note.remove(note) {
            quoted.lose_words(self.highlight.as_ref());
        }
    }

    /// The theme and the words that a note quotes, as they stand there by now.
    pub(super) fn of(&mut self, note: &NoteId) -> Option<(ThemeId, Option<PageRange>)> {
        let theme = self.by_note.get(note)?.theme.clone();
        self.read_again_if_changed(&theme);
        let words = self.by_note.get(note)?.words.clone();
        Some((theme, words))
    }

    /// The note that quotes the words of a theme on which a click fell. Where several do, it is the one
    /// that quotes the fewest.
    pub(super) fn hit(&mut self, theme: &ThemeId, click: &MouseEvent) -> Option<NoteId> {
        self.read_again_if_changed(theme);
        let is_hit = |quoted: &Quoted| {
            let words = quoted.words.as_ref().filter(|_| quoted.theme == *theme);
            words.is_some_and(|words| is_on(words, click))
        };
        let hit = self.by_note.iter().filter(|(_, quoted)| is_hit(quoted));
        hit.min_by_key(|(_, quoted)| quoted.length).map(|(note, _)| note.clone())
    }

    /// Reads a theme's text where that has not been done, or the page has another one there by now,
    /// and finds again what is quoted from it.
    fn read_again_if_changed(&mut self, theme: &ThemeId) {
        let Some(place) = theme_place::text(theme) else { return };
        if self.texts.get(theme).is_some_and(|text| text.still_stands_in(&place)) {
            return;
        }
        let text = ThemeText::of(&place);
        for quoted in self.by_note.values_mut().filter(|quoted| quoted.theme == *theme) {
            quoted.find(Some(&text), self.highlight.as_ref());
        }
        self.texts.insert(theme.clone(), text);
    }
}

impl Quoted {
    fn new(theme: &ThemeId, quote: &Quote) -> Self {
        Self {
            theme: theme.clone(),
            quote: quote.clone(),
            askers: Vec::new(),
            state: ArcRwSignal::new(QuoteState::Gone),
            words: None,
            length: 0,
        }
    }

    fn find(&mut self, text: Option<&ThemeText>, highlight: Option<&Highlight>) {
        self.lose_words(highlight);
        let found = text.and_then(|text| {
            let found = self.quote.find(&text.text)?;
            Some((text.on_page(&found.range)?, found))
        });
        let state = match &found {
            None => QuoteState::Gone,
            Some((_, found)) if found.is_changed => QuoteState::Changed,
            Some(_) => QuoteState::Unchanged,
        };
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
        if let Some((words, found)) = found {
            if let Some(highlight) = highlight {
                highlight.add(&words);
            }
            self.words = Some(words);
            self.length = found.range.len();
        }
    }

    fn lose_words(&mut self, highlight: Option<&Highlight>) {
        if let (Some(words), Some(highlight)) = (self.words.take(), highlight) {
            highlight.delete(&words);
        }
    }
}

/// Whether a click fell on some words.
fn is_on(words: &PageRange, click: &MouseEvent) -> bool {
    let (x, y) = (f64::from(click.client_x()), f64::from(click.client_y()));
    let Some(lines) = words.get_client_rects() else { return false };
    (0..lines.length()).filter_map(|index| lines.item(index)).any(|line| {
        (line.left()..=line.right()).contains(&x) && (line.top()..=line.bottom()).contains(&y)
    })
}
