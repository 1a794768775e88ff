//! What stands beside the notes so that none is lost: entries that need attention, recently deleted
//! notes, and what is stored how.

use leptos::prelude::*;

use super::controls::{AskFirst, Drawer};
use super::platform;
use super::state::{News, Notes, Saving};
use crate::messages::news::{self, Problem, Status};
use crate::messages::notes as messages;
use crate::notebook::Deleted;
use crate::session::Attention;

/// How much of an entry that cannot be read is shown, in characters: it may be a megabyte of noise.
const MOST_SHOWN: usize = 2_000;

/// What could not be read, each with its text as it is stored.
#[component]
pub fn NeedsAttention() -> impl IntoView {
    let notes = expect_context::<Notes>();
    let entries = Memo::new(move |_| notes.attention());
    view! {
        <section
            class="safekeeping"
            aria-labelledby="needs-attention-title"
            hidden=move || entries.with(Vec::is_empty)
        >
            <h3 id="needs-attention-title">{messages::NEEDS_ATTENTION}</h3>
            <ul class="safekeeping__list" role="list" aria-label=messages::ATTENTION_LIST>
                <For
                    each=move || entries.get()
                    key=|attention| (attention.entry.clone(), attention.raw.clone())
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
        shown.push_str(messages::CUT_OFF);
    }
    let reason = news::reason(attention.reason);
    let attention = StoredValue::new(attention);
    let copy = move |_| {
        attention.with_value(|attention| {
            platform::copy_text(&attention.raw, move |is_copied| {
                if is_copied {
                    news.tell(Status::Copied);
                } else {
                    news.tell_problem(Problem::NotCopied);
                }
            });
        });
    };
    let download = move |_| {
        attention.with_value(|attention| {
            platform::download(&notes.file_name_of(attention), &attention.raw);
        });
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
                    question=messages::REMOVE_QUESTION.to_owned()
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
            is_empty=Signal::derive(move || count.get() == 0)
            summary=Signal::derive(move || messages::deleted_title(count.get()))
        >
            <p>{messages::DELETED_KEPT}</p>
            <ul class="safekeeping__list" role="list" aria-label=messages::RECENTLY_DELETED>
                <For
                    each=shown
                    key=|deleted| (deleted.note.id.clone(), deleted.at.clone())
                    let:deleted
                >
                    <DeletedNote deleted=deleted/>
                </For>
            </ul>
            <AskFirst
                label=messages::EMPTY
                question=Signal::derive(move || messages::empty_question(count.get()))
                answers=messages::EMPTY_ANSWERS
                on_confirm=move || notes.empty_deleted()
            />
        </Drawer>
    }
}

#[component]
fn DeletedNote(deleted: Deleted) -> impl IntoView {
    let notes = expect_context::<Notes>();
    let when = messages::deleted_at(&platform::local_time(&deleted.at));
    let text = deleted.note.plain();
    let id = deleted.note.id;
    view! {
        <li class="safekeeping__item">
            <p class="safekeeping__text" dir="auto">{text}</p>
            <p class="safekeeping__time">{when}</p>
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
    // Measured only while somebody looks: it takes a walk over all that is stored.
    let is_open = RwSignal::new(false);
    let usage = move || if is_open.get() { news::usage(&notes.usage()) } else { String::new() };
    view! {
        <Drawer is_open=is_open summary=messages::STORAGE.to_owned()>
            <p prop:textContent=usage></p>
            <p prop:textContent=move || news::persistence(saving.is_persisted())></p>
        </Drawer>
    }
}
