//! What readers narrow a page by, and how much is left of it.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use crate::effect::effect;
use crate::messages::Phrase;

/// How long nothing may change until a screen reader is told. It says each letter that is typed, and whatever
/// else it was about to say is lost with the next key.
const PAUSE: Duration = Duration::from_secs(1);

/// How long it stays where screen readers look for what is told.
const TOLD_FOR: Duration = Duration::from_secs(5);

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// The value by which it is known.
    pub value: String,
    /// What the list says.
    pub words: String,
    /// The language of the words, where they are not the interface's.
    pub language: Option<String>,
}

impl Choosable {
    /// What is known by its name.
    pub fn named(name: String, language: Option<String>) -> Self {
        Self { value: name.clone(), words: name, language }
    }
}

/// What can be chosen, by a label: it is no text of the page, where what is found are notes. Chromium shows
/// labels, and names nothing by them.
pub fn labelled_option(Choosable { value, words, language }: Choosable) -> impl IntoView {
    view! {
        <option value=value lang=language dir="auto" label=words.clone() aria-label=words></option>
    }
}

/// A list of which one thing is chosen, or all; nothing where there is no choice.
#[component]
pub fn ChoiceOf(
    /// What is chosen.
    label: Phrase,
    /// What the first line says, which is all of it.
    all: Phrase,
    /// What there is to choose from.
    options: Vec<Choosable>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// What happens when one is chosen.
    choose: Callback<Option<String>>,
) -> impl IntoView {
    if options.len() < 2 {
        return None;
    }
    let options = options.into_iter().map(|Choosable { value, words, language }| {
        let is_chosen = {
            let value = value.clone();
            move || chosen.with(|chosen| chosen.as_ref() == Some(&value))
        };
        view! {
            <option value=value lang=language dir="auto" prop:selected=is_chosen>{words}</option>
        }
    });
    Some(view! {
        <label class="choices__choice">
            {label} " "
            <select on:change:target=move |event| {
                choose.run(Some(event.target().value()).filter(|value| !value.is_empty()));
            }>
                <option value="" prop:selected=move || chosen.with(Option::is_none)>{all}</option>
                {options.collect_view()}
            </select>
        </label>
    })
}

/// How much is found of all there is: seen at once, and told to screen readers when the reader pauses.
#[component]
pub fn Outcome(
    /// The sentence.
    words: Memo<String>,
    /// How much there is. Where that has changed the sentence is not told: somebody did more than choose, and
    /// hears of that elsewhere.
    all: impl Fn() -> usize + 'static,
) -> impl IntoView {
    let told = RwSignal::new(String::new());
    let known = Cell::new(None);
    effect(move || {
        let latest = words.get();
        let count = Some(untrack(&all));
        if known.replace(count) != count {
            return;
        }
        let tell = move || {
            if words.with_untracked(|words| *words == latest) {
                told.set(latest.clone());
                // Whoever reads on finds it once, where it is seen. What was told since then stays for its own time.
                let end = move || {
                    if told.with_untracked(|told| *told == latest) {
                        told.set(String::new());
                    }
                };
                set_timeout(end, TOLD_FOR);
            }
        };
        set_timeout(tell, PAUSE);
    });
    view! {
        <span prop:textContent=move || words.get()></span>
        <span class="visually-hidden" aria-live="polite" prop:textContent=move || told.get()></span>
    }
}
