//! The page's program for Markdown. It is loaded with the first text that may need it
//! (`src/reader/markdown.rs`).

use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A note's text as HTML; `undefined` where it can be shown as it was typed.
#[wasm_bindgen]
pub fn formatted(text: &str) -> Option<String> {
    marginalia::markdown::formatted(text)
}

fn main() {}
