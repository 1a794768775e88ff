//! The page of an event: landmarks and their order, and what stands in none of them.
//!
//! All of it is what the host wrote, and places kept for what the reader adds. The build renders it
//! once, and none of this code runs in the browser. The early script and the reader's parts find the
//! places by their ids alone; `tests/page.rs` lists them all.

use leptos::prelude::*;

use self::early_troubles::EarlyTroubles;
use self::event_files::{EventFiles, EventFilesSection};
use self::footer::Footer;
use self::further::Further;
use self::header::Header;
use self::my_notes::MyNotes;
use self::newer::Newer;
use self::outline::Outline;
use self::people::People;
use self::programme::Programme;
use self::site::Around;
use self::sources::Sources;
use self::summary::{Occasions, Summary};
use self::table_of_contents::TableOfContents;
use crate::event::Event;
use crate::messages::page as messages;

pub mod all_notes;
pub mod citations;
pub mod early_troubles;
pub mod event_files;
pub mod footer;
pub mod further;
pub mod header;
pub mod map;
pub mod my_notes;
pub mod new_note;
pub mod newer;
pub mod outline;
pub mod people;
pub mod programme;
pub mod quotation;
pub mod site;
pub mod sources;
pub mod summary;
pub mod table_of_contents;
pub mod theme;
pub mod words;

/// The HTML of an event's page: what stands in its `<body>`. `around` is the site that it is a part of.
pub fn render(event: &Event, files: EventFiles, around: Around) -> String {
    // Components outlive the call that makes them. A build renders each event once, and ends.
    let event: &'static Event = Box::leak(Box::new(event.clone()));
    Owner::new().with(|| view! { <Page event=event files=files around=around/> }.to_html())
}

/// The whole page.
#[component]
fn Page(
    /// What the page is about.
    event: &'static Event,
    /// The event in forms for other programs.
    files: EventFiles,
    /// The site that it is a part of.
    around: Around,
) -> impl IntoView {
    view! {
        <a class="skip" href="#content">{messages::SKIP}</a>
        <Header event=event around=around.clone()/>
        <TableOfContents event=event/>
        // The script for the clipboard and the early script, which the build puts in: after what needs no
        // script, so that a browser may paint that first, and before whatever can be written in or pressed.
        <script id="copying"></script>
        <script id="early"></script>
        <main id="content" class="content" tabindex="-1">
            <Summary event=event/>
            <Occasions event=event/>
            <Programme event=event/>
            <People event=event/>
            <Outline event=event/>
            <MyNotes all_notes=around.all_notes.clone()/>
            <Further event=event/>
            <Sources event=event/>
            <EventFilesSection files=files/>
            <div class="notices">
                <Newer/>
                <div id="notices" data-reader=""></div>
            </div>
        </main>
        <Footer around=around/>
        <div id="dialogs" data-reader=""></div>
        <EarlyTroubles/>
    }
}
