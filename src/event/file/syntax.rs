//! What is wrong with the lines of a file, before anything is said of what they hold: one fault for
//! each broken thing, at the place where it begins. Each is mended in a copy of the text, so that the
//! rest of the file can be read and checked as if the host had mended it already.

mod below;
mod headings;
mod keyless;

use std::collections::BTreeSet;

use self::keyless::is_other_remark;
use super::backslashes;
use super::dates;
use super::edits::{Edit, Edited};
use super::faults::{Broken, FaultKind, Found};
use super::scan::{Scan, Trouble};
use super::schema::is_switch;
use super::{Span, invisible, lines, marks, schema};

/// A file's text as far as it can be read, and what is wrong with its lines.
pub(super) struct Mended {
    pub(super) edited: Edited,
    pub(super) faults: Vec<Found>,
    /// What was changed to be read: further faults there are only the change's.
    pub(super) changed: Vec<Span>,
    /// Whether an id, or what an id is made of, could not be read: what names it is not at fault.
    pub(super) lost_names: bool,
}

/// Reads a text line by line.
pub(super) fn mend(text: &str) -> Mended {
    let mut reader = Reader {
        text,
        tolerant: !lines::is_toml(text),
        faults: Vec::new(),
        edits: Vec::new(),
        changed: Vec::new(),
        lost_names: false,
        outline: Vec::new(),
    };
    let mut at = 0;
    while at < text.len() {
        at = reader.statement(at).max(at + 1);
        // Never within a letter, whatever a scan made of broken lines.
        while at < text.len() && !text.is_char_boundary(at) {
            at += 1;
        }
    }
    let Reader { mut faults, mut edits, changed, lost_names, outline, .. } = reader;
    for (edit, fault) in headings::for_tables(&outline) {
        edits.push(edit);
        faults.push(fault);
    }
    Mended { edited: Edited::new(text, 0..text.len(), edits), faults, changed, lost_names }
}

struct Reader<'text> {
    text: &'text str,
    tolerant: bool,
    faults: Vec<Found>,
    edits: Vec<Edit>,
    changed: Vec<Span>,
    lost_names: bool,
    /// The lines by which it can be told which table a key stands in.
    outline: Vec<headings::Line<'text>>,
}

impl<'text> Reader<'text> {
    fn piece(&self, place: Span) -> &'text str {
        self.text.get(place).unwrap_or_default()
    }

    /// Reads what begins at a line's start, and returns where the next line starts.
    fn statement(&mut self, line_start: usize) -> usize {
        let mut scan = Scan::new(self.text, self.tolerant);
        let line_end = lines::end_of_line(self.text, line_start);
        let start = self.skip_space(line_start, line_end, &mut scan);
        let line = self.piece(start..line_end);
        let mut key = "";
        let mut value = None;
        let end = match line.chars().next() {
            None | Some('#') => {
                if self.tolerant {
                    self.controls_in_remark(start..line_end, &mut scan);
                }
                self.outline.extend(headings::heading(line, start..line_end));
                line_end
            }
            Some('[') => {
                let name = line.split(['#']).next().unwrap_or(line);
                let name = name.trim_matches(|it: char| "[]".contains(it) || it.is_whitespace());
                self.outline.push(headings::Line::Table(name.to_owned()));
                self.header(start..line_end, &mut scan)
            }
            Some(_) => match equals_of(line) {
                Some(equals) => {
                    key = line[..equals].trim_end_matches([' ', '\t']);
                    self.key(start, key, &mut scan);
                    let (place, end) =
                        self.value(start + equals..start + equals + 1, key, &mut scan);
                    value = Some(place);
                    end
                }
                None if self.tolerant => {
                    let (name, place, end) = self.without_equals(start..line_end, &mut scan);
                    (key, value) = (name, place);
                    self.outline.extend(headings::table(line).filter(|_| name.is_empty()));
                    end
                }
                None => line_end,
            },
        };
        if !key.is_empty() {
            self.outline.push(headings::Line::Key(key, start..start + key.len()));
        }
        self.finish(start..end, key, value, scan);
        lines::end_of_line(self.text, end) + 1
    }

    /// Space at a line's start, and the byte order mark at the file's.
    fn skip_space(&self, from: usize, to: usize, scan: &mut Scan<'_>) -> usize {
        for (index, letter) in self.piece(from..to).char_indices() {
            match letter {
                ' ' | '\t' | '\r' => {}
                '\u{feff}' if from + index == 0 => {}
                _ if invisible::is_unseen(letter) && self.tolerant => {
                    scan.unseen(letter, from + index);
                }
                _ => return from + index,
            }
        }
        to
    }

    fn controls_in_remark(&self, place: Span, scan: &mut Scan<'_>) {
        for (index, letter) in self.piece(place.clone()).char_indices() {
            if letter.is_control() && !matches!(letter, '\t' | '\r') && (letter as u32) < 0x80 {
                scan.unseen(letter, place.start + index);
            }
        }
    }

    /// A key: what TOML takes only between quotation marks is put there, and the check of keys says
    /// what it is called here.
    fn key(&self, start: usize, key: &str, scan: &mut Scan<'_>) {
        if !self.tolerant || lines::is_toml(&format!("{key} = 0")) {
            return;
        }
        let seen: Vec<(usize, char)> =
            key.char_indices().filter(|(_, letter)| invisible::is_unseen(*letter)).collect();
        if !seen.is_empty() {
            for (index, letter) in seen {
                scan.unseen(letter, start + index);
            }
            return;
        }
        let place = start..start + key.len();
        match key.trim_matches(|it| marks::is_closing(it) || it == '[' || it == ']') {
            "" => {
                scan.trouble(Broken::NoKey, place.clone(), None);
                scan.edits.push(Edit::new(place, "\"?\""));
            }
            bare => scan.edits.push(Edit::new(place, marks::quoted(bare))),
        }
    }

    /// What stands behind a key: its place, and where the statement ends.
    fn value(&mut self, sign: Span, key: &str, scan: &mut Scan<'_>) -> (Span, usize) {
        let line_end = lines::end_of_line(self.text, sign.end);
        let mut start = self.skip_space(sign.end, line_end, scan);
        if self.tolerant && self.piece(start..line_end).starts_with(['=', ':', '>']) {
            let doubled = start;
            start = self.skip_space(start + 1, line_end, scan);
            let value = self.piece(start..line_end).trim_end();
            let mended = (!value.is_empty()).then(|| format!("{key} = {value}"));
            scan.trouble(Broken::TwoEquals, sign.start..doubled + 1, mended);
            scan.edits.push(Edit::new(sign.start..doubled + 1, "="));
        }
        let mut rest = self.piece(start..line_end);
        let mut below = None;
        if rest.is_empty() || rest.starts_with('#') {
            let Some(place) = self.value_below(line_end) else {
                scan.trouble(Broken::NoValue, sign.clone(), Some(format!("{key} = \"…\"")));
                scan.edits.push(Edit::insert(sign.end, " \"\""));
                return (sign, line_end);
            };
            below = Some(scan.troubles.len());
            scan.trouble(Broken::ValueBelow, sign, None);
            scan.edits.push(Edit::new(start..place, " "));
            start = place;
            rest = self.piece(start..lines::end_of_line(self.text, start));
        }
        let troubles = scan.troubles.len();
        let end = scan.value(start);
        let is_whole = scan.troubles.len() == troubles;
        if let Some((_, _, mended)) = below.and_then(|index| scan.troubles.get_mut(index)) {
            let is_text = is_bare(rest) && !is_switch(key);
            let written = self.piece(start..end);
            let written = if is_text { marks::quoted(written) } else { written.to_owned() };
            *mended = (is_whole && !written.contains('\n')).then(|| format!("{key} = {written}"));
        }
        if self.tolerant && is_bare(rest) {
            return (start..end, self.bare_value(start..end, key, scan));
        }
        if !is_whole {
            self.whole_lines(key, start, troubles, scan);
        }
        (start..end, self.behind(start..end, key, scan))
    }

    /// A remedy that is a text becomes the whole line, ready to copy.
    fn whole_lines(&self, key: &str, value: usize, from: usize, scan: &mut Scan<'_>) {
        for (_, place, mended) in scan.troubles.iter_mut().skip(from) {
            if let Some(text) = mended
                && place.start >= value
                && (place.start == value
                    || text.starts_with('[')
                    || !self.piece(value..value + 1).starts_with(['[', '{']))
            {
                *text = format!("{key} = {text}");
            }
        }
    }

    /// A value without quotation marks, up to the end of its line.
    fn bare_value(&mut self, place: Span, key: &str, scan: &mut Scan<'_>) -> usize {
        let written = self.piece(place.clone());
        if lines::is_toml(&format!("x = {written}")) {
            return place.end;
        }
        let unseen: Vec<(usize, char)> =
            written.char_indices().filter(|(_, it)| invisible::is_unseen(*it)).collect();
        let plain = invisible::without(written);
        if !unseen.is_empty() && lines::is_toml(&format!("x = {plain}")) {
            for (index, letter) in unseen {
                scan.unseen(letter, place.start + index);
            }
            return place.end;
        }
        let text = plain.trim_end_matches([',', ';', ' ']);
        let what = match text.trim_end_matches([']', '"']) {
            _ if text.ends_with('"') && !text.starts_with('"') => Broken::UnopenedText,
            inner if text.ends_with(']') && inner != text => Broken::UnopenedList,
            _ => Broken::Unquoted,
        };
        if what == Broken::Unquoted && dates::is_of_time(key) {
            let advice = dates::advice(key, text, None);
            if advice.is_useful() {
                self.faults.push((
                    FaultKind::UnquotedTime { text: text.to_owned(), advice: Box::new(advice) },
                    Some(place.clone()),
                ));
                self.changed.push(place.clone());
                scan.edits.push(Edit::new(place.clone(), marks::quoted(text)));
                return place.end;
            }
        }
        let round = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
        let in_brackets = round.map(|inner| format!("[{inner}]"));
        if let Some(list) = in_brackets.filter(|it| lines::is_toml(&format!("x = {it}"))) {
            scan.trouble(Broken::OtherBracket, place.clone(), Some(format!("{key} = {list}")));
            scan.edits.push(Edit::new(place.clone(), list));
            return place.end;
        }
        let mended = match (text.to_lowercase().as_str(), what == Broken::UnopenedList) {
            ("true" | "yes", _) if is_switch(key) => "true".to_owned(),
            ("false" | "no", _) if is_switch(key) => "false".to_owned(),
            (_, true) => format!("[{text}"),
            _ => marks::quoted(text.trim_matches('"')),
        };
        scan.trouble(what, place.clone(), Some(format!("{key} = {mended}")));
        scan.edits.push(Edit::new(place.clone(), mended));
        place.end
    }

    /// What stands on the line behind a value.
    fn behind(&mut self, value: Span, key: &str, scan: &mut Scan<'_>) -> usize {
        let line_end = lines::end_of_line(self.text, value.end);
        if !self.tolerant {
            return value.end;
        }
        let start = self.skip_space(value.end, line_end, scan);
        let rest = self.piece(start..line_end).trim_end();
        if rest.is_empty() || rest.starts_with('#') {
            return value.end;
        }
        let end = start + rest.len();
        let written = self.piece(value.clone());
        let next = rest.trim_start_matches([',', ';', ' ', '\t']);
        let next_start = end - next.len();
        if lines::begins_statement(next) || next.starts_with("[[") {
            scan.trouble(Broken::TwoOnALine, next_start..end, None);
            scan.edits.push(Edit::new(value.end..next_start, "\n"));
            // The next statement is read by the parser alone.
            return end;
        }
        let (what, mended) = match rest.chars().next() {
            _ if is_other_remark(rest) && !next.is_empty() && next.len() == rest.len() => {
                (Broken::OtherRemark, String::new())
            }
            _ if next.is_empty() || next.starts_with('#') => {
                (Broken::MarkAtEnd, written.to_owned())
            }
            Some(',') if !written.starts_with('[') => (
                Broken::NoBrackets,
                format!("[{}]", self.piece(value.start..end).trim_end_matches(']')),
            ),
            Some(']') if !written.starts_with('[') => {
                (Broken::UnopenedList, format!("[{written}]"))
            }
            Some(']' | '}') => (Broken::StrayBracket, written.to_owned()),
            _ if written.starts_with('"') && rest.contains('"') => {
                let whole = scan.end_of_text_with_marks(value.start, false).unwrap_or(end);
                let inner = self.piece(value.start + 1..whole.max(value.start + 2) - 1);
                (Broken::MarkInside, marks::quoted(&inner.replace("\\\"", "\"")))
            }
            _ if written.starts_with(['"', '\'']) => {
                let inner = written.trim_matches(['"', '\'']);
                let tail = rest.trim_matches(marks::is_closing);
                (Broken::TextBehind, marks::quoted(&format!("{inner} {tail}")))
            }
            _ => (Broken::TextBehind, String::new()),
        };
        let is_short = !mended.is_empty() && !mended.contains('\n');
        scan.trouble(what, start..end, is_short.then(|| format!("{key} = {mended}")));
        scan.edits.push(Edit::new(value.end..end, ""));
        end
    }

    /// Takes over what was found in a statement, and what cannot be read of it out of the copy.
    fn finish(&mut self, place: Span, key: &str, value: Option<Span>, scan: Scan<'_>) {
        let Scan { texts, troubles, mut edits, unseen, .. } = scan;
        let faults_before = self.faults.len();
        let is_told = !troubles.is_empty() || !unseen.is_empty();
        edits.sort_by_key(|edit| edit.place.start);
        let scanned = edits.len();
        for quoted in &texts {
            let before = edits[..scanned].partition_point(|it| it.place.start < quoted.place.end);
            let is_touched = |edit: &Edit| edit.place.end > quoted.place.start;
            if edits[..before].last().is_some_and(is_touched) {
                continue;
            }
            let (fault, kept) = backslashes::check(self.text, quoted);
            // What is wrong with an id is told with it.
            let is_told_later = |(fault, _): &(FaultKind, Span)| {
                matches!(fault, FaultKind::ControlByNumber(_)) && schema::holds_ids(key)
            };
            if fault.as_ref().is_some_and(is_told_later) {
                continue;
            }
            if let Some((fault, at)) = fault {
                self.faults.push((fault, Some(at)));
                self.changed.push(quoted.place.clone());
            }
            edits.extend(kept);
        }
        if !self.tolerant {
            self.edits.append(&mut edits);
            return;
        }
        let mut lines_told = BTreeSet::new();
        let line_of = |at: usize| self.text.get(..at).and_then(|before| before.rfind('\n'));
        let troubles = troubles
            .into_iter()
            .map(|(what, place, mended): Trouble| (FaultKind::Syntax { what, mended }, place));
        let unseen = unseen.into_iter().map(|(letter, at)| {
            (FaultKind::Unseen(invisible::unseen(letter)), at..at + letter.len_utf8())
        });
        // Nobody mends more of one thing at once.
        const MOST: usize = 1000;
        for (kind, place) in unseen.chain(troubles).take(MOST) {
            if lines_told.insert(line_of(place.start)) {
                self.faults.push((kind, Some(place)));
            }
        }
        let mended = Edited::new(self.text, place.clone(), edits.clone());
        let outcome = toml::de::DeTable::parse_recoverable(&mended.text).1;
        if let Some(error) = outcome.into_iter().next() {
            if self.faults.len() == faults_before && !self.is_told_in(&place) {
                let span =
                    error.span().map(|span| span.start + place.start..span.end + place.start);
                let span =
                    span.filter(|span| edits.is_empty() && self.text.get(span.clone()).is_some());
                let what = Broken::Other(error.message().to_owned());
                let fault = FaultKind::Syntax { what, mended: None };
                self.faults.push((fault, Some(span.unwrap_or(place.clone()))));
            }
            self.lost_names |= matches!(key, "id" | "name" | "title" | "");
            edits = match value {
                Some(value) if !key.is_empty() && lines::is_toml(&format!("{key} = 0")) => {
                    let start = place.start + key.len();
                    vec![
                        Edit::new(start..value.end.max(start), " = \"…\""),
                        Edit::new(value.end.max(start)..place.end, ""),
                    ]
                }
                _ => {
                    let text = self.piece(place.clone()).replace('\n', "\n#");
                    vec![Edit::new(place.clone(), format!("#{text}"))]
                }
            };
            self.changed.push(place);
        } else if is_told {
            self.changed.push(place);
        }
        self.edits.append(&mut edits);
    }

    /// Whether a fault of this statement is told already; the last one is the nearest.
    fn is_told_in(&self, place: &Span) -> bool {
        let last = self.faults.last().and_then(|(_, span)| span.as_ref());
        last.is_some_and(|span| span.start >= place.start && span.start <= place.end)
    }
}

/// Where the equals sign of a line is, if it has one before any text.
fn equals_of(line: &str) -> Option<usize> {
    let mut mark = None;
    for (index, letter) in line.char_indices() {
        match (mark, letter) {
            (Some(open), _) if open == letter => mark = None,
            (Some(_), _) => {}
            (None, '=') => {
                let key = &line[..index];
                let before_colon = key.split(':').next().unwrap_or(key).trim();
                let is_colon =
                    key.contains(':') && !before_colon.is_empty() && !key.starts_with('"');
                return (!is_colon).then_some(index);
            }
            (None, '"' | '\'') if index == 0 || line[..index].ends_with('.') => mark = Some(letter),
            (None, '"' | '\'' | '#') => return None,
            _ => {}
        }
    }
    None
}

/// Whether a value begins with neither a quotation mark nor a bracket.
fn is_bare(value: &str) -> bool {
    !value.starts_with(|it| {
        it == '"' || it == '\'' || it == '[' || it == '{' || marks::is_opening(it)
    })
}
