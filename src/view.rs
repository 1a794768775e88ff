//! The page in parts, one component a file; `style/` has a file of the same name for each.
//!
//! Components show what they are given and hand on what happens. They hold no logic worth a unit
//! test, know no store, and give the same HTML at build time and at the first render.

pub mod built;
pub mod citations;
pub mod contents;
pub mod controls;
pub mod element;
pub mod event_files;
pub mod header;
pub mod in_browser;
pub mod map;
pub mod my_notes;
pub mod new_note;
pub mod note;
pub mod notices;
pub mod outline;
pub mod page;
pub mod people;
pub mod quotation;
pub mod safekeeping;
pub mod sources;
pub mod summary;
pub mod theme;
