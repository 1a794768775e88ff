//! What a host says of a site of events: the file `site.toml`, beside the event files. All of it may be
//! left out, and so may the file.

use serde::{Deserialize, Serialize};

use super::Link;

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

    /// The address of something in the site, by its path from the root; `None` where the site's is not
    /// known.
    pub fn address_of(&self, path: &str) -> Option<Link> {
        Some(self.address.as_ref()?.beside(path))
    }
}
