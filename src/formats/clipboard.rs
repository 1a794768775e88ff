//! Notes for the clipboard: as rich text for word processors and mail, and as plain text beside it.

use std::fmt::Write;

use super::outline::{self, Section};
use super::{Selection, Snapshot, times};
use crate::markdown::{escaped, is_harmless, note_html};
use crate::messages::notes::LOST_NOTES;
use crate::messages::transfer::{DRAFT, made_and_changed};
use crate::notebook::Note;
use crate::notebook::quote::Quote;

/// The notes as a fragment of HTML: headings for event, parts and themes, a list item for each
/// note. No style, no script, nothing that loads anything.
pub fn rich_text(snapshot: &Snapshot, selection: &Selection) -> String {
    let event = &snapshot.event;
    let mut html = format!(
        "<h1>{}</h1>\n<p>{}</p>\n",
        escaped(&event.title),
        escaped(&outline::days_and_place(event))
    );
    let mut heading = None;
    for section in outline::sections(snapshot, selection) {
        let part = part_title(&section).filter(|part| heading.as_ref() != Some(part));
        if let Some(part) = part {
            let _ = writeln!(html, "<h2>{}</h2>", escaped(&part));
            heading = Some(part);
        }
        let _ = writeln!(html, "<h3>{}</h3>\n<ul>", escaped(section.title));
        for note in &section.notes {
            list_item(&mut html, note.quote(), &note.text, &note_times(note));
        }
        if let Some(draft) = section.draft {
            list_item(&mut html, None, draft, DRAFT.text());
        }
        html.push_str("</ul>\n");
    }
    let address = escaped(&snapshot.address);
    let link = if is_harmless(&snapshot.address) {
        format!("<a href=\"{address}\">{address}</a>")
    } else {
        address
    };
    let _ = writeln!(html, "<p>{}</p>\n<p>{link}</p>", escaped(&outline::citation(snapshot)));
    html
}

fn list_item(html: &mut String, quote: Option<Quote>, text: &str, times: &str) {
    html.push_str("<li>");
    if let Some(quote) = quote {
        // Words of the event, and no Markdown.
        let lines: Vec<String> = quote.exact.lines().map(|line| escaped(line.trim())).collect();
        let _ = writeln!(html, "<blockquote><p>{}</p></blockquote>", lines.join("<br />\n"));
    }
    let _ = writeln!(html, "{}<p><small>{}</small></p></li>", note_html(text), escaped(times));
}

/// The notes as plain text, laid out as the rich text is.
pub fn plain_text(snapshot: &Snapshot, selection: &Selection) -> String {
    let event = &snapshot.event;
    let mut text = format!("{}\n{}\n", event.title, outline::days_and_place(event));
    let mut heading = None;
    for section in outline::sections(snapshot, selection) {
        let part = part_title(&section).filter(|part| heading.as_ref() != Some(part));
        if let Some(part) = part {
            let _ = write!(text, "\n{part}\n");
            heading = Some(part);
        }
        let _ = write!(text, "\n{}\n", section.title);
        for note in &section.notes {
            let _ = write!(text, "\n{}\n({})\n", note.plain(), note_times(note));
        }
        if let Some(draft) = section.draft {
            let _ = write!(text, "\n{draft}\n({DRAFT})\n");
        }
    }
    let _ = write!(text, "\n{}\n{}\n", outline::citation(snapshot), snapshot.address);
    text
}

/// The heading above a theme: that of its part, where that is known.
pub(super) fn part_title(section: &Section<'_>) -> Option<String> {
    let part = || section.part.map(|part| part.title.clone());
    if section.is_gone { Some(LOST_NOTES.text().to_owned()) } else { part() }
}

/// When a note was made and changed, in words.
pub(super) fn note_times(note: &Note) -> String {
    let created = times::in_words(&note.created);
    if note.changed == note.created {
        created
    } else {
        made_and_changed(&created, &times::in_words(&note.changed)).text()
    }
}
