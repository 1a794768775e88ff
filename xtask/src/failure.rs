//! The one error of these commands. It is written for the person at the keyboard, so it holds
//! sentences and not causes to match on: nothing here recovers from a failure.

use std::fmt;

/// What went wrong, and what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    remedy: String,
}

impl Failure {
    /// `what` says what happened and what it means, `remedy` what to do next: full sentences both.
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }

    /// As something to be said and left at that.
    pub(crate) fn on_one_line(&self) -> String {
        format!("{} {}", self.what, self.remedy)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error: {}\n{}", self.what, self.remedy)
    }
}
