//! A page as a single file, which opens from a disk and loads nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::super::programs::LATER_PROGRAMS;
use super::policy::with_policy;
use super::{DATA, DocumentError, EARLY, SETTINGS, in_script};

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
    let bundle = in_script("the single file's script", bundle)?;
    let later = LATER_PROGRAMS.map(|name| format!("meta[name='{name}']")).join(", ");
    let single = rewrite_str(
        page,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!(later, |meta| {
                    meta.remove();
                    Ok(())
                }),
                // It is a whole already, no worker can be registered from a disk, and what tells of other
                // events stands elsewhere.
                element!(
                    "link[rel='manifest'], link[rel='alternate'], script[data-worker], #newer",
                    |it| {
                        it.remove();
                        Ok(())
                    }
                ),
                // A style sheet in the address itself would not be the page's own to its policy.
                element!("link[rel='stylesheet']", |link| {
                    let address = link.get_attribute("href").unwrap_or_default();
                    let Some(sheet) = read(address.strip_prefix("./").unwrap_or(&address)) else {
                        return Ok(());
                    };
                    let sheet = String::from_utf8_lossy(&sheet);
                    let kept = ["media", "id"].map(|name| {
                        let value = link.get_attribute(name);
                        value.map(|it| format!(" {name}=\"{it}\"")).unwrap_or_default()
                    });
                    let style = format!("<style{}>{sheet}</style>", kept.concat());
                    link.replace(&style, ContentType::Html);
                    Ok(())
                }),
                element!("[href]", |it| {
                    if it.get_attribute("rel").as_deref() == Some("stylesheet") {
                        return Ok(());
                    }
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
                element!(DATA, |data| {
                    data.after(&format!("<script>{bundle}</script>\n"), ContentType::Html);
                    Ok(())
                }),
                element!(SETTINGS, |script| {
                    script.remove_attribute("data-words");
                    Ok(())
                }),
                element!(EARLY, |script| {
                    script.remove_attribute("data-program");
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?;
    // A file has no server: there is nothing that it may load.
    with_policy(&single, "", "img-src data:")
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
