//! Notes in the form that the Hypothesis client exports and imports
//! (<https://github.com/hypothesis/client>, `src/types/api.ts` and
//! `src/sidebar/services/annotations-exporter.tsx`).
//!
//! Its import keeps target, text, tags and address of an annotation, and gives it another id and
//! time. So the text begins with a line of our own, from which theme and time can be told again, and
//! whether the note hangs on the heading of the theme or quotes words of the event.
//! An annotation that only its writer may read is imported as private; every principal in the
//! permissions has to be an account for that.

pub(super) mod reader;

use std::collections::BTreeMap;

use serde::Serialize;

use super::import::same_words;
use super::selectors::{Places, Selector};
use super::{Selection, Snapshot, outline};
use crate::notebook::{Note, Timestamp};

#[derive(Serialize)]
struct Export<'snapshot> {
    export_date: &'snapshot str,
    export_userid: &'snapshot str,
    client_version: String,
    /// Of which event all are: their import passes it over, and ours knows the file by it.
    marginalia: Marginalia<'snapshot>,
    annotations: Vec<Annotation<'snapshot>>,
}

#[derive(Serialize)]
struct Marginalia<'snapshot> {
    event: &'snapshot str,
}

#[derive(Serialize)]
struct Annotation<'snapshot> {
    id: &'snapshot str,
    created: &'snapshot str,
    updated: &'snapshot str,
    user: &'snapshot str,
    user_info: UserInfo,
    group: &'static str,
    uri: &'snapshot str,
    document: Document<'snapshot>,
    permissions: Permissions<'snapshot>,
    tags: [&'static str; 0],
    text: String,
    target: [Target<'snapshot>; 1],
    references: [&'static str; 0],
    hidden: bool,
    flagged: bool,
    links: BTreeMap<&'static str, &'static str>,
}

#[derive(Serialize)]
struct UserInfo {
    display_name: Option<&'static str>,
}

#[derive(Serialize)]
struct Document<'snapshot> {
    title: [&'snapshot str; 1],
}

#[derive(Serialize)]
struct Permissions<'snapshot> {
    read: [&'snapshot str; 1],
    update: [&'snapshot str; 1],
    delete: [&'snapshot str; 1],
}

#[derive(Serialize)]
struct Target<'snapshot> {
    source: &'snapshot str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector>,
}

pub(super) fn write(snapshot: &Snapshot, selection: &Selection) -> String {
    let user = format!("acct:reader@{}", host(&snapshot.address));
    let places = Places::of(&snapshot.page);
    let sections = outline::sections(snapshot, selection);
    let annotations = outline::notes(&sections)
        .map(|(section, note)| {
            // Hypothesis counts in UTF-16, so the quotation alone names the place.
            let quote = note.quote();
            let mut selector = places.of_note(section, quote.as_ref()).unwrap_or_default();
            selector.retain(|it| matches!(it, Selector::TextQuoteSelector { .. }));
            Annotation {
                id: note.id.as_str(),
                created: note.created.as_str(),
                updated: note.changed.as_str(),
                user: &user,
                user_info: UserInfo { display_name: None },
                group: "__world__",
                uri: &snapshot.address,
                document: Document { title: [&snapshot.event.title] },
                permissions: Permissions { read: [&user], update: [&user], delete: [&user] },
                tags: [],
                text: text(section.title, note),
                target: [Target { source: &snapshot.address, selector }],
                references: [],
                hidden: false,
                flagged: false,
                links: BTreeMap::new(),
            }
        })
        .collect();
    super::pretty(&Export {
        export_date: snapshot.now.as_str(),
        export_userid: &user,
        client_version: format!("marginalia {}", env!("CARGO_PKG_VERSION")),
        marginalia: Marginalia { event: snapshot.event.id.as_str() },
        annotations,
    })
}

/// What an annotation's text begins with where it quotes nothing but the title of its theme, which
/// otherwise is what a note hangs on that quotes nothing.
const TITLE_QUOTED: &str = "“” ";

fn text(title: &str, note: &Note) -> String {
    let quotes_title = note.quote().is_some_and(|quote| same_words(&quote.exact, title));
    let mark = if quotes_title { TITLE_QUOTED } else { "" };
    format!("{mark}{}\n\n{}", header(title, &note.created), note.text)
}

/// The line with which an annotation's text begins: theme and time.
fn header(title: &str, created: &Timestamp) -> String {
    let time = created.as_str().replacen('T', " ", 1);
    format!("{}{} UTC", header_start(title), time.trim_end_matches('Z'))
}

fn header_start(title: &str) -> String {
    // One line, and no sign in it that could end the emphasis.
    let words: Vec<&str> = title.split_whitespace().collect();
    let title = words.join(" ");
    let mut escaped = String::new();
    for letter in title.chars() {
        if matches!(letter, '*' | '\\' | '_' | '`' | '<' | '[' | ']' | '&' | '$') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    format!("**{escaped}** · ")
}

/// The name of the machine in an address, for accounts that have to have one.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    if host.is_empty() { "localhost" } else { host }
}
