//! HTML as paragraphs in Markdown, and what a saved page tells about itself. Nothing of HTML reaches an
//! event file: what is no text, a list, emphasis or a link is dropped.

use std::cell::RefCell;
use std::rc::Rc;

use html_escape::decode_html_entities;
use lol_html::html_content::{Element, TextChunk, TextType};
use lol_html::{
    HandlerResult, RewriteStrSettings, doc_text, element, end_tag, rewrite_str, text as text_of,
};

use super::text;

/// Whether a text that may be plain is HTML: only marks that nobody writes otherwise count.
pub(super) fn is_html(text: &str) -> bool {
    const SIGNS: [&str; 16] = [
        "</p>",
        "</a>",
        "</b>",
        "</i>",
        "</em>",
        "</strong>",
        "</li>",
        "</div>",
        "</span>",
        "<br",
        "<p>",
        "<p ",
        "&amp;",
        "&nbsp;",
        "&quot;",
        "&#",
    ];
    let lower = text.to_ascii_lowercase();
    SIGNS.iter().any(|sign| lower.contains(sign))
}

/// The paragraphs of a piece of HTML, in Markdown: emphasis, lists and links stay.
pub(super) fn paragraphs(html: &str) -> Vec<String> {
    walk(html, true)
}

/// The words of a piece of HTML, without any marks.
pub(super) fn plain(html: &str) -> String {
    walk(html, false).join(" ")
}

/// What a saved page tells about itself.
#[derive(Default)]
pub(super) struct Page {
    /// The texts of its scripts that hold linked data.
    pub(super) scripts: Vec<String>,
    pub(super) title: Option<String>,
    /// The address under which it wants to be known.
    pub(super) address: Option<String>,
    /// The name of the site that it is a page of.
    pub(super) site: Option<String>,
}

/// Reads the head of a page and its scripts; nothing where the text cannot be read as HTML at all.
pub(super) fn page(html: &str) -> Option<Page> {
    let page = RefCell::new(Page::default());
    let script = RefCell::new(String::new());
    let title = RefCell::new(String::new());
    let settings = RewriteStrSettings {
        element_content_handlers: vec![
            text_of!("script[type^='application/ld+json' i]", |chunk| {
                script.borrow_mut().push_str(chunk.as_str());
                if chunk.last_in_text_node() {
                    page.borrow_mut().scripts.push(script.take());
                }
                Ok(())
            }),
            text_of!("head > title", |chunk| {
                title.borrow_mut().push_str(chunk.as_str());
                Ok(())
            }),
            element!("link[rel='canonical' i]", |link| {
                page.borrow_mut().address = link.get_attribute("href").and_then(|it| address(&it));
                Ok(())
            }),
            element!("meta[property='og:site_name' i]", |meta| {
                let name = meta.get_attribute("content");
                page.borrow_mut().site = name.and_then(|it| text::line(&decode_html_entities(&it)));
                Ok(())
            }),
        ],
        ..RewriteStrSettings::new()
    };
    rewrite_str(html, settings).ok()?;
    let mut page = page.into_inner();
    page.title = text::line(&decode_html_entities(&title.into_inner()));
    Some(page)
}

/// An address as an attribute holds it.
fn address(attribute: &str) -> Option<String> {
    text::address(&decode_html_entities(attribute))
}

fn walk(html: &str, with_marks: bool) -> Vec<String> {
    let writer = Rc::new(RefCell::new(Writer { with_marks, ..Writer::default() }));
    let settings = RewriteStrSettings {
        element_content_handlers: vec![element!("*", |element| begin(&writer, element))],
        document_content_handlers: vec![doc_text!(|chunk| {
            writer.borrow_mut().text(chunk);
            Ok(())
        })],
        ..RewriteStrSettings::new()
    };
    if rewrite_str(html, settings).is_err() {
        return Vec::new();
    }
    let mut writer = writer.borrow_mut();
    writer.lists.clear();
    writer.end_paragraph();
    std::mem::take(&mut writer.paragraphs)
}

fn begin(writer: &Rc<RefCell<Writer>>, element: &mut Element<'_, '_>) -> HandlerResult {
    let name = element.tag_name();
    let href = element.get_attribute("href");
    writer.borrow_mut().begin(&name, href.as_deref());
    // Elements without content, such as line breaks, have no end.
    if let Some(handlers) = element.end_tag_handlers() {
        let writer = Rc::clone(writer);
        handlers.push(end_tag!(move |_| {
            writer.borrow_mut().end(&name);
            Ok(())
        }));
    }
    Ok(())
}

/// Writes paragraphs while the HTML is read from its beginning to its end.
#[derive(Default)]
struct Writer {
    with_marks: bool,
    paragraphs: Vec<String>,
    current: String,
    /// What was read of a text that comes in pieces.
    pending: String,
    /// The lists around the place that is read; those with numbers hold the last one.
    lists: Vec<Option<u32>>,
    /// Links and emphasis that have begun: the element, where it begins in `current`, its address.
    open: Vec<(String, usize, Option<String>)>,
}

impl Writer {
    fn text(&mut self, chunk: &TextChunk<'_>) {
        // Scripts and styles are no text for readers.
        if chunk.text_type() != TextType::Data {
            return;
        }
        self.pending.push_str(chunk.as_str());
        if chunk.last_in_text_node() {
            let pending = std::mem::take(&mut self.pending);
            self.words(&decode_html_entities(&pending));
        }
    }

    fn words(&mut self, text: &str) {
        let Some(words) = text::plain_line(text) else {
            self.space(text);
            return;
        };
        if text.starts_with(char::is_whitespace) {
            self.space(" ");
        }
        match self.with_marks {
            true => self.current.push_str(&text::escaped(&words)),
            false => self.current.push_str(&words),
        }
        if text.ends_with(char::is_whitespace) {
            self.space(" ");
        }
    }

    fn space(&mut self, text: &str) {
        if !text.is_empty() && !self.current.is_empty() && !self.current.ends_with([' ', '\n']) {
            self.current.push(' ');
        }
    }

    fn begin(&mut self, name: &str, href: Option<&str>) {
        match name {
            "ul" | "ol" => {
                if self.lists.is_empty() {
                    self.end_paragraph();
                }
                self.lists.push((name == "ol").then_some(0));
            }
            "li" => self.begin_item(),
            "br" | "hr" => self.end_block(),
            "a" => self.open.push((name.to_owned(), self.current.len(), href.and_then(address))),
            "b" | "strong" | "i" | "em" => {
                self.open.push((name.to_owned(), self.current.len(), None));
            }
            "td" | "th" => self.space(" "),
            _ if is_block(name) => self.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "ul" | "ol" => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.end_paragraph();
                }
            }
            "a" | "b" | "strong" | "i" | "em" => self.end_marked(name),
            _ if is_block(name) => self.end_block(),
            _ => {}
        }
    }

    fn begin_item(&mut self) {
        self.open.clear();
        if !self.with_marks {
            return self.space(" ");
        }
        let depth = self.lists.len().saturating_sub(1);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{number}. ")
            }
            _ => "- ".to_owned(),
        };
        let kept = self.current.trim_end().len();
        self.current.truncate(kept);
        if !self.current.is_empty() {
            self.current.push('\n');
        }
        // As deep as the text of an item with a number begins, which serves for both kinds.
        self.current.push_str(&"   ".repeat(depth));
        self.current.push_str(&mark);
    }

    /// A block within a list belongs to its item.
    fn end_block(&mut self) {
        match self.lists.is_empty() {
            true => self.end_paragraph(),
            false => self.space(" "),
        }
    }

    fn end_paragraph(&mut self) {
        self.open.clear();
        let paragraph = std::mem::take(&mut self.current);
        let paragraph = paragraph.trim();
        if !paragraph.is_empty() {
            self.paragraphs.push(paragraph.to_owned());
        }
    }

    fn end_marked(&mut self, name: &str) {
        let Some(index) = self.open.iter().rposition(|(it, ..)| it == name) else { return };
        let (_, start, address) = self.open.swap_remove(index);
        self.open.truncate(index);
        if !self.with_marks || start > self.current.len() {
            return;
        }
        let marked = self.current.split_off(start);
        let words = marked.trim();
        let before = &marked[..marked.len() - marked.trim_start().len()];
        let after = &marked[marked.trim_end().len()..];
        let written = match (name, address) {
            _ if words.is_empty() => String::new(),
            ("a", Some(address)) if !words.contains(['[', ']']) => {
                format!("[{words}]({})", address.replace('(', "%28").replace(')', "%29"))
            }
            ("a", _) => words.to_owned(),
            ("b" | "strong", _) => format!("**{words}**"),
            _ => format!("*{words}*"),
        };
        self.current.push_str(&format!("{before}{written}{after}"));
    }
}

/// Elements that stand on lines of their own.
fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 26] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "main",
        "p",
        "section",
        "table",
        "tr",
    ];
    BLOCKS.contains(&name) || name == "pre" || name == "summary"
}

#[cfg(test)]
mod tests {
    use super::{is_html, paragraphs, plain};

    #[test]
    fn html_becomes_paragraphs_in_markdown() {
        for (html, expected) in [
            ("<p>One<p>two", &["One", "two"][..]),
            ("One<br>two<br/><br>three", &["One", "two", "three"]),
            ("<ul><li>a<ul><li>b</li></ul></li><li>c", &["- a\n   - b\n- c"]),
            ("<ol><li><p>a</p></li>\n<li>b</li></ol>c", &["1. a\n2. b", "c"]),
            ("<b> so </b>and <i>so</i>", &["**so** and *so*"]),
            (
                "<a href='javascript:x()'>no</a> <a href=https://example.org/(a)>yes</a>",
                &["no [yes](https://example.org/%28a%29)"],
            ),
            (
                "<p></p><style>p { }</style><script>x()</script><!-- no -->&lt;b&gt; *x*",
                &["\\<b> \\*x\\*"],
            ),
            ("<strong>never closed", &["never closed"]),
            ("</p></ul></b>", &[]),
        ] {
            assert_eq!(paragraphs(html), expected, "{html}");
        }
        assert_eq!(plain("<b>Licht</b> &amp; Wasser"), "Licht & Wasser");
        assert!(is_html("a<BR>b") && !is_html("a < b && c > d"));
    }
}
