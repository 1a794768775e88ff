//! A list of notes that puts on the page what is looked at: the first ones, and more as one scrolls.

use std::cell::Cell;

use leptos::html;
use leptos::prelude::*;

use super::listening::watch_for;
use super::note::{NoteItem, follow_tag};
use super::state::{Filter, Notes};
use super::transfer::Transfer;
use crate::effect::effect;
use crate::event::ThemeId;
use crate::messages::notes as messages;
use crate::notebook::Selection;

/// How many notes of a list are on the page at first, and come with each step.
const STEP: usize = 20;

/// So far below the window more notes are put on the page.
const AHEAD: &str = "0px 0px 800px 0px";

/// Whether the page is being printed: then all of each list is on it.
#[derive(Clone, Copy)]
pub struct Printing(pub RwSignal<bool>);

/// The notes on a theme.
#[component]
pub fn NotesOnTheme(
    /// The theme; `None` stands for all themes that the event lacks.
    theme: Option<ThemeId>,
    /// The list's name.
    label: String,
) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let filter = expect_context::<Filter>();
    let printing = expect_context::<Printing>();
    let theme = StoredValue::new(theme);
    let limit = RwSignal::new(STEP);
    let count = Memo::new(move |_| notes.count_on(theme.read_value().as_ref()));
    // A note that is on the page stays there when others come before it: it may be in use. `Effect::watch`
    // would be 0.3 kB more, for this one place.
    let known = Cell::new(count.get_untracked());
    effect(move || {
        let count = count.get();
        let added = count.saturating_sub(known.replace(count));
        if added > 0 {
            limit.update(|limit| *limit += added);
        }
    });
    effect(move || {
        let Some(id) = notes.revealed() else { return };
        let note = notes.note(&id).get_untracked();
        let is_here = note.as_ref().map(|note| &note.theme) == theme.read_value().as_ref();
        if let (true, Some(place)) = (is_here, notes.place_of(&id)) {
            limit.update(|limit| *limit = (*limit).max(place + 1));
        }
    });
    let shown = Memo::new(move |_| {
        let limit = if printing.0.get() { usize::MAX } else { limit.get() };
        notes.first_on(theme.read_value().as_ref(), limit)
    });
    view! {
        <ul class="notes" role="list" aria-label=label on:click=follow_tag(filter)>
            <For each=move || shown.get() key=|id| id.clone() let:id>
                <NoteItem id=id/>
            </For>
        </ul>
        <More
            shown=Memo::new(move |_| shown.read().len())
            count=count
            on_more=move || limit.update(|limit| *limit += STEP)
        />
    }
}

/// The button below a theme's notes by which they are taken out of the page.
#[component]
pub fn ShareTheme(
    /// The theme.
    theme: ThemeId,
) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let transfer = expect_context::<Transfer>();
    let is_empty = {
        let theme = theme.clone();
        move || notes.count_on(Some(&theme)) == 0
    };
    view! {
        <button
            type="button"
            class="button button--quiet"
            hidden=is_empty
            on:click=move |_| transfer.export(Selection::Theme(theme.clone()))
        >
            {messages::SHARE_THEME}
        </button>
    }
}

/// What stands below a list that is not shown whole: how many there are, and more of them as soon as
/// it comes into sight, or at a press.
#[component]
pub fn More(
    /// How many are shown.
    shown: Memo<usize>,
    /// How many there are.
    count: Memo<usize>,
    /// Shows more.
    on_more: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    effect(move || {
        if let Some(place) = place.get() {
            watch_for(&[place.into()], AHEAD, move |_| on_more());
        }
    });
    let is_whole = move || shown.get() >= count.get();
    let words = move || messages::shown_of(shown.get(), count.get()).text();
    view! {
        <div class="more" node_ref=place hidden=is_whole>
            <p class="more__count" prop:textContent=words></p>
            <button type="button" class="button button--quiet" on:click=move |_| on_more()>
                {messages::SHOW_MORE}
            </button>
        </div>
    }
}
