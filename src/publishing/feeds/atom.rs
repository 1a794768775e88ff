//! The feed of a site: Atom (RFC 4287), an entry for each event.
//!
//! What tells an entry from all others for ever is the address of the event's page in the site, which
//! hangs on its id alone. It is not the UID of the calendar, which two sites may have in common. A host
//! who moves the site has readers shown all entries once more.
//!
//! A feed says when each entry was last changed. No event file tells that, and the clock would make every
//! build another feed, in which all is new. So it is the day that the calendar entry has
//! ([`calendar::stamp`]): what the entry says cannot be older than the latest of its sources. Where no
//! source has a day, it is the first day of the event, so that feed readers sort entries by when the events
//! are. It is never the day of the build, and moves only when the file says something new.

use std::io;

use super::{CALENDAR, FEED, Overview, PublishError, XmlWriter, element, xml};
use crate::event::{Date, Event, Language, Link, Organizer, Text};
use crate::markdown::host_html;
use crate::messages::language::{best_for, in_language, is_right_to_left, language};
use crate::messages::{event as messages, page, publishing};
use crate::publishing::calendar;
use crate::publishing::linked_data::in_attribute;

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// What made the feed.
const GENERATOR: &str = "Marginalia";

/// `feed.atom`, of a site with this root.
pub(super) fn feed(overview: &Overview<'_>, root: &Link) -> Result<String, PublishError> {
    let updated = overview.events.iter().map(calendar::stamp).max();
    let language = overview.settings.language_of_name();
    let language = language.map(|language| ("xml:lang", language.as_str()));
    let attributes: Vec<_> = [("xmlns", NAMESPACE)].into_iter().chain(language).collect();
    xml("feed", &attributes, |feed| {
        element(feed, "id", &[], root.as_str())?;
        element(feed, "title", &[], &on_one_line(&overview.title))?;
        if let Some(updated) = updated {
            element(feed, "updated", &[], &moment(updated))?;
        }
        // For entries whose events name nobody: somebody has to be named.
        let settings = overview.settings;
        let publisher = settings.organisation.as_deref().or(settings.name());
        person(feed, publisher.unwrap_or_else(|| root.in_words()), None)?;
        link(feed, "self", "application/atom+xml", &root.beside(FEED), None)?;
        link(feed, "alternate", "text/html", root, None)?;
        let calendar = root.beside(CALENDAR);
        link(feed, "related", "text/calendar", &calendar, Some(publishing::FEED_CALENDAR.text()))?;
        element(feed, "generator", &[], GENERATOR)?;
        if let Some(logo) = &overview.logo {
            element(feed, "logo", &[], root.beside(&logo.name).as_str())?;
        }
        for event in &overview.events {
            let id = root.beside(&format!("{}/", event.id));
            let speaks = best_for(event.language.as_ref().map(Language::as_str));
            in_language(speaks, || entry(feed, event, &id))?;
        }
        Ok(())
    })
}

fn entry(feed: &mut XmlWriter, event: &Event, id: &Link) -> io::Result<()> {
    let language = event.language.as_ref().map_or(language(), |it| it.as_str());
    let entry = feed.create_element("entry").with_attribute(("xml:lang", language));
    entry.write_inner_content(|entry| {
        element(entry, "id", &[], id.as_str())?;
        element(entry, "title", &[], &on_one_line(&event.title))?;
        element(entry, "updated", &[], &moment(calendar::stamp(event)))?;
        for Organizer { name, url, .. } in &event.organizers {
            person(entry, name, url.as_ref())?;
        }
        let page = event.address.as_ref().unwrap_or(id);
        link(entry, "alternate", "text/html", page, None)?;
        let calendar = id.beside("event.ics");
        link(entry, "related", "text/calendar", &calendar, Some(page::CALENDAR_FILE.text()))?;
        if let Some(topic) = &event.topic {
            let term = super::in_xml(&on_one_line(topic));
            entry.create_element("category").with_attribute(("term", &*term)).write_empty()?;
        }
        element(entry, "summary", &[("type", "html")], &summary(event))
    })?;
    Ok(())
}

/// Who stands behind an event, with a page or an address for mail.
fn person(writer: &mut XmlWriter, name: &str, url: Option<&Link>) -> io::Result<()> {
    writer.create_element("author").write_inner_content(|author| {
        element(author, "name", &[], &on_one_line(name))?;
        match url.map(Link::as_str).and_then(|it| it.split_once(':').map(|parts| (it, parts))) {
            Some((_, (scheme, mail))) if scheme.eq_ignore_ascii_case("mailto") => {
                element(author, "email", &[], mail.split('?').next().unwrap_or(mail))
            }
            Some((address, _)) => element(author, "uri", &[], address),
            None => Ok(()),
        }
    })?;
    Ok(())
}

fn link(
    writer: &mut XmlWriter,
    relation: &str,
    media_type: &str,
    address: &Link,
    title: Option<&str>,
) -> io::Result<()> {
    let link = writer.create_element("link").with_attributes([
        ("rel", relation),
        ("type", media_type),
        ("href", address.as_str()),
    ]);
    link.with_attributes(title.map(|title| ("title", title))).write_empty()?;
    Ok(())
}

/// When and where, what became of it, and what it is about, as the page shows it.
fn summary(event: &Event) -> String {
    let first = event.starts.date.long();
    let days = match event.last_day() {
        Some(last) => messages::days(&first, &last.long()).text(),
        None => first,
    };
    let when_and_where = match event.place.as_ref().or(event.online.as_ref()) {
        Some(place) => messages::days_and_place(&days, place).text(),
        None => days,
    };
    let mut html = own_words(&in_attribute(&when_and_where));
    if let Some(status) = event.status {
        html.push_str(&own_words(&format!(
            "<strong>{}</strong>",
            in_attribute(status.label().text())
        )));
    }
    let texts = event.notice.iter().chain(event.summary.iter().map(|it| &it.text));
    let texts: String = texts.flat_map(Text::as_slice).map(|text| host_html(text)).collect();
    let is_rtl = event.language.as_ref().is_some_and(|language| language.is_right_to_left());
    html + &if is_rtl { format!("<div{RIGHT_TO_LEFT}>{texts}</div>") } else { texts }
}

/// A feed has no place to say which way a text is read, so the text says it.
const RIGHT_TO_LEFT: &str = " dir=\"rtl\"";

/// A paragraph that is not the host's, and so in the language of the interface.
fn own_words(html: &str) -> String {
    let direction = if is_right_to_left(language()) { RIGHT_TO_LEFT } else { "" };
    format!("<p lang=\"{}\"{direction}>{html}</p>", language())
}

/// The beginning of a day (RFC 3339).
fn moment(day: &Date) -> String {
    format!("{}T00:00:00Z", day.iso())
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
