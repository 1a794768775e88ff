//! What lives in the programme: the clock, and what the reader chose.

/// Beside a session that is on.
pub const NOW: &str = "Now";

/// Beside a session that begins next.
pub const NEXT: &str = "Next";

/// The choices, as a group.
pub const CHOOSE: &str = "Choose sessions";

/// The list of tracks.
pub const TRACK: &str = "Track";

/// The list of places.
pub const PLACE: &str = "Place";

/// The list of people.
pub const PERSON: &str = "Person";

/// The first line of each list.
pub const ALL: &str = "All";

/// The button that ends the choice.
pub const SHOW_ALL: &str = "Show all sessions";

/// How many sessions there are that the reader chose.
pub fn shown(shown: usize, all: usize) -> String {
    match shown {
        0 => "No session is all of this. Choose less, or show all sessions.".to_owned(),
        _ => format!("{shown} of {all} sessions"),
    }
}

/// Behind a time by the reader's clock, beside the event's.
pub const ON_YOUR_CLOCK: &str = " on your clock";

/// What the second time beside each session is.
pub const YOUR_TIMES: &str = "Below each stands the time on your clock.";
