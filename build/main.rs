//! Makes, before anything is compiled: the folding table of the search, of the sentences in `locales/` typed
//! constants and functions, and of the words of the citation library those that are needed.

#[cfg(feature = "publishing")]
mod citation;
mod folding;
mod messages;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=locales");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts"));
    let put = |name: &str, content: Vec<u8>| {
        fs::write(out.join(name), content).expect("OUT_DIR can be written");
    };
    let locales = Path::new("locales");
    put("folding.txt", folding::table().into());
    #[cfg(feature = "publishing")]
    put("citation.cbor", citation::words(locales));
    match messages::of_folder(locales) {
        Ok(messages) => {
            put("messages.rs", messages.into());
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            ExitCode::FAILURE
        }
    }
}
