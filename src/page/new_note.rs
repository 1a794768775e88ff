//! The box in which a note on a theme is begun.

use leptos::prelude::*;

use crate::event::ThemeId;
use crate::messages::notes;
use crate::said::{attributes, told};

/// A text box and its button. Both work from the first paint on: the early script keeps what is typed,
/// and the program that comes later takes them over as they are.
#[component]
pub fn NewNote(
    /// The theme, or the session, that the note will be on.
    id: &'static ThemeId,
    /// Its title.
    title: &'static str,
) -> impl IntoView {
    let id = id.as_str();
    let name = notes::new_note_on(title);
    view! {
        <div class="new-note" data-reader="">
            <textarea
                class="new-note__text"
                id=format!("new-note-{id}")
                rows="2"
                autocomplete="off"
                dir="auto"
                data-l10n-attrs=attributes(&[("aria-label", name.phrase()), ("placeholder", notes::WRITE_HERE)])
                data-l10n-args=told(&name)
                aria-label=name
                placeholder=notes::WRITE_HERE
                data-theme=id
            ></textarea>
            <button type="button" class="button" id=format!("add-note-{id}") data-theme=id>
                {notes::ADD_NOTE}
            </button>
            // What could not be saved is told here.
            <p class="new-note__mark" id=format!("draft-mark-{id}") data-reader=""></p>
        </div>
    }
}
