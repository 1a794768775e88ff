//! What the page says of an event beside the host's own words: days, roles, and the names of places
//! on the page.

use super::Phrase;
pub use super::sentences::event::*;

/// A language by its name, from its tag; `None` where the name is not known.
pub fn language(tag: &str) -> Option<Phrase> {
    Some(match tag.split('-').next().unwrap_or(tag) {
        "ar" => LANGUAGE_AR,
        "de" => LANGUAGE_DE,
        "en" => LANGUAGE_EN,
        "es" => LANGUAGE_ES,
        "fr" => LANGUAGE_FR,
        "it" => LANGUAGE_IT,
        "pt" => LANGUAGE_PT,
        "ru" => LANGUAGE_RU,
        "zh" => LANGUAGE_ZH,
        _ => return None,
    })
}

/// The city that gives a time zone its name, from the name of the zone in the IANA database.
pub fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}
