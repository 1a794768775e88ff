//! What a host says of a site of events: the file `site.toml`, beside the event files. All of it may be
//! left out, and so may the file.

use serde::{Deserialize, Serialize};

use super::{Colour, Language, Link};

/// The name of the file.
pub const SITE_FILE: &str = "site.toml";

/// A site of events.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SiteSettings {
    /// What the site is called, such as “Panels of the Institute”.
    pub title: Option<String>,
    /// The body that publishes it.
    pub organisation: Option<String>,
    /// The language of its title and of the name of the body. All other words of the start page are English.
    pub language: Option<Language>,
    /// The logo of the site or of the body, above the title of the start page: a picture's path below the
    /// folder `public`: JPEG, PNG, WebP, GIF or SVG.
    #[cfg_attr(feature = "content", schemars(extend("x-holds" = "picture")))]
    pub logo: Option<String>,
    /// What the logo shows, for those who do not see it. Without it, that is the name of the body, where the
    /// title does not tell it already.
    pub logo_alt: Option<String>,
    /// The colour of links, buttons and marks on all pages, in the place of their own. On a light
    /// background one must be able to read words in it.
    pub accent: Option<Colour>,
    /// The same for dark backgrounds. Without it, a light colour of the same hue is taken.
    pub accent_dark: Option<Colour>,
    /// Where the site is published: the address of its start page. Feeds and the sitemap need it.
    #[cfg_attr(feature = "content", schemars(extend("x-holds" = "page-address")))]
    pub address: Option<Link>,
    /// Where it says who is responsible for the site.
    pub imprint: Option<Link>,
    /// Where it says what happens to the data of visitors.
    pub privacy: Option<Link>,
    /// In which order the start page lists events.
    pub order: Order,
    /// Whether browsers keep the whole site, so that visitors can read it and take notes without a network.
    /// If you set it to `false` later, the browsers of those who come back forget what they kept.
    pub offline: bool,
}

/// An order of events.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The latest first.
    #[default]
    LatestFirst,
    /// The earliest first.
    EarliestFirst,
}

impl Default for SiteSettings {
    fn default() -> Self {
        Self {
            title: None,
            organisation: None,
            language: None,
            logo: None,
            logo_alt: None,
            accent: None,
            accent_dark: None,
            address: None,
            imprint: None,
            privacy: None,
            order: Order::default(),
            offline: true,
        }
    }
}

impl SiteSettings {
    /// What the site is called; its host may leave that to the body that publishes it.
    pub fn name(&self) -> Option<&str> {
        self.title.as_deref().or(self.organisation.as_deref())
    }

    /// The language of what the site is called, where its host says that.
    pub fn language_of_name(&self) -> Option<&Language> {
        self.language.as_ref().filter(|_| self.name().is_some())
    }

    /// What stands for the logo where it is not seen; empty where the words beside it say the same.
    pub fn logo_words(&self) -> &str {
        let body = self.organisation.as_deref().unwrap_or_default();
        let is_told = self.name().is_some_and(|name| name.contains(body));
        self.logo_alt.as_deref().unwrap_or(if is_told { "" } else { body })
    }

    /// The address of something in the site, by its path from the root; `None` where the site's is not
    /// known.
    pub fn address_of(&self, path: &str) -> Option<Link> {
        Some(self.address.as_ref()?.beside(path))
    }
}
