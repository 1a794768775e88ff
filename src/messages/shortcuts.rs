//! What readers see of shortcuts.

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
