//! What lets a site be read without a network: the service worker `sw.js` (`src/early/worker.js`) with the
//! list of all files and their hashes, and the manifest by which browsers know the site as one thing.
//! Native, at build time.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rayon::prelude::*;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::compressed::{self, FORMS};
use super::{PublishError, preview};
use crate::event::Language;

/// The worker, in the root of the site: from there it reaches all of it.
pub const WORKER: &str = "sw.js";

/// The manifest, in the root of the site.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The picture of the site.
const ICON: &str = super::shell::ICON;

/// Files of a host that servers and those around them read, and change or do not send.
const NOT_FOR_READERS: [&str; 4] = ["404.html", "CNAME", "robots.txt", "sitemap.xml"];

/// The most that a file may hold to be kept by every reader, such as slides. A film is left to the network.
const LARGEST: usize = 8_000_000;

/// The longest name below a picture on a phone.
const SHORT_NAME: usize = 24;

/// What a site is called.
#[derive(Clone, Copy, Debug)]
pub struct Named<'name> {
    /// Its name.
    pub name: &'name str,
    /// The language of that, where it is not the interface's.
    pub language: Option<&'name Language>,
}

/// Puts the worker to the files of a site, of which it knows all, and the manifest. A site that is not to
/// be kept gets a worker that leaves. Of a host's own files only the worker's place is taken, where pages
/// name it.
///
/// # Errors
/// [`PublishError`] where one of them cannot be written.
pub fn put(
    files: &mut BTreeMap<String, Cow<'static, [u8]>>,
    script: &str,
    kept: Option<Named<'_>>,
    is_compressed: bool,
) -> Result<(), PublishError> {
    let put = |files: &mut BTreeMap<_, _>, path: &str, content: String| {
        let forms = compressed::forms(path, content.as_bytes(), None);
        let forms = forms.into_iter().filter(|_| is_compressed);
        files.extend(forms.map(|(path, form)| (path, Cow::Owned(form))));
        files.insert(path.to_owned(), Cow::Owned(content.into_bytes()));
    };
    if let Some(Named { name, language }) = kept {
        if !files.contains_key(MANIFEST) {
            put(files, MANIFEST, manifest(name, language)?);
        }
        let worker = worker(script, files)?;
        put(files, WORKER, worker);
    } else if !files.contains_key(WORKER) {
        put(files, WORKER, leaving_worker(script));
    }
    Ok(())
}

/// The worker of a site, by the script that all have, and the files.
///
/// # Errors
/// [`PublishError::Json`] where the list cannot be written.
fn worker(
    script: &str,
    files: &BTreeMap<String, Cow<'static, [u8]>>,
) -> Result<String, PublishError> {
    let list: BTreeMap<&str, String> = files
        .par_iter()
        .filter(|(path, content)| is_kept(path, files) && content.len() <= LARGEST)
        .map(|(path, content)| (path.as_str(), STANDARD.encode(Sha256::digest(content))))
        .collect();
    let list = serde_json::to_string(&list)?;
    let id: String =
        Sha256::digest(&list).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("self.publication={{id:\"{id}\",files:{list}}};\n{script}\n"))
}

/// A worker that leaves pages to the network and removes itself, with all that an earlier one has kept.
fn leaving_worker(script: &str) -> String {
    format!("self.publication={{id:\"none\"}};\n{script}\n")
}

/// Whether the worker keeps a file for readers.
fn is_kept(path: &str, files: &BTreeMap<String, Cow<'static, [u8]>>) -> bool {
    let is_form_of =
        |(name, ending): (&str, &str)| FORMS.contains(&ending) && files.contains_key(name);
    let is_form = path.rsplit_once('.').is_some_and(is_form_of);
    // Names that begin so are settings of servers, and many servers do not send them.
    let is_setting = path.split('/').any(|part| part.starts_with('.')) || path.starts_with('_');
    path != WORKER && !is_form && !is_setting && !NOT_FOR_READERS.contains(&path)
}

/// The manifest (W3C Web Application Manifest) of a site of this name.
///
/// # Errors
/// [`PublishError`] where the style lacks a colour.
fn manifest(name: &str, language: Option<&Language>) -> Result<String, PublishError> {
    let paper = preview::colour("paper")?;
    let mut manifest = json!({
        "name": name,
        "short_name": short(name),
        "start_url": "./",
        "scope": "./",
        // Not a window of its own: some systems give that a storage of its own as well, where readers would
        // miss the notes they took in the browser. And it has neither an address nor a way back.
        "display": "browser",
        "theme_color": paper,
        "background_color": paper,
        "icons": [{ "src": format!("./{ICON}"), "sizes": "any", "type": "image/svg+xml" }],
    });
    if let Some(language) = language {
        manifest["lang"] = language.as_str().into();
        manifest["dir"] = if language.is_right_to_left() { "rtl" } else { "ltr" }.into();
    }
    Ok(serde_json::to_string(&manifest)?)
}

/// The first words of a name, as many as there is room for.
fn short(name: &str) -> String {
    let mut short = String::new();
    for word in name.split_whitespace() {
        if !short.is_empty() {
            if short.chars().count() + 1 + word.chars().count() > SHORT_NAME {
                break;
            }
            short.push(' ');
        }
        short.push_str(word);
    }
    short.trim_end_matches([',', ':', ';', '–', '—', '-']).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &'static str)]) -> BTreeMap<String, Cow<'static, [u8]>> {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
    }

    fn list(worker: &str) -> BTreeMap<String, String> {
        let (_, list) = worker.split_once("files:").unwrap();
        let (list, _) = list.split_once("};\n").unwrap();
        serde_json::from_str(list).unwrap()
    }

    #[test]
    fn the_list_has_each_file_that_readers_get_with_its_hash() {
        let all = files(&[
            (".well-known/security.txt", "x"),
            ("404.html", "x"),
            ("CNAME", "x"),
            ("_headers", "x"),
            ("a b/index.html", "page"),
            ("a b/index.html.br", "page, compressed"),
            ("constructor", "x"),
            ("index.html", "abc"),
            ("robots.txt", "x"),
            ("sitemap.xml", "x"),
            ("sw.js", "x"),
        ]);
        let list = list(&worker("run()", &all).unwrap());
        assert_eq!(
            list.keys().collect::<Vec<_>>(),
            ["a b/index.html", "constructor", "index.html"]
        );
        // As `printf abc | openssl dgst -sha256 -binary | base64` tells it.
        assert_eq!(list["index.html"], "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn what_is_very_large_is_not_kept_by_every_reader() {
        let mut all = files(&[("index.html", "x")]);
        all.insert("film.mp4".to_owned(), vec![0; LARGEST + 1].into());
        assert_eq!(list(&worker("", &all).unwrap()).len(), 1);
    }

    #[test]
    fn the_same_files_make_the_same_worker_and_any_change_another() {
        let first = worker("run()", &files(&[("a", "1"), ("b", "2")])).unwrap();
        assert_eq!(worker("run()", &files(&[("b", "2"), ("a", "1")])).unwrap(), first);
        let id = |worker: &str| worker.split('"').nth(1).map(str::to_owned);
        for other in [
            files(&[("a", "1"), ("b", "3")]),
            files(&[("a", "1")]),
            files(&[("a", "1"), ("c", "2")]),
        ] {
            assert_ne!(id(&worker("run()", &other).unwrap()), id(&first), "{other:?}");
        }
    }

    #[test]
    fn a_worker_that_leaves_has_no_list() {
        let worker = leaving_worker("run()");
        assert!(!worker.contains("files:"), "{worker}");
    }

    #[test]
    fn a_manifest_tells_a_name_its_first_words_and_the_pages_colours() {
        let manifest = manifest("Panels of the Institute: all that was said", None).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(manifest["name"], "Panels of the Institute: all that was said");
        assert_eq!(manifest["short_name"], "Panels of the Institute");
        assert_eq!(manifest["background_color"], "#fbfaf6");
        assert_eq!(manifest["icons"][0]["src"], "./favicon.svg");
        assert!(manifest.get("lang").is_none());
    }

    #[test]
    fn a_name_of_one_long_word_stays_whole() {
        assert_eq!(short("Verfassungsgerichtsbarkeit heute"), "Verfassungsgerichtsbarkeit");
        assert_eq!(short("One, two – three and four five"), "One, two – three and");
    }
}
