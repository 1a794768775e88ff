//! What the first program asks for, and what it is asked for in turn: JSON both ways.

use std::rc::Rc;

use serde_json::{Value, json};

use super::browser;
use crate::event::{Event, ThemeId};
use crate::formats::{Change, Material, Selection, notebook_of};
use crate::notebook::{NoteId, Timestamp};
use crate::storage::Keys;

/// What the reader wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// To take notes home in a form of their choice.
    Export,
    /// To bring notes in from a file.
    Import,
    /// To put notes on the clipboard.
    Copy,
    /// To see the notes that the page's address brings along.
    Visit,
}

/// A request, with all it needs to be answered.
pub(super) struct Request {
    pub(super) task: Task,
    pub(super) selection: Selection,
    pub(super) material: Material,
}

impl Request {
    /// Reads what the first program wrote; `None` where it is something else.
    pub(super) fn read(text: &str, event: Event) -> Option<Self> {
        let fields: Value = serde_json::from_str(text).ok()?;
        let task = match fields["task"].as_str()? {
            "export" => Task::Export,
            "import" => Task::Import,
            "copy" => Task::Copy,
            "visit" => Task::Visit,
            _ => return None,
        };
        let note_id = |value: &Value| NoteId::parse(value.as_str()?).ok();
        let selection = if let Some(found) = fields["found"].as_array() {
            Selection::Found(found.iter().filter_map(note_id).collect())
        } else if let Some(theme) = fields["theme"].as_str() {
            Selection::Theme(ThemeId::try_from(theme.to_owned()).ok()?)
        } else if let Some(id) = note_id(&fields["note"]) {
            Selection::Note(id)
        } else {
            Selection::All
        };
        let entries: Vec<(String, String)> =
            serde_json::from_value(fields["entries"].clone()).ok()?;
        let page = browser::page_text(&event);
        let notebook = notebook_of(&Keys::of(&event.id), &entries);
        let (address, now) = (browser::address(), crate::browser::now());
        let material = Material { event, address, page, notebook, entries, now };
        Some(Self { task, selection, material })
    }
}

/// How a change of the store went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All of it is made.
    Done,
    /// Nothing was changed: something else stands there by now.
    Changed,
    /// Nothing was changed: there is no room.
    Full,
    /// Nothing was changed: the browser refused.
    Refused,
}

/// The first program, as this one sees it.
#[derive(Clone)]
pub(super) struct FirstProgram(pub(super) Rc<dyn Fn(String) -> String>);

impl FirstProgram {
    /// Makes changes to the store, all of them or none.
    pub(super) fn change(&self, changes: &[Change]) -> Outcome {
        let change = |it: &Change| json!({"key": it.key, "before": it.before, "after": it.after});
        let changes: Vec<Value> = changes.iter().map(change).collect();
        match (self.0)(json!({ "changes": changes }).to_string()).as_str() {
            "done" => Outcome::Done,
            "changed" => Outcome::Changed,
            "full" => Outcome::Full,
            _ => Outcome::Refused,
        }
    }

    /// Tells that the reader took a backup.
    pub(super) fn took_backup(&self, at: &Timestamp) {
        (self.0)(json!({ "backup": at.as_str() }).to_string());
    }

    /// Tells whether the notes are on the clipboard.
    pub(super) fn copied(&self, went_well: bool) {
        (self.0)(json!({ "copied": if went_well { "all" } else { "" } }).to_string());
    }
}
