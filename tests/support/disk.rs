//! A store for tests that outlives the sessions opened over it. It holds texts as a browser does,
//! in UTF-16, half surrogate pairs and all, and can be made to fail.
//!
//! It decides nothing, as any store; what is done to it from outside stands for other programs.

#![allow(dead_code, reason = "every test that shares this file uses another part of it")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use marginalia::storage::{Store, StoreError};

/// Keys with their texts, in UTF-16.
pub(crate) type Entries = BTreeMap<String, Vec<u16>>;

#[derive(Default)]
struct State {
    entries: Entries,
    /// How many code units may be stored, keys included, as browsers count.
    room: Option<usize>,
    /// How many more calls are answered before the page that calls is gone.
    calls_left: Option<usize>,
    /// How many calls there were.
    calls: usize,
    /// How many more writes are stored in full before one is cut, of which nothing is said.
    writes_before_a_cut: Option<usize>,
    /// Keys that cannot be read.
    out_of_reach: BTreeSet<String>,
    /// Keys that cannot be removed.
    stuck: BTreeSet<String>,
}

/// A handle: copies speak of the same entries.
#[derive(Clone, Default)]
pub(crate) struct Disk(Rc<RefCell<State>>);

impl Disk {
    pub(crate) fn holding(entries: Entries) -> Self {
        let disk = Self::default();
        disk.0.borrow_mut().entries = entries;
        disk
    }

    /// Everything that is stored.
    pub(crate) fn entries(&self) -> Entries {
        self.0.borrow().entries.clone()
    }

    /// Puts a text in, as another program would.
    pub(crate) fn put(&self, key: &str, text: &str) {
        self.put_units(key, text.encode_utf16().collect());
    }

    /// Puts in what need not be Unicode text.
    pub(crate) fn put_units(&self, key: &str, units: Vec<u16>) {
        self.0.borrow_mut().entries.insert(key.to_owned(), units);
    }

    /// Takes a key out, as another program would.
    pub(crate) fn take(&self, key: &str) {
        self.0.borrow_mut().entries.remove(key);
    }

    /// What `localStorage.clear()` does.
    pub(crate) fn clear(&self) {
        self.0.borrow_mut().entries.clear();
    }

    /// What stands under a key, whether it is Unicode text or not.
    pub(crate) fn units(&self, key: &str) -> Option<Vec<u16>> {
        self.0.borrow().entries.get(key).cloned()
    }

    /// The text under a key; empty where there is none, which no entry of ours is.
    pub(crate) fn text(&self, key: &str) -> String {
        let state = self.0.borrow();
        state.entries.get(key).map(|units| String::from_utf16_lossy(units)).unwrap_or_default()
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.0.borrow().entries.contains_key(key)
    }

    /// The keys that begin so, in their order.
    pub(crate) fn keys_at(&self, start: &str) -> Vec<String> {
        self.0.borrow().entries.keys().filter(|key| key.starts_with(start)).cloned().collect()
    }

    /// Leaves room for so many more code units; `None` for any number.
    pub(crate) fn leave_room(&self, units: Option<usize>) {
        let mut state = self.0.borrow_mut();
        let used = used(&state.entries);
        state.room = units.map(|units| used + units);
    }

    /// Answers so many more calls and then fails at each, as for a page that is gone; `None` for
    /// any number.
    pub(crate) fn answer(&self, calls: Option<usize>) {
        let mut state = self.0.borrow_mut();
        state.calls_left = calls;
        state.calls = 0;
    }

    /// How many calls there were since it was last told how many to answer.
    pub(crate) fn calls(&self) -> usize {
        self.0.borrow().calls
    }

    /// Stores half of a text after so many writes, and says that all is well.
    pub(crate) fn cut_after(&self, writes: usize) {
        self.0.borrow_mut().writes_before_a_cut = Some(writes);
    }

    pub(crate) fn put_out_of_reach(&self, key: &str, is_out: bool) {
        let set = &mut self.0.borrow_mut().out_of_reach;
        let _ = if is_out { set.insert(key.to_owned()) } else { set.remove(key) };
    }

    pub(crate) fn make_stuck(&self, key: &str, is_stuck: bool) {
        let set = &mut self.0.borrow_mut().stuck;
        let _ = if is_stuck { set.insert(key.to_owned()) } else { set.remove(key) };
    }

    fn call(&self) -> Result<(), StoreError> {
        let mut state = self.0.borrow_mut();
        match &mut state.calls_left {
            Some(0) => return Err(StoreError::Blocked),
            Some(left) => *left -= 1,
            None => {}
        }
        state.calls += 1;
        Ok(())
    }

    fn set(&self, key: &str, units: Vec<u16>) -> Result<(), StoreError> {
        let mut state = self.0.borrow_mut();
        let old = state.entries.insert(key.to_owned(), units);
        if state.room.is_none_or(|room| used(&state.entries) <= room) {
            return Ok(());
        }
        match old {
            Some(old) => state.entries.insert(key.to_owned(), old),
            None => state.entries.remove(key),
        };
        Err(StoreError::Full)
    }
}

fn used(entries: &Entries) -> usize {
    entries.iter().map(|(key, units)| key.encode_utf16().count() + units.len()).sum()
}

/// A text as the store of the browser hands it out: `Err` where it is no Unicode, with each half
/// of a surrogate pair named by its escape.
pub(crate) fn readable(units: &[u16]) -> Result<String, String> {
    String::from_utf16(units).map_err(|_| {
        char::decode_utf16(units.iter().copied())
            .map(|letter| match letter {
                Ok(letter) => letter.to_string(),
                Err(half) => format!("\\u{:04x}", half.unpaired_surrogate()),
            })
            .collect()
    })
}

impl Store for Disk {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call()?;
        Ok(self.0.borrow().entries.keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        let state = self.0.borrow();
        if state.out_of_reach.contains(key) {
            return Err(StoreError::Failed("out of reach".to_owned()));
        }
        let units = state.entries.get(key);
        units.map(|units| readable(units)).transpose().map_err(StoreError::NotText)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.call()?;
        let mut units: Vec<u16> = text.encode_utf16().collect();
        let mut state = self.0.borrow_mut();
        match state.writes_before_a_cut {
            Some(0) => {
                units.truncate(units.len() / 2);
                state.writes_before_a_cut = None;
            }
            Some(left) => state.writes_before_a_cut = Some(left - 1),
            None => {}
        }
        drop(state);
        self.set(key, units)
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        self.call()?;
        let units = self.0.borrow().entries.get(from).cloned();
        units.map_or(Ok(()), |units| self.set(to, units))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call()?;
        let mut state = self.0.borrow_mut();
        if state.stuck.contains(key) {
            return Err(StoreError::Failed("stuck".to_owned()));
        }
        state.entries.remove(key);
        Ok(())
    }
}
