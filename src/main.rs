//! The program in the browser: mounts the reader's parts into the page. The early script starts it
//! (`src/early/early.js`), by the four functions in their order.

use marginalia::reader;
use wasm_bindgen::prelude::wasm_bindgen;

/// Rust's own allocator for wasm is five times the code.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Reads the event and the notes.
///
/// # Errors
/// What is wrong with the page, for developers.
#[wasm_bindgen]
pub fn open() -> Result<(), String> {
    reader::open().map_err(|error| error.to_string())
}

/// Shows the notes on each theme.
#[wasm_bindgen]
pub fn show() {
    reader::show();
}

/// Lists all notes.
#[wasm_bindgen]
pub fn list() {
    reader::list();
}

/// Takes over from the early script.
#[wasm_bindgen(js_name = takeOver)]
pub fn take_over() {
    reader::take_over();
}

fn main() {}
