//! The page with the notes on all events of a site: what stands on it, how it is led to, and what its
//! exports say beside the notes.

use super::notes::note_count;

/// The heading of the page, and the links to it.
pub const TITLE: &str = "My notes on all events";

/// The title of the page, and of what is exported there, beside the name of the site.
pub fn title_of(site: &str) -> String {
    format!("{TITLE} – {site}")
}

/// Before the link to the start page, whose words are the name of the site.
pub const BACK: &str = "Back to ";

/// Where notes are kept, and who sees them.
pub const KEPT: &str = "Your notes are kept in this browser and nowhere else, and nobody but you sees them. This \
                        page shows all that it holds, on whichever event. It changes nothing: to write in a \
                        note, open it on the page of its event.";

/// In the place of the notes where the page may run no script.
pub const NEEDS_SCRIPT: &str = "To show your notes this page needs JavaScript, since it is this browser that holds \
                                them. Allow JavaScript for this page and reload it. Your notes are not affected.";

/// Where the program of the page did not arrive.
pub const NOT_LOADED: &str = "The part of this page that shows your notes could not be loaded: you may be offline. \
                              Your notes are not affected. Reload the page once you are connected.";

/// The heading on the start page above the link.
pub const ON_START: &str = "Your notes";

/// Before that link.
pub const ON_START_BEFORE: &str =
    "What you have noted on any of these events stands together under ";

/// Behind that link.
pub const ON_START_AFTER: &str = ", to search and to take home.";

// What lives on the page.

/// The search box.
pub const SEARCH: &str = "Search notes";

/// The list of events of which one can be chosen.
pub const EVENT: &str = "Event";

/// In that list, where none is chosen.
pub const ALL_EVENTS: &str = "All events";

/// Where the browser gives the page no storage.
pub const BLOCKED: &str = "This browser does not let the page see what it keeps, so no notes can be shown. If there \
                           are any, they are not affected. Allow site data for this page and reload it.";

/// Where what is stored cannot be listed.
pub const UNREADABLE_STORE: &str = "The notes stored in this browser could not be read just now. They are left as they \
                                    are. Reload the page to try again.";

/// Where nothing is stored.
pub const NO_NOTES: &str = "There are no notes in this browser yet. Open the page of an event and write one there: it \
                            is then shown here as well. Notes that you wrote in another browser, or on another \
                            device, are there; a backup brings them here.";

/// Where the titles of the events did not arrive.
pub const NO_TITLES: &str = "The titles of the events could not be loaded: you may be offline. All your notes are here, \
                             under the short names by which this browser keeps them. Reload the page to try again.";

/// Below the heading of an event that the site does not have.
pub const UNKNOWN_EVENT: &str =
    "This event is not on this site (any more). Your notes are still in this browser.";

/// The button that saves a backup of the notes on such an event.
pub const SAVE_THESE: &str = "Save a backup of these notes";

/// How many notes and drafts there are, on so many events.
pub fn totals(notes: usize, drafts: usize, events: usize) -> String {
    let drafts = match drafts {
        0 => None,
        1 => Some("1 draft".to_owned()),
        more => Some(format!("{more} drafts")),
    };
    let events = event_count(events);
    match drafts {
        None => format!("{} on {events}.", note_count(notes)),
        Some(drafts) if notes == 0 => format!("{drafts} on {events}."),
        Some(drafts) => format!("{} and {drafts} on {events}.", note_count(notes)),
    }
}

/// How many texts a search found, on so many events, and of how many.
pub fn found(texts: usize, events: usize, all: usize) -> String {
    match texts {
        0 => "Nothing found. Try fewer or other words, or choose “All events”.".to_owned(),
        texts => format!("{texts} of {} found, on {}.", text_count(all), event_count(events)),
    }
}

fn text_count(count: usize) -> String {
    if count == 1 { "1 text".to_owned() } else { format!("{count} texts") }
}

fn event_count(count: usize) -> String {
    if count == 1 { "1 event".to_owned() } else { format!("{count} events") }
}

/// How many texts are on the page, where that is not all of them.
pub fn shown_of(shown: usize, all: usize) -> String {
    format!("{shown} of {} are shown here. The search sees all of them.", text_count(all))
}

/// The button that shows more of them.
pub const SHOW_MORE: &str = "Show more";

/// The list of the notes on a theme.
pub fn notes_on(theme: &str) -> String {
    format!("Notes on {theme}")
}

/// Behind the title of a theme that its event does not have any more.
pub const GONE_THEME: &str = "(a theme that this event no longer has)";

/// On a draft.
pub const DRAFT: &str = "Not added yet";

/// When a note was changed last, as the reader is used to see times.
pub fn changed(time: &str) -> String {
    format!("Changed {time}")
}

/// When a note was added that nobody changed.
pub fn added(time: &str) -> String {
    format!("Added {time}")
}

/// The link from a note to its theme, on the page of the event.
pub const OPEN: &str = "Open on the event’s page";

/// The tags of a note.
pub const TAGS: &str = "Tags";

/// The name of a tag, which searches for it.
pub fn search_for(tag: &str) -> String {
    format!("Search for {tag}")
}

/// The heading of what cannot be read.
pub const UNREADABLE: &str = "Could not be read";

/// What becomes of it.
pub const UNREADABLE_EXPLAINED: &str = "These entries are damaged, or of a newer version of the page. They stay as they are, \
                                        and go into the backup.";

/// An entry of which the browser hands out nothing.
pub const OUT_OF_REACH: &str =
    "The browser does not hand this entry out at the moment. Reload the page to try again.";

/// The heading of the deleted notes of an event.
pub fn deleted_title(count: usize) -> String {
    format!("Recently deleted ({count})")
}

/// When a note was deleted.
pub fn deleted_at(time: &str) -> String {
    format!("Deleted {time}")
}

// Export.

/// The heading above the files, and the name of their group.
pub const EXPORT: &str = "Export all notes";

/// What is in them.
pub const EXPORT_EXPLAINED: &str = "Each file holds the notes on all events, whatever the search shows. Nothing leaves this \
                                    device unless you send it.";

/// The file for people.
pub const AS_MARKDOWN: &str = "Markdown";

/// What it keeps and loses.
pub const MARKDOWN_KEEPS: &str = "To read, and for any editor: a heading for each event, with notes, times and drafts. \
                                  Cannot be imported.";

/// The backup.
pub const AS_BACKUP: &str = "Backup (.ann)";

/// What it keeps, and how it comes back.
pub const BACKUP_KEEPS: &str = "Loses nothing. “Import…” on the page of an event brings back the notes on that event, from \
                                this one file.";

/// The table.
pub const AS_CSV: &str = "Table (CSV)";

/// What it keeps and loses.
pub const CSV_KEEPS: &str = "For spreadsheets: a row for each note, with its event. Without drafts and deleted notes. \
                             Cannot be imported.";

/// The table for Excel.
pub const AS_CSV_FOR_EXCEL: &str = "Table for Excel (semicolons)";

/// When to take it.
pub const EXCEL_KEEPS: &str =
    "The same, for an Excel that writes 1,5 with a comma, as in German, French or Spanish.";

/// What became of a file.
pub fn saved_as(name: &str, went_well: bool) -> String {
    if went_well {
        format!("Saved as {name} where your browser puts downloads.")
    } else {
        "Not saved: the browser refused to make a file. Your notes are not affected. Try another form."
            .to_owned()
    }
}

/// In an export: where the notes are from, and when they were taken.
pub fn taken_from(site: &str, today: &str) -> String {
    format!("Personal notes on the events of “{site}”. Taken on {today}.")
}
