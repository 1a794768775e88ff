//! The program of a start page by which events are found. The page loads it once nobody waits for anything
//! (`src/early/start.js`).

use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Runs once the program is there.
#[wasm_bindgen(start)]
pub fn start() {
    marginalia::events::program::begin();
}

fn main() {}
