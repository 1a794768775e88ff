//! JSON (RFC 8259): texts into values and back, and objects read field by field.
//!
//! In the browser this takes the place of `serde_json`, which alone would be a tenth of all that
//! the page loads (`ARCHITECTURE.md` has the figures). It also keeps what it does not understand
//! more exactly: numbers stay the digits they were, fields stay in their order, and half of a
//! surrogate pair is refused. `tests/json.rs` holds it to what `serde_json` says of the same text.

use std::fmt;

/// How deep lists and objects may stand in one another. A hostile text must not use up the stack.
const DEEPEST: usize = 127;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object.
    Object(Object),
}

/// A JSON object: its fields in their order, each name once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(String, Value)>);

impl Object {
    /// The field of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Puts a field in, in place of one with the same name.
    pub fn set(&mut self, name: &str, value: Value) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// Takes a field out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(place).1)
    }

    /// Every field.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number.to_string())
    }
}

impl fmt::Display for Value {
    /// Writes the value without any space.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        write_value(self, &mut text);
        formatter.write_str(&text)
    }
}

fn write_value(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(digits) => text.push_str(digits),
        Value::Text(words) => write_text(words, text),
        Value::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_value(item, text);
            }
            text.push(']');
        }
        Value::Object(object) => {
            text.push('{');
            for (index, (name, value)) in object.fields().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_text(name, text);
                text.push(':');
                write_value(value, text);
            }
            text.push('}');
        }
    }
}

fn write_text(words: &str, text: &mut String) {
    text.push('"');
    for letter in words.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            control if control < ' ' => {
                text.push_str("\\u00");
                for digit in [u32::from(control) >> 4, u32::from(control) & 0xf] {
                    text.extend(char::from_digit(digit, 16));
                }
            }
            letter => text.push(letter),
        }
    }
    text.push('"');
}

/// Reads a text that holds one value and nothing else; `None` where it does not.
pub fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader { text, place: 0 };
    let value = reader.value(DEEPEST)?;
    reader.skip_space();
    (reader.place == text.len()).then_some(value)
}

/// A text, and how far it was read. Every method gives `None` where the text is no JSON.
struct Reader<'text> {
    text: &'text str,
    place: usize,
}

impl<'text> Reader<'text> {
    // `get`, here and below, where an index would do: an index that fails says why, and the code for
    // that weighs as much as all of this reader.
    fn rest(&self) -> &'text str {
        self.text.get(self.place..).unwrap_or_default()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.place += 1;
        }
    }

    /// Goes past a sign, and the space before it.
    fn pass(&mut self, sign: u8) -> Option<()> {
        self.skip_space();
        (self.byte()? == sign).then(|| self.place += 1)
    }

    fn pass_word(&mut self, word: &str, value: Value) -> Option<Value> {
        self.rest().starts_with(word).then(|| {
            self.place += word.len();
            value
        })
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip_space();
        match self.byte()? {
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.list(depth.checked_sub(1)?),
            b'"' => self.words().map(Value::Text),
            b't' => self.pass_word("true", Value::Bool(true)),
            b'f' => self.pass_word("false", Value::Bool(false)),
            b'n' => self.pass_word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        self.place += 1;
        let mut object = Object::default();
        if self.pass(b'}').is_none() {
            loop {
                self.skip_space();
                let name = self.words()?;
                self.pass(b':')?;
                object.set(&name, self.value(depth)?);
                if self.pass(b',').is_none() {
                    self.pass(b'}')?;
                    break;
                }
            }
        }
        Some(Value::Object(object))
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        self.place += 1;
        let mut items = Vec::new();
        if self.pass(b']').is_none() {
            loop {
                items.push(self.value(depth)?);
                if self.pass(b',').is_none() {
                    self.pass(b']')?;
                    break;
                }
            }
        }
        Some(Value::List(items))
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.place;
        let _ = self.pass_sign(b"-");
        match self.byte()? {
            b'0' => self.place += 1,
            _ => self.digits()?,
        }
        if self.pass_sign(b".").is_some() {
            self.digits()?;
        }
        if self.pass_sign(b"eE").is_some() {
            let _ = self.pass_sign(b"+-");
            self.digits()?;
        }
        Some(Value::Number(self.text.get(start..self.place)?.to_owned()))
    }

    fn pass_sign(&mut self, signs: &[u8]) -> Option<()> {
        signs.contains(&self.byte()?).then(|| self.place += 1)
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.place;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.place += 1;
        }
        (self.place > start).then_some(())
    }

    fn words(&mut self) -> Option<String> {
        (self.byte()? == b'"').then(|| self.place += 1)?;
        let mut words = String::new();
        loop {
            let rest = self.rest();
            let end = rest.find(|letter| matches!(letter, '"' | '\\' | '\0'..'\u{20}'))?;
            words.push_str(rest.get(..end)?);
            self.place += end + 1;
            match rest.as_bytes().get(end)? {
                b'"' => return Some(words),
                b'\\' => words.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let sign = self.byte()?;
        self.place += 1;
        Some(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.utf16_unit()?;
                if (0xd800..0xdc00).contains(&unit) {
                    self.pass_word("\\u", Value::Null)?;
                    let low = self.utf16_unit()?;
                    char::decode_utf16([unit, low]).next()?.ok()?
                } else {
                    char::from_u32(unit.into())?
                }
            }
            _ => return None,
        })
    }

    fn utf16_unit(&mut self) -> Option<u16> {
        let digits = self.text.get(self.place..self.place + 4)?;
        self.place += 4;
        let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hexadecimal.then(|| u16::from_str_radix(digits, 16).ok())?
    }
}

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
pub struct Fields(Object);

impl Fields {
    /// Parses a text.
    ///
    /// # Errors
    /// [`JsonError::NotAnObject`] where it is no JSON, or another kind of value.
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        parse(text).map_or(Err(JsonError::NotAnObject), Self::open)
    }

    fn open(value: Value) -> Result<Self, JsonError> {
        match value {
            Value::Object(object) => Ok(Self(object)),
            _ => Err(JsonError::NotAnObject),
        }
    }

    /// The fields that were not read.
    pub fn rest(&mut self) -> Object {
        std::mem::take(&mut self.0)
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
        match self.0.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
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
        match self.0.remove(name) {
            Some(Value::Number(digits)) => digits.parse().map_err(|_| JsonError::Field(name)),
            _ => Err(JsonError::Field(name)),
        }
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
                Value::Text(text) => {
                    texts.push(parse(text).map_err(|_| JsonError::Field(name))?);
                }
                _ => return Err(JsonError::Field(name)),
            }
        }
        Ok(texts)
    }

    fn list(&mut self, name: &'static str) -> Result<Vec<Value>, JsonError> {
        match self.0.remove(name) {
            Some(Value::List(items)) => Ok(items),
            _ => Err(JsonError::Field(name)),
        }
    }
}
