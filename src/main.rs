//! The program in the browser: mounts the reader's parts into the page. The early script starts it
//! (`src/early/early.js`), step by step.

use marginalia::reader;
use wasm_bindgen::prelude::*;

/// Rust's own allocator for wasm is five times the code.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Takes a step of the start, by its number from 0, and tells whether there is a further one.
///
/// # Errors
/// What is wrong with the page, for developers.
#[wasm_bindgen(js_name = startStep)]
pub fn start_step(step: u32) -> Result<bool, JsError> {
    Ok(reader::start_step(step)?)
}

fn main() {}
