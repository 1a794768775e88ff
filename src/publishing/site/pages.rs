//! The pages of a site that are none of an event: the start page, and what is shown at an address without
//! a page.

use std::borrow::Cow;

use crate::event::Event;
use crate::messages::site as messages;
use crate::page::site::{Around, Listed, Logo, render_missing, render_start};
use crate::publishing::document::{
    Built, DocumentError, Placement, Sheet, complete_page_of_site, without_links,
};
use crate::publishing::feeds::{CALENDAR, FEED, Overview};
use crate::publishing::linked_data;
use crate::publishing::pictures::PictureFile;
use crate::publishing::programs::{EVENTS_PROGRAM, Program};
use crate::publishing::shell::Shell;
use crate::publishing::site::{Making, Sheets};

/// Keeps a page out of search engines.
pub(super) const NOT_TO_BE_FOUND: &str = "<meta name=\"robots\" content=\"noindex\">\n";

/// The start page of several events.
pub(super) fn start(
    making: Making<'_>,
    overview: &Overview<'_>,
    around: Around,
    sheets: Vec<Sheet>,
) -> Result<String, DocumentError> {
    let Overview { title, settings, events, further, .. } = overview;
    let address = overview.address_of("");
    let logo_address = overview.logo.and_then(|logo| overview.address_of(&logo.name));
    let feed = overview.has_feed().then(|| format!("./{FEED}"));
    let description = description(overview);
    let head = linked_data::head_of_list(title, &description, address.as_ref(), feed.as_deref());
    let listed = events
        .iter()
        .map(|event| {
            let same = further.iter().filter(|(id, _)| *id == event.id);
            let in_languages = same.map(|(_, page)| page.clone()).collect();
            Listed { in_languages, ..Listed::from(event) }
        })
        .collect();
    let around = Around { logo: logo(overview, "./"), ..around };
    let body = render_start(title, listed, format!("./{CALENDAR}"), feed, around)
        + &linked_data::list_block(title, address.as_ref(), events)
        + &linked_data::site_block(title, settings, address.as_ref(), logo_address.as_ref());
    let placement = Placement { root: Cow::Borrowed("./"), has_style: false, sheets };
    let Making { shell, is_kept, .. } = making;
    let program: Vec<Program> =
        shell.programs.iter().filter(|it| it.name == EVENTS_PROGRAM).cloned().collect();
    let parts = Page {
        title,
        head: &head,
        body: &body,
        programs: &program,
        placement: &placement,
        offline: is_kept,
    };
    complete_page(shell, &shell.template, &parts)
}

/// `404.html`, which servers show under any address that has no page: so nothing in it may hang on where
/// it is shown. Its links begin at the root of the server, by the site's path there. Where that is not
/// known, it names no file: the style stands in it, and the way to the start page is told in words.
pub(super) fn missing(
    shell: &Shell,
    overview: &Overview<'_>,
    around: Around,
    sheets: Option<&Sheets>,
) -> Result<String, DocumentError> {
    let path = overview.path();
    let start = path.clone().map(|path| (path, overview.title.clone().into_owned()));
    let around = match &path {
        Some(path) => Around { logo: logo(overview, path), ..around },
        None => around,
    };
    let body = render_missing(start, around);
    let title = messages::missing_on(&overview.title).text();
    let page = Page {
        title: &title,
        // Servers that know no status of their own for it may let it be found.
        head: NOT_TO_BE_FOUND,
        body: &body,
        programs: &[],
        placement: &Placement::ALONE,
        offline: false,
    };
    match path {
        Some(path) => {
            let has_style = sheets.is_none();
            let sheets = sheets.map(|sheets| sheets.for_site(&path, None)).unwrap_or_default();
            let placement = Placement { root: path.into(), has_style, sheets };
            complete_page(shell, &shell.template, &Page { placement: &placement, ..page })
        }
        None => complete_page(shell, &without_links(&shell.template)?, &page),
    }
}

/// The logo of the site, for a page from which `root` leads to the site's root.
fn logo(overview: &Overview<'_>, root: &str) -> Option<Logo> {
    let PictureFile { name, is_see_through, .. } = overview.logo?;
    Some(Logo {
        address: format!("{root}{name}"),
        words: overview.settings.logo_words().to_owned(),
        is_see_through: *is_see_through,
    })
}

/// What a page holds.
pub(super) struct Page<'page> {
    pub(super) title: &'page str,
    pub(super) head: &'page str,
    pub(super) body: &'page str,
    /// The programs that it names.
    pub(super) programs: &'page [Program],
    pub(super) placement: &'page Placement,
    /// Whether it is kept for readers without a network.
    pub(super) offline: bool,
}

/// Completes a template with what a page holds.
pub(super) fn complete_page(
    shell: &Shell,
    template: &str,
    page: &Page<'_>,
) -> Result<String, DocumentError> {
    let Page { title, head, body, programs, placement, offline } = *page;
    let Shell { scripts, words, .. } = shell;
    let built = Built { head, body, scripts, words, programs, placement, offline };
    complete_page_of_site(template, title, &built)
}

/// The site in a sentence.
fn description(overview: &Overview<'_>) -> String {
    let year = |event: &Event| event.starts.iso().get(..4).unwrap_or_default().to_owned();
    let years = || overview.events.iter().map(year);
    let (first, last) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    let by = overview.settings.organisation.as_deref();
    messages::description(overview.events.len(), &first, &last, by).text()
}
