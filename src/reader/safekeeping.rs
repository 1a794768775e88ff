//! What stands beside the notes so that none is lost: entries that need attention, recently deleted
//! notes, and what is stored how.

use std::time::Duration;

use leptos::prelude::*;

use super::controls::{AskFirst, Drawer};
use super::platform;
use super::state::{News, Notes, Saving};
use crate::effect::effect;
use crate::messages::news::{self, Copied};
use crate::messages::notes as messages;
use crate::notebook::NoteId;
use crate::session::Attention;

/// How much of an entry that cannot be read is shown, in characters: it may be a megabyte of noise.
const MOST_SHOWN: usize = 2_000;

/// How long nothing may be stored until the use of storage is measured anew, while somebody looks: that takes a
/// walk over all of it.
const PAUSE: Duration = Duration::from_secs(1);

/// What could not be read, each with its text as it is stored.
#[component]
pub fn NeedsAttention() -> impl IntoView {
    let notes = expect_context::<Notes>();
    let entries = Memo::new(move |_| notes.attention());
    view! {
        <section
            class="safekeeping"
            aria-labelledby="needs-attention-title"
            hidden=move || entries.read().is_empty()
        >
            <h3 id="needs-attention-title">{messages::NEEDS_ATTENTION}</h3>
            <ul class="safekeeping__list" role="list" aria-label=messages::ATTENTION_LIST>
                <For
                    each=move || entries.get()
                    key=move |attention| notes.file_name_of(attention) + &attention.raw
                    let:attention
                >
                    <AttentionItem attention=attention/>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn AttentionItem(attention: Attention) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let news = expect_context::<News>();
    let mut shown: String = attention.raw.chars().take(MOST_SHOWN).collect();
    if shown.len() < attention.raw.len() {
        shown = messages::cut_off(&shown).text();
    }
    let reason = news::reason(attention.reason);
    let attention = StoredValue::new(attention);
    let copy = move |_| news.copy(&attention.read_value().raw, Copied::Entry);
    let download = move |_| {
        let attention = attention.read_value();
        platform::download(&notes.file_name_of(&attention), &attention.raw);
    };
    let remove = move || notes.discard(&attention.get_value());
    view! {
        <li class="safekeeping__item">
            <p>{reason}</p>
            <pre
                class="safekeeping__raw"
                dir="auto"
                tabindex="0"
                role="group"
                aria-label=messages::RAW_ENTRY
            >
                {shown}
            </pre>
            <div class="safekeeping__actions">
                <button type="button" class="button button--quiet" on:click=copy>
                    {messages::COPY}
                </button>
                <button type="button" class="button button--quiet" on:click=download>
                    {messages::DOWNLOAD}
                </button>
                <AskFirst
                    label=messages::REMOVE
                    question=Memo::new(|_| messages::REMOVE_QUESTION.text().to_owned())
                    answers=messages::REMOVE_ANSWERS
                    on_confirm=remove
                />
            </div>
        </li>
    }
}

/// The notes that were deleted lately, each with its way back.
#[component]
pub fn RecentlyDeleted() -> impl IntoView {
    let notes = expect_context::<Notes>();
    let is_open = RwSignal::new(false);
    let count = Memo::new(move |_| notes.deleted_count());
    // What the reader does not want to see is not there, until they look.
    let shown = move || if is_open.get() { notes.deleted() } else { Vec::new() };
    view! {
        <Drawer
            is_open=is_open
            is_empty=Memo::new(move |_| count.get() == 0)
            summary=Memo::new(move |_| messages::deleted_title(count.get()).text())
        >
            <p>{messages::DELETED_KEPT}</p>
            <ul class="safekeeping__list" role="list" aria-label=messages::RECENTLY_DELETED>
                <For each=shown key=|id| id.clone() let:id>
                    <DeletedNote id=id/>
                </For>
            </ul>
            <AskFirst
                label=messages::EMPTY
                question=Memo::new(move |_| messages::empty_question(count.get()).text())
                answers=messages::EMPTY_ANSWERS
                on_confirm=move || notes.empty_deleted()
            />
        </Drawer>
    }
}

#[component]
fn DeletedNote(id: NoteId) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let (text, when) = {
        let (id, timed) = (id.clone(), id.clone());
        let text = move || notes.deleted_note(&id).map(|deleted| deleted.note.plain());
        let when = move || {
            let deleted = notes.deleted_note(&timed)?;
            Some(messages::deleted_at(&platform::local_time(&deleted.at)).text())
        };
        (text, when)
    };
    view! {
        <li class="safekeeping__item">
            <p
                class="safekeeping__text"
                dir="auto"
                prop:textContent=move || text().unwrap_or_default()
            ></p>
            <p class="safekeeping__time" prop:textContent=move || when().unwrap_or_default()></p>
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| notes.restore(&id)
            >
                {messages::RESTORE_NOTE}
            </button>
        </li>
    }
}

/// How much room the notes take, and whether the browser has agreed to keep them.
#[component]
pub fn StorageUse() -> impl IntoView {
    let notes = expect_context::<Notes>();
    let saving = expect_context::<Saving>();
    let is_open = RwSignal::new(false);
    let usage = RwSignal::new(None);
    let measuring = StoredValue::new(None::<TimeoutHandle>);
    effect(move || {
        if let Some(timer) = measuring.get_value() {
            timer.clear();
        }
        if !is_open.get() {
            return usage.set(None);
        }
        notes.track_stored();
        let wait = if usage.read_untracked().is_some() { PAUSE } else { Duration::ZERO };
        let measure = move || usage.set(Some(notes.usage()));
        measuring.set_value(set_timeout_with_handle(measure, wait).ok());
    });
    let told = move || {
        let usage = usage.get().unwrap_or_default();
        let mut told = news::usage_of_notebook(&usage).text();
        if usage.foreign_keys > 0 {
            // The style keeps the line.
            told.push('\n');
            told.push_str(&news::usage_of_others(usage.foreign_keys).text());
        }
        told
    };
    view! {
        <Drawer is_open=is_open summary=Memo::new(|_| messages::STORAGE.text().to_owned())>
            <p prop:textContent=told></p>
            <p prop:textContent=move || news::persistence(saving.is_persisted()).text()></p>
        </Drawer>
    }
}
