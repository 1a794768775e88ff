//! The schedule that pretalx, frab and their kin export as JSON: a conference with days, rooms and
//! talks ([the schema](https://c3voc.de/schedule/schema.json)).

use serde_json::Value;

use super::draft::{Draft, Link, Session};
use super::left_out::LeftOut;
use super::members::Members;
use super::moment::Moment;
use super::people::{People, Person};
use super::text;

const PICTURES: &str = "Put them into the folder `public`, and name them with `portrait`.";

/// Makes a draft of a schedule.
pub(super) fn read(mut file: Members) -> Draft {
    let mut draft = Draft::default();
    let mut schedule = file.object("schedule");
    let mut conference = schedule.object("conference");
    draft.title = conference.line("title");
    draft.time_zone = conference
        .line("time_zone_name")
        .or_else(|| schedule.line("time_zone_name"))
        .or_else(|| file.line("time_zone_name"));
    draft.starts = conference.raw("start").and_then(|it| Moment::parse(&it));
    draft.ends = conference.raw("end").and_then(|it| Moment::parse(&it));
    if draft.ends == draft.starts {
        draft.ends = None;
    }
    draft.source_url = schedule.address("url").or_else(|| conference.address("url"));
    let base = schedule.address("base_url").or_else(|| conference.address("base_url"));
    for day in conference.list("days") {
        let mut day = Members::of(day);
        let date = day.line("date");
        for (room, talks) in rooms(&mut day) {
            for talk in talks {
                let talk = Members::of(talk);
                let session =
                    session(talk, room.as_deref(), date.as_deref(), base.as_deref(), &mut draft);
                draft.sessions.push(session);
            }
        }
    }
    draft.sessions.sort_by_key(|it| it.starts.as_ref().map(Moment::shown));
    language(&mut draft);
    conference.forget(&[
        "acronym",
        "daysCount",
        "timeslot_duration",
        "colors",
        "rooms",
        "tracks",
        "base_url",
    ]);
    conference.tell_the_rest(&mut draft.left_out);
    draft
}

/// A schedule tells the language of talks, and not of its own texts; where all talks have one, the host
/// is told.
fn language(draft: &mut Draft) {
    let mut languages = draft.sessions.iter().map(|it| it.language.as_deref());
    let Some(Some(first)) = languages.next() else { return };
    if languages.all(|it| it == Some(first)) {
        let remark = format!(
            "All sessions are held in this language. If the texts here are in it too, take the # away:\n\
             language = \"{first}\""
        );
        draft.remarks.insert("language", remark);
    }
}

/// The rooms of a day with their talks: an object with a list for each room, or, as older programs
/// write, a list of rooms.
fn rooms(day: &mut Members) -> Vec<(Option<String>, Vec<Value>)> {
    let as_list = |value| match value {
        Value::Array(items) => items,
        other => vec![other],
    };
    match day.take("rooms") {
        Some(Value::Object(rooms)) => {
            let rooms = rooms.into_iter();
            rooms.map(|(name, talks)| (text::line(&name), as_list(talks))).collect()
        }
        Some(Value::Array(rooms)) => {
            let rooms = rooms.into_iter().map(|room| {
                let mut room = Members::of(room);
                let name = room.line("name").or_else(|| room.line("room"));
                let talks = ["talks", "events", "event", "sessions"];
                (name, talks.into_iter().flat_map(|key| room.list(key)).collect())
            });
            rooms.collect()
        }
        _ => Vec::new(),
    }
}

fn session(
    mut talk: Members,
    room: Option<&str>,
    day: Option<&str>,
    base: Option<&str>,
    draft: &mut Draft,
) -> Session {
    let mut session = Session {
        title: talk.line("title"),
        kind: talk.line("type"),
        track: in_words(talk.take("track")),
        place: talk.line("room").or_else(|| room.map(str::to_owned)),
        language: talk.raw("language").and_then(|it| text::language(&it)).filter(|it| it != "en"),
        ..Session::default()
    };
    let shown = session.shown();
    let start = talk.raw("start");
    let date = talk.raw("date").or_else(|| Some(format!("{}T{}", day?, start.as_ref()?)));
    session.starts = date.and_then(|it| Moment::parse(&it));
    let minutes = talk.raw("duration").and_then(|it| minutes(&it));
    session.ends =
        session.starts.as_ref().zip(minutes).and_then(|(it, minutes)| it.plus_minutes(minutes));
    for key in ["subtitle", "abstract", "description"] {
        let paragraphs = talk.raw(key).map(|it| text::markdown(&it)).unwrap_or_default();
        // The description often begins with the abstract.
        session.text.extend(
            paragraphs.into_iter().filter(|it| !session.text.contains(it)).collect::<Vec<_>>(),
        );
    }
    for key in ["persons", "speakers"] {
        for person in talk.list(key) {
            let index = speaker(person, &mut draft.people, &mut draft.left_out);
            session.people.extend(index.map(|index| (index, None)));
        }
    }
    for (key, kind) in [("links", None), ("attachments", Some("document"))] {
        for link in talk.list(key) {
            session.links.extend(material(link, kind, base, &shown, &mut draft.left_out));
        }
    }
    if talk.take("do_not_record").is_some() {
        let why = "Tell those who record; an event file has no place for it.";
        draft.left_out.add("The wish not to be recorded", why, Some(&shown));
    }
    if talk.take("logo").is_some() {
        draft.left_out.add(
            "Pictures of talks",
            "An event file has none of sessions.",
            Some(&shown),
        );
    }
    if talk.take("url").is_some() {
        let why = "What readers need of them can be written as `[[sessions.links]]`.";
        draft.left_out.add("The talks' own pages", why, None);
    }
    talk.forget(&[
        "id",
        "guid",
        "code",
        "slug",
        "recording_license",
        "feedback_url",
        "origin_url",
        "answers",
    ]);
    talk.tell_the_rest(&mut draft.left_out);
    session
}

/// A text, or one that stands there in several languages.
fn in_words(value: Option<Value>) -> Option<String> {
    match value? {
        Value::String(text) => text::line(&text),
        Value::Object(members) => {
            let mut members = Members::of(Value::Object(members));
            members.line("en").or_else(|| members.line("name"))
        }
        _ => None,
    }
}

/// A duration, `HH:MM` or `D:HH:MM`, in minutes.
fn minutes(text: &str) -> Option<i64> {
    let parts: Option<Vec<i64>> = text.trim().split(':').map(|it| it.parse().ok()).collect();
    let minutes = match parts?.as_slice() {
        [hours, minutes] => hours * 60 + minutes,
        [days, hours, minutes] => (days * 24 + hours) * 60 + minutes,
        _ => return None,
    };
    (1..=60 * 24 * 31).contains(&minutes).then_some(minutes)
}

fn speaker(person: Value, people: &mut People, left_out: &mut LeftOut) -> Option<usize> {
    let mut person = Members::of(person);
    let names = ["public_name", "full_public_name", "name"];
    let name = names.into_iter().find_map(|key| person.line(key))?;
    let keys = ["code", "guid", "id"];
    let key = keys.into_iter().find_map(|key| person.raw(key));
    if person.take("avatar").or_else(|| person.take("avatar_url")).is_some() {
        left_out.add("Pictures of people", PICTURES, Some(&name));
    }
    if person.take("email").is_some() {
        left_out.add("Addresses of people", "They stand on no public page unasked.", None);
    }
    let biography = person.raw("biography").map(|it| text::markdown(&it)).unwrap_or_default();
    let url = person.address("url");
    person.forget(&["code", "guid", "id", "public_name", "full_public_name", "name", "answers"]);
    person.tell_the_rest(left_out);
    let roles = vec!["speaker"];
    Some(people.meet(key, Person { name, roles, biography, url, ..Person::default() }))
}

fn material(
    link: Value,
    kind: Option<&'static str>,
    base: Option<&str>,
    of: &str,
    left_out: &mut LeftOut,
) -> Option<Link> {
    let (title, url) = match link {
        Value::String(url) => (None, Some(url)),
        link => {
            let mut link = Members::of(link);
            (link.line("title").or_else(|| link.line("description")), link.raw("url"))
        }
    };
    let url = url?;
    let whole = text::address(&url).or_else(|| {
        let path = url.trim().strip_prefix('/')?;
        let base = base?;
        let host = base.find("://").map(|it| it + 3)?;
        let end = base[host..].find('/').map_or(base.len(), |it| host + it);
        text::address(&format!("{}/{path}", &base[..end]))
    });
    let Some(url) = whole else {
        let why = "Their addresses lead nowhere without the site that they are of.";
        left_out.add("Links", why, Some(&format!("{of}: {url}")));
        return None;
    };
    let title = title.unwrap_or_else(|| text::in_words(&url));
    Some(Link { title, kind, url })
}
