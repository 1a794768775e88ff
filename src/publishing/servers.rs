//! What servers need to know of a site, in the words of each: `_headers` for Netlify and Cloudflare Pages,
//! `.htaccess` for Apache, and lines for nginx and Caddy in the folder `servers/`. All of them say the
//! same: of what type files are, how long browsers may keep them, which of them lie compressed beside
//! themselves, and the security policy of the pages. Nothing in them knows where the site stands. Native.

mod apache;
mod caddy;
mod nginx;
mod policy;
mod services;

use std::collections::BTreeSet;

use super::compressed::{ENDINGS, FORMS};
use super::document::DocumentError;
use super::shell::Shell;
use super::site::{STEMS, SiteFiles};
use super::words;

/// The page that is shown where there is none, in the root of the site.
const MISSING_PAGE: &str = "404.html";

/// What names of files begin with that end in their hash, beside those of the programs.
const HASHED: [&str; 5] = [STEMS[0], STEMS[1], STEMS[2], "print", "picture"];

/// How long a browser may keep what never changes: a year, as is usual.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Keep it, and ask each time whether it is still the same.
const ASK_ANEW: &str = "no-cache";

/// The types that servers do not know, or tell without the letters (charset) in which texts are written.
/// The first ending that fits counts.
const TYPES: [(&str, &str); 16] = [
    ("csl.json", "application/vnd.citationstyles.csl+json"),
    ("schema.json", "application/schema+json"),
    ("json", "application/json"),
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("ics", "text/calendar; charset=utf-8"),
    ("bib", "text/x-bibtex; charset=utf-8"),
    ("ris", "application/x-research-info-systems; charset=utf-8"),
    ("atom", "application/atom+xml"),
    ("xml", "application/xml"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
];

/// What is told to every server.
struct Told {
    /// The headers of every answer, by name.
    headers: Vec<(&'static str, String)>,
    /// Fits the names that hold a hash, as a regular expression without its ends.
    hashed: String,
    /// The files whose names hold a hash, by their paths.
    hashed_files: Vec<String>,
    /// Whether the site has a page for addresses that have none.
    has_missing_page: bool,
}

/// The files for servers, by their paths. A file of the site that has the name of one of them is the host's
/// own, and stays.
///
/// # Errors
/// [`DocumentError`] where a page cannot be read.
pub fn files(site: &SiteFiles, shell: &Shell) -> Result<Vec<(String, String)>, DocumentError> {
    let programs = shell.programs.iter().map(|program| &*program.name);
    let languages = shell.words.scripts.keys();
    let words: Vec<String> =
        languages.flat_map(|tag| words::STEMS.map(|stem| format!("{stem}-{tag}"))).collect();
    let stems: BTreeSet<&str> =
        programs.chain(HASHED).chain(words.iter().map(String::as_str)).collect();
    let is_hashed = |path: &&String| is_hashed(path.rsplit('/').next().unwrap_or(path), &stems);
    let stems_in_words: Vec<&str> = stems.iter().copied().collect();
    let told = Told {
        headers: vec![
            ("Content-Security-Policy", policy::of_all_pages(&site.files)?),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ],
        hashed: format!("(?:{})-[0-9a-f]{{16}}(?:_bg)?\\.[a-z]+", stems_in_words.join("|")),
        hashed_files: site.files.keys().filter(is_hashed).cloned().collect(),
        has_missing_page: site.files.contains_key(MISSING_PAGE),
    };
    let all = [
        ("_headers", services::headers(&told)),
        (".htaccess", apache::htaccess(&told)),
        ("servers/nginx.conf", nginx::lines(&told)),
        ("servers/Caddyfile", caddy::lines(&told)),
    ];
    let new = all.into_iter().filter(|(path, _)| !site.files.contains_key(*path));
    Ok(new.map(|(path, text)| (path.to_owned(), text)).collect())
}

/// Whether a name is of the shape that [`Told::hashed`] tells servers of.
fn is_hashed(name: &str, stems: &BTreeSet<&str>) -> bool {
    let parts = name.split_once('.').and_then(|(start, ending)| {
        let (stem, hash) = start.strip_suffix("_bg").unwrap_or(start).rsplit_once('-')?;
        Some((stem, hash, ending))
    });
    parts.is_some_and(|(stem, hash, ending)| {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        stems.contains(stem)
            && hash.len() == 16
            && hash.bytes().all(is_digit)
            && ending.bytes().all(|byte| byte.is_ascii_lowercase())
    })
}

/// An ending as it stands in a regular expression.
fn escaped(ending: &str) -> String {
    ending.replace('.', "\\.")
}

/// Fits the endings of files that may lie compressed beside themselves.
fn compressed_endings() -> String {
    ENDINGS.join("|")
}

/// Fits what a compressed file has behind its name.
fn forms() -> String {
    FORMS.join("|")
}

/// What stands above the security policy in each file.
const ON_POLICY: &str = "\
# The policy is what the pages say themselves, together: what stands inline in them, by its hash, and
# nothing from elsewhere. It holds for pages of your own beside them as well. `frame-ancestors 'self'` keeps
# other sites from showing a page in a frame; to let one, write its address behind it:
# `frame-ancestors 'self' https://www.example.org`.
# Whether browsers shall only ever come by https (Strict-Transport-Security) is for you to say: it
# holds for all that stands at this host's name, and cannot be taken back at once.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_the_site_s_own_files_hold_hashes() {
        let stems = BTreeSet::from(["picture", "marginalia"]);
        for name in ["picture-0123456789abcdef.jpg", "marginalia-0123456789abcdef_bg.wasm"] {
            assert!(is_hashed(name, &stems), "{name}");
        }
        for name in [
            "picture-0123456789abcde.jpg",
            "picture-0123456789abcdeg.jpg",
            "photo-0123456789abcdef.jpg",
            "picture-0123456789abcdef.jpg.br",
            "picture.jpg",
            "index.html",
        ] {
            assert!(!is_hashed(name, &stems), "{name}");
        }
    }
}
