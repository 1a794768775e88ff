//! A second copy of what is stored, in IndexedDB.
//!
//! Browsers write local storage to the disk only seconds after a page stored something; a browser
//! that is killed meanwhile forgets it. IndexedDB hands it on at once, but answers only later, so
//! that a page which is being closed cannot wait for it, and notes cannot live in it alone. Hence the
//! two: local storage is what the page works with, and this copy is looked at once, when the page
//! opens, for what local storage lost.
//!
//! Until the program is there, the early script (`src/early/early.js`) copies drafts in the same way;
//! the names of the database and its object store stand there as well.
//!
//! Where IndexedDB is missing or refused, there is no copy, and everything else works.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

use super::Changes;
use crate::event::EventId;

/// The one object store: a text under each key of local storage.
const ENTRIES: &str = "entries";

/// The second copy of one event's notebook.
#[derive(Clone, Default)]
pub struct SecondCopy {
    database: Rc<RefCell<Option<IdbDatabase>>>,
    /// What is to be written once the database is open and was read.
    waiting: Rc<RefCell<Changes>>,
}

impl SecondCopy {
    /// Opens the copy, and calls back with all it holds, once it is read. What is written before
    /// and meanwhile is written after that.
    pub fn open(&self, event: &EventId, found: impl FnOnce(Vec<(String, String)>) + 'static) {
        // Refused in a frame without an origin, for instance.
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
        let Some(factory) = factory else { return };
        let Ok(request) = factory.open_with_u32(&format!("marginalia/{event}"), 1) else { return };
        let upgrade = request.clone();
        once(move |call| request_of(&upgrade).set_onupgradeneeded(call), {
            let request = request.clone();
            move || {
                if let Some(database) = database_of(&request) {
                    let _ = database.create_object_store(ENTRIES);
                }
            }
        });
        let opened = self.clone();
        let asked = request.clone();
        once(
            move |call| asked.set_onsuccess(call),
            move || {
                if let Some(database) = database_of(&request) {
                    opened.read(database, found);
                }
            },
        );
    }

    fn read(self, database: IdbDatabase, found: impl FnOnce(Vec<(String, String)>) + 'static) {
        let requests = entries(&database)
            .and_then(|entries| Some((entries.get_all_keys().ok()?, entries.get_all().ok()?)));
        let Some((keys, texts)) = requests else { return };
        let last = texts.clone();
        // Requests of one transaction are answered in their order: the keys are there by then.
        once(
            move |call| last.set_onsuccess(call),
            move || {
                let list = |request: &IdbRequest| {
                    let list: Array =
                        request.result().map(JsValue::unchecked_into).unwrap_or_default();
                    list.iter().filter_map(|it| it.as_string()).collect::<Vec<String>>()
                };
                let (keys, texts) = (list(&keys), list(&texts));
                // Unequal only where another program wrote here what is no text.
                if keys.len() == texts.len() {
                    found(keys.into_iter().zip(texts).collect());
                }
                self.database.replace(Some(database));
                let waiting = self.waiting.take();
                self.write(waiting);
            },
        );
    }

    /// Writes changes, in the background.
    pub fn write(&self, changes: Changes) {
        let database = self.database.borrow();
        let Some(database) = &*database else {
            return self.waiting.borrow_mut().extend(changes);
        };
        if changes.is_empty() {
            return;
        }
        let Some(entries) = entries(database) else { return };
        for (key, text) in changes {
            // What is refused here is still in local storage.
            let _ = match text {
                Some(text) => entries.put_with_key(&text.into(), &key.into()),
                None => entries.delete(&key.into()),
            };
        }
    }
}

/// The entries in a transaction of the default durability: it hands what is written to the system
/// at once, which is what a killed browser needs. To wait for the disk each time would let one text
/// wait for the other on a busy device, and more would be lost.
fn entries(database: &IdbDatabase) -> Option<IdbObjectStore> {
    database
        .transaction_with_str_and_mode(ENTRIES, IdbTransactionMode::Readwrite)
        .and_then(|transaction| transaction.object_store(ENTRIES))
        .ok()
}

fn database_of(request: &JsValue) -> Option<IdbDatabase> {
    request.unchecked_ref::<IdbRequest>().result().ok()?.dyn_into().ok()
}

fn request_of(request: &JsValue) -> &web_sys::IdbOpenDbRequest {
    request.unchecked_ref()
}

/// Sets a handler that is called once.
fn once(set: impl FnOnce(Option<&Function>), call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    set(Some(call.unchecked_ref()));
}
