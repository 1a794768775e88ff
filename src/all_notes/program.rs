//! What lives on the page with the notes on all events: the search, the lists, and the export.

pub mod event;
pub mod export;
pub mod text;

use std::time::Duration;

use leptos::ev;
use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, Url};

use self::event::EventNotes;
use self::export::Export;
use super::{EventNames, Found, Search, Shelved, find, held, listed, shelf};
use crate::browser::{begin_to_speak, begin_to_write_days};
use crate::choices::{Choosable, Outcome, labelled_option};
use crate::event::EventId;
use crate::messages::all_notes as messages;
use crate::notebook::Timestamp;
use crate::notebook::search::Query;
use crate::storage::browser::BrowserStore;
use crate::storage::{StoreError, entry_of_any_event};

/// How many texts are on the page at first, and come with each press.
const STEP: usize = 50;

/// How long what another page changes is gathered, before the page looks at it.
const GATHER: Duration = Duration::from_millis(100);

/// All that is held, or why it cannot be seen.
type Shelf = RwSignal<Result<Vec<Shelved>, StoreError>>;

/// What the parts of the page have in common.
#[derive(Clone, Copy)]
struct Page {
    shelf: Shelf,
    /// Whether the events of the site are known.
    has_titles: bool,
    /// What stands in the search box.
    words: RwSignal<String>,
    /// What is searched for.
    search: Memo<Search>,
    /// What the site is called.
    site: StoredValue<String>,
    clock: fn() -> Timestamp,
}

impl Page {
    /// Searches for words.
    fn search_for(self, words: String) {
        self.words.set(words);
    }
}

/// Begins to show what is stored, in its place on the page.
pub fn begin(events: Option<&str>, clock: fn() -> Timestamp) {
    begin_to_speak();
    begin_to_write_days();
    let Some(place) = place() else { return };
    let site = place.dataset().get("site").unwrap_or_default();
    let listed = events.and_then(listed);
    // Where another program of the page has begun its own, that one is taken.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    mount_to(place, move || view! { <AllNotes listed=listed site=site clock=clock/> }).forget();
}

fn place() -> Option<HtmlElement> {
    document().get_element_by_id("all-notes")?.dyn_into().ok()
}

/// The whole address of something, by its address from the start page.
fn whole_address(from_start: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    let start = Url::new_with_base("../", &here).map(|start| start.href());
    let whole = start.and_then(|start| Url::new_with_base(from_start, &start));
    whole.map_or_else(|_| from_start.to_owned(), |whole| whole.href())
}

/// All of it.
#[component]
fn AllNotes(
    /// The events of the site, where they are known.
    listed: Option<Vec<EventNames>>,
    /// What the site is called.
    site: String,
    /// The clock of the device.
    clock: fn() -> Timestamp,
) -> impl IntoView {
    let has_titles = listed.is_some();
    let shelf = follow_store(listed.unwrap_or_default());
    let words = RwSignal::new(String::new());
    let chosen = RwSignal::new(None::<EventId>);
    let search =
        Memo::new(move |_| Search { query: Query::new(&words.read()), event: chosen.get() });
    let site = StoredValue::new(site);
    provide_context(Page { shelf, has_titles, words, search, site, clock });

    let limit = RwSignal::new(STEP);
    Effect::watch(move || search.get(), move |_, _, _| limit.set(STEP), false);
    let found = Memo::new(move |_| match &*shelf.read() {
        Ok(shelf) => find(shelf, &search.read(), limit.get()),
        Err(_) => Found::default(),
    });
    let is_empty = Memo::new(move |_| found.with(|found| found.all == 0));
    let trouble = move || {
        let trouble = match &*shelf.read() {
            Err(StoreError::Blocked) => messages::BLOCKED,
            Err(_) => messages::UNREADABLE_STORE,
            Ok(shelf) if shelf.is_empty() => messages::NO_NOTES,
            Ok(_) if !has_titles => messages::NO_TITLES,
            Ok(_) => return String::new(),
        };
        trouble.text().to_owned()
    };
    let totals = Memo::new(move |_| {
        let found = found.read();
        let totals = match (found.all, search.read().leaves_out()) {
            (0, _) => return String::new(),
            (all, true) => messages::found(found.texts, all, found.on_events),
            (_, false) => messages::totals(found.notes, found.drafts, found.on_events),
        };
        totals.text()
    });
    let events =
        move || found.with(|it| it.events.iter().map(|event| event.id.clone()).collect::<Vec<_>>());
    view! {
        <p class="all-notes__trouble" role="status" prop:textContent=trouble></p>
        <div class="all-notes__search" role="search" hidden=move || is_empty.get()>
            <input
                class="all-notes__box"
                type="search"
                aria-label=messages::SEARCH
                placeholder=messages::SEARCH
                autocomplete="off"
                dir="auto"
                prop:value=move || words.get()
                on:input:target=move |event| words.set(event.target().value())
            />
            <ChooseEvent chosen=chosen/>
        </div>
        <p class="all-notes__totals">
            <Outcome words=totals all=move || found.with(|found| found.all)/>
        </p>
        <Export is_empty=is_empty/>
        <For each=events key=|id| id.clone() let:id>
            <EventNotes id=id found=found/>
        </For>
        <More found=found on_more=move || limit.update(|limit| *limit += STEP)/>
    }
}

/// What is stored, now and after each change by another page.
fn follow_store(listed: Vec<EventNames>) -> Shelf {
    let look = move || Ok(shelf(held(&BrowserStore)?, &listed));
    let shelf: Shelf = RwSignal::new(look());
    let is_waiting = StoredValue::new(false);
    let look = StoredValue::new_local(look);
    let look_again = move || {
        if is_waiting.try_update_value(|it| std::mem::replace(it, true)) != Some(false) {
            return;
        }
        let look = move || {
            is_waiting.set_value(false);
            let found = look.with_value(|look| look());
            if *shelf.read_untracked() != found {
                shelf.set(found);
            }
        };
        set_timeout(look, GATHER);
    };
    let listeners = [
        window_event_listener(ev::storage, move |event| {
            // No key: all of them were removed.
            if event.key().is_none_or(|key| entry_of_any_event(&key).is_some()) {
                look_again();
            }
        }),
        // What happened while the page was away may not have been told.
        window_event_listener(ev::pageshow, move |_| look_again()),
        window_event_listener(ev::visibilitychange, move |_| look_again()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    shelf
}

/// The list of events, of which one is chosen, or all.
#[component]
fn ChooseEvent(
    /// The event that is chosen.
    chosen: RwSignal<Option<EventId>>,
) -> impl IntoView {
    let page = expect_context::<Page>();
    let list = NodeRef::<html::Select>::new();
    let options = Memo::new(move |_| {
        let shelf = page.shelf.read();
        let titles = shelf.iter().flatten();
        let event = |it: &Shelved| Choosable {
            value: it.held.id.to_string(),
            words: it.outline.title.clone(),
            language: it.language.clone(),
        };
        titles.map(event).collect::<Vec<_>>()
    });
    // After the options, which come and go.
    Effect::new(move |_| {
        let is_there = |event: &EventId| {
            options.with(|options| options.iter().any(|it| it.value == event.as_str()))
        };
        let now = chosen.get();
        if now.as_ref().is_some_and(|event| !is_there(event)) {
            chosen.set(None);
        } else if let Some(list) = list.get() {
            list.set_value(now.as_ref().map_or("", EventId::as_str));
        }
    });
    let choose = move |id: String| chosen.set(EventId::try_from(id).ok());
    view! {
        <select
            class="all-notes__choice"
            aria-label=messages::EVENT
            node_ref=list
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="" label=messages::ALL_EVENTS aria-label=messages::ALL_EVENTS></option>
            {move || options.get().into_iter().map(labelled_option).collect_view()}
        </select>
    }
}

/// Below what is not shown whole.
#[component]
fn More(
    /// What was found.
    found: Memo<Found>,
    /// Shows more.
    on_more: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let is_whole = move || found.with(|found| found.shown >= found.to_show);
    let words = move || found.with(|found| messages::shown_of(found.shown, found.to_show).text());
    view! {
        <div class="all-notes__more" hidden=is_whole>
            <p prop:textContent=words></p>
            <button type="button" class="button button--quiet" on:click=move |_| on_more()>
                {messages::SHOW_MORE}
            </button>
        </div>
    }
}
