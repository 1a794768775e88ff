//! What the reader has chosen: one entry for all events of a site, of which every field is optional.
//! Fields that this version does not know stay as they are.

use super::Session;
use crate::json::{Object, Value, parse};
use crate::storage::SETTINGS;

impl Session {
    pub(super) fn load_settings(&mut self) {
        if let Some(settings) = self.stored_settings() {
            self.settings = settings;
        }
    }

    /// `None` where something else stands there than settings, or that cannot be told.
    fn stored_settings(&self) -> Option<Object> {
        match self.store.read(SETTINGS).ok()? {
            None => Some(Object::default()),
            Some(text) => match parse(&text)? {
                Value::Object(settings) => Some(settings),
                _ => None,
            },
        }
    }

    /// What the reader chose by this name; `None` where they have not.
    pub fn setting(&self, name: &str) -> Option<&str> {
        match self.settings.get(name)? {
            Value::Text(choice) => Some(choice),
            _ => None,
        }
    }

    /// Keeps what the reader chose. Where that is not possible, it holds until the page is closed.
    pub fn choose(&mut self, name: &str, choice: &str) {
        self.settings.set(name, choice.into());
        // Another page may have stored another choice meanwhile.
        if let Some(mut stored) = self.stored_settings() {
            stored.set(name, choice.into());
            let _ = self.store.write(SETTINGS, &Value::Object(stored).to_string());
        }
    }
}
