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

/// Makes sure of Firefox.
pub(super) fn firefox() -> Result<PathBuf, Failure> {
    if let Some(chosen) = system::chosen_by("FIREFOX")? {
        return Ok(chosen);
    }
    if let Some(found) = find_firefox() {
        return Ok(found);
    }
    system::install_by_apt(
        &["firefox-esr"],
        "there is no Firefox yet, in which the core is tested beside Chromium",
    );
    find_firefox().ok_or_else(|| {
        Failure::new(
            "There is no Firefox, so the page is not tested in it.",
            "Install it, on Debian by `sudo apt-get install firefox-esr`, or set FIREFOX to its path.",
        )
    })
}

fn find_firefox() -> Option<PathBuf> {
    let usual_place = Path::new("/Applications/Firefox.app/Contents/MacOS/firefox");
    ["firefox-esr", "firefox"]
        .into_iter()
        .find_map(process::find_on_path)
        .or_else(|| usual_place.is_file().then(|| usual_place.to_owned()))
}

/// Makes sure of WebKitGTK with its driver, and of a screen to show it on. Returns the driver.
pub(super) fn webkit() -> Result<PathBuf, Failure> {
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
    find().filter(|_| lacks.is_empty()).ok_or_else(|| {
        Failure::new(
            format!("The page is not tested in WebKit, for want of {}.", lacks.join(" and ")),
            format!(
                "Install it, on Debian by `sudo apt-get install {}`; WEBKIT_DRIVER names a driver \
                 that is not on PATH. Other systems than Linux have no WebKitGTK.",
                WEBKIT_PACKAGES.join(" ")
            ),
        )
    })
}

fn has_bindings() -> bool {
    let program =
        "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')";
    Path::new(PYTHON).is_file()
        && process::answer(process::command(PYTHON).args(["-c", program])).is_some()
}
