//! What Indico exports of an event as JSON, alone, with `?detail=contributions` and with
//! `?detail=sessions` ([its documentation](https://docs.getindico.io/en/stable/http-api/exporters/event/)).

use serde_json::Value;

use super::draft::{Body, Draft, Link, Place, Session};
use super::left_out::LeftOut;
use super::members::Members;
use super::moment::Moment;
use super::people::{People, Person};
use super::text;

/// What only Indico itself needs to know.
const OF_INDICO: [&str; 30] = [
    "_type",
    "_fossil",
    "id",
    "db_id",
    "friendly_id",
    "creationDate",
    "modificationDate",
    "categoryId",
    "category",
    "creator",
    "hasAnyProtection",
    "allowed",
    "protectionURL",
    "visibility",
    "roomMapURL",
    "type",
    "color",
    "textColor",
    "isPoster",
    "code",
    "board_number",
    "timezone",
    "numSlots",
    "slotTitle",
    "inheritLoc",
    "inheritRoom",
    "conference",
    "contributionId",
    "sessionSlotId",
    "uniqueId",
];

/// Makes a draft of an export with one event; the others are told.
pub(super) fn read(mut file: Members) -> Option<Draft> {
    let mut results = file.list("results").into_iter();
    let mut event = Members::of(results.next()?);
    let mut draft = Draft { title: event.line("title"), ..Draft::default() };
    for other in results {
        let title = Members::of(other).line("title");
        let why = "One file holds one event: export each alone.";
        draft.left_out.add("Further events of the export", why, title.as_deref());
    }
    draft.starts = time(&mut event, "startDate");
    draft.ends = time(&mut event, "endDate").filter(|it| Some(it) != draft.starts.as_ref());
    draft.summary = event.raw("description").map(|it| text::paragraphs(&it)).unwrap_or_default();
    draft.source_url = event.address("url");
    draft.language = event.raw("language").and_then(|it| text::language(&it));
    place(&mut event, &mut draft);
    if let Some(name) = event.raw("organizer").and_then(|it| text::line(&it)) {
        let remark = Some("Indico names this as the organizer. A body is meant here, no person.");
        draft.organizers.push(Body { name, remark, ..Body::default() });
    }
    for chair in event.list("chairs") {
        person(chair, Some("chair"), &mut draft.people, &mut draft.left_out);
    }
    draft.links = materials(&mut event, &mut draft.left_out);
    programme(&mut event, &mut draft);
    let why = "If they tell what the event is about, write that as `topic`.";
    for keyword in event.list("keywords") {
        draft.left_out.add("Keywords", why, keyword.as_str().and_then(text::line).as_deref());
    }
    event.forget(&OF_INDICO);
    event.tell_the_rest(&mut draft.left_out);
    Some(draft)
}

/// Days and times: `{"date": "2025-05-10", "time": "16:00:00", "tz": "Europe/Zurich"}`.
fn time(of: &mut Members, key: &str) -> Option<Moment> {
    let mut time = of.object(key);
    let date = time.raw("date")?;
    let zone = time.raw("tz").and_then(|it| text::line(&it));
    let moment = match time.raw("time") {
        Some(clock) => Moment::parse(&format!("{date}T{}", clock.get(..5)?)),
        None => Moment::parse(&date),
    };
    Some(match (moment?, zone) {
        (Moment::Floating(civil), Some(zone)) => Moment::in_zone(civil, &zone),
        (moment, _) => moment,
    })
}

/// The room and the house of something, from the nearest to the widest.
fn room(of: &mut Members) -> (Option<String>, Option<String>) {
    let short = of.line("room");
    (of.line("roomFullname").or(short), of.line("location"))
}

fn place(event: &mut Members, draft: &mut Draft) {
    let (room, house) = room(event);
    let name = [room, house].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let postal_address = event.raw("address").and_then(|it| text::joined_lines(&it));
    if name.is_empty() {
        draft.place = postal_address;
        return;
    }
    draft.place = Some(name.clone());
    if postal_address.is_some() {
        draft.places.push(Place { name, postal_address, url: None });
    }
}

/// Sessions, with what belongs to them, and contributions.
fn programme(event: &mut Members, draft: &mut Draft) {
    let mut read_already = Vec::new();
    for session in event.list("sessions") {
        let mut session = Members::of(session);
        // Of a session that is held in several blocks, each one names the session that it is of.
        let mut whole = session.object("session");
        let contributions = session.list("contributions");
        let mut read = entry(&mut session, draft);
        read.title = read.title.or_else(|| whole.line("title"));
        if read.text.is_empty() {
            read.text =
                whole.raw("description").map(|it| text::paragraphs(&it)).unwrap_or_default();
        }
        for key in ["conveners", "sessionConveners"] {
            let conveners = session.list(key).into_iter().chain(whole.list(key));
            for convener in conveners.collect::<Vec<_>>() {
                let index = person(convener, None, &mut draft.people, &mut draft.left_out);
                let known = |index: &usize| !read.people.iter().any(|(it, _)| it == index);
                read.people.extend(index.filter(known).map(|it| (it, Some("convener"))));
            }
        }
        read.kind = read.kind.or_else(|| Some("session".to_owned()));
        finish(session, draft);
        draft.sessions.push(read);
        let outer = draft.sessions.len() - 1;
        for contribution in contributions {
            read_already.extend(contribution.get("id").cloned());
            self::contribution(contribution, Some(outer), draft);
        }
    }
    for contribution in event.list("contributions") {
        if contribution.get("id").is_some_and(|id| read_already.contains(id)) {
            continue;
        }
        self::contribution(contribution, None, draft);
    }
}

fn contribution(contribution: Value, within: Option<usize>, draft: &mut Draft) {
    let mut contribution = Members::of(contribution);
    let mut session = entry(&mut contribution, draft);
    session.within = within;
    for speaker in contribution.list("speakers") {
        let index = person(speaker, Some("speaker"), &mut draft.people, &mut draft.left_out);
        session.people.extend(index.map(|index| (index, None)));
    }
    for key in ["primaryauthors", "coauthors"] {
        for author in contribution.list(key) {
            let name = name(&mut Members::of(author));
            let named = |it: &(usize, _)| {
                name.as_deref() == draft.people.list().get(it.0).map(|it| it.name.as_str())
            };
            if name.is_some() && !session.people.iter().any(named) {
                let why = "Only who speaks was taken over: add whom the page should name.";
                draft.left_out.add("Authors who do not speak", why, name.as_deref());
            }
        }
    }
    if let Some(title) = contribution.line("session")
        && within.is_none()
    {
        let why = "Export the event with `?detail=sessions` to take them over.";
        draft.left_out.add("Which session contributions belong to", why, Some(&title));
    }
    finish(contribution, draft);
    draft.sessions.push(session);
}

/// What sessions and contributions have in common.
fn entry(of: &mut Members, draft: &mut Draft) -> Session {
    let starts = time(of, "startDate");
    let minutes = of.raw("duration").and_then(|it| it.parse::<f64>().ok());
    let ends = time(of, "endDate").or_else(|| {
        // Whole minutes, as Indico has them.
        #[allow(clippy::cast_possible_truncation)]
        starts.as_ref()?.plus_minutes(minutes.filter(|it| (1.0..=10_000.0).contains(it))? as i64)
    });
    let (room, house) = room(of);
    // Where it is the place of the event there is no need to tell it again.
    let place = [room, house].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let place = (!place.is_empty() && draft.place.as_ref() != Some(&place)).then_some(place);
    Session {
        title: of.line("title"),
        kind: of.line("type").filter(|it| it != "None"),
        track: of.line("track"),
        ends: ends.filter(|it| Some(it) != starts.as_ref()),
        starts,
        place,
        text: of.raw("description").map(|it| text::paragraphs(&it)).unwrap_or_default(),
        links: materials(of, &mut draft.left_out),
        ..Session::default()
    }
}

fn finish(mut of: Members, draft: &mut Draft) {
    if of.take("url").is_some() {
        let why = "What readers need of them can be written as `[[sessions.links]]`.";
        draft.left_out.add("Indico's own pages of sessions and contributions", why, None);
    }
    of.forget(&OF_INDICO);
    of.forget(&["address", "keywords", "references"]);
    of.tell_the_rest(&mut draft.left_out);
}

/// The name of somebody: `fullName` has the last name first, before a comma.
fn name(person: &mut Members) -> Option<String> {
    let first = person.line("first_name").or_else(|| person.line("firstName"));
    let last = person.line("last_name").or_else(|| person.line("familyName"));
    if let (Some(first), Some(last)) = (first, last) {
        return Some(format!("{first} {last}"));
    }
    let full = person.line("fullName").or_else(|| person.line("name"))?;
    Some(match full.split_once(", ") {
        Some((last, first)) if !first.contains(',') => format!("{first} {last}"),
        _ => full,
    })
}

fn person(
    person: Value,
    role: Option<&'static str>,
    people: &mut People,
    left_out: &mut LeftOut,
) -> Option<usize> {
    let mut person = Members::of(person);
    let name = name(&mut person)?;
    if person.take("email").is_some() {
        left_out.add("Addresses of people", "They stand on no public page unasked.", None);
    }
    // Indico counts people anew in each list, so that only the name tells who is who.
    let met = Person {
        name,
        roles: role.into_iter().collect(),
        affiliation: person.line("affiliation"),
        ..Person::default()
    };
    Some(people.meet(None, met))
}

/// Files and links that hang on something, in folders.
fn materials(of: &mut Members, left_out: &mut LeftOut) -> Vec<Link> {
    let mut links = Vec::new();
    let folders = of.list("folders");
    // The older form of the same says nothing more.
    let older = of.list("material");
    for folder in if folders.is_empty() { older } else { folders } {
        let mut folder = Members::of(folder);
        for key in ["attachments", "resources"] {
            for item in folder.list(key) {
                let mut item = Members::of(item);
                let title = item.line("title").or_else(|| item.line("name"));
                let url = item
                    .address("link_url")
                    .or_else(|| item.address("download_url"))
                    .or_else(|| item.address("url"));
                match (title, url) {
                    (Some(title), Some(url)) => {
                        links.push(Link { title, kind: Some("document"), url })
                    }
                    (title, _) => left_out.add("Files", "They have no address.", title.as_deref()),
                }
            }
        }
    }
    links
}
