//! The storage layer in a real browser, with its real local storage.
#![cfg(all(target_arch = "wasm32", feature = "hydrate"))]

use marginalia::event::{EventId, ThemeId};
use marginalia::notebook::Notebook;
use marginalia::storage::browser::BrowserStore;
use marginalia::storage::{Entry, Keys, Store as _, StoreError, load, save};
use marginalia::{browser, storage::codec::decode_note};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn keys(event: &str) -> Keys {
    Keys::of(EventId::try_from(event.to_owned()).expect("an event id"))
}

fn theme() -> ThemeId {
    ThemeId::try_from("early-action".to_owned()).expect("a theme id")
}

#[wasm_bindgen_test]
fn a_notebook_is_read_back_from_local_storage() {
    let (store, keys) = (BrowserStore::open().expect("the browser gives storage"), keys("kept"));
    let mut notebook = Notebook::default();
    let id = browser::new_note_id();
    let text = "“Früh” 😀 \u{202e}rtl\u{202c} \0 <img onerror=x>".to_owned();
    notebook.add(id.clone(), theme(), text.clone(), browser::now());
    notebook.set_draft(&theme(), "begun".to_owned());
    for entry in [Entry::Note(id.clone()), Entry::Draft(theme())] {
        save(&store, &keys, &entry, &notebook).expect("there is room");
    }
    let loaded = load(&store, &keys).expect("it can be read");
    assert_eq!(loaded.notebook, notebook);
    assert_eq!(loaded.unreadable, []);

    let stored = store.read(&keys.key(&Entry::Note(id.clone()))).expect("it can be read");
    let note = decode_note(&id, &stored.expect("it is there")).expect("it is a note");
    assert_eq!(note.text, text);
}

#[wasm_bindgen_test]
fn a_deleted_note_leaves_the_storage() {
    let (store, keys) = (BrowserStore::open().expect("the browser gives storage"), keys("deleted"));
    let mut notebook = Notebook::default();
    let entry = Entry::Note(browser::new_note_id());
    let Entry::Note(id) = &entry else { unreachable!("made above") };
    notebook.add(id.clone(), theme(), "short-lived".to_owned(), browser::now());
    save(&store, &keys, &entry, &notebook).expect("there is room");
    assert!(store.keys().expect("they can be listed").contains(&keys.key(&entry)));
    notebook.remove(id);
    save(&store, &keys, &entry, &notebook).expect("it can be removed");
    assert_eq!(store.read(&keys.key(&entry)), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_holds() {
    let store = BrowserStore::open().expect("the browser gives storage");
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
    let (store, keys) = (BrowserStore::open().expect("the browser gives storage"), keys("damaged"));
    let key = "marginalia/damaged/note/broken";
    store.write(key, "{\"v\":1,\"id\":").expect("there is room");
    let loaded = load(&store, &keys).expect("it can be read");
    assert_eq!(loaded.unreadable.len(), 1);
    assert_eq!(store.read(key), Ok(Some("{\"v\":1,\"id\":".to_owned())));
}

#[wasm_bindgen_test]
fn a_note_id_is_a_uuid_of_version_7_and_ids_differ() {
    let ids: std::collections::BTreeSet<String> =
        (0..1000).map(|_| browser::new_note_id().as_str().to_owned()).collect();
    assert_eq!(ids.len(), 1000);
    for id in ids {
        let uuid = uuid::Uuid::parse_str(&id).expect("a UUID");
        assert_eq!(uuid.get_version_num(), 7, "{id}");
        assert_eq!(uuid.get_variant(), uuid::Variant::RFC4122, "{id}");
    }
}

#[wasm_bindgen_test]
fn the_clock_writes_utc_with_milliseconds() {
    let now = browser::now();
    assert_eq!(now.as_str().len(), "2014-09-04T10:00:00.000Z".len(), "{}", now.as_str());
    assert!(!browser::local_time(&now).is_empty());
}
