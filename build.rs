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
    // Two lists compress better than one of pairs, and steps better than what they lead to. Of the
    // steps that no byte can hold there is one: it is cut up by letters that stay as they are.
    let mut steps = Vec::new();
    let mut folded = Vec::new();
    let mut last = 0;
    for (from, to) in pairs {
        while from - last > u16::from(u8::MAX) {
            last += u16::from(u8::MAX);
            steps.push(u16::from(u8::MAX));
            folded.push(last);
        }
        steps.push(from - last);
        folded.push(to);
        last = from;
    }
    let list =
        |numbers: &[u16]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let table = format!(
        "/// From each letter that has a folded form, in their order, the steps from the last.\n\
         static FOLDING_STEPS: [u8; {length}] = [{steps}];\n\n\
         /// The folded form of each; 0 where a mark is dropped.\n\
         static FOLDING_TO: [u16; {length}] = [{to}];\n",
        length = steps.len(),
        steps = list(&steps),
        to = list(&folded),
    );
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    fs::write(Path::new(&folder).join("folding.rs"), table).expect("OUT_DIR can be written");
    println!("cargo::rerun-if-changed=build.rs");
}
