//! Whether there may be more in a note's text than plain words.
//!
//! [`crate::markdown`] tells what there is. It is heavy and comes with the first text that needs it,
//! so this much is known without it.

/// Whether anything in a text could be Markdown, an address or a tag. Where nothing can, the text is
/// shown as it was typed.
pub fn may_hold_markup(text: &str) -> bool {
    text.contains(['*', '-', '>', '[', '#']) || text.contains("://") || has_numbered_item(text)
}

/// A number with the point that a numbered list has behind it.
fn has_numbered_item(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == b'.')
}
