//! The rules of the session, one by one: what becomes of a text when pages, versions of the app,
//! full or damaged storage and crashes meet. `reliability.rs` tries the promise behind them by
//! chance; here each rule is told, so that who breaks one sees which.

mod support {
    pub(crate) mod disk;
}

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use marginalia::event::{EventId, ThemeId};
use marginalia::notebook::{Deleted, Note, NoteId, Timestamp};
use marginalia::session::{Attention, Platform, Reason, Session, Unsaved};
use marginalia::storage::codec::{Version, decode_note, encode_deleted, encode_draft, encode_note};
use marginalia::storage::{Change, Entry, Keys, SETTINGS, StoreError};
use support::disk::{Disk, readable};

// The stage: one disk, one clock, and pages over them.

fn theme(name: &str) -> ThemeId {
    ThemeId::try_from(name.to_owned()).expect("a theme id")
}

fn early() -> ThemeId {
    theme("early")
}

fn keys() -> Keys {
    Keys::of(&EventId::try_from("panel".to_owned()).expect("an event id"))
}

fn key(entry: &Entry) -> String {
    keys().key(entry)
}

fn note_id(text: &str) -> NoteId {
    NoteId::parse(text).expect("a note id")
}

fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

/// The time that a clock shows so many milliseconds after ten o'clock.
fn at(milliseconds: u64) -> Timestamp {
    let (seconds, milliseconds) = (milliseconds / 1000, milliseconds % 1000);
    let (minutes, seconds) = (seconds / 60 % 60, seconds % 60);
    time(&format!("2014-09-04T10:{minutes:02}:{seconds:02}.{milliseconds:03}Z"))
}

struct World {
    disk: Disk,
    /// Milliseconds after ten o'clock.
    clock: Rc<Cell<u64>>,
    kept_since: Rc<RefCell<Timestamp>>,
    chance: Rc<Cell<u16>>,
}

impl World {
    fn new() -> Self {
        Self {
            disk: Disk::default(),
            clock: Rc::new(Cell::new(60_000)),
            kept_since: Rc::new(RefCell::new(time("2014-08-05T10:00:00.000Z"))),
            chance: Rc::default(),
        }
    }

    fn platform(&self) -> Platform {
        let (now, ids, kept_since) =
            (self.clock.clone(), self.clock.clone(), self.kept_since.clone());
        let chance = self.chance.clone();
        Platform {
            store: Ok(Box::new(self.disk.clone())),
            now: Box::new(move || at(now.get())),
            days_ago: Box::new(move |_| kept_since.borrow().clone()),
            // As `browser::new_note_id` makes them.
            new_note_id: Box::new(move |after| {
                chance.set(chance.get() + 1);
                let mut random = [0; 10];
                random[8..].copy_from_slice(&chance.get().to_be_bytes());
                let milliseconds = match after.and_then(NoteId::milliseconds) {
                    Some(before) if before >= ids.get() => before + 1,
                    _ => ids.get(),
                };
                uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid().into()
            }),
        }
    }

    /// A page that has just been opened. It has heard of nothing since, unless it is told.
    fn page(&self) -> Session {
        let mut session = Session::closed(keys());
        session.open(self.platform()).expect("the disk can be read");
        session
    }

    /// Another program, or a page of another version, puts a text under an entry's key.
    fn put(&self, entry: &Entry, text: &str) {
        self.disk.put(&key(entry), text);
    }

    fn stored(&self, entry: &Entry) -> String {
        self.disk.text(&key(entry))
    }

    fn stored_note(&self, id: &NoteId) -> Note {
        let text = self.stored(&Entry::Note(id.clone()));
        decode_note(id, &text).unwrap_or_else(|error| panic!("{error}: {text}")).value
    }

    /// Every text that a page shows which is opened now, sorted; those that cannot be read in full.
    fn all_texts(&self) -> Vec<String> {
        let page = self.page();
        let notebook = page.notebook();
        let mut texts: Vec<String> = notebook
            .notes()
            .chain(notebook.deleted().map(|deleted| &deleted.note))
            .map(|note| note.text.clone())
            .chain(notebook.drafts().map(|(_, draft)| draft.to_owned()))
            .chain(page.attention().iter().map(|it| it.raw.clone()))
            .collect();
        texts.sort();
        texts
    }
}

fn add(page: &mut Session, text: &str) -> NoteId {
    let id = page.add(&early(), text.to_owned()).expect("the text is not blank");
    assert_eq!(page.save(), Some(Ok(())), "{text}");
    id
}

/// Types into an editor that is open and goes on being so.
fn type_note(page: &mut Session, id: &NoteId, text: &str) -> Option<Result<(), Unsaved>> {
    page.type_text(Entry::Note(id.clone()), text.to_owned());
    page.take_typed();
    page.save()
}

/// Opens the editor of a note, types, and closes it.
fn edit(page: &mut Session, id: &NoteId, text: &str) -> Option<Result<(), Unsaved>> {
    page.begin_edit(id);
    let outcome = type_note(page, id, text);
    page.end_edit(id);
    outcome
}

fn type_draft(page: &mut Session, text: &str) -> Option<Result<(), Unsaved>> {
    page.type_text(Entry::Draft(early()), text.to_owned());
    page.take_typed();
    page.save()
}

/// Tells a page that something happened to an entry.
fn tell(page: &mut Session, entry: &Entry) {
    page.refresh_key(Some(&key(entry)));
    let _ = page.save();
}

/// The texts of the notes on the one theme, in the order in which they are shown.
fn notes(page: &Session) -> Vec<&str> {
    page.notebook().notes_on(&early()).map(|note| note.text.as_str()).collect()
}

/// The themes whose lists changed.
fn reshaped(page: &mut Session) -> BTreeSet<ThemeId> {
    page.take_reshaped().into_iter().collect()
}

fn deleted(page: &Session) -> Vec<&str> {
    page.notebook().deleted().map(|deleted| deleted.note.text.as_str()).collect()
}

fn reasons(page: &Session) -> Vec<(Entry, Reason)> {
    page.attention().iter().map(|it| (it.entry.clone(), it.reason)).collect()
}

/// The one note that stands beside another.
fn copy_of(page: &Session, id: &NoteId) -> Note {
    let is_copy = |note: &&Note| note.conflict.as_ref() == Some(id);
    let copies: Vec<&Note> = page.notebook().notes().filter(is_copy).collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
    copies[0].clone()
}

/// As a page of another process stores it, whose local storage meets this one's only later.
fn note_of(id: &NoteId, text: &str, revision: u64) -> String {
    let note = Note::new(id.clone(), early(), text.to_owned(), at(0));
    encode_note(&Note { revision, ..note })
}

fn older(id: &NoteId, text: &str) -> String {
    format!(
        r#"{{"v":0,"id":"{}","theme":"early","text":"{text}","created":"2014-09-04T10:00:00Z"}}"#,
        id.as_str()
    )
}

fn newer(id: &NoteId, text: &str) -> String {
    note_of(id, text, 3).replacen("\"v\":1", "\"v\":2", 1)
}

/// Of a later version, whose notes have parts instead of a text.
const NEWER_FORM: &str = r#"{"v":2,"parts":["a","b"]}"#;

const DAMAGED: &str = r#"{"v":1,"id":"#;

/// Half of a surrogate pair within a text.
fn no_text() -> Vec<u16> {
    "{\"v\":1,".encode_utf16().chain([0xd83d]).chain("}".encode_utf16()).collect()
}

// Two pages write one note.

#[test]
fn a_text_that_another_page_stored_meanwhile_is_kept_beside_the_edited_one() {
    let world = World::new();
    let id = add(&mut world.page(), "at first");
    let (mut one, mut two) = (world.page(), world.page());
    assert_eq!(edit(&mut one, &id, "of one"), Some(Ok(())));
    assert_eq!(edit(&mut one, &id, "of one, again"), Some(Ok(())));
    assert_eq!(edit(&mut two, &id, "of two"), Some(Ok(())));

    assert_eq!(notes(&two), ["of two", "of one, again"]);
    let copy = copy_of(&two, &id);
    assert_eq!((copy.text.as_str(), copy.revision), ("of one, again", 1));
    assert_eq!(world.stored_note(&copy.id), copy, "the copy is stored as well");
    let stored = world.stored_note(&id);
    assert_eq!((stored.text.as_str(), stored.revision), ("of two", 4), "it is the later one");

    one.refresh_all();
    assert_eq!(notes(&one), ["of two", "of one, again"], "and both pages show the same");
    assert!(!one.has_unsaved());
}

#[test]
fn the_same_text_stored_by_two_pages_is_no_conflict() {
    let world = World::new();
    let id = add(&mut world.page(), "at first");
    let (mut one, mut two) = (world.page(), world.page());
    assert_eq!(edit(&mut one, &id, "the same"), Some(Ok(())));
    assert_eq!(edit(&mut two, &id, "the same"), Some(Ok(())));
    assert_eq!(notes(&two), ["the same"]);
    assert_eq!(world.stored_note(&id).revision, 3);
}

#[test]
fn what_this_page_stored_and_another_wrote_over_unseen_is_kept_beside() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "at first");
    edit(&mut page, &id, "of this page");
    // The same revision: whoever wrote it had not seen this page's.
    world.put(&Entry::Note(id.clone()), &note_of(&id, "of another", 2));
    tell(&mut page, &Entry::Note(id.clone()));
    assert_eq!(notes(&page), ["of another", "of this page"]);
    let copy = copy_of(&page, &id);
    assert_eq!(world.stored_note(&copy.id).text, "of this page");
}

#[test]
fn a_later_revision_replaces_the_one_that_it_was_made_of() {
    let world = World::new();
    let (mut one, mut two) = (world.page(), world.page());
    let id = add(&mut one, "at first");
    two.refresh_all();
    edit(&mut two, &id, "later");
    tell(&mut one, &Entry::Note(id.clone()));
    assert_eq!(notes(&one), ["later"], "no copy: the page that wrote it had seen it");

    // The same of what an open editor holds off: it is taken over when that is closed.
    one.begin_edit(&id);
    edit(&mut two, &id, "later still");
    tell(&mut one, &Entry::Note(id.clone()));
    assert_eq!(notes(&one), ["later"]);
    one.end_edit(&id);
    assert_eq!(notes(&one), ["later still"]);
}

#[test]
fn one_text_is_kept_beside_only_once() {
    let world = World::new();
    let id = add(&mut world.page(), "at first");
    let mut page = world.page();
    edit(&mut page, &id, "of this page");
    for revision in [9, 20] {
        world.put(&Entry::Note(id.clone()), &note_of(&id, "of another", revision));
        assert_eq!(edit(&mut page, &id, &format!("edit {revision}")), Some(Ok(())));
    }
    assert_eq!(notes(&page), ["edit 20", "of another"]);
}

#[test]
fn nothing_is_written_over_before_what_stood_there_is_stored_beside() {
    let world = World::new();
    let id = add(&mut world.page(), "a text that is long at first");
    let (mut one, mut two) = (world.page(), world.page());
    edit(&mut one, &id, "a text of page one, long too");
    world.disk.leave_room(Some(0));
    // A shorter text has room in its place; the copy of what it would write over has none.
    for text in ["of two", "two"] {
        assert_eq!(edit(&mut two, &id, text), Some(Err(Unsaved::Store(StoreError::Full))));
        assert_eq!(world.stored_note(&id).text, "a text of page one, long too");
        assert!(two.is_at_risk());
    }
    world.disk.leave_room(None);
    assert_eq!(two.save(), Some(Ok(())));
    assert_eq!(world.all_texts(), ["a text of page one, long too", "two"]);
}

#[test]
fn a_copy_that_could_not_be_stored_writes_over_nothing_when_it_is_tried_again() {
    let world = World::new();
    let id = add(&mut world.page(), "at first");
    let (mut one, mut two) = (world.page(), world.page());
    edit(&mut one, &id, "of page one");
    world.disk.leave_room(Some(0));
    assert!(edit(&mut two, &id, "of two").is_some_and(|outcome| outcome.is_err()));
    let copy = copy_of(&two, &id);
    // Another page brought it back from the second copy, and went on writing.
    world.disk.leave_room(None);
    world.put(&Entry::Note(copy.id.clone()), &note_of(&copy.id, "of page one, edited", 2));
    assert_eq!(two.save(), Some(Ok(())));
    let texts = world.all_texts();
    for text in ["of page one", "of page one, edited", "of two"] {
        assert!(texts.iter().any(|it| it == text), "{text} is not in {texts:?}");
    }
}

#[test]
fn conflict_copies_stand_right_after_their_note() {
    let world = World::new();
    let mut page = world.page();
    let ids: Vec<NoteId> = ["one", "two", "three"].map(|text| add(&mut page, text)).to_vec();
    world.put(&Entry::Note(ids[1].clone()), &note_of(&ids[1], "two elsewhere", 9));
    edit(&mut page, &ids[1], "two here");
    add(&mut page, "four");
    world.put(&Entry::Note(ids[1].clone()), &note_of(&ids[1], "two once more", 20));
    edit(&mut page, &ids[1], "two at last");
    let shown = notes(&page);
    assert_eq!(shown[..3], ["four", "three", "two at last"]);
    assert_eq!(shown[5..], ["one"]);
    let mut copies = shown[3..5].to_vec();
    copies.sort_unstable();
    assert_eq!(copies, ["two elsewhere", "two once more"]);

    // Also where the note itself is gone.
    page.delete(&ids[1]).expect("it can be deleted");
    let shown = notes(&page);
    assert_eq!((shown[0], shown[1], shown[4]), ("four", "three", "one"));
}

// Deleting and bringing back.

#[test]
fn a_deleted_note_goes_from_its_place_to_the_deleted_and_comes_back_as_it_was() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "text");
    let before = world.stored_note(&id);
    assert_eq!(page.delete(&id), Ok(Some(id.clone())));
    assert_eq!((notes(&page).len(), deleted(&page)), (0, vec!["text"]));
    assert_eq!(world.disk.keys_at(""), [key(&Entry::Deleted(id.clone()))]);
    assert_eq!(deleted(&world.page()), ["text"], "also when the page is opened again");

    // In a page that has since been opened, as in that one.
    let mut page = world.page();
    assert_eq!(page.restore(&id), Some(id.clone()));
    assert_eq!((notes(&page), deleted(&page).len()), (vec!["text"], 0));
    assert_eq!(world.disk.keys_at(""), [key(&Entry::Note(id.clone()))]);
    let restored = world.stored_note(&id);
    assert!(restored.revision > before.revision, "other pages must see which came later");
    assert_eq!(Note { revision: before.revision, ..restored }, before);
    assert_eq!(page.restore(&id), None, "there is nothing any more to be brought back");
}

#[test]
fn a_note_comes_back_under_another_id_where_its_own_is_taken() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "deleted");
    page.delete(&id).expect("it can be deleted");
    world.put(&Entry::Note(id.clone()), &note_of(&id, "alive", 1));
    let mut page = world.page();
    let new_id = page.restore(&id).expect("it is among the deleted");
    assert_ne!(new_id, id);
    assert_eq!(world.stored_note(&new_id).text, "deleted");
    assert_eq!(world.stored_note(&id).text, "alive");
    assert_eq!(deleted(&page).len(), 0);
}

#[test]
fn a_deletion_and_a_return_are_heard_of_by_other_pages() {
    let world = World::new();
    let (mut one, mut two) = (world.page(), world.page());
    let id = add(&mut one, "text");
    let both = [Entry::Note(id.clone()), Entry::Deleted(id.clone())];
    tell(&mut two, &both[0]);
    assert_eq!(notes(&two), ["text"]);
    one.delete(&id).expect("it can be deleted");
    // In whichever order they are told of.
    tell(&mut two, &both[0]);
    assert_eq!(notes(&two).len(), 0);
    tell(&mut two, &both[1]);
    assert_eq!((deleted(&two), two.vanished().len()), (vec!["text"], 0));
    one.restore(&id).expect("it is among the deleted");
    both.iter().rev().for_each(|entry| tell(&mut two, entry));
    assert_eq!((notes(&two), deleted(&two).len()), (vec!["text"], 0));
}

#[test]
fn who_deletes_a_note_deletes_the_text_they_see() {
    let world = World::new();
    let (mut one, mut two) = (world.page(), world.page());
    let id = add(&mut one, "seen");
    two.refresh_all();
    edit(&mut one, &id, "not seen");
    let deleted_id = two.delete(&id).expect("it can be deleted").expect("there is a note");
    assert_ne!(deleted_id, id);
    assert_eq!((notes(&two), deleted(&two)), (vec!["not seen"], vec!["seen"]));
    assert_eq!(world.stored_note(&id).text, "not seen");
}

#[test]
fn what_has_come_into_the_place_of_a_deleted_note_stays_whatever_it_is() {
    let id = note_id("n1");
    for unseen in [
        newer(&id, "newer").encode_utf16().collect(),
        NEWER_FORM.encode_utf16().collect(),
        DAMAGED.encode_utf16().collect(),
        no_text(),
    ] {
        let world = World::new();
        world.put(&Entry::Note(id.clone()), &note_of(&id, "seen", 1));
        let mut page = world.page();
        let place = key(&Entry::Note(id.clone()));
        world.disk.put_units(&place, unseen.clone());
        let deleted_id = page.delete(&id).expect("it can be deleted").expect("there is a note");
        assert_eq!(world.disk.units(&place).as_ref(), Some(&unseen));
        assert_eq!(deleted(&page), ["seen"]);
        assert!(!notes(&page).contains(&"seen"));
        assert!(world.disk.has(&key(&Entry::Deleted(deleted_id))));
    }
}

#[test]
fn what_is_written_here_survives_a_deletion_elsewhere() {
    for (case, stored_unseen, editor_open) in
        [("an open editor", false, true), ("a text stored unseen", true, false)]
    {
        let world = World::new();
        let mut one = world.page();
        let id = add(&mut one, "at first");
        if stored_unseen {
            edit(&mut one, &id, "written here");
            // The deletion of the text before it meets this one only on the disk.
            world.disk.take(&key(&Entry::Note(id.clone())));
            let note = Note::new(id.clone(), early(), "at first".to_owned(), at(0));
            world.put(&Entry::Deleted(id.clone()), &encode_deleted(&Deleted { note, at: at(0) }));
        } else {
            world.page().delete(&id).expect("it can be deleted");
        }
        if editor_open {
            one.begin_edit(&id);
        }
        tell(&mut one, &Entry::Note(id.clone()));
        if editor_open {
            type_note(&mut one, &id, "written here");
        }
        assert_eq!(notes(&one), ["written here"], "{case}");
        assert_eq!(world.stored_note(&id).text, "written here", "{case}");
        let deleted_unseen: &[&str] = if stored_unseen { &["at first"] } else { &[] };
        assert_eq!(deleted(&one), deleted_unseen, "{case}");
    }
}

#[test]
fn a_deleted_note_can_be_brought_back_for_thirty_days() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "text");
    page.delete(&id).expect("it can be deleted");
    world.put(&Entry::Deleted(note_id("d2")), DAMAGED);
    for (kept_since, is_there) in [(at(60_000), true), (time("2014-09-04T10:01:00.001Z"), false)] {
        world.kept_since.replace(kept_since);
        let page = world.page();
        assert_eq!(deleted(&page) == ["text"], is_there);
        assert_eq!(world.disk.has(&key(&Entry::Deleted(id.clone()))), is_there);
    }
    assert_eq!(world.stored(&Entry::Deleted(note_id("d2"))), DAMAGED, "its age is not known");
}

#[test]
fn emptying_lets_go_of_what_was_shown_and_of_nothing_else() {
    let world = World::new();
    let mut page = world.page();
    let ids = ["one", "two", "three"].map(|text| add(&mut page, text));
    for id in &ids {
        page.delete(id).expect("it can be deleted");
    }
    let note = Note::new(ids[1].clone(), early(), "of another page".to_owned(), at(0));
    let entries = ids.map(Entry::Deleted);
    world.put(&entries[1], &encode_deleted(&Deleted { note, at: at(1) }));
    world.disk.put_units(&key(&entries[2]), no_text());
    assert_eq!(page.empty_deleted(), Ok(()));
    let _ = page.save();
    assert!(!world.disk.has(&key(&entries[0])));
    assert!(world.stored(&entries[1]).contains("of another page"));
    assert_eq!(world.disk.units(&key(&entries[2])), Some(no_text()));
    assert_eq!(deleted(&page), ["of another page"], "it can now be seen, and emptied");
    assert_eq!(page.empty_deleted(), Ok(()));
    assert_eq!(deleted(&page).len(), 0);
    assert!(!world.disk.has(&key(&entries[1])));
}

#[test]
fn a_note_can_be_deleted_whatever_stands_where_it_would_go() {
    let stuck = [DAMAGED.encode_utf16().collect(), no_text(), NEWER_FORM.encode_utf16().collect()];
    for taken in stuck {
        let world = World::new();
        let id = add(&mut world.page(), "text");
        let place = key(&Entry::Deleted(id.clone()));
        world.disk.put_units(&place, taken.clone());
        for mut page in [world.page(), world.page()] {
            let deleted_id = page.delete(&id).expect("it can be deleted").expect("there is one");
            assert_ne!(deleted_id, id);
            assert_eq!(deleted(&page), ["text"]);
            assert_eq!(world.disk.units(&place).as_ref(), Some(&taken));
            let restored = page.restore(&deleted_id).expect("it is among the deleted");
            // Back to its first place, for the second page.
            world.disk.take(&key(&Entry::Note(restored)));
            world.put(&Entry::Note(id.clone()), &note_of(&id, "text", 5));
        }
    }
}

#[test]
fn a_full_store_lets_notes_be_deleted() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "text");
    add(&mut page, "another");
    // Room for what a deleted note has beyond a living one, and not for both.
    world.disk.leave_room(Some(60));
    assert_eq!(page.delete(&id), Ok(Some(id.clone())));
    assert_eq!((notes(&page), deleted(&page)), (vec!["another"], vec!["text"]));
    assert_eq!(world.all_texts(), ["another", "text"]);
}

#[test]
fn a_note_that_cannot_be_put_among_the_deleted_stays() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "text");
    world.disk.leave_room(Some(0));
    assert_eq!(page.delete(&id), Err(Unsaved::Store(StoreError::Full)));
    assert_eq!((notes(&page), deleted(&page).len()), (vec!["text"], 0));
    assert_eq!(world.stored_note(&id).text, "text");
}

#[test]
fn a_place_that_the_store_does_not_let_go_is_let_go_later() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "text");
    let place = key(&Entry::Note(id.clone()));
    world.disk.make_stuck(&place, true);
    assert_eq!(page.delete(&id), Ok(Some(id.clone())));
    assert_eq!(notes(&page).len(), 0);
    assert_eq!(page.save(), Some(Err(Unsaved::Store(StoreError::Failed("stuck".to_owned())))));
    world.disk.make_stuck(&place, false);
    assert_eq!(page.save(), Some(Ok(())));
    assert!(!world.disk.has(&place));
    assert_eq!(deleted(&world.page()), ["text"]);
}

// What cannot be read.

#[test]
fn a_damaged_entry_stays_as_it_is_and_is_set_aside() {
    let id = note_id("n1");
    for entry in [Entry::Note(id.clone()), Entry::Draft(early()), Entry::Deleted(id)] {
        let world = World::new();
        let copy = |number: usize| Entry::SetAside(format!("{}/{number}", keys().rest(&entry)));
        world.put(&entry, DAMAGED);
        for _ in 0..2 {
            let page = world.page();
            assert_eq!(reasons(&page), [(entry.clone(), Reason::Damaged)]);
            assert_eq!(page.attention()[0].raw, DAMAGED);
            assert_eq!(world.stored(&entry), DAMAGED);
            assert_eq!(world.stored(&copy(1)), DAMAGED, "it has a copy");
            assert!(!world.disk.has(&key(&copy(2))), "and no second one: {entry:?}");
        }
        world.put(&entry, "damaged otherwise");
        let page = world.page();
        assert_eq!(world.stored(&entry), "damaged otherwise");
        assert_eq!(world.stored(&copy(1)), DAMAGED);
        assert_eq!(world.stored(&copy(2)), "damaged otherwise");
        // The first damage can now be seen only by its copy.
        assert_eq!(reasons(&page), [(entry.clone(), Reason::Damaged), (copy(1), Reason::Damaged)]);
    }
}

#[test]
fn an_entry_that_is_not_even_text_is_copied_unchanged() {
    let world = World::new();
    let entry = Entry::Note(note_id("n1"));
    world.disk.put_units(&key(&entry), no_text());
    let mut page = world.page();
    // As often as another page may have done something.
    page.refresh_all();
    assert_eq!(reasons(&page), [(entry.clone(), Reason::Damaged)]);
    assert_eq!(page.attention()[0].raw, readable(&no_text()).expect_err("it is no text"));
    let copy = Entry::SetAside("note/n1/1".to_owned());
    for kept in [&entry, &copy] {
        assert_eq!(world.disk.units(&key(kept)), Some(no_text()), "{kept:?}");
    }
    let before = world.disk.entries();
    let page = world.page();
    assert_eq!(page.attention().len(), 1, "the copy stands for the same");
    assert_eq!(world.disk.entries(), before);
}

#[test]
fn a_damaged_entry_without_room_for_its_copy_is_not_touched() {
    let world = World::new();
    let entry = Entry::Note(note_id("n1"));
    world.put(&entry, DAMAGED);
    world.disk.leave_room(Some(0));
    let before = world.disk.entries();
    let mut page = world.page();
    page.refresh_all();
    let _ = page.save();
    assert_eq!(reasons(&page), [(entry, Reason::Damaged)]);
    assert_eq!(world.disk.entries(), before);
}

#[test]
fn what_was_damaged_is_removed_with_its_copies_when_the_reader_says_so() {
    let id = note_id("n1");
    for entry in [Entry::Note(id.clone()), Entry::Draft(early()), Entry::Deleted(id.clone())] {
        let world = World::new();
        world.put(&entry, DAMAGED);
        let (mut page, mut other) = (world.page(), world.page());
        let shown: Attention = page.attention()[0].clone();
        assert_eq!(page.discard(&shown), Ok(()));
        assert_eq!((page.attention(), world.disk.entries().len()), (&[][..], 0));
        // The other page hears of it, by an event or when it looks.
        let mut third = world.page();
        assert_eq!(third.attention(), []);
        tell(&mut other, &entry);
        assert_eq!(other.attention(), [], "{entry:?}");
        world.put(&entry, DAMAGED);
        third.refresh_all();
        assert_eq!(reasons(&third), [(entry.clone(), Reason::Damaged)]);
        world.disk.clear();
        third.refresh_all();
        assert_eq!(third.attention(), [], "{entry:?}");
        // And each can write there again.
        for mut page in [page, other, third] {
            world.disk.clear();
            match &entry {
                Entry::Draft(_) => assert_eq!(type_draft(&mut page, "typed"), Some(Ok(()))),
                _ => {
                    world.put(&Entry::Note(id.clone()), &note_of(&id, "text", 1));
                    page.refresh_all();
                    assert_eq!(edit(&mut page, &id, "edited"), Some(Ok(())));
                    assert_eq!(page.delete(&id), Ok(Some(id.clone())), "{entry:?}");
                }
            }
        }
    }
}

#[test]
fn what_has_been_replaced_since_it_was_shown_is_not_removed() {
    let world = World::new();
    let entry = Entry::Note(note_id("n1"));
    world.put(&entry, DAMAGED);
    let mut page = world.page();
    let shown = page.attention()[0].clone();
    world.put(&entry, &note_of(&note_id("n1"), "mended", 1));
    assert_eq!(page.discard(&shown), Ok(()));
    assert_eq!(world.stored_note(&note_id("n1")).text, "mended");
    page.refresh_all();
    assert_eq!(notes(&page), ["mended"]);
}

#[test]
fn a_damaged_entry_that_is_mended_is_taken_over() {
    let world = World::new();
    let entry = Entry::Note(note_id("n1"));
    world.put(&entry, DAMAGED);
    let mut page = world.page();
    for (text, expected) in [
        (note_of(&note_id("n1"), "mended", 1), "mended"),
        (DAMAGED.to_owned(), ""),
        (older(&note_id("n1"), "by an old page"), "by an old page"),
    ] {
        world.put(&entry, &text);
        tell(&mut page, &entry);
        let found = page.notebook().note(&note_id("n1")).map(|note| note.text.as_str());
        assert_eq!(found, Some(expected).filter(|it| !it.is_empty()));
        assert_eq!(reasons(&page).contains(&(entry.clone(), Reason::Damaged)), expected.is_empty());
    }
    assert_eq!(edit(&mut page, &note_id("n1"), "edited"), Some(Ok(())), "and can be worked with");
}

#[test]
fn what_the_browser_does_not_hand_out_is_told_and_left_alone() {
    let world = World::new();
    let id = add(&mut world.page(), "out of reach");
    let entry = Entry::Note(id.clone());
    world.disk.put_out_of_reach(&key(&entry), true);
    let mut page = world.page();
    assert_eq!(reasons(&page), [(entry.clone(), Reason::OutOfReach)]);
    let before = world.disk.entries();
    assert_eq!(edit(&mut page, &id, "edited"), None);
    assert_eq!(page.delete(&id).ok().flatten(), None);
    assert_eq!(world.disk.entries(), before);
    world.disk.put_out_of_reach(&key(&entry), false);
    tell(&mut page, &entry);
    assert_eq!((notes(&page), page.attention().len()), (vec!["out of reach"], 0));
}

#[test]
fn a_note_whose_place_becomes_unreadable_gets_another_place() {
    for damage in [DAMAGED.encode_utf16().collect(), no_text()] {
        for (case, is_open, edits) in
            [("untouched", false, false), ("edited", false, true), ("in an editor", true, false)]
        {
            let world = World::new();
            let mut page = world.page();
            let id = add(&mut page, "text");
            let place = key(&Entry::Note(id.clone()));
            if is_open {
                page.begin_edit(&id);
            }
            world.disk.put_units(&place, damage.clone());
            if edits {
                assert_eq!(edit(&mut page, &id, "text, edited"), Some(Ok(())), "{case}");
            }
            tell(&mut page, &Entry::Note(id.clone()));
            if is_open {
                page.end_edit(&id);
            }
            let _ = page.save();
            assert_eq!(world.disk.units(&place).as_ref(), Some(&damage), "{case}");
            let moved = copy_of(&page, &id);
            assert!(moved.text.starts_with("text"), "{case}");
            assert_eq!(world.stored_note(&moved.id), moved, "{case}");
            assert_eq!(reasons(&page), [(Entry::Note(id), Reason::Damaged)], "{case}");
        }
    }
}

#[test]
fn a_draft_whose_place_becomes_unreadable_is_not_taken_for_saved() {
    for damage in [DAMAGED.encode_utf16().collect(), no_text()] {
        let world = World::new();
        let mut page = world.page();
        let entry = Entry::Draft(early());
        assert_eq!(type_draft(&mut page, "begun"), Some(Ok(())));
        world.disk.put_units(&key(&entry), damage.clone());
        tell(&mut page, &entry);
        assert_eq!(page.notebook().draft(&early()), "begun");
        assert_eq!(page.unsaved(), &BTreeSet::from([entry.clone()]));
        assert!(page.is_at_risk());
        assert_eq!(type_draft(&mut page, "begun, on"), Some(Err(Unsaved::PlaceTaken)));
        // As a note it has a place of its own.
        let id = page.add(&early(), "begun, on".to_owned()).expect("the text is not blank");
        let _ = page.save();
        assert_eq!(world.stored_note(&id).text, "begun, on");
        assert_eq!(world.disk.units(&key(&entry)), Some(damage));
    }
}

// Later versions.

#[test]
fn a_note_of_a_later_version_is_shown_and_never_written() {
    let world = World::new();
    let id = note_id("n1");
    let entry = Entry::Note(id.clone());
    world.put(&entry, &newer(&id, "newer"));
    let before = world.disk.entries();
    let mut page = world.page();
    assert_eq!((notes(&page), page.attention().len()), (vec!["newer"], 0));
    assert_eq!(edit(&mut page, &id, "edited"), None);
    page.move_to(&id, &theme("late"));
    assert_eq!(page.delete(&id), Ok(None));
    assert_eq!((page.save(), page.unsaved().len()), (None, 0));
    assert_eq!(notes(&page), ["newer"]);
    assert_eq!(world.disk.entries(), before);
    assert_eq!(decode_note(&id, &world.stored(&entry)).expect("a note").version, Version::Newer);
}

#[test]
fn what_a_later_version_wrote_over_an_edited_note_stays() {
    for written in [newer(&note_id("n1"), "newer"), NEWER_FORM.to_owned()] {
        let world = World::new();
        let id = note_id("n1");
        world.put(&Entry::Note(id.clone()), &note_of(&id, "at first", 1));
        let mut page = world.page();
        world.put(&Entry::Note(id.clone()), &written);
        assert_eq!(edit(&mut page, &id, "edited here"), Some(Ok(())));
        assert_eq!(world.stored(&Entry::Note(id.clone())), written);
        let moved = copy_of(&page, &id);
        assert_eq!(world.stored_note(&moved.id).text, "edited here");
    }
}

#[test]
fn an_entry_of_a_later_version_in_an_unknown_form_is_told_and_left_alone() {
    let deleted_id = note_id("n2");
    let note = Note::new(deleted_id.clone(), early(), "text".to_owned(), at(0));
    let newer_deleted = encode_deleted(&Deleted { note, at: at(1) }).replacen(":1", ":2", 1);
    for (entry, text) in [
        (Entry::Note(note_id("n1")), NEWER_FORM),
        (Entry::Draft(early()), NEWER_FORM),
        // The page would have to remove or to write these, so a known form does not help.
        (Entry::Draft(early()), r#"{"v":2,"text":"begun"}"#),
        (Entry::Deleted(deleted_id), &newer_deleted),
    ] {
        let world = World::new();
        world.put(&entry, text);
        let before = world.disk.entries();
        let mut page = world.page();
        assert_eq!(reasons(&page), [(entry.clone(), Reason::Newer)], "{text}");
        page.refresh_all();
        let _ = page.save();
        assert_eq!(world.disk.entries(), before, "no copy either: it is not damaged");
        assert_eq!(type_draft(&mut page, "typed").is_some_and(|it| it.is_ok()), {
            !matches!(entry, Entry::Draft(_))
        });
        assert_eq!(world.stored(&entry), text);
    }
}

// Older versions.

/// An entry of version 0 of every kind.
fn older_entries() -> Vec<(Entry, String)> {
    let id = note_id("n1");
    let deleted = older(&id, "deleted").replacen("}", ",\"deleted\":\"2014-09-04T10:01:00Z\"}", 1);
    vec![
        (Entry::Note(id.clone()), older(&id, "note")),
        (Entry::Draft(early()), r#"{"v":0,"text":"draft"}"#.to_owned()),
        (Entry::Deleted(id), deleted),
    ]
}

fn migrated(entry: &Entry) -> String {
    let created = time("2014-09-04T10:00:00Z");
    let note = |text: &str| Note::new(note_id("n1"), early(), text.to_owned(), created.clone());
    match entry {
        Entry::Note(_) => encode_note(&note("note")),
        Entry::Draft(_) => encode_draft("draft"),
        Entry::Deleted(_) => {
            encode_deleted(&Deleted { note: note("deleted"), at: time("2014-09-04T10:01:00Z") })
        }
        other => panic!("{other:?} is not migrated"),
    }
}

#[test]
fn an_entry_of_an_older_version_is_brought_to_the_present_one() {
    let world = World::new();
    for (entry, text) in older_entries() {
        world.put(&entry, &text);
    }
    let mut page = world.page();
    for (entry, _) in older_entries() {
        assert_eq!(world.stored(&entry), migrated(&entry));
    }
    assert_eq!(world.disk.entries().len(), 3, "and its original is gone");
    assert_eq!((notes(&page), deleted(&page)), (vec!["note"], vec!["deleted"]));
    assert_eq!(page.notebook().draft(&early()), "draft");
    assert_eq!((page.save(), page.is_at_risk()), (None, false));
    assert_eq!(edit(&mut page, &note_id("n1"), "edited"), Some(Ok(())));
}

#[test]
fn a_crash_after_any_step_of_a_migration_loses_nothing() {
    for (entry, text) in older_entries() {
        let mut steps = 0;
        loop {
            let world = World::new();
            world.put(&entry, &text);
            world.disk.answer(Some(steps));
            let mut page = Session::closed(keys());
            let _ = page.open(world.platform());
            drop(page);
            let is_through = world.disk.calls() < steps;
            world.disk.answer(None);
            let is_kept = world.disk.entries().values().any(|units| {
                let kept = String::from_utf16_lossy(units);
                kept == text || kept == migrated(&entry)
            });
            assert!(is_kept, "after {steps} calls {:?}", world.disk.entries());
            let page = world.page();
            assert_eq!(page.attention(), []);
            assert_eq!(world.stored(&entry), migrated(&entry), "after {steps} calls");
            assert_eq!(world.disk.entries().len(), 1, "after {steps} calls");
            if is_through {
                break;
            }
            steps += 1;
        }
        assert!(steps > 5, "a migration takes more calls than {steps}");
    }
}

#[test]
fn what_the_store_cuts_without_a_word_is_not_taken_for_stored() {
    for (entry, text) in older_entries() {
        for writes in 0..2 {
            let world = World::new();
            world.put(&entry, &text);
            world.disk.cut_after(writes);
            let mut page = world.page();
            let _ = page.save();
            let words = ["note", "draft", "deleted"];
            let kept = world.all_texts();
            assert!(kept.iter().any(|text| words.contains(&text.as_str())), "{writes}: {kept:?}");
        }
    }
    let world = World::new();
    let mut page = world.page();
    world.disk.cut_after(0);
    page.add(&early(), "text".to_owned()).expect("the text is not blank");
    assert!(matches!(page.save(), Some(Err(Unsaved::Store(StoreError::Failed(_))))));
    assert!(page.is_at_risk());
    assert_eq!(page.save(), Some(Ok(())));
    assert!(world.all_texts().contains(&"text".to_owned()));
}

#[test]
fn without_room_for_a_migration_the_note_works_and_stays_as_it_is_until_it_is_edited() {
    for (entry, text) in older_entries() {
        let world = World::new();
        world.put(&entry, &text);
        world.disk.leave_room(Some(0));
        let before = world.disk.entries();
        let mut page = world.page();
        assert_eq!(world.disk.entries(), before);
        assert_eq!((page.attention().len(), page.save()), (0, None));
        world.disk.leave_room(None);
        match &entry {
            Entry::Note(id) => {
                assert_eq!(edit(&mut page, id, "edited"), Some(Ok(())));
                assert_eq!(world.stored_note(id).text, "edited");
            }
            Entry::Draft(_) => {
                assert_eq!(type_draft(&mut page, "edited"), Some(Ok(())));
                assert_eq!(world.stored(&entry), encode_draft("edited"));
            }
            _ => {
                page.restore(&note_id("n1")).expect("it is among the deleted");
                assert_eq!(world.stored_note(&note_id("n1")).text, "deleted");
            }
        }
        assert_eq!(page.notebook().notes().count(), usize::from(entry != Entry::Draft(early())));
    }
}

#[test]
fn a_note_edited_since_its_migration_is_not_in_conflict_with_its_original() {
    let world = World::new();
    let id = note_id("n1");
    let original = Entry::Older("note/n1".to_owned());
    world.put(&Entry::Note(id.clone()), &older(&id, "at first"));
    world.disk.make_stuck(&key(&original), true);
    let mut page = world.page();
    edit(&mut page, &id, "edited");
    assert!(world.disk.has(&key(&original)));
    world.disk.make_stuck(&key(&original), false);
    assert_eq!(notes(&world.page()), ["edited"]);
    assert!(!world.disk.has(&key(&original)));
}

#[test]
fn what_this_page_stored_and_a_page_of_an_older_version_wrote_over_is_kept_beside() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "of this page");
    world.put(&Entry::Note(id.clone()), &older(&id, "of an older one"));
    tell(&mut page, &Entry::Note(id.clone()));
    assert_eq!(notes(&page), ["of an older one", "of this page"]);
    assert_eq!(world.all_texts(), ["of an older one", "of this page"]);
    assert_eq!(decode_note(&id, &world.stored(&Entry::Note(id.clone()))).map(|it| it.version), {
        Ok(Version::Current)
    });
}

// Drafts.

#[test]
fn the_draft_of_another_page_is_written_over_only_where_it_is_kept() {
    for (case, before, of_one, of_two, draft, expected_notes) in [
        ("gone on with", "begun", "begun, on", "begun, on and on", "begun, on and on", &[][..]),
        ("two texts", "", "of one", "of two", "of two", &["of one"]),
        ("both changed", "begun", "begun: one", "begun: two", "begun: two", &["begun: one"]),
        ("emptied here", "begun", "of one", "", "of one", &[]),
        ("emptied there", "begun", "", "of two", "of two", &[]),
    ] {
        let world = World::new();
        if !before.is_empty() {
            type_draft(&mut world.page(), before);
        }
        let (mut one, mut two) = (world.page(), world.page());
        assert_eq!(type_draft(&mut one, of_one), Some(Ok(())), "{case}");
        assert_eq!(type_draft(&mut two, of_two), Some(Ok(())), "{case}");
        assert_eq!(two.notebook().draft(&early()), draft, "{case}");
        assert_eq!(notes(&two), expected_notes, "{case}");
        assert_eq!(world.stored(&Entry::Draft(early())), encode_draft(draft), "{case}");
        // It is a note like any other for the page that it came from.
        one.refresh_all();
        assert_eq!((one.notebook().draft(&early()), notes(&one)), (draft, notes(&two)), "{case}");
    }
}

#[test]
fn a_draft_is_not_removed_while_the_note_made_of_it_is_not_stored() {
    // A draft that could not be stored at last waits since before the note was made of it.
    for (case, typed_on) in [("stored in full", false), ("gone on with in vain", true)] {
        let world = World::new();
        let mut page = world.page();
        type_draft(&mut page, "a draft");
        world.disk.leave_room(Some(0));
        let text = if typed_on { "a draft, gone on with" } else { "a draft" };
        if typed_on {
            let full = Some(Err(Unsaved::Store(StoreError::Full)));
            assert_eq!(type_draft(&mut page, text), full, "{case}");
        }
        let id = page.add(&early(), text.to_owned()).expect("the text is not blank");
        for _ in 0..2 {
            assert_eq!(page.save(), Some(Err(Unsaved::Store(StoreError::Full))), "{case}");
            assert_eq!(world.all_texts(), ["a draft"], "{case}");
            assert_eq!(notes(&page), [text], "{case}");
            assert!(page.is_at_risk(), "{case}");
        }
        world.disk.leave_room(None);
        assert_eq!(page.save(), Some(Ok(())), "{case}");
        assert_eq!(world.disk.keys_at(""), [key(&Entry::Note(id))], "{case}");
        assert!(!page.is_at_risk(), "{case}");
    }
}

#[test]
fn a_draft_is_shown_by_other_pages_unless_something_is_typed_there() {
    let world = World::new();
    let (mut one, mut two) = (world.page(), world.page());
    type_draft(&mut one, "begun");
    tell(&mut two, &Entry::Draft(early()));
    assert_eq!(two.notebook().draft(&early()), "begun");
    two.type_text(Entry::Draft(early()), "begun here".to_owned());
    type_draft(&mut one, "begun there");
    tell(&mut two, &Entry::Draft(early()));
    assert_eq!(two.draft(&early()), "begun here");
    two.take_typed();
    assert_eq!(two.save(), Some(Ok(())));
    assert_eq!(world.all_texts(), ["begun here", "begun there"]);
}

#[test]
fn drafts_on_themes_that_are_gone_become_notes() {
    let world = World::new();
    let mut page = world.page();
    for (on, text) in [("early", "kept"), ("gone", "lost")] {
        page.type_text(Entry::Draft(theme(on)), text.to_owned());
    }
    page.take_typed();
    assert_eq!(page.save(), Some(Ok(())));
    let mut page = world.page();
    page.add_lost_drafts(&[early()]);
    assert_eq!(page.save(), Some(Ok(())));
    let drafts: Vec<(&ThemeId, &str)> = page.notebook().drafts().collect();
    assert_eq!(drafts, [(&early(), "kept")]);
    let lost: Vec<&Note> = page.notebook().notes_beyond(&[early()]).collect();
    assert_eq!(lost[0].text, "lost");
    assert!(!world.disk.has(&key(&Entry::Draft(theme("gone")))));
}

// What goes from the store.

#[test]
fn a_storage_that_was_cleared_is_noticed_and_can_be_written_back() {
    let world = World::new();
    let mut page = world.page();
    add(&mut page, "one");
    let two = add(&mut page, "two");
    page.delete(&two).expect("it can be deleted");
    type_draft(&mut page, "draft");
    let before = world.disk.entries();
    assert!(!page.was_cleared() && !page.is_at_risk());

    world.disk.clear();
    assert!(page.was_cleared());
    page.refresh_key(None);
    assert!(page.is_at_risk() && !page.was_cleared());
    assert_eq!(page.vanished().len(), 3);
    assert_eq!((notes(&page), deleted(&page)), (vec!["one"], vec!["two"]));
    assert_eq!(page.notebook().draft(&early()), "draft");
    assert_eq!((page.save(), world.disk.entries().len()), (None, 0), "nothing is written unasked");

    assert_eq!(page.write_back(), Some(Ok(())));
    assert_eq!(world.disk.entries(), before);
    assert!(page.vanished().is_empty() && !page.is_at_risk());
}

#[test]
fn what_vanished_and_is_back_has_not_vanished() {
    let world = World::new();
    let mut page = world.page();
    add(&mut page, "one");
    let two = add(&mut page, "two");
    page.delete(&two).expect("it can be deleted");
    type_draft(&mut page, "draft");
    let before = world.disk.entries();
    world.disk.clear();
    page.refresh_all();
    assert_eq!(page.vanished().len(), 3);
    for (key, units) in before {
        world.disk.put_units(&key, units);
    }
    page.refresh_all();
    assert!(page.vanished().is_empty() && !page.is_at_risk());
}

#[test]
fn a_note_that_is_gone_without_having_been_deleted_has_vanished() {
    let world = World::new();
    let mut page = world.page();
    let ids = ["one", "two"].map(|text| add(&mut page, text));
    let entries = ids.clone().map(Entry::Note);
    // Another program removed them; an open editor is enough to want the text.
    page.begin_edit(&ids[1]);
    for entry in &entries {
        world.disk.take(&key(entry));
        tell(&mut page, entry);
    }
    assert_eq!(page.vanished(), &BTreeSet::from([entries[0].clone()]));
    assert_eq!(notes(&page), ["two", "one"]);
    assert_eq!(world.stored_note(&ids[1]).text, "two", "written again, as it is being edited");
    assert_eq!(page.write_back(), Some(Ok(())));
    assert_eq!(world.all_texts(), ["one", "two"]);
}

// The second copy.

/// A name for the case, what is stored, what the copy holds (entry, ending of the key, text), how
/// many texts come back, and what can be read then.
type Recovery<'case> = (
    &'case str,
    Vec<(&'case Entry, String)>,
    (&'case Entry, &'case str, String),
    usize,
    Vec<&'case str>,
);

#[test]
fn what_the_store_lost_comes_back_from_the_second_copy() {
    let id = note_id("n1");
    let note = |text: &str, revision: u64| note_of(&id, text, revision);
    let entry = Entry::Note(id.clone());
    let deleted_note = |text: &str| {
        let note = Note::new(id.clone(), early(), text.to_owned(), at(0));
        encode_deleted(&Deleted { note, at: at(1) })
    };
    let (draft, gone) = (Entry::Draft(early()), Entry::Deleted(id.clone()));
    let unsaved = " (not saved)";
    let cases: Vec<Recovery> = vec![
        ("missing", vec![], (&entry, "", note("copied", 2)), 1, vec!["copied"]),
        (
            "the same",
            vec![(&entry, note("copied", 2))],
            (&entry, "", note("copied", 2)),
            0,
            vec!["copied"],
        ),
        (
            "the store is behind",
            vec![(&entry, note("stored", 1))],
            (&entry, "", note("copied", 2)),
            1,
            vec!["copied"],
        ),
        (
            "the copy is behind",
            vec![(&entry, note("stored", 3))],
            (&entry, "", note("copied", 2)),
            0,
            vec!["stored"],
        ),
        (
            "in conflict",
            vec![(&entry, note("stored", 2))],
            (&entry, "", note("copied", 2)),
            1,
            vec!["copied", "stored"],
        ),
        ("never stored", vec![], (&entry, unsaved, note("copied", 1)), 1, vec!["copied"]),
        (
            "never stored, and since stored otherwise",
            vec![(&entry, note("stored", 3))],
            (&entry, unsaved, note("copied", 2)),
            1,
            vec!["copied", "stored"],
        ),
        (
            "since deleted",
            vec![(&gone, deleted_note("copied"))],
            (&entry, "", note("copied", 1)),
            0,
            vec!["copied"],
        ),
        (
            "since deleted with another text",
            vec![(&gone, deleted_note("deleted"))],
            (&entry, "", note("copied", 2)),
            1,
            vec!["copied", "deleted"],
        ),
        (
            "its place is damaged",
            vec![(&entry, DAMAGED.to_owned())],
            (&entry, "", note("copied", 2)),
            1,
            vec!["copied", DAMAGED],
        ),
        (
            "its place is a later version's",
            vec![(&entry, newer(&id, "newer"))],
            (&entry, "", note("copied", 3)),
            1,
            vec!["copied", "newer"],
        ),
        ("a deleted note", vec![], (&gone, "", deleted_note("copied")), 1, vec!["copied"]),
        (
            "a deleted note that is alive",
            vec![(&entry, note("copied", 2))],
            (&gone, "", deleted_note("copied")),
            0,
            vec!["copied"],
        ),
        (
            "another deleted note",
            vec![(&gone, deleted_note("stored"))],
            (&gone, "", deleted_note("copied")),
            1,
            vec!["copied", "stored"],
        ),
        ("a draft", vec![], (&draft, "", encode_draft("copied")), 1, vec!["copied"]),
        (
            "a draft that was gone on with",
            vec![(&draft, encode_draft("copied, on"))],
            (&draft, "", encode_draft("copied")),
            0,
            vec!["copied, on"],
        ),
        (
            "a draft that the store is behind",
            vec![(&draft, encode_draft("cop"))],
            (&draft, "", encode_draft("copied")),
            1,
            vec!["copied"],
        ),
        (
            "another draft",
            vec![(&draft, encode_draft("stored"))],
            (&draft, unsaved, encode_draft("copied")),
            1,
            vec!["stored\n\ncopied"],
        ),
        (
            "a draft that has become a note",
            vec![(&entry, note("copied", 1))],
            (&draft, "", encode_draft("copied")),
            0,
            vec!["copied"],
        ),
        ("what cannot be read", vec![], (&entry, "", DAMAGED.to_owned()), 0, vec![]),
    ];
    for (case, stored, (copied_entry, ending, copied), count, expected) in cases {
        let world = World::new();
        for (entry, text) in &stored {
            world.put(entry, text);
        }
        let mut page = world.page();
        let copy = [(format!("{}{ending}", key(copied_entry)), copied)];
        assert_eq!(page.recover(&copy), count, "{case}");
        assert!(page.save().is_none_or(|outcome| outcome.is_ok()), "{case}");
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(world.all_texts(), expected, "{case}");
        assert!(!page.is_at_risk(), "{case}");
        // Whoever opens the page again finds nothing more in the copy.
        let mut kept: Vec<(String, String)> = copy.to_vec();
        for (key, text) in page.take_written() {
            kept.retain(|(known, _)| known != &key);
            kept.extend(text.map(|text| (key, text)));
        }
        let mut again = world.page();
        assert_eq!((again.recover(&kept), again.save()), (0, None), "{case}: {kept:?}");
        assert_eq!(world.all_texts(), expected, "{case}");
    }
}

#[test]
fn a_draft_that_the_store_was_set_back_to_does_not_stand_beside_the_note_that_it_became() {
    let id = note_id("n1");
    let (note, draft) = (Entry::Note(id.clone()), Entry::Draft(early()));
    // Browsers may lose what they stored in the last minutes, whenever that is put on the disk.
    for (set_back_to, copied, expected) in [
        (Some("first note"), Some("second"), vec!["first note", "second"]),
        (None, Some("first note"), vec!["first note"]),
        // A beginning may have been typed just now.
        (Some("first"), Some("second"), vec!["first\n\nsecond", "first note"]),
        (Some("other"), Some("second"), vec!["first note", "other\n\nsecond"]),
        (Some("other"), None, vec!["first note", "other"]),
    ] {
        let world = World::new();
        if let Some(text) = set_back_to {
            world.put(&draft, &encode_draft(text));
        }
        // In the order of their keys, as the second copy has them.
        let mut copy: Vec<_> =
            copied.map(|text| (key(&draft), encode_draft(text))).into_iter().collect();
        copy.push((key(&note), note_of(&id, "first note", 1)));
        let mut page = world.page();
        page.recover(&copy);
        assert!(page.save().is_none_or(|outcome| outcome.is_ok()));
        assert_eq!(world.all_texts(), expected, "{set_back_to:?}, {copied:?}");
    }
}

#[test]
fn the_second_copy_is_told_what_is_stored_and_what_could_not_be() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "text");
    let note = key(&Entry::Note(id.clone()));
    let written = page.take_written();
    assert_eq!(written, [(note.clone(), Some(world.stored(&Entry::Note(id.clone()))))]);

    world.disk.leave_room(Some(0));
    assert_eq!(edit(&mut page, &id, "a longer text"), Some(Err(Unsaved::Store(StoreError::Full))));
    let (unsaved_key, text) = page.take_written().pop().expect("there is room elsewhere");
    assert_eq!(unsaved_key, format!("{note} (not saved)"));
    assert!(text.is_some_and(|text| text.contains("a longer text")));

    world.disk.leave_room(None);
    assert_eq!(page.save(), Some(Ok(())));
    let written = page.take_written();
    assert!(written.contains(&(unsaved_key, None)), "{written:?}");
    assert!(written.iter().any(|(key, text)| key == &note && text.is_some()), "{written:?}");

    page.delete(&id).expect("it can be deleted");
    let written = page.take_written();
    let deleted = key(&Entry::Deleted(id));
    let places: Vec<(&str, bool)> =
        written.iter().map(|(key, text)| (key.as_str(), text.is_some())).collect();
    assert_eq!(places, [(deleted.as_str(), true), (note.as_str(), false)], "new before old");
}

// Themes, order, and what a page says of itself.

#[test]
fn a_note_that_moved_is_shown_on_its_new_theme_by_every_page() {
    let world = World::new();
    let (mut one, mut two) = (world.page(), world.page());
    let id = add(&mut one, "text");
    tell(&mut two, &Entry::Note(id.clone()));
    for page in [&mut one, &mut two] {
        page.take_reshaped();
        page.take_changed();
    }
    one.move_to(&id, &theme("late"));
    assert_eq!(one.save(), Some(Ok(())));
    tell(&mut two, &Entry::Note(id.clone()));
    for page in [&mut one, &mut two] {
        assert_eq!(notes(page).len(), 0);
        let moved: Vec<&Note> = page.notebook().notes_on(&theme("late")).collect();
        assert_eq!(moved[0].text, "text");
        assert_eq!(page.notebook().notes_beyond(&[early()]).count(), 1);
        assert_eq!(reshaped(page), BTreeSet::from([early(), theme("late")]));
        assert_eq!(reshaped(page), BTreeSet::new(), "and is told once");
        assert!(page.take_changed().contains(&Entry::Note(id.clone())));
    }
    assert_eq!(world.stored_note(&id).revision, 2);
    one.move_to(&id, &theme("late"));
    assert_eq!(one.save(), None, "nothing changed");
}

#[test]
fn every_list_in_which_a_note_takes_another_place_is_told_of() {
    let world = World::new();
    let (pinned, copy, other) = (note_id("n1"), note_id("n2"), note_id("n3"));
    world.put(&Entry::Note(pinned.clone()), &note_of(&pinned, "text", 1));
    for (id, conflict) in [(&copy, Some(pinned.clone())), (&other, None)] {
        let note = Note::new(id.clone(), theme("late"), id.as_str().to_owned(), at(0));
        world.put(&Entry::Note(id.clone()), &encode_note(&Note { conflict, ..note }));
    }
    let late = |page: &Session| -> Vec<NoteId> {
        page.notebook().notes_on(&theme("late")).map(|note| note.id.clone()).collect()
    };
    let both = BTreeSet::from([early(), theme("late")]);
    let mut page = world.page();
    assert_eq!(late(&page), [other.clone(), copy.clone()]);
    page.toggle_pin(&pinned);
    assert_eq!(
        (late(&page), reshaped(&mut page)),
        (vec![copy.clone(), other.clone()], both.clone())
    );
    page.delete(&pinned).expect("it can be deleted");
    assert_eq!((late(&page), reshaped(&mut page)), (vec![other, copy.clone()], both.clone()));
    page.restore(&pinned);
    assert_eq!((late(&page)[0].clone(), reshaped(&mut page)), (copy, both));
}

#[test]
fn a_move_that_comes_with_an_edit_is_told_of() {
    let world = World::new();
    let id = add(&mut world.page(), "text");
    let (mut one, mut two) = (world.page(), world.page());
    one.move_to(&id, &theme("late"));
    assert_eq!(one.save(), Some(Ok(())));
    assert_eq!(edit(&mut two, &id, "edited"), Some(Ok(())));
    let note = two.notebook().note(&id).expect("the note");
    assert_eq!((note.text.as_str(), &note.theme), ("edited", &theme("late")));
    assert_eq!(reshaped(&mut two), BTreeSet::from([early(), theme("late")]));
}

#[test]
fn ids_and_order_do_not_depend_on_a_clock_that_jumps() {
    let world = World::new();
    let mut page = world.page();
    let mut texts = Vec::new();
    for (number, clock) in [50_000, 10_000, 90_000, 0, 90_000, 89_999].into_iter().enumerate() {
        world.clock.set(clock);
        // Half of them in a page that has only just been opened.
        if number % 2 == 0 {
            page = world.page();
        }
        let text = format!("note {number}");
        add(&mut page, &text);
        texts.insert(0, text);
        assert_eq!(notes(&page), texts, "the newest first, at {clock}");
    }
    assert_eq!(notes(&world.page()), texts);

    // The last note deleted, the clock back: a new id comes after that of the deleted note too.
    let newest = page.notebook().newest_id().expect("there are notes").clone();
    page.delete(&newest).expect("it can be deleted");
    world.clock.set(0);
    assert!(add(&mut page, "after it") > newest);

    // Nor does which of two texts is the later one.
    let id = add(&mut page, "at first");
    let mut other = world.page();
    world.clock.set(100_000);
    edit(&mut other, &id, "second");
    world.clock.set(1);
    tell(&mut page, &Entry::Note(id.clone()));
    edit(&mut page, &id, "third");
    tell(&mut other, &Entry::Note(id.clone()));
    assert_eq!(other.notebook().note(&id).map(|note| note.text.as_str()), Some("third"));
    assert!(!notes(&other).contains(&"second"), "no conflict: it was seen");
}

#[test]
fn a_session_that_is_not_open_takes_nothing() {
    let mut page = Session::closed(keys());
    assert_eq!(page.add(&early(), "text".to_owned()), None);
    assert_eq!(page.delete(&note_id("n1")), Err(Unsaved::Closed));
    assert_eq!((page.save(), page.is_kept(), page.is_at_risk()), (None, false, false));
}

#[test]
fn without_a_store_notes_live_in_the_page_and_are_at_risk() {
    let world = World::new();
    add(&mut world.page(), "stored");
    let before = world.disk.entries();
    let blocked = || {
        let mut page = Session::closed(keys());
        let platform = Platform { store: Err(StoreError::Blocked), ..world.platform() };
        (page.open(platform), page)
    };
    let unlistable = || {
        world.disk.answer(Some(0));
        let mut page = Session::closed(keys());
        let outcome = page.open(world.platform());
        world.disk.answer(None);
        (outcome, page)
    };
    for (outcome, mut page) in [blocked(), unlistable()] {
        assert_eq!(outcome, Err(StoreError::Blocked));
        assert!(!page.is_kept() && !page.is_at_risk());
        let id = add(&mut page, "text");
        assert!(page.is_at_risk());
        page.refresh_all();
        assert_eq!(notes(&page), ["text"]);
        page.delete(&id).expect("it can be deleted");
        page.restore(&id).expect("it is among the deleted");
        assert_eq!(notes(&page), ["text"]);
        assert_eq!(world.disk.entries(), before, "nothing that is stored is touched");
    }
}

#[test]
fn typed_text_waits_until_it_is_taken() {
    let world = World::new();
    let mut page = world.page();
    let id = add(&mut page, "text");
    page.begin_edit(&id);
    for text in ["te", "tex", "typed"] {
        page.type_text(Entry::Note(id.clone()), text.to_owned());
    }
    assert!(page.is_at_risk());
    assert_eq!((page.save(), notes(&page)), (None, vec!["text"]));
    page.take_typed();
    assert_eq!(page.save(), Some(Ok(())));
    let stored = world.stored_note(&id);
    assert_eq!((stored.text.as_str(), stored.revision), ("typed", 2), "the last text, once");
    assert!(!page.is_at_risk());
}

/// How often the store is asked by each of some things that a reader does.
fn calls_with(count: usize) -> Vec<usize> {
    let world = World::new();
    for number in 0..count {
        let id = note_id(&format!("n{number}"));
        world.put(&Entry::Note(id.clone()), &note_of(&id, "text", 1));
    }
    world.disk.answer(None);
    let mut page = world.page();
    let opened = world.disk.calls();
    assert_eq!(opened, count + 3, "the keys, the last backup, the settings, and each note once");
    let id = note_id("n0");
    let mut calls = Vec::new();
    let mut act = |act: &mut dyn FnMut(&mut Session)| {
        let before = world.disk.calls();
        act(&mut page);
        let _ = page.save();
        calls.push(world.disk.calls() - before);
    };
    act(&mut |page| _ = edit(page, &id, "edited"));
    act(&mut |page| _ = page.add(&early(), "added".to_owned()));
    act(&mut |page| page.toggle_pin(&id));
    act(&mut |page| page.move_to(&id, &theme("late")));
    act(&mut |page| page.refresh_key(Some(&key(&Entry::Note(note_id("n1"))))));
    act(&mut |page| _ = page.was_cleared());
    act(&mut |page| _ = page.delete(&id));
    act(&mut |page| _ = page.restore(&id));
    calls
}

#[test]
fn what_a_reader_does_asks_the_store_as_often_however_many_notes_there_are() {
    assert_eq!(calls_with(2), calls_with(200));
}

#[test]
fn the_room_that_everything_takes_is_told() {
    let world = World::new();
    let mut page = world.page();
    add(&mut page, "“😀”");
    let id = add(&mut page, "deleted");
    page.delete(&id).expect("it can be deleted");
    type_draft(&mut page, "draft");
    world.disk.put("another-program", "{}");
    let size = |start: &str| -> usize {
        let keys = world.disk.keys_at(&format!("marginalia/panel/{start}"));
        keys.iter().map(|key| key.len() + world.disk.units(key).expect("it is there").len()).sum()
    };
    let usage = page.usage();
    assert_eq!(
        (usage.notes, usage.drafts, usage.deleted, usage.unreadable, usage.foreign_keys),
        (size("note/"), size("draft/"), size("deleted/"), 0, 1)
    );
    world.put(&Entry::Note(note_id("n1")), DAMAGED);
    assert!(world.page().usage().unreadable >= 2 * DAMAGED.len(), "the entry, and its copy");
}

// Export and import.

fn put_in(entry: &Entry, text: &str) -> Change {
    Change { key: key(entry), before: None, after: Some(text.to_owned()) }
}

/// A note, a draft and a deleted note from elsewhere, as they are stored.
fn from_elsewhere() -> Vec<Change> {
    let note = |id: &str| Note::new(note_id(id), early(), format!("brought {id}"), at(0));
    let deleted = Deleted { note: note("b2"), at: at(60_000) };
    vec![
        put_in(&Entry::Note(note_id("b1")), &encode_note(&note("b1"))),
        put_in(&Entry::Draft(early()), &encode_draft("brought draft")),
        put_in(&Entry::Deleted(note_id("b2")), &encode_deleted(&deleted)),
    ]
}

fn reversed(changes: &[Change]) -> Vec<Change> {
    changes.iter().map(Change::reversed).collect()
}

#[test]
fn what_is_brought_in_is_stored_and_shown_and_can_be_taken_back() {
    let world = World::new();
    let mut page = world.page();
    add(&mut page, "own");
    let before = world.disk.entries();
    let changes = from_elsewhere();
    assert_eq!(page.exchange(&changes), Ok(()));
    assert_eq!(world.all_texts(), ["brought b1", "brought b2", "brought draft", "own"]);
    assert_eq!(page.notebook(), world.page().notebook(), "the page shows what is stored");
    assert!(!page.is_at_risk());
    assert_eq!(page.exchange(&reversed(&changes)), Ok(()));
    assert_eq!(world.disk.entries(), before);
    assert_eq!(page.notebook(), world.page().notebook());
    assert!(page.vanished().is_empty(), "what the reader takes back has not gone by itself");
}

#[test]
fn what_is_brought_in_comes_in_whole_or_not_at_all() {
    let changes = from_elsewhere();
    for room in 0..changes.iter().map(|it| it.key.len() + 400).sum() {
        let world = World::new();
        let mut page = world.page();
        add(&mut page, "own");
        let before = world.disk.entries();
        world.disk.leave_room(Some(room));
        let outcome = page.exchange(&changes);
        world.disk.leave_room(None);
        match outcome {
            Ok(()) => assert_eq!(world.all_texts().len(), 4),
            Err(error) => {
                assert_eq!(error, Unsaved::Store(StoreError::Full));
                assert_eq!(world.disk.entries(), before, "with room for {room}");
                assert_eq!(page.notebook(), world.page().notebook());
            }
        }
    }
}

#[test]
fn what_reads_back_differently_is_not_brought_in() {
    for writes in 0..3 {
        let world = World::new();
        let mut page = world.page();
        add(&mut page, "own");
        let before = world.disk.entries();
        world.disk.cut_after(writes);
        let outcome = page.exchange(&from_elsewhere());
        assert!(matches!(outcome, Err(Unsaved::Store(StoreError::Failed(_)))), "{outcome:?}");
        assert_eq!(world.disk.entries(), before, "after {writes} writes");
        assert_eq!(page.notebook(), world.page().notebook());
    }
}

#[test]
fn nothing_is_brought_in_where_something_else_has_come_to_stand() {
    type Meanwhile = fn(&World, &mut Session);
    let cases: [(&str, Meanwhile); 3] = [
        ("another page stored a draft", |world, _| {
            world.put(&Entry::Draft(early()), &encode_draft("of another page"));
        }),
        ("the reader is writing one", |_, page| {
            page.type_text(Entry::Draft(early()), "being typed".to_owned());
        }),
        ("the place holds what is no text", |world, _| {
            world.disk.put_units(&key(&Entry::Note(note_id("b1"))), no_text());
        }),
    ];
    for (name, meanwhile) in cases {
        let world = World::new();
        let mut page = world.page();
        meanwhile(&world, &mut page);
        let before = world.disk.entries();
        assert!(page.exchange(&from_elsewhere()).is_err(), "{name}");
        assert_eq!(world.disk.entries(), before, "{name}");
    }
}

#[test]
fn what_was_changed_since_it_was_brought_in_is_not_taken_back() {
    let world = World::new();
    let mut page = world.page();
    let changes = from_elsewhere();
    page.exchange(&changes).expect("the places are free");
    type_note(&mut page, &note_id("b1"), "worked on");
    let before = world.disk.entries();
    assert_eq!(page.exchange(&reversed(&changes)), Err(Unsaved::PlaceTaken));
    assert_eq!(world.disk.entries(), before);
}

#[test]
fn what_cannot_be_read_is_brought_in_as_it_is_and_shown() {
    let world = World::new();
    let mut page = world.page();
    let copy = Entry::SetAside("note/n9/1".to_owned());
    let changes = [put_in(&Entry::Note(note_id("n8")), DAMAGED), put_in(&copy, DAMAGED)];
    assert_eq!(page.exchange(&changes), Ok(()));
    assert_eq!(page.attention().len(), 2);
    assert_eq!(world.stored(&Entry::Note(note_id("n8"))), DAMAGED);
    assert_eq!(world.stored(&copy), DAMAGED);
}

#[test]
fn every_entry_is_exported_as_it_is_stored_or_would_be() {
    let world = World::new();
    let id = add(&mut world.page(), "stored");
    world.put(&Entry::Note(note_id("n8")), DAMAGED);
    // Written by other programs, in their own way.
    let spaced = note_of(&note_id("n9"), "spaced", 1).replace(',', ", ");
    let later = newer(&note_id("n10"), "newer");
    let others = [(Entry::Note(note_id("n9")), spaced), (Entry::Note(note_id("n10")), later)];
    others.iter().for_each(|(entry, text)| world.put(entry, text));
    let mut page = world.page();
    let deleted_id = add(&mut page, "deleted");
    page.delete(&deleted_id).expect("it can be deleted");
    world.disk.leave_room(Some(0));
    type_note(&mut page, &id, "not stored for want of room");
    page.type_text(Entry::Draft(early()), "draft".to_owned());
    page.take_typed();
    let entries = page.entries();
    let text = |entry: &Entry| {
        entries.iter().find(|(known, _)| *known == key(entry)).map(|(_, text)| text.as_str())
    };
    assert!(text(&Entry::Note(id)).is_some_and(|it| it.contains("for want of room")));
    assert_eq!(text(&Entry::Draft(early())), Some(encode_draft("draft").as_str()));
    assert_eq!(text(&Entry::Note(note_id("n8"))), Some(DAMAGED));
    for (entry, stored) in &others {
        assert_eq!(text(entry), Some(stored.as_str()));
    }
    let is_deleted = |key: &str| key.contains("/deleted/");
    assert_eq!(entries.iter().filter(|(key, _)| is_deleted(key)).count(), 1);
}

#[test]
fn a_backup_is_called_for_a_week_after_a_change_that_none_has() {
    let world = World::new();
    let mut page = world.page();
    add(&mut page, "text");
    let a_week_ago = world.kept_since.clone();
    assert_eq!(page.overdue_backup(), None, "the note is new");
    a_week_ago.replace(at(60_001));
    assert_eq!(page.overdue_backup(), Some(None), "it is older than a week, and has no backup");
    page.took_backup(at(60_500));
    for page in [&page, &world.page()] {
        assert_eq!(page.overdue_backup(), None, "it has one, in every page");
    }
    world.clock.set(61_000);
    add(&mut page, "later");
    a_week_ago.replace(at(60_900));
    assert_eq!(page.overdue_backup(), None, "what changed since is not a week old");
    a_week_ago.replace(at(61_001));
    assert_eq!(page.overdue_backup(), Some(Some(&at(60_500))));
    assert_eq!(page.usage().foreign_keys, 0, "the time of the backup is this event's own");
}

#[test]
fn a_choice_is_kept_beside_those_that_this_version_does_not_know() {
    let world = World::new();
    world.disk.put(SETTINGS, r#"{"later":[1],"colours":"light"}"#);
    let mut page = world.page();
    assert_eq!(page.setting("colours").as_deref(), Some("light"));
    assert_eq!(page.setting("later"), None, "it is no text");
    // Meanwhile another page, of another event, stores a choice of its own.
    world.disk.put(SETTINGS, r#"{"later":[1],"colours":"light","hint":"seen"}"#);
    page.choose("colours", "dark");
    assert_eq!(world.disk.text(SETTINGS), r#"{"later":[1],"colours":"dark","hint":"seen"}"#);
    assert_eq!(world.page().setting("colours").as_deref(), Some("dark"));
    assert_eq!(page.usage().foreign_keys, 0, "the settings are this app's own");
}

#[test]
fn settings_that_cannot_be_read_are_left_as_they_are() {
    for text in ["{broken", "[]", "7"] {
        let world = World::new();
        world.disk.put(SETTINGS, text);
        let mut page = world.page();
        assert_eq!(page.setting("colours"), None);
        page.choose("colours", "dark");
        assert_eq!(page.setting("colours").as_deref(), Some("dark"), "it holds for this page");
        assert_eq!(world.disk.text(SETTINGS), text);
    }
}

// Pins.

#[test]
fn a_pin_is_stored_as_a_change_and_seen_by_other_pages() {
    let world = World::new();
    let mut one = world.page();
    let id = one.add(&early(), "text".to_owned()).expect("a note");
    one.add(&early(), "newer".to_owned());
    one.save();
    let mut other = world.page();
    world.clock.set(90_000);
    one.toggle_pin(&id);
    assert_eq!(one.save(), Some(Ok(())));
    let stored = world.stored_note(&id);
    assert!(stored.is_pinned());
    assert_eq!((stored.revision, stored.text.as_str()), (2, "text"));
    assert_eq!(stored.changed, stored.created, "its text is as it was");
    let first =
        |page: &Session| page.notebook().notes_on(&early()).next().map(|it| it.text.clone());
    assert_eq!(first(&one).as_deref(), Some("text"));
    assert_eq!(reshaped(&mut one), BTreeSet::from([early()]));
    let _ = other.take_reshaped();
    other.refresh_key(Some(&key(&Entry::Note(id.clone()))));
    assert_eq!(reshaped(&mut other), BTreeSet::from([early()]), "the order is another");
    assert_eq!(first(&other).as_deref(), Some("text"));
    other.toggle_pin(&id);
    other.save();
    assert!(!world.stored(&Entry::Note(id.clone())).contains("pinned"));
    assert_eq!(world.stored_note(&id).revision, 3);
    one.refresh_key(None);
    assert_eq!(first(&one).as_deref(), Some("newer"));
}

#[test]
fn a_pin_and_an_edit_of_one_note_are_brought_together() {
    let world = World::new();
    let mut one = world.page();
    let id = add(&mut one, "text");
    let mut other = world.page();
    // Another page edits what this one pins, and neither has heard of the other.
    edit(&mut other, &id, "edited");
    one.toggle_pin(&id);
    one.save();
    let is_brought_together = |page: &Session| {
        assert_eq!(notes(page), ["edited"]);
        assert!(page.notebook().note(&id).is_some_and(Note::is_pinned));
    };
    is_brought_together(&one);
    is_brought_together(&world.page());
    // The other way round: what is edited here was moved and unpinned there.
    other.refresh_all();
    let elsewhere = theme("elsewhere");
    one.move_to(&id, &elsewhere);
    one.toggle_pin(&id);
    one.save();
    edit(&mut other, &id, "edited again");
    let stored = world.stored_note(&id);
    assert_eq!((stored.text.as_str(), stored.is_pinned()), ("edited again", false));
    assert_eq!((stored.theme, other.notebook().len()), (elsewhere, 1));
}

#[test]
fn a_pin_taken_away_here_does_not_come_back_with_an_edit_from_elsewhere() {
    let world = World::new();
    let mut one = world.page();
    let id = add(&mut one, "text");
    one.toggle_pin(&id);
    one.save();
    let mut other = world.page();
    edit(&mut other, &id, "edited");
    one.toggle_pin(&id);
    one.save();
    let stored = world.stored_note(&id);
    assert_eq!((stored.text.as_str(), stored.is_pinned()), ("edited", false));
    assert_eq!(one.notebook().len(), 1);
}

#[test]
fn a_text_that_is_open_in_an_editor_is_not_replaced_when_its_note_is_pinned() {
    let world = World::new();
    let mut one = world.page();
    let id = add(&mut one, "text");
    let mut other = world.page();
    one.begin_edit(&id);
    edit(&mut other, &id, "edited");
    one.toggle_pin(&id);
    one.save();
    assert_eq!(one.notebook().note(&id).map(|note| note.text.as_str()), Some("text"));
    assert!(notes(&one).contains(&"edited"), "{:?}", notes(&one));
}

#[test]
fn a_deleted_note_comes_back_pinned() {
    let world = World::new();
    let mut page = world.page();
    let id = page.add(&early(), "text".to_owned()).expect("a note");
    page.toggle_pin(&id);
    page.save();
    page.delete(&id).expect("it can be deleted");
    page.save();
    page.restore(&id);
    page.save();
    assert!(world.stored_note(&id).is_pinned());
}
