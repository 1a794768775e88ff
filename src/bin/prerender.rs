//! Renders the event's page into the `index.html` that Trunk just built, and puts the event's files
//! for other programs and the preview picture beside it. Trunk's `post_build` hook runs it
//! (`Trunk.toml`) with the staging folder in `TRUNK_STAGING_DIR`; when it fails, Trunk leaves the
//! last good `dist/` as it is.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use marginalia::event::Event;
use marginalia::event::file::{Colours, event_files, look_at, none_there, several_there};
use marginalia::page;
use marginalia::page::event_files::{Citation, EventFiles};
use marginalia::publishing::document::{self, Built};
use marginalia::publishing::preview::{self, preview};
use marginalia::publishing::{self, PublishError, programs};

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
    let event = &the_event(Path::new("content"))?;
    let folder = Path::new(&staging);
    let page = folder.join("index.html");
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let programs = programs::settle(folder, is_release)?;
    let scripts = programs::page_scripts(is_release)?;
    let files = publishing::files(event)?;
    let body = page::render(event, offered(event, &files)?);
    let built = Built { body: &body, scripts: &scripts, programs: &programs };
    let complete = document::complete(&fs::read_to_string(&page)?, event, &built)?;
    fs::write(&page, &complete)?;
    for file in files {
        fs::write(folder.join(file.name), file.text)?;
    }
    let picture = preview(event)?;
    for text in &picture.left_out {
        eprintln!(
            "{} leaves out “{text}”: its typeface lacks letters of it. The page itself shows it.",
            preview::NAME
        );
    }
    fs::write(folder.join(preview::NAME), picture.png)?;
    if env::var_os("MARGINALIA_SINGLE_FILE").is_some() {
        let bundle = programs::bundle(folder, &programs)?;
        let read = |address: &str| fs::read(folder.join(address)).ok();
        let single = document::in_one_file(&complete, &bundle, read)?;
        fs::write(folder.join(format!("{}.html", event.id)), single)?;
    }
    Ok(())
}

/// What the page offers of the event for other programs.
fn offered(event: &Event, files: &[publishing::File]) -> Result<EventFiles, PublishError> {
    let files = files.iter().filter_map(|file| Some((file.name.clone(), file.label?))).collect();
    let citations = publishing::sentences(event)?.map(|sentence| Citation {
        style: sentence.style,
        runs: sentence.runs.into_iter().map(|run| (run.text, run.is_italic)).collect(),
    });
    Ok(EventFiles { files, citations: citations.into() })
}

/// The one event of the content folder.
fn the_event(folder: &Path) -> Result<Event, Box<dyn Error>> {
    let files = event_files(folder)?;
    let file = match files.as_slice() {
        [file] => file,
        [] => return Err(none_there(folder).into()),
        several => return Err(several_there(folder, several).into()),
    };
    let colours = Colours::of_standard_error();
    let looked = look_at(file);
    if let Some(warnings) = looked.warnings {
        eprintln!("{}", warnings.draw(colours));
    }
    Ok(looked.event.map_err(|report| report.draw(colours))?)
}
