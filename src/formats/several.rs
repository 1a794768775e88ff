//! The notes on several events in one file.

use super::{Format, Selection, Snapshot, backup, markdown, table};
use crate::notebook::Timestamp;

/// What a browser holds of several events, at one moment.
#[derive(Clone, Debug)]
pub struct Several {
    /// What the site of these events is called.
    pub site: String,
    /// The address of its start page.
    pub address: String,
    /// What there is of each event, in the order of the file.
    pub events: Vec<Snapshot>,
    /// When it was taken.
    pub now: Timestamp,
}

/// The forms in which the notes on several events are exported as one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown, for people: a heading for each event.
    Markdown,
    /// A Readium annotation set with all that is stored. The page of each event brings in its own.
    Backup,
    /// A table, its cells parted by commas, with a column for the event.
    Csv,
    /// The same, parted by semicolons.
    CsvForExcel,
}

impl Form {
    /// All of them, the most useful first.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Backup, Self::Csv, Self::CsvForExcel];

    /// The form of a single event's notes that it goes by.
    fn of_one(self) -> Format {
        match self {
            Self::Markdown => Format::Markdown,
            Self::Backup => Format::Backup,
            Self::Csv => Format::Csv,
            Self::CsvForExcel => Format::CsvForExcel,
        }
    }

    /// The media type of the file.
    pub fn media_type(self) -> &'static str {
        self.of_one().media_type()
    }

    /// The name of the file, with the day, so that files of different days stand side by side.
    pub fn file_name(self, several: &Several) -> String {
        self.of_one().named("all", &several.now)
    }

    /// The text of the file.
    pub fn write(self, several: &Several) -> String {
        match self {
            Self::Markdown => markdown::write_several(several),
            Self::Backup => backup::write_several(several),
            Self::Csv => table::write(b',', &several.events, &Selection::All),
            Self::CsvForExcel => table::write(b';', &several.events, &Selection::All),
        }
    }
}
