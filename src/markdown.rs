//! A note's text as HTML, in two ways. Readers type plain text in which Markdown may stand. The page
//! shows a little of it, and all else as it was typed ([`formatted`]); where notes leave the page for
//! a word processor, all of CommonMark counts, with strikethrough ([`note_html`]). Either way no
//! markup of theirs passes through, nothing is loaded from elsewhere, and links lead to web and mail
//! addresses only.
//!
//! <https://spec.commonmark.org/0.31.2/>

mod on_page;

pub use on_page::{TAG_CLASS, formatted, literal_signs};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// Renders a note's text. The outcome has no other elements than those of paragraphs, lists,
/// quotations, code, emphasis, links and line breaks.
pub fn note_html(text: &str) -> String {
    // Readers mean the line breaks that they type.
    rendered(text, Options::ENABLE_STRIKETHROUGH, Event::HardBreak)
}

/// Renders a text of the host in the same way, but that its lines run on, and that formulas between
/// dollar signs stay as they were written.
pub fn host_html(text: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    // The ends of lines between elements would be text to whoever quotes the page. Of the text itself
    // no `<` and no `>` is left.
    rendered(text, options, Event::SoftBreak).replace(">\n<", "><").trim_end().to_owned()
}

fn rendered(text: &str, options: Options, line_break: Event<'static>) -> String {
    let text = clean(text);
    let mut cleaner = Cleaner::default();
    let mut output = String::new();
    let events = Parser::new_ext(&text, options).flat_map(|event| match event {
        Event::SoftBreak => vec![line_break.clone()],
        other => cleaner.clean(other),
    });
    html::push_html(&mut output, events);
    output
}

/// A text with one kind of line break, and without what HTML has no way to say.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|letter| match letter {
            '\r' => '\n',
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => '\u{fffd}',
            letter => letter,
        })
        .collect()
}

/// Turns what must not stand in the HTML into what may.
#[derive(Default)]
struct Cleaner {
    /// For each link that is open: whether it is written.
    links: Vec<bool>,
}

impl Cleaner {
    fn clean<'text>(&mut self, event: Event<'text>) -> Vec<Event<'text>> {
        match event {
            Event::Html(text) | Event::InlineHtml(text) => vec![Event::Text(text)],
            Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
            Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
            // A heading within a note would stand among those of the page.
            Event::Start(Tag::Heading { .. }) => {
                vec![Event::Start(Tag::Paragraph), Event::Start(Tag::Strong)]
            }
            Event::End(TagEnd::Heading(_)) => {
                vec![Event::End(TagEnd::Strong), Event::End(TagEnd::Paragraph)]
            }
            // A picture would be loaded from elsewhere; its description and a link do not.
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                self.open_link(dest_url)
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.close_link(),
            Event::Start(Tag::CodeBlock(_)) => {
                vec![Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))]
            }
            Event::InlineMath(formula) => vec![Event::Text(format!("${formula}$").into())],
            Event::DisplayMath(formula) => vec![Event::Text(format!("$${formula}$$").into())],
            other => vec![other],
        }
    }

    fn open_link<'text>(&mut self, address: CowStr<'text>) -> Vec<Event<'text>> {
        // A picture may stand in a link, but HTML has no link within a link.
        let is_written = !self.links.contains(&true) && is_harmless(&address);
        self.links.push(is_written);
        if !is_written {
            return Vec::new();
        }
        vec![Event::Start(Tag::Link {
            link_type: pulldown_cmark::LinkType::Inline,
            dest_url: address,
            title: "".into(),
            id: "".into(),
        })]
    }

    fn close_link<'text>(&mut self) -> Vec<Event<'text>> {
        match self.links.pop() {
            Some(true) => vec![Event::End(TagEnd::Link)],
            _ => Vec::new(),
        }
    }
}

/// Whether an address may be a link: none that could run something or name a file.
pub fn is_harmless(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// A text as it stands in HTML, between tags and in attributes.
pub fn escaped(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => output.push_str("&amp;"),
            '<' => output.push_str("&lt;"),
            '>' => output.push_str("&gt;"),
            '"' => output.push_str("&quot;"),
            '\'' => output.push_str("&#39;"),
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => {
                output.push('\u{fffd}');
            }
            letter => output.push(letter),
        }
    }
    output
}
