//! How many bytes the page weighs before a reader can read and write, and after, and whether that is
//! little enough. Which files these are is found by `page_files`.

use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::commands;
use crate::failure::Failure;
use crate::page_files::{PageFile, PageFiles, other_page, page_files};
use crate::process::say;
use crate::project;

/// The most that a reader may wait for before reading and writing, brotli compressed, in bytes.
const LIMIT_BEFORE_WRITING: usize = 16_000;
/// The most of it that may be the early script.
const LIMIT_EARLY_SCRIPT: usize = 2_000;
/// The most that the style sheets may weigh that nobody waits for.
const LIMIT_LATER_STYLES: usize = 4_000;
/// The most that the program may weigh which is loaded at start.
const LIMIT_PROGRAM: usize = 220_000;

/// What the page weighs, by when it is needed, and what other pages of the build weigh.
pub(crate) struct PageSize {
    parts: Vec<Part>,
    others: Vec<OtherPage>,
}

/// Another page of the build, such as those of a site of several events. Some events have very much to say,
/// so its limit is for what comes on top of its own words.
struct OtherPage {
    address: String,
    /// What is loaded before a reader can read and write, brotli compressed, in bytes.
    loaded: usize,
    /// Its own words alone, brotli compressed, in bytes.
    words: usize,
}

impl OtherPage {
    fn on_top_of_words(&self) -> usize {
        self.loaded.saturating_sub(self.words)
    }
}

/// What is loaded together.
struct Part {
    heading: String,
    files: Vec<(String, Sizes)>,
    limit: Option<usize>,
}

/// The size of something in each form in which servers send it, in bytes.
#[derive(Clone, Copy, Default)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the sizes of the built page, which is built first where there is none. Tells whether the
/// page keeps to its limits.
pub(crate) fn command() -> Result<bool, Failure> {
    if !project::dist().join("index.html").is_file() {
        say("there is no built page in dist/ yet, so it is built first");
        commands::build(false)?;
    }
    let size = of_built_page()?;
    print!("{size}");
    Ok(size.limits_kept().all(|kept| kept))
}

/// Weighs the page in `dist/`.
pub(crate) fn of_built_page() -> Result<PageSize, Failure> {
    let dist = project::dist();
    let read = |address: &str| fs::read(dist.join(address)).ok();
    let mut size = PageSize::of(page_files(&read)?)?;
    for address in other_pages(&dist, "") {
        let (files, words) = other_page(&read, &address)?;
        let loaded = Part::of(&address, files, None)?.total().brotli;
        let words = PageFile { address: address.clone(), content: words.into_bytes() };
        let words = Part::of(&address, vec![words], None)?.total().brotli;
        size.others.push(OtherPage { address, loaded, words });
    }
    Ok(size)
}

/// The addresses of the pages in the folders of a build. Pages that are one file have all in them, and
/// nobody waits for a network there.
fn other_pages(folder: &Path, address: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<String> = entries
        .flat_map(|entry| {
            let inner = format!("{address}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                other_pages(&entry.path(), &format!("{inner}/"))
            } else {
                let is_page = inner.ends_with("/index.html");
                is_page.then_some(inner).into_iter().collect()
            }
        })
        .collect();
    found.sort();
    found
}

impl PageSize {
    fn of(page: PageFiles) -> Result<Self, Failure> {
        let early_script = PageFile {
            address: "within index.html".to_owned(),
            content: page.early_script.into_bytes(),
        };
        let mut parts = vec![
            Part::of(
                "before a reader can read and write",
                page.before_writing,
                Some(LIMIT_BEFORE_WRITING),
            )?,
            Part::of("the early script", vec![early_script], Some(LIMIT_EARLY_SCRIPT))?,
            Part::of(
                "the style for paper and for the program, beside the page",
                page.later_styles,
                Some(LIMIT_LATER_STYLES),
            )?,
        ];
        // In the language with the longest sentences.
        let (mut words, mut of_page) = (Vec::new(), Vec::new());
        for language in page.languages {
            words.push(language.words);
            of_page.push(language.page);
        }
        let mut program = page.program;
        program.extend(heaviest(words)?);
        parts.push(Part::of("the program at start", program, Some(LIMIT_PROGRAM))?);
        parts.push(Part::of(
            "the page's own sentences, for a reader of another language than its",
            heaviest(of_page)?.into_iter().collect(),
            None,
        )?);
        for (name, files) in page.later_programs {
            parts.push(Part::of(&format!("{name}, when it is first needed"), files, None)?);
        }
        Ok(Self { parts, others: Vec::new() })
    }

    /// Whether each of the limits is kept.
    pub(crate) fn limits_kept(&self) -> impl Iterator<Item = bool> {
        let others = self.others.iter().map(|page| page.on_top_of_words() <= LIMIT_BEFORE_WRITING);
        self.parts.iter().filter_map(Part::keeps_its_limit).chain(others)
    }
}

/// The file that weighs the most, brotli compressed.
fn heaviest(files: Vec<PageFile>) -> Result<Option<PageFile>, Failure> {
    let mut heaviest = None;
    let mut most = 0;
    for file in files {
        let size = Part::of(&file.address, vec![file.clone()], None)?.total().brotli;
        if size >= most {
            (most, heaviest) = (size, Some(file));
        }
    }
    Ok(heaviest)
}

impl Part {
    fn of(heading: &str, files: Vec<PageFile>, limit: Option<usize>) -> Result<Self, Failure> {
        let files = files
            .into_iter()
            .map(|PageFile { address, content }| match Sizes::of(&content) {
                Ok(sizes) => Ok((address, sizes)),
                Err(error) => Err(Failure::new(
                    format!("`{address}` could not be compressed to learn its size: {error}."),
                    "This is a fault of these commands: please report it.",
                )),
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { heading: heading.to_owned(), files, limit })
    }

    fn keeps_its_limit(&self) -> Option<bool> {
        Some(self.total().brotli <= self.limit?)
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

impl fmt::Display for PageSize {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.parts.iter().flat_map(|part| {
            part.files.iter().map(|(address, _)| address.len() + 2).chain([part.heading.len()])
        });
        let width = names.max().unwrap_or_default();
        let heading = "loaded, bytes";
        writeln!(
            formatter,
            "{heading:width$}  {:>9}  {:>9}  {:>9}",
            "raw", "gzip -9", "brotli 11"
        )?;
        for part in &self.parts {
            let Sizes { raw, gzip, brotli } = part.total();
            write!(formatter, "{:width$}  {raw:>9}  {gzip:>9}  {brotli:>9}", part.heading)?;
            if let (Some(limit), Some(kept)) = (part.limit, part.keeps_its_limit()) {
                let verdict = if kept { "kept" } else { "EXCEEDED" };
                write!(formatter, "  at most {limit}: {verdict}")?;
            }
            writeln!(formatter)?;
            for (address, Sizes { raw, gzip, brotli }) in &part.files {
                let width = width - 2;
                writeln!(formatter, "  {address:width$}  {raw:>9}  {gzip:>9}  {brotli:>9}")?;
            }
        }
        if self.others.is_empty() {
            return Ok(());
        }
        let names = self.others.iter().map(|page| page.address.len() + 2);
        let width = names.max().unwrap_or_default();
        writeln!(
            formatter,
            "other pages before a reader can read and write, brotli 11; on top of their own words at \
             most {LIMIT_BEFORE_WRITING}"
        )?;
        writeln!(formatter, "{:width$}  {:>9}  {:>9}  {:>9}", "", "all", "words", "on top")?;
        for page in &self.others {
            let OtherPage { address, loaded, words } = page;
            let on_top = page.on_top_of_words();
            let verdict = if on_top <= LIMIT_BEFORE_WRITING { "kept" } else { "EXCEEDED" };
            let width = width - 2;
            writeln!(
                formatter,
                "  {address:width$}  {loaded:>9}  {words:>9}  {on_top:>9}  {verdict}"
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page_files::LanguageFiles;

    fn part_of(brotli: usize, limit: Option<usize>) -> Part {
        let sizes = Sizes { raw: 3 * brotli, gzip: 2 * brotli, brotli };
        let files = vec![("index.html".into(), sizes), ("a.js".into(), Sizes::default())];
        Part { heading: "at start".into(), files, limit }
    }

    #[test]
    fn a_limit_itself_is_still_kept_and_one_byte_more_is_not() {
        let kept =
            |brotli| PageSize { parts: vec![part_of(brotli, Some(100))], others: Vec::new() };
        assert_eq!(kept(100).limits_kept().collect::<Vec<_>>(), [true]);
        assert_eq!(kept(101).limits_kept().collect::<Vec<_>>(), [false]);
        assert!(kept(101).to_string().contains("at most 100: EXCEEDED"));
    }

    #[test]
    fn another_page_may_have_as_many_words_as_it_likes() {
        let size = |loaded, words| PageSize {
            parts: Vec::new(),
            others: vec![OtherPage { address: "a/index.html".into(), loaded, words }],
        };
        let kept = |loaded, words| size(loaded, words).limits_kept().collect::<Vec<_>>();
        assert_eq!(kept(LIMIT_BEFORE_WRITING + 500, 500), [true]);
        assert_eq!(kept(LIMIT_BEFORE_WRITING + 501, 500), [false]);
        assert!(size(LIMIT_BEFORE_WRITING + 501, 500).to_string().contains("16001  EXCEEDED"));
    }

    #[test]
    fn what_comes_later_is_shown_without_a_limit() {
        let parts = vec![part_of(100, Some(100)), part_of(1_000_000, None)];
        let size = PageSize { parts, others: Vec::new() };
        assert_eq!(size.limits_kept().collect::<Vec<_>>(), [true]);
        assert!(size.to_string().contains("1000000\n"), "{size}");
    }

    #[test]
    fn a_page_is_weighed_by_when_its_files_are_needed() {
        let file = |address: &str, content: &[u8]| PageFile {
            address: address.to_owned(),
            content: content.to_owned(),
        };
        let page = PageFiles {
            before_writing: vec![file("index.html", b"1234")],
            early_script: "12".to_owned(),
            later_styles: vec![file("later.css", b"123456")],
            program: vec![file("app.js", b"1"), file("app_bg.wasm", b"12")],
            languages: ["1", "1234"]
                .map(|words| LanguageFiles {
                    words: file("words.js", words.as_bytes()),
                    page: file("page.js", words.repeat(2).as_bytes()),
                })
                .into(),
            later_programs: vec![("markdown".to_owned(), vec![file("markdown.js", b"12345")])],
        };
        let size = PageSize::of(page).expect("memory can be written");
        let raw: Vec<_> = size.parts.iter().map(|part| (part.total().raw, part.limit)).collect();
        assert_eq!(
            raw,
            [
                (4, Some(16_000)),
                (2, Some(2_000)),
                (6, Some(4_000)),
                (7, Some(220_000)),
                (8, None),
                (5, None)
            ]
        );
    }

    #[test]
    fn what_repeats_itself_gets_smaller_in_each_form() {
        let sizes = Sizes::of(&b"marginalia ".repeat(1000)).expect("memory can be written");
        assert_eq!(sizes.raw, 11_000);
        assert!(sizes.gzip < 200 && sizes.brotli < 100, "{} {}", sizes.gzip, sizes.brotli);
    }
}
