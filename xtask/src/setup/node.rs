//! Node and the packages of `end2end/`. It must not change what the lock files say: packages come by
//! `npm ci` alone.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::Failure;
use crate::process::{self, say};
use crate::project;

const OLDEST_NODE: u32 = 20;

/// Makes sure of the packages, and tells in which folder their programs stand.
pub(super) fn packages() -> Result<PathBuf, Failure> {
    let end2end = project::end2end();
    let programs = end2end.join("node_modules").join(".bin");
    let are_new = install(
        &end2end,
        "the packages of end2end/ from npm: Playwright for the browser tests, and wasm-opt and \
         esbuild, which make the page's programs small",
    )?;
    if are_new {
        check_wasm_opt(&programs)?;
    }
    Ok(programs)
}

/// Makes sure of the packages of which the pages are built that are measured beside this one.
pub(super) fn peer_packages() -> Result<(), Failure> {
    let peers = project::end2end().join("bench").join("peers");
    install(&peers, "the packages of end2end/bench/peers/ from npm: React and Vite")?;
    Ok(())
}

/// Installs what the lock file of a folder names. Tells whether it was not there yet.
fn install(folder: &Path, what: &str) -> Result<bool, Failure> {
    check_node()?;
    let lock = project::read_text(&folder.join("package-lock.json"))?;
    // npm writes this file last, so it is not there after an installation that was interrupted.
    let installed_list = folder.join("node_modules").join(".package-lock.json");
    let installed = std::fs::read_to_string(installed_list).unwrap_or_default();
    if is_installed(&lock, &installed) {
        return Ok(false);
    }
    say(format!("installing {what}"));
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    // No package needs a script of its own to be run, of which npm would warn.
    let options = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
    process::run(process::command(npm).args(options).current_dir(folder)).map_err(|_| {
        Failure::new(
            format!("The packages of `{}` could not be installed.", folder.display()),
            "What went wrong stands above: often the network. npm comes with Node; where it is \
             a package of its own, install that too. Then call the command again.",
        )
    })?;
    Ok(true)
}

fn check_node() -> Result<(), Failure> {
    let version = process::version_of("node".as_ref()).ok_or_else(|| {
        Failure::new(
            "Node is not installed, or not on PATH. It runs the browser tests and wasm-opt.",
            format!(
                "Install Node {OLDEST_NODE} or newer (https://nodejs.org), open a new terminal, \
                 and call the command again."
            ),
        )
    })?;
    if process::major(&version).is_some_and(|major| major >= OLDEST_NODE) {
        return Ok(());
    }
    Err(Failure::new(
        format!("Node is version {version}, which is too old for wasm-opt and the browser tests."),
        format!("Install Node {OLDEST_NODE} or newer (https://nodejs.org)."),
    ))
}

/// Run once after installing only: it takes a third of a second.
fn check_wasm_opt(programs: &Path) -> Result<(), Failure> {
    let wanted = project::pinned_versions()?.wasm_opt;
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    let found = process::version_of(&programs.join(format!("wasm-opt{suffix}")));
    match found {
        Some(found) if found == wanted => Ok(()),
        found => Err(Failure::new(
            format!(
                "wasm-opt must be version {wanted}, but {}.",
                match found {
                    Some(found) => format!("npm brought version {found}"),
                    None => "the one from npm does not run".to_owned(),
                }
            ),
            "Make `binaryen` in end2end/package.json and `wasm_opt` in Trunk.toml agree: they name \
             the same tool.",
        )),
    }
}

/// Whether all that the lock file names is there in the version it names. Optional packages may
/// be missing, since each is for some systems only; further packages do no harm.
fn is_installed(lock: &str, installed: &str) -> bool {
    let parse = |text| serde_json::from_str::<Value>(text).ok();
    let (Some(lock), Some(installed)) = (parse(lock), parse(installed)) else {
        return false;
    };
    let Some(wanted) = lock["packages"].as_object() else {
        return false;
    };
    wanted
        .iter()
        // The empty name is end2end/ itself.
        .filter(|(name, _)| !name.is_empty())
        .all(|(name, package)| {
            let found = &installed["packages"][name];
            let may_be_missing = package["optional"] == true && found.is_null();
            may_be_missing || found["version"] == package["version"]
        })
}

#[cfg(test)]
mod tests {
    use super::is_installed;

    const LOCK: &str = r#"{"packages":{
        "":{"name":"marginalia-end2end"},
        "node_modules/binaryen":{"version":"132.0.0"},
        "node_modules/fsevents":{"version":"2.3.2","optional":true}
    }}"#;

    #[test]
    fn packages_are_installed_when_each_has_the_version_of_the_lock_file() {
        let installed = r#"{"packages":{"node_modules/binaryen":{"version":"132.0.0"}}}"#;
        assert!(is_installed(LOCK, installed));
    }

    #[test]
    fn a_missing_an_older_or_an_interrupted_installation_is_not_taken_for_a_good_one() {
        for installed in [
            "",
            "{",
            r#"{"packages":{}}"#,
            r#"{"packages":{"node_modules/binaryen":{"version":"131.0.0"}}}"#,
            r#"{"packages":{"node_modules/binaryen":{"version":"132.0.0"},"node_modules/fsevents":{"version":"1.0.0"}}}"#,
        ] {
            assert!(!is_installed(LOCK, installed), "{installed}");
        }
    }
}
