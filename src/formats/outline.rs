//! What every form of export has in common: the notes that are meant, in the order of the page, and
//! what is said of the event.

use std::collections::BTreeSet;

use super::{Selection, Snapshot, times};
use crate::event::{EventOutline, PartOutline, ThemeId};
use crate::messages;
use crate::notebook::Note;

/// A theme and what is exported of it.
pub(super) struct Section<'snapshot> {
    /// The part it belongs to, where that is known.
    pub(super) part: Option<&'snapshot PartOutline>,
    /// Whether the event no longer has it.
    pub(super) is_gone: bool,
    /// Its id.
    pub(super) theme: &'snapshot ThemeId,
    /// Its heading, or its id where the event no longer has it.
    pub(super) title: &'snapshot str,
    /// The notes in the order of the page.
    pub(super) notes: Vec<&'snapshot Note>,
    /// The draft, where all is exported and there is one.
    pub(super) draft: Option<&'snapshot str>,
}

/// The themes of which something is exported, in the order of the page; those that the event no
/// longer has come last.
pub(super) fn sections<'snapshot>(
    snapshot: &'snapshot Snapshot,
    selection: &Selection,
) -> Vec<Section<'snapshot>> {
    let (event, notebook) = (&snapshot.event, &snapshot.notebook);
    let known = event.themes.iter().map(|theme| {
        let part = theme.part.as_ref().and_then(|part| event.part(part));
        (part, false, &theme.id, theme.title.as_str())
    });
    let gone: BTreeSet<&ThemeId> = notebook
        .themes()
        .chain(notebook.drafts().map(|(theme, _)| theme))
        .filter(|theme| event.theme(theme).is_none())
        .collect();
    let gone = gone.into_iter().map(|theme| (None, true, theme, theme.as_str()));
    known
        .chain(gone)
        .map(|(part, is_gone, theme, title)| {
            let notes = notebook.notes_on(theme).filter(|note| selection.holds(note)).collect();
            let draft = Some(notebook.draft(theme))
                .filter(|draft| *selection == Selection::All && !draft.is_empty());
            Section { part, is_gone, theme, title, notes, draft }
        })
        .filter(|section| !section.notes.is_empty() || section.draft.is_some())
        .collect()
}

/// The notes that are meant, each with its section, in the order of the page.
pub(super) fn notes<'sections, 'snapshot>(
    sections: &'sections [Section<'snapshot>],
) -> impl Iterator<Item = (&'sections Section<'snapshot>, &'snapshot Note)> {
    sections.iter().flat_map(|section| section.notes.iter().map(move |note| (section, *note)))
}

/// The event's days in words; empty where they are not known.
pub(super) fn days(event: &EventOutline) -> String {
    match (&event.starts, &event.ends) {
        (Some(starts), Some(ends)) => messages::event::days(&starts.long(), &ends.long()).text(),
        (Some(starts), None) => starts.long(),
        (None, _) => String::new(),
    }
}

/// The event's days and its place, in words.
pub(super) fn days_and_place(event: &EventOutline) -> String {
    let days = days(event);
    match &event.place {
        Some(place) => messages::event::days_and_place(&days, place).text(),
        None => days,
    }
}

/// Who convened the event, in words.
pub(super) fn organizers(event: &EventOutline) -> String {
    event.organizers.join(", ")
}

/// One sentence that says what the notes are about and when they were exported.
pub(super) fn citation(snapshot: &Snapshot) -> String {
    let event = &snapshot.event;
    messages::transfer::taken_from(
        &event.title,
        event.place.as_deref(),
        &days(event),
        &organizers(event),
        &times::day_in_words(&snapshot.now),
    )
    .text()
}
