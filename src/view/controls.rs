//! What several components are made of.
//!
//! These take closures in boxes and text in signals on purpose: each of them is then one type, so
//! that its code is in the wasm once and not once for every use.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

/// Something that happens when the reader acts.
pub type Action = Box<dyn Fn()>;

/// A button that says in words what it does.
#[component]
pub fn Button(
    /// Its words.
    label: &'static str,
    /// Its classes.
    class: &'static str,
    /// Whether it can be pressed; always, if left out.
    #[prop(optional)]
    disabled: Signal<bool>,
    /// The element, to focus it.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
    /// What pressing it does.
    press: Action,
) -> impl IntoView {
    view! {
        <button class=class type="button" disabled=disabled node_ref=node_ref on:click=boxed(press)>
            {label}
        </button>
    }
}

/// A handler of one type, whatever it does.
fn boxed<E: 'static>(action: Action) -> Box<dyn FnMut(E)> {
    Box::new(move |_| action())
}

/// What a text box does with what the reader types.
pub struct Typing {
    /// Takes the text after each keystroke.
    pub typed: Box<dyn Fn(String)>,
    /// The focus has left.
    pub left: Action,
    /// Ctrl+Enter, or Cmd+Enter on Apple's keyboards.
    pub submitted: Action,
    /// Escape.
    pub escaped: Action,
}

/// A text box of several lines. What stands in it belongs to the browser and is set through
/// `node_ref`: a reader may have typed before the page was taken over.
#[component]
pub fn TextBox(
    /// Its accessible name.
    label: String,
    /// Its classes.
    class: &'static str,
    /// What it says while empty.
    #[prop(optional)]
    placeholder: &'static str,
    /// How many lines it shows at first.
    rows: &'static str,
    /// The element, to read and fill it.
    node_ref: NodeRef<html::Textarea>,
    /// What happens as the reader types.
    typing: Typing,
) -> impl IntoView {
    let Typing { typed, left, submitted, escaped } = typing;
    let key: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        let action = match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => &submitted,
            "Escape" => &escaped,
            _ => return,
        };
        event.prevent_default();
        action();
    });
    let input: Box<dyn FnMut(_)> = Box::new(move |event| typed(event_target_value(&event)));
    view! {
        <textarea
            class=class
            node_ref=node_ref
            rows=rows
            autocomplete="off"
            aria-label=label
            placeholder=placeholder
            on:input=input
            on:blur=boxed(left)
            on:keydown=key
        ></textarea>
    }
}

/// Runs now and whenever a signal that it reads changes; in the browser alone.
pub fn watch(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}
