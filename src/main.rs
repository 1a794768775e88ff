//! The page in the browser: reads the event from the page and takes over the prerendered HTML.

use marginalia::{app::App, browser, event::Event};

fn main() {
    let event = browser::text_of("event").and_then(|json| Event::from_page_data(&json).ok());
    // Without the event or the place of the app the page stays what it is without JavaScript:
    // readable, with its “Add note” buttons disabled.
    if let (Some(event), Some(place)) = (event, browser::element("app")) {
        let event: &'static Event = Box::leak(Box::new(event));
        leptos::mount::hydrate_from(place, move || leptos::view! { <App event=event/> }).forget();
    }
}
