//! The built page is completed: the title, the app, the data and the policy stand in their places,
//! and of all of it one file can be made. The programs beside it get names that hold their hash.

#![cfg(feature = "ssr")]

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use marginalia::document::{complete, in_one_file};
use marginalia::event::Event;
use marginalia::event::file::{event_files, read};
use marginalia::programs::{LOADER, settle};
use sha2::{Digest as _, Sha256};

const TEMPLATE: &str = concat!(
    "<!doctype html><html><head>",
    "<meta http-equiv=Content-Security-Policy content=\"\"><meta name=study content=\"\">",
    "<meta name=take-home content=\"\">",
    "<title></title><style>@page{content:\"{title}\"}</style>",
    "<link rel=icon href=./favicon.svg><link rel=modulepreload href=./start.js>",
    "</head><body><div id=app></div><script type=module>start(LOADER)</script></body></html>",
);

fn event(title: &str) -> Event {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = event_files(&content).expect("content can be listed");
    let mut event = read(&files[0]).unwrap_or_else(|_| panic!("the bundled event is good"));
    title.clone_into(&mut event.title);
    event
}

fn completed(title: &str) -> String {
    complete(
        TEMPLATE,
        &event(title),
        "<p>The app</p>",
        &["./study.js", "./home.js"].map(String::from),
    )
    .expect("the template is whole")
}

/// What stands between two texts, of which the first is there once.
fn between<'text>(text: &'text str, start: &str, end: &str) -> &'text str {
    let parts: Vec<&str> = text.split(start).collect();
    let [_, rest] = parts.as_slice() else { panic!("`{start}` is not there once: {text}") };
    rest.split_once(end).unwrap_or_else(|| panic!("`{end}` is missing: {rest}")).0
}

fn hash_of(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[test]
fn everything_stands_in_its_place() {
    let page = completed("A <b>title</b>");
    assert!(page.contains("<title>A &lt;b&gt;title&lt;/b&gt;</title>"), "{page}");
    assert!(page.contains("<div id=app><p>The app</p></div>"), "{page}");
    assert!(page.contains("name=study content=\"./study.js\""), "{page}");
    assert!(page.contains("name=take-home content=\"./home.js\""), "{page}");
    assert!(page.contains(&format!("start({LOADER})")), "{page}");
    let data = between(&page, "id=\"event\">", "</script>");
    let event: Event = serde_json::from_str(data).expect("the event as JSON");
    assert_eq!(event.title, "A <b>title</b>");
}

#[test]
fn a_template_that_lacks_a_place_is_refused_by_its_name() {
    for (place, named) in [
        ("<div id=app></div>", "the app's place 0 times"),
        ("<title></title>", "the title 0 times"),
        ("<meta http-equiv=Content-Security-Policy content=\"\">", "the security policy 0 times"),
        ("<meta name=take-home content=\"\">", "take-home 0 times"),
        ("<meta name=study content=\"\">", "study 0 times"),
        ("LOADER", "the loader 0 times"),
        ("{title}", "the running title 0 times"),
    ] {
        let template = TEMPLATE.replace(place, "");
        let error = complete(&template, &event("Title"), "", &[]).expect_err(place).to_string();
        assert!(error.contains(named), "{error}");
    }
}

#[test]
fn no_title_ends_the_style_that_it_stands_in() {
    for (title, written) in [
        ("Plain", "Plain"),
        ("\"Quoted\" and \\ so", "\\22 Quoted\\22  and \\5c  so"),
        ("</style><script>", "\\3c /style>\\3c script>"),
        ("two\nlines", "two\\a lines"),
        ("Straße שלום", "Straße שלום"),
    ] {
        let page = completed(title);
        let style = between(&page, "<style>", "</style>");
        assert_eq!(style, format!("@page{{content:\"{written}\"}}"));
        let policy = between(&page, "Content-Security-Policy content=\"", "\"");
        assert!(
            policy.contains(&hash_of(style)),
            "the policy knows the style as it stands: {policy}"
        );
    }
}

#[test]
fn all_styles_are_one_which_the_policy_knows_by_one_hash() {
    let template = TEMPLATE.replace(
        "<link rel=icon",
        "<style>p > q{margin:0}</style><meta name=x><style>i{color:red}</style><link rel=icon",
    );
    let later = ["./study.js", "./home.js"].map(String::from);
    let page = complete(&template, &event("T"), "", &later).expect("the template is whole");
    let style = between(&page, "<style>", "</style>");
    assert_eq!(style, "@page{content:\"T\"}p > q{margin:0}i{color:red}");
    let policy = between(&page, "Content-Security-Policy content=\"", "\"");
    let known = between(policy, "style-src 'self'", ";");
    assert_eq!(known, format!(" {}", hash_of(style)));
}

#[test]
fn one_file_holds_everything_and_may_load_nothing() {
    let bundle = "go(/* all */)";
    let files = |address: &str| (address == "favicon.svg").then(|| b"<svg/>".to_vec());
    let page = in_one_file(&completed("Title"), bundle, files).expect("the page is whole");
    assert!(page.contains(&format!("data:image/svg+xml;base64,{}", STANDARD.encode("<svg/>"))));
    for gone in ["start.js", "study.js", "home.js", "start(", "favicon.svg", "'self'"] {
        assert!(!page.contains(gone), "`{gone}` is left: {page}");
    }
    let policy = between(&page, "Content-Security-Policy content=\"", "\"");
    let style = between(&page, "<style>", "</style>");
    for part in ["default-src 'none'", "img-src data:", &hash_of(bundle), &hash_of(style)] {
        assert!(policy.contains(part), "`{part}` is missing: {policy}");
    }
    assert!(!policy.contains("connect-src"), "{policy}");
}

/// A folder of a build, as Trunk leaves it for the hook.
fn build(name: &str, take_home: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    for (file, text) in [
        ("marginalia-12ab.js", "start"),
        ("study.js", "load('study_bg.wasm')"),
        ("study_bg.wasm", "study"),
        ("take_home.js", "load('take_home_bg.wasm')"),
        ("take_home_bg.wasm", take_home),
    ] {
        fs::write(folder.join(file), text).expect("the folder can be written");
    }
    folder
}

#[test]
fn programs_that_are_loaded_later_are_named_by_what_is_in_them() {
    let folder = build("settle", "one");
    let addresses = settle(&folder, false).expect("the build is whole");
    let [study, take_home] = addresses.as_slice() else { panic!("{addresses:?}") };
    assert!(study.starts_with("./study-"), "{study}");
    let name = take_home.strip_prefix("./").expect("an address beside the page");
    assert!(name.starts_with("take_home-") && name.ends_with(".js"), "{name}");
    let script = fs::read_to_string(folder.join(name)).expect("the script has that name");
    let wasm = between(&script, "load('", "')");
    assert_eq!(fs::read_to_string(folder.join(wasm)).expect("and leads to the wasm"), "one");
    for left in ["take_home.js", "take_home_bg.wasm"] {
        assert!(!folder.join(left).exists(), "{left} may be kept by browsers past the next build");
    }
    assert_eq!(settle(&build("settle-again", "one"), false).expect("a build"), addresses);
    let others = settle(&build("settle-other", "two"), false).expect("a build");
    assert_eq!(others[0], addresses[0], "what did not change may be kept by browsers");
    assert_ne!(others[1], addresses[1]);
}

#[test]
fn a_build_without_one_of_its_programs_is_refused() {
    let folder = build("settle-without", "one");
    fs::remove_file(folder.join("take_home_bg.wasm")).expect("it is there");
    let error = settle(&folder, false).expect_err("it is missing").to_string();
    assert!(error.contains("take_home_bg.wasm"), "{error}");
}
