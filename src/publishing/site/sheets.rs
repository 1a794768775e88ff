//! The style sheets of a site of several events: one that all its pages share, and one for those that are
//! none of an event, so that nobody waits for the style of a page that they do not open.

use super::{ROOT, SiteError, hashed};
use crate::publishing::document::{StyleSheets, shared_style};
use crate::publishing::shell::Shell;

/// What names of style sheets begin with that are not one page's own.
pub(in crate::publishing) const STEMS: [&str; 2] = ["style", "site"];

/// The style sheets in the root of a site, each by its name and what it holds.
pub(super) struct Sheets {
    shared: (String, String),
    of_site: (String, String),
}

impl Sheets {
    /// The sheets of a site that is called so.
    ///
    /// # Errors
    /// [`SiteError`] where the template is no HTML.
    pub(super) fn of(shell: &Shell, title: &str) -> Result<Self, SiteError> {
        let [shared, of_site] = STEMS;
        let sheet = |stem, style: String| (hashed(stem, "css", style.as_bytes()), style);
        Ok(Self {
            shared: sheet(shared, shared_style(&shell.template, title)?),
            of_site: sheet(of_site, shell.site_style.clone()),
        })
    }

    /// What the page of an event names, whose own sheet lies beside it.
    pub(super) fn for_event(&self, own: String) -> StyleSheets {
        let shared = vec![format!("{ROOT}{}", self.shared.0)];
        StyleSheets { shared, own: Some(own) }
    }

    /// What another page names, from which `root` leads to the root of the site.
    pub(super) fn for_site(&self, root: &str, own: Option<String>) -> StyleSheets {
        let shared = [&self.shared, &self.of_site].map(|(name, _)| format!("{root}{name}"));
        StyleSheets { shared: shared.into(), own }
    }

    /// The files, by their names.
    pub(super) fn files(self) -> [(String, Vec<u8>); 2] {
        [self.shared, self.of_site].map(|(name, style)| (name, style.into_bytes()))
    }
}
