//! The event's data as it stands in the page, read back in the browser.

use std::convert::Infallible;

use super::{
    Date, Event, Link, Occasion, Organizer, Paragraph, Part, Person, Quotation, Role, Source,
    SourceId, Theme,
};
use crate::json::{Fields, JsonError};

impl Event {
    /// Reads the JSON that the build put into the page: what serde writes of an event.
    ///
    /// # Errors
    /// [`JsonError`] where the text is something else.
    pub fn from_page_data(text: &str) -> Result<Self, JsonError> {
        let mut event = Fields::parse(text)?;
        Ok(Self {
            id: event.parsed("id", TryFrom::try_from)?,
            title: event.text("title")?,
            starts: Date(event.text("starts")?),
            ends: event.optional_text("ends")?.map(Date),
            place: event.text("place")?,
            topic: event.text("topic")?,
            attendance: event.text("attendance")?,
            cites: cites(&mut event)?,
            organizers: event.objects("organizers", |it| {
                Ok(Organizer {
                    name: it.text("name")?,
                    url: it.optional_text("url")?.map(Link),
                    cites: cites(it)?,
                })
            })?,
            summary: event.objects("summary", |it| {
                Ok(Paragraph { text: it.text("text")?, cites: cites(it)? })
            })?,
            occasions: event.objects("occasions", |it| {
                Ok(Occasion {
                    title: it.text("title")?,
                    date: it.optional_text("date")?.map(Date),
                    text: it.text("text")?,
                    cites: cites(it)?,
                })
            })?,
            people: event.objects("people", |it| {
                Ok(Person {
                    id: it.parsed("id", TryFrom::try_from)?,
                    name: it.text("name")?,
                    role: it.parsed("role", |text| Role::from_name(&text).ok_or(()))?,
                    position: it.optional_text("position")?,
                    affiliation: it.text("affiliation")?,
                    portrait: it.optional_text("portrait")?,
                    cites: cites(it)?,
                })
            })?,
            people_note: event.optional_text("people_note")?,
            quotations: event.objects("quotations", |it| {
                let theme = it.optional_text("theme")?.map(TryFrom::try_from).transpose();
                Ok(Quotation {
                    text: it.text("text")?,
                    person: it.parsed("person", TryFrom::try_from)?,
                    theme: theme.map_err(|_| JsonError::Field("theme"))?,
                    cites: cites(it)?,
                })
            })?,
            parts: event.objects("parts", |it| {
                Ok(Part {
                    id: it.parsed("id", TryFrom::try_from)?,
                    title: it.text("title")?,
                    text: it.optional_text("text")?,
                    cites: cites(it)?,
                })
            })?,
            themes: event.objects("themes", |it| {
                Ok(Theme {
                    id: it.parsed("id", TryFrom::try_from)?,
                    part: it.parsed("part", TryFrom::try_from)?,
                    title: it.text("title")?,
                    text: it.texts("text", Ok::<_, Infallible>)?,
                    cites: cites(it)?,
                })
            })?,
            sources: event.objects("sources", |it| {
                Ok(Source {
                    id: it.parsed("id", TryFrom::try_from)?,
                    title: it.text("title")?,
                    publisher: it.text("publisher")?,
                    published: it.optional_text("published")?.map(Date),
                    url: Link(it.text("url")?),
                })
            })?,
        })
    }
}

fn cites(fields: &mut Fields) -> Result<Vec<SourceId>, JsonError> {
    fields.texts("cites", TryFrom::try_from)
}
