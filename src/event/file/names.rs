//! The ids of an event file: those that are written, those that are made of names and titles, and
//! what they name.

use std::collections::{BTreeMap, BTreeSet};

use any_ascii::any_ascii;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Table;
use super::nearest::nearest;
use super::{Span, invisible};
use crate::event::LONGEST_ID;

/// The tables whose ids something names, and the key of which an id is made where none is written.
const WITH_IDS: [(Table, Option<&str>); 5] = [
    (Table::Person, Some("name")),
    (Table::Part, Some("title")),
    (Table::Theme, None),
    (Table::Session, None),
    (Table::Source, Some("title")),
];

/// How many names that lead nowhere are compared with all others: enough for any real file.
const MOST: usize = 100;

/// How many names one that leads nowhere is compared with.
const MOST_NAMES: usize = 500;

/// The ids that the file gives, gathered before anything is checked so that a reference may stand
/// above what it names. Ids that are refused are here too: naming one is no second fault.
pub(super) struct Names {
    /// Where each id of each kind stands first.
    first_places: BTreeMap<Table, BTreeMap<String, Span>>,
    /// What things are called, or where they are, and their ids: what hosts write instead of an id.
    called: BTreeMap<Table, Vec<Called>>,
    /// The parts that at least one theme names; `None` when the file has no theme at all.
    parts_with_themes: Option<BTreeSet<String>>,
}

/// What something is called, as it is compared, and its id.
struct Called {
    name: String,
    plain: String,
    made: String,
    id: String,
}

impl Called {
    fn new(name: &str, id: &str) -> Self {
        let (plain, made) = (plain(name), made_id(name, 0));
        Self { name: name.to_owned(), plain, made, id: id.to_owned() }
    }
}

impl Names {
    pub(super) fn collect(file: &DeTable<'_>) -> Self {
        let mut names = Self {
            first_places: BTreeMap::new(),
            called: BTreeMap::new(),
            parts_with_themes: None,
        };
        for (kind, made_of) in WITH_IDS {
            let places = names.first_places.entry(kind).or_default();
            let called = names.called.entry(kind).or_default();
            for (index, table) in tables(file, kind).enumerate() {
                let Some((id, span)) = id_of(table, made_of, index) else { continue };
                for key in ["name", "title", "url"] {
                    if let Some(text) = text_at(table, key) {
                        called.push(Called::new(text.get_ref(), &id));
                    }
                }
                // What names an id with letters that nobody sees is not at fault as well.
                if invisible::first_in(&id).is_some() {
                    places.entry(invisible::without(&id)).or_insert(span.clone());
                }
                places.entry(id).or_insert(span);
            }
        }
        let of_themes = tables(file, Table::Theme).filter_map(|theme| text_at(theme, "part"));
        let mut parts: BTreeSet<String> =
            of_themes.map(|part| part.get_ref().to_string()).collect();
        // A part that is only named otherwise is not empty.
        let is_known = |part: &String| names.first_place(Table::Part, part).is_some();
        let others = parts.iter().filter(|part| !is_known(part)).take(MOST);
        let meant: Vec<String> = others.filter_map(|it| names.meant(Table::Part, it)).collect();
        parts.extend(meant);
        names.parts_with_themes = (!parts.is_empty()).then_some(parts);
        names
    }

    /// Where an id of a kind stands first. Themes and sessions share their ids: notes hang on both.
    pub(super) fn first_place(&self, kind: Table, id: &str) -> Option<&Span> {
        let of = |kind| self.first_places.get(&kind)?.get(id);
        match kind {
            Table::Theme | Table::Session => {
                let places = of(Table::Theme).into_iter().chain(of(Table::Session));
                places.min_by_key(|span| span.start)
            }
            _ => of(kind),
        }
    }

    /// The id that a host most likely meant by a text that is none: of what is called so, or of what
    /// is written nearly so.
    pub(super) fn meant(&self, kind: Table, text: &str) -> Option<String> {
        // Notes hang on themes and on sessions, so that either may be named.
        let kinds: &[Table] = match kind {
            Table::Theme => &[Table::Theme, Table::Session],
            _ => &[kind],
        };
        let called = || {
            let all = kinds.iter().filter_map(|kind| self.called.get(kind)).flatten();
            all.take(MOST_NAMES)
        };
        let (plain, made) = (plain(text), made_id(text, 0));
        let by_name = called().find(|it| !plain.is_empty() && it.plain == plain);
        let by_name = by_name.map(|it| it.id.clone());
        let by_id = || self.first_place(kind, &made).map(|_| made.clone());
        let by_made = || {
            let same = |it: &&Called| it.made == made || is_piece_of(text, &it.name);
            let mut ids: Vec<&String> = called().filter(same).map(|it| &it.id).collect();
            ids.dedup();
            // A name that several bear tells nothing.
            if let [only] = ids.as_slice() { Some((*only).clone()) } else { None }
        };
        let ids = self.first_places.get(&kind).into_iter().flat_map(BTreeMap::keys);
        by_name.or_else(by_id).or_else(by_made).or_else(|| nearest(text, ids.map(String::as_str)))
    }

    /// An id for what has this title, which no theme and no session has yet.
    pub(super) fn unused_id(&self, title: &str) -> String {
        let id = made_id(title, 0);
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        let mut ids = std::iter::once(id.clone()).chain(numbered);
        ids.find(|id| self.first_place(Table::Session, id).is_none()).unwrap_or(id)
    }

    /// Whether a part is named by a theme; without any theme that is told of the file as a whole.
    pub(super) fn has_themes(&self, part: &str) -> bool {
        self.parts_with_themes.as_ref().is_none_or(|parts| parts.contains(part))
    }
}

/// A name or an address as it is compared: the same page, with and without what hosts leave out of
/// its address.
fn plain(text: &str) -> String {
    let text = text.trim().trim_end_matches('/').to_lowercase();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.unwrap_or(&text).trim_start_matches("www.").to_owned()
}

/// Whether a text is one of the words of a name, such as somebody's last name.
fn is_piece_of(text: &str, name: &str) -> bool {
    let text = text.trim();
    text.len() > 2 && name.split_whitespace().any(|word| word.eq_ignore_ascii_case(text))
}

/// All tables of a kind.
pub(super) fn tables<'file, 'text>(
    file: &'file DeTable<'text>,
    kind: Table,
) -> impl Iterator<Item = &'file DeTable<'text>> {
    let list = file.get(kind.key()).and_then(|value| value.get_ref().as_array());
    list.into_iter().flat_map(|list| list.iter()).filter_map(|entry| entry.get_ref().as_table())
}

/// The text at a key.
pub(super) fn text_at<'table>(
    table: &'table DeTable<'_>,
    key: &str,
) -> Option<Spanned<&'table str>> {
    let value = table.get(key)?;
    Some(Spanned::new(value.span(), value.get_ref().as_str()?))
}

/// The id of a table, and where it stands: the one that is written, or one that is made.
pub(super) fn id_of(
    table: &DeTable<'_>,
    made_of: Option<&str>,
    index: usize,
) -> Option<(String, Span)> {
    if let Some(id) = table.get("id") {
        return Some((id.get_ref().as_str()?.to_owned(), id.span()));
    }
    let text = text_at(table, made_of?)?;
    Some((made_id(text.get_ref(), index), text.span()))
}

/// An id made of a text in any script: its letters as ASCII has them. `index` counts from 0, for a
/// text in which there is no letter.
pub fn made_id(text: &str, index: usize) -> String {
    let mut id = String::new();
    for letter in any_ascii(text).to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') && letter != '\'' {
            id.push('-');
        }
    }
    id.truncate(LONGEST_ID);
    let id = id.trim_end_matches('-');
    if id.is_empty() { format!("no-{}", index + 1) } else { id.to_owned() }
}

/// Writes into the tables the ids that the file leaves out.
pub(super) fn fill_in(file: &mut DeTable<'_>) {
    for (kind, made_of) in WITH_IDS {
        let Some(made_of) = made_of else { continue };
        each_table(file, kind.key(), &mut |index, table| {
            if table.contains_key("id") {
                return;
            }
            if let Some((id, span)) = id_of(table, Some(made_of), index) {
                let id = Spanned::new(span.clone(), DeValue::String(id.into()));
                table.insert(Spanned::new(span, "id".into()), id);
            }
        });
    }
}

fn each_table<'text>(
    table: &mut DeTable<'text>,
    key: &str,
    change: &mut dyn FnMut(usize, &mut DeTable<'text>),
) {
    let Some(DeValue::Array(list)) = table.get_mut(key).map(Spanned::get_mut) else { return };
    for (index, entry) in list.iter_mut().enumerate() {
        if let DeValue::Table(table) = entry.get_mut() {
            change(index, table);
        }
    }
}
