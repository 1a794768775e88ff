//! What every form of export has in common: the notes that are meant, in the order of the page, and
//! the words about the event.

use super::{Material, Selection, times};
use crate::event::{Event, Part, ThemeId};
use crate::notebook::Note;
use crate::words;

/// A theme and what is taken home of it.
pub(super) struct Section<'material> {
    /// The part it belongs to; `None` for a theme that the event no longer has.
    pub(super) part: Option<&'material Part>,
    /// Its id.
    pub(super) theme: &'material ThemeId,
    /// Its heading, or its id where the event no longer has it.
    pub(super) title: &'material str,
    /// The notes in the order of the page.
    pub(super) notes: Vec<&'material Note>,
    /// The draft, where all is taken home and there is one.
    pub(super) draft: Option<&'material str>,
}

/// The themes of which something is taken home, in the order of the page; those that the event no
/// longer has come last.
pub(super) fn sections<'material>(
    material: &'material Material,
    selection: &Selection,
) -> Vec<Section<'material>> {
    let (event, notebook) = (&material.event, &material.notebook);
    let known = event.outline().map(|theme| {
        let part = event.parts.iter().find(|part| part.id == theme.part);
        (part, &theme.id, theme.title.as_str())
    });
    let mut gone: Vec<&ThemeId> = notebook
        .notes()
        .map(|note| &note.theme)
        .chain(notebook.drafts().map(|(theme, _)| theme))
        .filter(|theme| !event.outline().any(|known| &known.id == *theme))
        .collect();
    gone.sort();
    gone.dedup();
    let gone = gone.into_iter().map(|theme| (None, theme, theme.as_str()));
    known
        .chain(gone)
        .map(|(part, theme, title)| {
            let mut notes = notebook.notes_on(theme);
            notes.retain(|note| selection.holds(note));
            let draft = Some(notebook.draft(theme))
                .filter(|draft| *selection == Selection::All && !draft.is_empty());
            Section { part, theme, title, notes, draft }
        })
        .filter(|section| !section.notes.is_empty() || section.draft.is_some())
        .collect()
}

/// The notes that are meant, each with its section, in the order of the page.
pub(super) fn notes<'sections, 'material>(
    sections: &'sections [Section<'material>],
) -> impl Iterator<Item = (&'sections Section<'material>, &'material Note)> {
    sections.iter().flat_map(|section| section.notes.iter().map(move |note| (section, *note)))
}

/// The event's days in words.
pub(super) fn days(event: &Event) -> String {
    match &event.ends {
        Some(ends) => words::event::days(&event.starts.long(), &ends.long()),
        None => event.starts.long(),
    }
}

/// Who convened the event, in words.
pub(super) fn organizers(event: &Event) -> String {
    let names: Vec<&str> = event.organizers.iter().map(|it| it.name.as_str()).collect();
    names.join(", ")
}

/// One sentence that says what the notes are about and when they were taken home.
pub(super) fn citation(material: &Material) -> String {
    let event = &material.event;
    words::take_home::citation(
        &event.title,
        &event.place,
        &days(event),
        &organizers(event),
        &times::day_in_words(&material.now),
    )
}
