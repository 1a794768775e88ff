//! The tables of an event file, in the order in which the page has them.

use std::collections::BTreeSet;

use marginalia::event::file::{made_id, marked_place};

use super::lines::{Lines, quoted};
use super::{SOURCE, Span};
use crate::new::draft::{Body, Draft, Link, Session};
use crate::new::people::{Person, unused};

/// The kind of session on which nobody takes notes, so that it needs no id.
const BREAK: &str = "break";

/// Where an id that is made of a title ends, in letters: long enough to tell what it names.
const ID_OF_TITLE: usize = 40;

/// Writes all of them; `times` are those of the sessions.
pub(super) fn write(lines: &mut Lines, draft: &Draft, times: &[Span]) {
    bodies(lines, "organizers", "Who convenes it.", &draft.organizers);
    bodies(lines, "sponsors", "Who pays for it, or helps otherwise.", &draft.sponsors);
    if !draft.summary.is_empty() {
        lines.heading("What it is about.");
        if let Some(remark) = draft.remarks.get("summary") {
            lines.remark(remark);
        }
        lines.table("summary");
        lines.paragraphs("text", &draft.summary);
    }
    if !draft.related.is_empty() {
        lines.heading("Other events that have to do with this one.");
    }
    for related in &draft.related {
        lines.table("related");
        lines.pair("kind", related.kind);
        lines.pair("title", &related.title);
        lines.text_if("url", related.url.as_deref());
    }
    if !draft.places.is_empty() {
        lines.heading("More about the place, which `place` names in the same words.");
    }
    for place in &draft.places {
        lines.table("places");
        lines.pair("name", &place.name);
        lines.text_if("postal_address", place.postal_address.as_deref());
        lines.text_if("url", place.url.as_deref());
    }
    if !draft.links.is_empty() {
        lines.heading("What there is of the event elsewhere.");
    }
    links(lines, "links", &draft.links);
    let ids = draft.people.ids();
    people(lines, draft, &ids);
    lines.heading(
        "The programme, and what readers take notes on. Notes hang on the ids, so they must not change \
         once the page is published.",
    );
    sessions(lines, draft, times, &ids);
    source(lines, draft);
}

fn bodies(lines: &mut Lines, key: &str, heading: &str, bodies: &[Body]) {
    if !bodies.is_empty() {
        lines.heading(heading);
    }
    for body in bodies {
        lines.table(key);
        if let Some(remark) = body.remark {
            lines.remark(remark);
        }
        lines.pair("name", &body.name);
        lines.text_if("role", body.role.as_deref());
        lines.text_if("url", body.url.as_deref());
    }
}

fn links(lines: &mut Lines, key: &str, links: &[Link]) {
    for link in links {
        lines.table(key);
        lines.pair("title", &link.title);
        lines.text_if("kind", link.kind);
        lines.pair("url", &link.url);
    }
}

fn people(lines: &mut Lines, draft: &Draft, ids: &[String]) {
    let named: BTreeSet<usize> =
        draft.sessions.iter().flat_map(|it| it.people.iter().map(|(person, _)| *person)).collect();
    let people = draft.people.list();
    if !people.is_empty() {
        lines.heading("Who takes part.");
    }
    for (index, (person, id)) in people.iter().zip(ids).enumerate() {
        lines.table("people");
        // An id that the check makes of the name by itself need not be written.
        if named.contains(&index) || *id != made_id(&person.name, index) {
            lines.pair("id", id);
        }
        write_person(lines, person);
    }
}

fn write_person(lines: &mut Lines, person: &Person) {
    lines.pair("name", &person.name);
    lines.text_if("honorific", person.honorific.as_deref());
    if person.body {
        lines.line("body = true");
    }
    match person.roles.as_slice() {
        [] => {}
        [only] => lines.pair("role", only),
        roles => {
            let roles: Vec<String> = roles.iter().map(|it| quoted(it)).collect();
            lines.line(&format!("role = [{}]", roles.join(", ")));
        }
    }
    lines.text_if("position", person.position.as_deref());
    lines.text_if("affiliation", person.affiliation.as_deref());
    lines.paragraphs("biography", &person.biography);
    lines.text_if("url", person.url.as_deref());
}

fn sessions(lines: &mut Lines, draft: &Draft, times: &[Span], people: &[String]) {
    if draft.sessions.is_empty() {
        lines.table("sessions");
        lines.pair("id", "first-session");
        lines
            .pair("title", &marked_place("The name of the session: a talk, a panel, or all of it"));
    }
    let mut taken = BTreeSet::new();
    let ids: Vec<Option<String>> =
        draft.sessions.iter().map(|session| id(session, &mut taken)).collect();
    for ((session, span), id) in draft.sessions.iter().zip(times).zip(&ids) {
        lines.table("sessions");
        lines.text_if("id", id.as_deref());
        lines.text_or("title", session.title.as_deref(), &marked_place("The name of the session"));
        lines.text_if("kind", session.kind.as_deref());
        let outer = session.within.and_then(|outer| ids.get(outer)?.as_deref());
        lines.text_if("within", outer);
        lines.text_if("starts", span.starts.as_deref());
        lines.text_if("ends", span.ends.as_deref());
        lines.text_if("place", session.place.as_deref());
        lines.text_if("track", session.track.as_deref());
        lines.text_if("language", session.language.as_deref());
        lines.text_if("status", session.status);
        lines.text_if("announced_for", span.announced_for.as_deref());
        if !session.people.is_empty() {
            let people = session.people.iter().filter_map(|(person, role)| {
                let id = quoted(people.get(*person)?);
                Some(match role {
                    Some(role) => format!("{{ person = {id}, role = {} }}", quoted(role)),
                    None => id,
                })
            });
            lines.line(&format!("people = [{}]", people.collect::<Vec<_>>().join(", ")));
        }
        lines.paragraphs("text", &session.text);
        links(lines, "sessions.links", &session.links);
    }
}

/// The id of a session, made of its title; none for one that takes no notes.
fn id(session: &Session, taken: &mut BTreeSet<String>) -> Option<String> {
    if session.kind.as_deref().is_some_and(|it| it.eq_ignore_ascii_case(BREAK)) {
        return None;
    }
    let whole = made_id(session.title.as_deref().unwrap_or("session"), taken.len());
    let mut id = whole.as_str();
    // At the end of a word, and not within one.
    while id.len() > ID_OF_TITLE
        && let Some((start, _)) = id.rsplit_once('-')
    {
        id = start;
    }
    Some(unused(id.to_owned(), taken))
}

fn source(lines: &mut Lines, draft: &Draft) {
    lines.heading("Where readers can look up what this file says.");
    lines.table("sources");
    lines.pair("id", SOURCE);
    let what = marked_place("The title of the page or document that announces the event");
    lines.text_or("title", draft.source_title.as_deref(), &what);
    lines.text_or("publisher", draft.publisher.as_deref(), &marked_place("Who published it"));
    let what = marked_place("The address at which it can be read, beginning with https://");
    lines.text_or("url", draft.source_url.as_deref(), &what);
}
