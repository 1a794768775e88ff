//! The files that a host means: a picture whose path is nearly right, and event files whose names
//! are.

use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use super::faults::FaultKind;
use super::names::made_id;
use super::values::{self, Checked};
use crate::event::site::SITE_FILE;

/// How many entries of one folder are looked at.
const MOST_ENTRIES: usize = 10_000;

/// Whether a picture's file is there, under just this name: a page that works on a Mac or on Windows,
/// where `Ada.jpg` and `ada.jpg` are one file, has to work on a server too.
pub(super) fn picture(public: &Path, path: &str) -> Checked {
    let mut folder = public.to_path_buf();
    let mut found = Vec::new();
    for name in path.split('/') {
        let names = names_in(&folder);
        let Some(name) = names.iter().find(|it| *it == name).or_else(|| alike(name, &names)) else {
            return Err(is_not_there(path, elsewhere(public, path)));
        };
        folder.push(name);
        found.push(name.clone());
    }
    let found = found.join("/");
    if found == path {
        // What it holds is looked at elsewhere.
        return Ok(());
    }
    Err(is_not_there(path, folder.is_file().then_some(found)))
}

fn is_not_there(path: &str, meant: Option<String>) -> FaultKind {
    FaultKind::PictureIsNotThere { path: path.to_owned(), meant }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().take(MOST_ENTRIES);
    let mut names: Vec<String> =
        entries.filter_map(|it| it.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// A name in another case, in another form of its accents, or with another ending of the same kind.
fn alike<'name>(name: &str, names: &'name [String]) -> Option<&'name String> {
    let plain =
        |name: &str| name.nfkc().collect::<String>().to_lowercase().nfc().collect::<String>();
    let same_letters = |other: &&String| plain(other) == plain(name);
    let ending = |name: &str| match plain(name).rsplit_once('.') {
        Some((stem, "jpeg")) => format!("{stem}.jpg"),
        _ => plain(name),
    };
    let same_stem = |other: &&String| ending(other) == ending(name);
    let same_id =
        |other: &&String| made_id(other, 0) == made_id(name, 0) && made_id(name, 0) != "no-1";
    let all = || names.iter();
    all().find(same_letters).or_else(|| all().find(same_stem)).or_else(|| all().find(same_id))
}

/// The picture of this name in another folder, or in none; or one that is written nearly so.
fn elsewhere(public: &Path, path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut folders = vec![folder.to_owned(), String::new()];
    let inside = names_in(public);
    folders.extend(inside.into_iter().filter(|it| public.join(it).is_dir()));
    let at = |folder: &str, name: &str| match folder {
        "" => name.to_owned(),
        _ => format!("{folder}/{name}"),
    };
    for folder in &folders {
        let names = names_in(&public.join(folder));
        if let Some(found) = alike(name, &names) {
            return Some(at(folder, found));
        }
    }
    let names = names_in(&public.join(folder));
    let near = super::nearest::nearest(name, names.iter().map(String::as_str))?;
    public.join(folder).join(&near).is_file().then(|| at(folder, &near))
}

/// The path below `public` that is meant by one that names the folder itself, or begins otherwise
/// than paths here do.
pub(super) fn below_public(path: &str) -> Option<String> {
    let plain = path.trim().replace('\\', "/");
    if plain.contains(':')
        || plain.split('/').any(|it| it == "..") && !plain.starts_with("../public/")
    {
        return None;
    }
    let start = plain.trim_start_matches(['.', '/']);
    let start = start.strip_prefix("public/").unwrap_or(start);
    let is_path = start != path && values::path_below_public(start).is_ok();
    is_path.then(|| start.to_owned())
}

/// Whether a path that is right as one begins with the folder below which all pictures are.
pub(super) fn names_public(path: &str) -> bool {
    path.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("public/"))
}

/// Files that programs and systems put beside those of hosts: nobody means them.
fn is_of_the_system(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name.ends_with('~')
}

/// Whether a file is an event file by its name.
pub(super) fn is_event_file(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.ends_with(".toml") && name != SITE_FILE && !is_of_the_system(&name)
}

/// Files of a folder that look like event files and are not named so, each with the name that it has
/// to have.
pub(super) fn misnamed(folder: &Path) -> Vec<(PathBuf, String)> {
    let names = names_in(folder);
    let misnamed = names.iter().filter_map(|name| {
        let path = folder.join(name);
        let is_meant = !is_of_the_system(name) && !name.ends_with(".toml") && path.is_file();
        let stem = is_meant.then(|| stem_of(name)).flatten()?;
        Some((path, format!("{}.toml", suggestion(stem))))
    });
    misnamed.collect()
}

/// The name without the endings that programs add or hide.
fn stem_of(name: &str) -> Option<&str> {
    const ENDINGS: [&str; 14] = [
        ".txt", ".toml", ".docx", ".doc", ".rtf", ".odt", ".text", ".md", ".tml", ".tom", ".ini",
        ".pages", ".bak", ".yaml",
    ];
    let mut stem = name;
    while let Some(ending) = ENDINGS.iter().find(|ending| {
        let start = stem.len().saturating_sub(ending.len());
        stem.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(ending))
    }) {
        stem = &stem[..stem.len() - ending.len()];
    }
    (stem.len() < name.len() && !stem.is_empty()).then_some(stem)
}

/// The name of a file that does not end as event files do.
pub(super) fn without_its_ending(file_name: &str) -> Option<String> {
    let name = Path::new(file_name).file_name()?.to_string_lossy().into_owned();
    (!name.ends_with(".toml")).then_some(name)
}

/// An id for a file of this stem.
pub(super) fn suggestion(stem: &str) -> String {
    let stem = stem_of(stem).unwrap_or(stem);
    // What systems add to the name of a copy.
    let lower = stem.to_lowercase();
    let copies =
        [" - copy", " - kopie", " - copie", " - copia", " copy", " kopie", " (1)", " (2)", "-copy"];
    let end = copies.iter().find_map(|copy| {
        let end = lower.find(copy)?;
        (end > 0 && stem.is_char_boundary(end)).then_some(end)
    });
    let id = made_id(&stem[..end.unwrap_or(stem.len())], 0);
    if id == "no-1" { "open-day-2014".to_owned() } else { id }
}
