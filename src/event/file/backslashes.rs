//! Backslashes in texts. TOML makes other letters of `\t`, `\b`, `\f`, `\e` and more; a host who
//! writes a formula, or a path on Windows, means the backslash. So only what nobody writes by
//! accident passes: `\"`, `\\`, `\n` and letters by their number.

use super::Span;
use super::edits::Edit;
use super::faults::FaultKind;

/// A text between quotation marks, as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// With its quotation marks.
    pub(super) place: Span,
    /// How long a quotation mark is: one letter, or three.
    pub(super) mark: usize,
    /// Whether backslashes begin something, as they do between `"` and not between `'`.
    pub(super) is_basic: bool,
}

impl Quoted {
    fn inner(&self) -> Span {
        let end = self.place.end.saturating_sub(self.mark);
        (self.place.start + self.mark).min(end)..end
    }
}

/// Commands of LaTeX that begin with `n` or `r`, which after a backslash would be a line end.
const COMMANDS: &str = "nabla natural ncong nearrow neg neq newcommand newline newpage nexists ngeq ngtr nleftarrow nleq \
     nless nmid noindent nolimits nonumber normalsize not notin nparallel nprec nsim nsubseteq \
     nsupseteq nu null nwarrow raggedright raise raisebox rangle rbrace rceil ref renewcommand rfloor \
     rho right rightarrow rightharpoonup risingdotseq rm rmdefault romannumeral rule rVert rvert";

/// Commands that are words of some language too, so that they count within a formula only.
const SHORT_COMMANDS: [&str; 2] = ["ne", "ni"];

/// What is wrong with the backslashes of a text and where, and the edits that keep them as written.
pub(super) fn check(text: &str, quoted: &Quoted) -> (Option<(FaultKind, Span)>, Vec<Edit>) {
    let inner = quoted.inner();
    let content = text.get(inner.clone()).filter(|_| quoted.is_basic).unwrap_or_default();
    let mut faults = Vec::new();
    let mut edits = Vec::new();
    let mut rest = content.char_indices();
    while let Some((at, letter)) = rest.next() {
        if letter != '\\' {
            continue;
        }
        let behind = &content[at + 1..];
        let place = inner.start + at;
        match backslash(content, at, quoted.mark == 3) {
            Backslash::Fine => {
                rest.next();
            }
            Backslash::LineEnd => {
                let goes_on = behind[1..].starts_with("\\n");
                edits.push(Edit::new(place..place + 2, if goes_on { "" } else { "\\n" }));
                rest.next();
            }
            Backslash::Control(control, length) => {
                faults.push((FaultKind::ControlByNumber(control), place..place + length));
                edits.push(Edit::new(place..place + length, ""));
                while rest.offset() < at + length && rest.next().is_some() {}
            }
            Backslash::Meant => {
                let written: String = behind.chars().take(1).collect();
                let length = 1 + written.len();
                faults.push((
                    FaultKind::Backslash { written: format!("\\{written}"), mended: None },
                    place..place + length,
                ));
                edits.push(Edit::insert(place, "\\"));
            }
        }
    }
    let mut first = faults.into_iter().next();
    if let Some((FaultKind::Backslash { mended, .. }, _)) = &mut first {
        *mended = mended_text(text, quoted, &edits);
    }
    (first, edits)
}

/// What stands behind a backslash.
enum Backslash {
    /// What TOML makes of it is meant.
    Fine,
    /// A carriage return, which Windows has at line ends: a line end here.
    LineEnd,
    /// A control character by its number, so many bytes long with the backslash.
    Control(u32, usize),
    /// The backslash itself is meant.
    Meant,
}

fn backslash(content: &str, at: usize, is_multi_line: bool) -> Backslash {
    let behind = &content[at + 1..];
    match behind.chars().next() {
        Some('"' | '\\') => Backslash::Fine,
        Some('n' | 'r') if is_command(content, at) || is_path(content, at) => Backslash::Meant,
        Some('n') => Backslash::Fine,
        Some('r') => Backslash::LineEnd,
        // A backslash at the end of a line joins it with the next one.
        Some(_) if is_multi_line && ends_line(behind) => Backslash::Fine,
        Some(kind @ ('u' | 'U')) => {
            let digits = if kind == 'u' { 4 } else { 8 };
            let number =
                behind.get(1..=digits).filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
            let number = number.and_then(|it| u32::from_str_radix(it, 16).ok());
            match number.map(|it| (it, char::from_u32(it))) {
                Some((number, Some(letter))) if letter.is_control() && letter != '\n' => {
                    Backslash::Control(number, digits + 2)
                }
                Some((_, Some(_))) => Backslash::Fine,
                _ => Backslash::Meant,
            }
        }
        _ => Backslash::Meant,
    }
}

fn ends_line(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\t']);
    rest.starts_with('\n') || rest.starts_with("\r\n")
}

/// Whether the word behind the backslash is a command of LaTeX.
fn is_command(content: &str, at: usize) -> bool {
    let behind = &content[at + 1..];
    let end = behind.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(behind.len());
    let word = &behind[..end];
    let in_formula = || before(content, at).matches('$').count() % 2 == 1 && behind.contains('$');
    COMMANDS.split_whitespace().any(|it| it == word)
        || SHORT_COMMANDS.contains(&word) && in_formula()
}

/// What stands closely before a place: all that tells what a backslash is, and little enough to be
/// looked at for each of many.
fn before(content: &str, at: usize) -> &str {
    const LONGEST: usize = 400;
    let mut start = at.saturating_sub(LONGEST);
    while !content.is_char_boundary(start) {
        start += 1;
    }
    &content[start..at]
}

/// Whether the backslash is one of a path on Windows, such as `C:\new\notes`.
fn is_path(content: &str, at: usize) -> bool {
    let word = before(content, at).rsplit([' ', '\n', '\t']).next().unwrap_or_default();
    let word = word.trim_start_matches(['(', '"', '\'']);
    let drive = word.as_bytes();
    // “Q:\nWhat” is a question on a line of its own.
    let goes_on_small =
        content[at + 2..].starts_with(|it: char| it.is_lowercase() || it.is_numeric());
    let has_drive = drive.len() >= 2 && drive[0].is_ascii_alphabetic() && drive[1] == b':';
    goes_on_small && (has_drive || word.starts_with("\\\\") && word.len() > 2)
}

/// The text as it has to stand: between single quotation marks where that is the least change, else
/// with its backslashes written twice. `None` for one that would fill the report.
fn mended_text(text: &str, quoted: &Quoted, edits: &[Edit]) -> Option<String> {
    const LONGEST: usize = 300;
    let content = text.get(quoted.inner())?;
    if content.len() > LONGEST || content.contains('\n') {
        return None;
    }
    let all_are_meant = content.matches('\\').count() == edits.len();
    if all_are_meant && !content.contains('\'') {
        return Some(format!("'{content}'"));
    }
    let edited = super::edits::Edited::new(text, quoted.inner(), edits.to_vec());
    Some(format!("\"{}\"", edited.text))
}
