//! One note: shown as text, and with an editor only while it is edited.

use leptos::either::Either;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::controls::{BoxKey, box_key, keep_focus};
use super::markdown::{Markdown, Shown};
use super::platform;
use super::quotations::NoteQuotation;
use super::state::{Arrival, Filter, NoteSignal, Notes, Saving};
use super::transfer::Transfer;
use crate::effect::effect;
use crate::messages::{Phrase, notes as messages};
use crate::notebook::tags::tag_key;
use crate::notebook::{NoteId, Selection};
use crate::said::said_with;
use crate::storage::Entry;

/// A note in the list of its theme.
#[component]
pub fn NoteItem(
    /// Which note.
    id: NoteId,
) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let saving = expect_context::<Saving>();
    let note = notes.note(&id);
    let arrival = notes.take_arrival(&id);
    let is_editing = RwSignal::new(false);
    // Only who was here before is brought to the button; a note that merely appears is not.
    let returns = RwSignal::new(arrival == Some(Arrival::Restored));
    let is_newer = Memo::new({
        let note = note.clone();
        move |_| note.get().is_some_and(|note| note.newer)
    });
    // A newer page wrote it meanwhile: what was edited here stands beside it.
    effect(move || {
        if is_newer.get() {
            is_editing.set(false);
        }
    });
    let begin = {
        let id = id.clone();
        move || {
            returns.set(true);
            notes.begin_edit(&id);
            is_editing.set(true);
        }
    };
    if arrival == Some(Arrival::Begun) {
        begin();
    }
    let end = {
        let id = id.clone();
        move || {
            is_editing.set(false);
            notes.end_edit(&id);
        }
    };
    let mark = {
        let (note, entry) = (note.clone(), Entry::Note(id.clone()));
        move || {
            let is_unsaved = saving.is_unsaved(&entry);
            let mark = note.get().and_then(|note| {
                messages::note_mark(note.conflict.is_some(), note.newer, is_unsaved)
            });
            mark.map(Phrase::text).unwrap_or_default()
        }
    };
    let element_id = format!("note-{}", id.as_str());
    let body = {
        let (id, note) = (id.clone(), note.clone());
        move || {
            let (id, note) = (id.clone(), note.clone());
            if is_editing.get() {
                Either::Left(view! { <NoteEditor id=id note=note on_done=end.clone()/> })
            } else {
                let begin = begin.clone();
                Either::Right(view! {
                    <ShownNote id=id note=note is_newer=is_newer returns=returns on_edit=begin/>
                })
            }
        }
    };
    view! {
        <li class="note" id=element_id tabindex="-1">
            <NoteQuotation id=id note=note/>
            <div>{body}</div>
            // Below: it must not move a button away from under the reader's hand.
            <p class="note__mark" prop:textContent=mark></p>
        </li>
    }
}

/// A note that is not being edited.
#[component]
fn ShownNote(
    id: NoteId,
    note: NoteSignal,
    is_newer: Memo<bool>,
    /// Whether the focus belongs on the button by which it was opened.
    returns: RwSignal<bool>,
    on_edit: impl Fn() + Clone + 'static,
) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let transfer = expect_context::<Transfer>();
    let markdown = expect_context::<Markdown>();
    let edit_button = NodeRef::<html::Button>::new();
    effect(move || {
        if let (Some(button), true) = (edit_button.get(), returns.get_untracked()) {
            let _ = button.focus();
        }
    });
    let as_typed = RwSignal::new(false);
    let shown = Memo::new({
        let note = note.clone();
        move |_| match note.get() {
            Some(note) => markdown.shown(&note.text, &[], as_typed.get()),
            None => Shown::default(),
        }
    });
    let is_pinned = Memo::new({
        let note = note.clone();
        move |_| note.get().is_some_and(|note| note.is_pinned())
    });
    let is_formatted = move || shown.read().is_formatted;
    let switch_label = move || {
        let is_typed = as_typed.get();
        (if is_typed { messages::SHOW_FORMATTED } else { messages::SHOW_SOURCE }).text()
    };
    let pin_label = move || (if is_pinned.get() { messages::UNPIN } else { messages::PIN }).text();
    let edit_id = format!("edit-{}", id.as_str());
    let (delete_id, share_id, pin_id) = (id.clone(), id.clone(), id);
    view! {
        <div
            class="note__text"
            class:formatted=is_formatted
            dir="auto"
            inner_html=move || shown.read().html.clone()
        ></div>
        <p class="pinned" hidden=move || !is_pinned.get()>{messages::PINNED}</p>
        <NoteTimes note=note/>
        <p class="note__actions" hidden=move || is_newer.get()>
            <button
                type="button"
                class="button button--quiet"
                id=edit_id
                node_ref=edit_button
                on:click=move |_| on_edit()
            >
                {messages::EDIT_NOTE}
            </button>
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| notes.delete(&delete_id)
            >
                {messages::DELETE_NOTE}
            </button>
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| transfer.export(Selection::Note(share_id.clone()))
            >
                {messages::SHARE}
            </button>
            <button
                type="button"
                class="button button--quiet note__pin"
                on:click=move |_| notes.toggle_pin(&pin_id)
                prop:textContent=pin_label
            ></button>
            <button
                type="button"
                class="button button--quiet note__source"
                // Not tracked: an effect that reads both a memo and what that one is made of may
                // miss a change, and the memo changes whenever this does.
                hidden=move || !is_formatted() && !as_typed.get_untracked()
                on:click=move |_| as_typed.update(|as_typed| *as_typed = !*as_typed)
                prop:textContent=switch_label
            ></button>
        </p>
    }
}

/// The editor of a note.
#[component]
fn NoteEditor(
    id: NoteId,
    note: NoteSignal,
    /// The reader is done.
    on_done: impl Fn() + Clone + 'static,
) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let saving = expect_context::<Saving>();
    let field = NodeRef::<html::Textarea>::new();
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    // Filled once: from then on what stands in it is the reader's, whatever is stored meanwhile.
    let text = note.get_untracked().map(|note| note.text.clone());
    let done = on_done.clone();
    let leave = move |event| {
        if matches!(box_key(&event), Some(BoxKey::Submit | BoxKey::Leave)) {
            done();
        }
    };
    view! {
        <textarea
            class="note__editor"
            rows="4"
            autocomplete="off"
            dir="auto"
            aria-label=messages::NOTE_TEXT
            node_ref=field
            prop:value=text.unwrap_or_default()
            on:input:target=move |event| notes.type_note(&id, event.target().value())
            on:blur=move |_| saving.flush()
            on:keydown=leave
        ></textarea>
        <p class="note__actions">
            <button
                type="button"
                class="button"
                on:mousedown=keep_focus
                on:click=move |_| on_done()
            >
                {messages::DONE}
            </button>
        </p>
    }
}

/// When a note was added, and when it was changed last.
#[component]
fn NoteTimes(note: NoteSignal) -> impl IntoView {
    let times = move || {
        let note = note.get()?;
        let (created, changed) = (&note.created, &note.changed);
        let last = (created != changed).then(|| platform::local_time(changed));
        let times = messages::times(&platform::local_time(created), last.as_deref());
        Some(said_with(&times, |name, words| {
            let time = if name == "changed" { changed } else { created };
            view! { <time datetime=time.as_str().to_owned()>{words}</time> }
        }))
    };
    view! { <p class="note__times">{times}</p> }
}

/// The links in a note's text that are tags (`src/markdown/on_page.rs`).
const TAG: &str = ".note__tag";

/// A tag leads to all notes with the same tag, where its link leads by itself. Other choices give
/// way: the reader wants to see all that have it.
pub fn follow_tag(filter: Filter) -> impl Fn(MouseEvent) {
    move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(tag) = target.and_then(|target| target.closest(TAG).ok().flatten()) {
            filter.show_tag(tag_key(&tag.text_content().unwrap_or_default()));
        }
    }
}
