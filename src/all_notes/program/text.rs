//! One text: a note, a draft, or a deleted note.

use std::sync::Arc;

use leptos::either::Either;
use leptos::prelude::*;

use super::Page;
use crate::browser::local_time;
use crate::messages::{Message, all_notes as messages, notes};
use crate::notebook::search::pieces;
use crate::notebook::tags::{tag_key, tags};
use crate::notebook::{Deleted, Note, Timestamp};

/// A note.
#[component]
pub fn NoteText(
    /// The note.
    note: Arc<Note>,
    /// Where it stands on the page of its event.
    address: Option<String>,
) -> impl IntoView {
    let words = if note.changed == note.created { messages::added } else { messages::changed };
    let time = time(words, &note.changed);
    let mark = notes::note_mark(note.conflict.is_some(), false, false);
    view! {
        <li class="all-notes__note">
            <Words note=note.clone()/>
            <Tags text=note.text.clone()/>
            <p class="all-notes__facts">
                {note.is_pinned().then(|| view! { <span>{notes::PINNED}</span> })}
                {mark.map(|mark| view! { <span class="all-notes__mark">{mark}</span> })}
                {time}
                <Way address=address/>
            </p>
        </li>
    }
}

/// What stands in the box for a new note.
#[component]
pub fn DraftText(
    /// What stands there.
    text: String,
    /// Where it stands on the page of its event.
    address: Option<String>,
) -> impl IntoView {
    view! {
        <li class="all-notes__note">
            <Marked text=text/>
            <p class="all-notes__facts">
                <span class="all-notes__mark">{messages::DRAFT}</span>
                <Way address=address/>
            </p>
        </li>
    }
}

/// A note that was deleted.
#[component]
pub fn DeletedText(
    /// The note.
    deleted: Arc<Deleted>,
) -> impl IntoView {
    let Deleted { note, at } = &*deleted;
    let note = Arc::new(note.clone());
    view! {
        <li class="all-notes__note">
            <Words note=note/>
            <p class="all-notes__facts">{time(messages::deleted_at, at)}</p>
        </li>
    }
}

fn time(words: fn(&str) -> Message, time: &Timestamp) -> impl IntoView + use<> {
    view! { <time datetime=time.as_str().to_owned()>{words(&local_time(time))}</time> }
}

/// The way to the page of the event.
#[component]
fn Way(address: Option<String>) -> impl IntoView {
    address.map(|address| view! { <a href=address>{messages::OPEN}</a> })
}

/// What a note quotes, and what the reader wrote.
#[component]
fn Words(note: Arc<Note>) -> impl IntoView {
    let quote = note.quote().map(|quote| {
        view! { <blockquote class="note__quote"><Marked text=quote.exact/></blockquote> }
    });
    let text = (!note.text.is_empty()).then(|| view! { <Marked text=note.text.clone()/> });
    view! {
        {quote}
        {text}
    }
}

/// A text with its line breaks, in which stands out what is searched for.
#[component]
fn Marked(text: String) -> impl IntoView {
    let page = expect_context::<Page>();
    let content = move || {
        let hits = page.search.read().query.hits(&text).unwrap_or_default();
        let pieces = pieces(&text, &hits).into_iter().map(|(piece, is_hit)| {
            let piece = piece.to_owned();
            if is_hit { Either::Left(view! { <mark>{piece}</mark> }) } else { Either::Right(piece) }
        });
        pieces.collect_view()
    };
    view! {
        <p class="all-notes__text" dir="auto">
            {content}
        </p>
    }
}

/// The tags in a text, each of which searches for itself.
#[component]
fn Tags(text: String) -> impl IntoView {
    let page = expect_context::<Page>();
    let mut found: Vec<String> = Vec::new();
    for place in tags(&text) {
        let tag = &text[place];
        if found.iter().all(|known| tag_key(known) != tag_key(tag)) {
            found.push(tag.to_owned());
        }
    }
    let tags = found.into_iter().map(|tag| {
        let (label, words) = (messages::search_for(&tag), tag.clone());
        view! {
            <li>
                <button
                    type="button"
                    class="all-notes__tag"
                    aria-label=label
                    on:click=move |_| page.search_for(words.clone())
                >
                    {tag}
                </button>
            </li>
        }
    });
    let tags: Vec<_> = tags.collect();
    (!tags.is_empty()).then(|| {
        view! {
            <ul class="all-notes__tags" role="list" aria-label=messages::TAGS>
                {tags}
            </ul>
        }
    })
}
