//! The map of the themes: rings that fill with the reader's notes, and links that say how many there
//! are. The build has drawn all else.

use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

use super::effect::effect;
use super::state::Notes;
use crate::event::ThemeId;
use crate::event::map::RING;
use crate::messages::notes as messages;

/// The length of a ring counts as so many notes.
const FULL: usize = 5;

/// Mounts the ring of a theme into its link, where the page has a map.
pub fn mount_ring(theme: &ThemeId, title: &str, notes: Notes) {
    let document = document();
    let place = document.get_element_by_id(&format!("ring-{theme}"));
    let link = document.get_element_by_id(&format!("map-{theme}"));
    let (Some(place), Some(link)) = (place, link) else { return };
    let count = {
        let theme = theme.clone();
        Memo::new(move |_| notes.count_on(Some(&theme)))
    };
    let title = title.to_owned();
    effect(move || {
        let _ = link.set_attribute("aria-label", &messages::theme_with_count(&title, count.get()));
    });
    mount_to_renderer(&place, move || view! { <Ring count=count/> }.into_view()).forget();
}

/// A ring and the number in it, drawn from its middle. The style does the rest.
#[component]
fn Ring(
    /// How many notes it stands for.
    count: Memo<usize>,
) -> impl IntoView {
    let empty = move || FULL.saturating_sub(count.get()).to_string();
    view! {
        <circle r=RING pathLength=FULL stroke-dashoffset=empty></circle>
        <text y="4" prop:textContent=move || count.get().to_string()></text>
    }
}
