//! Which of all notes are shown, and in which order.

use super::search::Query;
use super::tags::has_tag;
use super::{Note, Notebook};

/// The order of notes by when they were added, the newest first.
pub const NEWEST: &str = "newest";

/// The order of notes by when they were changed, the last one first.
pub const CHANGED: &str = "changed";

/// What the reader has chosen to see of all notes. Texts, since they choose from lists on a page;
/// each is empty where nothing is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words that are searched for.
    pub query: Query,
    /// The id of a theme.
    pub theme: String,
    /// The key of a tag.
    pub tag: String,
    /// [`NEWEST`] or [`CHANGED`], in one list; else by theme, as the outline has them.
    pub order: String,
}

/// What there is to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Words that are searched for.
    Words,
    /// A theme.
    Theme,
    /// A tag.
    Tag,
    /// An order.
    Order,
}

impl Filter {
    /// Takes over what the reader chose.
    pub fn choose(&mut self, choice: Choice, value: String) {
        let place = match choice {
            Choice::Words => return self.query = Query::new(&value),
            Choice::Theme => &mut self.theme,
            Choice::Tag => &mut self.tag,
            Choice::Order => &mut self.order,
        };
        *place = value;
    }

    /// Whether it leaves out any note.
    pub fn leaves_out(&self) -> bool {
        !(self.query.is_empty() && self.theme.is_empty() && self.tag.is_empty())
    }

    /// Whether it lets a note be shown.
    pub fn matches(&self, note: &Note) -> bool {
        (self.theme.is_empty() || self.theme == note.theme.as_str())
            && (self.tag.is_empty() || has_tag(&note.text, &self.tag))
            && self.query.matches(&[&note.text, note.quoted_words().unwrap_or_default()])
    }
}

impl Notebook {
    /// All notes in one list: pinned ones first, and then the last [changed](CHANGED) or added first.
    pub fn notes_in_order(&self, order: &str) -> Box<dyn Iterator<Item = &Note> + '_> {
        if order != CHANGED {
            return Box::new(self.all_notes());
        }
        let pinned = self.notes_by_change().filter(|note| note.is_pinned());
        Box::new(pinned.chain(self.notes_by_change().filter(|note| !note.is_pinned())))
    }
}
