//! The report of what is wrong with an event file: where each thing stands, and how it is drawn.

use std::fmt;
use std::io::IsTerminal;
use std::ops::Range;
use std::sync::Arc;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};
use textwrap::{WordSeparator, WordSplitter};

use super::faults::FaultKind;
use super::messages;

/// How many faults of one file are drawn; nobody mends more at once.
const MOST_DRAWN: usize = 100;

/// The longest piece of the file that is drawn for one place, in bytes. Beyond it (a file on a
/// single line, for one) a hundred faults would each print the whole of it.
const LONGEST_DRAWN: usize = 4096;

/// Where drawn lines are wrapped, in columns. Fixed, so that a report reads the same everywhere.
const WIDTH: usize = 100;

/// The text of an event file, as reports quote it.
#[derive(Debug)]
pub(super) struct EventText {
    name: String,
    text: String,
    /// Where each line begins, in bytes.
    line_starts: Vec<usize>,
}

impl EventText {
    pub(super) fn new(name: &str, text: &str) -> Arc<Self> {
        // miette cannot point into no text at all.
        let text = if text.is_empty() { "\n" } else { text };
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(ends.map(|(index, _)| index + 1)).collect();
        Arc::new(Self { name: name.to_owned(), text: text.to_owned(), line_starts })
    }

    /// The line of a byte, counted from 0.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// Whether a line that begins with a bracket stands between two places.
    pub(super) fn begins_table_between(&self, start: usize, end: usize) -> bool {
        self.text.get(start..end).is_some_and(|between| between.contains("\n["))
    }

    /// Whether a place, with the line before and the line after it, is short enough to be drawn.
    fn can_draw(&self, span: &Range<usize>) -> bool {
        let first = self.line(span.start).saturating_sub(1);
        let after_last = self.line(span.end) + 2;
        let start = self.line_starts.get(first).copied().unwrap_or(0);
        let end = self.line_starts.get(after_last).copied().unwrap_or(self.text.len());
        end - start <= LONGEST_DRAWN
    }

    /// The column of a byte in characters, counted from 0: editors count so, miette counts bytes.
    fn column(&self, byte: usize) -> usize {
        let start = self.line_starts.get(self.line(byte)).copied().unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        before.chars().filter(|letter| *letter != '\u{feff}').count()
    }
}

impl SourceCode for EventText {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let contents = self.text.read_span(span, lines_before, lines_after)?;
        let start = contents.span().offset();
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            contents.data(),
            *contents.span(),
            contents.line(),
            self.column(start),
            contents.line_count(),
        )))
    }
}

/// One thing that is wrong, and where. Its `Display` is the sentence that the host reads.
#[derive(Clone, Debug)]
pub struct Fault {
    kind: FaultKind,
    span: Option<Range<usize>>,
    source: Arc<EventText>,
}

impl Fault {
    /// What is wrong.
    pub fn kind(&self) -> &FaultKind {
        &self.kind
    }

    /// Line and column, both counted from 1, the column in characters; `None` for what is wrong
    /// with the file as a whole.
    pub fn position(&self) -> Option<(usize, usize)> {
        let start = self.span.as_ref()?.start;
        Some((self.source.line(start) + 1, self.source.column(start) + 1))
    }

    fn drawn_span(&self) -> Option<Range<usize>> {
        self.span.clone().filter(|span| self.source.can_draw(span))
    }

    /// How to mend it, in full sentences.
    pub fn remedy(&self) -> String {
        messages::remedy(&self.kind)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is not drawn would otherwise not tell where it is.
        if self.drawn_span().is_none() {
            write!(formatter, "{}:", self.source.name)?;
            if let Some((line, column)) = self.position() {
                write!(formatter, "{line}:{column}:")?;
            }
            formatter.write_str(" ")?;
        }
        formatter.write_str(&messages::message(&self.kind))
    }
}

impl std::error::Error for Fault {}

impl Diagnostic for Fault {
    fn severity(&self) -> Option<Severity> {
        self.kind.is_warning().then_some(Severity::Warning)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.remedy()))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.drawn_span().map(|_| &*self.source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.drawn_span()?;
        let mut labels = Vec::new();
        if let FaultKind::IdUsedTwice { first, .. } = &self.kind
            && self.source.can_draw(first)
        {
            labels.push(LabeledSpan::new_with_span(Some("first here".into()), first.clone()));
            labels.push(LabeledSpan::new_primary_with_span(Some("and again here".into()), span));
        } else {
            labels.push(LabeledSpan::new_primary_with_span(None, span));
        }
        Some(Box::new(labels.into_iter()))
    }
}

/// Whether a report is drawn with colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Plain text.
    Without,
    /// ANSI colours.
    With,
}

impl Colours {
    /// What suits standard error: colours on a terminal, unless `NO_COLOR` is set.
    pub fn of_standard_error() -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if std::io::stderr().is_terminal() && !refused { Self::With } else { Self::Without }
    }
}

/// All that is wrong with one event file.
///
/// ```
/// use marginalia::event::file::{Colours, check};
///
/// let report = check("content/open-day.toml", b"title = 3").unwrap_err();
/// assert!(report.draw(Colours::Without).contains("[content/open-day.toml:1:9]"));
/// ```
#[derive(Clone, Debug)]
pub struct Report {
    name: String,
    faults: Vec<Fault>,
}

impl Report {
    pub(super) fn new(
        source: Arc<EventText>,
        faults: Vec<(FaultKind, Option<Range<usize>>)>,
    ) -> Self {
        let mut faults: Vec<Fault> = faults
            .into_iter()
            .map(|(kind, span)| Fault { kind, span, source: Arc::clone(&source) })
            .collect();
        // Stable, so that what is missing in one table stays in the order of its keys.
        faults.sort_by_key(|fault| fault.span.as_ref().map(|span| span.start));
        Self { name: source.name.clone(), faults }
    }

    /// All faults, in the order in which they stand in the file.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The report as the host reads it: every fault with its place in the file and how to mend
    /// it, the first hundred of them.
    pub fn draw(&self, colours: Colours) -> String {
        let theme = match colours {
            Colours::Without => GraphicalTheme::unicode_nocolor(),
            Colours::With => GraphicalTheme::unicode(),
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(WIDTH)
            .with_break_words(false)
            // What a remedy gives to copy must not be cut at a slash or a hyphen.
            .with_word_separator(WordSeparator::AsciiSpace)
            .with_word_splitter(WordSplitter::NoHyphenation);
        let mut drawn = format!("{self}\n");
        for fault in self.faults.iter().take(MOST_DRAWN) {
            drawn.push('\n');
            if handler.render_report(&mut drawn, fault).is_err() {
                // Drawing into a string fails only when the place lies outside the text.
                drawn.push_str(&format!("{fault}\n{}\n", fault.remedy()));
            }
        }
        if let Some(rest @ 1..) = self.faults.len().checked_sub(MOST_DRAWN) {
            drawn.push_str(&format!("\nThere are {rest} more. Mend these first.\n"));
        }
        drawn
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.faults.len();
        let things = if count == 1 { "thing" } else { "things" };
        let all_are_warnings = self.faults.iter().all(|fault| fault.kind.is_warning());
        let to_do = if all_are_warnings { "to look at" } else { "to mend" };
        write!(formatter, "{} has {count} {things} {to_do}:", self.name)
    }
}

impl std::error::Error for Report {}

impl Diagnostic for Report {
    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let shown = self.faults.iter().take(MOST_DRAWN);
        Some(Box::new(shown.map(|fault| fault as &dyn Diagnostic)))
    }
}
