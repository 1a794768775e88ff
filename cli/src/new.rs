//! `marginalia new`: begins an event file, empty or from what a host already has. What nobody knows yet
//! is a marked place, which the check tells until it is filled in.

mod calendar;
mod draft;
mod html;
mod indico;
mod left_out;
mod members;
mod moment;
mod name;
mod people;
mod pretalx;
mod schema_org;
mod source;
mod text;
mod write;

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use marginalia::event::file::{FaultKind, look_over};

use crate::command_line::New;
use crate::failure::Failure;

/// A file without anything in it but examples and marked places.
const BLANK: &str = include_str!("new/blank.toml");

/// The schema of event files for editors, where it lies beside them.
const SCHEMA: &str = "event-file.schema.json";

/// Writes the file. One that is there already stays as it is.
///
/// # Errors
///
/// A message for the host where nothing could be written.
pub(crate) fn run(new: &New) -> Result<(), Failure> {
    let (path, changed) = name::path(&new.name)?;
    // Before the other file is read: what is said of that one would be for nothing.
    if path.symlink_metadata().is_ok() {
        return Err(is_there(&path));
    }
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (text, left_out, origin) = match &new.from {
        None => (BLANK.replace("{file}", &file), Vec::new(), String::new()),
        Some(from) => {
            let (mut draft, kind) = source::read(from)?;
            let name = from.file_name().unwrap_or_default().to_string_lossy();
            let origin = format!("{kind} `{name}`");
            let text = write::event_file(&mut draft, &file, &origin);
            (text, draft.left_out.lines(), origin)
        }
    };
    let text = with_schema(text, &path);
    save(&path, &text)?;
    tell(&path, &text, &origin, changed.as_deref(), &left_out);
    Ok(())
}

/// Editors complete and mark what they have a schema for. A line that names one which is not there
/// would only bring an error message.
fn with_schema(text: String, path: &Path) -> String {
    match path.with_file_name(SCHEMA).is_file() {
        true => format!("#:schema ./{SCHEMA}\n{text}"),
        false => text,
    }
}

fn save(path: &Path, text: &str) -> Result<(), Failure> {
    // Also what came there since then stays as it is.
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => is_there(path),
        _ => Failure::new(format!(
            "The file `{}` could not be written: {error}. Check that the folder is there and that you \
             may write in it.",
            path.display()
        )),
    })
}

fn is_there(path: &Path) -> Failure {
    let shown = path.display();
    Failure::new(format!(
        "There is a file `{shown}` already, and it stays as it is: nothing was written. Choose another \
         name, or rename the file that is there if you want to begin anew."
    ))
}

/// Says what was written, what of the source was not, and what comes next.
fn tell(path: &Path, text: &str, origin: &str, changed: Option<&str>, left_out: &[String]) {
    let shown = path.display();
    let name = shown.to_string();
    match origin {
        "" => println!("`{shown}` is written."),
        _ => println!("`{shown}` is written, from {origin}."),
    }
    if let Some(changed) = changed {
        println!(
            "It is not called `{changed}`: its name becomes a part of the page's address, in which only \
             the small letters a to z, digits and hyphens may stand. You may rename it until the page \
             is published."
        );
    }
    let looked = look_over(&name, text.as_bytes());
    let report = looked.event.err();
    let faults = report.iter().flat_map(|report| report.faults());
    let (places, others): (Vec<_>, Vec<_>) =
        faults.partition(|it| matches!(it.kind(), FaultKind::ToFillIn(_)));
    match places.len() {
        0 => println!("No place in it has to be filled in."),
        1 => println!("One place in it has to be filled in; it is marked with ✎."),
        count => println!("{count} places in it have to be filled in; they are marked with ✎."),
    }
    if !others.is_empty() {
        println!(
            "Something of what the source says does not fit: the check tells what, and where."
        );
    }
    if !left_out.is_empty() {
        println!("\nWhat was not taken over:");
        left_out.iter().for_each(|line| println!("  - {line}"));
        println!();
    }
    println!("Next: open it in a text editor, and then call `marginalia check {shown}`.");
}
