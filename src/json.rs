//! JSON objects read field by field.
//!
//! In the browser this takes the place of serde's derived readers: those are written out anew for
//! every type, and for this program's types they would weigh a third of the wasm.

use std::fmt;

use serde_json::{Map, Value};

/// Why a JSON object is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonError {
    /// Not a JSON object.
    NotAnObject,
    /// A field is missing or has another type or form.
    Field(&'static str),
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnObject => formatter.write_str("not a JSON object"),
            Self::Field(name) => write!(formatter, "field `{name}` is missing or malformed"),
        }
    }
}

impl std::error::Error for JsonError {}

/// The fields of an object. Reading one takes it out, so that what is left is what nobody asked
/// for.
#[derive(Debug)]
pub struct Fields(Map<String, Value>);

impl Fields {
    /// Parses a text.
    ///
    /// # Errors
    /// [`JsonError::NotAnObject`] where it is no JSON, or another kind of value.
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        serde_json::from_str(text).map_or(Err(JsonError::NotAnObject), Self::open)
    }

    fn open(value: Value) -> Result<Self, JsonError> {
        match value {
            Value::Object(map) => Ok(Self(map)),
            _ => Err(JsonError::NotAnObject),
        }
    }

    /// The fields that were not read.
    pub fn rest(self) -> Map<String, Value> {
        self.0
    }

    /// A field that must be a string.
    ///
    /// # Errors
    /// [`JsonError::Field`] where it is missing or something else.
    pub fn text(&mut self, name: &'static str) -> Result<String, JsonError> {
        self.optional_text(name)?.ok_or(JsonError::Field(name))
    }

    /// A field that may be a string, or be missing or `null`.
    ///
    /// # Errors
    /// [`JsonError::Field`] where it is something else.
    pub fn optional_text(&mut self, name: &'static str) -> Result<Option<String>, JsonError> {
        match self.0.shift_remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(JsonError::Field(name)),
        }
    }

    /// A string that has a form of its own.
    ///
    /// # Errors
    /// [`JsonError::Field`] where it is missing, something else, or of another form.
    pub fn parsed<T, E>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(String) -> Result<T, E>,
    ) -> Result<T, JsonError> {
        parse(self.text(name)?).map_err(|_| JsonError::Field(name))
    }

    /// A field that must be a whole number from 0 on.
    ///
    /// # Errors
    /// [`JsonError::Field`] where it is missing or something else.
    pub fn number(&mut self, name: &'static str) -> Result<u64, JsonError> {
        self.0.shift_remove(name).and_then(|value| value.as_u64()).ok_or(JsonError::Field(name))
    }

    /// A field that must be a list of objects.
    ///
    /// # Errors
    /// [`JsonError`] where it is missing or something else, or one of its items is.
    pub fn objects<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Self) -> Result<T, JsonError>,
    ) -> Result<Vec<T>, JsonError> {
        let mut objects = Vec::new();
        for item in self.list(name)? {
            objects.push(read(&mut Self::open(item)?)?);
        }
        Ok(objects)
    }

    /// A field that must be a list of strings, each of a form of its own.
    ///
    /// # Errors
    /// [`JsonError::Field`] where it is missing or something else, or one of its items is.
    pub fn texts<T, E>(
        &mut self,
        name: &'static str,
        parse: impl Fn(String) -> Result<T, E>,
    ) -> Result<Vec<T>, JsonError> {
        let mut texts = Vec::new();
        for item in self.list(name)? {
            match item {
                Value::String(text) => {
                    texts.push(parse(text).map_err(|_| JsonError::Field(name))?);
                }
                _ => return Err(JsonError::Field(name)),
            }
        }
        Ok(texts)
    }

    fn list(&mut self, name: &'static str) -> Result<Vec<Value>, JsonError> {
        match self.0.shift_remove(name) {
            Some(Value::Array(items)) => Ok(items),
            _ => Err(JsonError::Field(name)),
        }
    }
}
