//! Notes as their Markdown means them: by a program of its own (`src/bin/markdown.rs`), which is
//! loaded with the first text that may need it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;

use super::early;
use crate::notebook::markup::may_hold_markup;

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
    /// A note's text as HTML; `None` where it is shown as it was typed: because there is no more in
    /// it, or while the program is not there. Who asks is woken when it is.
    pub fn formatted(self, text: &str) -> Option<String> {
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
