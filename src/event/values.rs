//! The small values of an event: days, times, zones, languages, addresses, colours, and texts of one or
//! several paragraphs. Here they are held as they are written; the checker (`event::file`) lets none
//! pass that is not what it says.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::messages::language::{Length, day};

/// A day of the Gregorian calendar, kept in its ISO 8601 form `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "content", schemars(extend("format" = "date", "x-holds" = "date")))]
#[serde(transparent)]
pub struct Date(pub(super) String);

impl Date {
    /// `YYYY-MM-DD`, as `<time datetime>` takes it.
    pub fn iso(&self) -> &str {
        &self.0
    }

    /// The day in words, such as “4 September 2014”.
    pub fn long(&self) -> String {
        self.in_words(Length::Long)
    }

    /// The day in few letters and without its year, such as “4 Sep”.
    pub fn short(&self) -> String {
        self.in_words(Length::Short)
    }

    fn in_words(&self, length: Length) -> String {
        let mut parts = self.0.splitn(3, '-');
        let mut words = || {
            let year = parts.next()?.parse().ok()?;
            let [month, date] = [parts.next()?, parts.next()?].map(|part| part.parse().ok());
            day(year, month?, date?, length)
        };
        words().unwrap_or_else(|| self.0.clone())
    }
}

/// A day, `"2014-09-04"`, or a day and a time of it, `"2014-09-04 16:00"`: by the clocks of the
/// event's time zone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(from = "String", into = "String")]
#[cfg_attr(
    feature = "content",
    schemars(
        with = "String",
        extend(
            "pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2})?$",
            "x-holds" = "time"
        )
    )
)]
pub struct CivilTime {
    /// The day.
    pub date: Date,
    /// Hours and minutes, `HH:MM`; `None` where only the day is told.
    pub clock: Option<String>,
}

impl CivilTime {
    /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, as `<time datetime>` takes it.
    pub fn iso(&self) -> String {
        match &self.clock {
            Some(clock) => format!("{}T{clock}", self.date.iso()),
            None => self.date.iso().to_owned(),
        }
    }
}

impl From<Date> for CivilTime {
    fn from(date: Date) -> Self {
        Self { date, clock: None }
    }
}

impl From<String> for CivilTime {
    fn from(text: String) -> Self {
        match text.split_once([' ', 'T']) {
            Some((date, clock)) => {
                Self { date: Date(date.to_owned()), clock: Some(clock.to_owned()) }
            }
            None => Self { date: Date(text), clock: None },
        }
    }
}

impl From<CivilTime> for String {
    fn from(time: CivilTime) -> Self {
        time.iso()
    }
}

/// A time zone by its name in the IANA Time Zone Database, such as `America/New_York`.
///
/// <https://www.iana.org/time-zones>
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "content", schemars(extend("x-holds" = "time-zone")))]
#[serde(transparent)]
pub struct TimeZone(pub(super) String);

impl TimeZone {
    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A language by its tag after BCP 47, such as `en`, `fr` or `pt-BR`.
///
/// <https://www.rfc-editor.org/info/bcp47>
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "content", schemars(extend("x-holds" = "language")))]
#[serde(transparent)]
pub struct Language(pub(super) String);

impl Language {
    /// The tag, as `lang` takes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A colour as styles and drawing programs write it: `#rrggbb`, or `#rgb`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "content",
    schemars(extend("pattern" = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", "x-holds" = "colour"))
)]
#[serde(transparent)]
pub struct Colour(pub(super) String);

impl Colour {
    /// The colour as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address whose scheme is `http`, `https` or `mailto`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "content",
    schemars(extend(
        "pattern" = "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\\s]+$",
        "x-holds" = "link"
    ))
)]
#[serde(transparent)]
pub struct Link(pub(super) String);

impl Link {
    /// The address as it goes into `href`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as people write it: without its scheme.
    pub fn in_words(&self) -> &str {
        let rest = self.0.split_once(':').map_or(self.as_str(), |(_, rest)| rest);
        rest.trim_start_matches('/').trim_end_matches('/')
    }

    /// The address of something in the folder of this page, by its path from there. The page is a file in
    /// it, `index.html`; so what does not look like a file is the folder, also where its host leaves out
    /// the slash at the end.
    pub fn beside(&self, path: &str) -> Self {
        let page = self.as_str();
        let path_end = page.find(['?', '#']).unwrap_or(page.len());
        let page = &page[..path_end];
        let host_start = page.find("://").map_or(0, |colon| colon + 3);
        let is_page = |file: &str| {
            [".html", ".htm"].iter().any(|ending| file.to_ascii_lowercase().ends_with(ending))
        };
        let folder = match page[host_start..].rsplit_once('/') {
            Some((folder, file)) if file.is_empty() || is_page(file) => {
                &page[..host_start + folder.len()]
            }
            _ => page,
        };
        Self(format!("{folder}/{path}"))
    }
}

/// One of something, or a list of several: `"one"` or `["one", "two"]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum OneOrMany<T> {
    /// Written alone.
    One(T),
    /// Written as a list.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// All of them, in their order.
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

/// A text, or a list of its paragraphs. Emphasis, lists and links may be written in it as in
/// Markdown.
pub type Text = OneOrMany<String>;

impl fmt::Display for Text {
    /// The paragraphs, with an empty line between two.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.as_slice().join("\n\n"))
    }
}
