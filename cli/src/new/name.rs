//! How the file is called: its name is the event's id.

use std::path::{Path, PathBuf};

use marginalia::event::EventId;
use marginalia::event::file::made_id;

use crate::failure::Failure;

/// The path of the file to write, and what the host wrote where that is another name.
///
/// # Errors
///
/// A message for the host where no name can be made of what they wrote.
pub(super) fn path(written: &str) -> Result<(PathBuf, Option<String>), Failure> {
    let path = Path::new(written.trim());
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = name.len().saturating_sub(".toml".len());
    let stem = match name.get(ending..) {
        Some(end) if end.eq_ignore_ascii_case(".toml") => &name[..ending],
        _ => &name,
    };
    if !stem.chars().any(char::is_alphanumeric) {
        return Err(Failure::new(format!(
            "No file can be called by `{written}`, because the name becomes a part of the page's \
             address, so nothing was written. Give it a name with letters, such as `our-panel`."
        )));
    }
    let is_id = EventId::try_from(stem.to_owned()).is_ok();
    let id = if is_id { stem.to_owned() } else { made_id(stem, 0) };
    let changed = (id != stem).then(|| stem.to_owned());
    Ok((path.with_file_name(format!("{id}.toml")), changed))
}
