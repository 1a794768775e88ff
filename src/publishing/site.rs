//! A site of events: what stands in a folder of event files, checked, and all files that are made of it.
//! One event has the root of the site for itself; several stand in folders of their own, named by their
//! ids, behind a start page, and share style and programs. Native, at build time.

mod all_notes;
mod earlier;
mod pages;
mod public;
mod reading;
mod sheets;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::PathBuf;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

pub use self::earlier::{Earlier, Made};
use self::public::public_files;
pub use self::reading::{SiteFault, SiteLooked, look_at_folder};
pub(super) use self::sheets::STEMS;
use self::sheets::Sheets;
use super::compressed::{self, FORMS};
use super::document::{self, Built, DocumentError, Placement};
use super::feeds::{self, Overview};
use super::linked_data;
use super::offline::{self, Named};
use super::pictures::{self, PictureFile, Pictures};
use super::preview::{self, preview};
use super::programs::Program;
use super::shell::Shell;
use super::{File, PublishError, files, sentences};
use crate::event::accent::Accent;
use crate::event::site::{Order, SiteSettings};
use crate::event::{Event, Link};
use crate::messages::site as messages;
use crate::page;
use crate::page::event_files::{Citation, EventFiles};
use crate::page::site::Around;

const PAGE: &str = "index.html";

/// How the folder of an event leads to the root of the site.
const ROOT: &str = "../";

/// What many servers show at an address that has no page.
const MISSING_PAGE: &str = "404.html";

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

/// How a site is to be made.
#[derive(Clone, Copy)]
pub struct Making<'making> {
    /// What the pages share.
    pub shell: &'making Shell,
    /// Whether files are compressed for servers.
    pub is_compressed: bool,
    /// Whether browsers keep the site for reading without a network, unless its host turned that off.
    pub is_kept: bool,
    /// What was made before.
    pub earlier: Option<&'making dyn Earlier>,
    /// Called once the files of one more event are there, from whatever thread made them.
    pub after_each: Option<&'making (dyn Fn() + Sync)>,
}

/// All files of a site, by their paths from its root.
#[derive(Clone, Debug, Default)]
pub struct SiteFiles {
    /// What each file holds. A path has `/` between its parts, on every system.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
    /// What could not be shown in the picture for previews, by the event: letters that its typeface lacks.
    pub left_out: Vec<(String, Vec<String>)>,
    /// What was made of each event, by its id; empty where no earlier build was asked for.
    pub made: BTreeMap<String, Made>,
    /// What the host should know of the site, though it can be published as it is.
    pub remarks: Vec<String>,
}

impl SiteFiles {
    fn put(&mut self, path: impl Into<String>, content: impl Into<Cow<'static, [u8]>>) {
        self.files.insert(path.into(), content.into());
    }

    fn merge(&mut self, other: Self) {
        self.files.extend(other.files);
        self.left_out.extend(other.left_out);
        self.made.extend(other.made);
        self.remarks.extend(other.remarks);
    }
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
    pub fn files(&self, making: Making<'_>) -> Result<SiteFiles, SiteError> {
        let Making { shell, is_compressed, .. } = making;
        let accent = Accent::of(&self.settings);
        let shell = &coloured(shell, &accent)?;
        let is_kept = making.is_kept && self.settings.offline;
        let making = Making { shell, is_kept, ..making };
        let mut all = SiteFiles::default();
        let public = public_files(&self.public)?;
        let sheets = (!self.is_one_event()).then(|| Sheets::of(shell, self.title())).transpose()?;
        let pages: Result<Vec<_>, SiteError> = self
            .events
            .par_iter()
            .map(|event| {
                let page = self.event_files_once(making, event, sheets.as_ref());
                making.after_each.inspect(|tell| tell());
                page
            })
            .collect();
        let mut needed = BTreeSet::new();
        let mut originals = BTreeSet::new();
        for page in pages? {
            all.merge(page.files);
            needed.extend(page.needed);
            originals.extend(page.originals);
        }
        let logo = self.logo()?;
        let overview = self.overview(logo.as_ref());
        originals.extend(self.settings.logo.clone());
        let mut shared: BTreeMap<String, Vec<u8>> =
            logo.iter().map(|logo| (logo.name.clone(), logo.bytes.clone())).collect();
        for (name, content) in feeds::files(&overview)? {
            shared.insert(name.to_owned(), content.into_bytes());
        }
        let missing = pages::missing(shell, &overview, self.around(None), sheets.as_ref())?;
        shared.insert(MISSING_PAGE.to_owned(), missing.into_bytes());
        all.remarks.extend(feeds::remark(&overview));
        if let Some(sheets) = sheets {
            let own_style = document::own_style(self.title());
            let own = hashed("print", "css", own_style.as_bytes());
            let styles = sheets.for_site("./", Some(own.clone()));
            let all_notes = all_notes::folder(self).map(|folder| format!("./{folder}/"));
            let around = Around { all_notes, ..self.around(None) };
            let start = pages::start(making, &overview, around, styles)?;
            shared.insert(PAGE.to_owned(), start.into_bytes());
            shared.insert(own, own_style.into_bytes());
            let notes = all_notes::files(self, making, &sheets)?;
            shared.extend(notes.into_iter().map(|(path, text)| (path, text.into_bytes())));
            shared.extend(sheets.files());
        }
        let is_made = |path: &str| all.files.contains_key(path) || shared.contains_key(path);
        let remarks: Vec<String> = public::instead_of_pages(&public, is_made).collect();
        all.remarks.extend(remarks);
        // What pictures were made of is large, and a photograph may tell where it was taken.
        let is_kept = |path: &String| needed.contains(path) || !originals.contains(path);
        shared.extend(public.into_iter().filter(|(path, _)| is_kept(path)));
        if is_compressed {
            with_compressed(&mut shared);
        }
        for (path, content) in shared {
            all.put(path, content);
        }
        // The programs of pages that are not there, with their compressed forms.
        let of_site = shell.programs.iter().filter(|it| it.is_of_site() && self.is_one_event());
        let left_out: Vec<&str> = of_site.flat_map(Program::files).collect();
        for (name, content) in &shell.files {
            let is_form = FORMS.iter().any(|form| name.ends_with(&format!(".{form}")));
            let is_left_out = left_out.iter().any(|left_out| name.starts_with(left_out));
            if (is_compressed || !is_form) && !is_left_out {
                all.files.entry(name.clone()).or_insert_with(|| content.clone());
            }
        }
        let (name, language) = match self.events.as_slice() {
            [event] => (event.title.as_str(), event.language.as_ref()),
            _ => (self.title(), None),
        };
        let script = &shell.scripts.worker;
        let kept = making.is_kept.then_some(Named { name, language });
        offline::put(&mut all.files, script, kept, is_compressed)?;
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

    /// What stands around a page, to whose start page `way` leads.
    fn around(&self, way: Option<&'static str>) -> Around {
        let SiteSettings { imprint, privacy, .. } = &self.settings;
        let all_notes = || Some(format!("{}{}/", way?, all_notes::folder(self)?));
        Around {
            start: way.map(|way| (self.title().to_owned(), way)),
            language: self.settings.language_of_name().filter(|_| !self.is_one_event()).cloned(),
            logo: None,
            all_notes: all_notes(),
            imprint: imprint.clone(),
            privacy: privacy.clone(),
        }
    }

    /// The folder of an event in the site, with a slash at its end; empty for the root.
    fn folder_of(&self, event: &Event) -> String {
        if self.is_one_event() { String::new() } else { format!("{}/", event.id) }
    }

    /// What the site is called: a single event gives it its name.
    fn title(&self) -> &str {
        match &self.events[..] {
            [event] => &event.title,
            _ => self.settings.name().unwrap_or(messages::EVENTS),
        }
    }

    /// The site as a whole, with its events in the order of the start page.
    fn overview<'site>(&'site self, logo: Option<&'site PictureFile>) -> Overview<'site> {
        let mut events: Vec<Event> = self.events.iter().map(|it| self.with_address(it)).collect();
        events.sort_by_key(|event| (event.starts.date.clone(), event.id.clone()));
        if self.settings.order == Order::LatestFirst {
            events.reverse();
        }
        Overview { title: self.title(), settings: &self.settings, logo, events }
    }

    /// The logo of the site. A single event has the logos of its organizers instead.
    fn logo(&self) -> Result<Option<PictureFile>, SiteError> {
        let path = self.settings.logo.as_ref().filter(|_| !self.is_one_event());
        Ok(path.map(|path| pictures::logo(path, &self.public)).transpose()?)
    }

    /// An event with the address of its page, where that is known.
    fn with_address(&self, event: &Event) -> Event {
        let mut event = event.clone();
        if event.address.is_none() {
            event.address = self.settings.address_of(&self.folder_of(&event));
        }
        event
    }

    /// The files of an event, taken over from an earlier build where nothing has changed.
    fn event_files_once(
        &self,
        making: Making<'_>,
        event: &Event,
        sheets: Option<&Sheets>,
    ) -> Result<EventPage, SiteError> {
        let Making { earlier, .. } = making;
        let id = event.id.to_string();
        let key = earlier.map(|it| self.key(making, event, it.maker())).transpose()?;
        let found = earlier.zip(key.as_ref()).and_then(|(earlier, key)| earlier.find(&id, key));
        let mut files = match found {
            Some(files) => SiteFiles {
                files: files.into_iter().map(|(path, it)| (path, it.into())).collect(),
                ..SiteFiles::default()
            },
            None => self.event_files(making, event, sheets)?,
        };
        if let Some(key) = key {
            let paths = files.files.keys().cloned().collect();
            files.made.insert(id, Made { key, paths });
        }
        let needed = self.needed_by(event, &files)?;
        let originals = pictures_of(event).map(str::to_owned).collect();
        Ok(EventPage { files, needed, originals })
    }

    /// Names all of which the files of an event are made.
    fn key(&self, making: Making<'_>, event: &Event, maker: &str) -> Result<String, SiteError> {
        let shell = making.shell;
        let mut hash = Sha256::new();
        let mut add = |part: &[u8]| {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        };
        let json = |error| SiteError::Publish(PublishError::Json(error));
        add(maker.as_bytes());
        add(shell.template.as_bytes());
        for script in shell.scripts.all() {
            add(script.as_bytes());
        }
        for name in shell.programs.iter().flat_map(Program::files) {
            add(name.as_bytes());
        }
        add(&[self.is_one_event(), making.is_kept, making.is_compressed].map(u8::from));
        add(all_notes::folder(self).unwrap_or_default().as_bytes());
        add(&serde_json::to_vec(&self.settings).map_err(json)?);
        add(&serde_json::to_vec(event).map_err(json)?);
        for path in pictures_of(event) {
            let place = self.public.join(path);
            add(&fs::read(&place).map_err(|error| SiteError::File(place, error))?);
        }
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The files of the site that an event's page leads to.
    fn needed_by(&self, event: &Event, files: &SiteFiles) -> Result<Vec<String>, SiteError> {
        let page = files.files.get(&format!("{}{PAGE}", self.folder_of(event)));
        let page = String::from_utf8_lossy(page.map(|it| &**it).unwrap_or_default());
        let alone = event.address.as_ref().filter(|_| self.is_one_event());
        let root = alone.or(self.settings.address.as_ref()).map(|address| address.beside(""));
        let way = if self.is_one_event() { "./" } else { "../" };
        let found = document::own_files(&page, way, root.as_ref().map(Link::as_str))?;
        Ok(found.into_iter().collect())
    }

    fn event_files(
        &self,
        making: Making<'_>,
        event: &Event,
        sheets: Option<&Sheets>,
    ) -> Result<SiteFiles, SiteError> {
        let Making { shell, is_compressed, is_kept, .. } = making;
        let folder = self.folder_of(event);
        let pictures = Pictures::of(event, &self.public)?;
        let event = self.with_address(&pictures.event);
        let mut made = SiteFiles::default();
        let own_style = document::own_style(&event.title);
        let own_style_name = hashed("print", "css", own_style.as_bytes());
        let placement = match sheets {
            None => Placement::ALONE,
            Some(sheets) => {
                made.put(format!("{folder}{own_style_name}"), own_style.into_bytes());
                let styles = sheets.for_event(own_style_name);
                Placement { root: ROOT.into(), styles: Some(styles) }
            }
        };
        let around = self.around(sheets.map(|_| ROOT));
        let other_forms = files(&event)?;
        let body = page::render(&event, offered(&event, &other_forms)?, around);
        let has_feed = !self.is_one_event() && self.settings.address.is_some();
        let feed = format!("{ROOT}{}", feeds::FEED);
        let head =
            if has_feed { linked_data::feed_link(self.title(), &feed) } else { String::new() };
        let built = Built {
            head: &head,
            body: &body,
            scripts: &shell.scripts,
            programs: &shell.programs,
            placement: &placement,
            offline: is_kept,
        };
        let complete = document::complete(&shell.template, &event, &built)?;
        made.put(format!("{folder}{PAGE}"), complete.into_bytes());
        for file in other_forms {
            made.put(format!("{folder}{}", file.name), file.text.into_bytes());
        }
        for picture in pictures.files {
            made.put(format!("{folder}{}", picture.name), picture.bytes);
        }
        let picture = preview(&event, Accent::of(&self.settings).light.as_ref())?;
        made.put(format!("{folder}{}", preview::NAME), picture.png);
        if !picture.left_out.is_empty() {
            made.left_out.push((event.id.to_string(), picture.left_out));
        }
        if is_compressed {
            with_compressed(&mut made.files);
        }
        Ok(made)
    }
}

/// What the pages share, in the colours of the host.
fn coloured<'shell>(
    shell: &'shell Shell,
    accent: &Accent,
) -> Result<Cow<'shell, Shell>, SiteError> {
    if *accent == Accent::default() {
        return Ok(Cow::Borrowed(shell));
    }
    let template = document::coloured(&shell.template, accent)?;
    Ok(Cow::Owned(Shell { template, ..shell.clone() }))
}

/// What is made of one event.
struct EventPage {
    files: SiteFiles,
    /// The files that its page leads to, by the names by which the page does so.
    needed: Vec<String>,
    /// The files of the folder `public` of which its pictures were made.
    originals: Vec<String>,
}

/// The pictures that an event names, by their paths below `public`.
fn pictures_of(event: &Event) -> impl Iterator<Item = &str> {
    let bodies = event.organizers.iter().chain(&event.sponsors).map(|body| &body.logo);
    let people = event.people.iter().map(|person| &person.portrait);
    bodies.chain(people).filter_map(|path| path.as_deref())
}

/// Puts the compressed forms of files beside them.
fn with_compressed<Content>(files: &mut BTreeMap<String, Content>)
where
    Content: AsRef<[u8]> + From<Vec<u8>> + Send + Sync,
{
    let forms: Vec<_> = files
        .par_iter()
        .flat_map_iter(|(path, content)| compressed::forms(path, content.as_ref(), None))
        .collect();
    files.extend(forms.into_iter().map(|(path, form)| (path, form.into())));
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
