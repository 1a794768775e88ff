//! The small numbers that lead from a statement to its sources.

use leptos::prelude::*;

use crate::event::{Event, SourceId};
use crate::messages::page;
use crate::said::{attributes, told};

/// Links to the sources of a statement.
#[component]
pub fn Citations(
    /// What the page is about.
    event: &'static Event,
    /// The sources that the statement cites.
    cites: &'static [SourceId],
) -> impl IntoView {
    if cites.is_empty() {
        return None;
    }
    let links = cites
        .iter()
        .filter_map(|id| Some((id, event.source_number(id)?)))
        .map(|(id, number)| {
            let name = page::source(number);
            view! {
                <a
                    class="citation"
                    href=format!("#source-{id}")
                    data-l10n-attrs=attributes(&[("aria-label", name.phrase())])
                    data-l10n-args=told(&name)
                    aria-label=name
                >
                    {number.to_string()}
                </a>
            }
        })
        .collect_view();
    Some(view! { <sup class="citations">{links}</sup> })
}
