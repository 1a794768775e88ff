//! What readers narrow a page by, and how much is left of it.

use std::time::Duration;

use leptos::prelude::*;

use crate::messages::Phrase;

/// How long nothing may change until a screen reader is told. It says each letter that is typed, and whatever
/// else it was about to say is lost with the next key.
const PAUSE: Duration = Duration::from_secs(1);

/// A list of which one thing is chosen, or all; nothing where there is no choice.
#[component]
pub fn ChoiceOf(
    /// What is chosen.
    label: Phrase,
    /// What the first line says, which is all of it.
    all: Phrase,
    /// The values, and what the list says.
    options: Vec<(String, String)>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// What happens when one is chosen.
    choose: Callback<Option<String>>,
) -> impl IntoView {
    if options.len() < 2 {
        return None;
    }
    let options = options.into_iter().map(|(value, words)| {
        let is_chosen = {
            let value = value.clone();
            move || chosen.with(|chosen| chosen.as_ref() == Some(&value))
        };
        view! { <option value=value prop:selected=is_chosen>{words}</option> }
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
    let told = RwSignal::new(words.get_untracked());
    let is_of_choice = RwSignal::new(false);
    Effect::new(move |known| {
        let latest = words.get();
        let count = untrack(&all);
        let is_same = known == Some(count);
        let tell = move || {
            if words.with_untracked(|words| *words == latest) {
                is_of_choice.set(is_same);
                told.set(latest);
            }
        };
        set_timeout(tell, PAUSE);
        count
    });
    let live = move || if is_of_choice.get() { "polite" } else { "off" };
    view! {
        <span aria-hidden="true" prop:textContent=move || words.get()></span>
        <span class="visually-hidden" aria-live=live prop:textContent=move || told.get()></span>
    }
}
