//! `marginalia`: makes a site of event files, on a machine that has nothing else. This file reads the
//! command line and hands on; each command has a file of its own.
//!
//! Exit codes: 0 where all went well, 1 where a file is at fault or something could not be done, 2 where
//! the command line cannot be understood.

#[cfg(feature = "site")]
mod build;
mod check;
mod command_line;
mod failure;
mod new;
#[cfg(feature = "site")]
mod progress;
#[cfg(feature = "site")]
mod serve;
#[cfg(feature = "site")]
mod shell;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use self::command_line::{CommandLine, Request};

// The static programs for Linux have the C library in them whose allocator is made to be small.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let done = match CommandLine::parse().request {
        Request::New(new) => new::run(&new),
        Request::Check { files } => check::run(files),
        #[cfg(feature = "site")]
        Request::Serve(serve) => serve::run(&serve),
        #[cfg(feature = "site")]
        Request::Build(build) => build::run(&build),
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
