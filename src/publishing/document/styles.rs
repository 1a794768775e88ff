//! The style of a page: one element, or sheets of which the pages of a site share one, and a sheet that no
//! page waits for. The title that runs along the top of printed pages (`style/print.css`) is each page's
//! own, since a style cannot ask the page for it.

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::policy::contents;
use super::{DocumentError, LATER_STYLE, Placement, Sheet};
use crate::event::accent::{Accent, DARK, LIGHT, Scheme, Shades};
use crate::messages::page;

/// The style that stands in a template, for a sheet that all pages of a site share.
///
/// # Errors
/// [`DocumentError::Rewrite`] where the template is no HTML.
pub fn shared_style(template: &str) -> Result<String, DocumentError> {
    Ok(contents(template, "style")?.concat())
}

/// A template with the colours of a host in the place of the style's own: in each set of colours that has
/// them, so that all that chooses between the sets, the system or the reader, goes on as before. The set of
/// high contrast and the page on paper have colours of their own, which stay.
///
/// # Errors
/// [`DocumentError::Place`] where the style has not the colours that are to be replaced.
pub fn coloured(template: &str, accent: &Accent) -> Result<String, DocumentError> {
    let mut template = template.to_owned();
    let schemes: [(&Scheme, &Option<Shades>); 2] = [(&LIGHT, &accent.light), (&DARK, &accent.dark)];
    for (scheme, shades) in schemes {
        let Some(Shades { accent, wash }) = shades else { continue };
        for (what, name, old, new) in [
            ("the accent", "--accent:", scheme.accent, accent),
            ("the wash of the accent", "--accent-wash:", scheme.accent_wash, wash),
        ] {
            // A build for readers leaves out the space.
            let written = ["", " "].map(|space| format!("{name}{space}"));
            if !written.iter().any(|it| template.contains(&format!("{it}{old}"))) {
                return Err(DocumentError::Place(what, 0));
            }
            for it in written {
                template = template.replace(&format!("{it}{old}"), &format!("{it}{new}"));
            }
        }
    }
    Ok(template)
}

/// The style of a page's own: its title along the top of printed pages, and the words that only these have.
pub fn own_style(title: &str) -> String {
    let [title, notes, draft] =
        [title, page::PRINT_NOTES.text(), page::PRINT_DRAFT.text()].map(in_style_string);
    format!(
        ":root{{--notes-word:\"{notes}\";--draft-word:\"{draft}\"}}@page{{@top-left{{content:\"{title}\"}}}}"
    )
}

/// Puts what stands in all styles into the first, in their order, and the page's own behind it: each would
/// have a hash of its own in the policy, and hashes are what compresses least. The sheets follow there, or
/// take the place of it.
pub(super) fn with_one_style(
    html: &str,
    title: &str,
    placement: &Placement,
) -> Result<String, DocumentError> {
    let mut styles = Some(contents(html, "style")?.concat() + &own_style(title));
    let links: Vec<String> = placement.sheets.iter().map(link).collect();
    let links = links.join("\n");
    Ok(rewrite_str(
        html,
        RewriteStrSettings {
            element_content_handlers: vec![element!("style", |style| {
                match styles.take() {
                    Some(all) if placement.has_style => {
                        style.set_inner_content(&all, ContentType::Html);
                        style.after(&links, ContentType::Html);
                    }
                    Some(_) => style.replace(&links, ContentType::Html),
                    None => style.remove(),
                }
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?)
}

fn link(sheet: &Sheet) -> String {
    let (address, for_paper) = match sheet {
        Sheet::Shown(address) => (address, String::new()),
        Sheet::OnPaper(address) => (address, " media=\"print\"".to_owned()),
        Sheet::Later(address) => (address, format!(" media=\"print\" id=\"{LATER_STYLE}\"")),
    };
    format!("<link rel=\"stylesheet\" href=\"{address}\"{for_paper}>")
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
