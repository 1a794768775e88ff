//! The sentences of the interface for the browser: scripts for each language, of what stands in `locales/`. A
//! page loads those of its reader (`src/early/settings.js`). Native, at build time.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::programs::{ProgramsError, esbuild, hash};
use crate::messages::language::{self, Tag, in_language, is_right_to_left};
use crate::messages::{Phrase, page};

const SCRIPT: &str = include_str!("../early/words.js");
const TRANSLATION_SCRIPT: &str = include_str!("../early/translation.js");

/// What the names of the files begin with: of what the program of an event's page says, of what stands in
/// every page, and of the rest.
pub const STEMS: [&str; 3] = ["words", "page", "more"];

/// Stands in the addresses for the language.
const LANGUAGE: &str = "*";

/// The scripts of all languages.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The hash in the names of all files: one for all, so that a page need not name each.
    pub hash: String,
    /// What the files of each language hold, by its tag, in the order of [`STEMS`].
    pub scripts: BTreeMap<String, [String; 3]>,
}

impl Words {
    /// Makes them.
    ///
    /// # Errors
    /// [`ProgramsError`] where esbuild fails.
    pub fn make() -> Result<Self, ProgramsError> {
        let names: Vec<[String; 2]> = language::languages()
            .map(|tag| [tag.to_owned(), in_language(tag, || page::LANGUAGE_NAME.text().to_owned())])
            .collect();
        let scripts = language::languages().map(|tag| Ok((tag.to_owned(), scripts(tag, &names)?)));
        let scripts = scripts.collect::<Result<BTreeMap<_, _>, ProgramsError>>()?;
        let all: Vec<&[u8]> = scripts.values().flatten().map(|it| it.as_bytes()).collect();
        Ok(Self { hash: hash(&all), scripts })
    }

    /// The address of the first files, relative to the root of the site, with a `*` in the place of the
    /// language. Those of the others differ by the stem.
    pub fn address(&self) -> String {
        format!("./{}", self.name(STEMS[0], LANGUAGE))
    }

    /// The languages, parted by spaces.
    pub fn languages(&self) -> String {
        self.scripts.keys().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// The files by their names in the root of the site.
    pub fn files(&self) -> impl Iterator<Item = (String, &str)> {
        self.scripts.iter().flat_map(move |(tag, scripts)| {
            let named = STEMS.iter().zip(scripts);
            named.map(move |(stem, script)| (self.name(stem, tag), script.as_str()))
        })
    }

    /// All files in one script that loads nothing, for a page that is one file: it hands the page, instead
    /// of an address, a function for each language.
    pub fn bundle(&self) -> String {
        let languages = self.scripts.iter().map(|(tag, scripts)| {
            let scripts = scripts.concat();
            format!("{}(){{{scripts}}}", json!(tag))
        });
        format!("globalThis.marginaliaLanguages={{{}}};", languages.collect::<Vec<_>>().join(","))
    }

    fn name(&self, stem: &str, language: &str) -> String {
        format!("{stem}-{language}-{}.js", self.hash)
    }
}

fn scripts(tag: Tag, names: &[[String; 2]]) -> Result<[String; 3], ProgramsError> {
    let say = |phrase: Phrase| json!(in_language(tag, || phrase.text())).to_string();
    let direction = if is_right_to_left(tag) { "rtl" } else { "ltr" };
    let [first, page, more] = language::lists(tag);
    let constants = [
        ("LANGUAGE", json!(tag).to_string()),
        ("LOCALE", say(page::LOCALE)),
        ("DIRECTION", json!(direction).to_string()),
        ("LANGUAGES", json!(names).to_string()),
        ("SENTENCES", first.to_owned()),
        ("AS_BROWSER", say(page::LANGUAGE_BROWSER)),
        ("LANGUAGE_LABEL", say(page::LANGUAGE)),
        ("PRINT_NOTES", say(page::PRINT_NOTES)),
        ("PRINT_DRAFT", say(page::PRINT_DRAFT)),
    ];
    let small = |script: &str| {
        let mut whole = String::new();
        for (name, value) in constants.iter().filter(|(name, _)| script.contains(name)) {
            whole.push_str(&format!("const {name}={value};"));
        }
        whole.push_str(script);
        let options = ["--format=iife", "--charset=utf8", "--target=es2021"];
        let small = esbuild(Path::new("."), "words.js", whole.as_bytes(), &options)?;
        Ok(String::from_utf8_lossy(&small).trim_end().to_owned())
    };
    let start_of_more = length(first) + length(page);
    let page = format!("{TRANSLATION_SCRIPT}marginaliaSentences({},{page});", length(first));
    let more = format!("marginaliaSentences({start_of_more},{more});");
    Ok([small(SCRIPT)?, small(&page)?, small(&more)?])
}

/// How many sentences a list has.
fn length(list: &str) -> usize {
    serde_json::from_str::<Vec<IgnoredAny>>(list).map_or(0, |list| list.len())
}
