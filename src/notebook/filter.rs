//! Which notes a list shows, and in which order.

use super::search::Query;
use super::tags::{tag_key, tags};
use super::{Note, Notebook};
use crate::event::ThemeId;

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

/// A list of notes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Group<'themes> {
    /// Those on a theme.
    Theme(&'themes ThemeId),
    /// Those on themes that the event lacks.
    Others,
    /// All, where they stand in one list.
    All,
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

    fn holds(&self, note: &Note) -> bool {
        let is_it = |tag: &str| tag_key(tag) == self.tag;
        (self.theme.is_empty() || self.theme == note.theme.as_str())
            && (self.tag.is_empty()
                || tags(&note.text)
                    .into_iter()
                    .any(|at| is_it(note.text.get(at).unwrap_or_default())))
            && (self.query.is_empty() || self.query.hits(&note.plain()).is_some())
    }
}

impl Notebook {
    /// The notes of a list in their order: all, or those that a filter shows there. `known` are the
    /// themes that the event has.
    pub fn find(
        &self,
        group: Group<'_>,
        known: &[&ThemeId],
        filter: Option<&Filter>,
    ) -> Vec<&Note> {
        let mut notes = match group {
            Group::Theme(theme) => self.notes_on(theme),
            Group::Others => self.notes_beyond(known),
            Group::All => self.in_order(&|_| true),
        };
        if let Some(filter) = filter {
            let is_here = filter.order.is_empty() == (group != Group::All);
            notes.retain(|note| is_here && filter.holds(note));
            if filter.order == CHANGED {
                let mut in_order: Vec<&Note> = Vec::new();
                for note in notes {
                    let place = in_order.partition_point(|before| {
                        (before.is_pinned(), &before.changed) >= (note.is_pinned(), &note.changed)
                    });
                    in_order.insert(place, note);
                }
                return in_order;
            }
        }
        notes
    }
}
