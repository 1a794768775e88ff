//! A sentence of the interface, whatever the language: it is named and told what it tells of here, and worded
//! when it is read. In browsers it is worded at once, since a page speaks one language as long as it is open.

use std::borrow::Cow;
use std::fmt;

use super::language;

/// A sentence by its place in `locales/` that is told nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    number: u16,
    /// Browsers know it by its number.
    #[cfg(not(target_arch = "wasm32"))]
    id: &'static str,
}

/// A sentence by its place in `locales/`, with what it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    #[cfg(not(target_arch = "wasm32"))]
    phrase: Phrase,
    #[cfg(not(target_arch = "wasm32"))]
    arguments: Vec<Argument>,
    /// In which `<` begins an element of the sentence, and never what it was told.
    #[cfg(target_arch = "wasm32")]
    text: String,
}

/// What a sentence is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name in `locales/`. In browsers the order tells.
    #[cfg(not(target_arch = "wasm32"))]
    pub name: &'static str,
    /// What it is.
    pub value: Told,
}

/// A value that a sentence is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A name, or words.
    Text(String),
    /// How many there are: written in the digits of the language, and deciding on plural forms.
    Number(usize),
}

/// A piece of a sentence in which elements of the page stand, such as links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The name of the element in which the piece stands, as the sentence has it: `a` for `<a>…</a>`.
    pub element: Option<String>,
    /// The piece.
    pub text: String,
}

/// Stands for the sign by which elements begin, in what a sentence is told: from the range that Unicode
/// leaves to programs.
const IN_PLACE_OF_LESS_THAN: &str = "\u{e000}";

impl Phrase {
    /// A sentence by its number and its id.
    pub(super) const fn new(number: u16, id: &'static str) -> Self {
        #[cfg(target_arch = "wasm32")]
        let _ = id;
        Self {
            number,
            #[cfg(not(target_arch = "wasm32"))]
            id,
        }
    }

    /// The number by which browsers know the sentence. It holds for one build.
    pub fn number(self) -> u16 {
        self.number
    }

    /// The id in `locales/`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn id(self) -> &'static str {
        self.id
    }

    /// The sentence in the language of the interface.
    pub fn text(self) -> &'static str {
        language::say_phrase(self)
    }
}

impl Message {
    /// A sentence that is told something.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn new(phrase: Phrase, arguments: Vec<Argument>) -> Self {
        Self { phrase, arguments }
    }

    /// A sentence that is told something.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn new(phrase: Phrase, mut arguments: Vec<Argument>) -> Self {
        hide_elements(&mut arguments);
        Self { text: language::say(phrase, &arguments) }
    }

    /// The sentence by itself.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn phrase(&self) -> Phrase {
        self.phrase
    }

    /// What the sentence is told, in the order of `locales/`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn arguments(&self) -> &[Argument] {
        &self.arguments
    }

    /// The sentence in the language of the interface.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn text(&self) -> String {
        language::say(self.phrase, &self.arguments)
    }

    /// The sentence in the language of the interface.
    #[cfg(target_arch = "wasm32")]
    pub fn text(&self) -> String {
        self.text.replace(IN_PLACE_OF_LESS_THAN, "<")
    }

    /// The sentence in the language of the interface, in the pieces that its elements make of it.
    pub fn runs(&self) -> Vec<Run> {
        let text = self.with_hidden_elements();
        let mut runs = Vec::new();
        let mut add = |element: Option<&str>, text: &str| {
            let text = text.replace(IN_PLACE_OF_LESS_THAN, "<");
            runs.push(Run { element: element.map(str::to_owned), text });
        };
        // `locales/` holds no elements within others (`build/messages.rs`).
        let mut rest = &*text;
        while let Some((before, inside)) = rest.split_once('<') {
            let (name, inside) = inside.split_once('>').unwrap_or((inside, ""));
            let (inside, after) = inside.split_once(&format!("</{name}>")).unwrap_or((inside, ""));
            if !before.is_empty() {
                add(None, before);
            }
            add(Some(name), inside);
            rest = after;
        }
        if !rest.is_empty() {
            add(None, rest);
        }
        runs
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn with_hidden_elements(&self) -> Cow<'_, str> {
        let mut arguments = self.arguments.clone();
        hide_elements(&mut arguments);
        language::say(self.phrase, &arguments).into()
    }

    #[cfg(target_arch = "wasm32")]
    fn with_hidden_elements(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.text)
    }
}

/// Keeps what looks like an element in what a sentence is told from being one.
fn hide_elements(arguments: &mut [Argument]) {
    for argument in arguments {
        if let Told::Text(text) = &mut argument.value {
            *text = text.replace('<', IN_PLACE_OF_LESS_THAN);
        }
    }
}

impl Argument {
    pub(super) fn new(name: &'static str, value: impl Into<Told>) -> Self {
        #[cfg(target_arch = "wasm32")]
        let _ = name;
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            name,
            value: value.into(),
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.text())
    }
}

impl From<Phrase> for Message {
    fn from(phrase: Phrase) -> Self {
        Self::new(phrase, Vec::new())
    }
}

impl From<Message> for String {
    fn from(message: Message) -> Self {
        message.text()
    }
}

impl From<&str> for Told {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Told {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}
