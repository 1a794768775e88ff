//! The event for other programs: a calendar entry, citations, linked data and the event's data
//! with their schema, and a picture for link previews, made at build time and put beside the page.
//!
//! Each form is made in a file of its own below `publishing/`, by a library where there is one.
//! Everything comes from the [`Event`] and its pictures alone: no clock and no network, so that the
//! same content file gives the same bytes, and nothing that the content file does not say.

mod calendar;
mod citation;
#[cfg(feature = "ssr")]
mod compressed;
mod data;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
mod feeds;
mod linked_data;
#[cfg(feature = "ssr")]
pub mod offline;
#[cfg(feature = "ssr")]
pub mod output;
pub mod pictures;
mod plain_text;
pub mod preview;
#[cfg(feature = "ssr")]
pub mod programs;
#[cfg(feature = "ssr")]
pub mod servers;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "ssr")]
pub mod words;

use std::fmt;

pub use self::citation::{Run, Sentence, sentences};
pub use self::linked_data::{data_block, head};
use crate::event::file::pictures::Trouble;
use crate::event::places::session_calendar;
use crate::event::{Date, Event, Session};
use crate::messages::{Phrase, page};

/// A file to put beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the page's folder.
    pub name: String,
    /// What a link to it says; `None` for one that other files lead to.
    pub label: Option<Phrase>,
    /// What it holds.
    pub text: String,
}

/// Why a form of the event could not be made.
#[derive(Debug)]
pub enum PublishError {
    /// A date after which the calendar has no further day, or that is none.
    Date(String),
    /// A name that the database of time zones does not have.
    TimeZone(String),
    /// The reference cannot be written as BibTeX.
    BibTex(biblatex::TypeError),
    /// The citation library has no independent style of this name.
    Style(&'static str),
    /// The style of this name makes no sentence of the event.
    Sentence(&'static str),
    /// A feed or a list of pages cannot be written as XML.
    Xml(std::io::Error),
    /// Something cannot be written as JSON, or read back from it.
    Json(serde_json::Error),
    /// The page's style lacks a colour of this name.
    Colour(&'static str),
    /// The preview picture's drawing is none that can be rendered.
    Drawing(resvg::usvg::Error),
    /// The preview picture cannot be written as PNG.
    Picture,
    /// A picture that the event names cannot be read.
    Unreadable(Trouble),
    /// A picture cannot be written as JPEG.
    Jpeg(jpeg_encoder::EncodingError),
    /// A picture cannot be written as PNG.
    Png(image::ImageError),
}

impl fmt::Display for PublishError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(formatter, "no day follows on `{date}`"),
            Self::TimeZone(name) => write!(formatter, "there is no time zone `{name}`"),
            Self::BibTex(error) => write!(formatter, "event.bib cannot be written: {error}"),
            Self::Style(name) => write!(formatter, "there is no citation style `{name}`"),
            Self::Sentence(name) => {
                write!(formatter, "the citation style `{name}` makes no sentence of the event")
            }
            Self::Xml(error) => write!(formatter, "the site cannot be put into XML: {error}"),
            Self::Json(error) => write!(formatter, "the event cannot be put into JSON: {error}"),
            Self::Colour(name) => write!(formatter, "`style/base.css` has no colour `--{name}`"),
            Self::Drawing(error) => write!(formatter, "the preview cannot be drawn: {error}"),
            Self::Picture => formatter.write_str("the preview cannot be written as PNG"),
            Self::Unreadable(trouble) => trouble.fmt(formatter),
            Self::Jpeg(error) => write!(formatter, "a picture cannot be written as JPEG: {error}"),
            Self::Png(error) => write!(formatter, "a picture cannot be written as PNG: {error}"),
        }
    }
}

impl std::error::Error for PublishError {}

impl From<std::io::Error> for PublishError {
    /// Nothing else here writes than what writes XML.
    fn from(error: std::io::Error) -> Self {
        Self::Xml(error)
    }
}

impl From<serde_json::Error> for PublishError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

/// All files of an event, in the order in which the page offers them.
///
/// # Errors
/// [`PublishError`] where a library cannot write what the event holds.
pub fn files(event: &Event) -> Result<Vec<File>, PublishError> {
    let file = |name: &str, label, text| File { name: name.to_owned(), label: Some(label), text };
    let mut files = vec![
        file("event.ics", page::CALENDAR_FILE, calendar::of_event(event)?),
        file("event.bib", page::BIBTEX_FILE, citation::bibtex(event)?),
        file("event.ris", page::RIS_FILE, citation::ris(event)),
        file("event.csl.json", page::CSL_FILE, citation::csl_json(event)?),
        file("event.json", page::DATA_FILE, data::event(event)?),
        // `event.json` names it, and few people look for it.
        File { name: data::SCHEMA.to_owned(), label: None, text: data::schema()? },
    ];
    // The programme leads to these.
    for (id, text) in calendar::of_sessions(event)? {
        files.push(File { name: session_calendar(&id), label: None, text });
    }
    Ok(files)
}

/// Whether a session is at another address than the event, such as a dinner: nobody takes part in it
/// online.
fn is_elsewhere(event: &Event, session: &Session) -> bool {
    let other = session.place.as_ref().filter(|place| event.place.as_ref() != Some(place));
    let more = other.and_then(|name| event.place_named(name));
    more.is_some_and(|place| place.postal_address.is_some())
}

/// Year, month and day.
fn parts_of(date: &Date) -> Result<jiff::civil::Date, PublishError> {
    date.iso().parse().map_err(|_| PublishError::Date(date.iso().to_owned()))
}
