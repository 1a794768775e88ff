//! The sentences of the interface, in Fluent (<https://projectfluent.org>): one folder a language in
//! `locales/`, and English the one that the others are held to. What a translator forgot or mistyped fails the
//! build, with its place; so does what no program could say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::{parser, serializer};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};
use serde_json::{Value, json};

/// What all other languages are held to.
const REFERENCE: &str = "en";

/// The files of sentences that the build writes into every page: browsers load them only where the reader's
/// language is another one.
const PAGE: [&str; 3] = ["early", "event", "page"];

/// The files of which browsers load the sentences only where these are said: on pages that are none of an
/// event, and in what is loaded late.
const MORE: [&str; 4] = ["all_notes", "events", "site", "transfer"];

/// The file of those that only the build says.
const NOT_IN_BROWSER: &str = "publishing";

/// Counts up to here tell which plural forms a language needs: further ones are those of millions.
const LARGEST_COUNT: usize = 1_000;

/// What is wrong with the files, for who wrote them.
type Faults = Vec<String>;

/// The variables that are numbers, each with the id of its sentence: only the reference tells that.
type Numbers = BTreeSet<(String, String)>;

/// A sentence, as the others of its id must be as well.
struct Sentence {
    id: String,
    /// Without the lines about its variables.
    comment: Vec<String>,
    variables: Vec<Variable>,
    seen: Seen,
}

/// What a sentence is handed.
struct Variable {
    name: String,
    is_number: bool,
    comment: String,
}

/// What stands in a sentence.
#[derive(Default)]
struct Seen {
    variables: BTreeSet<String>,
    /// Names of elements, as in `<a>…</a>`.
    elements: BTreeSet<String>,
    references: BTreeSet<String>,
    faults: Faults,
}

/// The sentences of a language, by module.
struct Language {
    tag: String,
    modules: BTreeMap<String, Vec<Sentence>>,
    /// The same in Fluent, without comments, and terms.
    resource: Resource<String>,
}

/// Reads all languages, checks them, and gives what the program says of them in Rust.
///
/// # Errors
/// A line for each fault.
pub(crate) fn of_folder(folder: &Path) -> Result<String, Faults> {
    let reference = language(&folder.join(REFERENCE), REFERENCE.to_owned(), &Numbers::new())?;
    let numbers: Numbers = all(&reference)
        .flat_map(|it| {
            it.variables.iter().filter(|it| it.is_number).map(|of| (it.id.clone(), of.name.clone()))
        })
        .collect();
    let mut faults = compare(&reference, &reference);
    let mut languages = vec![];
    for tag in names(folder).into_iter().filter(|tag| tag != REFERENCE) {
        match language(&folder.join(&tag), tag, &numbers) {
            Ok(language) => {
                faults.extend(compare(&language, &reference));
                languages.push(language);
            }
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(in_rust(&reference, &languages)) } else { Err(faults) }
}

/// The names of what lies in a folder, in their order.
pub(crate) fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn language(folder: &Path, tag: String, numbers: &Numbers) -> Result<Language, Faults> {
    let Some(plurals) = Plurals::of(&tag) else {
        return Err(vec![format!("{}: `{tag}` is no tag of a language", folder.display())]);
    };
    let mut modules = BTreeMap::new();
    let mut resource = Resource { body: Vec::new() };
    let mut faults = Vec::new();
    for name in names(folder) {
        let path = folder.join(&name);
        let shown = &path.display();
        let Some(module) = name.strip_suffix(".ftl") else {
            if !name.ends_with(".md") {
                faults.push(format!("{shown}: files of sentences end in `.ftl`, others in `.md`"));
            }
            continue;
        };
        let text = fs::read_to_string(&path).unwrap_or_default();
        let parsed = match parser::parse(text.as_str()) {
            Ok(parsed) => parsed,
            Err((_, errors)) => {
                faults.extend(errors.iter().map(|error| {
                    let before = text.get(..error.pos.start).unwrap_or_default();
                    format!("{shown}:{}: {error}", before.matches('\n').count() + 1)
                }));
                continue;
            }
        };
        let found = sentences(&parsed, &plurals, numbers);
        faults.extend(found.iter().flat_map(|sentence| {
            sentence
                .seen
                .faults
                .iter()
                .map(move |fault| format!("{shown}: {}: {fault}", sentence.id))
        }));
        let start = format!("{}-", module.replace('_', "-"));
        for sentence in found.iter().filter(|it| !it.id.starts_with(&start)) {
            faults.push(format!("{shown}: {}: ids in this file begin with `{start}`", sentence.id));
        }
        modules.insert(module.to_owned(), found);
        // Once more, with texts of its own: it outlives the file's.
        if let Ok(parsed) = parser::parse(text) {
            resource.body.extend(without_comments(parsed).body);
        }
    }
    if faults.is_empty() { Ok(Language { tag, modules, resource }) } else { Err(faults) }
}

fn without_comments(mut resource: Resource<String>) -> Resource<String> {
    resource.body.retain(|entry| matches!(entry, Entry::Message(_) | Entry::Term(_)));
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => message.comment = None,
            Entry::Term(term) => term.comment = None,
            _ => {}
        }
    }
    resource
}

fn sentences(resource: &Resource<&str>, plurals: &Plurals, numbers: &Numbers) -> Vec<Sentence> {
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    messages.map(|message| sentence(message, plurals, numbers)).collect()
}

fn sentence(message: &Message<&str>, plurals: &Plurals, numbers: &Numbers) -> Sentence {
    let mut seen = Seen::default();
    let mut comment = Vec::new();
    let mut variables = Vec::new();
    for line in message.comment.iter().flat_map(|comment| &comment.content) {
        match variable(line) {
            Some(variable) => variables.push(variable),
            None => comment.push((*line).to_owned()),
        }
    }
    let known = numbers.iter().filter(|(id, _)| id == message.id.name).map(|(_, name)| name);
    let told = variables.iter().filter(|it| it.is_number).map(|it| &it.name);
    let numbers: BTreeSet<&str> = known.chain(told).map(String::as_str).collect();
    match &message.value {
        Some(pattern) => look_at(pattern, plurals, &numbers, &mut seen),
        None => seen.faults.push("has no text".to_owned()),
    }
    if !message.attributes.is_empty() {
        seen.faults.push("attributes are not used here: write a message for each text".to_owned());
    }
    Sentence { id: message.id.name.to_owned(), comment, variables, seen }
}

/// A line such as `$count (Number) - how many there are`.
fn variable(line: &str) -> Option<Variable> {
    let (name, rest) = line.trim().strip_prefix('$')?.split_once(" (")?;
    let (kind, comment) = rest.split_once(") - ")?;
    let is_number = match kind {
        "Number" => true,
        "String" => false,
        _ => return None,
    };
    Some(Variable { name: name.to_owned(), is_number, comment: comment.to_owned() })
}

/// Looks through a text and whatever stands in it.
fn look_at(pattern: &Pattern<&str>, plurals: &Plurals, numbers: &BTreeSet<&str>, seen: &mut Seen) {
    let mut open: Option<&str> = None;
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => elements(value, &mut open, seen),
            PatternElement::Placeable { expression } => {
                look_at_expression(expression, plurals, numbers, seen);
            }
        }
    }
    if let Some(name) = open {
        seen.faults.push(format!("`<{name}>` is not closed in the same text"));
    }
}

/// Takes note of the elements in a piece of text; `open` is the one that the piece stands in.
fn elements<'text>(text: &'text str, open: &mut Option<&'text str>, seen: &mut Seen) {
    for piece in text.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else {
            seen.faults.push("`<` begins no element".to_owned());
            continue;
        };
        match (tag.strip_prefix('/'), *open) {
            (None, None) => {
                seen.elements.insert(tag.to_owned());
                *open = Some(tag);
            }
            (Some(name), Some(opened)) if name == opened => *open = None,
            _ => seen.faults.push(format!("`<{tag}>` stands where it cannot")),
        }
    }
}

fn look_at_expression(
    expression: &Expression<&str>,
    plurals: &Plurals,
    numbers: &BTreeSet<&str>,
    seen: &mut Seen,
) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            let keys: Vec<(&str, bool)> = variants
                .iter()
                .map(|it| match it.key {
                    VariantKey::Identifier { name } => (name, it.default),
                    VariantKey::NumberLiteral { value } => (value, it.default),
                })
                .collect();
            match selector {
                InlineExpression::VariableReference { id } if numbers.contains(id.name) => {
                    seen.faults.extend(plurals.faults(id.name, &keys));
                }
                InlineExpression::VariableReference { .. } => {}
                _ => seen.faults.push("chooses by something that is no variable".to_owned()),
            }
            for variant in variants {
                look_at(&variant.value, plurals, numbers, seen);
            }
            selector
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            seen.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, attribute: None } => {
            seen.references.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::TermReference { arguments: None, attribute: None, .. } => {}
        InlineExpression::Placeable { expression } => {
            look_at_expression(expression, plurals, numbers, seen);
        }
        _ => {
            seen.faults.push("uses what only some programs know: a function or an attribute".into())
        }
    }
}

/// The plural forms of a language, as CLDR has them.
struct Plurals {
    needed: Vec<&'static str>,
    known: Vec<&'static str>,
}

impl Plurals {
    fn of(tag: &str) -> Option<Self> {
        let locale: Locale = tag.parse().ok()?;
        let rules = PluralRules::try_new(locale.into(), PluralRuleType::Cardinal.into()).ok()?;
        let known = rules.categories().map(name_of).collect();
        let mut needed: Vec<_> =
            (0..=LARGEST_COUNT).map(|it| name_of(rules.category_for(it))).collect();
        needed.sort_unstable();
        needed.dedup();
        Some(Self { needed, known })
    }

    /// What is wrong with the forms of a choice by a number.
    fn faults(&self, variable: &str, keys: &[(&str, bool)]) -> Faults {
        let mut faults = Vec::new();
        // A choice by single numbers, such as none at all, has no forms.
        let has_forms = keys.iter().any(|(key, _)| *key != "other" && self.known.contains(key));
        for needed in self.needed.iter().filter(|_| has_forms) {
            if *needed != "other" && !keys.iter().any(|(key, _)| key == needed) {
                faults.push(format!("the choice by `${variable}` lacks the form `[{needed}]`"));
            }
        }
        for (key, _) in keys {
            if key.parse::<usize>().is_err() && !self.known.contains(key) {
                faults.push(format!("`[{key}]` is no plural form of this language"));
            }
        }
        if !keys.contains(&("other", true)) {
            faults.push(format!("the choice by `${variable}` must end in `*[other]`"));
        }
        faults
    }
}

fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// How a language differs from the one that it is held to.
fn compare(language: &Language, reference: &Language) -> Faults {
    let mut faults = Vec::new();
    let tag = &language.tag;
    let here: BTreeMap<&str, &Sentence> = all(language).map(|it| (it.id.as_str(), it)).collect();
    let there: BTreeMap<&str, &Sentence> = all(reference).map(|it| (it.id.as_str(), it)).collect();
    for id in here.keys().filter(|id| !there.contains_key(*id)) {
        faults.push(format!("locales/{tag}: `{id}` is no sentence of locales/{REFERENCE}"));
    }
    for (id, like) in there {
        let Some(sentence) = here.get(id) else {
            faults.push(format!("locales/{tag}: `{id}` is missing"));
            continue;
        };
        let differs = |what: &str, found: &BTreeSet<String>, expected: &BTreeSet<String>| {
            (found != expected).then(|| {
                format!("locales/{tag}: {id}: has the {what} {found:?} and must have {expected:?}")
            })
        };
        let documented = like.variables.iter().map(|it| it.name.clone()).collect();
        faults.extend(differs("variables", &sentence.seen.variables, &documented));
        faults.extend(differs("elements", &sentence.seen.elements, &like.seen.elements));
        for name in &sentence.seen.references {
            match here.get(name.as_str()) {
                None => faults.push(format!("locales/{tag}: {id}: there is no `{name}`")),
                Some(other) if !other.seen.variables.is_empty() => faults.push(format!(
                    "locales/{tag}: {id}: `{name}` needs variables, and cannot stand in another sentence"
                )),
                Some(_) => {}
            }
        }
    }
    faults
}

fn all(language: &Language) -> impl Iterator<Item = &Sentence> {
    language.modules.values().flatten()
}

/// The sentences of a language as browsers have them, so that these need no parser: each is a text, or a
/// list of what stands in it. That is a text, the place of a value among those that it is handed, or a
/// choice: that place, and a text for each value or plural form, the one for all others under no name.
struct Patterns<'language> {
    messages: BTreeMap<&'language str, &'language Pattern<String>>,
    terms: BTreeMap<&'language str, &'language Pattern<String>>,
}

impl<'language> Patterns<'language> {
    fn of(language: &'language Language) -> Self {
        let mut patterns = Self { messages: BTreeMap::new(), terms: BTreeMap::new() };
        for entry in &language.resource.body {
            match entry {
                Entry::Message(message) => {
                    patterns
                        .messages
                        .extend(message.value.as_ref().map(|it| (&*message.id.name, it)));
                }
                Entry::Term(term) => {
                    patterns.terms.insert(&term.id.name, &term.value);
                }
                _ => {}
            }
        }
        patterns
    }

    fn message(&self, id: &str, variables: &[Variable]) -> Value {
        self.messages.get(id).map_or(Value::Null, |pattern| self.pattern(pattern, variables))
    }

    fn pattern(&self, pattern: &Pattern<String>, variables: &[Variable]) -> Value {
        let mut parts: Vec<Value> = Vec::new();
        for element in &pattern.elements {
            let part = match element {
                PatternElement::TextElement { value } => json!(value),
                PatternElement::Placeable { expression } => self.expression(expression, variables),
            };
            let pieces = match part {
                Value::Array(pieces) if !matches!(pieces.as_slice(), [_, Value::Object(_)]) => {
                    pieces
                }
                part => vec![part],
            };
            for piece in pieces {
                match (parts.last_mut(), &piece) {
                    (Some(Value::String(last)), Value::String(text)) => last.push_str(text),
                    _ => parts.push(piece),
                }
            }
        }
        match parts.as_slice() {
            [Value::String(text)] => json!(text),
            _ => Value::Array(parts),
        }
    }

    fn expression(&self, expression: &Expression<String>, variables: &[Variable]) -> Value {
        match expression {
            Expression::Inline(inline) => self.inline(inline, variables),
            Expression::Select { selector, variants } => {
                let cases: serde_json::Map<String, Value> = variants
                    .iter()
                    .map(|variant| {
                        let (VariantKey::Identifier { name: key }
                        | VariantKey::NumberLiteral { value: key }) = &variant.key;
                        let key = if variant.default { "" } else { key };
                        (key.to_owned(), self.pattern(&variant.value, variables))
                    })
                    .collect();
                json!([self.inline(selector, variables), cases])
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<String>, variables: &[Variable]) -> Value {
        match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => {
                json!(fluent_syntax::unicode::unescape_unicode_to_string(value))
            }
            InlineExpression::VariableReference { id } => {
                json!(variables.iter().position(|variable| variable.name == id.name))
            }
            InlineExpression::MessageReference { id, .. } => self.message(&id.name, &[]),
            InlineExpression::TermReference { id, .. } => {
                self.terms.get(&*id.name).map_or(Value::Null, |pattern| self.pattern(pattern, &[]))
            }
            InlineExpression::Placeable { expression } => self.expression(expression, variables),
            InlineExpression::FunctionReference { .. } => Value::Null,
        }
    }
}

/// The sentences as constants and, where they are handed something, as functions; and the languages. Each
/// has a number, by which browsers know it: first those that the program of every page of an event says.
fn in_rust(reference: &Language, others: &[Language]) -> String {
    let rank = |module: &str| match module {
        NOT_IN_BROWSER => 3,
        module if MORE.contains(&module) => 2,
        module => usize::from(PAGE.contains(&module)),
    };
    let mut modules: Vec<(&String, &Vec<Sentence>)> = reference.modules.iter().collect();
    modules.sort_by_key(|(module, _)| rank(module));
    let mut rust = String::new();
    let mut number = 0;
    for (module, sentences) in &modules {
        rust += &format!(
            "/// Sentences of `locales/{REFERENCE}/{module}.ftl`.\npub mod {module} {{\n    use super::*;\n"
        );
        for sentence in *sentences {
            rust += &in_rust_one(sentence, module, number);
            number += 1;
        }
        rust += "}\n";
    }
    rust += "/// The languages, each with its sentences in Fluent, and as lists for browsers: of those that \
             the program of an event's page says, of those in every page, and of others.\n\
             #[cfg(not(target_arch = \"wasm32\"))]\n\
             pub(super) static RESOURCES: &[(&str, &str, [&str; 3])] = &[\n";
    let mut languages: Vec<&Language> = others.iter().chain([reference]).collect();
    languages.sort_by_key(|language| &language.tag);
    for language in languages {
        let patterns = Patterns::of(language);
        let lists = [0, 1, 2].map(|wanted| {
            let of_list = modules.iter().filter(|(module, _)| rank(module) == wanted);
            let list = of_list.flat_map(|(_, sentences)| sentences.iter());
            json!(list.map(|it| patterns.message(&it.id, &it.variables)).collect::<Vec<_>>())
                .to_string()
        });
        let (tag, resource) = (&language.tag, serializer::serialize(&language.resource));
        let _ = writeln!(rust, "    ({tag:?}, {resource:?}, {lists:?}),");
    }
    rust += "];\n";
    rust
}

fn in_rust_one(
    Sentence { id, comment, variables, .. }: &Sentence,
    module: &str,
    number: usize,
) -> String {
    let name = id[module.len() + 1..].replace('-', "_");
    let mut rust = String::new();
    for line in comment {
        let _ = writeln!(rust, "    /// {line}");
    }
    if variables.is_empty() {
        let name = name.to_uppercase();
        let _ = writeln!(rust, "    pub const {name}: Phrase = Phrase::new({number}, {id:?});");
        return rust;
    }
    let _ = writeln!(rust, "    ///");
    let argument = |name: &str| name.replace('-', "_");
    for Variable { name, comment, .. } in variables {
        let _ = writeln!(rust, "    /// `{}`: {comment}.", argument(name));
    }
    let arguments: Vec<String> = variables
        .iter()
        .map(|Variable { name, is_number, .. }| {
            format!("{}: {}", argument(name), if *is_number { "usize" } else { "&str" })
        })
        .collect();
    let values: Vec<String> = variables
        .iter()
        .map(|Variable { name, .. }| format!("Argument::new({name:?}, {})", argument(name)))
        .collect();
    let values = values.join(", ");
    let _ = writeln!(rust, "    pub fn {name}({}) -> Message {{", arguments.join(", "));
    let _ = writeln!(rust, "        Message::new(Phrase::new({number}, {id:?}), vec![{values}])");
    let _ = writeln!(rust, "    }}");
    rust
}
