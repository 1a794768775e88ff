//! The sentences of a site of several events.

/// The language of all of them.
pub const LANGUAGE: &str = "en";

/// What a site is called that has no title.
pub const EVENTS: &str = "Events";

/// The link from an event's page to the start page, before the site's title.
pub const PART_OF: &str = "Part of ";

/// The years in which there are events.
pub const YEARS: &str = "Years";

/// What a site is, for search engines and previews of links.
pub fn description(events: usize, first_year: &str, last_year: &str, by: Option<&str>) -> String {
    let years = if first_year == last_year {
        format!("of {first_year}")
    } else {
        format!("from {first_year} to {last_year}")
    };
    let by = by.map(|by| format!(", published by {by}")).unwrap_or_default();
    format!("{events} events {years}{by}. Each has a page to read, and to take notes on.")
}

/// The heading of the events that are still to come, by the reader's date.
pub const UPCOMING: &str = "Upcoming events";

/// The heading of the events, where none of them is upcoming or nothing knows the date.
pub const ALL_EVENTS: &str = "All events";

/// The heading of those that are not upcoming.
pub const PAST: &str = "Past events";

/// Beside an event that is today.
pub const TODAY: &str = "Today";

/// Beside an event of several days, one of which is today.
pub const ON_NOW: &str = "On now";

/// The heading of the ways to hear of new events.
pub const FOLLOW: &str = "Keep up with the events";

/// Before the link to the calendar of all events.
pub const SUBSCRIBE_BEFORE: &str = "Subscribe to ";

/// The link to the calendar of all events.
pub const CALENDAR_OF_ALL: &str = "the calendar of all events";

/// What follows on it.
pub const SUBSCRIBE_AFTER: &str = " by giving the address of this link to your calendar. It then shows new events and \
                                   changes by itself.";

/// Before the link to the feed.
pub const FEED_BEFORE: &str = "A feed reader tells you of new events by ";

/// The link to the feed.
pub const FEED: &str = "the feed";

/// What follows on it.
pub const FEED_AFTER: &str = ".";

/// The heading of the page that is shown at an address without a page.
pub const MISSING: &str = "There is no page at this address";

/// What may have happened.
pub const MISSING_WHY: &str =
    "The address may hold a typing error, or the page was moved or taken down.";

/// What it means for notes.
pub const MISSING_NOTES: &str = "Nothing has happened to your notes. They are kept in the browser in which you wrote \
                                 them, and stand on the page of their event again when you open it.";

/// Before the link to the start page.
pub const MISSING_START: &str = "Go to ";

/// The way to the start page where its address is not known.
pub const MISSING_WAY: &str = "To get to the start page, shorten the address in the address bar from its end, part by \
                               part, until a page opens.";

/// The title of that page, beside the name of the site.
pub fn missing_on(site: &str) -> String {
    format!("No page here – {site}")
}

/// The link to who is responsible for the site.
pub const IMPRINT: &str = "Imprint";

/// The link to what happens to the data of visitors.
pub const PRIVACY: &str = "Privacy";
