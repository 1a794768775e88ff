//! The page's programs in a build: names that hold their hash, small JavaScript, and both of them
//! in one script for the page that is a single file. Native, at build time.
//!
//! Trunk builds two programs, the one that starts with the page and the one that takes notes home,
//! and names only the first by a hash. What minifies and bundles is esbuild, because Trunk's own
//! minifier does not understand what wasm-bindgen writes.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest as _, Sha256};

/// The second program's files as Trunk names them.
const SECOND: &str = "take_home";

/// Why the programs could not be made ready.
#[derive(Debug)]
pub enum ProgramsError {
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// The build holds no program of this name.
    Missing(&'static str),
    /// esbuild could not be started.
    NoEsbuild(io::Error),
    /// esbuild refused the file.
    Refused(PathBuf, String),
}

impl fmt::Display for ProgramsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(formatter, "`{}`: {error}", path.display()),
            Self::Missing(name) => write!(formatter, "the build holds no `{name}`"),
            Self::NoEsbuild(error) => write!(
                formatter,
                "esbuild could not be started ({error}): build by `cargo xtask build`, which gets it"
            ),
            Self::Refused(path, reason) => {
                write!(formatter, "esbuild refused `{}`: {reason}", path.display())
            }
        }
    }
}

impl std::error::Error for ProgramsError {}

/// Gives the second program's files in a folder of the build names that hold their hash, and where
/// asked makes the JavaScript of both small. Tells the second program's address.
///
/// # Errors
/// [`ProgramsError`] where a program is missing or a step fails.
pub fn settle(folder: &Path, minified: bool) -> Result<String, ProgramsError> {
    let script = folder.join(format!("{SECOND}.js"));
    let wasm = folder.join(format!("{SECOND}_bg.wasm"));
    let code = read(&wasm)?;
    let wasm_name = format!("{SECOND}-{}_bg.wasm", hash(&code));
    write(&folder.join(&wasm_name), &code)?;
    remove(&wasm)?;
    let text =
        String::from_utf8_lossy(&read(&script)?).replace(&format!("{SECOND}_bg.wasm"), &wasm_name);
    write(&script, text.as_bytes())?;
    if minified {
        minify(&script)?;
        minify(&start_file(folder, ".js")?)?;
    }
    let text = read(&script)?;
    let name = format!("{SECOND}-{}.js", hash(&text));
    write(&folder.join(&name), &text)?;
    remove(&script)?;
    Ok(format!("./{name}"))
}

/// Both programs, script and wasm, as one script that loads nothing.
///
/// # Errors
/// [`ProgramsError`] where a program is missing or a step fails.
pub fn bundle(folder: &Path, second: &str) -> Result<String, ProgramsError> {
    let start_script = start_file(folder, ".js")?;
    let start_wasm = start_file(folder, "_bg.wasm")?;
    let second_script = folder.join(second);
    let second_wasm = named(folder, &format!("{SECOND}-"), "_bg.wasm")
        .ok_or(ProgramsError::Missing("take_home_bg.wasm"))?;
    let shown = |path: &Path| format!("{:?}", path.to_string_lossy());
    // The second program's bytes are unpacked only when it is first asked for.
    let entry = format!(
        "import init from {};import wasm from {};\
         globalThis.marginalia={{load:()=>Promise.all([import({}),import({})])\
         .then(([it,wasm])=>it.default({{module_or_path:wasm.default}}))}};\
         await init({{module_or_path:wasm}});",
        shown(&start_script),
        shown(&start_wasm),
        shown(&second_script),
        shown(&second_wasm),
    );
    let entry_file = folder.join("single-file-entry.mjs");
    let bundle_file = folder.join("single-file-bundle.mjs");
    write(&entry_file, entry.as_bytes())?;
    esbuild(&entry_file, &bundle_file, &["--bundle", "--loader:.wasm=binary", "--charset=utf8"])?;
    let bundle = read(&bundle_file)?;
    remove(&entry_file)?;
    remove(&bundle_file)?;
    Ok(String::from_utf8_lossy(&bundle).into_owned())
}

fn minify(script: &Path) -> Result<(), ProgramsError> {
    esbuild(script, script, &["--allow-overwrite"])
}

fn esbuild(from: &Path, to: &Path, options: &[&str]) -> Result<(), ProgramsError> {
    let program = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };
    let output = Command::new(program)
        .arg(from)
        .arg(format!("--outfile={}", to.display()))
        .args(["--minify", "--format=esm", "--log-level=warning"])
        .args(options)
        .output()
        .map_err(ProgramsError::NoEsbuild)?;
    if output.status.success() {
        return Ok(());
    }
    let reason = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(ProgramsError::Refused(from.to_owned(), reason))
}

fn start_file(folder: &Path, ending: &'static str) -> Result<PathBuf, ProgramsError> {
    named(folder, "marginalia", ending).ok_or(ProgramsError::Missing("marginalia"))
}

fn named(folder: &Path, beginning: &str, ending: &str) -> Option<PathBuf> {
    let files = fs::read_dir(folder).ok()?;
    files.filter_map(Result::ok).map(|file| file.path()).find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(beginning) && name.ends_with(ending)
    })
}

/// Enough of a hash to tell one build from the next.
fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn read(path: &Path) -> Result<Vec<u8>, ProgramsError> {
    fs::read(path).map_err(|error| ProgramsError::File(path.to_owned(), error))
}

fn write(path: &Path, content: &[u8]) -> Result<(), ProgramsError> {
    fs::write(path, content).map_err(|error| ProgramsError::File(path.to_owned(), error))
}

fn remove(path: &Path) -> Result<(), ProgramsError> {
    fs::remove_file(path).map_err(|error| ProgramsError::File(path.to_owned(), error))
}
