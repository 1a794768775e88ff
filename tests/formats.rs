//! Exports and imports, natively: each form is read back, by our own reader and by readers that were
//! not written here, with texts that nobody would type and files that nobody should send.

use std::collections::BTreeMap;

use marginalia::event::{EventOutline, ThemeId};
use marginalia::formats::{
    Change, FRAGMENT, Format, LARGEST_FILE, LONGEST_LINK, LinkError, PageText, Plan, Reason,
    Refusal, Selection, Snapshot, Source, Visit, VisitingNote, applied, link, notebook_of, open,
    open_link, plain_text, plan_visit, read, rich_text,
};
use marginalia::markdown::note_html;
use marginalia::messages::transfer::{on_no_theme, where_they_go};
use marginalia::notebook::quote::Quote;
use marginalia::notebook::{Deleted, Extra, Note, NoteId, Notebook, Timestamp};
use marginalia::storage::codec::{encode_deleted, encode_draft, encode_note};
use marginalia::storage::{Entry, Keys};
use proptest::prelude::*;
use serde_json::{Value, json};

// An event, and what there is to export of it.

const ADDRESS: &str = "https://example.org/events/panel/";

fn event() -> EventOutline {
    let theme = |id: &str, part: &str, title: &str| json!({"id": id, "part": part, "title": title});
    serde_json::from_value(json!({
        "id": "panel",
        "title": "The Panel: \"early\" *action* & [links](x) #1 \\ <b>",
        "starts": "2014-09-04",
        "place": "New York, NY, USA: # here",
        "organizers": ["A & B Institute"],
        "parts": [{"id": "one", "title": "Part <One>"}, {"id": "two", "title": "=Part Two"}],
        "themes": [
            theme("early", "one", "Early *action* & “why” <it> matters"),
            theme("other", "one", "### Other"),
            theme("late", "two", "Late 🎉 action"),
        ],
    }))
    .expect("an event")
}

fn theme(name: &str) -> ThemeId {
    ThemeId::try_from(name.to_owned()).expect("a theme id")
}

fn id(name: &str) -> NoteId {
    NoteId::parse(name).expect("a note id")
}

fn note_id(number: usize) -> NoteId {
    id(&format!("0192f0c1-0000-7000-8000-{number:012}"))
}

fn at(second: usize) -> Timestamp {
    let (minute, second) = (second / 60 % 60, second % 60);
    Timestamp::parse(&format!("2014-09-04T10:{minute:02}:{second:02}.000Z")).expect("a time")
}

fn keys() -> Keys {
    Keys::of(&event().id)
}

fn note(number: usize, on: &str, text: &str) -> Note {
    Note::new(note_id(number), theme(on), text.to_owned(), at(number))
}

fn quoting(exact: &str) -> Quote {
    Quote { exact: exact.to_owned(), prefix: "before ".to_owned(), suffix: " after".to_owned() }
}

fn quoted(note: Note, exact: &str) -> Note {
    let mut note = note;
    note.set_quote(&quoting(exact));
    note
}

/// Whether what a note says is said by another as well.
fn is_said_by(note: &Note, other: &Note) -> bool {
    other.text == note.text && (note.quote().is_none() || other.quote() == note.quote())
}

fn page() -> PageText {
    let event = event();
    let mut page =
        PageText { text: format!("Müll 🎉 {}\nIntro. ", event.title), headings: vec![] };
    for theme in event.themes.iter().filter(|theme| theme.id.as_str() != "other") {
        page.headings.push((theme.id.clone(), page.text.chars().count()));
        page.text.push_str(&format!("{} And what was said of it.\n", theme.title));
    }
    page
}

/// A snapshot whose entries are what the codec makes of the notebook, and some more.
fn snapshot_of(notebook: Notebook, raw: &[(String, String)]) -> Snapshot {
    let keys = keys();
    let mut entries: BTreeMap<String, String> = raw.iter().cloned().collect();
    for note in notebook.notes() {
        entries.insert(keys.key(&Entry::Note(note.id.clone())), encode_note(note));
    }
    for (theme, text) in notebook.drafts() {
        entries.insert(keys.key(&Entry::Draft(theme.clone())), encode_draft(text));
    }
    for deleted in notebook.deleted() {
        let entry = Entry::Deleted(deleted.note.id.clone());
        entries.insert(keys.key(&entry), encode_deleted(deleted));
    }
    Snapshot {
        event: event(),
        address: ADDRESS.to_owned(),
        page: page(),
        notebook,
        entries: entries.into_iter().collect(),
        now: at(3000),
    }
}

fn empty() -> Snapshot {
    snapshot_of(Notebook::default(), &[])
}

fn with_notes(notes: &[Note]) -> Snapshot {
    let mut notebook = Notebook::default();
    notes.iter().for_each(|note| notebook.put(note.clone()));
    snapshot_of(notebook, &[])
}

fn plan(text: &str, snapshot: &Snapshot) -> Plan {
    read(text.as_bytes(), "notes", snapshot).expect("a file of ours")
}

/// Brings a file in and looks at it once more: the second time there must be nothing to do, and
/// taking the first back must leave what was there.
fn bring_in(text: &str, snapshot: &Snapshot) -> (Plan, Snapshot) {
    let plan = plan(text, snapshot);
    let after = applied(snapshot, &plan.changes).expect("the plan fits what is there");
    let again = read(text.as_bytes(), "notes", &after).expect("still a file of ours");
    assert_eq!(again.changes, [], "the second time there is nothing to do");
    assert_eq!((again.new_notes.len(), again.conflicting.len()), (0, 0));
    let back: Vec<Change> = plan
        .changes
        .iter()
        .map(|it| Change { before: it.after.clone(), after: it.before.clone(), ..it.clone() })
        .collect();
    let undone = applied(&after, &back).expect("what was done can be taken back");
    assert_eq!(undone.entries, snapshot.entries);
    (plan, after)
}

fn counts(plan: &Plan) -> [usize; 8] {
    [
        plan.new_notes.len(),
        plan.new_drafts.len(),
        plan.new_deleted.len(),
        plan.new_entries.len(),
        plan.conflicting.len(),
        plan.unchanged,
        plan.unreadable.len(),
        plan.elsewhere,
    ]
}

// What may stand in a note.

const NASTY: &[&str] = &[
    "",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{feff}",
    "\u{fffe}",
    "\t",
    "  ",
    "# Heading",
    "## The Panel",
    "### Late",
    "> quoted",
    ">",
    "---",
    "---\ntitle: x\n---",
    "<!-- marginalia {\"id\":\"x\"} -->",
    "<!-- marginalia ",
    "-->",
    "<!--",
    "--",
    "--!>",
    "```",
    "~~~",
    "    code",
    "- item",
    "1. one",
    "* * *",
    "[x]: http://x",
    "[a](javascript:alert(1))",
    "![a](http://tracker.example/x.png)",
    "<script>alert(1)</script>",
    "<textarea>",
    "<style>",
    "<pre>",
    "<![CDATA[",
    "<?php",
    "<!X",
    "<div\n",
    "<b",
    "/>",
    "===",
    "|a|\n|-|",
    "+ ",
    "1) ",
    "<img src=x onerror=alert(1)>",
    "<a href=\"javascript:x\">",
    "</li></ul>",
    "&lt;script&gt;",
    "&amp;",
    "&#60;script&#62;",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\u{ff1d}1",
    "'",
    "\"",
    "\"\"",
    ",",
    ";",
    "\\",
    "\\n",
    "$",
    "`",
    "*",
    "**",
    "_",
    "🎉",
    "👩‍👩‍👧‍👦",
    "e\u{301}",
    "שלום",
    "مرحبا",
    "\u{202e}evil",
    "\u{200f}",
    "𝒳",
    "null",
    "{}",
    "[",
    "%0A",
    "*Draft, not added yet*",
    "␀",
    "\u{fffd}",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(NASTY).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-z ]{0,12}",
        1 => Just("\n".to_owned()),
    ];
    let start = prop_oneof![8 => Just(""), 1 => Just("> "), 1 => Just("> > ")];
    (start, prop::collection::vec(piece, 0..8))
        .prop_map(|(start, pieces)| [start, &pieces.concat()].concat())
}

/// What a note may quote: words of the page, titles among them, and texts that nobody would select.
fn quotes() -> impl Strategy<Value = Quote> {
    let exact = prop_oneof![
        2 => prop::sample::select(vec![
            "what was said", "Late 🎉 action", "Late  🎉 action\n", "gone", "- a\n1. b\n\n===",
        ])
        .prop_map(str::to_owned),
        3 => texts().prop_filter("a quotation has words", |text| !text.is_empty()),
    ];
    (exact, texts(), texts()).prop_map(|(exact, prefix, suffix)| Quote { exact, prefix, suffix })
}

/// A note's text and what it quotes; with a quotation the text may well be blank.
fn words() -> impl Strategy<Value = (String, Option<Quote>)> {
    let blank = prop::sample::select(vec!["", "", " ", "\n", "\n\n", "\r"]);
    prop_oneof![
        3 => texts().prop_map(|text| (text, None)),
        1 => (texts(), quotes()).prop_map(|(text, quote)| (text, Some(quote))),
        1 => (blank, quotes()).prop_map(|(text, quote)| (text.to_owned(), Some(quote))),
    ]
}

fn themes() -> impl Strategy<Value = ThemeId> {
    prop::sample::select(vec!["early", "late", "other", "gone", "gone-too"]).prop_map(theme)
}

fn note_ids() -> impl Strategy<Value = NoteId> {
    prop_oneof![
        4 => (0..40usize).prop_map(note_id),
        1 => "[A-Za-z0-9-]{1,12}".prop_map(|name| id(&name)),
        1 => Just(id("0192F0C1-0000-7000-8000-00000000000A")),
        1 => Just(id("--")),
    ]
}

fn notes(with_extra: bool) -> impl Strategy<Value = Note> {
    let extra = prop::collection::vec(("[a-z]{1,3}x", texts()), 0..if with_extra { 3 } else { 1 });
    let conflict = prop::option::of(note_ids());
    (note_ids(), themes(), words(), 0..99usize, 0..9usize, 0..u64::MAX, conflict, extra).prop_map(
        |(id, theme, (text, quote), created, later, revision, conflict, fields)| {
            let mut extra = Extra::default();
            for (name, text) in fields {
                extra.insert(&name, &text);
            }
            let note = Note::new(id, theme, text, at(created));
            let note = Note { changed: at(created + later), revision, conflict, extra, ..note };
            quote.iter().fold(note, |mut note, quote| {
                note.set_quote(quote);
                note
            })
        },
    )
}

/// Entries that cannot be read, and copies of such.
fn raw() -> impl Strategy<Value = Vec<(String, String)>> {
    let place = prop::sample::select(vec![
        "note/0192f0c1-0000-7000-8000-000000000003",
        "note/broken",
        "draft/late",
        "deleted/broken",
        "quarantine/note/broken/1",
        "older/note/broken",
    ]);
    let text = texts().prop_map(|text| format!("{{\"v\":1,{text}"));
    prop::collection::vec((place.prop_map(|rest| format!("marginalia/panel/{rest}")), text), 0..4)
}

fn snapshots() -> impl Strategy<Value = Snapshot> {
    let drafts = prop::collection::vec((themes(), texts()), 0..3);
    let deleted = prop::collection::vec((notes(true), 0..99usize), 0..4);
    (prop::collection::vec(notes(true), 0..8), drafts, deleted, raw()).prop_map(
        |(notes, drafts, deleted, raw)| {
            let mut notebook = Notebook::default();
            let keys = keys();
            let is_free = |entry: Entry| {
                let key = keys.key(&entry);
                !raw.iter().any(|(known, _)| *known == key)
            };
            for note in notes {
                if is_free(Entry::Note(note.id.clone())) {
                    notebook.put(note);
                }
            }
            for (theme, text) in drafts {
                if is_free(Entry::Draft(theme.clone())) {
                    notebook.set_draft(&theme, text);
                }
            }
            for (note, second) in deleted {
                if is_free(Entry::Deleted(note.id.clone())) && notebook.note(&note.id).is_none() {
                    notebook.put_deleted(Deleted { note, at: at(second) });
                }
            }
            snapshot_of(notebook, &raw)
        },
    )
}

/// The notebook with its deleted notes in one order: two that were deleted at the same moment come
/// in that in which they were put in.
fn sorted(notebook: &Notebook) -> (Vec<Note>, BTreeMap<ThemeId, String>, Vec<Deleted>) {
    let mut deleted = notebook.deleted().cloned().collect::<Vec<_>>();
    deleted.sort_by(|one, other| one.note.id.cmp(&other.note.id));
    (
        notebook.notes().cloned().collect(),
        notebook.drafts().map(|(theme, text)| (theme.clone(), text.to_owned())).collect(),
        deleted,
    )
}

// The backup.

proptest! {
    #[test]
    fn a_backup_brings_back_every_entry_as_it_was(snapshot in snapshots()) {
        let backup = Format::Backup.write(&snapshot, &Selection::All);
        let (plan, after) = bring_in(&backup, &empty());
        prop_assert_eq!(&after.entries, &snapshot.entries);
        prop_assert_eq!(sorted(&after.notebook), sorted(&snapshot.notebook));
        prop_assert_eq!(plan.unreadable, []);
        let (again, _) = bring_in(&backup, &snapshot);
        prop_assert!(again.is_empty(), "{:?}", again);
    }

    #[test]
    fn whatever_is_here_stays_when_a_backup_comes_in(here in snapshots(), there in snapshots()) {
        let backup = Format::Backup.write(&there, &Selection::All);
        let (plan, after) = bring_in(&backup, &here);
        for (key, text) in &here.entries {
            let now = after.entries.iter().find(|(known, _)| known == key).map(|(_, text)| text);
            // Only a deleted note may go, where the file brings it back.
            let is_back = matches!(keys().entry(key), Some(Entry::Deleted(id))
                if after.notebook.note(&id).is_some());
            prop_assert!(now == Some(text) || (now.is_none() && is_back), "{}", key);
        }
        for note in there.notebook.notes() {
            let is_kept = after.notebook.notes().any(|it| is_said_by(note, it));
            prop_assert!(is_kept, "{:?} is gone", note);
        }
        for (theme, text) in there.notebook.drafts() {
            let is_kept = after.notebook.draft(theme) == text
                || text.trim().is_empty()
                || after.notebook.notes().any(|it| it.text == text);
            prop_assert!(is_kept, "{:?} is gone", text);
        }
        for deleted in there.notebook.deleted() {
            let is_kept = after.notebook.deleted().any(|it| is_said_by(&deleted.note, &it.note))
                || after.notebook.notes().any(|it| is_said_by(&deleted.note, it));
            prop_assert!(is_kept, "{:?} is gone", deleted);
        }
        let named = plan.unreadable.iter().all(|it| it.reason == Reason::PlaceTaken);
        prop_assert!(named, "{:?}", plan.unreadable);
    }
}

#[test]
fn a_backup_keeps_what_a_later_version_stored() {
    let newer = r#"{"v":2,"id":"n1","theme":"early","text":"a","created":"2014-09-04T10:00:00Z","changed":"2014-09-04T10:00:00Z","revision":1,"big":123456789012345678901234567890.5e400,"z":1,"a":[2]}"#;
    let spaced = r#"{ "v": 1, "id": "n2", "theme": "early", "text": "b", "created": "2014-09-04T10:00:00Z", "changed": "2014-09-04T10:00:00Z", "revision": 1 }"#;
    let unknown = r#"{"v":7,"words":"c"}"#;
    let entries: Vec<(String, String)> = [
        ("marginalia/panel/draft/late", r#"{"v":1,"text":"begun","more":true}"#),
        ("marginalia/panel/note/n1", newer),
        ("marginalia/panel/note/n2", spaced),
        ("marginalia/panel/note/n3", unknown),
    ]
    .map(|(key, text)| (key.to_owned(), text.to_owned()))
    .to_vec();
    let notebook = notebook_of(&keys(), &entries);
    assert!(notebook.note(&id("n1")).is_some_and(|note| note.newer));
    let snapshot = Snapshot { entries, notebook, ..empty() };
    let backup = Format::Backup.write(&snapshot, &Selection::All);
    let (plan, after) = bring_in(&backup, &empty());
    assert_eq!(after.entries, snapshot.entries);
    assert_eq!(counts(&plan), [2, 1, 0, 1, 0, 0, 0, 0]);

    // Edited by hand: the words count, and what is unknown here is kept beside them.
    let edited = backup.replace(r#""value": "a""#, r#""value": "edited""#);
    let (_, after) = bring_in(&edited, &empty());
    let note = after.notebook.note(&id("n1")).expect("the note");
    assert_eq!((note.text.as_str(), note.newer), ("edited", false));
    assert!(note.extra.get("big").is_some());
}

#[test]
fn a_backup_is_a_readium_annotation_set() {
    let mut notebook = Notebook::default();
    notebook.put(note(1, "early", "one"));
    notebook.put(Note { id: id("n2"), conflict: Some(note_id(1)), ..note(2, "other", "two") });
    notebook.put(note(3, "gone", "three"));
    notebook.set_draft(&theme("late"), "begun".to_owned());
    notebook.put_deleted(Deleted { note: note(4, "late", "four"), at: at(9) });
    let broken = ("marginalia/panel/note/n9".to_owned(), "{".to_owned());
    let elsewhere = ("marginalia/settings".to_owned(), "{}".to_owned());
    let snapshot = snapshot_of(notebook, &[broken, elsewhere]);
    let text = Format::Backup.write(&snapshot, &Selection::All);
    let set: Value = serde_json::from_str(&text).expect("JSON");
    for (field, expected) in [
        ("/@context", json!("http://www.w3.org/ns/anno.jsonld")),
        ("/type", json!("AnnotationSet")),
        ("/generator/type", json!("Software")),
        ("/generated", json!(at(3000).as_str())),
        ("/about/dc:identifier", json!([ADDRESS, "urn:marginalia:event:panel"])),
        ("/about/dc:format", json!("text/html")),
        ("/about/dc:publisher", json!("A & B Institute")),
        ("/about/dc:date", json!("2014")),
        ("/items/0/id", json!("urn:uuid:0192f0c1-0000-7000-8000-000000000001")),
        ("/items/0/type", json!("Annotation")),
        ("/items/0/motivation", json!("commenting")),
        ("/items/0/created", json!(at(1).as_str())),
        (
            "/items/0/body",
            json!({
                "type": "TextualBody", "value": "one", "format": "text/plain", "purpose": "commenting",
            }),
        ),
        ("/items/0/target/source", json!(ADDRESS)),
        (
            "/items/0/target/meta/headings",
            json!([
                {"level": 2, "txt": "Part <One>"},
                {"level": 3, "txt": "Early *action* & “why” <it> matters"},
            ]),
        ),
        ("/items/0/marginalia", json!({"theme": "early", "revision": 1})),
        // Its heading is not on the page, so there is no place to point at.
        ("/items/1/id", json!("urn:marginalia:note:n2")),
        ("/items/1/target/selector", Value::Null),
        ("/items/1/marginalia/conflict", json!(note_id(1).as_str())),
        ("/items/2/target", json!({"source": ADDRESS})),
        ("/items/2/marginalia/theme", json!("gone")),
        ("/items/3", Value::Null),
        ("/marginalia/event", json!("panel")),
        ("/marginalia/drafts", json!([{"theme": "late", "text": "begun"}])),
        ("/marginalia/deleted/0/text", json!("four")),
        ("/marginalia/unreadable", json!([{"key": "marginalia/panel/note/n9", "text": "{"}])),
    ] {
        assert_eq!(set.pointer(field).cloned().unwrap_or_default(), expected, "{field}");
    }
    let urn = set["id"].as_str().expect("an id");
    assert!(urn.starts_with("urn:uuid:") && urn.len() == 45, "{urn}");

    let some = Format::Backup.write(&snapshot, &Selection::Theme(theme("early")));
    let set: Value = serde_json::from_str(&some).expect("JSON");
    assert_eq!(set["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(set["marginalia"], json!({"version": 1, "event": "panel"}));
}

#[test]
fn selectors_find_the_heading_in_the_page() {
    let snapshot = with_notes(&[note(1, "late", "one"), note(2, "early", "two")]);
    let letters: Vec<char> = snapshot.page.text.chars().collect();
    let text =
        |from: usize, to: usize| letters[from..to.min(letters.len())].iter().collect::<String>();
    for format in [Format::Backup, Format::WebAnnotations] {
        let file: Value =
            serde_json::from_str(&format.write(&snapshot, &Selection::All)).expect("JSON");
        let items = file["items"].as_array().or(file.as_array()).expect("annotations");
        let titles = ["Early *action* & “why” <it> matters", "Late 🎉 action"];
        for (item, title) in items.iter().zip(titles) {
            let [quote, position] = [0, 1].map(|it| &item["target"]["selector"][it]);
            let number = |name: &str| position[name].as_u64().expect("a number") as usize;
            let (start, end) = (number("start"), number("end"));
            assert_eq!(text(start, end), title);
            assert_eq!(quote["exact"], title);
            assert_eq!(quote["prefix"], text(start.saturating_sub(32), start));
            assert_eq!(quote["suffix"], text(end, end + 32));
        }
    }
    // A place that was measured wrongly, or lies beyond the page, is no place.
    for place in [0, 5, 100_000, usize::MAX] {
        let mut snapshot = snapshot.clone();
        snapshot.page.headings = vec![(theme("late"), place)];
        let file = Format::Backup.write(&snapshot, &Selection::All);
        assert!(!file.contains("TextQuoteSelector"), "{place}");
    }
}

/// The selectors of the one note in a file, and what it is motivated by.
fn hangs_on(format: Format, snapshot: &Snapshot) -> (Value, Value) {
    let file: Value = serde_json::from_str(&format.write(snapshot, &Selection::All)).expect("JSON");
    let item = file["items"].as_array().or(file.as_array()).and_then(|list| list.first());
    let item = item.expect("an annotation");
    (item["target"]["selector"].clone(), item["motivation"].clone())
}

#[test]
fn what_a_note_quotes_is_what_its_annotation_hangs_on() {
    let snapshot = with_notes(&[quoted(note(1, "late", ""), "what was said of it")]);
    let text = &snapshot.page.text;
    let quote = json!({
        "type": "TextQuoteSelector", "exact": "what was said of it", "prefix": "before ",
        "suffix": " after",
    });
    let at = |byte: Option<usize>, words: &str| {
        let start = text[..byte.expect("in the page")].chars().count();
        let end = start + words.chars().count();
        json!({"type": "TextPositionSelector", "start": start, "end": end})
    };
    let second = at(text.rfind("what was said of it"), "what was said of it");
    for format in [Format::Backup, Format::WebAnnotations] {
        // The words stand on the theme before as well, where they are not looked for.
        let expected = (json!([quote, second]), json!("highlighting"));
        assert_eq!(hangs_on(format, &snapshot), expected);
        let early = with_notes(&[quoted(note(1, "early", "mine"), "what was said of it")]);
        let first = at(text.find("what was said of it"), "what was said of it");
        assert_eq!(hangs_on(format, &early), (json!([quote, first]), json!("commenting")));
        // A note without words of its own that quotes none either is no highlight.
        assert_eq!(hangs_on(format, &with_notes(&[note(1, "late", "")])).1, "commenting");
        // Of a theme without a heading, and where all was measured wrongly, they may stand anywhere.
        let other = with_notes(&[quoted(note(1, "other", ""), "what was said of it")]);
        assert_eq!(hangs_on(format, &other).0, json!([quote, first]));
        let mut wrong = snapshot.clone();
        wrong.page.headings = vec![(theme("late"), 3), (theme("early"), usize::MAX)];
        assert_eq!(hangs_on(format, &wrong).0, json!([quote, first]));
    }
    // Words that are nowhere still are what is quoted; who insists on a place gets one nearby.
    let gone = with_notes(&[quoted(note(1, "late", "mine"), "nobody ever said this")]);
    let quote = json!({
        "type": "TextQuoteSelector", "exact": "nobody ever said this", "prefix": "before ",
        "suffix": " after",
    });
    assert_eq!(hangs_on(Format::Backup, &gone).0, json!([quote]));
    let title = "Late 🎉 action";
    assert_eq!(
        hangs_on(Format::WebAnnotations, &gone).0,
        json!([quote, at(text.find(title), title)])
    );
    let gone = with_notes(&[quoted(note(1, "gone", "mine"), "nobody ever said this")]);
    let title = &snapshot.event.title;
    assert_eq!(
        hangs_on(Format::WebAnnotations, &gone).0,
        json!([quote, at(text.find(title), title)])
    );
    // Nothing is no comment.
    let bodies = |format: Format| {
        let file: Value =
            serde_json::from_str(&format.write(&snapshot, &Selection::All)).expect("JSON");
        file["items"].as_array().or(file.as_array()).expect("a list")[0]["body"].clone()
    };
    assert_eq!(bodies(Format::WebAnnotations), json!([]));
    // But pages that do not know of quotations leave out an annotation without a body.
    assert_eq!(bodies(Format::Backup)["value"], "");
}

#[test]
fn a_quotation_in_a_backup_outlives_what_other_programs_drop() {
    let snapshot = with_notes(&[
        quoted(note(1, "late", "mine"), "what was said"),
        quoted(note(2, "late", ""), "of it"),
        note(3, "late", "no quotation"),
    ]);
    let backup = Format::Backup.write(&snapshot, &Selection::All);
    let mut set: Value = serde_json::from_str(&backup).expect("JSON");
    for item in set["items"].as_array_mut().expect("a list") {
        item.as_object_mut().expect("an object").remove("marginalia");
    }
    let (_, after) = bring_in(&set.to_string(), &empty());
    assert_eq!(after.notebook, snapshot.notebook);
    assert!(bring_in(&set.to_string(), &snapshot).0.is_empty());
    // A highlight of a reading system has no body and no id of ours. It is known by what it quotes.
    for (number, item) in set["items"].as_array_mut().expect("a list").iter_mut().enumerate() {
        item["id"] = json!(format!("https://example.com/{number}"));
        item.as_object_mut().expect("an object").remove("body");
    }
    let (plan, after) = bring_in(&set.to_string(), &empty());
    assert_eq!(counts(&plan), [2, 0, 0, 0, 0, 0, 1, 0]);
    assert_eq!(plan.unreadable[0].reason, Reason::NoText);
    let shown: Vec<&str> = plan.new_notes.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(shown, ["of it", "what was said"]);
    assert!(after.notebook.notes().all(|it| it.text.is_empty() && it.quote().is_some()));
    for item in set["items"].as_array_mut().expect("a list") {
        item["target"]["meta"] = Value::Null;
    }
    let (plan, _) = bring_in(&set.to_string(), &empty());
    let reasons: Vec<Reason> = plan.unreadable.iter().map(|it| it.reason).collect();
    assert_eq!(reasons, [Reason::NoText, Reason::NoTheme, Reason::NoTheme]);
    assert_eq!(plan.unreadable[1].text, "of it");

    // A theme that has another title by now: its old heading is no quotation.
    let mut renamed = empty();
    let late = renamed.event.themes.iter_mut().find(|it| it.id.as_str() == "late");
    late.expect("the theme").title = "Later".to_owned();
    let (_, after) = bring_in(&backup, &renamed);
    assert_eq!(after.notebook, snapshot.notebook);
}

// Markdown.

/// What of a note Markdown keeps.
fn in_markdown(notebook: &Notebook) -> (Vec<Note>, BTreeMap<ThemeId, String>) {
    let (notes, drafts, _) = sorted(notebook);
    let known = |note: Note| {
        let plain = Note { extra: Extra::default(), ..note.clone() };
        note.quote().iter().fold(plain, |mut note, quote| {
            note.set_quote(quote);
            note
        })
    };
    (notes.into_iter().map(known).collect(), drafts)
}

proptest! {
    #[test]
    fn markdown_brings_back_every_note_and_draft(snapshot in snapshots()) {
        let markdown = Format::Markdown.write(&snapshot, &Selection::All);
        prop_assert!(!markdown.contains('\r') && !markdown.contains('\0'));
        // What HTML and XML do not allow within a comment.
        for line in markdown.lines().filter(|line| line.starts_with("<!--")) {
            let inside = line.strip_prefix("<!--").and_then(|it| it.strip_suffix("-->"));
            prop_assert!(inside.is_some_and(|it| !it.contains("--") && !it.contains('>')));
        }
        for file in [
            markdown.clone(),
            markdown.replace('\n', "\r\n"),
            format!("\u{feff}{markdown}"),
            // As editors do that take space away at the ends of lines.
            markdown.split('\n').map(|line| line.trim_end_matches([' ', '\t'])).collect::<Vec<_>>().join("\n"),
        ] {
            let (plan, after) = bring_in(&file, &empty());
            prop_assert_eq!(in_markdown(&after.notebook), in_markdown(&snapshot.notebook));
            prop_assert_eq!(plan.unreadable, []);
            let (again, _) = bring_in(&file, &snapshot);
            prop_assert!(again.is_empty(), "{:?}", again);
        }
    }

    #[test]
    fn no_text_opens_anything_in_markdown_that_would_swallow_what_follows(snapshot in snapshots()) {
        let markdown = Format::Markdown.write(&snapshot, &Selection::All);
        opens_nothing(&markdown)?;
        // As programs show it that take the quotations for text of their own.
        opens_nothing(&markdown.lines().map(|it| it.strip_prefix("> ").unwrap_or(it))
            .map(|it| format!("{it}\n")).collect::<String>())?;
    }

    #[test]
    fn no_text_is_taken_for_a_heading_of_the_file(snapshot in snapshots()) {
        // By a Markdown parser that was not written here: all headings outside quotations are ours.
        use pulldown_cmark::{Event as Part, Options, Parser, Tag, TagEnd};
        let markdown = Format::Markdown.write(&snapshot, &Selection::All);
        let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let (mut quotations, mut deep, mut heading) = (0, 0, None::<String>);
        let mut headings = Vec::new();
        for part in Parser::new_ext(&markdown, options) {
            match part {
                Part::Start(Tag::BlockQuote(_)) => {
                    quotations += usize::from(deep == 0);
                    deep += 1;
                }
                Part::End(TagEnd::BlockQuote(_)) => deep -= 1,
                Part::Start(Tag::Heading { .. }) if deep == 0 => heading = Some(String::new()),
                Part::End(TagEnd::Heading(_)) if deep == 0 => headings.extend(heading.take()),
                Part::Text(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        let notebook = &snapshot.notebook;
        prop_assert_eq!(quotations, notebook.len() + notebook.drafts().count());
        let event = event();
        let mut known: Vec<&str> = vec![&event.title, "Notes on themes no longer in this event"];
        known.extend(event.parts.iter().map(|it| it.title.as_str()));
        known.extend(event.themes.iter().map(|it| it.title.as_str()));
        known.extend(["gone", "gone-too"]);
        for heading in headings {
            prop_assert!(known.contains(&heading.as_str()), "{}", heading);
        }
    }
}

/// By a Markdown parser that was not written here: there is no HTML but our comments, no fence, nothing
/// that links are defined by, and no table.
fn opens_nothing(markdown: &str) -> Result<(), TestCaseError> {
    use pulldown_cmark::{CodeBlockKind, Event as Part, Options, Parser, Tag};
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES;
    let parser = Parser::new_ext(markdown, options);
    let definitions: Vec<&str> = parser.reference_definitions().iter().map(|it| it.0).collect();
    prop_assert_eq!(definitions, Vec::<&str>::new());
    for part in parser {
        match part {
            Part::Html(html) => prop_assert!(
                html.starts_with("<!-- marginalia {") && html.trim_end().ends_with(" -->"),
                "{}",
                html
            ),
            Part::InlineHtml(html) => prop_assert!(false, "{}", html),
            Part::Start(
                Tag::CodeBlock(CodeBlockKind::Fenced(_)) | Tag::Table(_) | Tag::Image { .. },
            ) => {
                prop_assert!(false, "{:?}", part);
            }
            _ => {}
        }
    }
    Ok(())
}

/// Texts that would open something, or are shown as something else.
const OPENING: [&str; 40] = [
    "<!-- x",
    "<script>",
    "<SCRIPT src=x",
    "<style>",
    "<textarea>\nx",
    "<pre>",
    "<![CDATA[ x",
    "<?php x",
    "<!DOCTYPE x",
    "<!x",
    "<div>\n\nx",
    "</blockquote>",
    "<details open",
    "<custom-element>",
    "a <b> c",
    "a <!-- b",
    "a\n<i\nx=\"",
    "x\n<table>",
    "<https://x.org/<b>",
    "<a@b.c>",
    "```\ncode",
    "~~~ x\ncode",
    "- ```\n  x",
    "a `b",
    "`a` and `<b>`",
    "[x]: http://x.org",
    "[x\ny]: http://x.org 'a",
    "see [x]\n\n[x]: <b>",
    "a\n===",
    "a\n---",
    "***",
    "# a",
    "    indented <b>",
    "\tindented",
    "+ a\n+ b",
    "1) a",
    "&lt;b&gt; &copy; &#60;",
    "a\\\nb\\*c\\",
    "|a|\n|-|",
    "![a](http://x.org/<b>)",
];

#[test]
fn what_would_open_something_in_markdown_is_escaped_and_comes_back() {
    for text in OPENING {
        let mut notes =
            vec![note(3, "early", text), note(2, "early", "after"), note(4, "late", text)];
        notes.push(quoted(note(5, "late", text), text));
        let snapshot = with_notes(&notes);
        let file = Format::Markdown.write(&snapshot, &Selection::All);
        if let Err(fault) = opens_nothing(&file) {
            panic!("{text}: {fault}");
        }
        let (_, after) = bring_in(&file, &empty());
        assert_eq!(after.notebook, snapshot.notebook, "{text}");
        assert!(bring_in(&file, &snapshot).0.is_empty(), "{text}");
        // Edited since: what was put in goes, and what was typed stays.
        let edited: String = file
            .lines()
            .map(|line| {
                let is_last = line.starts_with("> ") && !line.starts_with("> >");
                if is_last { format!("{line} more\n") } else { format!("{line}\n") }
            })
            .collect();
        let (_, after) = bring_in(&edited, &empty());
        let edited = after.notebook.note(&note_id(3)).expect("the note").text.replace(" more", "");
        assert_eq!(
            edited.replace('\u{a0}', " ").replace("    i", "i"),
            text.replace('\t', "    ").replace("    i", "i")
        );
    }
}

#[test]
fn what_means_something_in_a_note_does_so_in_markdown_and_all_else_is_shown_as_it_was_typed() {
    for (text, shown) in [
        (
            "plain, with 2*3*4 and snake_case & R&D; a < b > c",
            "plain, with 2\\*3\\*4 and snake_case & R\\&D; a < b > c",
        ),
        ("*a* **b** [c](https://x.org/?a_b=1&c=2)", "*a* **b** [c](https://x.org/?a_b=1\\&c=2)"),
        ("- a\n- b\n    - c\n\n1. d\n2. e", "- a\n- b\n    - c\n\n1. d\n2. e"),
        ("> a\n> b", "> a\n> b"),
        ("#tag # not", "#tag # not"),
        ("# not", "\\# not"),
        ("- # not", "- \\# not"),
        ("---", "\\---"),
        ("a\n==", "a\n\\=="),
        ("1986. A year", "1986\\. A year"),
        ("_a_ __b__", "\\_a\\_ \\_\\_b\\_\\_"),
        ("`a`", "\\`a\\`"),
        ("a ` b ~ c | d $ e", "a ` b ~ c | d $ e"),
        ("$a$ %%b ~~c~~", "\\$a\\$ \\%\\%b \\~\\~c\\~\\~"),
        (
            "a\n    b <b>\n\n    c",
            "a\n\u{a0}\u{a0}\u{a0}\u{a0}b \\<b>\n\n\u{a0}\u{a0}\u{a0}\u{a0}c",
        ),
        ("[a](javascript:b) [c](d)", "[a\\](javascript:b) [c\\](d)"),
        ("C:\\dir\\ \\* \\a", "C:\\dir\\ \\\\* \\a"),
    ] {
        let file = Format::Markdown.write(&with_notes(&[note(1, "early", text)]), &Selection::All);
        let lines: Vec<&str> = file
            .lines()
            .filter_map(|it| if it == ">" { Some("") } else { it.strip_prefix("> ") })
            .collect();
        assert_eq!(lines.join("\n"), shown);
        let (_, after) = bring_in(&file, &empty());
        assert_eq!(after.notebook.note(&note_id(1)).expect("the note").text, text);
    }
}

#[test]
fn an_export_of_an_earlier_version_is_read_as_it_was_written() {
    let texts = [
        "<!-- x",
        "```\ncode",
        "\\<b> \\*",
        "a\\",
        "&lt;",
        "[x]: http://x.org",
        "# a",
        "*a* _b_",
        "    code",
        "* a\n* b",
    ];
    let notes: Vec<Note> =
        texts.iter().enumerate().map(|(number, text)| note(number, "early", text)).collect();
    let snapshot = with_notes(&notes);
    // Each note as it was shown, and a comment without a text.
    let mut file = Format::Markdown.write(&empty(), &Selection::All);
    file.push_str("\n## Part \\<One\\>\n\n### Late 🎉 action\n");
    for note in &notes {
        let (id, time) = (note.id.as_str(), note.created.as_str());
        let quotation = note.text.replace('\n', "\n> ");
        file.push_str(&format!(
            "\n<!-- marginalia {{\"id\":\"{id}\",\"theme\":\"early\",\"created\":\"{time}\",\
             \"changed\":\"{time}\",\"revision\":1}} -->\n\n*4 September 2014*\n\n> {quotation}\n"
        ));
    }
    let (plan, after) = bring_in(&file, &empty());
    assert_eq!((plan.unreadable, after.notebook), (vec![], snapshot.notebook));
}

/// Notes that formatters of Markdown have something to change in.
fn to_be_formatted() -> Snapshot {
    let texts = [
        "*emphasis*, **strong words** and __none__",
        "* a\n* b\n    * c",
        "- a\n\n\n- b\nand what follows",
        "1. a\n1. b\n\n2) c",
        "words\n- at once\nmore words",
        "> said\n> *so*\n\n  a [link](https://x.org/a_b?c=d&e=f), <b>",
        "two  spaces  \nand\n---\n# no heading",
        "| a | b |\n|---|---|\n| c | d_e_f |",
        "plain words.\n\n- one\n- two",
        "a \\* b \\\nc & d &amp; `e` `f`",
    ];
    let mut notebook = Notebook::default();
    for (number, text) in texts.iter().enumerate() {
        let on = ["early", "late", "other", "gone"][number % 4];
        notebook.put(note(number, on, text));
    }
    notebook.put(quoted(note(20, "late", "* mine"), "- *who* <decides>\n1. & why_so_\n\nsaid"));
    notebook.put(quoted(note(21, "late", ""), "**one**"));
    notebook.set_draft(&theme("late"), "* begun\n* *and* not ended".to_owned());
    snapshot_of(notebook, &[])
}

#[test]
fn markdown_that_a_formatter_wrote_anew_is_read_as_it_was() {
    // What Prettier 3.10.1 makes of the export.
    let formatted = include_str!("support/notes_by_prettier.md");
    let snapshot = to_be_formatted();
    let export = Format::Markdown.write(&snapshot, &Selection::All);
    assert_ne!(formatted, export);
    for file in [formatted.to_owned(), formatted.replace('\n', "\r\n")] {
        let (plan, after) = bring_in(&file, &empty());
        assert_eq!(plan.unreadable, []);
        assert_eq!(after.notebook, snapshot.notebook);
        assert!(bring_in(&file, &snapshot).0.is_empty());
    }
    // A note that was edited there as well counts as it says now.
    let edited = formatted.replace("_emphasis_", "_no emphasis_");
    let (_, after) = bring_in(&edited, &empty());
    let texts: Vec<&str> = after.notebook.notes().map(|it| it.text.as_str()).collect();
    assert!(texts.contains(&"_no emphasis_, **strong words** and __none__"), "{texts:?}");
}

#[test]
fn markdown_is_known_whatever_stands_around_the_front_matter() {
    let snapshot = to_be_formatted();
    let export = Format::Markdown.write(&snapshot, &Selection::All);
    let aligned = export
        .replace("marginalia: 1", "marginalia : 1")
        .replace("event: \"panel\"", "event:    'panel' ")
        .replace("exported: ", "exported:  ");
    for file in [
        format!("\n{export}"),
        format!("\u{feff}{export}"),
        format!("\u{feff}\r\n \r\n{}", export.replace('\n', "\r\n")),
        format!("\n\u{feff}{export}"),
        export.replace('\n', "\r"),
        export.replacen("---\n", "--- \n", 1),
        export.replacen("---\n", "---\t\n", 2),
        export.replacen("\n---\n", "\n...\n", 1),
        export.lines().map(|line| format!("{line}  \n")).collect(),
        aligned,
        // As some editors do that lay lines out.
        export
            .lines()
            .map(|line| format!("  {line}\n"))
            .collect::<String>()
            .replacen("  ---", "---", 2),
    ] {
        let (plan, after) = bring_in(&file, &empty());
        assert_eq!((plan.unreadable, plan.elsewhere), (vec![], 0), "{file}");
        assert_eq!(after.notebook, snapshot.notebook, "{file}");
    }
    for file in
        ["--- a\nmarginalia: 1\n---\n", "----\nmarginalia: 1\n", "a\n---\nmarginalia: 1\n---\n"]
    {
        assert_eq!(read(file.as_bytes(), "x.md", &empty()), Err(Refusal::OtherText), "{file}");
    }
}

#[test]
fn a_long_text_comes_back() {
    let text = "🎉 a\r\0\n".repeat(20_000);
    let plain = "word ".repeat(20_000);
    let snapshot = with_notes(&[note(1, "early", &text), note(2, "early", &plain)]);
    for format in [Format::Markdown, Format::Backup] {
        let (_, after) = bring_in(&format.write(&snapshot, &Selection::All), &empty());
        assert_eq!(after.notebook, snapshot.notebook);
    }
}

#[test]
fn ten_thousand_notes_come_back() {
    let mut notebook = Notebook::default();
    for number in 0..10_000 {
        let on = ["early", "late", "gone"][number % 3];
        notebook.put(note(number, on, &format!("note {number}")));
    }
    let snapshot = snapshot_of(notebook, &[]);
    for format in [Format::Backup, Format::Markdown] {
        let file = format.write(&snapshot, &Selection::All);
        assert!(file.len() < LARGEST_FILE);
        let after = applied(&empty(), &plan(&file, &empty()).changes).expect("the plan fits");
        assert_eq!(after.notebook, snapshot.notebook);
    }
}

#[test]
fn markdown_reads_as_a_person_would_write_it() {
    let mut notebook = Notebook::default();
    notebook.put(Note { changed: at(65), ..note(1, "early", "one\n\n- two") });
    notebook.put(note(2, "gone", "three"));
    notebook.set_draft(&theme("late"), "begun".to_owned());
    let markdown = Format::Markdown.write(&snapshot_of(notebook, &[]), &Selection::All);
    assert_eq!(
        markdown,
        r#"---
marginalia: 1
title: "The Panel: \"early\" *action* & [links](x) #1 \\ <b>"
event: "panel"
date: "2014-09-04"
place: "New York, NY, USA: # here"
address: "https://example.org/events/panel/"
exported: "2014-09-04T10:50:00.000Z"
---

# The Panel: "early" \*action\* \& \[links\](x) \#1 \\ \<b\>

## Part \<One\>

### Early \*action\* \& “why” \<it\> matters

<!-- marginalia {"id":"0192f0c1-0000-7000-8000-000000000001","theme":"early","created":"2014-09-04T10:00:01.000Z","changed":"2014-09-04T10:01:05.000Z","revision":1} -->

*4 September 2014, 10:00 UTC, changed 4 September 2014, 10:01 UTC*

> one
>
> - two

## =Part Two

### Late 🎉 action

<!-- marginalia {"draft":true,"theme":"late"} -->

*Draft, not added yet*

> begun

## Notes on themes no longer in this event

### gone

<!-- marginalia {"id":"0192f0c1-0000-7000-8000-000000000002","theme":"gone","created":"2014-09-04T10:00:02.000Z","changed":"2014-09-04T10:00:02.000Z","revision":1} -->

*4 September 2014, 10:00 UTC*

> three

---

Personal notes on “The Panel: "early" \*action\* \& \[links\](x) \#1 \\ \<b\>”, New York, NY, USA: \# here, 4 September 2014. Convened by A \& B Institute. Taken from the event page on 4 September 2014.

<https://example.org/events/panel/>
"#
    );
}

#[test]
fn markdown_shows_what_is_quoted_above_the_note() {
    let snapshot = with_notes(&[
        quoted(note(3, "early", "> mine"), "Who *decides*?\n  1. <nobody>\n\n-- everybody"),
        quoted(note(2, "early", ""), "one"),
        note(1, "early", "> mine alone\n\nwords"),
    ]);
    let file = Format::Markdown.write(&snapshot, &Selection::All);
    let shown: Vec<&str> = file.lines().filter(|line| line.starts_with('>')).collect();
    assert_eq!(
        shown,
        [
            "> > Who \\*decides\\*?",
            "> > 1\\. \\<nobody\\>",
            "> >",
            "> > \\-- everybody",
            ">",
            "> > mine",
            "> > one",
            "> > mine alone",
            ">",
            "> words",
        ]
    );
    let comment = file.lines().find(|line| line.contains("\"exact\":\"one\"")).expect("a comment");
    assert!(
        comment.ends_with(
            r#""revision":1,"quote":{"exact":"one","prefix":"before ","suffix":" after"}} -->"#
        ),
        "{comment}"
    );
    // The signs that were hidden do not show.
    let html = note_html(&file.replace("> > ", "> ").replace("> >", ">"));
    assert!(
        html.contains("Who *decides*?<br />\n1. &lt;nobody&gt;</p>\n<p>-- everybody"),
        "{html}"
    );
}

#[test]
fn a_quotation_in_markdown_may_be_edited_before_it_comes_in() {
    let two_lines = "what was said\nof it";
    let snapshot = with_notes(&[quoted(note(1, "early", "mine"), two_lines)]);
    let file = Format::Markdown.write(&snapshot, &Selection::All);
    let check = |file: &str, here: &Snapshot, text: &str, quote: Option<&str>, count: usize| {
        let (plan, after) = bring_in(file, here);
        assert_eq!(plan.unreadable, []);
        assert_eq!(after.notebook.len(), count, "{file}");
        let quote = quote.map(quoting);
        let is_there = after.notebook.notes().any(|it| it.text == text && it.quote() == quote);
        assert!(is_there, "{file} {:?}", after.notebook);
    };
    // As a program that fills lines anew writes it.
    let filled = file.replace("> > what was said\n> > of it", "> > what was\n> > said of it");
    check(&filled, &empty(), "mine", Some(two_lines), 1);
    check(&filled, &snapshot, "mine", Some(two_lines), 1);
    let close = file.replace("> > of it\n>\n> mine", "> > of it\n> mine");
    check(&close, &empty(), "mine", Some(two_lines), 1);
    // Another text below it is another text, and still quotes the same.
    let edited = file.replace("> mine", "> ours");
    check(&edited, &snapshot, "ours", Some(two_lines), 2);
    // Other words in it are no longer those of the event, and stay all the same.
    let edited = file.replace("> > of it", "> > of this");
    check(&edited, &snapshot, "> what was said\n> of this\n\nmine", None, 2);
    // Without it, the text says nothing that is not here.
    let without = file.replace("> > what was said\n> > of it\n>\n", "");
    check(&without, &empty(), "mine", None, 1);
    check(&without, &snapshot, "mine", Some(two_lines), 1);
    // Without the comment, nothing tells it from the reader's own words.
    let bare: String =
        file.lines().filter(|it| !it.starts_with("<!--")).map(|it| format!("{it}\n")).collect();
    check(&bare, &empty(), "> what was said\n> of it\n\nmine", None, 1);
    // An id of another form: what it quotes tells a note without a text from others.
    let blank =
        with_notes(&[quoted(note(1, "early", ""), "one"), quoted(note(2, "early", ""), "two")]);
    let file = Format::Markdown.write(&blank, &Selection::All).replace("\"id\":\"", "\"id\":\"_");
    check(&file, &empty(), "", Some("one"), 2);
    check(&file, &empty(), "", Some("two"), 2);
    // Where all that was shown is gone, what was quoted names it.
    let gone = file.replace("> > one\n", "");
    assert_eq!(plan(&gone, &empty()).unreadable[0].text, "one");
}

#[test]
fn markdown_may_be_edited_before_it_comes_in() {
    let snapshot = with_notes(&[note(1, "early", "one"), note(2, "late", "a\rb")]);
    let file = Format::Markdown.write(&snapshot, &Selection::All);
    let check = |file: &str, here: &Snapshot, expected: [usize; 8], texts: &[&str]| {
        let (plan, after) = bring_in(file, here);
        assert_eq!(counts(&plan), expected, "{file}");
        let mut found: Vec<&str> = after.notebook.notes().map(|it| it.text.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, texts);
    };
    check(&file, &snapshot, [0, 0, 0, 0, 0, 2, 0, 0], &["a\rb", "one"]);
    let edited = file.replace("> one", "> one more");
    check(&edited, &snapshot, [0, 0, 0, 0, 1, 1, 0, 0], &["a\rb", "one", "one more"]);
    // The exact text counts only as long as what is shown of it is as it was.
    let edited = file.replace("> a␍b", "> a b");
    check(&edited, &snapshot, [0, 0, 0, 0, 1, 1, 0, 0], &["a\rb", "a b", "one"]);
    let added = format!("{file}\n> added by hand\n");
    check(&added, &snapshot, [1, 0, 0, 0, 0, 2, 0, 0], &["a\rb", "added by hand", "one"]);
    let bare: String =
        file.lines().filter(|it| !it.starts_with("<!--")).map(|it| format!("{it}\n")).collect();
    check(&bare, &empty(), [2, 0, 0, 0, 0, 0, 0, 0], &["a␍b", "one"]);
    let without = file.replace("> one\n", "");
    check(&without, &empty(), [1, 0, 0, 0, 0, 0, 1, 0], &["a\rb"]);
    let elsewhere = file.replace("event: \"panel\"", "event: other");
    check(&elsewhere, &empty(), [0, 0, 0, 0, 0, 0, 0, 2], &[]);
    let requoted = file.replace("event: \"panel\"", "event: panel");
    check(&requoted, &empty(), [2, 0, 0, 0, 0, 0, 0, 0], &["a\rb", "one"]);
}

// Hypothesis.

#[test]
fn hypothesis_gets_what_its_client_touches() {
    let snapshot = with_notes(&[note(1, "early", "one"), note(2, "gone", "two")]);
    let text = Format::Hypothesis.write(&snapshot, &Selection::All);
    let file: Value = serde_json::from_str(&text).expect("JSON");
    for name in ["export_date", "export_userid", "client_version"] {
        assert!(file[name].is_string(), "{name}");
    }
    let first = &file["annotations"][0];
    for (name, expected) in [
        ("id", json!(note_id(1).as_str())),
        ("created", json!(at(1).as_str())),
        ("updated", json!(at(1).as_str())),
        ("user", json!("acct:reader@example.org")),
        ("group", json!("__world__")),
        ("uri", json!(ADDRESS)),
        ("document", json!({"title": [event().title]})),
        (
            "permissions",
            json!({
                "read": ["acct:reader@example.org"],
                "update": ["acct:reader@example.org"],
                "delete": ["acct:reader@example.org"],
            }),
        ),
        ("tags", json!([])),
        ("references", json!([])),
        ("hidden", json!(false)),
        ("links", json!({})),
        (
            "text",
            json!(
                "**Early \\*action\\* \\& “why” \\<it> matters** · 2014-09-04 10:00:01.000 UTC\n\none"
            ),
        ),
    ] {
        assert_eq!(first[name], expected, "{name}");
    }
    assert_eq!(first["target"][0]["selector"][0]["type"], "TextQuoteSelector");
    assert_eq!(first["target"][0]["selector"][1], Value::Null);
    assert_eq!(file["annotations"][1]["target"], json!([{"source": ADDRESS}]));
}

proptest! {
    #[test]
    fn notes_come_back_from_hypothesis(snapshot in snapshots()) {
        let export = Format::Hypothesis.write(&snapshot, &Selection::All);
        let (plan, after) = bring_in(&export, &empty());
        prop_assert_eq!(&plan.unreadable, &[]);
        // Those whose id is no UUID may be one, where they say the same.
        for note in snapshot.notebook.notes().filter(|note| !note.is_blank()) {
            let is_back = after.notebook.notes().any(|it| {
                is_said_by(note, it) && it.theme == note.theme && it.created <= note.created
            });
            prop_assert!(is_back, "{:?}", note);
        }
        let (again, _) = bring_in(&export, &snapshot);
        prop_assert!(again.is_empty(), "{:?}", again);

        // By way of their server: other ids, the time of the import, and offsets in times.
        let mut file: Value = serde_json::from_str(&export).expect("JSON");
        for (number, it) in file["annotations"].as_array_mut().expect("a list").iter_mut().enumerate() {
            it["id"] = json!(format!("AbC_{number}-xyz"));
            it["created"] = json!("2020-01-01T00:00:00.000000+00:00");
            it["updated"] = json!("2020-01-01T00:00:00.000000+00:00");
        }
        let (again, _) = bring_in(&file.to_string(), &snapshot);
        prop_assert!(again.is_empty(), "{:?}", again);
    }
}

#[test]
fn hypothesis_tells_a_quotation_from_a_heading() {
    let title = "Late 🎉 action";
    let snapshot = with_notes(&[
        quoted(note(1, "late", "of the title"), title),
        quoted(note(2, "late", "of another title"), "### Other"),
        quoted(note(3, "late", ""), "what was said"),
        quoted(note(4, "gone", "of its id"), "gone"),
        note(5, "late", "of nothing"),
    ]);
    let export = Format::Hypothesis.write(&snapshot, &Selection::All);
    let (_, after) = bring_in(&export, &empty());
    assert_eq!(after.notebook, snapshot.notebook);
    let mut file: Value = serde_json::from_str(&export).expect("JSON");
    // The blank line below the header may be trimmed where nothing follows.
    for annotation in file["annotations"].as_array_mut().expect("a list") {
        annotation["text"] = json!(annotation["text"].as_str().expect("a text").trim());
    }
    let (_, after) = bring_in(&file.to_string(), &empty());
    assert_eq!(after.notebook, snapshot.notebook);
}

#[test]
fn of_a_hypothesis_export_only_this_page_counts_and_nothing_is_dropped_silently() {
    let quote = |exact: &str| {
        json!([{"source": ADDRESS, "selector": [
            {"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": exact},
        ]}])
    };
    let file = json!({"annotations": [
        {"id": "a1", "uri": "https://example.org/events/panel/index.html#x", "text": "on late",
         "created": "2020-01-01T00:00:00.5+00:00", "target": quote("Late 🎉  action ")},
        {"id": "a2", "uri": "https://example.org/events/panel", "text": "somewhere",
         "target": quote("Words")},
        {"id": "a3", "uri": "https://example.org/", "text": "elsewhere", "target": quote("Late 🎉 action")},
        {"id": "a4", "uri": ADDRESS, "text": "", "target": quote("a highlight")},
        {"id": 5, "uri": ADDRESS, "text": "**gone** · 2014-09-04 10:00:01 UTC\n\nby its line"},
        {"uri": 6}, 7, null,
    ]});
    let (plan, after) = bring_in(&file.to_string(), &empty());
    assert_eq!(plan.source, Source::Hypothesis);
    assert_eq!(counts(&plan), [2, 0, 0, 0, 0, 0, 4, 2]);
    let reasons: Vec<(&str, Reason)> =
        plan.unreadable.iter().map(|it| (it.text.as_str(), it.reason)).collect();
    assert_eq!(
        reasons,
        [
            ("somewhere", Reason::NoTheme),
            ("a highlight", Reason::NoTheme),
            ("", Reason::Malformed),
            ("", Reason::Malformed),
        ]
    );
    let mut notes: Vec<(&str, &str, &str)> = after
        .notebook
        .notes()
        .map(|it| (it.theme.as_str(), it.text.as_str(), it.created.as_str()))
        .collect();
    notes.sort_unstable();
    assert_eq!(
        notes,
        [
            ("gone", "by its line", "2014-09-04T10:00:01Z"),
            ("late", "on late", "2020-01-01T00:00:00.5Z"),
        ]
    );
    assert!(after.notebook.notes().all(|it| it.id.milliseconds().is_some()));
}

#[test]
fn half_an_emoji_does_not_keep_a_file_out() {
    let file = r#"{"annotations":[{"uri":"https://example.org/events/panel/","text":"one \ud83c",
        "target":[{"selector":[{"type":"TextQuoteSelector","exact":"Late \ud83c\udf89 action",
        "suffix":"\ud83c"}]}]}]}"#;
    let (plan, _) = bring_in(file, &empty());
    assert_eq!(plan.new_notes[0].text, "one \u{fffd}");
}

// By what an export is known.

/// What a file of one snapshot is counted as in another: notes that are added, and texts that belong
/// elsewhere.
fn comes_in(file: &str, here: &Snapshot) -> (usize, usize) {
    let plan = plan(file, here);
    assert_eq!(plan.unreadable, [], "{file}");
    (plan.new_notes.len(), plan.elsewhere)
}

/// An annotation set without what only this app writes.
fn without_ours(set: &str) -> String {
    let mut set: Value = serde_json::from_str(set).expect("JSON");
    set.as_object_mut().expect("an object").remove("marginalia");
    for item in set["items"].as_array_mut().expect("a list") {
        item.as_object_mut().expect("an object").remove("marginalia");
    }
    set["about"]["dc:identifier"].as_array_mut().expect("a list").pop();
    set["about"]["dc:title"] = json!("Another title");
    set.to_string()
}

/// An export of Hypothesis as the files of earlier versions were: the address is all that tells of
/// the event.
fn of_earlier_version(export: &str) -> Value {
    let mut export: Value = serde_json::from_str(export).expect("JSON");
    export.as_object_mut().expect("an object").remove("marginalia");
    export
}

#[test]
fn an_export_is_known_however_the_address_of_the_page_is_written() {
    for (there, here) in [
        ("https://example.org/?utm_source=x", "https://example.org/"),
        ("https://example.org/", "https://example.org/?fbclid=y&utm_medium=mail"),
        ("http://example.org/events/panel/", "https://example.org/events/panel/"),
        ("https://Example.ORG/events/panel/index.html", "https://example.org/events/panel"),
        ("https://www.example.org:443/events/panel/", "http://example.org/events/panel/"),
        ("https://example.org/f%C3%B6rum%20a/", "https://example.org/förum a/"),
        ("file:///home/reader/panel%201.html?x", "file:///home/reader/panel 1.html"),
    ] {
        let here = Snapshot { address: here.to_owned(), ..empty() };
        let notes = [note(1, "late", "one"), quoted(note(2, "early", "two"), "nobody said this")];
        let there = Snapshot { address: there.to_owned(), ..with_notes(&notes) };
        let export = Format::Hypothesis.write(&there, &Selection::All);
        assert_eq!(comes_in(&export, &here), (2, 0), "{}", there.address);
        let mut export = of_earlier_version(&export);
        assert_eq!(comes_in(&export.to_string(), &here), (2, 0), "{}", there.address);
        // Without anything but the address.
        for annotation in export["annotations"].as_array_mut().expect("a list") {
            annotation["document"] = json!({});
            annotation["text"] = json!("mine");
        }
        export["annotations"].as_array_mut().expect("a list").truncate(1);
        export["annotations"][0]["target"][0]["selector"] =
            json!([{"type": "TextQuoteSelector", "exact": "Late 🎉 action"}]);
        assert_eq!(comes_in(&export.to_string(), &here), (1, 0), "{}", there.address);
        let backup = Format::Backup.write(&there, &Selection::All);
        assert_eq!(comes_in(&backup, &here), (2, 0), "{}", there.address);
        assert_eq!(comes_in(&without_ours(&backup), &here), (2, 0), "{}", there.address);
    }
}

#[test]
fn an_export_from_another_address_is_known_by_the_event_and_its_themes() {
    let notes = [note(1, "late", "one"), quoted(note(2, "early", "two"), "nobody said this")];
    for address in ["http://localhost:8081/", "file:///C:/panel.html", "https://mirror.example/a?b"]
    {
        let there = Snapshot { address: address.to_owned(), ..with_notes(&notes) };
        let export = Format::Hypothesis.write(&there, &Selection::All);
        assert_eq!(comes_in(&export, &empty()), (2, 0), "{address}");
        let mut export = of_earlier_version(&export);
        assert_eq!(comes_in(&export.to_string(), &empty()), (2, 0), "{address}");
        // The titles of the themes alone.
        for annotation in export["annotations"].as_array_mut().expect("a list") {
            annotation.as_object_mut().expect("an object").remove("document");
        }
        assert_eq!(comes_in(&export.to_string(), &empty()), (2, 0), "{address}");
        let backup = Format::Backup.write(&there, &Selection::All);
        assert_eq!(comes_in(&without_ours(&backup), &empty()), (2, 0), "{address}");
        let mut set: Value = serde_json::from_str(&backup).expect("JSON");
        set.as_object_mut().expect("an object").remove("marginalia");
        assert_eq!(comes_in(&set.to_string(), &empty()), (2, 0), "{address}");
    }
}

/// An event that has nothing to do with that of the other tests, and a note on each of its themes.
fn another_event(address: &str) -> Snapshot {
    let outline = serde_json::from_value(json!({
        "id": "symposium", "title": "Another Symposium", "starts": "2015-01-02", "place": "Bonn",
        "organizers": ["C"], "parts": [{"id": "one", "title": "Opening"}],
        "themes": [
            {"id": "welcome", "part": "one", "title": "Words of Welcome"},
            {"id": "panel-one", "part": "one", "title": "ethics"},
        ],
    }));
    let text = "Another Symposium Opening Words of Welcome Everybody is welcome here, and may stay. \
                ethics What has to be done has to be done by those who can.";
    let at = |words: &str| text[..text.find(words).expect("there")].chars().count();
    let headings = vec![(theme("welcome"), at("Words of")), (theme("panel-one"), at("ethics"))];
    let mut notebook = Notebook::default();
    notebook.put(note(1, "welcome", "one"));
    notebook.put(quoted(note(2, "panel-one", "two"), "has to be done by those"));
    Snapshot {
        event: outline.expect("an event"),
        address: address.to_owned(),
        page: PageText { text: text.to_owned(), headings },
        ..snapshot_of(notebook, &[])
    }
}

#[test]
fn what_belongs_to_another_event_stays_out() {
    let here = "https://example.org/events/panel/";
    for address in [
        "https://example.org/events/symposium/",
        "http://localhost:8081/",
        &format!("{here}?event=2"),
    ] {
        let there = another_event(address);
        for format in [Format::Hypothesis, Format::Backup, Format::Markdown] {
            let file = format.write(&there, &Selection::All);
            assert_eq!(comes_in(&file, &empty()), (0, 2), "{format:?} {address}");
        }
        let export = Format::Hypothesis.write(&there, &Selection::All);
        let export = of_earlier_version(&export).to_string();
        assert_eq!(comes_in(&export, &empty()), (0, 2), "{address}");
        if address.contains('?') {
            continue;
        }
        let backup = without_ours(&Format::Backup.write(&there, &Selection::All));
        assert_eq!(comes_in(&backup, &empty()), (0, 2), "{address}");
        let list = Format::WebAnnotations.write(&there, &Selection::All);
        assert_eq!(comes_in(&list, &empty()), (0, 2), "{address}");
    }
    // At the very same address: another event stood there.
    let export = Format::Hypothesis.write(&another_event(here), &Selection::All);
    assert_eq!(comes_in(&export, &empty()), (0, 2));
    assert_eq!(comes_in(&of_earlier_version(&export).to_string(), &empty()), (0, 2));
    // With a theme of the same title, which many events have.
    let mut there = another_event("https://example.org/events/symposium/");
    there.event.themes[0].title = "Late 🎉 action".to_owned();
    let export = of_earlier_version(&Format::Hypothesis.write(&there, &Selection::All));
    assert_eq!(comes_in(&export.to_string(), &empty()), (0, 2));
}

// What other programs made on this page.

/// The page as it is built: with paragraphs that run into one another, the button below each theme,
/// and much before, between and after the themes.
fn built() -> Snapshot {
    let titles = event().themes.into_iter().map(|theme| (theme.id, theme.title));
    let titles: Vec<(ThemeId, String)> = titles.collect();
    let text = format!(
        "Skip\n{title}\nIn short: who acts early acts quietly, and acts in vain.\n\
         Themes {early} {other} {late} Part <One>Of the beginning.\n\
         {early}Atrocities are prevented long before\n      they begin.Who acts early acts quietly.12\
         “ We saw it coming. ” A. Person, Institute3Add note\
         {other}What was decided there, was decided for good.Add note\
         =Part TwoOf the end, and of those who act quietly.\
         {late}When all else had failed, the Council acted. We saw it coming. Add note\
         My notesSourcesA Publisher: When all else fails. Cited by {early}. Add note of thanks",
        title = event().title,
        early = titles[0].1,
        other = titles[1].1,
        late = titles[2].1,
    );
    // The contents of the page name each theme before.
    let place = |title: &str| text[..text.rfind(title).expect("there")].chars().count();
    let first = text.match_indices(&titles[0].1).nth(1).expect("there").0;
    let headings = vec![
        (titles[0].0.clone(), text[..first].chars().count()),
        (titles[1].0.clone(), place(&titles[1].1)),
        (titles[2].0.clone(), place(&titles[2].1)),
    ];
    Snapshot { page: PageText { text, headings }, ..empty() }
}

/// An annotation as the client of Hypothesis exports it.
fn annotation(id: &str, created: &str, text: &str, exact: Option<[&str; 3]>) -> Value {
    let uri = "https://example.org/events/panel/?utm_source=mail";
    let mut target = json!({"source": uri});
    if let Some([prefix, exact, suffix]) = exact {
        target["selector"] = json!([
            {"type": "RangeSelector", "startContainer": "/main[1]/p[1]", "startOffset": 3,
             "endContainer": "/main[1]/p[1]", "endOffset": 9},
            {"type": "TextPositionSelector", "start": 4711, "end": 4811},
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        ]);
    }
    json!({
        "id": id, "created": format!("{created}.123456+00:00"), "updated": format!("{created}.123456+00:00"),
        "user": "acct:reader@hypothes.is", "user_info": {"display_name": null},
        "uri": uri, "text": text, "tags": [], "group": "__world__",
        "permissions": {"read": ["acct:reader@hypothes.is"]}, "target": [target],
        "document": {"title": [event().title]}, "links": {"incontext": "https://hyp.is/x"},
        "flagged": false, "hidden": false,
    })
}

fn reply(id: &str, created: &str, text: &str, references: &[&str]) -> Value {
    let mut reply = annotation(id, created, text, None);
    reply["references"] = json!(references);
    reply
}

fn exported(annotations: &[Value]) -> String {
    json!({
        "export_date": "2026-03-01T10:00:00.000Z", "export_userid": "acct:reader@hypothes.is",
        "client_version": "1.1653.0", "annotations": annotations,
    })
    .to_string()
}

/// Theme, text and quoted words of all notes, in the order of their ids.
fn told(notebook: &Notebook) -> Vec<(&str, &str, String)> {
    let mut notes: Vec<&Note> = notebook.notes().collect();
    notes.sort_by_key(|note| &note.id);
    let quoted = |it: &Note| it.quote().map(|quote| quote.exact).unwrap_or_default();
    notes.into_iter().map(|it| (it.theme.as_str(), it.text.as_str(), quoted(it))).collect()
}

/// Brings a file in, with the notes that are on no theme on the one that is chosen.
fn bring_onto(text: &str, chosen: &str, snapshot: &Snapshot) -> (Plan, Snapshot) {
    let chosen = theme(chosen);
    let arrival = open(text.as_bytes(), "notes", snapshot).expect("a file of ours");
    let plan = arrival.plan(snapshot, Some(&chosen));
    let after = applied(snapshot, &plan.changes).expect("the plan fits what is there");
    let again = open(text.as_bytes(), "notes", &after).expect("still a file of ours");
    for theme in [&theme("early"), &chosen] {
        assert_eq!(
            again.plan(&after, Some(theme)).changes,
            [],
            "the second time there is nothing to do"
        );
    }
    (plan, after)
}

#[test]
fn an_export_that_hypothesis_made_comes_in_on_the_themes_whose_words_it_quotes() {
    let file = exported(&[
        annotation(
            "AAA_-1",
            "2026-02-01T10:00:00",
            "Is that so?",
            Some(["before\n      they begin.", "Who acts early acts quietly.", "12“ We saw it"]),
        ),
        // A mark alone, whose words were laid out otherwise.
        annotation(
            "AAA_-2",
            "2026-02-02T10:00:00",
            "",
            Some([
                "matters\n\n",
                "Atrocities are  prevented long before they begin.\n\nWho acts",
                " early acts quietly.",
            ]),
        ),
        // Words that stand in two themes.
        annotation(
            "AAA_-3",
            "2026-02-03T10:00:00",
            "late",
            Some(["the Council acted. ", "We saw it coming.", " Add note"]),
        ),
        annotation(
            "AAA_-4",
            "2026-02-04T10:00:00",
            "on a heading",
            Some(["x", "Late 🎉  action", ""]),
        ),
        annotation(
            "AAA_-5",
            "2026-02-05T10:00:00",
            "without surroundings",
            Some(["", "was decided there", ""]),
        ),
    ]);
    let (plan, after) = bring_in(&file, &built());
    assert_eq!(counts(&plan), [5, 0, 0, 0, 0, 0, 0, 0]);
    let two = "Atrocities are prevented long before\n      they begin.\nWho acts".to_owned();
    assert_eq!(
        told(&after.notebook),
        [
            ("early", "Is that so?", "Who acts early acts quietly.".to_owned()),
            ("early", "", two),
            ("late", "late", "We saw it coming.".to_owned()),
            ("late", "on a heading", String::new()),
            ("other", "without surroundings", "was decided there".to_owned()),
        ]
    );
    let first = after.notebook.notes().find(|it| it.text == "Is that so?").expect("the note");
    assert_eq!(first.created.as_str(), "2026-02-01T10:00:00.123456Z");
    let quote = first.quote().expect("a quotation");
    assert_eq!((&*quote.prefix, &*quote.suffix), ("before\n      they begin.", "12“ We saw it"));
}

#[test]
fn what_stands_in_no_single_theme_is_offered_one() {
    let file = exported(&[
        annotation("AAA_-1", "2026-02-01T10:00:00", "on the page as a whole", None),
        // In the summary, and in the title of a source.
        annotation(
            "AAA_-2",
            "2026-02-02T10:00:00",
            "on the summary",
            Some(["In short: ", "who acts early acts quietly", ", and acts in vain."]),
        ),
        annotation(
            "AAA_-3",
            "2026-02-03T10:00:00",
            "",
            Some(["Publisher: ", "When all else fails.", " Cited"]),
        ),
        // In two themes, and nothing tells in which.
        annotation(
            "AAA_-4",
            "2026-02-04T10:00:00",
            "somewhere",
            Some(["", "We saw it coming.", ""]),
        ),
        annotation(
            "AAA_-5",
            "2026-02-05T10:00:00",
            "of a part",
            Some(["", "of those who act quietly", ""]),
        ),
        annotation("AAA_-6", "2026-02-06T10:00:00", "gone", Some(["", "nobody said this", ""])),
        annotation("AAA_-7", "2026-02-07T10:00:00", " ", None),
    ]);
    let arrival = open(file.as_bytes(), "x", &built()).expect("an export");
    assert_eq!(arrival.count_on_no_theme(), 6);
    let plan = plan(&file, &built());
    assert_eq!(counts(&plan), [0, 0, 0, 0, 0, 0, 7, 0]);
    let reasons: Vec<Reason> = plan.unreadable.iter().map(|it| it.reason).collect();
    assert_eq!(reasons[..6], [Reason::NoTheme; 6]);
    assert_eq!(
        (plan.unreadable[2].text.as_str(), reasons[6]),
        ("When all else fails.", Reason::NoText)
    );
    let (plan, after) = bring_onto(&file, "other", &built());
    assert_eq!(counts(&plan), [6, 0, 0, 0, 0, 0, 1, 0]);
    assert!(plan.new_notes.iter().all(|it| it.theme == "### Other"));
    assert_eq!(
        told(&after.notebook),
        [
            ("other", "on the page as a whole", String::new()),
            ("other", "on the summary", "who acts early acts quietly".to_owned()),
            ("other", "", "When all else fails.".to_owned()),
            ("other", "somewhere", "We saw it coming.".to_owned()),
            ("other", "of a part", "of those who act quietly".to_owned()),
            ("other", "gone", "nobody said this".to_owned()),
        ]
    );
}

#[test]
fn what_becomes_of_notes_without_a_theme_is_told_before() {
    for (count, title, expected) in [
        (1, Some("Late"), "It is added to “Late”, with what it quotes."),
        (2, Some("Late"), "They are added to “Late”, with what they quote."),
        (1, None, "It is left out, and stays in the file alone."),
        (2, None, "They are left out, and stay in the file alone."),
    ] {
        assert_eq!(where_they_go(count, title).text(), expected);
        assert!(on_no_theme(count).text().starts_with(if count == 1 {
            "1 note is"
        } else {
            "2 notes are"
        }));
    }
}

#[test]
fn a_quotation_without_a_heading_in_markdown_is_offered_a_theme() {
    let file = Format::Markdown.write(&empty(), &Selection::All);
    let file = file.replacen("# The Panel", "> by hand\n\n# The Panel", 1);
    let (_, after) = bring_onto(&file, "late", &empty());
    assert_eq!(told(&after.notebook), [("late", "by hand", String::new())]);
}

#[test]
fn answers_follow_what_they_answer() {
    let words = Some(["", "the Council acted", ""]);
    let file = exported(&[
        reply("R3", "2026-02-09T10:00:00", "an answer to the answer", &["A1", "R1"]),
        annotation("A1", "2026-02-01T10:00:00", "begun", words),
        annotation("A2", "2026-02-02T10:00:00", "of another", Some(["", "had failed", ""])),
        reply("R2", "2026-02-08T10:00:00", "Agreed.", &["A1"]),
        reply("R1", "2026-02-07T10:00:00", "Agreed.", &["A1"]),
        reply("R4", "2026-02-07T10:00:00", "of what is not here", &["A0"]),
        reply("R5", "2026-02-10T10:00:00", "of a page note", &["A3"]),
        annotation("A3", "2026-02-09T10:00:00", "page note", None),
    ]);
    let (plan, after) = bring_in(&file, &built());
    assert_eq!(counts(&plan), [5, 0, 0, 0, 0, 0, 3, 0]);
    let texts = |snapshot: &Snapshot| -> Vec<String> {
        told(&snapshot.notebook).into_iter().map(|(_, text, _)| text.to_owned()).collect()
    };
    let talk = ["begun", "Agreed.", "an answer to the answer", "Agreed.", "of another"];
    assert_eq!(texts(&after), talk);
    assert!(after.notebook.notes().all(|it| it.theme.as_str() == "late"));
    let created: Vec<&str> = after
        .notebook
        .notes()
        .filter(|it| it.text == "Agreed.")
        .map(|it| &it.created.as_str()[..10])
        .collect();
    assert_eq!(created, ["2026-02-07", "2026-02-08"]);
    let (_, after) = bring_onto(&file, "early", &built());
    let more = ["of what is not here", "page note", "of a page note"];
    assert_eq!(texts(&after), [&talk[..], &more[..]].concat());
    assert_eq!(after.notebook.notes_on(&theme("early")).count(), 3);
    // At the same moment as well.
    let file = exported(&[
        reply("R1", "2026-02-01T10:00:00", "answer", &["A1"]),
        annotation("A1", "2026-02-01T10:00:00", "begun", words),
    ]);
    assert_eq!(texts(&bring_in(&file, &built()).1), ["begun", "answer"]);
}

#[test]
fn tags_of_other_programs_come_along_as_tags() {
    let mut annotation =
        annotation("A1", "2026-02-01T10:00:00", "mine\n", Some(["", "had failed", ""]));
    annotation["tags"] = json!(["prevention", "early  action", "#marked", "", 7]);
    let (_, after) = bring_in(&exported(&[annotation]), &built());
    assert_eq!(told(&after.notebook)[0].1, "mine\n\n#prevention #early-action #marked");
}

/// An annotation as other programs write them by the standard of the W3C.
fn web_annotation(id: &str, body: Value, source: &str, exact: Option<[&str; 3]>) -> Value {
    let mut item = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": id, "type": "Annotation",
        "body": body, "target": {"source": source}, "created": "2026-02-01T10:00:00Z",
    });
    if let Some([prefix, exact, suffix]) = exact {
        item["target"]["selector"] = json!([
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
            {"type": "TextPositionSelector", "start": 12, "end": 34},
        ]);
    }
    item
}

#[test]
fn web_annotations_that_other_programs_made_on_this_page_come_in() {
    let comment =
        |text: &str| json!({"type": "TextualBody", "purpose": "commenting", "value": text});
    let page = format!("{ADDRESS}?utm_source=x");
    let failed = Some(["", "all else had failed", ""]);
    let list = json!([
        web_annotation("https://recogito.example/1", json!([
            comment("one"),
            {"type": "TextualBody", "purpose": "tagging", "value": "late"},
            {"type": "TextualBody", "purpose": "replying", "value": "an answer", "created": "2026-02-03T10:00:00Z"},
            {"type": "TextualBody", "purpose": "replying", "value": "another answer"},
        ]), &page, failed),
        web_annotation("urn:uuid:0192f0c1-0000-4000-8000-000000000002", json!([]), ADDRESS,
            Some(["", "decided\u{a0}for good", ""])),
        web_annotation("https://recogito.example/3", comment("on the page"), ADDRESS, None),
        web_annotation("https://recogito.example/4", comment("elsewhere"), "https://example.org/", failed),
        web_annotation("https://recogito.example/5", comment("by its address"),
            &format!("{ADDRESS}#theme-other"), None),
        // Of this page, where it has another address.
        web_annotation("https://recogito.example/6", comment("mirrored"), "https://mirror.example/",
            Some(["Who acts early acts quietly.12“ ", "We saw it coming.", " ” A. Person, Institute"])),
        web_annotation("https://recogito.example/7", json!("an answer to the last one"),
            "https://recogito.example/6", None),
        {"type": "Annotation", "id": "https://recogito.example/8", "bodyValue": "refined", "target": {
            "source": {"id": ADDRESS}, "selector": {"type": "CssSelector", "value": "main", "refinedBy": {
                "type": "TextQuoteSelector", "exact": "acted early"}}}},
    ]);
    let check = |file: &Value| {
        let (plan, after) = bring_in(&file.to_string(), &built());
        assert_eq!(plan.source, Source::WebAnnotations);
        assert_eq!(counts(&plan), [7, 0, 0, 0, 0, 0, 2, 1], "{:?}", plan.unreadable);
        let mut notes = told(&after.notebook);
        let answers = notes.iter().position(|it| it.1 == "one\n\n#late").expect("the note");
        assert_eq!((notes[answers + 1].1, notes[answers + 2].1), ("an answer", "another answer"));
        notes.sort_unstable();
        let failed = "all else had failed".to_owned();
        assert_eq!(
            notes,
            [
                ("early", "an answer to the last one", String::new()),
                ("early", "mirrored", "We saw it coming.".to_owned()),
                ("late", "an answer", String::new()),
                ("late", "another answer", String::new()),
                ("late", "one\n\n#late", failed),
                ("other", "", "decided for good".to_owned()),
                ("other", "by its address", String::new()),
            ]
        );
    };
    check(&list);
    check(&json!({"type": "AnnotationPage", "items": list}));
    check(
        &json!({"type": ["AnnotationCollection"], "first": {"type": "AnnotationPage", "items": list}}),
    );
    let (_, after) = bring_in(&list[1].to_string(), &built());
    assert_eq!(told(&after.notebook), [("other", "", "decided for good".to_owned())]);
    // In a set of Readium.
    let set = json!({"type": "AnnotationSet", "about": {"dc:title": "x"}, "items": list});
    let (plan, after) = bring_in(&set.to_string(), &built());
    assert_eq!((plan.source, plan.elsewhere), (Source::Backup, 1));
    assert_eq!(after.notebook.len(), 7);
}

#[test]
fn the_web_annotations_of_this_page_come_back() {
    let quote = |words: &str| {
        let text = built().page.text;
        let start = text.rfind(words).expect("in the page");
        Quote::of(&text, start..start + words.len()).expect("words")
    };
    let mut marked = note(2, "late", "");
    marked.set_quote(&quote("all else had failed"));
    let notes = [
        note(1, "early", " one\n\n"),
        marked,
        Note { changed: at(9), ..note(3, "other", "# three") },
    ];
    for address in [ADDRESS, "http://example.org/events/panel/?a=b", "http://localhost:8081/"] {
        let there =
            Snapshot { address: address.to_owned(), page: built().page, ..with_notes(&notes) };
        let list = Format::WebAnnotations.write(&there, &Selection::All);
        let (_, after) = bring_in(&list, &built());
        assert_eq!(after.notebook, there.notebook, "{address}");
    }
}

// The rules for what is here already.

#[test]
fn what_comes_in_meets_what_is_here() {
    let one = || note(1, "early", "one");
    let deleted = |note: Note| {
        let mut notebook = Notebook::default();
        notebook.put_deleted(Deleted { note, at: at(9) });
        snapshot_of(notebook, &[])
    };
    let draft = |text: &str| {
        let mut notebook = Notebook::default();
        notebook.set_draft(&theme("early"), text.to_owned());
        snapshot_of(notebook, &[])
    };
    let key = |rest: &str| format!("marginalia/panel/{rest}");
    let broken = |rest: &str| snapshot_of(Notebook::default(), &[(key(rest), "{".to_owned())]);
    let note_place = format!("note/{}", note_id(1).as_str());
    // What is exported, where it comes in, what is counted, living texts, deleted texts.
    type Case<'case> = (&'case str, Snapshot, Snapshot, [usize; 8], &'case [&'case str], usize);
    let cases: [Case<'_>; 18] = [
        ("new", with_notes(&[one()]), empty(), [1, 0, 0, 0, 0, 0, 0, 0], &["one"], 0),
        ("same", with_notes(&[one()]), with_notes(&[one()]), [0, 0, 0, 0, 0, 1, 0, 0], &["one"], 0),
        (
            "moved here",
            with_notes(&[one()]),
            with_notes(&[note(1, "late", "one")]),
            [0, 0, 0, 0, 0, 1, 0, 0],
            &["one"],
            0,
        ),
        (
            "other words",
            with_notes(&[one()]),
            with_notes(&[note(1, "early", "1")]),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["1", "one"],
            0,
        ),
        (
            "deleted here",
            with_notes(&[one()]),
            deleted(one()),
            [1, 0, 0, 0, 0, 0, 0, 0],
            &["one"],
            0,
        ),
        (
            "deleted here with other words",
            with_notes(&[one()]),
            deleted(note(1, "early", "1")),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["one"],
            1,
        ),
        (
            "place taken",
            with_notes(&[one()]),
            broken(&note_place),
            [1, 0, 0, 0, 0, 0, 0, 0],
            &["one"],
            0,
        ),
        ("draft", draft("begun"), empty(), [0, 1, 0, 0, 0, 0, 0, 0], &[], 0),
        ("same draft", draft("begun"), draft("begun"), [0, 0, 0, 0, 0, 1, 0, 0], &[], 0),
        ("other draft", draft("begun"), draft("gone on"), [0, 0, 0, 0, 1, 0, 0, 0], &["begun"], 0),
        (
            "draft's place taken",
            draft("begun"),
            broken("draft/early"),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["begun"],
            0,
        ),
        (
            "draft that is a note here",
            draft("one"),
            with_notes(&[one()]),
            [0, 0, 0, 0, 0, 1, 0, 0],
            &["one"],
            0,
        ),
        ("deleted", deleted(one()), empty(), [0, 0, 1, 0, 0, 0, 0, 0], &[], 1),
        ("deleted in both", deleted(one()), deleted(one()), [0, 0, 0, 0, 0, 1, 0, 0], &[], 1),
        (
            "deleted there",
            deleted(one()),
            with_notes(&[one()]),
            [0, 0, 0, 0, 0, 1, 0, 0],
            &["one"],
            0,
        ),
        (
            "deleted there with other words",
            deleted(one()),
            with_notes(&[note(1, "early", "1")]),
            [0, 0, 1, 0, 0, 0, 0, 0],
            &["1"],
            1,
        ),
        ("unreadable", broken("note/x"), empty(), [0, 0, 0, 1, 0, 0, 0, 0], &[], 0),
        (
            "unreadable in both",
            broken("note/x"),
            broken("note/x"),
            [0, 0, 0, 0, 0, 1, 0, 0],
            &[],
            0,
        ),
    ];
    for (name, there, here, expected, living, deleted) in cases {
        let backup = Format::Backup.write(&there, &Selection::All);
        let (plan, after) = bring_in(&backup, &here);
        assert_eq!(counts(&plan), expected, "{name}");
        let mut texts: Vec<&str> = after.notebook.notes().map(|it| it.text.as_str()).collect();
        texts.sort_unstable();
        assert_eq!(texts, living, "{name}");
        assert_eq!(after.notebook.count_deleted(), deleted, "{name}");
        assert!(plan.changes.iter().all(|it| it.before.is_none() || it.after.is_none()), "{name}");
        // And from there, all of it comes back again.
        let backup = Format::Backup.write(&after, &Selection::All);
        assert!(bring_in(&backup, &after).0.is_empty(), "{name}");
    }
}

#[test]
fn texts_are_the_same_where_they_quote_the_same() {
    let plain = || note(1, "early", "one");
    let with = |exact: &str| quoted(note(1, "early", "one"), exact);
    let deleted = |note: Note| {
        let mut notebook = Notebook::default();
        notebook.put_deleted(Deleted { note, at: at(9) });
        snapshot_of(notebook, &[])
    };
    let mut copy = with("b");
    copy.conflict = Some(note_id(7));
    let beside = Note { conflict: Some(note_id(1)), ..quoted(note(8, "early", "one"), "c") };
    // What comes in, what is here, what is counted, what is quoted then by living notes.
    type Case<'case> = (&'case str, Snapshot, Snapshot, [usize; 8], &'case [&'case str]);
    let cases: [Case<'_>; 14] = [
        ("new", with_notes(&[with("a")]), empty(), [1, 0, 0, 0, 0, 0, 0, 0], &["a"]),
        (
            "blank",
            with_notes(&[quoted(note(1, "early", ""), "a")]),
            empty(),
            [1, 0, 0, 0, 0, 0, 0, 0],
            &["a"],
        ),
        (
            "same",
            with_notes(&[with("a")]),
            with_notes(&[with("a")]),
            [0, 0, 0, 0, 0, 1, 0, 0],
            &["a"],
        ),
        (
            "other quotation",
            with_notes(&[with("b")]),
            with_notes(&[with("a")]),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["a", "b"],
        ),
        (
            "none here",
            with_notes(&[with("b")]),
            with_notes(&[plain()]),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["-", "b"],
        ),
        (
            "none there",
            with_notes(&[plain()]),
            with_notes(&[with("a")]),
            [0, 0, 0, 0, 0, 1, 0, 0],
            &["a"],
        ),
        (
            "deleted here",
            with_notes(&[with("a")]),
            deleted(with("a")),
            [1, 0, 0, 0, 0, 0, 0, 0],
            &["a"],
        ),
        (
            "deleted here with another",
            with_notes(&[with("b")]),
            deleted(with("a")),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["b"],
        ),
        (
            "deleted here with one",
            with_notes(&[plain()]),
            deleted(with("a")),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["-"],
        ),
        ("deleted there", deleted(with("a")), empty(), [0, 0, 1, 0, 0, 0, 0, 0], &[]),
        (
            "deleted there with another",
            deleted(with("b")),
            with_notes(&[with("a")]),
            [0, 0, 1, 0, 0, 0, 0, 0],
            &["a"],
        ),
        (
            "deleted there with none",
            deleted(plain()),
            with_notes(&[with("a")]),
            [0, 0, 0, 0, 0, 1, 0, 0],
            &["a"],
        ),
        (
            "copy",
            with_notes(&[copy]),
            with_notes(&[with("a"), note(7, "early", "seven")]),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["-", "a", "b"],
        ),
        (
            "beside a copy with another",
            with_notes(&[with("b")]),
            with_notes(&[with("a"), beside]),
            [0, 0, 0, 0, 1, 0, 0, 0],
            &["a", "b", "c"],
        ),
    ];
    for (name, there, here, expected, living) in cases {
        let mut files = vec![Format::Backup];
        if there.notebook.count_deleted() == 0 {
            files.push(Format::Markdown);
        }
        for format in files {
            let (plan, after) = bring_in(&format.write(&there, &Selection::All), &here);
            assert_eq!(counts(&plan), expected, "{name}");
            let quoted = |it: &Note| it.quote().map_or("-".to_owned(), |quote| quote.exact);
            let mut found: Vec<String> = after.notebook.notes().map(quoted).collect();
            found.sort_unstable();
            assert_eq!(found, living, "{name}");
            // Nothing that was deleted is let go, unless it came back as it was.
            let gone = here.notebook.deleted().chain(there.notebook.deleted());
            for gone in gone.map(|it| &it.note) {
                let known = after.notebook.deleted().map(|it| &it.note);
                let is_kept = known.chain(after.notebook.notes()).any(|it| is_said_by(gone, it));
                assert!(is_kept, "{name}");
            }
        }
    }
}

#[test]
fn a_conflict_copy_stands_beside_its_note_and_once() {
    let here = with_notes(&[note(1, "early", "mine")]);
    let there = Format::Backup.write(&with_notes(&[note(1, "early", "theirs")]), &Selection::All);
    let (_, after) = bring_in(&there, &here);
    let copy = after.notebook.notes().find(|it| it.text == "theirs").expect("the copy");
    assert_eq!(copy.conflict, Some(note_id(1)));
    assert!(copy.id.milliseconds().is_some(), "{:?} is no UUID version 7", copy.id);
    // The same text under another time, as a file with damaged times would bring it.
    let untimed = there.replace(at(1).as_str(), "once");
    assert!(bring_in(&untimed, &after).0.is_empty());
    // A draft that became a note is beside nothing.
    let mut notebook = Notebook::default();
    notebook.set_draft(&theme("early"), "begun".to_owned());
    let begun = Format::Backup.write(&snapshot_of(notebook, &[]), &Selection::All);
    let mut notebook = Notebook::default();
    notebook.set_draft(&theme("early"), "mine".to_owned());
    let (_, after) = bring_in(&begun, &snapshot_of(notebook, &[]));
    let copy = after.notebook.notes().next().expect("the note");
    assert_eq!(copy.conflict.as_ref(), Some(&copy.id));
}

#[test]
fn a_note_that_comes_back_counts_as_later_than_what_was_deleted() {
    let mut notebook = Notebook::default();
    let gone = Note { revision: 7, ..note(1, "early", "one") };
    notebook.put_deleted(Deleted { note: gone, at: at(9) });
    let here = snapshot_of(notebook, &[]);
    // With a field that is unknown here, so that the backup has the entry as it was stored.
    let mut there = note(1, "early", "one");
    there.extra.insert("pinned", &true);
    let backup = Format::Backup.write(&with_notes(&[there]), &Selection::All);
    let (plan, after) = bring_in(&backup, &here);
    assert_eq!(after.notebook.note(&note_id(1)).map(|it| it.revision), Some(8));
    let removed: Vec<&str> =
        plan.changes.iter().filter(|it| it.after.is_none()).map(|it| it.key.as_str()).collect();
    assert_eq!(removed, [keys().key(&Entry::Deleted(note_id(1)))]);
}

#[test]
fn a_plan_says_what_it_would_do() {
    let here = with_notes(&[note(1, "early", "mine"), note(2, "late", "same")]);
    let there = with_notes(&[
        note(1, "early", "theirs"),
        note(2, "late", "same"),
        note(3, "late", &format!("\n\n  new\n{}", "word ".repeat(50))),
    ]);
    let plan = plan(&Format::Backup.write(&there, &Selection::All), &here);
    assert_eq!(
        plan.summary().into_iter().map(String::from).collect::<Vec<_>>(),
        [
            "1 note is added.",
            "1 text is here with other words. Yours stays, and the other is put beside it.",
            "1 text is here already.",
        ]
    );
    let new = &plan.new_notes[0];
    assert_eq!(new.theme, "Late 🎉 action");
    assert!(new.text.starts_with("new word word") && new.text.ends_with('…'), "{}", new.text);
}

#[test]
fn the_annotation_sets_of_other_programs_come_in() {
    let item = |id: &str, source: &str, more: Value| {
        let mut item = json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": id, "type": "Annotation",
            "created": "2023-10-14T15:13:28Z", "target": {"source": source},
            "body": {"type": "TextualBody", "value": format!("text of {id}")},
        });
        for (name, value) in more.as_object().expect("an object") {
            item[name] = value.clone();
        }
        item
    };
    let quote = json!({"target": {"source": ADDRESS, "selector": {
        "type": "TextQuoteSelector", "exact": "Late 🎉 action",
    }}});
    let headings = json!({"target": {"source": ADDRESS, "meta": {"headings": [
        {"level": 2, "txt": "Part"}, {"level": 3, "txt": "### Other"},
    ]}}});
    let set = json!({"type": "AnnotationSet", "items": [
        item("urn:uuid:0192f0c1-0000-4000-8000-000000000001", ADDRESS, quote.clone()),
        item("https://example.com/2", ADDRESS, headings),
        item("3", ADDRESS, json!({})),
        item("4", "https://example.com/", json!({})),
        item("5", ADDRESS, json!({"body": null, "target": quote["target"]})),
        item("6", ADDRESS, json!({"body": ["a", {"value": "b"}], "target": quote["target"]})),
        "seven",
    ]});
    let (plan, after) = bring_in(&set.to_string(), &empty());
    assert_eq!(counts(&plan), [3, 0, 0, 0, 0, 0, 2, 2]);
    let mut notes: Vec<(&str, &str)> =
        after.notebook.notes().map(|it| (it.theme.as_str(), it.text.as_str())).collect();
    notes.sort_unstable();
    assert_eq!(
        notes,
        [
            ("late", "a\n\nb"),
            ("late", "text of urn:uuid:0192f0c1-0000-4000-8000-000000000001"),
            ("other", "text of https://example.com/2"),
        ]
    );
    for (event, expected) in [("panel", 0), ("other", 1)] {
        let backup = Format::Backup.write(&with_notes(&[note(1, "early", "one")]), &Selection::All);
        let backup = backup.replace("\"event\": \"panel\"", &format!("\"event\": \"{event}\""));
        assert_eq!(plan_elsewhere(&backup), expected);
    }
}

fn plan_elsewhere(file: &str) -> usize {
    plan(file, &empty()).elsewhere
}

#[test]
fn a_backup_made_at_another_address_is_of_the_same_event() {
    let there = Snapshot {
        address: "http://localhost:8081/".to_owned(),
        ..with_notes(&[note(1, "early", "one")])
    };
    let (plan, _) = bring_in(&Format::Backup.write(&there, &Selection::All), &empty());
    assert_eq!(counts(&plan), [1, 0, 0, 0, 0, 0, 0, 0]);
}

// Files that nobody should send.

#[test]
fn what_is_no_export_is_refused_with_its_reason() {
    let utf16: Vec<u8> = "{\"a\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [vec![0xff, 0xfe], utf16.clone()].concat();
    let backup = Format::Backup.write(&with_notes(&[note(1, "early", "one")]), &Selection::All);
    let newer = backup.replace("\"version\": 1", "\"version\": 3");
    let markdown = Format::Markdown.write(&empty(), &Selection::All);
    let newer_markdown = markdown.replace("marginalia: 1", "marginalia: 2");
    let table = Format::Csv.write(&with_notes(&[note(1, "early", "one")]), &Selection::All);
    let check = |bytes: &[u8], name: &str, expected: Refusal| {
        let refusal = read(bytes, name, &empty()).expect_err("refused");
        let message = refusal.message().text();
        assert!(message.contains("notes are as they were"), "{message}");
        assert_eq!(
            refusal.to_string().to_lowercase().chars().next(),
            refusal.to_string().chars().next().map(|it| it.to_ascii_lowercase())
        );
        match expected {
            Refusal::Damaged(_) => assert!(matches!(refusal, Refusal::Damaged(_)), "{refusal:?}"),
            expected => assert_eq!(refusal, expected, "{name}"),
        }
    };
    check(b"", "x", Refusal::Empty);
    check(b"\xef\xbb\xbf \n\t", "x", Refusal::Empty);
    check(&utf16, "x", Refusal::Utf16);
    check(&marked, "x", Refusal::Utf16);
    check(b"PK\x03\x04\x00\x00", "notes.zip", Refusal::NotText);
    check(b"\x89PNG\r\n\x1a\n\x00", "x", Refusal::NotText);
    check(&[0xc3, 0x28], "x", Refusal::NotText);
    check(b"<!DOCTYPE html><p>", "x", Refusal::WebPage);
    check(b"\n<html lang=en>", "x", Refusal::WebPage);
    check(table.as_bytes(), "x", Refusal::Table);
    check(b"a;b", "Notes.CSV", Refusal::Table);
    check(&backup.as_bytes()[..backup.len() / 2], "x", Refusal::CutOff);
    check("[".repeat(100_000).as_bytes(), "x", Refusal::Damaged(String::new()));
    check("{\"a\":".repeat(100_000).as_bytes(), "x", Refusal::Damaged(String::new()));
    check(b"{\"a\" 1}", "x", Refusal::Damaged(String::new()));
    check(b"{}", "x", Refusal::OtherJson);
    check(b"[1]", "x", Refusal::OtherJson);
    check(br#"{"type":"AnnotationSet","items":{}}"#, "x", Refusal::OtherJson);
    check(newer.as_bytes(), "x", Refusal::Newer(3));
    check(newer_markdown.as_bytes(), "x", Refusal::Newer(2));
    check(b"---\ntitle: x\n---\n> a", "x.md", Refusal::OtherText);
    check(b"dear diary", "x.txt", Refusal::OtherText);
    check(&vec![b' '; LARGEST_FILE + 1], "x", Refusal::TooLarge(LARGEST_FILE + 1));
}

#[test]
fn nothing_in_a_backup_is_trusted() {
    let backup = Format::Backup
        .write(&with_notes(&[note(1, "early", "one"), note(2, "early", "two")]), &Selection::All);
    let whole: Value = serde_json::from_str(&backup).expect("JSON");
    let check = |place: &str, value: Value, expected: [usize; 8]| {
        let mut set = whole.clone();
        *set.pointer_mut(place).expect("a place in the set") = value;
        let (plan, _) = bring_in(&set.to_string(), &empty());
        assert_eq!(counts(&plan), expected, "{place}");
    };
    let both = [2, 0, 0, 0, 0, 0, 0, 0];
    let one_unreadable = [1, 0, 0, 0, 0, 0, 1, 0];
    for odd in
        [json!(null), json!(7), json!("x"), json!([]), json!({}), json!("\u{0}\n"), json!([[]])]
    {
        check("/items/0/created", odd.clone(), both);
        check("/items/0/modified", odd.clone(), both);
        check("/items/0/marginalia/revision", odd.clone(), both);
        check("/items/0/target", odd.clone(), both);
        check("/about", odd.clone(), both);
        check("/generated", odd, both);
    }
    // Without an id of its own, the text tells it from others.
    check("/items/0/id", json!("../../note"), both);
    check("/items/0/id", json!("urn:uuid:"), both);
    check("/items/0/id", json!(null), both);
    check("/items/0/marginalia/theme", json!("Not An Id"), both);
    check("/items/0/marginalia/theme", json!("never-heard-of"), both);
    check("/items/0/body", json!(null), one_unreadable);
    check("/items/0/body/value", json!(7), one_unreadable);
    check("/items/0", json!(["x"]), one_unreadable);
    check("/items/0", whole["items"][1].clone(), [1, 0, 0, 0, 0, 1, 0, 0]);
    check("/items/0/id", whole["items"][1]["id"].clone(), [1, 0, 0, 0, 1, 0, 0, 0]);
    check(
        "/marginalia",
        json!({"event": "panel", "drafts": 7, "deleted": "x", "unreadable": {}}),
        [2, 0, 0, 0, 0, 0, 3, 0],
    );
    let hostile = json!({"event": "panel", "unreadable": [
        {"key": "marginalia/settings", "text": "{}"},
        {"key": "marginalia/other/note/n1", "text": "{}"},
        {"key": "marginalia/panel/secret", "text": "{}"},
        {"key": "x", "text": "y"},
        {"key": "marginalia/panel/note/n1", "text": "{}"},
        {"key": "marginalia/panel/note/n1", "text": "other"},
        {"key": "marginalia/panel/draft/early", "text": "{\"v\":1,\"text\":\"begun\"}"},
    ]});
    check("/marginalia", hostile, [2, 1, 0, 1, 0, 0, 1, 4]);
}

/// A file of ours with some of its bytes replaced, taken out or doubled.
fn mutated(file: &str, edits: &[(prop::sample::Index, u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = file.as_bytes().to_vec();
    for (place, length, with) in edits {
        let place = place.index(bytes.len() + 1);
        let end = (place + usize::from(*length)).min(bytes.len());
        bytes.splice(place..end, with.iter().copied());
    }
    bytes
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), text in texts()) {
        let _ = read(&bytes, &text, &empty());
        let _ = read(text.as_bytes(), &text, &empty());
        let _ = open_link(&text, &empty());
        let _ = open_link(&format!("#{FRAGMENT}{text}"), &empty());
    }

    #[test]
    fn no_damage_to_a_file_makes_reading_panic_or_writes_over_anything(
        there in snapshots(), here in snapshots(),
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), 0..9u8,
             prop_oneof![prop::collection::vec(any::<u8>(), 0..4),
                         prop::sample::select(NASTY).prop_map(|it| it.as_bytes().to_vec())]),
            1..5),
        format in prop::sample::select(Format::ALL.to_vec()),
    ) {
        let bytes = mutated(&format.write(&there, &Selection::All), &edits);
        if let Ok(plan) = read(&bytes, "x", &here) {
            let after = applied(&here, &plan.changes).expect("the plan fits what is there");
            for change in &plan.changes {
                prop_assert!(keys().entry(&change.key).is_some(), "{}", change.key);
                prop_assert!(change.before.is_none() || change.after.is_none());
            }
            let again = read(&bytes, "x", &after).expect("still a file of ours");
            prop_assert_eq!(again.changes, []);
        }
    }
}

// The link.

#[test]
fn a_link_brings_its_notes_to_the_same_page() {
    let snapshot = with_notes(&[note(1, "late", "one\r\0🎉"), note(2, "early", "two")]);
    let link = link(&snapshot, &Selection::All).expect("short enough");
    let fragment = link.strip_prefix(ADDRESS).expect("the page's address");
    let visit = open_link(fragment, &empty()).expect("notes");
    let expected =
        [("early", "two", at(2)), ("late", "one\r\0🎉", at(1))].map(|(on, text, created)| {
            VisitingNote { theme: theme(on), text: text.to_owned(), quote: None, created }
        });
    assert_eq!(visit.notes, expected);
    let plan = plan_visit(&visit, &empty());
    assert_eq!((plan.source, counts(&plan)), (Source::Link, [2, 0, 0, 0, 0, 0, 0, 0]));
    let after = applied(&empty(), &plan.changes).expect("the plan fits");
    assert!(plan_visit(&visit, &after).is_empty());
    assert!(plan_visit(&visit, &snapshot).is_empty());
}

#[test]
fn a_link_is_as_it_was_where_nothing_is_quoted() {
    use base64::Engine;
    use miniz_oxide::deflate::compress_to_vec;
    let engine = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let json = br#"{"v":1,"event":"panel","notes":[["late","one","2014-09-04T10:00:01.000Z"]]}"#;
    let old = format!("{ADDRESS}#notes={}", engine.encode(compress_to_vec(json, 10)));
    assert_eq!(link(&with_notes(&[note(1, "late", "one")]), &Selection::All), Ok(old));

    let snapshot = with_notes(&[
        note(1, "late", "one"),
        quoted(note(2, "late", "two"), "a"),
        quoted(note(3, "late", ""), "b"),
    ]);
    let link = link(&snapshot, &Selection::All).expect("short enough");
    let (_, packed) = link.split_once("#notes=").expect("a fragment");
    let packed = engine.decode(packed).expect("base64url");
    let json = miniz_oxide::inflate::decompress_to_vec(&packed).expect("deflated");
    // What pages that know of no quotations read is as it always was.
    let expected = json!({
        "v": 1, "event": "panel",
        "notes": [
            ["late", "", at(3).as_str()], ["late", "two", at(2).as_str()],
            ["late", "one", at(1).as_str()],
        ],
        "quotes": [[0, "b", "before ", " after"], [1, "a", "before ", " after"]],
    });
    assert_eq!(serde_json::from_slice::<Value>(&json).expect("JSON"), expected);
    let visit = open_link(&link[ADDRESS.len()..], &empty()).expect("notes");
    let quotes: Vec<Option<Quote>> = visit.notes.iter().map(|it| it.quote.clone()).collect();
    assert_eq!(quotes, [Some(quoting("b")), Some(quoting("a")), None]);
    let after = applied(&empty(), &plan_visit(&visit, &empty()).changes).expect("it fits");
    assert_eq!(after.notebook.notes().filter(|it| it.quote().is_some()).count(), 2);
    assert!(plan_visit(&visit, &after).is_empty() && plan_visit(&visit, &snapshot).is_empty());
    // What is quoted is part of what a new id follows from.
    let id_of = |exact: &str| {
        let quote = Some(quoting(exact));
        let note =
            VisitingNote { theme: theme("late"), text: String::new(), quote, created: at(1) };
        plan_visit(&Visit { notes: vec![note] }, &empty()).changes[0].key.clone()
    };
    assert_ne!(id_of("a"), id_of("b"));
}

#[test]
fn a_link_that_would_be_cut_is_not_made() {
    let mut state = 7u32;
    let mut noise = |length: usize| -> String {
        (0..length)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from(b'!' + (state >> 24) as u8 % 90)
            })
            .collect()
    };
    let long = link(&with_notes(&[note(1, "early", &noise(9_000))]), &Selection::All);
    let refusal = long.expect_err("too long");
    assert!(refusal.length > LONGEST_LINK, "{refusal}");
    let told = refusal.message().text().replace(',', "");
    assert!(told.contains(&refusal.length.to_string()), "{told}");
    // What packs well is opened again, however much it is.
    let vast = with_notes(&[note(1, "early", &"a".repeat(4_000_000))]);
    let link = link(&vast, &Selection::All).expect("short enough");
    let visit = open_link(&link[ADDRESS.len()..], &empty()).expect("notes");
    assert_eq!(visit.notes[0].text.len(), 4_000_000);
}

#[test]
fn a_link_that_cannot_be_shown_says_why() {
    use base64::Engine;
    let packed = |json: &[u8]| {
        let engine = base64::engine::general_purpose::URL_SAFE_NO_PAD;
        format!("#notes={}", engine.encode(miniz_oxide::deflate::compress_to_vec(json, 6)))
    };
    for (fragment, expected) in [
        (String::new(), LinkError::NoNotes),
        ("#theme-early".to_owned(), LinkError::NoNotes),
        ("#notes=".to_owned(), LinkError::Damaged),
        ("#notes=%%%".to_owned(), LinkError::Damaged),
        ("#notes=AAAA".to_owned(), LinkError::Damaged),
        (packed(b"[]"), LinkError::Damaged),
        (packed(br#"{"v":2,"notes":7}"#), LinkError::Newer(2)),
        (packed(br#"{"v":1,"event":"other","notes":[]}"#), LinkError::OtherEvent("other".into())),
        (packed(br#"{"v":1,"event":"panel","notes":[]}"#), LinkError::NoNotes),
        (
            packed(
                br#"{"v":1,"event":"panel","notes":[["Bad Theme","a","2014-09-04T10:00:00Z"]]}"#,
            ),
            LinkError::Damaged,
        ),
        (packed(br#"{"v":1,"event":"panel","notes":[["early","a","once"]]}"#), LinkError::Damaged),
        (
            packed(
                br#"{"v":1,"event":"panel","notes":[["late","","2014-09-04T10:00:00Z"]],"quotes":[[1,"a","",""]]}"#,
            ),
            LinkError::Damaged,
        ),
        (
            packed(
                br#"{"v":1,"event":"panel","notes":[["late","","2014-09-04T10:00:00Z"]],"quotes":[[0,"","",""]]}"#,
            ),
            LinkError::Damaged,
        ),
        (packed(br#"{"v":1,"event":"panel","notes":[],"quotes":7}"#), LinkError::Damaged),
        (packed(&vec![b' '; 50_000_000]), LinkError::Damaged),
        (format!("#notes={}", "A".repeat(100_000)), LinkError::Damaged),
    ] {
        let error = open_link(&fragment, &empty()).expect_err("nothing to show");
        assert!(error.message().text().contains("Your own notes are as they were."));
        assert_eq!(error, expected, "{fragment:.60}");
    }
}

/// What mail programs, chats and people leave of a link.
fn sent_on(fragment: &str) -> Vec<String> {
    let packed = fragment.strip_prefix("notes=").expect("a fragment with notes");
    let (first, second) = packed.split_at(packed.len() / 3);
    let padded = format!("{packed}{}", &"==="[..(4 - packed.len() % 4) % 4]);
    let standard = padded.replace('-', "+").replace('_', "/");
    let encoded: String = packed.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let mut sent: Vec<String> = [
        ".",
        ")",
        "),",
        ">",
        ">.",
        "\"",
        "'",
        "”",
        "»",
        ",",
        ";",
        "!",
        "…",
        "]",
        "*",
        "**",
        "_",
        "&",
        "&gt;",
        "&quot;.",
        "%20",
        " ",
        "\u{a0}",
        "%C2%A0",
        "\n",
        "%0D%0A",
        "%0D%0A%0D%0ARegards,",
        "%20and%20more",
        " and more",
        "%3E",
        "%22",
        "%29.",
        "&utm_source=x&utm_medium=mail",
        "?fbclid=IwAR0_x-y",
        "%26utm_source%3Dx",
        "#",
        "#theme-early",
        ":~:text=x",
        "\u{200b}",
        "%E2%80%8B",
        "|",
        "</a>",
        "%",
        "%2",
        "=",
        "%3D%3D",
        "\\",
    ]
    .iter()
    .map(|end| format!("notes={packed}{end}"))
    .collect();
    for start in
        ["notes%3D", "notes%3d", "Notes=", "notes%253D", "notes=%20", "notes= ", "notes=3D"]
    {
        sent.push(format!("{start}{packed}"));
        sent.push(format!("#{start}{packed}."));
    }
    for parted in [
        "\n",
        "\r\n",
        "%0D%0A",
        "%0A%20%20",
        " ",
        "%20",
        "\t",
        "\r\n> ",
        "=\r\n",
        "%3D%0D%0A",
        "%C2%AD",
        "\u{200b}",
    ] {
        sent.push(format!("notes={first}{parted}{second}"));
        sent.push(format!("notes%3D{parted}{first}{parted}{second}{parted}"));
    }
    for packed in [
        padded.clone(),
        standard.clone(),
        encoded,
        standard.replace('+', "%2B").replace('/', "%2f").replace('=', "%3D"),
    ] {
        sent.push(format!("notes={packed}"));
        sent.push(format!("#notes%3D{packed}&utm_source=x"));
        sent.push(format!("notes={packed})."));
    }
    sent
}

#[test]
fn a_link_that_was_sent_on_is_opened_where_all_of_it_is_there() {
    let mut text = String::new();
    for number in 0..9 {
        text.push_str(&format!("{number} ?>? ~~ ÿþ 🎉 {}", "x".repeat(number)));
        let snapshot = with_notes(&[note(1, "late", &text), note(2, "early", "two")]);
        let link = link(&snapshot, &Selection::All).expect("short enough");
        let (_, fragment) = link.split_once('#').expect("a fragment");
        let visit = open_link(fragment, &empty()).expect("notes");
        for sent in sent_on(fragment) {
            assert_eq!(open_link(&sent, &empty()).as_ref(), Ok(&visit), "{sent}");
        }
        // What was cut is not whole.
        for length in [7, fragment.len() / 2, fragment.len() - 4] {
            for end in ["", ".", "%20", "&utm_source=x", "\n\n"] {
                let cut = format!("{}{end}", &fragment[..length]);
                assert_eq!(open_link(&cut, &empty()), Err(LinkError::Damaged), "{cut}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_notes_that_fit_into_a_link_come_out_of_it(
        notes in prop::collection::vec((themes(), words()), 1..6),
    ) {
        let notes: Vec<Note> = notes.into_iter().enumerate()
            .map(|(number, (theme, (text, quote)))| {
                let mut note = Note::new(note_id(number), theme, text, at(number));
                quote.iter().for_each(|quote| note.set_quote(quote));
                note
            })
            .filter(|note| !note.is_blank())
            .collect();
        prop_assume!(!notes.is_empty());
        let snapshot = with_notes(&notes);
        if let Ok(link) = link(&snapshot, &Selection::All) {
            let (_, fragment) = link.split_once('#').expect("a fragment");
            prop_assert!(link.len() <= LONGEST_LINK && fragment.is_ascii());
            let visit = open_link(fragment, &empty()).expect("notes");
            prop_assert_eq!(visit.notes.len(), notes.len());
            let after = applied(&empty(), &plan_visit(&visit, &empty()).changes).expect("it fits");
            for note in &notes {
                prop_assert!(after.notebook.notes().any(|it| is_said_by(note, it) && it.theme == note.theme));
            }
            prop_assert!(plan_visit(&visit, &after).is_empty());
        }
    }
}

// Tables, rich text, plain text.

proptest! {
    #[test]
    fn a_table_holds_every_note_and_no_formula(snapshot in snapshots(), semicolons in any::<bool>()) {
        let (format, sign) = if semicolons { (Format::CsvForExcel, b';') } else { (Format::Csv, b',') };
        let table = format.write(&snapshot, &Selection::All);
        let plain = table.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new().delimiter(sign).from_reader(plain.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("CSV");
        prop_assert_eq!(rows.len(), snapshot.notebook.len());
        for row in &rows {
            let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
            prop_assert!(row.iter().all(|cell| !cell.starts_with(starts)), "{:?}", row);
            let name = row[6].strip_prefix('\'').unwrap_or(&row[6]);
            let note = snapshot.notebook.note(&id(name)).expect("a note");
            let is_whole = row[3] == note.text || row[3].strip_prefix('\'') == Some(&*note.text);
            prop_assert!(is_whole, "{:?}", row);
            prop_assert_eq!(&row[7], note.theme.as_str());
            let quote = note.quote().map(|quote| quote.exact).unwrap_or_default();
            prop_assert!(row[10] == quote || row[10].strip_prefix('\'') == Some(&*quote), "{:?}", row);
        }
    }

    #[test]
    fn rich_text_has_only_elements_that_do_nothing(snapshot in snapshots()) {
        let html = rich_text(&snapshot, &Selection::All);
        check_html(&html)?;
        let plain = plain_text(&snapshot, &Selection::All);
        for note in snapshot.notebook.notes() {
            prop_assert!(plain.contains(&note.text));
            if let Some(quote) = note.quote() {
                let mut lines = quote.exact.split('\n');
                prop_assert!(lines.all(|line| plain.contains(&format!("> {line}\n"))), "{}", plain);
            }
        }
    }

    #[test]
    fn the_html_of_a_note_has_only_elements_that_do_nothing(text in texts()) {
        check_html(&note_html(&text))?;
    }
}

/// Every `<` begins one of the few elements that may stand there, and every address is harmless.
fn check_html(html: &str) -> Result<(), TestCaseError> {
    const ELEMENTS: [&str; 17] = [
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "ol",
        "li",
        "small",
        "strong",
        "em",
        "del",
        "code",
        "pre",
        "blockquote",
        "br",
        "hr",
        "a",
    ];
    prop_assert!(!html.to_lowercase().contains("<script"));
    prop_assert!(!html.chars().any(|it| it.is_control() && it != '\n' && it != '\t'));
    for tag in html.split('<').skip(1) {
        let inside = tag.split('>').next().unwrap_or_default();
        let inside = inside.strip_prefix('/').unwrap_or(inside).trim_end_matches(" /");
        let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        prop_assert!(ELEMENTS.contains(&name), "<{}>", inside);
        let is_harmless = attributes.is_empty()
            || (name == "ol" && attributes.starts_with("start=\""))
            || (name == "a"
                && ["http://", "https://", "mailto:"]
                    .iter()
                    .any(|scheme| attributes.starts_with(&format!("href=\"{scheme}")))
                && attributes.matches('"').count() == 2);
        prop_assert!(is_harmless, "<{}>", inside);
    }
    Ok(())
}

#[test]
fn markdown_in_a_note_is_rendered_and_nothing_else() {
    for (text, expected) in [
        ("plain\nlines", "<p>plain<br />\nlines</p>\n"),
        ("- a\n- **b**", "<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n"),
        ("> *said*", "<blockquote>\n<p><em>said</em></p>\n</blockquote>\n"),
        ("# Loud", "<p><strong>Loud</strong></p>\n"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
        ("<script>\nx\n</script>", "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n"),
        ("[a](javascript:x)", "<p>a</p>\n"),
        ("[a](HTTPS://x.org \"t\")", "<p><a href=\"HTTPS://x.org\">a</a></p>\n"),
        (
            "<https://x.org/?a=\"b\">",
            "<p><a href=\"https://x.org/?a=%22b%22\">https://x.org/?a=\"b\"</a></p>\n",
        ),
        ("![cat](https://x.org/c.png)", "<p><a href=\"https://x.org/c.png\">cat</a></p>\n"),
        (
            "[![cat](https://x.org/c.png)](https://x.org)",
            "<p><a href=\"https://x.org\">cat</a></p>\n",
        ),
        ("```evil\" onload=\ncode\n```", "<pre><code>code\n</code></pre>\n"),
        ("a\0b", "<p>a\u{fffd}b</p>\n"),
    ] {
        assert_eq!(note_html(text), expected, "{text:?}");
    }
}

#[test]
fn markdown_without_end_is_rendered() {
    let signs =
        [">", "> ", "- ", "[", "![", "*", "**a ", "`", "<", "<!--", "_a", "[a](", "\n>", "1. "];
    for sign in signs {
        let html = note_html(&sign.repeat(100_000 / sign.len()));
        assert!(!html.contains("<!--"), "{sign}");
    }
}

#[test]
fn rich_text_is_laid_out_as_the_page_is() {
    let mut notebook = Notebook::default();
    notebook.put(note(1, "early", "one"));
    notebook.set_draft(&theme("late"), "begun".to_owned());
    let snapshot = snapshot_of(notebook, &[]);
    assert_eq!(
        rich_text(&snapshot, &Selection::All),
        "<h1>The Panel: &quot;early&quot; *action* &amp; [links](x) #1 \\ &lt;b&gt;</h1>\n\
         <p>4 September 2014, New York, NY, USA: # here</p>\n\
         <h2>Part &lt;One&gt;</h2>\n\
         <h3>Early *action* &amp; “why” &lt;it&gt; matters</h3>\n\
         <ul>\n<li><p>one</p>\n<p><small>4 September 2014, 10:00 UTC</small></p></li>\n</ul>\n\
         <h2>=Part Two</h2>\n\
         <h3>Late 🎉 action</h3>\n\
         <ul>\n<li><p>begun</p>\n<p><small>Draft, not added yet</small></p></li>\n</ul>\n\
         <p>Personal notes on “The Panel: &quot;early&quot; *action* &amp; [links](x) #1 \\ \
         &lt;b&gt;”, New York, NY, USA: # here, 4 September 2014. Convened by A &amp; B Institute. \
         Taken from the event page on 4 September 2014.</p>\n\
         <p><a href=\"https://example.org/events/panel/\">https://example.org/events/panel/</a></p>\n"
    );
    let plain = plain_text(&snapshot, &Selection::Note(note_id(1)));
    assert!(plain.contains("\none\n(4 September 2014, 10:00 UTC)\n") && !plain.contains("begun"));
}

#[test]
fn the_clipboard_shows_what_is_quoted_before_the_note() {
    let snapshot = with_notes(&[
        quoted(note(1, "early", "*one*"), "a <b>\n *c*"),
        quoted(note(2, "early", ""), "d"),
    ]);
    let html = rich_text(&snapshot, &Selection::All);
    for item in [
        "<li><blockquote><p>a &lt;b&gt;<br />\n*c*</p></blockquote>\n<p><em>one</em></p>\n<p><small>",
        "<li><blockquote><p>d</p></blockquote>\n<p><small>",
    ] {
        assert!(html.contains(item), "{html}");
    }
    let plain = plain_text(&snapshot, &Selection::All);
    for item in ["\n\n> a <b>\n>  *c*\n\n*one*\n(4 September", "\n\n> d\n(4 September"] {
        assert!(plain.contains(item), "{plain}");
    }
}

#[test]
fn a_table_is_known_for_one_however_it_was_saved() {
    let snapshot = with_notes(&[note(1, "early", "Übung; \"one\",\ntwo")]);
    let mut files: Vec<(Vec<u8>, &str)> = Vec::new();
    for (format, sign) in [(Format::Csv, ','), (Format::CsvForExcel, ';')] {
        let table = format.write(&snapshot, &Selection::All);
        let earlier = table.replace(&format!("{sign}\"quote\"\r\n"), "\r\n");
        assert_ne!(earlier, table);
        files.push((earlier.into_bytes(), "x"));
        // As spreadsheets save it: cells without quotation marks, other signs, encodings and line ends.
        let bare = table.replace('"', "");
        let tabs = bare.replace([',', ';'], "\t");
        for text in
            [&table, &bare, &tabs, &tabs.replace("\r\n", "\n"), &format!("sep=;\r\n{}", &bare[3..])]
        {
            files.push((text.clone().into_bytes(), "x"));
            files.push((text.trim_start_matches('\u{feff}').as_bytes().to_vec(), "notes"));
            let latin = text.trim_start_matches('\u{feff}').chars().map(|it| u32::from(it) as u8);
            files.push((latin.collect(), "x"));
            for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
                files.push((text.encode_utf16().flat_map(bytes).collect(), "x"));
            }
        }
        files.push((table.replace("Part", "").replace("event", "x").into_bytes(), "Table.CSV"));
    }
    files.push((b"PK\x03\x04\x00\x00".to_vec(), "Notes.xlsx"));
    files.push((b"PK\x03\x04\x00\xff".to_vec(), "notes.ods"));
    for (bytes, name) in files {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(read(&bytes, name, &empty()), Err(Refusal::Table), "{name} {text}");
    }
    for text in ["event of the day", "events,part,theme,note", "sep="] {
        assert_eq!(read(text.as_bytes(), "x", &empty()), Err(Refusal::OtherText), "{text}");
    }
}

#[test]
fn excel_gets_a_table_in_the_sign_that_it_expects() {
    let snapshot = with_notes(&[quoted(note(1, "early", "one; \"two\", 1,5\n=3"), "a;b")]);
    for (format, sign) in [(Format::Csv, ','), (Format::CsvForExcel, ';')] {
        let table = format.write(&snapshot, &Selection::All);
        // The first bytes tell Excel that it is UTF-8, and a line that names the sign would hide that.
        assert!(table.starts_with(&format!("\u{feff}\"event\"{sign}\"part\"{sign}\"theme\"")));
        assert!(
            format.keeps().text().contains("Excel")
                && format.file_name(&snapshot).ends_with(".csv")
        );
    }
    assert_ne!(Format::Csv.file_name(&snapshot), Format::CsvForExcel.file_name(&snapshot));
}

#[test]
fn web_annotations_have_what_recogito_asks_for() {
    let snapshot =
        with_notes(&[note(1, "early", "one"), note(2, "other", "two"), note(3, "gone", "three")]);
    for snapshot in [Snapshot { page: PageText::default(), ..snapshot.clone() }, snapshot] {
        let file = Format::WebAnnotations.write(&snapshot, &Selection::All);
        let list: Value = serde_json::from_str(&file).expect("JSON");
        let list = list.as_array().expect("a list");
        assert_eq!(list.len(), 3);
        for item in list {
            assert!(item["body"].is_array() && item.get("marginalia").is_none());
            let [quote, position] = [0, 1].map(|it| &item["target"]["selector"][it]);
            assert_eq!(
                (&quote["type"], &position["type"]),
                (&json!("TextQuoteSelector"), &json!("TextPositionSelector"))
            );
            assert!(
                quote["exact"].is_string()
                    && position["start"].is_u64()
                    && position["end"].is_u64()
            );
        }
    }
}

#[test]
fn every_form_is_named_and_says_what_it_keeps() {
    let names: Vec<String> = Format::ALL.iter().map(|it| it.file_name(&empty())).collect();
    assert_eq!(
        names,
        [
            "panel-notes-2014-09-04.md",
            "panel-notes-2014-09-04.ann",
            "panel-notes-2014-09-04.hypothesis.json",
            "panel-notes-2014-09-04.jsonld",
            "panel-notes-2014-09-04.csv",
            "panel-notes-2014-09-04.excel.csv",
        ]
    );
    for format in Format::ALL {
        assert!(format.keeps().text().ends_with('.') && format.loses().text().ends_with('.'));
        assert!(!format.label().text().is_empty() && format.media_type().contains('/'));
        // With nothing to export there still is a file.
        assert!(!format.write(&empty(), &Selection::All).is_empty());
    }
}

/// Writes a file of each form below the build's folder, for readers that are not written in Rust
/// (`end2end/readers/`). Their texts are all those that nobody would type.
#[test]
fn samples_are_written_for_other_readers() {
    let mut notebook = Notebook::default();
    for (number, text) in NASTY.iter().enumerate() {
        let on = ["early", "late", "other", "gone"][number % 4];
        notebook.put(note(number, on, &format!("{text}\n\n{text}a")));
        notebook.put(note(1000 + number, on, &format!("a{text}")));
    }
    let page_text = page().text;
    let quote_on_page = |words: &str| {
        let start = page_text.rfind(words).expect("in the page");
        Quote::of(&page_text, start..start + words.len()).expect("words")
    };
    for (number, text) in [(2000, "with a quotation"), (2001, "> and one of its own"), (2002, "")] {
        let mut note = note(number, "late", text);
        note.set_quote(&quote_on_page("what was said"));
        notebook.put(note);
    }
    notebook
        .put(quoted(note(2003, "early", "of words that are gone"), "=nobody *ever*\nsaid this"));
    notebook.set_draft(&theme("late"), "begun".to_owned());
    notebook.put_deleted(Deleted { note: note(5000, "late", "deleted"), at: at(9) });
    let snapshot = snapshot_of(notebook, &[]);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("samples");
    std::fs::create_dir_all(&folder).expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text).expect("written");
    };
    for (format, name) in Format::ALL.iter().zip([
        "notes.md",
        "notes.ann",
        "notes.hypothesis.json",
        "notes.jsonld",
        "notes.csv",
        "notes.excel.csv",
    ]) {
        write(name, &format.write(&snapshot, &Selection::All));
    }
    write("notes.html", &rich_text(&snapshot, &Selection::All));
    let titles: BTreeMap<&str, &str> =
        snapshot.event.themes.iter().map(|it| (it.id.as_str(), it.title.as_str())).collect();
    let notes: Vec<Value> = snapshot
        .notebook
        .notes()
        .map(|it| {
            json!({
                "id": it.id.as_str(), "theme": it.theme.as_str(), "text": it.text,
                "title": titles.get(it.theme.as_str()),
                "created": it.created.as_str(), "changed": it.changed.as_str(),
                "quote": it.quote().map(|quote| json!({
                    "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix,
                })),
            })
        })
        .collect();
    let expected = json!({
        "address": ADDRESS, "title": snapshot.event.title, "place": snapshot.event.place,
        "event": "panel", "page": snapshot.page.text, "notes": notes, "drafts": 1,
    });
    write("expected.json", &expected.to_string());
}
