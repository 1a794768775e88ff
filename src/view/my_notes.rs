//! All notes in one place, with a search.

use leptos::prelude::*;

use super::controls::button;
use super::element::{Child, Element, Handle, element, value_of_target};
use super::in_browser::in_browser;
use super::note::quoted_words;
use super::safekeeping::{needs_attention, recently_deleted, storage_use};
use crate::event::{Event, Theme};
use crate::notebook::search::{Query, pieces};
use crate::notebook::{NoteId, Timestamp};
use crate::state::{NotebookState, Scope, Task};
use crate::words::notes as words;

const QUIET: &str = "button button--quiet";

/// All notes, grouped by theme in the outline's order, filtered as the reader types.
pub fn my_notes(event: &'static Event, notebook: NotebookState) -> Element {
    let notes = in_browser(element("div"), notebook, move || searchable_notes(event, notebook));
    element("section")
        .class("my-notes")
        .attribute("id", "my-notes")
        .attribute("aria-labelledby", "my-notes-title")
        .attribute("tabindex", "-1")
        .child(element("h2").attribute("id", "my-notes-title").child(words::MY_NOTES))
        .child(notes)
}

fn searchable_notes(event: &'static Event, notebook: NotebookState) -> Vec<Element> {
    let query = RwSignal::new(Query::default());
    let outline = event.outline().map(Some).chain([None]);
    let groups: Vec<(Option<&Theme>, Memo<Vec<NoteId>>)> = outline
        .map(|theme| {
            let id = theme.map(|theme| &theme.id);
            (theme, Memo::new(move |_| query.with(|query| notebook.find(id, query))))
        })
        .collect();
    let found: Vec<Memo<Vec<NoteId>>> = groups.iter().map(|(_, notes)| *notes).collect();
    let all_found = found.clone();
    let totals = move || {
        let found = found.iter().map(|notes| notes.with(Vec::len)).sum();
        words::totals(found, notebook.count(), query.with(|query| !query.is_empty()))
    };
    let search_box = element("input")
        .class("my-notes__box")
        .attribute("type", "search")
        .attribute("aria-label", words::SEARCH_NOTES)
        .attribute("placeholder", words::SEARCH_NOTES)
        .attribute("autocomplete", "off")
        .on("input", move |event| query.set(Query::new(&value_of_target(&event))));
    let export = move || {
        let found = || all_found.iter().flat_map(|notes| notes.get_untracked()).collect();
        let is_search = query.with_untracked(|query| !query.is_empty());
        notebook
            .take_home(Task::Export, if is_search { Scope::Found(found()) } else { Scope::All });
    };
    let overdue = move || {
        let last = |last: Option<Timestamp>| {
            words::overdue_backup(last.map(|last| notebook.local_time(&last)).as_deref())
        };
        notebook.overdue_backup().map(last).unwrap_or_default()
    };
    let mut parts = vec![
        element("p").class("my-notes__search").child(search_box),
        element("p")
            .class("my-notes__actions")
            .child(button(words::EXPORT, QUIET, export))
            .child(button(words::IMPORT, QUIET, move || {
                notebook.take_home(Task::Import, Scope::All);
            }))
            .child(button(words::COPY_ALL, QUIET, move || notebook.copy_all())),
        element("p").class("my-notes__backup").live_text(overdue),
        element("p").class("my-notes__totals").attribute("aria-live", "polite").live_text(totals),
        needs_attention(notebook),
    ];
    parts.extend(groups.into_iter().map(|(theme, notes)| match theme {
        Some(theme) => {
            let address = format!("#{}", theme.anchor());
            let link = element("a").attribute("href", &address);
            group(&theme.title, link, notes, move |id| {
                let link = element("a").class("my-notes__link").attribute("href", &address);
                found_note(id, notebook, query).child(link.child(words::GO_TO_THEME))
            })
        }
        None => group(words::LOST_NOTES, element("span"), notes, move |id| {
            found_note(id.clone(), notebook, query).child(mover(event, notebook, id))
        }),
    }));
    parts.extend([recently_deleted(notebook), storage_use(notebook)]);
    parts
}

/// The notes of one theme that were found. `heading` is what its title stands in.
fn group(
    title: &str,
    heading: Element,
    notes: Memo<Vec<NoteId>>,
    view: impl Fn(NoteId) -> Element + Send + 'static,
) -> Element {
    let is_empty = move || notes.with(Vec::is_empty);
    let shown_title = title.to_owned();
    let heading =
        heading.live_text(move || if is_empty() { String::new() } else { shown_title.clone() });
    let list = element("ul")
        .class("my-notes__list")
        .attribute("role", "list")
        .attribute("aria-label", title)
        .notes(move || notes.get(), view);
    element("div")
        .class("my-notes__group")
        .hidden(is_empty)
        .child(element("p").class("my-notes__theme").child(heading))
        .child(list)
}

/// A note that was found, its hits marked.
fn found_note(id: NoteId, notebook: NotebookState, query: RwSignal<Query>) -> Element {
    let quoted = quoted_words(&id, notebook);
    let text = move || {
        let marked = |text: &str, query: &Query| -> Vec<Child> {
            let hits = query.hits(text).unwrap_or_default();
            let pieces = pieces(text, &hits).into_iter();
            pieces
                .map(
                    |(piece, is_hit)| {
                        if is_hit { element("mark").child(piece).into() } else { piece.into() }
                    },
                )
                .collect()
        };
        let marked = notebook.with_note(&id, |note| query.with(|query| marked(&note.text, query)));
        marked.unwrap_or_default()
    };
    element("li")
        .class("my-notes__note")
        .children(quoted)
        .child(element("p").class("my-notes__text").attribute("dir", "auto").live(text))
}

/// Leads a note whose theme is gone to one that is there.
fn mover(event: &'static Event, notebook: NotebookState, id: NoteId) -> Element {
    let choice = Handle::default();
    let move_note = move || {
        let chosen = choice.value();
        let theme = event.themes.iter().find(|theme| Some(theme.id.as_str()) == chosen.as_deref());
        if let Some(theme) = theme {
            notebook.move_to(&id, &theme.id);
        }
    };
    let options = event.outline().map(|theme| {
        element("option").attribute("value", theme.id.as_str()).child(theme.title.as_str())
    });
    let choices = element("select")
        .class("my-notes__choice")
        .attribute("aria-label", words::MOVE_TO_THEME)
        .handle(choice)
        .children(options);
    element("p").class("my-notes__mover").child(choices).child(button(
        words::MOVE,
        "button",
        move_note,
    ))
}
