//! What search engines and link previews read: in the page's head a description and Open Graph
//! properties, and at its end the event in the words of schema.org as JSON-LD.
//!
//! The JSON-LD is a data block: no browser runs it, so the page's policy has nothing to allow for it.

use serde_json::{Map, Value, json};

use super::plain_text::{Addresses, plain_text};
use super::{is_elsewhere, preview};
use crate::event::places::theme_anchor;
use crate::event::site::SiteSettings;
use crate::event::{
    CivilTime, Event, Language, Link, Material, Organizer, Person, RelatedEvent, Relation, Session,
    Source, Status, Text,
};
use crate::page::site::InLanguage;

/// HTML for the page's head.
pub fn head(event: &Event) -> String {
    let mut html = String::new();
    if let Some(paragraph) = event.summary.first() {
        // Search engines show it in one piece.
        let text = words(&paragraph.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let text = in_attribute(&text);
        html.push_str(&format!("<meta name=\"description\" content=\"{text}\">\n"));
        html.push_str(&property("description", &text));
    }
    html.push_str(&property("title", &in_attribute(&event.title)));
    // Open Graph has no type for events; this is the one for pages that are nothing special.
    html.push_str(&property("type", "website"));
    // Without the address of the page there is none that would be right wherever it is put.
    if let Some(address) = &event.address {
        let address = in_attribute(address.as_str());
        html.push_str(&property("url", &address));
        html.push_str(&format!("<link rel=\"canonical\" href=\"{address}\">\n"));
    }
    // Programs that show previews ask for the picture by a whole address.
    if let Some(address) = &event.address {
        let (width, height) = preview::SIZE;
        html.push_str(&property("image", &in_attribute(preview::address(address).as_str())));
        html.push_str(&property("image:width", &width.to_string()));
        html.push_str(&property("image:height", &height.to_string()));
        html.push_str(&property("image:alt", &in_attribute(&preview::description(event))));
        // The one thing that has no counterpart in Open Graph: that the picture is to be shown wide.
        html.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
    }
    html
}

/// HTML for the head of a page of an event that stands in several languages: the pages of all of them, for
/// search engines. Whoever reads none of them gets the first.
/// <https://html.spec.whatwg.org/multipage/links.html#rel-alternate>
pub(super) fn language_links(in_languages: &[InLanguage]) -> String {
    let link = |tag: &str, page: &InLanguage| {
        let address = page.address.as_ref().map_or(&*page.way, Link::as_str);
        let address = in_attribute(address);
        format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\">\n")
    };
    let tag = |page: &InLanguage| page.language.as_ref().map_or("en", Language::as_str).to_owned();
    let all = in_languages.iter().map(|page| link(&tag(page), page));
    all.chain(in_languages.first().map(|first| link("x-default", first))).collect()
}

/// HTML for the head of a page that lists events. `address` is its own, `feed` that of the feed as the page
/// names it, where they are known.
pub(super) fn head_of_list(
    list_title: &str,
    description: &str,
    address: Option<&Link>,
    feed: Option<&str>,
) -> String {
    let (title, description) = (in_attribute(list_title), in_attribute(description));
    let mut html = format!("<meta name=\"description\" content=\"{description}\">\n");
    html.push_str(&property("description", &description));
    html.push_str(&property("title", &title));
    html.push_str(&property("type", "website"));
    if let Some(address) = address {
        let address = in_attribute(address.as_str());
        html.push_str(&property("url", &address));
        html.push_str(&format!("<link rel=\"canonical\" href=\"{address}\">\n"));
    }
    html.extend(feed.map(|feed| feed_link(list_title, feed)));
    html
}

/// By what feed readers find the feed of a site of this title, for the head of each of its pages.
pub(super) fn feed_link(title: &str, feed: &str) -> String {
    let title = in_attribute(title);
    format!(
        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\" title=\"{title}\">\n"
    )
}

/// The event as a data block for search engines. It stands at the end of the page, where nobody waits
/// for it.
pub fn data_block(event: &Event) -> String {
    block(&json_ld(event))
}

/// What a list says of each event (<https://schema.org/Event>): enough to know it by. All else is told
/// by its own page.
const LISTED: [&str; 10] = [
    "@type",
    "name",
    "startDate",
    "endDate",
    "eventStatus",
    "previousStartDate",
    "eventAttendanceMode",
    "location",
    "url",
    "image",
];

/// Events as a data block for search engines: <https://schema.org/ItemList>, in the page's order.
pub(super) fn list_block(title: &str, address: Option<&Link>, events: &[Event]) -> String {
    let items = (1..).zip(events).map(|(position, event)| {
        let mut item = json_ld(event);
        if let Some(all) = item.as_object_mut() {
            all.retain(|name, _| LISTED.contains(&name.as_str()));
        }
        json!({ "@type": "ListItem", "position": position, "item": item })
    });
    let mut data = json!({ "@context": "https://schema.org", "@type": "ItemList", "name": title });
    data["numberOfItems"] = events.len().into();
    data["itemListElement"] = items.collect();
    set_link(&mut data, address);
    block(&data)
}

/// The site as a data block for search engines: <https://schema.org/WebSite>, where its host says something
/// of it that a list has no words for.
pub(super) fn site_block(
    title: &str,
    settings: &SiteSettings,
    address: Option<&Link>,
    logo: Option<&Link>,
) -> String {
    let language = settings.language_of_name();
    if language.is_none() && logo.is_none() {
        return String::new();
    }
    let publisher = settings.organisation.as_deref().unwrap_or(title);
    let mut publisher = json!({ "@type": "Organization", "name": publisher });
    if let Some(logo) = logo {
        publisher["logo"] = logo.as_str().into();
    }
    let mut data = json!({ "@context": "https://schema.org", "@type": "WebSite", "name": title });
    if let Some(language) = language {
        data["inLanguage"] = language.as_str().into();
    }
    data["publisher"] = publisher;
    set_link(&mut data, address);
    block(&data)
}

fn block(data: &Value) -> String {
    // A `<` could end the element early; JSON may write it as an escape everywhere it can stand.
    let json = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"og:{name}\" content=\"{content}\">\n")
}

pub(super) fn in_attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

fn words(text: &Text) -> String {
    plain_text(text, Addresses::LeftOut)
}

/// The event as <https://schema.org/Event>.
fn json_ld(event: &Event) -> Value {
    let mut data = Map::new();
    let mut set = |name: &str, value: Value| data.insert(name.to_owned(), value);
    set("@context", "https://schema.org".into());
    set("@type", "Event".into());
    set("name", event.title.as_str().into());
    if let Some(paragraph) = event.summary.first() {
        set("description", words(&paragraph.text).into());
    }
    set("startDate", event.timestamp(&event.starts).into());
    if let Some(ends) = ends(event, &event.starts, event.ends.as_ref()) {
        set("endDate", ends.into());
    }
    set("eventStatus", status(event).into());
    if let Some(announced_for) = event.announced_for.as_ref() {
        set("previousStartDate", event.timestamp(announced_for).into());
    }
    let locations = locations(event, event.place.as_deref(), is_online(event));
    set_some(&mut set, "eventAttendanceMode", attendance_mode(&locations));
    set_some(&mut set, "location", one_or_many(locations));
    if let Some(topic) = &event.topic {
        set("about", json!({ "@type": "Thing", "name": topic }));
    }
    if let Some(language) = &event.language {
        set("inLanguage", language.as_str().into());
    }
    if !event.organizers.is_empty() {
        set("organizer", event.organizers.iter().map(|it| organizer(event, it)).collect());
    }
    if !event.sponsors.is_empty() {
        set("sponsor", event.sponsors.iter().map(|it| organizer(event, it)).collect());
    }
    // Who only answers questions about the event did not take part in it.
    let took_part = event.people.iter().filter(|person| person.took_part());
    let performers: Vec<Value> = took_part.map(|it| person(event, it)).collect();
    if !performers.is_empty() {
        set("performer", performers.into());
    }
    let related = |kind: Relation| event.related.iter().filter(move |it| it.kind == kind);
    let larger: Vec<Value> = related(Relation::Series)
        .map(|it| related_event(event, "EventSeries", it))
        .chain(related(Relation::Parent).map(|it| related_event(event, "Event", it)))
        .collect();
    set_some(&mut set, "superEvent", one_or_many(larger));
    let sessions: Vec<Value> =
        event.sessions.iter().filter(|it| !it.is_break()).map(|it| session(event, it)).collect();
    if !sessions.is_empty() {
        set("subEvent", sessions.into());
    }
    if let Some(registration) = &event.registration {
        set(
            "potentialAction",
            json!({ "@type": "RegisterAction", "target": registration.as_str() }),
        );
    }
    let recordings: Vec<Value> =
        event.links.iter().filter(|it| is_recording(it)).map(material).collect();
    set_some(&mut set, "recordedIn", one_or_many(recordings));
    let cited = event.sources.iter().filter(|source| event.cites.contains(&source.id));
    let documents = event.links.iter().filter(|it| !is_recording(it)).map(material);
    let subject_of: Vec<Value> = cited.map(source).chain(documents).collect();
    if !subject_of.is_empty() {
        set("subjectOf", subject_of.into());
    }
    if let Some(address) = &event.address {
        set("url", address.as_str().into());
        set("image", preview::address(address).as_str().into());
    }
    Value::Object(data)
}

fn set_some<T>(set: &mut impl FnMut(&str, Value) -> T, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        set(name, value);
    }
}

/// A single value stands alone.
fn one_or_many(mut values: Vec<Value>) -> Option<Value> {
    if values.len() > 1 { Some(values.into()) } else { values.pop() }
}

/// Nothing where a time of day is told for the start alone: then nobody knows when it ends.
fn ends(event: &Event, starts: &CivilTime, ends: Option<&CivilTime>) -> Option<String> {
    match ends {
        Some(ends) => Some(event.timestamp(ends)),
        None => starts.clock.is_none().then(|| event.timestamp(starts)),
    }
}

/// What became of it. schema.org has a word for another time, and one for online instead of a
/// place; for another place it has none.
fn status(event: &Event) -> &'static str {
    let is_online_only = event.place.is_none() && is_online(event);
    match event.status {
        Some(Status::Cancelled) => "https://schema.org/EventCancelled",
        Some(Status::Postponed) => "https://schema.org/EventPostponed",
        Some(Status::Moved) if event.announced_for.is_some() => {
            "https://schema.org/EventRescheduled"
        }
        Some(Status::Moved) if is_online_only => "https://schema.org/EventMovedOnline",
        Some(Status::Moved) | None => "https://schema.org/EventScheduled",
    }
}

/// What became of a session, which goes with the event where nothing else is said.
fn session_status(event: &Event, session: &Session) -> &'static str {
    match session.status {
        Some(Status::Cancelled) => "https://schema.org/EventCancelled",
        Some(Status::Postponed) => "https://schema.org/EventPostponed",
        Some(Status::Moved) if session.announced_for.is_some() => {
            "https://schema.org/EventRescheduled"
        }
        Some(Status::Moved) => "https://schema.org/EventScheduled",
        None => status(event),
    }
}

/// Whether people can take part online.
fn is_online(event: &Event) -> bool {
    event.online.is_some() || event.join.is_some()
}

/// Where people meet, and where they do online.
fn locations(event: &Event, name: Option<&str>, is_online: bool) -> Vec<Value> {
    let place = name.map(|name| place(event, name));
    place.into_iter().chain(is_online.then(|| virtual_location(event))).collect()
}

/// How people attend, by where; nothing where nobody says where.
fn attendance_mode(locations: &[Value]) -> Option<Value> {
    let has = |kind: &str| locations.iter().any(|it| it["@type"] == kind);
    let mode = match (has("Place"), has("VirtualLocation")) {
        (true, false) => "OfflineEventAttendanceMode",
        (false, true) => "OnlineEventAttendanceMode",
        (true, true) => "MixedEventAttendanceMode",
        (false, false) => return None,
    };
    Some(format!("https://schema.org/{mode}").into())
}

/// A place, and its postal address where the file has one. A room is within the event's place, and
/// so has its address.
fn place(event: &Event, name: &str) -> Value {
    let more = event.place_named(name);
    let own = more.and_then(|place| place.postal_address.as_deref());
    let larger = event.place.as_deref().filter(|place| own.is_none() && *place != name);
    let mut data = json!({ "@type": "Place", "name": name });
    if let Some(larger) = larger {
        let larger = place(event, larger);
        data["address"] = larger["address"].clone();
        data["containedInPlace"] = larger;
    } else {
        data["address"] = own.unwrap_or(name).into();
    }
    set_link(&mut data, more.and_then(|place| place.url.as_ref()));
    data
}

fn virtual_location(event: &Event) -> Value {
    let mut data = json!({ "@type": "VirtualLocation" });
    if let Some(online) = &event.online {
        data["name"] = online.as_str().into();
    }
    // Without an address of its own, the page tells how to take part.
    set_link(&mut data, event.join.as_ref().or(event.address.as_ref()));
    data
}

fn session(event: &Event, session: &Session) -> Value {
    let mut data = json!({ "@type": "Event", "name": session.title });
    // Of an event of one day, each session is on that day.
    let day = CivilTime::from(event.starts.date.clone());
    let day = event.last_day().is_none().then_some(&day);
    if let Some(starts) = session.starts.as_ref().or(day) {
        data["startDate"] = event.timestamp(starts).into();
        if let Some(ends) = ends(event, starts, session.ends.as_ref()) {
            data["endDate"] = ends.into();
        }
    }
    data["eventStatus"] = session_status(event, session).into();
    if let Some(announced_for) = &session.announced_for {
        data["previousStartDate"] = event.timestamp(announced_for).into();
    }
    let name = session.place.as_deref().or(event.place.as_deref());
    let locations = locations(event, name, is_online(event) && !is_elsewhere(event, session));
    if let Some(mode) = attendance_mode(&locations) {
        data["eventAttendanceMode"] = mode;
    }
    if let Some(location) = one_or_many(locations) {
        data["location"] = location;
    }
    if let Some(text) = &session.text {
        data["description"] = words(text).into();
    }
    if let Some(language) = session.language.as_ref().or(event.language.as_ref()) {
        data["inLanguage"] = language.as_str().into();
    }
    let performers: Vec<Value> =
        event.people_of(session).map(|(it, _)| person(event, it)).collect();
    if !performers.is_empty() {
        data["performer"] = performers.into();
    }
    let recordings = session.links.iter().filter(|it| is_recording(it)).map(material).collect();
    if let Some(recordings) = one_or_many(recordings) {
        data["recordedIn"] = recordings;
    }
    let documents = session.links.iter().filter(|it| !is_recording(it)).map(material).collect();
    if let Some(documents) = one_or_many(documents) {
        data["subjectOf"] = documents;
    }
    if let (Some(address), Some(theme)) = (&event.address, session.theme()) {
        data["url"] = format!("{}#{}", address.as_str(), theme_anchor(theme)).into();
    }
    data
}

fn related_event(event: &Event, kind: &str, related: &RelatedEvent) -> Value {
    let mut data = json!({ "@type": kind, "name": related.title });
    if let Some(starts) = &related.starts {
        data["startDate"] = event.timestamp(starts).into();
    }
    set_link(&mut data, related.url.as_ref());
    data
}

fn is_recording(material: &Material) -> bool {
    material.kind.as_ref().is_some_and(|kind| kind.eq_ignore_ascii_case("recording"))
}

fn material(material: &Material) -> Value {
    let mut data = json!({ "@type": "CreativeWork", "name": material.title });
    set_link(&mut data, Some(&material.url));
    data
}

fn organizer(event: &Event, organizer: &Organizer) -> Value {
    let mut data = json!({ "@type": "Organization", "name": organizer.name });
    set_link(&mut data, organizer.url.as_ref());
    set_picture(&mut data, "logo", event, organizer.logo.as_deref());
    data
}

fn person(event: &Event, person: &Person) -> Value {
    let kind = if person.body { "Organization" } else { "Person" };
    let mut data = json!({ "@type": kind, "name": person.name });
    if let Some(honorific) = person.honorific.as_ref().filter(|_| !person.body) {
        data["honorificPrefix"] = honorific.as_str().into();
    }
    if let Some(affiliation) = person.affiliation.as_ref().filter(|_| !person.body) {
        data["affiliation"] = json!({ "@type": "Organization", "name": affiliation });
    }
    if let Some(position) = person.position.as_ref().filter(|_| !person.body) {
        data["jobTitle"] = position.as_str().into();
    }
    set_link(&mut data, person.url.as_ref());
    set_picture(&mut data, "image", event, person.portrait.as_deref());
    data
}

fn source(source: &Source) -> Value {
    let publisher = json!({ "@type": "Organization", "name": source.publisher });
    let mut data = json!({ "@type": "CreativeWork", "name": source.title, "publisher": publisher });
    if let Some(published) = &source.published {
        data["datePublished"] = published.iso().into();
    }
    set_link(&mut data, Some(&source.url));
    data
}

/// Like the preview, a picture has an address only where the page's is known.
fn set_picture(data: &mut Value, name: &str, event: &Event, picture: Option<&str>) {
    if let (Some(page), Some(picture)) = (&event.address, picture) {
        data[name] = page.beside(picture).as_str().into();
    }
}

/// A page has a `url`. An e-mail address is none, and only bodies and people have one.
fn set_link(data: &mut Value, link: Option<&Link>) {
    let Some(link) = link.map(Link::as_str) else { return };
    match link.split_once(':') {
        Some((scheme, address)) if scheme.eq_ignore_ascii_case("mailto") => {
            if data["@type"] == "Organization" || data["@type"] == "Person" {
                data["email"] = address.into();
            }
        }
        _ => data["url"] = link.into(),
    }
}
