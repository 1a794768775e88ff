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
use crate::published;

/// What the template must hold, each once.
const PLACES: [(&str, &str); 3] = [
    ("the app's place", "#app"),
    ("the title", "title"),
    ("the security policy", "meta[http-equiv='Content-Security-Policy' i]"),
];

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

/// Completes a template with the event's page.
///
/// # Errors
/// [`DocumentError`] where the template lacks one of its places.
pub fn complete(template: &str, event: &Event, app_html: &str) -> Result<String, DocumentError> {
    for (what, selector) in PLACES {
        match count(template, selector)? {
            1 => {}
            other => return Err(DocumentError::Place(what, other)),
        }
    }
    let policy = policy(template)?;
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
                // Chromium checks no integrity on preloads of this kind, and says so on the
                // console of every reader. The file's name holds its hash.
                element!("link[rel='preload'][integrity]", |link| {
                    link.remove_attribute("integrity");
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?)
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

/// The Content Security Policy (CSP level 3) of a page: nothing but its own files, and of what
/// stands inline just what stands there now, by its hash.
fn policy(html: &str) -> Result<String, DocumentError> {
    let scripts = inline_hashes(html, "script:not([src])")?;
    let styles = inline_hashes(html, "style")?;
    Ok(format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; img-src 'self'; connect-src 'self'; base-uri 'none'; \
         form-action 'none'"
    ))
}

fn inline_hashes(html: &str, selector: &str) -> Result<String, DocumentError> {
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
    Ok(texts
        .into_inner()
        .iter()
        .map(|text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text))))
        .collect())
}
