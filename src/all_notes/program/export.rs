//! What is taken home of all events.

use leptos::prelude::*;

use super::super::{Shelved, several};
use super::{Page, whole_address};
use crate::browser::download;
use crate::event::EventId;
use crate::formats::several::Form;
use crate::formats::{Format, Selection};
use crate::messages::{Phrase, all_notes as messages};

/// A label, and what is in the file.
fn words(form: Form) -> [Phrase; 2] {
    match form {
        Form::Markdown => [messages::AS_MARKDOWN, messages::MARKDOWN_KEEPS],
        Form::Backup => [messages::AS_BACKUP, messages::BACKUP_KEEPS],
        Form::Csv => [messages::AS_CSV, messages::CSV_KEEPS],
        Form::CsvForExcel => [messages::AS_CSV_FOR_EXCEL, messages::EXCEL_KEEPS],
    }
}

/// The files, behind a press.
#[component]
pub fn Export(
    /// Whether there is nothing to be taken.
    is_empty: Memo<bool>,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let news = RwSignal::new(String::new());
    let save = move |form: Form| {
        let shelf = page.shelf.read_untracked();
        let Ok(shelf) = &*shelf else { return };
        let several = several(shelf, page.site.get_value(), whole_address, (page.clock)());
        let name = form.file_name(&several);
        let went_well = download(&name, form.media_type(), &form.write(&several));
        news.set(messages::file_saved(&name, went_well).text());
    };
    let ways = Form::ALL.map(|form| {
        let [label, keeps] = words(form);
        view! {
            <li class="transfer__way">
                <button type="button" class="button" on:click=move |_| save(form)>
                    {label}
                </button>
                <p class="transfer__words">{keeps}</p>
            </li>
        }
    });
    view! {
        <details class="all-notes__export transfer" hidden=move || is_empty.get()>
            <summary>{messages::EXPORT}</summary>
            <p class="all-notes__facts">{messages::EXPORT_EXPLAINED}</p>
            <ul class="transfer__ways" role="list" aria-label=messages::EXPORT>
                {ways.collect_view()}
            </ul>
            <p class="transfer__news" role="status" prop:textContent=move || news.get()></p>
        </details>
    }
}

/// The backup of an event that the site does not have, and whose page can give none.
#[component]
pub fn SaveThese(
    /// Which event.
    id: EventId,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let news = RwSignal::new(String::new());
    let save = move |_| {
        let shelf = page.shelf.read_untracked();
        let Ok(shelf) = &*shelf else { return };
        let is_this = |it: &&Shelved| it.held.id == id;
        let Some(shelved) = shelf.iter().find(is_this) else { return };
        let snapshot = shelved.snapshot(whole_address, &(page.clock)());
        let (format, name) = (Format::Backup, Format::Backup.file_name(&snapshot));
        let text = format.write(&snapshot, &Selection::All);
        let went_well = download(&name, format.media_type(), &text);
        news.set(messages::file_saved(&name, went_well).text());
    };
    view! {
        <p class="all-notes__actions">
            <button type="button" class="button button--quiet" on:click=save>
                {messages::SAVE_THESE}
            </button>
            <span class="transfer__news" role="status" prop:textContent=move || news.get()></span>
        </p>
    }
}
