//! The page's programs in a build: names that hold their hash, small JavaScript, and all of them in
//! one script for the page that is a single file. Native, at build time.
//!
//! esbuild minifies and bundles: Trunk's own minifier does not understand what wasm-bindgen writes.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The program that keeps and shows notes. The early script starts it.
pub const NOTES_PROGRAM: &str = "marginalia";

/// The program for the programme of an event, which pages without a time of day do not need.
pub const PROGRAMME_PROGRAM: &str = "programme";

/// The programs that are asked for when they are needed.
pub const LATER_PROGRAMS: [&str; 4] = ["markdown", "search", PROGRAMME_PROGRAM, "transfer"];

/// The program by which events are found on the start page of a site.
pub const EVENTS_PROGRAM: &str = "events";

/// The program of the page with the notes on all events.
pub const ALL_NOTES_PROGRAM: &str = "all_notes";

/// The programs of pages that are none of an event. Each such page names its own; those of events know
/// nothing of them.
pub const SITE_PROGRAMS: [&str; 2] = [ALL_NOTES_PROGRAM, EVENTS_PROGRAM];

/// How wasm-bindgen begins names that end in a hash, and how many digits that has.
const HASHED_NAMES: [&[u8]; 2] = [b"__wb", b"wasm_bindgen_"];
const HASH_LENGTH: usize = 16;

const SETTINGS_SCRIPT: &str = include_str!("../early/settings.js");
const COPYING_SCRIPT: &str = include_str!("../early/copying.js");
const PROGRAMME_SCRIPT: &str = include_str!("../early/programme.js");
const START_SCRIPT: &str = include_str!("../early/start.js");
const ALL_NOTES_SCRIPT: &str = include_str!("../early/all_notes.js");
const SITE_STYLE: &str =
    concat!(include_str!("../../style/site.css"), include_str!("../../style/all_notes.css"));
/// What nobody waits for: the style of what the program shows, and of the page on paper.
const LATER_STYLE: &str = concat!(
    include_str!("../../style/note.css"),
    include_str!("../../style/note_list.css"),
    include_str!("../../style/quotations.css"),
    include_str!("../../style/sheet.css"),
    include_str!("../../style/my_notes.css"),
    include_str!("../../style/safekeeping.css"),
    include_str!("../../style/dialog.css"),
    include_str!("../../style/shortcuts.css"),
    include_str!("../../style/transfer.css"),
    include_str!("../../style/print.css"),
);
const EARLY_SCRIPT: &str = include_str!("../early/early.js");
const OFFLINE_SCRIPT: &str = include_str!("../early/offline.js");
const WORKER_SCRIPT: &str = include_str!("../early/worker.js");

/// A program of a build, by the addresses of its two files, relative to the root of the site.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Program {
    /// Its name, by which it is asked for.
    pub name: String,
    /// What wasm-bindgen wrote.
    pub script: String,
    /// The program itself.
    pub wasm: String,
}

impl Program {
    /// Whether pages of events know nothing of it.
    pub fn is_of_site(&self) -> bool {
        SITE_PROGRAMS.contains(&&*self.name)
    }

    /// The names of its files.
    pub fn files(&self) -> [&str; 2] {
        [&self.script, &self.wasm].map(|address| address.strip_prefix("./").unwrap_or(address))
    }
}

/// The scripts that stand in the page itself, and the one of its worker.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct PageScripts {
    /// Runs before the first paint.
    pub settings: String,
    /// Puts texts on the clipboard.
    pub copying: String,
    /// Runs before the first box of the page.
    pub early: String,
    /// Runs at the end of a page on which a time of day stands.
    pub programme: String,
    /// Runs behind the list of a start page.
    pub start: String,
    /// Runs on the page with the notes on all events.
    pub all_notes: String,
    /// Runs at the end of a page of a site that is kept for reading without a network.
    pub offline: String,
    /// The service worker, which keeps it.
    pub worker: String,
}

impl PageScripts {
    /// All of them.
    pub(super) fn all(&self) -> [&str; 7] {
        let Self { settings, copying, early, programme, start, all_notes, offline, worker: _ } =
            self;
        [settings, copying, early, programme, start, all_notes, offline]
    }
}

/// Why the programs could not be made ready.
#[derive(Debug)]
pub enum ProgramsError {
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// esbuild could not be started.
    NoEsbuild(io::Error),
    /// esbuild refused a script.
    Refused(String, String),
}

impl fmt::Display for ProgramsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(formatter, "`{}`: {error}", path.display()),
            Self::NoEsbuild(error) => write!(
                formatter,
                "esbuild could not be started ({error}): build by `cargo xtask build`, which gets it"
            ),
            Self::Refused(script, reason) => {
                write!(formatter, "esbuild refused {script}: {reason}")
            }
        }
    }
}

impl std::error::Error for ProgramsError {}

/// Gives the files of all programs names that hold their hash, in a folder of a build, and where
/// asked makes their JavaScript small. [`NOTES_PROGRAM`] comes first.
///
/// # Errors
/// [`ProgramsError`] where a program is missing or a step fails.
pub fn settle(folder: &Path, minified: bool) -> Result<Vec<Program>, ProgramsError> {
    [NOTES_PROGRAM]
        .into_iter()
        .chain(LATER_PROGRAMS)
        .chain(SITE_PROGRAMS)
        .map(|name| settle_one(folder, name, minified))
        .collect()
}

fn settle_one(folder: &Path, name: &str, minified: bool) -> Result<Program, ProgramsError> {
    let script_file = folder.join(format!("{name}.js"));
    let wasm_file = folder.join(format!("{name}_bg.wasm"));
    let mut script = read(&script_file)?;
    if minified {
        script = esbuild(folder, &script_file.display().to_string(), &script, &["--format=esm"])?;
    }
    let mut wasm = read(&wasm_file)?;
    shorten_hashes(&mut script, &mut wasm);
    // One hash for both, since neither fits another one's counterpart.
    let hash = hash(&[&script, &wasm]);
    let program = Program {
        name: name.to_owned(),
        script: format!("./{name}-{hash}.js"),
        wasm: format!("./{name}-{hash}_bg.wasm"),
    };
    write(&folder.join(&program.script), &script)?;
    write(&folder.join(&program.wasm), &wasm)?;
    remove(&script_file)?;
    remove(&wasm_file)?;
    Ok(program)
}

/// Puts numbers in the place of the hashes in the names by which a wasm and its script know each other's
/// functions: `__wbg_get_b3ed3ad4be2bc8ac`. All that matters is that names differ, and hashes are what
/// compresses least. The numbers are as long, so that nothing else in the wasm moves.
fn shorten_hashes(script: &mut [u8], wasm: &mut [u8]) {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut known: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    let mut numbers: BTreeMap<Vec<u8>, String> = BTreeMap::new();
    for word in script.split(|byte| !is_part(byte)) {
        let is_shared = HASHED_NAMES.iter().any(|start| word.starts_with(start));
        let Some((start, hash)) = word.split_last_chunk::<HASH_LENGTH>().filter(|_| is_shared)
        else {
            continue;
        };
        if hash.iter().all(u8::is_ascii_hexdigit) {
            numbers.entry(hash.to_vec()).or_insert_with(|| {
                let number = known.entry(start.to_vec()).or_default();
                *number += 1;
                format!("{number:0HASH_LENGTH$}")
            });
        }
    }
    for text in [script, wasm] {
        for place in 0..text.len().saturating_sub(HASH_LENGTH - 1) {
            let hash = &mut text[place..place + HASH_LENGTH];
            if let Some(number) = numbers.get(hash) {
                hash.copy_from_slice(number.as_bytes());
            }
        }
    }
}

/// The scripts of the page itself, small where asked.
///
/// # Errors
/// [`ProgramsError`] where esbuild fails.
pub fn page_scripts(minified: bool) -> Result<PageScripts, ProgramsError> {
    let script = |name: &str, text: &str| {
        if !minified {
            return Ok(text.to_owned());
        }
        let small = esbuild(Path::new("."), name, text.as_bytes(), &["--target=es2021"])?;
        Ok(String::from_utf8_lossy(&small).trim_end().to_owned())
    };
    Ok(PageScripts {
        settings: script("settings.js", SETTINGS_SCRIPT)?,
        copying: script("copying.js", COPYING_SCRIPT)?,
        early: script("early.js", EARLY_SCRIPT)?,
        programme: script("programme.js", PROGRAMME_SCRIPT)?,
        start: script("start.js", START_SCRIPT)?,
        all_notes: script("all_notes.js", ALL_NOTES_SCRIPT)?,
        offline: script("offline.js", OFFLINE_SCRIPT)?,
        worker: script("worker.js", WORKER_SCRIPT)?,
    })
}

/// The style that only a site of several events has, small where asked.
///
/// # Errors
/// [`ProgramsError`] where esbuild fails.
pub fn site_style(minified: bool) -> Result<String, ProgramsError> {
    style("site.css", SITE_STYLE, minified)
}

/// The style of what the program shows, and of the page on paper, small where asked.
///
/// # Errors
/// [`ProgramsError`] where esbuild fails.
pub fn later_style(minified: bool) -> Result<String, ProgramsError> {
    style("later.css", LATER_STYLE, minified)
}

fn style(name: &str, text: &str, minified: bool) -> Result<String, ProgramsError> {
    if !minified {
        return Ok(text.to_owned());
    }
    let small = esbuild(Path::new("."), name, text.as_bytes(), &["--loader=css"])?;
    Ok(String::from_utf8_lossy(&small).trim_end().to_owned())
}

/// All programs as one script that loads nothing: it hands the early script, instead of addresses, a
/// function for each that starts it.
///
/// # Errors
/// [`ProgramsError`] where esbuild fails.
pub fn bundle(folder: &Path, programs: &[Program]) -> Result<String, ProgramsError> {
    let mut entry = "globalThis.marginaliaPrograms = {\n".to_owned();
    for Program { name, script, wasm } in programs {
        // Imported when it is asked for: only then are its bytes unpacked.
        entry += &format!(
            "{name}: async () => {{
                const [program, wasm] = await Promise.all([
                    import({script:?}), import({wasm:?}), marginaliaWords(),
                ]);
                await program.default({{ module_or_path: wasm.default }});
                return program;
            }},\n"
        );
    }
    entry += "};";
    let options = [
        "--bundle",
        "--format=iife",
        "--loader:.wasm=binary",
        "--charset=utf8",
        // wasm-bindgen's scripts ask for their own address only where they are handed no bytes.
        "--define:import.meta.url=\"\"",
    ];
    let bundle = esbuild(folder, "the single file's script", entry.as_bytes(), &options)?;
    Ok(String::from_utf8_lossy(&bundle).trim_end().to_owned())
}

/// Makes a script small. What it imports is looked for in `folder`.
pub(super) fn esbuild(
    folder: &Path,
    name: &str,
    script: &[u8],
    options: &[&str],
) -> Result<Vec<u8>, ProgramsError> {
    let program = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };
    let mut esbuild = Command::new(program)
        .args(["--minify", "--log-level=warning"])
        .args(options)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(ProgramsError::NoEsbuild)?;
    let written = esbuild.stdin.take().map_or(Ok(()), |mut input| input.write_all(script));
    let output = esbuild.wait_with_output().map_err(ProgramsError::NoEsbuild)?;
    let refused = |reason: String| ProgramsError::Refused(name.to_owned(), reason);
    if !output.status.success() {
        return Err(refused(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    written.map_err(|error| refused(error.to_string()))?;
    Ok(output.stdout)
}

/// Enough of a hash to tell one build from the next.
pub(super) fn hash(contents: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for content in contents {
        hash.update(content);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
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
