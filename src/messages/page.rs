//! The page around the notes: landmarks, headings, facts, sources, what there is of the event to
//! take home, and the footer.

/// The link that skips what stands above the content.
pub const SKIP: &str = "Skip to the content";

/// The themes: the landmark of the table of contents, and the heading of the outline.
pub const THEMES: &str = "Themes";

/// When the event was.
pub const DATE: &str = "Date";

/// Where it was.
pub const PLACE: &str = "Place";

/// Who was there.
pub const ATTENDANCE: &str = "Attendance";

/// How people take part online.
pub const ONLINE: &str = "Online";

/// The link at which they do.
pub const JOIN: &str = "Join online";

/// Where people register.
pub const REGISTRATION: &str = "Registration";

/// The link to that.
pub const REGISTER: &str = "Register";

/// Where questions are answered.
pub const CONTACT: &str = "Contact";

/// Before the time for which something was announced that was moved.
pub const ANNOUNCED_FOR: &str = "Announced for ";

/// Who convened it.
pub const ORGANIZERS: &str = "Organizers";

/// The heading of what the event was about.
pub const SUMMARY: &str = "Summary";

/// The heading of the occasions that the event prepared for.
pub const OCCASIONS: &str = "What it prepared for";

/// The list of what has a date.
pub const TIME_LINE: &str = "Time line";

/// The event itself, among the occasions of the time line.
pub const THIS_EVENT: &str = "This event";

/// The heading and the list of the people.
pub const PEOPLE: &str = "People";

/// Opens what there is to know about a person.
pub const BIOGRAPHY: &str = "Biography";

/// The file of a session for calendars.
pub const ADD_TO_CALENDAR: &str = "Add to calendar";

/// The heading of recordings, documents and the like.
pub const LINKS: &str = "Recordings and documents";

/// The heading of what there is to know about places.
pub const PLACES: &str = "Places";

/// The heading of events that this one belongs to.
pub const RELATED: &str = "Related events";

/// The heading of the bodies that paid for the event.
pub const SPONSORS: &str = "Sponsors";

/// Sessions of which nobody knows when they are.
pub const WITHOUT_TIME: &str = "Without a time";

/// Whose clocks the times of the programme are told by.
pub fn all_times_in(zone: &str) -> String {
    format!("All times are {zone}.")
}

/// The landmark of the map.
pub const MAP: &str = "Map of the themes";

/// What the rings of the map mean.
pub const MAP_KEY: &str = "Each ring fills as you write; five notes fill it.";

/// What stands before and after the words of somebody quoted.
pub const QUOTATION_MARKS: [&str; 2] = ["“", "”"];

/// The heading of the sources.
pub const SOURCES: &str = "Sources";

/// Before the statements that cite a source.
pub const CITED_BY: &str = "Cited by: ";

/// Before the sources of the statements that cite none of their own.
pub const ALL_ELSE_FROM: &str = "All that names no source of its own: ";

/// The number by which a statement names its source.
pub fn source(number: usize) -> String {
    format!("Source {number}")
}

/// The heading of the event in forms for other programs.
pub const EVENT_FILES: &str = "Take the event home";

/// The file for calendars.
pub const CALENDAR_FILE: &str = "Calendar entry (iCalendar)";

/// The file for LaTeX.
pub const BIBTEX_FILE: &str = "Reference for LaTeX (BibTeX)";

/// The file for most reference managers.
pub const RIS_FILE: &str = "Reference for Zotero, EndNote and others (RIS)";

/// The file for programs that cite.
pub const CSL_FILE: &str = "Reference as CSL-JSON";

/// The file that holds all of the event.
pub const DATA_FILE: &str = "All of the event as data (JSON)";

/// Above a sentence to cite the event by. The style's name is its own.
pub fn to_cite_in(style: &str) -> String {
    format!("To cite in {style} style")
}

/// The button that copies that sentence.
pub fn copy_in(style: &str) -> String {
    format!("Copy in {style} style")
}

/// What the page promises, in the footer.
pub const PROMISE: &str = "Your notes stay in this browser. This page has no account, sends nothing \
                           anywhere, and does not watch who reads it.";

/// Told in an open page when its site was published anew.
pub const NEWER: &str = "A newer version of this page has arrived: you see it when you load the page \
                         again. Your notes stay.";

/// Before the list of colours.
pub const COLOURS: &str = "Colours ";

/// The colours that a reader may choose: their names in the settings, which stay as they are, and
/// what the list says.
pub const COLOUR_CHOICES: [(&str, &str); 4] = [
    ("", "As the system has them"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
];
