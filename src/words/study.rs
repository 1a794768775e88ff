//! What readers see of shortcuts, of the sheet with a theme's notes, of quotations, and at the first
//! visit.

/// The title of the list of shortcuts, and the button that shows it.
pub const SHORTCUTS: &str = "Keyboard shortcuts";

/// The shortcuts: the key, and what it does.
pub const KEYS: [(&str, &str); 7] = [
    ("?", "Show these shortcuts"),
    ("/", "Search your notes"),
    ("n", "Write a new note on the theme in view"),
    ("j", "Go to the next theme"),
    ("k", "Go to the theme before"),
    ("e", "Edit the nearest note on the theme in view"),
    ("q", "Quote the selected words in a note"),
];

/// Below that list.
pub const KEYS_WHILE_TYPING: &str = "While you type, none of them is a shortcut. In a text box, \
                                     Ctrl+Enter (Cmd+Enter on Apple’s keyboards) adds your note.";

/// The choice whether there are shortcuts.
pub const USE_SHORTCUTS: &str = "Use keyboard shortcuts";

/// The button that closes a dialog, or the sheet with a theme's notes.
pub const CLOSE: &str = "Close";

/// What is told at the first visit.
pub const HINT: &str = "Write a note on any theme. It stays in this browser, and you can take it \
                        with you.";

/// The button that lets this go for good.
pub const HINT_SEEN: &str = "Got it";

/// The button at words that are selected in a theme.
pub const QUOTE: &str = "Quote in a note";

/// Leads from a note to the words that it quotes.
pub const SHOW_IN_TEXT: &str = "Show in the text";

/// Of a quotation that was found again, though not word by word.
pub const TEXT_CHANGED: &str = "The text has changed since you quoted it.";

/// Of a quotation that was not found again.
pub const NO_LONGER_THERE: &str = "No longer in the text. Your quotation is kept as it was.";
