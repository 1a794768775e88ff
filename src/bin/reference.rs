//! Writes what hosts read about the event file, and what their editors do: `docs/event-file.md` and
//! `content/event-file.schema.json`. Both are made of the types in `event` and their comments; a test
//! (`tests/reference.rs`) fails while they are not what these types make.

use std::fs;
use std::io;

use marginalia::event::file::{REFERENCE_FILES, reference_files};

fn main() -> io::Result<()> {
    for (path, text) in REFERENCE_FILES.into_iter().zip(reference_files()) {
        fs::write(path, text)?;
        println!("{path}");
    }
    Ok(())
}
