//! Texts of the host: Markdown in them is rendered as in notes, and the numbers of their sources
//! stand behind the last word.

use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use super::citations::Citations;
use crate::event::{Event, SourceId, Text};
use crate::markdown::host_html;

/// A text and its sources: elements of their own, such as paragraphs and lists.
#[component]
pub fn Words(
    /// What the page is about.
    event: &'static Event,
    /// What is said.
    text: &'static Text,
    /// Where it comes from.
    cites: &'static [SourceId],
) -> impl IntoView {
    let mut html: String = text.as_slice().iter().map(|it| host_html(it)).collect();
    if cites.is_empty() {
        return InertElement::new(html);
    }
    let citations = view! { <Citations event=event cites=cites/> }.to_html();
    let end = html.trim_end().len();
    match html[..end].strip_suffix("</p>") {
        Some(before) => html.insert_str(before.len(), &citations),
        None => html.push_str(&format!("<p>{citations}</p>")),
    }
    InertElement::new(html)
}
