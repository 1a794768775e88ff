//! The browser's local storage, the only file that touches it.
//!
//! Storage can be missing, blocked or full, and can become so at any time: the handle is got
//! anew for every call, probed through web-sys first, because gloo-storage's `raw()` panics where
//! the browser refuses.

#![expect(clippy::disallowed_methods, reason = "this is the place of local storage")]

use gloo_storage::{LocalStorage, Storage as _};
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
        handle()?.get_item(key).map_err(|error| reason(&error))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        handle()?.set_item(key, text).map_err(|error| reason(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        handle()?.remove_item(key).map_err(|error| reason(&error))
    }
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
        return StoreError::Failed(format!("{error:?}"));
    };
    match (exception.code(), exception.name().as_str()) {
        (22 | 1014, _) | (_, "QuotaExceededError") => StoreError::Full,
        (_, "SecurityError") => StoreError::Blocked,
        (_, name) => StoreError::Failed(name.to_owned()),
    }
}
