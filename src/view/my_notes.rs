//! All notes in one place, with a search.

use leptos::prelude::*;

use super::controls::button;
use super::element::{Child, Element, Handle, element, value_of_target};
use super::in_browser::in_browser;
use super::note::pin_mark;
use super::safekeeping::{needs_attention, recently_deleted, storage_use};
use crate::event::places::theme_anchor;
use crate::event::{Event, Theme, ThemeId};
use crate::notebook::filter::{CHANGED, Choice, Group, NEWEST};
use crate::notebook::search::pieces;
use crate::notebook::{Note, NoteId, Timestamp};
use crate::state::{NotebookState, Scope, Task};
use crate::words::{notes as words, study};

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
    let lists = event.outline().map(|theme| (Group::Theme(&theme.id), theme.title.as_str()));
    let lists =
        lists.chain([(Group::Others, words::LOST_NOTES), (Group::All, study::NOTES_IN_ORDER)]);
    let groups: Vec<(Group<'static>, &str, Memo<Vec<NoteId>>)> = lists
        .map(|(group, title)| (group, title, Memo::new(move |_| notebook.find(group, true))))
        .collect();
    let found: Vec<Memo<Vec<NoteId>>> = groups.iter().map(|(.., notes)| *notes).collect();
    let all_found = found.clone();
    let totals = move || {
        let found = found.iter().map(|notes| notes.with(Vec::len)).sum();
        words::totals(found, notebook.count(), notebook.is_filtered())
    };
    let search_box = chooser("input", "input", Choice::Words, notebook)
        .class("my-notes__box")
        .attribute("type", "search")
        .attribute("aria-label", words::SEARCH_NOTES)
        .attribute("placeholder", words::SEARCH_NOTES)
        .attribute("autocomplete", "off");
    let export = move || {
        let found = || all_found.iter().flat_map(|notes| notes.get_untracked()).collect();
        let is_part = untrack(|| notebook.is_filtered());
        notebook.take_home(Task::Export, if is_part { Scope::Found(found()) } else { Scope::All });
    };
    let overdue = move || {
        let last = |last: Option<Timestamp>| {
            words::overdue_backup(last.map(|last| notebook.local_time(&last)).as_deref())
        };
        notebook.overdue_backup().map(last).unwrap_or_default()
    };
    let mut parts = vec![
        element("p").class("my-notes__search").child(search_box),
        choices(event, notebook),
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
    parts.extend(groups.into_iter().map(|(group, title, notes)| {
        let view = move |id: NoteId| {
            let note = found_note(id.clone(), notebook);
            match group {
                Group::Theme(theme) => note.child(link(theme, "")),
                Group::Others => note.child(mover(event, notebook, id)),
                Group::All => {
                    let theme = notebook.with_note(&id, |note| note.theme.clone());
                    let theme = event.themes.iter().find(|it| Some(&it.id) == theme.as_ref());
                    note.children(theme.map(|theme| link(&theme.id, &theme.title)))
                }
            }
        };
        notes_of(group, title, notes, view)
    }));
    parts.extend([recently_deleted(notebook), storage_use(notebook)]);
    parts
}

/// An element by which the reader chooses what is shown.
fn chooser(
    tag: &'static str,
    event: &'static str,
    choice: Choice,
    notebook: NotebookState,
) -> Element {
    element(tag).on(event, move |event| notebook.choose(choice, value_of_target(&event)))
}

/// What is shown, and in which order.
fn choices(event: &'static Event, notebook: NotebookState) -> Element {
    let themes = move || {
        let chosen = notebook.chosen(|filter| &filter.theme);
        let is_there =
            |theme: &Theme| notebook.count_on(&theme.id) > 0 || theme.id.as_str() == chosen;
        theme_options(event, vec![option("", study::ALL_THEMES, "")], &is_there, &chosen)
    };
    let tags = move || {
        let chosen = notebook.chosen(|filter| &filter.tag);
        let mut options = vec![option("", study::ALL_TAGS, &chosen)];
        let mut is_there = chosen.is_empty();
        for tag in notebook.tags() {
            is_there |= tag.key == chosen;
            let words = tag.text + " (" + &tag.count.to_string() + ")";
            options.push(option(&tag.key, &words, &chosen));
        }
        // No note is left with it.
        if !is_there {
            notebook.choose(Choice::Tag, String::new());
        }
        options
    };
    let orders = || {
        [("", study::OUTLINE), (NEWEST, study::NEWEST), (CHANGED, study::LAST_CHANGED)]
            .map(|(value, words)| option(value, words, ""))
            .into()
    };
    let list = |name: &str, label: &str, choice: Choice| {
        chooser("select", "change", choice, notebook)
            .class("my-notes__choice")
            .attribute("name", name)
            .attribute("aria-label", label)
    };
    element("p")
        .class("my-notes__filters")
        .hidden(move || notebook.count() < 2)
        .child(list("theme", study::THEME, Choice::Theme).live(themes))
        .child(list("tag", study::TAG, Choice::Tag).live(tags))
        // What stands in the other two says by itself what it is.
        .child(element("span").child(study::SORT_BY))
        .child(list("order", study::SORT_BY, Choice::Order).live(orders))
}

fn theme_options(
    event: &Event,
    mut options: Vec<Child>,
    is_there: &dyn Fn(&Theme) -> bool,
    chosen: &str,
) -> Vec<Child> {
    for theme in event.outline() {
        if is_there(theme) {
            options.push(option(theme.id.as_str(), &theme.title, chosen));
        }
    }
    options
}

fn option(value: &str, words: &str, chosen: &str) -> Child {
    // What can be chosen is no text of the page: what is read or found there are notes.
    let option = element("option").attribute("value", value).attribute("label", words);
    let is_chosen = !value.is_empty() && value == chosen;
    if is_chosen { option.attribute("selected", "") } else { option }.into()
}

/// The notes of one list that were found.
fn notes_of(
    group: Group<'static>,
    title: &'static str,
    notes: Memo<Vec<NoteId>>,
    view: impl Fn(NoteId) -> Element + Send + 'static,
) -> Element {
    let is_empty = move || notes.with(Vec::is_empty);
    let heading = match group {
        Group::Theme(theme) => element("a").attribute("href", &address(theme)),
        _ => element("span"),
    };
    // The one list of all notes says by itself what it is.
    let heading = heading.live_text(move || {
        if group == Group::All || is_empty() { String::new() } else { title.to_owned() }
    });
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

fn address(theme: &ThemeId) -> String {
    format!("#{}", theme_anchor(theme))
}

/// The way from a note to its theme, which is named where it is not the list's.
fn link(theme: &ThemeId, title: &str) -> Element {
    let link = element("a").class("my-notes__link").attribute("href", &address(theme));
    let link = link.child(words::GO_TO_THEME);
    if title.is_empty() { link } else { link.child(": ").child(title) }
}

/// A note that was found, its hits marked.
fn found_note(id: NoteId, notebook: NotebookState) -> Element {
    let pinned_id = id.clone();
    let text = move || {
        let marked = |note: &Note| -> Vec<Child> {
            let text = note.plain();
            let pieces = pieces(&text, &notebook.hits(&text)).into_iter();
            pieces
                .map(
                    |(piece, is_hit)| {
                        if is_hit { element("mark").child(piece).into() } else { piece.into() }
                    },
                )
                .collect()
        };
        notebook.with_note(&id, marked).unwrap_or_default()
    };
    element("li")
        .class("my-notes__note")
        .child(element("div").class("my-notes__text").attribute("dir", "auto").live(text))
        .child(pin_mark(pinned_id, notebook))
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
    let choices = element("select")
        .class("my-notes__choice")
        .attribute("aria-label", words::MOVE_TO_THEME)
        .handle(choice)
        .live(move || theme_options(event, Vec::new(), &|_| true, ""));
    element("p").class("my-notes__mover").child(choices).child(button(
        words::MOVE,
        "button",
        move_note,
    ))
}
