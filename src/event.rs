//! The event: what the page is about, as the content file tells it.
//!
//! The types here are declared once, for all who deal with an event: the checker (`event::file`,
//! native) reads the file by the schema that is made of them, editors complete by it, and the same
//! types write the event as data for other programs. An [`Event`] is built only by the checker, so
//! whoever holds one can rely on its ids naming something. Nothing here knows of notes, of Leptos or
//! of a browser.
//!
//! The comments on the fields are what hosts read in their editor and in `docs/event-file.md`.

#[cfg(feature = "content")]
pub mod file;
mod ids;
#[cfg(feature = "content")]
mod locale;
mod outline;
mod page_text;
mod people;
pub mod places;
mod programme;
pub mod time_line;
mod values;

use serde::{Deserialize, Serialize};

pub use ids::{EventId, IdError, LONGEST_ID, PartId, PersonId, SourceId, ThemeId};
pub use outline::{EventOutline, EventThemes, PartOutline, ThemeOutline};
pub use page_text::PageText;
pub use people::{Organizer, Person, Role};
pub use programme::{
    BREAK, Day, Material, Participation, PersonWithRole, Place, RelatedEvent, Relation, Session,
    Slot, Status,
};
pub use values::{CivilTime, Date, Language, Link, OneOrMany, Text, TimeZone};

/// What the page is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The stem of the content file.
    pub id: EventId,
    /// The event's name, the page's one heading of level 1.
    pub title: String,
    /// When it begins: the first day, `"2014-09-04"`, or the day and the time, `"2014-09-04 16:00"`.
    pub starts: CivilTime,
    /// When it ends, written in the same way. An event of one day without a known end needs none.
    pub ends: Option<CivilTime>,
    /// The time zone of all times in the file, by its name in the IANA database, such as
    /// `Europe/Paris`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<TimeZone>,
    /// The language of the event's texts, such as `fr`; English where it is not written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// `postponed`, `moved` or `cancelled`; nothing where it is held as announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// When it was announced for, where it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announced_for: Option<CivilTime>,
    /// What those who want to come have to know now. It stands at the top of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Text>,
    /// Where this page is published, where its host tells: `http` or `https`.
    #[cfg_attr(feature = "content", schemars(extend("x-holds" = "page-address")))]
    pub address: Option<Link>,
    /// Where people meet, in words.
    pub place: Option<String>,
    /// How people take part online, in words, such as “Video meeting; the link comes with the
    /// registration”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online: Option<String>,
    /// The address at which people take part online.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub join: Option<Link>,
    /// The field it belongs to.
    pub topic: Option<String>,
    /// Who may attend, in words.
    pub attendance: Option<String>,
    /// Where people register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration: Option<Link>,
    /// Where questions are answered: an e-mail address with `mailto:`, or a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Link>,
    /// Where title, dates, place, topic and attendance come from, and all else that names no source
    /// of its own.
    pub cites: Vec<SourceId>,
    /// The bodies that convened it.
    #[serde(default)]
    pub organizers: Vec<Organizer>,
    /// The bodies that paid for it or helped otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sponsors: Vec<Organizer>,
    /// What it was about, paragraph by paragraph.
    #[serde(default)]
    pub summary: Vec<Paragraph>,
    /// What it prepared for.
    #[serde(default)]
    pub occasions: Vec<Occasion>,
    /// Other events that this one belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedEvent>,
    /// More about places that the file names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// What those who come have to know, such as travel and lodging.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub information: Vec<Information>,
    /// Recordings, documents and other things of the event that are kept elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Material>,
    /// Who took part, as far as the sources tell.
    #[serde(default)]
    pub people: Vec<Person>,
    /// What the reader should know of the list of people, such as that it is not complete.
    pub people_note: Option<String>,
    /// What happened when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// Words somebody said.
    #[serde(default)]
    pub quotations: Vec<Quotation>,
    /// Groups of themes, in the page's order.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// What was discussed, in the page's order within each part.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// What sources say otherwise, each with its own `text` and `cites`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Paragraph>,
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

    /// The last day, where there are several.
    pub fn last_day(&self) -> Option<&Date> {
        let last = &self.ends.as_ref()?.date;
        (*last != self.starts.date).then_some(last)
    }

    /// The person with this id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| &person.id == id)
    }
}

/// A paragraph and where what it says comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// What it says.
    pub text: Text,
    /// The ids of the sources of this, where they are others than those of the event.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// Something the event prepared for: a meeting, a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    /// Its official name.
    pub title: String,
    /// Its day, where the sources tell.
    pub date: Option<Date>,
    /// What it is.
    pub text: Text,
    /// The ids of the sources of this, where they are others than those of the event.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// Words somebody said, kept exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    /// The words, without quotation marks.
    pub text: String,
    /// Who said them: the id of one of the people.
    pub person: PersonId,
    /// The id of the theme, or of the session, under which they are shown; without it they stand
    /// below the summary.
    pub theme: Option<ThemeId>,
    /// The language of the words, where it is another than the event's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The ids of the sources of this, where they are others than those of the event.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// A heading of its own, and what stands below it: travel, lodging, what to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Information {
    /// Its heading.
    pub title: String,
    /// What there is to know.
    pub text: Text,
    /// The ids of the sources of this, where they are others than those of the event.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// A group of themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Unique within the event.
    pub id: PartId,
    /// Its heading.
    pub title: String,
    /// What the themes have in common.
    pub text: Option<Text>,
    /// The ids of the sources of this, where they are others than those of the event.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// One thing discussed; notes hang on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Unique within the event.
    pub id: ThemeId,
    /// The id of the part it belongs to.
    pub part: PartId,
    /// Its heading.
    pub title: String,
    /// What was discussed.
    pub text: Text,
    /// The ids of the sources of this, where they are others than those of the event.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// Where statements come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
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
