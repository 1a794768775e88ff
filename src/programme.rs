//! What lives in the programme: what is on now and next, the reader's own clock beside the event's, and
//! the choice of a track, a place or a person. The page shows all of it without this; a program of its
//! own (`src/bin/programme.rs`) adds it to pages on which a time of day stands.
//!
//! The rules stand here and know no browser; [`program`] has the components.

#[cfg(feature = "programme")]
pub mod program;

/// How long before its start something is called next, in milliseconds: half a day.
const NEXT_WITHIN: f64 = 12.0 * 60.0 * 60.0 * 1000.0;

/// A session, as far as the clock and the reader's choice need it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// When it begins, in milliseconds since 1970; `None` where no time of day is told.
    pub starts: Option<f64>,
    /// When it ends.
    pub ends: Option<f64>,
    /// Its track.
    pub track: Option<String>,
    /// Its place.
    pub place: Option<String>,
    /// The ids of its people.
    pub people: Vec<String>,
}

/// What the clock says of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moment {
    /// It is over, far ahead, or nobody knows when it is.
    #[default]
    Another,
    /// It is on.
    Now,
    /// It begins next, on this day.
    Next,
}

/// What the clock says of each session; `now` is in milliseconds since 1970.
pub fn moments(sessions: &[Session], now: f64) -> Vec<Moment> {
    let next = sessions
        .iter()
        .filter_map(|session| session.starts)
        .filter(|starts| *starts > now && *starts - now <= NEXT_WITHIN)
        .min_by(f64::total_cmp);
    sessions
        .iter()
        .map(|session| match (session.starts, session.ends) {
            // Of what has no end nobody can say that it is still on.
            (Some(starts), Some(ends)) if starts <= now && now < ends => Moment::Now,
            (Some(starts), _) if Some(starts) == next => Moment::Next,
            _ => Moment::Another,
        })
        .collect()
}

/// What the reader chose; `None` is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// A track.
    pub track: Option<String>,
    /// A place.
    pub place: Option<String>,
    /// The id of a person.
    pub person: Option<String>,
}

impl Choice {
    /// Whether a session is one of those that were chosen.
    pub fn takes(&self, session: &Session) -> bool {
        let is =
            |wanted: &Option<String>, found: &Option<String>| wanted.is_none() || wanted == found;
        is(&self.track, &session.track)
            && is(&self.place, &session.place)
            && self.person.as_ref().is_none_or(|person| session.people.contains(person))
    }

    /// Whether it leaves something out.
    pub fn is_narrow(&self) -> bool {
        *self != Self::default()
    }
}

/// What there is to choose from: each thing once, in the order of the page.
pub fn distinct<'all>(all: impl Iterator<Item = &'all str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in all {
        if !found.iter().any(|it| it == one) {
            found.push(one.to_owned());
        }
    }
    found
}
