//! The event in forms that other programs read, and sentences to cite it by.

use leptos::either::Either;
use leptos::prelude::*;

use crate::messages::{Phrase, page};

/// What there is of the event for other programs.
#[derive(Clone, Default)]
pub struct EventFiles {
    /// Files beside the page: their names, and what the links to them say.
    pub files: Vec<(String, Phrase)>,
    /// Sentences to cite the event by.
    pub citations: Vec<Citation>,
}

/// A citation as a sentence.
#[derive(Clone, Default)]
pub struct Citation {
    /// The style's name.
    pub style: &'static str,
    /// Its pieces, and whether each is set in italics.
    pub runs: Vec<(String, bool)>,
}

/// Links to the files, and the citations.
#[component]
pub fn EventFilesSection(
    /// What there is.
    files: EventFiles,
) -> impl IntoView {
    let EventFiles { files, citations } = files;
    let links = files.into_iter().map(|(name, label)| {
        view! { <li><a href=name download="">{label}</a></li> }
    });
    let citations = (1..).zip(citations).map(|(number, citation)| {
        view! { <CitationSentence citation=citation number=number/> }
    });
    view! {
        <section class="event-files" aria-labelledby="event-files-title">
            <h2 id="event-files-title">{page::EVENT_FILES}</h2>
            <ul class="event-files__files">{links.collect_view()}</ul>
            {citations.collect_view()}
        </section>
    }
}

/// A sentence, and the place for the button that copies it.
#[component]
fn CitationSentence(
    /// The sentence.
    citation: Citation,
    /// Counts the citations from 1.
    number: usize,
) -> impl IntoView {
    let Citation { style, runs } = citation;
    let runs = runs.into_iter().map(|(text, is_italic)| {
        if is_italic { Either::Left(view! { <i>{text}</i> }) } else { Either::Right(text) }
    });
    view! {
        <p class="event-files__style">{page::to_cite_in(style)}</p>
        <p class="event-files__citation" id=format!("citation-{number}")>{runs.collect_view()}</p>
        <div class="event-files__copy" id=format!("copy-citation-{number}") data-reader="" data-style=style></div>
    }
}
