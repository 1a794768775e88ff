//! Real kinds of events, as hosts write them down (`tests/events/`): each passes the check, and each
//! form for other programs says just what the file says. Programs that are not written in Rust read
//! the same files in `end2end/readers/check-events.mjs`.
#![cfg(feature = "publishing")]

#[path = "support/calendars.rs"]
mod calendars;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use biblatex::{Bibliography, ChunksExt as _};
use calcard::icalendar::{ICalendar, ICalendarProperty};
use jiff::civil;
use jiff::tz::Offset;
use marginalia::event::file::{Colours, check, read};
use marginalia::event::{CivilTime, Event, Session};
use marginalia::publishing::{data_block, files, head};
use serde_json::{Value, json};

use calendars::{calendar, value};

/// An event of a certain kind, and what is known of it without reading it.
struct Kind {
    id: &'static str,
    sessions: usize,
    people: usize,
    /// The hours that its clocks are ahead of UTC, and since which local time.
    ahead: &'static [(&'static str, i8)],
    /// How people attend, in the words of schema.org.
    mode: &'static str,
    /// How often an entry of the calendar begins, and how many there are.
    entries: usize,
}

const KINDS: [Kind; 7] = [
    Kind {
        id: "side-event-2018",
        sessions: 4,
        people: 11,
        ahead: &[("", -4)],
        mode: "Offline",
        // Its sessions have no times.
        entries: 1,
    },
    Kind {
        id: "conference-day-fr",
        sessions: 38,
        people: 45,
        ahead: &[("", 1)],
        mode: "Offline",
        // All but four breaks, and one session that only holds others.
        entries: 33,
    },
    Kind {
        id: "lecture-series-2021",
        sessions: 12,
        people: 13,
        // The clocks go forward on the second Sunday of March.
        ahead: &[("", -5), ("2021-03-14T03:00", -4)],
        mode: "Online",
        entries: 12,
    },
    Kind {
        id: "hybrid-workshop",
        sessions: 47,
        people: 30,
        ahead: &[("", 1)],
        mode: "Mixed",
        // Thirty talks, a picture and a dinner.
        entries: 32,
    },
    Kind {
        id: "forum-fr",
        sessions: 18,
        people: 12,
        ahead: &[("", 2)],
        mode: "Offline",
        entries: 13,
    },
    Kind {
        id: "conference-ar-2020",
        sessions: 6,
        people: 20,
        ahead: &[("", 3)],
        mode: "Offline",
        entries: 5,
    },
    Kind {
        id: "atrocities-prevention-2014",
        sessions: 0,
        people: 3,
        ahead: &[],
        mode: "Offline",
        entries: 1,
    },
];

impl Kind {
    fn path(&self) -> PathBuf {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = if self.sessions == 0 { "content" } else { "tests/events" };
        root.join(folder).join(format!("{}.toml", self.id))
    }

    fn event(&self) -> Event {
        read(&self.path()).unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)))
    }

    /// A time of the file in seconds since 1970, computed without the database of time zones.
    fn seconds(&self, time: &CivilTime) -> i64 {
        let local = time.iso();
        let since = self.ahead.iter().rev().find(|(since, _)| *since <= local.as_str());
        let (_, hours) = since.expect("it has a zone");
        let civil: civil::DateTime = local.parse().unwrap();
        Offset::constant(*hours).to_timestamp(civil).unwrap().as_second()
    }

    /// The same time as schema.org has it.
    fn with_offset(&self, time: &CivilTime) -> String {
        if time.clock.is_none() {
            return time.iso();
        }
        let local = time.iso();
        let since = self.ahead.iter().rev().find(|(since, _)| *since <= local.as_str());
        let hours = since.expect("it has a zone").1;
        format!("{local}:00{}{:02}:00", if hours < 0 { '-' } else { '+' }, hours.abs())
    }
}

fn of_toml(text: &str) -> Event {
    check("open-day.toml", text.as_bytes())
        .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)))
}

fn texts(event: &Event) -> BTreeMap<String, String> {
    files(event).unwrap().into_iter().map(|file| (file.name, file.text)).collect()
}

fn linked_data(event: &Event) -> Value {
    let html = data_block(event);
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// Whether a session only holds others together that have times of their own.
fn only_holds(event: &Event, session: &Session) -> bool {
    session.id.is_some() && event.sessions.iter().any(|it| it.within == session.id)
}

#[test]
fn each_kind_passes_the_check_and_is_of_its_size() {
    let mut found = BTreeSet::new();
    for kind in &KINDS {
        let event = kind.event();
        assert_eq!(event.id.as_str(), kind.id);
        assert_eq!(event.sessions.len(), kind.sessions, "{}", kind.id);
        assert_eq!(event.people.len(), kind.people, "{}", kind.id);
        found.insert(kind.path());
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/events");
    for path in marginalia::event::file::event_files(&folder).unwrap() {
        assert!(found.contains(&path), "{} is not among the kinds", path.display());
    }
}

// The calendar.

/// When each entry begins and ends in UTC, as the second library computes it, by the entry's uid.
fn spans(text: &str) -> BTreeMap<String, (i64, Option<i64>)> {
    let calendar = ICalendar::parse(text).expect("it is a calendar");
    let expanded = calendar.expand_dates(calcard::common::timezone::Tz::Floating, 1000);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let span = |event: &calcard::icalendar::dates::CalendarEvent<_, _>| {
        let component = &calendar.components[event.comp_id as usize];
        let (start, end) = event.timestamps();
        let has_end = component.has_property(&ICalendarProperty::Dtend);
        (component.uid().expect("a uid").to_owned(), (start, has_end.then_some(end)))
    };
    let spans: BTreeMap<_, _> = expanded.events.iter().map(span).collect();
    assert_eq!(spans.len(), expanded.events.len(), "each entry has a uid of its own");
    spans
}

/// The seconds of a time that is written in digits, in UTC.
fn utc(digits: &str) -> i64 {
    let time = civil::DateTime::strptime("%Y%m%dT%H%M%SZ", digits).unwrap();
    Offset::UTC.to_timestamp(time).unwrap().as_second()
}

#[test]
fn a_calendar_has_each_session_at_its_true_time() {
    for kind in &KINDS {
        let event = kind.event();
        let text = &texts(&event)["event.ics"];
        let mut expected = BTreeMap::new();
        for session in &event.sessions {
            let Some(starts) = session.starts.as_ref() else { continue };
            if session.is_break() || only_holds(&event, session) {
                continue;
            }
            let ends = session.ends.as_ref().map(|ends| kind.seconds(ends));
            expected.insert(session.title.clone(), (kind.seconds(starts), ends));
        }
        if expected.is_empty() && event.starts.clock.is_some() {
            let ends = event.ends.as_ref().map(|ends| kind.seconds(ends));
            expected.insert(event.title.clone(), (kind.seconds(&event.starts), ends));
        }
        let spans = spans(text);
        assert_eq!(spans.len(), kind.entries, "{}", kind.id);
        let entries = calendar(text).events;
        assert_eq!(entries.len(), kind.entries, "{}", kind.id);
        if kind.ahead.is_empty() {
            continue;
        }
        let found = entries.iter().map(|entry| {
            let uid = value(&entry.properties, "UID").expect("a uid");
            (read_back(value(&entry.properties, "SUMMARY").expect("a title")), spans[uid])
        });
        assert_eq!(found.collect::<BTreeMap<_, _>>(), expected, "{}", kind.id);
        // Nothing takes whole days, nor the days between.
        for (start, end) in spans.values() {
            assert!(end.is_none_or(|end| end > *start && end - start <= 3 * 3600), "{}", kind.id);
        }
    }
}

/// A text of a calendar, as it was before it was escaped (RFC 5545, section 3.3.11).
fn read_back(text: &str) -> String {
    text.replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n").replace("\\\\", "\\")
}

#[test]
fn a_series_goes_over_to_summer_time_between_its_fifth_and_sixth_talk() {
    let event = KINDS[2].event();
    let text = &texts(&event)["event.ics"];
    let mut starts: Vec<i64> = spans(text).values().map(|(start, _)| *start).collect();
    starts.sort_unstable();
    let expected = [
        "20210205T173000Z",
        "20210212T173000Z",
        "20210219T173000Z",
        "20210226T173000Z",
        "20210305T173000Z",
        "20210319T163000Z",
        "20210326T163000Z",
        "20210409T163000Z",
        "20210416T163000Z",
        "20210423T163000Z",
        "20210430T163000Z",
        "20210514T163000Z",
    ];
    assert_eq!(starts, expected.map(utc));
    let zone = "BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n\
                BEGIN:STANDARD\r\nDTSTART:20201101T020000\r\nTZOFFSETFROM:-0400\r\n\
                TZOFFSETTO:-0500\r\nTZNAME:EST\r\nEND:STANDARD\r\n\
                BEGIN:DAYLIGHT\r\nDTSTART:20210314T020000\r\nTZOFFSETFROM:-0500\r\n\
                TZOFFSETTO:-0400\r\nTZNAME:EDT\r\nEND:DAYLIGHT\r\n\
                END:VTIMEZONE\r\n";
    assert!(text.contains(zone), "{text}");
}

#[test]
fn a_calendar_tells_the_time_zone_that_its_times_need_and_no_other() {
    for kind in &KINDS {
        for (name, text) in texts(&kind.event()) {
            if !name.ends_with(".ics") {
                continue;
            }
            let calendar = calendar(&text);
            let zones: Vec<_> = calendar.timezones.iter().collect();
            let used = text.contains(";TZID=");
            assert_eq!(used, !kind.ahead.is_empty(), "{name} of {}", kind.id);
            assert_eq!(zones.len(), usize::from(used), "{name} of {}", kind.id);
            for zone in zones {
                assert_eq!(zone.transitions.len(), kind.ahead.len(), "{name} of {}", kind.id);
                for (observance, (_, hours)) in zone.transitions.iter().zip(kind.ahead) {
                    let offset = value(&observance.properties, "TZOFFSETTO").unwrap();
                    let expected = if *hours < 0 { "-0" } else { "+0" }.to_owned();
                    assert_eq!(offset, format!("{expected}{}00", hours.abs()), "{}", kind.id);
                }
            }
        }
    }
    // The clocks go forward at the very moment at which it begins.
    let event = of_toml(&open_day(
        "starts = \"2021-03-14 03:00\"\ntime_zone = \"America/New_York\"",
        "notes = true",
    ));
    let text = &texts(&event)["event.ics"];
    assert!(text.contains("DTSTART:20210314T020000\r\nTZOFFSETFROM:-0500"), "{text}");
}

#[test]
fn each_session_with_notes_has_a_calendar_file_of_its_own() {
    for kind in &KINDS {
        let event = kind.event();
        let texts = texts(&event);
        let with_notes = event.sessions.iter().filter(|it| it.takes_notes() && it.starts.is_some());
        let names = with_notes.map(|it| format!("session-{}.ics", it.id.as_ref().unwrap()));
        let expected: BTreeSet<String> = names.collect();
        let made = texts.keys().filter(|name| name.starts_with("session-"));
        assert_eq!(made.cloned().collect::<BTreeSet<_>>(), expected, "{}", kind.id);
        let all = spans(&texts["event.ics"]);
        for name in expected {
            let own = spans(&texts[&name]);
            assert_eq!(own.len(), 1, "{name}");
            for (uid, span) in own {
                // A calendar that has both knows that they are the same.
                assert!(all.get(&uid).is_none_or(|it| *it == span), "{name}: {uid}");
                assert_eq!(
                    uid,
                    format!("{}/{}@marginalia.invalid", kind.id, &name[8..name.len() - 4])
                );
            }
        }
    }
}

#[test]
fn a_calendar_knows_each_session_again_after_others_have_come_before_it() {
    let session = |title: &str, more: &str| {
        format!(
            "[[sessions]]\ntitle = \"{title}\"\nstarts = \"2024-05-0{} 19:00\"\n{more}\n",
            1 + title.len() % 7
        )
    };
    let dinner = session("Dinner", "notes = false");
    let twice = session("Dinner", "notes = false\nplace = \"Elsewhere\"");
    // An id that looks like what is made of a title.
    let talk = session("Talk", "id = \"dinner\"");
    let more = session("Walk", "notes = false");
    let uids = |sessions: &[&str]| -> Vec<String> {
        let zone = "starts = \"2024-05-01\"\ntime_zone = \"Europe/Paris\"";
        let event = of_toml(&format!("{}{}", open_day(zone, ""), sessions.concat()));
        let entries = calendar(&texts(&event)["event.ics"]).events;
        entries.iter().map(|it| value(&it.properties, "UID").unwrap().to_owned()).collect()
    };
    let before = uids(&[&dinner, &twice, &talk]);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 3, "{before:?}");
    assert_eq!(
        uids(&[&more, &dinner, &more, &twice, &talk])[1..]
            .iter()
            .filter(|uid| before.contains(uid))
            .count(),
        3
    );
}

/// An event file with a session that has no time; `top` stands at its top, `session` in the session.
fn open_day(top: &str, session: &str) -> String {
    format!(
        "title = \"Open day\"\n{top}\ncites = [\"house\"]\n\
         [[sources]]\nid = \"house\"\ntitle = \"The house\"\npublisher = \"Water board\"\n\
         url = \"https://example.org/house\"\n\
         [[sessions]]\nid = \"tour\"\ntitle = \"A tour\"\n{session}\n"
    )
}

#[test]
fn a_calendar_says_what_is_cancelled_moved_or_postponed() {
    let series = KINDS[2].event();
    let entries = calendar(&texts(&series)["event.ics"]).events;
    let status: Vec<_> = entries.iter().map(|it| value(&it.properties, "STATUS")).collect();
    let mut expected = [None; 12];
    (expected[3], expected[8]) = (Some("CANCELLED"), Some("CANCELLED"));
    expected[7] = Some("CONFIRMED");
    assert_eq!(status, expected);
    for (of_event, of_session, expected) in [
        ("", "", None),
        ("status = \"cancelled\"", "", Some("CANCELLED")),
        ("status = \"postponed\"", "", Some("TENTATIVE")),
        ("status = \"moved\"", "status = \"cancelled\"", Some("CANCELLED")),
    ] {
        let top = format!("starts = \"2024-05-01\"\ntime_zone = \"Europe/Paris\"\n{of_event}");
        let session = format!("starts = \"2024-05-01 10:00\"\n{of_session}");
        let event = of_toml(&open_day(&top, &session));
        let entries = calendar(&texts(&event)["event.ics"]).events;
        assert_eq!(value(&entries[0].properties, "STATUS"), expected, "{of_event} {of_session}");
    }
}

#[test]
fn a_calendar_says_where_to_go_how_to_join_and_whom_to_ask() {
    let series = KINDS[2].event();
    let workshop = KINDS[3].event();
    let forum = KINDS[4].event();
    let entry = |event: &Event, title: &str| {
        let entries = calendar(&texts(event)["event.ics"]).events;
        let mut all = entries.into_iter();
        let found = all.find(|it| value(&it.properties, "SUMMARY") == Some(title));
        found.expect("it has an entry").properties
    };
    let join = "https://meet.example.org/sparse-measurements";
    let room = "Room 0.12\\, Water Building\\, Exampleton\\, Canal Street 12\\, 9900 AB \
                Exampleton\\, Netherlands\\, Video meeting\\; no registration is needed\\, \
                https://meet.example.org/sparse-measurements";
    let lock = "The Old Lock\\, Lock Lane 3\\, 9900 AC Exampleton\\, Netherlands";
    let mill = "Moulin de la Confluence\\, 3\\, chemin du Moulin\\, 99000 Exempleville\\, France";
    let hall = "Grand amphithéâtre\\, Campus des Berges\\, 12\\, quai des Berges\\, 99000 \
                Exempleville\\, France";
    let online = "Video meeting\\; the organizers send the link on request";
    for (event, title, location, conference) in [
        (&workshop, "Whales\\, and where they are not", room, Some(join)),
        (&workshop, "Workshop dinner", lock, None),
        (&forum, "Dîner de gala", mill, None),
        (&forum, "Clôture", hall, None),
        (&series, "Counting points on curves", online, None),
    ] {
        let entry = entry(event, title);
        assert_eq!(value(&entry, "LOCATION"), Some(location), "{title}");
        assert_eq!(value(&entry, "CONFERENCE"), conference, "{title}");
    }
    let talk = entry(&workshop, "Bells and their partials");
    let conference = talk.iter().find(|it| it.name == "CONFERENCE").unwrap();
    let parameters = conference.params.as_ref().unwrap();
    let label = "Video meeting; no registration is needed".to_owned();
    assert!(parameters.contains(&("VALUE".to_owned(), vec!["URI".to_owned()])), "{parameters:?}");
    assert!(parameters.contains(&("LABEL".to_owned(), vec![label])), "{parameters:?}");
    let talk = entry(&series, "Counting points on curves");
    let contacts = talk.iter().filter(|it| it.name == "CONTACT");
    let contacts: Vec<_> = contacts.map(|it| it.value.as_deref().unwrap()).collect();
    assert_eq!(contacts, ["lectures@example.org", "Organizer 1\\, University of Example"]);
}

#[test]
fn calendar_lines_are_short_and_no_text_shows_signs_of_markdown() {
    for kind in &KINDS {
        for (name, text) in texts(&kind.event()) {
            if !name.ends_with(".ics") {
                continue;
            }
            for line in text.split_terminator("\r\n") {
                assert!(line.len() <= 75, "{name} of {}: {line}", kind.id);
                assert!(!line.contains(['\n', '\r']), "{name} of {}: {line}", kind.id);
            }
            for entry in calendar(&text).events {
                let description = read_back(value(&entry.properties, "DESCRIPTION").unwrap());
                expect_without_markdown(&description);
            }
        }
    }
    let series = &texts(&KINDS[2].event())["event.ics"];
    let unfolded = series.replace("\r\n ", "");
    // A formula stays as it is written, and no sign in it is one of Markdown's.
    let formula = r"$|\#E(\mathbb{F}_q) - (q + 1)| \le 2\sqrt{q}$";
    assert!(read_back(&unfolded).contains(formula), "{unfolded}");
    let forum = texts(&KINDS[4].event())["session-qui-decide.ics"].replace("\r\n ", "");
    let link = "Voir aussi l’étude (https://example.org/etude-2022).";
    assert!(forum.contains(link), "{forum}");
}

fn expect_without_markdown(text: &str) {
    let is_formula = text.contains('$');
    for sign in ["](", "**", "```", "`"] {
        assert!(!text.contains(sign), "{sign} in: {text}");
    }
    let emphasis = text.split_whitespace().any(|word| word.starts_with('*') || word.ends_with('*'));
    assert!(is_formula || !emphasis, "{text}");
}

// Linked data.

/// Calls for each object and each text, with the name of the property that it is the value of.
fn walk<'a>(name: &'a str, value: &'a Value, look: &mut dyn FnMut(&str, &'a Value)) {
    look(name, value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(name, item, look)),
        Value::Object(object) => object.iter().for_each(|(name, value)| walk(name, value, look)),
        _ => {}
    }
}

/// How people attend.
fn mode(data: &Value) -> Option<&str> {
    let mode = data["eventAttendanceMode"].as_str()?;
    mode.strip_prefix("https://schema.org/")?.strip_suffix("EventAttendanceMode")
}

#[test]
fn linked_data_say_of_each_session_when_where_and_whether() {
    for kind in &KINDS {
        let event = kind.event();
        let data = linked_data(&event);
        assert_eq!(mode(&data), Some(kind.mode), "{}", kind.id);
        assert_eq!(data["startDate"], kind.with_offset(&event.starts), "{}", kind.id);
        let sessions: Vec<&Session> = event.sessions.iter().filter(|it| !it.is_break()).collect();
        let none = Vec::new();
        let parts = data["subEvent"].as_array().unwrap_or(&none);
        assert_eq!(parts.len(), sessions.len(), "{}", kind.id);
        for (part, session) in parts.iter().zip(sessions) {
            assert_eq!(part["name"], session.title);
            let text = |time: Option<&CivilTime>| time.map(|time| kind.with_offset(time).into());
            // What has no time is on the day of the event.
            let day = CivilTime::from(event.starts.date.clone());
            let starts = session.starts.as_ref().unwrap_or(&day);
            assert_eq!(part.get("startDate"), text(Some(starts)).as_ref(), "{part}");
            let ends = session.ends.as_ref().or(session.starts.is_none().then_some(&day));
            assert_eq!(part.get("endDate"), text(ends).as_ref(), "{part}");
            let announced = text(session.announced_for.as_ref());
            assert_eq!(part.get("previousStartDate"), announced.as_ref(), "{part}");
            let name = session.place.as_ref().or(event.place.as_ref());
            let place = match &part["location"] {
                Value::Array(both) => &both[0],
                one => one,
            };
            let expected = name.or(event.online.as_ref()).map(String::as_str);
            assert_eq!(place["name"].as_str(), expected, "{part}");
            let is_dinner = session.title.contains("dinner") || session.title == "Group picture";
            let of_session = if is_dinner { "Offline" } else { kind.mode };
            assert_eq!(mode(part), Some(of_session), "{part}");
            let people = part["performer"].as_array().map_or(0, Vec::len);
            assert_eq!(people, session.people.len(), "{part}");
        }
    }
    let series = linked_data(&KINDS[2].event());
    let status: Vec<_> = series["subEvent"].as_array().unwrap().iter().collect();
    let status: Vec<_> = status.iter().map(|it| it["eventStatus"].as_str().unwrap()).collect();
    for (index, status) in status.into_iter().enumerate() {
        let expected = match index {
            3 | 8 => "https://schema.org/EventCancelled",
            7 => "https://schema.org/EventRescheduled",
            _ => "https://schema.org/EventScheduled",
        };
        assert_eq!(status, expected, "{index}");
    }
}

#[test]
fn linked_data_hold_nothing_empty_and_no_markdown() {
    for kind in &KINDS {
        let event = kind.event();
        let data = linked_data(&event);
        walk("", &data, &mut |name, value| {
            let is_empty = match value {
                Value::Null => true,
                Value::String(text) => text.trim().is_empty(),
                Value::Array(items) => items.is_empty(),
                Value::Object(object) => object.len() < 2,
                _ => false,
            };
            assert!(!is_empty, "{name} of {}: {value}", kind.id);
            if let (true, Some(text)) = (name == "description", value.as_str()) {
                expect_without_markdown(text);
            }
        });
        for line in head(&event).lines().filter(|it| it.contains("description")) {
            expect_without_markdown(line);
        }
    }
}

#[test]
fn a_body_that_speaks_is_an_organization_and_a_room_is_in_its_building() {
    let data = linked_data(&KINDS[0].event());
    let bodies: Vec<&Value> = data["performer"].as_array().unwrap().iter().collect();
    let bodies = bodies.into_iter().filter(|it| it["@type"] == "Organization");
    let names: Vec<_> = bodies.map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Ministry of the Interior of State Four"]);
    assert_eq!(data["performer"][0]["honorificPrefix"], "H.E. Ms.");
    assert_eq!(data["performer"][0]["name"], "Speaker 1");
    // Nobody wrote an affiliation for this one.
    assert_eq!(data["performer"][7], json!({ "@type": "Person", "name": "Speaker 7" }));
    let forum = linked_data(&KINDS[4].event());
    let address = "12, quai des Berges, 99000 Exempleville, France";
    let room = json!({
        "@type": "Place",
        "name": "Grand amphithéâtre",
        "address": address,
        "containedInPlace": {
            "@type": "Place",
            "name": "Campus des Berges",
            "address": address,
            "url": "https://example.org/plan-du-campus",
        },
    });
    assert_eq!(forum["subEvent"][0]["location"], room);
}

#[test]
fn how_people_attend_is_told_by_keys_and_not_by_words() {
    for (keys, expected) in [
        ("", None),
        ("place = \"Zoom\"", Some("Offline")),
        ("online = \"In the house\"", Some("Online")),
        ("join = \"https://meet.example.org/\"", Some("Online")),
        ("place = \"The house\"\njoin = \"https://meet.example.org/\"", Some("Mixed")),
    ] {
        let event = of_toml(&open_day(&format!("starts = \"2024-05-01\"\n{keys}"), ""));
        let data = linked_data(&event);
        for it in [&data, &data["subEvent"][0]] {
            let expected = expected.map(|it| format!("https://schema.org/{it}EventAttendanceMode"));
            let expected = expected.map(Value::from);
            assert_eq!(it.get("eventAttendanceMode"), expected.as_ref(), "{keys}");
            assert_eq!(it.get("location").is_some(), expected.is_some(), "{keys}");
        }
    }
}

#[test]
fn what_became_of_an_event_goes_for_its_sessions_too() {
    let before = "announced_for = \"2024-04-03\"";
    for (of_event, event_status, of_session, session_status) in [
        ("", "Scheduled", "", "Scheduled"),
        ("status = \"cancelled\"", "Cancelled", "", "Cancelled"),
        ("status = \"postponed\"", "Postponed", "", "Postponed"),
        ("status = \"moved\"", "Scheduled", "", "Scheduled"),
        ("status = \"moved\"\nonline = \"By video\"", "MovedOnline", "", "MovedOnline"),
        (
            "status = \"moved\"\njoin = \"https://meet.example.org/\"",
            "MovedOnline",
            "",
            "MovedOnline",
        ),
        (&format!("status = \"moved\"\n{before}"), "Rescheduled", "", "Rescheduled"),
        ("", "Scheduled", "status = \"postponed\"", "Postponed"),
        ("", "Scheduled", &format!("status = \"moved\"\n{before}"), "Rescheduled"),
    ] {
        let event = of_toml(&open_day(&format!("starts = \"2024-05-01\"\n{of_event}"), of_session));
        let data = linked_data(&event);
        for (it, status, keys) in
            [(&data, event_status, of_event), (&data["subEvent"][0], session_status, of_session)]
        {
            assert_eq!(it["eventStatus"], format!("https://schema.org/Event{status}"), "{keys}");
            let previous = keys.contains(before).then(|| Value::from("2024-04-03"));
            assert_eq!(it.get("previousStartDate"), previous.as_ref(), "{keys}");
        }
    }
}

// The data, and citations.

#[test]
fn from_each_source_the_page_leads_to_all_that_cites_it() {
    for event in KINDS.iter().map(Kind::event) {
        let data = serde_json::to_value(&event).expect("an event can be written as JSON");
        for source in &event.sources {
            let mut cited = 0;
            walk("", &data, &mut |name, value| {
                cited += usize::from(name == "cites" && value.as_str() == Some(source.id.as_str()));
            });
            assert_eq!(event.citing(&source.id).len(), cited, "{}: {:?}", event.id, source.id);
        }
    }
}

#[test]
fn the_data_come_back_as_the_same_event() {
    for kind in &KINDS {
        let event = kind.event();
        let mut data: Value = serde_json::from_str(&texts(&event)["event.json"]).unwrap();
        assert_eq!(
            data.as_object_mut().unwrap().remove("$schema"),
            Some("event.schema.json".into())
        );
        assert_eq!(serde_json::from_value::<Event>(data).unwrap(), event, "{}", kind.id);
    }
}

#[test]
fn citations_have_what_the_file_has_and_no_empty_fields() {
    for kind in &KINDS {
        let event = kind.event();
        let texts = texts(&event);
        let language = event.language.as_ref().map(|it| it.as_str());
        let place = event.place.as_deref().or(event.online.as_deref());
        let names: Vec<&str> = event.organizers.iter().map(|it| it.name.as_str()).collect();

        let bibliography = Bibliography::parse(&texts["event.bib"]).unwrap();
        let entry = bibliography.get(kind.id).expect("it has the event's id");
        for (name, chunks) in &entry.fields {
            assert!(!chunks.format_verbatim().trim().is_empty(), "{name} of {}", kind.id);
        }
        let field = |name: &str| entry.get(name).map(|it| it.format_verbatim());
        assert_eq!(field("title").as_deref(), Some(event.title.as_str()));
        assert_eq!(field("language").as_deref(), language, "{}", kind.id);
        assert_eq!(field("address").as_deref(), place, "{}", kind.id);
        let authors = entry.author().unwrap_or_default();
        let authors: Vec<_> = authors.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(authors, names, "{}", kind.id);

        let lines: Vec<_> = texts["event.ris"].split_terminator("\r\n").collect();
        let values = |tag: &str| -> Vec<&str> {
            let start = format!("{tag}  - ");
            lines.iter().filter_map(|line| line.strip_prefix(&start)).collect()
        };
        for line in &lines[..lines.len() - 1] {
            let (tag, value) = line.split_once("  - ").expect("a tag and a value");
            assert!(!value.trim().is_empty(), "{tag} of {}", kind.id);
        }
        assert_eq!(values("LA"), Vec::from_iter(language), "{}", kind.id);
        assert_eq!(values("CY"), Vec::from_iter(place), "{}", kind.id);
        assert_eq!(values("AU"), names, "{}", kind.id);

        let items: Value = serde_json::from_str(&texts["event.csl.json"]).unwrap();
        let item = &items[0];
        walk("", item, &mut |name, value| {
            assert!(value != "" && !value.is_null(), "{name} of {}", kind.id);
        });
        assert_eq!(item.get("language").and_then(Value::as_str), language);
        assert_eq!(item.get("event-place").and_then(Value::as_str), place);
    }
    let nameless = of_toml(&open_day("starts = \"2024-05-01\"", ""));
    let texts = texts(&nameless);
    assert!(!texts["event.bib"].contains("author"), "{}", texts["event.bib"]);
    assert!(!texts["event.ris"].contains("AU"), "{}", texts["event.ris"]);
    assert!(!texts["event.csl.json"].contains("author"), "{}", texts["event.csl.json"]);
}

/// Writes the files of each kind below the build's folder, for readers that are not written in Rust
/// (`end2end/readers/check-events.mjs`).
#[test]
fn samples_are_written_for_other_readers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("event-samples");
    for kind in &KINDS {
        let event = kind.event();
        let folder = folder.join(kind.id);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in texts(&event) {
            std::fs::write(folder.join(name), text).unwrap();
        }
        std::fs::write(folder.join("event.jsonld"), linked_data(&event).to_string()).unwrap();
    }
}
