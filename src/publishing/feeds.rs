//! A site for other programs: a calendar and a feed to subscribe to, the list of the events, and what
//! crawlers ask for. A host's own file of one of these names takes its place.
//!
//! Feeds and sitemaps name pages by whole addresses. A site that does not say where it is published has
//! none of them, and its host is told so ([`remark`]). The page of one event has no feed, since nothing
//! new comes to it, and its calendar file is that of the event.

mod atom;
mod crawlers;

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event as Part};

use super::pictures::PictureFile;
use super::{PublishError, calendar};
use crate::event::site::{SITE_FILE, SiteSettings};
use crate::event::{Event, EventId, Link, ListedEvent};
use crate::page::site::InLanguage;

/// The calendar of all events.
pub(super) const CALENDAR: &str = "events.ics";

/// The feed.
pub(super) const FEED: &str = "feed.atom";

/// The list of all events: a JSON array with a [`ListedEvent`] for each, in the order of the start page.
/// Addresses in it are relative to the file. The pages of the site read it as well.
pub(super) const LIST: &str = "events.json";

const SITEMAP: &str = "sitemap.xml";
const ROBOTS: &str = "robots.txt";

/// A site as a whole.
pub(super) struct Overview<'site> {
    /// What its start page is called.
    pub(super) title: Cow<'site, str>,
    /// What its host says of it.
    pub(super) settings: &'site SiteSettings,
    /// Its logo, which stands in its root.
    pub(super) logo: Option<&'site PictureFile>,
    /// Its events, in the order of the start page, each with the address of its page where that is known.
    pub(super) events: Vec<Event>,
    /// The same in further languages, as the start page leads to them.
    pub(super) further: Vec<(EventId, InLanguage)>,
    /// Whether the site is the page of one event.
    pub(super) is_one_event: bool,
}

impl Overview<'_> {
    /// The address of something in the site, by its path from the root; `None` where the site's is not
    /// known. That of the page of one event is known where that of the event is.
    pub(super) fn address_of(&self, path: &str) -> Option<Link> {
        match &self.events[..] {
            [event] if self.is_one_event => Some(event.address.as_ref()?.beside(path)),
            _ => self.settings.address_of(path),
        }
    }

    /// The path of the root on its server, with a slash at its end, where it is known.
    pub(super) fn path(&self) -> Option<String> {
        let root = self.address_of("")?;
        let (_, rest) = root.as_str().split_once("://")?;
        rest.find('/').map(|start| rest[start..].to_owned())
    }

    /// Whether there is a feed.
    pub(super) fn has_feed(&self) -> bool {
        !self.is_one_event && self.settings.address.is_some()
    }
}

/// All of these files, by their names in the root of the site.
pub(super) fn files(overview: &Overview<'_>) -> Result<Vec<(&'static str, String)>, PublishError> {
    let mut files = Vec::new();
    let Overview { title, events, .. } = overview;
    if !overview.is_one_event {
        let address = overview.address_of(CALENDAR);
        files.push((CALENDAR, calendar::of_events(title, address.as_ref(), events)?));
        let list: Vec<ListedEvent> = events.iter().map(ListedEvent::from).collect();
        files.push((LIST, serde_json::to_string(&list)? + "\n"));
    }
    if let Some(root) = overview.address_of("") {
        if overview.has_feed() {
            files.push((FEED, atom::feed(overview, &root)?));
        }
        files.push((SITEMAP, crawlers::sitemap(overview, &root)?));
    }
    // Crawlers ask for it at the root of a server only: below that, it would be a promise that nobody
    // reads. Where the address is not known, the site may well stand there.
    if overview.path().is_none_or(|path| path == "/") {
        files.push((ROBOTS, crawlers::robots(overview.address_of(SITEMAP).as_ref())));
    }
    Ok(files)
}

/// What the host should know of what is left out, and which key brings it. A single page misses little
/// without its address, so nothing is said of that.
pub(super) fn remark(overview: &Overview<'_>) -> Option<String> {
    (!overview.is_one_event && overview.settings.address.is_none()).then(|| {
        format!(
            "`{SITE_FILE}` does not say where the site is published, so it has no feed (`{FEED}`) and no \
             list of its pages for search engines (`{SITEMAP}`): both name pages by whole addresses. \
             Write the address of the start page there: address = \"https://…/\"."
        )
    })
}

// XML, as the feed and the sitemap are written.

type XmlWriter = Writer<Vec<u8>>;

/// An XML file with this element as its root.
fn xml(
    root: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut XmlWriter) -> io::Result<()>,
) -> Result<String, PublishError> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Part::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element(root).with_attributes(attributes.iter().copied());
    root.write_inner_content(content)?;
    let bytes = writer.into_inner();
    Ok(String::from_utf8_lossy(&bytes).into_owned() + "\n")
}

/// An element that holds a text, and has attributes.
fn element(
    writer: &mut XmlWriter,
    name: &str,
    attributes: &[(&str, &str)],
    text: &str,
) -> io::Result<()> {
    let element = writer.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(&in_xml(text)))?;
    Ok(())
}

/// A text without the characters that cannot stand in XML at all (XML 1.0, section 2.2).
fn in_xml(text: &str) -> String {
    let can_stand = |letter: &char| match letter {
        '\n' | '\t' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => !other.is_control(),
    };
    text.chars().filter(can_stand).collect()
}
