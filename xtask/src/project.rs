//! Where things stand in the project and in the user's cache, and which versions are pinned. It
//! must not create, fetch or start anything.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The folder that holds the workspace.
pub(crate) fn root() -> PathBuf {
    // Cargo names the folder when it runs this program; the compiled-in one serves direct calls.
    let own_folder = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    match own_folder.parent() {
        Some(parent) => parent.to_owned(),
        None => own_folder,
    }
}

/// The built page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The browser tests and their packages.
pub(crate) fn end2end() -> PathBuf {
    root().join("end2end")
}

/// Where cargo puts what it builds, and these commands what they make to be looked at.
pub(crate) fn target() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR")
        .filter(|folder| !folder.is_empty())
        .map_or_else(|| PathBuf::from("target"), PathBuf::from);
    root().join(target)
}

/// What goes into the host's program: the programs for browsers, the style and the template.
pub(crate) fn shell() -> PathBuf {
    target().join("shell")
}

/// The program for hosts.
pub(crate) fn host_program() -> PathBuf {
    target().join("release").join(format!("marginalia{}", env::consts::EXE_SUFFIX))
}

/// The program for hosts as its tests have compiled it.
pub(crate) fn tested_host_program() -> PathBuf {
    target().join("debug").join(format!("marginalia{}", env::consts::EXE_SUFFIX))
}

/// A folder for this program's own passing files.
pub(crate) fn scratch() -> PathBuf {
    target().join("xtask")
}

/// Where tools are kept for every clone: a folder of the user's cache.
pub(crate) fn tool_cache() -> Result<PathBuf, Failure> {
    let variable =
        |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        // The XDG rules tell programs to ignore a relative path.
        variable("XDG_CACHE_HOME")
            .filter(|folder| folder.is_absolute())
            .or_else(|| variable("HOME").map(|home| home.join(".cache")))
    };
    cache.map(|cache| cache.join("marginalia")).ok_or_else(|| {
        Failure::new(
            "There is no cache folder to keep the build tools in, because the environment names \
             no home folder.",
            "Set HOME (on Windows LOCALAPPDATA), and call the command again.",
        )
    })
}

/// The version of Trunk that builds the page.
pub(crate) const TRUNK_VERSION: &str = "0.21.14";

/// The tools that Trunk calls, in the versions that `Trunk.toml` pins.
pub(crate) struct PinnedVersions {
    /// Such as `0.2.130`.
    pub(crate) wasm_bindgen: String,
    /// Such as `132`.
    pub(crate) wasm_opt: String,
}

/// Reads the pinned versions.
pub(crate) fn pinned_versions() -> Result<PinnedVersions, Failure> {
    let path = root().join("Trunk.toml");
    let text = read_text(&path)?;
    versions_in_trunk_toml(&text).map_err(|missing| {
        Failure::new(
            format!("`Trunk.toml` does not pin {missing}, so the right tools cannot be chosen."),
            "Put the line back: `git diff Trunk.toml` shows what has changed.",
        )
    })
}

fn versions_in_trunk_toml(text: &str) -> Result<PinnedVersions, &'static str> {
    let table: toml::Table = text.parse().map_err(|_| "anything, since it is not TOML")?;
    let tool = |name: &str| table.get("tools")?.get(name)?.as_str();
    Ok(PinnedVersions {
        wasm_bindgen: tool("wasm_bindgen").ok_or("`tools.wasm_bindgen`")?.to_owned(),
        wasm_opt: tool("wasm_opt")
            .and_then(|version| version.strip_prefix("version_"))
            .ok_or("`tools.wasm_opt` as `version_…`")?
            .to_owned(),
    })
}

/// Reads a text file of the project.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| {
        Failure::new(
            format!("`{}` could not be read: {error}.", path.display()),
            "Check that the file is there and may be read, and call the command again.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_halves_of_wasm_bindgen_are_pinned_to_one_version() {
        let tool = pinned_versions().expect("Trunk.toml pins its tools").wasm_bindgen;
        let manifest = read_text(&root().join("Cargo.toml")).expect("Cargo.toml");
        let manifest: toml::Table = manifest.parse().expect("Cargo.toml is TOML");
        let library = manifest["dependencies"]["wasm-bindgen"]["version"].as_str();
        assert_eq!(
            library,
            Some(format!("={tool}").as_str()),
            "Cargo.toml pins the library, Trunk.toml the tool: they must be the same version"
        );
    }

    #[test]
    fn npm_brings_the_wasm_opt_that_trunk_asks_for() {
        let tool = pinned_versions().expect("Trunk.toml pins its tools").wasm_opt;
        let package = read_text(&end2end().join("package.json")).expect("package.json");
        let package: serde_json::Value = serde_json::from_str(&package).expect("JSON");
        let binaryen = package["devDependencies"]["binaryen"].as_str();
        assert_eq!(binaryen, Some(format!("{tool}.0.0").as_str()));
    }

    #[test]
    fn a_pin_that_is_missing_is_named() {
        let missing = versions_in_trunk_toml("[tools]\nwasm_bindgen = \"1\"").err();
        assert_eq!(missing, Some("`tools.wasm_opt` as `version_…`"));
    }
}
