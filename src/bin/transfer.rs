//! The page's program for what leaves the page and what comes into it. It is loaded when a reader
//! first asks for that (`src/reader/transfer.rs`).

use marginalia::transfer::program::{self, NotebookAccess};
use marginalia::transfer::request::{packed, unpacked};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Runs once the program is there.
#[wasm_bindgen(start)]
pub fn start() {
    marginalia::browser::begin_to_speak();
    marginalia::browser::begin_to_write_days();
}

/// Opens the dialog by which notes are taken home or shared; takes an `ExportRequest`.
#[wasm_bindgen]
pub fn export_notes(request: &str, notebook: NotebookAccess) -> Result<(), JsError> {
    program::export_notes(unpacked(request)?, notebook);
    Ok(())
}

/// Opens the dialog by which notes are brought in; takes `Contents`.
#[wasm_bindgen]
pub fn import_notes(contents: &str, notebook: NotebookAccess) -> Result<(), JsError> {
    program::import_notes(unpacked(contents)?, notebook);
    Ok(())
}

/// Opens the dialog with the notes that the page's address brought along; takes an `OpenRequest`.
#[wasm_bindgen]
pub fn open_shared_notes(request: &str, notebook: NotebookAccess) -> Result<(), JsError> {
    program::open_shared_notes(unpacked(request)?, notebook);
    Ok(())
}

/// All notes for the clipboard; takes `Contents`, and gives `Forms`.
#[wasm_bindgen]
pub fn copy_notes(contents: &str) -> Result<String, JsError> {
    Ok(packed(&program::copy_notes(unpacked(contents)?)))
}

fn main() {}
