//! How the sentences of the interface stand in views: `{messages::SOURCES}` and `aria-label=messages::THEMES`.
//!
//! A page that the build renders marks each sentence with its number, by the attributes that Fluent's own
//! libraries use (`data-l10n-id`, `data-l10n-args`): a reader whose interface speaks another language than the
//! page was built in gets it from `src/early/translation.js`. What a program renders in the browser speaks the
//! right language from the beginning.

use leptos::either::Either;
#[cfg(feature = "ssr")]
use leptos::prelude::*;
use leptos::tachys::html::attribute::IntoAttributeValue;
use leptos::tachys::view::IntoRender;

use crate::messages::{Message, Phrase, Run};

impl IntoAttributeValue for Phrase {
    type Output = &'static str;

    fn into_attribute_value(self) -> &'static str {
        self.text()
    }
}

impl IntoAttributeValue for Message {
    type Output = String;

    fn into_attribute_value(self) -> String {
        self.text()
    }
}

#[cfg(not(feature = "ssr"))]
impl IntoRender for Phrase {
    type Output = &'static str;

    fn into_render(self) -> &'static str {
        self.text()
    }
}

#[cfg(not(feature = "ssr"))]
impl IntoRender for Message {
    type Output = String;

    fn into_render(self) -> String {
        self.text()
    }
}

#[cfg(feature = "ssr")]
impl IntoRender for Phrase {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        view! { <span data-l10n-id=self.number()>{self.text()}</span> }.into_any()
    }
}

#[cfg(feature = "ssr")]
impl IntoRender for Message {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        let number = self.phrase().number();
        view! { <span data-l10n-id=number data-l10n-args=told(&self)>{self.text()}</span> }
            .into_any()
    }
}

/// What a sentence is handed for an element that has words of its own, such as a day: they stay in it when the
/// sentence is worded anew.
#[cfg(feature = "ssr")]
pub const IN_PLACE: &str = "";

/// A sentence where there may be none, or another view.
#[cfg(feature = "ssr")]
pub fn said(message: impl Into<Message>) -> AnyView {
    message.into().into_render()
}

/// A sentence in which elements stand, such as links: `element` makes each, of its name in the sentence and
/// its words.
#[cfg(not(feature = "ssr"))]
pub fn said_with<Element>(
    message: &Message,
    element: impl Fn(&str, String) -> Element,
) -> Vec<Either<Element, String>> {
    runs(message, element)
}

/// A sentence in which elements stand, such as links: `element` makes each, of its name in the sentence and
/// its words. Each must carry the name as `data-l10n-name`.
#[cfg(feature = "ssr")]
pub fn said_with<Element: IntoView + 'static>(
    message: &Message,
    element: impl Fn(&str, String) -> Element,
) -> AnyView {
    let runs = runs(message, element);
    view! { <span data-l10n-id=message.phrase().number() data-l10n-args=told(message)>{runs}</span> }
        .into_any()
}

fn runs<Element>(
    message: &Message,
    element: impl Fn(&str, String) -> Element,
) -> Vec<Either<Element, String>> {
    let runs = message.runs().into_iter().map(|Run { element: name, text }| match name {
        Some(name) => Either::Left(element(&name, text)),
        None => Either::Right(text),
    });
    runs.collect()
}

/// Marks attributes of an element as sentences: `data-l10n-attrs=attributes(&[("aria-label", phrase)])`
/// beside `aria-label=phrase`. What they are handed goes into `data-l10n-args`, by [`told`].
#[cfg(feature = "ssr")]
pub fn attributes(phrases: &[(&str, Phrase)]) -> String {
    let pairs: Vec<String> = phrases
        .iter()
        .map(|(attribute, phrase)| format!("{attribute}:{}", phrase.number()))
        .collect();
    pairs.join(" ")
}

/// What a sentence is handed, as a list in JSON; `None` where that is nothing.
#[cfg(feature = "ssr")]
pub fn told(message: &Message) -> Option<String> {
    use crate::messages::Told;

    let told: serde_json::Value = message
        .arguments()
        .iter()
        .map(|argument| match &argument.value {
            Told::Text(text) => text.as_str().into(),
            Told::Number(number) => (*number).into(),
        })
        .collect::<Vec<serde_json::Value>>()
        .into();
    (!message.arguments().is_empty()).then(|| told.to_string())
}
