//! What hosts write in texts and readers would not see as it is meant: HTML, Markdown where a text is
//! shown as it stands, and roles that are nearly known. All of it passes, with a warning.

use super::faults::FaultKind;
use super::nearest::nearest;
use crate::event::Role;

/// Elements that hosts put around words.
const ELEMENTS: [&str; 30] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
];

/// A role that is written nearly like one that is known.
pub(super) fn role(text: &str) -> Option<FaultKind> {
    let role = Role::from(text.trim().to_owned());
    let Role::Other(role) = role else { return None };
    let word = role.to_lowercase();
    let meant = nearest(&word, Role::KNOWN.iter().map(Role::name))?;
    Some(FaultKind::RoleNearlyKnown { role, meant })
}

/// HTML in a text, or Markdown in a plain one.
pub(super) fn marks(text: &str, is_plain: bool) -> Option<FaultKind> {
    if let Some(tag) = tag(text) {
        return Some(FaultKind::Html(tag.to_owned()));
    }
    let markdown = is_plain.then(|| markdown(text)).flatten();
    markdown.map(|marks| FaultKind::Markdown(marks.to_owned()))
}

/// The first tag of HTML.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(start, _)| {
        let inner = &text[start + 1..];
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        let end = inner.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let is_element = ELEMENTS.iter().any(|it| it.eq_ignore_ascii_case(&inner[..end]));
        let behind = &inner[end..];
        let close = behind.find('>')?;
        let is_tag =
            is_element && behind.starts_with([' ', '/', '>']) && !behind[..close].contains('<');
        is_tag.then(|| &text[start..text.len() - behind.len() + close + 1])
    })
}

/// The first marks of Markdown: a pair around words, or a link.
fn markdown(text: &str) -> Option<&str> {
    for mark in ["**", "__"] {
        let mut pieces = text.match_indices(mark).map(|(at, _)| at);
        if let (Some(start), Some(end)) = (pieces.next(), pieces.next())
            && end > start + mark.len()
        {
            return text.get(start..end + mark.len());
        }
    }
    let middle = text.find("](http")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')?;
    text.get(start..=end)
}
