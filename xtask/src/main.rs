//! The developer's commands, called as `cargo xtask <command>`: this file reads the command line
//! and hands on. It must not know how a command does its work, and nothing here may depend on the
//! `marginalia` crate, so that these commands run even while that crate does not compile.

mod command_line;
mod commands;
mod counts;
mod failure;
mod faults;
mod page_files;
mod process;
mod project;
mod setup;
mod size;
mod steps;
mod test;

use std::process::ExitCode;

use command_line::Request;
use failure::Failure;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command_line::parse(&arguments).and_then(carry_out) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Tells whether all is well. `false` means that what is wrong was already said.
fn carry_out(request: Request) -> Result<bool, Failure> {
    match request {
        Request::Help => println!("{}", command_line::USAGE),
        Request::Serve { trunk_arguments } => commands::serve(&trunk_arguments)?,
        Request::Build { single_file } => commands::build(single_file)?,
        Request::Bundle => commands::bundle()?,
        Request::Check => commands::check()?,
        Request::Reference => commands::reference()?,
        Request::Test { groups, playwright_arguments } => {
            return test::run(&groups, &playwright_arguments);
        }
        Request::Faults(options) => return faults::run(options),
        Request::Lint => commands::lint()?,
        Request::Size => return size::command(),
        Request::Bench { arguments } => commands::bench(&arguments)?,
        Request::Lighthouse { arguments } => commands::lighthouse(&arguments)?,
        Request::Screens { arguments } => commands::screens(&arguments)?,
    }
    Ok(true)
}
