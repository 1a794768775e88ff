//! How many bytes the page loads at start, and whether that is little enough. Which files these
//! are is found by `start_files`.

use std::fmt;
use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::commands;
use crate::failure::Failure;
use crate::process::say;
use crate::project;
use crate::start_files::{StartFile, start_files};

/// The most that may be loaded at start, brotli compressed, in bytes.
const LIMIT: usize = 100_000;

/// The sizes of what a page loads at start.
pub(crate) struct StartSize {
    files: Vec<(String, Sizes)>,
}

/// The size of something in each form in which servers send it, in bytes.
#[derive(Clone, Copy, Default)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the sizes of the built page, which is built first where there is none.
pub(crate) fn command() -> Result<(), Failure> {
    if !project::dist().join("index.html").is_file() {
        say("there is no built page in dist/ yet, so it is built first");
        commands::build(false)?;
    }
    let size = of_built_page()?;
    print!("{size}");
    Ok(())
}

/// Weighs the page in `dist/`.
pub(crate) fn of_built_page() -> Result<StartSize, Failure> {
    let files = start_files(&project::dist())?
        .into_iter()
        .map(|StartFile { address, content }| match Sizes::of(&content) {
            Ok(sizes) => Ok((address, sizes)),
            Err(error) => Err(Failure::new(
                format!("`{address}` could not be compressed to learn its size: {error}."),
                "This is a fault of these commands: please report it.",
            )),
        })
        .collect::<Result<_, _>>()?;
    Ok(StartSize { files })
}

impl StartSize {
    /// Whether the page keeps to the limit.
    pub(crate) fn is_small_enough(&self) -> bool {
        self.total().brotli <= LIMIT
    }

    fn total(&self) -> Sizes {
        self.files.iter().fold(Sizes::default(), |sum, (_, sizes)| Sizes {
            raw: sum.raw + sizes.raw,
            gzip: sum.gzip + sizes.gzip,
            brotli: sum.brotli + sizes.brotli,
        })
    }
}

impl Sizes {
    /// Compresses as hard as each form can, as servers do with files that do not change.
    fn of(content: &[u8]) -> io::Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content)?;
        let (buffer_size, hardest, window) = (1 << 16, 11, 22);
        let mut brotli = Vec::new();
        brotli::CompressorReader::new(content, buffer_size, hardest, window)
            .read_to_end(&mut brotli)?;
        Ok(Self { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }
}

impl fmt::Display for StartSize {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.total();
        let heading = "loaded at start, bytes";
        let width = self
            .files
            .iter()
            .map(|(address, _)| address.len())
            .chain([heading.len()])
            .max()
            .unwrap_or_default();
        writeln!(
            formatter,
            "{heading:width$}  {:>9}  {:>9}  {:>9}",
            "raw", "gzip -9", "brotli 11"
        )?;
        let total_row = [("total".to_owned(), total)];
        for (address, sizes) in self.files.iter().chain(&total_row) {
            writeln!(
                formatter,
                "{address:width$}  {:>9}  {:>9}  {:>9}",
                sizes.raw, sizes.gzip, sizes.brotli
            )?;
        }
        writeln!(
            formatter,
            "at most {LIMIT} in brotli: {}",
            if self.is_small_enough() { "kept" } else { "EXCEEDED" }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page_of(brotli: usize) -> StartSize {
        let sizes = Sizes { raw: 3 * brotli, gzip: 2 * brotli, brotli };
        StartSize { files: vec![("index.html".into(), sizes), ("a.js".into(), Sizes::default())] }
    }

    #[test]
    fn the_limit_itself_is_still_kept_and_one_byte_more_is_not() {
        assert!(page_of(LIMIT).is_small_enough());
        assert!(!page_of(LIMIT + 1).is_small_enough());
        assert!(page_of(LIMIT + 1).to_string().contains("EXCEEDED"));
    }

    #[test]
    fn what_repeats_itself_gets_smaller_in_each_form() {
        let sizes = Sizes::of(&b"marginalia ".repeat(1000)).expect("memory can be written");
        assert_eq!(sizes.raw, 11_000);
        assert!(sizes.gzip < 200 && sizes.brotli < 100, "{} {}", sizes.gzip, sizes.brotli);
    }
}
