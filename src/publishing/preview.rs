//! The picture that chats and networks show beside a link to the page: 1200 by 630 pixels, drawn as
//! SVG of what the event is called, when and where it was and who convened it, in the page's own
//! colours, and rendered to PNG by the `resvg` crate.
//!
//! It must be the same on every machine: so its typeface comes with a crate, Libertinus Serif, and
//! none is looked for on the machine that builds. The typeface has Latin, Greek, Cyrillic and Hebrew
//! letters. A text with other letters is left out as a whole, since boxes in the place of letters
//! tell nobody anything; where it is the title, so are all others, and the mark stands large in their
//! place. Pictographs that the typeface lacks are dropped alone.

mod indexed;

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{GlyphId, Group, Node, Options, Text, Tree};

use self::indexed::indexed;
use super::PublishError;
use crate::event::accent::Shades;
use crate::event::{Event, Link};
use crate::messages::event::{days as days_in_words, days_and_place};
use crate::messages::publishing as messages;

/// The picture's name in the page's folder.
pub const NAME: &str = "preview.png";

/// Width and height in pixels: what Open Graph readers show whole.
pub const SIZE: (u32, u32) = (1200, 630);

/// The column of texts: left, top, right, bottom. Nothing that is written goes beyond it.
pub const COLUMN: (f32, f32, f32, f32) = (72.0, 56.0, 904.0, 578.0);

/// Where the margin begins, in which the notes stand.
const MARGIN: f32 = 960.0;

const MARK: &str = include_str!("../../public/favicon.svg");
const COLOURS: &str = include_str!("../../style/base.css");
const FAMILY: &str = "Libertinus Serif";

const MARK_SIZE: f32 = 48.0;
const SMALLEST_TITLE: f32 = 38.0;
/// Sizes for the title, of which the largest that fits is taken. Of a title that fits in none, the
/// end is cut off.
const TITLE_SIZES: [f32; 10] =
    [108.0, 96.0, 84.0, 76.0, 68.0, 60.0, 54.0, 48.0, 43.0, SMALLEST_TITLE];
const TITLE_LEADING: f32 = 1.14;
const TITLE_WEIGHT: u16 = 600;
const ORGANIZER_LINES: usize = 3;
const ORGANIZER_LEADING: f32 = 33.0;
const ELLIPSIS: char = '…';

/// The finished picture.
pub struct Preview {
    /// What [`NAME`] holds.
    pub png: Vec<u8>,
    /// Each line of text in it, and where it was laid out.
    pub lines: Vec<Line>,
    /// Texts that the typeface cannot show, so that they are not in the picture.
    pub left_out: Vec<String>,
}

/// A line of text in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Left, top, right and bottom of the line, with all its ascent and descent.
    pub place: (f32, f32, f32, f32),
}

/// Draws an event's picture. `shades` are the colours of its host, where those are not the page's own.
///
/// # Errors
/// [`PublishError`] where the page's style lacks a colour, or the library refuses the drawing.
pub fn preview(event: &Event, shades: Option<&Shades>) -> Result<Preview, PublishError> {
    let (svg, left_out) = drawing(event, shades)?;
    let tree = tree(&svg)?;
    let mut pixmap = Pixmap::new(SIZE.0, SIZE.1).ok_or(PublishError::Picture)?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    let png = match indexed(&pixmap).map_err(|_| PublishError::Picture)? {
        Some(png) => png,
        None => pixmap.encode_png().map_err(|_| PublishError::Picture)?,
    };
    let mut lines = Vec::new();
    each_text(tree.root(), &mut |text| {
        let place = text.abs_bounding_box();
        lines.push(Line {
            text: text.chunks().iter().map(|chunk| chunk.text()).collect(),
            place: (place.left(), place.top(), place.right(), place.bottom()),
        });
    });
    Ok(Preview { png, lines, left_out })
}

/// How many events are named at once: a site may have hundreds of the same kind.
const NAMED_AT_ONCE: usize = 5;

/// What to tell a host where pictures leave something out: the events, each with its texts of which that is
/// true. Nothing where there are none.
pub fn left_out(events: &[(String, Vec<String>)]) -> Option<String> {
    if events.is_empty() {
        return None;
    }
    let named = events.iter().take(NAMED_AT_ONCE);
    let named = named.map(|(event, texts)| format!("{event}: “{}”", texts.join("”, “")));
    let named = named.collect::<Vec<_>>().join("; ");
    let more = match events.len().saturating_sub(NAMED_AT_ONCE) {
        0 => String::new(),
        more => format!("; and texts of {more} more"),
    };
    Some(format!(
        "{NAME} leaves out texts, since its typeface lacks letters of them. The pages themselves show all, so \
         nothing has to be done. Left out: {named}{more}."
    ))
}

/// The picture's address, as programs need it that do not know where the page is.
pub(super) fn address(page: &Link) -> Link {
    page.beside(NAME)
}

/// What the picture shows, for those who do not see it.
pub(super) fn description(event: &Event) -> String {
    let place = event.place.as_deref().or(event.online.as_deref());
    let title = one_line(&event.title);
    match place {
        Some(place) => {
            messages::preview_described_with_place(&title, &days(event), &one_line(place)).text()
        }
        None => messages::preview_described(&title, &days(event)).text(),
    }
}

fn days(event: &Event) -> String {
    let first = event.starts.date.long();
    match event.last_day() {
        Some(last) => days_in_words(&first, &last.long()).text(),
        None => first,
    }
}

// The drawing.

/// How a text is set.
#[derive(Clone, Copy)]
struct Type {
    size: f32,
    weight: u16,
}

const TOPIC: Type = Type { size: 30.0, weight: 600 };
const DATE: Type = Type { size: 32.0, weight: 600 };
const ORGANIZERS: Type = Type { size: 26.0, weight: 400 };

/// The strokes of the notes in the margin: from its left edge, from the top, and how long. The second
/// note is the one that is marked.
const NOTES: [&[(f32, f32, f32)]; 3] = [
    &[(56.0, 84.0, 120.0), (56.0, 112.0, 88.0)],
    &[(56.0, 236.0, 128.0), (56.0, 264.0, 128.0), (56.0, 292.0, 72.0)],
    &[(56.0, 486.0, 104.0), (56.0, 514.0, 128.0), (56.0, 542.0, 56.0)],
];

fn drawing(event: &Event, shades: Option<&Shades>) -> Result<(String, Vec<String>), PublishError> {
    let (left, top, right, bottom) = COLUMN;
    let width = right - left;
    let mut left_out = Vec::new();
    let mut shown = |text: &str, weight| {
        let shown = showable(&one_line(text), weight)?;
        if shown.is_none() {
            left_out.push(one_line(text));
        }
        Ok::<_, PublishError>(shown)
    };
    let mut svg = Drawing::new()?;
    let (accent, wash) = match shades.cloned() {
        Some(Shades { accent, wash }) => (accent, wash),
        None => (colour("accent")?, colour("accent-wash")?),
    };
    let mark = colour("mark")?;
    let soft = colour("ink-soft")?;
    let ink = colour("ink")?;

    svg.rectangle(MARGIN, 0.0, SIZE.0 as f32 - MARGIN, SIZE.1 as f32, &accent);
    for (number, strokes) in NOTES.iter().enumerate() {
        let colour = if number == 1 { &mark } else { &wash };
        for (x, y, length) in *strokes {
            svg.rectangle(MARGIN + x, *y, *length, 12.0, colour);
        }
    }

    // The head: what the event belongs to.
    let Some(title) = shown(&event.title, TITLE_WEIGHT)? else {
        // What is left would be half a text.
        svg.mark(left, top, bottom - top);
        return Ok((svg.finish(), left_out));
    };
    svg.mark(left, top, MARK_SIZE);
    let indent = MARK_SIZE + 20.0;
    if let Some(topic) = &event.topic
        && let Some(topic) = shown(topic, TOPIC.weight)?
    {
        let line = wrapped(&topic, TOPIC, width - indent, 1)?;
        svg.lines(&line, left + indent, top + 34.0, 0.0, TOPIC, &accent);
    }

    // The foot grows upwards.
    let mut organizers = Vec::new();
    for organizer in &event.organizers {
        organizers.extend(shown(&organizer.name, ORGANIZERS.weight)?);
    }
    let lines = listed(&organizers, event.organizers.len(), width)?;
    let mut foot = bottom - ORGANIZER_LEADING * lines.len() as f32;
    svg.lines(&lines, left, foot + 26.0, ORGANIZER_LEADING, ORGANIZERS, &soft);
    let mut date = days(event);
    if let Some(place) = event.place.as_deref().or(event.online.as_deref())
        && let Some(place) = shown(place, DATE.weight)?
    {
        date = days_and_place(&date, &place).text();
    }
    if let Some(date) = shown(&date, DATE.weight)? {
        foot -= 46.0;
        svg.lines(&wrapped(&date, DATE, width, 1)?, left, foot + 30.0, 0.0, DATE, &ink);
    }
    foot -= 28.0;
    svg.rectangle(left, foot, width, 2.0, &colour("line")?);

    // The title has what is left.
    let title_top = top + MARK_SIZE + 36.0;
    let height = foot - 24.0 - title_top;
    let (lines, kind) = title_lines(&title, width, height)?;
    let first = title_top + 0.8 * kind.size;
    svg.lines(&lines, left, first, kind.size * TITLE_LEADING, kind, &ink);
    Ok((svg.finish(), left_out))
}

/// The title as large as it fits.
fn title_lines(title: &str, width: f32, height: f32) -> Result<(Vec<String>, Type), PublishError> {
    let fitting = |size: f32| 1 + ((height - size) / (size * TITLE_LEADING)).max(0.0) as usize;
    let words = Words::of(title, TITLE_WEIGHT)?;
    for size in TITLE_SIZES {
        // A long word is set smaller before it is broken.
        if words.longest() * size > width {
            continue;
        }
        let lines = words.filled(width / size)?;
        if lines.len() <= fitting(size) {
            let kind = Type { size, weight: TITLE_WEIGHT };
            return Ok((words.balanced(width / size, lines.len())?, kind));
        }
    }
    let kind = Type { size: SMALLEST_TITLE, weight: TITLE_WEIGHT };
    Ok((wrapped(title, kind, width, fitting(kind.size))?, kind))
}

/// The organizers' names, of which as many as possible stay in one piece. Of more than fit, it is
/// said how many there are.
fn listed(names: &[String], count: usize, width: f32) -> Result<Vec<String>, PublishError> {
    for kept in (1..=names.len()).rev() {
        let mut names = names[..kept].to_vec();
        if kept < count {
            names.push(messages::preview_more_organizers(count - kept).text());
        }
        let mut lines: Vec<String> = Vec::new();
        for name in names {
            let longer = lines.last().map(|line| format!("{line} · {name}"));
            match (longer, lines.last_mut()) {
                (Some(longer), Some(line)) if advance(&longer, ORGANIZERS)? <= width => {
                    *line = longer;
                }
                _ => lines.extend(wrapped(&name, ORGANIZERS, width, ORGANIZER_LINES)?),
            }
        }
        if lines.len() <= ORGANIZER_LINES {
            return Ok(lines);
        }
    }
    Ok(Vec::new())
}

/// A text in at most so many lines; where it is longer, its end is cut off.
fn wrapped(
    text: &str,
    kind: Type,
    width: f32,
    most_lines: usize,
) -> Result<Vec<String>, PublishError> {
    let mut lines = Words::of(text, kind.weight)?.filled(width / kind.size)?;
    if lines.len() > most_lines {
        lines.truncate(most_lines);
        if let Some(last) = lines.last_mut() {
            while advance(&format!("{last}{ELLIPSIS}"), kind)? > width && last.pop().is_some() {}
            let kept = last.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len();
            last.truncate(kept);
            last.push(ELLIPSIS);
        }
    }
    Ok(lines)
}

/// The words of a text and how long they are in ems, that is for every size of type. To measure is
/// what takes the time, so each is measured once.
struct Words {
    words: Vec<(String, f32)>,
    space: f32,
    weight: u16,
}

impl Words {
    fn of(text: &str, weight: u16) -> Result<Self, PublishError> {
        let words = text.split(' ').map(|word| Ok((word.to_owned(), ems(word, weight)?)));
        let words = words.collect::<Result<_, PublishError>>()?;
        Ok(Self { words, space: ems("n n", weight)? - ems("nn", weight)?, weight })
    }

    fn longest(&self) -> f32 {
        self.words.iter().fold(0.0, |longest, (_, length)| longest.max(*length))
    }

    /// Fills line by line. A word that is longer than a line is broken where the line ends.
    fn filled(&self, width: f32) -> Result<Vec<String>, PublishError> {
        let mut lines: Vec<(String, f32)> = Vec::new();
        for (word, length) in &self.words {
            match lines.last_mut() {
                Some((line, filled)) if *filled + self.space + length <= width => {
                    line.push(' ');
                    line.push_str(word);
                    *filled += self.space + length;
                }
                _ if *length <= width => lines.push((word.clone(), *length)),
                _ => {
                    let (mut piece, mut filled) = (String::new(), 0.0);
                    for letter in word.chars() {
                        let length = ems(letter.encode_utf8(&mut [0; 4]), self.weight)?;
                        if filled + length > width && !piece.is_empty() {
                            lines.push((std::mem::take(&mut piece), filled));
                            filled = 0.0;
                        }
                        piece.push(letter);
                        filled += length;
                    }
                    lines.push((piece, filled));
                }
            }
        }
        Ok(lines.into_iter().map(|(line, _)| line).collect())
    }

    /// As few lines as `filled` makes, all of about the same length.
    fn balanced(&self, width: f32, count: usize) -> Result<Vec<String>, PublishError> {
        let (mut too_narrow, mut enough) = (self.longest(), width);
        while enough - too_narrow > 0.05 {
            let middle = f32::midpoint(too_narrow, enough);
            if self.filled(middle)?.len() <= count {
                enough = middle;
            } else {
                too_narrow = middle;
            }
        }
        self.filled(enough)
    }
}

/// A text without what a line of SVG cannot hold.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let cannot_stand =
        |letter: &char| letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}');
    words.join(" ").chars().filter(|letter| !cannot_stand(letter)).collect()
}

/// The text as the typeface can show it; `None` where it lacks letters of it.
fn showable(text: &str, weight: u16) -> Result<Option<String>, PublishError> {
    let mut text = text.to_owned();
    loop {
        let missing = missing(&text, weight)?;
        if missing.iter().any(|cluster| cluster.chars().any(char::is_alphanumeric)) {
            return Ok(None);
        }
        let kept: String =
            text.chars().filter(|letter| !missing.iter().any(|it| it.contains(*letter))).collect();
        let kept = one_line(&kept);
        if kept == text {
            return Ok(Some(text).filter(|text| !text.is_empty()));
        }
        text = kept;
    }
}

// What is asked of the library.

/// The typeface, and nothing else: no letter may come from what the machine has.
static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in typst_assets::fonts() {
        for id in fonts.load_font_source(Source::Binary(Arc::new(font))) {
            let is_ours = |name: &str| name == FAMILY;
            let keep =
                fonts.face(id).is_some_and(|face| face.families.iter().any(|it| is_ours(&it.0)));
            if !keep {
                fonts.remove_face(id);
            }
        }
    }
    Options { fontdb: Arc::new(fonts), font_family: FAMILY.to_owned(), ..Options::default() }
});

fn tree(svg: &str) -> Result<Tree, PublishError> {
    Tree::from_str(svg, &OPTIONS).map_err(PublishError::Drawing)
}

fn each_text(group: &Group, then: &mut impl FnMut(&Text)) {
    for node in group.children() {
        match node {
            Node::Group(group) => each_text(group, then),
            Node::Text(text) => then(text),
            _ => {}
        }
    }
}

/// A text laid out alone, at the place 0, 0.
fn laid_out(text: &str, kind: Type, then: &mut impl FnMut(&Text)) -> Result<(), PublishError> {
    let mut svg = Drawing::empty();
    svg.text(text, 0.0, 0.0, kind, "#000");
    each_text(tree(&svg.finish())?.root(), then);
    Ok(())
}

/// How far a text reaches.
fn advance(text: &str, kind: Type) -> Result<f32, PublishError> {
    let mut width = 0.0;
    laid_out(text, kind, &mut |text| width = text.bounding_box().right())?;
    Ok(width)
}

/// How far a text reaches in type of any size, by the size.
fn ems(text: &str, weight: u16) -> Result<f32, PublishError> {
    let size = 100.0;
    Ok(advance(text, Type { size, weight })? / size)
}

/// The pieces of a text for which the typeface has no glyph.
fn missing(text: &str, weight: u16) -> Result<Vec<String>, PublishError> {
    let mut missing = Vec::new();
    laid_out(text, Type { size: 20.0, weight }, &mut |text| {
        let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
        let none = glyphs.filter(|glyph| glyph.id == GlyphId(0));
        missing.extend(none.map(|glyph| glyph.text.clone()));
    })?;
    Ok(missing)
}

/// A colour of the page in light surroundings: the first of its name in the style.
pub(super) fn colour(name: &'static str) -> Result<String, PublishError> {
    let start = COLOURS.find(&format!("--{name}:")).ok_or(PublishError::Colour(name))?;
    let value = COLOURS[start..].split([':', ';']).nth(1).map(str::trim);
    value.map(str::to_owned).ok_or(PublishError::Colour(name))
}

/// SVG that is being written.
struct Drawing(String);

impl Drawing {
    fn empty() -> Self {
        let (width, height) = SIZE;
        Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">"
        ))
    }

    fn new() -> Result<Self, PublishError> {
        let mut drawing = Self::empty();
        drawing.rectangle(0.0, 0.0, SIZE.0 as f32, SIZE.1 as f32, &colour("paper")?);
        Ok(drawing)
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, colour: &str) {
        // Not `rect` and not `path`: those the style of the mark would colour.
        let (right, bottom) = (x + width, y + height);
        self.0.push_str(&format!(
            "<polygon points=\"{x},{y} {right},{y} {right},{bottom} {x},{bottom}\" fill=\"{colour}\"/>"
        ));
    }

    /// The page's icon.
    fn mark(&mut self, x: f32, y: f32, size: f32) {
        let place = format!("<svg x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\"");
        self.0.push_str(&MARK.replacen("<svg", &place, 1));
    }

    fn lines(&mut self, lines: &[String], x: f32, y: f32, leading: f32, kind: Type, colour: &str) {
        for (number, line) in lines.iter().enumerate() {
            self.text(line, x, y + number as f32 * leading, kind, colour);
        }
    }

    fn text(&mut self, text: &str, x: f32, y: f32, kind: Type, colour: &str) {
        let Type { size, weight } = kind;
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        self.0.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" \
             fill=\"{colour}\">{text}</text>"
        ));
    }

    fn finish(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }
}
