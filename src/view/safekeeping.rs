//! What stands beside the notes so that none is lost: entries that need attention, recently deleted
//! notes, and what is stored how.

use std::sync::Arc;

use leptos::prelude::*;

use super::controls::{ask_first, button};
use super::element::{Element, element, is_open};
use crate::notebook::Deleted;
use crate::state::{Attention, NotebookState};
use crate::words::{news, notes as words};

/// How much of an entry that cannot be read is shown, in characters: it may be a megabyte of noise.
const MOST_SHOWN: usize = 2_000;

const QUIET: &str = "button button--quiet";

/// What could not be read, each with its text as it is stored.
pub fn needs_attention(notebook: NotebookState) -> Element {
    let items =
        move || notebook.attention().into_iter().map(|it| entry(notebook, it).into()).collect();
    element("section")
        .class("safekeeping")
        .attribute("aria-labelledby", "needs-attention-title")
        .hidden(move || notebook.attention().is_empty())
        .child(element("h3").attribute("id", "needs-attention-title").child(words::NEEDS_ATTENTION))
        .child(list(words::ATTENTION_LIST).live(items))
}

fn entry(notebook: NotebookState, entry: Attention) -> Element {
    let mut shown: String = entry.raw.chars().take(MOST_SHOWN).collect();
    if shown.len() < entry.raw.len() {
        shown.push_str(words::CUT_OFF);
    }
    let reason = news::reason(entry.reason);
    let entry = Arc::new(entry);
    let (copied, downloaded, removed) = (entry.clone(), entry.clone(), entry.clone());
    let raw = element("pre")
        .class("safekeeping__raw")
        .attribute("dir", "auto")
        .attribute("tabindex", "0")
        .attribute("role", "group")
        .attribute("aria-label", words::RAW_ENTRY);
    let question = || words::REMOVE_QUESTION.to_owned();
    let remove = move || notebook.discard(&removed);
    let actions = element("div")
        .class("safekeeping__actions")
        .child(button(words::COPY, QUIET, move || notebook.copy(&copied.raw)))
        .child(button(words::DOWNLOAD, QUIET, move || notebook.download(&downloaded)))
        .child(ask_first(words::REMOVE, question, words::REMOVE_ANSWERS, remove));
    element("li")
        .class("safekeeping__item")
        .child(element("p").child(reason))
        .child(raw.child(shown))
        .child(actions)
}

/// The notes that were deleted lately, each with its way back.
pub fn recently_deleted(notebook: NotebookState) -> Element {
    // What the reader does not want to see is not there, until they look.
    let open = RwSignal::new(false);
    let notes = move || notebook.recently_deleted();
    let items = move || {
        let shown = if open.get() { notes() } else { Vec::new() };
        shown.into_iter().map(|it| deleted(notebook, it).into()).collect()
    };
    let summary = element("summary").live_text(move || words::deleted_title(notes().len()));
    let question = move || words::empty_question(notes().len());
    let empty = move || notebook.empty_deleted();
    drawer(open)
        .hidden(move || notes().is_empty())
        .child(summary)
        .child(element("p").child(words::DELETED_KEPT))
        .child(list(words::RECENTLY_DELETED).live(items))
        .child(ask_first(words::EMPTY, question, words::EMPTY_ANSWERS, empty))
}

fn deleted(notebook: NotebookState, deleted: Deleted) -> Element {
    let when = words::deleted_at(&notebook.local_time(&deleted.at));
    let Deleted { note, .. } = deleted;
    element("li")
        .class("safekeeping__item")
        .child(element("p").class("safekeeping__text").attribute("dir", "auto").child(note.plain()))
        .child(element("p").class("safekeeping__time").child(when))
        .child(button(words::RESTORE_NOTE, QUIET, move || notebook.restore(&note.id)))
}

/// How much room the notes take, and whether the browser has agreed to keep them.
pub fn storage_use(notebook: NotebookState) -> Element {
    // Measured only while somebody looks: it takes a walk over all that is stored.
    let open = RwSignal::new(false);
    let usage = move || if open.get() { news::usage(&notebook.usage()) } else { String::new() };
    let persistence = move || news::persistence(notebook.persistent()).to_owned();
    drawer(open)
        .child(element("summary").child(words::STORAGE))
        .child(element("p").live_text(usage))
        .child(element("p").live_text(persistence))
}

/// What is shown only on demand. `open` follows it; drawers are closed at first.
fn drawer(open: RwSignal<bool>) -> Element {
    // Read off the element: browsers tell of several changes by one event.
    element("details").class("safekeeping").on("toggle", move |event| open.set(is_open(&event)))
}

fn list(label: &str) -> Element {
    element("ul")
        .class("safekeeping__list")
        .attribute("role", "list")
        .attribute("aria-label", label)
}
