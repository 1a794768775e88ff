//! A list of which a reader chooses one thing, for the programs that narrow what a page shows.

use leptos::prelude::*;

use crate::messages::Phrase;

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
