//! The app: the page and what it stands on, put together. The only place where the parts of the
//! program meet.

use leptos::prelude::*;

use crate::event::Event;
use crate::state::NotebookState;
use crate::view::page::Page;

/// The whole page of an event. At build time it has no notes; in the browser an effect connects
/// the notebook once the prerendered HTML is taken over, so that both give the same first picture.
#[component]
pub fn App(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let notebook = NotebookState::new(event);
    let reading = RwSignal::new(None);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| connect(event, notebook, reading));
    view! { <Page event=event notebook=notebook reading=reading/> }
}

#[cfg(feature = "hydrate")]
fn connect(
    event: &'static Event,
    notebook: NotebookState,
    reading: RwSignal<Option<&'static crate::event::ThemeId>>,
) {
    use crate::browser;
    use crate::state::Surroundings;
    use crate::storage::{Store, browser::BrowserStore};

    notebook.connect(Surroundings {
        store: BrowserStore::open().map(|store| Box::new(store) as Box<dyn Store>),
        now: browser::now,
        new_note_id: browser::new_note_id,
        local_time: browser::local_time,
        recover_focus: browser::recover_focus,
    });
    browser::on_foreign_change(move |key| notebook.reload(key.as_deref()));
    browser::on_leave(move || notebook.flush());
    browser::follow_addresses();
    browser::on_reading(".theme", move |id| {
        let theme = event.themes.iter().find(|theme| theme.anchor() == id);
        reading.set(theme.map(|theme| &theme.id));
    });
}
