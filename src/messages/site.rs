//! The sentences of a site of several events.

/// What a site is called that has no title.
pub const EVENTS: &str = "Events";

/// The link from an event's page to the start page, before the site's title.
pub const PART_OF: &str = "Part of ";

/// The years in which there are events.
pub const YEARS: &str = "Years";
