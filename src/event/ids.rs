//! The ids of things: what notes, addresses and references hang on.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Longest id, in bytes.
pub const LONGEST_ID: usize = 64;

/// Why a text cannot be an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(pub(super) String);

impl fmt::Display for IdError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` is not 1 to {LONGEST_ID} of a-z, 0-9 and -", self.0)
    }
}

impl std::error::Error for IdError {}

pub(super) fn is_id(text: &str) -> bool {
    (1..=LONGEST_ID).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident of $table:literal)*) => {$(
        $(#[$doc])*
        ///
        /// One to 64 of `a-z`, `0-9` and `-`.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "content", schemars(extend(
            "pattern" = "^[a-z0-9-]{1,64}$",
            "x-names" = $table
        )))]
        #[serde(try_from = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in files, keys and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                if is_id(&text) { Ok(Self(text.into())) } else { Err(IdError(text)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names an event: the stem of its file, and part of every key of its notes.
    EventId of ""
    /// Names a person within an event.
    PersonId of "people"
    /// Names a part within an event.
    PartId of "parts"
    /// Names a theme within an event, or a session that takes notes; they hang on it, so it must
    /// not change once published.
    ThemeId of "themes"
    /// Names a source within an event.
    SourceId of "sources"
}
