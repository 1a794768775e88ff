//! The choice of colours.

use leptos::prelude::*;

use super::platform;
use super::state::{Setting, Settings};
use crate::messages::annotating as messages;

/// A list of the colours, of which one is chosen.
#[component]
pub fn Colours(
    /// Where the choice is kept.
    settings: Settings,
) -> impl IntoView {
    let chosen = Memo::new(move |_| settings.get(Setting::Colours));
    let options = messages::COLOUR_CHOICES.map(|(name, label)| {
        view! {
            <option value=name prop:selected=move || chosen.with(|chosen| chosen == name)>
                {label}
            </option>
        }
    });
    let choose = move |colours: String| {
        platform::change_look(move || settings.choose(Setting::Colours, &colours));
    };
    view! {
        <label class="footer__choice">
            {messages::COLOURS} " "
            <select on:change:target=move |event| choose(event.target().value())>
                {options.into_iter().collect_view()}
            </select>
        </label>
    }
}
