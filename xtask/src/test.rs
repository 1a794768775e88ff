//! `cargo xtask test`: which tests there are, in which order they run, and the one line that sums
//! them. How outcomes are read stands in `counts`.

use std::ffi::OsStr;
use std::fs;
use std::process::Command;

use crate::commands::{self, Also};
use crate::counts::Counts;
use crate::failure::Failure;
use crate::process::{self, Watched, say};
use crate::project;
use crate::setup::{self, BUILD_NEEDS, Need, Ready};
use crate::size;
use crate::steps::Steps;

/// Tests that run together. The order is that of running: the quickest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// Native tests.
    Unit,
    /// The storage layer, in a browser with its real local storage.
    Browser,
    /// The built page: its size, then Playwright in Chromium.
    End2end,
    /// The host's program, with the programs of the built page inside.
    Host,
    /// The core of the page, in Chromium, Firefox and WebKit.
    Browsers,
}

impl Group {
    /// Every group, in order.
    pub(crate) const ALL: [Self; 5] =
        [Self::Unit, Self::Browser, Self::End2end, Self::Host, Self::Browsers];

    /// The group's name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Browser => "browser",
            Self::End2end => "end2end",
            Self::Host => "host",
            Self::Browsers => "browsers",
        }
    }

    /// Whether arguments for Playwright are for it too.
    pub(crate) fn runs_playwright(self) -> bool {
        matches!(self, Self::End2end | Self::Browsers)
    }

    fn needs(self) -> Vec<Need> {
        match self {
            Self::Unit => Vec::new(),
            Self::Browser => vec![Need::WasmTarget, Need::WasmBindgen, Need::ChromiumAndDriver],
            Self::End2end => BUILD_NEEDS.into_iter().chain([Need::Chromium]).collect(),
            Self::Host => BUILD_NEEDS.into_iter().chain([Need::Servers, Need::Chromium]).collect(),
            Self::Browsers => BUILD_NEEDS
                .into_iter()
                .chain([Need::Chromium, Need::Firefox, Need::WebKit])
                .collect(),
        }
    }
}

/// Runs the groups, all of them even when one fails, and sums them up in one line at the very end.
/// Tells whether every test passed.
pub(crate) fn run(groups: &[Group], playwright_arguments: &[String]) -> Result<bool, Failure> {
    let mut steps = Steps::default();
    // Everything is got before the first test runs: nobody waits for the tests only to learn that
    // a browser is missing.
    let needs = groups.iter().flat_map(|group| group.needs());
    let ready = steps.time("tools", || setup::ready(needs))?;
    let mut total = Counts::default();
    let mut failed_groups = Vec::new();
    let mut page = None;
    for group in groups {
        let outcome = match group {
            Group::Unit => unit(&mut steps),
            Group::Browser => steps.time("wasm tests", || browser(&ready)),
            Group::End2end | Group::Host | Group::Browsers => {
                // One page for all.
                let is_built = *page.get_or_insert_with(|| steps.time("build", || build(&ready)));
                match group {
                    _ if !is_built => Ok(Counts::one(false)),
                    Group::End2end => end2end(&ready, playwright_arguments, &mut steps),
                    Group::Host => steps.time("host's program", || host(&ready)),
                    _ => steps.time("core", || browsers(&ready, playwright_arguments)),
                }
            }
        };
        let counts = outcome.unwrap_or_else(|failure| {
            eprintln!("\n{failure}");
            Counts::one(false)
        });
        if counts.failed > 0 {
            failed_groups.push(format!("`cargo xtask test {}`", group.name()));
        }
        total += counts;
    }
    // Once more at the end: of a long run, the end is what is kept.
    for line in &total.named {
        eprintln!("{line}");
    }
    if !failed_groups.is_empty() {
        eprintln!(
            "\nWhat failed stands above. To run only its group again: {}",
            failed_groups.join(", ")
        );
    }
    say(steps.to_string());
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0)
}

fn unit(steps: &mut Steps) -> Result<Counts, Failure> {
    say("testing these commands themselves");
    let mut counts = steps.time("tests of xtask", || {
        rust_tests(process::cargo().args(["test", "--no-fail-fast", "--package", "xtask"]))
    })?;
    say("compiling without Leptos what needs neither that nor a browser");
    let without_leptos = steps.time("without Leptos", || {
        process::run(process::cargo().args(["check", "--tests", "--features", "content,formats"]))
    });
    counts += Counts::one(without_leptos.is_ok());
    say("testing all that runs natively");
    // In a plain build the model test is slow: here it only shows that it works.
    let native = steps.time("native tests", || {
        rust_tests(
            process::cargo()
                .args(["test", "--no-fail-fast", "--features", "ssr,formats"])
                .env("MARGINALIA_SEQUENCES", "200"),
        )
    })?;
    say("playing all sequences of what readers do over a storage that fails, in a faster build");
    let thorough = steps.time("sequences", || {
        rust_tests(process::cargo().args([
            "test",
            "--profile",
            "thorough",
            "--test",
            "reliability",
        ]))
    })?;
    // The later run repeats a test of the first, which is counted once.
    counts += Counts {
        passed: native.passed,
        failed: native.failed.max(thorough.failed),
        named: [native.named, thorough.named].concat(),
    };
    Ok(counts)
}

fn browser(ready: &Ready) -> Result<Counts, Failure> {
    say("testing the storage layer in headless Chromium");
    rust_tests(ready.cargo().args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "reader",
        "--test",
        "browser_storage",
    ]))
}

fn rust_tests(cargo: &mut Command) -> Result<Counts, Failure> {
    let Watched { output, succeeded } = process::run_watched(cargo)?;
    Ok(checked(Counts::from_rust_tests(&output), succeeded))
}

fn host(ready: &Ready) -> Result<Counts, Failure> {
    say("testing the host's program");
    let mut cargo = process::cargo();
    cargo.args(["test", "--no-fail-fast", "--package", "marginalia-cli"]);
    let mut counts = rust_tests(cargo.env("MARGINALIA_SHELL", project::shell()))?;
    counts += playwright(ready, Suite::Host, &[])?;
    Ok(counts)
}

/// Builds the page that is tested, and tells whether that went well.
fn build(ready: &Ready) -> bool {
    say("building the page that is tested");
    commands::build_with(ready, &[Also::SingleFile, Also::TestEvents, Also::Shell])
        .inspect_err(|failure| {
            eprintln!("\n{failure}\nSo the tests of the built page did not run.");
        })
        .is_ok()
}

fn end2end(
    ready: &Ready,
    playwright_arguments: &[String],
    steps: &mut Steps,
) -> Result<Counts, Failure> {
    let size = size::of_built_page()?;
    print!("{size}");
    let mut counts = Counts::default();
    for kept in size.limits_kept() {
        counts += Counts::one(kept);
    }
    if counts.failed > 0 {
        eprintln!(
            "The page loads more than it may. `cargo xtask size` shows the files; what grew is \
             often a new dependency."
        );
    }
    if playwright_arguments.is_empty() {
        counts += steps.time("early script", || early_script(ready))?;
        counts += steps.time("readers", || readers(ready))?;
    }
    counts += steps.time("Playwright", || playwright(ready, Suite::Whole, playwright_arguments))?;
    Ok(counts)
}

/// Tests the core of the page in every engine that is there.
fn browsers(ready: &Ready, playwright_arguments: &[String]) -> Result<Counts, Failure> {
    let is_chosen = playwright_arguments.iter().any(|word| word.starts_with("--project"));
    let engines =
        [(Need::Chromium, "chromium"), (Need::Firefox, "firefox"), (Need::WebKit, "webkit")];
    let mut arguments = playwright_arguments.to_vec();
    if !is_chosen {
        for (need, engine) in engines {
            if !ready.lacks(need) {
                arguments.push(format!("--project={engine}"));
            }
        }
    }
    playwright(ready, Suite::Core, &arguments)
}

/// Tests the script that serves the page before its program is there.
fn early_script(ready: &Ready) -> Result<Counts, Failure> {
    say("testing the early script");
    let tests =
        ready.command("node").current_dir(project::end2end()).args(["--test", "early/"]).status();
    Ok(Counts::one(tests.is_ok_and(|status| status.success())))
}

/// Lets programs that were not written here read exports of texts that are hard to carry, all forms of
/// real kinds of events, and a site of them.
fn readers(ready: &Ready) -> Result<Counts, Failure> {
    say("letting other programs read the exports, the events and a site of them");
    let tests = [
        "--test", "formats", "--test", "events", "--test", "site", "--test", "messages", "samples",
    ];
    let features = ["test", "--features", "ssr,formats"];
    let written = process::run(process::cargo().args(features).args(tests)).is_ok();
    let scripts = ["samples", "events", "site", "messages"];
    let readers = ready
        .command("node")
        .current_dir(project::end2end())
        .arg("--test")
        .args(scripts.map(|what| format!("readers/check-{what}.mjs")))
        .status();
    Ok(Counts::one(written && readers.is_ok_and(|status| status.success())))
}

fn playwright(ready: &Ready, suite: Suite, arguments: &[String]) -> Result<Counts, Failure> {
    let (Watched { succeeded, .. }, report) = run_playwright(ready, suite, arguments)?;
    let counts = report.and_then(|report| Counts::from_playwright_report(&report));
    if counts.is_none() {
        eprintln!("Playwright left no report, so its tests are counted as one.");
    }
    Ok(match counts {
        Some(counts) => checked(counts, succeeded),
        None => Counts::one(succeeded),
    })
}

/// The tests that Playwright runs.
#[derive(Clone, Copy)]
pub(crate) enum Suite {
    /// Everything, in Chromium.
    Whole,
    /// The core, in three engines.
    Core,
    /// The host's program, in Chromium.
    Host,
}

/// Tests the built page, and hands on Playwright's report in JSON, where it left one.
pub(crate) fn run_playwright(
    ready: &Ready,
    suite: Suite,
    arguments: &[impl AsRef<OsStr>],
) -> Result<(Watched, Option<String>), Failure> {
    let (what, config) = match suite {
        Suite::Whole => ("the built page with Playwright", "playwright.config.ts"),
        Suite::Core => ("the core of the built page in every engine", "core.config.ts"),
        Suite::Host => ("the host's program in a browser", "host.config.ts"),
    };
    say(format!("testing {what}"));
    let report = project::scratch().join("playwright.json");
    // A report of an earlier run must not be taken for this one's.
    let _ = fs::remove_file(&report);
    let watched = process::run_watched(
        ready
            .command("node")
            .current_dir(project::end2end())
            // Called directly and not by npx, which would go to the network where it is missing.
            .args(["node_modules/@playwright/test/cli.js", "test", "--config", config])
            .arg("--reporter=list,json")
            .args(arguments)
            .env("MARGINALIA_PROGRAM", project::tested_host_program())
            .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report),
    )?;
    Ok((watched, fs::read_to_string(&report).ok()))
}

/// Counts that can be trusted: a run without any test must not look like a good one.
fn checked(counts: Counts, succeeded: bool) -> Counts {
    let ran_none = counts == Counts::default();
    if ran_none && succeeded {
        eprintln!("No test ran here, which counts as a failure: are the tests gated by a feature?");
    }
    counts.with_verdict(succeeded && !ran_none)
}
