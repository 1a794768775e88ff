//! The host's texts without their Markdown: calendars and search engines show the signs of emphasis
//! and links as they are typed. `pulldown-cmark` reads them, as it does for the page.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::event::Text;

/// What becomes of the address of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Addresses {
    /// It stands behind the words that lead to it: nothing can be clicked there.
    Shown,
    /// It is left out.
    LeftOut,
}

/// A text as plain text, with an empty line between paragraphs.
pub(super) fn plain_text(text: &Text, addresses: Addresses) -> String {
    let texts = text.as_slice().iter().map(|text| plain(text, addresses));
    texts.collect::<Vec<_>>().join("\n\n")
}

fn plain(text: &str, addresses: Addresses) -> String {
    // With formulas told apart, no sign within them is taken for one of Markdown's.
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    let mut writer = Writer::new(addresses);
    for event in Parser::new_ext(text, options) {
        writer.take(event);
    }
    writer.output.trim_end().to_owned()
}

struct Writer {
    addresses: Addresses,
    output: String,
    /// For each list that is open: the number of its next item, where it counts.
    lists: Vec<Option<u64>>,
    /// For each link that is open: its address, and where its words begin.
    links: Vec<(String, usize)>,
    /// Whether an item has begun whose words are still to come.
    at_item: bool,
}

impl Writer {
    fn new(addresses: Addresses) -> Self {
        Self { addresses, output: String::new(), lists: vec![], links: vec![], at_item: false }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text)
            | Event::Code(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::FootnoteReference(text) => self.write(&text),
            Event::InlineMath(formula) => self.write(&format!("${formula}$")),
            Event::DisplayMath(formula) => self.write(&format!("$${formula}$$")),
            Event::SoftBreak | Event::HardBreak => self.output.push('\n'),
            Event::Rule => self.begin_block(),
            Event::TaskListMarker(_) => {}
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
        }
    }

    fn write(&mut self, text: &str) {
        self.at_item = false;
        self.output.push_str(text);
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.begin_block();
                self.lists.push(first);
            }
            Tag::Item => self.begin_item(),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push((dest_url.into_string(), self.output.len()));
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            _ => self.begin_block(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link | TagEnd::Image => {
                let Some((address, start)) = self.links.pop() else { return };
                let words = &self.output[start..];
                let is_said = words == address || address.ends_with(&format!(":{words}"));
                if self.addresses == Addresses::Shown && !is_said {
                    self.output.push_str(&format!(" ({address})"));
                }
            }
            _ => {}
        }
    }

    /// An empty line before whatever is not the first; within lists, a line of its own.
    fn begin_block(&mut self) {
        if self.at_item {
            return;
        }
        let written = self.output.trim_end_matches('\n').len();
        self.output.truncate(written);
        if written > 0 {
            self.output.push_str(if self.lists.is_empty() { "\n\n" } else { "\n" });
        }
    }

    fn begin_item(&mut self) {
        let is_first = self.output.is_empty() || self.output.ends_with('\n');
        if !is_first {
            self.output.push('\n');
        }
        self.output.push_str(&"  ".repeat(self.lists.len().saturating_sub(1)));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.output.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.output.push_str("- "),
        }
        self.at_item = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_of_markdown_is_left_and_no_word_is_lost() {
        for (text, expected) in [
            ("One *two* **three** ~~four~~ `five`.", "One two three four five."),
            ("Two\nlines", "Two\nlines"),
            ("One\n\nTwo", "One\n\nTwo"),
            ("# Heading\n\nText", "Heading\n\nText"),
            ("> Said", "Said"),
            ("Before:\n\n- one\n- *two*\n\nafter", "Before:\n\n- one\n- two\n\nafter"),
            ("3. three\n4. four", "3. three\n4. four"),
            ("- one\n  - two\n- three", "- one\n  - two\n- three"),
            ("- one\n\n- two", "- one\n- two"),
            ("```sh\ngit add .\n```\n\nDone.", "git add .\n\nDone."),
            ("![A chart](https://example.org/a.png)", "A chart"),
            ("<b>bold</b> &amp; \\*", "<b>bold</b> & *"),
            ("Is $a_1 * b_2 * \\#c$ so? $$\\le_*$$", "Is $a_1 * b_2 * \\#c$ so? $$\\le_*$$"),
            ("It costs $5 or $6.", "It costs $5 or $6."),
        ] {
            let text = Text::One(text.to_owned());
            assert_eq!(plain_text(&text, Addresses::LeftOut), expected);
        }
        let several = Text::Many(vec!["*One*".to_owned(), "Two".to_owned()]);
        assert_eq!(plain_text(&several, Addresses::LeftOut), "One\n\nTwo");
    }

    #[test]
    fn the_address_of_a_link_stands_behind_its_words_where_it_is_asked_for() {
        for (text, shown, left_out) in [
            ("See [this](https://a.example/).", "See this (https://a.example/).", "See this."),
            ("<https://a.example/>", "https://a.example/", "https://a.example/"),
            ("<a@b.example>", "a@b.example", "a@b.example"),
            ("[a@b.example](mailto:a@b.example)", "a@b.example", "a@b.example"),
        ] {
            let text = Text::One(text.to_owned());
            assert_eq!(plain_text(&text, Addresses::Shown), shown);
            assert_eq!(plain_text(&text, Addresses::LeftOut), left_out);
        }
    }
}
