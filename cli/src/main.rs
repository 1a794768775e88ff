//! `marginalia`: makes a site of event files, on a machine that has nothing else. This file reads the
//! command line and hands on; each command has a file of its own.
//!
//! Exit codes: 0 where all went well, 1 where a file is at fault or something could not be done, 2 where
//! the command line cannot be understood.

mod check;
mod command_line;
mod failure;
mod new;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use self::command_line::{CommandLine, Request};

fn main() -> ExitCode {
    let done = match CommandLine::parse().request {
        Request::New(new) => new::run(&new),
        Request::Check { files } => check::run(files),
        Request::Completions { shell } => {
            let mut command = CommandLine::command();
            clap_complete::generate(shell, &mut command, "marginalia", &mut std::io::stdout());
            Ok(())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
