//! What the reader has chosen: one entry for all events of a site, of which every field is optional.
//! Fields that this version does not know stay as they are.

use serde_json::{Map, Value};

use super::Session;
use crate::storage::SETTINGS;

impl Session {
    pub(super) fn load_settings(&mut self) {
        if let Some(settings) = self.stored_settings() {
            self.settings = settings;
        }
    }

    /// `None` where something else stands there than settings, or that cannot be told.
    fn stored_settings(&self) -> Option<Map<String, Value>> {
        match self.store.read(SETTINGS).ok()? {
            None => Some(Map::new()),
            Some(text) => serde_json::from_str(&text).ok(),
        }
    }

    /// What the reader chose by this name; `None` where they have not.
    pub fn setting(&self, name: &str) -> Option<&str> {
        self.settings.get(name)?.as_str()
    }

    /// Keeps what the reader chose. Where that is not possible, it holds until the page is closed.
    pub fn choose(&mut self, name: &str, choice: &str) {
        self.settings.insert(name.to_owned(), choice.into());
        // Another page may have stored another choice meanwhile.
        if let Some(mut stored) = self.stored_settings() {
            stored.insert(name.to_owned(), choice.into());
            let _ = self.store.write(SETTINGS, &Value::Object(stored).to_string());
        }
    }
}
