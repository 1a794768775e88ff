//! The notes on all events: what is told of a store that holds several, what a search finds, and that one
//! file brings back all of it on the pages of the events.

use std::cell::RefCell;

use marginalia::all_notes::{
    EventNames, Found, Search, Shelved, Text, find, held, listed, several, shelf,
};
use marginalia::event::{EventId, ThemeId};
use marginalia::formats::several::{Form, Several};
use marginalia::formats::{Format, PageText, Selection, Snapshot, applied, notebook_of, read};
use marginalia::notebook::quote::Quote;
use marginalia::notebook::search::Query;
use marginalia::notebook::{Deleted, Note, NoteId, Timestamp};
use marginalia::storage::codec::{encode_deleted, encode_draft, encode_note};
use marginalia::storage::{Entry, Keys, MemoryStore, Store, StoreError, entry_of_any_event};
use serde_json::{Value, json};

const ROOT: &str = "https://example.org/panels/";
const LATEST: &str = "latest-2024";
const EARLIER: &str = "earlier-2014";
const GONE: &str = "gone";

fn event(id: &str) -> EventId {
    EventId::try_from(id.to_owned()).expect("an event id")
}

fn theme(id: &str) -> ThemeId {
    ThemeId::try_from(id.to_owned()).expect("a theme id")
}

fn at(second: usize) -> Timestamp {
    Timestamp::parse(&format!("2026-01-05T09:{:02}:{:02}.000Z", second / 60, second % 60))
        .expect("a time")
}

fn note(number: usize, on: &str, text: &str) -> Note {
    let id = NoteId::parse(&format!("0192f0c1-0000-7000-8000-{number:012}")).expect("a note id");
    Note::new(id, theme(on), text.to_owned(), at(number))
}

fn put(store: &MemoryStore, of: &str, entry: Entry, text: &str) {
    store.write(&Keys::of(&event(of)).key(&entry), text).expect("memory takes all");
}

fn put_note(store: &MemoryStore, of: &str, note: &Note) {
    put(store, of, Entry::Note(note.id.clone()), &encode_note(note));
}

/// Notes on two events of the site and on one that it does not have, with all that can stand beside them.
fn store() -> MemoryStore {
    let store = MemoryStore::default();
    put_note(&store, EARLIER, &note(1, "second", "Peace for a Résumé #follow-up"));
    put_note(&store, EARLIER, &note(2, "first", "On the first theme\n\n- a list\n- of two"));
    let mut quoting = note(3, "first", "");
    quoting.set_quote(&Quote {
        exact: "never again".to_owned(),
        prefix: "they said ".to_owned(),
        suffix: ", once more".to_owned(),
    });
    put_note(&store, EARLIER, &quoting);
    put(&store, EARLIER, Entry::Draft(theme("second")), &encode_draft("half a thought"));
    let mut deleted = note(4, "first", "deleted again #gone");
    deleted.changed = at(5);
    let deleted = Deleted { note: deleted, at: at(9) };
    put(&store, EARLIER, Entry::Deleted(deleted.note.id.clone()), &encode_deleted(&deleted));
    // With fields that only a later version knows.
    let later = encode_note(&note(6, "first", "from later")).replace("{\"v\":1", "{\"v\":7");
    let later = later.replace('}', ",\"mood\":{\"n\":1.50}}");
    put(&store, LATEST, Entry::Note(note(6, "first", "").id), &later);
    put_note(&store, LATEST, &note(7, "no-more", "on a theme that is gone"));
    let damaged = note(8, "first", "");
    put(&store, LATEST, Entry::Note(damaged.id.clone()), "{\"v\":1,\"text\":\"dam");
    // The copy that the event's page has set aside.
    let rest = format!("note/{}/1", damaged.id.as_str());
    put(&store, LATEST, Entry::SetAside(rest), "{\"v\":1,\"text\":\"dam");
    put_note(&store, GONE, &note(9, "whatever", "=SUM(A1) on an event that was taken down"));
    put(&store, GONE, Entry::Draft(theme("other")), &encode_draft("and a draft"));
    for (key, text) in [
        ("marginalia/settings", "{\"colours\":\"dark\"}"),
        ("marginalia/earlier-2014/backup", "{\"v\":1,\"at\":\"2026-01-05T09:00:00.000Z\"}"),
        ("marginalia/earlier-2014/later-kind/x", "x"),
        ("marginalia/Not an id/note/0192f0c1-0000-7000-8000-000000000001", "x"),
        ("marginalia//note/x", "x"),
        ("another-program", "marginalia/x/note/y"),
    ] {
        store.write(key, text).expect("memory takes all");
    }
    store
}

fn events() -> Vec<EventNames> {
    let themes =
        json!([{ "id": "first", "title": "First theme" }, { "id": "second", "title": "Second" }]);
    let list = json!([
        { "id": EARLIER, "address": "./earlier-2014/", "title": "The earlier one", "starts": "2014-09-04",
          "themes": themes, "place": "unknown here" },
        { "id": "without-notes", "address": "./without-notes/", "title": "x", "starts": "2020-01-01" },
        { "id": LATEST, "address": "./latest-2024/", "title": "La dernière", "starts": "2024-02-01",
          "language": "fr", "themes": themes },
        { "id": "of another form" },
    ]);
    listed(&list.to_string()).expect("a list")
}

fn shelved(store: &MemoryStore) -> Vec<Shelved> {
    shelf(held(store).expect("memory lists its keys"), &events())
}

fn everything(store: &MemoryStore) -> Several {
    let root = |address: &str| format!("{ROOT}{}", address.trim_start_matches("./"));
    several(&shelved(store), "Panels".to_owned(), root, at(600))
}

fn search(words: &str, of: Option<&str>) -> Search {
    Search { query: Query::new(words), event: of.map(event) }
}

/// What is on the page: a line for each event, theme and text.
fn shown(found: &Found) -> Vec<String> {
    let mut lines = Vec::new();
    for event in &found.events {
        lines.push(event.title.clone());
        for group in &event.groups {
            lines.push(format!("- {}{}", group.title, if group.is_gone { " (gone)" } else { "" }));
            lines.extend(group.texts.iter().map(|text| match text {
                Text::Note(note) => format!("  {}", note.plain().replace('\n', "|")),
                Text::Draft(_, text) => format!("  draft: {text}"),
            }));
        }
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        lines.extend(event.unreadable.iter().map(|it| format!("! {}", text(&it.text))));
        lines.extend(event.deleted.iter().map(|it| format!("x {}", it.note.text)));
    }
    lines
}

// What there is.

#[test]
fn keys_tell_of_which_event_they_are() {
    for (key, expected) in [
        ("marginalia/one/draft/a", Some(("one", Entry::Draft(theme("a"))))),
        ("marginalia/one/quarantine/note/x/1", Some(("one", Entry::SetAside("note/x/1".into())))),
        ("marginalia/one/backup", None),
        ("marginalia/settings", None),
        ("marginalia/One/draft/a", None),
        ("marginalia/one/draft/A", None),
        ("marginalia/one/other/a", None),
        ("other/one/draft/a", None),
        ("", None),
    ] {
        let expected = expected.map(|(id, entry)| (event(id), entry));
        assert_eq!(entry_of_any_event(key), expected, "{key}");
    }
}

#[test]
fn all_that_is_held_stands_by_event_and_theme() {
    let found = find(&shelved(&store()), &Search::default(), 50);
    assert_eq!(
        shown(&found),
        [
            "La dernière",
            "- First theme",
            "  from later",
            "- no-more (gone)",
            "  on a theme that is gone",
            "! {\"v\":1,\"text\":\"dam",
            "The earlier one",
            "- First theme",
            "  > never again",
            "  On the first theme||- a list|- of two",
            "- Second",
            "  Peace for a Résumé #follow-up",
            "  draft: half a thought",
            "x deleted again #gone",
            "gone",
            "- other",
            "  draft: and a draft",
            "- whatever",
            "  =SUM(A1) on an event that was taken down",
        ]
    );
    assert_eq!((found.notes, found.drafts, found.on_events), (6, 2, 3));
    assert_eq!((found.texts, found.all, found.shown, found.to_show), (10, 10, 9, 9));
    let addresses: Vec<_> = found.events.iter().map(|it| it.address.as_deref()).collect();
    assert_eq!(addresses, [Some("./latest-2024/"), Some("./earlier-2014/"), None]);
    let groups = found.events.iter().flat_map(|it| &it.groups);
    let addresses: Vec<_> = groups.map(|it| it.address.as_deref()).collect();
    let expected = [
        Some("./latest-2024/#theme-first"),
        // That one has no place of its own any more.
        Some("./latest-2024/#my-notes"),
        Some("./earlier-2014/#theme-first"),
        Some("./earlier-2014/#theme-second"),
        None,
        None,
    ];
    assert_eq!(addresses, expected);
}

#[test]
fn without_the_titles_all_stand_under_their_ids() {
    let shelf = shelf(held(&store()).expect("memory"), &[]);
    let found = find(&shelf, &Search::default(), 50);
    let titles: Vec<_> = found.events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(titles, [EARLIER, GONE, LATEST]);
    assert_eq!(found.texts, 10);
    assert!(shown(&found).iter().all(|line| !line.contains("(gone)")), "nobody knows that");
}

#[test]
fn a_list_of_another_form_is_none() {
    for text in ["", "{}", "<!doctype html>", "\"x\"", "[1"] {
        assert_eq!(listed(text), None, "{text}");
    }
    assert_eq!(listed("[]"), Some(Vec::new()));
    assert_eq!(events().len(), 3);
}

#[test]
fn nothing_is_written() {
    /// Refuses whatever would change it.
    struct Untouchable(MemoryStore);
    impl Store for Untouchable {
        fn keys(&self) -> Result<Vec<String>, StoreError> {
            self.0.keys()
        }
        fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
            self.0.read(key)
        }
        fn write(&self, key: &str, _: &str) -> Result<(), StoreError> {
            panic!("{key} is written")
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            panic!("{key} is removed")
        }
    }
    let held = held(&Untouchable(store())).expect("memory");
    assert_eq!(held.len(), 3);
}

/// A store that hands out no key but some, and whose keys cannot be listed once that is said.
struct Moody {
    store: MemoryStore,
    refuses: RefCell<Option<StoreError>>,
}

impl Store for Moody {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.refuses.borrow().clone().map_or_else(|| self.store.keys(), Err)
    }
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self.store.read(key)? {
            Some(text) if text.contains("first theme") => {
                Err(StoreError::Failed("moody".to_owned()))
            }
            Some(text) if text.contains("taken down") => {
                Err(StoreError::NotText("\\ud800".to_owned()))
            }
            text => Ok(text),
        }
    }
    fn write(&self, _: &str, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Blocked)
    }
    fn remove(&self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Blocked)
    }
}

#[test]
fn what_the_browser_does_not_hand_out_is_told_and_hides_nothing_else() {
    let moody = Moody { store: store(), refuses: RefCell::default() };
    let held_now = held(&moody).expect("the keys are listed");
    let found = find(&shelf(held_now, &events()), &Search::default(), 50);
    assert_eq!((found.notes, found.all), (4, 10));
    let of = |id: &str| found.of(&event(id)).expect("found").unreadable.clone();
    assert_eq!(of(EARLIER).len(), 1);
    assert!(of(EARLIER)[0].text.is_none() && of(EARLIER)[0].key.contains("/note/"));
    assert_eq!(of(GONE)[0].text.as_deref(), Some("\\ud800"));
    for error in [StoreError::Blocked, StoreError::Failed("x".to_owned())] {
        moody.refuses.replace(Some(error.clone()));
        assert_eq!(held(&moody), Err(error));
    }
    assert_eq!(held(&MemoryStore::default()), Ok(Vec::new()));
}

// The search.

#[test]
fn the_search_goes_by_the_rules_of_the_events_pages() {
    let shelf = shelved(&store());
    for (words, of, texts, events) in [
        ("resume", None, 1, 1),
        ("RÉSUMÉ peace", None, 1, 1),
        ("#follow-up", None, 1, 1),
        ("#FOLLOW", None, 1, 1),
        // What is quoted, drafts, what was deleted, and what is damaged.
        ("never again", None, 1, 1),
        ("half", None, 1, 1),
        ("#gone", None, 1, 1),
        ("dam", None, 1, 1),
        ("on", None, 4, 3),
        ("on", Some(GONE), 1, 1),
        ("", Some(EARLIER), 5, 1),
        ("zebra", None, 0, 0),
        ("", Some("not-there"), 0, 0),
    ] {
        let found = find(&shelf, &search(words, of), 50);
        assert_eq!((found.texts, found.on_events), (texts, events), "{words} {of:?}");
        assert_eq!(found.all, 10);
        assert_eq!(search(words, of).leaves_out(), !words.is_empty() || of.is_some());
    }
}

#[test]
fn no_more_is_on_the_page_than_was_asked_for_and_all_of_it_comes() {
    let store = MemoryStore::default();
    for number in 0..60 {
        put_note(
            &store,
            ["a", "b", "c"][number % 3],
            &note(number, "first", &format!("n{number}.")),
        );
    }
    let deleted = Deleted { note: note(70, "first", "gone"), at: at(80) };
    put(&store, "b", Entry::Deleted(deleted.note.id.clone()), &encode_deleted(&deleted));
    let shelf = shelf(held(&store).expect("memory"), &[]);
    let whole = find(&shelf, &Search::default(), usize::MAX);
    assert_eq!((whole.shown, whole.to_show, whole.texts), (60, 60, 61));
    for limit in [0, 1, 19, 20, 21, 40, 59, 60] {
        let found = find(&shelf, &Search::default(), limit);
        assert_eq!((found.shown, found.to_show, found.notes), (limit, 60, 60));
        let notes = |found: &Found| {
            shown(found).into_iter().filter(|line| line.starts_with("  ")).collect::<Vec<_>>()
        };
        assert_eq!(notes(&found), notes(&whole)[..limit], "{limit}");
        let has_deleted = shown(&found).iter().any(|line| line.starts_with('x'));
        assert_eq!(has_deleted, limit >= 40, "once all of its event is there: {limit}");
    }
}

// Export.

/// What an event's page knows before anything is brought in.
fn empty_page(id: &str, title: &str) -> Snapshot {
    let outline = json!({
        "id": id, "title": title, "starts": "2014-09-04", "organizers": [],
        "parts": [{ "id": "one", "title": "Part one" }],
        // Titles as another event has them too.
        "themes": [
            { "id": "first", "part": "one", "title": "First theme" },
            { "id": "second", "part": "one", "title": "Second" },
        ],
    });
    Snapshot {
        event: serde_json::from_value(outline).expect("an outline"),
        // Not where the site was when the file was made.
        address: format!("https://moved.example/{id}/"),
        page: PageText::default(),
        notebook: notebook_of(&Keys::of(&event(id)), &[]),
        entries: Vec::new(),
        now: at(900),
    }
}

fn entries_of(store: &MemoryStore, id: &str) -> Vec<(String, String)> {
    let mut keys = store.keys().expect("memory");
    keys.retain(|key| entry_of_any_event(key).is_some_and(|(known, _)| known == event(id)));
    keys.sort();
    let text = |key: &String| store.read(key).expect("memory").expect("it is there");
    keys.into_iter().map(|key| (key.clone(), text(&key))).collect()
}

#[test]
fn one_backup_brings_back_all_entries_on_the_page_of_each_event() {
    let store = store();
    let backup = Form::Backup.write(&everything(&store));
    for id in [EARLIER, LATEST, GONE] {
        let page = empty_page(id, "Any title");
        let plan = read(backup.as_bytes(), "all.ann", &page).expect("a backup");
        let after = applied(&page, &plan.changes).expect("nothing was there before");
        let expected = entries_of(&store, id);
        assert_eq!(after.entries, expected, "{id}");
        assert_eq!(plan.elsewhere, 11 - expected.len(), "{id}: the others are counted");
        assert!(plan.unreadable.is_empty() && plan.conflicting.is_empty(), "{plan:?}");
        let again = read(backup.as_bytes(), "all.ann", &after).expect("a backup");
        assert_eq!((again.changes.len(), again.unchanged), (0, expected.len()), "{id}");
    }
    let other =
        read(backup.as_bytes(), "x", &empty_page("other", "First theme")).expect("a backup");
    assert_eq!((other.elsewhere, other.changes.len()), (11, 0), "same titles are no reason");
}

#[test]
fn the_backup_is_a_set_in_which_each_note_tells_its_event() {
    let set: Value =
        serde_json::from_str(&Form::Backup.write(&everything(&store()))).expect("JSON");
    assert_eq!(
        (&set["type"], &set["about"]["dc:title"]),
        (&json!("AnnotationSet"), &json!("Panels"))
    );
    assert_eq!(set["about"]["dc:identifier"], json!([ROOT]));
    assert_eq!((&set["marginalia"]["version"], set["marginalia"].get("event")), (&json!(2), None));
    let events = set["marginalia"]["events"].as_array().expect("events");
    let ids: Vec<_> = events.iter().map(|event| event["event"].as_str().expect("an id")).collect();
    assert_eq!(ids, [LATEST, EARLIER, GONE]);
    let told: Vec<_> = set["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|it| {
            (it["marginalia"]["event"].as_str().unwrap(), it["target"]["source"].as_str().unwrap())
        })
        .collect();
    let (latest, earlier) =
        ("https://example.org/panels/latest-2024/", "https://example.org/panels/earlier-2014/");
    assert_eq!(told[..2], [(LATEST, latest), (LATEST, latest)]);
    assert_eq!(told[2..5], [(EARLIER, earlier); 3]);
    assert_eq!(told[5..], [(GONE, "urn:marginalia:event:gone")]);
}

#[test]
fn what_another_program_added_to_the_set_is_looked_at_by_itself() {
    let mut set: Value =
        serde_json::from_str(&Form::Backup.write(&everything(&store()))).expect("JSON");
    let added = |source: &str| {
        json!({ "type": "Annotation", "id": format!("urn:x:{source}"), "body": "by hand",
                "target": { "source": format!("https://moved.example/{source}/#theme-second") } })
    };
    let items = set["items"].as_array_mut().expect("items");
    items.extend([added(EARLIER), added("elsewhere")]);
    let plan = read(set.to_string().as_bytes(), "x", &empty_page(GONE, "x")).expect("a backup");
    // Both lead to a theme of this id, as they do where they stand alone.
    assert_eq!(plan.new_notes.len(), 3, "{:?}", plan.new_notes);
    let alone = json!([added(EARLIER), added("elsewhere")]).to_string();
    let alone = read(alone.as_bytes(), "x", &empty_page(GONE, "x")).expect("annotations");
    assert_eq!(alone.new_notes.len(), 2);
}

#[test]
fn the_backup_of_one_event_stays_as_older_pages_read_it() {
    let several = everything(&store());
    let backup = Format::Backup.write(&several.events[1], &Selection::All);
    let set: Value = serde_json::from_str(&backup).expect("JSON");
    assert_eq!(set["marginalia"]["version"], 1);
    assert_eq!(
        (&set["marginalia"]["event"], set["marginalia"].get("events")),
        (&json!(EARLIER), None)
    );
    assert!(set["items"][0]["marginalia"].get("event").is_none());
}

#[test]
fn markdown_has_a_heading_for_each_event_and_is_brought_in_nowhere() {
    let markdown = Form::Markdown.write(&everything(&store()));
    let headings: Vec<&str> = markdown.lines().filter(|line| line.starts_with('#')).collect();
    let expected = [
        "# La dernière",
        "## First theme",
        "## Notes on themes no longer in this event",
        "### no-more",
        "# The earlier one",
        "## First theme",
        "## Second",
        "# gone",
        "## other",
        "## whatever",
    ];
    assert_eq!(headings, expected);
    for words in [
        "> half a thought",
        "Draft, not added yet",
        "> > never again",
        "<https://example.org/panels/>",
    ] {
        assert!(markdown.contains(words), "{words}\n{markdown}");
    }
    let plan = read(markdown.as_bytes(), "x.md", &empty_page(EARLIER, "x")).expect("Markdown");
    assert_eq!((plan.changes.len(), plan.elsewhere), (0, 8));
}

#[test]
fn the_tables_have_a_row_for_each_note_with_its_event() {
    for (form, separator) in [(Form::Csv, b','), (Form::CsvForExcel, b';')] {
        let table = form.write(&everything(&store()));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        let cells: Vec<_> = rows.iter().map(|row| (row[0].to_owned(), row[3].to_owned())).collect();
        assert_eq!(cells.len(), 6);
        assert_eq!(cells[1].0, "La dernière");
        // No formula.
        let gone = ("gone".to_owned(), "'=SUM(A1) on an event that was taken down".to_owned());
        assert_eq!(cells[5], gone);
        assert_eq!(&rows[2][10], "never again");
    }
}

#[test]
fn files_are_named_by_the_day() {
    let several = everything(&store());
    let names = Form::ALL.map(|form| form.file_name(&several));
    assert_eq!(
        names,
        [
            "all-notes-2026-01-05.md",
            "all-notes-2026-01-05.ann",
            "all-notes-2026-01-05.csv",
            "all-notes-2026-01-05.excel.csv"
        ]
    );
}
