//! What the reader has chosen: one entry for all events of a site, of which every field is optional.
//! Fields that this version does not know stay as they are.

use serde_json::value::to_raw_value;

use super::Session;
use crate::notebook::{Fields, text_of};
use crate::storage::{SETTINGS, codec};

impl Session {
    pub(super) fn load_settings(&mut self) {
        if let Some(settings) = self.stored_settings() {
            self.settings = settings;
        }
    }

    /// `None` where something else stands there than settings, or that cannot be told.
    fn stored_settings(&self) -> Option<Fields> {
        match self.store.read(SETTINGS).ok()? {
            None => Some(Fields::default()),
            Some(text) => serde_json::from_str(&text).ok(),
        }
    }

    /// What the reader chose by this name; `None` where they have not.
    pub fn setting(&self, name: &str) -> Option<String> {
        text_of(self.settings.get(name)?)
    }

    /// Keeps what the reader chose. Where that is not possible, it holds until the page is closed.
    pub fn choose(&mut self, name: &str, choice: &str) {
        let Ok(choice) = to_raw_value(choice) else { return };
        self.settings.insert(name.to_owned(), choice.clone());
        // Another page may have stored another choice meanwhile.
        if let Some(mut stored) = self.stored_settings() {
            stored.insert(name.to_owned(), choice);
            let _ = self.store.write(SETTINGS, &codec::json(&stored));
        }
    }
}
