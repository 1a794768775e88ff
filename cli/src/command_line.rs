//! What can be asked of the program.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

/// Publishes events as web pages that people read, annotate and take home.
#[derive(Debug, Parser)]
#[command(name = "marginalia", version, arg_required_else_help = true, after_help = EXIT_CODES)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) request: Request,
}

const EXIT_CODES: &str = "Exit codes: 0 all went well; 1 a file is at fault, or something could not be \
                          done; 2 the command line cannot be understood.";

/// One command.
#[derive(Debug, Subcommand)]
pub(crate) enum Request {
    /// Begin an event file
    New(New),
    /// Check event files and tell what to mend
    #[command(after_help = "Examples:\n  \
        marginalia check                  all event files of this folder\n  \
        marginalia check our-panel.toml   one file")]
    Check {
        /// Event files, or folders that hold some [default: this folder]
        files: Vec<PathBuf>,
    },
    /// Show the site in the browser, anew at each save
    #[cfg(feature = "site")]
    Serve(Serve),
    /// Make a site of event files
    #[cfg(feature = "site")]
    Build(Build),
    /// Print what lets a shell complete these commands
    #[command(after_help = "Example:\n  \
        marginalia completions bash > ~/.local/share/bash-completion/completions/marginalia")]
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// How an event file is to be begun.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    marginalia new our-panel                    our-panel.toml, with places to fill in\n  \
    marginalia new our-panel --from event.ics   what a calendar says of it is filled in")]
pub(crate) struct New {
    /// The name of the file, and so the last part of the page's address, such as `our-panel`
    pub(crate) name: String,
    /// What there is already: a calendar (.ics), a web page or JSON with schema.org data, a pretalx
    /// schedule or an Indico export (.json)
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
}

/// Which site is to be made, and where.
#[cfg(feature = "site")]
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    marginalia build --out site           the events of this folder\n  \
    marginalia build events --out site    those of another\n\n\
    The folder named by --out can be put on any server as it is. Files in it that this program did not \
    write stay as they are.")]
pub(crate) struct Build {
    /// The folder of the event files
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,
    /// The folder into which the site is written
    #[arg(long, value_name = "SITE")]
    pub(crate) out: PathBuf,
    /// Also write each page as one file that needs no other
    #[arg(long)]
    pub(crate) single_file: bool,
}

/// Which site is to be shown, and where.
#[cfg(feature = "site")]
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  \
    marginalia serve            the events of this folder, at http://127.0.0.1:8080/")]
pub(crate) struct Serve {
    /// The folder of the event files
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,
    /// The port of this machine; where it is taken, the next that is free
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
}
