//! The event as other programs read it: each form is made of events that are hard to write down,
//! and read back. Readers that this project did not write read the built page's files in
//! `end2end/tests/event-for-programs.spec.ts`.
#![cfg(feature = "publishing")]

use std::collections::BTreeMap;
use std::path::Path;

use biblatex::{Bibliography, ChunksExt as _};
use ical::IcalParser;
use ical::property::Property;
use marginalia::event::Event;
use marginalia::event::accent::Shades;
use marginalia::event::file::{Colours, check, read};
use marginalia::messages::language::in_language;
use marginalia::publishing::preview::{COLUMN, Preview, SIZE, left_out, preview};
use marginalia::publishing::{File, data_block, files, head, sentences};
use resvg::tiny_skia::Pixmap;
use serde_json::{Value, json};

const BUNDLED: &str = "content/atrocities-prevention-2014.toml";

/// An event in a few words; each case changes some of them.
#[derive(Clone, Copy)]
struct Words<'a> {
    title: &'a str,
    starts: &'a str,
    ends: Option<&'a str>,
    place: &'a str,
    topic: &'a str,
    address: Option<&'a str>,
    /// Names and, where they have one, addresses.
    organizers: &'a [(&'a str, Option<&'a str>)],
    summary: &'a str,
    published: Option<&'a str>,
}

const PLAIN: Words<'static> = Words {
    title: "Open day",
    starts: "2014-09-04",
    ends: None,
    place: "Delft",
    topic: "Water",
    address: None,
    organizers: &[("Water board", None)],
    summary: "What it was about.",
    published: None,
};

/// Words that mean something to one format or another.
const HARD: &[Words<'static>] = &[
    PLAIN,
    Words { title: "“Quoted” and \"quoted\", it's 'so'", ..PLAIN },
    Words { title: "One, two; three: four \\ five / six", ..PLAIN },
    Words { title: "100% of {braces} & $money_ #1 ~ ^ <b>bold</b> </script>", ..PLAIN },
    Words { title: "Überflutung, 水害 и паводок 🌊 – l’été", ..PLAIN },
    Words { title: "Two\nlines\r\nand a third\rand a fourth", ..PLAIN },
    Words { ends: Some("2014-09-06"), ..PLAIN },
    Words { starts: "2014-12-30", ends: Some("2014-12-31"), ..PLAIN },
    Words { starts: "2012-02-28", published: Some("2014-01-02"), ..PLAIN },
    Words { address: Some("https://example.org/a,b;c/?d=e&f=%20"), ..PLAIN },
    Words { place: "Straße 1; Köln, DE\nthird floor", topic: "Water, and; land", ..PLAIN },
    Words { organizers: &[], ..PLAIN },
    Words {
        organizers: &[("Land, Water and \"Air\"; Inc.", Some("https://example.org/lw"))],
        ..PLAIN
    },
    Words {
        organizers: &[
            ("Institute for Peace and Reconciliation", None),
            ("Wasser^Verband: Nord", Some("mailto:board@example.org")),
            ("水利局", Some("https://example.org/b")),
        ],
        ..PLAIN
    },
    Words { summary: "First, it rained;\n\nthen: \"floods\" \\ & <water>.", ..PLAIN },
];

fn event_of(words: &Words<'_>) -> Event {
    // A JSON text is a TOML text as well.
    let text = |text: &str| serde_json::to_string(text).unwrap();
    let line = |key: &str, value: Option<&str>| {
        value.map(|it| format!("{key} = {}\n", text(it))).unwrap_or_default()
    };
    let mut file = String::new();
    for (key, value) in [
        ("title", Some(words.title)),
        ("starts", Some(words.starts)),
        ("ends", words.ends),
        ("place", Some(words.place)),
        ("topic", Some(words.topic)),
        ("address", words.address),
        ("attendance", Some("Everybody")),
    ] {
        file += &line(key, value);
    }
    file += "cites = [\"house\"]\n";
    for (name, url) in words.organizers {
        let (name, url) = (line("name", Some(name)), line("url", *url));
        file += &format!("[[organizers]]\n{name}{url}cites = [\"house\"]\n");
    }
    file += &format!("[[summary]]\n{}cites = [\"house\"]\n", line("text", Some(words.summary)));
    for (name, role) in [("Ada", "chair"), ("Bo", "panelist"), ("Cy", "contact")] {
        let id = name.to_lowercase();
        file += &format!("[[people]]\nid = \"{id}\"\nname = \"{name}\"\nrole = \"{role}\"\n");
        file += "affiliation = \"Water board\"\ncites = [\"house\"]\n";
    }
    file += "[[parts]]\nid = \"first\"\ntitle = \"First\"\ncites = [\"house\"]\n\
             [[themes]]\nid = \"dikes\"\npart = \"first\"\ntitle = \"Dikes\"\ntext = [\"One.\"]\n\
             cites = [\"house\"]\n\
             [[sources]]\nid = \"house\"\ntitle = \"The house\"\npublisher = \"Water board\"\n\
             url = \"https://example.org/house\"\n";
    if words.published.is_some() {
        file += &line("published", words.published);
        // An older one, which does not count.
        file += "[[sources]]\nid = \"old\"\ntitle = \"Before\"\npublisher = \"Water board\"\n\
                 url = \"https://example.org/old\"\npublished = \"2001-01-01\"\n";
    }
    check("open-day.toml", file.as_bytes())
        .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)))
}

fn bundled() -> Event {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(BUNDLED);
    read(&path).unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)))
}

fn place_of(event: &Event) -> &str {
    event.place.as_deref().expect("it has a place")
}

fn topic_of(event: &Event) -> &str {
    event.topic.as_deref().expect("it has a topic")
}

fn all_events() -> Vec<Event> {
    HARD.iter().map(event_of).chain([bundled()]).collect()
}

fn text_of(event: &Event, name: &str) -> String {
    let files = files(event).unwrap();
    files.into_iter().find(|file| file.name == name).expect("it is made").text
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

// The calendar entry.

/// What a reader of calendars makes of `event.ics`.
fn entry_of(event: &Event) -> BTreeMap<String, Property> {
    let text = text_of(event, "event.ics");
    let mut calendars: Vec<_> = IcalParser::new(text.as_bytes()).collect();
    assert_eq!(calendars.len(), 1, "{text}");
    let mut calendar = calendars.remove(0).expect("it is a calendar");
    assert_eq!(calendar.events.len(), 1, "{text}");
    let properties = calendar.events.remove(0).properties;
    let count = properties.len();
    let by_name: BTreeMap<_, _> = properties.into_iter().map(|it| (it.name.clone(), it)).collect();
    assert_eq!(by_name.len(), count, "each stands once:\n{text}");
    by_name
}

/// A text as RFC 5545, section 3.3.11 has it read.
fn unescaped(property: &Property) -> String {
    let mut text = String::new();
    let value = property.value.clone().unwrap_or_default();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => panic!("a backslash at the end of {value}"),
            },
            ',' | ';' => panic!("a bare {letter} in {value}"),
            other => text.push(other),
        }
    }
    text
}

/// A text as far as a calendar can hold it: with one kind of line end, and no control characters.
fn in_calendar(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect()
}

fn parameter<'a>(property: &'a Property, name: &str) -> Option<&'a str> {
    let parameters = property.params.as_ref()?;
    parameters.iter().find(|(key, _)| key == name)?.1.first().map(String::as_str)
}

#[test]
fn a_calendar_reads_the_event_back() {
    for event in all_events() {
        let entry = entry_of(&event);
        assert_eq!(unescaped(&entry["SUMMARY"]), in_calendar(&event.title));
        assert_eq!(unescaped(&entry["LOCATION"]), in_calendar(place_of(&event)));
        assert_eq!(unescaped(&entry["CATEGORIES"]), in_calendar(topic_of(&event)));
        let description = unescaped(&entry["DESCRIPTION"]);
        for paragraph in &event.summary {
            assert!(
                description.contains(&in_calendar(&paragraph.text.to_string())),
                "{description}"
            );
        }
        for organizer in &event.organizers {
            assert!(description.contains(&organizer.name), "{description}");
        }
        assert!(
            description.ends_with(&format!("Attendance: {}", event.attendance.as_ref().unwrap()))
        );
        let address = event.address.as_ref().map(|link| link.as_str().to_owned());
        assert_eq!(entry.get("URL").and_then(|it| it.value.clone()), address);
    }
}

#[test]
fn a_calendar_entry_lasts_whole_days_and_ends_before_its_end() {
    for (starts, ends, start, end) in [
        ("2014-09-04", None, "20140904", "20140905"),
        ("2014-09-04", Some("2014-09-04"), "20140904", "20140905"),
        ("2014-09-04", Some("2014-09-06"), "20140904", "20140907"),
        ("2014-12-30", Some("2014-12-31"), "20141230", "20150101"),
        ("2012-02-28", None, "20120228", "20120229"),
        ("2013-02-28", None, "20130228", "20130301"),
        ("0999-12-31", None, "09991231", "10000101"),
    ] {
        let entry = entry_of(&event_of(&Words { starts, ends, ..PLAIN }));
        for (name, day) in [("DTSTART", start), ("DTEND", end)] {
            assert_eq!(entry[name].value.as_deref(), Some(day), "{name} of {starts}");
            assert_eq!(parameter(&entry[name], "VALUE"), Some("DATE"), "{name} of {starts}");
        }
    }
    let last = event_of(&Words { starts: "9999-12-31", ..PLAIN });
    let error = files(&last).unwrap_err().to_string();
    assert_eq!(error, "no day follows on `9999-12-31`");
}

#[test]
fn a_calendar_knows_the_entry_again() {
    let uid = |words: &Words<'_>| entry_of(&event_of(words))["UID"].value.clone();
    assert_eq!(uid(&PLAIN).as_deref(), Some("open-day@marginalia.invalid"));
    for words in HARD {
        assert_eq!(uid(words), uid(&PLAIN), "nothing but the event's id makes it");
    }
    for (published, stamp) in [(None, "20140904T000000Z"), (Some("2015-01-02"), "20150102T000000Z")]
    {
        let entry = entry_of(&event_of(&Words { published, ..PLAIN }));
        assert_eq!(entry["DTSTAMP"].value.as_deref(), Some(stamp));
    }
}

#[test]
fn a_calendar_entry_names_the_organizer_whose_address_it_has() {
    for (organizers, expected) in [
        (&[][..], None),
        // Where nobody has one, that of the source which says so.
        (&[("Water board", None)][..], Some(("Water board", "https://example.org/house"))),
        (
            &[("A", None), ("B", Some("mailto:b@example.org")), ("C", None)][..],
            Some(("B", "mailto:b@example.org")),
        ),
        (
            &[("Land: \"Air\" ^ Inc.", Some("https://example.org/lw"))][..],
            Some(("Land: ^'Air^' ^^ Inc.", "https://example.org/lw")),
        ),
    ] {
        let entry = entry_of(&event_of(&Words { organizers, ..PLAIN }));
        let organizer = entry.get("ORGANIZER");
        let found =
            organizer.map(|it| (parameter(it, "CN").unwrap(), it.value.as_deref().unwrap()));
        assert_eq!(found, expected);
    }
}

#[test]
fn lines_of_a_calendar_file_are_short_and_end_as_they_should() {
    let titles =
        (1..=160).flat_map(|length| ["a", "é", "水", "🌊", "a b "].map(|it| it.repeat(length)));
    let long = titles.map(|title| event_of(&Words { title: title.trim(), ..PLAIN }));
    // No file can hold a control character; the calendar does not rely on that.
    let mut bell = event_of(&PLAIN);
    bell.title = "It rings\u{7} twice".to_owned();
    for event in all_events().into_iter().chain(long).chain([bell]) {
        let text = text_of(&event, "event.ics");
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"), "{text}");
        assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"), "{text}");
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75, "{} bytes: {line}", line.len());
            assert!(!line.contains(|letter: char| letter.is_control()), "{line:?}");
        }
        assert_eq!(unescaped(&entry_of(&event)["SUMMARY"]), in_calendar(&event.title));
    }
}

// Citations.

#[test]
fn csl_json_holds_the_event() {
    for event in all_events() {
        let items: Value = serde_json::from_str(&text_of(&event, "event.csl.json")).unwrap();
        assert_eq!(items.as_array().map(Vec::len), Some(1), "{items}");
        let item = &items[0];
        assert_eq!(item["id"], event.id.as_str());
        assert_eq!(item["type"], "event");
        assert_eq!(item["title"], on_one_line(&event.title));
        assert_eq!(item["event-place"], on_one_line(place_of(&event)));
        let names: Vec<_> =
            event.organizers.iter().map(|it| json!({ "literal": it.name })).collect();
        assert_eq!(item.get("author"), (!names.is_empty()).then_some(&names.into()));
        let address = event.address.as_ref().map(|link| Value::from(link.as_str()));
        assert_eq!(item.get("URL"), address.as_ref());
    }
    for (ends, dates) in
        [(None, json!([[2014, 9, 4]])), (Some("2014-10-01"), json!([[2014, 9, 4], [2014, 10, 1]]))]
    {
        let text = text_of(&event_of(&Words { ends, ..PLAIN }), "event.csl.json");
        let items: Value = serde_json::from_str(&text).unwrap();
        for variable in ["issued", "event-date"] {
            assert_eq!(items[0][variable], json!({ "date-parts": dates }), "{variable}");
        }
    }
}

#[test]
fn bibtex_reads_the_event_back() {
    for event in all_events() {
        let text = text_of(&event, "event.bib");
        let bibliography = Bibliography::parse(&text).unwrap();
        let entry = bibliography.get(event.id.as_str()).unwrap();
        let field = |name: &str| entry.get(name).map(|it| it.format_verbatim());
        assert_eq!(field("title"), Some(on_one_line(&event.title)), "{text}");
        assert_eq!(field("address"), Some(on_one_line(place_of(&event))), "{text}");
        let address = event.address.as_ref().map(|link| link.as_str().to_owned());
        assert_eq!(field("url"), address, "{text}");
        let date = event.starts.date.iso().split('-').map(str::to_owned);
        let fields = ["year", "month", "day"].map(|name| field(name).unwrap());
        assert!(fields.into_iter().eq(date), "{text}");
        let authors = entry.author().unwrap_or_default();
        let names: Vec<_> = authors.iter().map(|it| it.name.as_str()).collect();
        let organizers: Vec<_> = event.organizers.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, organizers, "{text}");
    }
}

#[test]
fn ris_holds_the_event_tag_by_tag() {
    for event in all_events() {
        let text = text_of(&event, "event.ris");
        let lines: Vec<(&str, &str)> = text
            .split_terminator("\r\n")
            .map(|line| line.split_once("  - ").expect("a tag and a value"))
            .collect();
        let values = |tag: &str| -> Vec<&str> {
            lines.iter().filter(|(it, _)| *it == tag).map(|(_, value)| *value).collect()
        };
        assert_eq!(lines.first(), Some(&("TY", "GEN")));
        assert_eq!(lines.last(), Some(&("ER", "")));
        assert_eq!(values("TI"), [on_one_line(&event.title)]);
        assert_eq!(values("CY"), [on_one_line(place_of(&event))]);
        assert_eq!(values("DA"), [event.starts.iso().replace('-', "/")]);
        assert_eq!(values("PY"), [&event.starts.iso()[..4]]);
        let organizers: Vec<_> = event.organizers.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(values("AU"), organizers);
        let address: Vec<_> = event.address.iter().map(|link| link.as_str()).collect();
        assert_eq!(values("UR"), address);
    }
}

#[test]
fn the_sentences_are_those_of_their_styles() {
    let three: &[(&str, Option<&str>)] = &[("A and B", None), ("C, Inc.", None), ("D", None)];
    for (words, chicago, apa) in [
        (
            PLAIN,
            "Water board. *Open day*. September 4, 2014, Delft.",
            "Water board. (2014, September 4). *Open day*.",
        ),
        (
            Words { address: Some("https://example.org/a?b&c"), ..PLAIN },
            "Water board. *Open day*. September 4, 2014, Delft. https://example.org/a?b&c.",
            "Water board. (2014, September 4). *Open day*. https://example.org/a?b&c",
        ),
        (
            Words { organizers: three, place: "Köln, Germany", ..PLAIN },
            "A and B, C, Inc., and D. *Open day*. September 4, 2014, Köln, Germany.",
            "A and B, C, Inc., & D. (2014, September 4). *Open day*.",
        ),
        (
            Words { organizers: &[], ..PLAIN },
            "*Open day*. September 4, 2014, Delft.",
            "*Open day*. (2014, September 4).",
        ),
    ] {
        let found = sentences(&event_of(&words)).unwrap();
        let shown = found.each_ref().map(|sentence| {
            let mark = |italic| if italic { "*" } else { "" };
            let runs = sentence.runs.iter();
            let runs = runs.map(|it| format!("{0}{1}{0}", mark(it.is_italic), it.text));
            (sentence.style, runs.collect::<String>())
        });
        assert_eq!(shown, [("Chicago", chicago.to_owned()), ("APA", apa.to_owned())]);
    }
    for event in all_events() {
        for sentence in sentences(&event).unwrap() {
            let text = sentence.text();
            assert!(text.contains(&on_one_line(&event.title)), "{text}");
            assert!(!text.contains('\n'), "{text}");
        }
    }
}

// The page's head.

#[test]
fn the_linked_data_hold_the_event_and_cannot_end_early() {
    for event in all_events() {
        let html = data_block(&event);
        let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
        let (data, after) = rest.split_once("</script>").unwrap();
        assert_eq!(after.trim(), "", "nothing ends the block but its end");
        assert!(!data.contains('<'), "{data}");
        let data: Value = serde_json::from_str(data).unwrap();
        assert_eq!(data["@context"], "https://schema.org");
        assert_eq!(data["@type"], "Event");
        assert_eq!(data["name"], event.title);
        assert_eq!(data["startDate"], event.starts.iso());
        assert_eq!(data["endDate"], event.ends.as_ref().unwrap_or(&event.starts).iso());
        assert_eq!(data["location"]["name"], place_of(&event));
        assert_eq!(data["description"], event.summary[0].text.to_string());
        let names = data["organizer"].as_array().cloned().unwrap_or_default();
        let names: Vec<_> = names.iter().map(|it| it["name"].clone()).collect();
        let organizers: Vec<_> = event.organizers.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, organizers);
        let performers = data["performer"].as_array().map(Vec::len);
        assert_eq!(performers, Some(2), "the contact is none");
        let address = event.address.as_ref().map(|link| Value::from(link.as_str()));
        assert_eq!(data.get("url"), address.as_ref());
    }
}

#[test]
fn an_address_is_told_as_what_it_is() {
    let data = |words: Words<'_>| -> Value {
        let html = data_block(&event_of(&words));
        let start = html.find('{').unwrap();
        serde_json::from_str(&html[start..=html.rfind('}').unwrap()]).unwrap()
    };
    for (url, key, value) in [
        ("https://example.org/b", "url", "https://example.org/b"),
        ("MailTo:board@example.org", "email", "board@example.org"),
    ] {
        let found = data(Words { organizers: &[("Water board", Some(url))], ..PLAIN });
        let expected = json!({ "@type": "Organization", "name": "Water board", key: value });
        assert_eq!(found["organizer"], json!([expected]));
    }
    // Whatever a place is called: how people take part is said by keys of its own.
    for place in ["Delft", "Zoom", "Online Street 1"] {
        let found = data(Words { place, ..PLAIN });
        let offline = "https://schema.org/OfflineEventAttendanceMode";
        assert_eq!(found["eventAttendanceMode"], offline, "{place}");
    }
}

#[test]
fn the_head_tells_the_page_s_address_only_where_the_host_does() {
    let html = head(&event_of(&PLAIN));
    for absent in ["canonical", "og:url", "example.org/open"] {
        assert!(!html.contains(absent), "{html}");
    }
    let html = head(&event_of(&Words { address: Some("https://example.org/?a&\"b"), ..PLAIN }));
    for line in [
        "<link rel=\"canonical\" href=\"https://example.org/?a&amp;&quot;b\">",
        "<meta property=\"og:url\" content=\"https://example.org/?a&amp;&quot;b\">",
    ] {
        assert!(html.contains(line), "{html}");
    }
    let hard = Words { title: "A \"<b>\" & c", summary: "<i>\"&", ..PLAIN };
    let html = head(&event_of(&hard));
    for line in [
        "<meta property=\"og:title\" content=\"A &quot;&lt;b>&quot; &amp; c\">",
        "<meta name=\"description\" content=\"&lt;i>&quot;&amp;\">",
        "<meta property=\"og:description\" content=\"&lt;i>&quot;&amp;\">",
        "<meta property=\"og:type\" content=\"website\">",
    ] {
        assert!(html.contains(line), "{line} is missing in {html}");
    }
}

// The data.

#[test]
fn the_data_are_the_event_and_name_their_schema() {
    for event in all_events() {
        let mut data: Value = serde_json::from_str(&text_of(&event, "event.json")).unwrap();
        let schema = data.as_object_mut().unwrap().remove("$schema");
        assert_eq!(schema, Some("event.schema.json".into()));
        assert_eq!(serde_json::from_value::<Event>(data).unwrap(), event);
    }
}

#[test]
fn the_schema_describes_every_field_in_words() {
    let schema: Value = serde_json::from_str(&text_of(&bundled(), "event.schema.json")).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let types = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let mut fields = 0;
    for (name, field) in
        types.filter_map(|it| it["properties"].as_object()).flat_map(|it| it.iter())
    {
        assert!(field["description"].is_string(), "{name}: {field}");
        fields += 1;
    }
    assert!(fields > 40, "{fields}");
    assert_eq!(schema["properties"]["starts"]["$ref"], "#/$defs/CivilTime");
    assert_eq!(schema["$defs"]["Date"]["format"], "date");
}

#[test]
fn the_same_content_makes_the_same_files() {
    for event in all_events() {
        let names = |files: &[File]| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        let (once, again) = (files(&event).unwrap(), files(&event).unwrap());
        assert_eq!(once, again);
        let expected = [
            "event.ics",
            "event.bib",
            "event.ris",
            "event.csl.json",
            "event.json",
            "event.schema.json",
        ];
        assert_eq!(names(&once), expected);
    }
}

// The preview picture.

const VERY_LONG: &str = "The Role of Human Rights, Development Assistance, Peacekeeping, Mediation, \
    Early Warning, and the Responsibility to Protect in Building the Capacities of States, Regional \
    Bodies, and Civil Society for the Prevention of Mass Violence and Atrocities: A Conversation \
    between Practitioners, Donors, Researchers, and the Communities that Live with the Consequences, \
    Held on the Occasion of the Sixth Annual Informal Interactive Dialogue of the General Assembly, \
    with Remarks by Member States, Observers, and Everybody Else who Asked for the Floor in Time";

/// Draws the picture, and puts it into a folder where it can be looked at.
fn drawn(name: &str, words: &Words<'_>) -> (Preview, Pixmap) {
    drawn_of(name, &event_of(words))
}

fn drawn_of(name: &str, event: &Event) -> (Preview, Pixmap) {
    let picture = preview(event, None).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("previews");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.png")), &picture.png).unwrap();
    let pixels = Pixmap::decode_png(&picture.png).unwrap();
    (picture, pixels)
}

fn said(picture: &Preview) -> Vec<&str> {
    picture.lines.iter().map(|line| line.text.as_str()).collect()
}

/// Nothing is written beyond the column, by the library's own measure and by what is to be seen.
fn expect_within_column(name: &str, picture: &Preview, pixels: &Pixmap) {
    let (left, top, right, bottom) = COLUMN;
    assert_eq!((pixels.width(), pixels.height()), SIZE, "{name}");
    for line in &picture.lines {
        let (x0, _, x1, _) = line.place;
        assert!(x0 >= left - 6.0 && x1 <= right + 2.0, "{name}: {line:?}");
    }
    // Lines below one another do not run into each other: of two, one ends where the other's
    // letters begin. What the library measures includes the space between lines.
    for (above, below) in picture.lines.iter().zip(picture.lines.iter().skip(1)) {
        let same_row = above.place.1 == below.place.1;
        let middle =
            |line: &marginalia::publishing::preview::Line| (line.place.1 + line.place.3) / 2.0;
        let height = (above.place.3 - above.place.1).min(below.place.3 - below.place.1);
        let apart = (middle(below) - middle(above)).abs();
        assert!(same_row || apart > 0.7 * height, "{name}: {above:?} {below:?}");
    }
    let paper = pixels.pixel(0, 0);
    let (left, top, right, bottom) =
        (left as u32 - 6, top as u32 - 4, right as u32 + 4, bottom as u32 + 8);
    for y in 0..SIZE.1 {
        // Up to the margin with its notes.
        let beyond: Vec<u32> = if (top..bottom).contains(&y) {
            (0..left).chain(right..960).collect()
        } else {
            (0..960).collect()
        };
        for x in beyond {
            assert_eq!(pixels.pixel(x, y), paper, "{name}: something at {x}, {y}");
        }
    }
}

#[test]
fn a_preview_shows_what_the_event_is_when_where_and_by_whom() {
    let (picture, pixels) = drawn_of("bundled", &bundled());
    expect_within_column("bundled", &picture, &pixels);
    let text = said(&picture).join(" ");
    let event = bundled();
    for part in [&event.title, topic_of(&event), "4 September 2014, New York, NY, USA"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for organizer in &event.organizers {
        assert!(text.contains(&organizer.name), "{text}");
    }
    assert!(picture.left_out.is_empty(), "{:?}", picture.left_out);
}

#[test]
fn a_preview_has_the_colours_of_its_host() {
    let event = event_of(&PLAIN);
    let shades = Shades { accent: "#0055aa".to_owned(), wash: "#dfe8ee".to_owned() };
    let has = |pixels: &Pixmap, [red, green, blue]: [u8; 3]| {
        let mut all = pixels.pixels().iter();
        all.any(|it| (it.red(), it.green(), it.blue()) == (red, green, blue))
    };
    let (own, wash) = ([0x7d, 0x2b, 0x1a], [0xf5, 0xe8, 0xe3]);
    let (_, pixels) = drawn("own-colours", &PLAIN);
    assert!(has(&pixels, own) && has(&pixels, wash));
    let png = preview(&event, Some(&shades)).unwrap().png;
    let pixels = Pixmap::decode_png(&png).unwrap();
    assert!(has(&pixels, [0, 0x55, 0xaa]) && has(&pixels, [0xdf, 0xe8, 0xee]));
    assert!(!has(&pixels, wash), "the mark alone keeps its own colour");
    let margin = pixels.pixel(SIZE.0 - 4, 4).unwrap();
    assert_eq!((margin.red(), margin.green(), margin.blue()), (0, 0x55, 0xaa));
}

#[test]
fn no_title_runs_over_the_edge_of_a_preview() {
    let many: Vec<(&str, Option<&str>)> =
        vec![("International Coalition for Something that Takes Very Long to Say", None); 12];
    let unbroken = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(6);
    for (name, words) in [
        ("short", PLAIN),
        ("one-letter", Words { title: "I", organizers: &[], ..PLAIN }),
        ("very-long", Words { title: VERY_LONG, place: VERY_LONG, topic: VERY_LONG, ..PLAIN }),
        ("unbroken", Words { title: &unbroken, organizers: &[(&unbroken, None)], ..PLAIN }),
        ("long-word", Words { title: "Donaudampfschifffahrtsgesellschaft", ..PLAIN }),
        ("many-organizers", Words { title: VERY_LONG, organizers: &many, ..PLAIN }),
        ("days", Words { starts: "2014-09-04", ends: Some("2014-11-16"), ..PLAIN }),
        ("capitals", Words { title: &"WWW MMM ".repeat(20), ..PLAIN }),
    ] {
        let (picture, pixels) = drawn(name, &words);
        expect_within_column(name, &picture, &pixels);
        assert!(picture.left_out.is_empty(), "{name}");
    }
    let hard = HARD.iter().enumerate().map(|(number, words)| (format!("hard-{number}"), words));
    for (name, words) in hard {
        let (picture, pixels) = drawn(&name, words);
        expect_within_column(&name, &picture, &pixels);
    }
}

#[test]
fn a_title_is_as_large_as_it_fits_and_what_does_not_fit_is_said_to_go_on() {
    let height = |words: &Words<'_>| {
        let (picture, _) = drawn("size", words);
        let line = picture.lines.iter().max_by(|one, other| {
            (one.place.3 - one.place.1).total_cmp(&(other.place.3 - other.place.1))
        });
        line.map(|line| line.place.3 - line.place.1).unwrap()
    };
    let long = Words { title: "A title of some more words than the other one has", ..PLAIN };
    assert!(height(&PLAIN) > 1.2 * height(&long));
    let (picture, _) = drawn("very-long", &Words { title: VERY_LONG, ..PLAIN });
    assert!(said(&picture).iter().any(|line| line.ends_with('…')), "{:?}", said(&picture));
    let many = vec![("A body with a name of some length", None); 9];
    let (picture, _) = drawn("more", &Words { organizers: &many, ..PLAIN });
    let last = *said(&picture).iter().find(|line| line.contains(" more")).unwrap();
    let shown = said(&picture).join(" ").matches("A body").count();
    assert!(last.ends_with(&format!("and {} more", many.len() - shown)), "{last}");
}

#[test]
fn letters_that_the_typeface_lacks_leave_their_text_out_and_are_named() {
    for (name, title, shown) in [
        ("greek", "Δημόσια συζήτηση", Some("Δημόσια συζήτηση")),
        ("cyrillic", "Паводок и люди", Some("Паводок и люди")),
        ("pictograph", "Water 🌊 and land", Some("Water and land")),
        ("han", "水害与治理", None),
        ("arabic", "ملاحظات", None),
        ("mixed", "Water 水", None),
    ] {
        let (picture, pixels) = drawn(name, &Words { title, ..PLAIN });
        expect_within_column(name, &picture, &pixels);
        let lines = said(&picture);
        match shown {
            Some(shown) => {
                assert!(lines.join(" ").contains(shown), "{name}: {lines:?}");
                assert!(picture.left_out.is_empty(), "{name}");
            }
            None => {
                assert_eq!(picture.left_out, [title], "{name}");
                assert!(lines.is_empty(), "{name}: half a text: {lines:?}");
                // The mark stands in the place of all texts.
                let accent = pixels.pixel(SIZE.0 - 1, 0);
                assert_eq!(pixels.pixel(85, 280), accent, "{name}");
            }
        }
    }
}

#[test]
fn a_place_that_cannot_be_shown_does_not_take_the_date_with_it() {
    let (picture, _) = drawn("place", &Words { place: "東京", ..PLAIN });
    assert_eq!(picture.left_out, ["東京"]);
    assert!(said(&picture).contains(&"4 September 2014"), "{:?}", said(&picture));
}

#[test]
fn a_citation_speaks_the_language_of_the_page() {
    let apa = |language| {
        let [_, apa] = in_language(language, || sentences(&event_of(&PLAIN))).unwrap();
        apa.runs.into_iter().map(|run| run.text).collect::<String>()
    };
    for (language, date) in [
        ("en", "(2014, September 4)"),
        ("fr", "(2014, septembre 4)"),
        ("es", "(2014, septiembre 4)"),
        ("ru", "(2014, сентября 4)"),
        ("ar", "سبتمبر"),
        ("zh", "九月"),
    ] {
        assert!(apa(language).contains(date), "{}", apa(language));
    }
}

#[test]
fn a_month_in_a_citation_is_bent_as_its_language_bends_it_beside_a_day() {
    let cited = |starts| {
        let event = event_of(&Words { starts, ..PLAIN });
        in_language("ru", || sentences(&event)).unwrap().map(|it| it.text())
    };
    for (starts, month) in [
        ("2014-01-31", "января"),
        ("2014-03-04", "марта"),
        ("2014-05-01", "мая"),
        ("2014-08-04", "августа"),
        ("2014-12-31", "декабря"),
    ] {
        for sentence in cited(starts) {
            assert!(sentence.split([' ', ',']).any(|word| word == month), "{sentence}");
        }
    }
}

#[test]
fn what_pictures_leave_out_is_told_once_and_names_few_events() {
    let of = |count: usize| {
        let events =
            (1..=count).map(|number| (format!("event-{number}"), vec![format!("東{number}")]));
        left_out(&events.collect::<Vec<_>>())
    };
    assert_eq!(of(0), None);
    let few = of(2).unwrap();
    assert!(few.contains("Left out: event-1: “東1”; event-2: “東2”."), "{few}");
    let many = of(200).unwrap();
    assert!(many.ends_with("event-5: “東5”; and texts of 195 more."), "{many}");
    assert!(!of(5).unwrap().contains("more"));
}

#[test]
fn a_date_is_left_out_where_its_language_has_letters_that_cannot_be_shown() {
    let of = |language| in_language(language, || drawn(language, &PLAIN).0);
    assert!(said(&of("ru")).contains(&"4 сентября 2014 г., Delft"), "{:?}", said(&of("ru")));
    assert_eq!(of("zh").left_out, ["2014年9月4日，Delft"]);
    assert!(said(&of("zh")).iter().all(|line| !line.contains("2014")));
}

#[test]
fn a_preview_is_in_the_page_s_colours_and_the_same_each_time() {
    let style = include_str!("../style/base.css");
    let (picture, pixels) = drawn("short", &PLAIN);
    assert_eq!(picture.png, preview(&event_of(&PLAIN), None).unwrap().png);
    for (name, x, y) in [("--paper", 0, 0), ("--accent", SIZE.0 - 1, 0)] {
        let pixel = pixels.pixel(x, y).unwrap();
        let colour = format!("#{:02x}{:02x}{:02x}", pixel.red(), pixel.green(), pixel.blue());
        assert!(style.contains(&format!("{name}: {colour};")), "{name} {colour}");
    }
    assert!(picture.png.len() < 200_000, "{}", picture.png.len());
    // The mark has been drawn in them by hand.
    let mark = include_str!("../public/favicon.svg");
    let colours: Vec<&str> = mark.split('#').skip(1).filter_map(|it| it.get(..6)).collect();
    let long = |it: &&&str| it.chars().all(|digit| digit.is_ascii_hexdigit());
    for colour in colours.iter().filter(long) {
        assert!(style.contains(&format!(": #{colour};")), "{colour}");
    }
    assert!(colours.iter().filter(long).count() >= 4, "{mark}");
}

#[test]
fn the_head_names_the_preview_by_a_whole_address_or_not_at_all() {
    assert!(!head(&event_of(&PLAIN)).contains("image"));
    for (page, picture) in [
        ("https://example.org", "https://example.org/preview.png"),
        ("https://example.org/", "https://example.org/preview.png"),
        ("https://example.org/panel/", "https://example.org/panel/preview.png"),
        ("https://example.org/panel", "https://example.org/panel/preview.png"),
        ("https://example.org/panel/index.html", "https://example.org/panel/preview.png"),
        ("https://example.org/v1.2?a=/b", "https://example.org/v1.2/preview.png"),
        ("https://example.org/a&b/", "https://example.org/a&amp;b/preview.png"),
    ] {
        let html = head(&event_of(&Words { address: Some(page), title: "\"Open\"", ..PLAIN }));
        for line in [
            &format!("<meta property=\"og:image\" content=\"{picture}\">"),
            "<meta property=\"og:image:width\" content=\"1200\">",
            "<meta property=\"og:image:height\" content=\"630\">",
            "<meta property=\"og:image:alt\" content=\"&quot;Open&quot;. 4 September 2014, Delft.\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        ] {
            assert!(html.contains(line), "{line} is missing in {html}");
        }
    }
}
