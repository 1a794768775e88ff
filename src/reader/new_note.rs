//! The box in which a note on a theme is begun. It stands in the static page and is taken over as it
//! stands: with its text, caret, selection, history and focus.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlTextAreaElement;

use super::controls::{BoxKey, box_key, keep_focus};
use super::listening::listen;
use super::platform;
use super::state::{Notes, Saving};
use crate::effect::effect;
use crate::event::ThemeId;
use crate::messages::{Phrase, notes as messages};
use crate::storage::Entry;

/// Takes over the box of a theme, its button, and what was typed so far. `None` where the page has
/// none.
pub fn adopt(theme: &ThemeId, notes: Notes, saving: Saving) -> Option<()> {
    let field: HtmlTextAreaElement =
        platform::element(&format!("new-note-{theme}"))?.dyn_into().ok()?;
    let button = platform::element(&format!("add-note-{theme}"))?;

    let typed = field.value();
    if !typed.is_empty() {
        notes.adopt_draft(theme, &typed);
    }
    // What is composed belongs to the keyboard until it is done.
    let is_composing = RwSignal::new(false);
    effect({
        let (field, theme) = (field.clone(), theme.clone());
        move || {
            let draft = notes.draft(&theme);
            // To set the text it has would take its caret and its history.
            if !is_composing.get() && field.value() != draft {
                field.set_value(&draft);
            }
        }
    });
    listen(&field, ev::compositionstart, move |_| is_composing.set(true));
    listen(&field, ev::compositionend, move |_| is_composing.set(false));
    listen(&field, ev::input, {
        let (field, theme) = (field.clone(), theme.clone());
        move |_| notes.type_draft(&theme, field.value())
    });
    listen(&field, ev::blur, move |_| saving.flush());
    let add = {
        let (field, theme) = (field.clone(), theme.clone());
        move || {
            notes.add(&theme, field.value());
            let _ = field.focus();
        }
    };
    listen(&field, ev::keydown, {
        let add = add.clone();
        move |event| {
            if box_key(&event) == Some(BoxKey::Submit) {
                add();
            }
        }
    });
    listen(&button, ev::mousedown, keep_focus);
    listen(&button, ev::click, move |_| add());
    Some(())
}

/// Adds what stands in the box of a theme, as was asked for before the program was there. The focus
/// may be elsewhere by now, and stays there.
pub fn add_early(theme: &ThemeId, notes: Notes) {
    let field = platform::element(&format!("new-note-{theme}"));
    if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) {
        notes.add(theme, field.value());
    }
}

/// Says of the box that what stands in it could not be stored.
#[component]
pub fn DraftMark(
    /// The theme of the box.
    theme: ThemeId,
) -> impl IntoView {
    let saving = expect_context::<Saving>();
    let entry = Entry::Draft(theme);
    let mark = move || {
        let mark = messages::note_mark(false, false, saving.is_unsaved(&entry));
        mark.map(Phrase::text).unwrap_or_default()
    };
    view! { <span prop:textContent=mark></span> }
}
