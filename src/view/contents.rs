//! The table of contents: stays in view, marks the theme being read, counts notes.

use leptos::prelude::*;

use crate::event::{Event, ThemeId};
use crate::messages;
use crate::state::NotebookState;

/// Links to all themes, by part.
#[component]
pub fn Contents(
    /// What the page is about.
    event: &'static Event,
    /// The reader's notes.
    notebook: NotebookState,
    /// The theme being read.
    reading: RwSignal<Option<&'static ThemeId>>,
) -> impl IntoView {
    view! {
        <nav class="contents" aria-label="Themes">
            {event.parts.iter().map(|part| view! {
                <div class="contents__part">
                    <p class="contents__part-title">{part.title.as_str()}</p>
                    <ul class="contents__list" role="list">
                        {event.themes_of(&part.id).map(|theme| {
                            let count = Memo::new(move |_| notebook.count_on(&theme.id));
                            view! {
                                <li class="contents__item">
                                    <a
                                        class="contents__link"
                                        href=format!("#{}", theme.anchor())
                                        aria-current=move || (reading.get() == Some(&theme.id)).then_some("true")
                                    >
                                        {theme.title.as_str()}
                                    </a>
                                    <span class="contents__count" class:contents__count--none=move || count.get() == 0>
                                        <span aria-hidden="true">{Signal::derive(move || count.get().to_string())}</span>
                                        <span class="visually-hidden">{Signal::derive(move || messages::note_count(count.get()))}</span>
                                    </span>
                                </li>
                            }
                        }).collect_view()}
                    </ul>
                </div>
            }).collect_view()}
            <p class="contents__mine"><a class="contents__link" href="#my-notes">"My notes"</a></p>
        </nav>
    }
}
