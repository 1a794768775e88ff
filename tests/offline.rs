//! Sites that browsers keep for reading without a network: the worker knows every file, pages name it, and
//! a host can turn all of it off.

#![cfg(feature = "ssr")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use marginalia::publishing::programs::page_scripts;
use marginalia::publishing::shell::Shell;
use marginalia::publishing::site::{Making, Site, look_at_folder};
use marginalia::publishing::words::Words;
use sha2::{Digest as _, Sha256};

type Files = BTreeMap<String, Cow<'static, [u8]>>;

const TEMPLATE: &str = "<!doctype html><html><head><script id=settings></script>\
    <meta http-equiv=Content-Security-Policy content=\"\"><link rel=icon href=./favicon.svg>\
    <meta name=markdown content=\"\"><meta name=search content=\"\"><meta name=programme content=\"\"><meta name=transfer content=\"\">\
    <title></title><style>p{margin:0}</style></head>\
    <body><script type=application/json id=event></script></body></html>";

fn site(folder: &str) -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut site = look_at_folder(&folder).site.expect("the folder is good");
    // Two are several; each takes seconds.
    site.events.truncate(2);
    site
}

fn files(site: &Site, offline: bool) -> Files {
    let shell = Shell {
        template: TEMPLATE.to_owned(),
        scripts: page_scripts(false).expect("unchanged scripts need no program"),
        words: Words::default(),
        programs: Vec::new(),
        bundles: None,
        later_style: String::new(),
        site_style: String::new(),
        files: BTreeMap::from([("favicon.svg".to_owned(), Cow::Borrowed(b"<svg/>".as_slice()))]),
    };
    let making = Making {
        shell: &shell,
        is_compressed: true,
        is_kept: offline,
        earlier: None,
        after_each: None,
    };
    site.files(making).expect("the site can be made").files
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8_lossy(&files[path]).into_owned()
}

/// The pages, by their paths and how they lead to the root.
fn pages(files: &Files) -> Vec<(&String, &'static str)> {
    let pages = files.keys().filter(|path| path.ends_with("index.html"));
    pages.map(|path| (path, if path.contains('/') { "../" } else { "./" })).collect()
}

#[test]
fn the_worker_knows_every_file_but_itself_and_the_same_inputs_make_the_same_bytes() {
    for (folder, page_count) in [("content", 1), ("tests/events", 4)] {
        let site = site(folder);
        let all = files(&site, true);
        let worker = text(&all, "sw.js");
        let (_, list) = worker.split_once(",files:").expect("a list");
        let (list, _) = list.split_once("};\n").expect("the script follows");
        let list: BTreeMap<String, String> = serde_json::from_str(list).expect("it is JSON");
        let expected: BTreeMap<String, String> = all
            .iter()
            // The worker itself, and what readers never look at: for servers and crawlers.
            .filter(|(path, _)| !["sw.js", "404.html", "robots.txt"].contains(&path.as_str()))
            // A browser asks for the file itself, and gets the form that its server likes best.
            .filter(|(path, _)| !path.ends_with(".br") && !path.ends_with(".gz"))
            .map(|(path, content)| (path.clone(), STANDARD.encode(Sha256::digest(content))))
            .collect();
        assert_eq!(list, expected);
        assert!(list.contains_key("manifest.webmanifest"));
        let pages = pages(&all);
        assert_eq!(pages.len(), page_count);
        for (path, root) in pages {
            let page = text(&all, path);
            assert!(page.contains(&format!("<script data-worker=\"{root}sw.js\">")), "{path}");
            assert!(page.contains(&format!("href=\"{root}manifest.webmanifest\"")), "{path}");
        }
        assert_eq!(files(&site, true), all);
    }
}

#[test]
fn turned_off_by_the_host_or_the_build_no_page_has_a_worker_and_the_one_there_leaves() {
    let by_build = site("tests/events");
    let mut by_host = by_build.clone();
    by_host.settings.offline = false;
    for (site, offline) in [(by_build, false), (by_host, true)] {
        let all = files(&site, offline);
        assert!(!all.contains_key("manifest.webmanifest"));
        assert!(text(&all, "sw.js").starts_with("self.publication={id:\"none\"};\n"));
        for (path, _) in pages(&all) {
            let page = text(&all, path);
            for absent in ["data-worker", "sw.js", "rel=\"manifest\"", "worker-src"] {
                assert!(!page.contains(absent), "{path} holds {absent}");
            }
        }
    }
}
