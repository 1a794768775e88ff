//! What readers see on notes, and above the list of all of them.

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

/// The link from a note to its theme.
pub const GO_TO_THEME: &str = "Go to theme";
