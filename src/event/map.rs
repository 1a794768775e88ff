//! The geometry of the map of the themes: where in the drawing of a part its title, the rings of its
//! themes and the words beside them stand.
//!
//! Only the build draws. It cannot measure text, since every reader has other fonts, so widths are
//! estimated, and rather too large than too small. Lengths are in units of the drawing, one pixel
//! each on the narrowest screens and a little more elsewhere.

use super::{Event, Part};

/// The width of every drawing: what a screen 320 pixels wide has room for.
pub const WIDTH: i32 = 288;

/// From the spine, which is the drawing's edge, to the middle of the rings.
pub const RING_AT: i32 = 38;

/// The radius of a ring.
pub const RING: i32 = 16;

/// From the spine to where the part's title begins.
pub const TITLE_AT: i32 = 16;

/// From the middle of a ring to where the theme's title begins.
pub const LABEL_AT: i32 = 27;

/// From the middle of a ring to where the area of its link begins.
pub const LINK_AT: i32 = -22;

/// The least height of a link, so that a finger meets it.
pub const LEAST_LINK: i32 = 44;

const TITLE_SIZE: i32 = 16;
const TITLE_STEP: i32 = 21;
const LABEL_SIZE: i32 = 14;
const LABEL_STEP: i32 = 18;
/// Between one link and the next.
const GAP: i32 = 2;
/// From the spine to where a branch has become level.
const BEND: i32 = 16;

/// A part as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The height of the whole.
    pub height: i32,
    /// The part's title.
    pub title: Vec<Line>,
    /// The middle of the dot from which the spine comes.
    pub start: i32,
    /// The spine and its branches, as the path of an SVG.
    pub branches: String,
    /// The themes, in the page's order.
    pub themes: Vec<Place>,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where its letters stand: in the drawing, or from the middle of a theme's ring.
    pub baseline: i32,
}

/// A theme in the drawing of its part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The middle of its ring, which is the middle of its link too.
    pub middle: i32,
    /// The height of its link.
    pub height: i32,
    /// Its title.
    pub label: Vec<Line>,
}

impl Event {
    /// Draws a part with its themes.
    pub fn draw(&self, part: &Part) -> Drawing {
        draw(&part.title, self.themes_of(&part.id).map(|theme| theme.title.as_str()))
    }
}

/// Draws a part with this title, and themes with these.
pub fn draw<'title>(title: &str, themes: impl Iterator<Item = &'title str>) -> Drawing {
    let lines = wrapped(title, TITLE_SIZE, WIDTH - TITLE_AT);
    let title: Vec<Line> = (1..)
        .zip(lines)
        .map(|(number, text)| Line { text, baseline: number * TITLE_STEP - 4 })
        .collect();
    let start = TITLE_STEP / 2 + 1;
    let mut bottom = title.last().map_or(0, |line| line.baseline) + TITLE_STEP / 2;
    let themes: Vec<Place> = themes
        .map(|title| {
            let lines = wrapped(title, LABEL_SIZE, WIDTH - RING_AT - LABEL_AT);
            let count = i32::try_from(lines.len()).unwrap_or(i32::MAX / LABEL_STEP / 2);
            // A third of the letters' size below the middle of a line is where letters stand.
            let first = LABEL_SIZE / 3 + 1 - (count - 1) * LABEL_STEP / 2;
            let label = (0..)
                .zip(lines)
                .map(|(number, text)| Line { text, baseline: first + number * LABEL_STEP })
                .collect();
            let height = LEAST_LINK.max(count * LABEL_STEP + 12);
            let middle = bottom + height / 2;
            bottom += height + GAP;
            Place { middle, height, label }
        })
        .collect();
    let level = RING_AT - RING - BEND;
    let mut branches = String::new();
    if let Some(last) = themes.last() {
        branches = format!("M0 {start}V{}", last.middle - BEND);
    }
    for Place { middle, .. } in &themes {
        branches += &format!("M0 {}q0 {BEND} {BEND} {BEND}h{level}", middle - BEND);
    }
    Drawing { height: bottom, title, start, branches, themes }
}

/// Breaks a text into lines that are no wider than this: as few as it takes, and of those the most
/// even ones, so that no short word is left alone.
fn wrapped(text: &str, size: i32, width: i32) -> Vec<String> {
    let room = width * 100 / size;
    let fewest = broken(text, room);
    let widest = text.split_whitespace().map(width_of_word).max().unwrap_or(room);
    let mut narrower = (widest..room).step_by(20).map(|room| broken(text, room));
    narrower.find(|lines| lines.len() == fewest.len()).unwrap_or(fewest)
}

fn broken(text: &str, room: i32) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split_whitespace() {
        if !line.is_empty() {
            if used + width_of(' ') + width_of_word(word) <= room {
                line.push(' ');
                used += width_of(' ');
            } else {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
        }
        for letter in word.chars() {
            // Only a word that is longer than a whole line is broken.
            if used + width_of(letter) > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(letter);
            used += width_of(letter);
        }
    }
    lines.push(line);
    lines
}

fn width_of_word(word: &str) -> i32 {
    word.chars().map(width_of).sum()
}

/// How wide a letter is in the wider ones of common fonts, in hundredths of the letters' size.
fn width_of(letter: char) -> i32 {
    match letter {
        '\u{300}'..='\u{36f}' => 0,
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '!' | '|' => 36,
        'f' | 'r' | 's' | 't' | '(' | ')' | '[' | ']' | '-' | '"' | '“' | '”' => 46,
        'm' | 'w' | 'M' | 'W' | 'Q' | 'O' | '@' | '%' | '—' | '…' => 98,
        'A'..='Z' => 74,
        '\0'..='\u{24f}' => 62,
        '\u{250}'..='\u{10ff}' => 80,
        _ => 105,
    }
}
