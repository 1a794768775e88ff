//! The page in the browser: reads the event from the page and takes over the prerendered HTML.

use any_spawner::Executor;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use marginalia::{app::App, browser, event::Event};

/// Rust's own allocator for wasm is five times the code.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What `leptos::mount::hydrate_from` does, but without the context by which a server sends data
/// after its page: there is none, and its code would be loaded all the same.
fn hydrate(event: &'static Event, place: &HtmlElement) {
    // Fails only where it was done before.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let page = owner.with(|| view! { <App event=event/> }.into_view().hydrate_from::<true>(place));
    // The page lives as long as its document.
    std::mem::forget((owner, page));
}

fn main() {
    let event = browser::text_of("event").and_then(|json| Event::from_page_data(&json).ok());
    // Without the event or the place of the app the page stays what it is without JavaScript:
    // readable, with its “Add note” buttons disabled.
    if let (Some(event), Some(place)) = (event, browser::element("app")) {
        let event: &'static Event = Box::leak(Box::new(event));
        hydrate(event, &place);
    }
}
