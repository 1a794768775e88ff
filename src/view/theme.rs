//! One theme: its text, and the reader's notes on it.

use leptos::prelude::*;

use super::built::built;
use super::citations::Citations;
use super::controls::button;
use super::element::{Element, element};
use super::new_note::new_note;
use super::note::note_item;
use super::quotation::Quotations;
use crate::event::{Event, Theme, ThemeId};
use crate::notebook::filter::Group;
use crate::state::{NotebookState, Scope, Task};
use crate::words::notes as words;

/// A theme that opens and closes, with its notes beneath.
pub fn theme_section(
    event: &'static Event,
    theme: &'static Theme,
    notebook: NotebookState,
) -> Element {
    let anchor = theme.anchor();
    let title_id = format!("{anchor}-title");
    let notes = notes_on(Some(&theme.id), &words::notes_on(&theme.title), notebook);
    let title =
        element("h4").class("theme__title").attribute("id", &title_id).child(theme.title.as_str());
    let take_home = move || notebook.take_home(Task::Export, Scope::Theme(theme.id.clone()));
    let body =
        element("div").class("theme__notes").child(new_note(theme, notebook)).child(notes).child(
            button(words::SHARE_THEME, "button button--quiet", take_home)
                .hidden(move || notebook.count_on(&theme.id) == 0),
        );
    element("section")
        .class("theme")
        .attribute("id", &anchor)
        .attribute("aria-labelledby", &title_id)
        .attribute("tabindex", "-1")
        .child(
            element("details")
                .class("theme__details")
                .attribute("open", "")
                .child(element("summary").class("theme__summary").child(title))
                .child(
                    element("div")
                        .class("theme__body")
                        .child(
                            element("div").class("theme__text").built(built(|| text(event, theme))),
                        )
                        .child(body),
                ),
        )
}

/// The list of the notes on a theme; `None` stands for all themes that the event lacks.
pub fn notes_on(theme: Option<&'static ThemeId>, label: &str, notebook: NotebookState) -> Element {
    let group = theme.map_or(Group::Others, Group::Theme);
    let ids =
        Memo::new(move |_| if notebook.ready() { notebook.find(group, false) } else { Vec::new() });
    element("ul")
        .class("notes")
        .attribute("role", "list")
        .attribute("aria-label", label)
        .notes(move || ids.get(), move |id| note_item(id, notebook))
}

fn text(event: &'static Event, theme: &'static Theme) -> impl IntoView {
    let last = theme.text.len().saturating_sub(1);
    view! {
        {theme.text.iter().enumerate().map(|(index, paragraph)| view! {
            <p>
                {paragraph.as_str()}
                {(index == last).then(|| view! { <Citations event=event cites=&theme.cites/> })}
            </p>
        }).collect_view()}
        <Quotations event=event theme=Some(&theme.id)/>
    }
}
