//! The page with the notes on all events of a site.

use std::borrow::Cow;

use super::pages::{NOT_TO_BE_FOUND, Page, complete_page};
use super::{Making, PAGE, ROOT, Sheets, Site, SiteError, hashed};
use crate::messages::all_notes as messages;
use crate::page::all_notes::render_all_notes;
use crate::publishing::document::{Placement, in_script, own_style};
use crate::publishing::feeds::LIST;
use crate::publishing::programs::ALL_NOTES_PROGRAM;

/// What the folder of the page is called, unless something else of the site is called so.
const FOLDER: &str = "notes";

/// The folder of the page: one that no event has, and nothing that the host publishes.
pub(super) fn folder(site: &Site) -> Option<String> {
    let numbered = (2..).map(|number| format!("{FOLDER}-{number}"));
    let mut names = std::iter::once(FOLDER.to_owned()).chain(numbered);
    let is_free = |name: &String| {
        site.events.iter().all(|event| event.id.as_str() != name)
            && !site.public.join(name).exists()
    };
    names.find(is_free).filter(|_| !site.is_one_event())
}

/// The files of the page, by their paths.
pub(super) fn files(
    site: &Site,
    making: Making<'_>,
    sheets: &Sheets,
) -> Result<Vec<(String, String)>, SiteError> {
    let Some(folder) = folder(site) else { return Ok(Vec::new()) };
    let title = messages::title_of(&site.title()).text();
    let own_style = own_style(&title);
    let own = hashed("print", "css", own_style.as_bytes());
    let sheets = sheets.for_all_notes(own.clone());
    let placement = Placement { root: Cow::Borrowed(ROOT), has_style: false, sheets };
    let body = render_all_notes(&site.title(), ROOT, site.around(None)) + &loader(making)?;
    let page = Page {
        title: &title,
        // It shows nothing that others could find.
        head: NOT_TO_BE_FOUND,
        body: &body,
        programs: &[],
        placement: &placement,
        offline: making.is_kept,
    };
    let page = complete_page(making.shell, &making.shell.template, &page)?;
    Ok(vec![(format!("{folder}/{PAGE}"), page), (format!("{folder}/{own}"), own_style)])
}

/// The script that brings the program, with the addresses of what it brings.
fn loader(making: Making<'_>) -> Result<String, SiteError> {
    let Making { shell, .. } = making;
    let script = in_script("the script of all notes", &shell.scripts.all_notes)?;
    let program = shell.programs.iter().find(|program| program.name == ALL_NOTES_PROGRAM);
    let [program, wasm] = program.map(|it| it.files()).unwrap_or_default();
    Ok(format!(
        "<script data-program=\"{ROOT}{program}\" data-wasm=\"{ROOT}{wasm}\" \
         data-events=\"{ROOT}{LIST}\">{script}</script>"
    ))
}
