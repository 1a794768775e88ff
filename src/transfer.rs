//! What leaves the page and what comes into it: as files, on the clipboard, as links, on paper.
//!
//! The [`program`] for it is loaded when a reader first asks for any of that. It holds no notes and
//! stores none: with each call it gets all that it needs ([`request`]), and the changes that it
//! wants are made by the reader's parts, who alone hold the notebook (`src/reader/transfer.rs`).
//! Whatever goes wrong here goes wrong beside the notes.

#[cfg(feature = "transfer")]
pub mod program;
pub mod request;
