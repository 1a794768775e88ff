//! What the checker of event files refuses, and where in the file it says so.
#![cfg(feature = "content")]

use std::path::Path;

use marginalia::event::file::{
    Colours, Fault, LARGEST_FILE, Report, check, event_files, look_at, look_at_site, look_over,
    none_there, read,
};
use marginalia::event::{Event, EventOutline, OneOrMany, Role};
use proptest::prelude::*;

const BUNDLED: &str = "content/atrocities-prevention-2014.toml";

/// A file with one of everything and nothing wrong. Each case changes one place of it.
const GOOD: &str = r#"title = "Open day"
starts = "2014-09-04"
ends = "2014-09-05"
place = "Delft"
topic = "Water"
attendance = "Everybody"
people_note = "Not all are here."
cites = ["house"]
address = "https://example.org/open-day/"
[[organizers]]
name = "Water board"
url = "https://example.org/board"
cites = ["house"]

[[summary]]
text = "What it was about."
cites = ["house"]

[[occasions]]
title = "Flood conference"
date = "2014-10-01"
text = "A conference."
cites = ["house"]

[[people]]
id = "ada"
name = "Ada Brug"
role = "chair"
position = "Engineer"
affiliation = "Water board"
portrait = "people/ada.jpg"
cites = ["house"]

[[quotations]]
text = "Water finds a way."
person = "ada"
theme = "dikes"
cites = ["house"]

[[parts]]
id = "first"
title = "First part"
text = "What belongs together."
cites = ["house"]

[[themes]]
id = "dikes"
part = "first"
title = "Dikes"
text = ["One.", "Two."]
cites = ["house"]

[[sources]]
id = "house"
title = "The house"
publisher = "Water board"
published = "2014-09-01"
url = "mailto:board@example.org"
"#;

fn refused(file_name: &str, bytes: &[u8]) -> Report {
    match check(file_name, bytes) {
        Ok(_) => panic!("{file_name} passes:\n{}", String::from_utf8_lossy(bytes)),
        Err(report) => report,
    }
}

/// Changes `from` to `to` where it stands first after `[[table]]` (or at the top), and expects
/// one fault at `position` whose drawing holds all `fragments`.
#[track_caller]
fn check_change(
    (table, from, to): (&str, &str, &str),
    position: (usize, usize),
    fragments: &[&str],
) {
    let start = if table.is_empty() { 0 } else { GOOD.find(&format!("[[{table}]]")).unwrap() };
    let (before, after) = GOOD.split_at(start);
    assert!(after.contains(from), "`{from}` does not stand in `{table}`");
    check_refused(&format!("{before}{}", after.replacen(from, to, 1)), position, fragments);
}

#[track_caller]
fn check_refused(text: &str, position: (usize, usize), fragments: &[&str]) {
    let report = refused("content/open-day.toml", text.as_bytes());
    let drawn = report.draw(Colours::Without);
    assert_eq!(report.faults().len(), 1, "{drawn}");
    assert_eq!(report.faults()[0].position(), Some(position), "{drawn}");
    let place = format!("[content/open-day.toml:{}:{}]", position.0, position.1);
    assert!(drawn.contains(&place), "`{place}` is missing in\n{drawn}");
    // Lines are wrapped, so that a fragment may run over two of them.
    let flowing = drawn.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    for fragment in fragments {
        assert!(flowing.contains(fragment), "`{fragment}` is missing in\n{drawn}");
    }
}

#[test]
fn the_good_file_is_good() {
    let event = check("content/open-day.toml", GOOD.as_bytes()).unwrap();
    assert_eq!(event.id.as_str(), "open-day");
    assert_eq!(event.themes[0].text.as_slice(), ["One.", "Two."]);
    let address = event.address.as_ref().map(|link| link.as_str());
    assert_eq!(address, Some("https://example.org/open-day/"));
    assert_eq!(event.people[0].portrait.as_deref(), Some("people/ada.jpg"));
}

#[test]
fn optional_keys_may_be_left_out() {
    let optional = [
        "ends = \"2014-09-05\"\n",
        "people_note = \"Not all are here.\"\n",
        "address = \"https://example.org/open-day/\"\n",
        "url = \"https://example.org/board\"\n",
        "date = \"2014-10-01\"\n",
        "position = \"Engineer\"\n",
        "portrait = \"people/ada.jpg\"\n",
        "theme = \"dikes\"\n",
        "text = \"What belongs together.\"\n",
        "published = \"2014-09-01\"\n",
    ];
    let text = optional.iter().fold(GOOD.to_owned(), |text, line| {
        assert!(text.contains(line), "{line}");
        text.replacen(line, "", 1)
    });
    let event = check("open-day.toml", text.as_bytes()).unwrap();
    assert_eq!(event.ends, None);
    assert_eq!(event.address, None);
    assert_eq!(event.quotations[0].theme, None);
}

#[test]
fn space_around_texts_and_a_byte_order_mark_do_no_harm() {
    let text = format!("\u{feff}{}", GOOD.replace("\"Open day\"", "\"\"\"\n  Open day\n\"\"\""));
    let text = text.replace('\n', "\r\n");
    assert_eq!(check("open-day.toml", text.as_bytes()).unwrap().title, "Open day");
}

#[test]
fn lines_end_alike_whatever_the_host_writes_with() {
    let text = GOOD.replace("\"What it was about.\"", "\"\"\"\nWhat it\nwas about.\n\"\"\"");
    let event = check("open-day.toml", text.as_bytes()).unwrap();
    assert_eq!(event.summary[0].text, OneOrMany::One("What it\nwas about.".to_owned()));
    assert_eq!(check("open-day.toml", text.replace('\n', "\r\n").as_bytes()).unwrap(), event);
    assert_eq!(check("open-day.toml", text.replace('\n', "\r").as_bytes()).unwrap(), event);
}

#[test]
fn required_keys_that_are_missing_are_named() {
    for (table, line, key, position, who) in [
        ("", "title = \"Open day\"\n", "title", (1, 1), "The event has no"),
        ("", "starts = \"2014-09-04\"\n", "starts", (1, 1), "The event has no"),
        ("organizers", "name = \"Water board\"\n", "name", (10, 1), "This organizer has no"),
        ("summary", "text = \"What it was about.\"\n", "text", (15, 1), "This paragraph"),
        ("occasions", "title = \"Flood conference\"\n", "title", (19, 1), "This occasion has no"),
        ("occasions", "text = \"A conference.\"\n", "text", (19, 1), "This occasion has no"),
        ("people", "name = \"Ada Brug\"\n", "name", (25, 1), "This person has no"),
        ("quotations", "text = \"Water finds a way.\"\n", "text", (34, 1), "This quotation has no"),
        ("quotations", "person = \"ada\"\n", "person", (34, 1), "This quotation has no"),
        ("parts", "title = \"First part\"\n", "title", (40, 1), "This part has no"),
        ("themes", "part = \"first\"\n", "part", (46, 1), "This theme has no"),
        ("themes", "title = \"Dikes\"\n", "title", (46, 1), "This theme has no"),
        ("sources", "title = \"The house\"\n", "title", (53, 1), "This source has no"),
        ("sources", "publisher = \"Water board\"\n", "publisher", (53, 1), "This source has no"),
        ("sources", "url = \"mailto:board@example.org\"\n", "url", (53, 1), "This source has no"),
    ] {
        let remedy = format!("Add a line `{key} = \"…\"`");
        check_change((table, line, ""), position, &[who, &format!("`{key}`"), &remedy]);
    }
}

#[test]
fn what_notes_hang_on_needs_an_id_and_the_rest_gets_one_of_its_name() {
    let report = refused("open-day.toml", GOOD.replacen("id = \"dikes\"\n", "", 1).as_bytes());
    let drawn = report.draw(Colours::Without);
    assert!(drawn.contains("This theme has no `id`"), "{drawn}");
    assert!(drawn.contains("There is no theme with the id"), "{drawn}");

    let mut text = GOOD.to_owned();
    for (id, made) in [("ada", "ada-brug"), ("first", "first-part"), ("house", "the-house")] {
        text = text.replacen(&format!("id = \"{id}\"\n"), "", 1);
        text = text.replace(&format!("\"{id}\""), &format!("\"{made}\""));
    }
    let event = check("open-day.toml", text.as_bytes())
        .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)));
    assert_eq!(event.people[0].id.as_str(), "ada-brug");
    assert_eq!(event.parts[0].id.as_str(), "first-part");
    assert_eq!(event.sources[0].id.as_str(), "the-house");
}

#[test]
fn ids_are_made_of_names_in_any_script() {
    for (name, id) in [
        ("Zoë Müller-Lüdenscheidt", "zoe-muller-ludenscheidt"),
        ("Сергей Иванов", "sergey-ivanov"),
        ("王小明", "wangxiaoming"),
        ("D’Arcy O'Neill", "darcy-oneill"),
        ("…", "no-1"),
    ] {
        let text = GOOD
            .replacen("id = \"ada\"\n", "", 1)
            .replacen("\"Ada Brug\"", &format!("\"{name}\""), 1)
            .replace("person = \"ada\"", &format!("person = \"{id}\""));
        let event = check("open-day.toml", text.as_bytes())
            .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)));
        assert_eq!(event.people[0].id.as_str(), id);
    }
}

#[test]
fn what_cites_nothing_of_its_own_cites_what_the_event_cites() {
    let text = GOOD.replacen("cites = [\"house\"]\n", "cites = [\"KEPT\"]\n", 1);
    let text = text.replace("cites = [\"house\"]\n", "").replace("KEPT", "house");
    let event = check("open-day.toml", text.as_bytes())
        .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)));
    for cites in [
        &event.organizers[0].cites,
        &event.summary[0].cites,
        &event.people[0].cites,
        &event.quotations[0].cites,
        &event.parts[0].cites,
        &event.themes[0].cites,
    ] {
        assert!(cites.is_empty(), "{cites:?}");
    }
    assert!(event.has_statements_without_sources());
    let event = check("open-day.toml", GOOD.as_bytes()).unwrap();
    assert!(!event.has_statements_without_sources());
}

#[test]
fn tables_given_as_something_else_are_refused() {
    for (value, position) in
        [("\"x\"", (1, 14)), ("[\"x\"]", (1, 15)), ("{ name = \"x\" }", (1, 14))]
    {
        let start = GOOD.find("[[organizers]]").unwrap();
        let end = GOOD.find("[[summary]]").unwrap();
        let text = format!("organizers = {value}\n{}{}", &GOOD[..start], &GOOD[end..]);
        let fragments = ["`organizers` has to be a table of its own", "`[[organizers]]`"];
        check_refused(&text, position, &fragments);
    }
}

#[test]
fn texts_of_nothing_but_space_are_refused() {
    for (table, from, key, position) in [
        ("", "\"Open day\"", "title", (1, 9)),
        ("", "\"Delft\"", "place", (4, 9)),
        ("", "\"Water\"", "topic", (5, 9)),
        ("", "\"Everybody\"", "attendance", (6, 14)),
        ("", "\"Not all are here.\"", "people_note", (7, 15)),
        ("organizers", "\"Water board\"", "name", (11, 8)),
        ("summary", "\"What it was about.\"", "text", (16, 8)),
        ("occasions", "\"Flood conference\"", "title", (20, 9)),
        ("occasions", "\"A conference.\"", "text", (22, 8)),
        ("people", "\"Ada Brug\"", "name", (27, 8)),
        ("people", "\"Engineer\"", "position", (29, 12)),
        ("people", "\"Water board\"", "affiliation", (30, 15)),
        ("quotations", "\"Water finds a way.\"", "text", (35, 8)),
        ("parts", "\"First part\"", "title", (42, 9)),
        ("parts", "\"What belongs together.\"", "text", (43, 8)),
        ("themes", "\"Dikes\"", "title", (49, 9)),
        ("sources", "\"The house\"", "title", (55, 9)),
        ("sources", "\"Water board\"", "publisher", (56, 13)),
    ] {
        for blank in ["\"\"", "\" \\n \"", "'\u{a0}\u{2003}'"] {
            let message = format!("`{key}` is empty");
            check_change((table, from, blank), position, &[&message, "Write the text"]);
        }
    }
}

#[test]
fn statements_that_cite_nothing_are_refused() {
    for (table, header, line, what) in [
        ("", 1, 8, "The event cites no source"),
        ("organizers", 10, 13, "This organizer cites no source"),
        ("summary", 15, 17, "This paragraph of the summary cites no source"),
        ("occasions", 19, 23, "This occasion cites no source"),
        ("people", 25, 32, "This person cites no source"),
        ("quotations", 34, 38, "This quotation cites no source"),
        ("parts", 40, 44, "This part cites no source"),
        ("themes", 46, 51, "This theme cites no source"),
    ] {
        let remedy = "Add a line `cites = [\"…\"]`";
        check_change((table, "cites = [\"house\"]", "cites = []"), (line, 9), &[what, remedy]);
        // What has no line of its own goes with the event; the event has none to go with.
        if table.is_empty() {
            check_change((table, "cites = [\"house\"]\n", ""), (header, 1), &[what, remedy]);
        }
    }
}

#[test]
fn unknown_keys_are_refused_with_the_nearest_known_one() {
    for (table, from, to, position, fragments) in [
        (
            "",
            "place =",
            "palce = \"x\"\nplace =",
            (4, 1),
            ["The event has no key `palce`", "Did you mean `place`?"],
        ),
        (
            "themes",
            "title =",
            "titel = \"x\"\ntitle =",
            (49, 1),
            ["A theme has no key `titel`", "Did you mean `title`?"],
        ),
        (
            "organizers",
            "name =",
            "colour = 3\nname =",
            (11, 1),
            ["An organizer has no key `colour`", "knows: name, role, url, logo, logo_alt, cites."],
        ),
        (
            "sources",
            "title =",
            "attendance = \"x\"\ntitle =",
            (55, 1),
            ["A source has no key `attendance`", "Move `attendance` to the top of the file"],
        ),
        (
            "sources",
            "title =",
            "cites = [\"house\"]\ntitle =",
            (55, 1),
            ["A source has no key `cites`", "Move `cites` to the top of the file"],
        ),
        (
            "organizers",
            "[[organizers]]",
            "[[organisers]]\nname = 3\n\n[[organizers]]",
            (10, 3),
            ["The event has no key `organisers`", "Did you mean `organizers`?"],
        ),
    ] {
        check_change((table, from, to), position, &fragments);
    }
}

#[test]
fn values_of_another_kind_are_refused() {
    for (table, from, to, position, fragments) in [
        ("", "\"Open day\"", "3", (1, 9), ["`title` has to be a text", "this is a number"]),
        ("", "\"2014-09-04\"", "2014-09-04", (2, 10), ["a date without", "`starts = \"…\"`"]),
        ("", "\"Delft\"", "[\"Delft\"]", (4, 9), ["`place` has to be a text", "a list"]),
        ("", "[\"house\"]", "\"house\"", (8, 9), ["a list of texts", "`cites = [\"…\"]`"]),
        ("", "[\"house\"]", "[\"house\", true]", (8, 19), ["a list of texts", "true or false"]),
        ("people", "\"chair\"", "{ a = 1 }", (28, 8), ["`role` has to be a text", "table"]),
        ("themes", "\"Two.\"", "2.5", (50, 17), ["`text` has to be a list", "a number"]),
        (
            "themes",
            "[\"One.\", \"Two.\"]",
            "3",
            (50, 8),
            ["a text, or a list of texts", "a number"],
        ),
        (
            "people",
            "\"chair\"",
            "\"chair\"\nbody = \"yes\"",
            (29, 8),
            ["`true` or `false`", "a text"],
        ),
        (
            "occasions",
            "[[occasions]]",
            "[occasions]",
            (19, 1),
            ["`occasions` has to be a table of its own", "with two brackets"],
        ),
    ] {
        check_change((table, from, to), position, &fragments);
    }
}

#[test]
fn ids_that_cannot_be_ids_or_name_nothing_are_refused() {
    let long = format!(
        "id = \"{}\"\nname = \"x\"\nrole = \"chair\"\naffiliation = \"x\"\ncites = [\"house\"]\n\n[[people]]\nid = \"ada\"",
        "x".repeat(65)
    );
    let cannot = "An id is 1 to 64 of the small letters";
    for (table, from, to, position, fragments) in [
        ("people", "id = \"ada\"", long.as_str(), (26, 6), ["cannot be an id", cannot]),
        (
            "",
            "[\"house\"]",
            "[\"hause\"]",
            (8, 10),
            ["no source with the id `hause`", "Did you mean `house`?"],
        ),
        ("", "[\"house\"]", "[\"\"]", (8, 10), ["no source with the id ``", "add `[[sources]]`"]),
        (
            "themes",
            "[\"house\"]",
            "[\"house\", \"elsewhere\"]",
            (51, 19),
            ["no source with the id `elsewhere`", "one of the `[[sources]]`"],
        ),
        (
            "quotations",
            "\"ada\"",
            "\"adam\"",
            (36, 10),
            ["no person with the id `adam`", "Did you mean `ada`?"],
        ),
        (
            "quotations",
            "\"dikes\"",
            "\"house\"",
            (37, 9),
            ["no theme with the id `house`", "one of the `[[themes]]`"],
        ),
    ] {
        check_change((table, from, to), position, &fragments);
    }
    // What names a bad id is not blamed for it: one fault, where the id is given.
    for id in ["Ada", "a b", "ä", "a_b", "a/b", "a\\u0000"] {
        let text = GOOD.replace("\"ada\"", &format!("\"{id}\""));
        check_refused(&text, (26, 6), &["cannot be an id", cannot]);
    }
    check_refused(&GOOD.replace("\"dikes\"", "\"\""), (47, 6), &["cannot be an id", cannot]);
}

#[test]
fn a_part_that_does_not_exist_and_one_without_themes_are_refused() {
    let part = "\n[[parts]]\nid = \"second\"\ntitle = \"Second\"\ncites = [\"house\"]\n";
    check_refused(
        &format!("{GOOD}{part}"),
        (61, 6),
        &["No theme belongs to the part `second`", "Write `part = \"second\"`"],
    );
    let theme = "\n[[themes]]\nid = \"locks\"\npart = \"third\"\ntitle = \"Locks\"\ntext = [\"x\"]\ncites = [\"house\"]\n";
    check_refused(
        &format!("{GOOD}{theme}"),
        (62, 8),
        &["There is no part with the id `third`", "`[[parts]]`"],
    );
}

#[test]
fn an_id_used_twice_is_shown_at_both_places() {
    for (table, rest, position, noun) in [
        (
            "people",
            "id = \"ada\"\nname = \"x\"\nrole = \"chair\"\naffiliation = \"x\"\ncites = [\"house\"]\n",
            (61, 6),
            "person",
        ),
        ("parts", "id = \"first\"\ntitle = \"x\"\ncites = [\"house\"]\n", (61, 6), "part"),
        (
            "themes",
            "id = \"dikes\"\npart = \"first\"\ntitle = \"x\"\ntext = [\"x\"]\ncites = [\"house\"]\n",
            (61, 6),
            "theme",
        ),
        (
            "sources",
            "id = \"house\"\ntitle = \"x\"\npublisher = \"x\"\nurl = \"http://a\"\n",
            (61, 6),
            "source",
        ),
    ] {
        let message = format!("is used for more than one {noun}");
        check_refused(
            &format!("{GOOD}\n[[{table}]]\n{rest}"),
            position,
            &[&message, "first here", "and again here", "Give one of them another id"],
        );
    }
    // The same id for things of different kinds is no fault.
    let text = GOOD.replace("\"dikes\"", "\"ada\"").replace("\"house\"", "\"ada\"");
    check("open-day.toml", text.as_bytes()).unwrap();
}

#[test]
fn dates_that_do_not_exist_or_are_not_dates_are_refused() {
    let (nowhere, unclear) = ("The calendar has no day", "not a date that can be understood");
    for (date, message) in [
        ("2014-02-30", nowhere),
        ("2013-02-29", nowhere),
        ("2014-13-01", nowhere),
        ("2014-00-10", nowhere),
        ("2014-09-00", nowhere),
        ("4 September 2014", unclear),
        ("2014-9-4", unclear),
        ("2014/09/04", unclear),
        ("20140904", unclear),
        ("+014-09-04", unclear),
        ("2014-09-04T1000", unclear),
        ("２014-09-04", unclear),
        ("2014-09-0é", unclear),
        ("", unclear),
    ] {
        let date = format!("\"{date}\"");
        check_change(("", "\"2014-09-04\"", &date), (2, 10), &[message]);
        check_change(("", "\"2014-09-05\"", &date), (3, 8), &[message]);
        check_change(("occasions", "\"2014-10-01\"", &date), (21, 8), &[message]);
        check_change(("sources", "\"2014-09-01\"", &date), (57, 13), &[message]);
    }
    check_change(
        ("", "\"2014-09-05\"", "\"2014-09-03\""),
        (3, 8),
        &["The event ends before it starts", "needs no `ends`"],
    );
    check("open-day.toml", GOOD.replacen("2014-09-04", "2012-02-29", 1).as_bytes()).unwrap();
}

#[test]
fn links_that_could_run_or_lead_nowhere_are_refused() {
    for link in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "file:///etc/passwd",
        "//example.org",
        "example.org",
        "/page",
        "https:",
        "https://",
        "https:///path",
        "https:example.org",
        "mailto:",
        "https://example.org/a b",
        " https://example.org",
        "java\\nscript:alert(1)",
        "https://example.org\\n",
        "",
    ] {
        let link = format!("\"{link}\"");
        let fragments = ["not an address that the page can link to", "`https://`"];
        check_change(("organizers", "\"https://example.org/board\"", &link), (12, 7), &fragments);
        check_change(("sources", "\"mailto:board@example.org\"", &link), (58, 7), &fragments);
    }
    for link in ["http://example.org", "HTTPS://EXAMPLE.ORG/a?b#c", "mailto:a@b", "https://é.eu/ü"]
    {
        let text = GOOD.replace("https://example.org/board", link);
        check("open-day.toml", text.as_bytes()).unwrap();
    }
}

#[test]
fn addresses_at_which_no_page_can_be_published_are_refused() {
    for address in [
        "mailto:board@example.org",
        "MailTo:board@example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "example.org/open-day",
        "//example.org/open-day",
        "/open-day",
        "https://",
        "https:///open-day",
        "https://example.org/open day",
        "https://example.org/open-day#dikes",
        "",
    ] {
        let fragments = ["not an address at which a page can be published", "without `#`"];
        let address = format!("\"{address}\"");
        check_change(("", "\"https://example.org/open-day/\"", &address), (9, 11), &fragments);
    }
    check_change(
        ("", "\"https://example.org/open-day/\"", "[\"https://example.org\"]"),
        (9, 11),
        &["`address` has to be a text", "`address = \"…\"`"],
    );
    for address in ["http://example.org", "HTTPS://EXAMPLE.ORG/a?b", "https://é.eu/ü/"] {
        let text = GOOD.replace("https://example.org/open-day/", address);
        let event = check("open-day.toml", text.as_bytes()).unwrap();
        assert_eq!(event.address.unwrap().as_str(), address);
    }
}

#[test]
fn themes_need_text_and_an_event_needs_themes() {
    let text = "text = [\"One.\", \"Two.\"]";
    let nothing = ["This theme has no text", "Write at least one paragraph"];
    check_change(("themes", &format!("{text}\n"), ""), (46, 1), &nothing);
    check_change(("themes", text, "text = []"), (50, 8), &nothing);
    let blank = ["This paragraph is empty", "take it out of the list"];
    check_change(("themes", text, "text = [\"One.\", \" \\n\"]"), (50, 17), &blank);

    let without_quotation = GOOD.replace("theme = \"dikes\"\n", "");
    let start = without_quotation.find("[[parts]]").unwrap();
    let end = without_quotation.find("[[sources]]").unwrap();
    let no_theme = format!("{}{}", &without_quotation[..start], &without_quotation[end..]);
    let message = ["The event has no theme", "Add at least one `[[themes]]`"];
    check_refused(&no_theme, (1, 1), &message);
    check_refused(&format!("themes = []\n{no_theme}"), (1, 10), &message);
}

#[test]
fn roles_are_known_ones_or_the_host_s_own_words() {
    for (written, roles) in [
        ("\"Chair\"", &[Role::Chair][..]),
        ("\" chair \"", &[Role::Chair]),
        ("[\"moderator\", \"Panelist\"]", &[Role::Moderator, Role::Panelist]),
        ("\"Secretary General\"", &[Role::Other("Secretary General".to_owned())]),
    ] {
        let text = GOOD.replacen("\"chair\"", written, 1);
        let event = check("open-day.toml", text.as_bytes())
            .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)));
        assert_eq!(event.people[0].roles(), roles, "{written}");
    }
    check_change(("people", "\"chair\"", "\"\""), (28, 8), &["`role` is empty"]);
}

#[test]
fn pictures_that_the_page_cannot_show_are_refused() {
    for portrait in [
        "../ada.jpg",
        "people/../../ada.jpg",
        "/people/ada.jpg",
        "./ada.jpg",
        "https://example.org/ada.jpg",
        "C:ada.jpg",
        "..\\\\ada.jpg",
        "people/",
        "ada.jpg?x",
        "",
    ] {
        let portrait = format!("\"{portrait}\"");
        check_change(
            ("people", "\"people/ada.jpg\"", &portrait),
            (31, 12),
            &["is not a path inside the folder `public`", "Put the picture into the folder"],
        );
    }
}

#[test]
fn every_line_that_is_not_toml_is_reported() {
    check_change(("", "\"Open day\"", "\"Open day"), (1, 9), &["has none at its end"]);
    check_change(("", "\"Open day\"", "“Open day”"), (1, 9), &["Use straight quotation marks"]);
    check_change(("", "\"Open day\"", "\"An \"open\" day\""), (1, 14), &["is written \\\"."]);
    check_change(("", "place =", "title = \"x\"\nplace ="), (4, 1), &["Keep one of the two"]);
    check_change(("parts", "[[parts]]", "[[parts]"), (40, 1), &["Here: `[[parts]]`"]);

    let text = GOOD
        .replacen("\"Open day\"", "\"Open day", 1)
        .replacen("\"Water\"", "“Water”", 1)
        .replacen("\"2014-10-01\"", "\"2014-10-32\"", 1);
    let report = refused("open-day.toml", text.as_bytes());
    let positions: Vec<_> = report.faults().iter().map(|fault| fault.position()).collect();
    assert_eq!(positions, [Some((1, 9)), Some((5, 9)), Some((21, 8))]);
}

#[test]
fn what_the_parser_guesses_at_a_broken_line_is_not_held_against_the_host() {
    // Without its closing bracket the list swallows what follows; only the broken lines count.
    let text = GOOD.replacen("cites = [\"house\"]", "cites = [\"house\"", 1);
    let report = refused("open-day.toml", text.as_bytes());
    let drawn = report.draw(Colours::Without);
    let line = |fault: &Fault| fault.position().map(|(line, _)| line);
    // One fault a line: the further ones of a line only follow from the first.
    assert!(report.faults().is_sorted_by(|one, next| line(one) < line(next)), "{drawn}");
    assert!(!drawn.contains("There is no source"), "{drawn}");
    assert!(!drawn.contains("has no theme"), "{drawn}");
}

#[test]
fn files_that_cannot_be_text_are_refused() {
    let mut bytes = GOOD.replace("Delft", "Délft é").into_bytes();
    let bad = bytes.iter().rposition(|byte| *byte == 0xA9).unwrap();
    // An é of which the second byte is lost: the fault is where the letter begins.
    bytes.remove(bad);
    let report = refused("content/open-day.toml", &bytes);
    assert_eq!(report.faults()[0].position(), Some((4, 16)));
    let drawn = report.draw(Colours::Without);
    assert!(drawn.contains("[content/open-day.toml:4:16]"), "{drawn}");
    assert!(drawn.contains("0xC3 here is not UTF-8"), "{drawn}");

    assert_eq!(LARGEST_FILE, 1_048_576);
    let padding = LARGEST_FILE - GOOD.len();
    let text = format!("{GOOD}{}", "#".repeat(padding));
    check("open-day.toml", text.as_bytes()).unwrap();
    let report = refused("content/open-day.toml", format!("{text}#").as_bytes());
    let drawn = report.draw(Colours::Without);
    assert!(drawn.contains("content/open-day.toml: The file is larger than 1 MiB"), "{drawn}");
}

#[test]
fn the_name_of_the_file_has_to_be_an_id() {
    let long = format!("{}.toml", "x".repeat(65));
    for name in
        ["Open Day.toml", "content/öffnung.toml", "open_day.toml", "a.b.toml", "", long.as_str()]
    {
        let drawn = refused(name, GOOD.as_bytes()).draw(Colours::Without);
        assert!(drawn.contains("cannot be the event's id"), "{drawn}");
        assert!(drawn.contains("Rename the file"), "{drawn}");
    }
}

#[test]
fn columns_are_counted_in_letters() {
    let text = GOOD.replace("text = [\"One.\", \"Two.\"]", "text = [\"Één dijk\", \"\"]");
    check_refused(&text, (50, 21), &["This paragraph is empty"]);
}

#[test]
fn all_faults_of_a_file_are_reported_at_once_and_in_order() {
    let text = r#"titel = "Open day"
starts = "2014-02-30"
ends = 2014-09-05
place = "  "
topic = "Water"
attendance = ["all"]
cites = ["hose"]

[[organizers]]
name = "One"
people_note = "x"

[[parts]]
id = "First"
title = "First"
cites = ["house"]

[[themes]]
id = "a"
part = "third"
title = "A"
text = [" "]
cites = []

[[themes]]
id = "a"
part = "First"
title = "A"
cites = ["house"]

[[sources]]
id = "house"
title = "House"
publisher = 3
url = "javascript:alert(1)"
"#;
    let report = refused("Open Day.toml", text.as_bytes());
    let drawn = report.draw(Colours::Without);
    let found: Vec<_> = report.faults().iter().map(|fault| fault.position()).collect();
    let expected = [
        None,           // the name of the file
        Some((1, 1)),   // no title
        Some((1, 1)),   // titel
        Some((2, 10)),  // no such day
        Some((3, 8)),   // a date without quotation marks
        Some((4, 9)),   // an empty place
        Some((6, 14)),  // a list
        Some((7, 10)),  // no such source
        Some((11, 1)),  // people_note in the wrong place
        Some((14, 6)),  // not an id
        Some((20, 8)),  // no such part
        Some((22, 9)),  // an empty paragraph
        Some((23, 9)),  // a theme without sources
        Some((25, 1)),  // a theme without text
        Some((26, 6)),  // the same id again
        Some((34, 13)), // a number
        Some((35, 7)),  // a script
    ];
    assert_eq!(found, expected, "{drawn}");
    assert!(drawn.starts_with("Open Day.toml has 17 things to mend:\n"), "{drawn}");
}

#[test]
fn a_whole_report_reads_like_this() {
    let text = GOOD
        .replace("\"Two.\"", "\" \"")
        .replace("\"2014-09-05\"", "\"2014-09-31\"")
        .replace("id = \"house\"", "id = \"huose\"");
    // The reference of the theme is enough; the others would only repeat it.
    let text = text.replace("[\"house\"]", "[\"huose\"]").replacen(
        "huose\"]\naddress",
        "house\"]\naddress",
        1,
    );
    let drawn = refused("content/open-day.toml", text.as_bytes()).draw(Colours::Without);
    let expected = r#"content/open-day.toml has 3 things to mend:

  × The calendar has no day `2014-09-31`.
   ╭─[content/open-day.toml:3:8]
 2 │ starts = "2014-09-04"
 3 │ ends = "2014-09-31"
   ·        ────────────
 4 │ place = "Delft"
   ╰────
  help: Check the month and the day. The order is year, month, day.

  × There is no source with the id `house` in this file, so this leads nowhere.
   ╭─[content/open-day.toml:8:10]
 7 │ people_note = "Not all are here."
 8 │ cites = ["house"]
   ·          ───────
 9 │ address = "https://example.org/open-day/"
   ╰────
  help: Did you mean `huose`?

  × This paragraph is empty, so the page would show a gap in its place.
    ╭─[content/open-day.toml:50:17]
 49 │ title = "Dikes"
 50 │ text = ["One.", " "]
    ·                 ───
 51 │ cites = ["huose"]
    ╰────
  help: Write the paragraph between the quotation marks, or take it out of the list.
"#;
    assert_eq!(drawn, expected, "\n{drawn}");
}

#[test]
fn a_file_full_of_faults_is_told_in_part() {
    let text: String = (0..2_000).map(|number| format!("key{number} = 1\n")).collect();
    let report = refused("open-day.toml", text.as_bytes());
    assert!(report.faults().len() > 2_000);
    let drawn = report.draw(Colours::Without);
    assert_eq!(drawn.matches("help: ").count(), 100);
    assert!(drawn.contains("more. Mend these first."), "{drawn}");
}

#[test]
fn a_place_on_an_endless_line_is_told_but_not_drawn() {
    let text =
        GOOD.replacen("[\"house\"]", &format!("[{}\"huose\"]", "\"house\", ".repeat(5_000)), 1);
    let drawn = refused("content/open-day.toml", text.as_bytes()).draw(Colours::Without);
    assert!(drawn.contains("content/open-day.toml:8:45010: There is no source"), "{drawn}");
    assert!(drawn.len() < 1_000, "{drawn}");
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    for (start, repeated) in
        [("a = ", "["), ("a = ", "{a="), ("", "a."), ("[", "a."), ("[[", "a."), ("", "[")]
    {
        let text = format!("{start}{}", repeated.repeat(100_000));
        refused("open-day.toml", text.as_bytes()).draw(Colours::Without);
    }
}

#[test]
fn portraits_are_looked_for_when_a_file_is_read_from_disk() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("portraits");
    let (content, people) = (folder.join("content"), folder.join("public/people"));
    std::fs::create_dir_all(&content).unwrap();
    std::fs::create_dir_all(&people).unwrap();
    let path = content.join("open-day.toml");
    let portrait = people.join("ada.jpg");
    std::fs::write(&path, GOOD).unwrap();
    if portrait.exists() {
        std::fs::remove_file(&portrait).unwrap();
    }
    let drawn = read(&path).unwrap_err().draw(Colours::Without);
    assert!(drawn.contains("There is no file `people/ada.jpg`"), "{drawn}");
    image::RgbImage::new(2, 2).save_with_format(&portrait, image::ImageFormat::Png).unwrap();
    read(&path).unwrap();

    assert_eq!(event_files(&content).unwrap(), [path]);
    let drawn = read(&content.join("none.toml")).unwrap_err().draw(Colours::Without);
    assert!(drawn.contains("The file cannot be read"), "{drawn}");
}

/// Changes `from` at the top of the good file to what stands in the table, and expects one fault.
#[track_caller]
fn check_changes(table: &str, from: &str, cases: &[(&str, (usize, usize), &[&str])]) {
    for (to, position, fragments) in cases {
        check_change((table, from, to), *position, fragments);
    }
}

#[test]
fn days_and_times_in_every_shape_are_given_as_they_are_written_here() {
    let day = "`starts = \"2014-09-05\"`";
    let time = "`starts = \"2014-09-05 16:00\"`";
    for (written, here) in [
        ("\"05.09.2014\"", day),
        ("\"5. September 2014\"", day),
        ("\"Freitag, den 5. September 2014\"", day),
        ("\"Sept 5, 2014\"", day),
        ("\"September 5th, 2014\"", day),
        ("\"vendredi 5 septembre 2014\"", day),
        ("\"5 de septiembre de 2014\"", day),
        ("\"5 сентября 2014 г.\"", day),
        ("\"2014年9月5日\"", day),
        ("\"2014/09/05\"", day),
        ("\"20140905\"", day),
        ("\"05.09.14\"", day),
        ("05.09.2014", day),
        ("5. September 2014", day),
        ("Sept 5, 2014", day),
        ("2014-09-05", day),
        ("\"05.09.2014, 16 Uhr\"", time),
        ("\"5.9.2014 16.00 Uhr\"", time),
        ("\"2014-09-05 16h00\"", time),
        ("\"5 septembre 2014 à 16h\"", time),
        ("\"2014-09-05 4pm\"", time),
        ("\"September 5, 2014, 4:00 p.m.\"", time),
        ("\"2014-09-05, 16:00\"", time),
        ("\"2014-09-05 16:00:00\"", time),
        ("2014-09-05 16:00", time),
        ("2014-09-05T16:00:00", time),
    ] {
        check_change(("", "\"2014-09-04\"", written), (2, 10), &[here]);
    }
    check_changes(
        "",
        "\"2014-09-04\"",
        &[
            ("\"25/08/2014\"", (2, 10), &["`starts = \"2014-08-25\"`"]),
            ("\"08/25/2014\"", (2, 10), &["`starts = \"2014-08-25\"`"]),
            (
                "\"04/09/2014\"",
                (2, 10),
                &[
                    "not clear which number is the month",
                    "`starts = \"2014-09-04\"` for 4 September 2014",
                    "`starts = \"2014-04-09\"` for 9 April 2014",
                ],
            ),
            (
                "\"4–5 September 2014\"",
                (2, 10),
                &["`starts = \"2014-09-04\"` and `ends = \"2014-09-05\"`"],
            ),
            (
                "\"4 September 2014, 16:00–18:00\"",
                (2, 10),
                &["`starts = \"2014-09-04 16:00\"` and `ends = \"2014-09-04 18:00\"`"],
            ),
            ("tomorrow", (2, 10), &["has no quotation marks", "`starts = \"tomorrow\"`"]),
        ],
    );
    for (written, ends) in [
        ("\"4.9.2014 – 5.9.2014\"", "2014-09-05"),
        ("\"30 Aug - 5 Sept 2014\"", "2014-09-05"),
        ("\"2014-09-04 to 2014-09-06\"", "2014-09-06"),
        ("\"September 4–6, 2014\"", "2014-09-06"),
        ("\"Do., 4.9.2014, 16–18 Uhr\"", "2014-09-04 18:00"),
    ] {
        let ends = format!("and `ends = \"{ends}\"`");
        check_change(("", "\"2014-09-04\"", written), (2, 10), &["`starts = \"2014-", &ends]);
    }
    for written in ["\"16:30\"", "16:30", "\"16h30\"", "\"4:30 pm\""] {
        let fragments = ["The day is missing", "16:30\"`"];
        check_change(("", "\"2014-09-04\"", written), (2, 10), &fragments);
    }
    // A time alone belongs to the day on which the event starts.
    check_changes(
        "",
        "ends = \"2014-09-05\"",
        &[
            ("ends = \"18:30\"", (3, 8), &["`ends = \"2014-09-04 18:30\"`"]),
            ("ends = \"6.30 pm\"", (3, 8), &["`ends = \"2014-09-04 18:30\"`"]),
            (
                "time = \"16 Uhr\"",
                (3, 1),
                &["The time stands behind the day", "`starts = \"2014-09-04 16:00\"`"],
            ),
        ],
    );
    // Where only a day may stand, no time is given.
    check_change(
        ("sources", "\"2014-09-01\"", "\"1 Sept 2014, 10:00\""),
        (57, 13),
        &["not a date that can be understood", "`published = \"2014-09-01\"`"],
    );
}

#[test]
fn an_offset_or_a_short_name_is_no_zone() {
    let new_york = "`time_zone = \"America/New_York\"`";
    for (written, zone) in [
        ("2014-09-05T16:00:00-04:00", new_york),
        ("\"2014-09-05T16:00:00-04:00\"", new_york),
        ("\"2014-09-05T16:00-0400\"", new_york),
        ("\"2014-09-05 16:00 EST\"", new_york),
        ("\"September 5, 2014 at 4pm EDT\"", new_york),
        ("\"5.9.2014, 16 Uhr MESZ\"", "`time_zone = \"Europe/Berlin\"`"),
        ("\"2014-09-05 16:00 CET\"", "`time_zone = \"Europe/Paris\"`"),
        ("\"2014-09-05T16:00:00Z\"", "`time_zone = \"UTC\"`"),
        ("\"20140905T160000Z\"", "`time_zone = \"UTC\"`"),
    ] {
        let fragments = ["`starts = \"2014-09-05 16:00\"`", zone, "at the top of the file"];
        check_change(("", "\"2014-09-04\"", written), (2, 10), &fragments);
    }
    for (written, zone) in [
        ("EST", "America/New_York"),
        ("Eastern Time", "America/New_York"),
        ("PST", "America/Los_Angeles"),
        ("CET", "Europe/Paris"),
        ("MEZ", "Europe/Berlin"),
        ("GMT", "Europe/London"),
        ("GMT+2", "Europe/Paris"),
        ("UTC-5", "America/Chicago"),
        ("-04:00", "America/New_York"),
        ("+02:00", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("America/Washington", "America/New_York"),
        ("Geneva", "Europe/Zurich"),
        ("München", "Europe/Berlin"),
        ("paris", "Europe/Paris"),
        ("Europe/Pariss", "Europe/Paris"),
        ("New Delhi, India", "Asia/Kolkata"),
    ] {
        check_change(
            ("", "place =", &format!("time_zone = \"{written}\"\nplace =")),
            (4, 13),
            &["There is no time zone of the name", &format!("`time_zone = \"{zone}\"`")],
        );
    }
    let text = GOOD.replacen("place =", "time_zone = \"america/new_york\"\nplace =", 1);
    let event = check("open-day.toml", text.as_bytes()).unwrap();
    assert_eq!(event.time_zone.unwrap().as_str(), "America/New_York");
    // The place tells the zone that is likely.
    check_change(
        ("", "\"2014-09-04\"", "\"2014-09-04 16:00\""),
        (2, 10),
        &["has no time zone", "`time_zone = \"Europe/Amsterdam\"`"],
    );
}

#[test]
fn times_that_the_clocks_skip_are_refused_and_those_that_they_show_twice_are_told() {
    let at = |start: &str, zone: &str| {
        let text = GOOD.replacen("\"2014-09-04\"", &format!("\"{start}\""), 1);
        text.replacen("ends = \"2014-09-05\"", &format!("time_zone = \"{zone}\""), 1)
    };
    check_refused(
        &at("2014-03-30 02:30", "Europe/Paris"),
        (2, 10),
        &["there is no time `2014-03-30 02:30`", "`\"2014-03-30 03:30\"`"],
    );
    for zone in ["Europe/Paris", "UTC"] {
        let looked = look_over("open-day.toml", at("2014-10-26 02:30", zone).as_bytes());
        assert!(looked.event.is_ok());
        let warnings = looked.warnings.map(|it| it.draw(Colours::Without));
        assert_eq!(warnings.is_some_and(|it| it.contains("twice")), zone == "Europe/Paris");
    }
}

#[test]
fn words_that_hosts_try_are_answered_with_those_that_are_known() {
    for (line, here) in [
        ("location = \"Geneva\"", "`place = \"Geneva\"`"),
        ("Veranstaltungsort = \"Bonn\"", "`place = \"Bonn\"`"),
        ("weather = \"fine\"", "To keep the line for yourself alone"),
        ("cancelled = true", "`status = \"cancelled\"`"),
        ("venue = \"Town hall\"", "`place = \"Town hall\"`"),
        ("lieu = \"Paris\"", "`place = \"Paris\"`"),
        ("date = \"25.09.2014\"", "`starts = \"2014-09-25\"`"),
        ("start = \"2014-09-04\"", "`starts = \"2014-09-04\"`"),
        ("end_date = \"2014-09-04\"", "`ends = \"2014-09-04\"`"),
        ("time = \"4pm\"", "`starts = \"2014-09-04 16:00\"`"),
        ("timezone = \"Europe/Paris\"", "`time_zone = \"Europe/Paris\"`"),
        ("Zeitzone = \"Europe/Berlin\"", "`time_zone = \"Europe/Berlin\"`"),
        ("time zone = \"Europe/Paris\"", "`time_zone = \"Europe/Paris\"`"),
        ("Title2 = \"x\"", "`title = \"x\"`"),
        ("título = \"x\"", "`title = \"x\"`"),
        ("name = \"x\"", "`title = \"x\"`"),
        ("email = \"a@example.org\"", "`contact = \"mailto:a@example.org\"`"),
        ("lang = \"fr\"", "`language = \"fr\"`"),
        ("rsvp = \"https://example.org\"", "`registration = \"https://example.org\"`"),
        ("abstract = \"x\"", "`[[summary]]`"),
        ("description = \"x\"", "`[[summary]]`"),
        ("agenda = [\"x\"]", "`[[sessions]]`"),
        ("hosts = [\"x\"]", "`[[organizers]]`"),
        ("speaker = \"Ada Brug\"", "`name = \"Ada Brug\"` and `role = \"speaker\"`"),
        ("website = \"https://example.org\"", "`address`"),
        ("bio = \"x\"", "`[[people]]` with `biography = \"x\"`"),
        ("photo = \"x.jpg\"", "`portrait`"),
        ("hashtag = \"#x\"", "`[[links]]`"),
    ] {
        check_change(("", "place =", &format!("{line}\nplace =")), (4, 1), &[here]);
    }
    for (header, here) in [
        (
            "speakers",
            "`[[people]]` for each one, and below it `name = \"…\"` and `role = \"speaker\"`",
        ),
        ("panelists", "`role = \"panelist\"`"),
        ("person", "`[[people]]`"),
        ("agenda", "`[[sessions]]`"),
        ("hosts", "`[[organizers]]`"),
        ("Referenten", "`[[people]]`"),
    ] {
        let table = format!("[[{header}]]\nname = \"x\"\n\n[[summary]]");
        check_change(("summary", "[[summary]]", &table), (15, 3), &[here]);
    }
    // What names things of a table that is called otherwise is not at fault as well.
    check_change(("themes", "[[themes]]", "[[Topics]]"), (46, 3), &["`[[themes]]`"]);
    for (table, from, to, line, here) in [
        ("people", "position", "job", 29, "`position = \"Engineer\"`"),
        ("people", "portrait", "photo", 31, "`portrait = \"people/ada.jpg\"`"),
        ("people", "affiliation", "organisation", 30, "`affiliation = \"Water board\"`"),
        ("people", "position", "bio", 29, "`biography = \"Engineer\"`"),
        ("sources", "published", "date", 57, "`published = \"2014-09-01\"`"),
    ] {
        let to = format!("{to} =");
        check_change((table, &format!("{from} ="), &to), (line, 1), &[here]);
    }
    check_changes(
        "",
        "place =",
        &[
            ("status = \"canceled\"\nplace =", (4, 10), &["`status = \"cancelled\"`"]),
            ("status = \"rescheduled\"\nplace =", (4, 10), &["`status = \"moved\"`"]),
            ("status = \"confirmed\"\nplace =", (4, 10), &["needs no such line"]),
            ("status = \"blue\"\nplace =", (4, 10), &["Write one of: postponed"]),
        ],
    );
    for line in ["status = \"postponed\"", "language = \"en\"", "registration = \"https://a.org\""]
    {
        let text = GOOD.replacen("place =", &format!("{line}\nplace ="), 1);
        check("open-day.toml", text.as_bytes()).unwrap();
    }
}

#[test]
fn other_quotation_marks_are_told_with_the_line_to_copy() {
    for written in [
        "\"Our panel”",
        "“Our panel\"",
        "“Our panel”",
        "”Our panel”",
        "„Our panel“",
        "\"Our panel“",
        "« Our panel »",
        "«\u{a0}Our panel\u{202f}»",
        "\"Our panel»",
        "‹Our panel›",
        "‘Our panel’",
        "'Our panel’",
        "`Our panel`",
        "＂Our panel＂",
        "「Our panel」",
    ] {
        let fragments = ["straight quotation marks (\")", "Here: `title = \"Our panel\"`"];
        check_change(("", "\"Open day\"", written), (1, 9), &fragments);
    }
    let two = "[“One.”, “Two.”]";
    check_change(("themes", "[\"One.\", \"Two.\"]", two), (50, 9), &["Here: `\"One.\"`"]);
    let text = GOOD.replacen("Open day", "“Open” ‘day’ «here»", 1);
    assert_eq!(check("open-day.toml", text.as_bytes()).unwrap().title, "“Open” ‘day’ «here»");
}

#[test]
fn lines_that_are_not_toml_are_told_once_where_they_begin() {
    let one_key = "One key a line";
    check_changes(
        "",
        "title = \"Open day\"",
        &[
            (
                "title = \"Open\nday\"",
                (1, 9),
                &["over several lines", "between three quotation marks"],
            ),
            ("title = “Open\nday”", (1, 9), &["over several lines", "`\"\"\"`"]),
            ("title = Open day\"", (1, 9), &["none at its beginning", "`title = \"Open day\"`"]),
            ("title = Open day", (1, 9), &["no quotation marks", "`title = \"Open day\"`"]),
            ("title: \"Open day\"", (1, 6), &[one_key, "`title = \"Open day\"`"]),
            ("title: Open day", (1, 6), &[one_key, "`title = \"Open day\"`"]),
            ("title \"Open day\"", (1, 1), &["`=` is missing", "`title = \"Open day\"`"]),
            ("title == \"Open day\"", (1, 7), &[one_key, "`title = \"Open day\"`"]),
            ("title =", (1, 7), &["Nothing stands behind"]),
            ("title = \"Open day\";", (1, 19), &["a line just ends", "`title = \"Open day\"`"]),
            ("title = \"Open day\",", (1, 19), &["a line just ends"]),
            ("title = \"Open\" day", (1, 16), &["`title = \"Open day\"`"]),
            ("title = \"x\" join = \"https://a.org\"", (1, 13), &["Two things", "one key a line"]),
            ("title = \"x\", join = \"https://a.org\"", (1, 14), &["Two things"]),
            ("title = \"x\"; join = \"https://a.org\"", (1, 14), &["Two things"]),
            ("title = \"Say \"yes\"\"", (1, 15), &["`title = \"Say \\\"yes\\\"\"`"]),
            ("title = 'it's'", (1, 13), &["`title = \"it's\"`"]),
            ("title = \"x\"\nPanel 1", (2, 1), &[one_key, "write `#` before it"]),
            ("title = \"x\"\n=====", (2, 1), &["write `#` before it"]),
            ("title = \"x\"\n// not for readers", (2, 1), &["a remark", "`#`"]),
            ("title = \"x\" // not for readers", (1, 13), &["a remark", "`#`"]),
            ("title = \"x\"\n]", (2, 1), &["closes nothing"]),
            ("title = \"\"\"\nOpen day", (1, 9), &["three at its end are missing"]),
        ],
    );
    check_changes(
        "themes",
        "text = [\"One.\", \"Two.\"]",
        &[
            ("text = [\"One.\", \"Two.\"", (50, 8), &["`]`", "`text = [\"One.\", \"Two.\"]`"]),
            ("text = [\n  \"One.\",\n  \"Two.\",", (50, 8), &["Write `]` behind the last item"]),
            ("text = [\"One.\" \"Two.\"]", (50, 16), &["Write a comma", "`\"One.\",`"]),
            ("text = [\n  \"One.\"\n  \"Two.\"\n]", (52, 3), &["Write a comma", "`\"One.\",`"]),
            ("text = [\"One., \"Two.\"]", (50, 9), &["none at its end", "`\"One.\"`"]),
            ("text = [\"One.\", Two.]", (50, 17), &["`\"Two.\"`"]),
            ("text = \"One.\", \"Two.\"", (50, 14), &["`text = [\"One.\", \"Two.\"]`"]),
            ("text = \"One.\"]", (50, 14), &["`text = [\"One.\"]`"]),
            ("text = (\"One.\", \"Two.\")", (50, 8), &["`text = [\"One.\", \"Two.\"]`"]),
            ("text = [\"One.\", \"Two.\"}", (50, 23), &["another kind"]),
            ("text = \"\"\"\nOne.\n\nTwo.", (50, 8), &["`\"\"\"` where the text ends"]),
            ("text = [\"A \"b\" c\", \"Two.\"]", (50, 13), &["`\"A \\\"b\\\" c\"`"]),
        ],
    );
    for header in ["[[themes]", "[themes]]", "[[themes", "[ [themes] ]", "((themes))", "Themes"] {
        check_change(("themes", "[[themes]]", header), (46, 1), &["Here: `[[themes]]`"]);
    }
    // Of a file of 60 lines, the list of line 8 alone is broken.
    let fragments = ["The list that begins here", "`cites = [\"house\"]`"];
    check_change(("", "cites = [\"house\"]", "cites = [\"house\""), (8, 9), &fragments);
}

#[test]
fn what_else_is_wrong_is_told_beside_broken_lines() {
    let text = GOOD
        .replacen("title = \"Open day\"", "title: \"Open day", 1)
        .replacen("cites = [\"house\"]", "cites = [\"house\"", 1)
        .replacen("2014-10-01", "2014-10-32", 1)
        .replacen("[\"One.\", \"Two.\"]", "[\"One.\" \"Two.\"]", 1)
        .replacen("publisher = \"Water board\"", "publisher = “Water board”", 1)
        .replacen("mailto:board", "board", 1);
    let report = refused("open-day.toml", text.as_bytes());
    let positions: Vec<_> = report.faults().iter().map(|fault| fault.position()).collect();
    let expected = [(1, 6), (8, 9), (21, 8), (50, 16), (56, 13), (58, 7)].map(Some);
    assert_eq!(positions, expected, "{}", report.draw(Colours::Without));
}

#[test]
fn backslashes_stay_or_are_refused_and_never_become_other_letters() {
    for (text, column, mended) in [
        (r"precision $\epsilon$", 21, r"`'precision $\epsilon$'`"),
        (r"C:\temp", 12, r"`'C:\temp'`"),
        (r"C:\Users\ada", 12, r"`'C:\Users\ada'`"),
        (r"C:\new", 12, r"`'C:\new'`"),
        (r"\mathsf{x}", 10, r"`'\mathsf{x}'`"),
        (r"$\nabla f \ne 0$", 11, r"`'$\nabla f \ne 0$'`"),
        (r"a\tb", 11, r"`'a\tb'`"),
        (r"$\rho$ \f \b", 11, r"`'$\rho$ \f \b'`"),
        (r"\usepackage", 10, r"`'\usepackage'`"),
        (r"\x41", 10, r"`'\x41'`"),
        (r"it's \alpha", 15, r#"`"it's \\alpha"`"#),
        (r#"\"so\" \beta"#, 17, r#"`"\"so\" \\beta"`"#),
    ] {
        let line = format!("\"{text}\"");
        check_change(
            ("", "\"Open day\"", &line),
            (1, column),
            &["Write the backslash twice", mended],
        );
        // The mended text is taken, and holds each backslash that the host wrote.
        let mended = GOOD.replacen("\"Open day\"", mended.trim_matches('`'), 1);
        let title = check("open-day.toml", mended.as_bytes()).unwrap().title;
        assert_eq!(title, text.replace("\\\"", "\""));
    }
    check_change(("", "\"Open day\"", r#""C:\docs\""#), (1, 17), &[r"`title = 'C:\docs\'`"]);
    for (text, name) in
        [(r"a\u0007b", "U+0007"), (r"a\u001Bb", "escape character"), (r"\u0000", "null")]
    {
        let line = format!("\"{text}\"");
        let column = 9 + text.find('\\').unwrap() + 1;
        check_change(("", "\"Open day\"", &line), (1, column), &[name, "Take it out"]);
    }
    for (text, title) in [
        (r"Line\nend", "Line\nend"),
        (r"A\r\nline\rend", "A\nline\nend"),
        (r"a \\ b", "a \\ b"),
        (r#"\"so\""#, "\"so\""),
        (r"\u00e9\U0001F600", "é😀"),
    ] {
        let text = GOOD.replacen("Open day", text, 1);
        assert_eq!(check("open-day.toml", text.as_bytes()).unwrap().title, title);
    }
}

#[test]
fn letters_that_nobody_sees_are_told_by_name() {
    for (line, column, name) in [
        ("title\u{a0}= \"x\"", 6, "no-break space (U+00A0)"),
        ("title =\u{a0}\"x\"", 8, "no-break space (U+00A0)"),
        ("\u{200b}title = \"x\"", 1, "zero width space (U+200B)"),
        ("ti\u{200b}tle = \"x\"", 3, "zero width space (U+200B)"),
        ("title = \u{202f}\"x\"", 9, "narrow no-break space (U+202F)"),
        ("title = \"x\"\u{ad}", 12, "soft hyphen (U+00AD)"),
        ("title = \"x\"\u{2028}", 12, "line separator (U+2028)"),
        ("\u{200f}title = \"x\"", 1, "right-to-left mark (U+200F)"),
        ("title = \"x\"\n\u{feff}", 1, "byte order mark"),
        ("title = \"Open\u{b}day\"", 14, "Word's manual line break"),
        ("title = \"Open\u{c}day\"", 14, "form feed"),
    ] {
        let row = if line.contains('\n') { 2 } else { 1 };
        let fragments = ["nobody sees", name, "type it anew"];
        check_change(("", "title = \"Open day\"", line), (row, column), &fragments);
    }
    // In texts they have their use.
    for text in ["می\u{200c}خواهم", "A\u{a0}: b", "\u{200f}שלום", "👩\u{200d}🌾", "soft\u{ad}ly"]
    {
        let changed = GOOD.replacen("Open day", text, 1);
        assert_eq!(check("open-day.toml", changed.as_bytes()).unwrap().title, text);
    }
    for (table, from, to, position, mended) in [
        (
            "organizers",
            "example.org",
            "exam\u{200b}ple.org",
            (12, 7),
            "`url = \"https://example.org/board\"`",
        ),
        ("", "\"2014-09-04\"", "\"2014-09-04\u{a0}\"", (2, 10), "`starts = \"2014-09-04\"`"),
        ("people", "\"ada\"", "\"a\u{200b}da\"", (26, 6), "`id = \"ada\"`"),
    ] {
        check_change((table, from, to), position, &["nobody sees", mended]);
    }
}

#[test]
fn files_that_are_something_else_are_told_what_they_are() {
    let utf_16 = |big: bool, text: &str| -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    };
    let arabic = GOOD.replacen("Open day", &"يوم مفتوح ".repeat(20), 1);
    let as_text = "plain text";
    for (bytes, fragments) in [
        (utf_16(false, GOOD), ["UTF-16 (little-endian", "as UTF-8"]),
        (utf_16(true, GOOD), ["UTF-16 (big-endian", "as UTF-8"]),
        (utf_16(false, &arabic), ["UTF-16 (little-endian", "as UTF-8"]),
        (utf_16(false, &format!("\u{feff}{GOOD}")), ["UTF-16 (little-endian", "as UTF-8"]),
        (b"PK\x03\x04\x14\0word/document.xml".to_vec(), ["a Word document (.docx)", as_text]),
        (
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text".to_vec(),
            ["(.odt)", as_text],
        ),
        (b"{\\rtf1\\ansi title = }".to_vec(), ["Rich Text Format", as_text]),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), ["older Microsoft Office", as_text]),
        (b"%PDF-1.7".to_vec(), ["a PDF document", as_text]),
        (b"<!DOCTYPE html><p>".to_vec(), ["a web page (HTML)", as_text]),
    ] {
        let report = refused("open-day.toml", &bytes);
        let drawn = report.draw(Colours::Without);
        assert_eq!(report.faults().len(), 1, "{drawn}");
        let flowing = drawn.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        for fragment in fragments {
            assert!(
                flowing.to_lowercase().contains(&fragment.to_lowercase()),
                "{fragment}:\n{drawn}"
            );
        }
    }
    // Windows-1252 is told by its first letter, as before.
    let report = refused("open-day.toml", b"title = \"Caf\xE9\"");
    assert_eq!(report.faults()[0].position(), Some((1, 13)));
}

#[test]
fn line_ends_of_carriage_returns_alone_are_line_ends() {
    let text = GOOD.replace('\n', "\r");
    assert_eq!(check("open-day.toml", text.as_bytes()).unwrap().themes.len(), 1);
    let report = refused("open-day.toml", text.replace("\"Two.\"", "\"\"").as_bytes());
    assert_eq!(report.faults()[0].position(), Some((50, 17)));
}

#[test]
fn ids_are_found_by_what_they_stand_for() {
    for (table, from, to, position, meant) in [
        ("themes", "\"house\"", "\"mailto:board@example.org\"", (51, 10), "`house`"),
        ("themes", "\"house\"", "\"The house\"", (51, 10), "`house`"),
        ("themes", "\"house\"", "\"the-house\"", (51, 10), "`house`"),
        ("themes", "\"first\"", "\"First part\"", (48, 8), "`first`"),
        ("quotations", "\"ada\"", "\"Ada Brug\"", (36, 10), "`ada`"),
        ("quotations", "\"ada\"", "\"Brug\"", (36, 10), "`ada`"),
        ("quotations", "\"dikes\"", "\"Dikes\"", (37, 9), "`dikes`"),
    ] {
        check_change((table, from, to), position, &[&format!("Did you mean {meant}?")]);
    }
    let text = GOOD.replacen("mailto:board@example.org", "https://www.example.org/house/", 1);
    for address in
        ["https://www.example.org/house/", "http://example.org/house", "www.example.org/house"]
    {
        let text = text.replacen("[\"house\"]", &format!("[\"{address}\"]"), 1);
        check_refused(&text, (8, 10), &["Did you mean `house`?"]);
    }
    // An address of no source cannot be an id: what is said is one that can.
    let text = GOOD.replacen("[\"house\"]", "[\"https://a.org/b\"]", 1);
    check_refused(&text, (8, 10), &["add `[[sources]]` with an id such as `https-a-org-b`"]);
}

#[test]
fn a_text_may_be_one_or_several_everywhere() {
    let text =
        GOOD.replacen("text = \"What it was about.\"", "text = [\"One.\", \"Two.\"]", 1).replacen(
            "text = [\"One.\", \"Two.\"]\ncites = [\"house\"]\n\n[[sources]]",
            "text = \"One.\"\n\n[[sources]]",
            1,
        );
    let event = check("open-day.toml", text.as_bytes()).unwrap();
    assert_eq!(event.summary[0].text.as_slice(), ["One.", "Two."]);
    assert_eq!(event.themes[0].text.as_slice(), ["One."]);
}

#[test]
fn values_of_another_kind_are_given_in_theirs() {
    for (table, from, to, position, mended) in [
        ("", "\"Open day\"", "2014", (1, 9), "`title = \"2014\"`"),
        ("", "\"Delft\"", "[\"Delft\"]", (4, 9), "`place = \"Delft\"`"),
        ("themes", "[\"house\"]", "\"house\"", (51, 9), "`cites = [\"house\"]`"),
        ("people", "\"chair\"", "\"chair\"\nbody = \"no\"", (29, 8), "`body = false`"),
        (
            "organizers",
            "\"https://example.org/board\"",
            "\"www.example.org\"",
            (12, 7),
            "`\"https://www.example.org\"`",
        ),
        (
            "organizers",
            "\"https://example.org/board\"",
            "\"a@example.org\"",
            (12, 7),
            "`\"mailto:a@example.org\"`",
        ),
    ] {
        check_change((table, from, to), position, &[mended]);
    }
}

#[test]
fn what_does_not_keep_the_page_from_being_published_is_a_warning() {
    let second =
        "[[sources]]\nid = \"other\"\ntitle = \"x\"\npublisher = \"x\"\nurl = \"https://a.org\"\n";
    let session = "[[sessions]]\nid = \"talk\"\ntitle = \"Talk\"\nstarts = \"2014-09-14\"\n";
    let with_alt = |from: &str, to: &str| {
        let picture = "portrait = \"people/ada.jpg\"\n";
        let told = format!("{picture}portrait_alt = \"Ada laughs\"\n");
        GOOD.replacen(picture, &told, 1).replacen(from, to, 1)
    };
    for (from, to, fragment) in [
        ("\"chair\"", "\"panlist\"", "Write `panelist` if you mean that one"),
        ("\"chair\"", "\"Speeker\"", "Write `speaker` if you mean that one"),
        ("Open day", "<b>Open</b> day", "readers would see `<b>`"),
        ("\"One.\"", "\"One<br/>more.\"", "readers would see `<br/>`"),
        ("Open day", "**Open** day", "readers would see `**Open**`"),
        ("[[parts]]", &format!("{second}[[parts]]"), "Nothing cites the source `other`"),
        ("[[parts]]", &format!("{session}[[parts]]"), "not held on that day"),
        ("portrait_alt = \"Ada laughs\"\n", "", "Add a line `portrait_alt = \"…\"`"),
    ] {
        let text = with_alt(from, to);
        let looked = look_over("open-day.toml", text.as_bytes());
        assert!(looked.event.is_ok(), "{to}");
        let drawn = looked.warnings.expect("a warning").draw(Colours::Without);
        assert!(drawn.contains("has 1 thing to look at:"), "{drawn}");
        assert!(drawn.contains(fragment), "`{fragment}` is missing in\n{drawn}");
    }
    for (from, to) in [
        ("\"chair\"", "\"Secretary\""),
        ("Open day", "a < b and c > d"),
        ("\"One.\"", "\"**One.** <https://a.org>\""),
        ("[[parts]]", &session.replace("14", "05")),
    ] {
        let to =
            if to.starts_with("[[sessions") { format!("{to}[[parts]]") } else { to.to_owned() };
        let text = with_alt(from, &to.replace("2005", "2014"));
        let looked = look_over("open-day.toml", text.as_bytes());
        assert!(looked.warnings.is_none(), "{}", looked.warnings.unwrap().draw(Colours::Without));
    }
}

#[test]
fn the_name_to_give_to_a_file_is_told() {
    for (name, meant) in [
        ("Forum été 2025.toml", "forum-ete-2025.toml"),
        ("panel - Copy.toml", "panel.toml"),
        ("panel (1).toml", "panel.toml"),
        ("Öffnungstag_2014.toml", "offnungstag-2014.toml"),
        ("لقاء.toml", "lq.toml"),
        ("开放日.toml", "kaifangri.toml"),
        ("panel.toml.txt", "panel.toml"),
        ("panel.txt", "panel.toml"),
        ("panel.TOML", "panel.toml"),
        ("panel.toml.docx", "panel.toml"),
    ] {
        let drawn = refused(&format!("content/{name}"), GOOD.as_bytes()).draw(Colours::Without);
        assert!(drawn.contains(&format!("`{meant}`")), "{name}:\n{drawn}");
    }
}

#[test]
fn files_beside_the_event_are_skipped_and_misnamed_ones_are_told() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("names");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str| std::fs::write(folder.join(name), GOOD).unwrap();
    for name in ["._panel.toml", ".DS_Store", "~$panel.toml", "notes.csv"] {
        write(name);
    }
    assert!(event_files(&folder).unwrap().is_empty());
    assert!(none_there(&folder).contains("Put one there"), "{}", none_there(&folder));
    for (name, meant) in [
        ("panel.toml.txt", "panel.toml"),
        ("Forum été.TOML", "forum-ete.toml"),
        ("a.txt", "a.toml"),
    ] {
        write(name);
        let told = none_there(&folder);
        assert!(told.contains(&format!("`{name}` lies there: name it `{meant}`")), "{told}");
    }
    write("one.toml");
    write("two.toml");
    write("site.toml");
    let files = event_files(&folder).unwrap();
    assert_eq!(files, [folder.join("one.toml"), folder.join("two.toml")]);
}

#[test]
fn the_picture_that_is_meant_is_told() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("meant");
    let _ = std::fs::remove_dir_all(&folder);
    let (content, people) = (folder.join("content"), folder.join("public/people"));
    std::fs::create_dir_all(&content).unwrap();
    std::fs::create_dir_all(&people).unwrap();
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshot.png");
    for name in ["ada.png", "Zoé.png"] {
        std::fs::copy(&picture, people.join(name)).unwrap();
    }
    let path = content.join("open-day.toml");
    let draw = |portrait: &str| {
        std::fs::write(&path, GOOD.replace("people/ada.jpg", portrait)).unwrap();
        read(&path).map_err(|report| report.draw(Colours::Without))
    };
    for (portrait, meant) in [
        ("people/Ada.png", "people/ada.png"),
        ("people/ADA.PNG", "people/ada.png"),
        ("People/ada.png", "people/ada.png"),
        ("ada.png", "people/ada.png"),
        ("photos/ada.png", "people/ada.png"),
        ("people/adda.png", "people/ada.png"),
        // An é of two letters, as some systems keep it.
        ("people/Zoe\u{301}.png", "people/Zoé.png"),
        ("people/zoe.png", "people/Zoé.png"),
        ("public/people/ada.png", "people/ada.png"),
        ("/public/people/ada.png", "people/ada.png"),
        ("../public/people/ada.png", "people/ada.png"),
        ("./people/ada.png", "people/ada.png"),
        ("people\\\\ada.png", "people/ada.png"),
    ] {
        let drawn = draw(portrait).expect_err(portrait);
        assert!(drawn.contains(&format!("`\"{meant}\"`")), "{portrait}:\n{drawn}");
    }
    draw("people/ada.png").unwrap();
    let drawn = draw("people/eve.png").unwrap_err();
    assert!(drawn.contains("or take the line out"), "{drawn}");
}

// Lines that are broken in two places at once, as it looks.

#[test]
fn a_value_below_its_key_is_one_fault_at_the_equals_sign() {
    let (below, joined) = ("on a line below", "`title = \"Open day\"`");
    check_changes(
        "",
        "title = \"Open day\"",
        &[
            ("title =\n\"Open day\"", (1, 7), &[below, joined]),
            ("title =\n\n  \"Open day\" # mine", (1, 7), &[below, joined]),
            ("title = # mine\n# another remark\n\"Open day\"", (1, 7), &[below, joined]),
            ("title =\n\"\"\"\nOpen day\n\"\"\"", (1, 7), &[below, "on the same line"]),
            ("title:\n\"Open day\"", (1, 6), &["One key a line", joined]),
            // What is not the value stays what it is.
            ("title =\n\"notice\" = \"x\"", (1, 7), &["Nothing stands behind"]),
        ],
    );
    check_changes(
        "themes",
        "text = [\"One.\", \"Two.\"]",
        &[
            ("text =\n[\"One.\", \"Two.\"]", (50, 6), &[below, "`text = [\"One.\", \"Two.\"]`"]),
            ("text =\n[\n  \"One.\",\n  \"Two.\",\n]", (50, 6), &[below, "on the same line"]),
        ],
    );
    check_change(
        ("", "\"2014-09-04\"", "\n2014-09-04"),
        (2, 8),
        &[below, "`starts = \"2014-09-04\"`"],
    );
    check_change(("people", "\"chair\"", "\n{ a = 1 }"), (28, 6), &[below, "`role = { a = 1 }`"]);
    // What names it is read as if it stood where it belongs.
    let below_id = &[below, "`id = \"dikes\"`"];
    check_change(("themes", "id = \"dikes\"", "id =\n\"dikes\""), (47, 4), below_id);
    // A value that is broken as well has a fault of its own.
    let text = GOOD.replacen("title = \"Open day\"", "title =\n\"Open day", 1);
    let report = refused("open-day.toml", text.as_bytes());
    let positions: Vec<_> = report.faults().iter().map(|fault| fault.position()).collect();
    assert_eq!(positions, [(1, 7), (2, 1)].map(Some), "{}", report.draw(Colours::Without));
}

#[test]
fn a_list_between_braces_is_told_with_its_brackets() {
    let brackets = "between square brackets";
    let both = "`text = [\"One.\", \"Two.\"]`";
    check_changes(
        "themes",
        "text = [\"One.\", \"Two.\"]",
        &[
            ("text = {\"One.\"}", (50, 8), &[brackets, "`text = [\"One.\"]`"]),
            ("text = {\"One.\", \"Two.\"}", (50, 8), &[brackets, both]),
            ("text = { \"One.\", \"Two.\" ]", (50, 8), &[brackets, "[ \"One.\", \"Two.\" ]"]),
            ("text = {“One.”, “Two.”}", (50, 8), &[brackets, both]),
            ("text = {One., Two.}", (50, 8), &[brackets, both]),
            ("text = {\n  \"One.\",\n  # more\n  \"Two.\",\n}", (50, 8), &[brackets]),
            ("text = [{\"One.\"}, {\"Two.\"}]", (50, 9), &[brackets]),
        ],
    );
    check_change(("themes", "[\"house\"]", "{house}"), (51, 9), &["`cites = [\"house\"]`"]);
    // A table between braces is none, also where another line is broken.
    let session = "[[sessions]]\nid = \"talk\"\ntitle = \"Talk\"\n\
                   people = [{ \"person\" = \"ada\", role = \"chair\" }]\n[[parts]]";
    let text = GOOD.replacen("[[parts]]", session, 1);
    check("open-day.toml", text.as_bytes()).unwrap();
    let broken = text.replacen("title = \"Open day\"", "title = \"Open day", 1);
    check_refused(&broken, (1, 9), &["has none at its end"]);
}

#[test]
fn a_comma_too_many_is_told_where_it_stands() {
    let whole = "`text = [\"One.\", \"Two.\"]`";
    let once = "One comma stands between two items";
    check_changes(
        "themes",
        "text = [\"One.\", \"Two.\"]",
        &[
            ("text = [\"One.\",, \"Two.\"]", (50, 16), &["comma too many", once, whole]),
            ("text = [\"One.\",,, \"Two.\"]", (50, 16), &["comma too many", whole]),
            ("text = [,\"One.\", \"Two.\"]", (50, 9), &["comma too many", whole]),
            ("text = [, \"One.\", \"Two.\"]", (50, 9), &["comma too many", whole]),
            ("text = [\"One.\", , \"Two.\"]", (50, 17), &["comma too many", whole]),
            ("text = [\"One.\", \"Two.\",,]", (50, 24), &["comma too many"]),
            ("text = [\n  \"One.\",\n  ,\n  \"Two.\",\n]", (52, 3), &["comma too many", once]),
        ],
    );
}

/// What the host is told of a file that can be published: the place of the only warning, and what it
/// says and advises.
#[track_caller]
fn warned(text: &str) -> Option<((usize, usize), String)> {
    let looked = look_over("open-day.toml", text.as_bytes());
    if let Err(report) = looked.event {
        panic!("{}", report.draw(Colours::Without));
    }
    let warnings = looked.warnings?;
    let [warning] = warnings.faults() else { panic!("{}", warnings.draw(Colours::Without)) };
    Some((warning.position()?, format!("{warning} {}", warning.remedy())))
}

#[test]
fn a_time_at_one_end_alone_is_told() {
    let at = |starts: &str, ends: &str| {
        let picture = "portrait = \"people/ada.jpg\"\n";
        let text = GOOD.replacen(picture, "", 1);
        let text = text.replacen("\"2014-09-04\"", &format!("\"{starts}\""), 1);
        let ends = format!("ends = \"{ends}\"\ntime_zone = \"Europe/Paris\"");
        text.replacen("ends = \"2014-09-05\"", &ends, 1)
    };
    let session = |starts: &str, ends: &str| {
        let session = format!(
            "[[sessions]]\nid = \"talk\"\ntitle = \"Talk\"\nstarts = \"{starts}\"\n\
             ends = \"{ends}\"\n[[parts]]"
        );
        at("2014-09-04", "2014-09-05").replacen("[[parts]]", &session, 1)
    };
    for (text, place, fragments) in [
        (
            at("2014-09-04 16:00", "2014-09-05"),
            (3, 8),
            ["The event starts at a time", "calendars", "`ends = \"2014-09-05 18:00\"`"],
        ),
        (
            at("2014-09-04 19:00", "2014-09-04"),
            (3, 8),
            ["The event starts at a time", "calendars", "`ends = \"2014-09-04 22:00\"`"],
        ),
        (
            at("2014-09-04", "2014-09-05 18:00"),
            (2, 10),
            ["The event ends at a time", "whole days", "`starts = \"2014-09-04 09:00\"`"],
        ),
        (
            session("2014-09-04 16:00", "2014-09-04"),
            (44, 8),
            ["This session starts at a time", "the page", "`ends = \"2014-09-04 18:00\"`"],
        ),
        (
            session("2014-09-04", "2014-09-04T08:00"),
            (43, 10),
            ["This session ends at a time", "the page", "`starts = \"2014-09-04 06:00\"`"],
        ),
    ] {
        let (position, words) = warned(&text).expect("a warning");
        assert_eq!(position, place, "{words}");
        for fragment in fragments {
            assert!(words.contains(fragment), "`{fragment}` is missing in {words}");
        }
    }
    for text in [
        at("2014-09-04 16:00", "2014-09-05 12:00"),
        at("2014-09-04", "2014-09-05"),
        session("2014-09-04 16:00", "2014-09-04 17:00"),
    ] {
        assert_eq!(warned(&text), None);
    }
    // Calendars have the sessions of a programme in the place of the event.
    let programme = session("2014-09-04 16:00", "2014-09-04 17:00");
    let programme =
        programme.replacen("starts = \"2014-09-04\"", "starts = \"2014-09-04 09:00\"", 1);
    assert_eq!(warned(&programme), None);
    // An end before the start is told alone.
    let report = refused("open-day.toml", at("2014-09-06 16:00", "2014-09-05").as_bytes());
    assert_eq!(report.faults().len(), 1);
}

#[test]
fn pictures_that_are_too_small_to_be_sharp_are_told() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small");
    let _ = std::fs::remove_dir_all(&folder);
    let (content, public) = (folder.join("content"), folder.join("public"));
    std::fs::create_dir_all(&content).unwrap();
    std::fs::create_dir_all(&public).unwrap();
    let path = content.join("open-day.toml");
    let draw = |(width, height): (u32, u32), table: &str, line: &str| {
        let pixels = image::RgbImage::from_pixel(width, height, image::Rgb([9; 3]));
        pixels.save_with_format(public.join("it.png"), image::ImageFormat::Png).unwrap();
        let text = GOOD.replacen("portrait = \"people/ada.jpg\"\n", "", 1);
        let header = format!("[[{table}]]\n");
        std::fs::write(&path, text.replacen(&header, &format!("{header}{line}\n"), 1)).unwrap();
        let looked = look_at(&path);
        assert!(looked.event.is_ok(), "a picture that is small can be shown");
        looked.warnings.map(|it| {
            let drawn = it.draw(Colours::Without).replace('│', " ");
            drawn.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    };
    let portrait = "portrait = \"it.png\"\nportrait_alt = \"Ada laughs\"";
    let logo = "logo = \"it.png\"\nlogo_alt = \"A wave\"";
    for (size, table, line, fragments) in [
        ((55, 300), "people", portrait, ["has 55 by 300 pixels", "56 by 56", "168 pixels"]),
        ((2, 2), "people", portrait, ["has 2 by 2 pixels", "56 by 56", "168 pixels"]),
        ((60, 20), "organizers", logo, ["has 60 by 20 pixels", "120 by 40", "120 pixels"]),
        ((300, 30), "organizers", logo, ["has 300 by 30 pixels", "320 by 32", "120 pixels"]),
    ] {
        let drawn = draw(size, table, line).unwrap_or_else(|| panic!("{size:?} is not told"));
        assert!(drawn.contains("has 1 thing to look at"), "{drawn}");
        for fragment in fragments {
            assert!(drawn.contains(fragment), "`{fragment}` is missing in {drawn}");
        }
    }
    for (size, table, line) in [
        ((56, 56), "people", portrait),
        ((300, 200), "people", portrait),
        ((20, 40), "organizers", logo),
        ((320, 12), "organizers", logo),
    ] {
        assert_eq!(draw(size, table, line), None, "{size:?}");
    }
}

#[test]
fn a_heading_in_the_place_of_a_table_is_told_at_the_first_key_that_is_misplaced() {
    let remark = "is a remark";
    for heading in ["## Themes", "# themes", "#Themes:", "### **Themes**", "# --- THEMES ---"] {
        let text = GOOD.replacen("[[themes]]", heading, 1);
        check_refused(&text, (47, 1), &[remark, "`[[themes]]`", "`id`", heading]);
    }
    check_change(("people", "[[people]]", "# People"), (26, 1), &[remark, "`[[people]]`", "`id`"]);
    let organizers = "## Organizers\n\n# Those who invited";
    check_change(
        ("organizers", "[[organizers]]", organizers),
        (13, 1),
        &[remark, "`[[organizers]]`", "`name`"],
    );
    // All that follows is read as if it stood in its table.
    let text = GOOD.replacen("[[themes]]", "## Themes", 1).replacen("[\"One.\", \"Two.\"]", "3", 1);
    let report = refused("open-day.toml", text.as_bytes());
    let positions: Vec<_> = report.faults().iter().map(|fault| fault.position()).collect();
    assert_eq!(positions, [(47, 1), (50, 8)].map(Some), "{}", report.draw(Colours::Without));
}

#[test]
fn remarks_that_name_a_table_stay_remarks() {
    for (from, to) in [
        ("[[themes]]", "# Themes\n[[themes]]"),
        ("[[themes]]", "## Themes\n\n[[themes]]\n# People\n"),
        ("[[themes]]", "[[themes]]\n# Themes\n"),
        ("title = \"Dikes\"", "# Sources\ntitle = \"Dikes\""),
        ("title = \"Open day\"", "# Sources\ntitle = \"Open day\""),
        ("\"One.\"", "\"\"\"One.\n## People\nname = x\n\"\"\""),
    ] {
        let text = GOOD.replacen(from, to, 1);
        check("open-day.toml", text.as_bytes())
            .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)));
    }
    // A key that neither table knows is at fault alone, and so is one that is there twice.
    check_change(
        ("themes", "title =", "# Sources\ncolour = 3\ntitle ="),
        (50, 1),
        &["has no key `colour`", "To keep the line for yourself"],
    );
    check_change(
        ("themes", "title = \"Dikes\"", "title = \"Dikes\"\ntitle = \"x\""),
        (50, 1),
        &["Keep one of the two"],
    );
}

fn bundled() -> Event {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(BUNDLED);
    read(&path).unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)))
}

#[test]
fn the_bundled_event_passes_and_has_its_outline() {
    let event = bundled();
    assert_eq!(event.id.as_str(), "atrocities-prevention-2014");
    let parts: Vec<_> = event.parts.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(parts, ["Three elements of pillar two", "What emerged from the discussion"]);
    let outline: Vec<_> =
        event.outline().map(|theme| (theme.id.as_str(), theme.title.as_str())).collect();
    assert_eq!(
        outline,
        [
            ("human-rights", "Human rights mechanisms and actors"),
            ("development-assistance", "Development assistance"),
            ("peacekeeping", "Peacekeeping and stabilization"),
            ("early-action", "Early action"),
            ("pre-deployment-training", "Pre-deployment training of peacekeepers"),
            ("information-sharing", "Sharing information and cooperating at all levels"),
            ("prevention-and-response", "Prevention and response: the blurred line"),
        ]
    );
    let people: Vec<_> = event.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["Patrick Travers", "Christen Broecker", "Kelsey Paul Shantz"]);
    assert_eq!(
        event.quotations[0].text,
        "Pillar two is both prevention and response—the lines between them are blurred. This \
         transition is an area that needs a lot of attention."
    );
}

#[test]
fn the_event_comes_back_equal_from_the_json_of_the_page() {
    let good = check("open-day.toml", GOOD.as_bytes()).unwrap();
    for event in [bundled(), good] {
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), event);
        // In the browser only an outline of it is read.
        let outline = EventOutline::from(&event);
        let json = serde_json::to_string(&outline).unwrap();
        assert_eq!(serde_json::from_str::<EventOutline>(&json).unwrap(), outline);
        assert_eq!((&outline.id, &outline.title), (&event.id, &event.title));
        let in_order: Vec<_> = outline.themes.iter().map(|theme| &theme.id).collect();
        assert_eq!(in_order, event.outline().map(|theme| &theme.id).collect::<Vec<_>>());
        for theme in &event.themes {
            assert_eq!(outline.theme_title(&theme.id), Some(theme.title.as_str()));
        }
        assert_eq!(outline.theme_title(&"no-such-theme".to_owned().try_into().unwrap()), None);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_the_check_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = check("open-day.toml", &bytes).map_err(|report| report.draw(Colours::Without));
    }

    /// Near misses reach deeper than noise: a good file with a piece cut out and one put in.
    #[test]
    fn no_change_of_a_good_file_makes_the_check_panic(
        start in 0..GOOD.len(),
        length in 0..60_usize,
        piece in "(\\PC|[\"'\\[\\]{}=.#\\n\\t\\\\,é\u{feff}]){0,12}",
    ) {
        let end = (start + length).min(GOOD.len());
        let mut bytes = GOOD.as_bytes().to_vec();
        bytes.splice(start..end, piece.bytes());
        match check("open-day.toml", &bytes) {
            Ok(_) => {}
            Err(report) => {
                prop_assert!(!report.faults().is_empty());
                prop_assert!(!report.draw(Colours::With).contains("Failed to read"));
            }
        }
    }
}

// Pictures: what their files hold is tested in `tests/pictures.rs`.

#[test]
fn what_a_picture_shows_is_said_in_words() {
    let with_alt = GOOD.replacen(
        "portrait = \"people/ada.jpg\"\n",
        "portrait = \"people/ada.jpg\"\nportrait_alt = \" Ada laughs \"\n",
        1,
    );
    let event = check("open-day.toml", with_alt.as_bytes()).unwrap();
    assert_eq!(event.people[0].portrait_alt.as_deref(), Some("Ada laughs"));
    check_change(
        ("people", "\"people/ada.jpg\"\n", "\"people/ada.jpg\"\nportrait_alt = \"\"\n"),
        (32, 16),
        &["`portrait_alt` is empty", "take the line out"],
    );
}

// The file of a site.

/// A folder of its own with `site.toml` in it.
fn site_folder(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-files").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("public")).unwrap();
    folder
}

/// What is told of a line in `site.toml`: where its first fault is, and all of it on one line.
fn told_of_site(folder: &Path, line: &str) -> Option<((usize, usize), String)> {
    let path = folder.join("site.toml");
    std::fs::write(&path, format!("title = \"Panels\"\n{line}\n")).unwrap();
    let report = look_at_site(&path).settings.err()?;
    assert_eq!(report.faults().len(), 1, "{}", report.draw(Colours::Without));
    let drawn = report.draw(Colours::Without).replace('│', " ");
    let told = drawn.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((report.faults()[0].position()?, told))
}

#[test]
fn a_colour_in_which_words_cannot_be_read_is_told_with_the_nearest_in_which_they_can() {
    let folder = site_folder("colours");
    // The contrasts were computed by another program.
    for (line, contrast, with) in [
        ("accent = \"#767676\"", "3.97", "`#fdecea`, which the page has in light colours"),
        ("accent = \"#4a90d9\"", "2.92", "`#fdecea`"),
        ("accent = \"#7CB342\"", "2.19", "`#fdecea`"),
        ("accent = \"#f00\"", "3.49", "`#fdecea`"),
        ("accent = \"#6e6e6e\"", "4.45", "`#fdecea`"),
        ("accent_dark = \"#0b5394\"", "1.95", "`#3a1d19`, which the page has in dark colours"),
        ("accent_dark = \"#ff0000\"", "3.83", "`#3a1d19`"),
    ] {
        let (position, told) = told_of_site(&folder, line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(position, (2, line.find('"').unwrap() + 1), "{told}");
        for fragment in [&*format!("is {contrast} to 1"), with, "At least 4.5 to 1 is needed"] {
            assert!(told.contains(fragment), "`{fragment}` is missing in {told}");
        }
        // The line that is told can be copied as it is.
        let key = line.split(' ').next().unwrap();
        let (_, rest) = told.split_once(&format!("`{key} = ")).unwrap_or_else(|| panic!("{told}"));
        let mended = format!("{key} = {}", rest.split('`').next().unwrap());
        assert_eq!(told_of_site(&folder, &mended), None, "{mended}");
    }
    for line in [
        "accent = \"#0b5394\"",
        "accent = \"#0B5394\"",
        "accent = \"#000\"",
        "accent = \"#6b6b6b\"",
        "accent_dark = \"#fff\"",
        "accent = \"#05a\"\naccent_dark = \"#7ec0ff\"",
    ] {
        assert_eq!(told_of_site(&folder, line), None, "{line}");
    }
}

#[test]
fn what_is_no_colour_is_told_with_one() {
    let folder = site_folder("no-colours");
    for colour in [
        "blue",
        "0b5394",
        "#0b539",
        "#0b53944",
        "#0b5394ff",
        "#05a8",
        "rgb(11, 83, 148)",
        "#0b53zz",
        "#äöü",
        "#ää",
        "# 0b5394",
        "#+b5394",
        "",
    ] {
        for key in ["accent", "accent_dark"] {
            let line = format!("{key} = \"{colour}\"");
            let (position, told) = told_of_site(&folder, &line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(position, (2, key.len() + 4), "{told}");
            for fragment in ["not a colour", &format!("`{key} = \"#0b5394\"`")] {
                assert!(told.contains(fragment), "`{fragment}` is missing in {told}");
            }
        }
    }
    for (line, fragment) in [
        ("accent = 3", "`accent` has to be a text"),
        ("colour = \"#0b5394\"", "Here it is called `accent`"),
        ("accentdark = \"#7ec0ff\"", "Did you mean `accent_dark`?"),
        ("language = \"not a language\"", "is not the tag of a language"),
    ] {
        let (_, told) = told_of_site(&folder, line).unwrap_or_else(|| panic!("{line}"));
        assert!(told.contains(fragment), "{line}: {told}");
    }
    check_change(
        ("", "topic = \"Water\"", "accent = \"#0b5394\""),
        (5, 1),
        &["has no key `accent`", "`site.toml`, beside the event files"],
    );
}

#[test]
fn the_logo_of_a_site_is_checked_as_those_of_organizers_are() {
    let folder = site_folder("logo");
    let save = |name: &str, width, height| {
        let pixels = image::RgbImage::from_pixel(width, height, image::Rgb([9; 3]));
        pixels.save_with_format(folder.join("public").join(name), image::ImageFormat::Png).unwrap();
    };
    save("logo.png", 360, 120);
    save("small.png", 30, 10);
    std::fs::write(folder.join("public/text.png"), "no picture").unwrap();
    for (path, fragment) in [
        ("Logo.png", "Write `\"logo.png\"`"),
        ("public/logo.png", "without the folder's own name: `\"logo.png\"`"),
        ("none.png", "There is no file `none.png`"),
        ("text.png", "is a text, which the page cannot show"),
        ("", "is not a path inside the folder `public`"),
    ] {
        let line = format!("logo = \"{path}\"");
        let (position, told) = told_of_site(&folder, &line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(position, (2, 8), "{told}");
        assert!(told.contains(fragment), "{line}: {told}");
    }
    assert_eq!(told_of_site(&folder, "logo = \"logo.png\""), None);
    // What can be shown, and the host should know of, keeps nothing from being published.
    assert!(
        look_at_site(&folder.join("site.toml")).warnings.is_none(),
        "the title tells whose it is"
    );
    assert_eq!(told_of_site(&folder, "logo = \"small.png\""), None);
    let warnings = look_at_site(&folder.join("site.toml")).warnings.unwrap();
    assert_eq!(warnings.faults().len(), 1);
    let drawn = warnings.draw(Colours::Without);
    assert!(drawn.contains("has 30 by 10 pixels"), "{drawn}");
}
