//! Bringing notes in: from a file that is chosen or dropped, looked at first, and in one step that
//! can be taken back.

use leptos::prelude::*;
use web_sys::{DragEvent, File};

use super::browser;
use super::dialog::{Close, dialog};
use super::request::{FirstProgram, Outcome};
use crate::formats::{Change, Described, LARGEST_FILE, Material, Plan, read};
use crate::words::{notes, take_home as words};

/// What the dialog shows.
#[derive(Clone)]
enum Step {
    /// No file yet, or one that could not be read, and why.
    Choose(Option<String>),
    /// What would happen.
    Look(Plan),
    /// What happened, and what takes it back.
    Done(String, Vec<Change>),
}

/// The dialog.
pub(super) fn view(material: Material, first: FirstProgram, close: Close) -> impl IntoView {
    let step = RwSignal::new_local(Step::Choose(None));
    let material = StoredValue::new_local(material);
    let take = move |file: File| {
        let name = file.name();
        browser::read_file(file, LARGEST_FILE, move |content| {
            step.set(match content {
                Err(trouble) => Step::Choose(Some(words::trouble(trouble).to_owned())),
                Ok(bytes) => match material.with_value(|material| read(&bytes, &name, material)) {
                    Ok(plan) => Step::Look(plan),
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
    let dragging = window_event_listener(leptos::ev::dragover, |event| event.prevent_default());
    let dropping = window_event_listener(leptos::ev::drop, drop_file);
    on_cleanup(move || {
        dragging.remove();
        dropping.remove();
    });
    let first = StoredValue::new_local(first);
    let content = move || match step.get() {
        Step::Choose(fault) => choose(fault, take).into_any(),
        Step::Look(plan) => look(plan, step, first).into_any(),
        Step::Done(what, undo) => done(what, undo, step, first).into_any(),
    };
    dialog(words::IMPORT_TITLE, close, content)
}

type LocalSignal = RwSignal<Step, LocalStorage>;
type First = StoredValue<FirstProgram, LocalStorage>;

fn choose(fault: Option<String>, take: impl Fn(File) + Copy + 'static) -> impl IntoView {
    let chosen = move |event| {
        if let Some(file) = browser::chosen_file(&event) {
            take(file);
        }
    };
    view! {
        <p>
            {words::IMPORT_EXPLAINED}
        </p>
        <p>
            <label class="take-home__file">
                {words::CHOOSE_FILE}
                <input type="file" on:change=chosen/>
            </label>
        </p>
        <p class="take-home__news" role="alert">{fault}</p>
    }
}

fn look(plan: Plan, step: LocalSignal, first: First) -> impl IntoView {
    let count = plan.new_notes.len() + plan.conflicting.len();
    let lines = plan.summary().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let has_changes = !plan.is_empty();
    let what = words::what_would_happen(plan.source);
    let described = |what: &'static str, texts: &[Described]| {
        let line = |it: &Described| (it.theme.clone(), it.text.clone());
        list(what, texts.iter().map(line).collect())
    };
    let unreadable = plan.unreadable.iter();
    let details = [
        described(words::ADDED, &plan.new_notes),
        described(words::DRAFTS_ADDED, &plan.new_drafts),
        described(words::PUT_BESIDE, &plan.conflicting),
        list(
            words::LEFT_OUT,
            unreadable.map(|it| (it.text.clone(), it.reason.message().to_owned())).collect(),
        ),
    ];
    let news = RwSignal::new(String::new());
    let bring_in = move |_| match first.with_value(|first| first.change(&plan.changes)) {
        Outcome::Done => {
            let undo = plan.changes.iter().map(Change::reversed).collect();
            step.set(Step::Done(words::brought_in(count), undo));
        }
        outcome => news.set(words::not_done(outcome).to_owned()),
    };
    view! {
        <p>{what}</p>
        <ul class="take-home__plan">{lines}</ul>
        {details.into_iter().collect_view()}
        <p class="take-home__actions">
            {has_changes.then(|| view! {
                <button type="button" class="button" on:click=bring_in>{words::BRING_IN}</button>
            })}
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| step.set(Step::Choose(None))
            >
                {words::CHOOSE_ANOTHER}
            </button>
        </p>
        <p class="take-home__news" role="alert">{move || news.get()}</p>
    }
}

/// Texts in short, each with what is to be said of it.
fn list(what: &'static str, lines: Vec<(String, String)>) -> Option<impl IntoView> {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|(first, second)| {
            view! { <li><span dir="auto">{first}</span> ": " <span dir="auto">{second}</span></li> }
        });
        view! {
            <details class="take-home__details">
                <summary>{what}</summary>
                <ul class="take-home__plan">{lines.collect_view()}</ul>
            </details>
        }
    })
}

fn done(what: String, undo: Vec<Change>, step: LocalSignal, first: First) -> impl IntoView {
    let news = RwSignal::new(String::new());
    let can_undo = !undo.is_empty();
    let take_back = move |_| match first.with_value(|first| first.change(&undo)) {
        Outcome::Done => {
            let said = words::TAKEN_BACK.to_owned();
            step.set(Step::Done(said, Vec::new()));
        }
        outcome => news.set(words::not_done(outcome).to_owned()),
    };
    view! {
        <p role="status">{what}</p>
        <p class="take-home__actions">
            {can_undo.then(|| view! {
                <button type="button" class="button" on:click=take_back>{notes::UNDO}</button>
            })}
        </p>
        <p class="take-home__news" role="alert">{move || news.get()}</p>
    }
}
