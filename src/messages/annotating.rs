//! What readers see of dialogs, of the sheet with a theme's notes, and at the first visit.

/// The button that closes a dialog, or the sheet with a theme's notes.
pub const CLOSE: &str = "Close";

/// What is told at the first visit.
pub const HINT: &str = "Write a note on any theme. It stays in this browser, and you can take it \
                        with you.";

/// The button that lets this go for good.
pub const HINT_SEEN: &str = "Got it";
