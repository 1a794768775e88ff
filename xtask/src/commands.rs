//! The commands that are no more than a few other programs in order. What has logic of its own
//! (`test`, `size`) has a file of its own.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::process::{self, say};
use crate::project;
use crate::setup::{self, BUILD_NEEDS, Need, Ready};
use crate::steps::Steps;

/// Builds the page and serves it, anew after each change.
pub(crate) fn serve(trunk_arguments: &[String]) -> Result<(), Failure> {
    // Without the packages of npm: wasm-opt has no part in a build for development.
    let ready = setup::ready([Need::WasmTarget, Need::Trunk, Need::WasmBindgen])?;
    process::run(trunk(&ready).arg("serve").args(trunk_arguments))
}

/// Builds the page for publishing.
pub(crate) fn build(single_file: bool) -> Result<(), Failure> {
    let also = if single_file { &[Also::SingleFile][..] } else { &[] };
    build_with(&setup::ready(BUILD_NEEDS)?, also)
}

/// What a build makes beside the page of the event. The hook does it (`src/bin/prerender.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Also {
    /// The page as one file.
    SingleFile,
    /// A page for each event of `tests/events`, below `events/`, and a site of all of them in `several/`.
    TestEvents,
    /// What goes into the host's program, in [`project::shell`].
    Shell,
}

/// As [`build`], once what it needs is there.
pub(crate) fn build_with(ready: &Ready, also: &[Also]) -> Result<(), Failure> {
    // The build would find a faulty event file too, but only after minutes of compiling.
    check()?;
    let mut trunk = trunk(ready);
    for also in also {
        match also {
            Also::SingleFile => trunk.env("MARGINALIA_SINGLE_FILE", "1"),
            Also::TestEvents => {
                trunk.env("MARGINALIA_MORE_EVENTS", project::root().join("tests/events"))
            }
            Also::Shell => trunk.env("MARGINALIA_WRITE_SHELL", project::shell()),
        };
    }
    process::run(trunk.args(["build", "--release"])).map_err(|_| {
        Failure::new(
            "The page could not be built. dist/ is as it was before.",
            "What went wrong stands above.",
        )
    })
}

/// Makes the host's program, with the programs for browsers in it.
pub(crate) fn bundle() -> Result<(), Failure> {
    bundle_with(&setup::ready(BUILD_NEEDS)?)
}

/// As [`bundle`], once what it needs is there.
pub(crate) fn bundle_with(ready: &Ready) -> Result<(), Failure> {
    build_with(ready, &[Also::Shell])?;
    compile_host_program()
}

/// Compiles the host's program with the shell that lies ready.
pub(crate) fn compile_host_program() -> Result<(), Failure> {
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--package", "marginalia-cli"]);
    // `.cargo/config.toml` names the folder for whoever calls cargo by hand; cargo's target folder may
    // be another one.
    process::run(cargo.env("MARGINALIA_SHELL", project::shell()))?;
    say(format!("the host's program: {}", project::host_program().display()));
    Ok(())
}

/// Checks the event files.
pub(crate) fn check() -> Result<(), Failure> {
    process::run(process::cargo().args([
        "run",
        "--package",
        "marginalia-cli",
        "--no-default-features",
        "--",
        "check",
        "content",
    ]))
    .map_err(|_| {
        Failure::new(
            "The event files in content/ could not be taken, so nothing was built.",
            "Mend what the report above names, and call the command again.",
        )
    })
}

/// Writes the reference of the event file and its schema for editors.
pub(crate) fn reference() -> Result<(), Failure> {
    process::run(process::cargo().args(["run", "--features", "content", "--bin", "reference"]))
}

/// Checks formatting, and clippy for everything that is compiled. All faults are shown at once.
pub(crate) fn lint() -> Result<(), Failure> {
    setup::ready([Need::WasmTarget])?;
    let deny_warnings = ["--", "-D", "warnings"];
    let mut steps = [process::cargo(), process::cargo(), process::cargo()];
    steps[0].args(["fmt", "--all", "--check"]);
    steps[1]
        .args(["clippy", "--workspace", "--all-targets"])
        .args(["--features", "marginalia/ssr,marginalia/formats"])
        .args(deny_warnings);
    // The other tests are native: for the browser they are never compiled.
    steps[2]
        .args(["clippy", "--target", "wasm32-unknown-unknown"])
        .args(["--features", "reader,markdown,search,programme,transfer,events,all_notes"])
        .args(["--lib", "--bins", "--test", "browser_storage"])
        .args(deny_warnings);
    let names = ["formatting", "native clippy", "wasm clippy"];
    let mut times = Steps::default();
    let mut faulty = Vec::new();
    for (name, step) in names.into_iter().zip(&mut steps) {
        if times.time(name, || process::run(step)).is_err() {
            faulty.push(format!("`{}`", process::shown(step)));
        }
    }
    say(times.to_string());
    if faulty.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("These found something: {}.", faulty.join(", ")),
        "It stands above. `cargo fmt --all` mends the formatting.",
    ))
}

/// Measures the speed of the built page, and of others that do the same job.
pub(crate) fn bench(arguments: &[String]) -> Result<(), Failure> {
    on_built_page("bench/bench.mjs", "bench", Some(Need::PeerPackages), arguments)
}

/// Makes pictures of the built page in its main states.
pub(crate) fn screens(arguments: &[String]) -> Result<(), Failure> {
    on_built_page("screens.mjs", "screens", None, arguments)
}

/// Lets Lighthouse judge the built page.
pub(crate) fn lighthouse(arguments: &[String]) -> Result<(), Failure> {
    on_built_page("lighthouse.mjs", "lighthouse", None, arguments)
}

/// Builds the page and runs a script of `end2end/` on it. What that makes goes into a folder of
/// cargo's target folder, unless the arguments name another.
fn on_built_page(
    script: &str,
    out: &str,
    further: Option<Need>,
    arguments: &[String],
) -> Result<(), Failure> {
    let ready = setup::ready(BUILD_NEEDS.into_iter().chain([Need::Chromium]).chain(further))?;
    build_with(&ready, &[])?;
    let mut node = ready.command("node");
    node.current_dir(project::end2end()).arg(script);
    node.arg("--out").arg(project::target().join(out));
    process::run(node.args(arguments))
}

fn trunk(ready: &Ready) -> Command {
    let mut trunk = ready.command("trunk");
    // The version is pinned, so asking the registry for a newer one is of no use.
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk tries to minify JavaScript that it does not understand, and warns of it. esbuild does that
    // afterwards, so the warning is of no use to anyone.
    if env::var_os("RUST_LOG").is_none() {
        trunk.env("RUST_LOG", "error,trunk=info,trunk::processing::minify=error");
    }
    if let Some(flags) = without_home() {
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
    // Trunk takes only `true` and `false` here, and refuses to start with the usual `1`.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

/// Flags for the compiler that leave the home folder out of the programs: a program names the files in
/// which it can fail, and everybody can read what is published. So the same page is built on every
/// machine, too.
fn without_home() -> Option<String> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))?;
    let sources = home.join("registry").join("src").into_os_string().into_string().ok()?;
    // Flags are told apart by white space.
    (!sources.contains(char::is_whitespace)).then(|| format!("--remap-path-prefix={sources}="))
}
