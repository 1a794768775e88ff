//! Words somebody said, with their speaker.

use leptos::prelude::*;

use super::citations::Citations;
use crate::event::places::anchor;
use crate::event::{Event, ThemeId};
use crate::words::page::QUOTATION_MARKS;

/// The quotations that belong to a theme, or to none.
#[component]
pub fn Quotations(
    /// What the page is about.
    event: &'static Event,
    /// The theme; `None` for the quotations that belong to no single one.
    theme: Option<&'static ThemeId>,
) -> impl IntoView {
    let [before, after] = QUOTATION_MARKS;
    event
        .quotations
        .iter()
        .enumerate()
        .filter(move |(_, quotation)| quotation.theme.as_ref() == theme)
        .map(|(index, quotation)| {
            let speaker = event.person(&quotation.person);
            view! {
                <figure class="quotation" id=anchor::quotation(index) tabindex="-1">
                    <blockquote class="quotation__words">
                        <p>{before} {quotation.text.as_str()} {after}</p>
                    </blockquote>
                    <figcaption class="quotation__speaker">
                        {speaker.map(|person| view! {
                            <a href=format!("#{}", person.anchor())>{person.name.as_str()}</a>
                            ", "
                            {person.affiliation.as_str()}
                        })}
                        <Citations event=event cites=&quotation.cites/>
                    </figcaption>
                </figure>
            }
        })
        .collect_view()
}
