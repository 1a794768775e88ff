//! What is known of an event before a host has filled in the rest. Every reader of a format makes one
//! of these, and `write` makes the file of it. What a source does not say stays empty here.

use std::collections::BTreeMap;

use super::left_out::LeftOut;
use super::moment::Moment;
use super::people::People;

/// An event as far as a source tells of it. The fields are the keys of the event file.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) title: Option<String>,
    pub(super) starts: Option<Moment>,
    pub(super) ends: Option<Moment>,
    /// The zone that the source names for all its times.
    pub(super) time_zone: Option<String>,
    pub(super) language: Option<String>,
    pub(super) status: Option<&'static str>,
    pub(super) announced_for: Option<Moment>,
    pub(super) place: Option<String>,
    pub(super) online: Option<String>,
    pub(super) join: Option<String>,
    pub(super) topic: Option<String>,
    pub(super) registration: Option<String>,
    pub(super) contact: Option<String>,
    pub(super) organizers: Vec<Body>,
    pub(super) sponsors: Vec<Body>,
    /// Paragraphs.
    pub(super) summary: Vec<String>,
    pub(super) related: Vec<Related>,
    pub(super) places: Vec<Place>,
    pub(super) links: Vec<Link>,
    pub(super) people: People,
    pub(super) sessions: Vec<Session>,
    /// Where the source itself can be read by everybody.
    pub(super) source_url: Option<String>,
    pub(super) source_title: Option<String>,
    pub(super) publisher: Option<String>,
    /// What the host should know of a key of the event: a remark above it.
    pub(super) remarks: BTreeMap<&'static str, String>,
    pub(super) left_out: LeftOut,
}

/// A body that convened the event or paid for it.
#[derive(Default)]
pub(super) struct Body {
    pub(super) name: String,
    pub(super) role: Option<String>,
    pub(super) url: Option<String>,
    /// What the host should know of it.
    pub(super) remark: Option<&'static str>,
}

/// Another event that this one belongs to.
pub(super) struct Related {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) url: Option<String>,
}

/// More about the place of the event.
pub(super) struct Place {
    pub(super) name: String,
    pub(super) postal_address: Option<String>,
    pub(super) url: Option<String>,
}

/// Something of the event or of a session that is kept elsewhere.
pub(super) struct Link {
    pub(super) title: String,
    pub(super) kind: Option<&'static str>,
    pub(super) url: String,
}

/// A session, as far as a source tells of it.
#[derive(Default)]
pub(super) struct Session {
    pub(super) title: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) starts: Option<Moment>,
    pub(super) ends: Option<Moment>,
    pub(super) place: Option<String>,
    pub(super) track: Option<String>,
    /// The session that this one is a part of: its place in the list of sessions.
    pub(super) within: Option<usize>,
    /// Who takes part, and what they do here that they do not do for the event as a whole.
    pub(super) people: Vec<(usize, Option<&'static str>)>,
    /// Paragraphs.
    pub(super) text: Vec<String>,
    pub(super) language: Option<String>,
    pub(super) status: Option<&'static str>,
    pub(super) announced_for: Option<Moment>,
    pub(super) links: Vec<Link>,
}

impl Session {
    /// What stands for it where it is named in a message.
    pub(super) fn shown(&self) -> String {
        self.title.clone().unwrap_or_else(|| "a session without a title".to_owned())
    }
}
