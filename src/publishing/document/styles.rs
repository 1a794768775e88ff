//! The style of a page: one element, or sheets of which the pages of a site share one. The title that runs
//! along the top of printed pages stands in it (`style/print.css`), since a style cannot ask the page for
//! it.

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::policy::contents;
use super::{DocumentError, Placement, StyleSheets};
use crate::event::accent::{Accent, DARK, LIGHT, Scheme, Shades};

/// Stands in the style for the title.
pub(super) const RUNNING_TITLE: &str = "{title}";

/// The style that stands in a template, for a sheet that all pages of a site share. `title` runs along
/// the top of printed pages that have no sheet of their own.
///
/// # Errors
/// [`DocumentError::Rewrite`] where the template is no HTML.
pub fn shared_style(template: &str, title: &str) -> Result<String, DocumentError> {
    Ok(contents(template, "style")?.concat().replace(RUNNING_TITLE, &in_style_string(title)))
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

/// The style sheet of a page's own, beside the shared one: its title along the top of printed pages.
pub fn own_style(title: &str) -> String {
    format!("@page{{@top-left{{content:\"{}\"}}}}", in_style_string(title))
}

/// Puts what stands in all styles into the first, in their order: each would have a hash of its own in
/// the policy, and hashes are what compresses least. Where the page has style sheets, these stand there.
pub(super) fn with_one_style(html: &str, placement: &Placement) -> Result<String, DocumentError> {
    let mut styles = Some(contents(html, "style")?.concat());
    Ok(rewrite_str(
        html,
        RewriteStrSettings {
            element_content_handlers: vec![element!("style", |style| {
                match (styles.take(), &placement.styles) {
                    (Some(all), None) => style.set_inner_content(&all, ContentType::Html),
                    (Some(_), Some(StyleSheets { shared, own })) => {
                        let link = |address: &String, media: &str| {
                            format!("<link rel=\"stylesheet\" href=\"{address}\"{media}>")
                        };
                        let shared = shared.iter().map(|it| link(it, ""));
                        let own = own.iter().map(|it| link(it, " media=\"print\""));
                        let links: Vec<String> = shared.chain(own).collect();
                        style.replace(&links.join("\n"), ContentType::Html);
                    }
                    (None, _) => style.remove(),
                }
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// A text as it stands within a string of CSS (Syntax level 3, section 4.3.7): whatever could end the
/// string, or the element it stands in, is an escape.
pub(super) fn in_style_string(text: &str) -> String {
    let escaped = |letter: char| match letter {
        '"' | '\\' | '<' => format!("\\{:x} ", u32::from(letter)),
        control if control.is_control() => format!("\\{:x} ", u32::from(control)),
        other => other.to_string(),
    };
    text.chars().map(escaped).collect()
}
