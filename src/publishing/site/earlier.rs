//! What an earlier build made, and under what it is found again.

use std::collections::BTreeMap;

use super::SiteFiles;

/// What an earlier build made, so that it need not be made again.
pub trait Earlier: Sync {
    /// All that was made of an event under just this key, by its paths.
    fn find(&self, event: &str, key: &str) -> Option<BTreeMap<String, Vec<u8>>>;

    /// What else decides what is made, beside the host's files and the shell: the program itself.
    fn maker(&self) -> &str;
}

/// A site that was made before, by the same program.
impl Earlier for SiteFiles {
    fn find(&self, event: &str, key: &str) -> Option<BTreeMap<String, Vec<u8>>> {
        let made = self.made.get(event).filter(|made| made.key == key)?;
        let file = |path: &String| Some((path.clone(), self.files.get(path)?.to_vec()));
        made.paths.iter().map(file).collect()
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
}
