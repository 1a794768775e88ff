//! What more than one program asks of the browser: the words of the interface, times, the clipboard, and files.

use js_sys::{Array, Date, Promise, Reflect};
use leptos::prelude::document;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use crate::messages::language::{self, Length};
use crate::messages::{Argument, Phrase, Told};
use crate::notebook::Timestamp;

/// Lets the sentences of the interface be worded by the browser. Each program begins with it.
pub fn begin_to_speak() {
    language::word_by(say);
}

/// Lets days be written by the browser. Each program that writes some begins with it.
pub fn begin_to_write_days() {
    language::write_days_by(day);
}

#[wasm_bindgen]
extern "C" {
    /// Words a sentence (`src/early/words.js`).
    #[wasm_bindgen(js_name = marginaliaMessage)]
    fn word(number: u16, told: &Array) -> String;

    /// Writes a day, as 2014-09-04; `None` where there is no such day.
    #[wasm_bindgen(js_name = marginaliaDay)]
    fn write_day(day: &str, is_short: bool) -> Option<String>;

    #[wasm_bindgen(js_name = marginaliaTime)]
    fn write_time(time: &str) -> Option<String>;

    /// Hours and minutes of a date as the reader is used to see them, on request with the day of the week.
    #[wasm_bindgen(js_name = marginaliaClock)]
    pub fn local_clock(date: &Date, with_day: bool) -> String;
}

fn say(phrase: Phrase, arguments: &[Argument]) -> String {
    let told = Array::new();
    for argument in arguments {
        told.push(&match &argument.value {
            Told::Text(text) => text.as_str().into(),
            Told::Number(number) => (*number as f64).into(),
        });
    }
    word(phrase.number(), &told)
}

fn day(year: i32, month: u8, day: u8, length: Length) -> Option<String> {
    write_day(&format!("{year:04}-{month:02}-{day:02}"), length == Length::Short)
}

/// A time as the reader is used to see it, in the device's time zone.
pub fn local_time(time: &Timestamp) -> String {
    write_time(time.as_str()).unwrap_or_else(|| time.as_str().to_owned())
}

/// The language of what the host wrote, as the page of an event tells it.
pub fn event_language() -> Option<String> {
    document().document_element()?.get_attribute("lang")
}

/// Whether an object of the browser has a property of this name. Older browsers, and pages without
/// a secure connection, lack some.
pub fn has(object: &JsValue, name: &str) -> bool {
    Reflect::get(object, &name.into()).is_ok_and(|value| !value.is_undefined())
}

#[wasm_bindgen]
extern "C" {
    /// The page's own script for the clipboard (`src/early/copying.js`).
    #[wasm_bindgen(js_name = marginaliaCopy)]
    fn copy(plain: &str, forms: &JsValue) -> Promise;
}

/// One thing in two forms, of which the program where it is pasted takes the one that it knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forms {
    /// For word processors and mail.
    pub html: String,
    /// For everything else.
    pub plain: String,
}

/// Puts a text on the clipboard, and calls back with whether that went well. To be called in the
/// press itself: browsers refuse it later.
pub fn copy_text(text: &str, answer: impl FnOnce(bool) + 'static) {
    copy_forms(text, &JsValue::UNDEFINED, answer);
}

/// The same with [`Forms`] as an object, or a promise of it for what is still in the making. `plain` is
/// taken where the browser knows no forms.
pub fn copy_forms(plain: &str, forms: &JsValue, answer: impl FnOnce(bool) + 'static) {
    let copied = JsFuture::from(copy(plain, forms));
    spawn_local(async move { answer(copied.await.is_ok_and(|copied| copied.is_truthy())) });
}

fn blob(media_type: &str, text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

/// Hands the reader a text as a file. Tells whether the browser took it.
pub fn download(name: &str, media_type: &str, text: &str) -> bool {
    let save = || -> Result<(), JsValue> {
        let address = Url::create_object_url_with_blob(&blob(media_type, text)?)?;
        let link: HtmlElement = document().create_element("a")?.unchecked_into();
        link.set_attribute("href", &address)?;
        link.set_attribute("download", name)?;
        link.click();
        Url::revoke_object_url(&address)
    };
    save().is_ok()
}
