//! Finding events on the start page of a site.

/// The search box: its name, and what stands in it while it is empty.
pub const SEARCH: &str = "Search events";

/// The list of topics.
pub const TOPIC: &str = "Topic";

/// The list of years.
pub const YEAR: &str = "Year";

/// The first line of both lists.
pub const ALL: &str = "All";

/// The button that ends the search.
pub const SHOW_ALL: &str = "Show all events";

/// How many events were found.
pub fn shown(shown: usize, all: usize) -> String {
    match shown {
        0 => "No event has all of this. Search for fewer words, choose less, or show all events."
            .to_owned(),
        _ => format!("{shown} of {all} events"),
    }
}

/// While nothing was found in the words that the page shows, and others are on their way.
pub const SEARCHING: &str = "Searching…";

/// Behind the number, where the list of the other words did not come.
pub const WITHOUT_LIST: &str = " What the page shows was searched. The names of people and the titles of themes \
                                could not be loaded; to try again, go to the search box once more.";

/// Before the name of a person by whom an event was found.
pub const PERSON: &str = "Person: ";

/// Before the name of a body that convened it.
pub const ORGANIZER: &str = "Organizer: ";

/// Before the heading of a part.
pub const PART: &str = "Part: ";

/// Before the title of a theme, or of a session on which readers take notes.
pub const THEME: &str = "Theme: ";

/// Before the title of another session.
pub const SESSION: &str = "Session: ";
