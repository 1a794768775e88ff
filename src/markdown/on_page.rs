//! A note as the page shows it: with the little of Markdown that readers use without knowing it,
//! and all else exactly as they typed it.
//!
//! The parser reads a copy of the text in which whatever it must take for nothing but letters is
//! covered by letters of the same length. It tells where strong words, lists and links begin and end;
//! what is shown is cut from the text itself. So nothing is decoded, and nothing gets lost.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::{clean, escaped, is_harmless};
use crate::notebook::markup::may_hold_markup;
use crate::notebook::tags::tags;

/// The class of a tag: a link to the list of all notes.
pub const TAG_CLASS: &str = "note__tag";

/// Covers what is no Markdown here.
const COVER: u8 = b'%';

/// Covers the signs of an address: as a letter it is no end of a word.
const LETTER: u8 = b'x';

/// Longest address that becomes a link, in bytes.
const LONGEST_ADDRESS: usize = 2_000;

/// A note’s text as HTML; `None` where there is nothing in it but what was typed, so that it can be
/// shown as it is. Elements are `p`, `ul`, `ol`, `li`, `blockquote`, `strong`, `em` and `a`; text
/// stands in paragraphs alone, with its line breaks and spaces.
pub fn formatted(text: &str) -> Option<String> {
    if !may_hold_markup(text) {
        return None;
    }
    let text = clean(text);
    let addresses = addresses(&text);
    let tags = tags(&text);
    let covered = Covered::new(&text, &addresses);
    let mut links: Vec<(Range<usize>, bool)> =
        addresses.into_iter().map(|place| (place, false)).collect();
    links.extend(tags.into_iter().map(|place| (place, true)));
    links.sort_by_key(|(place, _)| place.start);
    let mut writer = Writer {
        text: &text,
        links,
        next_link: 0,
        html: String::new(),
        done: 0,
        waiting: 0..0,
        depth: 0,
        in_paragraph: false,
        at_line_start: true,
        link: None,
        is_formatted: false,
    };
    for (event, place) in Parser::new(&covered.text).into_offset_iter() {
        writer.take(event, covered.place(place.start)..covered.place(place.end));
    }
    writer.end_paragraph();
    writer.is_formatted.then_some(writer.html)
}

/// Where signs stand in a text that mean nothing in a note, though they may in Markdown; in bytes, in
/// their order.
pub fn literal_signs(text: &str) -> Vec<usize> {
    let text = &clean(text);
    let covered = Covered::new(text, &addresses(text));
    let mut added = covered.added.iter().peekable();
    let read = covered.text.bytes().enumerate();
    let read = read.filter(|(place, _)| added.next_if_eq(&place).is_none());
    let signs = read.zip(text.bytes()).enumerate();
    signs.filter(|(_, ((_, read), typed))| read != typed).map(|(place, _)| place).collect()
}

// What the parser reads.

/// A text as the parser reads it.
struct Covered {
    text: String,
    /// Where a line break was put in that the reader did not type.
    added: Vec<usize>,
}

impl Covered {
    fn new(text: &str, addresses: &[Range<usize>]) -> Self {
        let mut bytes = text.as_bytes().to_vec();
        cover_signs(&mut bytes);
        for address in addresses {
            for byte in &mut bytes[address.clone()] {
                // Brackets may end the link around an address.
                if byte.is_ascii_punctuation() && !matches!(byte, b'(' | b')') {
                    *byte = LETTER;
                }
            }
        }
        let mut output = Vec::with_capacity(bytes.len());
        let mut added = Vec::new();
        // Whether the line before belongs to a list or a quotation.
        let mut inside = false;
        for line in bytes.split_inclusive_mut(|byte| *byte == b'\n') {
            let begins = cover_line(line);
            let is_plain = !begins && line.first().is_some_and(|it| !it.is_ascii_whitespace());
            if inside && is_plain {
                // To the parser, a line that goes on at the margin is still part of the list. Readers
                // mean that it is not.
                added.push(output.len());
                output.push(b'\n');
            }
            inside = begins || (inside && !is_plain);
            output.extend_from_slice(line);
        }
        // Only signs of ASCII were written over, each by another.
        Self { text: String::from_utf8(output).unwrap_or_default(), added }
    }

    /// Where in the reader's text a place of this one is.
    fn place(&self, place: usize) -> usize {
        place - self.added.partition_point(|added| *added < place)
    }
}

/// Covers the signs that would mean something wherever they stand.
fn cover_signs(bytes: &mut [u8]) {
    let mut place = 0;
    while let Some(&byte) = bytes.get(place) {
        let next = bytes.get(place + 1).copied();
        match byte {
            b'\\' | b'&' | b'<' | b'`' | b'~' | b'_' | b'|' => bytes[place] = COVER,
            // A picture would be loaded from elsewhere.
            b'!' if next == Some(b'[') => bytes[place..place + 2].fill(COVER),
            // The parser takes a line that begins with `[name]:` away.
            b']' if next == Some(b':') => bytes[place + 1] = COVER,
            b'*' => {
                let length = bytes[place..].iter().take_while(|it| **it == b'*').count();
                let is_word = |at: Option<usize>| {
                    at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric)
                };
                // As in 2*3*4.
                if is_word(place.checked_sub(1)) && is_word(Some(place + length)) {
                    bytes[place..place + length].fill(COVER);
                }
                place += length - 1;
            }
            _ => {}
        }
        place += 1;
    }
}

/// Covers what would mean something at the start of a line. Tells whether it begins an item of a list
/// or belongs to a quotation.
fn cover_line(mut line: &mut [u8]) -> bool {
    let mut begins = false;
    loop {
        let space = line.iter().take_while(|it| matches!(it, b' ' | b'\t')).count();
        line = &mut line[space..];
        // Lines that divide, or that make a heading of the line before.
        if line.iter().all(|it| b"-=*_% \t\n".contains(it)) {
            for byte in line.iter_mut().filter(|it| !it.is_ascii_whitespace()) {
                *byte = COVER;
            }
            return begins;
        }
        let digits = line.iter().take_while(|it| it.is_ascii_digit()).count();
        let at = |place: usize| line.get(place).copied().unwrap_or(b'\n');
        let ends_marker = |place: usize| at(place).is_ascii_whitespace();
        let marker = match at(0) {
            b'>' => 1,
            b'-' | b'*' if ends_marker(1) => 1,
            b'#' | b'+' => {
                let length = line.iter().take_while(|it| **it == at(0)).count();
                line[..length].fill(COVER);
                return begins;
            }
            _ if digits > 0 && matches!(at(digits), b'.' | b')') => {
                let is_blank = line[digits + 1..].iter().all(u8::is_ascii_whitespace);
                let is_other = at(digits) == b')' || digits > 3 || (digits > 1 && at(0) == b'0');
                // A number that would be shown as another, or stands alone, is no item's.
                if is_other || is_blank || !ends_marker(digits + 1) {
                    line[digits] = COVER;
                    return begins;
                }
                digits + 1
            }
            _ => return begins,
        };
        begins = true;
        line = &mut line[marker..];
    }
}

/// Where web addresses stand in a text, in their order.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut searched = 0;
    for (sign, _) in text.match_indices("://") {
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            sign.checked_sub(scheme.len())
                .and_then(|start| text.get(start..sign))
                .is_some_and(|it| it.eq_ignore_ascii_case(scheme))
        });
        let Some(start) = scheme.map(|scheme| sign - scheme.len()) else { continue };
        let before = text.get(..start).and_then(|it| it.chars().next_back());
        if start < searched || before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let rest = text.get(sign + 3..).unwrap_or_default();
        let end = rest.find(ends_address).unwrap_or(rest.len());
        let rest = rest.get(..end).unwrap_or_default();
        // The words of a link may be an address too: `[address](address)`.
        let rest = rest.split_once("](").map_or(rest, |(words, _)| words);
        searched = sign + 3 + rest.len();
        if rest.len() > LONGEST_ADDRESS {
            continue;
        }
        let length = without_end(rest);
        if rest.get(..length).is_some_and(|it| it.starts_with(char::is_alphanumeric)) {
            found.push(start..sign + 3 + length);
        }
    }
    found
}

fn ends_address(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '<' | '>' | '"' | '`' | '|' | '\\' | '^' | '{' | '}')
        // Signs of other scripts, which addresses have only by their numbers.
        || matches!(letter, '«' | '»' | '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{3003}')
        || matches!(letter, '\u{3008}'..='\u{301f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

/// How much of an address is left without the signs that belong to the sentence around it.
fn without_end(address: &str) -> usize {
    let mut rest = address;
    loop {
        let shorter = rest.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        let unpaired = |open: char, close: char| {
            shorter.ends_with(close)
                && shorter.matches(close).count() > shorter.matches(open).count()
        };
        // What a bracket closed that was opened before the address is not of it, nor what follows:
        // `[words](address)(more)`.
        let shorter = match shorter.strip_suffix([')', ']']) {
            Some(inner) if unpaired('(', ')') || unpaired('[', ']') => inner,
            _ => shorter,
        };
        if shorter.len() == rest.len() {
            return rest.len();
        }
        rest = shorter;
    }
}

// What is shown.

struct Writer<'text> {
    text: &'text str,
    /// Where addresses and tags stand; `true` for tags.
    links: Vec<(Range<usize>, bool)>,
    /// The first of them that is not yet passed.
    next_link: usize,
    html: String,
    /// Up to where the text is written, or waits, or is a sign that is not shown.
    done: usize,
    /// Text that is to be written, and may go on.
    waiting: Range<usize>,
    /// In how many lists and quotations.
    depth: usize,
    in_paragraph: bool,
    /// Whether what comes next is the first of its line, behind signs of lists and quotations.
    at_line_start: bool,
    /// The link that is open: where in the HTML it begins, where in the text, and whether anything
    /// stood before it was written.
    link: Option<(usize, usize, bool)>,
    is_formatted: bool,
}

impl Writer<'_> {
    fn take(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Text(_) | Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => {
                self.show(place);
            }
            Event::SoftBreak | Event::HardBreak => self.break_line(place.start),
            Event::Start(Tag::Strong) => self.begin("<strong>", place.start, 2),
            Event::End(TagEnd::Strong) => self.end("</strong>", place.end, 2),
            Event::Start(Tag::Emphasis) => self.begin("<em>", place.start, 1),
            Event::End(TagEnd::Emphasis) => self.end("</em>", place.end, 1),
            Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) => {
                self.begin_link(place);
            }
            Event::End(TagEnd::Link) => self.end_link(place.end),
            Event::Start(Tag::BlockQuote(_)) => self.begin_block("blockquote", ""),
            Event::End(TagEnd::BlockQuote(_)) => self.end_block("blockquote"),
            Event::Start(Tag::List(number)) => {
                self.end_paragraph();
                self.html.push_str(if number.is_some() { "<ol>\n" } else { "<ul>\n" });
            }
            Event::End(TagEnd::List(is_numbered)) => {
                self.html.push_str(if is_numbered { "</ol>\n" } else { "</ul>\n" });
            }
            Event::Start(Tag::Item) => {
                let item = self.text.get(place).unwrap_or_default();
                let digits =
                    item.len() - item.trim_start_matches(|it: char| it.is_ascii_digit()).len();
                let number = item.get(..digits).unwrap_or_default();
                self.begin_block("li", number);
            }
            Event::End(TagEnd::Item) => self.end_block("li"),
            Event::Start(_) | Event::End(_) => {
                if is_block(&event) {
                    self.end_paragraph();
                }
            }
            // What the covers leave out: shown as it was typed.
            _ => self.show(place),
        }
    }

    /// Opens a paragraph where none is open, and shows what stands before a place and is no sign.
    fn reach(&mut self, place: usize) {
        if !self.in_paragraph {
            self.in_paragraph = true;
            self.html.push_str(if self.depth == 0 { "<p dir=\"auto\">" } else { "<p>" });
        }
        let mut start = self.done;
        if std::mem::take(&mut self.at_line_start) {
            // Signs of lists and quotations are not shown, nor is the space that goes with them.
            let before = self.text.get(start..place).unwrap_or_default();
            start = if self.depth > 0 {
                place
            } else {
                before.rfind('\n').map_or(start, |end| start + end + 1)
            };
        }
        self.wait(start..place);
    }

    fn show(&mut self, place: Range<usize>) {
        self.reach(place.start);
        self.wait(place);
    }

    fn wait(&mut self, place: Range<usize>) {
        if self.waiting.end != place.start {
            self.write_waiting();
            self.waiting = place.start..place.start;
        }
        self.waiting.end = place.end.max(place.start);
        self.done = self.done.max(place.end);
    }

    fn write_waiting(&mut self) {
        let Range { mut start, end } = std::mem::take(&mut self.waiting);
        // HTML has no link within a link.
        while self.link.is_none()
            && let Some((place, is_tag)) = self.links.get(self.next_link)
            && place.end <= end
        {
            self.next_link += 1;
            if place.start < start {
                continue;
            }
            let words = self.text.get(place.clone()).unwrap_or_default();
            self.html.push_str(&escaped(self.text.get(start..place.start).unwrap_or_default()));
            if *is_tag {
                self.html.push_str("<a class=\"");
                self.html.push_str(TAG_CLASS);
                self.html.push_str("\" href=\"#my-notes\">");
            } else {
                self.html.push_str(&opened_link(words));
            }
            self.html.push_str(&escaped(words));
            self.html.push_str("</a>");
            self.is_formatted = true;
            start = place.end;
        }
        self.html.push_str(&escaped(self.text.get(start..end).unwrap_or_default()));
    }

    fn break_line(&mut self, place: usize) {
        let rest = self.text.get(place..).unwrap_or_default();
        let end = rest.find('\n').map_or(place, |end| place + end + 1);
        self.show(place..end);
        self.write_waiting();
        self.at_line_start = true;
    }

    fn begin(&mut self, element: &str, place: usize, sign: usize) {
        self.reach(place);
        self.write_waiting();
        self.html.push_str(element);
        self.done = place + sign;
        self.is_formatted = true;
    }

    fn end(&mut self, element: &str, place: usize, sign: usize) {
        self.reach(place - sign);
        self.write_waiting();
        self.html.push_str(element);
        self.done = place;
    }

    fn begin_link(&mut self, place: Range<usize>) {
        let source = self.text.get(place.clone()).unwrap_or_default();
        let Some(address) = destination(source).filter(|it| is_harmless(it)) else { return };
        self.reach(place.start);
        self.write_waiting();
        self.link = Some((self.html.len(), place.start, self.is_formatted));
        self.html.push_str(&opened_link(address));
        self.done = place.start + 1;
        self.is_formatted = true;
    }

    fn end_link(&mut self, place: usize) {
        self.write_waiting();
        let Some((in_html, start, was_formatted)) = self.link.take() else {
            // One that leads nowhere harmless is shown as it was typed.
            return self.reach(place);
        };
        let shown = self.html.get(in_html..).unwrap_or_default();
        let words = shown.split_once('>').map_or("", |(_, words)| words);
        if words.trim().is_empty() {
            // A link that nobody could see.
            self.html.truncate(in_html);
            self.is_formatted = was_formatted;
            self.wait(start..place);
        } else {
            self.html.push_str("</a>");
        }
        self.done = place;
    }

    fn begin_block(&mut self, element: &str, number: &str) {
        self.end_paragraph();
        self.html.push('<');
        self.html.push_str(element);
        // Within another block the direction is that of its words.
        if self.depth == 0 || element == "li" {
            self.html.push_str(" dir=\"auto\"");
        }
        if !number.is_empty() {
            self.html.push_str(" value=\"");
            self.html.push_str(number);
            self.html.push('"');
        }
        self.html.push('>');
        self.depth += 1;
        self.is_formatted = true;
    }

    fn end_block(&mut self, element: &str) {
        self.end_paragraph();
        self.depth -= 1;
        self.html.push_str("</");
        self.html.push_str(element);
        self.html.push_str(">\n");
    }

    fn end_paragraph(&mut self) {
        self.write_waiting();
        self.at_line_start = true;
        if std::mem::take(&mut self.in_paragraph) {
            self.html.push_str("</p>\n");
        }
    }
}

fn is_block(event: &Event<'_>) -> bool {
    !matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::End(TagEnd::Image))
}

/// Where a link leads, of its source: `[words](address "title")`.
fn destination(source: &str) -> Option<&str> {
    // The words may hold brackets, an address holds none that is not closed.
    let (_, address) = source.rsplit_once("](")?;
    address.strip_suffix(')')?.split_whitespace().next()
}

fn opened_link(address: &str) -> String {
    format!("<a href=\"{}\">", escaped(address))
}
