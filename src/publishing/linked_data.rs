//! What search engines and link previews read in the page's head: a description, Open Graph
//! properties, and the event in the words of schema.org as JSON-LD.
//!
//! The JSON-LD is a data block: no browser runs it, so the page's policy has nothing to allow for it.

use serde_json::{Map, Value, json};

use super::preview;
use crate::event::{Event, Link, Organizer, Person, Role, Source};

/// HTML for the page's head.
pub fn head(event: &Event) -> String {
    let mut html = String::new();
    if let Some(paragraph) = event.summary.first() {
        let text = in_attribute(&paragraph.text);
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
        html.push_str(&property("image", &in_attribute(&preview::address(address))));
        html.push_str(&property("image:width", &width.to_string()));
        html.push_str(&property("image:height", &height.to_string()));
        html.push_str(&property("image:alt", &in_attribute(&preview::description(event))));
        // The one thing that has no counterpart in Open Graph: that the picture is to be shown wide.
        html.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
    }
    // A `<` could end the element early; JSON may write it as an escape everywhere it can stand.
    let json = json_ld(event).to_string().replace('<', "\\u003c");
    html.push_str(&format!("<script type=\"application/ld+json\">{json}</script>\n"));
    html
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"og:{name}\" content=\"{content}\">\n")
}

fn in_attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// The event as <https://schema.org/Event>.
fn json_ld(event: &Event) -> Value {
    let mut data = Map::new();
    let mut set = |name: &str, value: Value| data.insert(name.to_owned(), value);
    set("@context", "https://schema.org".into());
    set("@type", "Event".into());
    set("name", event.title.as_str().into());
    if let Some(paragraph) = event.summary.first() {
        set("description", paragraph.text.as_str().into());
    }
    set("startDate", event.starts.iso().into());
    set("endDate", event.ends.as_ref().unwrap_or(&event.starts).iso().into());
    // What a content file describes was held, or will be, on the days that it gives: it has no way
    // to say that an event is put off.
    set("eventStatus", "https://schema.org/EventScheduled".into());
    // A place in words is where people meet, unless the words speak of another kind of meeting;
    // then they alone do not tell which.
    let place = event.place.to_lowercase();
    if !["online", "virtual", "hybrid", "remote"].iter().any(|word| place.contains(word)) {
        set("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode".into());
    }
    set("location", json!({ "@type": "Place", "name": event.place, "address": event.place }));
    set("about", json!({ "@type": "Thing", "name": event.topic }));
    if !event.organizers.is_empty() {
        set("organizer", event.organizers.iter().map(organizer).collect());
    }
    // Who only answers questions about the event did not take part in it.
    let on_the_panel = event.people.iter().filter(|person| person.role != Role::Contact);
    let performers: Vec<Value> = on_the_panel.map(person).collect();
    if !performers.is_empty() {
        set("performer", performers.into());
    }
    let cited = event.sources.iter().filter(|source| event.cites.contains(&source.id));
    set("subjectOf", cited.map(source).collect());
    if let Some(address) = &event.address {
        set("url", address.as_str().into());
        set("image", preview::address(address).into());
    }
    Value::Object(data)
}

fn organizer(organizer: &Organizer) -> Value {
    let mut data = json!({ "@type": "Organization", "name": organizer.name });
    set_link(&mut data, organizer.url.as_ref());
    data
}

fn person(person: &Person) -> Value {
    let affiliation = json!({ "@type": "Organization", "name": person.affiliation });
    let mut data = json!({ "@type": "Person", "name": person.name, "affiliation": affiliation });
    if let Some(position) = &person.position {
        data["jobTitle"] = position.as_str().into();
    }
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

/// A page has a `url`. An e-mail address is none, and only bodies and people have one.
fn set_link(data: &mut Value, link: Option<&Link>) {
    let Some(link) = link.map(Link::as_str) else { return };
    match link.split_once(':') {
        Some((scheme, address)) if scheme.eq_ignore_ascii_case("mailto") => {
            if data["@type"] == "Organization" {
                data["email"] = address.into();
            }
        }
        _ => data["url"] = link.into(),
    }
}
