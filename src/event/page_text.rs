//! The text of the page, in which programs beyond it find the place of a note.

use serde::{Deserialize, Serialize};

use super::ThemeId;

/// The text of the page as it was built, without anybody's notes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageText {
    /// The text of `<body>`.
    pub text: String,
    /// Where the heading of each theme begins in it, in Unicode code points from 0.
    pub headings: Vec<(ThemeId, usize)>,
}
