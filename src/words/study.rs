//! What readers see of shortcuts, of the sheet with a theme's notes, of quotations, at the first visit,
//! on notes, and above the list of all of them.

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
pub const NO_LONGER_THERE: &str = "No longer in the text.";

/// Of the button that shows a note as it was typed, where it is shown as its Markdown means it.
pub const SHOW_SOURCE: &str = "Show source";

/// Of the same button, while the note is shown as it was typed.
pub const SHOW_FORMATTED: &str = "Show formatted";

/// Of the button that lets a note stand before the others.
pub const PIN: &str = "Pin";

/// Of the same button, on a note that does.
pub const UNPIN: &str = "Unpin";

/// On a note that stands before the others.
pub const PINNED: &str = "Pinned";

/// The name of the list of themes.
pub const THEME: &str = "Theme";

/// In the list of themes, where none is chosen.
pub const ALL_THEMES: &str = "All themes";

/// The name of the list of tags.
pub const TAG: &str = "Tag";

/// In the list of tags, where none is chosen.
pub const ALL_TAGS: &str = "All tags";

/// Before the list of orders, and its name.
pub const SORT_BY: &str = "Sort by";

/// In the list of orders: by theme, as the outline has them.
pub const OUTLINE: &str = "Outline";

/// In the list of orders: by when notes were added.
pub const NEWEST: &str = "Newest";

/// In the list of orders: by when notes were changed.
pub const LAST_CHANGED: &str = "Last changed";

/// The name of the one list in which notes stand by another order than the outline's.
pub const NOTES_IN_ORDER: &str = "Notes in order of time";
