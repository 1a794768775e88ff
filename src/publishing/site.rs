//! A site of events: what stands in a folder of event files, checked, and all files that are made of it.
//! One event has the root of the site for itself; several stand in folders of their own, named by their
//! ids, behind a start page, and share style and programs. Native, at build time.

mod all_notes;
mod earlier;
mod event;
mod pages;
mod public;
mod reading;
mod sheets;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::PathBuf;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

pub use self::earlier::{Earlier, Found, Made};
use self::event::OfEvents;
use self::public::public_files;
pub use self::reading::{SiteFault, SiteLooked, look_at_folder};
pub(super) use self::sheets::STEMS;
use self::sheets::{Sheets, later};
use super::PublishError;
use super::compressed::{self, FORMS};
use super::document::{self, DocumentError};
use super::feeds::{self, Overview};
use super::offline::{self, Named};
use super::pictures::{self, PictureFile};
use super::programs::Program;
use super::shell::Shell;
use crate::event::accent::Accent;
use crate::event::site::{Order, SiteSettings};
use crate::event::{Event, Language};
use crate::messages::language::{Tag, best_for, in_language};
use crate::messages::site as messages;
use crate::page::site::{Around, InLanguage};

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
    /// Its events, by the names of their files. One that stands in several languages is there in each of them,
    /// first in the one whose page has the address of the event.
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
    /// As [`Found::in_place`].
    pub in_place: BTreeMap<String, String>,
}

impl SiteFiles {
    fn put(&mut self, path: impl Into<String>, content: impl Into<Cow<'static, [u8]>>) {
        let path = path.into();
        self.in_place.remove(&path);
        self.files.insert(path, content.into());
    }

    /// Leaves out the compressed forms of a file, which would be served instead of what takes its place.
    fn remove_forms(&mut self, path: &str) {
        for form in FORMS {
            let path = format!("{path}.{form}");
            self.in_place.remove(&path);
            self.files.remove(&path);
        }
    }

    fn merge(&mut self, other: Self) {
        self.files.extend(other.files);
        self.left_out.extend(other.left_out);
        self.made.extend(other.made);
        self.remarks.extend(other.remarks);
        self.in_place.extend(other.in_place);
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
        in_language(self.language(), || self.all_files(making))
    }

    fn all_files(&self, making: Making<'_>) -> Result<SiteFiles, SiteError> {
        let Making { shell, is_compressed, .. } = making;
        let accent = Accent::of(&self.settings);
        let shell = &coloured(shell, &accent)?;
        let is_kept = making.is_kept && self.settings.offline;
        let making = Making { shell, is_kept, ..making };
        let public = public_files(&self.public)?;
        let sheets = (!self.is_one_event()).then(|| Sheets::of(shell)).transpose()?;
        // Where one page has changed, the other processor has all the rest to make.
        let (of_events, of_site) = rayon::join(
            || self.files_of_events(making, sheets.as_ref()),
            || in_language(self.language(), || self.files_of_site(making, sheets.as_ref())),
        );
        let OfEvents { files: mut all, leads_to, mut originals } = of_events?;
        originals.extend(self.settings.logo.clone());
        all.merge(of_site?);
        let remarks = public::instead_of_pages(&public, |path| all.files.contains_key(path));
        let remarks: Vec<String> = remarks.collect();
        all.remarks.extend(remarks);
        // What pictures were made of is large, and a photograph may tell where it was taken.
        let is_kept = |path: &String| leads_to.contains(path) || !originals.contains(path);
        let mut public: BTreeMap<_, _> =
            public.into_iter().filter(|(path, _)| is_kept(path)).collect();
        for path in public.keys() {
            all.remove_forms(path);
        }
        if is_compressed {
            with_compressed(&mut public);
        }
        for (path, content) in public {
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
        let title = self.title();
        let (name, language) = match self.events.as_slice() {
            [event] => (event.title.as_str(), event.language.as_ref()),
            _ => (&*title, None),
        };
        let script = &shell.scripts.worker;
        let kept = making.is_kept.then_some(Named { name, language });
        offline::put(&mut all.files, script, kept, is_compressed)?;
        Ok(all)
    }

    /// What is made of all events.
    fn files_of_events(
        &self,
        making: Making<'_>,
        sheets: Option<&Sheets>,
    ) -> Result<OfEvents, SiteError> {
        let pages: Result<Vec<_>, SiteError> = self
            .events
            .par_iter()
            .map(|event| {
                let once = || self.event_files_once(making, event, sheets);
                let page = in_language(language_of(event), once);
                making.after_each.inspect(|tell| tell());
                page
            })
            .collect();
        let mut all = OfEvents::default();
        for page in pages? {
            all.merge(page);
        }
        Ok(all)
    }

    /// The files that are none of an event, in the language of the site.
    fn files_of_site(
        &self,
        making: Making<'_>,
        sheets: Option<&Sheets>,
    ) -> Result<SiteFiles, SiteError> {
        let Making { shell, is_compressed, .. } = making;
        let mut made = SiteFiles::default();
        let logo = self.logo()?;
        let overview = self.overview(logo.as_ref());
        made.remarks.extend(feeds::remark(&overview));
        for (name, content) in feeds::files(&overview)? {
            made.put(name, content.into_bytes());
        }
        let (later, style) = later(shell);
        made.put(later, style.into_bytes());
        let missing = pages::missing(shell, &overview, self.around(None), sheets)?;
        made.put(MISSING_PAGE, missing.into_bytes());
        if let Some(sheets) = sheets {
            let own_style = document::own_style(&self.title());
            let own = hashed("print", "css", own_style.as_bytes());
            let styles = sheets.for_site("./", Some(own.clone()));
            let all_notes = all_notes::folder(self).map(|folder| format!("./{folder}/"));
            let around = Around { all_notes, ..self.around(None) };
            let start = pages::start(making, &overview, around, styles)?;
            made.put(PAGE, start.into_bytes());
            made.put(own, own_style.into_bytes());
            for (path, text) in all_notes::files(self, making, sheets)? {
                made.put(path, text.into_bytes());
            }
            for (name, style) in sheets.files() {
                made.put(name, style.as_bytes().to_vec());
            }
        }
        if let Some(logo) = logo {
            made.put(logo.name, logo.bytes);
        }
        if is_compressed {
            with_compressed(&mut made.files);
        }
        Ok(made)
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
            start: way.map(|way| (self.title().into_owned(), way)),
            language: self.settings.language_of_name().filter(|_| !self.is_one_event()).cloned(),
            logo: None,
            in_languages: Vec::new(),
            all_notes: all_notes(),
            imprint: imprint.clone(),
            privacy: privacy.clone(),
        }
    }

    /// The folder of an event in the site, with a slash at its end; empty for the root.
    fn folder_of(&self, event: &Event) -> String {
        if self.is_one_event() { String::new() } else { format!("{}/", self.name_of(event)) }
    }

    /// What tells an event in a language from all others of the site: its id, and the language where it is a
    /// further one. No id holds a full stop.
    pub fn name_of(&self, event: &Event) -> String {
        match &event.language {
            Some(language) if self.is_further(event) => {
                format!("{}.{}", event.id, language.as_str())
            }
            _ => event.id.to_string(),
        }
    }

    /// Whether the event is there before in another language.
    fn is_further(&self, event: &Event) -> bool {
        self.events
            .iter()
            .find(|first| first.id == event.id)
            .is_some_and(|first| first.language != event.language)
    }

    /// The event in each of its languages, with the addresses of the pages; nothing where it has one.
    fn in_languages(&self, event: &Event) -> Vec<InLanguage> {
        let same = self.events.iter().filter(|it| it.id == event.id);
        let all: Vec<_> =
            same.map(|it| self.in_language(it, ROOT, it.language == event.language)).collect();
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// An event in its language; `root` is the way to the root of the site.
    fn in_language(&self, event: &Event, root: &str, is_this: bool) -> InLanguage {
        InLanguage {
            language: event.language.clone(),
            way: format!("{root}{}", self.folder_of(event)),
            address: self.with_address(event).address,
            is_this,
        }
    }

    /// What the site is called: a single event gives it its name.
    fn title(&self) -> Cow<'_, str> {
        match (&self.events[..], self.settings.name()) {
            ([event], _) => event.title.as_str().into(),
            (_, Some(name)) => name.into(),
            _ => messages::EVENTS.text().into(),
        }
    }

    /// The language of the interface on pages that are none of an event.
    fn language(&self) -> Tag {
        match &self.events[..] {
            [event] => language_of(event),
            _ => best_for(self.settings.language.as_ref().map(Language::as_str)),
        }
    }

    /// The site as a whole, with its events in the order of the start page.
    fn overview<'site>(&'site self, logo: Option<&'site PictureFile>) -> Overview<'site> {
        let (further, first): (Vec<_>, Vec<_>) =
            self.events.iter().partition(|event| self.is_further(event));
        let further = further
            .into_iter()
            .map(|event| (event.id.clone(), self.in_language(event, "./", false)))
            .collect();
        let mut events: Vec<Event> = first.into_iter().map(|it| self.with_address(it)).collect();
        events.sort_by_key(|event| (event.starts.date.clone(), event.id.clone()));
        if self.settings.order == Order::LatestFirst {
            events.reverse();
        }
        let is_one_event = self.is_one_event();
        Overview {
            title: self.title(),
            settings: &self.settings,
            logo,
            events,
            further,
            is_one_event,
        }
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
}

/// The language of the interface on the page of an event.
fn language_of(event: &Event) -> Tag {
    best_for(event.language.as_ref().map(Language::as_str))
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

/// A name that holds the hash of what the file holds: a file of this name never changes.
fn hashed(name: &str, ending: &str, content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{name}-{hash}.{ending}")
}
