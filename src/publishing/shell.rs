//! What the pages of all events share: the template with the style, the scripts of the page and the
//! programs. It is made once, by a build of the programs ([`Shell::of_build`]), and pages are made of it
//! then, by whoever holds it: the build itself, and the host's program, which has it inside
//! ([`Shell::read`]). Native, at build time.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::compressed::{self, BEST_QUALITY};
use super::programs::{self, PROGRAMME_PROGRAM, PageScripts, Program, ProgramsError};
use super::words::Words;

/// The picture that browsers show for the page. A host's own, in `public`, takes its place.
pub const ICON: &str = "favicon.svg";

/// The file that tells what the shell's other files are.
const INDEX: &str = "shell.json";

/// What the pages of all events share.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The template, with the style in it.
    pub template: String,
    /// The style that no page waits for: that of what the program shows, and of the page on paper.
    pub later_style: String,
    /// What the style has beside that in a site of several events.
    pub site_style: String,
    /// The scripts that stand in pages.
    pub scripts: PageScripts,
    /// The sentences of the interface for the browser.
    pub words: Words,
    /// The programs, the one that keeps notes first.
    pub programs: Vec<Program>,
    /// All programs in one script, for a page that is one file; `None` where it was not asked for.
    pub bundles: Option<Bundles>,
    /// The files of the programs and of the sentences, and the icon, by their names; of a shell that was
    /// written also their compressed forms.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// The programs in one script each, for pages with a programme and for pages without.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Bundles {
    /// With the program for the programme.
    pub with_programme: String,
    /// Without it.
    pub without_programme: String,
}

/// What is written of a shell beside its files.
#[derive(Deserialize, Serialize)]
struct Index {
    template: String,
    later_style: String,
    site_style: String,
    scripts: PageScripts,
    words: Words,
    programs: Vec<Program>,
    bundles: Option<Bundles>,
}

/// Why there is no shell.
#[derive(Debug)]
pub enum ShellError {
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// The programs could not be made ready.
    Programs(ProgramsError),
    /// A file of the shell is missing, or does not fit the others.
    Missing(String),
}

impl fmt::Display for ShellError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(formatter, "`{}`: {error}", path.display()),
            Self::Programs(error) => error.fmt(formatter),
            Self::Missing(name) => {
                write!(formatter, "`{name}` is missing among the files of the web programs")
            }
        }
    }
}

impl std::error::Error for ShellError {}

impl From<ProgramsError> for ShellError {
    fn from(error: ProgramsError) -> Self {
        Self::Programs(error)
    }
}

impl Shell {
    /// Takes the shell out of the folder of a build by Trunk. Afterwards nothing of it is there, but for
    /// the files of the programs under names that hold their hash. `is_release` makes scripts small,
    /// `with_bundles` makes the scripts for pages that are one file.
    ///
    /// # Errors
    /// [`ShellError`] where a file is missing or a program cannot be made ready.
    pub fn of_build(
        folder: &Path,
        is_release: bool,
        with_bundles: bool,
    ) -> Result<Self, ShellError> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(|error| ShellError::File(path, error))
        };
        let template = String::from_utf8_lossy(&read("index.html")?).into_owned();
        let programs = programs::settle(folder, is_release)?;
        let scripts = programs::page_scripts(is_release)?;
        let later_style = programs::later_style(is_release)?;
        let site_style = programs::site_style(is_release)?;
        let words = Words::make()?;
        let bundles = with_bundles.then(|| bundles(folder, &programs, &words)).transpose()?;
        let mut files = BTreeMap::new();
        for name in programs.iter().flat_map(Program::files).chain([ICON]) {
            files.insert(name.to_owned(), read(name)?.into());
        }
        for (name, script) in words.files() {
            files.insert(name, script.as_bytes().to_owned().into());
        }
        Ok(Self { template, later_style, site_style, scripts, words, programs, bundles, files })
    }

    /// Writes the shell into a folder of its own, which is made.
    ///
    /// # Errors
    /// [`ShellError::File`] where that is not possible.
    pub fn write(&self, folder: &Path) -> Result<(), ShellError> {
        let write = |name: &str, content: &[u8]| {
            let path = folder.join(name);
            fs::write(&path, content).map_err(|error| ShellError::File(path, error))
        };
        if folder.exists() {
            // What an earlier build left there would go into the host's program as well.
            fs::remove_dir_all(folder)
                .map_err(|error| ShellError::File(folder.to_owned(), error))?;
        }
        fs::create_dir_all(folder).map_err(|error| ShellError::File(folder.to_owned(), error))?;
        let Self { template, later_style, site_style, scripts, words, programs, bundles, files } =
            self.clone();
        let index = Index { template, later_style, site_style, scripts, words, programs, bundles };
        let index = serde_json::to_vec(&index)
            .map_err(|error| ShellError::File(folder.join(INDEX), error.into()))?;
        for (name, content) in &files {
            write(name, content)?;
            for (name, form) in compressed::forms(name, content, Some(BEST_QUALITY)) {
                write(&name, &form)?;
            }
        }
        write(INDEX, &index)
    }

    /// Reads a shell that was written. `read` tells what the file of a name holds, where there is one.
    ///
    /// # Errors
    /// [`ShellError::Missing`] where a file is not there or not as it was written.
    pub fn read(read: &dyn Fn(&str) -> Option<Cow<'static, [u8]>>) -> Result<Self, ShellError> {
        let find = |name: &str| read(name).ok_or_else(|| ShellError::Missing(name.to_owned()));
        let Index { template, later_style, site_style, scripts, words, programs, bundles } =
            serde_json::from_slice(&find(INDEX)?)
                .map_err(|_| ShellError::Missing(INDEX.to_owned()))?;
        let mut files = BTreeMap::new();
        let of_words = words.files().map(|(name, _)| name);
        let of_programs = programs.iter().flat_map(Program::files).chain([ICON]);
        for name in of_programs.map(str::to_owned).chain(of_words) {
            files.insert(name.clone(), find(&name)?);
            for ending in compressed::FORMS {
                let name = format!("{name}.{ending}");
                if let Some(form) = read(&name) {
                    files.insert(name, form);
                }
            }
        }
        Ok(Self { template, later_style, site_style, scripts, words, programs, bundles, files })
    }
}

fn bundles(folder: &Path, programs: &[Program], words: &Words) -> Result<Bundles, ProgramsError> {
    let with: Vec<Program> = programs.iter().filter(|it| !it.is_of_site()).cloned().collect();
    let without: Vec<Program> =
        with.iter().filter(|it| it.name != PROGRAMME_PROGRAM).cloned().collect();
    Ok(Bundles {
        with_programme: words.bundle() + &programs::bundle(folder, &with)?,
        without_programme: words.bundle() + &programs::bundle(folder, &without)?,
    })
}
