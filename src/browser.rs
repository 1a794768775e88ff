//! What more than one program asks of the browser: the reader's locale, the clipboard, and files.

use js_sys::{Array, Date, Function, Intl, Object, Promise, Reflect};
use leptos::prelude::document;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use crate::notebook::Timestamp;

/// A time as the reader's locale writes it, in the device's time zone.
pub fn local_time(time: &Timestamp) -> String {
    thread_local! {
        // Making a formatter costs a hundred times what using one costs.
        static FORMAT: Function = {
            let options = Object::new();
            for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
                // Setting a property of a new plain object cannot fail.
                let _ = Reflect::set(&options, &name.into(), &value.into());
            }
            Intl::DateTimeFormat::new(&Array::new(), &options).format()
        };
    }
    let date = Date::new(&time.as_str().into());
    FORMAT
        .with(|format| format.call1(&JsValue::UNDEFINED, &date))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| time.as_str().to_owned())
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
