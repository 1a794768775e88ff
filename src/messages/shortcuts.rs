//! What readers see of shortcuts.

use super::Phrase;
pub use super::sentences::shortcuts::*;

/// The shortcuts: the key, and what it does.
pub const KEYS: [(&str, Phrase); 7] = [
    ("?", KEY_HELP),
    ("/", KEY_SEARCH),
    ("n", KEY_NEW),
    ("j", KEY_NEXT),
    ("k", KEY_BEFORE),
    ("e", KEY_EDIT),
    ("q", KEY_QUOTE),
];
