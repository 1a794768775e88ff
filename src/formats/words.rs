//! Which theme words of the page stand in. Other programs tell words apart as this page does, but for
//! the space between them: some read the text as it is written, others as it is laid out.

use std::ops::Range;

use super::Snapshot;
use crate::event::ThemeId;
use crate::messages::notes::ADD_NOTE;
use crate::notebook::quote::Quote;

/// How many more letters of the surroundings have to fit one place than another, for the place to be
/// known by them.
const DECISIVE: usize = 4;

/// How many letters around words make them those of this page, wherever they were found.
const TELLING: usize = 20;

/// The page's text without its space, and the part of it that each theme takes.
pub(super) struct PageWords<'page> {
    text: &'page str,
    dense: String,
    /// For each byte of the dense text, and for its end, the byte of the text that it comes from.
    places: Vec<usize>,
    /// In bytes of the text.
    themes: Vec<(ThemeId, Range<usize>)>,
}

impl<'page> PageWords<'page> {
    pub(super) fn of(snapshot: &'page Snapshot) -> Self {
        let text = snapshot.page.text.as_str();
        let (mut dense, mut places) = (String::with_capacity(text.len()), Vec::new());
        for (place, letter) in text.char_indices().filter(|(_, letter)| !is_space(*letter)) {
            dense.push(letter);
            places.extend(std::iter::repeat_n(place, letter.len_utf8()));
        }
        places.push(text.len());
        Self { text, dense, places, themes: themes(snapshot) }
    }

    /// The theme in whose text a quotation stands, and the quotation with the space that the page has;
    /// `None` where it stands in none, or in several that its surroundings do not tell apart.
    pub(super) fn theme_of(&self, quote: &Quote) -> Option<(ThemeId, Quote)> {
        let (exact, prefix, suffix) =
            (dense(&quote.exact), dense(&quote.prefix), dense(&quote.suffix));
        if exact.is_empty() {
            return None;
        }
        let known = prefix.chars().count() + suffix.chars().count();
        // Of the places outside of all themes, and of those in each, the one that fits best.
        let mut best: Vec<(Option<&ThemeId>, usize, Range<usize>)> = Vec::new();
        for place in self.all_of(&exact) {
            let fit = self.fit(&place, &prefix, &suffix);
            let theme = self.theme_at(&place);
            match best.iter_mut().find(|(known, ..)| *known == theme) {
                Some(one) if one.1 < fit => *one = (theme, fit, place),
                Some(_) => {}
                None => best.push((theme, fit, place)),
            }
        }
        let most = best.iter().map(|(_, fit, _)| *fit).max()?;
        // Letters that fit by accident tell nothing, but all that is known does.
        let is_good = |fit: usize| fit + DECISIVE > most && (fit == most || most < known);
        let mut good = best.into_iter().filter(|(_, fit, _)| is_good(*fit));
        let mut in_themes = good.by_ref().filter_map(|(theme, _, place)| Some((theme?, place)));
        let (theme, place) = in_themes.next()?;
        if in_themes.next().is_some() {
            return None;
        }
        Some((theme.clone(), self.on_page(quote, place)))
    }

    /// Whether words stand in a theme of this page with all that stands around them, so that they can
    /// only be from here.
    pub(super) fn are_from_here(&self, quote: &Quote) -> bool {
        let (exact, prefix, suffix) =
            (dense(&quote.exact), dense(&quote.prefix), dense(&quote.suffix));
        let around = prefix.chars().count() + suffix.chars().count();
        if exact.is_empty() || around < TELLING {
            return false;
        }
        self.all_of(&[&*prefix, &exact, &suffix].concat()).any(|whole| {
            let place = whole.start + prefix.len()..whole.end - suffix.len();
            self.theme_at(&place).is_some()
        })
    }

    /// The places of some words, in bytes of the dense text.
    fn all_of(&self, words: &str) -> impl Iterator<Item = Range<usize>> {
        self.dense.match_indices(words).map(|(start, found)| start..start + found.len())
    }

    /// The theme whose text takes all of a place.
    fn theme_at(&self, place: &Range<usize>) -> Option<&ThemeId> {
        let (start, end) = (self.places[place.start], self.places[place.end - 1]);
        let is_around = |text: &Range<usize>| text.contains(&start) && text.contains(&end);
        self.themes.iter().find(|(_, text)| is_around(text)).map(|(theme, _)| theme)
    }

    /// How many letters of the surroundings fit a place.
    fn fit(&self, place: &Range<usize>, prefix: &str, suffix: &str) -> usize {
        let before = self.dense[..place.start].chars().rev().zip(prefix.chars().rev());
        let after = self.dense[place.end..].chars().zip(suffix.chars());
        let same = |(one, other): &(char, char)| one == other;
        before.take_while(same).count() + after.take_while(same).count()
    }

    /// A quotation as the page has it. Between two paragraphs the text of the page has no space; one
    /// that the quotation has there is kept, as that is how a theme is read.
    fn on_page(&self, quote: &Quote, place: Range<usize>) -> Quote {
        let last = self.places[place.end - 1];
        let end = last + self.text[last..].chars().next().map_or(0, char::len_utf8);
        let place = self.places[place.start]..end;
        let words = &self.text[place.clone()];
        if words == quote.exact {
            return quote.clone();
        }
        let Some(found) = Quote::of(self.text, place) else { return quote.clone() };
        let mut exact = String::with_capacity(words.len());
        let mut quoted = quote.exact.trim().chars().peekable();
        let mut had_space = true;
        for letter in words.chars() {
            let mut is_parted = false;
            while quoted.next_if(|it| is_space(*it)).is_some() {
                is_parted = true;
            }
            if is_space(letter) {
                had_space = true;
            } else {
                if is_parted && !had_space {
                    exact.push('\n');
                }
                had_space = false;
                quoted.next();
            }
            exact.push(letter);
        }
        Quote { exact, ..found }
    }
}

/// The text of each theme, in bytes of the page's text: from its heading to the button below it, or to
/// what follows.
fn themes(snapshot: &Snapshot) -> Vec<(ThemeId, Range<usize>)> {
    let (event, page) = (&snapshot.event, &snapshot.page);
    let mut places: Vec<usize> = page.text.char_indices().map(|(byte, _)| byte).collect();
    places.push(page.text.len());
    let mut headings: Vec<(usize, &ThemeId)> = page
        .headings
        .iter()
        .filter_map(|(theme, place)| Some((*places.get(*place)?, theme)))
        .collect();
    headings.sort_unstable();
    let mut themes = Vec::new();
    let add_note = ADD_NOTE.text();
    for (index, (start, id)) in headings.iter().enumerate() {
        let Some(theme) = event.theme(id) else { continue };
        if !page.text[*start..].starts_with(&theme.title) {
            continue;
        }
        let next = headings.get(index + 1);
        let body = *start + theme.title.len();
        let rest = &page.text[body..next.map_or(page.text.len(), |(next, _)| (*next).max(body))];
        // The box for a new note stands below the text. The last theme is followed by all sorts of things.
        let button = if next.is_some() { rest.rfind(&add_note) } else { rest.find(add_note) };
        let next_part = next.and_then(|(_, next)| {
            let part = event.theme(next).filter(|next| next.part != theme.part)?;
            rest.rfind(&event.part(part.part.as_ref()?)?.title)
        });
        let end = button.or(next_part).unwrap_or(rest.len());
        themes.push(((*id).clone(), *start..body + end));
    }
    themes
}

/// Whether a letter is space, or nothing that could be seen: programs put such in and take it away.
pub(super) fn is_space(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn dense(text: &str) -> String {
    text.chars().filter(|letter| !is_space(*letter)).collect()
}
