//! The files of one event of a site: made, or taken over from an earlier build.

use std::collections::BTreeSet;
use std::fs;

use sha2::{Digest as _, Sha256};

use super::sheets::later;
use super::{
    Made, Making, PAGE, ROOT, Sheets, Site, SiteError, SiteFiles, all_notes, hashed,
    with_compressed,
};
use crate::event::accent::Accent;
use crate::event::{Event, Link};
use crate::page;
use crate::page::event_files::{Citation, EventFiles};
use crate::page::site::Around;
use crate::publishing::document::{self, Built, Placement, Sheet};
use crate::publishing::feeds;
use crate::publishing::linked_data;
use crate::publishing::pictures::Pictures;
use crate::publishing::preview::{self, preview};
use crate::publishing::programs::Program;
use crate::publishing::{File, PublishError, files, sentences};

impl Site {
    /// The files of an event, taken over from an earlier build where nothing has changed.
    pub(super) fn event_files_once(
        &self,
        making: Making<'_>,
        event: &Event,
        sheets: Option<&Sheets>,
    ) -> Result<OfEvents, SiteError> {
        let Making { earlier, .. } = making;
        let id = self.name_of(event);
        let key = earlier.map(|it| self.key(making, event, it.maker())).transpose()?;
        let found = earlier.zip(key.as_ref()).and_then(|(earlier, key)| earlier.find(&id, key));
        let (mut files, leads_to) = match found {
            Some(found) => {
                let files = found.files.into_iter().map(|(path, it)| (path, it.into())).collect();
                let in_place = found.in_place;
                (SiteFiles { files, in_place, ..SiteFiles::default() }, found.leads_to)
            }
            None => {
                let files = self.event_files(making, event, sheets)?;
                let leads_to = self.files_behind(event, &files)?;
                (files, leads_to)
            }
        };
        if let Some(key) = key {
            let paths = files.files.keys().cloned().collect();
            files.made.insert(id, Made { key, paths, leads_to: leads_to.clone() });
        }
        let originals = pictures_of(event).map(str::to_owned).collect();
        Ok(OfEvents { files, leads_to, originals })
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
        add(shell.later_style.as_bytes());
        for script in shell.scripts.all() {
            add(script.as_bytes());
        }
        for name in shell.programs.iter().flat_map(Program::files) {
            add(name.as_bytes());
        }
        add(shell.words.hash.as_bytes());
        add(&[self.is_one_event(), making.is_kept, making.is_compressed].map(u8::from));
        add(all_notes::folder(self).unwrap_or_default().as_bytes());
        add(&serde_json::to_vec(&self.settings).map_err(json)?);
        add(&serde_json::to_vec(event).map_err(json)?);
        for it in self.in_languages(event) {
            add(it.way.as_bytes());
            add(it.address.as_ref().map_or("", Link::as_str).as_bytes());
        }
        for path in pictures_of(event) {
            let place = self.public.join(path);
            add(&fs::read(&place).map_err(|error| SiteError::File(place, error))?);
        }
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The files of the site that an event's page leads to.
    fn files_behind(
        &self,
        event: &Event,
        files: &SiteFiles,
    ) -> Result<BTreeSet<String>, SiteError> {
        let page = files.files.get(&format!("{}{PAGE}", self.folder_of(event)));
        let page = String::from_utf8_lossy(page.map(|it| &**it).unwrap_or_default());
        let alone = event.address.as_ref().filter(|_| self.is_one_event());
        let root = alone.or(self.settings.address.as_ref()).map(|address| address.beside(""));
        let way = if self.is_one_event() { "./" } else { "../" };
        Ok(document::own_files(&page, way, root.as_ref().map(Link::as_str))?)
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
            None => {
                let (later, _) = later(shell);
                let sheets = vec![Sheet::Later(format!("./{later}"))];
                Placement { sheets, ..Placement::ALONE }
            }
            Some(sheets) => {
                made.put(format!("{folder}{own_style_name}"), own_style.into_bytes());
                let sheets = sheets.for_event(own_style_name);
                Placement { root: ROOT.into(), has_style: false, sheets }
            }
        };
        let in_languages = self.in_languages(&event);
        let mut head = linked_data::language_links(&in_languages);
        let around = Around { in_languages, ..self.around(sheets.map(|_| ROOT)) };
        let other_forms = files(&event)?;
        let body = page::render(&event, offered(&event, &other_forms)?, around);
        let has_feed = !self.is_one_event() && self.settings.address.is_some();
        let feed = format!("{ROOT}{}", feeds::FEED);
        if has_feed {
            head.push_str(&linked_data::feed_link(&self.title(), &feed));
        }
        let built = Built {
            head: &head,
            body: &body,
            scripts: &shell.scripts,
            words: &shell.words,
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
            made.left_out.push((self.name_of(&event), picture.left_out));
        }
        if is_compressed {
            with_compressed(&mut made.files);
        }
        Ok(made)
    }
}

/// What is made of events.
#[derive(Default)]
pub(super) struct OfEvents {
    pub(super) files: SiteFiles,
    /// The files of the site that their pages lead to.
    pub(super) leads_to: BTreeSet<String>,
    /// The files of the folder `public` of which their pictures were made.
    pub(super) originals: BTreeSet<String>,
}

impl OfEvents {
    pub(super) fn merge(&mut self, other: Self) {
        self.files.merge(other.files);
        self.leads_to.extend(other.leads_to);
        self.originals.extend(other.originals);
    }
}

/// The pictures that an event names, by their paths below `public`.
fn pictures_of(event: &Event) -> impl Iterator<Item = &str> {
    let bodies = event.organizers.iter().chain(&event.sponsors).map(|body| &body.logo);
    let people = event.people.iter().map(|person| &person.portrait);
    bodies.chain(people).filter_map(|path| path.as_deref())
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
