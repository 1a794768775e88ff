//! Firefox and WebKit, in which the core of the browser tests runs beside Chromium. Whoever has not got
//! them can do without: `setup` says so and goes on.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process;

use super::system::{self, Installed};

/// Debian's Python has the bindings by which WebKit's browser is written; another one may not.
const PYTHON: &str = "/usr/bin/python3";
const WEBKIT_PACKAGES: [&str; 4] =
    ["webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb"];

/// What became of the search for an engine.
pub(super) enum Engine {
    /// It is there: by this program.
    Found(PathBuf),
    /// It is not, and this is to be said.
    Missing(Failure),
}

/// Looks for Firefox, and gets it where that is possible.
pub(super) fn firefox() -> Result<Engine, Failure> {
    if let Some(chosen) = system::chosen_by("FIREFOX")? {
        return Ok(Engine::Found(chosen));
    }
    if let Some(found) = find_firefox() {
        return Ok(Engine::Found(found));
    }
    system::install_by_apt(
        &["firefox-esr"],
        "there is no Firefox yet, in which the core is tested beside Chromium",
    );
    Ok(find_firefox().map_or_else(
        || {
            Engine::Missing(Failure::new(
                "There is no Firefox, so the page is not tested in it.",
                "Install it, on Debian by `sudo apt-get install firefox-esr`, or set FIREFOX to its \
                 path.",
            ))
        },
        Engine::Found,
    ))
}

fn find_firefox() -> Option<PathBuf> {
    let usual_place = Path::new("/Applications/Firefox.app/Contents/MacOS/firefox");
    ["firefox-esr", "firefox"]
        .into_iter()
        .find_map(process::find_on_path)
        .or_else(|| usual_place.is_file().then(|| usual_place.to_owned()))
}

/// Looks for WebKitGTK with its driver, which is the program, and for a screen to show it on; and gets
/// them where that is possible.
pub(super) fn webkit() -> Result<Engine, Failure> {
    let chosen = system::chosen_by("WEBKIT_DRIVER")?;
    let find = || chosen.clone().or_else(|| process::find_on_path("WebKitWebDriver"));
    let missing = || {
        let mut missing = Vec::new();
        if find().is_none() {
            missing.push("WebKitGTK's driver");
        }
        if process::find_on_path("Xvfb").is_none() {
            missing.push("Xvfb");
        }
        if !has_bindings() {
            missing.push("WebKitGTK's bindings for Python");
        }
        missing
    };
    let mut lacks = missing();
    if !lacks.is_empty() {
        let reason = "there is no WebKit yet, in which the core is tested beside Chromium";
        if system::install_by_apt(&WEBKIT_PACKAGES, reason) == Installed::Yes {
            lacks = missing();
        }
    }
    if let Some(driver) = find().filter(|_| lacks.is_empty()) {
        return Ok(Engine::Found(driver));
    }
    Ok(Engine::Missing(Failure::new(
        format!("The page is not tested in WebKit, for want of {}.", lacks.join(" and ")),
        format!(
            "Install it, on Debian by `sudo apt-get install {}`; WEBKIT_DRIVER names a driver that \
             is not on PATH. Other systems than Linux have no WebKitGTK.",
            WEBKIT_PACKAGES.join(" ")
        ),
    )))
}

fn has_bindings() -> bool {
    let program =
        "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')";
    Path::new(PYTHON).is_file()
        && process::answer(process::command(PYTHON).args(["-c", program])).is_some()
}
