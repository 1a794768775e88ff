//! Files as servers send them to browsers that take them so: compressed once, when the site is made,
//! beside the file itself under its name with `.br` (brotli, RFC 7932) or `.gz` (gzip, RFC 1952). Native.

use std::io::{self, Write as _};

use flate2::write::GzEncoder;

/// How hard brotli tries, from 0 to 11, for what is made in each build. At this step it prepares little
/// memory: two steps more take twice as long for 0.7 per cent of the size of a page, and the last one twenty
/// times as long for ten.
const QUALITY: u32 = 6;

/// For files of so many bytes one step more takes a quarter of the time, for six per cent of the size.
const QUALITY_OF_LARGE: u32 = 7;
const LARGE: usize = 1 << 20;

/// For what is made once, such as programs.
pub(super) const BEST_QUALITY: u32 = 11;

/// The endings of files that are texts or programs; pictures are compressed as they are.
pub(super) const ENDINGS: [&str; 14] = [
    "html",
    "css",
    "js",
    "wasm",
    "json",
    "ics",
    "bib",
    "ris",
    "svg",
    "txt",
    "xml",
    "atom",
    "webmanifest",
    "md",
];

/// Below this many bytes a file goes in one packet as it is.
const SMALLEST: usize = 1024;

/// The endings that are put behind a file's name.
pub(super) const FORMS: [&str; 2] = ["br", "gz"];

/// The compressed forms of a file that are smaller than it, each with its name.
pub(super) fn forms(path: &str, content: &[u8], quality: Option<u32>) -> Vec<(String, Vec<u8>)> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if content.len() < SMALLEST || !ENDINGS.contains(&ending) {
        return Vec::new();
    }
    let usual = if content.len() < LARGE { QUALITY } else { QUALITY_OF_LARGE };
    let quality = quality.unwrap_or(usual);
    let (brotli, gzip) = rayon::join(|| brotli(content, quality), || gzip(content));
    let forms = FORMS.iter().zip([brotli, gzip]).filter_map(|(ending, form)| {
        let form = form.ok().filter(|form| form.len() < content.len())?;
        Some((format!("{path}.{ending}"), form))
    });
    forms.collect()
}

fn brotli(content: &[u8], quality: u32) -> io::Result<Vec<u8>> {
    let mut form = Vec::new();
    let (buffer, window) = (1 << 16, 22);
    brotli::CompressorWriter::new(&mut form, buffer, quality, window).write_all(content)?;
    Ok(form)
}

fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(content)?;
    gzip.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn each_form_gives_back_what_went_in() {
        let content = "<p>marginalia</p>\n".repeat(500);
        let forms = forms("a/index.html", content.as_bytes(), None);
        let [(br, brotli), (gz, gzip)] = forms.as_slice() else { panic!("{forms:?}") };
        assert_eq!((br.as_str(), gz.as_str()), ("a/index.html.br", "a/index.html.gz"));
        let mut back = String::new();
        brotli::Decompressor::new(brotli.as_slice(), 4096).read_to_string(&mut back).unwrap();
        assert_eq!(back, content);
        back.clear();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_string(&mut back).unwrap();
        assert_eq!(back, content);
    }

    #[test]
    fn pictures_and_small_files_stay_as_they_are() {
        assert!(forms("preview.png", &[0; 10_000], None).is_empty());
        assert!(forms("index.html", &[b'a'; 1000], None).is_empty());
        assert!(forms("README", &[b'a'; 10_000], None).is_empty());
    }
}
