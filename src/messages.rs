//! Every sentence of the interface: what a reader sees, hears from a screen reader, or finds in
//! what they take home.
//!
//! For whoever words the page anew or translates it. All of it stands below this module and nowhere
//! else in the program; `tests/words.rs` finds what does not. Each sentence is whole, so that it can
//! be turned around: where it holds a name, a number or a time, it is a function that is handed
//! those, and everything that depends on a number (“1 note”, “2 notes”) is decided here.
//!
//! To translate the page, translate
//!
//! - the texts of these files. A sentence that names a button or a heading by its words (“Export…”)
//!   must name it as it is called then; where a text begins or ends with a space, the page needs it;
//! - the text in `<noscript>` and the `lang` of the page in `index.html`, which is a template of HTML
//!   and is there before any program;
//! - the page numbers and the heading of notes in `style/print.css`, where CSS alone can write them.
//!
//! Then turn the tests in `end2end/` to the new names: they find everything on the page by them.
//!
//! Not here, since no reader of the page meets it: what a host reads (`event/file/words.rs`, the
//! programs in `bin/`, the errors of `document.rs` and `programs.rs`), what `published/` writes into
//! its files, the `Display` of errors, which is for developers, and the names of fields, columns and
//! types by which an export is known again when it is read. The words of the event itself are the
//! host's.

pub mod all_notes;
pub mod annotating;
pub mod early;
pub mod event;
pub mod events;
#[cfg(feature = "reader")]
pub mod news;
pub mod notes;
pub mod page;
pub mod programme;
pub mod quotations;
pub mod shortcuts;
pub mod site;
#[cfg(feature = "formats")]
pub mod transfer;
