//! What stands between brackets and braces: lists, and the tables that stand within a line.

use super::super::edits::Edit;
use super::super::faults::Broken;
use super::super::marks::{is_opening, quoted};
use super::super::{Span, invisible, lines};
use super::Scan;

impl Scan<'_> {
    /// A list or an inline table, with all that is in it.
    pub(super) fn brackets(&mut self, start: usize) -> usize {
        let mut open = vec![start];
        // What stands before, without a comma behind it.
        let mut before: Option<Span> = None;
        let mut at = start + 1;
        while let Some(letter) = self.letter(at) {
            let next = at + letter.len_utf8();
            let in_list = open.last().is_some_and(|open| self.rest(*open).starts_with('['));
            match letter {
                '\n' => {
                    if self.tolerant && lines::begins_statement(self.rest(next)) {
                        return self.never_closed(&open, at);
                    }
                    at = next;
                }
                ' ' | '\t' | '\r' => at = next,
                '#' => at = lines::end_of_line(self.text, at),
                ',' => {
                    before = None;
                    at = next;
                }
                '=' if !in_list => {
                    before = None;
                    at = next;
                }
                '[' | '{' => {
                    self.comma_before(at, before.take(), in_list);
                    open.push(at);
                    at = next;
                }
                ']' | '}' => {
                    let opened = open.pop().unwrap_or(start);
                    if self.rest(opened).starts_with('[') != (letter == ']') {
                        let other = if letter == ']' { "}" } else { "]" };
                        self.trouble(Broken::OtherBracket, at..next, None);
                        self.edits.push(Edit::new(at..next, other));
                    }
                    if open.is_empty() {
                        return next;
                    }
                    before = Some(opened..next);
                    at = next;
                }
                '"' | '\'' => {
                    self.comma_before(at, before.take(), in_list);
                    let end = self.quotation(at, true);
                    before = Some(at..end);
                    at = end;
                }
                _ if self.tolerant && invisible::is_unseen(letter) => {
                    self.unseen(letter, at);
                    at = next;
                }
                _ if self.tolerant && is_opening(letter) => {
                    self.comma_before(at, before.take(), in_list);
                    let end = self.marked(at, true);
                    before = Some(at..end);
                    at = end;
                }
                _ => {
                    let end = at + lines::length_of_word(self.rest(at));
                    if in_list {
                        self.comma_before(at, before.take(), in_list);
                        self.bare_item(at..end);
                    }
                    before = Some(at..end);
                    at = end;
                }
            }
        }
        self.never_closed(&open, self.text.len())
    }

    fn never_closed(&mut self, open: &[usize], end: usize) -> usize {
        let end = lines::trimmed_end(self.text, end);
        let Some(first) = open.first().copied() else { return end };
        let is_list = self.rest(first).starts_with('[');
        let what = if is_list { Broken::UnclosedList } else { Broken::UnclosedBraces };
        let closing: String = open
            .iter()
            .rev()
            .map(|open| if self.rest(*open).starts_with('[') { ']' } else { '}' })
            .collect();
        let line = self.text.get(first..end).unwrap_or_default();
        let mended = (!line.contains('\n') && open.len() == 1).then(|| format!("{line}{closing}"));
        self.trouble(what, first..first + 1, mended);
        // On a line of its own, because a remark may stand in the last one.
        self.edits.push(Edit::insert(end, format!("\n{closing}")));
        end
    }

    fn comma_before(&mut self, at: usize, before: Option<Span>, in_list: bool) {
        let Some(before) = before.filter(|_| in_list && self.tolerant) else { return };
        let item = self.text.get(before.clone()).unwrap_or_default().to_owned();
        self.edits.push(Edit::insert(before.end, ","));
        let next = at + self.letter(at).map_or(0, char::len_utf8);
        self.trouble(Broken::MissingComma { after: item }, at..next, None);
    }

    /// Words of a list without quotation marks; numbers, dates and the like are not at fault.
    fn bare_item(&mut self, place: Span) {
        let item = self.text.get(place.clone()).unwrap_or_default().trim_end();
        let place = place.start..place.start + item.len();
        if self.tolerant && !lines::is_toml(&format!("x = {item}")) {
            let mended = quoted(item);
            self.edits.push(Edit::new(place.clone(), mended.clone()));
            self.trouble(Broken::Unquoted, place, Some(mended));
        }
    }
}
