//! The box in which a note on a theme is begun.

use leptos::prelude::*;

use crate::event::ThemeId;
use crate::messages::notes;

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
    view! {
        <div class="new-note">
            <textarea
                class="new-note__text"
                id=format!("new-note-{id}")
                rows="2"
                autocomplete="off"
                dir="auto"
                aria-label=notes::new_note_on(title)
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
