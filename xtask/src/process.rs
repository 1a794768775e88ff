//! Starting other programs: the only place that spawns. It must not know which programs or why.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::project;

/// A program to be started in the project's root.
///
/// `cargo run` describes this very crate to its child by variables such as `CARGO_PKG_NAME`. They
/// are taken out, since a cargo started with them may think that everything has changed.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root());
    for (name, _) in env::vars_os() {
        let about_this_crate = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
            .iter()
            .any(|start| name.to_string_lossy().starts_with(start));
        if about_this_crate {
            command.env_remove(name);
        }
    }
    command
}

/// The cargo that runs this command, so that all of it uses one toolchain.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Says on the error stream what is being done, so that standard output stays for results.
pub(crate) fn say(message: impl AsRef<str>) {
    eprintln!("xtask: {}", message.as_ref());
}

/// Runs a program with its output shown as it comes.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    announce(command);
    let status = command.status().map_err(|error| did_not_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(
        format!("`{}` failed ({status}).", shown(command)),
        "What went wrong stands above.",
    ))
}

/// How a program ended that was watched by [`run_watched`].
pub(crate) struct Watched {
    /// All it wrote to its standard output.
    pub(crate) output: String,
    /// Whether it ended well.
    pub(crate) succeeded: bool,
}

/// Runs a program with its output shown as it comes, and keeps what it wrote to standard output.
pub(crate) fn run_watched(command: &mut Command) -> Result<Watched, Failure> {
    announce(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| did_not_start(command, &error))?;
    let mut output = Vec::new();
    if let Some(pipe) = child.stdout.take() {
        let mut reader = BufReader::new(pipe);
        let mut line = Vec::new();
        // A read that fails ends the watching: the exit status still tells how it went.
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            // Whoever closed our output does not want to see more; the run itself goes on.
            let _ = std::io::stdout().write_all(&line);
            let _ = std::io::stdout().flush();
            output.append(&mut line);
        }
    }
    let status = child.wait().map_err(|error| did_not_start(command, &error))?;
    Ok(Watched {
        output: String::from_utf8_lossy(&output).into_owned(),
        succeeded: status.success(),
    })
}

/// What a program writes to standard output, where it starts and ends well. Nothing is shown.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The version a program names when asked with `--version`, such as `0.21.14`.
pub(crate) fn version_of(program: &Path) -> Option<String> {
    first_version(&answer(command(program).arg("--version"))?)
}

/// The first word that starts like a version: `20.1.0` in `v20.1.0`, `132` in `version 132 (…)`.
fn first_version(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

/// The leading number of a version: 156 of `156.0.8078.79`.
pub(crate) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// Where on PATH a program stands.
pub(crate) fn find_on_path(name: &str) -> Option<PathBuf> {
    let file_name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file_name))
        .find(|candidate| is_program(candidate))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// The command as a person would type it, without the folders of the program.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words =
        vec![program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| {
        let argument = argument.to_string_lossy();
        if argument.contains(' ') { format!("'{argument}'") } else { argument.into_owned() }
    }));
    words.join(" ")
}

fn announce(command: &Command) {
    eprintln!("  $ {}", shown(command));
}

fn did_not_start(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    if error.kind() == ErrorKind::NotFound {
        return Failure::new(
            format!("`{program}` is not installed, or not on PATH."),
            "Install it, open a new terminal, and call the command again.",
        );
    }
    Failure::new(
        format!("`{program}` could not be run: {error}."),
        "Check that it may be executed, and call the command again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_in_what_each_program_prints() {
        for (text, version, major_number) in [
            ("trunk 0.21.14\n", "0.21.14", 0),
            ("wasm-bindgen-test-runner 0.2.130\n", "0.2.130", 0),
            ("v20.20.2\n", "20.20.2", 20),
            ("wasm-opt version 132 (version_132)\n", "132", 132),
            ("Google Chrome 130.0.6723.58 \n", "130.0.6723.58", 130),
            ("ChromeDriver 156.0.8078.79 (a21c-refs/8078@{#1})", "156.0.8078.79", 156),
        ] {
            let found = first_version(text);
            assert_eq!(found.as_deref(), Some(version), "{text}");
            assert_eq!(found.as_deref().and_then(major), Some(major_number), "{text}");
        }
        assert_eq!(first_version("version unknown"), None);
        assert_eq!(major("beta.1"), None);
    }

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["test", "--", "two words"]);
        assert_eq!(shown(&command), "cargo test -- 'two words'");
    }
}
