//! The storage layer in a real browser, with its real local storage and IndexedDB.
#![cfg(all(target_arch = "wasm32", feature = "reader"))]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, JsString, Promise, Reflect};
use marginalia::event::{EventId, ThemeId};
use marginalia::reader::platform;
use marginalia::session::{Platform, Session};
use marginalia::storage::browser::BrowserStore;
use marginalia::storage::second_copy::SecondCopy;
use marginalia::storage::{Entry, Keys, Store, StoreError, codec::decode_note};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn event(name: &str) -> EventId {
    EventId::try_from(name.to_owned()).expect("an event id")
}

fn theme() -> ThemeId {
    ThemeId::try_from("early-action".to_owned()).expect("a theme id")
}

fn store() -> BrowserStore {
    BrowserStore::open().expect("the browser gives storage")
}

/// A session on the real local storage, as a page opens it.
fn session(name: &str) -> Session {
    let mut session = Session::closed(Keys::of(&event(name)));
    let platform = Platform {
        store: BrowserStore::open().map(|store| Box::new(store) as Box<dyn Store>),
        now: Box::new(platform::now),
        days_ago: Box::new(platform::days_ago),
        new_note_id: Box::new(platform::new_note_id),
    };
    session.open(platform).expect("local storage can be read");
    session
}

/// `localStorage.getItem` and `setItem` as JavaScript has them, for what is no Rust string.
fn call(method: &str, arguments: &[JsValue]) -> JsValue {
    let storage = Reflect::get(&js_sys::global(), &"localStorage".into()).expect("local storage");
    let function: Function = Reflect::get(&storage, &method.into()).expect("it").unchecked_into();
    let arguments: Array = arguments.iter().collect();
    function.apply(&storage, &arguments).expect("there is room")
}

#[wasm_bindgen_test]
fn a_notebook_is_read_back_from_local_storage() {
    let text = "“Früh” 😀 \u{202e}rtl\u{202c} \0 <img onerror=x>".to_owned();
    let mut first = session("kept");
    let id = first.add(&theme(), text.clone()).expect("the text is not blank");
    first.type_text(Entry::Draft(theme()), "begun".to_owned());
    first.take_typed();
    assert_eq!(first.save(), Some(Ok(())));

    let second = session("kept");
    assert_eq!(second.notebook(), first.notebook());
    assert_eq!(second.attention(), []);
    let stored = store().read(&second.keys().key(&Entry::Note(id.clone())));
    let stored = stored.expect("it can be read").expect("it is there");
    assert_eq!(decode_note(&id, &stored).expect("it is a note").value.text, text);
}

#[wasm_bindgen_test]
fn a_deleted_note_leaves_its_place_and_can_be_brought_back() {
    let mut session = session("deleted");
    let id = session.add(&theme(), "short-lived".to_owned()).expect("the text is not blank");
    session.save();
    let place = session.keys().key(&Entry::Note(id.clone()));
    assert!(store().keys().expect("they can be listed").contains(&place));
    assert_eq!(session.delete(&id), Ok(Some(id.clone())));
    assert_eq!(store().read(&place), Ok(None));
    assert_eq!(session.restore(&id), Some(id));
    assert!(store().read(&place).expect("it can be read").is_some());
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_holds() {
    let store = store();
    store.write("test/small", "kept").expect("there is room");
    let mut filler = "x".repeat(1 << 20);
    let mut number = 0;
    let refused = loop {
        match store.write(&format!("test/filler-{number}"), &filler) {
            Ok(()) => number += 1,
            // Fill the rest with ever smaller pieces, until not even a letter fits.
            Err(_) if filler.len() > 1 => filler.truncate(filler.len() / 2),
            Err(error) => break error,
        }
    };
    assert_eq!(refused, StoreError::Full);
    assert_eq!(store.write("test/small", &"y".repeat(1 << 16)), Err(StoreError::Full));
    assert_eq!(store.read("test/small"), Ok(Some("kept".to_owned())));
    for key in store.keys().expect("they can be listed") {
        if key.starts_with("test/") {
            store.remove(&key).expect("it can be removed");
        }
    }
}

#[wasm_bindgen_test]
fn entries_that_cannot_be_read_stay_as_they_are() {
    let (store, key) = (store(), "marginalia/damaged/note/broken");
    store.write(key, "{\"v\":1,\"id\":").expect("there is room");
    let session = session("damaged");
    assert_eq!(session.attention().len(), 1);
    assert_eq!(store.read(key), Ok(Some("{\"v\":1,\"id\":".to_owned())));
}

#[wasm_bindgen_test]
fn half_of_a_surrogate_pair_is_told_and_copied_unchanged() {
    let (store, key) = (store(), "marginalia/halved/note/half");
    let half = JsString::from_char_code(&[u16::from(b'a'), 0xd800, u16::from(b'b')]);
    call("setItem", &[key.into(), half.clone().into()]);
    assert_eq!(store.read(key), Err(StoreError::NotText("a\\ud800b".to_owned())));
    store.copy(key, "marginalia/halved/copy").expect("there is room");
    let copy: JsString = call("getItem", &["marginalia/halved/copy".into()]).unchecked_into();
    assert!(copy.iter().eq(half.iter()));
}

/// Opens the second copy of an event and waits for what it holds.
async fn opened(name: &str) -> (SecondCopy, Vec<(String, String)>) {
    let found = Rc::new(RefCell::new(None));
    let copy = SecondCopy::default();
    let put = found.clone();
    let event = event(name);
    let read = Promise::new(&mut |resolve: Function, _: Function| {
        let put = put.clone();
        copy.open(&event, move |entries| {
            put.replace(Some(entries));
            resolve.call0(&JsValue::UNDEFINED).expect("a promise can be kept");
        });
    });
    settled(read).await;
    (copy, found.take().expect("it was read"))
}

async fn settled(promise: Promise) {
    wasm_bindgen_futures::JsFuture::from(promise).await.expect("it is kept");
}

#[wasm_bindgen_test]
async fn the_second_copy_gives_back_what_it_was_given() {
    let (copy, found) = opened("copied").await;
    assert_eq!(found, []);
    copy.write(vec![("one".to_owned(), Some("1".to_owned())), ("two".to_owned(), None)]);
    copy.write(vec![("three".to_owned(), Some("3".to_owned()))]);
    copy.write(vec![("one".to_owned(), Some("1, later".to_owned()))]);
    let (_, found) = opened("copied").await;
    let entry = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    assert_eq!(found, [entry("one", "1, later"), entry("three", "3")]);
}

#[wasm_bindgen_test]
fn a_note_id_is_a_uuid_of_version_7_and_ids_differ() {
    let ids: std::collections::BTreeSet<String> =
        (0..1000).map(|_| platform::new_note_id(None).as_str().to_owned()).collect();
    assert_eq!(ids.len(), 1000);
    for id in ids {
        let uuid = uuid::Uuid::parse_str(&id).expect("a UUID");
        assert_eq!(uuid.get_version_num(), 7, "{id}");
        assert_eq!(uuid.get_variant(), uuid::Variant::RFC4122, "{id}");
    }
}

#[wasm_bindgen_test]
fn a_note_id_comes_after_the_last_one_even_where_the_clock_went_back() {
    let far = uuid::Uuid::parse_str("7fffffff-ffff-7000-8000-000000000000").expect("a UUID");
    let far = far.into();
    let next = platform::new_note_id(Some(&far));
    assert!(next > far, "{} after {}", next.as_str(), far.as_str());
}

#[wasm_bindgen_test]
fn the_clock_writes_utc_with_milliseconds() {
    let now = platform::now();
    assert_eq!(now.as_str().len(), "2014-09-04T10:00:00.000Z".len(), "{}", now.as_str());
    assert!(platform::days_ago(30) < now);
}
