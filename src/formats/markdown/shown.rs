//! How a note's text stands in Markdown: what means something in a note does so elsewhere, and all else
//! is shown as it was typed, and opens nothing that would swallow what follows.
//!
//! Signs that mean nothing in a note are escaped where other programs would take them for Markdown or
//! HTML, so a text is found again without what was put in. Editors and formatters write Markdown anew
//! in other signs that say the same; so two texts can be compared by what they say.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::with_stand_ins;
use crate::markdown::{is_harmless, literal_signs};

/// How far a line that is no code may be indented, in columns.
const CODE: usize = 4;

/// In what is said: where something begins.
const BEGINS: char = '\u{1}';

/// Where it ends.
const ENDS: char = '\u{2}';

/// Where a paragraph begins.
const PARAGRAPH: char = '\u{3}';

/// Stands for the space of a line that would be taken for code.
const INDENT: char = '\u{a0}';

/// A note's text as it is shown in the file.
pub(super) fn shown(text: &str) -> String {
    let text = with_stand_ins(text);
    let signs = Signs::of(&text);
    let mut output = String::with_capacity(text.len());
    let mut literal = literal_signs(&text).into_iter().peekable();
    let mut place = 0;
    let mut in_list = false;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - content.len()];
        let is_item = is_item(content);
        let columns: usize = indent.chars().map(|it| if it == '\t' { CODE } else { 1 }).sum();
        in_list = is_item || (in_list && (columns > 0 || content.trim().is_empty()));
        if columns >= CODE && !in_list && !content.trim().is_empty() {
            output.extend(std::iter::repeat_n(INDENT, columns));
        } else {
            output.push_str(indent);
        }
        let mut is_first = true;
        for (offset, letter) in line.char_indices().skip(indent.len()) {
            let at = place + offset;
            let is_literal = literal.next_if_eq(&at).is_some();
            if signs.is_escaped(at, letter, is_literal, is_literal && is_first) {
                output.push('\\');
            }
            is_first &= !is_literal;
            output.push(letter);
        }
        place += line.len();
    }
    output
}

/// Whether a line begins an item of a list or belongs to a quotation.
fn is_item(content: &str) -> bool {
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &content[digits..];
    content.starts_with('>')
        || (digits == 0 && (rest.starts_with("- ") || rest.starts_with("* ")))
        || (digits > 0 && rest.starts_with(". "))
}

/// A text in which signs may stand that other programs would understand.
struct Signs<'text> {
    text: &'text str,
    /// Whether there may be code, what is struck out, emphasis, a formula, and a table.
    code: bool,
    struck: bool,
    underlined: bool,
    formula: bool,
    table: bool,
}

impl<'text> Signs<'text> {
    fn of(text: &'text str) -> Self {
        let is_paired = |sign: char| text.matches(sign).nth(1).is_some();
        let is_rule = |line: &str| {
            line.contains('-')
                && line.chars().all(|it| matches!(it, '|' | '-' | ':' | ' ' | '\t' | '>'))
        };
        Self {
            text,
            code: is_paired('`'),
            struck: is_paired('~'),
            underlined: is_paired('_'),
            formula: is_paired('$'),
            table: text.contains('|') && text.lines().any(is_rule),
        }
    }

    /// Whether a sign would mean something to another program that it does not mean here. A literal one
    /// means nothing here, wherever it stands; the first of a line may be all that makes it a line of
    /// another kind.
    fn is_escaped(&self, place: usize, sign: char, is_literal: bool, is_first: bool) -> bool {
        let before = self.text[..place].chars().next_back();
        let rest = &self.text[place + sign.len_utf8()..];
        let next = rest.chars().next();
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let ends_marker = |rest: &str| rest.chars().next().is_none_or(char::is_whitespace);
        match sign {
            '-' | '=' => is_first,
            '+' => is_first && ends_marker(rest),
            '#' => is_first && ends_marker(rest.trim_start_matches('#')),
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation() || next == '\n'),
            '&' => next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#'),
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '`' => self.code,
            '~' => self.struck,
            '_' => self.underlined && !(is_word(before) && is_word(next)),
            '|' => self.table,
            '$' => self.formula,
            '%' => before == Some('%') || next == Some('%'),
            '[' | '*' => is_literal,
            ':' => before == Some(']'),
            '.' | ')' => is_literal && is_word(before) && ends_marker(rest),
            // A link that is none here.
            ']' => rest
                .strip_prefix('(')
                .is_some_and(|address| !is_harmless(address.trim_start_matches([' ', '\n', '<']))),
            _ => false,
        }
    }
}

/// The other way round, for a text that was edited since: without the signs that were put in.
pub(super) fn without_escapes(shown: &str) -> String {
    let mut output = String::with_capacity(shown.len());
    let mut letters = shown.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.next_if(|next| letter == '\\' && next.is_ascii_punctuation()) {
            Some(sign) => output.push(sign),
            None => output.push(letter),
        }
    }
    output
}

/// Whether a text is such that no editor or formatter has a reason to write it otherwise.
pub(super) fn is_plain(text: &str) -> bool {
    let is_plain_sign = |letter: char| {
        (letter.is_alphanumeric() && letter != '\u{fffd}')
            || " \n,.;:!?'\"()/@-".contains(letter)
            || (!letter.is_ascii() && !letter.is_whitespace() && !letter.is_control())
    };
    let is_tidy = with_stand_ins(text) == text && text.chars().all(is_plain_sign);
    let mut before = "";
    let mut lines = text.split('\n').all(|line| {
        let is_list = |line: &str| line.starts_with("- ") && !line.starts_with("- -");
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let is_item = is_list(line);
        let fits = match (line.is_empty(), is_item) {
            (true, _) => !before.is_empty(),
            (_, true) => before.is_empty() || is_list(before),
            _ => !is_list(before) && !line.starts_with(['-', ':']),
        };
        before = line;
        fits && line.trim() == line
            && !line.contains("  ")
            && !(digits > 0 && line[digits..].starts_with(['.', ')']))
    });
    lines &= !text.ends_with('\n');
    text.is_empty() || (is_tidy && lines)
}

/// Whether two texts say the same in Markdown, in whatever signs.
pub(super) fn say_the_same(one: &str, other: &str) -> bool {
    what_is_said(one) == what_is_said(other)
}

/// What a text says, and as what: a form in which two are compared. What begins and ends is marked by
/// signs that no text holds.
pub(super) fn what_is_said(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let parser = Parser::new_ext(markdown, options);
    let mut output = String::new();
    let mut definitions: Vec<(String, String)> = parser
        .reference_definitions()
        .iter()
        .map(|(name, definition)| (name.to_owned(), definition.dest.to_string()))
        .collect();
    definitions.sort_unstable();
    // The first paragraph of an item is one only where the list is spaced out.
    let mut is_begun = true;
    for event in parser {
        let begins = std::mem::take(&mut is_begun);
        match event {
            Event::Text(text) => words(&mut output, &text),
            Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                output.extend([BEGINS, '`']);
                output.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => line_ends(&mut output, '\n'),
            Event::Start(Tag::Paragraph | Tag::HtmlBlock) if begins => {}
            Event::Start(Tag::Paragraph | Tag::HtmlBlock) => line_ends(&mut output, PARAGRAPH),
            Event::Start(tag) => {
                is_begun = matches!(tag, Tag::Item | Tag::BlockQuote(_));
                output.push(BEGINS);
                output.push_str(&name(&tag));
            }
            Event::End(TagEnd::Paragraph | TagEnd::HtmlBlock) => {}
            Event::End(_) => output.push(ENDS),
            Event::Rule => output.extend([BEGINS, '-']),
            Event::TaskListMarker(is_done) => {
                output.extend([BEGINS, if is_done { 'x' } else { ' ' }])
            }
            _ => {}
        }
    }
    for (name, address) in definitions {
        output.extend([BEGINS, '[']);
        output.push_str(&name);
        output.push_str(&address);
    }
    output
}

/// The words of a text in Markdown, one after the other.
pub(super) fn words_said(markdown: &str) -> String {
    let mut output = what_is_said(markdown);
    output.retain(|letter| letter != BEGINS && letter != ENDS);
    output.replace(PARAGRAPH, "\n")
}

/// The words of a heading in Markdown.
pub(super) fn heading_said(title: &str) -> String {
    let heading = format!("# {title}");
    let text = |event| match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        _ => None,
    };
    Parser::new(&heading).filter_map(text).map(|text| text.to_string()).collect()
}

fn line_ends(output: &mut String, sign: char) {
    output.truncate(output.trim_end_matches(' ').len());
    output.push(sign);
}

fn words(output: &mut String, text: &str) {
    for letter in text.chars() {
        // Space at the start of a line, and more than one, says nothing.
        let is_space = |it: char| it == ' ' || it == '\t';
        if !is_space(letter) {
            output.push(letter);
        } else if !output.ends_with([' ', '\n', BEGINS, PARAGRAPH]) && !output.is_empty() {
            output.push(' ');
        }
    }
}

fn name(tag: &Tag<'_>) -> String {
    match tag {
        Tag::Heading { level, .. } => format!("h{}", *level as u8),
        Tag::BlockQuote(_) => ">".to_owned(),
        Tag::CodeBlock(CodeBlockKind::Fenced(language)) => format!("```{language}"),
        Tag::CodeBlock(CodeBlockKind::Indented) => "```".to_owned(),
        Tag::List(Some(number)) => format!("{number}."),
        Tag::List(None) => "-".to_owned(),
        Tag::Item => "*".to_owned(),
        Tag::Emphasis => "_".to_owned(),
        Tag::Strong => "__".to_owned(),
        Tag::Strikethrough => "~".to_owned(),
        Tag::Link { dest_url, title, .. } => format!("[{dest_url} {title}]"),
        Tag::Image { dest_url, title, .. } => format!("![{dest_url} {title}]"),
        _ => "|".to_owned(),
    }
}
