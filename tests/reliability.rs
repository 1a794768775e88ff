//! The promise of the session, tried by chance: whatever readers do in several tabs, and whatever
//! fails in which order, **every text that a page once reported as saved is afterwards readable
//! somewhere the reader can reach**, unless the reader wrote over it or emptied it away.
//!
//! A run plays a random sequence of acts by two or three tabs over one store that fails, cuts what
//! it writes, or loses a tab or the whole browser at a given call. The reference is as simple as
//! the promise: a list of texts that were reported as saved, and of those that took their place.
//! Each sequence is played once for every call of the store that it makes, and dies at that call.
//!
//! `MARGINALIA_SEQUENCES` says how many sequences; `MARGINALIA_SEED` plays one of them again.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::rc::Rc;

use marginalia::event::{EventId, ThemeId};
use marginalia::notebook::quote::Quote;
use marginalia::notebook::{Note, NoteId, Timestamp};
use marginalia::session::{Platform, Session};
use marginalia::storage::codec::encode_note;
use marginalia::storage::{Change, Entry, Keys, Store, StoreError};

const TABS: usize = 3;
const SEQUENCES: u64 = 10_000;

/// A generator of chance that gives the same numbers for the same seed (xorshift64*).
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit
    }
}

// The store.

/// What happens at a call of the store.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// It is refused, and nothing changes.
    Refused,
    /// There is no room.
    Full,
    /// Half of the text is written, and the store says that all is well.
    CutUnsaid,
    /// Half of the text is written, and the store says that it failed.
    Cut,
    /// The tab that calls is gone, and the call with it.
    TabDies,
    /// The browser is gone, and of the store's last changes as many as this.
    BrowserDies(usize),
}

#[derive(Default)]
struct Disk {
    entries: BTreeMap<String, String>,
    /// What a change replaced, newest last: to go back.
    undo: Vec<(String, Option<String>)>,
    calls: usize,
    faults: BTreeMap<usize, Fault>,
    dead_tabs: BTreeSet<usize>,
    browser_died: bool,
    /// Keys that were changed, by whom: the storage events of the other tabs.
    events: Vec<(usize, String)>,
    injected: usize,
}

impl Disk {
    fn change(&mut self, tab: usize, key: &str, text: Option<String>) {
        let old = match text {
            Some(text) => self.entries.insert(key.to_owned(), text),
            None => self.entries.remove(key),
        };
        self.undo.push((key.to_owned(), old));
        self.events.push((tab, key.to_owned()));
    }
}

/// The disk as one tab reaches it.
#[derive(Clone)]
struct Tabs(Rc<RefCell<Disk>>, usize);

impl Tabs {
    /// What happens at this call; `Err` where the tab that calls is no more.
    fn fault(&self, writes: bool) -> Result<Option<Fault>, StoreError> {
        let mut disk = self.0.borrow_mut();
        let gone = || StoreError::Failed("the tab is gone".to_owned());
        if disk.browser_died || disk.dead_tabs.contains(&self.1) {
            return Err(gone());
        }
        let call = disk.calls;
        disk.calls += 1;
        let Some(fault) = disk.faults.get(&call).copied() else { return Ok(None) };
        if !writes && matches!(fault, Fault::Full | Fault::Cut | Fault::CutUnsaid) {
            return Ok(None);
        }
        disk.injected += 1;
        match fault {
            Fault::TabDies => {
                disk.dead_tabs.insert(self.1);
                Err(gone())
            }
            Fault::BrowserDies(lost) => {
                disk.browser_died = true;
                for _ in 0..lost {
                    let Some((key, old)) = disk.undo.pop() else { break };
                    match old {
                        Some(text) => disk.entries.insert(key, text),
                        None => disk.entries.remove(&key),
                    };
                }
                Err(gone())
            }
            other => Ok(Some(other)),
        }
    }
}

fn cut(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

impl Store for Tabs {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        match self.fault(false)? {
            Some(_) => Err(StoreError::Blocked),
            None => Ok(self.0.borrow().entries.keys().cloned().collect()),
        }
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self.fault(false)? {
            Some(_) => Err(StoreError::Blocked),
            None => Ok(self.0.borrow().entries.get(key).cloned()),
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let fault = self.fault(true)?;
        let mut disk = self.0.borrow_mut();
        match fault {
            Some(Fault::Full) => return Err(StoreError::Full),
            Some(Fault::Cut | Fault::CutUnsaid) => disk.change(self.1, key, Some(cut(text))),
            Some(_) => return Err(StoreError::Blocked),
            None => disk.change(self.1, key, Some(text.to_owned())),
        }
        if fault == Some(Fault::Cut) { Err(StoreError::Failed("cut".to_owned())) } else { Ok(()) }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        match self.fault(true)? {
            Some(_) => return Err(StoreError::Blocked),
            None => self.0.borrow_mut().change(self.1, key, None),
        }
        Ok(())
    }
}

// The reference.

/// Which texts were promised to be kept.
#[derive(Default)]
struct Promises {
    saved: BTreeSet<String>,
    /// The texts that the reader put in a text's place.
    followed_by: BTreeMap<String, Vec<String>>,
    /// Emptied away by the reader.
    released: BTreeSet<String>,
}

impl Promises {
    fn is_kept(&self, text: &str, readable: &[String]) -> bool {
        self.released.iter().any(|released| released.contains(text))
            || readable.iter().any(|kept| kept.contains(text))
            // A draft may have been joined of several texts: what follows it follows each of them.
            || self.followed_by.iter().filter(|(shown, _)| shown.contains(text)).any(
                |(_, later)| later.iter().any(|later| self.is_kept(later, readable)),
            )
    }

    fn broken(&self, readable: &[String]) -> Option<String> {
        self.saved.iter().find(|text| !self.is_kept(text, readable)).cloned()
    }
}

// The players.

fn theme(number: usize) -> ThemeId {
    ThemeId::try_from(format!("theme-{number}")).expect("a theme id")
}

fn keys() -> Keys {
    Keys::of(&EventId::try_from("panel".to_owned()).expect("an event id"))
}

/// A clock that jumps, back as well as forward: nothing may depend on it.
fn jumping_time(number: usize) -> Timestamp {
    let year = 2000 + (number * 7919) % 50;
    Timestamp::parse(&format!("{year}-09-04T10:00:00.000Z")).expect("a time")
}

fn new_id(number: usize) -> NoteId {
    NoteId::parse(&format!("0192f0c1-0000-7000-8000-{number:012}")).expect("an id")
}

/// The page writes its second copy right after each save.
fn note_down(log: &mut BTreeMap<String, String>, session: &mut Session) {
    for (key, text) in session.take_written() {
        match text {
            Some(text) => log.insert(key, text),
            None => log.remove(&key),
        };
    }
}

/// Everything of one run.
struct Play {
    disk: Rc<RefCell<Disk>>,
    tabs: Vec<Option<Session>>,
    /// How many of the disk's events each tab has been told of.
    told: Vec<usize>,
    /// The second copy, which is not local storage and outlives the browser.
    log: BTreeMap<String, String>,
    ids: Rc<RefCell<usize>>,
    promises: Promises,
    texts: usize,
    told_story: String,
    /// What was brought in last, and can be taken back.
    brought: Option<(Change, String)>,
    /// The lists that each tab shows, as far as it was told of changes.
    lists: Vec<Lists>,
    /// A list that changed, of which a tab was not told.
    untold: Option<ThemeId>,
}

/// The notes on each theme, in the order in which they are shown.
type Lists = BTreeMap<ThemeId, Vec<NoteId>>;

fn lists(session: &Session) -> Lists {
    let notebook = session.notebook();
    let ids = |theme: &ThemeId| notebook.notes_on(theme).map(|note| note.id.clone()).collect();
    notebook.themes().map(|theme| (theme.clone(), ids(theme))).collect()
}

impl Play {
    fn new(faults: BTreeMap<usize, Fault>) -> Self {
        let disk = Disk { faults, ..Disk::default() };
        let mut play = Self {
            disk: Rc::new(RefCell::new(disk)),
            tabs: (0..TABS).map(|_| None).collect(),
            told: vec![0; TABS],
            log: BTreeMap::new(),
            ids: Rc::default(),
            promises: Promises::default(),
            texts: 0,
            told_story: String::new(),
            brought: None,
            lists: vec![Lists::new(); TABS],
            untold: None,
        };
        for tab in 0..TABS {
            play.open(tab);
        }
        play
    }

    fn platform(&self, tab: usize) -> Platform {
        let (times, ids) = (self.ids.clone(), self.ids.clone());
        Platform {
            store: Ok(Box::new(Tabs(self.disk.clone(), tab))),
            now: Box::new(move || {
                *times.borrow_mut() += 1;
                jumping_time(*times.borrow())
            }),
            days_ago: Box::new(|_| Timestamp::parse("1999-01-01T00:00:00Z").expect("a time")),
            new_note_id: Box::new(move |_| {
                *ids.borrow_mut() += 1;
                new_id(*ids.borrow())
            }),
        }
    }

    fn open(&mut self, tab: usize) {
        let mut session = Session::closed(keys());
        if session.open(self.platform(tab)).is_ok() {
            self.lists[tab] = lists(&session);
            let log: Vec<(String, String)> =
                self.log.iter().map(|(key, text)| (key.clone(), text.clone())).collect();
            session.recover(&log);
            session.save();
            self.told[tab] = self.disk.borrow().events.len();
            self.tabs[tab] = Some(session);
        }
        self.after(tab);
    }

    /// What the page does after each act: the written goes to the second copy. Tabs and browsers
    /// that died are taken away.
    fn after(&mut self, tab: usize) {
        let (tab_died, browser_died) = {
            let disk = self.disk.borrow();
            (disk.dead_tabs.contains(&tab), disk.browser_died)
        };
        if let Some(session) = &mut self.tabs[tab]
            && !tab_died
            && !browser_died
        {
            note_down(&mut self.log, session);
        }
        if let Some(session) = &mut self.tabs[tab] {
            let told = session.take_reshaped();
            let before = std::mem::replace(&mut self.lists[tab], lists(session));
            let now = &self.lists[tab];
            let mut changed =
                before.keys().chain(now.keys()).filter(|it| before.get(it) != now.get(it));
            if let Some(untold) = changed.find(|theme| !told.contains(theme)) {
                self.untold = Some(untold.clone());
            }
        }
        if tab_died {
            self.told_story.push_str(" — the tab dies");
            self.disk.borrow_mut().dead_tabs.clear();
            self.tabs[tab] = None;
        }
        if browser_died {
            self.told_story.push_str(" — the browser dies");
            self.disk.borrow_mut().browser_died = false;
            self.tabs = (0..TABS).map(|_| None).collect();
        }
    }

    fn new_text(&mut self) -> String {
        self.texts += 1;
        format!("text {}.", self.texts)
    }

    /// Saves as the page does, and takes it at its word.
    fn save(&mut self, tab: usize, entry: &Entry, text: &str) {
        let Some(session) = &mut self.tabs[tab] else { return };
        let outcome = session.save();
        let disk = self.disk.borrow();
        let alive = !disk.dead_tabs.contains(&tab) && !disk.browser_died;
        let holds = match entry {
            Entry::Draft(theme) => session.notebook().draft(theme) == text,
            _ => true,
        };
        if alive {
            note_down(&mut self.log, session);
        }
        if outcome == Some(Ok(())) && alive && session.is_kept() && holds {
            self.promises.saved.insert(text.to_owned());
        }
    }

    fn act(&mut self, chance: &mut Chance) {
        let tab = chance.below(TABS);
        let kind = chance.below(20);
        let pick = chance.below(8);
        if self.tabs[tab].is_none() {
            self.open(tab);
        }
        let Some(session) = &mut self.tabs[tab] else { return };
        let notes: Vec<NoteId> = session.notebook().notes().map(|note| note.id.clone()).collect();
        let note = notes.get(pick % notes.len().max(1)).cloned();
        let theme = theme(pick % 2);
        let _ = write!(self.told_story, "\n  tab {tab}: ");
        match (kind, note) {
            (0..=1, _) => {
                let text = self.new_text();
                let _ = write!(self.told_story, "add `{text}`");
                let Some(session) = &mut self.tabs[tab] else { return };
                // What stood in the box was written over by what is added.
                let shown = session.notebook().draft(&theme).to_owned();
                self.promises.followed_by.entry(shown).or_default().push(text.clone());
                if let Some(id) = session.add(&theme, text.clone()) {
                    self.save(tab, &Entry::Note(id), &text);
                }
            }
            (2..=5, Some(id)) => {
                let text = self.new_text();
                let Some(session) = &mut self.tabs[tab] else { return };
                let shown = session.notebook().note(&id).map(|it| it.text.clone());
                let shown = shown.unwrap_or_default();
                let _ = write!(self.told_story, "edit {} `{shown}` to `{text}`", id.as_str());
                session.begin_edit(&id);
                session.type_text(Entry::Note(id.clone()), text.clone());
                session.take_typed();
                self.promises.followed_by.entry(shown).or_default().push(text.clone());
                self.save(tab, &Entry::Note(id.clone()), &text);
                // Sometimes the editor stays open, which holds off what other tabs store.
                if pick.is_multiple_of(2)
                    && let Some(session) = &mut self.tabs[tab]
                {
                    session.end_edit(&id);
                }
            }
            (6..=7, _) => {
                let text = self.new_text();
                let Some(session) = &mut self.tabs[tab] else { return };
                let shown = session.notebook().draft(&theme).to_owned();
                let _ = write!(self.told_story, "draft `{shown}` to `{text}`");
                let entry = Entry::Draft(theme);
                session.type_text(entry.clone(), text.clone());
                session.take_typed();
                if !shown.is_empty() {
                    self.promises.followed_by.entry(shown).or_default().push(text.clone());
                }
                self.save(tab, &entry, &text);
            }
            (8, _) => {
                let shown = session.notebook().draft(&theme).to_owned();
                let _ = write!(self.told_story, "add the draft `{shown}`");
                if let Some(id) = session.add(&theme, shown.clone()) {
                    self.save(tab, &Entry::Note(id), &shown);
                }
            }
            (9, Some(id)) => {
                let _ = write!(self.told_story, "delete {}", id.as_str());
                let text = session.notebook().note(&id).map(Note::plain);
                let before = self.disk.borrow().calls;
                let _ = session.delete(&id);
                let _ = session.save();
                // Where there is no room for two, what the reader deletes makes room for its own
                // copy: for that moment it is in one place alone, and that place is emptied.
                let disk = self.disk.borrow();
                if disk.faults.range(before..disk.calls).any(|(_, fault)| *fault == Fault::Full) {
                    self.promises.released.extend(text);
                }
            }
            (10, _) => {
                let mut deleted = session.notebook().deleted();
                let id = deleted.next().map(|deleted| deleted.note.id.clone());
                drop(deleted);
                let _ = write!(self.told_story, "restore {id:?}");
                if let Some(id) = id {
                    session.restore(&id);
                }
            }
            (11, _) if pick == 0 => {
                let shown: Vec<String> =
                    session.notebook().deleted().map(|it| it.note.plain()).collect();
                let _ = write!(self.told_story, "empty the deleted {shown:?}");
                self.promises.released.extend(shown);
                let _ = session.empty_deleted();
            }
            (12, Some(id)) => {
                let _ = write!(self.told_story, "close the editor of {}", id.as_str());
                session.end_edit(&id);
                let _ = session.save();
            }
            (13, _) => {
                let _ = write!(self.told_story, "look at everything anew");
                session.refresh_all();
                let _ = session.save();
                self.told[tab] = self.disk.borrow().events.len();
            }
            (15, _) => {
                let text = self.new_text();
                let _ = write!(self.told_story, "bring in `{text}`");
                let Some(session) = &mut self.tabs[tab] else { return };
                *self.ids.borrow_mut() += 1;
                let id = new_id(*self.ids.borrow());
                let note = Note::new(id.clone(), theme, text.clone(), jumping_time(pick));
                let key = keys().key(&Entry::Note(id));
                let change = Change { key, before: None, after: Some(encode_note(&note)) };
                let outcome = session.exchange(std::slice::from_ref(&change));
                let disk = self.disk.borrow();
                let alive = !disk.dead_tabs.contains(&tab) && !disk.browser_died;
                if outcome.is_ok() && alive && session.is_kept() {
                    note_down(&mut self.log, session);
                    self.promises.saved.insert(text.clone());
                    self.brought = Some((change, text));
                }
            }
            (16, _) if self.brought.is_some() => {
                let Some((change, text)) = self.brought.take() else { return };
                let _ = write!(self.told_story, "take back `{text}`");
                // Asked for by the reader, however far it comes.
                self.promises.released.insert(text);
                let _ = session.exchange(&[change.reversed()]);
            }
            (17, Some(id)) => {
                let _ = write!(self.told_story, "pin {}, or no longer", id.as_str());
                session.toggle_pin(&id);
                let _ = session.save();
            }
            (18, _) => {
                let text = self.new_text();
                let _ = write!(self.told_story, "quote `{text}`");
                let Some(session) = &mut self.tabs[tab] else { return };
                let quote = Quote::of(&text, 0..text.len()).expect("words to quote");
                if let Some(id) = session.add_quote(&theme, &quote) {
                    self.save(tab, &Entry::Note(id), &text);
                }
            }
            (14, _) if pick < 3 => {
                let _ = write!(self.told_story, "closed");
                self.tabs[tab] = None;
                return;
            }
            _ => {
                let _ = write!(self.told_story, "hear of the others");
                self.tell(tab);
            }
        }
        self.after(tab);
    }

    /// The storage events that a tab has not yet been told of.
    fn tell(&mut self, tab: usize) {
        let events: Vec<(usize, String)> = self.disk.borrow().events[self.told[tab]..].to_vec();
        self.told[tab] += events.len();
        let Some(session) = &mut self.tabs[tab] else { return };
        for (by, key) in events {
            if by != tab {
                session.refresh_key(Some(&key));
            }
        }
        let _ = session.save();
    }

    /// Everything a reader can find who opens the page now.
    fn readable(&mut self) -> Vec<String> {
        self.disk.borrow_mut().faults.clear();
        let mut texts = Vec::new();
        let mut session = Session::closed(keys());
        session.open(self.platform(TABS)).expect("nothing fails any more");
        let log: Vec<(String, String)> =
            self.log.iter().map(|(key, text)| (key.clone(), text.clone())).collect();
        session.recover(&log);
        let notebook = session.notebook();
        texts.extend(notebook.notes().map(Note::plain));
        texts.extend(notebook.drafts().map(|(_, text)| text.to_owned()));
        texts.extend(notebook.deleted().map(|deleted| deleted.note.plain()));
        texts.extend(session.attention().iter().map(|it| it.raw.clone()));
        texts
    }
}

/// What was done, for `docs/reliability.md`.
#[derive(Debug, Default)]
struct Figures {
    sequences: usize,
    runs: usize,
    calls: usize,
    faults: usize,
}

/// Plays the sequence of a seed with these faults; the story so far where a promise was broken.
fn play(seed: u64, faults: BTreeMap<usize, Fault>) -> (Result<usize, String>, usize) {
    let mut chance = Chance::new(seed);
    let acts = 4 + chance.below(14);
    let mut play = Play::new(faults);
    for _ in 0..acts {
        play.act(&mut chance);
    }
    let (calls, injected) = (play.disk.borrow().calls, play.disk.borrow().injected);
    if let Some(theme) = play.untold {
        let story =
            format!("a tab was not told that the list of {theme} changed{}", play.told_story);
        return (Err(story), injected);
    }
    let readable = play.readable();
    let outcome = match play.promises.broken(&readable) {
        None => Ok(calls),
        Some(text) => Err(format!(
            "`{text}` was reported as saved and cannot be found again in {readable:?}{}\n  on the \
             disk: {:#?}\n  in the second copy: {:#?}",
            play.told_story,
            play.disk.borrow().entries,
            play.log
        )),
    };
    (outcome, injected)
}

fn try_seed(seed: u64, figures: &mut Figures) {
    let mut chance = Chance::new(seed ^ 0xfa17);
    let mut background = BTreeMap::new();
    // Half of the sequences meet nothing but their end.
    if seed.is_multiple_of(2) {
        for _ in 0..1 + chance.below(4) {
            let fault =
                [Fault::Refused, Fault::Full, Fault::Cut, Fault::CutUnsaid][chance.below(4)];
            background.insert(chance.below(120), fault);
        }
    }
    figures.sequences += 1;
    let mut run = |faults: BTreeMap<usize, Fault>| {
        let shown = format!("{faults:?}");
        let (outcome, injected) = play(seed, faults);
        figures.runs += 1;
        figures.faults += injected;
        match outcome {
            Ok(calls) => {
                figures.calls += calls;
                calls
            }
            Err(story) => panic!(
                "seed {seed}, faults {shown}: {story}\nPlay it again: MARGINALIA_SEED={seed} cargo \
                 test --test reliability"
            ),
        }
    };
    let calls = run(background.clone());
    for call in 0..calls {
        for end in [Fault::TabDies, Fault::BrowserDies(chance.below(12))] {
            let mut faults = background.clone();
            faults.insert(call, end);
            run(faults);
        }
    }
}

fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a whole number"))
}

#[test]
fn every_text_that_was_reported_as_saved_can_be_read_again() {
    let mut figures = Figures::default();
    let seeds = match from_environment("MARGINALIA_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..from_environment("MARGINALIA_SEQUENCES").unwrap_or(SEQUENCES),
    };
    for seed in seeds {
        try_seed(seed, &mut figures);
    }
    println!(
        "reliability: sequences={} runs={} calls={} faults={}",
        figures.sequences, figures.runs, figures.calls, figures.faults
    );
}
