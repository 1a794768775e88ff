//! Notes as their Markdown means them: by a program of its own (`src/bin/markdown.rs`), which is
//! loaded with the first text that may need it.

use std::ops::Range;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;

use super::early;
use crate::notebook::markup::may_hold_markup;
use crate::notebook::search::pieces;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type MarkdownProgram;

    #[wasm_bindgen(method)]
    fn formatted(this: &MarkdownProgram, text: &str) -> Option<String>;
}

/// The program, as far as it is there.
#[derive(Clone)]
enum Program {
    /// Nothing has needed it yet, or it did not arrive.
    Absent,
    Loading,
    Loaded(MarkdownProgram),
}

/// A text as it is shown.
#[derive(Default, PartialEq)]
pub struct Shown {
    /// What stands on the page.
    pub html: String,
    /// Whether that is what its Markdown means, and not what was typed.
    pub is_formatted: bool,
}

/// What turns Markdown into HTML.
#[derive(Clone, Copy)]
pub struct Markdown {
    program: RwSignal<Program, LocalStorage>,
}

impl Default for Markdown {
    fn default() -> Self {
        Self { program: RwSignal::new_local(Program::Absent) }
    }
}

impl Markdown {
    /// A text as its Markdown means it; as it was typed where that is wanted, or where hits of a search
    /// are to be marked in it. Who asks is woken when the program is there.
    pub fn shown(self, text: &str, hits: &[Range<usize>], as_typed: bool) -> Shown {
        let is_typed = as_typed || !hits.is_empty();
        let formatted = if is_typed { None } else { self.formatted(text) };
        Shown {
            is_formatted: formatted.is_some(),
            html: formatted.unwrap_or_else(|| marked(text, hits)),
        }
    }

    /// A text as HTML; `None` where it is shown as it was typed: because there is no more in
    /// it, or while the program is not there.
    fn formatted(self, text: &str) -> Option<String> {
        if !may_hold_markup(text) {
            return None;
        }
        match self.program.get() {
            Program::Loaded(program) => program.formatted(text),
            Program::Loading => None,
            Program::Absent => {
                self.load();
                None
            }
        }
    }

    fn load(self) {
        // Told to nobody: it is as if the program were absent still.
        self.program.update_untracked(|program| *program = Program::Loading);
        spawn_local(async move {
            match early::load("markdown").await {
                Ok(program) => self.program.set(Program::Loaded(program.unchecked_into())),
                // The next text that needs it tries again.
                Err(_) => self.program.update_untracked(|program| *program = Program::Absent),
            }
        });
    }
}

/// A text as HTML, its hits marked.
fn marked(text: &str, hits: &[Range<usize>]) -> String {
    let html = |(piece, is_hit)| {
        let words = html_escape::encode_text(piece);
        if is_hit { format!("<mark>{words}</mark>") } else { words.into_owned() }
    };
    pieces(text, hits).into_iter().map(html).collect()
}
