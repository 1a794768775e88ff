//! Bringing notes in: from a file that is chosen or dropped, looked at first, and in one step that
//! can be taken back.

use std::sync::Arc;

use leptos::either::EitherOf3;
use leptos::ev;
use leptos::prelude::*;
use web_sys::{DragEvent, File};

use super::dialog::{Close, Dialog};
use super::{NotebookAccess, browser};
use crate::browser::event_language;
use crate::event::ThemeId;
use crate::formats::{Arrival, Change, Described, LARGEST_FILE, Plan, Snapshot, open};
use crate::messages::{Message, Phrase, notes, transfer as messages};
use crate::said::said_with;
use crate::transfer::request::Outcome;

type Notebook = StoredValue<NotebookAccess, LocalStorage>;

/// Where the reader goes on with each step: at the choice of a file, …
const FILE: &str = ".transfer__file input";

/// … at what would happen, …
const PLAN: &str = ".transfer [tabindex]";

/// … and when it has happened, where a key that is still held does no harm.
const CLOSE: &str = ".transfer .dialog__head button";

/// What the dialog shows.
#[derive(Clone)]
enum Step {
    /// No file yet, or one that could not be read, and why.
    Choose(Option<Message>),
    /// What is in the file, and what would happen.
    Look(Arc<Arrival>),
    /// What happened, and what takes it back.
    Done(Message, Vec<Change>),
}

/// The dialog.
#[component]
pub fn ImportDialog(
    /// What there is.
    snapshot: Snapshot,
    /// Where changes are made.
    notebook: NotebookAccess,
    /// What is called when it is closed.
    on_close: Close,
) -> impl IntoView {
    let step = RwSignal::new(Step::Choose(None));
    let snapshot = StoredValue::new(snapshot);
    let notebook = StoredValue::new_local(notebook);
    let take = move |file: File| {
        let name = file.name();
        browser::read_file(file, LARGEST_FILE, move |content| {
            step.set(match content {
                Err(trouble) => Step::Choose(Some(messages::trouble(trouble).into())),
                Ok(bytes) => match snapshot.with_value(|snapshot| open(&bytes, &name, snapshot)) {
                    Ok(arrival) => Step::Look(Arc::new(arrival)),
                    Err(refusal) => Step::Choose(Some(refusal.message())),
                },
            });
        });
    };
    let drop_file = move |event: DragEvent| {
        // Else the browser would leave the page and open the file in its place.
        event.prevent_default();
        if let Some(file) = browser::dropped_file(&event) {
            take(file);
        }
    };
    let dragging = window_event_listener(ev::dragover, |event| event.prevent_default());
    let dropping = window_event_listener(ev::drop, drop_file);
    on_cleanup(move || {
        dragging.remove();
        dropping.remove();
    });
    let content = move || match step.get() {
        Step::Choose(fault) => EitherOf3::A(view! { <Choose fault=fault on_file=take/> }),
        Step::Look(arrival) => EitherOf3::B(view! {
            <Look arrival=arrival snapshot=snapshot step=step notebook=notebook/>
        }),
        Step::Done(_, undo) => {
            EitherOf3::C(view! { <Done undo=undo step=step notebook=notebook/> })
        }
    };
    // Screen readers tell what changes in a place that was there before. Until then it is no status: one may
    // stand further down.
    let role = move || matches!(&*step.read(), Step::Done(..)).then_some("status");
    let done = move || match step.get() {
        Step::Done(what, _) => what.text(),
        _ => String::new(),
    };
    Effect::new(move |before: Option<()>| {
        let next = match &*step.read() {
            Step::Choose(_) => FILE,
            Step::Look(_) => PLAN,
            Step::Done(..) => CLOSE,
        };
        // What had the focus has gone with the step before.
        if before.is_some() {
            request_animation_frame(move || browser::focus(next));
        }
    });
    view! {
        <Dialog title=messages::IMPORT_TITLE on_close=on_close>
            <p aria-live="polite" role=role prop:textContent=done></p>
            {content}
        </Dialog>
    }
}

/// Asks for a file.
#[component]
fn Choose(
    /// Why the last one could not be read.
    fault: Option<Message>,
    on_file: impl Fn(File) + 'static,
) -> impl IntoView {
    let choose = move |event: ev::Event| {
        if let Some(file) = browser::chosen_file(&event) {
            on_file(file);
        }
    };
    view! {
        <p>{messages::IMPORT_EXPLAINED}</p>
        <p>
            <label class="transfer__file">
                {messages::CHOOSE_FILE} <input type="file" on:change=choose/>
            </label>
        </p>
        <p class="transfer__news" role="alert">
            {fault.map(String::from)}
        </p>
    }
}

/// Shows what would happen, and lets the reader choose where notes go that are on no theme.
#[component]
fn Look(
    arrival: Arc<Arrival>,
    snapshot: StoredValue<Snapshot>,
    step: RwSignal<Step>,
    notebook: Notebook,
) -> impl IntoView {
    let count = arrival.count_on_no_theme();
    // Who brings notes in wants to have them: the first theme, rather than none.
    let first = || snapshot.with_value(|it| it.event.themes.first().map(|theme| theme.id.clone()));
    let chosen = RwSignal::new((count > 0).then(first).flatten());
    let choice = (count > 0).then(|| {
        view! { <ChooseTheme count=count chosen=chosen snapshot=snapshot/> }
    });
    let planned = move || {
        let plan = snapshot.with_value(|it| arrival.plan(it, chosen.get().as_ref()));
        view! { <Planned plan=plan step=step notebook=notebook/> }
    };
    view! {
        {choice}
        {planned}
    }
}

/// Asks on which theme notes are to be that are on none.
#[component]
fn ChooseTheme(
    /// How many there are.
    count: usize,
    chosen: RwSignal<Option<ThemeId>>,
    snapshot: StoredValue<Snapshot>,
) -> impl IntoView {
    let themes = snapshot.with_value(|it| it.event.themes.clone());
    let options = themes.into_iter().map(|theme| {
        view! {
            <option value=theme.id.to_string() lang=event_language() dir="auto">
                {theme.title}
            </option>
        }
    });
    let options = options.collect_view();
    let choose = move |id: String| chosen.set(ThemeId::try_from(id).ok());
    let outcome = move || {
        let chosen = chosen.get();
        snapshot.with_value(|it| {
            let title = chosen.as_ref().and_then(|theme| it.event.theme_title(theme));
            messages::where_they_go(count, title).text()
        })
    };
    view! {
        <p>{messages::on_no_theme(count)}</p>
        <p>
            <label>
                {messages::THEME_FOR_THEM}
                " "
                <select on:change:target=move |event| choose(event.target().value())>
                    {options}
                    <option value="">{messages::LEAVE_THEM_OUT}</option>
                </select>
            </label>
        </p>
        <p role="status" prop:textContent=outcome></p>
    }
}

/// Shows a plan, and carries it out.
#[component]
fn Planned(plan: Plan, step: RwSignal<Step>, notebook: Notebook) -> impl IntoView {
    let count = plan.new_notes.len() + plan.conflicting.len();
    let summary = plan.summary().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let has_changes = !plan.is_empty();
    let described = |texts: &[Described]| {
        texts.iter().map(|it| messages::text_on_theme(&it.theme, &it.text)).collect::<Vec<_>>()
    };
    let added = described(&plan.new_notes);
    let drafts = described(&plan.new_drafts);
    let beside = described(&plan.conflicting);
    let left_out: Vec<Message> =
        plan.unreadable.iter().map(|it| it.reason.message(&it.text)).collect();
    let what = messages::what_would_happen(plan.source);
    let news = RwSignal::new(None::<Phrase>);
    let bring_in = move |_| match notebook.with_value(|notebook| notebook.make(&plan.changes)) {
        Outcome::Done => {
            let undo = plan.changes.iter().map(Change::reversed).collect();
            step.set(Step::Done(messages::brought_in(count), undo));
        }
        outcome => news.set(messages::not_done(outcome)),
    };
    let bring_in_button = has_changes.then(|| {
        view! {
            <button type="button" class="button" on:click=bring_in>
                {messages::BRING_IN}
            </button>
        }
    });
    view! {
        <p tabindex="-1">{what}</p>
        <ul class="transfer__plan">{summary}</ul>
        <Texts what=messages::ADDED lines=added/>
        <Texts what=messages::DRAFTS_ADDED lines=drafts/>
        <Texts what=messages::PUT_BESIDE lines=beside/>
        <Texts what=messages::LEFT_OUT lines=left_out/>
        <p class="transfer__actions">
            {bring_in_button}
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| step.set(Step::Choose(None))
            >
                {messages::CHOOSE_ANOTHER}
            </button>
        </p>
        <p class="transfer__news" role="alert" prop:textContent=move || news.get().map(Phrase::text).unwrap_or_default()></p>
    }
}

/// Texts in short, each with what is to be said of it; nothing where there are none.
#[component]
fn Texts(what: Phrase, lines: Vec<Message>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let part = |_: &str, words: String| view! { <span dir="auto">{words}</span> };
        let lines = lines.iter().map(|line| view! { <li>{said_with(line, part)}</li> });
        view! {
            <details class="transfer__details">
                <summary>{what}</summary>
                <ul class="transfer__plan">{lines.collect_view()}</ul>
            </details>
        }
    })
}

/// Offers to take back what happened.
#[component]
fn Done(
    /// What takes it back; empty where it was taken back.
    undo: Vec<Change>,
    step: RwSignal<Step>,
    notebook: Notebook,
) -> impl IntoView {
    let news = RwSignal::new(None::<Phrase>);
    let can_undo = !undo.is_empty();
    let take_back = move |_| match notebook.with_value(|notebook| notebook.make(&undo)) {
        Outcome::Done => step.set(Step::Done(messages::TAKEN_BACK.into(), Vec::new())),
        outcome => news.set(messages::not_done(outcome)),
    };
    let undo_button = can_undo.then(|| {
        view! {
            <button type="button" class="button" on:click=take_back>
                {notes::UNDO}
            </button>
        }
    });
    view! {
        <p class="transfer__actions">{undo_button}</p>
        <p class="transfer__news" role="alert" prop:textContent=move || news.get().map(Phrase::text).unwrap_or_default()></p>
    }
}
