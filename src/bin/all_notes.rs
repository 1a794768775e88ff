//! The program of the page with the notes on all events of a site. That page loads it at once
//! (`src/early/all_notes.js`).

use marginalia::all_notes::program;
use marginalia::notebook::Timestamp;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Begins to show what this browser holds. Takes the list of the site's events, where it could be loaded.
#[wasm_bindgen]
pub fn begin(events: Option<String>) {
    program::begin(events.as_deref(), now);
}

#[expect(clippy::disallowed_methods, reason = "this is where the program gets its clock")]
fn now() -> Timestamp {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    Timestamp::parse(&now).unwrap_or_else(|_| Timestamp::epoch())
}

fn main() {}
