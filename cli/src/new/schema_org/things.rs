//! Who and where: people, bodies and places in the words of schema.org.

use super::nodes::{Nodes, address, line, raw};
use crate::new::draft::{Body, Draft, Place};
use crate::new::left_out::LeftOut;
use crate::new::members::Members;
use crate::new::people::Person;
use crate::new::text;

const PICTURES: &str =
    "Put them into the folder `public`, and name them with `portrait` or `logo`.";

/// What only programs need to know of a thing.
const OF_PROGRAMS: [&str; 4] = ["@type", "@id", "@context", "identifier"];

/// Whether a thing is of one of these types.
pub(super) fn is_a(thing: &Members, types: &[&str]) -> bool {
    let mut thing = thing.clone();
    thing
        .list("@type")
        .iter()
        .filter_map(|it| it.as_str())
        .any(|it| types.contains(&super::nodes::short(it)))
}

/// The bodies at a key of the event. People who convene an event are people who do that.
pub(super) fn bodies(of: &mut Members, key: &str, nodes: &Nodes, draft: &mut Draft) -> Vec<Body> {
    let mut bodies: Vec<Body> = Vec::new();
    for mut thing in nodes.things(of, key) {
        if is_a(&thing, &["Person"]) {
            let role = if key == "organizer" { "organizer" } else { "sponsor" };
            if let Some(person) = person(thing, nodes, &mut draft.left_out) {
                draft.people.meet(None, Person { roles: vec![role], ..person });
            }
            continue;
        }
        let Some(name) = line(&mut thing, "name") else { continue };
        let url = address(&mut thing, "url");
        if let Some(mail) = raw(&mut thing, "email").and_then(|it| text::mail_address(&it))
            && key == "organizer"
            && draft.contact.is_none()
        {
            let remark = "The organizer's address. Readers will see it: take the line out, or write \
                          another address, if it is not meant for them.";
            draft.remarks.insert("contact", remark.to_owned());
            draft.contact = Some(mail);
        }
        pictures(&mut thing, &name, &mut draft.left_out);
        tell_the_rest(thing, &mut draft.left_out);
        if !bodies.iter().any(|it| it.name == name) {
            bodies.push(Body { name, url, ..Body::default() });
        }
    }
    bodies
}

/// Somebody; nothing for a thing without a name.
pub(super) fn person(mut thing: Members, nodes: &Nodes, left_out: &mut LeftOut) -> Option<Person> {
    // A role may stand between an event and whoever has it.
    for key in ["performer", "actor", "contributor"] {
        if is_a(&thing, &["Role", "PerformanceRole", "OrganizationRole"])
            && let Some(inner) = nodes.things(&mut thing, key).into_iter().next()
        {
            return person(inner, nodes, left_out);
        }
    }
    let body = is_a(
        &thing,
        &[
            "Organization",
            "PerformingGroup",
            "NGO",
            "GovernmentOrganization",
            "CollegeOrUniversity",
            "Corporation",
            "MusicGroup",
            "TheaterGroup",
            "DanceGroup",
            "EducationalOrganization",
        ],
    );
    let given = line(&mut thing, "givenName");
    let family = line(&mut thing, "familyName");
    let name = line(&mut thing, "name").or_else(|| Some(format!("{} {}", given?, family?)))?;
    let works_for = ["affiliation", "worksFor", "memberOf"].into_iter().filter_map(|key| {
        let body = nodes.things(&mut thing, key).into_iter().next();
        body.and_then(|mut it| line(&mut it, "name"))
    });
    let affiliation = works_for.collect::<Vec<_>>().into_iter().next();
    let met = Person {
        body,
        honorific: line(&mut thing, "honorificPrefix"),
        position: line(&mut thing, "jobTitle"),
        affiliation,
        biography: raw(&mut thing, "description")
            .map(|it| text::paragraphs(&it))
            .unwrap_or_default(),
        url: address(&mut thing, "url"),
        name,
        roles: Vec::new(),
    };
    pictures(&mut thing, &met.name, left_out);
    if thing.take("email").or_else(|| thing.take("telephone")).is_some() {
        left_out.add("Addresses of people", "They stand on no public page unasked.", None);
    }
    tell_the_rest(thing, left_out);
    Some(met)
}

fn pictures(thing: &mut Members, of: &str, left_out: &mut LeftOut) {
    if thing.take("image").or_else(|| thing.take("logo")).is_some() {
        left_out.add("Pictures", PICTURES, Some(of));
    }
    thing.forget(&["image", "logo"]);
}

/// What is known of where an event or a session is held.
#[derive(Default)]
pub(super) struct Where {
    pub(super) place: Option<String>,
    pub(super) more: Option<Place>,
    pub(super) online: Option<String>,
    pub(super) join: Option<String>,
}

/// Where something is held: in places, and online.
pub(super) fn location(of: &mut Members, nodes: &Nodes, left_out: &mut LeftOut) -> Where {
    let mut found = Where::default();
    for mut thing in nodes.things(of, "location") {
        let name = line(&mut thing, "name");
        if is_a(&thing, &["VirtualLocation"]) {
            found.online = found.online.or(name);
            found.join = found.join.or_else(|| address(&mut thing, "url"));
            continue;
        }
        let in_words = postal_address(&mut thing, nodes);
        let url = address(&mut thing, "hasMap").or_else(|| address(&mut thing, "url"));
        let Some(place) = name.or_else(|| in_words.clone()) else { continue };
        // The address of a page is no place.
        if text::address(&place).is_some() {
            found.join = found.join.or(Some(place));
            continue;
        }
        if found.place.is_some() {
            left_out.add("Further places", "`place` names one.", Some(&place));
            continue;
        }
        let postal_address = in_words.filter(|it| *it != place);
        if postal_address.is_some() || url.is_some() {
            found.more = Some(Place { name: place.clone(), postal_address, url });
        }
        found.place = Some(place);
        thing.forget(&["geo", "latitude", "longitude"]);
        tell_the_rest(thing, left_out);
    }
    found
}

/// A postal address in words, from the street to the country.
fn postal_address(place: &mut Members, nodes: &Nodes) -> Option<String> {
    let mut address = nodes.things(place, "address").into_iter().next()?;
    if let Some(whole) = line(&mut address, "name") {
        return Some(whole);
    }
    let country = nodes.things(&mut address, "addressCountry").into_iter().next();
    let country = country.and_then(|mut it| line(&mut it, "name"));
    let street = line(&mut address, "streetAddress");
    let code = line(&mut address, "postalCode");
    let city = line(&mut address, "addressLocality");
    let region = line(&mut address, "addressRegion").filter(|it| Some(it) != city.as_ref());
    let city = [code, city].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [street, (!city.is_empty()).then_some(city), region, country];
    let words = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    (!words.is_empty()).then_some(words)
}

/// What an event file has no place for.
pub(super) fn tell_the_rest(mut thing: Members, left_out: &mut LeftOut) {
    thing.forget(&OF_PROGRAMS);
    thing.tell_the_rest(left_out);
}
