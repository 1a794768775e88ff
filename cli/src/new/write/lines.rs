//! The lines of an event file, each value written as TOML wants it.

use toml::Value;

/// How wide remarks are, in columns.
const WIDTH: usize = 100;

/// What was written so far.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    pub(super) fn text(self) -> String {
        self.text
    }

    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(super) fn blank(&mut self) {
        self.line("");
    }

    /// A remark, over as many lines as it takes. Whatever a source wrote in it stays a remark.
    pub(super) fn remark(&mut self, text: &str) {
        for line in text.lines() {
            let plain: String =
                line.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
            for line in textwrap::wrap(&plain, WIDTH - 2) {
                self.line(&format!("# {line}"));
            }
        }
    }

    pub(super) fn blank_remark(&mut self) {
        self.line("#");
    }

    /// A line that says of what the next tables are.
    pub(super) fn heading(&mut self, text: &str) {
        self.blank();
        self.blank();
        self.remark(text);
    }

    pub(super) fn table(&mut self, key: &str) {
        self.blank();
        self.line(&format!("[[{key}]]"));
    }

    /// A key with a text.
    pub(super) fn pair(&mut self, key: &str, text: &str) {
        self.line(&format!("{key} = {}", quoted(text)));
    }

    /// A key with a text, where there is one.
    pub(super) fn text_if(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.pair(key, text);
        }
    }

    /// A key with a text, or with what stands there instead.
    pub(super) fn text_or(&mut self, key: &str, text: Option<&str>, otherwise: &str) {
        self.pair(key, text.unwrap_or(otherwise));
    }

    /// A key with paragraphs: a text where it is only one, a list otherwise, and nothing for none.
    pub(super) fn paragraphs(&mut self, key: &str, paragraphs: &[String]) {
        match paragraphs {
            [] => {}
            [only] => self.pair(key, only),
            _ => {
                self.line(&format!("{key} = ["));
                for paragraph in paragraphs {
                    self.line(&format!("    {},", quoted(paragraph)));
                }
                self.line("]");
            }
        }
    }
}

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
