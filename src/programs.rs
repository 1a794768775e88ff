//! The page's programs in a build: names that hold their hash, small JavaScript, and all of them
//! in one script for the page that is a single file. Native, at build time.
//!
//! Trunk builds three programs: the one that starts with the page, the one for reading and writing
//! with ease, and the one that takes notes home. It names only the first by a hash. What minifies and
//! bundles is esbuild, because Trunk's own minifier does not understand what wasm-bindgen writes.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest as _, Sha256};

mod short_names;

/// A program that is loaded only when it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaterProgram {
    /// The name by which it is asked for, in the page and by the program that starts.
    pub name: &'static str,
    /// Its files as Trunk names them.
    files: &'static str,
}

/// Every program that is loaded later.
pub const LATER_PROGRAMS: [LaterProgram; 2] = [
    LaterProgram { name: "study", files: "study" },
    LaterProgram { name: "take-home", files: "take_home" },
];

/// Stands in the page's script for [`LOADER`].
pub const LOADER_PLACE: &str = "LOADER";

/// Makes the object by which the programs know one another, of a function that opens a program by its
/// name. Each is loaded once, and again only where that failed. The first key or press of the reader
/// loads the program for reading and writing, and is kept for it, since it may be a shortcut; where a
/// press became a click before that program was there, the click is kept. Where it did not arrive, the
/// next click tries again.
pub const LOADER: &str = "(open=>{const loading={},page={load:name=>loading[name]??=open(name)\
.catch(error=>{delete loading[name];throw error})};\
for(const type of[\"keydown\",\"pointerdown\",\"click\"])addEventListener(type,event=>{page.first=event;\
page.load(\"study\").catch(()=>{})},{capture:true,once:type!=\"click\"});return page})";

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
    /// A program and its script do not belong together.
    Mismatch(PathBuf),
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
            Self::Mismatch(path) => {
                write!(formatter, "`{}` does not fit the wasm beside it", path.display())
            }
        }
    }
}

impl std::error::Error for ProgramsError {}

/// Gives the files of the programs that are loaded later names that hold their hash, in a folder of
/// the build, and where asked makes the JavaScript of all small. Tells their addresses, in the order
/// of [`LATER_PROGRAMS`].
///
/// # Errors
/// [`ProgramsError`] where a program is missing or a step fails.
pub fn settle(folder: &Path, minified: bool) -> Result<Vec<String>, ProgramsError> {
    if minified {
        minify(&start_file(folder, ".js")?, &start_file(folder, "_bg.wasm")?)?;
    }
    LATER_PROGRAMS.iter().map(|program| settle_one(folder, program.files, minified)).collect()
}

fn settle_one(folder: &Path, files: &str, minified: bool) -> Result<String, ProgramsError> {
    let script = folder.join(format!("{files}.js"));
    let wasm = folder.join(format!("{files}_bg.wasm"));
    if minified {
        minify(&script, &wasm)?;
    }
    let code = read(&wasm)?;
    let wasm_name = format!("{files}-{}_bg.wasm", hash(&code));
    write(&folder.join(&wasm_name), &code)?;
    remove(&wasm)?;
    let text =
        String::from_utf8_lossy(&read(&script)?).replace(&format!("{files}_bg.wasm"), &wasm_name);
    let name = format!("{files}-{}.js", hash(text.as_bytes()));
    write(&folder.join(&name), text.as_bytes())?;
    remove(&script)?;
    Ok(format!("./{name}"))
}

/// All programs, script and wasm, as one script that loads nothing. `later` are the addresses that
/// [`settle`] told.
///
/// # Errors
/// [`ProgramsError`] where a program is missing or a step fails.
pub fn bundle(folder: &Path, later: &[String]) -> Result<String, ProgramsError> {
    let shown = |path: &Path| format!("{:?}", path.to_string_lossy());
    // Their bytes are unpacked only when they are first asked for.
    let mut openers = String::new();
    for (LaterProgram { name, files }, script) in LATER_PROGRAMS.iter().zip(later) {
        let wasm =
            named(folder, &format!("{files}-"), "_bg.wasm").ok_or(ProgramsError::Missing(files))?;
        openers += &format!(
            "{name:?}:()=>Promise.all([import({}),import({})]),",
            shown(&folder.join(script)),
            shown(&wasm)
        );
    }
    let entry = format!(
        "import init from {};import wasm from {};const programs={{{openers}}};\
         globalThis.marginalia={LOADER}(name=>programs[name]()\
         .then(([it,wasm])=>it.default({{module_or_path:wasm.default}})));\
         await init({{module_or_path:wasm}});",
        shown(&start_file(folder, ".js")?),
        shown(&start_file(folder, "_bg.wasm")?),
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

/// Makes a program's script small, and gives both of them short names for one another.
fn minify(script: &Path, wasm: &Path) -> Result<(), ProgramsError> {
    esbuild(script, script, &["--allow-overwrite"])?;
    let text = String::from_utf8_lossy(&read(script)?).into_owned();
    let (code, text) = short_names::shortened(&read(wasm)?, &text)
        .ok_or_else(|| ProgramsError::Mismatch(script.to_owned()))?;
    write(wasm, &code)?;
    write(script, text.as_bytes())
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
