//! `marginalia build`: makes a site of event files.

use std::collections::BTreeSet;
use std::path::Path;

use marginalia::event::EventId;
use marginalia::event::file::Colours;
use marginalia::publishing::output::{self, EarlierBuild, OutputError, Written};
use marginalia::publishing::preview;
use marginalia::publishing::servers;
use marginalia::publishing::site::{Making, Site, SiteFault, SiteFiles, look_at_folder};

use crate::command_line::Build;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::shell::built_in;

/// What a host does once the files are mended.
const AGAIN: &str = "Nothing was written. Mend what is named above, and call the command again.";

/// Checks all event files of the folder, and writes the site of them: all of it, or nothing.
pub(crate) fn run(build: &Build) -> Result<(), Failure> {
    let progress = Progress::begin();
    progress.next("Reading what is inside this program", 1);
    let shell = built_in()?;
    progress.next("Checking the event files", 1);
    let site = checked(&build.folder, AGAIN)?;
    let earlier = EarlierBuild::in_folder(&build.out, this_program())
        .map_err(|error| not_written(&error, &build.out))?;
    let making = Making {
        shell: &shell,
        is_compressed: true,
        is_kept: true,
        earlier: Some(&earlier),
        after_each: None,
    };
    let mut files = site_files(&site, making, &progress, &[])?;
    if build.single_file {
        let pages = site.single_files(&shell, &files).map_err(not_made)?;
        files.files.extend(pages.into_iter().map(|(path, page)| (path, page.into_bytes().into())));
    }
    // Last, since these tell of all other files.
    let servers = servers::files(&files, &shell).map_err(|error| not_made(error.into()))?;
    files.files.extend(servers.into_iter().map(|(path, text)| (path, text.into_bytes().into())));
    progress.next("Writing what has changed", 1);
    let written = output::write(&build.out, &files).map_err(|it| not_written(&it, &build.out))?;
    drop(progress);
    print!("{}", told(&written, &site, &build.out));
    Ok(())
}

/// The site of a folder. What its host should know beside the faults is told at once. Where files are at
/// fault, `remedy` says what that means and what to do.
pub(crate) fn checked(folder: &Path, remedy: &str) -> Result<Site, Failure> {
    let colours = Colours::of_standard_error();
    let looked = look_at_folder(folder);
    for warning in looked.warnings {
        eprintln!("{}", warning.draw(colours));
    }
    looked.site.map_err(|fault| match fault {
        SiteFault::Unreadable(path, error) => Failure::new(format!(
            "`{}` cannot be read: {error}. Nothing was written. Name the folder of the event files.",
            path.display()
        )),
        SiteFault::NoEvent(message) => Failure::new(message),
        SiteFault::Faulty(reports) => {
            let drawn: Vec<String> = reports.iter().map(|it| it.draw(colours)).collect();
            Failure::new(format!("{}\n{remedy}", drawn.join("\n")))
        }
    })
}

/// The files of a site. What is left out of them is told at once, but for what the host `knows`.
pub(crate) fn site_files(
    site: &Site,
    making: Making<'_>,
    progress: &Progress,
    knows: &[String],
) -> Result<SiteFiles, Failure> {
    progress.next("Making the pages of events:", site.events.len());
    let step = || progress.step();
    let making = Making { after_each: Some(&step), ..making };
    let files = site.files(making).map_err(not_made)?;
    progress.aside(|| {
        for remark in files.remarks.iter().filter(|remark| !knows.contains(remark)) {
            eprintln!("{remark}");
        }
        if let Some(remark) = preview::left_out(&files.left_out) {
            eprintln!("{remark}");
        }
    });
    Ok(files)
}

/// Tells this program from others that would make other files, without reading all of it.
fn this_program() -> String {
    let file = std::env::current_exe().and_then(|path| path.metadata());
    let told = file.map(|file| format!("{} {:?}", file.len(), file.modified().ok()));
    told.unwrap_or_default()
}

fn not_made(error: marginalia::publishing::site::SiteError) -> Failure {
    Failure::new(format!(
        "The site could not be made: {error}. Nothing was written. If the file named there is yours, \
         mend it and call the command again; otherwise this is a fault of the program: please report it."
    ))
}

fn not_written(error: &OutputError, out: &Path) -> Failure {
    let out = out.display();
    Failure::new(match error {
        OutputError::File(path, error) => format!(
            "`{}` could not be written: {error}. See that there is room on the disk and that the folder \
             may be written to, and call the command again.",
            path.display()
        ),
        OutputError::NotOurs(paths) => {
            let shown: Vec<String> = paths.iter().take(5).map(|path| format!("`{path}`")).collect();
            let more = if paths.len() > 5 { ", …" } else { "" };
            format!(
                "In `{out}` there are files that this program did not write, and the site would replace \
                 them: {}{more}. Nothing was written. Name another folder, or move these files away.",
                shown.join(", ")
            )
        }
    })
}

/// What a host reads at the end.
fn told(written: &Written, site: &Site, out: &Path) -> String {
    let count = |count: usize, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    };
    // One that stands in several languages is one.
    let events: BTreeSet<&EventId> = site.events.iter().map(|event| &event.id).collect();
    let mut told = format!(
        "{} in {}: {}, {} changed, {} as before, {} removed.\n",
        count(events.len(), "event", "events"),
        out.display(),
        count(written.new.len(), "new file", "new files"),
        written.changed.len(),
        written.unchanged,
        written.removed.len(),
    );
    for event in &site.events {
        told.push_str(&format!("  {}: {}\n", site.name_of(event), event.title));
    }
    told
}
