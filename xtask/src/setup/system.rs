//! Programs that the system brings: named by a variable, found on PATH, or installed by apt where that is
//! possible without asking anybody. It must not know which programs or why.

use std::env;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::process::{self, say};

/// The program that a variable names, where it names one.
pub(super) fn chosen_by(variable: &str) -> Result<Option<PathBuf>, Failure> {
    let Some(value) = env::var_os(variable).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let path = PathBuf::from(value);
    if path.is_file() {
        return Ok(Some(path));
    }
    Err(Failure::new(
        format!("{variable} names `{}`, where there is no program.", path.display()),
        format!("Set {variable} to the full path of the program, or unset it to have one found."),
    ))
}

/// How an installation by apt went.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Installed {
    /// The packages are there now.
    Yes,
    /// It was tried in vain; apt has said why.
    Failed,
    /// Not tried: there is no apt, or no right to use it.
    CannotBe,
}

/// Installs packages of Debian, and does nothing on other systems or without the right.
pub(super) fn install_by_apt(packages: &[&str], reason: &str) -> Installed {
    if process::find_on_path("apt-get").is_none() || !is_root() {
        return Installed::CannotBe;
    }
    say(format!("installing {} by apt: {reason}", packages.join(", ")));
    let apt = || {
        let mut command = process::command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let install = ["install", "--yes", "--no-install-recommends"];
    let installed = process::run(apt().arg("update"))
        .and_then(|()| process::run(apt().args(install).args(packages)));
    if installed.is_ok() { Installed::Yes } else { Installed::Failed }
}

fn is_root() -> bool {
    process::answer(process::command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
