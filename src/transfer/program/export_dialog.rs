//! Taking notes home, and sharing them: as a file, on the clipboard, as a link, on paper.

use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;

use super::dialog::{Close, Dialog};
use super::{NotebookAccess, browser, forms};
use crate::browser::{copy_forms, copy_text, download};
use crate::formats::{Format, Selection, Snapshot, link};
use crate::messages::{notes, transfer as messages};
use crate::transfer::request::packed;

/// What is taken, and where the reader is told how that went.
#[derive(Clone, Copy)]
struct Taken {
    snapshot: StoredValue<Snapshot>,
    selection: StoredValue<Selection>,
    notebook: StoredValue<NotebookAccess, LocalStorage>,
    news: RwSignal<String>,
}

impl Taken {
    fn with<T>(self, read: impl FnOnce(&Snapshot, &Selection) -> T) -> T {
        self.snapshot
            .with_value(|snapshot| self.selection.with_value(|selection| read(snapshot, selection)))
    }

    fn save(self, format: Format) {
        self.with(|snapshot, selection| {
            let name = format.file_name(snapshot);
            let text = format.write(snapshot, selection);
            let went_well = download(&name, format.media_type(), &text);
            if went_well && format == Format::Backup && *selection == Selection::All {
                self.notebook.with_value(NotebookAccess::took_backup);
            }
            self.news.set(messages::file_saved(&name, went_well).text());
        });
    }

    fn copy(self) {
        let forms = self.with(forms);
        let object = js_sys::JSON::parse(&packed(&forms)).unwrap_or_default();
        copy_forms(&forms.plain, &object, move |went_well| self.tell_copied(went_well));
    }

    fn tell_copied(self, went_well: bool) {
        self.news.set(messages::copy(went_well).text().to_owned());
    }

    fn tell_link_copied(self, went_well: bool) {
        self.news.set(messages::link_copy(went_well).text().to_owned());
    }
}

/// The dialog for one selection of notes.
#[component]
pub fn ExportDialog(
    /// What there is.
    snapshot: Snapshot,
    /// What is wanted of it.
    selection: Selection,
    /// Where a backup is noted down.
    notebook: NotebookAccess,
    /// What is called when it is closed.
    on_close: Close,
) -> impl IntoView {
    let count = snapshot.notebook.notes().filter(|note| selection.holds(note)).count();
    let what = match &selection {
        Selection::All => messages::all_notes(count),
        Selection::Found(_) => messages::found_notes(count),
        Selection::Theme(id) => messages::notes_on(snapshot.event.theme_title(id), count),
        Selection::Note(_) => messages::ONE_NOTE.into(),
    };
    let is_all = selection == Selection::All;
    let is_empty = count == 0
        && !(is_all
            && (snapshot.notebook.drafts().next().is_some() || !snapshot.entries.is_empty()));
    // Who takes a note or a theme out of the rest mostly means to send it on.
    let is_sharing = matches!(selection, Selection::Note(_) | Selection::Theme(_));
    let title = if is_sharing { messages::SHARE_TITLE } else { messages::EXPORT_TITLE };
    let news = RwSignal::new(String::new());
    let taken = Taken {
        snapshot: StoredValue::new(snapshot),
        selection: StoredValue::new(selection),
        notebook: StoredValue::new_local(notebook),
        news,
    };
    let ways = move || {
        view! {
            {is_sharing.then(|| view! { <AsLink taken=taken/> })}
            <AsFile taken=taken/>
            <OnClipboard taken=taken/>
            {(!is_sharing).then(|| view! { <AsLink taken=taken/> })}
        }
    };
    view! {
        <Dialog title=title on_close=on_close>
            <p>{what}</p>
            <p>{messages::NOTHING_LEAVES}</p>
            {if is_empty {
                Either::Left(view! { <p>{messages::NOTHING_YET}</p> })
            } else {
                Either::Right(ways())
            }}
            {is_all.then(|| view! { <OnPaper/> })}
            <p class="transfer__news" role="status" prop:textContent=move || news.get()></p>
        </Dialog>
    }
}

#[component]
fn AsFile(taken: Taken) -> impl IntoView {
    let way = |format: Format| {
        view! {
            <li class="transfer__way">
                <button type="button" class="button" on:click=move |_| taken.save(format)>
                    {format.label()}
                </button>
                <p class="transfer__words">{format.keeps()} <br/> {format.loses()}</p>
            </li>
        }
    };
    view! {
        <h3>{messages::AS_FILE}</h3>
        <ul class="transfer__ways" role="list">
            {Format::ALL.map(way).collect_view()}
        </ul>
    }
}

#[component]
fn OnClipboard(taken: Taken) -> impl IntoView {
    view! {
        <h3>{messages::ON_CLIPBOARD}</h3>
        <p class="transfer__way">
            <button type="button" class="button" on:click=move |_| taken.copy()>
                {messages::COPY_WITH_HEADINGS}
            </button>
            <span class="transfer__words">{messages::HEADINGS_STAY}</span>
        </p>
    }
}

#[component]
fn AsLink(taken: Taken) -> impl IntoView {
    let content = match taken.with(link) {
        Ok(address) => Either::Left(view! { <Link taken=taken address=address/> }),
        Err(too_long) => Either::Right(view! { <p>{too_long.message()}</p> }),
    };
    view! {
        <h3>{messages::AS_LINK}</h3>
        {content}
    }
}

#[component]
fn Link(taken: Taken, address: String) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let copy = {
        let address = address.clone();
        move |_| {
            copy_text(&address, move |went_well| {
                if let (Some(field), false) = (field.get_untracked(), went_well) {
                    field.select();
                }
                taken.tell_link_copied(went_well);
            });
        }
    };
    let share_button = browser::has_share_sheet().then(|| {
        let address = address.clone();
        let title = taken.with(|snapshot, _| snapshot.event.title.clone());
        view! {
            <button
                type="button"
                class="button"
                on:click=move |_| browser::share(&title, &address)
            >
                {notes::SHARE}
            </button>
        }
    });
    view! {
        <p>{messages::LINK_EXPLAINED}</p>
        <p class="transfer__link">
            <input
                class="transfer__address"
                type="text"
                readonly=true
                aria-label=messages::LINK
                node_ref=field
                prop:value=address
            />
            <button type="button" class="button" on:click=copy>
                {messages::COPY_LINK}
            </button>
            {share_button}
        </p>
    }
}

#[component]
fn OnPaper() -> impl IntoView {
    let only_noted = RwSignal::new(false);
    view! {
        <h3>{messages::ON_PAPER}</h3>
        <p>
            <label>
                <input type="checkbox" bind:checked=only_noted/>
                " "
                {messages::ONLY_NOTED}
            </label>
        </p>
        <p>
            <button
                type="button"
                class="button"
                on:click=move |_| browser::print(only_noted.get_untracked())
            >
                {messages::PRINT}
            </button>
        </p>
    }
}
