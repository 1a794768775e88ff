//! An event in the words of schema.org, and the events that are parts of it, which are its sessions.

use super::nodes::{Nodes, address, line, raw, short};
use super::things::{bodies, is_a, location, person, tell_the_rest};
use crate::new::draft::{Draft, Related, Session};
use crate::new::members::Members;
use crate::new::moment::Moment;
use crate::new::text;

/// `Event` and what schema.org has below it.
const EVENTS: [&str; 26] = [
    "Event",
    "BusinessEvent",
    "ChildrensEvent",
    "ComedyEvent",
    "ConferenceEvent",
    "CourseInstance",
    "DanceEvent",
    "DeliveryEvent",
    "EducationEvent",
    "EventSeries",
    "ExhibitionEvent",
    "Festival",
    "FoodEvent",
    "Hackathon",
    "LiteraryEvent",
    "MusicEvent",
    "PerformingArtsEvent",
    "PublicationEvent",
    "BroadcastEvent",
    "OnDemandEvent",
    "SaleEvent",
    "ScreeningEvent",
    "SocialEvent",
    "SportsEvent",
    "TheaterEvent",
    "VisualArtsEvent",
];

/// How deep sessions may lie in each other.
const DEEPEST: usize = 4;

/// Whether a thing is an event.
pub(super) fn is_event(thing: &Members) -> bool {
    is_a(thing, &EVENTS)
}

/// Reads the event that the file is to be about.
pub(super) fn read(mut event: Members, nodes: &Nodes, draft: &mut Draft) {
    draft.title = line(&mut event, "name");
    let time = times(&mut event, draft);
    let place = location(&mut event, nodes, &mut draft.left_out);
    (draft.starts, draft.ends, draft.announced_for) = (time.starts, time.ends, time.announced_for);
    (draft.place, draft.online, draft.join) = (place.place, place.online, place.join);
    draft.places.extend(place.more);
    draft.status = status(&mut event);
    attendance_mode(&mut event, draft);
    draft.language = language(&mut event, nodes);
    draft.source_url = address(&mut event, "url");
    draft.summary =
        raw(&mut event, "description").map(|it| text::paragraphs(&it)).unwrap_or_default();
    let about: Vec<String> =
        nodes.things(&mut event, "about").iter_mut().filter_map(|it| line(it, "name")).collect();
    draft.topic = (!about.is_empty()).then(|| about.join(", "));
    draft.organizers = bodies(&mut event, "organizer", nodes, draft);
    draft.sponsors = bodies(&mut event, "sponsor", nodes, draft);
    for funder in bodies(&mut event, "funder", nodes, draft) {
        if !draft.sponsors.iter().any(|it| it.name == funder.name) {
            draft.sponsors.push(funder);
        }
    }
    performers(&mut event, nodes, draft);
    for mut offer in nodes.things(&mut event, "offers") {
        draft.registration = draft.registration.take().or_else(|| address(&mut offer, "url"));
        if line(&mut offer, "price").is_some_and(|it| !it.trim_matches(['0', '.', ',']).is_empty())
        {
            let why = "What it costs can be said in `attendance`.";
            draft.left_out.add("Prices", why, None);
        }
    }
    for mut outer in nodes.things(&mut event, "superEvent") {
        let kind = if is_a(&outer, &["EventSeries"]) { "series" } else { "parent" };
        if let Some(title) = line(&mut outer, "name") {
            draft.related.push(Related { kind, title, url: address(&mut outer, "url") });
        }
    }
    schedule(&mut event, nodes, draft);
    sessions(&mut event, None, 1, nodes, draft);
    leave_out(event, draft);
}

/// The times of an event.
#[derive(Default)]
struct Span {
    starts: Option<Moment>,
    ends: Option<Moment>,
    announced_for: Option<Moment>,
}

fn times(event: &mut Members, draft: &mut Draft) -> Span {
    let mut time = |key: &str| {
        let written = raw(event, key)?;
        let moment = Moment::parse(&written);
        if moment.is_none() {
            let why =
                "Only days and times as in 2025-05-10T16:00+02:00 are read: write it by hand.";
            draft.left_out.add("A time", why, text::line(&written).as_deref());
        }
        moment
    };
    let starts = time("startDate");
    let ends = time("endDate").filter(|it| Some(it) != starts.as_ref());
    Span { announced_for: time("previousStartDate"), starts, ends }
}

fn status(event: &mut Members) -> Option<&'static str> {
    let status = raw(event, "eventStatus")?;
    match short(&status) {
        "EventCancelled" => Some("cancelled"),
        "EventPostponed" => Some("postponed"),
        "EventRescheduled" | "EventMovedOnline" => Some("moved"),
        _ => None,
    }
}

/// That one may take part online is said in words, which the source need not have.
fn attendance_mode(event: &mut Members, draft: &mut Draft) {
    let Some(mode) = raw(event, "eventAttendanceMode") else { return };
    let is_online =
        matches!(short(&mode), "OnlineEventAttendanceMode" | "MixedEventAttendanceMode");
    if is_online && draft.online.is_none() && draft.join.is_none() {
        let remark = "The source says that people can take part online, and not how. An example:\n\
                      online = \"Video meeting; the link comes with the registration\"";
        draft.remarks.insert("online", remark.to_owned());
    }
}

fn language(event: &mut Members, nodes: &Nodes) -> Option<String> {
    nodes.things(event, "inLanguage").into_iter().find_map(|mut language| {
        let tag = line(&mut language, "alternateName").and_then(|it| text::language(&it));
        tag.or_else(|| line(&mut language, "name").and_then(|it| text::language(&it)))
    })
}

/// Those who speak or play, as people of the event.
fn performers(event: &mut Members, nodes: &Nodes, draft: &mut Draft) -> Vec<usize> {
    let mut met = Vec::new();
    for key in ["performer", "performers", "actor", "contributor"] {
        for thing in nodes.things(event, key) {
            if let Some(person) = person(thing, nodes, &mut draft.left_out) {
                met.push(draft.people.meet(None, person));
            }
        }
    }
    met
}

/// What repeats is not expanded; the zone that a schedule names is that of all times.
fn schedule(event: &mut Members, nodes: &Nodes, draft: &mut Draft) {
    for mut schedule in nodes.things(event, "eventSchedule") {
        let zone = line(&mut schedule, "scheduleTimezone");
        draft.time_zone = draft.time_zone.take().or(zone);
        let why = "Nothing that repeats is expanded: write one `[[sessions]]` for each date.";
        draft.left_out.add("A schedule", why, line(&mut schedule, "repeatFrequency").as_deref());
    }
}

fn sessions(
    event: &mut Members,
    within: Option<usize>,
    depth: usize,
    nodes: &Nodes,
    draft: &mut Draft,
) {
    for key in ["subEvent", "subEvents"] {
        for mut part in nodes.things(event, key) {
            let title = line(&mut part, "name");
            let time = times(&mut part, draft);
            let place = location(&mut part, nodes, &mut draft.left_out);
            // Where it is that of the event there is no need to tell it again.
            let its_own = place.place.filter(|it| draft.place.as_ref() != Some(it));
            if its_own.is_some() {
                draft.places.extend(place.more);
            }
            let language = language(&mut part, nodes);
            let people = performers(&mut part, nodes, draft);
            let session = Session {
                title,
                starts: time.starts,
                ends: time.ends,
                announced_for: time.announced_for,
                place: its_own,
                within,
                people: people.into_iter().map(|index| (index, None)).collect(),
                text: raw(&mut part, "description")
                    .map(|it| text::paragraphs(&it))
                    .unwrap_or_default(),
                language: language.filter(|it| draft.language.as_ref() != Some(it)),
                status: status(&mut part),
                ..Session::default()
            };
            let shown = session.shown();
            draft.sessions.push(session);
            let index = draft.sessions.len() - 1;
            if depth < DEEPEST {
                sessions(&mut part, Some(index), depth + 1, nodes, draft);
            }
            if address(&mut part, "url").is_some() {
                let why = "What readers need of them can be written as `[[sessions.links]]`.";
                draft.left_out.add("Pages of sessions", why, Some(&shown));
            }
            leave_out(part, draft);
        }
    }
}

/// What an event file has no place for, or takes otherwise.
fn leave_out(mut event: Members, draft: &mut Draft) {
    if event.take("image").is_some() {
        let why = "An event file has pictures of people and of organizers alone.";
        draft.left_out.add("Pictures of the event", why, None);
    }
    if event.take("attendee").or_else(|| event.take("attendees")).is_some() {
        draft.left_out.add("Attendees", "Who comes stands on no public page unasked.", None);
    }
    event.forget(&[
        "attendees",
        "mainEntityOfPage",
        "sameAs",
        "superEvent",
        "eventAttendanceMode",
        "inLanguage",
        "organizer",
        "isPartOf",
        "offers",
    ]);
    tell_the_rest(event, &mut draft.left_out);
}
