//! The event: what the page is about, as the content file tells it.
//!
//! The types here are what the rest of the program sees: an [`Event`] is built only by the
//! checker (`event::file`, native) or read back from the JSON that the build put into the page,
//! so whoever holds one can rely on its ids naming something. Nothing here knows of notes, of
//! Leptos or of a browser.

#[cfg(feature = "content")]
pub mod file;
mod outline;
mod page_text;
pub mod places;
pub mod time_line;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::messages::event as messages;
pub use outline::{EventOutline, EventThemes, PartOutline, ThemeOutline};
pub use page_text::PageText;

/// Longest id, in bytes.
pub const LONGEST_ID: usize = 64;

/// Why a text cannot be an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(String);

impl fmt::Display for IdError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` is not 1 to {LONGEST_ID} of a-z, 0-9 and -", self.0)
    }
}

impl std::error::Error for IdError {}

fn is_id(text: &str) -> bool {
    (1..=LONGEST_ID).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        ///
        /// One to 64 of `a-z`, `0-9` and `-`.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
        #[cfg_attr(
            feature = "publishing",
            schemars(extend("pattern" = "^[a-z0-9-]{1,64}$"))
        )]
        #[serde(try_from = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in files, keys and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                if is_id(&text) { Ok(Self(text.into())) } else { Err(IdError(text)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names an event: the stem of its file, and part of every key of its notes.
    EventId
    /// Names a person within an event.
    PersonId
    /// Names a part within an event.
    PartId
    /// Names a theme within an event; notes hang on it, so it must not change once published.
    ThemeId
    /// Names a source within an event.
    SourceId
}

/// A day of the Gregorian calendar, kept in its ISO 8601 form `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "publishing", schemars(extend("format" = "date")))]
#[serde(transparent)]
pub struct Date(String);

impl Date {
    /// `YYYY-MM-DD`, as `<time datetime>` takes it.
    pub fn iso(&self) -> &str {
        &self.0
    }

    /// The day in words, such as “4 September 2014”.
    pub fn long(&self) -> String {
        let mut parts = self.0.split('-');
        let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
        let (year, month, day) = (number(), number(), number());
        let in_words = || messages::day(year?, month?, day?);
        in_words().unwrap_or_else(|| self.0.clone())
    }
}

/// An address whose scheme is `http`, `https` or `mailto`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "publishing",
    schemars(extend("pattern" = "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\\s]+$"))
)]
#[serde(transparent)]
pub struct Link(String);

impl Link {
    /// The address as it goes into `href`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the page is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The stem of the content file.
    pub id: EventId,
    /// The event's name, the page's one heading of level 1.
    pub title: String,
    /// First day.
    pub starts: Date,
    /// Last day; `None` for an event of one day.
    pub ends: Option<Date>,
    /// Where this page is published, where its host tells: `http` or `https`.
    pub address: Option<Link>,
    /// Where it took place, in words.
    pub place: String,
    /// The field it belongs to.
    pub topic: String,
    /// Who could attend, in words.
    pub attendance: String,
    /// Where title, dates, place, topic and attendance come from.
    pub cites: Vec<SourceId>,
    /// The bodies that convened it.
    pub organizers: Vec<Organizer>,
    /// What it was about, paragraph by paragraph.
    pub summary: Vec<Paragraph>,
    /// What it prepared for.
    pub occasions: Vec<Occasion>,
    /// Who took part, as far as the sources tell.
    pub people: Vec<Person>,
    /// What the reader should know of the list of people, such as that it is not complete.
    pub people_note: Option<String>,
    /// Words somebody said.
    pub quotations: Vec<Quotation>,
    /// Groups of themes, in the page's order.
    pub parts: Vec<Part>,
    /// What was discussed, in the page's order within each part.
    pub themes: Vec<Theme>,
    /// Where the statements come from.
    pub sources: Vec<Source>,
}

impl Event {
    /// The themes of one part, in the page's order.
    pub fn themes_of<'event>(
        &'event self,
        part: &'event PartId,
    ) -> impl Iterator<Item = &'event Theme> {
        self.themes.iter().filter(move |theme| &theme.part == part)
    }

    /// All themes in the order in which the page shows them: part by part.
    pub fn outline(&self) -> impl Iterator<Item = &Theme> {
        self.parts.iter().flat_map(|part| self.themes_of(&part.id))
    }

    /// The person with this id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| &person.id == id)
    }
}

/// A body that convened the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organizer {
    /// Its official name.
    pub name: String,
    /// Its own page.
    pub url: Option<Link>,
    /// Where this stands.
    pub cites: Vec<SourceId>,
}

/// A paragraph and where what it says comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// Plain text.
    pub text: String,
    /// Where this stands.
    pub cites: Vec<SourceId>,
}

/// Something the event prepared for: a meeting, a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    /// Its official name.
    pub title: String,
    /// Its day, where the sources tell.
    pub date: Option<Date>,
    /// What it is, in plain text.
    pub text: String,
    /// Where this stands.
    pub cites: Vec<SourceId>,
}

/// What a person did for the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Led the discussion.
    Chair,
    /// Spoke on the panel.
    Panelist,
    /// Answers questions about the event.
    Contact,
}

impl Role {
    /// The role as the page names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Chair => messages::CHAIR,
            Self::Panelist => messages::PANELIST,
            Self::Contact => messages::CONTACT,
        }
    }

    /// The role by its name in files, which serde writes too.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "chair" => Some(Self::Chair),
            "panelist" => Some(Self::Panelist),
            "contact" => Some(Self::Contact),
            _ => None,
        }
    }
}

/// Somebody with a part in the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Unique within the event.
    pub id: PersonId,
    /// The full name.
    pub name: String,
    /// What they did for the event.
    pub role: Role,
    /// Their post at the time, where the sources tell.
    pub position: Option<String>,
    /// The body they belonged to.
    pub affiliation: String,
    /// A picture's path below `public/`; without one the page shows initials.
    pub portrait: Option<String>,
    /// Where this stands.
    pub cites: Vec<SourceId>,
}

/// Words somebody said, kept exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    /// The words, without quotation marks.
    pub text: String,
    /// Who said them.
    pub person: PersonId,
    /// The theme under which they are shown; `None` for the top of the outline.
    pub theme: Option<ThemeId>,
    /// Where this stands.
    pub cites: Vec<SourceId>,
}

/// A group of themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Unique within the event.
    pub id: PartId,
    /// Its heading.
    pub title: String,
    /// What the themes have in common, in plain text.
    pub text: Option<String>,
    /// Where this stands.
    pub cites: Vec<SourceId>,
}

/// One thing discussed; notes hang on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Unique within the event.
    pub id: ThemeId,
    /// The part it belongs to.
    pub part: PartId,
    /// Its heading.
    pub title: String,
    /// What was discussed, a plain paragraph each.
    pub text: Vec<String>,
    /// Where this stands.
    pub cites: Vec<SourceId>,
}

/// Where statements come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "publishing", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Unique within the event.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published, where known.
    pub published: Option<Date>,
    /// Where it can be read.
    pub url: Link,
}
