//! Words somebody said, with their speaker.

use leptos::prelude::*;

use super::citations::Citations;
use crate::event::places::anchor;
use crate::event::{Event, Language, Quotation, ThemeId};
use crate::messages::language::{best_for, in_language};
use crate::messages::page;

/// The quotations that belong to a theme, or to none.
#[component]
pub fn Quotations(
    /// What the page is about.
    event: &'static Event,
    /// The theme; `None` for the quotations that belong to no single one.
    theme: Option<&'static ThemeId>,
) -> impl IntoView {
    let all = event.quotations.iter().enumerate();
    let of_theme = all.filter(move |(_, quotation)| quotation.theme.as_ref() == theme);
    of_theme
        .map(|(index, quotation)| {
            view! { <QuotationFigure event=event quotation=quotation index=index/> }
        })
        .collect_view()
}

/// The words, and who said them.
#[component]
fn QuotationFigure(
    /// What the page is about.
    event: &'static Event,
    /// What was said.
    quotation: &'static Quotation,
    /// Counts the event's quotations from 0.
    index: usize,
) -> impl IntoView {
    let language = quotation.language.as_ref();
    // The marks belong to the words, whatever the interface speaks.
    let marks = || [page::QUOTATION_OPEN, page::QUOTATION_CLOSE].map(|mark| mark.text());
    let [before, after] = match language.or(event.language.as_ref()) {
        Some(language) => in_language(best_for(Some(language.as_str())), marks),
        None => marks(),
    };
    let direction = language.map(|it| if it.is_right_to_left() { "rtl" } else { "ltr" });
    let language = language.map(Language::as_str);
    let speaker = event.person(&quotation.person).map(|person| {
        view! {
            <a href=format!("#{}", person.anchor())>{person.full_name()}</a>
            {person.affiliation.as_deref().map(|affiliation| view! { {page::COMMA.text()} {affiliation} })}
        }
    });
    view! {
        <figure class="quotation" id=anchor::quotation(index) tabindex="-1">
            <blockquote class="quotation__words" lang=language dir=direction>
                <p>{before} {quotation.text.as_str()} {after}</p>
            </blockquote>
            <figcaption class="quotation__speaker">
                {speaker} <Citations event=event cites=&quotation.cites/>
            </figcaption>
        </figure>
    }
}
