//! The web programs, the style and the template that this program has inside.

use std::borrow::Cow;

use marginalia::publishing::shell::Shell;
use rust_embed::RustEmbed;

use crate::failure::Failure;

/// What `cargo xtask bundle` made, in the folder that the variable names; without it nothing is inside.
#[derive(RustEmbed)]
#[folder = "$MARGINALIA_SHELL"]
#[allow_missing = true]
struct Inside;

/// The shell that is inside this program.
pub(crate) fn built_in() -> Result<Shell, Failure> {
    Shell::read(&|name| Inside::get(name).map(|file| Cow::Owned(file.data.into_owned()))).map_err(
        |error| {
            Failure::new(format!(
                "This program was made without the programs for browsers ({error}), so it can check \
                 files and cannot make pages. Make it by `cargo xtask bundle`, or get it where it is \
                 released."
            ))
        },
    )
}
