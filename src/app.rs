//! The app: the page and what it stands on, put together. The only place where the parts of the
//! program meet.

use leptos::prelude::*;

use crate::event::Event;
use crate::state::NotebookState;
use crate::view::event_files::EventFiles;
use crate::view::page::Page;

/// The whole page of an event. At build time it has no notes; in the browser an effect connects
/// the notebook once the prerendered HTML is taken over, so that both give the same first picture.
#[component]
pub fn App(
    /// What the page is about.
    event: &'static Event,
    /// What there is of it to take home; nothing in the browser, which finds it in the page.
    #[prop(optional)]
    files: EventFiles,
) -> impl IntoView {
    let notebook = NotebookState::new(event);
    let reading = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| connect(event, notebook, reading));
    view! { <Page event=event files=files notebook=notebook reading=reading/> }
}

#[cfg(feature = "hydrate")]
fn connect(event: &'static Event, notebook: NotebookState, reading: RwSignal<String>) {
    use crate::browser;
    use crate::session::Means;
    use crate::state::{Scope, Surroundings, Task};
    use crate::storage::second_copy::SecondCopy;
    use crate::storage::{Store, browser::BrowserStore};

    let copy = SecondCopy::open(&event.id, move |found| notebook.recover(&found));
    let means = Means {
        store: BrowserStore::open().map(|store| Box::new(store) as Box<dyn Store>),
        now: Box::new(browser::now),
        days_ago: Box::new(browser::days_ago),
        new_note_id: Box::new(browser::new_note_id),
    };
    let surroundings = Surroundings {
        copy_elsewhere: Box::new(move |changes| copy.write(changes)),
        ask_to_persist: browser::ask_to_persist,
        to_clipboard: browser::to_clipboard,
        take_home: browser::take_home,
        download: browser::download,
        show_colours: browser::show_colours,
        local_time: browser::local_time,
        recover_focus: browser::recover_focus,
    };
    notebook.connect(means, surroundings);
    browser::hear(move |message| notebook.hear(&message).to_owned());
    // Where it does not arrive, notes are shown as they were typed.
    Effect::new(move |_| {
        if notebook.count() > 0 {
            browser::load("study", |_| {});
        }
    });
    // The other program hears of these presses itself.
    browser::on_press(".footer__shortcuts, .outline__hint button", move |_| {
        browser::load("study", move |loaded| {
            if !loaded {
                notebook.tell_ease_not_loaded();
            }
        });
    });
    browser::on_foreign_change(move |key| notebook.reload(key.as_deref()));
    browser::on_leave(move || notebook.flush());
    browser::on_return(move || notebook.reload(None));
    browser::ask_before_leaving(move || notebook.is_at_risk());
    browser::follow_addresses(move || notebook.take_home(Task::Visit, Scope::All));
    browser::open_while_printing();
    browser::on_reading(".content > section, .theme", move |id| reading.set(id));
}
