//! Makes the site of the events in `content/` of what Trunk just built: Trunk's `post_build` hook runs it
//! (`Trunk.toml`) with the staging folder in `TRUNK_STAGING_DIR`; when it fails, Trunk leaves the last
//! good `dist/` as it is. The host's program makes the same site by the same code (`publishing::site`).
//!
//! Three variables ask for more: `MARGINALIA_SINGLE_FILE` for each page as one file as well,
//! `MARGINALIA_WRITE_SHELL` for the shell, written into the folder that it names, which goes into the host's
//! program, and `MARGINALIA_MORE_EVENTS` for a page of each event in the folder that it names, below
//! `events/`, and the site of all of them in `several/`: the tests read pages of many kinds of events by that.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use marginalia::event::file::Colours;
use marginalia::publishing::preview;
use marginalia::publishing::shell::Shell;
use marginalia::publishing::site::{Making, Site, SiteFault, SiteFiles, look_at_folder};

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
    let staging = Path::new(&staging);
    let site = site_of(Path::new("content"))?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let shell_folder = env::var_os("MARGINALIA_WRITE_SHELL");
    let with_single_files = env::var_os("MARGINALIA_SINGLE_FILE").is_some();
    let shell = Shell::of_build(staging, is_release, with_single_files || shell_folder.is_some())?;
    if let Some(folder) = shell_folder {
        shell.write(Path::new(&folder))?;
    }
    let made = Made { with_worker: is_release, with_single_files };
    let mut files = files_of(&site, &shell, made)?;
    if let Some(more) = env::var_os("MARGINALIA_MORE_EVENTS") {
        let several = site_of(Path::new(&more))?;
        let alone = several.split().map(|one| (format!("events/{}/", one.events[0].id), one));
        let sites: Vec<_> = alone.chain([("several/".to_owned(), several.clone())]).collect();
        for (folder, site) in sites {
            let made = Made { with_single_files: false, ..made };
            for (path, content) in files_of(&site, &shell, made)?.files {
                files.files.insert(format!("{folder}{path}"), content);
            }
        }
    }
    // What Trunk put there went into the site, or is not to be published.
    fs::remove_dir_all(staging)?;
    for (path, content) in &files.files {
        let path = staging.join(path);
        fs::create_dir_all(path.parent().unwrap_or(staging))?;
        fs::write(path, content)?;
    }
    Ok(())
}

/// What is made beside the pages.
#[derive(Clone, Copy)]
struct Made {
    with_worker: bool,
    with_single_files: bool,
}

fn files_of(site: &Site, shell: &Shell, made: Made) -> Result<SiteFiles, Box<dyn Error>> {
    let making = Making {
        shell,
        is_compressed: false,
        is_kept: made.with_worker,
        earlier: None,
        after_each: None,
    };
    let mut files = site.files(making)?;
    if made.with_single_files {
        for (path, page) in site.single_files(shell, &files)? {
            files.files.insert(path, page.into_bytes().into());
        }
    }
    for remark in &files.remarks {
        eprintln!("{remark}");
    }
    if let Some(remark) = preview::left_out(&files.left_out) {
        eprintln!("{remark}");
    }
    Ok(files)
}

/// The site of a folder. What its host should know beside the faults is told at once.
fn site_of(folder: &Path) -> Result<Site, Box<dyn Error>> {
    let colours = Colours::of_standard_error();
    let looked = look_at_folder(folder);
    for warning in looked.warnings {
        eprintln!("{}", warning.draw(colours));
    }
    looked.site.map_err(|fault| match fault {
        SiteFault::Unreadable(path, error) => format!("`{}`: {error}", path.display()).into(),
        SiteFault::NoEvent(message) => message.into(),
        SiteFault::Faulty(reports) => {
            let drawn: Vec<String> = reports.iter().map(|it| it.draw(colours)).collect();
            drawn.join("\n").into()
        }
    })
}
