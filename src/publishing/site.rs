//! A site of events: what stands in a folder of event files, checked, and all files that are made of it.
//! One event has the root of the site for itself; several stand in folders of their own, named by their
//! ids, behind a start page, and share style and programs. Native, at build time.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::document::{self, Built, DocumentError, Placement, StyleSheets};
use super::pictures::Pictures;
use super::preview::{self, preview};
use super::shell::Shell;
use super::{File, PublishError, files, sentences};
use crate::event::file::{Report, event_files, look_at, none_there, public_folder, read_site};
use crate::event::site::{Order, SITE_FILE, SiteSettings};
use crate::event::{Event, Link};
use crate::messages::site as messages;
use crate::page;
use crate::page::event_files::{Citation, EventFiles};
use crate::page::site::{Around, Listed};

const PAGE: &str = "index.html";

/// A folder of event files, read and checked.
#[derive(Clone, Debug)]
pub struct Site {
    /// What the host says of the site.
    pub settings: SiteSettings,
    /// Its events, in the order of their ids.
    pub events: Vec<Event>,
    /// The folder whose files are published as they are.
    public: PathBuf,
}

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

/// Why a site could not be made.
#[derive(Debug)]
pub enum SiteError {
    /// A form of an event.
    Publish(PublishError),
    /// A page.
    Document(DocumentError),
    /// A file of the host could not be read.
    File(PathBuf, io::Error),
}

impl fmt::Display for SiteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Publish(error) => error.fmt(formatter),
            Self::Document(error) => error.fmt(formatter),
            Self::File(path, error) => write!(formatter, "`{}`: {error}", path.display()),
        }
    }
}

impl std::error::Error for SiteError {}

impl From<PublishError> for SiteError {
    fn from(error: PublishError) -> Self {
        Self::Publish(error)
    }
}

impl From<DocumentError> for SiteError {
    fn from(error: DocumentError) -> Self {
        Self::Document(error)
    }
}

/// All files of a site, by their paths from its root.
#[derive(Clone, Debug, Default)]
pub struct SiteFiles {
    /// What each file holds. A path has `/` between its parts, on every system.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
    /// What could not be shown in the picture for previews, by the event: letters that its typeface lacks.
    pub left_out: Vec<(String, Vec<String>)>,
}

impl SiteFiles {
    fn put(&mut self, path: impl Into<String>, content: impl Into<Cow<'static, [u8]>>) {
        self.files.insert(path.into(), content.into());
    }

    fn merge(&mut self, other: Self) {
        self.files.extend(other.files);
        self.left_out.extend(other.left_out);
    }
}

/// Reads and checks all event files of a folder.
pub fn look_at_folder(folder: &Path) -> SiteLooked {
    let mut warnings = Vec::new();
    let site = read(folder, &mut warnings);
    SiteLooked { site, warnings }
}

fn read(folder: &Path, warnings: &mut Vec<Report>) -> Result<Site, SiteFault> {
    let unreadable = |error| SiteFault::Unreadable(folder.to_owned(), error);
    let paths = event_files(folder).map_err(unreadable)?;
    if paths.is_empty() {
        return Err(SiteFault::NoEvent(none_there(folder)));
    }
    let looked: Vec<_> = paths.par_iter().map(|path| look_at(path)).collect();
    let mut events = Vec::new();
    let mut faulty = Vec::new();
    for one in looked {
        warnings.extend(one.warnings);
        match one.event {
            Ok(event) => events.push(event),
            Err(report) => faulty.push(report),
        }
    }
    let site_file = folder.join(SITE_FILE);
    let settings = match site_file.exists().then(|| read_site(&site_file)) {
        Some(Err(report)) => {
            faulty.push(report);
            SiteSettings::default()
        }
        Some(Ok(settings)) => settings,
        None => SiteSettings::default(),
    };
    if !faulty.is_empty() {
        return Err(SiteFault::Faulty(faulty));
    }
    Ok(Site { settings, events, public: public_folder(folder) })
}

impl Site {
    /// Whether the site is the page of one event.
    pub fn is_one_event(&self) -> bool {
        self.events.len() == 1
    }

    /// Each event as a site of its own.
    pub fn split(&self) -> impl Iterator<Item = Self> {
        self.events.iter().map(|event| Self { events: vec![event.clone()], ..self.clone() })
    }

    /// Makes all files of the site.
    ///
    /// # Errors
    /// [`SiteError`] where a picture cannot be read or a page not be made.
    pub fn files(&self, shell: &Shell) -> Result<SiteFiles, SiteError> {
        let mut all = SiteFiles::default();
        for (path, content) in public_files(&self.public)? {
            all.put(path, content);
        }
        for (name, content) in &shell.files {
            all.files.entry(name.clone()).or_insert_with(|| content.clone());
        }
        let style = if self.is_one_event() { None } else { Some(self.shared_style(shell)?) };
        let pages: Result<Vec<_>, SiteError> = self
            .events
            .par_iter()
            .map(|event| self.event_files(shell, event, style.as_ref()))
            .collect();
        let mut needed = Vec::new();
        let mut originals = Vec::new();
        for page in pages? {
            all.merge(page.files);
            needed.extend(page.needed);
            originals.extend(page.originals);
        }
        // What pictures were made of is large, and a photograph may tell where it was taken.
        for original in originals.into_iter().filter(|it| !needed.contains(it)) {
            all.files.remove(&original);
        }
        if let Some((name, style)) = style {
            all.put(PAGE, self.start_page(shell, &name)?.into_bytes());
            all.put(name, style.into_bytes());
        }
        Ok(all)
    }

    /// The pages of the site as files that need no other file, by their names; none where the shell has
    /// no programs for that.
    ///
    /// # Errors
    /// [`SiteError`] where a page cannot be made.
    pub fn single_files(
        &self,
        shell: &Shell,
        all: &SiteFiles,
    ) -> Result<Vec<(String, String)>, SiteError> {
        let Some(bundles) = &shell.bundles else { return Ok(Vec::new()) };
        let mut pages = Vec::new();
        for event in &self.events {
            let folder = self.folder_of(event);
            let bundle = if event.tells_times() {
                &bundles.with_programme
            } else {
                &bundles.without_programme
            };
            let page = all.files.get(&format!("{folder}{PAGE}"));
            let page = String::from_utf8_lossy(page.map(|it| &**it).unwrap_or_default());
            let read = |address: &str| {
                let path = match address.strip_prefix("../") {
                    Some(in_root) => in_root.to_owned(),
                    None => format!("{folder}{address}"),
                };
                all.files.get(&path).map(|it| it.to_vec())
            };
            let single = document::in_one_file(&page, bundle, read)?;
            pages.push((format!("{folder}{}.html", event.id), single));
        }
        Ok(pages)
    }

    /// The folder of an event in the site, with a slash at its end; empty for the root.
    fn folder_of(&self, event: &Event) -> String {
        if self.is_one_event() { String::new() } else { format!("{}/", event.id) }
    }

    /// The style that all pages share: its name and what it holds.
    fn shared_style(&self, shell: &Shell) -> Result<(String, String), SiteError> {
        let style = document::shared_style(&shell.template, self.title())?;
        Ok((hashed("style", "css", style.as_bytes()), style))
    }

    fn title(&self) -> &str {
        self.settings.name().unwrap_or(messages::EVENTS)
    }

    fn event_files(
        &self,
        shell: &Shell,
        event: &Event,
        style: Option<&(String, String)>,
    ) -> Result<EventPage, SiteError> {
        let folder = self.folder_of(event);
        let pictures = Pictures::of(event, &self.public)?;
        let mut event = pictures.event.clone();
        if event.address.is_none() {
            event.address = self.settings.address_of(&folder);
        }
        let mut made = SiteFiles::default();
        let own_style = document::own_style(&event.title);
        let own_style_name = hashed("print", "css", own_style.as_bytes());
        let placement = match style {
            None => Placement::ALONE,
            Some((name, _)) => {
                made.put(format!("{folder}{own_style_name}"), own_style.into_bytes());
                let styles = StyleSheets { shared: format!("../{name}"), own: own_style_name };
                Placement { root: "../", styles: Some(styles) }
            }
        };
        let around = style.map(|_| Around { title: self.title().to_owned(), root: placement.root });
        let other_forms = files(&event)?;
        let body = page::render(&event, offered(&event, &other_forms)?, around);
        let built = Built {
            body: &body,
            scripts: &shell.scripts,
            programs: &shell.programs,
            placement: &placement,
        };
        let complete = document::complete(&shell.template, &event, &built)?;
        let alone = event.address.as_ref().filter(|_| style.is_none());
        let root = alone.or(self.settings.address.as_ref()).map(|address| address.beside(""));
        let root = root.as_ref().map(Link::as_str);
        let needed = document::own_files(&complete, &placement, root)?.into_iter().collect();
        made.put(format!("{folder}{PAGE}"), complete.into_bytes());
        for file in other_forms {
            made.put(format!("{folder}{}", file.name), file.text.into_bytes());
        }
        for picture in pictures.files {
            made.put(format!("{folder}{}", picture.name), picture.bytes);
        }
        let picture = preview(&event)?;
        made.put(format!("{folder}{}", preview::NAME), picture.png);
        if !picture.left_out.is_empty() {
            made.left_out.push((event.id.to_string(), picture.left_out));
        }
        let originals = pictures.originals.into_iter().collect();
        Ok(EventPage { files: made, needed, originals })
    }

    fn start_page(&self, shell: &Shell, style: &str) -> Result<String, SiteError> {
        let mut events: Vec<&Event> = self.events.iter().collect();
        events.sort_by_key(|event| (event.starts.date.clone(), event.id.clone()));
        if self.settings.order == Order::LatestFirst {
            events.reverse();
        }
        let listed = events.into_iter().map(Listed::from).collect();
        let body = page::site::render_start(self.title(), listed);
        let own = hashed("print", "css", b"");
        let styles = StyleSheets { shared: format!("./{style}"), own };
        let placement = Placement { root: "./", styles: Some(styles) };
        let built =
            Built { body: &body, scripts: &shell.scripts, programs: &[], placement: &placement };
        Ok(document::complete_page_of_site(&shell.template, self.title(), "", &built)?)
    }
}

/// What is made of one event.
struct EventPage {
    files: SiteFiles,
    /// The files that its page leads to, by the names by which the page does so.
    needed: Vec<String>,
    /// The files of the folder `public` of which its pictures were made.
    originals: Vec<String>,
}

/// What the page offers of the event for other programs.
fn offered(event: &Event, files: &[File]) -> Result<EventFiles, PublishError> {
    let files = files.iter().filter_map(|file| Some((file.name.clone(), file.label?))).collect();
    let citations = sentences(event)?.map(|sentence| Citation {
        style: sentence.style,
        runs: sentence.runs.into_iter().map(|run| (run.text, run.is_italic)).collect(),
    });
    Ok(EventFiles { files, citations: citations.into() })
}

/// A name that holds the hash of what the file holds: a file of this name never changes.
fn hashed(name: &str, ending: &str, content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{name}-{hash}.{ending}")
}

/// All files of the folder `public`, by their paths in it. No folder holds none.
fn public_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, SiteError> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect_files(folder, "", &mut found)?;
    }
    Ok(found)
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
