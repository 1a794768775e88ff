//! The program for reading and writing with ease: what makes the page pleasant, and without which it
//! works all the same.
//!
//! It dresses what the first program put on the page, and owns none of it: notes stay elements that
//! the first program makes, and whatever is to be stored is told to that one. Where it does not
//! arrive, notes are shown as they were typed. Without Leptos, which would double its size: it has
//! no state that a view would have to follow, since the page itself is its state.

mod contents;
mod hint;
mod motion;
mod notes;
mod page;
mod quoted;
mod quoting;
mod sheet;
mod shortcuts;
mod theme_text;

use crate::later_program::adopt_style;

/// The look of what this program adds. It comes with it, so that the page does not load it at start.
const STYLE: &str =
    concat!(include_str!("../style/dialog.css"), include_str!("../style/study.css"));

/// Begins to dress the page, for as long as it lives.
pub fn begin() {
    adopt_style(STYLE);
    notes::render();
    quoted::begin();
    // Before the sheet: the first Escape lets go of what is offered.
    quoting::begin();
    shortcuts::begin();
    sheet::begin();
    hint::begin();
    contents::follow();
    motion::show_colours();
}
