//! The event's data as it stands in the page, read back in the browser.

use super::{Date, Event, Part, Theme};
use crate::json::{Fields, JsonError};

impl Event {
    /// Reads the JSON that the build put into the page: what serde writes of an event.
    ///
    /// Only what changes in the browser, or is put together anew there, is read: the parts and the
    /// themes by their names. Everything else of the page was [built](crate::view::built) and is
    /// never made again, so it stays empty here; to read it would weigh more than the search.
    ///
    /// # Errors
    /// [`JsonError`] where the text is something else.
    pub fn from_page_data(text: &str) -> Result<Self, JsonError> {
        let mut event = Fields::parse(text)?;
        Ok(Self {
            id: event.parsed("id", TryFrom::try_from)?,
            title: event.text("title")?,
            starts: Date(String::new()),
            ends: None,
            address: None,
            place: String::new(),
            topic: String::new(),
            attendance: String::new(),
            cites: Vec::new(),
            organizers: Vec::new(),
            summary: Vec::new(),
            occasions: Vec::new(),
            people: Vec::new(),
            people_note: None,
            quotations: Vec::new(),
            parts: event.objects("parts", |it| {
                Ok(Part {
                    id: it.parsed("id", TryFrom::try_from)?,
                    title: it.text("title")?,
                    text: None,
                    cites: Vec::new(),
                })
            })?,
            themes: event.objects("themes", |it| {
                Ok(Theme {
                    id: it.parsed("id", TryFrom::try_from)?,
                    part: it.parsed("part", TryFrom::try_from)?,
                    title: it.text("title")?,
                    text: Vec::new(),
                    cites: Vec::new(),
                })
            })?,
            sources: Vec::new(),
        })
    }
}
