//! Makes the folding table of the search: lower case, without accents, for the scripts that have
//! them below U+0700 and in the extended Latin and Greek blocks.

use std::{env, fs, path::Path};

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The folded form of a letter: `Some(0)` for a mark that is dropped, `None` where it stays.
fn folded(code: u16) -> Option<u16> {
    let letter = char::from_u32(code.into())?;
    if is_combining_mark(letter) {
        return Some(0);
    }
    let plain: String = letter.nfd().filter(|part| !is_combining_mark(*part)).collect();
    let lower: String =
        plain.to_lowercase().nfd().filter(|part| !is_combining_mark(*part)).collect();
    let mut letters = lower.chars();
    match (letters.next(), letters.next()) {
        (Some(single), None) if single != letter => u16::try_from(u32::from(single)).ok(),
        _ => None,
    }
}

fn main() {
    let pairs: Vec<(u16, u16)> = (0x80..0x700)
        .chain(0x1e00..0x2000)
        .filter_map(|code| Some((code, folded(code)?)))
        .collect();
    let list = |pick: fn(&(u16, u16)) -> u16| {
        pairs.iter().map(|pair| pick(pair).to_string()).collect::<Vec<_>>().join(", ")
    };
    // Two lists compress better than one of pairs.
    let table = format!(
        "/// The letters that have a folded form, sorted.\n\
         static FOLDING_FROM: [u16; {length}] = [{from}];\n\n\
         /// The folded form of each; 0 where a mark is dropped.\n\
         static FOLDING_TO: [u16; {length}] = [{to}];\n",
        length = pairs.len(),
        from = list(|pair| pair.0),
        to = list(|pair| pair.1),
    );
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    fs::write(Path::new(&folder).join("folding.rs"), table).expect("OUT_DIR can be written");
    println!("cargo::rerun-if-changed=build.rs");
}
