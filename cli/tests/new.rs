//! `marginalia new`, as a host calls it: in a folder of its own, and with no other program at hand.
//!
//! What it makes of the samples in `tests/samples/` is kept in `tests/samples/made/`, the file and what
//! is said. To write these anew after a change, and then look at what changed, call the tests with
//! `MARGINALIA_WRITE_SAMPLES=1`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples");

/// What a call brought.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(folder: &Path, arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_marginalia"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("PATH", "")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A file in which each marked place is filled in, by its key.
fn filled_in(text: &str) -> String {
    let lines = text.lines().map(|line| match line.split_once(" = \"✎ ") {
        Some((key, rest)) => {
            assert!(rest.ends_with('"'), "a marked place is all of its line: {line}");
            let value = match key {
                "starts" => "2025-05-10",
                "time_zone" => "Europe/Amsterdam",
                "url" => "https://example.org/announcement",
                "title" | "name" | "text" | "publisher" => "Filled in",
                _ => panic!("a place that nobody expects: {line}"),
            };
            format!("{key} = \"{value}\"\n")
        }
        None => format!("{line}\n"),
    });
    lines.collect()
}

/// Fills in all places of a file, and expects that the check finds nothing to mend.
#[track_caller]
fn passes_once_filled_in(folder: &Path, file: &str) {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    let places = text.lines().filter(|line| line.contains(" = \"✎ ")).count();
    let before = run(folder, &["check", file]);
    assert_eq!(before.code, Some(i32::from(places > 0)), "{}", before.err);
    assert_eq!(before.err.matches("still to be filled in").count(), places, "{}", before.err);
    fs::write(folder.join(file), filled_in(&text)).unwrap();
    let after = run(folder, &["check", file]);
    assert_eq!(after.code, Some(0), "{}", after.err);
    assert!(!after.err.contains("to mend"), "{}", after.err);
}

/// Begins a file from a sample, and compares it and what is said with what is kept.
#[track_caller]
fn from_sample(sample: &str) -> (String, String) {
    let folder = folder(sample);
    fs::copy(Path::new(SAMPLES).join(sample), folder.join(sample)).unwrap();
    let said = run(&folder, &["new", "our-panel", "--from", sample]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let text = fs::read_to_string(folder.join("our-panel.toml")).unwrap();
    let stem = sample.split_once('.').unwrap().0;
    let made = Path::new(SAMPLES).join("made");
    for (path, new) in
        [(made.join(format!("{stem}.toml")), &text), (made.join(format!("{stem}.txt")), &said.out)]
    {
        if std::env::var_os("MARGINALIA_WRITE_SAMPLES").is_some() {
            fs::create_dir_all(&made).unwrap();
            fs::write(&path, new).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(&kept, new, "{} is not what is made now", path.display());
    }
    passes_once_filled_in(&folder, "our-panel.toml");
    (text, said.out)
}

#[track_caller]
fn has(text: &str, lines: &[&str]) {
    for line in lines {
        assert!(text.contains(line), "`{line}` is missing in\n{text}");
    }
}

#[track_caller]
fn has_not(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "`{word}` stands in\n{text}");
    }
}

#[test]
fn a_file_is_begun_with_places_to_fill_in() {
    let folder = folder("plain");
    let said = run(&folder, &["new", "our-panel"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    has(&said.out, &["`our-panel.toml` is written", "8 places", "marginalia check our-panel.toml"]);
    let text = fs::read_to_string(folder.join("our-panel.toml")).unwrap();
    has(&text, &["title = \"✎ ", "starts = \"✎ ", "marginalia check our-panel.toml"]);
    has_not(&text, &["#:schema", "{file}"]);
    assert!(text.lines().count() < 90 && text.lines().all(|line| line.chars().count() <= 100));
    passes_once_filled_in(&folder, "our-panel.toml");
}

#[test]
fn the_examples_of_a_begun_file_hold_when_they_are_used() {
    let folder = folder("examples");
    run(&folder, &["new", "our-panel"]);
    let path = folder.join("our-panel.toml");
    let text = filled_in(&fs::read_to_string(&path).unwrap()).replace("2025-05-10", "2026-05-10");
    // A remark that reads like a line of the file is an example.
    let is_key = |line: &str| {
        let key = line.split_once(" = ").map_or("", |(key, _)| key);
        line.starts_with("[[")
            || !key.is_empty() && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
    };
    let mut used = 0;
    let lines = text.lines().map(|line| match line.strip_prefix("# ") {
        Some(example) if is_key(example) => {
            used += 1;
            example
        }
        _ => line,
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    assert!(used > 20, "{used}");
    fs::write(&path, &text).unwrap();
    let said = run(&folder, &["check", "our-panel.toml"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{text}");
}

#[test]
fn a_schema_is_named_where_it_is() {
    let folder = folder("schema");
    fs::write(folder.join("event-file.schema.json"), "{}").unwrap();
    run(&folder, &["new", "our-panel"]);
    let text = fs::read_to_string(folder.join("our-panel.toml")).unwrap();
    assert!(text.starts_with("#:schema ./event-file.schema.json\n"), "{text}");
}

#[test]
fn a_file_that_is_there_stays_as_it_is() {
    let folder = folder("there");
    fs::write(folder.join("our-panel.toml"), "mine").unwrap();
    for arguments in [&["new", "our-panel"][..], &["new", "Our Panel.toml", "--from", "none.ics"]] {
        let said = run(&folder, arguments);
        assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
        has(&said.err, &["`our-panel.toml` already", "stays as it is", "another name"]);
        assert_eq!(fs::read_to_string(folder.join("our-panel.toml")).unwrap(), "mine");
    }
}

#[test]
fn a_name_becomes_an_id() {
    let folder = folder("names");
    for (name, file, is_changed) in [
        ("our-panel", "our-panel.toml", false),
        ("other.toml", "other.toml", false),
        ("Our Évening, 2025.TOML", "our-evening-2025.toml", true),
        ("Панель", "panel.toml", true),
        ("討論", "taolun.toml", true),
    ] {
        let said = run(&folder, &["new", name]);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{name}");
        assert!(folder.join(file).is_file(), "{name}: {}", said.out);
        assert_eq!(said.out.contains("It is not called"), is_changed, "{}", said.out);
    }
    for name in ["…", ".toml", "", "-"] {
        let said = run(&folder, &["new", "--", name]);
        assert_eq!(said.code, Some(1), "{name}: {}", said.out);
        has(&said.err, &["nothing was written", "such as `our-panel`"]);
    }
    let said = run(&folder, &["new", "not-there/our-panel"]);
    assert_eq!(said.code, Some(1));
    has(&said.err, &["could not be written", "folder is there"]);
}

#[test]
fn a_calendar_with_one_entry_is_the_event() {
    let bytes = fs::read(Path::new(SAMPLES).join("one-entry.ics")).unwrap();
    let is_folded = bytes.windows(3).any(|it| it == b"\r\n ");
    assert!(is_folded && String::from_utf8(bytes).is_ok_and(|it| it.contains("VTIMEZONE")));
    let (text, said) = from_sample("one-entry.ics");
    has(
        &text,
        &[
            "title = \"Früh gewarnt, früh geholfen: what neighbours can do – a panel with a very long name\"\n",
            "starts = \"2025-05-10 16:00\"\nends = \"2025-05-10 17:30\"\ntime_zone = \"Europe/Zurich\"\n",
            "place = \"Salle XII, Palais de l’Écluse, 1200 Genève\"\n",
            "Readers will see it",
            "contact = \"mailto:events@example.org\"\n",
            "name = \"Office of the Special Envoy\"\n",
            "- Which signs did you see; how early?\n- Who could have acted?",
            "url = \"https://example.org/early-help\"\n",
        ],
    );
    has_not(&text, &["guest", "Guest", "Reminder"]);
    has(&said, &["attendees (2)", "Panel; Prevention", "`GEO`", "3 places"]);
    has_not(&said, &["guest", "Guest"]);
}

#[test]
fn a_zone_of_windows_is_named_as_the_database_names_it_and_told() {
    let (text, said) = from_sample("windows-zone.ics");
    has(
        &text,
        &[
            "# The calendar calls it “W. Europe Standard Time”",
            "time_zone = \"Europe/Berlin\"\n",
            "starts = \"2025-09-14 09:00\"\nends = \"2025-09-14 10:30\"\n",
            "status = \"cancelled\"\n",
        ],
    );
    has_not(&text, &["meet.example.org", "place ="]);
    has(&said, &["video meeting", "not public"]);
}

#[test]
fn a_zone_that_nobody_knows_is_a_place_to_fill_in() {
    let (text, _) = from_sample("unknown-zone.ics");
    has(
        &text,
        &["“Clocks of the Town Hall”", "time_zone = \"✎ ", "starts = \"2025-09-14 09:00\"\n"],
    );
}

#[test]
fn a_calendar_with_several_entries_is_a_programme() {
    let (text, said) = from_sample("utc-and-all-day.ics");
    has(
        &text,
        &[
            "title = \"Days of the Delta\"\nstarts = \"2025-05-10 08:00\"\nends = \"2025-05-12\"\n",
            "gives its times in UTC",
            "time_zone = \"UTC\"\n",
            "id = \"excursion\"\ntitle = \"Excursion\"\nstarts = \"2025-05-11\"\nends = \"2025-05-12\"\n",
        ],
    );
    has(&said, &["Tasks", "tentative"]);
}

#[test]
fn what_repeats_is_told_and_not_expanded() {
    let (text, said) = from_sample("series.ics");
    assert_eq!(text.matches("[[sessions]]").count(), 2, "{text}");
    has(
        &text,
        &[
            "title = \"Lectures on Curves\"\nstarts = \"2025-03-07 12:30\"\n",
            "place = \"Lecture Hall 3\"\n",
            "id = \"lectures-on-curves-2\"\n",
            // The other entry is by the clocks of Paris, while those of New York are an hour ahead.
            "starts = \"2025-03-14 13:30\"\nends = \"2025-03-14 14:30\"\nstatus = \"cancelled\"\n",
        ],
    );
    has(&said, &["FREQ=WEEKLY;COUNT=4", "leaves out days (2025-03-21 12:30 in America/New_York)"]);
}

#[test]
fn a_saved_page_is_read_by_its_linked_data() {
    let (text, said) = from_sample("page.html");
    has(
        &text,
        &[
            "title = \"What Neighbours Can Do\"\nstarts = \"2025-05-10 16:00\"\nends = \"2025-05-10 18:00\"\n",
            "It says: UTC+02.",
            "time_zone = \"✎ ",
            "status = \"moved\"\nannounced_for = \"2025-04-10 16:00\"\n",
            "place = \"The Old Lock\"\nonline = \"Live stream\"\njoin = \"https://example.org/live\"\n",
            "topic = \"Water management, Early warning\"\n",
            "contact = \"mailto:info@example.org\"\n",
            "name = \"Example Institute\"\nurl = \"https://example.org/\"\n",
            "postal_address = \"Lock Lane 3, 9900 AC Exampleton, Netherlands\"\n",
            "Those next door see a crisis *first*.",
            "- Who could act? See [the note](https://example.org/note?a=1&b=2).",
            "2 < 3 \\*stars\\*",
            "honorific = \"Dr\"\nposition = \"Engineer\"\naffiliation = \"Water board\"\n",
            "people = [\"speaker-1\", \"speaker-2\"]\n",
            "within = \"panel\"\nstatus = \"cancelled\"\n",
            "title = \"What Neighbours Can Do – Example Institute\"\npublisher = \"Example Institute\"\n",
            "url = \"https://example.org/events/neighbours\"\n",
        ],
    );
    has_not(&text, &["alert", "onclick", "Not this one", "s1@example.org", ".jpg", ".png"]);
    assert_eq!(text.matches("[[people]]").count(), 2, "{text}");
    has(&said, &["Pictures", "Addresses of people", "Scripts of the page", "Prices"]);
}

#[test]
fn linked_data_alone_is_read_too() {
    let (text, _) = from_sample("linked-data.json");
    has(
        &text,
        &[
            "title = \"Licht & Wasser\"\nstarts = \"2025-06-01 10:00\"\nends = \"2025-06-03\"\n",
            "time_zone = \"Europe/Berlin\"\nlanguage = \"de\"\nstatus = \"postponed\"\n",
            "name = \"Organizer 1\"\nrole = \"organizer\"\n",
            "name = \"Blaskapelle 4\"\nbody = true\n",
        ],
    );
    has_not(&text, &["o1@example.org"]);
}

#[test]
fn a_schedule_of_pretalx_is_a_programme_with_people() {
    let (text, said) = from_sample("pretalx.json");
    has(
        &text,
        &[
            "title = 'Conference on \"Few\" Measurements'\nstarts = \"2025-05-10\"\nends = \"2025-05-11\"\n",
            "time_zone = \"Europe/Amsterdam\"\n",
            "starts = \"2025-05-10 09:00\"\nends = \"2025-05-10 09:45\"\nplace = \"Aula\"\ntrack = \"Rivers\"\n",
            "people = [\"speaker-1\", \"speaker-2\"]\n",
            // Two people of one name.
            "people = [\"speaker-2-2\"]\n",
            "starts = \"2025-05-11 23:30\"\nends = \"2025-05-12 00:30\"\n",
            "url = \"https://pretalx.example.org/media/conf/slides.pdf\"\n",
            "[[sessions]]\ntitle = \"Coffee\"\nkind = \"Break\"\n",
            "language = \"nl\"\n",
        ],
    );
    assert_eq!(text.matches("How few are *enough*?").count(), 1, "{text}");
    has(&said, &["not to be recorded", "Pictures of people: Speaker 1", "2 places"]);
}

#[test]
fn older_schedules_are_read_too() {
    let (text, _) = from_sample("schedule-of-old.json");
    has(&text, &["starts = \"2019-08-02 10:00\"\nends = \"2019-08-02 11:00\"\nplace = \"Hall\"\n"]);
    has(&text, &["time_zone = \"✎ ", "title = \"example.org/first\"\n"]);
}

#[test]
fn an_export_of_indico_with_contributions_is_a_programme() {
    let (text, said) = from_sample("indico-contributions.json");
    has(
        &text,
        &[
            "starts = \"2025-11-04 08:00\"\nends = \"2025-11-04 18:00\"\ntime_zone = \"Europe/Zurich\"\n",
            "place = \"Room 0.12, Water Building\"\n",
            "postal_address = \"Canal Street 12, 9900 AB Exampleton\"\n",
            "Thirty **short** talks.",
            "1. First one\n2. Second",
            "name = \"Chair Dijk\"\nrole = \"chair\"\naffiliation = \"Example University\"\n",
            "starts = \"2025-11-04 08:15\"\nends = \"2025-11-04 08:30\"\npeople = [\"speaker-2\", \"speaker-1\"]\n",
            "text = \"How a bell & its clapper ring.\"\n",
            "url = \"https://indico.example.org/event/100/\"\n",
        ],
    );
    has_not(&text, &["Secretary", "secretary", "@example.org"]);
    has_not(&said, &["Secretary", "secretary", "@example.org"]);
    has(&said, &["Addresses of people (", "Sound. Export the event with `?detail=sessions`"]);
}

#[test]
fn an_export_of_indico_with_sessions_puts_contributions_into_them() {
    let (text, _) = from_sample("indico-sessions.json");
    has(
        &text,
        &[
            "id = \"sound\"\ntitle = \"Sound\"\nkind = \"session\"\nstarts = \"2025-11-04 08:00\"\n",
            "people = [{ person = \"speaker-5\", role = \"convener\" }]\ntext = \"All that rings.\"\n",
            "id = \"bells\"\ntitle = \"Bells\"\nwithin = \"sound\"\n",
            "title = \"Farewell\"\n",
        ],
    );
    assert_eq!(text.matches("[[sessions]]").count(), 3, "{text}");
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_written() {
    let folder = folder("unreadable");
    let large = fs::File::create(folder.join("large.ics")).unwrap();
    large.set_len(20_000_001).unwrap();
    let files: [(&str, &[u8], &str); 13] = [
        ("empty.ics", b" \r\n", "is empty"),
        ("latin.html", b"<html><title>caf\xe9</title>", "not saved in UTF-8"),
        ("wide.ics", b"\xff\xfeB\0E\0G\0I\0N\0", "UTF-16"),
        ("picture.ics", b"\x89PNG\r\n\x1a\n\0\0", "not saved in UTF-8"),
        (
            "letter.txt",
            b"Dear all, the panel is on Friday.",
            "nothing that an event file can be begun from",
        ),
        (
            "tasks.ics",
            b"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
            "holds no event",
        ),
        ("cut.json", b"{\"schedule\": {", "cut off"),
        ("other.json", b"{\"name\": \"x\"}", "JSON of another kind"),
        ("none.json", b"{\"count\": 0, \"results\": []}", "without an event"),
        ("person.json", b"{\"@type\": \"Person\", \"name\": \"x\"}", "holds no event"),
        ("page.html", b"<!doctype html><p>Hello", "no script of the type"),
        (
            "shop.html",
            b"<script type=application/ld+json>{\"@type\": \"Product\"}</script>",
            "no event in them",
        ),
        (
            "broken.html",
            b"<script type=application/ld+json>{\"@type\"</script>",
            "1 cannot be read",
        ),
    ];
    for (name, bytes, _) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let others = [
        ("not-there.ics", "cannot be read"),
        (".", "cannot be read"),
        ("large.ics", "larger than 20 MB"),
    ];
    for (name, message) in files.into_iter().map(|(name, _, message)| (name, message)).chain(others)
    {
        let said = run(&folder, &["new", "our-panel", "--from", name]);
        assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{name}");
        has(&said.err, &[message, "nothing was written"]);
        assert!(!folder.join("our-panel.toml").exists(), "{name}");
    }
}

#[test]
fn samples_that_are_cut_off_somewhere_do_no_harm() {
    let folder = folder("cut");
    for sample in fs::read_dir(SAMPLES).unwrap() {
        let sample = sample.unwrap().path();
        if !sample.is_file() {
            continue;
        }
        let bytes = fs::read(&sample).unwrap();
        for part in 1..12 {
            fs::write(folder.join("cut"), &bytes[..bytes.len() * part / 12]).unwrap();
            let said = run(&folder, &["new", "our-panel", "--from", "cut"]);
            let shown = sample.display();
            assert!(matches!(said.code, Some(0 | 1)), "{shown}, part {part}: {}", said.err);
            if said.code == Some(0) {
                let places = fs::read_to_string(folder.join("our-panel.toml")).unwrap();
                assert!(!filled_in(&places).is_empty());
                passes_once_filled_in(&folder, "our-panel.toml");
                fs::remove_file(folder.join("our-panel.toml")).unwrap();
            }
        }
    }
}
