//! `marginalia new`: begins an event file, empty or from what a host already has.

use crate::command_line::New;
use crate::failure::Failure;

/// Writes the file. One that is there already stays as it is.
pub(crate) fn run(_new: &New) -> Result<(), Failure> {
    Err(Failure::new("Event files cannot be begun yet."))
}
