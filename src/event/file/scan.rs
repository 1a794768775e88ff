//! Scans a value of the file letter by letter: where it ends, which texts are in it, and, in a file
//! that is not TOML throughout, what is wrong with it and which change would mend that.
//!
//! A parser that meets a forgotten quotation mark or bracket takes all that follows for its inside.
//! This scanner looks for the next line that begins as lines of event files do, and stops there.

mod brackets;

use super::Span;
use super::backslashes::Quoted;
use super::edits::Edit;
use super::faults::Broken;
use super::marks::{closes, is_closing, is_opening, quoted};
use super::{invisible, lines};

/// Something wrong, its place, and how it reads once it is mended, where that can be told.
pub(super) type Trouble = (Broken, Span, Option<String>);

/// How many lines a text may go on for that should stand on one: enough for any real one, and few
/// enough that a file full of them does not take for ever.
const MOST_LINES: usize = 50;

/// How far the end of a text is looked for that has quotation marks inside, in letters.
const LONGEST_TEXT: usize = 5000;

/// A scan of one value.
pub(super) struct Scan<'text> {
    text: &'text str,
    /// Whether the file is known not to be TOML throughout, so that trouble is looked for.
    tolerant: bool,
    pub(super) texts: Vec<Quoted>,
    pub(super) troubles: Vec<Trouble>,
    pub(super) edits: Vec<Edit>,
    /// The first unseen letter of each line where none may stand.
    pub(super) unseen: Vec<(char, usize)>,
}

impl<'text> Scan<'text> {
    pub(super) fn new(text: &'text str, tolerant: bool) -> Self {
        Self {
            text,
            tolerant,
            texts: Vec::new(),
            troubles: Vec::new(),
            edits: Vec::new(),
            unseen: Vec::new(),
        }
    }

    fn rest(&self, at: usize) -> &'text str {
        self.text.get(at..).unwrap_or_default()
    }

    fn letter(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    pub(super) fn trouble(&mut self, what: Broken, place: Span, mended: Option<String>) {
        // Nobody mends more of one thing at once; beyond that it is read as it stands.
        const MOST: usize = 1000;
        if self.tolerant {
            self.troubles.push((what, place, mended));
            self.tolerant = self.troubles.len() < MOST;
        }
    }

    /// An unseen letter outside texts, or one inside that TOML refuses.
    pub(super) fn unseen(&mut self, letter: char, at: usize) {
        if !self.tolerant {
            return;
        }
        self.unseen.push((letter, at));
        let instead = match letter {
            _ if invisible::is_line_end(letter) && self.is_between_statements(at) => "\n",
            _ if invisible::has_no_width(letter) && !letter.is_control() => "",
            _ => " ",
        };
        self.edits.push(Edit::new(at..at + letter.len_utf8(), instead));
    }

    fn is_between_statements(&self, at: usize) -> bool {
        let letter = self.letter(at).map_or(0, char::len_utf8);
        lines::begins_statement(self.rest(at + letter))
    }

    /// Scans the value that begins at `start`, and returns where it ends.
    pub(super) fn value(&mut self, start: usize) -> usize {
        match self.letter(start) {
            Some('"' | '\'') => self.quotation(start, false),
            Some('[' | '{') => self.brackets(start),
            Some(letter) if self.tolerant && is_opening(letter) => self.marked(start, false),
            _ => lines::end_of_bare(self.text, start),
        }
    }

    /// A text that begins with another quotation mark than a straight one.
    fn marked(&mut self, start: usize, in_list: bool) -> usize {
        let opening = self.letter(start).unwrap_or('"');
        let line_end = lines::end_of_line(self.text, start);
        let content_start = start + opening.len_utf8();
        let mut end = None;
        for (index, letter) in self.rest(content_start).char_indices() {
            let at = content_start + index;
            if at >= line_end {
                break;
            }
            let ends =
                is_closing(letter) && lines::ends_item(self.rest(at + letter.len_utf8()), in_list);
            // In a list the first is the end; elsewhere marks may stand within the text.
            if ends && !(in_list && end.is_some()) {
                end = Some((at, at + letter.len_utf8()));
            }
        }
        if end.is_none()
            && let Some((content_end, end)) = self.marked_end_on_a_later_line(line_end, in_list)
        {
            let content = self.text.get(content_start..content_end).unwrap_or_default();
            let content = content.replace('\\', "\\\\").replace('"', "\\\"");
            self.edits.push(Edit::new(start..end, format!("\"\"\"{content}\"\"\"")));
            self.trouble(Broken::TextOverLines, start..end, None);
            return end;
        }
        let line = lines::trimmed_end(self.text, line_end);
        let (content_end, end) = end.unwrap_or((line.max(content_start), line.max(content_start)));
        let content = self.text.get(content_start..content_end).unwrap_or_default();
        let mended = quoted(content.trim());
        self.edits.push(Edit::new(start..end, mended.clone()));
        self.trouble(Broken::QuotationMarks, start..end, Some(mended));
        end
    }

    /// Where a text with other marks ends that goes on over the next lines.
    fn marked_end_on_a_later_line(&self, line_end: usize, in_list: bool) -> Option<(usize, usize)> {
        let mut from = line_end + 1;
        for _ in 0..MOST_LINES {
            if from >= self.text.len() {
                break;
            }
            let line = self.line(from);
            if lines::begins_statement(line) {
                return None;
            }
            for (index, letter) in line.char_indices() {
                let (at, next) = (from + index, from + index + letter.len_utf8());
                if is_closing(letter) && lines::ends_item(self.rest(next), in_list) {
                    return Some((at, next));
                }
            }
            from += line.len() + 1;
        }
        None
    }

    /// A text between straight quotation marks.
    fn quotation(&mut self, start: usize, in_list: bool) -> usize {
        let rest = self.rest(start);
        for mark in ["\"\"\"", "'''"] {
            if rest.starts_with(mark) {
                return self.block(start, mark);
            }
        }
        let mark = if rest.starts_with('\'') { '\'' } else { '"' };
        let mut open_marks = 0_usize;
        let mut escaped = false;
        for (index, letter) in rest.char_indices().skip(1) {
            let at = start + index;
            let next = at + letter.len_utf8();
            match letter {
                '\n' => return self.unclosed(start, at, in_list),
                _ if escaped => escaped = false,
                '\\' if mark == '"' => escaped = true,
                _ if letter == mark => return self.closed(start, next, in_list),
                '“' | '„' | '«' | '‹' | '‘' | '‚' => open_marks += 1,
                _ if self.tolerant && closes(letter) => {
                    let ends = open_marks == 0
                        && lines::ends_item(self.rest(next), in_list)
                        && (letter != '’' || !self.line(next).contains(mark));
                    if ends {
                        let content = self.text.get(start + 1..at).unwrap_or_default();
                        let mended = quoted(content.trim());
                        self.edits.push(Edit::new(start..next, mended.clone()));
                        self.trouble(Broken::QuotationMarks, start..next, Some(mended));
                        return next;
                    }
                    open_marks = open_marks.saturating_sub(1);
                }
                _ if self.tolerant && letter.is_control() && letter != '\t' && letter != '\r' => {
                    self.unseen(letter, at);
                }
                _ => {}
            }
        }
        self.unclosed(start, self.text.len(), in_list)
    }

    /// The line from a byte on.
    fn line(&self, from: usize) -> &'text str {
        self.text.get(from..lines::end_of_line(self.text, from)).unwrap_or_default()
    }

    /// A text whose first quotation mark was found that could end it.
    fn closed(&mut self, start: usize, end: usize, in_list: bool) -> usize {
        let is_basic = self.rest(start).starts_with('"');
        let content = self.text.get(start + 1..end - 1).unwrap_or_default();
        let goes_on = self.letter(end).is_some_and(|letter| letter.is_alphanumeric())
            && !lines::begins_statement(self.rest(end));
        if !self.tolerant || !goes_on {
            self.texts.push(Quoted { place: start..end, mark: 1, is_basic });
            return end;
        }
        if in_list && content.trim_end().ends_with(',') {
            // `["One, "Two"]`: what looks like the end begins the next text.
            let text_end = start + 1 + content.trim_end().len() - 1;
            self.edits.push(Edit::insert(text_end, "\""));
            let mended = quoted(&content.trim_end()[..content.trim_end().len() - 1]);
            self.trouble(Broken::UnclosedText, start..start + 1, Some(mended));
            return text_end;
        }
        let real_end = self.end_of_text_with_marks(start, in_list).unwrap_or(end);
        let content = self.text.get(start + 1..real_end - 1).unwrap_or_default();
        let mended =
            if is_basic { quoted(&content.replace("\\\"", "\"")) } else { quoted(content) };
        self.edits.push(Edit::new(start..real_end, mended.clone()));
        self.trouble(Broken::MarkInside, end..real_end.max(end + 1), Some(mended));
        real_end
    }

    /// Where a text ends that has quotation marks inside: at the mark behind which an item ends.
    pub(super) fn end_of_text_with_marks(&self, start: usize, in_list: bool) -> Option<usize> {
        let mark = self.letter(start)?;
        let mut last = None;
        for (index, letter) in self.line(start).char_indices().skip(1).take(LONGEST_TEXT) {
            let next = start + index + 1;
            if letter == mark && lines::ends_item(self.rest(next), in_list) {
                last = Some(next);
                if in_list {
                    break;
                }
            }
        }
        last
    }

    /// A text whose line ends before it does.
    fn unclosed(&mut self, start: usize, line_end: usize, in_list: bool) -> usize {
        let end = lines::trimmed_end(self.text, line_end).max(start + 1);
        if !self.tolerant {
            return line_end;
        }
        if let Some(last) = self.end_on_a_later_line(start, line_end, in_list) {
            let content = self.text.get(start + 1..last - 1).unwrap_or_default();
            // Its lines stay lines, with backslashes as they are in other texts.
            let block = format!("\"\"\"{}\"\"\"", content.replace("\"\"\"", "\\\"\"\""));
            self.edits.push(Edit::new(start..last, block));
            self.trouble(Broken::TextOverLines, start..last, None);
            return last;
        }
        let content = self.text.get(start + 1..end).unwrap_or_default();
        if content.ends_with("\\\"") {
            // `"C:\docs\"`: the backslash takes the last quotation mark into the text.
            let mended = format!("'{}'", &content[..content.len() - 1]);
            self.edits.push(Edit::new(start..end, mended.clone()));
            self.trouble(Broken::BackslashAtEnd, end - 2..end, Some(mended));
            return end;
        }
        let last = content.chars().next_back().filter(|it| closes(*it));
        if let Some(last) = last {
            let inner = &content[..content.len() - last.len_utf8()];
            if !inner.contains(is_opening) {
                let mended = quoted(inner.trim());
                self.edits.push(Edit::new(start..end, mended.clone()));
                self.trouble(Broken::QuotationMarks, start..end, Some(mended));
                return end;
            }
        }
        let mut text = content;
        if in_list {
            text = text.trim_end_matches([',', ']', '}', ' ']);
        }
        let text_end = start + 1 + text.len();
        let mended = quoted(text.trim_end());
        self.edits.push(Edit::new(start..text_end, mended.clone()));
        self.trouble(Broken::UnclosedText, start..text_end.max(start + 1), Some(mended));
        text_end
    }

    /// Where a text ends that goes on over the next lines, up to the next line that begins as lines
    /// of event files do.
    fn end_on_a_later_line(&self, start: usize, line_end: usize, in_list: bool) -> Option<usize> {
        let mark = self.letter(start)?;
        let mut from = line_end + 1;
        for _ in 0..MOST_LINES {
            if from >= self.text.len() {
                break;
            }
            let line = self.line(from);
            if lines::begins_statement(line) {
                return None;
            }
            if let Some(index) = line.find(mark) {
                let end = from + index + 1;
                // A mark at the line's beginning opens another text.
                let opens = line[..index].trim().is_empty() && line.matches(mark).count() % 2 == 0;
                return (!opens && lines::ends_item(self.rest(end), in_list)).then_some(end);
            }
            from += line.len() + 1;
        }
        None
    }

    /// A text between three quotation marks.
    fn block(&mut self, start: usize, mark: &str) -> usize {
        let is_basic = mark.starts_with('"');
        let content_start = start + 3;
        let mut at = content_start;
        while let Some(letter) = self.letter(at) {
            if self.rest(at).starts_with(mark) {
                // One or two marks more belong to the text.
                let more = self.rest(at + 3).chars().take_while(|it| mark.starts_with(*it)).count();
                let end = at + 3 + more.min(2);
                self.texts.push(Quoted { place: start..end, mark: 3, is_basic });
                return end;
            }
            if letter == '\n' && self.tolerant && lines::surely_begins_statement(self.rest(at + 1))
            {
                break;
            }
            let is_broken = letter.is_control() && !matches!(letter, '\n' | '\t' | '\r');
            if is_broken && self.tolerant {
                self.unseen(letter, at);
            }
            at += letter.len_utf8();
            if letter == '\\' && is_basic {
                at += self.letter(at).map_or(0, char::len_utf8);
            }
        }
        let end = lines::trimmed_end(self.text, at).max(content_start);
        if self.tolerant {
            self.trouble(Broken::UnclosedBlock, start..content_start, None);
            self.edits.push(Edit::insert(end, mark));
        }
        end.min(self.text.len())
    }
}
