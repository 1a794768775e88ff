//! The folder `public`, whose files are published as they are.

use std::fs;
use std::path::Path;

use super::{PAGE, SiteError};

/// All files of the folder `public`, by their paths in it. No folder holds none.
pub(super) fn public_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, SiteError> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect_files(folder, "", &mut found)?;
    }
    // Systems list a folder in orders of their own.
    found.sort();
    Ok(found)
}

/// What the host should know of files that take the place of a page: that may be meant, but without it
/// nobody reads the event there.
pub(super) fn instead_of_pages(
    public: &[(String, Vec<u8>)],
    is_made: impl Fn(&str) -> bool,
) -> impl Iterator<Item = String> {
    let is_page = |path: &str| Path::new(path).file_name().is_some_and(|name| name == PAGE);
    public.iter().filter(move |(path, _)| is_page(path) && is_made(path)).map(|(path, _)| {
        format!(
            "The file `{path}` in `public` takes the place of the page that is made of your event files at \
             this address, so visitors do not see that page. If you do not want this, move the file away or \
             give it another name."
        )
    })
}

fn collect_files(
    folder: &Path,
    path: &str,
    found: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), SiteError> {
    let error = |error| SiteError::File(folder.to_owned(), error);
    for entry in folder.read_dir().map_err(error)? {
        let entry = entry.map_err(error)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // What systems and programs put into folders is none of the host's.
        if name.starts_with('.') && path.is_empty() && name != ".well-known"
            || is_of_a_system(&name)
        {
            continue;
        }
        let inner = format!("{path}{name}");
        if entry.path().is_dir() {
            collect_files(&entry.path(), &format!("{inner}/"), found)?;
        } else {
            let content = fs::read(entry.path());
            found.push((inner, content.map_err(|error| SiteError::File(entry.path(), error))?));
        }
    }
    Ok(())
}

fn is_of_a_system(name: &str) -> bool {
    name.starts_with("._") || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
