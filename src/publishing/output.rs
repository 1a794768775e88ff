//! Puts the files of a site into a folder: all of them or none, and without touching what others put
//! there. A list of what was written ([`LIST`]) lies in the folder; by that the next build knows which
//! files are its own. Native.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::site::{Earlier, Found, Made, SiteFiles};

/// The list of the files that were written, in JSON.
pub const LIST: &str = ".marginalia.json";

/// Where new files lie until all of them are there.
const STAGING: &str = ".marginalia-new";

/// What became of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were not there, by their paths.
    pub new: Vec<String>,
    /// Files that held something else.
    pub changed: Vec<String>,
    /// How many files held the same already.
    pub unchanged: usize,
    /// Files of an earlier build that the site does not have any more.
    pub removed: Vec<String>,
}

/// Why a site was not written.
#[derive(Debug)]
pub enum OutputError {
    /// A file could not be read, written or removed.
    File(PathBuf, io::Error),
    /// Files that are not of an earlier build lie where these would go.
    NotOurs(Vec<String>),
}

impl fmt::Display for OutputError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(formatter, "`{}`: {error}", path.display()),
            Self::NotOurs(paths) => {
                write!(formatter, "not of an earlier build: `{}`", paths.join("`, `"))
            }
        }
    }
}

impl std::error::Error for OutputError {}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct List {
    /// The files by their paths from the folder, with `/` between their parts, and the SHA-256 of each.
    files: BTreeMap<String, String>,
    /// What was made of each event, by its id.
    #[serde(default)]
    events: BTreeMap<String, ListedEvent>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
struct ListedEvent {
    key: String,
    paths: Vec<String>,
    #[serde(default)]
    leads_to: BTreeSet<String>,
}

/// What an earlier build wrote into a folder.
#[derive(Clone, Debug)]
pub struct EarlierBuild {
    folder: PathBuf,
    list: List,
    maker: String,
}

impl EarlierBuild {
    /// Looks into a folder. `maker` names the program that makes sites: another one would make other
    /// files.
    ///
    /// # Errors
    /// [`OutputError::File`] where the list of the folder cannot be read.
    pub fn in_folder(folder: &Path, maker: String) -> Result<Self, OutputError> {
        Ok(Self { folder: folder.to_owned(), list: list(folder)?, maker })
    }
}

impl Earlier for EarlierBuild {
    fn find(&self, event: &str, key: &str) -> Option<Found> {
        let listed = self.list.events.get(event).filter(|listed| listed.key == key)?;
        let mut found = Found { leads_to: listed.leads_to.clone(), ..Found::default() };
        for path in &listed.paths {
            let content = fs::read(self.folder.join(path)).ok()?;
            // Somebody may have changed it since.
            let hash = self.list.files.get(path).filter(|known| **known == hash(&content))?;
            found.in_place.insert(path.clone(), hash.clone());
            found.files.insert(path.clone(), content);
        }
        Some(found)
    }

    fn maker(&self) -> &str {
        &self.maker
    }
}

/// Writes a site into a folder, which is made where it is not there. Until all new files lie beside
/// their places nothing is changed; then pages come last, so that what they name is there before them.
///
/// # Errors
/// [`OutputError`]. Where a file could not be written or lies in the way, the folder is as it was before.
pub fn write(folder: &Path, site: &SiteFiles) -> Result<Written, OutputError> {
    let files = &site.files;
    let before = list(folder)?;
    let mut written = Written::default();
    let mut in_the_way = Vec::new();
    let found: Vec<_> = files
        .par_iter()
        .map(|(path, content)| match site.in_place.contains_key(path) {
            true => Ok(Some(true)),
            false => holds(&folder.join(path), content),
        })
        .collect();
    for (path, found) in files.keys().zip(found) {
        match found? {
            Some(true) => written.unchanged += 1,
            Some(false) if before.files.contains_key(path) => written.changed.push(path.clone()),
            Some(false) => in_the_way.push(path.clone()),
            None => written.new.push(path.clone()),
        }
    }
    if !in_the_way.is_empty() {
        return Err(OutputError::NotOurs(in_the_way));
    }
    let mut to_write: Vec<&String> = written.new.iter().chain(&written.changed).collect();
    to_write.sort_by_key(|path| path.contains(".html"));
    let staging = folder.join(STAGING);
    let staged = stage(&staging, &to_write, files);
    if let Err(error) = staged {
        // What it was for is told; that a rest of it stays could not be mended here.
        let _ = fs::remove_dir_all(&staging);
        return Err(error);
    }
    // From here on each file is known as written, even if the machine stops in between.
    let now = List {
        files: files
            .par_iter()
            .map(|(path, content)| {
                let known = site.in_place.get(path).cloned();
                (path.clone(), known.unwrap_or_else(|| hash(content)))
            })
            .collect(),
        events: site.made.iter().map(|(id, made)| (id.clone(), made.into())).collect(),
    };
    let mut all = now.clone();
    for (path, hash) in &before.files {
        all.files.entry(path.clone()).or_insert_with(|| hash.clone());
    }
    put_list(folder, &all)?;
    for path in to_write {
        let place = folder.join(path);
        make_folder_of(&place)?;
        let from = staging.join(path);
        fs::rename(&from, &place).map_err(|error| OutputError::File(place, error))?;
    }
    for path in before.files.into_keys().filter(|path| !files.contains_key(path)) {
        let place = folder.join(&path);
        match fs::remove_file(&place) {
            Ok(()) => written.removed.push(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(OutputError::File(place, error)),
        }
        remove_empty_folders(folder, &place);
    }
    put_list(folder, &now)?;
    // It holds no more than empty folders.
    let _ = fs::remove_dir_all(&staging);
    Ok(written)
}

fn stage(
    staging: &Path,
    paths: &[&String],
    files: &BTreeMap<String, Cow<'static, [u8]>>,
) -> Result<(), OutputError> {
    paths.par_iter().try_for_each(|path| {
        let place = staging.join(path);
        make_folder_of(&place)?;
        let content = files.get(*path).map(|it| &**it).unwrap_or_default();
        fs::write(&place, content).map_err(|error| OutputError::File(place, error))
    })
}

/// Whether a file holds just this; `None` where there is none.
fn holds(place: &Path, content: &[u8]) -> Result<Option<bool>, OutputError> {
    match fs::metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Ok(found) if found.len() != content.len() as u64 => Ok(Some(false)),
        _ => match fs::read(place) {
            Ok(found) => Ok(Some(found == content)),
            Err(error) => Err(OutputError::File(place.to_owned(), error)),
        },
    }
}

fn list(folder: &Path) -> Result<List, OutputError> {
    let place = folder.join(LIST);
    let text = match fs::read(&place) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(List::default()),
        Err(error) => return Err(OutputError::File(place, error)),
    };
    // A list that cannot be read names no file: then nothing is written over, and nothing removed.
    let mut list: List = serde_json::from_slice(&text).unwrap_or_default();
    list.files.retain(|path, _| stays_inside(path));
    list.events.retain(|_, event| event.paths.iter().all(|path| stays_inside(path)));
    Ok(list)
}

/// Whether a path leads to something in its folder. The list lies where anybody may have written to it.
fn stays_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn hash(content: &[u8]) -> String {
    format!("{:x}", Sha256::digest(content))
}

impl From<&Made> for ListedEvent {
    fn from(made: &Made) -> Self {
        let Made { key, paths, leads_to } = made.clone();
        Self { key, paths, leads_to }
    }
}

fn put_list(folder: &Path, list: &List) -> Result<(), OutputError> {
    let place = folder.join(LIST);
    let error = |error| OutputError::File(place.clone(), error);
    let text = serde_json::to_vec_pretty(list).map_err(|it| error(it.into()))?;
    fs::create_dir_all(folder).map_err(error)?;
    fs::write(&place, text).map_err(error)
}

fn make_folder_of(place: &Path) -> Result<(), OutputError> {
    let Some(folder) = place.parent() else { return Ok(()) };
    fs::create_dir_all(folder).map_err(|error| OutputError::File(folder.to_owned(), error))
}

/// Removes the folders of a file that hold nothing any more, up to the site's own.
fn remove_empty_folders(root: &Path, place: &Path) {
    let inner = place.ancestors().skip(1).take_while(|folder| *folder != root);
    for folder in inner {
        // It fails where something is left in the folder.
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("marginalia-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn files(files: &[(&str, &'static str)]) -> SiteFiles {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into()));
        SiteFiles { files: files.collect(), ..SiteFiles::default() }
    }

    fn read(folder: &Path, path: &str) -> Option<String> {
        fs::read_to_string(folder.join(path)).ok()
    }

    #[test]
    fn what_an_earlier_build_wrote_is_brought_up_to_date_and_nothing_else_is_touched() {
        let folder = folder("output");
        let first = files(&[("index.html", "1"), ("a/index.html", "a"), ("b/index.html", "b")]);
        let written = write(&folder, &first).unwrap();
        assert_eq!(written.new.len(), 3);
        fs::write(folder.join("theirs.txt"), "theirs").unwrap();
        fs::write(folder.join("b/theirs.txt"), "theirs").unwrap();
        let second = files(&[("index.html", "2"), ("c/index.html", "c")]);
        let written = write(&folder, &second).unwrap();
        assert_eq!(written.new, ["c/index.html"]);
        assert_eq!(written.changed, ["index.html"]);
        assert_eq!(written.removed, ["a/index.html", "b/index.html"]);
        assert_eq!(read(&folder, "index.html").as_deref(), Some("2"));
        assert_eq!(read(&folder, "b/theirs.txt").as_deref(), Some("theirs"));
        assert!(!folder.join("a").exists(), "an empty folder stays");
        assert!(folder.join("theirs.txt").exists());
        let again = write(&folder, &second).unwrap();
        assert_eq!(again, Written { unchanged: 2, ..Written::default() });
        assert!(!folder.join(STAGING).exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_of_somebody_else_is_never_written_over_and_then_nothing_is_written() {
        let folder = folder("not-ours");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "theirs").unwrap();
        let error = write(&folder, &files(&[("a.txt", "a"), ("index.html", "ours")])).unwrap_err();
        assert!(
            matches!(&error, OutputError::NotOurs(paths) if paths == &["index.html"]),
            "{error}"
        );
        assert_eq!(read(&folder, "index.html").as_deref(), Some("theirs"));
        assert!(!folder.join("a.txt").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn nothing_is_changed_where_one_file_cannot_be_written() {
        let folder = folder("all-or-nothing");
        write(&folder, &files(&[("index.html", "1")])).unwrap();
        // A file stands where a folder would have to be.
        let error = write(&folder, &files(&[("index.html", "2"), ("x", "x"), ("x/y", "y")]));
        assert!(matches!(error, Err(OutputError::File(..))), "{error:?}");
        assert_eq!(read(&folder, "index.html").as_deref(), Some("1"));
        assert!(!folder.join("x").exists());
        assert!(!folder.join(STAGING).exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_list_that_names_files_elsewhere_removes_none_of_them() {
        let folder = folder("elsewhere");
        let site = folder.join("site");
        fs::create_dir_all(&site).unwrap();
        fs::write(folder.join("theirs.txt"), "theirs").unwrap();
        fs::write(site.join(LIST), r#"{"files":{"../theirs.txt":""}}"#).unwrap();
        let written = write(&site, &files(&[("index.html", "1")])).unwrap();
        assert_eq!(written.removed, [] as [&str; 0]);
        assert!(folder.join("theirs.txt").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_was_made_of_an_event_is_found_again_unless_anything_has_changed() {
        let folder = folder("earlier");
        let mut site = files(&[("a/index.html", "a"), ("b/index.html", "b")]);
        let paths = vec!["a/index.html".to_owned()];
        let leads_to = BTreeSet::from(["slides.pdf".to_owned()]);
        let made = Made { key: "1".to_owned(), paths, leads_to: leads_to.clone() };
        site.made.insert("a".to_owned(), made);
        write(&folder, &site).unwrap();
        let find = |event: &str, key: &str| {
            EarlierBuild::in_folder(&folder, String::new()).unwrap().find(event, key)
        };
        let found = find("a", "1").expect("nothing has changed");
        assert_eq!(found.files, BTreeMap::from([("a/index.html".to_owned(), b"a".to_vec())]));
        assert_eq!(found.leads_to, leads_to);
        let in_place = BTreeMap::from([("a/index.html".to_owned(), hash(b"a"))]);
        assert_eq!(found.in_place, in_place);
        // What lies in its place is told as such, and known by the same hash the next time.
        assert_eq!(write(&folder, &SiteFiles { in_place, ..site.clone() }).unwrap().unchanged, 2);
        assert!(find("a", "1").is_some());
        assert!(find("a", "2").is_none());
        assert!(find("b", "1").is_none());
        fs::write(folder.join("a/index.html"), "changed by hand").unwrap();
        assert!(find("a", "1").is_none());
        fs::remove_dir_all(folder).unwrap();
    }
}
