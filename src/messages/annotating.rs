//! What the program of a page says beside its notes.

use super::Phrase;
pub use super::sentences::annotating::*;

/// The colours that a reader may choose: their names in the settings, which stay as they are, and
/// what the list says.
pub const COLOUR_CHOICES: [(&str, Phrase); 4] = [
    ("", COLOURS_SYSTEM),
    ("light", COLOURS_LIGHT),
    ("dark", COLOURS_DARK),
    ("contrast", COLOURS_CONTRAST),
];
