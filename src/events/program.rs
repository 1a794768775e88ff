//! The components that find events, and what the program meets on the start page: the entries by their
//! class and data, the place for the search by its id.

use js_sys::{Array, JsString, Object};
use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Response, UrlSearchParams};

use super::{Choice, Entry, Kind, Reason};
use crate::browser::begin_to_speak;
use crate::choices::{ChoiceOf, Choosable, Outcome};
use crate::event::EventWords;
use crate::messages::{Message, events as messages};
use crate::said::said_with;

/// The list of what else events are found by, beside the start page (`publishing/feeds.rs`).
const LIST: &str = "./events.json";

// The names by which the page's address tells what is searched for.
const WORDS: &str = "q";
const TOPIC: &str = "topic";
const YEAR: &str = "year";

/// Whether the list is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    NotAskedFor,
    Coming,
    There,
    Missing,
}

/// What the reader searches for, and what is found.
#[derive(Clone, Copy)]
struct Finding {
    entries: RwSignal<Vec<Entry>>,
    choice: RwSignal<Choice>,
    list: RwSignal<List>,
    /// In the order of the entries.
    found: Memo<Vec<Option<Vec<Reason>>>>,
}

/// Puts the search into its place.
pub fn begin() {
    begin_to_speak();
    // Effects begin before anything is mounted, which would do the same.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let Some(place) = document().get_element_by_id("events-search") else { return };
    Owner::new().with(|| {
        let elements = find_all(".start__event");
        let finding = Finding::new(elements.iter().map(entry).collect());
        for (index, element) in elements.into_iter().enumerate() {
            let is_found = Memo::new(move |_| {
                finding.found.with(|found| found.get(index).is_some_and(Option::is_some))
            });
            let reasons = Memo::new(move |_| {
                finding.found.with(|found| found.get(index).cloned().flatten().unwrap_or_default())
            });
            let language = text_of(&element, "h4 [lang]", |it| it.get_attribute("lang"));
            mount_to(element.clone(), move || {
                view! { <Reasons reasons=reasons language=language/> }
            })
            .forget();
            Effect::new(move |_| element.set_hidden(!is_found.get()));
        }
        mount_to(place.unchecked_into(), move || view! { <Search finding=finding/> }).forget();
        // What was begun lives as long as the page.
        std::mem::forget(Owner::current());
    });
}

fn find_all(selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    let nodes = (0..list.length()).filter_map(|index| list.get(index));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// What is read off the first element of a kind.
fn text_of(
    within: &HtmlElement,
    selector: &str,
    read: impl FnOnce(web_sys::Element) -> Option<String>,
) -> Option<String> {
    within.query_selector(selector).ok().flatten().and_then(read)
}

fn entry(element: &HtmlElement) -> Entry {
    let text = |selector| text_of(element, selector, |it| it.text_content());
    let starts = element.dataset().get("starts").unwrap_or_default();
    Entry {
        address: text_of(element, "a", |it| it.get_attribute("href")).unwrap_or_default(),
        seen: [".start__title", ".start__facts"].into_iter().filter_map(text).collect(),
        topic: text(".start__topic"),
        year: starts.get(..4).unwrap_or_default().to_owned(),
        further: EventWords::default(),
    }
}

impl Finding {
    fn new(entries: Vec<Entry>) -> Self {
        let choice = RwSignal::new(of_address(&entries));
        let entries = RwSignal::new(entries);
        let found = Memo::new(move |_| entries.with(|entries| choice.read().find(entries)));
        let finding = Self { entries, choice, list: RwSignal::new(List::NotAskedFor), found };
        Effect::new(move |_| {
            choice.with(tell_address);
            if choice.with(|choice| !choice.words.is_empty()) {
                finding.ask_for_list(List::NotAskedFor);
            }
        });
        finding
    }

    /// Asks for the list, where things stand with it so.
    fn ask_for_list(self, when: List) {
        if self.list.get_untracked() != when {
            return;
        }
        self.list.set(List::Coming);
        spawn_local(async move {
            let Some(list) = load_list().await else { return self.list.set(List::Missing) };
            self.entries.update(|entries| {
                for words in list {
                    let entry = entries.iter_mut().find(|entry| entry.address == words.address);
                    if let Some(entry) = entry {
                        entry.further = words;
                    }
                }
            });
            self.list.set(List::There);
        });
    }

    /// How much is found, in words; nothing where all is shown.
    fn in_words(self) -> String {
        let choice = self.choice.read();
        let found = self.found.read();
        let shown = found.iter().flatten().count();
        let has_words = !choice.words.is_empty();
        let words = match self.list.get() {
            _ if !choice.is_narrow() => return String::new(),
            List::Coming if shown == 0 && has_words => messages::SEARCHING.into(),
            List::Missing if has_words => messages::shown_without_list(shown, found.len()),
            _ => messages::shown(shown, found.len()),
        };
        words.text()
    }
}

async fn load_list() -> Option<Vec<EventWords>> {
    let response = JsFuture::from(window().fetch_with_str(LIST)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}

/// What the page's address tells to search for, as far as there is such a thing.
fn of_address(entries: &[Entry]) -> Choice {
    let search = window().location().search().unwrap_or_default();
    let Ok(told) = UrlSearchParams::new_with_str(&search) else { return Choice::default() };
    let is_topic = |topic: &String| entries.iter().any(|it| it.topic.as_ref() == Some(topic));
    let is_year = |year: &String| entries.iter().any(|it| it.year == *year);
    Choice {
        words: told.get(WORDS).unwrap_or_default(),
        topic: told.get(TOPIC).filter(is_topic),
        year: told.get(YEAR).filter(is_year),
    }
}

/// Has the page's address tell what is searched for, so that it can be handed on, and the way back finds it
/// again. Whatever else stands in the address stays.
fn tell_address(choice: &Choice) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let Ok(told) = UrlSearchParams::new_with_str(&search) else { return };
    let words = Some(&choice.words).filter(|words| !words.is_empty());
    for (name, value) in
        [(WORDS, words), (TOPIC, choice.topic.as_ref()), (YEAR, choice.year.as_ref())]
    {
        match value {
            Some(value) => told.set(name, value),
            None => told.delete(name),
        }
    }
    let told = String::from(told.to_string());
    let path = location.pathname().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let mark = if told.is_empty() { "" } else { "?" };
    if format!("{mark}{told}") == search {
        return;
    }
    let address = format!("{path}{mark}{told}{fragment}");
    // Browsers refuse it when it comes too often; the next change tells it again.
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}

/// The search box, the lists of topics and years, and how much is found.
#[component]
fn Search(
    /// What is searched for.
    finding: Finding,
) -> impl IntoView {
    let Finding { entries, choice, .. } = finding;
    let mut years: Vec<String> =
        entries.read_untracked().iter().map(|it| it.year.clone()).collect();
    years.sort_by(|one, other| other.cmp(one));
    years.dedup();
    let years: Vec<_> = years.into_iter().map(|year| Choosable::named(year, None)).collect();
    let search_box = NodeRef::<html::Input>::new();
    let show_all = move |_| {
        choice.set(Choice::default());
        // The button goes, and would take the focus with it.
        if let Some(search_box) = search_box.get_untracked() {
            let _ = search_box.focus();
        }
    };
    view! {
        <search>
            <input
                node_ref=search_box
                type="search"
                aria-label=messages::SEARCH
                placeholder=messages::SEARCH
                autocomplete="off"
                dir="auto"
                prop:value=move || choice.with(|choice| choice.words.clone())
                on:focus=move |_| {
                    finding.ask_for_list(List::NotAskedFor);
                    finding.ask_for_list(List::Missing);
                }
                on:input:target=move |event| choice.update(|it| it.words = event.target().value())
            />
            <div class="choices">
                <ChoiceOf label=messages::TOPIC all=messages::ALL options=topics()
                    chosen=Signal::derive(move || choice.with(|choice| choice.topic.clone()))
                    choose=Callback::new(move |topic| choice.update(|it| it.topic = topic))/>
                <ChoiceOf label=messages::YEAR all=messages::ALL options=years
                    chosen=Signal::derive(move || choice.with(|choice| choice.year.clone()))
                    choose=Callback::new(move |year| choice.update(|it| it.year = year))/>
            </div>
            <div class="start__result">
                <p>
                    <Outcome
                        words=Memo::new(move |_| finding.in_words())
                        all=move || finding.entries.with(Vec::len)
                    />
                </p>
                <button
                    type="button"
                    class="button button--quiet"
                    hidden=move || !choice.with(Choice::is_narrow)
                    on:click=show_all
                >
                    {messages::SHOW_ALL}
                </button>
            </div>
        </search>
    }
}

/// The topics of the events, as the reader's language sorts them, each in the language of its first event.
fn topics() -> Vec<Choosable> {
    let topic = |element: HtmlElement| {
        let language = text_of(&element, "[lang]", |it| it.get_attribute("lang"));
        Some(Choosable::named(element.text_content()?, language))
    };
    let mut topics: Vec<_> = find_all(".start__topic").into_iter().filter_map(topic).collect();
    topics.sort_by(|one, other| {
        let one = JsString::from(one.words.as_str());
        one.locale_compare(&other.words, &Array::new(), &Object::new()).cmp(&0)
    });
    topics.dedup_by(|one, other| one.value == other.value);
    topics
}

/// What an event was found by that the list does not show.
#[component]
fn Reasons(
    /// What that is.
    reasons: Memo<Vec<Reason>>,
    /// The language of the event.
    language: Option<String>,
) -> impl IntoView {
    let line = move |Reason { kind, words, address }: Reason| {
        let line = said_with(&sentence(kind, &words), |_, words| {
            let (address, language) = (address.clone(), language.clone());
            // A person has no place that an address names.
            match address {
                Some(address) => {
                    view! { <a href=address lang=language dir="auto">{words}</a> }.into_any()
                }
                None => view! { <span lang=language dir="auto">{words}</span> }.into_any(),
            }
        });
        view! { <p class="start__reason">{line}</p> }
    };
    move || reasons.get().into_iter().map(line.clone()).collect_view()
}

fn sentence(kind: Kind, words: &str) -> Message {
    match kind {
        Kind::Person => messages::person(words),
        Kind::Organizer => messages::organizer(words),
        Kind::Part => messages::part(words),
        Kind::Theme => messages::theme(words),
        Kind::Session => messages::session(words),
    }
}
