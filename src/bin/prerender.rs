//! Renders the event's page into the `index.html` that Trunk just built, and puts the event's
//! pictures, its files for other programs and the preview picture beside it. Trunk's `post_build` hook runs it
//! (`Trunk.toml`) with the staging folder in `TRUNK_STAGING_DIR`; when it fails, Trunk leaves the
//! last good `dist/` as it is.
//!
//! With `MARGINALIA_MORE_EVENTS` naming a folder, each event in it is published as well, below
//! `events/`: the tests read pages of many kinds of events by that.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use marginalia::event::Event;
use marginalia::event::file::{Colours, event_files, look_at, none_there, several_there};
use marginalia::page;
use marginalia::page::event_files::{Citation, EventFiles};
use marginalia::publishing::document::{self, Built};
use marginalia::publishing::pictures::Pictures;
use marginalia::publishing::preview::{self, preview};
use marginalia::publishing::programs::{PROGRAMME_PROGRAM, PageScripts, Program};
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
    let pictures = Pictures::of(&the_event(Path::new("content"))?, Path::new("public"))?;
    let folder = Path::new(&staging);
    let template = fs::read_to_string(folder.join("index.html"))?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let programs = programs::settle(folder, is_release)?;
    let scripts = programs::page_scripts(is_release)?;
    let build = Build { template: &template, scripts: &scripts, programs: &programs };
    if let Some(more) = env::var_os("MARGINALIA_MORE_EVENTS") {
        for path in event_files(Path::new(&more))? {
            let public = path.parent().unwrap_or(Path::new("")).join("../public");
            let pictures = Pictures::of(&read_event(&path)?, &public)?;
            let own_folder = folder.join("events").join(pictures.event.id.as_str());
            copy_files(folder, &own_folder)?;
            build.publish(&pictures, &own_folder)?;
        }
    }
    let page = build.publish(&pictures, folder)?;
    if env::var_os("MARGINALIA_SINGLE_FILE").is_some() {
        let event = &pictures.event;
        let is_needed =
            |program: &&Program| program.name != PROGRAMME_PROGRAM || event.tells_times();
        let needed: Vec<Program> = programs.iter().filter(is_needed).cloned().collect();
        let bundle = programs::bundle(folder, &needed)?;
        let read = |address: &str| fs::read(folder.join(address)).ok();
        let single = document::in_one_file(&page, &bundle, read)?;
        fs::write(folder.join(format!("{}.html", event.id)), single)?;
    }
    Ok(())
}

/// What all events of a build share.
struct Build<'build> {
    template: &'build str,
    scripts: &'build PageScripts,
    programs: &'build [Program],
}

impl Build<'_> {
    /// Writes an event's page and its files into a folder, in which the programs are. Hands out the
    /// page.
    fn publish(&self, pictures: &Pictures, folder: &Path) -> Result<String, Box<dyn Error>> {
        let event = &pictures.event;
        let files = publishing::files(event)?;
        let body = page::render(event, offered(event, &files)?);
        let built = Built { body: &body, scripts: self.scripts, programs: self.programs };
        let complete = document::complete(self.template, event, &built)?;
        fs::write(folder.join("index.html"), &complete)?;
        for file in files {
            fs::write(folder.join(file.name), file.text)?;
        }
        pictures.put(folder, &document::own_files(&complete, event)?)?;
        let picture = preview(event)?;
        for text in &picture.left_out {
            eprintln!(
                "{} leaves out “{text}”: its typeface lacks letters of it. The page itself shows it.",
                preview::NAME
            );
        }
        fs::write(folder.join(preview::NAME), picture.png)?;
        Ok(complete)
    }
}

/// Copies the files of a folder, without the folders in it.
fn copy_files(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in from.read_dir()? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
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
    read_event(file)
}

/// The event of a file. What its host should know beside the faults is told at once.
fn read_event(file: &Path) -> Result<Event, Box<dyn Error>> {
    let colours = Colours::of_standard_error();
    let looked = look_at(file);
    if let Some(warnings) = looked.warnings {
        eprintln!("{}", warnings.draw(colours));
    }
    Ok(looked.event.map_err(|report| report.draw(colours))?)
}
