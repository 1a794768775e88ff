//! The style sheets of a site: one that no page waits for, and in a site of several events one that all its
//! pages share, and one for those that are none of an event, so that nobody waits for the style of a page
//! that they do not open.

use super::{ROOT, SiteError, hashed};
use crate::publishing::document::{Sheet, shared_style};
use crate::publishing::shell::Shell;

/// What names of style sheets begin with that are not one page's own.
pub(in crate::publishing) const STEMS: [&str; 3] = ["later", "style", "site"];

/// The sheet of a site that no page waits for, by its name and what it holds.
pub(super) fn later(shell: &Shell) -> (String, String) {
    let [later, ..] = STEMS;
    sheet(later, shell.later_style.clone())
}

fn sheet(stem: &str, style: String) -> (String, String) {
    (hashed(stem, "css", style.as_bytes()), style)
}

/// The style sheets in the root of a site of several events, each by its name and what it holds.
pub(super) struct Sheets {
    later: (String, String),
    shared: (String, String),
    of_site: (String, String),
}

impl Sheets {
    /// The sheets of a site.
    ///
    /// # Errors
    /// [`SiteError`] where the template is no HTML.
    pub(super) fn of(shell: &Shell) -> Result<Self, SiteError> {
        let [_, shared, of_site] = STEMS;
        Ok(Self {
            later: later(shell),
            shared: sheet(shared, shared_style(&shell.template)?),
            of_site: sheet(of_site, shell.site_style.clone()),
        })
    }

    /// What the page of an event names, whose own sheet lies beside it.
    pub(super) fn for_event(&self, own: String) -> Vec<Sheet> {
        let [later, shared, _] = self.addresses(ROOT);
        vec![Sheet::Shown(shared), Sheet::Later(later), Sheet::OnPaper(own)]
    }

    /// What another page names, from which `root` leads to the root of the site.
    pub(super) fn for_site(&self, root: &str, own: Option<String>) -> Vec<Sheet> {
        let [later, shared, of_site] = self.addresses(root);
        let sheets = [Sheet::Shown(shared), Sheet::OnPaper(later), Sheet::Shown(of_site)];
        sheets.into_iter().chain(own.map(Sheet::OnPaper)).collect()
    }

    /// What the page with the notes on all events names, which shows notes as the pages of events do.
    pub(super) fn for_all_notes(&self, own: String) -> Vec<Sheet> {
        let [later, shared, of_site] = self.addresses(ROOT).map(Sheet::Shown);
        vec![shared, later, of_site, Sheet::OnPaper(own)]
    }

    fn addresses(&self, root: &str) -> [String; 3] {
        [&self.later, &self.shared, &self.of_site].map(|(name, _)| format!("{root}{name}"))
    }

    /// The files that only such a site has, by their names.
    pub(super) fn files(&self) -> [(&str, &str); 2] {
        [&self.shared, &self.of_site].map(|(name, style)| (name.as_str(), style.as_str()))
    }
}
