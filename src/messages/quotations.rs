//! What readers see of quotations.

/// The button at words that are selected in a theme.
pub const QUOTE: &str = "Quote in a note";

/// Leads from a note to the words that it quotes.
pub const SHOW_IN_TEXT: &str = "Show in the text";

/// Of a quotation that was found again, though not word by word.
pub const TEXT_CHANGED: &str = "The text has changed since you quoted it.";

/// Of a quotation that was not found again.
pub const NO_LONGER_THERE: &str = "No longer in the text.";
