//! What stands between brackets and braces: lists, and the tables that stand within a line.

use super::super::edits::{Edit, Edited};
use super::super::faults::Broken;
use super::super::marks::{is_opening, quoted};
use super::super::{Span, invisible, lines};
use super::Scan;

/// A bracket or a brace that is open.
struct Open {
    at: usize,
    is_list: bool,
    /// What closes it once it is mended.
    close: &'static str,
    /// How many edits there were before it.
    edits: usize,
    /// The trouble with which all of it is shown as it has to read.
    shown: Option<usize>,
}

impl Scan<'_> {
    /// A list or an inline table, with all that is in it.
    pub(super) fn brackets(&mut self, start: usize) -> usize {
        let mut open = vec![self.opened(start, false)];
        // What stands before, without a comma behind it.
        let mut before: Option<Span> = None;
        let mut at = start + 1;
        while let Some(letter) = self.letter(at) {
            let next = at + letter.len_utf8();
            let in_list = open.last().is_some_and(|it| it.is_list);
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
                    if before.take().is_none() && in_list {
                        self.comma_too_many(at..next, open.last_mut());
                    }
                    at = next;
                }
                '=' if !in_list => {
                    before = None;
                    at = next;
                }
                '[' | '{' => {
                    self.comma_before(at, before.take(), in_list);
                    open.push(self.opened(at, in_list));
                    at = next;
                }
                ']' | '}' => {
                    let opened = open.pop();
                    let opened_at = opened.as_ref().map_or(start, |it| it.at);
                    if let Some(opened) = opened {
                        self.close(&opened, letter, at..next);
                    }
                    if open.is_empty() {
                        return next;
                    }
                    before = Some(opened_at..next);
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

    /// A bracket or a brace that opens. Braces around items are a list to the host.
    fn opened(&mut self, at: usize, in_list: bool) -> Open {
        let edits = self.edits.len();
        if self.rest(at).starts_with('[') {
            return Open { at, is_list: true, close: "]", edits, shown: None };
        }
        if !self.tolerant || !self.holds_items(at + 1) {
            return Open { at, is_list: false, close: "}", edits, shown: None };
        }
        // No list of an event file has lists in it.
        let (mended, close) = if in_list { ("", "") } else { ("[", "]") };
        let shown = Some(self.troubles.len());
        self.trouble(Broken::BracesForList, at..at + 1, None);
        self.edits.push(Edit::new(at..at + 1, mended));
        Open { at, is_list: true, close, edits, shown }
    }

    /// Whether what stands behind a brace begins with an item, and not with a key.
    fn holds_items(&self, start: usize) -> bool {
        let mut at = start;
        while let Some(letter) = self.letter(at) {
            match letter {
                '#' => at = lines::end_of_line(self.text, at),
                _ if letter.is_whitespace() => at += letter.len_utf8(),
                _ => break,
            }
        }
        let line = lines::beginning(self.rest(at));
        let item = &line[..line.find([',', '}', ']']).unwrap_or(line.len())];
        match line.chars().next() {
            None | Some('[' | ']' | '{' | '}' | ',' | '=') => false,
            Some(mark @ ('"' | '\'')) => match line[1..].split_once(mark) {
                Some((_, behind)) => !behind.trim_start().starts_with(['=', ':', '.']),
                None => !line.contains('='),
            },
            Some(letter) if is_opening(letter) => !item.contains('='),
            Some(_) => !item.contains(['=', ':', '"', '\'']),
        }
    }

    fn close(&mut self, opened: &Open, letter: char, place: Span) {
        let end = place.end;
        if !opened.close.starts_with(letter) {
            // Where braces stand for a list, that is told already.
            if opened.is_list == self.rest(opened.at).starts_with('[') {
                self.trouble(Broken::OtherBracket, place.clone(), None);
            }
            self.edits.push(Edit::new(place, opened.close));
        }
        const LONGEST: usize = 400;
        let whole = opened.at..end;
        let Some(shown) = opened.shown.filter(|_| whole.len() <= LONGEST) else { return };
        let edits = self.edits.get(opened.edits..).unwrap_or_default().to_vec();
        let mended = Edited::new(self.text, whole, edits).text;
        if let Some((_, _, shown)) = self.troubles.get_mut(shown) {
            *shown = (!mended.contains('\n')).then_some(mended);
        }
    }

    fn never_closed(&mut self, open: &[Open], end: usize) -> usize {
        let end = lines::trimmed_end(self.text, end);
        let Some(first) = open.first() else { return end };
        let what = if first.is_list { Broken::UnclosedList } else { Broken::UnclosedBraces };
        let closing: String = open.iter().rev().map(|open| open.close).collect();
        let line = self.text.get(first.at..end).unwrap_or_default();
        let mended = (!line.contains('\n') && open.len() == 1).then(|| format!("{line}{closing}"));
        self.trouble(what, first.at..first.at + 1, mended);
        // On a line of its own, because a remark may stand in the last one.
        self.edits.push(Edit::insert(end, format!("\n{closing}")));
        end
    }

    fn comma_too_many(&mut self, place: Span, list: Option<&mut Open>) {
        if !self.tolerant {
            return;
        }
        if let Some(list) = list {
            list.shown.get_or_insert(self.troubles.len());
        }
        self.trouble(Broken::ExtraComma, place.clone(), None);
        // The list that is shown has one space between two items, as before.
        let before = self.text.get(..place.start).unwrap_or_default();
        let space = match before.ends_with(['[', ' ']) {
            true => self.rest(place.end).len() - self.rest(place.end).trim_start_matches(' ').len(),
            false => 0,
        };
        self.edits.push(Edit::new(place.start..place.end + space, ""));
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
