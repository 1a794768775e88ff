//! The sentences of a site of several events.

use super::Message;
pub use super::sentences::site::*;

/// What a site is, for search engines and previews of links.
pub fn description(events: usize, first: &str, last: &str, by: Option<&str>) -> Message {
    match by {
        None if first == last => description_of_year(events, first),
        None => description_of_years(events, first, last),
        Some(by) if first == last => description_of_year_by(events, first, by),
        Some(by) => description_of_years_by(events, first, last, by),
    }
}
