//! What notes quote, found in the text of their themes and highlighted there, with a way from the
//! words to the note and back.
//!
//! Looked for is what a note on the page quotes, and what is quoted from a text that has come into
//! sight. Browsers without highlights show none; the ways are the same.

mod highlight;
mod known;
pub mod offer;
mod theme_text;

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    AddEventListenerOptions, HtmlElement, MouseEvent, Range as PageRange, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions, Selection,
};

pub use offer::{offer_quotations, quote_selection};

use super::listening::{listen, watch_for};
use super::state::{EventContext, NoteSignal, Notes};
use super::{platform, theme_place};
use crate::browser::event_language;
use crate::event::ThemeId;
use crate::messages::quotations as messages;
use crate::notebook::NoteId;
use crate::notebook::quote::Quote;
use highlight::Highlight;
use known::{Asker, KnownQuotations};

/// The names of the highlights, for the style: all that is quoted, and what was just led to.
const QUOTED: &str = "marginalia-quote";
const SHOWN: &str = "marginalia-shown";

/// For so long what was led to stays marked.
const SHOWN_FOR: Duration = Duration::from_millis(2500);

/// What became of the words that a note quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteState {
    /// They stand in the text.
    Unchanged,
    /// Other words stand there by now.
    Changed,
    /// They are no longer in the text.
    Gone,
}

/// What notes quote.
#[derive(Clone, Copy)]
pub struct Quotations {
    notes: Notes,
    known: StoredValue<KnownQuotations, LocalStorage>,
    shown: StoredValue<Option<Highlight>, LocalStorage>,
    /// Runs while what was led to is marked.
    marking: StoredValue<Option<TimeoutHandle>>,
}

impl Quotations {
    /// Looks for quotations in the texts of all themes, and listens to clicks there.
    pub fn begin(event: EventContext, notes: Notes) -> Self {
        let known = KnownQuotations::new(Highlight::named(QUOTED, 0));
        let quotations = Self {
            notes,
            known: StoredValue::new_local(known),
            shown: StoredValue::new_local(Highlight::named(SHOWN, 1)),
            marking: StoredValue::new(None),
        };
        for theme in event.read_value().theme_ids() {
            quotations.look_after(theme);
        }
        quotations
    }

    fn look_after(self, theme: ThemeId) {
        let Some(text) = theme_place::text(&theme) else { return };
        let was_seen = RwSignal::new(false);
        watch_for(&[text.clone().into()], "0px", move |_| {
            if !was_seen.get_untracked() {
                was_seen.set(true);
            }
        });
        listen(&text, ev::click, {
            let theme = theme.clone();
            move |click| self.clicked(&theme, &click)
        });
        Effect::new(move |before: Option<Vec<NoteId>>| {
            if !was_seen.get() {
                return Vec::new();
            }
            let quoted = self.notes.quoted_on(&theme);
            let asked: Vec<NoteId> = quoted.iter().map(|(note, _)| note.clone()).collect();
            self.known.update_value(|known| {
                for (note, quote) in &quoted {
                    known.ask(note, &theme, quote, Asker::Text);
                }
                for note in before.unwrap_or_default() {
                    if !asked.contains(&note) {
                        known.let_go(&note, &theme, Asker::Text);
                    }
                }
            });
            asked
        });
    }

    /// Looks for the words that a note on the page quotes from a theme, for as long as the current
    /// owner lives.
    pub fn place(self, note: &NoteId, theme: &ThemeId, quote: &Quote) -> ArcRwSignal<QuoteState> {
        let ask = |known: &mut KnownQuotations| known.ask(note, theme, quote, Asker::Note);
        let state = ask(&mut self.known.write_value());
        let (note, theme) = (note.clone(), theme.clone());
        on_cleanup(move || {
            self.known.try_update_value(|known| known.let_go(&note, &theme, Asker::Note));
        });
        state
    }

    /// Leads from a note to the words that it quotes, and marks them for a while.
    pub fn show(self, note: &NoteId) {
        let of_note = self.known.write_value().of(note);
        let Some((theme, words)) = of_note else { return };
        let Some(section) = theme_place::section(&theme) else { return };
        theme_place::open(&section);
        platform::focus_in_place(&section);
        match words {
            Some(words) => self.show_words(&words),
            // They were there when the note came to the page, and are no longer.
            None => section.scroll_into_view(),
        }
    }

    fn show_words(self, words: &PageRange) {
        let selection = selection();
        // Who reads with the keyboard or by ear goes on from here.
        if let (Some(selection), Ok(start), Ok(offset)) =
            (&selection, words.start_container(), words.start_offset())
        {
            let _ = selection.collapse_with_offset(Some(&start), offset);
        }
        scroll_to(words);
        let is_marked = self.shown.with_value(|shown| {
            shown.as_ref().map(|shown| {
                shown.clear();
                shown.add(words);
            })
        });
        match (is_marked, selection) {
            (Some(()), _) => self.end_marking_later(),
            (None, Some(selection)) => {
                let _ = selection.add_range(words);
            }
            (None, None) => {}
        }
    }

    fn end_marking_later(self) {
        if let Some(timer) = self.marking.write_value().take() {
            timer.clear();
        }
        let end = move || {
            self.shown.with_value(|shown| shown.as_ref().map(Highlight::clear));
        };
        self.marking.set_value(set_timeout_with_handle(end, SHOWN_FOR).ok());
    }

    /// Leads from words on which a click fell to the note that quotes them.
    fn clicked(self, theme: &ThemeId, click: &MouseEvent) {
        let target = platform::target_of(click);
        let is_on_link =
            target.is_some_and(|target| target.closest("a").is_ok_and(|it| it.is_some()));
        let is_selecting = selection().is_some_and(|selection| !selection.is_collapsed());
        if is_on_link || is_selecting {
            return;
        }
        let note = self.known.write_value().hit(theme, click);
        if let Some(note) = note {
            self.notes.reveal(Some(note.clone()));
            // As soon as it is on the page.
            request_animation_frame(move || arrive_at(&note));
        }
    }
}

/// What is selected on the page.
fn selection() -> Option<Selection> {
    document().get_selection().ok().flatten()
}

/// Scrolls so that words stand in the upper part of the window, where a sheet with notes does not
/// cover them.
fn scroll_to(words: &PageRange) {
    let window_height = platform::window_height();
    let place = words.get_bounding_client_rect();
    if place.top() < window_height * 0.1 || place.bottom() > window_height * 0.4 {
        let options = ScrollToOptions::new();
        options.set_top(place.top() - window_height * 0.2);
        window().scroll_by_with_scroll_to_options(&options);
    }
}

/// Gives a note the focus, and marks it until that leaves.
fn arrive_at(note: &NoteId) {
    const REACHED: &str = "note--reached";
    let Some(item) = platform::element(&format!("note-{}", note.as_str())) else { return };
    let _ = item.class_list().add_1(REACHED);
    bring_into_sight(&item);
    platform::focus_in_place(&item);
    // Those around it are laid out only now that they are in sight, and may move it.
    request_animation_frame({
        let item = item.clone();
        move || bring_into_sight(&item)
    });
    let left = item.clone();
    let leave = Closure::once_into_js(move || {
        let _ = left.class_list().remove_1(REACHED);
    });
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    let _ = item.add_event_listener_with_callback_and_add_event_listener_options(
        "blur",
        leave.unchecked_ref(),
        &once,
    );
}

/// Scrolls at once: notes that come into sight on the way would be laid out and move the end of it.
fn bring_into_sight(item: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Instant);
    item.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The words that a note quotes, and below them what became of them and what leads there.
#[component]
pub fn NoteQuotation(
    /// Which note.
    id: NoteId,
    /// What it says.
    note: NoteSignal,
) -> impl IntoView {
    let quotations = expect_context::<Quotations>();
    let quoted = Memo::new(move |_| {
        let note = note.get()?;
        Some((note.theme.clone(), note.quote()?))
    });
    move || {
        let (theme, quote) = quoted.get()?;
        let state = RwSignal::from(quotations.place(&id, &theme, &quote));
        let mark = move || match state.get() {
            QuoteState::Unchanged => "",
            QuoteState::Changed => messages::TEXT_CHANGED.text(),
            QuoteState::Gone => messages::NO_LONGER_THERE.text(),
        };
        let id = id.clone();
        Some(view! {
            <blockquote class="note__quote" lang=event_language() dir="auto">
                {quote.exact}
            </blockquote>
            <p class="note__way">
                <span
                    class="note__way-mark"
                    hidden=move || mark().is_empty()
                    prop:textContent=mark
                ></span>
                <button
                    type="button"
                    class="button button--quiet"
                    hidden=move || state.get() == QuoteState::Gone
                    on:click=move |_| quotations.show(&id)
                >
                    {messages::SHOW_IN_TEXT}
                </button>
            </p>
        })
    }
}
