//! A site of several events, made of the real kinds of events in `tests/events/` and the bundled one: what
//! stands where, that every link leads somewhere, and what it offers to other programs. Programs that are
//! not written in Rust read the same files in `end2end/readers/check-site.mjs`.
#![cfg(feature = "ssr")]

#[path = "support/calendars.rs"]
mod calendars;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use atom_syndication::Feed;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use calcard::icalendar::{ICalendar, ICalendarProperty};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use marginalia::publishing::programs::{Program, later_style, page_scripts};
use marginalia::publishing::shell::{Bundles, ICON, Shell};
use marginalia::publishing::site::{Making, Site, SiteFault, SiteFiles, look_at_folder};
use marginalia::publishing::words::Words;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use calendars::{calendar, value};

const EVENTS: [&str; 7] = [
    "atrocities-prevention-2014",
    "conference-ar-2020",
    "conference-day-fr",
    "forum-fr",
    "hybrid-workshop",
    "lecture-series-2021",
    "side-event-2018",
];

/// What hosts find hard to write down is in it.
const TITLE: &str = "Panels, talks & <more>; of \"us\"";
const ADDRESS: &str = "https://example.org/panels/";

/// The page with the notes on all events.
const NOTES: &str = "notes/index.html";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with event files and the pictures that they name.
fn folder(name: &str, events: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-folders").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for event in events {
        let file = format!("{event}.toml");
        let sources = [root().join("content"), root().join("tests/events")];
        let source = sources.iter().map(|it| it.join(&file)).find(|it| it.exists()).unwrap();
        fs::copy(source, folder.join(file)).unwrap();
    }
    copy(&root().join("tests/public"), &folder.join("public"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, to).unwrap();
        }
    }
}

fn site(folder: &Path, settings: Value) -> Site {
    let looked = look_at_folder(folder);
    let mut site = looked.site.unwrap_or_else(|fault| panic!("{fault:?}"));
    site.settings = serde_json::from_value(settings).unwrap();
    site
}

/// The sentences for the browser, in short.
fn words() -> Words {
    let scripts = |tag| ["say", "page", "more"].map(|act| format!("{act}('{tag}')"));
    let languages = ["ar", "en", "fr"].map(|tag| (tag.to_owned(), scripts(tag)));
    Words { hash: "0123456789abcdef".to_owned(), scripts: languages.into() }
}

/// What Trunk makes of the template, but for the programs, which are made up.
fn shell() -> Shell {
    let template = fs::read_to_string(root().join("index.html")).unwrap();
    let lines = template.lines().filter_map(|line| {
        let Some(rest) = line.strip_prefix("<link data-trunk rel=\"inline\" type=\"css\" href=\"")
        else {
            return (!line.starts_with("<link data-trunk")).then(|| line.to_owned());
        };
        let style = fs::read_to_string(root().join(rest.split('"').next().unwrap())).unwrap();
        Some(format!("<style>{style}</style>"))
    });
    let programs =
        ["marginalia", "markdown", "search", "programme", "transfer", "events", "all_notes"];
    let programs = programs.map(|name| Program {
        name: name.to_owned(),
        script: format!("./{name}-1.js"),
        wasm: format!("./{name}-1_bg.wasm"),
    });
    let mut files = BTreeMap::new();
    for name in programs.iter().flat_map(Program::files) {
        files.insert(name.to_owned(), b"export default 1".into());
    }
    files.insert(ICON.to_owned(), fs::read(root().join("public/favicon.svg")).unwrap().into());
    Shell {
        template: lines.collect::<Vec<_>>().join("\n"),
        later_style: later_style(false).unwrap(),
        site_style: String::new(),
        scripts: page_scripts(false).unwrap(),
        words: words(),
        programs: programs.into(),
        bundles: None,
        files,
    }
}

fn making(shell: &Shell) -> Making<'_> {
    Making { shell, is_compressed: false, is_kept: false, earlier: None, after_each: None }
}

fn made(name: &str, events: &[&str], settings: Value) -> SiteFiles {
    site(&folder(name, events), settings).files(making(&shell())).unwrap()
}

/// A site of all events whose address is known.
static SEVERAL: LazyLock<SiteFiles> = LazyLock::new(|| {
    let settings = json!({ "title": TITLE, "organisation": "Institute", "address": ADDRESS });
    made("several", &EVENTS, settings)
});

/// The same without a word of its host, so without an address.
static WITHOUT_ADDRESS: LazyLock<SiteFiles> =
    LazyLock::new(|| made("without-address", &EVENTS, json!({})));

/// A site of one event at the root of a server.
static ONE: LazyLock<SiteFiles> =
    LazyLock::new(|| made("one", &EVENTS[5..6], json!({ "address": "https://one.example" })));

/// How many events the large site has beside the real ones.
const GENERATED: usize = 200;

/// The real events, and many more made of them: each under a name and a title of its own.
static LARGE: LazyLock<SiteFiles> = LazyLock::new(|| {
    let folder = folder("large", &EVENTS);
    let texts = EVENTS
        .map(|event| (event, fs::read_to_string(folder.join(format!("{event}.toml"))).unwrap()));
    for (number, (event, text)) in (1..=GENERATED).zip(texts.iter().cycle()) {
        let (before, after) = text.split_once("\ntitle = \"").expect("an event has a title");
        let text = format!("{before}\ntitle = \"{number}. {after}");
        fs::write(folder.join(format!("{event}-{number}.toml")), text).unwrap();
    }
    let settings = json!({ "title": TITLE, "organisation": "Institute", "address": ADDRESS });
    site(&folder, settings).files(making(&shell())).unwrap()
});

/// What a file holds; pages without what marks the sentences of the interface.
fn text(files: &SiteFiles, path: &str) -> String {
    let content = files.files.get(path).unwrap_or_else(|| panic!("{path} is missing"));
    let text = String::from_utf8(content.to_vec()).unwrap();
    if path.ends_with(".html") { without_marks(&text) } else { text }
}

fn without_marks(page: &str) -> String {
    let handlers = vec![
        element!("span[data-l10n-id]", |span| {
            span.remove_and_keep_content();
            Ok(())
        }),
        element!("[data-l10n-name]", |element| {
            element.remove_attribute("data-l10n-name");
            Ok(())
        }),
    ];
    let settings =
        RewriteStrSettings { element_content_handlers: handlers, ..RewriteStrSettings::new() };
    // Names in letters of the other direction are kept apart by signs that nobody sees.
    rewrite_str(page, settings).unwrap().replace(['\u{2068}', '\u{2069}'], "")
}

fn in_root(files: &SiteFiles) -> Vec<&str> {
    files.files.keys().map(String::as_str).filter(|path| !path.contains('/')).collect()
}

fn pages(files: &SiteFiles) -> impl Iterator<Item = (&str, String)> {
    let pages = files.files.keys().filter(|path| path.ends_with(".html"));
    pages.map(|path| (path.as_str(), text(files, path)))
}

/// What attributes of a page hold: the name of the element, of the attribute, and the value.
fn attributes(page: &str, names: &[&str]) -> Vec<(String, String, String)> {
    let found = RefCell::new(Vec::new());
    let all = element!("*", |it| {
        for name in names {
            if let Some(value) = it.get_attribute(name) {
                let value =
                    value.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&");
                found.borrow_mut().push((it.tag_name(), (*name).to_owned(), value));
            }
        }
        Ok(())
    });
    let settings =
        RewriteStrSettings { element_content_handlers: vec![all], ..RewriteStrSettings::new() };
    rewrite_str(page, settings).unwrap();
    found.into_inner()
}

fn values(page: &str, name: &str) -> Vec<String> {
    attributes(page, &[name]).into_iter().map(|(.., value)| value).collect()
}

// What stands where.

#[test]
fn several_events_stand_in_folders_behind_a_start_page() {
    let style = in_root(&SEVERAL).into_iter().find(|it| it.starts_with("style-")).unwrap();
    let programs = shell().files.into_keys().collect::<Vec<_>>();
    let mut expected: Vec<&str> = programs.iter().map(String::as_str).collect();
    let print = in_root(&SEVERAL).into_iter().find(|it| it.starts_with("print-")).unwrap();
    let of_site = in_root(&SEVERAL).into_iter().find(|it| it.starts_with("site-")).unwrap();
    let later = in_root(&SEVERAL).into_iter().find(|it| it.starts_with("later-")).unwrap();
    expected.extend([
        style,
        later,
        of_site,
        print,
        "404.html",
        "events.ics",
        "events.json",
        "feed.atom",
        "index.html",
        "sitemap.xml",
        // It takes an earlier worker away where the site is not kept.
        "sw.js",
    ]);
    expected.sort_unstable();
    assert_eq!(in_root(&SEVERAL), expected);
    for event in EVENTS {
        for file in ["index.html", "event.ics", "event.json", "preview.png"] {
            assert!(SEVERAL.files.contains_key(&format!("{event}/{file}")), "{event}/{file}");
        }
    }
    for (path, page) in pages(&SEVERAL) {
        assert!(!page.contains("<style"), "{path} has a style of its own");
        assert!(page.contains(style), "{path} has not the style that all share");
        let is_of_event = EVENTS.iter().any(|event| path.starts_with(&format!("{event}/")));
        assert_ne!(
            page.contains(of_site),
            is_of_event,
            "{path}: the style of the site's own pages"
        );
        if path == NOTES {
            // Of programs it has its own.
            assert!(!page.contains("marginalia-1") && page.contains("\"../all_notes-1.js\""));
        } else if path.contains('/') {
            for name in ["marginalia-1.js", "markdown-1.js"] {
                assert!(page.contains(&format!("\"../{name}\"")), "{path}: {name}");
            }
            assert!(!page.contains("events-1"), "{path} has no events to find");
        } else {
            assert!(!page.contains("marginalia-1"), "{path} takes no notes");
            let finds = path == "index.html";
            for name in ["events-1.js", "events-1_bg.wasm"] {
                assert_eq!(page.contains(&format!("\"./{name}\"")), finds, "{path}: {name}");
            }
            assert!(!page.contains("<noscript"), "{path} needs no script");
        }
    }
}

#[test]
fn what_is_not_known_is_left_out_and_the_host_is_told_once() {
    let names = in_root(&WITHOUT_ADDRESS);
    for (name, is_there) in [
        ("events.ics", true),
        ("events.json", true),
        ("robots.txt", true),
        ("404.html", true),
        ("feed.atom", false),
        ("sitemap.xml", false),
    ] {
        assert_eq!(names.contains(&name), is_there, "{name}");
    }
    let [remark] = &WITHOUT_ADDRESS.remarks[..] else { panic!("{:?}", WITHOUT_ADDRESS.remarks) };
    for word in ["site.toml", "feed.atom", "sitemap.xml", "address = \"https://"] {
        assert!(remark.contains(word), "{word}: {remark}");
    }
    for files in [&SEVERAL, &ONE] {
        assert!(files.remarks.is_empty(), "{:?}", files.remarks);
    }
    let start = text(&WITHOUT_ADDRESS, "index.html");
    for word in ["canonical", "og:url", "feed.atom", "application/atom+xml"] {
        assert!(!start.contains(word), "{word}");
    }
}

#[test]
fn the_page_of_one_event_has_no_feed_and_no_second_calendar() {
    let names = in_root(&ONE);
    for (name, is_there) in [
        ("index.html", true),
        ("event.ics", true),
        ("404.html", true),
        ("robots.txt", true),
        ("sitemap.xml", true),
        ("feed.atom", false),
        ("events.ics", false),
        ("events.json", false),
        // There is nothing to search.
        ("events-1.js", false),
        ("events-1_bg.wasm", false),
        ("all_notes-1.js", false),
        ("all_notes-1_bg.wasm", false),
    ] {
        assert_eq!(names.contains(&name), is_there, "{name}");
    }
    assert!(!ONE.files.keys().any(|path| path.ends_with("/index.html")));
    assert_eq!(locations(&ONE), ["https://one.example/"]);
    assert!(text(&ONE, "404.html").contains("<style"));
}

#[test]
fn the_same_files_make_the_same_site() {
    let settings = json!({ "title": TITLE, "organisation": "Institute", "address": ADDRESS });
    let again = made("again", &EVENTS, settings);
    for (path, content) in &again.files {
        assert!(SEVERAL.files.get(path) == Some(content), "{path} differs");
    }
}

#[test]
fn a_host_s_own_file_takes_the_place_of_ours() {
    let folder = folder("own", &EVENTS[5..]);
    for name in ["robots.txt", "404.html", "sitemap.xml"] {
        fs::write(folder.join("public").join(name), "mine").unwrap();
    }
    let files = site(&folder, json!({ "address": ADDRESS })).files(making(&shell())).unwrap();
    for name in ["robots.txt", "404.html", "sitemap.xml"] {
        assert_eq!(text(&files, name), "mine");
    }
    assert!(files.remarks.is_empty(), "{:?}", files.remarks);
}

#[test]
fn a_host_is_told_of_an_own_file_that_takes_the_place_of_a_page() {
    let folder = folder("own-pages", &EVENTS[5..]);
    let theirs = ["index.html", "side-event-2018/index.html", "elsewhere/index.html"];
    for path in theirs {
        let place = folder.join("public").join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, "mine").unwrap();
    }
    let files = site(&folder, json!({ "address": ADDRESS })).files(making(&shell())).unwrap();
    let told: Vec<&str> = files.remarks.iter().filter_map(|it| it.split('`').nth(1)).collect();
    assert_eq!(told, theirs[..2], "{:?}", files.remarks);
    assert!(theirs.iter().all(|path| text(&files, path) == "mine"));
}

#[test]
fn no_compressed_page_of_ours_is_served_instead_of_a_host_s_own() {
    let folder = folder("own-compressed", &EVENTS[5..]);
    let shell = shell();
    let making = Making { is_compressed: true, ..making(&shell) };
    let forms_of = |files: &SiteFiles, path: &str| {
        ["br", "gz"].map(|form| files.files.contains_key(&format!("{path}.{form}")))
    };
    let pages = ["index.html", "side-event-2018/index.html", "404.html"];
    let files = site(&folder, json!({})).files(making).unwrap();
    assert!(pages.iter().all(|page| forms_of(&files, page) == [true, true]));
    fs::create_dir_all(folder.join("public/side-event-2018")).unwrap();
    for page in pages {
        fs::write(folder.join("public").join(page), "mine").unwrap();
    }
    let files = site(&folder, json!({})).files(making).unwrap();
    for page in pages {
        assert_eq!(text(&files, page), "mine");
        assert_eq!(forms_of(&files, page), [false, false], "{page} is too small for any");
    }
    let longer = "mine ".repeat(1000);
    fs::write(folder.join("public/404.html"), &longer).unwrap();
    let files = site(&folder, json!({})).files(making).unwrap();
    let mut unpacked = String::new();
    let form = &*files.files["404.html.gz"];
    flate2::read::GzDecoder::new(form).read_to_string(&mut unpacked).unwrap();
    assert_eq!(unpacked, longer);
}

// Links.

/// Where an address leads in the site, by the path of the page that has it; `None` for one that leads out
/// of the site.
fn led_to(page: &str, address: &str, site: Option<&str>) -> Option<(String, Option<String>)> {
    let (address, fragment) = match address.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment.to_owned())),
        None => (address, None),
    };
    let path = if let Some(path) = site.and_then(|site| address.strip_prefix(site)) {
        path.to_owned()
    } else if address.contains(':') {
        return None;
    } else if let Some(path) = address.strip_prefix('/') {
        let host_and_folder = site.and_then(|it| it.split_once("://")).expect("it is known").1;
        let folder = host_and_folder.split_once('/').expect("it has a path").1;
        path.strip_prefix(folder).unwrap_or_else(|| panic!("{address} leaves the site")).into()
    } else {
        let mut folders: Vec<&str> = page.split('/').collect();
        let file = folders.pop().unwrap();
        let mut rest = if address.is_empty() { file } else { address };
        while let Some((part, behind)) = rest.split_once('/') {
            match part {
                "." => {}
                ".." => drop(folders.pop().unwrap_or_else(|| panic!("{address} leaves the site"))),
                part => folders.push(part),
            }
            rest = behind;
        }
        folders.push(rest);
        folders.join("/")
    };
    let is_folder = path.is_empty() || path.ends_with('/');
    Some((if is_folder { path + "index.html" } else { path }, fragment))
}

fn expect_links_lead_somewhere(files: &SiteFiles, site: Option<&str>) -> usize {
    let mut count = 0;
    for (path, page) in pages(files) {
        let names = ["href", "src", "data-program", "data-wasm", "data-events", "content"];
        let found = attributes(&page, &names);
        for (element, name, address) in found {
            // Only a page's programs, and whole addresses, are told by `content`.
            let is_script = address.starts_with('.') && address.ends_with(".js");
            let is_whole = site.is_some_and(|site| address.starts_with(site));
            if name == "content" && !is_script && !is_whole {
                continue;
            }
            let Some((file, fragment)) = led_to(path, &address, site) else { continue };
            count += 1;
            assert!(files.files.contains_key(&file), "{path}: <{element} {name}={address:?}>");
            let Some(fragment) = fragment else { continue };
            let page = text(files, &file);
            assert!(values(&page, "id").contains(&fragment), "{path}: {address} finds no place");
        }
    }
    count
}

#[test]
fn every_link_leads_to_a_file_of_the_site() {
    let with = expect_links_lead_somewhere(&SEVERAL, Some(ADDRESS));
    let without = expect_links_lead_somewhere(&WITHOUT_ADDRESS, None);
    expect_links_lead_somewhere(&ONE, Some("https://one.example/"));
    assert!(with > without && without > 500, "{with} {without}");
    // What the JSON-LD and the feed name as whole addresses leads somewhere as well.
    let start = text(&SEVERAL, "index.html");
    let feed = text(&SEVERAL, "feed.atom");
    let mut named = 0;
    for whole in [start, feed] {
        for rest in whole.split(ADDRESS).skip(1) {
            let path = rest.split(['"', '<', '#']).next().unwrap();
            let is_folder = path.is_empty() || path.ends_with('/');
            let file = if is_folder { format!("{path}index.html") } else { path.to_owned() };
            assert!(SEVERAL.files.contains_key(&file), "{file}");
            named += 1;
        }
    }
    assert!(named > 3 * EVENTS.len(), "{named}");
}

// The notes on all events.

#[test]
fn the_page_with_all_notes_is_led_to_from_the_start_page_and_from_each_event() {
    let page = text(&SEVERAL, NOTES);
    for words in [
        "<title>My notes on all events – Panels, talks &amp; &lt;more&gt;; of \"us\"</title>",
        ">My notes on all events</h1>",
        "Your notes are kept in this browser and nowhere else, and nobody but you sees them.",
        "<noscript><p class=\"noscript\">To show your notes this page needs JavaScript",
        "<meta name=\"robots\" content=\"noindex\">",
        "<div id=\"all-notes\" data-reader=\"\" data-site=\"Panels, talks &amp; &lt;more&gt;; of &quot;us&quot;\">",
        "data-program=\"../all_notes-1.js\" data-wasm=\"../all_notes-1_bg.wasm\" data-events=\"../events.json\"",
        "<a href=\"../\">Panels",
        "Your notes stay in this browser.",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(!page.contains("canonical"), "{page}");
    // In the language of each page.
    let link = |way: &str| format!("<a href=\"{way}\">");
    for (path, page) in pages(&SEVERAL) {
        let way = if path.contains('/') { "../notes/" } else { "./notes/" };
        let count = if [NOTES, "404.html"].contains(&path) { 0 } else { 1 };
        assert_eq!(page.matches(&link(way)).count(), count, "{path}");
    }
    let french = text(&SEVERAL, "forum-fr/index.html");
    assert!(french.contains("Mes notes sur tous les événements"), "{french}");
    for (path, page) in pages(&ONE) {
        assert!(!page.contains("all-notes") && !page.contains("all_notes"), "{path}");
        assert!(!page.contains("on all events"), "{path}");
    }
}

#[test]
fn the_list_of_events_tells_what_the_notes_hang_on() {
    let list: Vec<Value> = serde_json::from_str(&text(&SEVERAL, "events.json")).unwrap();
    let ids: BTreeSet<&str> = list.iter().map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(ids, BTreeSet::from(EVENTS));
    for event in &list {
        let id = event["id"].as_str().unwrap();
        let data: Value =
            serde_json::from_str(&text(&SEVERAL, &format!("{id}/event.json"))).unwrap();
        assert_eq!(
            (&event["title"], &event["address"]),
            (&data["title"], &json!(format!("./{id}/")))
        );
        assert!(data["starts"].as_str().unwrap().starts_with(event["starts"].as_str().unwrap()));
        let page = text(&SEVERAL, &format!("{id}/index.html"));
        let anchors = values(&page, "id");
        for theme in event["themes"].as_array().unwrap() {
            let anchor = format!("theme-{}", theme["id"].as_str().unwrap());
            assert!(anchors.contains(&anchor), "{id}: {anchor}");
        }
    }
}

#[test]
fn an_event_or_a_host_s_folder_of_that_name_keeps_its_place() {
    let folder = folder("called-notes", &EVENTS[5..]);
    fs::rename(folder.join("side-event-2018.toml"), folder.join("notes.toml")).unwrap();
    fs::create_dir_all(folder.join("public/notes-2")).unwrap();
    fs::write(folder.join("public/notes-2/index.html"), "mine").unwrap();
    let files = site(&folder, json!({})).files(making(&shell())).unwrap();
    let event = text(&files, "notes/index.html");
    assert!(event.contains("marginalia-1.js") && event.contains("href=\"../notes-3/\""), "{event}");
    assert_eq!(text(&files, "notes-2/index.html"), "mine");
    assert!(text(&files, "notes-3/index.html").contains("id=\"all-notes\""));
    assert!(text(&files, "index.html").contains("href=\"./notes-3/\""));
}

// Head and data of the start page.

#[test]
fn each_page_leads_to_who_is_responsible() {
    let settings = json!({
        "imprint": "https://example.org/imprint",
        "privacy": "https://example.org/privacy",
    });
    for events in [&EVENTS[5..], &EVENTS[5..6]] {
        let files = made("responsible", events, settings.clone());
        for (path, page) in pages(&files) {
            for (words, address) in [("Imprint", "imprint"), ("Privacy", "privacy")] {
                let link = format!("<a href=\"https://example.org/{address}\">{words}</a>");
                assert_eq!(page.matches(&link).count(), 1, "{path}: {words}");
            }
        }
    }
    for (path, page) in pages(&ONE) {
        assert!(!page.contains(">Imprint<") && !page.contains(">Privacy<"), "{path}");
    }
}

#[test]
fn the_start_page_tells_the_language_of_words_that_are_not_its_own() {
    let start = text(&SEVERAL, "index.html");
    assert!(start.contains("<span lang=\"ar\" dir=\"auto\">مؤتمر"), "{start}");
    assert!(start.contains("<span lang=\"fr\" dir=\"auto\">Journée"), "{start}");
}

#[test]
fn the_start_page_tells_what_it_is_and_offers_calendar_and_feed() {
    let start = text(&SEVERAL, "index.html");
    let title = "Panels, talks &amp; &lt;more>; of &quot;us&quot;";
    for line in [
        "<meta name=\"description\" content=\"7 events from 2014 to 2024, published by Institute.",
        &format!("<meta property=\"og:title\" content=\"{title}\">"),
        &format!("<meta property=\"og:url\" content=\"{ADDRESS}\">"),
        &format!("<link rel=\"canonical\" href=\"{ADDRESS}\">"),
        &format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"./feed.atom\" title=\"{title}\">"
        ),
    ] {
        assert!(start.contains(line), "{line}\n{}", &start[..2000.min(start.len())]);
    }
    let links = values(&start, "href");
    assert!(links.contains(&"./events.ics".to_owned()), "{links:?}");
    assert_eq!(links.iter().filter(|it| *it == "./feed.atom").count(), 2, "head and body");
    for event in EVENTS {
        let page = text(&SEVERAL, &format!("{event}/index.html"));
        let canonical = format!("<link rel=\"canonical\" href=\"{ADDRESS}{event}/\">");
        assert!(page.contains(&canonical), "{event}");
    }
}

#[test]
fn every_page_of_a_site_with_a_feed_leads_feed_readers_to_it() {
    let title = "Panels, talks &amp; &lt;more>; of &quot;us&quot;";
    let kind = "application/atom+xml";
    for event in EVENTS {
        let page = text(&SEVERAL, &format!("{event}/index.html"));
        let (head, body) = page.split_once("<body").unwrap();
        let link = format!(
            "<link rel=\"alternate\" type=\"{kind}\" href=\"../feed.atom\" title=\"{title}\">"
        );
        assert!(head.contains(&link), "{event}: {head}");
        assert!(!body.contains(kind), "{event}");
    }
    for (path, page) in pages(&WITHOUT_ADDRESS).chain(pages(&ONE)) {
        assert!(!page.contains(kind), "{path}");
    }
}

/// The headings of a page: how deep each is, and its words.
fn headings(page: &str) -> Vec<(char, String)> {
    let starts =
        page.split("<h").skip(1).filter(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
    let words = |rest: &str| {
        let (level, inner) = rest.split_once('>').unwrap();
        let inner = inner.split("</h").next().unwrap();
        // What stands outside of tags.
        let text: String = inner.split('<').map(|it| it.rsplit('>').next().unwrap()).collect();
        (level.chars().next().unwrap(), text)
    };
    starts.map(words).collect()
}

#[test]
fn without_a_script_the_start_page_lists_all_events_by_years() {
    let start = text(&SEVERAL, "index.html");
    let (before, behind) = start.split_once("<script id=\"start\"").unwrap();
    let outline: Vec<String> = headings(before)
        .into_iter()
        .filter(|(level, words)| *level != '4' && !words.starts_with("Panels"))
        .map(|(level, words)| format!("{level} {words}"))
        .collect();
    let years = ["2024", "2023", "2022", "2021", "2020", "2018", "2014"];
    // The first one is hidden.
    let mut expected = vec!["2 Upcoming events".to_owned(), "2 All events".to_owned()];
    expected.extend(years.map(|year| format!("3 {year}")));
    let mut listed: Vec<String> = outline.clone();
    listed.retain(|it| expected.contains(it));
    assert_eq!(listed, outline);
    assert!(before.contains("id=\"upcoming\"") && before.contains(" hidden"), "{before}");
    assert_eq!(headings(before).iter().filter(|(level, _)| *level == '4').count(), EVENTS.len());
    assert!(!behind.contains("<li"), "the script stands behind all entries");
    // The words of the script stand in the page.
    for words in ["data-past=\"Past events\"", "data-today=\"Today\"", "data-on-now=\"On now\""] {
        assert!(before.contains(words), "{words}");
    }
    for (event, starts, ends) in [
        ("forum-fr", "2024-06-13", "2024-06-14"),
        ("conference-day-fr", "2023-11-18", "2023-11-18"),
    ] {
        let entry = before.split("<li ").find(|it| it.contains(&format!("./{event}/"))).unwrap();
        let days = format!("data-starts=\"{starts}\" data-ends=\"{ends}\"");
        assert!(entry.contains(&days) && !entry.contains("data-off"), "{entry}");
    }
}

#[test]
fn an_event_that_is_not_held_says_so_on_the_start_page() {
    for (status, words, is_off) in [
        ("cancelled", "Cancelled", true),
        ("postponed", "Postponed", true),
        ("moved", "Moved", false),
    ] {
        let folder = folder("not-held", &EVENTS[5..]);
        let path = folder.join("side-event-2018.toml");
        let file = fs::read_to_string(&path).unwrap();
        let status = format!("\nstatus = \"{status}\"\ntitle =");
        fs::write(&path, file.replacen("\ntitle =", &status, 1)).unwrap();
        let files = site(&folder, json!({})).files(making(&shell())).unwrap();
        let start = text(&files, "index.html");
        let entry = start.split("<li ").find(|it| it.contains("./side-event-2018/")).unwrap();
        assert!(entry.contains(&format!("start__status\">{words}<")), "{entry}");
        assert_eq!(entry.contains("data-off"), is_off, "{entry}");
    }
}

#[test]
fn the_list_of_events_says_what_each_is_found_by() {
    let list: Value = serde_json::from_str(&text(&SEVERAL, "events.json")).unwrap();
    let list = list.as_array().unwrap();
    let start = text(&SEVERAL, "index.html");
    let (start, _) = start.split_once("<script id=\"start\"").unwrap();
    let shown = values(start, "href").into_iter().filter(|it| {
        it.strip_prefix("./").and_then(|it| it.strip_suffix('/')).is_some_and(|it| !it.is_empty())
    });
    let addresses: Vec<&str> = list.iter().map(|it| it["address"].as_str().unwrap()).collect();
    assert_eq!(addresses, shown.collect::<Vec<_>>(), "the order of the page");
    for listed in list {
        let id = listed["id"].as_str().unwrap();
        assert_eq!(listed["address"], json!(format!("./{id}/")));
        let event: Value =
            serde_json::from_str(&text(&SEVERAL, &format!("{id}/event.json"))).unwrap();
        for field in ["title", "topic", "language"] {
            assert_eq!(listed[field], event[field], "{id}: {field}");
        }
        let day = |field: &str| event[field].as_str().map(|time| time[..10].to_owned());
        assert_eq!(listed["starts"], json!(day("starts")), "{id}");
        let ends = day("ends").filter(|last| Some(last) != day("starts").as_ref());
        assert_eq!(listed.get("ends"), ends.map(Value::from).as_ref(), "{id}");
        let place = [&event["place"], &event["online"]].into_iter().find(|it| it.is_string());
        assert_eq!(listed.get("place"), place, "{id}");
        for (field, of, name) in [
            ("people", "people", "name"),
            ("organizers", "organizers", "name"),
            ("parts", "parts", "title"),
        ] {
            let names: Vec<&Value> =
                event[of].as_array().unwrap().iter().map(|it| &it[name]).collect();
            assert_eq!(listed[field], json!(names), "{id}: {field}");
        }
        // Each theme has its place on the page, and each place for notes is one of the themes.
        let page = text(&SEVERAL, &format!("{id}/index.html"));
        let places = values(&page, "id");
        let themes = listed["themes"].as_array().unwrap();
        for theme in themes {
            let place = format!("theme-{}", theme["id"].as_str().unwrap());
            assert!(places.contains(&place), "{id}: {theme}");
        }
        let boxes = places.iter().filter(|it| it.starts_with("new-note-")).count();
        assert_eq!(themes.len(), boxes, "{id}");
        let titles: Vec<&Value> = themes.iter().map(|it| &it["title"]).collect();
        for session in event["sessions"].as_array().into_iter().flatten() {
            let is_listed = titles.contains(&&session["title"])
                || listed["sessions"].as_array().unwrap().contains(&session["title"]);
            assert_eq!(is_listed, session["kind"] != json!("break"), "{id}: {session}");
        }
    }
}

#[test]
fn what_finds_events_is_kept_for_reading_without_a_network_and_compressed() {
    let shell = shell();
    let making = Making { is_compressed: true, is_kept: true, ..making(&shell) };
    let of_two = site(&folder("kept", &EVENTS[5..]), json!({}));
    let files = of_two.files(making).unwrap();
    let worker = text(&files, "sw.js");
    for name in ["events.json", "events-1.js", "events-1_bg.wasm"] {
        assert!(worker.contains(&format!("\"{name}\":")), "{name}");
    }
    for name in ["events.json.br", "events.json.gz"] {
        assert!(files.files.contains_key(name), "{name}");
    }
    let one = of_two.split().next().unwrap().files(making).unwrap();
    assert!(!text(&one, "sw.js").contains("\"events"), "a page of its own has no use for it");
}

/// The data block of the start page.
fn list_of(files: &SiteFiles) -> Value {
    let start = text(files, "index.html");
    let (_, rest) = start.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_start_page_lists_the_events_for_search_engines_in_its_order() {
    let list = list_of(&SEVERAL);
    assert_eq!((&list["@type"], &list["name"]), (&json!("ItemList"), &json!(TITLE)));
    assert_eq!((&list["url"], &list["numberOfItems"]), (&json!(ADDRESS), &json!(7)));
    let items = list["itemListElement"].as_array().unwrap();
    let listed: Vec<String> =
        items.iter().map(|it| it["item"]["url"].as_str().unwrap().to_owned()).collect();
    let start = text(&SEVERAL, "index.html");
    let shown = values(&start, "href").into_iter().filter_map(|it| {
        let folder = it.strip_prefix("./")?.strip_suffix('/')?.to_owned();
        EVENTS.contains(&&*folder).then_some(())?;
        Some(format!("{ADDRESS}{folder}/"))
    });
    assert_eq!(listed, shown.collect::<Vec<_>>());
    for (position, item) in (1..).zip(items) {
        assert_eq!(item["position"], json!(position));
        let event = &item["item"];
        assert!(event["name"].is_string() && event["startDate"].is_string(), "{event}");
        assert!(event.get("subEvent").is_none(), "the event's own page tells that");
    }
    let without = list_of(&WITHOUT_ADDRESS).to_string();
    assert!(!without.contains("\"image\"") && !without.contains(ADDRESS), "{without}");
}

// The calendar.

/// The entries of a calendar file as they are written, by their UIDs.
fn entries(text: &str) -> BTreeMap<String, String> {
    let mut entries = BTreeMap::new();
    for rest in text.split("BEGIN:VEVENT\r\n").skip(1) {
        let entry = rest.split_once("END:VEVENT").unwrap().0;
        let uid = entry.lines().find_map(|line| line.strip_prefix("UID:")).unwrap();
        let before = entries.insert(uid.to_owned(), entry.to_owned());
        assert!(before.is_none(), "{uid} stands twice");
    }
    entries
}

/// When each entry begins and ends in UTC, as the second library computes it, by the entry's uid.
fn spans(text: &str) -> BTreeMap<String, (i64, i64)> {
    let calendar = ICalendar::parse(text).expect("it is a calendar");
    let expanded = calendar.expand_dates(calcard::common::timezone::Tz::Floating, 1000);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let timed = expanded.events.iter().map(|event| {
        let component = &calendar.components[event.comp_id as usize];
        assert!(component.has_property(&ICalendarProperty::Dtstart));
        (component.uid().expect("a uid").to_owned(), event.timestamps())
    });
    timed.collect()
}

#[test]
fn one_calendar_has_the_entries_of_all_events_at_their_times() {
    let all = text(&SEVERAL, "events.ics");
    let singles: Vec<String> =
        EVENTS.iter().map(|event| text(&SEVERAL, &format!("{event}/event.ics"))).collect();
    let expected: BTreeMap<_, _> = singles.iter().flat_map(|single| entries(single)).collect();
    assert_eq!(entries(&all), expected);
    let expected: BTreeMap<_, _> = singles.iter().flat_map(|single| spans(single)).collect();
    assert_eq!(spans(&all), expected);
    let read = calendar(&all);
    assert_eq!(read.events.len(), expected.len());
    let zones: Vec<&str> =
        read.timezones.iter().map(|zone| value(&zone.properties, "TZID").unwrap()).collect();
    let distinct: BTreeSet<&str> = zones.iter().copied().collect();
    assert_eq!(zones.len(), distinct.len(), "{zones:?}");
    let used: BTreeSet<&str> = all
        .split(";TZID=")
        .skip(1)
        .map(|rest| rest.split(':').next().expect("a value follows"))
        .collect();
    assert_eq!(distinct, used);
}

#[test]
fn a_calendar_to_subscribe_to_has_the_title_of_the_site_and_is_asked_for_daily() {
    let all = text(&SEVERAL, "events.ics");
    let properties = calendar(&all).properties;
    let title = "Panels\\, talks & <more>\\; of \"us\"";
    for (name, expected) in [
        ("VERSION", Some("2.0")),
        ("NAME", Some(title)),
        ("X-WR-CALNAME", Some(title)),
        ("REFRESH-INTERVAL", Some("P1D")),
        ("X-PUBLISHED-TTL", Some("P1D")),
        ("SOURCE", Some("https://example.org/panels/events.ics")),
        // With a method, calendars would take it for an invitation.
        ("METHOD", None),
    ] {
        assert_eq!(value(&properties, name), expected, "{name}");
    }
    for line in all.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
    let without = calendar(&text(&WITHOUT_ADDRESS, "events.ics")).properties;
    assert_eq!(value(&without, "NAME"), Some("Events"));
    assert_eq!(value(&without, "SOURCE"), None);
    // A file of one event, that somebody adds to a calendar of their own, gives it no name.
    let single = calendar(&text(&SEVERAL, "forum-fr/event.ics")).properties;
    assert_eq!(single.len(), 2, "{single:?}");
}

// The feed.

#[test]
fn the_feed_has_an_entry_for_each_event() {
    let feed: Feed = text(&SEVERAL, "feed.atom").parse().unwrap();
    assert_eq!((feed.title.value.as_str(), feed.id.as_str()), (TITLE, ADDRESS));
    assert_eq!(feed.authors[0].name, "Institute");
    let link = |rel: &str| feed.links.iter().find(|it| it.rel == rel).unwrap().href.clone();
    assert_eq!(link("self"), format!("{ADDRESS}feed.atom"));
    assert_eq!(link("alternate"), ADDRESS);
    assert_eq!(link("related"), format!("{ADDRESS}events.ics"));
    let ids: BTreeSet<String> = feed.entries.iter().map(|it| it.id.clone()).collect();
    assert_eq!(ids, EVENTS.iter().map(|event| format!("{ADDRESS}{event}/")).collect());
    let latest = feed.entries.iter().map(|it| it.updated).max();
    assert_eq!(Some(feed.updated), latest);
    for entry in &feed.entries {
        let event = entry.id.strip_prefix(ADDRESS).unwrap();
        let data: Value =
            serde_json::from_str(&text(&SEVERAL, &format!("{event}event.json"))).unwrap();
        assert_eq!(entry.title.value, data["title"]);
        assert!(entry.rights.is_none(), "no event file tells any");
        let names: Vec<&str> = entry.authors.iter().map(|it| it.name.as_str()).collect();
        let organizers = data["organizers"].as_array().unwrap().iter();
        assert_eq!(names, organizers.map(|it| it["name"].as_str().unwrap()).collect::<Vec<_>>());
        // The calendar entries of the event say the same of when they were revised.
        let stamp = entry.updated.format("DTSTAMP:%Y%m%dT%H%M%SZ\r\n").to_string();
        let calendar = text(&SEVERAL, &format!("{event}event.ics"));
        assert!(calendar.contains(&stamp), "{event} {stamp}");
        let html = entry.summary.as_ref().unwrap();
        assert_eq!(html.r#type, atom_syndication::TextType::Html);
        // The page shows the same words.
        let page = text(&SEVERAL, &format!("{event}index.html"));
        for paragraph in html.value.split("<p>").skip(1) {
            let words = paragraph.split("</p>").next().unwrap();
            assert!(page.contains(words), "{event}: {words}");
        }
        let related = entry.links.iter().find(|it| it.rel == "related").unwrap();
        assert_eq!(related.href, format!("{}event.ics", entry.id));
    }
}

#[test]
fn an_event_that_is_published_elsewhere_is_led_to_there() {
    let folder = folder("elsewhere", &EVENTS[5..]);
    let path = folder.join("side-event-2018.toml");
    let own = "https://elsewhere.example/side/?a=1&b=2";
    let file = fs::read_to_string(&path).unwrap();
    let lines = file.lines().filter(|line| !line.starts_with("address ="));
    let file = lines.collect::<Vec<_>>().join("\n").replacen(
        "\ntitle =",
        &format!("\naddress = \"{own}\"\ntitle ="),
        1,
    );
    fs::write(&path, file).unwrap();
    let files = site(&folder, json!({ "address": ADDRESS })).files(making(&shell())).unwrap();
    let feed: Feed = text(&files, "feed.atom").parse().unwrap();
    let entry = feed.entries.iter().find(|it| it.id.contains("side-event-2018")).unwrap();
    assert_eq!(entry.links.iter().find(|it| it.rel == "alternate").unwrap().href, own);
    assert_eq!(entry.id, format!("{ADDRESS}side-event-2018/"), "what tells it apart stays");
    let expected = [ADDRESS.to_owned(), format!("{ADDRESS}lecture-series-2021/")];
    assert_eq!(locations(&files), expected);
    assert_eq!(feed.authors[0].name, "example.org/panels", "nobody else is known");
}

// What crawlers ask for.

fn locations(files: &SiteFiles) -> Vec<String> {
    let sitemap = text(files, "sitemap.xml");
    let found = sitemap.split("<loc>").skip(1).map(|rest| rest.split_once("</loc>").unwrap().0);
    found.map(str::to_owned).collect()
}

#[test]
fn the_sitemap_names_every_page_and_no_day() {
    let listed: BTreeSet<String> = locations(&SEVERAL).into_iter().collect();
    // What a reader noted is nothing to be found by others.
    let all = pages(&SEVERAL).filter(|(path, _)| !["404.html", NOTES].contains(path));
    let all = all.map(|(path, _)| format!("{ADDRESS}{}", path.replace("index.html", "")));
    assert_eq!(listed, all.collect());
    assert!(!text(&SEVERAL, "sitemap.xml").contains("lastmod"));
}

/// A site of one event in French and Arabic beside English, and of another one.
fn in_languages(name: &str, settings: Value) -> SiteFiles {
    let folder = folder(name, &["side-event-2018", "lecture-series-2021"]);
    let original = fs::read_to_string(folder.join("side-event-2018.toml")).expect("it is there");
    for tag in ["fr", "ar"] {
        let text = format!("language = \"{tag}\"\n{original}");
        fs::write(folder.join(format!("side-event-2018.{tag}.toml")), text).expect("it is made");
    }
    site(&folder, settings).files(making(&shell())).expect("the site can be made")
}

#[test]
fn an_event_in_several_languages_has_a_page_for_each_and_these_lead_to_one_another() {
    let files = in_languages("in-languages", json!({ "address": "https://example.org/e/" }));
    let folders = ["side-event-2018", "side-event-2018.ar", "side-event-2018.fr"];
    for (folder, tag) in folders.into_iter().zip(["en", "ar", "fr"]) {
        let page = text(&files, &format!("{folder}/index.html"));
        assert!(
            attributes(&page, &["lang"])
                .iter()
                .any(|(element, _, value)| element == "html" && value == tag),
            "{folder}"
        );
        let alternates: Vec<&str> = page
            .split("<link ")
            .filter(|link| link.starts_with("rel=\"alternate\" hreflang"))
            .filter_map(|link| link.split_once('>'))
            .map(|(link, _)| link)
            .collect();
        let link = |tag: &str, folder: &str| {
            format!("rel=\"alternate\" hreflang=\"{tag}\" href=\"https://example.org/e/{folder}/\"")
        };
        assert_eq!(
            alternates,
            [
                link("en", folders[0]),
                link("ar", folders[1]),
                link("fr", folders[2]),
                link("x-default", folders[0])
            ]
        );
        for (other, name) in [("ar", "العربية"), ("fr", "Français")] {
            let way = format!(
                "href=\"../side-event-2018.{other}/\" hreflang=\"{other}\" lang=\"{other}\""
            );
            assert_eq!(
                page.contains(&way) && page.contains(name),
                other != tag,
                "{folder} {other}"
            );
        }
    }
    // It is one event: on the start page, in the calendar, and for notes.
    let start = text(&files, "index.html");
    assert_eq!(start.matches("<h4").count(), 2);
    assert!(start.contains("href=\"./side-event-2018.fr/\" hreflang=\"fr\""), "{start}");
    let calendar = text(&files, "events.ics");
    let ids: Vec<&str> = calendar.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{ids:?}");
    let list: Vec<Value> = serde_json::from_str(&text(&files, "events.json")).expect("a list");
    assert_eq!(list.len(), 2);
    let page = |folder: &str| text(&files, &format!("{folder}/index.html"));
    assert!(page("side-event-2018.fr").contains("\"id\":\"side-event-2018\""));
    assert_eq!(
        locations(&files),
        [
            "",
            "lecture-series-2021/",
            "side-event-2018/",
            "side-event-2018.ar/",
            "side-event-2018.fr/"
        ]
        .map(|path| format!("https://example.org/e/{path}"))
    );
}

#[test]
fn two_files_of_an_event_in_one_language_are_refused_and_other_themes_are_told() {
    let folder = folder("beside", &["atrocities-prevention-2014"]);
    let original =
        fs::read_to_string(folder.join("atrocities-prevention-2014.toml")).expect("it is there");
    let french = |text: &str| format!("language = \"fr\"\n{text}");
    let put = |name: &str, text: String| fs::write(folder.join(name), text).expect("it is made");
    put("atrocities-prevention-2014.fr.toml", french(&original));
    let looked = look_at_folder(&folder);
    assert!(looked.site.is_ok() && looked.warnings.is_empty(), "{:?}", looked.warnings);

    put(
        "atrocities-prevention-2014.fr.toml",
        french(&original.replace("\"early-action\"", "\"acting-early\"")),
    );
    let looked = look_at_folder(&folder);
    let told: Vec<String> = looked.warnings.iter().map(|it| it.faults()[0].to_string()).collect();
    assert!(looked.site.is_ok() && told.len() == 1, "{told:?}");
    assert!(
        told[0].contains("`atrocities-prevention-2014.toml` holds the same event, but other"),
        "{told:?}"
    );

    put("atrocities-prevention-2014.toml", french(&original));
    let Err(SiteFault::Faulty(reports)) = look_at_folder(&folder).site else {
        panic!("one page would take the place of the other")
    };
    let told = reports[0].faults()[0].to_string();
    assert!(told.contains("in the same language"), "{told}");
}

#[test]
fn a_file_whose_name_says_another_language_than_the_file_is_refused() {
    let folder = folder("wrong-language", &["side-event-2018"]);
    let original = folder.join("side-event-2018.toml");
    fs::rename(&original, folder.join("side-event-2018.fr.toml")).expect("it is there");
    let looked = look_at_folder(&folder);
    assert!(matches!(looked.site, Err(SiteFault::Faulty(_))));
}

#[test]
fn robots_txt_stands_where_a_server_s_root_may_be() {
    let robots = text(&ONE, "robots.txt");
    assert!(robots.ends_with("\nSitemap: https://one.example/sitemap.xml\n"), "{robots}");
    let robots = text(&WITHOUT_ADDRESS, "robots.txt");
    assert!(
        robots.contains("User-agent: *\nAllow: /\n") && !robots.contains("Sitemap:"),
        "{robots}"
    );
    assert!(!SEVERAL.files.contains_key("robots.txt"), "nobody reads it below the root");
}

// What is shown at an address without a page.

#[test]
fn a_missing_page_works_under_any_address() {
    let page = text(&SEVERAL, "404.html");
    for address in attributes(&page, &["href", "src"]) {
        assert!(address.2.starts_with("/panels/"), "{address:?}");
    }
    assert!(values(&page, "href").contains(&"/panels/".to_owned()), "the way to the start page");
    assert!(page.contains("noindex") && !page.contains("canonical"), "{page}");
    let page = text(&WITHOUT_ADDRESS, "404.html");
    assert_eq!(attributes(&page, &["href", "src"]), []);
    assert!(page.contains("<style") && page.contains("shorten the address"), "{page}");
    for files in [&SEVERAL, &WITHOUT_ADDRESS, &ONE] {
        let page = text(files, "404.html");
        for words in ["no page at this address</h1>", "Nothing has happened to your notes."] {
            assert!(page.contains(words), "{words}");
        }
    }
}

// What a host gives a site: colour, logo, language.

/// How often a style gives a colour a value.
fn times(style: &str, name: &str, value: &str) -> usize {
    let written = [format!("--{name}:{value};"), format!("--{name}: {value};")];
    written.iter().map(|it| style.matches(it).count()).sum()
}

/// Expects that a style has the colours of a host in each set in which it had its own, and all else as it
/// was.
#[track_caller]
fn expect_coloured(style: &str, light: &str, dark: &str) {
    let [own_light, own_dark, contrast] = ["#7d2b1a", "#f0a691", "#5c0f00"];
    for (value, count) in [(own_light, 0), (own_dark, 0), (light, 1), (dark, 2), (contrast, 2)] {
        assert_eq!(times(style, "accent", value), count, "{value}");
    }
    for (value, count) in [("#f5e8e3", 0), ("#33241f", 0), ("#fff", 2)] {
        assert_eq!(times(style, "accent-wash", value), count, "{value}");
    }
}

fn style_of(files: &SiteFiles) -> (String, String) {
    let name = in_root(files).into_iter().find(|it| it.starts_with("style-")).unwrap();
    (name.to_owned(), text(files, name))
}

#[test]
fn the_colour_of_a_host_is_that_of_all_pages() {
    let (own_name, own) = style_of(&made("not-coloured", &EVENTS[5..], json!({})));
    assert_eq!(times(&own, "accent", "#7d2b1a"), 1);
    assert_eq!(times(&own, "accent", "#f0a691"), 2);
    let files = made("coloured", &EVENTS[5..], json!({ "accent": "#05A", "accent_dark": "#fd0" }));
    let (name, style) = style_of(&files);
    expect_coloured(&style, "#0055aa", "#ffdd00");
    assert_ne!(name, own_name, "browsers would keep the old one");
    assert!(style.len() == own.len(), "nothing else may change");
    let mut count = 0;
    for (path, page) in pages(&files) {
        if path == "404.html" {
            // It does not know where it is shown, so its style stands in it.
            expect_coloured(&page, "#0055aa", "#ffdd00");
        } else {
            assert!(page.contains(&name), "{path}");
            count += 1;
        }
    }
    // The start page, two events, and the notes on all of them.
    assert_eq!(count, 4);
}

/// The style sheets that a page names, in their order, each with whom it is for: the rest of its tag.
fn sheets(page: &str) -> Vec<(String, String)> {
    let links = page.split("<link rel=\"stylesheet\" href=\"").skip(1);
    let parts = links.filter_map(|rest| rest.split_once('>')?.0.split_once('"'));
    let name = |address: &str| address.rsplit('/').next().unwrap_or_default().to_owned();
    parts.map(|(address, rest)| (name(address), rest.trim().to_owned())).collect()
}

#[test]
fn nobody_waits_for_the_style_of_paper_and_of_what_the_program_shows() {
    let paper = "media=\"print\"";
    let until_the_program_comes = "media=\"print\" id=\"later-style\"";
    for files in [&*ONE, &*SEVERAL] {
        let later = in_root(files).into_iter().find(|it| it.starts_with("later-")).unwrap();
        let later_style = text(files, later);
        let rules = [".note {", ".dialog {", ".sheet {", ".my-notes__group {", "size: 9.5pt"];
        for rule in rules {
            assert!(later_style.contains(rule), "{rule}");
        }
        for (path, page) in pages(files) {
            let sheets = sheets(&page);
            let mut shown = page.clone();
            for (name, _) in sheets.iter().filter(|(name, rest)| name != later && rest.is_empty()) {
                shown += &text(files, name);
            }
            assert!(shown.contains(".new-note {"), "{path} has no style");
            for rule in rules {
                assert!(!shown.contains(rule), "{path} waits for `{rule}`");
            }
            let found = sheets.iter().find(|(name, _)| name == later).map(|(_, rest)| &**rest);
            let expected = match path {
                NOTES => Some(""),
                "404.html" if in_root(files).contains(&"event.ics") => None,
                "404.html" => Some(paper),
                "index.html" if !page.contains("id=\"early\"") => Some(paper),
                _ => Some(until_the_program_comes),
            };
            assert_eq!(found, expected, "{path}");
        }
    }
    // What pages of a site have beside that comes behind it.
    let start = sheets(&text(&SEVERAL, "index.html"));
    let stems = start.iter().filter_map(|(name, _)| name.split('-').next());
    assert_eq!(stems.collect::<Vec<_>>(), ["style", "later", "site", "print"]);
}

#[test]
fn the_title_runs_along_printed_pages_wherever_the_style_stands() {
    let title = |page: &str| page.matches("@page{@top-left{content:\"").count();
    assert_eq!(title(&text(&ONE, "index.html")), 1);
    for (path, page) in pages(&SEVERAL).filter(|(path, _)| *path != "404.html") {
        let sheets = sheets(&page);
        let (own, rest) = sheets.last().unwrap();
        assert_eq!(rest, "media=\"print\"", "{path}");
        let folder = path.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
        let own = text(&SEVERAL, &format!("{}{own}", folder.unwrap_or_default()));
        assert_eq!(title(&own), 1, "{path}");
    }
}

/// What stands in the only style of a page, which its policy allows.
#[track_caller]
fn allowed_style(page: &str) -> &str {
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, rest) = rest.split_once("</style>").unwrap();
    assert!(!rest.contains("<style"));
    let hash = STANDARD.encode(Sha256::digest(style));
    assert!(page.contains(&format!("'sha256-{hash}'")), "the policy keeps the style out");
    style
}

#[test]
fn the_colour_of_a_host_stands_in_the_page_of_one_event_and_in_pages_that_are_files() {
    let settings = json!({ "accent": "#00796b" });
    let files = made("coloured-one", &EVENTS[5..6], settings.clone());
    let page = text(&files, "index.html");
    let style = allowed_style(&page);
    let (_, rest) = style.split_once("[data-colours=\"dark\"]").unwrap();
    let (_, rest) = rest.split_once("--accent: ").unwrap();
    let dark = &rest[..7];
    expect_coloured(style, "#00796b", dark);
    expect_coloured(allowed_style(&text(&files, "404.html")), "#00796b", dark);
    let page = text(&ONE, "index.html");
    assert_eq!(style.len(), allowed_style(&page).len(), "the page is as large as it was");

    let bundle = "let all = 1;".to_owned();
    let bundles = Bundles { with_programme: bundle.clone(), without_programme: bundle };
    let shell = Shell { bundles: Some(bundles), ..shell() };
    for events in [&EVENTS[5..6], &EVENTS[5..]] {
        let site = site(&folder("coloured-single", events), settings.clone());
        let files = site.files(making(&shell)).unwrap();
        let singles = site.single_files(&shell, &files).unwrap();
        assert_eq!(singles.len(), events.len());
        for (path, page) in singles {
            assert!(page.contains("<style media=\"print\" id=\"later-style\">"), "{path}");
            assert_eq!(times(&page, "accent", "#00796b"), 1, "{path}");
            assert_eq!(times(&page, "accent", dark), 2, "{path}");
            assert_eq!(times(&page, "accent", "#7d2b1a"), 0, "{path}");
        }
    }
}

#[test]
fn what_was_made_in_another_colour_or_under_another_title_is_not_taken_over() {
    let folder = folder("recoloured", &EVENTS[5..]);
    let shell = shell();
    let with = |settings: Value, earlier: &SiteFiles| {
        let making = Making { earlier: Some(earlier), ..making(&shell) };
        site(&folder, settings).files(making).unwrap()
    };
    let first = with(json!({ "title": "A", "accent": "#05a" }), &SiteFiles::default());
    for settings in [
        json!({ "title": "A", "accent": "#00796b" }),
        json!({ "title": "A", "accent": "#05a", "accent_dark": "#fd0" }),
        json!({ "title": "A", "accent": "#05a", "language": "fr" }),
    ] {
        let next = with(settings.clone(), &first);
        let anew = with(settings.clone(), &SiteFiles::default());
        assert_eq!(next.files, anew.files, "{settings}");
        for (event, made) in &next.made {
            assert_ne!(made.key, first.made[event].key, "{settings}");
        }
    }
    let again = with(json!({ "title": "A", "accent": "#05a" }), &first);
    assert_eq!(again.files, first.files);
    assert_eq!(again.made, first.made);
}

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 10\">\
    <circle cx=\"5\" cy=\"5\" r=\"5\"/><path d=\"M12 2h14v6h-14z\"/></svg>";

/// A site with a logo, made of `settings` beside it.
fn with_logo(name: &str, logo: &[u8], settings: Value) -> SiteFiles {
    let folder = folder(name, &EVENTS[5..]);
    fs::write(folder.join("public/our-logo"), logo).unwrap();
    let mut all = json!({ "logo": "our-logo" });
    all.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    site(&folder, all).files(making(&shell())).unwrap()
}

/// The address of the logo on a page, what stands for it, and its classes.
fn logo_of(page: &str) -> Option<[String; 3]> {
    let header = page.split_once("<header")?.1.split_once("</header>")?.0;
    let value = |name: &str| attributes(header, &[name]).into_iter().find(|it| it.0 == "img");
    Some([
        value("src")?.2,
        value("alt")?.2,
        attributes(header, &["class"]).into_iter().find(|it| it.0 == "img")?.2,
    ])
}

#[test]
fn the_logo_of_a_site_stands_on_its_start_page_and_on_the_missing_page() {
    let settings = json!({ "title": "Panels", "organisation": "Institute", "address": ADDRESS });
    let files = with_logo("logo", LOGO.as_bytes(), settings);
    let start = text(&files, "index.html");
    let [address, words, classes] = logo_of(&start).unwrap();
    let name = address.strip_prefix("./").unwrap().to_owned();
    assert!(name.starts_with("picture-") && name.ends_with(".png"), "{name}");
    let picture = image::load_from_memory(&files.files[&name]).unwrap();
    assert_eq!((picture.width(), picture.height()), (360, 120), "as sharp as those of organizers");
    assert!(!files.files.contains_key("our-logo"), "only what was made of it is published");
    assert_eq!(words, "Institute", "the title does not tell whose logo it is");
    assert!(classes.contains("start__logo--see-through"), "{classes}");
    assert!(start.contains(">Panels</h1>"), "the title stays text");
    let [address, words, _] = logo_of(&text(&files, "404.html")).unwrap();
    assert_eq!((address, words.as_str()), (format!("/panels/{name}"), "Institute"));
    for event in &EVENTS[5..] {
        let page = text(&files, &format!("{event}/index.html"));
        assert!(!page.contains(&name), "{event}");
    }
    let whole = format!("{ADDRESS}{name}");
    let feed: Feed = text(&files, "feed.atom").parse().unwrap();
    assert_eq!(feed.logo, Some(whole.clone()));
    let data = website_of(&files).unwrap();
    let publisher = json!({ "@type": "Organization", "name": "Institute", "logo": whole });
    assert_eq!((&data["name"], &data["url"]), (&json!("Panels"), &json!(ADDRESS)));
    assert_eq!((&data["publisher"], data.get("inLanguage")), (&publisher, None));
    expect_links_lead_somewhere(&files, Some(ADDRESS));
}

#[test]
fn a_logo_says_nothing_twice_and_nothing_of_where_it_is_not_known() {
    for (settings, expected) in [
        (json!({ "title": "Panels of the Institute", "organisation": "Institute" }), ""),
        (json!({ "organisation": "Institute" }), ""),
        (json!({ "title": "Panels" }), ""),
        (json!({}), ""),
        (json!({ "title": "Panels", "organisation": "Institute" }), "Institute"),
        (json!({ "organisation": "Institute", "logo_alt": "Waves" }), "Waves"),
    ] {
        let files = with_logo("logo-words", LOGO.as_bytes(), settings.clone());
        let [_, words, _] = logo_of(&text(&files, "index.html")).unwrap();
        assert_eq!(words, expected, "{settings}");
        // Without the site's address there is none for the logo.
        assert_eq!(logo_of(&text(&files, "404.html")), None);
        assert_eq!(website_of(&files), None);
    }
    // What lets nothing through needs no edge, not even where its own edge lets a little through.
    let picture = image::RgbaImage::from_fn(90, 30, |_, y| {
        image::Rgba([200, 20, 20, if y == 29 { 210 } else { 255 }])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let files = with_logo("logo-opaque", bytes.get_ref(), json!({}));
    let [.., classes] = logo_of(&text(&files, "index.html")).unwrap();
    assert_eq!(classes, "header__logo start__logo");
    // One event has no start page, and the logos of its organizers.
    let folder = folder("logo-one", &EVENTS[5..6]);
    fs::write(folder.join("public/our-logo"), LOGO).unwrap();
    let settings = json!({ "logo": "our-logo", "address": ADDRESS });
    let files = site(&folder, settings).files(making(&shell())).unwrap();
    assert_eq!(logo_of(&text(&files, "404.html")), None);
}

/// What a start page says of the site for search engines, beside the list.
fn website_of(files: &SiteFiles) -> Option<Value> {
    let start = text(files, "index.html");
    let blocks = start.split("<script type=\"application/ld+json\">").skip(1);
    let mut data = blocks
        .map(|it| serde_json::from_str::<Value>(it.split_once("</script>").unwrap().0).unwrap());
    data.find(|it| it["@type"] == "WebSite")
}

#[test]
fn what_a_site_is_called_is_marked_with_its_language() {
    // Hebrew is none of the interface's languages: there it is English.
    let languages = [
        ("fr", "ltr", "<html lang=\"fr\">"),
        ("ar", "rtl", "<html lang=\"ar\" dir=\"rtl\">"),
        ("he", "rtl", "<html lang=\"en\">"),
    ];
    for (language, direction, interface) in languages {
        let settings = json!({ "title": "T-1", "language": language, "address": ADDRESS });
        let files = made("language", &EVENTS[5..], settings);
        let read = format!("lang=\"{language}\" dir=\"{direction}\"");
        let start = text(&files, "index.html");
        assert!(start.contains(interface), "all other words are the interface's: {start}");
        assert!(
            start.contains(&format!("<h1 class=\"header__title\"><span {read}>T-1</span></h1>"))
        );
        let missing = text(&files, "404.html");
        assert!(missing.contains(&format!("<a href=\"/panels/\" {read}>T-1</a>")), "{missing}");
        for event in &EVENTS[5..] {
            let page = text(&files, &format!("{event}/index.html"));
            assert!(page.contains(&format!("<a href=\"../\" {read}>T-1</a>")), "{event}");
        }
        let feed = text(&files, "feed.atom");
        let root = format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">");
        assert!(feed.contains(&root), "{}", &feed[..200]);
        assert_eq!(feed.parse::<Feed>().unwrap().lang.as_deref(), Some(language));
        assert_eq!(website_of(&files).unwrap()["inLanguage"], json!(language));
    }
    // Without a name of the host's it is called what the interface calls it.
    let files =
        made("language-alone", &EVENTS[5..], json!({ "language": "fr", "address": ADDRESS }));
    for path in ["index.html", "404.html"] {
        let found = text(&files, path);
        assert!(found.contains("<html lang=\"fr\"") && found.contains("Événements"), "{path}");
    }
    assert_eq!(website_of(&files), None);
    assert_eq!(website_of(&SEVERAL), None);
    assert!(text(&SEVERAL, "index.html").contains("<h1 class=\"header__title\">Panels, talks"));
}

/// Writes the sites below the build's folder, for readers that are not written in Rust
/// (`end2end/readers/check-site.mjs`).
#[test]
fn samples_are_written_for_other_readers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-samples");
    let _ = fs::remove_dir_all(&folder);
    for (name, files) in [
        ("several", &SEVERAL),
        ("without-address", &WITHOUT_ADDRESS),
        ("one", &ONE),
        ("large", &LARGE),
    ] {
        for (path, content) in &files.files {
            let path = folder.join(name).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
    }
}
