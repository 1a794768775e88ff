//! Notes as Markdown (<https://spec.commonmark.org/0.31.2/>), for people and for any editor, in a
//! form that can be brought in again.
//!
//! Every note is a block quotation, so that nothing in it can be taken for the headings and remarks
//! around it. What means something in a note is Markdown here as well, and all else is escaped. Before
//! each stands an HTML comment with a JSON object of what the text alone does not say. Editors change
//! line ends and signs that cannot be seen, and formatters write the same Markdown in other signs:
//! where a note holds what they might change, the comment has the exact text, which counts for as long
//! as the quotation says the same.
//!
//! Words of the event that a note quotes are a block quotation within it, above its text. The comment
//! has them too, by which they are told from a text that begins with a quotation of its own.

pub(super) mod reader;
mod shown;

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::clipboard::{note_times, part_title};
use super::several::Several;
use super::{Selection, Snapshot, outline, times};
use crate::event::EventOutline;
use crate::messages::all_notes::{taken_from, title_of};
use crate::messages::transfer::DRAFT;
use crate::notebook::Note;
use crate::notebook::quote::Quote;

/// The line of the front matter by which a file is known again.
pub(super) const MARK: &str = "marginalia: 1";

/// The start and the end of the comment before a note.
const COMMENT: (&str, &str) = ("<!-- marginalia ", " -->");

/// What stands in the comment before a note. Every field may be missing when it is read.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Remark {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// A draft has none but this and the theme.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// Whether signs of the text are escaped in what is shown, as they were not in earlier versions.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    escaped: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<Quoted>,
}

/// The words of the event that a note quotes, in the comment before it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Quoted {
    exact: String,
    prefix: String,
    suffix: String,
}

impl From<Quote> for Quoted {
    fn from(Quote { exact, prefix, suffix }: Quote) -> Self {
        Self { exact, prefix, suffix }
    }
}

pub(super) fn write(snapshot: &Snapshot, selection: &Selection) -> String {
    let event = &snapshot.event;
    let mut output = front_matter(&[
        ("title", &event.title),
        ("event", event.id.as_str()),
        ("date", &dates(event)),
        ("place", event.place.as_deref().unwrap_or_default()),
        ("address", &snapshot.address),
        ("exported", snapshot.now.as_str()),
    ]);
    write_event(&mut output, snapshot, selection);
    let citation = heading(&outline::citation(snapshot));
    let _ = write!(output, "\n---\n\n{citation}\n\n<{}>\n", address(&snapshot.address));
    output
}

/// The notes on several events, a heading for each. Such a file is for people: its front matter names no
/// event, so it is brought in nowhere.
pub(super) fn write_several(several: &Several) -> String {
    let Several { site, address: site_address, events, now } = several;
    let mut output = front_matter(&[
        ("title", &title_of(site).text()),
        ("address", site_address),
        ("exported", now.as_str()),
    ]);
    for snapshot in events {
        write_event(&mut output, snapshot, &Selection::All);
    }
    let source = heading(&taken_from(site, &times::day_in_words(now)).text());
    let _ = write!(output, "\n---\n\n{source}\n\n<{}>\n", address(site_address));
    output
}

fn write_event(output: &mut String, snapshot: &Snapshot, selection: &Selection) {
    let _ = write!(output, "\n# {}\n", heading(&snapshot.event.title));
    let mut part = None;
    for section in outline::sections(snapshot, selection) {
        let title = part_title(&section);
        if let Some(title) = title.clone().filter(|title| part.as_ref() != Some(title)) {
            let _ = write!(output, "\n## {}\n", heading(&title));
            part = Some(title);
        }
        let level = if title.is_some() { "###" } else { "##" };
        let _ = write!(output, "\n{level} {}\n", heading(section.title));
        for note in &section.notes {
            write_text(output, of_note(note), &note_times(note), &note.text);
        }
        if let Some(draft) = section.draft {
            let theme = Some(section.theme.to_string());
            let remark = Remark { draft: true, theme, ..Remark::default() };
            write_text(output, remark, DRAFT.text(), draft);
        }
    }
}

fn of_note(note: &Note) -> Remark {
    Remark {
        id: Some(note.id.as_str().to_owned()),
        draft: false,
        theme: Some(note.theme.to_string()),
        created: Some(note.created.as_str().to_owned()),
        changed: Some(note.changed.as_str().to_owned()),
        revision: Some(note.revision),
        conflict: note.conflict.as_ref().map(|id| id.as_str().to_owned()),
        text: None,
        escaped: false,
        quote: note.quote().map(Quoted::from),
    }
}

fn write_text(output: &mut String, mut remark: Remark, times: &str, text: &str) {
    let shown = shown::shown(text);
    remark.text = (!shown::is_plain(text)).then(|| text.to_owned());
    remark.escaped = shown != with_stand_ins(text);
    let (start, end) = COMMENT;
    let _ = write!(output, "\n{start}{}{end}\n\n*{times}*\n\n", in_comment(&remark));
    let quoted = remark.quote.map(|quote| quoted(&quote.exact));
    let shown = match quoted {
        Some(quoted) if text.is_empty() => quoted,
        Some(quoted) => format!("{quoted}\n\n{shown}"),
        None => shown,
    };
    output.push_str(&in_quotation(&shown));
    output.push('\n');
}

/// A text as the block quotation that says it.
fn in_quotation(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Words of the event as a block quotation in which no sign is Markdown's.
fn quoted(words: &str) -> String {
    in_quotation(&words.split('\n').map(quoted_line).collect::<Vec<_>>().join("\n"))
}

fn quoted_line(line: &str) -> String {
    let line = heading(line);
    // A list, or the line below a heading.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let begins = |signs: &[char]| line[digits..].starts_with(signs);
    if (digits == 0 && begins(&['-', '+', '='])) || (digits > 0 && begins(&['.', ')'])) {
        let (number, rest) = line.split_at(digits);
        return format!("{number}\\{rest}");
    }
    line
}

/// A text with stand-ins for the signs that do not survive every editor.
fn with_stand_ins(text: &str) -> String {
    text.chars().map(stand_in).collect()
}

fn stand_in(letter: char) -> char {
    match letter {
        '\n' | '\t' => letter,
        // Unicode has a picture of each of these.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
            '\u{fffd}'
        }
        letter => letter,
    }
}

/// A text without the space at the ends of its lines, which many editors take away.
fn without_line_ends(text: &str) -> String {
    let lines: Vec<&str> =
        text.split('\n').map(|line| line.trim_end_matches([' ', '\t'])).collect();
    lines.join("\n")
}

/// A remark as JSON in which nothing ends the comment, or the line, that it stands in.
fn in_comment(remark: &Remark) -> String {
    let json = serde_json::to_string(remark).unwrap_or_default();
    let mut output = String::with_capacity(json.len());
    let mut before = ' ';
    for letter in json.chars() {
        let is_harmless = letter == stand_in(letter) && !matches!(letter, '<' | '>');
        if is_harmless && !(letter == '-' && before == '-') {
            output.push(letter);
        } else {
            // Each of these lies within a string of the JSON, and in the first plane of Unicode.
            let _ = write!(output, "\\u{:04x}", u32::from(letter));
        }
        before = letter;
    }
    output
}

/// The event's days as ISO 8601 writes them; empty where they are not known.
fn dates(event: &EventOutline) -> String {
    let days = event.starts.iter().chain(&event.ends);
    days.map(|day| day.iso()).collect::<Vec<_>>().join("/")
}

fn front_matter(fields: &[(&str, &str)]) -> String {
    let mut output = format!("---\n{MARK}\n");
    for (name, value) in fields {
        if !value.is_empty() {
            let _ = writeln!(output, "{name}: {}", yaml_text(value));
        }
    }
    output.push_str("---\n");
    output
}

/// A text as YAML 1.2 writes it between double quotes. JSON's strings are such texts too, but for
/// signs that YAML does not take as they are.
fn yaml_text(text: &str) -> String {
    let mut output = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => output.push_str("\\\""),
            '\\' => output.push_str("\\\\"),
            '\n' => output.push_str("\\n"),
            '\t' => output.push_str("\\t"),
            letter if letter != stand_in(letter) => {
                let _ = write!(output, "\\u{:04x}", u32::from(letter));
            }
            letter => output.push(letter),
        }
    }
    output.push('"');
    output
}

/// A text of the event as one line in which no sign is Markdown's.
fn heading(text: &str) -> String {
    let mut output = String::new();
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            output.push(' ');
        }
        for letter in with_stand_ins(word).chars() {
            if matches!(
                letter,
                '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '`' | '&' | '!' | '|' | '~' | '$'
            ) {
                output.push('\\');
            }
            output.push(letter);
        }
    }
    output
}

/// An address as it may stand between angle brackets.
fn address(text: &str) -> String {
    text.replace(' ', "%20").replace('<', "%3C").replace('>', "%3E").replace(['\n', '\r'], "")
}
