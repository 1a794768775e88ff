//! What several parts are made of.

use leptos::ev;
use leptos::prelude::*;

use crate::messages::Phrase;

/// A button whose action is asked about first.
#[component]
pub fn AskFirst(
    /// What the button says.
    label: Phrase,
    /// What is asked then.
    question: Memo<String>,
    /// Yes and no, in words.
    answers: [Phrase; 2],
    /// What a yes does.
    on_confirm: impl Fn() + 'static,
) -> impl IntoView {
    let is_asking = RwSignal::new(false);
    let [yes, no] = answers;
    let confirm = move |_| {
        is_asking.set(false);
        on_confirm();
    };
    view! {
        <div class="ask-first">
            <button
                type="button"
                class="button button--quiet"
                hidden=move || is_asking.get()
                on:click=move |_| is_asking.set(true)
            >
                {label}
            </button>
            <span class="ask-first__question" hidden=move || !is_asking.get()>
                <span prop:textContent=move || question.get()></span>
                <button type="button" class="button" on:click=confirm>
                    {yes}
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    on:click=move |_| is_asking.set(false)
                >
                    {no}
                </button>
            </span>
        </div>
    }
}

/// What is shown only on demand: its content is made when it is first opened.
#[component]
pub fn Drawer(
    /// Whether it is open.
    is_open: RwSignal<bool>,
    /// What stands in sight.
    summary: Memo<String>,
    /// Whether there is nothing to show.
    #[prop(optional)]
    is_empty: Option<Memo<bool>>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    // Read off the element: browsers tell of several changes by one event.
    let follow = move |event: ev::Event| {
        is_open.set(event_target::<leptos::web_sys::HtmlElement>(&event).has_attribute("open"));
    };
    view! {
        <details class="safekeeping" hidden=move || is_empty.is_some_and(|is_empty| is_empty.get()) on:toggle=follow>
            <summary prop:textContent=move || summary.get()></summary>
            {children()}
        </details>
    }
}

/// Keeps the focus in the text box to which a button belongs. Else the box would be stored before
/// the button is let go, and what is then told at the foot of the window could come between the
/// reader and the button.
pub fn keep_focus(event: ev::MouseEvent) {
    event.prevent_default();
}

/// What a key means in a text box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxKey {
    /// Ctrl+Enter, or Cmd+Enter on Apple's keyboards.
    Submit,
    /// Escape.
    Leave,
}

/// Reads a key that is pressed in a text box; what it means happens instead of what the browser
/// would do.
pub fn box_key(event: &ev::KeyboardEvent) -> Option<BoxKey> {
    let key = match event.key().as_str() {
        "Enter" if event.ctrl_key() || event.meta_key() => BoxKey::Submit,
        "Escape" => BoxKey::Leave,
        _ => return None,
    };
    event.prevent_default();
    Some(key)
}
