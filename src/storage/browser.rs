//! The browser's local storage, the only file that touches it.
//!
//! Storage can be missing, blocked or full, and can become so at any time: the handle is got
//! anew for every call, probed through web-sys first, because gloo-storage's `raw()` panics where
//! the browser refuses.

#![expect(clippy::disallowed_methods, reason = "this is the place of local storage")]

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Array, Function, JsString, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::DomException;

use super::{Store, StoreError};

/// The local storage of the page's origin.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserStore;

impl BrowserStore {
    /// The storage, where the browser gives one. Nothing is written to find out: the contract
    /// allows no further key, and a full storage can still be read.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the browser gives none.
    pub fn open() -> Result<Self, StoreError> {
        handle().map(|_| Self)
    }
}

impl Store for BrowserStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = handle()?;
        let length = storage.length().map_err(|error| reason(&error))?;
        (0..length)
            .filter_map(|index| storage.key(index).map_err(|error| reason(&error)).transpose())
            .collect()
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        let Some(found) = raw(&handle()?, key)? else { return Ok(None) };
        if found.is_valid_utf16() {
            return Ok(Some(found.into()));
        }
        let readable = char::decode_utf16(found.iter())
            .map(|letter| match letter {
                Ok(letter) => letter.to_string(),
                Err(half) => format!("\\u{:04x}", half.unpaired_surrogate()),
            })
            .collect();
        Err(StoreError::NotText(readable))
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        // From the browser's text to the browser's text: a Rust string could not hold all of it.
        let storage = handle()?;
        let Some(found) = raw(&storage, from)? else { return Ok(()) };
        call(&storage, "setItem", &[to.into(), found.into()]).map(drop)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        handle()?.set_item(key, text).map_err(|error| reason(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        handle()?.remove_item(key).map_err(|error| reason(&error))
    }
}

/// The text under a key as the browser has it: web-sys would replace what is no Unicode.
fn raw(storage: &web_sys::Storage, key: &str) -> Result<Option<JsString>, StoreError> {
    call(storage, "getItem", &[key.into()]).map(|found| found.dyn_into().ok())
}

fn call(storage: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, StoreError> {
    Reflect::get(storage, &method.into())
        .and_then(|function| {
            let arguments: Array = arguments.iter().collect();
            function.unchecked_into::<Function>().apply(storage, &arguments)
        })
        .map_err(|error| reason(&error))
}

fn handle() -> Result<web_sys::Storage, StoreError> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(StoreError::Blocked),
    }
}

/// Browsers name a full storage differently: `QuotaExceededError` (code 22), and in older
/// Firefox `NS_ERROR_DOM_QUOTA_REACHED` (code 1014).
fn reason(error: &JsValue) -> StoreError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        // Not what the standard says; its words would need code of their own to be shown.
        return StoreError::Failed("no DOMException".to_owned());
    };
    match (exception.code(), exception.name().as_str()) {
        (22 | 1014, _) | (_, "QuotaExceededError") => StoreError::Full,
        (_, "SecurityError") => StoreError::Blocked,
        (_, name) => StoreError::Failed(name.to_owned()),
    }
}
