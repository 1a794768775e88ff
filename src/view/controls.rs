//! What several parts of the page are made of.

use leptos::prelude::*;

use super::element::{Element, Handle, element, pressed, value_of_target};

/// A button that says in words what it does.
pub fn button(
    label: &'static str,
    classes: &'static str,
    press: impl Fn() + Send + 'static,
) -> Element {
    element("button")
        .class(classes)
        .attribute("type", "button")
        .on("click", move |_| press())
        .child(label)
}

/// A button that belongs to a text box: pressing it does not take the focus from there. Else the box
/// would be stored before the button is let go, and what is then told at the foot of the window
/// could come between the reader and the button.
pub fn box_button(label: &'static str, press: impl Fn() + Send + 'static) -> Element {
    button(label, "button", press).on("mousedown", |event| event.prevent_default())
}

/// A button whose action is asked about first.
pub fn ask_first(
    label: &'static str,
    question: impl Fn() -> String + Send + 'static,
    [go_on, leave]: [&'static str; 2],
    press: impl Fn() + Send + 'static,
) -> Element {
    let asking = RwSignal::new(false);
    let go = move || {
        asking.set(false);
        press();
    };
    let first = button(label, "button button--quiet", move || asking.set(true));
    element("div").class("ask-first").child(first.hidden(move || asking.get())).child(
        element("span")
            .class("ask-first__question")
            .hidden(move || !asking.get())
            .child(element("span").live_text(question))
            .child(button(go_on, "button", go))
            .child(button(leave, "button button--quiet", move || asking.set(false))),
    )
}

/// What a text box does with what the reader types.
pub struct Typing {
    /// Takes the text after each keystroke.
    pub typed: Box<dyn Fn(String) + Send>,
    /// The focus has left.
    pub left: Box<dyn Fn() + Send>,
    /// Ctrl+Enter, or Cmd+Enter on Apple's keyboards.
    pub submitted: Box<dyn Fn() + Send>,
    /// Escape.
    pub escaped: Box<dyn Fn() + Send>,
}

/// A text box of several lines. What stands in it belongs to the browser and is set through the
/// handle: a reader may have typed before the page was taken over.
pub fn text_box(label: &str, classes: &str, rows: &str, handle: Handle, typing: Typing) -> Element {
    let Typing { typed, left, submitted, escaped } = typing;
    element("textarea")
        .class(classes)
        .attribute("rows", rows)
        .attribute("autocomplete", "off")
        .attribute("aria-label", label)
        .handle(handle)
        .on("input", move |event| typed(value_of_target(&event)))
        .on("blur", move |_| left())
        .on("keydown", move |event| {
            let (key, with_control) = pressed(&event);
            let act = match key.as_str() {
                "Enter" if with_control => &submitted,
                "Escape" => &escaped,
                _ => return,
            };
            event.prevent_default();
            act();
        })
}
