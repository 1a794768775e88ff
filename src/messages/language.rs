//! In which language the interface speaks. In the browser the sentences of one language are there, brought
//! before the program (`src/early/words.js`); natively all are, and the build says which one a page speaks.

use super::message::{Argument, Phrase};

#[cfg(target_arch = "wasm32")]
use in_browser::{day as write_day, say as word, say_phrase as word_phrase};
#[cfg(target_arch = "wasm32")]
pub use in_browser::{word_by, write_days_by};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{
    Tag, best_for, in_language, is_right_to_left, language, languages, lists, word_by,
    write_days_by,
};
#[cfg(not(target_arch = "wasm32"))]
use native::{day as write_day, say as word, say_phrase as word_phrase};

/// How much of a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// All of it, such as “4 September 2014”.
    Long,
    /// In few letters and without its year, such as “4 Sep”.
    Short,
}

/// What words a sentence.
pub type Say = fn(Phrase, &[Argument]) -> String;

/// What writes a day of the Gregorian calendar; the month counts from 1. `None` where there is no such day.
pub type WriteDay = fn(i32, u8, u8, Length) -> Option<String>;

/// A sentence in the language of the interface.
pub(super) fn say(phrase: Phrase, arguments: &[Argument]) -> String {
    word(phrase, arguments)
}

/// A sentence that is told nothing, in the language of the interface. There are some hundreds of them, and
/// each is kept once it was worded.
pub(super) fn say_phrase(phrase: Phrase) -> &'static str {
    word_phrase(phrase)
}

/// A day of the Gregorian calendar in the language of the interface; the month counts from 1. `None` where
/// there is no such day.
pub fn day(year: i32, month: u8, day: u8, length: Length) -> Option<String> {
    write_day(year, month, day, length)
}

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use std::cell::{Cell, RefCell};

    use super::{Argument, Length, Phrase, Say, WriteDay};

    thread_local! {
        static SAY: Cell<Option<Say>> = const { Cell::new(None) };
        static WRITE_DAY: Cell<Option<WriteDay>> = const { Cell::new(None) };
        /// The sentences that are told nothing, as they were worded, by their numbers.
        static KNOWN: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    }

    /// Tells what words sentences.
    pub fn word_by(say: Say) {
        SAY.set(Some(say));
    }

    /// Tells what writes days.
    pub fn write_days_by(write: WriteDay) {
        WRITE_DAY.set(Some(write));
    }

    pub(super) fn say(phrase: Phrase, arguments: &[Argument]) -> String {
        SAY.get().map_or_else(String::new, |say| say(phrase, arguments))
    }

    pub(super) fn say_phrase(phrase: Phrase) -> &'static str {
        let place = usize::from(phrase.number());
        KNOWN.with_borrow_mut(|known| {
            if known.len() <= place {
                known.resize(place + 1, "");
            }
            if known[place].is_empty() {
                known[place] = say(phrase, &[]).leak();
            }
            known[place]
        })
    }

    pub(super) fn day(year: i32, month: u8, day: u8, length: Length) -> Option<String> {
        WRITE_DAY.get()?(year, month, day, length)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::cell::{Cell, RefCell};
    use std::collections::BTreeMap;
    use std::rc::Rc;
    use std::sync::{PoisonError, RwLock};

    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
    use icu_calendar::Gregorian;
    use icu_datetime::FixedCalendarDateTimeFormatter;
    use icu_datetime::fieldsets::{MD, YMD};
    use icu_decimal::DecimalFormatter;
    use icu_locale::{LanguageIdentifier, Locale, LocaleDirectionality};

    use super::super::sentences::RESOURCES;
    use super::{Argument, Length, Phrase};
    use crate::messages::message::Told;
    use crate::messages::page::LOCALE;

    /// A language of the interface, by its tag (BCP 47).
    pub type Tag = &'static str;

    /// The language to which the others are held, and which pages speak whose own is none of them.
    const ENGLISH: Tag = "en";

    thread_local! {
        static CURRENT: Cell<Tag> = const { Cell::new(ENGLISH) };
        static SPEAKERS: RefCell<BTreeMap<Tag, Rc<Speaker>>> = const { RefCell::new(BTreeMap::new()) };
    }

    /// The sentences that are told nothing, as they were worded.
    static KNOWN: RwLock<BTreeMap<(Tag, u16), &str>> = RwLock::new(BTreeMap::new());

    /// What words sentences in a language.
    struct Speaker {
        sentences: FluentBundle<FluentResource>,
        /// By what the language's conventions for days and numbers are known.
        locale: Locale,
    }

    impl Speaker {
        fn of(tag: Tag) -> Rc<Self> {
            let known = SPEAKERS.with_borrow(|speakers| speakers.get(tag).cloned());
            known.unwrap_or_else(|| {
                let new = Rc::new(Self::new(tag));
                SPEAKERS.with_borrow_mut(|speakers| speakers.insert(tag, new.clone()));
                new
            })
        }

        fn new(tag: Tag) -> Self {
            // The build has checked the files (`build/messages.rs`): there is nothing in them that cannot be read.
            let mut sentences = FluentBundle::new(vec![tag.parse().unwrap_or_default()]);
            let text = resource(tag).to_owned();
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text);
            sentences.add_resource_overriding(resource);
            // Only where names in letters of the other direction would take the signs beside them along.
            sentences.set_use_isolating(is_right_to_left(tag));
            sentences.set_formatter(Some(|value, _| match value {
                FluentValue::Number(number) => Self::of(language()).digits(number.value as i64),
                _ => None,
            }));
            let mut speaker = Self { sentences, locale: Locale::UNKNOWN };
            speaker.locale = speaker.say(LOCALE, &[]).parse().unwrap_or(Locale::UNKNOWN);
            speaker
        }

        fn say(&self, phrase: Phrase, arguments: &[Argument]) -> String {
            let pattern = self.sentences.get_message(phrase.id()).and_then(|it| it.value());
            let Some(pattern) = pattern else { return phrase.id().to_owned() };
            let mut handed = FluentArgs::with_capacity(arguments.len());
            for Argument { name, value } in arguments {
                match value {
                    Told::Text(text) => handed.set(*name, text.as_str()),
                    Told::Number(number) => handed.set(*name, *number),
                }
            }
            self.sentences.format_pattern(pattern, Some(&handed), &mut Vec::new()).into_owned()
        }

        fn digits(&self, number: i64) -> Option<String> {
            let digits =
                DecimalFormatter::try_new((&self.locale).into(), Default::default()).ok()?;
            Some(digits.format(&number.into()).to_string())
        }

        fn day(&self, year: i32, month: u8, day: u8, length: Length) -> Option<String> {
            let date = icu_calendar::Date::try_new_gregorian(year, month, day).ok()?;
            let locale = &self.locale;
            Some(match length {
                Length::Long => FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(
                    locale.into(),
                    YMD::long(),
                )
                .ok()?
                .format(&date)
                .to_string(),
                Length::Short => FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(
                    locale.into(),
                    MD::medium(),
                )
                .ok()?
                .format(&date)
                .to_string(),
            })
        }
    }

    /// The languages of the interface, in the order of their tags.
    pub fn languages() -> impl Iterator<Item = Tag> {
        RESOURCES.iter().map(|(tag, ..)| *tag)
    }

    /// All sentences of a language of the interface, in Fluent.
    fn resource(tag: &str) -> &'static str {
        RESOURCES.iter().find(|(known, ..)| *known == tag).map_or("", |(_, text, _)| *text)
    }

    /// The sentences of a language of the interface for browsers, as three lists in JSON: what the program of
    /// an event's page says, what stands in every page, and the others. Each sentence has the place that its
    /// number tells, through all of them.
    pub fn lists(tag: &str) -> [&'static str; 3] {
        RESOURCES.iter().find(|(known, ..)| *known == tag).map_or(["[]"; 3], |(.., lists)| *lists)
    }

    /// The language of the interface for a page in some language, by its tag: the same one where it is
    /// there, else English.
    pub fn best_for(tag: Option<&str>) -> Tag {
        let wanted = tag.and_then(|tag| tag.parse::<LanguageIdentifier>().ok());
        let is_wanted = |known: &Tag| {
            let known: Option<LanguageIdentifier> = known.parse().ok();
            known
                .zip(wanted.as_ref())
                .is_some_and(|(known, wanted)| known.language == wanted.language)
        };
        languages().find(is_wanted).unwrap_or(ENGLISH)
    }

    /// Whether a language is written from right to left: in the script of its tag, or else in the one
    /// that it is mostly written in.
    pub fn is_right_to_left(tag: &str) -> bool {
        let language: Result<LanguageIdentifier, _> = tag.parse();
        language.is_ok_and(|it| LocaleDirectionality::new_extended().is_right_to_left(&it))
    }

    /// Does something in a language of the interface: in this thread only.
    pub fn in_language<Done>(language: Tag, act: impl FnOnce() -> Done) -> Done {
        struct Back(Tag);
        impl Drop for Back {
            fn drop(&mut self) {
                CURRENT.set(self.0);
            }
        }
        let _back = Back(CURRENT.replace(language));
        act()
    }

    /// The language of the interface, as it is now.
    pub fn language() -> Tag {
        CURRENT.get()
    }

    /// Natively the sentences are in the program.
    pub fn word_by(_: super::Say) {}

    /// Natively days are written by the program.
    pub fn write_days_by(_: super::WriteDay) {}

    pub(super) fn say(phrase: Phrase, arguments: &[Argument]) -> String {
        Speaker::of(language()).say(phrase, arguments)
    }

    pub(super) fn say_phrase(phrase: Phrase) -> &'static str {
        let key = (language(), phrase.number());
        let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
        known.unwrap_or_else(|| {
            let mut all = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
            *all.entry(key).or_insert_with(|| say(phrase, &[]).leak())
        })
    }

    pub(super) fn day(year: i32, month: u8, day: u8, length: Length) -> Option<String> {
        Speaker::of(language()).day(year, month, day, length)
    }
}
