//! Reading Markdown that was made here, and may since have been in an editor.
//!
//! Only lines are looked at: headings, the comments before notes, and block quotations. A block
//! quotation without a comment is a note that somebody added by hand.

use super::shown::{heading_said, say_the_same, shown, without_escapes, words_said};
use super::{COMMENT, MARK, Quoted, Remark, quoted, with_stand_ins, without_line_ends};
use crate::event::ThemeId;
use crate::formats::import::{Refusal, same_words, theme_id, titled_theme};
use crate::formats::plan::{Arrival, Incoming, Reason, Source, Words};
use crate::formats::{Snapshot, ids, times};
use crate::notebook::quote::Quote;
use crate::notebook::{Note, NoteId};

/// Whether a text begins as ours do.
pub(crate) fn is_ours(text: &str) -> bool {
    let name = MARK.split(':').next();
    let text = with_line_ends(text);
    let front = front_matter(&text).0;
    front.iter().any(|line| line.split(':').next().map(str::trim) == name)
}

/// A text with one kind of line ends. Ours holds no others, as those of notes are stand-ins.
fn with_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The lines between the first two that part the front matter, and those behind it.
fn front_matter(text: &str) -> (Vec<&str>, impl Iterator<Item = &str>) {
    let is_end = |line: &str| matches!(line.trim_end(), "---" | "...");
    let mut lines = text.trim_start_matches(['\u{feff}', '\n', ' ', '\t']).split('\n');
    let front = match lines.next() {
        Some(first) if first.trim_end() == "---" => {
            lines.by_ref().take_while(|line| !is_end(line)).collect()
        }
        _ => Vec::new(),
    };
    (front, lines)
}

/// # Errors
/// [`Refusal::Newer`] where a later version of the app wrote it.
pub(crate) fn read(text: &str, snapshot: &Snapshot) -> Result<Arrival, Refusal> {
    let text = with_line_ends(text);
    let (front, lines) = front_matter(&text);
    let version = field(&front, "marginalia").and_then(|number| number.parse::<u64>().ok());
    if let Some(version) = version.filter(|version| *version > 1) {
        return Err(Refusal::Newer(version));
    }
    let made = field(&front, "exported").and_then(|time| times::read(&time));
    let made = made.unwrap_or_else(|| snapshot.now.clone());
    let mut reader = Reader {
        snapshot,
        arrival: Arrival::new(Source::Markdown, made),
        theme: None,
        remark: None,
        quotation: None,
    };
    for line in lines {
        reader.line(line);
    }
    reader.end_quotation();
    reader.end_remark();
    let arrival = reader.arrival;
    if field(&front, "event").as_deref() == Some(snapshot.event.id.as_str()) {
        return Ok(arrival);
    }
    let mut nothing = Arrival::new(Source::Markdown, arrival.made.clone());
    nothing.elsewhere = arrival.len();
    Ok(nothing)
}

/// A field of the front matter. What is written there is JSON as well as YAML, unless an editor
/// wrote it anew.
fn field(front: &[&str], name: &str) -> Option<String> {
    let value = front.iter().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        (found.trim() == name).then_some(value.trim())
    })?;
    let plain = || value.trim_matches(['"', '\'']).to_owned();
    Some(serde_json::from_str(value).unwrap_or_else(|_| plain()))
}

struct Reader<'snapshot> {
    snapshot: &'snapshot Snapshot,
    arrival: Arrival,
    /// The theme whose heading was read last.
    theme: Option<ThemeId>,
    /// The comment whose text has not come yet.
    remark: Option<Remark>,
    quotation: Option<String>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        // Space before a sign of Markdown, up to three of them, is none of ours.
        let line = &line[line.bytes().take(3).take_while(|it| *it == b' ').count()..];
        if let Some(quoted) = line.strip_prefix('>') {
            let quoted = quoted.strip_prefix(' ').unwrap_or(quoted);
            match &mut self.quotation {
                Some(text) => {
                    text.push('\n');
                    text.push_str(quoted);
                }
                None => self.quotation = Some(quoted.to_owned()),
            }
            return;
        }
        self.end_quotation();
        if let Some(title) = line.strip_prefix("### ") {
            self.end_remark();
            let title = heading_said(title);
            self.theme = titled_theme(&title, self.snapshot).or_else(|| theme_id(&title));
        } else if let Some(remark) = remark(line) {
            self.end_remark();
            self.remark = Some(remark);
        }
    }

    /// A comment is followed by its text, or somebody took that away.
    fn end_remark(&mut self) {
        if let Some(remark) = self.remark.take() {
            let quoted = || remark.quote.map(|quote| quote.exact);
            let text = remark.text.or_else(quoted).unwrap_or_default();
            self.arrival.leave_out(&text, Reason::NoText);
        }
    }

    fn end_quotation(&mut self) {
        let Some(shown) = self.quotation.take() else { return };
        let is_written = self.remark.is_some();
        let remark = self.remark.take().unwrap_or_default();
        let (quote, shown) = match remark.quote {
            Some(quote) if !remark.draft => without_quoted(quote, shown),
            _ => (None, shown),
        };
        let text = match remark.text {
            Some(exact) if is_shown(&exact, remark.escaped, &shown) => exact,
            _ if remark.escaped => without_escapes(&shown),
            // No line of it ended in spaces.
            None if is_written => without_line_ends(&shown),
            _ => shown,
        };
        let theme = remark.theme.as_deref().and_then(theme_id).or_else(|| self.theme.clone());
        if remark.draft {
            match theme {
                Some(theme) => self.arrival.drafts.push((theme, text, None)),
                None => self.arrival.leave_out(&text, Reason::NoTheme),
            }
            return;
        }
        let named = remark.id.and_then(|id| NoteId::parse(&id).ok());
        if named.is_none() && text.trim().is_empty() && quote.is_none() {
            return self.arrival.leave_out(&text, Reason::NoText);
        }
        let time = |text: Option<String>| text.and_then(|text| times::read(&text));
        let created = time(remark.created).unwrap_or_else(|| self.arrival.made.clone());
        let is_named = named.is_some();
        let texts = ["markdown", theme.as_ref().map_or("", |theme| theme.as_str()), &text];
        let id = named.unwrap_or_else(|| ids::derived(&created, &texts, quote.as_ref()));
        let changed = time(remark.changed).unwrap_or_else(|| created.clone());
        let Some(theme) = theme else {
            let words = Words { id, is_named, text, quote, created, changed };
            return self.arrival.take(words, None);
        };
        let mut note = Note {
            changed,
            revision: remark.revision.unwrap_or(1),
            conflict: remark.conflict.and_then(|id| NoteId::parse(&id).ok()),
            ..Note::new(id, theme, text, created)
        };
        if let Some(quote) = quote {
            note.set_quote(&quote);
        }
        self.arrival.notes.push(Incoming { note, is_named, stored: None });
    }
}

/// Whether what is shown says a text, as it was written or in other signs of Markdown.
fn is_shown(exact: &str, is_escaped: bool, now: &str) -> bool {
    let then = if is_escaped { shown(exact) } else { with_stand_ins(exact) };
    without_line_ends(&then) == without_line_ends(now) || say_the_same(&then, now)
}

/// Takes what is quoted off the start of what is shown, where it stands there as it was written but
/// for space. Where somebody edited it, all that is shown is the note's text.
fn without_quoted(quote: Quoted, shown: String) -> (Option<Quote>, String) {
    let mut lines = shown.split('\n');
    let start: Vec<&str> = lines.clone().take_while(|line| line.starts_with('>')).collect();
    let _ = lines.by_ref().nth(start.len().saturating_sub(1));
    let is_whole = !quote.exact.is_empty() && !start.is_empty();
    if !is_whole || !same_words(&words_said(&start.join("\n")), &words_said(&quoted(&quote.exact)))
    {
        return (None, shown);
    }
    let rest = match lines.next() {
        // The blank line between the two.
        Some("") => lines.collect::<Vec<_>>().join("\n"),
        Some(line) => std::iter::once(line).chain(lines).collect::<Vec<_>>().join("\n"),
        None => String::new(),
    };
    let Quoted { exact, prefix, suffix } = quote;
    (Some(Quote { exact, prefix, suffix }), rest)
}

/// The remark in a comment of ours. One that cannot be read is none, so that the text below it is
/// taken for one added by hand.
fn remark(line: &str) -> Option<Remark> {
    let (start, end) = COMMENT;
    let json = line.trim_end().strip_prefix(start)?.strip_suffix(end)?;
    serde_json::from_str(json).ok()
}
