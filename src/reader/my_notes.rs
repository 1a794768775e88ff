//! All notes in one place, with a search.

use leptos::either::EitherOf3;
use leptos::html;
use leptos::prelude::*;

use super::folding::bring_when;
use super::markdown::{Markdown, Shown};
use super::note::follow_tag;
use super::note_list::{More, Printing};
use super::platform;
use super::safekeeping::{NeedsAttention, RecentlyDeleted, StorageUse};
use super::state::{EventContext, Filter, Found, Group, Notes};
use super::transfer::Transfer;
use crate::browser::event_language;
use crate::choices::{Choosable, Outcome, labelled_option};
use crate::effect::effect;
use crate::event::places::theme_anchor;
use crate::event::{ThemeId, TitledTheme};
use crate::messages::{Phrase, notes as messages};
use crate::notebook::filter::{CHANGED, Choice, NEWEST};
use crate::notebook::{NoteId, Selection};

/// How many notes are on the page at first, and come with each step.
const STEP: usize = 10;

/// So many of what a search found come by themselves, once the first ones are seen.
const HITS: usize = 100;

/// All notes, grouped by theme in the outline's order, filtered as the reader types.
#[component]
pub fn MyNotes() -> impl IntoView {
    let filter = expect_context::<Filter>();
    let notes = expect_context::<Notes>();
    let printing = expect_context::<Printing>();
    let found = Memo::new(move |_| {
        filter.find(if printing.0.get() { usize::MAX } else { filter.steps() * STEP })
    });
    let lacks_hits = move || {
        let found = found.read();
        filter.leaves_out() && found.shown() < found.count.min(HITS)
    };
    let show_more_hits = move || {
        if untrack(lacks_hits) {
            // As many again.
            filter.show_more(untrack(|| filter.steps()));
        }
    };
    effect(move || {
        if lacks_hits() {
            platform::after_paint(show_more_hits);
        }
    });
    // A memo, so that nothing is told twice.
    let totals = Memo::new(move |_| {
        messages::totals_of(found.read().count, notes.count(), filter.leaves_out()).text()
    });
    let groups =
        move || found.read().groups.iter().map(|(group, _)| group.clone()).collect::<Vec<_>>();
    view! {
        <p class="my-notes__search">
            <input
                class="my-notes__box"
                id="search-notes"
                type="search"
                aria-label=messages::SEARCH_NOTES
                placeholder=messages::SEARCH_NOTES
                autocomplete="off"
                dir="auto"
                prop:value=move || filter.chosen(Choice::Words)
                on:input:target=move |event| filter.choose(Choice::Words, event.target().value())
            />
        </p>
        <Choices/>
        <Actions/>
        <OverdueBackup/>
        <p class="my-notes__totals"><Outcome words=totals all=move || notes.count()/></p>
        <NeedsAttention/>
        <For each=groups key=Group::key let:group>
            <FoundGroup group=group found=found/>
        </For>
        <More
            shown=Memo::new(move |_| found.read().shown())
            count=Memo::new(move |_| found.read().count)
            on_more=move || filter.show_more(1)
        />
        <RecentlyDeleted/>
        <StorageUse/>
    }
}

/// What is shown, and in which order.
#[component]
fn Choices() -> impl IntoView {
    let notes = expect_context::<Notes>();
    let filter = expect_context::<Filter>();
    let event = expect_context::<EventContext>();
    let themes = Memo::new(move |_| {
        let chosen = filter.chosen(Choice::Theme);
        let event = event.read_value();
        let themes = event.themes.iter();
        themes
            .filter(|theme| theme.id.as_str() == chosen || notes.count_on(Some(&theme.id)) > 0)
            .map(choosable_theme)
            .collect::<Vec<_>>()
    });
    let tags = Memo::new(move |_| {
        notes
            .tags()
            .into_iter()
            .map(|tag| Choosable {
                value: tag.key,
                words: messages::tag_with_count(&tag.text, tag.count).text(),
                language: None,
            })
            .collect::<Vec<_>>()
    });
    bring_when(move || !tags.read().is_empty() || !filter.chosen(Choice::Words).is_empty(), filter);
    // No note is left with the tag that was chosen.
    effect(move || {
        let is_gone = filter.with(|chosen| {
            !chosen.tag.is_empty() && tags.read().iter().all(|tag| tag.value != chosen.tag)
        });
        if is_gone {
            filter.choose(Choice::Tag, String::new());
        }
    });
    let orders = Memo::new(|_| {
        [("", messages::OUTLINE), (NEWEST, messages::NEWEST), (CHANGED, messages::LAST_CHANGED)]
            .map(|(order, label)| choosable_phrase(order, label))
            .to_vec()
    });
    view! {
        <p class="my-notes__filters" hidden=move || notes.count() < 2>
            <Chooser
                choice=Choice::Theme
                label=messages::THEME
                none=messages::ALL_THEMES
                options=themes
            />
            <Chooser
                choice=Choice::Tag
                label=messages::TAG
                none=messages::ALL_TAGS
                options=tags
            />
            // What stands in the other two says by itself what it is.
            <span>{messages::SORT_BY}</span>
            <Chooser choice=Choice::Order label=messages::SORT_BY options=orders/>
        </p>
    }
}

/// A list of which one thing is chosen.
#[component]
fn Chooser(
    /// What is chosen.
    choice: Choice,
    /// The list's name.
    label: Phrase,
    /// What stands for no choice.
    #[prop(optional)]
    none: Option<Phrase>,
    /// What there is to choose from.
    options: Memo<Vec<Choosable>>,
) -> impl IntoView {
    let filter = expect_context::<Filter>();
    let list = NodeRef::<html::Select>::new();
    // After the options, which come and go.
    effect(move || {
        options.track();
        if let Some(list) = list.get() {
            list.set_value(&filter.chosen(choice));
        }
    });
    view! {
        <select
            class="my-notes__choice"
            aria-label=label
            node_ref=list
            on:change:target=move |event| filter.choose(choice, event.target().value())
        >
            {none.map(|none| labelled_option(choosable_phrase("", none)))}
            {move || options.get().into_iter().map(labelled_option).collect_view()}
        </select>
    }
}

fn choosable_phrase(value: &str, words: Phrase) -> Choosable {
    Choosable { value: value.to_owned(), words: words.text().to_owned(), language: None }
}

fn choosable_theme(theme: &TitledTheme) -> Choosable {
    Choosable {
        value: theme.id.to_string(),
        words: theme.title.clone(),
        language: event_language(),
    }
}

/// Export, import and copy.
#[component]
fn Actions() -> impl IntoView {
    let filter = expect_context::<Filter>();
    let transfer = expect_context::<Transfer>();
    let export = move |_| {
        if untrack(|| filter.leaves_out()) {
            let all = untrack(|| filter.find(usize::MAX));
            transfer.export(Selection::Found(
                all.groups.into_iter().flat_map(|(_, notes)| notes).collect(),
            ));
        } else {
            transfer.export(Selection::All);
        }
    };
    view! {
        <p class="my-notes__actions">
            <button type="button" class="button button--quiet" on:click=export>
                {messages::EXPORT}
            </button>
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| transfer.import()
            >
                {messages::IMPORT}
            </button>
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| transfer.copy_all()
            >
                {messages::COPY_ALL}
            </button>
        </p>
    }
}

/// The quiet line about a backup that is due.
#[component]
fn OverdueBackup() -> impl IntoView {
    let notes = expect_context::<Notes>();
    let words = move || {
        let last = notes.overdue_backup()?;
        let last = last.map(|last| platform::local_time(&last));
        Some(messages::backup_is_due(last.as_deref()).text())
    };
    view! { <p class="my-notes__backup" prop:textContent=move || words().unwrap_or_default()></p> }
}

/// The notes of one list that were found.
#[component]
fn FoundGroup(
    /// Which list.
    group: Group,
    /// What was found.
    found: Memo<Found>,
) -> impl IntoView {
    let event = expect_context::<EventContext>();
    let filter = expect_context::<Filter>();
    let (heading, label) = match &group {
        Group::Theme(theme) => {
            let title = title_of(event, theme);
            let link = view! { <a href=address(theme) lang=event_language() dir="auto">{title.clone()}</a> };
            (EitherOf3::A(link), title)
        }
        Group::Others => {
            let title = messages::LOST_NOTES;
            (EitherOf3::B(view! { <span>{title}</span> }), title.text().to_owned())
        }
        // The one list of all notes says by itself what it is.
        Group::InOrder => (EitherOf3::C(()), messages::NOTES_IN_ORDER.text().to_owned()),
    };
    let ids = {
        let group = group.clone();
        move || found.read().of(&group)
    };
    view! {
        <div class="my-notes__group">
            <p class="my-notes__theme">{heading}</p>
            <ul class="my-notes__list" role="list" aria-label=label on:click=follow_tag(filter)>
                <For each=ids key=|id| id.clone() let:id>
                    <FoundNote id=id group=group.clone()/>
                </For>
            </ul>
        </div>
    }
}

fn title_of(event: EventContext, theme: &ThemeId) -> String {
    event.read_value().theme_title(theme).unwrap_or_default().to_owned()
}

fn address(theme: &ThemeId) -> String {
    format!("#{}", theme_anchor(theme))
}

/// A note that was found, its hits marked.
#[component]
fn FoundNote(
    /// Which note.
    id: NoteId,
    /// The list in which it stands.
    group: Group,
) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let filter = expect_context::<Filter>();
    let markdown = expect_context::<Markdown>();
    let event = expect_context::<EventContext>();
    let note = notes.note(&id);
    let shown = Memo::new({
        let note = note.clone();
        move |_| {
            let Some(note) = note.get() else { return Shown::default() };
            let text = note.plain();
            markdown.shown(&text, &filter.hits(&text), false)
        }
    });
    let is_pinned = {
        let note = note.clone();
        move || note.get().is_some_and(|note| note.is_pinned())
    };
    let way = match group {
        Group::Theme(theme) => EitherOf3::A(view! {
            <a class="my-notes__link" href=address(&theme)>{messages::GO_TO_THEME}</a>
        }),
        Group::Others => EitherOf3::B(view! { <Mover id=id/> }),
        Group::InOrder => EitherOf3::C(move || {
            let theme = note.get()?.theme.clone();
            let title = title_of(event, &theme);
            (!title.is_empty()).then(|| {
                view! {
                    <a class="my-notes__link" href=address(&theme)>
                        {messages::go_to_theme_named(&title)}
                    </a>
                }
            })
        }),
    };
    view! {
        <li class="my-notes__note">
            <div
                class="my-notes__text"
                class:formatted=move || shown.read().is_formatted
                dir="auto"
                inner_html=move || shown.read().html.clone()
            ></div>
            <p class="pinned" hidden=move || !is_pinned()>{messages::PINNED}</p>
            {way}
        </li>
    }
}

/// Leads a note whose theme is gone to one that is there.
#[component]
fn Mover(
    /// Which note.
    id: NoteId,
) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let event = expect_context::<EventContext>();
    let themes = event.read_value().themes.clone();
    let list = NodeRef::<html::Select>::new();
    let options = themes.iter().map(choosable_theme).map(labelled_option);
    let options = options.collect_view();
    let move_note = move |_| {
        let Some(chosen) = list.get_untracked().map(|list| list.value()) else { return };
        if let Some(theme) = themes.iter().find(|theme| theme.id.as_str() == chosen) {
            notes.move_to(&id, &theme.id);
        }
    };
    view! {
        <p class="my-notes__mover">
            <select class="my-notes__choice" aria-label=messages::MOVE_TO_THEME node_ref=list>
                {options}
            </select>
            <button type="button" class="button" on:click=move_note>
                {messages::MOVE}
            </button>
        </p>
    }
}
