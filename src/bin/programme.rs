//! The page's program for the programme of an event: the clock, and the reader's choice. The page loads
//! it where a time of day stands on it (`src/early/programme.js`).

use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Runs once the program is there.
#[wasm_bindgen(start)]
pub fn start() {
    marginalia::programme::program::begin();
}

fn main() {}
