//! What a host is told of an event that has a file for each language.

use super::short;

/// Two files hold an event in the same language.
pub(super) fn same(other: &str) -> String {
    format!(
        "`{}` holds the same event in the same language, so one page would take the place of the other.",
        short(other)
    )
}

/// What to do about it.
pub(super) const SAME_REMEDY: &str =
    "Say in each file its own `language`, or take one of them away.";

/// Themes or sessions of an event are in one of two files alone.
pub(super) fn other_themes(file: &str, ids: &[String]) -> String {
    format!(
        "`{}` holds the same event, but other themes or sessions: only one of the two files has {}. \
         Notes that readers take on these do not show on the other page.",
        short(file),
        short(&format!("`{}`", ids.join("`, `")))
    )
}

/// What to do about it.
pub(super) const OTHER_THEMES_REMEDY: &str = "Give what is the same in both files the same `id`. Where it is meant so, nothing is to be done.";
