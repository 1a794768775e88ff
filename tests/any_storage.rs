//! Storages that once went wrong, found by the fuzzer `open_storage`. Each is opened and worked
//! with again; `support/any_storage.rs` says what must hold.

mod support {
    pub(crate) mod any_storage;
    pub(crate) mod disk;
}

use support::any_storage::{Case, check};

fn holds(entries: &[(&str, &str)], room: Option<usize>, calls: Option<usize>) {
    let entries = entries
        .iter()
        .map(|(key, text)| (format!("marginalia/panel/{key}"), text.encode_utf16().collect()))
        .collect();
    let case = Case { entries, room, calls };
    if let Err(what) = check(&case) {
        panic!("{what}\n{}", case.shown());
    }
}

#[test]
fn an_empty_storage_opens() {
    holds(&[], None, None);
}
