//! The wasm target and the pinned Rust tools. Tools are never put into the user's own
//! `~/.cargo/bin`, where another project may need another version.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::process::{self, say};
use crate::project;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// How the tools are compiled: they work for seconds at a time, so that a quick build of them is worth
/// more than quick tools. Their own profiles take three times as long.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// Makes sure that Rust can compile for the browser.
pub(super) fn wasm_target() -> Result<(), Failure> {
    // Asking the compiler, not rustup, also serves a Rust that came from elsewhere.
    let library_folder = process::answer(process::command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]));
    if library_folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    if process::find_on_path("rustup").is_none() {
        return Err(Failure::new(
            format!(
                "This Rust cannot compile for the browser: its target `{WASM_TARGET}` is missing."
            ),
            "Install Rust by rustup (https://rustup.rs), or the package that brings this target \
             to your Rust, and call the command again.",
        ));
    }
    say(format!(
        "adding the Rust target {WASM_TARGET}, by which the page's code is compiled for the browser"
    ));
    process::run(process::command("rustup").args(["target", "add", WASM_TARGET]))
}

/// A crate whose programs are used in exactly one version.
struct PinnedTool {
    crate_name: &'static str,
    /// Its name in the cache folder, without the version.
    folder_name: &'static str,
    version: String,
    programs: &'static [&'static str],
    purpose: &'static str,
    /// Whether the crate's own lock file is kept to when it is built.
    locked: bool,
}

/// Makes sure of the pinned Trunk. The folder, if any, belongs on PATH.
pub(super) fn trunk() -> Result<Option<PathBuf>, Failure> {
    pinned(&PinnedTool {
        crate_name: "trunk",
        folder_name: "trunk",
        version: project::TRUNK_VERSION.to_owned(),
        programs: &["trunk"],
        purpose: "which builds and serves the page",
        locked: true,
    })
}

/// Makes sure of the pinned wasm-bindgen. The folder, if any, belongs on PATH.
pub(super) fn wasm_bindgen() -> Result<Option<PathBuf>, Failure> {
    pinned(&PinnedTool {
        crate_name: "wasm-bindgen-cli",
        folder_name: "wasm-bindgen",
        version: project::pinned_versions()?.wasm_bindgen,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        purpose: "which joins the page's wasm to JavaScript",
        // Its lock file may name versions that the registry does not hold.
        locked: false,
    })
}

fn pinned(tool: &PinnedTool) -> Result<Option<PathBuf>, Failure> {
    if tool.is_right(process::find_on_path) {
        return Ok(None);
    }
    let cache = project::tool_cache()?;
    let home = cache.join(format!("{}-{}", tool.folder_name, tool.version));
    let programs = home.join("bin");
    if tool.is_right_in(&programs) {
        return Ok(Some(programs));
    }

    fs::create_dir_all(&cache).map_err(|error| not_writable(&cache, &error))?;
    let lock = lock_against_other_clones(tool, &cache)?;
    // Another clone may have brought it while this one waited.
    if !tool.is_right_in(&programs) {
        say(format!(
            "getting {} {}, {}; it is kept in {} for every clone",
            tool.crate_name,
            tool.version,
            tool.purpose,
            home.display()
        ));
        // Installed beside its place and moved there once whole: an interrupted installation is
        // never taken for a good one, and goes on where it stopped.
        let passing = cache.join(format!("{}-{}.partial", tool.folder_name, tool.version));
        let installed = passing.join("installed");
        fs::create_dir_all(&installed).map_err(|error| not_writable(&installed, &error))?;
        install(tool, &installed, &passing.join("target"))?;
        move_into_place(tool, &installed, &home)?;
        // It only takes up room; when it cannot be removed, the tool works all the same.
        let _ = fs::remove_dir_all(&passing);
    }
    drop(lock);
    Ok(Some(programs))
}

/// Two clones must not install the same tool at once. The system gives the lock back when this
/// program ends, however it ends.
fn lock_against_other_clones(tool: &PinnedTool, cache: &Path) -> Result<File, Failure> {
    let path = cache.join(format!("{}-{}.lock", tool.folder_name, tool.version));
    let lock = File::create(&path).map_err(|error| not_writable(&path, &error))?;
    if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
        say(format!("waiting for another clone, which is getting {} just now", tool.crate_name));
        // A file system without locks is used without them.
        let _ = lock.lock();
    }
    Ok(lock)
}

impl PinnedTool {
    fn is_right(&self, find: impl Fn(&str) -> Option<PathBuf>) -> bool {
        self.programs.iter().all(|name| {
            find(name)
                .and_then(|program| process::version_of(&program))
                .is_some_and(|version| version == self.version)
        })
    }

    fn is_right_in(&self, folder: &Path) -> bool {
        self.is_right(|name| {
            let program = folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
            program.is_file().then_some(program)
        })
    }
}

fn install(tool: &PinnedTool, destination: &Path, build_folder: &Path) -> Result<(), Failure> {
    if download(tool, destination) {
        return Ok(());
    }
    say("building it from source: this takes a few minutes, once on this machine");
    let mut cargo = tool_cargo(destination);
    cargo
        .args(["install", tool.crate_name, "--version", &tool.version])
        // What they could fetch themselves is got by these commands, so they need no TLS.
        .arg("--no-default-features")
        .arg("--root")
        .arg(destination)
        .env("CARGO_TARGET_DIR", build_folder)
        .envs(QUICK_PROFILE);
    if tool.locked {
        cargo.arg("--locked");
    }
    process::run(&mut cargo).map_err(|_| {
        Failure::new(
            format!(
                "{} {} could not be built; without it the page cannot be.",
                tool.crate_name, tool.version
            ),
            format!(
                "What went wrong stands above: often the network, or a C compiler that is \
                 missing. Call the command again, or put {} {} on PATH yourself.",
                tool.programs.join(" and "),
                tool.version
            ),
        )
    })
}

/// Tries for a ready-made tool. Where that does not work, building it still does, so a failure
/// here is only told.
fn download(tool: &PinnedTool, destination: &Path) -> bool {
    if process::answer(tool_cargo(destination).args(["binstall", "-V"])).is_none() {
        return false;
    }
    say("downloading it ready-made by cargo binstall");
    let mut cargo = tool_cargo(destination);
    cargo
        .args(["binstall", "--no-confirm", "--disable-strategies", "compile"])
        .arg("--root")
        .arg(destination)
        .arg(format!("{}@{}", tool.crate_name, tool.version));
    if process::run(&mut cargo).is_ok() && tool.is_right_in(&destination.join("bin")) {
        return true;
    }
    say("cargo binstall did not bring a tool that works here");
    false
}

/// Cargo for installing: what was set for the project's own code must not reach the tool's.
fn tool_cargo(folder: &Path) -> Command {
    let mut cargo = process::cargo();
    cargo.current_dir(folder);
    for name in [
        "CARGO_BUILD_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
        "CARGO_BUILD_TARGET_DIR",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_INSTALL_ROOT",
        "CARGO_TARGET_DIR",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUSTFLAGS",
    ] {
        cargo.env_remove(name);
    }
    cargo
}

fn move_into_place(tool: &PinnedTool, installed: &Path, home: &Path) -> Result<(), Failure> {
    if !tool.is_right_in(&installed.join("bin")) {
        return Err(Failure::new(
            format!(
                "{} was installed, but does not say that it is version {}.",
                tool.crate_name, tool.version
            ),
            format!(
                "It may not run on this system. Put {} {} on PATH yourself, and call the command \
                 again.",
                tool.programs.join(" and "),
                tool.version
            ),
        ));
    }
    if home.exists() {
        // What stands here did not say that it is the right version, so it is broken.
        fs::remove_dir_all(home).map_err(|error| not_writable(home, &error))?;
    }
    fs::rename(installed, home).map_err(|error| not_writable(home, &error))
}

fn not_writable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("`{}` could not be written: {error}.", path.display()),
        "Make room or give yourself the right to write there, and call the command again.",
    )
}
