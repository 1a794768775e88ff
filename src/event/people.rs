//! Who an event is by, and who took part: bodies, people, and what each did.

use serde::{Deserialize, Serialize};

use super::{Link, OneOrMany, PersonId, SourceId, Text};
use crate::messages::{Phrase, event as messages};

/// A body that convened the event, or paid for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organizer {
    /// Its official name.
    pub name: String,
    /// What it did, in a few words, such as “co-host”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Its own page, or its own e-mail address with `mailto:`.
    pub url: Option<Link>,
    /// Its logo: a picture's path below the folder `public`: JPEG, PNG, WebP, GIF or SVG.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "content", schemars(extend("x-holds" = "picture")))]
    pub logo: Option<String>,
    /// What the logo shows, for those who do not see it, such as “Waves below a W”. Only where it
    /// shows more than the name, which stands beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo_alt: Option<String>,
    /// The sources of it, by their ids; those of the event where none are written.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

/// What a person did for the event: one of the roles that are known, or the host's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "content", schemars(with = "String", extend("x-holds" = "role")))]
#[serde(from = "String", into = "String")]
pub enum Role {
    /// Led the discussion.
    Chair,
    /// Moderated it.
    Moderator,
    /// Spoke on the panel.
    Panelist,
    /// Gave a talk.
    Speaker,
    /// Gave the keynote.
    Keynote,
    /// Answers questions about the event, and may not have taken part.
    Contact,
    /// Another role, as the page shows it.
    Other(String),
}

impl Role {
    /// The roles that are known.
    pub const KNOWN: [Self; 6] =
        [Self::Chair, Self::Moderator, Self::Panelist, Self::Speaker, Self::Keynote, Self::Contact];

    /// The role as the page names it; `None` where the host's own words do.
    pub fn message(&self) -> Option<Phrase> {
        Some(match self {
            Self::Chair => messages::CHAIR,
            Self::Moderator => messages::MODERATOR,
            Self::Panelist => messages::PANELIST,
            Self::Speaker => messages::SPEAKER,
            Self::Keynote => messages::KEYNOTE,
            Self::Contact => messages::CONTACT,
            Self::Other(_) => return None,
        })
    }

    /// The role in words.
    pub fn label(&self) -> String {
        self.message().map_or_else(|| self.name().to_owned(), |phrase| phrase.text().to_owned())
    }

    /// The role as it is written in files.
    pub fn name(&self) -> &str {
        match self {
            Self::Chair => "chair",
            Self::Moderator => "moderator",
            Self::Panelist => "panelist",
            Self::Speaker => "speaker",
            Self::Keynote => "keynote",
            Self::Contact => "contact",
            Self::Other(words) => words,
        }
    }
}

impl From<String> for Role {
    fn from(name: String) -> Self {
        // A host may begin the word with a capital letter, as everywhere else.
        let known = Self::KNOWN.into_iter().find(|role| role.name().eq_ignore_ascii_case(&name));
        known.unwrap_or(Self::Other(name))
    }
}

impl From<Role> for String {
    fn from(role: Role) -> Self {
        role.name().to_owned()
    }
}

/// Somebody with a part in the event: a person, or a body that speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "content", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// By it sessions and quotations name the person; where it is not written, it is made of the
    /// name.
    pub id: PersonId,
    /// The full name, without titles and honours before it.
    pub name: String,
    /// What stands before the name, such as “H.E.” or “Dr”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub honorific: Option<String>,
    /// `true` for a body that speaks, such as a ministry that sends somebody, and not a person.
    #[serde(default, skip_serializing_if = "is_false")]
    pub body: bool,
    /// What they do for the event: `chair`, `moderator`, `panelist`, `speaker`, `keynote`, `contact`,
    /// or other words, such as “Panelist (to be confirmed)”; a list where they do several things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<OneOrMany<Role>>,
    /// Their post at the time, such as “Professor of Hydrology”.
    pub position: Option<String>,
    /// The body that they belonged to at the time.
    pub affiliation: Option<String>,
    /// Who they are, for those who want to know more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biography: Option<Text>,
    /// Their own page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// A picture's path below the folder `public`: JPEG, PNG, WebP, GIF or SVG, of any size. The
    /// page shows the square in its middle. Without a picture it shows initials.
    #[cfg_attr(feature = "content", schemars(extend("x-holds" = "picture")))]
    pub portrait: Option<String>,
    /// What the portrait shows, for those who do not see it, such as “Ada Brug laughs, in a yellow
    /// raincoat”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portrait_alt: Option<String>,
    /// The sources of it, by their ids; those of the event where none are written.
    #[serde(default)]
    pub cites: Vec<SourceId>,
}

impl Person {
    /// What they did for the event.
    pub fn roles(&self) -> &[Role] {
        self.role.as_ref().map_or(&[], OneOrMany::as_slice)
    }

    /// Whether they took part, and do not only answer questions about the event.
    pub fn took_part(&self) -> bool {
        let roles = self.roles();
        roles.is_empty() || roles.iter().any(|role| *role != Role::Contact)
    }

    /// The name with what stands before it.
    pub fn full_name(&self) -> String {
        match &self.honorific {
            Some(honorific) => format!("{honorific} {}", self.name),
            None => self.name.clone(),
        }
    }
}

pub(super) fn is_false(value: &bool) -> bool {
    !value
}
