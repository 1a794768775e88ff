//! What the reader has chosen for all events of a site.
//!
//! Each choice is data of the root element as well: a script at the top of the page puts the stored
//! ones there before anything is painted, and the style goes by them.

use leptos::prelude::*;

use super::session::SharedSession;
use crate::reader::platform;

/// A choice that is kept. Its name is that of the field, and of the root element's `data-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The colours; none where the system's serve.
    Colours,
    /// Whether there are shortcuts: `off` where not.
    Shortcuts,
    /// Whether the hint of the first visit was seen.
    Hint,
}

impl Setting {
    fn name(self) -> &'static str {
        match self {
            Self::Colours => "colours",
            Self::Shortcuts => "shortcuts",
            Self::Hint => "hint",
        }
    }
}

/// The settings.
#[derive(Clone, Copy)]
pub struct Settings {
    session: SharedSession,
    changed: Trigger,
}

impl Settings {
    pub(super) fn new(session: SharedSession) -> Self {
        Self { session, changed: Trigger::new() }
    }

    /// What the reader chose; empty where they have not.
    pub fn get(self, setting: Setting) -> String {
        self.changed.track();
        self.session.with(|session| session.setting(setting.name()).unwrap_or_default())
    }

    /// Keeps what the reader chose.
    pub fn choose(self, setting: Setting, choice: &str) {
        self.session.act(|session| session.choose(setting.name(), choice));
        platform::set_root_data(setting.name(), choice);
        self.changed.notify();
    }
}
