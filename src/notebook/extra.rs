//! The fields that not every note has: those of this version, and those that a later one added. Each
//! is kept as it was written, to the last digit, and written back so.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::quote::Quote;

/// Fields of a JSON object as they were written, in their order.
pub type Fields = IndexMap<String, Box<RawValue>, FxBuildHasher>;

/// The field of a pinned note, which is `true`. Others have none.
const PINNED: &str = "pinned";

/// The field of a note that holds the words of the event that it quotes.
const QUOTE: &str = "quote";

/// The text of a field; `None` where it is something else.
pub fn text_of(field: &RawValue) -> Option<String> {
    serde_json::from_str(field.get()).ok()
}

/// See the module's description.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    fields: Fields,
    // What is asked for again and again is read once.
    is_pinned: bool,
    quote: Option<Quote>,
}

impl Extra {
    /// A field as it was written.
    pub fn get(&self, name: &str) -> Option<&RawValue> {
        self.fields.get(name).map(|field| &**field)
    }

    /// Sets a field.
    pub fn insert(&mut self, name: &str, value: &impl Serialize) {
        // Fails only for what JSON has no form for, such as a map whose keys are no texts.
        if let Ok(field) = to_raw_value(value) {
            self.fields.insert(name.to_owned(), field);
            self.read_known();
        }
    }

    /// Takes a field away.
    pub fn remove(&mut self, name: &str) {
        self.fields.shift_remove(name);
        self.read_known();
    }

    /// Adds the fields that only the other has, but for its pin, which may have been taken away here.
    pub(super) fn add_missing(&mut self, other: &Self) {
        for (name, field) in &other.fields {
            if name != PINNED && !self.fields.contains_key(name) {
                self.fields.insert(name.clone(), field.clone());
            }
        }
        self.read_known();
    }

    pub(super) fn is_pinned(&self) -> bool {
        self.is_pinned
    }

    pub(super) fn set_pin(&mut self, is_pinned: bool) {
        if is_pinned {
            self.insert(PINNED, &true);
        } else {
            self.remove(PINNED);
        }
    }

    pub(super) fn quote(&self) -> Option<&Quote> {
        self.quote.as_ref()
    }

    pub(super) fn set_quote(&mut self, quote: &Quote) {
        self.insert(QUOTE, quote);
    }

    /// The fields, to be written.
    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    fn read_known(&mut self) {
        self.is_pinned = self.get(PINNED).is_some_and(|field| field.get() == "true");
        self.quote = self.get(QUOTE).and_then(|field| {
            // Whatever else stands in the field, or stands there wrongly, the words count.
            let fields: Fields = serde_json::from_str(field.get()).ok()?;
            let text = |name: &str| text_of(fields.get(name)?);
            let exact = text("exact").filter(|exact| !exact.is_empty())?;
            let around = |name: &str| text(name).unwrap_or_default();
            Some(Quote { exact, prefix: around("prefix"), suffix: around("suffix") })
        });
    }
}

impl From<Fields> for Extra {
    fn from(fields: Fields) -> Self {
        let mut extra = Self { fields, ..Self::default() };
        extra.read_known();
        extra
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.fields.len() == other.fields.len()
            && self.fields.iter().all(|(name, field)| {
                other.get(name).is_some_and(|known| known.get() == field.get())
            })
    }
}
