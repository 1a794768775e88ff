//! What the host reads about colours.

use super::super::faults::FaultKind;
use super::short;
use crate::event::accent::LEAST_CONTRAST;

/// What is wrong, and what it means.
pub(super) fn message(kind: &FaultKind) -> String {
    match kind {
        FaultKind::FaintColour { key, text, contrast, with, .. } => format!(
            "Words in the colour `{text}` would be hard to read: its contrast with `{with}`, which the \
             page has in {} colours, is {contrast} to 1.",
            if *key == "accent_dark" { "dark" } else { "light" }
        ),
        FaultKind::NotAColour { text, .. } => {
            format!("`{}` is not a colour that the page can take.", short(text))
        }
        _ => String::new(),
    }
}

/// How to mend it.
pub(super) fn remedy(kind: &FaultKind) -> String {
    match kind {
        FaultKind::FaintColour { key, nearest, .. } => format!(
            "At least {LEAST_CONTRAST} to 1 is needed. The nearest colour of the same hue that has it: \
             `{key} = \"{nearest}\"`."
        ),
        FaultKind::NotAColour { key, .. } => format!(
            "Write `#` and the six digits that drawing programs and style guides give for it, which may \
             be called “hex”: `{key} = \"#0b5394\"`."
        ),
        _ => String::new(),
    }
}
