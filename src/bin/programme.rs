//! The page's program for the programme of an event: the clock, and the reader's choice. The page loads
//! it where a time of day stands on it (`src/early/programme.js`).

use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Runs once the program is there.
#[wasm_bindgen(start)]
pub fn start() {
    marginalia::programme::program::begin(now);
}

#[expect(clippy::disallowed_methods, reason = "this is where the program gets its clock")]
fn now() -> f64 {
    js_sys::Date::now()
}

fn main() {}
