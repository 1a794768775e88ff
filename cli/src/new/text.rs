//! Texts of a source in the form that an event file takes: one line, or paragraphs in Markdown.

use super::html;

/// A text on one line, without marks of HTML; nothing where nothing is left.
pub(super) fn line(text: &str) -> Option<String> {
    match html::is_html(text) {
        true => plain_line(&html::plain(text)),
        false => plain_line(text),
    }
}

/// A text that is surely plain on one line; nothing where there is none.
pub(super) fn plain_line(text: &str) -> Option<String> {
    let spaced = text.chars().map(|it| if it.is_control() { ' ' } else { it });
    // Letters that nobody sees would stand in the file and puzzle whoever edits it.
    let words: String = spaced.filter(|it| !is_unseen(*it)).collect();
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn without_controls(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.chars().filter(|it| *it == '\n' || !it.is_control() && !is_unseen(*it)).collect()
}

/// The paragraphs of a text that is plain, or HTML: each line of a plain text is one, but for lists.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    if html::is_html(text) {
        return html::paragraphs(text);
    }
    let text = without_controls(text);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut in_list = false;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            in_list = false;
            continue;
        }
        let (mark, rest) = list_mark(line);
        let written = format!("{mark}{}", escaped(rest));
        match paragraphs.last_mut() {
            Some(last) if in_list && !mark.is_empty() => {
                last.push('\n');
                last.push_str(&written);
            }
            _ => paragraphs.push(written),
        }
        in_list = !mark.is_empty();
    }
    paragraphs
}

/// The paragraphs of a text that is written in Markdown.
pub(super) fn markdown(text: &str) -> Vec<String> {
    let text = without_controls(text);
    let mut paragraphs = Vec::new();
    let mut current: Vec<&str> = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        let line = line.trim_end();
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        // What is indented goes on with the item of a list above it.
        if line.is_empty() && !in_code {
            if !current.is_empty() {
                paragraphs.push(current.join("\n"));
            }
            current.clear();
        } else {
            current.push(line);
        }
    }
    if !current.is_empty() {
        paragraphs.push(current.join("\n"));
    }
    paragraphs
}

/// What makes a line an item of a list, in the form that Markdown has for it, and the rest.
fn list_mark(line: &str) -> (String, &str) {
    for bullet in ["- ", "* ", "• ", "– "] {
        if let Some(rest) = line.strip_prefix(bullet) {
            return ("- ".to_owned(), rest.trim_start());
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits)
        && let Some(rest) =
            line[digits..].strip_prefix(". ").or_else(|| line[digits..].strip_prefix(") "))
    {
        return (format!("{}. ", &line[..digits]), rest.trim_start());
    }
    (String::new(), line)
}

/// A plain text in which Markdown finds nothing but what stands there.
pub(super) fn escaped(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut escaped = String::with_capacity(text.len());
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|it| letters.get(it));
        let after = letters.get(index + 1);
        let is_word = |it: Option<&char>| it.is_some_and(|it| it.is_alphanumeric());
        let is_space = |it: Option<&char>| it.is_none_or(|it| it.is_whitespace());
        let marks = match letter {
            '\\' => after.is_some_and(char::is_ascii_punctuation),
            '*' | '~' => !(is_space(before) && is_space(after)),
            '`' => true,
            // Within a word, and in an address, it is a letter like others.
            '_' => !(is_word(before) && is_word(after) || is_space(before) && is_space(after)),
            '[' => text.contains("]("),
            '<' => {
                after.is_some_and(|it| it.is_ascii_alphabetic() || matches!(it, '/' | '!' | '?'))
            }
            '&' => {
                after.is_some_and(|it| it.is_ascii_alphabetic() || *it == '#')
                    && letters[index..].iter().take(12).any(|it| *it == ';')
            }
            '>' => index == 0,
            '#' | '+' | '-' => index == 0 && is_space(after),
            '=' => index == 0 && letters.iter().all(|it| *it == '='),
            _ => false,
        };
        if marks {
            escaped.push('\\');
        }
        escaped.push(*letter);
    }
    escaped
}

/// The lines of a text as one, with commas between: a postal address.
pub(super) fn joined_lines(text: &str) -> Option<String> {
    let lines: Vec<String> = text.lines().filter_map(line).collect();
    let lines: Vec<&str> = lines.iter().map(|it| it.trim_end_matches(',')).collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

/// What a link says that has no words of its own: its address without the scheme.
pub(super) fn in_words(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.trim_end_matches('/').to_owned()
}

/// An address that a page can link to; nothing for other texts.
pub(super) fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let after = |scheme: &str| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    };
    let rest = after("https://").or_else(|| after("http://"))?;
    let leads_somewhere = !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
    let is_one = !text.contains(|it: char| it.is_whitespace() || it.is_control() || is_unseen(it));
    (leads_somewhere && is_one).then(|| text.to_owned())
}

/// The address of a mailbox, with its scheme; nothing for other texts.
pub(super) fn mail_address(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = text.get(..7).filter(|it| it.eq_ignore_ascii_case("mailto:"));
    let mailbox = if scheme.is_some() { &text[7..] } else { text };
    let (before, after) = mailbox.split_once('@')?;
    let is_one = !mailbox.contains(|it: char| it.is_whitespace() || it.is_control() || it == '<');
    (!before.is_empty() && after.contains('.') && is_one).then(|| format!("mailto:{mailbox}"))
}

/// The tag of a language, such as `pt-BR`; nothing for other texts.
pub(super) fn language(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let is_language = parts.next().is_some_and(|it| {
        (2..=3).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphabetic())
    });
    let is_tag = parts
        .all(|it| (2..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric()));
    (is_language && is_tag && tag.len() < 36).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::{address, language, line, mail_address, markdown, paragraphs};

    #[test]
    fn plain_text_stays_what_it_is_in_markdown() {
        for (text, expected) in [
            ("One\r\n\r\ntwo\nthree", &["One", "two", "three"][..]),
            ("- a\n* b\n\n• c", &["- a\n- b", "- c"]),
            ("1) a\n2. b", &["1. a\n2. b"]),
            ("*a* `b` snake_case _c_ 2 * 3", &["\\*a\\* \\`b\\` snake_case \\_c\\_ 2 * 3"]),
            ("# no heading", &["\\# no heading"]),
            ("#tag and C:\\temp", &["#tag and C:\\temp"]),
            ("[a](b) <b", &["\\[a](b) \\<b"]),
            (" \n\u{200b}\n", &[]),
        ] {
            assert_eq!(paragraphs(text), expected, "{text}");
        }
        assert_eq!(markdown("a\nb\n\n```\n\nc\n```"), ["a\nb", "```\n\nc\n```"]);
        assert_eq!(line(" a\u{7}\n b\u{ad}c "), Some("a bc".to_owned()));
    }

    #[test]
    fn addresses_and_languages_are_told_from_other_texts() {
        assert!(address("https://example.org/a").is_some());
        for other in [
            "example.org",
            "javascript:x()",
            "https://",
            "https:///a",
            "https://a b",
            "mailto:a@b.c",
        ] {
            assert_eq!(address(other), None, "{other}");
        }
        assert_eq!(mail_address("MAILTO:a@b.org").as_deref(), Some("mailto:a@b.org"));
        assert_eq!(mail_address("urn:uuid:1"), None);
        assert_eq!(language("pt_BR").as_deref(), Some("pt-BR"));
        assert_eq!(language("English"), None);
    }
}
