//! One entry of a calendar, and what of it a public page has no place for.

use calcard::icalendar::{
    ICalendarClassification, ICalendarComponent, ICalendarEntry, ICalendarParameterName,
    ICalendarProperty, ICalendarStatus, ICalendarValue,
};

use super::times::{self, Zones};
use crate::new::draft::{Body, Draft, Link, Session};
use crate::new::text;

const VIDEO: &str = "The address of a video meeting";
const IF_EVERYBODY: &str = "Write it as `join`, if everybody may know it.";

/// Reads an entry; what is of the event as a whole goes to the draft.
pub(super) fn read(
    component: &ICalendarComponent,
    zones: &Zones<'_>,
    draft: &mut Draft,
) -> Session {
    let mut session = Session::default();
    let mut end = None;
    let mut duration = None;
    // The title first: what is left out is told by it.
    session.title = component.property(&ICalendarProperty::Summary).and_then(text_of);
    let shown = session.shown();
    for entry in &component.entries {
        match &entry.name {
            ICalendarProperty::Dtstart => {
                session.starts = zones.time(entry);
                tell_zone(entry, zones, draft);
            }
            ICalendarProperty::Dtend => end = zones.time(entry),
            ICalendarProperty::Duration => duration = entry.values.first(),
            ICalendarProperty::Location => location(entry, &mut session, draft),
            ICalendarProperty::Description => {
                if let Some(text) = entry.values.first().and_then(ICalendarValue::as_text) {
                    session.text = text::paragraphs(text);
                }
            }
            ICalendarProperty::Url => {
                if let Some(url) = raw(entry).and_then(text::address) {
                    session.links.push(Link { title: text::in_words(&url), kind: None, url });
                }
            }
            ICalendarProperty::Status => {
                let value = entry.values.first();
                if let Some(ICalendarValue::Status(ICalendarStatus::Cancelled)) = value {
                    session.status = Some("cancelled");
                } else if let Some(ICalendarValue::Status(ICalendarStatus::Tentative)) = value {
                    let why = "If it is not certain, say so in `notice`.";
                    draft.left_out.add("The mark “tentative”", why, Some(&shown));
                }
            }
            ICalendarProperty::Class => class(entry, &shown, draft),
            ICalendarProperty::Organizer => organizer(entry, draft),
            ICalendarProperty::Attendee => {
                let why = "Who comes stands on no public page unasked.";
                draft.left_out.add("Names and addresses of attendees", why, None);
            }
            ICalendarProperty::Contact => {
                let why = "Write an address that readers may use as `contact`.";
                draft.left_out.add("Whom to contact", why, Some(&shown));
            }
            ICalendarProperty::Conference => {
                draft.left_out.add(VIDEO, IF_EVERYBODY, Some(&shown));
            }
            ICalendarProperty::Attach => {
                let why = "What everybody may open can be written as `[[links]]`.";
                draft.left_out.add("Attachments", why, Some(&shown));
            }
            ICalendarProperty::Categories => {
                let why = "If they tell what the event is about, write that as `topic`.";
                for value in entry.values.iter().filter_map(ICalendarValue::as_text) {
                    draft.left_out.add("Categories", why, text::line(value).as_deref());
                }
            }
            ICalendarProperty::Image => {
                let why = "Pictures are files in the folder `public`, which the event file names.";
                draft.left_out.add("Pictures", why, Some(&shown));
            }
            other => tell_other(other, draft),
        }
    }
    session.ends = match (end, duration) {
        (Some(end), _) => times::last_day(end),
        (None, Some(ICalendarValue::Duration(duration))) => {
            session.starts.as_ref().and_then(|start| times::after(start, duration))
        }
        _ => None,
    };
    // What ends as it begins says nothing of its end.
    if session.ends == session.starts {
        session.ends = None;
    }
    session
}

/// The first text of a property, on one line.
pub(super) fn text_of(entry: &ICalendarEntry) -> Option<String> {
    text::line(raw(entry)?)
}

fn raw(entry: &ICalendarEntry) -> Option<&str> {
    entry.values.first().and_then(ICalendarValue::as_text)
}

/// Where a zone has another name in the calendar than in the file.
fn tell_zone(entry: &ICalendarEntry, zones: &Zones<'_>, draft: &mut Draft) {
    let Some(id) = entry.tz_id() else { return };
    if let Some(name) = zones.name(id)
        && name != id
    {
        let remark = format!(
            "The calendar calls it “{id}”, which is kept by the clocks of {name}. Another city with \
             the same clocks may be nearer."
        );
        draft.remarks.entry("time_zone").or_insert(remark);
    }
}

/// Where people meet; an address in the web is none, and may be for those who are invited alone.
fn location(entry: &ICalendarEntry, session: &mut Session, draft: &mut Draft) {
    let Some(place) = raw(entry).and_then(text::joined_lines) else { return };
    if text::address(&place).is_some() {
        draft.left_out.add(VIDEO, IF_EVERYBODY, Some(&session.shown()));
        return;
    }
    session.place = Some(place);
}

/// What a calendar keeps from others is not for a page without a thought.
fn class(entry: &ICalendarEntry, shown: &str, draft: &mut Draft) {
    let is_public = match entry.values.first() {
        Some(ICalendarValue::Classification(class)) => *class == ICalendarClassification::Public,
        _ => true,
    };
    if !is_public {
        let why = "Make sure that it may stand on a public page.";
        draft.left_out.add("The mark “not public”", why, Some(shown));
    }
}

/// The address of whoever organizes is where questions go, if they want that: it is no page of theirs.
fn organizer(entry: &ICalendarEntry, draft: &mut Draft) {
    let name = entry.parameter(&ICalendarParameterName::Cn).and_then(|it| it.as_text());
    let name = name.and_then(text::line).filter(|name| !name.contains('@'));
    if let Some(name) = name
        && !draft.organizers.iter().any(|it| it.name == name)
    {
        let remark =
            Some("The calendar names this as the organizer. A body is meant here, no person.");
        draft.organizers.push(Body { name, remark, ..Body::default() });
    }
    let Some(address) = raw(entry).and_then(text::mail_address) else { return };
    if draft.contact.is_none() {
        let remark = "The organizer's address in the calendar. Readers will see it: take the line out, \
                      or write another address, if it is not meant for them.";
        draft.remarks.insert("contact", remark.to_owned());
        draft.contact = Some(address);
    } else if draft.contact != Some(address) {
        draft.left_out.add("Further addresses of organizers", "`contact` holds one.", None);
    }
}

/// What repeats is told, with the rule, and not expanded.
pub(super) fn tell_repeats(
    component: &ICalendarComponent,
    replaced: bool,
    zones: &Zones<'_>,
    draft: &mut Draft,
) {
    let title = component.property(&ICalendarProperty::Summary).and_then(text_of);
    let title = title.unwrap_or_else(|| "an entry without a title".to_owned());
    let why = match replaced {
        true => {
            "Only the days that have an entry of their own were taken over: write one `[[sessions]]` \
             for each further one."
        }
        false => {
            "Only the first day was taken over, and those that have an entry of their own: write one \
             `[[sessions]]` for each further one."
        }
    };
    for entry in &component.entries {
        let name = match &entry.name {
            ICalendarProperty::Rrule => "repeats",
            ICalendarProperty::Rdate => "has further days",
            ICalendarProperty::Exdate => "leaves out days",
            _ => continue,
        };
        let values = zones.times(entry).into_iter().map(|it| it.shown()).collect::<Vec<_>>();
        let rules = entry.values.iter().filter_map(|it| match it {
            ICalendarValue::RecurrenceRule(rule) => Some(rule.to_string()),
            _ => None,
        });
        let told = values.into_iter().chain(rules).collect::<Vec<_>>().join(", ");
        let told = format!("{title} {name} ({told})");
        draft.left_out.add("What repeats", why, text::plain_line(&told).as_deref());
    }
}

/// Properties that nothing here reads; those that only calendars need are none of a host's business.
fn tell_other(property: &ICalendarProperty, draft: &mut Draft) {
    const OF_CALENDARS: [ICalendarProperty; 20] = [
        ICalendarProperty::Begin,
        ICalendarProperty::End,
        ICalendarProperty::Summary,
        ICalendarProperty::Uid,
        ICalendarProperty::Dtstamp,
        ICalendarProperty::Created,
        ICalendarProperty::LastModified,
        ICalendarProperty::Sequence,
        ICalendarProperty::Priority,
        ICalendarProperty::Transp,
        ICalendarProperty::Method,
        ICalendarProperty::RequestStatus,
        ICalendarProperty::Color,
        // Told with the rule that they belong to.
        ICalendarProperty::Rrule,
        ICalendarProperty::Rdate,
        ICalendarProperty::Exdate,
        ICalendarProperty::RecurrenceId,
        ICalendarProperty::Acknowledged,
        ICalendarProperty::Busytype,
        ICalendarProperty::Jsid,
    ];
    let name = property.as_str();
    let is_of_a_program = name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("X-"));
    if is_of_a_program {
        let name = name.to_ascii_uppercase();
        if name.contains("CONFERENCE") || name.contains("MEETINGURL") {
            draft.left_out.add(VIDEO, IF_EVERYBODY, None);
        }
    } else if !OF_CALENDARS.contains(property) {
        draft.left_out.unknown(name);
    }
}
