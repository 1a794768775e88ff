//! Reads and checks what stands in a folder of event files.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Site;
use crate::event::Event;
use crate::event::file::{
    Report, compare, event_files, look_at, look_at_site, none_there, public_folder,
};
use crate::event::site::{SITE_FILE, SiteSettings};

/// What a look at a folder of event files brings.
#[derive(Debug)]
pub struct SiteLooked {
    /// The site, or what is wrong with it.
    pub site: Result<Site, SiteFault>,
    /// What the host should know of single files though the site can be published as it is.
    pub warnings: Vec<Report>,
}

/// What is wrong with a folder of event files.
#[derive(Debug)]
pub enum SiteFault {
    /// The folder, or a file in it, cannot be read.
    Unreadable(PathBuf, io::Error),
    /// There is no event file; what to tell the host.
    NoEvent(String),
    /// Files with faults.
    Faulty(Vec<Report>),
}

/// Reads and checks all event files of a folder.
pub fn look_at_folder(folder: &Path) -> SiteLooked {
    let mut warnings = Vec::new();
    let site = read(folder, &mut warnings);
    SiteLooked { site, warnings }
}

fn read(folder: &Path, warnings: &mut Vec<Report>) -> Result<Site, SiteFault> {
    let unreadable = |error| SiteFault::Unreadable(folder.to_owned(), error);
    let mut paths = event_files(folder).map_err(unreadable)?;
    // `panel.toml` before `panel.fr.toml`.
    paths.sort_by_key(|path| path.file_stem().map(OsStr::to_owned));
    if paths.is_empty() {
        return Err(SiteFault::NoEvent(none_there(folder)));
    }
    let looked: Vec<_> = paths.par_iter().map(|path| look_at(path)).collect();
    let mut events: Vec<Event> = Vec::new();
    let mut read: Vec<&Path> = Vec::new();
    let mut faulty = Vec::new();
    for (path, one) in paths.iter().zip(looked) {
        warnings.extend(one.warnings);
        match one.event {
            Ok(event) => {
                for (known, earlier) in read.iter().zip(&events).filter(|(_, it)| it.id == event.id)
                {
                    let Some(report) = compare((known, earlier), (path, &event)) else { continue };
                    let is_warning = report.faults().iter().all(|it| it.kind().is_warning());
                    if is_warning { &mut *warnings } else { &mut faulty }.push(report);
                }
                read.push(path);
                events.push(event);
            }
            Err(report) => faulty.push(report),
        }
    }
    let site_file = folder.join(SITE_FILE);
    let mut settings = SiteSettings::default();
    if site_file.exists() {
        let looked = look_at_site(&site_file);
        warnings.extend(looked.warnings);
        match looked.settings {
            Ok(said) => settings = said,
            Err(report) => faulty.push(report),
        }
    }
    if !faulty.is_empty() {
        return Err(SiteFault::Faulty(faulty));
    }
    Ok(Site { settings, events, public: public_folder(folder) })
}
