//! The reader's parts: what lives in the browser, mounted into places that the static page keeps
//! for it (`src/page/`).
//!
//! No first render has to equal another, and whatever a translation or an extension has put around
//! or beside the places, they are found by their ids. Where a text changes, it is the text of an
//! element (`prop:textContent`) and no loose text node, which a translation would replace.

pub mod addresses;
pub mod citations;
pub mod colours;
pub mod contents;
pub mod controls;
pub mod early;
pub mod focus;
mod folding;
pub mod hint;
pub mod listening;
pub mod map;
pub mod markdown;
pub mod mounted;
pub mod my_notes;
pub mod new_note;
pub mod note;
pub mod note_list;
pub mod notices;
mod page_text;
pub mod platform;
pub mod printing;
pub mod quotations;
pub mod reading;
pub mod safekeeping;
pub mod sheet;
pub mod shortcuts;
pub mod state;
pub mod theme_place;
pub mod transfer;

use std::fmt;

use any_spawner::Executor;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use colours::Colours;
use contents::NoteCount;
use map::Ring;
use markdown::Markdown;
use my_notes::MyNotes;
use new_note::DraftMark;
use note_list::{NotesOnTheme, Printing, ShareTheme};
use notices::Notices;
use quotations::Quotations;
use reading::Reading;
use shortcuts::{Shortcuts, ShortcutsButton};
use state::{EventContext, News, Notes, Saving, Settings};
use transfer::Transfer;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use crate::browser::begin_to_speak;
use crate::event::{EventThemes, ThemeId, TitledTheme};
use crate::messages::notes as messages;
use crate::session::Platform;
use crate::storage::Store;
use crate::storage::browser::BrowserStore;

/// Why the program cannot start.
#[derive(Debug)]
pub enum StartError {
    /// The page holds no event data.
    NoEvent,
    /// The event data cannot be read. The build writes it, so somebody changed the page.
    Event,
}

impl fmt::Display for StartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEvent => formatter.write_str("the page holds no element with the id `event`"),
            Self::Event => formatter.write_str("the element with the id `event` holds no event"),
        }
    }
}

impl std::error::Error for StartError {}

thread_local! {
    /// Owns all parts, for as long as the page lives.
    static PARTS: Owner = Owner::new();
}

/// The owner of all parts.
fn parts() -> Owner {
    PARTS.with(Owner::clone)
}

/// Takes a step of the start, by its number from 0, and tells whether there is a further one. No step
/// keeps the page busy for long; until the last one the boxes are the early script's.
///
/// # Errors
/// [`StartError`] where the page is not one of an event.
pub fn start_step(step: u32) -> Result<bool, StartError> {
    match step {
        0 => {
            begin_to_speak();
            open()?;
        }
        1 => parts().with(count),
        2 => parts().with(show),
        3 => parts().with(list),
        _ => {
            parts().with(take_over);
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reads the event and the notes, from the data of the page and from the store.
fn open() -> Result<(), StartError> {
    let json = platform::event_json().ok_or(StartError::NoEvent)?;
    let event: EventThemes = serde_json::from_str(&json).map_err(|_| StartError::Event)?;
    let platform = Platform {
        store: BrowserStore::open().map(|store| Box::new(store) as Box<dyn Store>),
        now: Box::new(platform::now),
        days_ago: Box::new(platform::days_ago),
        new_note_id: Box::new(platform::new_note_id),
    };
    // As `mount_to` does it: effects of parts that are taken over come before the first mount.
    let _ = Executor::init_wasm_bindgen();
    parts().with(|| {
        state::provide(event, platform);
        let (event, notes) = (expect_context::<EventContext>(), expect_context::<Notes>());
        provide_context(Transfer::new(event, notes, expect_context::<News>()));
        provide_context(Printing(RwSignal::new(false)));
        provide_context(Markdown::default());
        provide_context(Quotations::begin(event, notes));
    });
    Ok(())
}

/// Counts the notes in the table of contents and on the map.
fn count() {
    let notes = expect_context::<Notes>();
    for TitledTheme { id, title, .. } in themes() {
        mount(&contents::count_id(&id), {
            let id = id.clone();
            move || view! { <NoteCount theme=id notes=notes/> }
        });
        mount(&map::ring_id(&id), move || view! { <Ring theme=id title=title notes=notes/> });
    }
}

/// Shows the notes on each theme.
fn show() {
    for TitledTheme { id, title, .. } in themes() {
        mount(&format!("theme-notes-{id}"), move || {
            view! {
                <NotesOnTheme theme=Some(id.clone()) label=messages::notes_on(&title).text()/>
                <ShareTheme theme=id/>
            }
        });
    }
    mount("lost-notes", || {
        view! { <NotesOnTheme theme=None label=messages::LOST_NOTES.text().to_owned()/> }
    });
}

/// Lists all notes under “My notes”.
fn list() {
    mount("my-notes-content", || view! { <MyNotes/> });
}

/// Takes over the boxes, mounts what is left, and carries out what the reader asked for meanwhile.
fn take_over() {
    let event = expect_context::<EventContext>();
    let notes = expect_context::<Notes>();
    let saving = expect_context::<Saving>();
    let settings = expect_context::<Settings>();
    let transfer = expect_context::<Transfer>();
    let Printing(is_printing) = expect_context();

    let requests = early::take_over();
    platform::leave_compositions_alone();
    saving.begin();
    for TitledTheme { id, .. } in themes() {
        new_note::adopt(&id, notes, saving);
        mount(&format!("draft-mark-{id}"), move || view! { <DraftMark theme=id/> });
    }
    let reading = Reading::begin();
    let shortcuts = Shortcuts::begin(event, notes, settings, reading);
    mount("notices", || view! { <Notices/> });
    mount("colours-place", move || view! { <Colours settings=settings/> });
    mount("shortcuts-place", move || view! { <ShortcutsButton shortcuts=shortcuts/> });
    citations::mount_buttons(expect_context::<News>());

    contents::mark_reading(reading);
    quotations::offer::offer_quotations(event, notes);
    sheet::begin(event);
    hint::adopt(notes, settings);
    printing::follow(is_printing);
    focus::keep_near();
    addresses::follow(reading, move |fragment| transfer.open_shared(fragment));
    // Listeners are there once the effects have run.
    spawn_local(async move {
        tick().await;
        carry_out(&requests, notes, shortcuts);
    });
}

fn themes() -> Vec<TitledTheme> {
    expect_context::<EventContext>().read_value().themes.clone()
}

/// Mounts a part into a place of the static page, where the page has it.
fn mount<N: IntoView + 'static>(place: &str, part: impl FnOnce() -> N + 'static) {
    if let Some(place) = platform::element(place) {
        mount_to(place, part).forget();
    }
}

/// Does what the reader asked for before the program was there.
fn carry_out(requests: &early::Requests, notes: Notes, shortcuts: Shortcuts) {
    for theme in requests.adds() {
        if let Ok(theme) = ThemeId::try_from(theme) {
            new_note::add_early(&theme, notes);
        }
    }
    if let Some(pressed) = requests.pressed().and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        pressed.click();
    }
    if let Some(key) = requests.key() {
        shortcuts.act(&key);
    }
}
