//! What the reader's parts and the program for transfer hand one another.
//!
//! Each of the two has a memory of its own, so values go over as JSON text: [`packed`] on one side,
//! and [`unpacked`] on the other as what they were. (As objects of JavaScript they would take 13 kB
//! of code more in each program, even when compressed.)

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::event::{EventOutline, PageText};
use crate::notebook::{Selection, Timestamp};

/// A value as it goes over to the other program.
pub fn packed(value: &impl Serialize) -> String {
    // Fails only for maps whose keys are no text, and none of these types holds any.
    serde_json::to_string(value).unwrap_or_default()
}

/// A value that came over from the other program.
///
/// # Errors
/// Where it is no such value: the two programs are not of the same build.
pub fn unpacked<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}

/// The event, its page, and what is stored, at one moment. It is all that `import_notes` and
/// `copy_notes` are called with. The reader's parts hand the event on as the JSON that it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contents<Event = EventOutline> {
    /// What the page is about.
    pub event: Event,
    /// The page's address, without a fragment.
    pub address: String,
    /// The page's text, and where the themes' headings stand in it.
    pub page: PageText,
    /// Key and text of every entry as it is stored, or would be if there were room.
    pub entries: Vec<(String, String)>,
    /// The present moment.
    pub now: Timestamp,
}

/// What `export_notes` is called with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportRequest<Event = EventOutline> {
    /// What there is.
    pub contents: Contents<Event>,
    /// What is wanted of it.
    pub selection: Selection,
}

/// What `open_shared_notes` is called with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenRequest<Event = EventOutline> {
    /// What there is.
    pub contents: Contents<Event>,
    /// The fragment of the page's address, which holds the notes.
    pub fragment: String,
}

/// How a change of what is stored went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// All of it is made.
    Done,
    /// Nothing was changed: something else stands there by now.
    Changed,
    /// Nothing was changed: there is no room.
    Full,
    /// Nothing was changed: the browser refused.
    Refused,
}
