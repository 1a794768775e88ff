//! The table of contents: stays in view, marks what is being read, counts notes.

use leptos::prelude::*;

use crate::event::places::theme_anchor;
use crate::event::{CivilTime, Event, ThemeId};
use crate::messages::event::PROGRAMME;
use crate::messages::{notes, page};
use crate::said::attributes;

/// Links to all themes, by part, and to the reader's notes.
#[component]
pub fn TableOfContents(
    /// What the page is about.
    event: &'static Event,
) -> impl IntoView {
    let parts = event.parts.iter().map(|part| {
        view! {
            <div class="contents__part">
                <p class="contents__part-title">{part.title.as_str()}</p>
                <ul class="contents__list" role="list">
                    {event.themes_of(&part.id).map(|theme| view! { <Line id=&theme.id title=&theme.title/> }).collect_view()}
                </ul>
            </div>
        }
    });
    let sessions = event.sessions_with_notes();
    let has_several_days = event.days().iter().filter(|day| day.date.is_some()).count() > 1;
    let programme = (!sessions.is_empty()).then(|| {
        let lines = sessions.into_iter().filter_map(|session| {
            let id = session.theme()?;
            let when = session.starts.as_ref().and_then(|starts| begins(starts, has_several_days));
            Some(view! { <Line id=id title=&session.title when=when/> })
        });
        view! {
            <div class="contents__part">
                <p class="contents__part-title">{PROGRAMME}</p>
                <ul class="contents__list" role="list">{lines.collect_view()}</ul>
            </div>
        }
    });
    view! {
        <nav
            class="contents"
            aria-label=page::THEMES
            data-l10n-attrs=attributes(&[("aria-label", page::THEMES)])
        >
            {programme}
            {parts.collect_view()}
            <p class="contents__mine">
                <a class="contents__link" href="#my-notes">{notes::MY_NOTES}</a>
            </p>
        </nav>
    }
}

/// When a session begins: its day, where there are several, else its time, where that is told.
fn begins(starts: &'static CivilTime, has_several_days: bool) -> Option<AnyView> {
    if has_several_days {
        let (day, words) = (starts.date.iso(), starts.date.short());
        let view = view! { <time class="contents__when" datetime=day data-short="">{words}</time> };
        return Some(view.into_any());
    }
    let clock = starts.clock.as_deref()?;
    Some(view! { <span class="contents__when">{clock}</span> }.into_any())
}

/// The link to a theme, and the place for the number of notes on it.
#[component]
fn Line(
    /// The theme, or the session, to which it leads.
    id: &'static ThemeId,
    /// Its title.
    title: &'static str,
    /// When it begins, where that helps to find it.
    #[prop(optional_no_strip)]
    when: Option<AnyView>,
) -> impl IntoView {
    view! {
        <li class="contents__item">
            <a class="contents__link" href=format!("#{}", theme_anchor(id))>
                {when.map(|when| view! { {when} " " })}
                {title}
            </a>
            " "
            <span class="contents__count" id=format!("count-{id}") data-reader=""></span>
        </li>
    }
}
