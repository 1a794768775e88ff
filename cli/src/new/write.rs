//! Writes the event file of a draft: what is known as values, what has to be there and is not known as
//! marked places, and what the host should know as remarks.

mod lines;
mod tables;

use marginalia::event::file::marked_place;

use self::lines::Lines;
use super::draft::Draft;
use super::moment::{Clock, Moment};

/// The id of the source that all of a begun file cites.
const SOURCE: &str = "announcement";

/// The text of the file. `file` is its name, `origin` where the draft comes from, in words.
///
/// What turns out to be no good for an event file on the way is added to what was left out.
pub(super) fn event_file(draft: &mut Draft, file: &str, origin: &str) -> String {
    let clock = clock(draft);
    let times = Times::of(draft, &clock);
    let mut lines = Lines::default();
    head(&mut lines, file, origin);
    event(&mut lines, draft, &clock, &times);
    tables::write(&mut lines, draft, &times.sessions);
    lines.text()
}

/// The clocks by which all times of the draft are written.
fn clock(draft: &Draft) -> Clock {
    let of_event = [&draft.starts, &draft.ends, &draft.announced_for];
    let of_sessions =
        draft.sessions.iter().flat_map(|it| [&it.starts, &it.ends, &it.announced_for]);
    let moments: Vec<&Moment> = of_event.into_iter().chain(of_sessions).flatten().collect();
    Clock::of(&moments, draft.time_zone.as_deref())
}

/// The times of something, as they are written.
#[derive(Default)]
struct Span {
    starts: Option<String>,
    ends: Option<String>,
    announced_for: Option<String>,
}

/// All times of the file.
struct Times {
    event: Span,
    sessions: Vec<Span>,
}

impl Times {
    fn of(draft: &mut Draft, clock: &Clock) -> Self {
        let Draft { starts, ends, announced_for, sessions, left_out, title, .. } = draft;
        let mut write = |of: &str, moment: &Option<Moment>| {
            let moment = moment.as_ref()?;
            let written = clock.write(moment);
            if written.is_none() {
                let why =
                    "It cannot be told by the clocks of the event's time zone: write it by hand.";
                left_out.add("A time", why, Some(&format!("{of}: {}", moment.shown())));
            }
            written
        };
        let of_event = title.as_deref().unwrap_or("the event");
        let mut event = Span {
            starts: write(of_event, starts),
            ends: write(of_event, ends),
            announced_for: write(of_event, announced_for),
        };
        let spans = sessions.iter().map(|session| Span {
            starts: write(&session.shown(), &session.starts),
            ends: write(&session.shown(), &session.ends),
            announced_for: write(&session.shown(), &session.announced_for),
        });
        let mut spans: Vec<Span> = spans.collect();
        let names = sessions.iter().map(|it| it.shown());
        for (span, of) in spans.iter_mut().zip(names) {
            if ends_too_early(span) {
                left_out.add("An end before its beginning", "Check the times.", Some(&of));
                span.ends = None;
            }
        }
        if event.starts.is_none() && starts.is_none() {
            event.starts = spans.iter().filter_map(|it| it.starts.clone()).min();
            let ends = spans.iter().filter_map(|it| it.ends.clone().or_else(|| it.starts.clone()));
            event.ends =
                event.ends.or_else(|| ends.max().filter(|it| Some(it) != event.starts.as_ref()));
        }
        if ends_too_early(&event) {
            left_out.add("An end before its beginning", "Check the times.", Some(of_event));
            event.ends = None;
        }
        Self { event, sessions: spans }
    }
}

/// Whether something is over before it begins, as far as both are told.
fn ends_too_early(span: &Span) -> bool {
    let (Some(starts), Some(ends)) = (&span.starts, &span.ends) else { return false };
    let length = starts.len().min(ends.len());
    ends.get(..length) < starts.get(..length)
}

fn head(lines: &mut Lines, file: &str, origin: &str) {
    lines.remark(&format!("This file was begun from {origin}. The page is made of it."));
    lines.blank_remark();
    lines.remark(
        "Each ✎ marks a place to fill in: write what it asks for between the quotation marks, instead \
         of the pencil and its words. What stands behind a # is a remark and not on the page.",
    );
    lines.blank_remark();
    lines.remark(&format!("The command `marginalia check {file}` tells what is left to do."));
    lines.blank();
}

fn event(lines: &mut Lines, draft: &Draft, clock: &Clock, times: &Times) {
    let remark = |lines: &mut Lines, key: &str| {
        if let Some(remark) = draft.remarks.get(key) {
            lines.remark(remark);
        }
    };
    for key in ["title", "starts"] {
        remark(lines, key);
        let (value, what) = match key {
            "title" => (&draft.title, "The name of the event"),
            _ => (&times.event.starts, "The day, such as 2026-05-10, or the day and the time"),
        };
        lines.text_or(key, value.as_deref(), &marked_place(what));
    }
    lines.text_if("ends", times.event.ends.as_deref());
    if clock.has_times {
        if let Some(remark) = &clock.remark {
            lines.remark(remark);
        }
        remark(lines, "time_zone");
        let what = "The time zone of all times in this file, such as Europe/Paris";
        lines.text_or("time_zone", clock.name(), &marked_place(what));
    }
    let keys: [(&str, Option<&str>); 10] = [
        ("language", draft.language.as_deref()),
        ("status", draft.status),
        ("announced_for", times.event.announced_for.as_deref()),
        ("place", draft.place.as_deref()),
        ("online", draft.online.as_deref()),
        ("join", draft.join.as_deref()),
        ("topic", draft.topic.as_deref()),
        ("registration", draft.registration.as_deref()),
        ("contact", draft.contact.as_deref()),
        // What has a remark and no value: the last key, so that the list is complete.
        ("attendance", None),
    ];
    for (key, value) in keys {
        remark(lines, key);
        lines.text_if(key, value);
    }
    lines.blank();
    lines.remark("Where all this comes from: a source at the end of this file, by its id.");
    lines.line(&format!("cites = [\"{SOURCE}\"]"));
}
