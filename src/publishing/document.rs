//! The built `index.html`, completed: the rendered page, the event's data, the scripts and the security
//! policy, put into what Trunk made of the template. Native, at build time.

mod policy;
mod single_file;
mod styles;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};

use self::policy::with_policy;
pub(super) use self::policy::{policies, style_hashes};
pub use self::single_file::in_one_file;
use self::styles::with_one_style;
pub use self::styles::{coloured, own_style, shared_style};
use super::linked_data;
use super::offline::{MANIFEST, WORKER};
use super::programs::{EVENTS_PROGRAM, LATER_PROGRAMS, NOTES_PROGRAM, PageScripts, Program};
use super::words::Words;
use crate::event::{Event, EventOutline, Language};
use crate::messages::language::{is_right_to_left, language};
use crate::messages::page;

const TITLE: &str = "title";
const POLICY: &str = "meta[http-equiv='Content-Security-Policy' i]";
const SETTINGS: &str = "script#settings";
const DATA: &str = "script#event";

/// What a reader sees whose browser runs no script.
const NO_SCRIPT: &str = "noscript";

/// What the template must hold, each once.
const PLACES: [(&str, &str); 4] = [
    ("the title", TITLE),
    ("the security policy", POLICY),
    ("the script of the settings", SETTINGS),
    ("the event's data", DATA),
];

/// What the body must hold, each once.
const COPYING: &str = "script#copying";
const EARLY: &str = "script#early";

/// The id of the sheet that the early script lets count on the screen too.
const LATER_STYLE: &str = "later-style";

/// What the body of a start page holds.
const START: &str = "script#start";

/// What the build made for a page.
#[derive(Clone, Copy, Debug)]
pub struct Built<'built> {
    /// HTML for the head: what the site says there of itself.
    pub head: &'built str,
    /// What stands in the body, with places for its scripts.
    pub body: &'built str,
    /// The scripts that stand in the page.
    pub scripts: &'built PageScripts,
    /// The sentences of the interface for the browser.
    pub words: &'built Words,
    /// All programs that the page can load.
    pub programs: &'built [Program],
    /// Where the page stands.
    pub placement: &'built Placement,
    /// Whether the site is kept for reading without a network.
    pub offline: bool,
}

/// Where a page stands in its site, and what it shares with the other pages there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// How the page leads to the root of the site: `./` or `../`, or by the root's path on its server.
    pub root: Cow<'static, str>,
    /// Whether the style stands in the page itself, before its sheets.
    pub has_style: bool,
    /// The style sheets, in the order in which they count.
    pub sheets: Vec<Sheet>,
}

/// A style sheet by its address, as the page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The page is shown once it is there.
    Shown(String),
    /// It is for paper, so that the page is shown without it.
    OnPaper(String),
    /// It is for paper too, until the early script brings the program, of whose parts it holds the style.
    Later(String),
}

impl Placement {
    /// A page that names no file of its site for its style.
    pub const ALONE: Self = Self { root: Cow::Borrowed("./"), has_style: true, sheets: Vec::new() };

    /// An address in the root of the site, as the page names it.
    fn in_root(&self, address: &str) -> String {
        format!("{}{}", self.root, address.strip_prefix("./").unwrap_or(address))
    }
}

/// Why a template could not be completed.
#[derive(Debug)]
pub enum DocumentError {
    /// A place in the template or the body is missing, or is there more than once.
    Place(&'static str, usize),
    /// A script holds what would end its element too early.
    Script(&'static str),
    /// The template is no HTML that can be rewritten.
    Rewrite(lol_html::errors::RewritingError),
    /// The event cannot be written as JSON.
    Json(serde_json::Error),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(what, count) => write!(formatter, "the page holds {what} {count} times"),
            Self::Script(what) => {
                write!(
                    formatter,
                    "{what} holds `</script` or `<!--`, which HTML would not leave in it"
                )
            }
            Self::Rewrite(error) => write!(formatter, "index.html cannot be rewritten: {error}"),
            Self::Json(error) => write!(formatter, "the event cannot be written as JSON: {error}"),
        }
    }
}

impl std::error::Error for DocumentError {}

impl From<lol_html::errors::RewritingError> for DocumentError {
    fn from(error: lol_html::errors::RewritingError) -> Self {
        Self::Rewrite(error)
    }
}

/// Completes a template with what was built of an event.
///
/// # Errors
/// [`DocumentError`] where the template or the body lacks one of its places, or a script cannot stand
/// in it.
pub fn complete(template: &str, event: &Event, built: &Built<'_>) -> Result<String, DocumentError> {
    let Built { scripts, words, programs, placement, offline, .. } = *built;
    check_places(template)?;
    let body = completed_body(event, built)?;
    let programme = in_script("the script of the programme", &scripts.programme)?;
    // After the data: it is the last thing that a page needs.
    let programme =
        if event.tells_times() { format!("\n<script>{programme}</script>") } else { String::new() };
    // A `<` could end the element early; JSON may write it as an escape everywhere it can stand.
    let json = serde_json::to_string(&EventOutline::from(event))
        .map_err(DocumentError::Json)?
        .replace('<', "\\u003c");
    let page = filled(
        template,
        &Parts {
            title: &event.title,
            head: &(linked_data::head(event) + built.head),
            body: &(body + &linked_data::data_block(event)),
            data: Some(&json),
            end: &programme,
            scripts,
            words,
            programs,
            placement,
            offline,
        },
    )?;
    let page = in_its_language(&page, event.language.as_ref())?;
    with_policy(&page, "'self'", own_kinds(offline))
}

/// Completes a template for a page of the site that is none of an event. `programs` are those that it can
/// load. No notes are taken there, so it says nothing of what they need.
///
/// # Errors
/// [`DocumentError`] where the template lacks one of its places.
pub fn complete_page_of_site(
    template: &str,
    title: &str,
    built: &Built<'_>,
) -> Result<String, DocumentError> {
    let Built { head, scripts, words, programs, placement, offline, .. } = *built;
    check_places(template)?;
    let template = without(template, "noscript")?;
    let body = &completed_start(built)?;
    let parts = Parts {
        title,
        head,
        body,
        data: None,
        end: "",
        scripts,
        words,
        programs,
        placement,
        offline,
    };
    let page = in_its_language(&filled(&template, &parts)?, None)?;
    with_policy(&page, "'self'", own_kinds(offline))
}

/// A template that names no file of the site: for a page that does not know where it is shown.
///
/// # Errors
/// [`DocumentError::Rewrite`] where the template is no HTML.
pub fn without_links(template: &str) -> Result<String, DocumentError> {
    without(template, "link[href^='./']")
}

fn without(html: &str, selector: &str) -> Result<String, DocumentError> {
    Ok(rewrite_str(
        html,
        RewriteStrSettings {
            element_content_handlers: vec![element!(selector, |element| {
                element.remove();
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// A body without the comments by which Leptos marks what could change after hydration: nothing here
/// is hydrated.
fn without_comments(body: &str) -> Result<String, DocumentError> {
    Ok(rewrite_str(
        body,
        RewriteStrSettings {
            document_content_handlers: vec![doc_comments!(|comment| {
                comment.remove();
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// What a page may load from its own site beside scripts and styles.
fn own_kinds(offline: bool) -> &'static str {
    if offline {
        "img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'"
    } else {
        "img-src 'self'; connect-src 'self'"
    }
}

fn check_places(template: &str) -> Result<(), DocumentError> {
    for (what, selector) in PLACES {
        once(what, count(template, selector)?)?;
    }
    for name in LATER_PROGRAMS {
        once(name, count(template, &format!("meta[name='{name}']"))?)?;
    }
    Ok(())
}

/// What goes into a template.
struct Parts<'parts> {
    title: &'parts str,
    /// HTML behind the title.
    head: &'parts str,
    /// HTML before the event's data.
    body: &'parts str,
    /// The event's data as JSON that can stand in an element.
    data: Option<&'parts str>,
    /// HTML behind the data.
    end: &'parts str,
    scripts: &'parts PageScripts,
    words: &'parts Words,
    programs: &'parts [Program],
    placement: &'parts Placement,
    offline: bool,
}

fn filled(template: &str, parts: &Parts<'_>) -> Result<String, DocumentError> {
    let Parts { title, head, body, data, end, scripts, words, programs, placement, offline } =
        *parts;
    let settings = in_script("the script of the settings", &scripts.settings)?;
    let [manifest, registration] =
        if offline { kept(scripts, placement)? } else { Default::default() };
    Ok(rewrite_str(
        &with_one_style(template, title, placement)?,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!(TITLE, |element| {
                    element.set_inner_content(title, ContentType::Text);
                    element.after(&format!("{head}{manifest}"), ContentType::Html);
                    Ok(())
                }),
                element!(SETTINGS, |script| {
                    script.set_inner_content(settings, ContentType::Html);
                    script.set_attribute("data-words", &placement.in_root(&words.address()))?;
                    script.set_attribute("data-languages", &words.languages())?;
                    // Pages that are none of an event say what those of events do not.
                    if data.is_none() {
                        script.set_attribute("data-more", "")?;
                    }
                    Ok(())
                }),
                element!(DATA, |element| {
                    element.before(body, ContentType::Html);
                    element.after(&format!("{end}{registration}"), ContentType::Html);
                    match data {
                        Some(json) => element.set_inner_content(json, ContentType::Html),
                        None => element.remove(),
                    }
                    Ok(())
                }),
                element!(NO_SCRIPT, |element| {
                    let words = page::NOSCRIPT.text().replace('<', "&lt;");
                    let tag = language();
                    let html = format!("<p class=\"noscript\" lang=\"{tag}\">{words}</p>");
                    element.set_inner_content(&html, ContentType::Html);
                    Ok(())
                }),
                element!("meta[name]", |meta| {
                    let name = meta.get_attribute("name").unwrap_or_default();
                    if let Some(program) = named(programs, &name) {
                        meta.set_attribute("content", &placement.in_root(&program.script))?;
                    } else if LATER_PROGRAMS.contains(&&*name) {
                        meta.remove();
                    }
                    Ok(())
                }),
                element!("link[href^='./']", |link| {
                    let address = link.get_attribute("href").unwrap_or_default();
                    Ok(link.set_attribute("href", &placement.in_root(&address))?)
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// HTML for the head and the end of a page that is kept for reading without a network. The address of the
/// worker is no string in the script: what looks for the files that a page needs first would find it.
fn kept(scripts: &PageScripts, placement: &Placement) -> Result<[String; 2], DocumentError> {
    let script = in_script("the script that registers the worker", &scripts.offline)?;
    let [manifest, worker] = [MANIFEST, WORKER].map(|name| placement.in_root(name));
    Ok([
        format!("<link rel=\"manifest\" href=\"{manifest}\">"),
        format!("\n<script data-worker=\"{worker}\">{script}</script>"),
    ])
}

/// What of the page is not the host's, and so in the language of the interface.
const INTERFACE: &str = "[data-l10n-id], [data-reader], template";

/// Tells the language of the page and the way it is read, and where the interface speaks another one, that
/// of the interface within it.
fn in_its_language(page: &str, own: Option<&Language>) -> Result<String, DocumentError> {
    let interface = language();
    let direction = |is_right_to_left: bool| if is_right_to_left { "rtl" } else { "ltr" };
    let of_interface = direction(is_right_to_left(interface));
    let of_page = own.map_or(of_interface, |own| direction(own.is_right_to_left()));
    let tag = own.map_or(interface, Language::as_str);
    let differs = tag.split('-').next() != Some(interface);
    Ok(rewrite_str(
        page,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!("html", |html| {
                    html.set_attribute("lang", tag)?;
                    if of_page == "rtl" {
                        html.set_attribute("dir", of_page)?;
                    }
                    if tag != interface {
                        html.set_attribute("data-language", interface)?;
                    }
                    Ok(())
                }),
                element!(INTERFACE, |words| {
                    if differs {
                        words.set_attribute("lang", interface)?;
                        if of_page != of_interface {
                            words.set_attribute("dir", of_interface)?;
                        }
                    }
                    Ok(())
                }),
                // Days are written as the interface writes them.
                element!("time", |time| {
                    if differs {
                        time.set_attribute("lang", interface)?;
                        time.set_attribute("dir", of_interface)?;
                    }
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?)
}

fn once(what: &'static str, count: usize) -> Result<(), DocumentError> {
    if count == 1 { Ok(()) } else { Err(DocumentError::Place(what, count)) }
}

/// A script that can stand in an element as it is.
pub(super) fn in_script<'script>(
    what: &'static str,
    script: &'script str,
) -> Result<&'script str, DocumentError> {
    let lower = script.to_ascii_lowercase();
    if lower.contains("</script") || lower.contains("<!--") {
        return Err(DocumentError::Script(what));
    }
    Ok(script)
}

fn named<'all>(programs: &'all [Program], name: &str) -> Option<&'all Program> {
    programs.iter().find(|program| program.name == name)
}

/// The body with its scripts in their places.
fn completed_body(event: &Event, built: &Built<'_>) -> Result<String, DocumentError> {
    let Built { body, scripts, programs, placement, .. } = *built;
    once("the script for the clipboard", count(body, COPYING)?)?;
    once("the early script", count(body, EARLY)?)?;
    let copying = in_script("the script for the clipboard", &scripts.copying)?;
    let early = in_script("the early script", &scripts.early)?;
    Ok(rewrite_str(
        &without_comments(body)?,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!(COPYING, |script| {
                    script.set_inner_content(copying, ContentType::Html);
                    Ok(())
                }),
                element!(EARLY, |script| {
                    script.set_inner_content(early, ContentType::Html);
                    script.set_attribute("data-event", event.id.as_str())?;
                    if let Some(program) = named(programs, NOTES_PROGRAM) {
                        let address = placement.in_root(&program.script);
                        script.set_attribute("data-program", &address)?;
                    }
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// The body of a page of the site. The script of a start page names the program that it brings.
fn completed_start(built: &Built<'_>) -> Result<String, DocumentError> {
    let Built { body, scripts, programs, placement, .. } = *built;
    let start = in_script("the script of the start page", &scripts.start)?;
    Ok(rewrite_str(
        &without_comments(body)?,
        RewriteStrSettings {
            element_content_handlers: vec![element!(START, |script| {
                script.set_inner_content(start, ContentType::Html);
                if let Some(program) = named(programs, EVENTS_PROGRAM) {
                    script.set_attribute("data-program", &placement.in_root(&program.script))?;
                    script.set_attribute("data-wasm", &placement.in_root(&program.wasm))?;
                }
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// The files of its site that a page leads to, by their paths from the root of the site. `root` is the way
/// there from the page's folder, and `site` its address, where that is known: the host may have written
/// an address in full.
///
/// # Errors
/// [`DocumentError`] where the page cannot be read.
pub fn own_files(
    page: &str,
    root: &str,
    site: Option<&str>,
) -> Result<BTreeSet<String>, DocumentError> {
    let mut files = BTreeSet::new();
    rewrite_str(
        page,
        RewriteStrSettings {
            element_content_handlers: vec![element!("[href], [src]", |it| {
                for address in [it.get_attribute("href"), it.get_attribute("src")] {
                    let Some(address) = address else { continue };
                    let relative = address.strip_prefix(root);
                    let in_site = || address.strip_prefix(site?);
                    let path = relative.or_else(in_site).unwrap_or(&address);
                    // Neither places of the page itself nor other sites.
                    if !path.starts_with('#') && !path.contains("://") {
                        files.insert(path.to_owned());
                    }
                }
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?;
    Ok(files)
}

fn count(html: &str, selector: &str) -> Result<usize, DocumentError> {
    let mut found = 0;
    rewrite_str(
        html,
        RewriteStrSettings {
            element_content_handlers: vec![element!(selector, |_| {
                found += 1;
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?;
    Ok(found)
}
