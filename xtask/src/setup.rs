//! What a command needs before it can start: finds it or gets it, and hands it on as a folder on
//! PATH or as a variable. Each need is met in a file of its own under `setup/`. A second call must
//! find everything in less than a second and without the network.

mod browser;
mod engines;
mod node;
mod rust_tools;
mod servers;
mod system;

use std::collections::BTreeSet;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::process::{self, say};

use engines::Engine;

/// One thing a command cannot do without. They are met in the order in which they stand here: what
/// fails at once comes before what takes minutes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// The standard library for the browser.
    WasmTarget,
    /// The packages of `end2end/`: Playwright, and the wasm-opt that makes the wasm small.
    NodePackages,
    /// The packages of which the pages are built that are measured beside this one.
    PeerPackages,
    /// Shows the page to the tests.
    Chromium,
    /// A Chromium together with the chromedriver by which wasm-bindgen's tests steer it.
    ChromiumAndDriver,
    /// Shows the page to the tests of the core, where it can be had.
    Firefox,
    /// As [`Need::Firefox`]: WebKitGTK, which is the engine of Safari.
    WebKit,
    /// Send the site of the host's program to its tests, those that can be had.
    Servers,
    /// Writes the JavaScript that loads the wasm, and runs tests in a browser.
    WasmBindgen,
    /// Builds the page.
    Trunk,
}

/// What the release build needs.
pub(crate) const BUILD_NEEDS: [Need; 4] =
    [Need::WasmTarget, Need::NodePackages, Need::WasmBindgen, Need::Trunk];

/// Everything asked for is there; programs started from here find it.
#[derive(Default)]
pub(crate) struct Ready {
    tool_folders: Vec<PathBuf>,
    variables: Vec<(&'static str, OsString)>,
    missing: Vec<Need>,
}

impl Ready {
    /// A program to be started in the project's root, with the tools at hand.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        self.equip(process::command(program))
    }

    /// Whether what was asked for, and can be done without, is not there.
    pub(crate) fn lacks(&self, need: Need) -> bool {
        self.missing.contains(&need)
    }

    /// Cargo, with the tools at hand.
    pub(crate) fn cargo(&self) -> Command {
        self.equip(process::cargo())
    }

    /// Takes an engine whose program a variable names, or goes on without it.
    fn take_or_do_without(
        &mut self,
        need: Need,
        variable: &'static str,
        engine: Engine,
    ) -> Result<(), Failure> {
        match engine {
            Engine::Found(program) => self.variables.push((variable, program.into())),
            Engine::Missing(failure) => return self.do_without(need, failure),
        }
        Ok(())
    }

    /// Goes on without what is not there, and says so. Where nobody reads what is said, as in continuous
    /// integration, it would be forgotten: there it is a failure.
    fn do_without(&mut self, need: Need, failure: Failure) -> Result<(), Failure> {
        if env::var_os("CI").is_some_and(|value| !value.is_empty()) {
            return Err(failure);
        }
        say(failure.on_one_line());
        self.missing.push(need);
        Ok(())
    }

    fn equip(&self, mut command: Command) -> Command {
        let old_path = env::var_os("PATH").unwrap_or_default();
        let folders = self.tool_folders.iter().cloned().chain(env::split_paths(&old_path));
        // A folder whose name holds the separator cannot stand on PATH: then PATH stays as it is.
        if let Ok(path) = env::join_paths(folders) {
            command.env("PATH", path);
        }
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command
    }
}

/// Meets every need, each once.
pub(crate) fn ready(needs: impl IntoIterator<Item = Need>) -> Result<Ready, Failure> {
    let needs: BTreeSet<Need> = needs.into_iter().collect();
    let mut ready = Ready::default();
    for need in needs {
        match need {
            Need::WasmTarget => rust_tools::wasm_target()?,
            Need::NodePackages => ready.tool_folders.push(node::packages()?),
            Need::PeerPackages => node::peer_packages()?,
            Need::Chromium => {
                ready.variables.push(("CHROMIUM", browser::chromium()?.into()));
            }
            Need::ChromiumAndDriver => {
                let pair = browser::chromium_and_driver()?;
                let session = browser::write_session_file(&pair.chromium)?;
                ready.variables.extend([
                    ("CHROMIUM", pair.chromium.into()),
                    ("CHROMEDRIVER", pair.driver.into()),
                    ("WASM_BINDGEN_TEST_WEBDRIVER_JSON", session.into()),
                ]);
            }
            Need::Firefox => ready.take_or_do_without(need, "FIREFOX", engines::firefox()?)?,
            Need::WebKit => ready.take_or_do_without(need, "WEBKIT_DRIVER", engines::webkit()?)?,
            Need::Servers => {
                let missing = servers::missing();
                missing.map_or(Ok(()), |failure| ready.do_without(need, failure))?;
            }
            Need::WasmBindgen => ready.tool_folders.extend(rust_tools::wasm_bindgen()?),
            Need::Trunk => ready.tool_folders.extend(rust_tools::trunk()?),
        }
    }
    Ok(ready)
}
