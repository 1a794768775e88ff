//! What the checker of event files refuses, and where in the file it says so.
#![cfg(feature = "content")]

use std::path::Path;

use marginalia::event::file::{Colours, Fault, LARGEST_FILE, Report, check, event_files, read};
use marginalia::event::{Event, EventOutline, Role};
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
        assert_eq!(cites, &event.cites);
    }
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
            ["An organizer has no key `colour`", "knows: name, role, url, logo, cites."],
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
    std::fs::write(&portrait, "a picture").unwrap();
    read(&path).unwrap();

    assert_eq!(event_files(&content).unwrap(), [path]);
    let drawn = read(&content.join("none.toml")).unwrap_err().draw(Colours::Without);
    assert!(drawn.contains("The file cannot be read"), "{drawn}");
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
