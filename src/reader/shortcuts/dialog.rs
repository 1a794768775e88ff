//! The list of the shortcuts, and the choice whether there are any.

use leptos::html;
use leptos::prelude::*;

use super::OFF;
use crate::messages::annotating::CLOSE;
use crate::messages::shortcuts as messages;
use crate::reader::state::{Setting, Settings};

/// What is chosen where there are shortcuts again.
const ON: &str = "on";

/// A dialog. The browser takes the focus there and back, and closes it by Escape.
#[component]
pub fn ShortcutsDialog(
    /// Where the choice is kept.
    settings: Settings,
    /// By which it is opened.
    node_ref: NodeRef<html::Dialog>,
) -> impl IntoView {
    let close = move |_| {
        if let Some(dialog) = node_ref.get_untracked() {
            dialog.close();
        }
    };
    let keys = messages::KEYS.map(|(key, what)| {
        view! {
            <div>
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
            </div>
        }
    });
    let choose = move |are_on| {
        settings.choose(Setting::Shortcuts, if are_on { ON } else { OFF });
    };
    view! {
        <dialog class="dialog shortcuts" aria-labelledby="shortcuts-title" node_ref=node_ref>
            <div class="dialog__head">
                <h2 id="shortcuts-title">{messages::SHORTCUTS}</h2>
                <button type="button" class="button button--quiet" on:click=close>
                    {CLOSE}
                </button>
            </div>
            <dl class="shortcuts__keys">{keys.into_iter().collect_view()}</dl>
            <p class="shortcuts__words">{messages::KEYS_WHILE_TYPING}</p>
            <p>
                <label>
                    <input
                        type="checkbox"
                        prop:checked=move || settings.get(Setting::Shortcuts) != OFF
                        on:change:target=move |event| choose(event.target().checked())
                    />
                    " "
                    {messages::USE_SHORTCUTS}
                </label>
            </p>
        </dialog>
    }
}
