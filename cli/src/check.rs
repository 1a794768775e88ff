//! `marginalia check`: tells a host what to mend, without building anything.
//!
//! One line for each good file goes to standard output; what is wrong with the others, and what is
//! worth a look, to standard error.

use std::path::{Path, PathBuf};

use marginalia::event::Event;
use marginalia::event::file::{Colours, event_files, look_at, look_at_site, none_there};
use marginalia::event::site::SITE_FILE;

use crate::failure::Failure;

/// Checks the files, and those of the folders; without any, those of the current folder.
pub(crate) fn run(mut places: Vec<PathBuf>) -> Result<(), Failure> {
    if places.is_empty() {
        places.push(PathBuf::from("."));
    }
    let colours = Colours::of_standard_error();
    let mut reports = Vec::new();
    for place in places {
        match files_at(&place) {
            Ok(paths) => {
                for path in paths {
                    let (found, warnings) = if path.ends_with(SITE_FILE) {
                        let looked = look_at_site(&path);
                        (looked.settings.map(|_| "site".to_owned()), looked.warnings)
                    } else {
                        let looked = look_at(&path);
                        (looked.event.map(|event| contents(&event)), looked.warnings)
                    };
                    match found {
                        Ok(contents) => println!("{}: {contents}", path.display()),
                        Err(report) => reports.push(report.draw(colours)),
                    }
                    if let Some(warnings) = warnings {
                        eprintln!("{}", warnings.draw(colours));
                    }
                }
            }
            Err(message) => reports.push(message),
        }
    }
    if reports.is_empty() { Ok(()) } else { Err(Failure::new(reports.join("\n"))) }
}

/// A file named outright is checked whatever it is called; a folder is searched.
fn files_at(place: &Path) -> Result<Vec<PathBuf>, String> {
    let shown = place.display();
    if place.is_file() {
        return Ok(vec![place.to_path_buf()]);
    }
    let mut paths = event_files(place).map_err(|error| {
        format!(
            "There is no file or folder to check at `{shown}`: {error}. Name an event file, or a \
             folder that holds some."
        )
    })?;
    if paths.is_empty() {
        return Err(none_there(place));
    }
    paths.extend(Some(place.join(SITE_FILE)).filter(|path| path.exists()));
    Ok(paths)
}

/// What a file holds, so that a host sees at a glance whether something is missing.
fn contents(event: &Event) -> String {
    let counts = [
        (event.sessions.len(), "session", "sessions"),
        (event.parts.len(), "part", "parts"),
        (event.themes.len(), "theme", "themes"),
        (event.people.len(), "person", "people"),
        (event.sources.len(), "source", "sources"),
    ];
    // What there is none of is left out: an event has sessions or themes, and seldom both.
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let words =
        counts.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
    words.collect::<Vec<_>>().join(", ")
}
