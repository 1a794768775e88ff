//! Chromium or Chrome, and the chromedriver of the same version. It must not download a browser
//! behind the system's package manager.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::failure::Failure;
use crate::process;
use crate::project;

use super::system::{self, Installed};

const BROWSER_NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// A browser and the driver that belongs to it.
pub(super) struct Pair {
    pub(super) chromium: PathBuf,
    pub(super) driver: PathBuf,
}

/// A program and the leading number of its version, where it tells one.
struct Candidate {
    program: PathBuf,
    major: Option<u32>,
}

/// Makes sure of a browser.
pub(super) fn chromium() -> Result<PathBuf, Failure> {
    if let Some(found) = browser_paths()?.into_iter().next() {
        return Ok(found);
    }
    install_by_apt("there is no Chromium yet, in which the page is tested")?;
    browser_paths()?
        .into_iter()
        .next()
        .ok_or_else(|| no_browser("There is no Chromium or Chrome to test the page in."))
}

/// Makes sure of a browser and its driver.
pub(super) fn chromium_and_driver() -> Result<Pair, Failure> {
    if let Some(pair) = find_pair()? {
        return Ok(pair);
    }
    install_by_apt("there is no Chromium yet with a chromedriver of its version, for the tests")?;
    find_pair()?.ok_or_else(|| {
        no_browser("There is no Chromium or Chrome with a chromedriver of the same version.")
    })
}

/// Writes how the browser is to be started, for the runner of wasm-bindgen's tests.
///
/// The runner itself adds `headless` and `no-sandbox`, the latter always and not only for root.
/// The rest keeps the browser from talking to anybody but the test page.
pub(super) fn write_session_file(chromium: &Path) -> Result<PathBuf, Failure> {
    let session = json!({
        "goog:chromeOptions": {
            "binary": chromium,
            "args": [
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-gpu",
                "--disable-quic",
                "--disable-sync",
                "--no-first-run",
            ],
        },
    });
    let path = project::scratch().join("webdriver.json");
    fs::create_dir_all(project::scratch())
        .and_then(|()| fs::write(&path, session.to_string()))
        .map_err(|error| {
            Failure::new(
                format!("`{}` could not be written: {error}.", path.display()),
                "Make room or give yourself the right to write there.",
            )
        })?;
    Ok(path)
}

fn find_pair() -> Result<Option<Pair>, Failure> {
    let browsers = browser_paths()?;
    let drivers = driver_paths(&browsers)?;
    let ask = |programs: Vec<PathBuf>| -> Vec<Candidate> {
        programs
            .into_iter()
            .map(|program| Candidate {
                major: process::version_of(&program).as_deref().and_then(process::major),
                program,
            })
            .collect()
    };
    Ok(first_match(&ask(browsers), &ask(drivers)))
}

/// The first browser with a driver of its version. A browser that does not tell its version (as on
/// Windows) is taken with the first driver: the driver itself refuses what it cannot steer.
fn first_match(browsers: &[Candidate], drivers: &[Candidate]) -> Option<Pair> {
    browsers.iter().find_map(|browser| {
        let driver = drivers.iter().find(|driver| {
            browser.major.is_none() || driver.major.is_none() || browser.major == driver.major
        })?;
        Some(Pair { chromium: browser.program.clone(), driver: driver.program.clone() })
    })
}

/// The browsers of this machine, best first. One that is asked for by name is the only one.
fn browser_paths() -> Result<Vec<PathBuf>, Failure> {
    if let Some(chosen) = system::chosen_by("CHROMIUM")? {
        return Ok(vec![chosen]);
    }
    let mut usual_places = vec![
        PathBuf::from("/Applications/Chromium.app/Contents/MacOS/Chromium"),
        PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ];
    for variable in ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"] {
        if let Some(folder) = env::var_os(variable) {
            usual_places.push(PathBuf::from(folder).join(r"Google\Chrome\Application\chrome.exe"));
        }
    }
    Ok(BROWSER_NAMES
        .into_iter()
        .filter_map(process::find_on_path)
        .chain(usual_places.into_iter().filter(|place| place.is_file()))
        .collect())
}

fn driver_paths(browsers: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    if let Some(chosen) = system::chosen_by("CHROMEDRIVER")? {
        return Ok(vec![chosen]);
    }
    let file_name = format!("chromedriver{}", env::consts::EXE_SUFFIX);
    let mut folders: Vec<PathBuf> =
        browsers.iter().filter_map(|browser| browser.parent().map(Path::to_owned)).collect();
    // Named so on GitHub's machines.
    folders.extend(env::var_os("CHROMEWEBDRIVER").map(PathBuf::from));
    folders.extend(["/usr/lib/chromium", "/usr/lib/chromium-browser"].map(PathBuf::from));
    Ok(process::find_on_path("chromedriver")
        .into_iter()
        .chain(
            folders
                .into_iter()
                .map(|folder| folder.join(&file_name))
                .filter(|driver| driver.is_file()),
        )
        .collect())
}

/// Installs both where that is possible without asking anybody, and does nothing elsewhere.
fn install_by_apt(reason: &str) -> Result<(), Failure> {
    let chosen = ["CHROMIUM", "CHROMEDRIVER"]
        .iter()
        .any(|variable| env::var_os(variable).is_some_and(|value| !value.is_empty()));
    if !chosen
        && system::install_by_apt(&["chromium", "chromium-driver"], reason) == Installed::Failed
    {
        return Err(no_browser("Chromium could not be installed by apt; see above."));
    }
    Ok(())
}

fn no_browser(what: &str) -> Failure {
    let how = if cfg!(target_os = "macos") {
        "Install both, for instance by `brew install --cask chromium chromedriver`,"
    } else if cfg!(windows) {
        "Install Chrome, and put the chromedriver of its version \
         (https://googlechromelabs.github.io/chrome-for-testing/) on PATH,"
    } else {
        "Install both, on Debian by `sudo apt-get install chromium chromium-driver`,"
    };
    Failure::new(
        what,
        format!(
            "{how} or set CHROMIUM and CHROMEDRIVER to their paths. Then call the command again."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates(described: &[(&str, Option<u32>)]) -> Vec<Candidate> {
        described
            .iter()
            .map(|&(program, major)| Candidate { program: program.into(), major })
            .collect()
    }

    fn chosen(
        browsers: &[(&str, Option<u32>)],
        drivers: &[(&str, Option<u32>)],
    ) -> Option<(PathBuf, PathBuf)> {
        first_match(&candidates(browsers), &candidates(drivers))
            .map(|pair| (pair.chromium, pair.driver))
    }

    #[test]
    fn browser_and_driver_are_chosen_by_version_before_order() {
        assert_eq!(
            chosen(
                &[("chromium", Some(155)), ("google-chrome", Some(156))],
                &[("chromedriver", Some(156))],
            ),
            Some(("google-chrome".into(), "chromedriver".into()))
        );
    }

    #[test]
    fn a_driver_of_another_version_is_not_taken() {
        assert_eq!(chosen(&[("chromium", Some(155))], &[("driver", Some(156))]), None);
        assert_eq!(chosen(&[("chromium", Some(155))], &[]), None);
    }

    #[test]
    fn a_browser_that_keeps_its_version_to_itself_is_tried_with_what_is_there() {
        assert_eq!(
            chosen(&[("chrome", None)], &[("driver", Some(156))]),
            Some(("chrome".into(), "driver".into()))
        );
    }
}
