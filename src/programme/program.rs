//! The components of the programme that live, and what the program finds on the page: the sessions by
//! their class and data, the places by their ids.

use js_sys::Date;
use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlElement;

use super::{Choice, Moment, Session, distinct, moments};
use crate::browser::{begin_to_speak, event_language, local_clock};
use crate::choices::{ChoiceOf, Choosable};
use crate::messages::programme as messages;
use crate::said::said_with;

/// How often the clock is looked at.
const LOOK_EVERY: std::time::Duration = std::time::Duration::from_secs(20);

/// With fewer sessions there is nothing to choose from.
const FEWEST_TO_CHOOSE: usize = 8;

/// The sessions and their elements, in the order of the page.
#[derive(Clone, Copy)]
struct Sessions {
    elements: StoredValue<Vec<HtmlElement>, LocalStorage>,
    sessions: StoredValue<Vec<Session>>,
}

/// Begins to follow the clock and the reader's choice. The clock tells milliseconds since 1970.
pub fn begin(clock: fn() -> f64) {
    begin_to_speak();
    // Where another program of the page has begun its own, that one is taken.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    Owner::new().with(|| {
        let sessions = Sessions::find();
        tell_own_clock();
        follow_clock(sessions, clock);
        let has_choice = sessions.sessions.with_value(Vec::len) >= FEWEST_TO_CHOOSE;
        if let (true, Some(place)) = (has_choice, element("programme-choices")) {
            mount_to(place, move || view! { <Choices sessions=sessions/> }).forget();
        }
        // What was begun lives as long as the page.
        std::mem::forget(Owner::current());
    });
}

impl Sessions {
    fn find() -> Self {
        let elements = find_all(".programme [data-session]");
        let sessions = elements.iter().map(session).collect();
        Self { elements: StoredValue::new_local(elements), sessions: StoredValue::new(sessions) }
    }
}

fn session(element: &HtmlElement) -> Session {
    let data = element.dataset();
    let time = |name: &str| data.get(name).map(|time| Date::parse(&time)).filter(|it| !it.is_nan());
    let people = data.get("people").unwrap_or_default();
    Session {
        starts: time("starts"),
        ends: time("ends"),
        track: data.get("track"),
        place: data.get("place"),
        people: people.split_whitespace().map(str::to_owned).collect(),
    }
}

/// Marks what is on now, and what is next.
fn follow_clock(all: Sessions, clock: fn() -> f64) {
    let now = RwSignal::new(clock());
    let _ = set_interval_with_handle(move || now.set(clock()), LOOK_EVERY);
    let told = Memo::new(move |_| all.sessions.with_value(|it| moments(it, now.get())));
    let elements = all.elements.get_value();
    for (index, element) in elements.into_iter().enumerate() {
        let moment =
            Memo::new(move |_| told.with(|told| told.get(index).copied().unwrap_or_default()));
        let Ok(place) = document().create_element("p") else { continue };
        place.set_class_name("session__moment");
        let _ = element.prepend_with_node_1(&place);
        mount_to(place.unchecked_into(), move || view! { <MomentLabel moment=moment/> }).forget();
        Effect::new(move |_| {
            let is_now = moment.get() == Moment::Now;
            let _ = element.class_list().toggle_with_force("session--now", is_now);
        });
    }
}

/// “Now” or “Next”, where that is so.
#[component]
fn MomentLabel(
    /// What the clock says.
    moment: Memo<Moment>,
) -> impl IntoView {
    move || match moment.get() {
        Moment::Now => Some(view! { <strong>{messages::NOW}</strong> }),
        Moment::Next => Some(view! { <strong>{messages::NEXT}</strong> }),
        Moment::Another => None,
    }
}

/// Lists of tracks, places and people, of which one each is chosen.
#[component]
fn Choices(
    /// What there is to choose from.
    sessions: Sessions,
) -> impl IntoView {
    let choice = RwSignal::new(Choice::default());
    let shown = Memo::new(move |_| {
        let choice = choice.get();
        sessions
            .sessions
            .with_value(|all| all.iter().map(|it| choice.takes(it)).collect::<Vec<_>>())
    });
    Effect::new(move |_| {
        sessions.elements.with_value(|elements| show_only(elements, &shown.get()))
    });
    show_what_an_address_names(choice);

    let named = |names: Vec<String>| {
        names.into_iter().map(|it| Choosable::named(it, event_language())).collect()
    };
    let tracks = sessions
        .sessions
        .with_value(|all| distinct(all.iter().filter_map(|it| it.track.as_deref())));
    let places = sessions
        .sessions
        .with_value(|all| distinct(all.iter().filter_map(|it| it.place.as_deref())));
    let track = Signal::derive(move || choice.with(|choice| choice.track.clone()));
    let place = Signal::derive(move || choice.with(|choice| choice.place.clone()));
    let person = Signal::derive(move || choice.with(|choice| choice.person.clone()));
    let count = move || {
        let (is_narrow, shown) = (choice.with(Choice::is_narrow), shown.get());
        let taken = shown.iter().filter(|is_shown| **is_shown).count();
        is_narrow.then(|| messages::shown(taken, shown.len()).text())
    };
    view! {
        <div class="choices" role="group" aria-label=messages::CHOOSE>
            <ChoiceOf label=messages::TRACK all=messages::ALL options=named(tracks) chosen=track
                choose=Callback::new(move |track| choice.update(|it| it.track = track))/>
            <ChoiceOf label=messages::PLACE all=messages::ALL options=named(places) chosen=place
                choose=Callback::new(move |place| choice.update(|it| it.place = place))/>
            <ChoiceOf label=messages::PERSON all=messages::ALL options=people() chosen=person
                choose=Callback::new(move |person| choice.update(|it| it.person = person))/>
            <button
                type="button"
                class="button button--quiet"
                hidden=move || !choice.with(Choice::is_narrow)
                on:click=move |_| choice.set(Choice::default())
            >
                {messages::SHOW_ALL}
            </button>
        </div>
        <p class="choices__count" role="status">{count}</p>
    }
}

/// The people of the sessions: their ids and names, by name.
fn people() -> Vec<Choosable> {
    let links = find_all(".programme .session__people a[href^='#person-']");
    let mut people: Vec<(String, String)> = links
        .iter()
        .filter_map(|link| {
            let id = link.get_attribute("href")?.strip_prefix("#person-")?.to_owned();
            Some((id, link.text_content()?.trim().to_owned()))
        })
        .collect();
    people.sort_by(|one, other| one.1.cmp(&other.1));
    people.dedup();
    let choosable = |(value, words)| Choosable { value, words, language: event_language() };
    people.into_iter().map(choosable).collect()
}

/// Shows the sessions that were chosen, the times at which there are any, and their days.
fn show_only(elements: &[HtmlElement], shown: &[bool]) {
    for (element, is_shown) in elements.iter().zip(shown) {
        // What holds others is shown with any of them.
        let holds_shown = elements
            .iter()
            .zip(shown)
            .any(|(other, is_shown)| *is_shown && element.contains(Some(other)));
        element.set_hidden(!is_shown && !holds_shown);
    }
    hide_where_nothing_is(".programme__slot", "[data-session]:not([hidden])");
    hide_where_nothing_is(".programme__of-day", ".programme__slot:not([hidden])");
}

fn hide_where_nothing_is(what: &str, holds: &str) {
    for element in find_all(what) {
        element.set_hidden(element.query_selector(holds).ok().flatten().is_none());
    }
}

/// A link to a session that was not chosen shows all sessions.
fn show_what_an_address_names(choice: RwSignal<Choice>) {
    let look = move || {
        let address = location_hash().unwrap_or_default();
        let target = element(&address);
        let is_hidden = target.is_some_and(|it| it.closest("[hidden]").ok().flatten().is_some());
        if is_hidden {
            choice.set(Choice::default());
        }
    };
    let listener = window_event_listener(ev::hashchange, move |_| look());
    on_cleanup(move || listener.remove());
}

/// Beside the event's times, those of the reader's clock, where that one differs.
fn tell_own_clock() {
    let mut is_told = false;
    for place in find_all("[data-own-clock]") {
        if let Some(time) = time_in(&place).and_then(|written| time_by_own_clock(&written)) {
            let is_explained = place.closest(".programme").is_ok_and(|it| it.is_some());
            mount_to(place, move || view! { <OwnTime time=time is_explained=is_explained/> })
                .forget();
            is_told = true;
        }
    }
    if let (true, Some(place)) = (is_told, element("programme-zone")) {
        mount_to(place, || messages::YOUR_TIMES.text()).forget();
    }
}

/// A time by the reader's clock.
#[component]
fn OwnTime(
    /// Hours and minutes.
    time: String,
    /// Whether those who see where it stands know whose time it is.
    is_explained: bool,
) -> impl IntoView {
    let words = said_with(&messages::on_your_clock(&time), |_, words| {
        view! { <span class:visually-hidden=is_explained>{words}</span> }
    });
    view! { <span class="programme__yours">{words}</span> }
}

/// The first time of day in an element, as RFC 3339 has it.
fn time_in(element: &HtmlElement) -> Option<String> {
    element.query_selector("time[datetime*='T']").ok()??.get_attribute("datetime")
}

/// A time as the reader's clock shows it; `None` where that goes as the event's does.
fn time_by_own_clock(written: &str) -> Option<String> {
    let date = Date::new(&JsValue::from_str(written));
    let differs = offset_in(written)? != -date.get_timezone_offset();
    differs.then(|| own_time(&date, written))
}

/// The offset from UTC at the end of a time as RFC 3339 has it, in minutes.
fn offset_in(written: &str) -> Option<f64> {
    let offset = written.get(written.len().checked_sub(6)?..)?;
    let hours: f64 = offset.get(1..3)?.parse().ok()?;
    let minutes: f64 = offset.get(4..6)?.parse().ok()?;
    let sign = if offset.starts_with('-') { -1.0 } else { 1.0 };
    Some(sign * (hours * 60.0 + minutes))
}

/// Hours and minutes as the reader's locale writes them, with the day of the week where it is another
/// day for the reader.
fn own_time(date: &Date, written: &str) -> String {
    let is_same_day = written.get(8..10).and_then(|day| day.parse().ok()) == Some(date.get_date());
    local_clock(date, !is_same_day)
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn find_all(selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    let nodes = (0..list.length()).filter_map(|index| list.get(index));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}
