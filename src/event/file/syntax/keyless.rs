//! Lines without a key and `=`: those that begin a table, those that should have both, and those that
//! should be remarks.

use super::super::edits::Edit;
use super::super::faults::Broken;
use super::super::scan::Scan;
use super::super::{Span, invisible, lines, marks, words};
use super::{Reader, equals_of};

impl<'text> Reader<'text> {
    /// A line that begins with a bracket.
    pub(super) fn header(&mut self, line: Span, scan: &mut Scan<'_>) -> usize {
        let whole = self.piece(line.clone());
        let line_end = line.start + lines::end_of_bare(whole, 0);
        let header = self.piece(line.start..line_end);
        if !self.tolerant || lines::is_toml(header) {
            return line_end;
        }
        for (index, letter) in header.char_indices() {
            if invisible::is_unseen(letter) {
                scan.unseen(letter, line.start + index);
            }
        }
        if !scan.unseen.is_empty() {
            return line_end;
        }
        let close = header.rfind(']').map_or(header.len(), |index| index + 1);
        let behind = header[close..].trim();
        let inner =
            header[..close].trim_matches(|it: char| "[]".contains(it) || it.is_whitespace());
        let straight = inner.trim_matches(|it| marks::is_closing(it) || marks::is_opening(it));
        if !behind.is_empty() && lines::is_toml(&header[..close]) {
            let place =
                line.start + close + header[close..].len() - header[close..].trim_start().len();
            if equals_of(behind).is_some() {
                scan.trouble(Broken::TwoOnALine, place..line_end, None);
                scan.edits.push(Edit::new(line.start + close..place, "\n"));
            } else {
                scan.trouble(Broken::TextBehind, place..line_end, None);
                scan.edits.push(Edit::new(line.start + close..line_end, ""));
            }
            return line_end;
        }
        let name = if words::is_table(straight) || lines::is_toml(&format!("[[{straight}]]")) {
            straight.to_owned()
        } else {
            // A name that TOML takes only between quotation marks: the check of keys deals with it.
            let wide = format!("[[{}]]", marks::quoted(straight));
            if header[..close].starts_with("[[")
                && header[..close].ends_with("]]")
                && !straight.is_empty()
            {
                scan.edits.push(Edit::new(line.start..line_end, wide));
                return line_end;
            }
            marks::quoted(straight)
        };
        let mended = format!("[[{name}]]");
        scan.trouble(
            Broken::TableName,
            line.start..line_end,
            (!straight.is_empty()).then(|| mended.clone()),
        );
        scan.edits.push(Edit::new(line.start..line_end, mended));
        line_end
    }

    /// A line without `=`: the name of its key where it has one, the place of its value, its end.
    pub(super) fn without_equals(
        &mut self,
        line: Span,
        scan: &mut Scan<'_>,
    ) -> (&'text str, Option<Span>, usize) {
        let text = self.piece(line.clone()).trim_end();
        let end = line.start + text.len();
        let word = text.find(|it: char| !it.is_alphanumeric() && it != '_' && it != '-');
        let (word, behind) = text.split_at(word.unwrap_or(text.len()));
        let space = behind.len() - behind.trim_start().len();
        let (mark, rest) = match behind.trim_start() {
            it if it.starts_with("->") || it.starts_with("=>") || it.starts_with(":=") => {
                it.split_at(2)
            }
            it if it.starts_with([':', '：', '＝']) => {
                it.split_at(it.chars().next().map_or(1, char::len_utf8))
            }
            it => it.split_at(0),
        };
        let table = text.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
        if words::is_table(&table) {
            let mended = format!("[[{table}]]");
            scan.trouble(Broken::TableName, line.start..end, Some(mended.clone()));
            scan.edits.push(Edit::new(line.start..end, mended));
            return ("", None, end);
        }
        let rest_start = end - rest.len();
        let has_value = rest.trim_start().starts_with(|it| {
            it == '"' || it == '\'' || it == '[' || it == '{' || marks::is_opening(it)
        });
        let is_key = !word.is_empty() && (has_value || !mark.is_empty() && words::is_known(word));
        if is_key {
            let place = line.start + word.len() + space..rest_start;
            let place = if mark.is_empty() { rest_start..rest_start } else { place };
            let shown =
                if place.is_empty() { line.start..line.start + word.len() } else { place.clone() };
            let what = if mark.is_empty() { Broken::NoEquals } else { Broken::Colon };
            // What follows may have trouble of its own; this one is told first.
            scan.trouble(what, shown, None);
            scan.edits.push(Edit::new(line.start + word.len()..rest_start, " ="));
            let (value, end) = self.value(rest_start..rest_start, word, scan);
            if let Some((_, _, mended)) = scan.troubles.first_mut() {
                let written = self.text.get(value.clone()).unwrap_or_default();
                let is_text = written.starts_with(['"', '\'', '[']);
                let written = if is_text { written.to_owned() } else { marks::quoted(written) };
                *mended = (!written.contains('\n')).then(|| format!("{word} = {written}"));
            }
            return (word, Some(value), end);
        }
        let what = match text {
            _ if text.chars().all(|it| "[]{}(), ".contains(it)) => Broken::StrayBracket,
            _ if is_other_remark(text) => Broken::OtherRemark,
            _ => Broken::NoKey,
        };
        scan.trouble(what, line.start..end, None);
        scan.edits.push(Edit::insert(line.start, "#"));
        ("", None, end)
    }
}

/// How remarks begin in other languages.
pub(super) fn is_other_remark(text: &str) -> bool {
    ["//", "/*", "--", "%", ";", "<!--", "*/"].iter().any(|start| text.starts_with(start))
}
