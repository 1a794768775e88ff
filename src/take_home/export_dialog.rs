//! Taking notes home: as a file, on the clipboard, as a link, on paper.

use leptos::prelude::*;

use super::browser;
use super::dialog::{Close, dialog};
use super::request::FirstProgram;
use crate::formats::{Format, Material, Selection, link, plain_text, rich_text};
use crate::words::{notes, take_home as words};

/// The dialog for one selection of notes.
pub(super) fn view(
    material: Material,
    selection: Selection,
    first: FirstProgram,
    close: Close,
) -> impl IntoView {
    let count = |selection: &Selection| {
        material.notebook.notes().filter(|note| selection.holds(note)).count()
    };
    let what = match &selection {
        Selection::All => words::all_notes(count(&selection)),
        Selection::Found(_) => words::found_notes(count(&selection)),
        Selection::Theme(id) => {
            let theme = material.event.themes.iter().find(|theme| &theme.id == id);
            let title = theme.map_or(words::NAMELESS_THEME, |theme| theme.title.as_str());
            words::notes_on_theme(title, count(&selection))
        }
        Selection::Note(_) => words::ONE_NOTE.to_owned(),
    };
    let is_all = selection == Selection::All;
    let is_empty = count(&selection) == 0
        && !(is_all
            && (material.notebook.drafts().next().is_some() || !material.entries.is_empty()));
    let news = RwSignal::new(String::new());
    let stored = StoredValue::new_local((material, selection, first));
    let save = move |format: Format| {
        stored.with_value(|(material, selection, first)| {
            let name = format.file_name(material);
            let text = format.write(material, selection);
            let went_well = browser::download(&name, format.media_type(), &text);
            if went_well && format == Format::Backup && *selection == Selection::All {
                first.took_backup(&material.now);
            }
            news.set(words::saved_as(&name, went_well));
        });
    };
    let copy_notes = move |_| {
        stored.with_value(|(material, selection, _)| {
            copy(material, selection, move |went_well| {
                news.set(words::copied(went_well).to_owned())
            });
        });
    };
    let formats = Format::ALL
        .into_iter()
        .map(|format| {
            view! {
                <li class="take-home__way">
                    <button type="button" class="button" on:click=move |_| save(format)>
                        {format.label()}
                    </button>
                    <p class="take-home__words">
                        {format.keeps()} <br/> {format.loses()}
                    </p>
                </li>
            }
        })
        .collect_view();
    // Who takes a note or a theme out of the rest mostly means to send it on.
    let is_part = stored.with_value(|(_, selection, _)| {
        matches!(selection, Selection::Note(_) | Selection::Theme(_))
    });
    let ways = view! {
        {is_part.then(|| sharing(stored, news))}
        <h3>{words::AS_FILE}</h3>
        <ul class="take-home__ways" role="list">{formats}</ul>
        <h3>{words::ON_CLIPBOARD}</h3>
        <p class="take-home__way">
            <button type="button" class="button" on:click=copy_notes>{words::COPY_WITH_HEADINGS}</button>
            <span class="take-home__words">
                {words::HEADINGS_STAY}
            </span>
        </p>
        {(!is_part).then(|| sharing(stored, news))}
    };
    let content = view! {
        <p>{what} {words::NOTHING_LEAVES}</p>
        {if is_empty {
            view! { <p>{words::NOTHING_YET}</p> }
                .into_any()
        } else {
            ways.into_any()
        }}
        {is_all.then(printing)}
        <p class="take-home__news" role="status">{move || news.get()}</p>
    };
    let title = if is_part { words::SHARE_TITLE } else { words::EXPORT_TITLE };
    dialog(title, close, content)
}

/// Puts notes on the clipboard, with headings and lists.
pub(super) fn copy(material: &Material, selection: &Selection, answer: impl Fn(bool) + 'static) {
    browser::copy_rich(&rich_text(material, selection), &plain_text(material, selection), answer);
}

type Stored = StoredValue<(Material, Selection, FirstProgram), LocalStorage>;

fn sharing(stored: Stored, news: RwSignal<String>) -> impl IntoView {
    stored.with_value(|(material, selection, _)| match link(material, selection) {
        Ok(address) => {
            let title = material.event.title.clone();
            let (copied, shared) = (address.clone(), address.clone());
            let copy = move |_| {
                crate::browser::to_clipboard(&copied, Box::new(move |went_well| {
                    news.set(words::copied(went_well).to_owned());
                }));
            };
            let sheet = browser::has_share_sheet().then(|| {
                let share = move |_| browser::share(&title, &shared);
                view! { <button type="button" class="button" on:click=share>{notes::SHARE}</button> }
            });
            view! {
                <h3>{words::AS_LINK}</h3>
                <p>
                    {words::LINK_EXPLAINED}
                </p>
                <p class="take-home__link">
                    <input
                        class="take-home__address"
                        type="text"
                        readonly=true
                        aria-label=words::LINK
                        prop:value=address
                    />
                    <button type="button" class="button" on:click=copy>{words::COPY_LINK}</button>
                    {sheet}
                </p>
            }
            .into_any()
        }
        Err(too_long) => view! {
            <h3>{words::AS_LINK}</h3>
            <p>{too_long.message()}</p>
        }
        .into_any(),
    })
}

fn printing() -> impl IntoView {
    let only_noted = RwSignal::new(false);
    view! {
        <h3>{words::ON_PAPER}</h3>
        <p>
            <label>
                <input
                    type="checkbox"
                    prop:checked=only_noted
                    on:change:target=move |event| only_noted.set(event.target().checked())
                />
                {words::ONLY_NOTED}
            </label>
        </p>
        <p>
            <button
                type="button"
                class="button"
                on:click=move |_| browser::print(only_noted.get_untracked())
            >
                {words::PRINT}
            </button>
        </p>
    }
}
