//! What the reader's parts share: a small context for each thing that changes by itself. Components
//! take the one they need, show what it says and hand it what the reader does.
//!
//! The rules about notes are the [`Session`]'s. All contexts reach it through one [`SharedSession`],
//! which wakes just those parts that show what changed.

mod filter;
mod news;
mod notes;
mod saving;
mod session;
mod settings;

use leptos::prelude::*;

pub use filter::{Filter, Found, Group};
pub use news::{Deletion, News};
pub use notes::{Arrival, NoteSignal, Notes};
pub use saving::Saving;
pub use settings::{Setting, Settings};

use crate::event::EventThemes;
use crate::session::Platform;
use session::SharedSession;

/// Opens the notebook of an event and provides every context to the current owner.
pub fn provide(event: EventThemes, platform: Platform) {
    let event = StoredValue::new(event);
    let session = SharedSession::open(event, platform);
    let news = News::new(session);
    let saving = Saving::new(session, news);
    let notes = Notes::new(session, saving, news);
    provide_context(event);
    provide_context(news);
    provide_context(saving);
    provide_context(notes);
    provide_context(Filter::new(session));
    provide_context(Settings::new(session));
    saving.follow_other_pages();
}

/// The event, as far as the page carries it as data.
pub type EventContext = StoredValue<EventThemes>;
