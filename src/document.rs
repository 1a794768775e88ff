//! The built `index.html`, completed: the rendered page, the event's data, and the security
//! policy, put into what Trunk made of the template. Native, at build time.

use std::cell::RefCell;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use sha2::{Digest as _, Sha256};

use crate::event::Event;
use crate::programs::{LATER_PROGRAMS, LOADER, LOADER_PLACE, LaterProgram};
use crate::published;

/// What the template must hold, each once.
const PLACES: [(&str, &str); 3] = [
    ("the app's place", "#app"),
    ("the title", "title"),
    ("the security policy", "meta[http-equiv='Content-Security-Policy' i]"),
];

/// Stands in the style for the event's title.
const RUNNING_TITLE: &str = "{title}";

/// Why a template could not be completed.
#[derive(Debug)]
pub enum DocumentError {
    /// A place is missing, or is there more than once.
    Place(&'static str, usize),
    /// The template is no HTML that can be rewritten.
    Rewrite(lol_html::errors::RewritingError),
    /// The event cannot be written as JSON.
    Json(serde_json::Error),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(what, count) => write!(formatter, "index.html holds {what} {count} times"),
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

/// Completes a template with the event's page. `later_programs` are the addresses of the programs that
/// are loaded later, in the order of [`LATER_PROGRAMS`].
///
/// # Errors
/// [`DocumentError`] where the template lacks one of its places.
pub fn complete(
    template: &str,
    event: &Event,
    app_html: &str,
    later_programs: &[String],
) -> Result<String, DocumentError> {
    for (what, selector) in PLACES {
        match count(template, selector)? {
            1 => {}
            other => return Err(DocumentError::Place(what, other)),
        }
    }
    for LaterProgram { name, .. } in LATER_PROGRAMS {
        match count(template, &format!("meta[name='{name}']"))? {
            1 => {}
            other => return Err(DocumentError::Place(name, other)),
        }
    }
    for (what, place) in [("the running title", RUNNING_TITLE), ("the loader", LOADER_PLACE)] {
        match template.matches(place).count() {
            1 => {}
            other => return Err(DocumentError::Place(what, other)),
        }
    }
    // The title that runs along the top of the printed pages (`style/print.css`): a style cannot ask
    // the page for it.
    let template = &template
        .replace(RUNNING_TITLE, &in_style_string(&event.title))
        .replace(LOADER_PLACE, LOADER);
    let template = &with_one_style(template)?;
    let policy = policy(template, "'self'", "img-src 'self'; connect-src 'self'")?;
    // A `<` could end the element early; JSON may write it as an escape everywhere it can stand.
    let json = serde_json::to_string(event).map_err(DocumentError::Json)?.replace('<', "\\u003c");
    let data = format!("<script type=\"application/json\" id=\"event\">{json}</script>");
    Ok(rewrite_str(
        template,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!(PLACES[0].1, |app| {
                    app.set_inner_content(app_html, ContentType::Html);
                    app.after(&data, ContentType::Html);
                    Ok(())
                }),
                element!(PLACES[1].1, |title| {
                    title.set_inner_content(&event.title, ContentType::Text);
                    title.after(&published::head(event), ContentType::Html);
                    Ok(())
                }),
                element!(PLACES[2].1, |meta| Ok(meta.set_attribute("content", &policy)?)),
                element!("meta[name]", |meta| {
                    let name = meta.get_attribute("name");
                    let is_it = |(it, _): &(&LaterProgram, _)| Some(it.name) == name.as_deref();
                    if let Some((_, address)) =
                        LATER_PROGRAMS.iter().zip(later_programs).find(is_it)
                    {
                        meta.set_attribute("content", address)?;
                    }
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// Puts what stands in all styles into the first, in their order: each would have a hash of its own in
/// the policy, and hashes are what compresses least.
fn with_one_style(html: &str) -> Result<String, DocumentError> {
    let mut styles = Some(contents(html, "style")?.concat());
    Ok(rewrite_str(
        html,
        RewriteStrSettings {
            element_content_handlers: vec![element!("style", |style| {
                match styles.take() {
                    Some(all) => style.set_inner_content(&all, ContentType::Html),
                    None => style.remove(),
                }
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// Makes of a completed page one that loads nothing: the programs are in `bundle`, and what else it
/// names, and `read` finds by its address, goes into the address itself.
///
/// # Errors
/// [`DocumentError`] where the page cannot be rewritten.
pub fn in_one_file(
    page: &str,
    bundle: &str,
    read: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<String, DocumentError> {
    let in_itself = |address: &str| {
        let address = address.strip_prefix("./").unwrap_or(address);
        let is_own = !address.is_empty() && !address.starts_with('#') && !address.contains(':');
        let content = read(address).filter(|_| is_own)?;
        Some(format!("data:{};base64,{}", media_type(address), STANDARD.encode(content)))
    };
    let without_programs = rewrite_str(
        page,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!(
                    "script[type='module'], link[rel$='preload'], meta[name='study'], meta[name='take-home']",
                    |it| {
                        it.remove();
                        Ok(())
                    }
                ),
                element!("[href]", |it| {
                    if let Some(data) = it.get_attribute("href").and_then(|it| in_itself(&it)) {
                        it.set_attribute("href", &data)?;
                    }
                    Ok(())
                }),
                element!("[src]", |it| {
                    if let Some(data) = it.get_attribute("src").and_then(|it| in_itself(&it)) {
                        it.set_attribute("src", &data)?;
                    }
                    Ok(())
                }),
                element!("body", |body| {
                    let script = format!("<script type=\"module\">{bundle}</script>");
                    body.append(&script, ContentType::Html);
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?;
    // A file has no server: there is nothing that it may load.
    let policy = policy(&without_programs, "", "img-src data:")?;
    Ok(rewrite_str(
        &without_programs,
        RewriteStrSettings {
            element_content_handlers: vec![element!(PLACES[2].1, |meta| {
                Ok(meta.set_attribute("content", &policy)?)
            })],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// A text as it stands within a string of CSS (Syntax level 3, section 4.3.7): whatever could end the
/// string, or the element it stands in, is an escape.
fn in_style_string(text: &str) -> String {
    let escaped = |letter: char| match letter {
        '"' | '\\' | '<' => format!("\\{:x} ", u32::from(letter)),
        control if control.is_control() => format!("\\{:x} ", u32::from(control)),
        other => other.to_string(),
    };
    text.chars().map(escaped).collect()
}

fn media_type(address: &str) -> &'static str {
    match address.rsplit('.').next() {
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ics") => "text/calendar",
        Some("bib") => "application/x-bibtex",
        Some("ris") => "application/x-research-info-systems",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
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

/// The Content Security Policy (CSP level 3) of a page: nothing but its own files, where it has
/// any, and of what stands inline just what stands there now, by its hash.
fn policy(html: &str, own_files: &str, further: &str) -> Result<String, DocumentError> {
    let scripts = inline_hashes(html, "script:not([src])")?;
    let styles = inline_hashes(html, "style")?;
    Ok(format!(
        "default-src 'none'; script-src {own_files} 'wasm-unsafe-eval'{scripts}; \
         style-src {own_files}{styles}; {further}; base-uri 'none'; form-action 'none'"
    ))
}

fn inline_hashes(html: &str, selector: &str) -> Result<String, DocumentError> {
    let hash = |text: &String| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    Ok(contents(html, selector)?.iter().map(hash).collect())
}

/// What stands in each element that matches a selector.
fn contents(html: &str, selector: &str) -> Result<Vec<String>, DocumentError> {
    let texts = RefCell::new(Vec::<String>::new());
    rewrite_str(
        html,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!(selector, |_| {
                    texts.borrow_mut().push(String::new());
                    Ok(())
                }),
                text!(selector, |chunk| {
                    if let Some(text) = texts.borrow_mut().last_mut() {
                        text.push_str(chunk.as_str());
                    }
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?;
    Ok(texts.into_inner())
}
