//! What must hold whatever a page finds in the storage of its origin: the fuzzer `open_storage`
//! makes up the entries, and `tests/any_storage.rs` keeps those that once went wrong.

use std::cell::Cell;
use std::fmt::Write as _;
use std::rc::Rc;

use marginalia::event::{EventId, ThemeId};
use marginalia::notebook::{Deleted, Note, NoteId, Timestamp};
use marginalia::session::{Platform, Session};
use marginalia::storage::codec::{Decoded, Version, decode_deleted, decode_draft, decode_note};
use marginalia::storage::{Entry, Keys};

use super::disk::{Disk, Entries, readable};

/// What a page finds, and what stands in its way when it first opens.
pub(crate) struct Case {
    pub(crate) entries: Entries,
    /// How many more code units there is room for.
    pub(crate) room: Option<usize>,
    /// How many calls of the store are answered before the page dies.
    pub(crate) calls: Option<usize>,
}

impl Case {
    /// In a form that can be put among the cases of `tests/any_storage.rs`.
    pub(crate) fn shown(&self) -> String {
        let mut shown = format!("room: {:?}, calls: {:?}", self.room, self.calls);
        for (key, units) in &self.entries {
            match readable(units) {
                Ok(text) => write!(shown, "\n{key:?}: {text:?}"),
                Err(text) => write!(shown, "\n{key:?}: not text, {text:?}"),
            }
            .expect("a string takes anything");
        }
        shown
    }
}

/// Deleted notes from before this moment may go.
const KEPT_SINCE: &str = "2014-09-01T00:00:00.000Z";

fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

fn keys() -> Keys {
    Keys::of(&EventId::try_from("panel".to_owned()).expect("an event id"))
}

/// Makes ids. Chance makes some that nobody has; a counter must look.
#[derive(Clone)]
struct Ids {
    last: Rc<Cell<u32>>,
    /// Every key and text that was there at first.
    taken: Rc<str>,
}

impl Ids {
    fn beside(entries: &Entries) -> Self {
        let mut taken = String::new();
        for (key, units) in entries {
            taken.push_str(key);
            taken.push_str(&String::from_utf16_lossy(units));
        }
        Self { last: Rc::default(), taken: taken.into() }
    }

    fn next(&self) -> NoteId {
        loop {
            self.last.set(self.last.get() + 1);
            let id = format!("0192f0c1-0000-7000-8000-{:012}", self.last.get());
            if !self.taken.contains(&id) {
                return NoteId::parse(&id).expect("an id");
            }
        }
    }
}

/// Opens a page over the disk, as a browser does; `None` where the keys cannot be listed.
fn open(disk: &Disk, ids: &Ids) -> Option<Session> {
    let ids = ids.clone();
    let platform = Platform {
        store: Ok(Box::new(disk.clone())),
        now: Box::new(|| time("2014-09-04T10:00:00.000Z")),
        days_ago: Box::new(|_| time(KEPT_SINCE)),
        new_note_id: Box::new(move |_| ids.next()),
    };
    let mut session = Session::closed(keys());
    session.open(platform).ok()?;
    let _ = session.save();
    Some(session)
}

/// What a text under an event's key says.
#[derive(PartialEq)]
enum Said {
    Note(Note),
    Draft(String),
    Deleted(Deleted),
}

impl Said {
    fn words(&self) -> &str {
        match self {
            Self::Note(note) | Self::Deleted(Deleted { note, .. }) => &note.text,
            Self::Draft(text) => text,
        }
    }
}

fn said(entry: &Entry, units: &[u16]) -> Option<Decoded<Said>> {
    fn as_said<T>(decoded: Decoded<T>, say: fn(T) -> Said) -> Decoded<Said> {
        Decoded { value: say(decoded.value), version: decoded.version }
    }
    let text = readable(units).ok()?;
    match entry {
        Entry::Note(id) => decode_note(id, &text).ok().map(|it| as_said(it, Said::Note)),
        Entry::Draft(_) => decode_draft(&text).ok().map(|it| as_said(it, Said::Draft)),
        Entry::Deleted(id) => decode_deleted(id, &text).ok().map(|it| as_said(it, Said::Deleted)),
        Entry::SetAside(_) => None,
        Entry::Older(place) => said(&keys().entry_at(place)?, units),
    }
}

/// Whether a text says no more than a note that was deleted so long ago that it may go.
fn may_go(value: &Said, before: &Entries) -> bool {
    before.iter().any(|(key, units)| {
        let said = keys().entry(key).and_then(|entry| said(&entry, units));
        match said.map(|said| said.value) {
            Some(Said::Deleted(deleted)) => {
                deleted.at < time(KEPT_SINCE) && deleted.note.text == value.words()
            }
            _ => false,
        }
    })
}

/// Whether a text that was there before is there now, itself or as what has to take its place.
fn is_kept(key: &str, before: &Entries, after: &Entries) -> bool {
    let Some(units) = before.get(key) else { return true };
    let keys = keys();
    let Some(entry) = keys.entry(key) else {
        return after.get(key) == Some(units);
    };
    let mut own = after.iter().filter(|(key, _)| keys.entry(key).is_some());
    if own.any(|(_, kept)| kept == units) {
        return true;
    }
    let Some(Decoded { value, version }) = said(&entry, units) else { return false };
    if !matches!(entry, Entry::Note(_) | Entry::Draft(_)) && may_go(&value, before) {
        return true;
    }
    let now_at = |entry: &Entry| said(entry, after.get(&keys.key(entry))?);
    let current = |it: Decoded<Said>| (it.version == Version::Current).then_some(it.value);
    match &entry {
        Entry::Older(place) => {
            let Some(place) = keys.entry_at(place) else { return false };
            // It is not said here where the text has to be, as long as it is to be found.
            let is_somewhere = after.iter().any(|(key, kept)| {
                let said = keys.entry(key).and_then(|entry| said(&entry, kept));
                said.is_some_and(|said| said.value.words().contains(value.words()))
            });
            let was_followed = match (now_at(&place).map(|it| it.value), &value) {
                (Some(Said::Note(now)), Said::Note(then)) => now.revision > then.revision,
                _ => false,
            };
            is_somewhere || was_followed || value.words().is_empty()
        }
        entry if version != Version::Newer => match (now_at(entry).and_then(current), value) {
            // The original of an older draft may have been joined to it.
            (Some(Said::Draft(now)), Said::Draft(then)) => now.contains(&then),
            (now, then) => version == Version::Older && now == Some(then),
        },
        _ => false,
    }
}

/// Whether a deleted note that was there before is now among the deleted under another id: it makes
/// room there for a later text of the same note.
fn is_kept_among_deleted(key: &str, units: &[u16], after: &Entries) -> bool {
    let said_at = |key: &str, units: &[u16]| match said(&keys().entry(key)?, units)?.value {
        Said::Deleted(deleted) => Some(deleted.note.text),
        _ => None,
    };
    let words = said_at(key, units);
    words.is_some() && after.iter().any(|(key, kept)| said_at(key, kept) == words)
}

/// Whether all that was there is there, except under keys that the reader wrote over.
fn all_is_kept(before: &Entries, after: &Entries, replaced: &[String]) -> Result<(), String> {
    for (key, units) in before {
        let is_kept = replaced.contains(key)
            || is_kept(key, before, after)
            || is_kept_among_deleted(key, units, after);
        if !is_kept {
            return Err(format!("what was under {key:?} is lost"));
        }
    }
    let foreign = |key: &&String| keys().entry(key).is_none();
    match after.keys().filter(foreign).find(|key| !before.contains_key(*key)) {
        Some(key) => Err(format!("the foreign key {key:?} is new")),
        None => Ok(()),
    }
}

/// Whether the reader can see what every text says.
fn all_is_shown(disk: &Disk, session: &Session) -> Result<(), String> {
    let notebook = session.notebook();
    let is_shown = |words: &str| {
        notebook.notes().any(|note| note.text == words)
            || notebook.drafts().any(|(_, draft)| draft.contains(words))
            || notebook.deleted().any(|deleted| deleted.note.text == words)
            || words.is_empty()
    };
    for (key, units) in disk.entries() {
        let Some(entry) = keys().entry(&key) else { continue };
        let raw = readable(&units).unwrap_or_else(|raw| raw);
        let is_raw = session.attention().iter().any(|it| it.raw == raw);
        let is_said = said(&entry, &units).is_some_and(|said| is_shown(said.value.words()));
        if !is_raw && !is_said {
            return Err(format!("what is under {key:?} is not shown"));
        }
    }
    Ok(())
}

fn stored_text(disk: &Disk, entry: &Entry) -> Option<String> {
    let said = said(entry, &disk.units(&keys().key(entry))?)?;
    (said.version == Version::Current).then(|| said.value.words().to_owned())
}

fn expect(holds: bool, what: impl Fn() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

/// Types into a note and closes its editor.
fn edit(session: &mut Session, id: &NoteId, text: &str) {
    session.begin_edit(id);
    session.type_text(Entry::Note(id.clone()), text.to_owned());
    session.take_typed();
    let _ = session.save();
    session.end_edit(id);
}

/// Edits, deletes and restores a note; each must be stored.
fn work_on(session: &mut Session, disk: &Disk, id: &NoteId) -> Result<(), String> {
    let shown = id.as_str().to_owned();
    let text = format!("edited {shown}");
    edit(session, id, &text);
    let entry = Entry::Note(id.clone());
    expect(stored_text(disk, &entry).as_ref() == Some(&text), || format!("{shown} not edited"))?;
    let deleted = session.delete(id).map_err(|error| format!("{shown} not deleted: {error:?}"))?;
    let _ = session.save();
    let deleted = deleted.ok_or_else(|| format!("{shown} was not there to be deleted"))?;
    let place = Entry::Deleted(deleted.clone());
    expect(
        stored_text(disk, &place).as_ref() == Some(&text) && stored_text(disk, &entry).is_none(),
        || format!("{shown} is not where deleted notes are"),
    )?;
    let restored = session.restore(&deleted).ok_or_else(|| format!("{shown} not restored"))?;
    expect(stored_text(disk, &Entry::Note(restored)).as_ref() == Some(&text), || {
        format!("{shown} not stored again")
    })?;
    expect(stored_text(disk, &place).is_none(), || format!("{shown} is still deleted as well"))
}

/// Does with every note what a reader can do with it, and adds one.
fn work(session: &mut Session, disk: &Disk, replaced: &mut Vec<String>) -> Result<(), String> {
    // Adding clears the theme's draft, so a theme without one.
    let theme = (0..)
        .map(|number| ThemeId::try_from(format!("work-{number}")).expect("a theme id"))
        .find(|theme| session.notebook().draft(theme).is_empty())
        .expect("there are endlessly many");
    let added = session.add(&theme, "a new note".to_owned()).ok_or("nothing was added")?;
    let _ = session.save();
    let entry = Entry::Note(added.clone());
    expect(stored_text(disk, &entry).as_deref() == Some("a new note"), || "not added".to_owned())?;

    let notes: Vec<(NoteId, bool)> =
        session.notebook().notes().map(|note| (note.id.clone(), note.newer)).collect();
    for (id, newer) in &notes {
        let key = keys().key(&Entry::Note(id.clone()));
        if *newer {
            let before = disk.entries();
            edit(session, id, "not to be written");
            session.move_to(id, &theme);
            let _ = session.save();
            expect(session.delete(id) == Ok(None), || format!("{key:?} can be deleted"))?;
            expect(disk.entries() == before, || format!("{key:?} is newer, and was written"))?;
        } else {
            replaced.push(key);
            work_on(session, disk, id)?;
        }
    }
    let drafts: Vec<ThemeId> = session.notebook().drafts().map(|(on, _)| on.clone()).collect();
    for theme in drafts {
        let entry = Entry::Draft(theme);
        // The place of a draft that cannot be read stays taken.
        if session.attention().iter().any(|it| it.entry == entry) {
            continue;
        }
        replaced.push(keys().key(&entry));
        session.type_text(entry.clone(), "typed".to_owned());
        session.take_typed();
        let _ = session.save();
        expect(stored_text(disk, &entry).as_deref() == Some("typed"), || {
            format!("{entry:?} not stored")
        })?;
    }
    Ok(())
}

/// Opens the storage again and again, works with it, and tells what does not hold.
pub(crate) fn check(case: &Case) -> Result<(), String> {
    let before = &case.entries;
    let disk = Disk::holding(before.clone());
    let ids = Ids::beside(before);
    if case.room.is_some() || case.calls.is_some() {
        disk.leave_room(case.room);
        disk.answer(case.calls);
        drop(open(&disk, &ids));
        disk.leave_room(None);
        disk.answer(None);
        all_is_kept(before, &disk.entries(), &[]).map_err(|it| format!("at first, {it}"))?;
    }
    let session = open(&disk, &ids).ok_or("it does not open")?;
    let opened = disk.entries();
    all_is_kept(before, &opened, &[])?;
    all_is_shown(&disk, &session)?;

    let mut session = open(&disk, &ids).ok_or("it does not open again")?;
    let again = disk.entries();
    let differs = |key: &&String| {
        // An original may have to wait for the next opening to see that its text is elsewhere.
        let has_gone =
            matches!(keys().entry(key), Some(Entry::Older(_))) && !again.contains_key(*key);
        opened.get(*key) != again.get(*key) && !has_gone
    };
    let changed: Vec<&String> = opened.keys().chain(again.keys()).filter(differs).collect();
    all_is_kept(before, &again, &[])?;
    expect(changed.is_empty(), || format!("opening again changed {changed:?}"))?;
    all_is_shown(&disk, &session).map_err(|it| format!("opened again, {it}"))?;

    let mut replaced = Vec::new();
    work(&mut session, &disk, &mut replaced)?;
    all_is_kept(&again, &disk.entries(), &replaced).map_err(|it| format!("after work, {it}"))?;
    let shown: Vec<Note> = session.notebook().notes().cloned().collect();
    let session = open(&disk, &ids).ok_or("it does not open after work")?;
    expect(session.notebook().notes().cloned().collect::<Vec<_>>() == shown, || {
        "after work, other notes are shown than were left".to_owned()
    })?;
    all_is_shown(&disk, &session).map_err(|it| format!("after work, {it}"))
}
