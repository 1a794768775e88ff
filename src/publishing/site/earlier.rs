//! What an earlier build made, and under what it is found again.

use std::collections::{BTreeMap, BTreeSet};

use super::SiteFiles;

/// What an earlier build made, so that it need not be made again.
pub trait Earlier: Sync {
    /// All that was made of an event under just this key.
    fn find(&self, event: &str, key: &str) -> Option<Found>;

    /// What else decides what is made, beside the host's files and the shell: the program itself.
    fn maker(&self) -> &str;
}

/// What is found of an earlier build.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The files, by their paths.
    pub files: BTreeMap<String, Vec<u8>>,
    /// As [`Made::leads_to`].
    pub leads_to: BTreeSet<String>,
    /// Those of the files that lie where the site is written to, just so: the SHA-256 of each in
    /// hexadecimal digits.
    pub in_place: BTreeMap<String, String>,
}

/// A site that was made before, by the same program.
impl Earlier for SiteFiles {
    fn find(&self, event: &str, key: &str) -> Option<Found> {
        let made = self.made.get(event).filter(|made| made.key == key)?;
        let file = |path: &String| Some((path.clone(), self.files.get(path)?.to_vec()));
        let files = made.paths.iter().map(file).collect::<Option<_>>()?;
        Some(Found { files, leads_to: made.leads_to.clone(), ..Found::default() })
    }

    fn maker(&self) -> &str {
        ""
    }
}

/// What was made of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Of all that it was made of. Under the same key the same files are made.
    pub key: String,
    /// The paths of the files.
    pub paths: Vec<String>,
    /// The files of its site that the page leads to, by their paths from the root of the site.
    pub leads_to: BTreeSet<String>,
}
