//! The members of a JSON object, each taken out once. What nobody took is told as left out, so that
//! no key of a source is overlooked in silence.

use serde_json::{Map, Value};

use super::left_out::LeftOut;
use super::text;

/// What is left of an object.
#[derive(Clone, Default)]
pub(super) struct Members(Map<String, Value>);

impl Members {
    /// The members of a value; none where it is no object.
    pub(super) fn of(value: Value) -> Self {
        match value {
            Value::Object(members) => Self(members),
            _ => Self::default(),
        }
    }

    /// A member that says something.
    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.0.shift_remove(key).filter(|value| !is_blank(value))
    }

    /// The members of a member.
    pub(super) fn object(&mut self, key: &str) -> Self {
        self.take(key).map(Self::of).unwrap_or_default()
    }

    /// The items of a list; a value that stands alone is one item.
    pub(super) fn list(&mut self, key: &str) -> Vec<Value> {
        match self.take(key) {
            Some(Value::Array(items)) => items.into_iter().filter(|it| !is_blank(it)).collect(),
            Some(value) => vec![value],
            None => Vec::new(),
        }
    }

    /// A text as it stands there, or a number as one.
    pub(super) fn raw(&mut self, key: &str) -> Option<String> {
        match self.take(key)? {
            Value::String(text) => Some(text),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A text on one line.
    pub(super) fn line(&mut self, key: &str) -> Option<String> {
        self.raw(key).and_then(|text| text::line(&text))
    }

    /// A web address.
    pub(super) fn address(&mut self, key: &str) -> Option<String> {
        self.raw(key).and_then(|text| text::address(&text))
    }

    /// What says nothing to readers of an event: numbers of a database, colours.
    pub(super) fn forget(&mut self, keys: &[&str]) {
        for key in keys {
            self.0.shift_remove(*key);
        }
    }

    /// Tells what nobody took.
    pub(super) fn tell_the_rest(self, left_out: &mut LeftOut) {
        for (key, value) in self.0 {
            if !is_blank(&value) {
                left_out.unknown(&key);
            }
        }
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}
