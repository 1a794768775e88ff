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
pub mod accent;
#[cfg(feature = "content")]
pub mod file;
mod ids;
mod listed;
#[cfg(feature = "content")]
mod locale;
mod outline;
mod page_text;
mod people;
pub mod places;
mod programme;
pub mod site;
pub mod time_line;
mod values;

use serde::{Deserialize, Serialize};

pub use ids::{EventId, IdError, LONGEST_ID, PartId, PersonId, SourceId, ThemeId};
pub use listed::{EventWords, ListedEvent};
pub use outline::{EventOutline, EventThemes, PartOutline, ThemeOutline, TitledTheme};
pub use page_text::PageText;
pub use people::{Organizer, Person, Role};
pub use programme::{
    BREAK, Day, Material, Participation, PersonWithRole, Place, RelatedEvent, Relation, Session,
    Slot, Status,
};
pub use values::{CivilTime, Colour, Date, Language, Link, OneOrMany, Text, TimeZone};

/// What the page is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The id of the event: the name of its file, without `.toml`.
    pub id: EventId,
    /// The name of the event, as it stands at the top of the page.
    pub title: String,
    /// When it begins: the first day, `"2014-09-04"`, or the day and the time, `"2014-09-04 16:00"`.
    /// Of a series, when the first session begins.
    pub starts: CivilTime,
    /// When it ends, written in the same way: the last day, or the day and the time. Leave it out
    /// where it is over on the same day and nobody says when.
    pub ends: Option<CivilTime>,
    /// The time zone of all times in the file, such as `"Europe/Paris"`. It has to be there as soon as
    /// one time of day is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<TimeZone>,
    /// The language of the texts in the file, such as `"fr"`; English where it is not written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// What became of the event, where it is not held as it was announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// When it was to begin before it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announced_for: Option<CivilTime>,
    /// What those who want to come have to know now, such as another room. It stands at the top of the
    /// page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Text>,
    /// The address at which this page is published, once it is known. It goes into the calendar
    /// entry, the citations and what search engines read.
    #[cfg_attr(feature = "content", schemars(extend("x-holds" = "page-address")))]
    pub address: Option<Link>,
    /// Where people meet, in words. Not a video meeting: for that there are `online` and `join`.
    pub place: Option<String>,
    /// How people take part online, in words, such as “Video meeting; the link comes with the
    /// registration”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online: Option<String>,
    /// The address at which people take part online, where everybody may know it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub join: Option<Link>,
    /// The field that the event belongs to, such as “Water management”.
    pub topic: Option<String>,
    /// Who may attend, in words, such as “Invitation only”.
    pub attendance: Option<String>,
    /// The address at which people register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration: Option<Link>,
    /// Where questions are answered: an e-mail address with `mailto:`, or a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Link>,
    /// The sources of all this, by their ids, and of everything below that names no source of its
    /// own.
    pub cites: Vec<SourceId>,
    /// The bodies that convened the event, one table each, the first before all others.
    #[serde(default)]
    pub organizers: Vec<Organizer>,
    /// The bodies that paid for the event or helped otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sponsors: Vec<Organizer>,
    /// What the event is about: one table for each statement that has sources of its own. The first is
    /// what search engines show.
    #[serde(default)]
    pub summary: Vec<Paragraph>,
    /// What the event prepared for: meetings, reports.
    #[serde(default)]
    pub occasions: Vec<Occasion>,
    /// Other events that have to do with this one: the series, the larger event, earlier ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedEvent>,
    /// More about places that the event or a session names by `place`: their addresses, maps, ways.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// What those who come have to know, each under a heading of its own: travel, lodging, posters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub information: Vec<Information>,
    /// Recordings, documents and other things of the event as a whole that are kept elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Material>,
    /// Who takes part, as far as the sources tell: people, and bodies that speak.
    #[serde(default)]
    pub people: Vec<Person>,
    /// What readers should know of the list of people, such as that it is not complete.
    pub people_note: Option<String>,
    /// The programme: talks, panels, workshops, breaks. Readers take notes on each, but for breaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// Words somebody said, kept exactly.
    #[serde(default)]
    pub quotations: Vec<Quotation>,
    /// Groups of themes. Each needs at least one theme.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// What was discussed across sessions, or in an event without a programme. Readers take notes on
    /// each.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// Where sources say different things of the event: one table for each, with its own `cites`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Paragraph>,
    /// Where all this comes from. There has to be at least one.
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
    /// What is said.
    pub text: Text,
    /// The sources of it, by their ids; those of the event where none are written.
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
    /// Its day, where the sources tell. A dated occasion stands in the time line.
    pub date: Option<Date>,
    /// What it is.
    pub text: Text,
    /// The sources of it, by their ids; those of the event where none are written.
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
    /// Who said them.
    pub person: PersonId,
    /// The theme or the session under which they are shown; without it they stand below the summary.
    pub theme: Option<ThemeId>,
    /// The language of the words, where it is another than the event's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The sources of it, by their ids; those of the event where none are written.
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
    /// The sources of it, by their ids; those of the event where none are written.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// A group of themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// By it themes name the part; where it is not written, it is made of the title.
    pub id: PartId,
    /// Its heading.
    pub title: String,
    /// What the themes have in common.
    pub text: Option<Text>,
    /// The sources of it, by their ids; those of the event where none are written.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// One thing discussed; notes hang on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Notes hang on it, so it must not change once the page is published. No other theme and no
    /// session may have it.
    pub id: ThemeId,
    /// The part it belongs to.
    pub part: PartId,
    /// Its heading.
    pub title: String,
    /// What was discussed.
    pub text: Text,
    /// The sources of it, by their ids; those of the event where none are written.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// Where statements come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// By it `cites` names the source; where it is not written, it is made of the title.
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
