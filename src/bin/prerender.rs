//! Renders the event's page into the `index.html` that Trunk just built. Trunk's `post_build`
//! hook runs it (`Trunk.toml`) with the staging folder in `TRUNK_STAGING_DIR`; when it fails,
//! Trunk leaves the last good `dist/` as it is.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use leptos::prelude::*;
use marginalia::app::App;
use marginalia::document;
use marginalia::event::Event;
use marginalia::event::file::{Colours, event_files, read};
use marginalia::programs;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let staging = env::var("TRUNK_STAGING_DIR").map_err(
        |_| "TRUNK_STAGING_DIR is not set: this program is run by Trunk, with `trunk build`.",
    )?;
    let event = the_event(Path::new("content"))?;
    let folder = Path::new(&staging);
    let page = folder.join("index.html");
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let take_home = programs::settle(folder, is_release)?;
    let template = fs::read_to_string(&page)?;
    let complete = document::complete(&template, event, &render(event), &take_home)?;
    fs::write(&page, &complete)?;
    if env::var_os("MARGINALIA_SINGLE_FILE").is_some() {
        let bundle = programs::bundle(folder, &take_home)?;
        let read = |address: &str| fs::read(folder.join(address)).ok();
        let single = document::in_one_file(&complete, &bundle, read)?;
        fs::write(folder.join(format!("{}.html", event.id)), single)?;
    }
    Ok(())
}

/// The one event of the content folder. It lives as long as the program, as it does in the page.
fn the_event(folder: &Path) -> Result<&'static Event, Box<dyn Error>> {
    let files = event_files(folder)?;
    let [file] = files.as_slice() else {
        return Err(format!(
            "content/ holds {} event files, and a build publishes one. Keep just the file of the \
             event to publish in content/, and build again.",
            files.len()
        )
        .into());
    };
    let event = read(file).map_err(|report| report.draw(Colours::of_standard_error()))?;
    Ok(Box::leak(Box::new(event)))
}

fn render(event: &'static Event) -> String {
    Owner::new().with(|| view! { <App event=event/> }.to_html())
}
