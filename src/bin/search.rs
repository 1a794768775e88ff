//! What the page's search folds letters by. It is loaded when a reader first searches or has tags
//! (`src/reader/folding.rs`).

use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The table, for `search::learn`.
#[wasm_bindgen]
pub fn folding() -> String {
    marginalia::notebook::search::FOLDING.to_owned()
}

fn main() {}
