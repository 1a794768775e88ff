//! The built page is completed: the title, the page, the data, the scripts and the policy stand in their
//! places, and of all of it one file can be made. The programs beside it get names that hold their hash.

#![cfg(feature = "ssr")]

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use marginalia::event::file::{event_files, read};
use marginalia::event::{Event, EventOutline};
use marginalia::publishing::document::{
    Built, DocumentError, Placement, Sheet, complete, in_one_file,
};
use marginalia::publishing::programs::{PageScripts, Program, page_scripts, settle};
use marginalia::publishing::words::Words;
use sha2::{Digest as _, Sha256};

const TEMPLATE: &str = concat!(
    "<!doctype html><html><head>",
    "<meta http-equiv=Content-Security-Policy content=\"\"><script id=settings></script>",
    "<meta name=markdown content=\"\"><meta name=search content=\"\"><meta name=programme content=\"\"><meta name=transfer content=\"\">",
    "<title></title><style>p{margin:0}</style><link rel=icon href=./favicon.svg>",
    "</head><body><noscript></noscript>",
    "<script type=application/json id=event></script></body></html>",
);

fn event(title: &str) -> Event {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = event_files(&content).expect("content can be listed");
    let mut event = read(&files[0]).unwrap_or_else(|_| panic!("the bundled event is good"));
    title.clone_into(&mut event.title);
    event
}

fn programs() -> [Program; 6] {
    ["marginalia", "markdown", "search", "programme", "transfer", "events"].map(|name| Program {
        name: name.to_owned(),
        script: format!("./{name}-1.js"),
        wasm: format!("./{name}-1_bg.wasm"),
    })
}

fn scripts() -> PageScripts {
    PageScripts {
        settings: "settings()".to_owned(),
        copying: "copying()".to_owned(),
        early: "early()".to_owned(),
        programme: "programme()".to_owned(),
        start: "start()".to_owned(),
        all_notes: "all_notes()".to_owned(),
        offline: "offline()".to_owned(),
        worker: "worker()".to_owned(),
    }
}

/// The words that stand on paper beside the notes.
const WORDS_ON_PAPER: &str = ":root{--notes-word:\"Notes\";--draft-word:\"Draft\"}";

/// What a page is made of, beside its body.
struct Parts {
    scripts: PageScripts,
    words: Words,
    programs: [Program; 6],
}

impl Parts {
    fn new(scripts: PageScripts) -> Self {
        let scripts_of = |tag| ["say", "page", "more"].map(|act| format!("{act}('{tag}')"));
        let languages = ["ar", "en"].map(|tag| (tag.to_owned(), scripts_of(tag)));
        let words = Words { hash: "1".to_owned(), scripts: languages.into() };
        Self { scripts, words, programs: programs() }
    }

    fn built<'parts>(&'parts self, placement: &'parts Placement) -> Built<'parts> {
        let Self { scripts, words, programs } = self;
        Built { head: "", body: BODY, scripts, words, programs, placement, offline: false }
    }
}

const BODY: &str =
    "<p>The <!>page</p><script id=copying></script><script id=early></script><p>$1</p>";

fn completed_from(template: &str, body: &str, title: &str) -> Result<String, DocumentError> {
    let (parts, alone) = (Parts::new(scripts()), Placement::ALONE);
    let built = Built { body, ..parts.built(&alone) };
    complete(template, &event(title), &built)
}

fn completed(title: &str) -> String {
    completed_from(TEMPLATE, BODY, title).expect("the template is whole")
}

/// What stands between two texts, of which the first is there once.
fn between<'text>(text: &'text str, start: &str, end: &str) -> &'text str {
    let parts: Vec<&str> = text.split(start).collect();
    let [_, rest] = parts.as_slice() else { panic!("`{start}` is not there once: {text}") };
    rest.split_once(end).unwrap_or_else(|| panic!("`{end}` is missing: {rest}")).0
}

fn policy_of(page: &str) -> &str {
    between(page, "Content-Security-Policy content=\"", "\"")
}

fn hash_of(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[test]
fn everything_stands_in_its_place() {
    let page = completed("A <b>title</b>");
    assert!(page.contains("<title>A &lt;b&gt;title&lt;/b&gt;</title>"), "{page}");
    let scripts = "</noscript><p>The page</p><script id=copying>copying()</script><script id=early";
    assert!(page.contains(scripts), "{page}");
    assert!(page.contains("</script><p>$1</p><script"), "{page}");
    let settings = between(&page, "<script id=settings ", "</script>");
    let attributes = "data-words=\"./words-*-1.js\" data-languages=\"ar en\"";
    assert_eq!(settings, format!("{attributes}>settings()"));
    let no_script = between(&page, "<p class=\"noscript\" lang=\"en\">", "</p>");
    assert!(no_script.starts_with("Notes need JavaScript."), "{page}");
    assert!(page.contains("name=markdown content=\"./markdown-1.js\""), "{page}");
    assert!(page.contains("name=transfer content=\"./transfer-1.js\""), "{page}");
    let early = between(&page, "<script id=early ", "</script>");
    let attributes = "data-event=\"atrocities-prevention-2014\" data-program=\"./marginalia-1.js\"";
    assert_eq!(early, format!("{attributes}>early()"));
}

#[test]
fn the_page_carries_the_outline_of_its_event_as_data() {
    let page = completed("</script><b>");
    let data = between(&page, "id=event>", "</script></body>");
    let outline: EventOutline = serde_json::from_str(data).expect("the outline as JSON");
    assert_eq!(outline.title, "</script><b>");
    assert_eq!((outline.parts.len(), outline.themes.len()), (2, 7));
    assert_eq!(outline.organizers[3], "Stanley Center");
    assert_eq!(outline.place.as_deref(), Some("New York, NY, USA"));
    let starts = outline.starts.as_ref().map(|day| day.iso());
    assert_eq!((starts, outline.ends, outline.address), (Some("2014-09-04"), None, None));
    let theme = &outline.themes[3];
    let part = theme.part.as_ref().map_or("", |part| part.as_str());
    let (id, title) = (theme.id.as_str(), theme.title.as_str());
    assert_eq!((id, part, title), ("early-action", "emerged", "Early action"));
    assert_eq!(outline.parts[1].title, "What emerged from the discussion");
}

#[test]
fn the_policy_knows_the_scripts_of_the_page_and_no_other() {
    let page = completed("Title");
    let known = between(policy_of(&page), "script-src 'self' 'wasm-unsafe-eval'", ";");
    let hashes = ["settings()", "copying()", "early()"].map(hash_of);
    assert_eq!(known, format!(" {}", hashes.join(" ")));
}

#[test]
fn a_template_that_lacks_a_place_is_refused_by_its_name() {
    for (place, named) in [
        ("<script type=application/json id=event></script>", "the event's data 0 times"),
        ("<script id=settings></script>", "the script of the settings 0 times"),
        ("<title></title>", "the title 0 times"),
        ("<meta http-equiv=Content-Security-Policy content=\"\">", "the security policy 0 times"),
        ("<meta name=transfer content=\"\">", "transfer 0 times"),
        ("<meta name=markdown content=\"\">", "markdown 0 times"),
    ] {
        let template = TEMPLATE.replace(place, "");
        let error = completed_from(&template, BODY, "Title").expect_err(place).to_string();
        assert!(error.contains(named), "{error}");
    }
}

#[test]
fn a_body_without_one_place_for_each_of_its_scripts_is_refused() {
    for (place, named) in [
        ("<script id=copying></script>", "the script for the clipboard"),
        ("<script id=early></script>", "the early script"),
    ] {
        for (body, count) in
            [(BODY.replace(place, ""), 0), (BODY.replace(place, &place.repeat(2)), 2)]
        {
            let error = completed_from(TEMPLATE, &body, "Title").expect_err(&body).to_string();
            assert!(error.contains(&format!("{named} {count} times")), "{error}");
        }
    }
}

#[test]
fn a_script_that_would_end_its_element_is_refused() {
    for script in ["'</script>'", "'</SCRIPT '", "'<!-- '"] {
        let scripts = PageScripts { early: script.to_owned(), ..scripts() };
        let (parts, alone) = (Parts::new(scripts), Placement::ALONE);
        let built = parts.built(&alone);
        let error = complete(TEMPLATE, &event("Title"), &built).expect_err(script).to_string();
        assert!(error.contains("the early script"), "{error}");
        let error =
            in_one_file(&completed("Title"), script, |_| None).expect_err(script).to_string();
        assert!(error.contains("the single file's script"), "{error}");
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
        let own = format!("{WORDS_ON_PAPER}@page{{@top-left{{content:\"{written}\"}}}}");
        assert_eq!(style, format!("p{{margin:0}}{own}"));
        let policy = policy_of(&page);
        assert!(policy.contains(&hash_of(style)), "the policy knows it as it stands: {policy}");
    }
}

#[test]
fn all_styles_are_one_which_the_policy_knows_by_one_hash() {
    let template = TEMPLATE.replace(
        "<link rel=icon",
        "<style>p > q{margin:0}</style><meta name=x><style>i{color:red}</style><link rel=icon",
    );
    let page = completed_from(&template, BODY, "T").expect("the template is whole");
    let style = between(&page, "<style>", "</style>");
    let own = format!("{WORDS_ON_PAPER}@page{{@top-left{{content:\"T\"}}}}");
    assert_eq!(style, format!("p{{margin:0}}p > q{{margin:0}}i{{color:red}}{own}"));
    let known = between(policy_of(&page), "style-src 'self'", ";");
    assert_eq!(known, format!(" {}", hash_of(style)));
}

#[test]
fn one_file_holds_everything_and_may_load_nothing() {
    let bundle = "go(/* all */)";
    let files = |address: &str| (address == "favicon.svg").then(|| b"<svg/>".to_vec());
    let page = in_one_file(&completed("Title"), bundle, files).expect("the page is whole");
    assert!(page.contains(&format!("data:image/svg+xml;base64,{}", STANDARD.encode("<svg/>"))));
    for gone in ["marginalia-1", "markdown-1", "transfer-1", "favicon.svg", "'self'"] {
        assert!(!page.contains(gone), "`{gone}` is left: {page}");
    }
    let (before, after) = page.split_once("<script>go(/* all */)</script>").expect("it is there");
    assert!(before.contains("The page"), "nobody waits for the programs to read: {page}");
    assert_eq!(after.trim(), "</body></html>");
    let policy = policy_of(&page);
    let style = between(&page, "<style>", "</style>");
    for part in ["default-src 'none'", "img-src data:", &hash_of(bundle), &hash_of(style)] {
        assert!(policy.contains(part), "`{part}` is missing: {policy}");
    }
    assert!(!policy.contains("connect-src"), "{policy}");
}

/// A folder of a build, as Trunk leaves it for the hook.
fn build(name: &str, transfer: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    for program in
        ["marginalia", "markdown", "search", "programme", "transfer", "events", "all_notes"]
    {
        let wasm = if program == "transfer" { transfer } else { program };
        for (file, text) in [(".js", "export default 1"), ("_bg.wasm", wasm)] {
            let file = folder.join(format!("{program}{file}"));
            fs::write(file, text).expect("the folder can be written");
        }
    }
    folder
}

#[test]
fn programs_are_named_by_what_is_in_them() {
    let folder = build("settle", "one");
    let programs = settle(&folder, false).expect("the build is whole");
    for Program { name, script, wasm } in &programs {
        let hash = between(script, &format!("./{name}-"), ".js");
        assert_eq!(wasm, &format!("./{name}-{hash}_bg.wasm"));
        let content = fs::read_to_string(folder.join(script)).expect("the script has that name");
        assert_eq!(content, "export default 1");
        assert!(folder.join(wasm).is_file(), "the wasm has that name");
        for left in [format!("{name}.js"), format!("{name}_bg.wasm")] {
            assert!(!folder.join(&left).exists(), "browsers may keep {left} past the next build");
        }
    }
    assert_eq!(settle(&build("settle-again", "one"), false).expect("a build"), programs);
    let others = settle(&build("settle-other", "two"), false).expect("a build");
    assert_eq!(others[..4], programs[..4], "what did not change may be kept by browsers");
    assert_ne!(others[4].wasm, programs[4].wasm);
    assert_ne!(others[4].script, programs[4].script, "a script finds its wasm by its own name");
}

#[test]
fn hashes_in_names_that_a_program_shares_with_its_script_become_numbers() {
    let folder = build("settle-names", "one");
    let script = "i={__wbg_get_b3ed3ad4be2bc8ac:1,__wbg_get_0123456789abcdef:2,__wbg_set_fedcba9876543210:\
                  3};w.wasm_bindgen_call_h00112233445566aa();own_aaaabbbbccccdddd";
    let wasm = b"\0asm\x1c__wbg_set_fedcba9876543210\0\x1c__wbg_get_0123456789abcdef\0\
                 \x1c__wbg_get_b3ed3ad4be2bc8ac\0wasm_bindgen_call_h00112233445566aaaaaabbbbccccdddd";
    fs::write(folder.join("markdown.js"), script).expect("the folder can be written");
    fs::write(folder.join("markdown_bg.wasm"), wasm).expect("the folder can be written");
    let programs = settle(&folder, false).expect("the build is whole");
    let content = |name: &str| fs::read(folder.join(name)).expect("it is there");
    assert_eq!(
        String::from_utf8_lossy(&content(&programs[1].script)),
        "i={__wbg_get_0000000000000001:1,__wbg_get_0000000000000002:2,__wbg_set_0000000000000001:\
         3};w.wasm_bindgen_call_h0000000000000001();own_aaaabbbbccccdddd"
    );
    assert_eq!(
        String::from_utf8_lossy(&content(&programs[1].wasm)),
        "\0asm\x1c__wbg_set_0000000000000001\0\x1c__wbg_get_0000000000000002\0\
         \x1c__wbg_get_0000000000000001\0wasm_bindgen_call_h0000000000000001aaaabbbbccccdddd"
    );
}

#[test]
fn a_build_without_one_of_its_programs_is_refused() {
    let folder = build("settle-without", "one");
    fs::remove_file(folder.join("transfer_bg.wasm")).expect("it is there");
    let error = settle(&folder, false).expect_err("it is missing").to_string();
    assert!(error.contains("transfer_bg.wasm"), "{error}");
}

#[test]
fn the_scripts_of_the_page_can_stand_in_it() {
    let scripts = page_scripts(false).expect("nothing is to be done");
    let (parts, alone) = (Parts::new(scripts), Placement::ALONE);
    let built = parts.built(&alone);
    let page = complete(TEMPLATE, &event("Title"), &built).expect("they can");
    let early = &parts.scripts.early;
    assert!(page.contains(&hash_of(early)) && page.contains(early));
}

#[test]
fn of_a_site_its_single_files_have_the_style_and_not_the_feed() {
    let sheets = vec![
        Sheet::Shown("../style-1.css".to_owned()),
        Sheet::Later("../later-1.css".to_owned()),
        Sheet::OnPaper("print-1.css".to_owned()),
    ];
    let placement = Placement { root: "../".into(), has_style: false, sheets };
    let parts = Parts::new(scripts());
    let head = "<link rel=\"alternate\" href=\"../feed.atom\">";
    let built = Built { head, ..parts.built(&placement) };
    let page = complete(TEMPLATE, &event("Title"), &built).expect("the template is whole");
    assert!(page.contains("../feed.atom"), "{page}");
    for link in [
        "<link rel=\"stylesheet\" href=\"../style-1.css\">",
        "<link rel=\"stylesheet\" href=\"../later-1.css\" media=\"print\" id=\"later-style\">",
        "<link rel=\"stylesheet\" href=\"print-1.css\" media=\"print\">",
    ] {
        assert!(page.contains(link), "{link}: {page}");
    }
    let sheets = |address: &str| match address {
        "../feed.atom" => Some(b"<feed/>".to_vec()),
        "../style-1.css" => Some(b"p{color:red}".to_vec()),
        "../later-1.css" => Some(b"i{color:red}".to_vec()),
        "print-1.css" => Some(b"@page{margin:0}".to_vec()),
        _ => None,
    };
    let page = in_one_file(&page, "go()", sheets).expect("the page is whole");
    assert!(!page.contains("alternate"), "{page}");
    assert!(page.contains("<style>p{color:red}</style>"), "{page}");
    assert!(page.contains("<style media=\"print\">@page{margin:0}</style>"), "{page}");
    // The early script lets it count on the screen there as well.
    let later = "<style media=\"print\" id=\"later-style\">i{color:red}</style>";
    assert!(page.contains(later), "{page}");
    let policy = policy_of(&page);
    for style in ["p{color:red}", "i{color:red}", "@page{margin:0}"] {
        assert!(policy.contains(&hash_of(style)), "{style}: {policy}");
    }
}

#[test]
fn a_page_that_is_kept_names_its_manifest_and_its_worker_from_where_it_stands() {
    for (root, worker) in [("./", "./sw.js"), ("../", "../sw.js")] {
        let placement = Placement { root: root.into(), ..Placement::ALONE };
        let parts = Parts::new(scripts());
        let built = Built { offline: true, ..parts.built(&placement) };
        let page = complete(TEMPLATE, &event("Title"), &built).expect("the template is whole");
        let script = format!("<script data-worker=\"{worker}\">offline()</script>");
        assert!(page.contains(&script), "{page}");
        let manifest = format!("<link rel=\"manifest\" href=\"{root}manifest.webmanifest\">");
        assert!(page.contains(&manifest), "{page}");
        assert!(page.contains("worker-src 'self'; manifest-src 'self'"), "{page}");
        let hash = STANDARD.encode(Sha256::digest("offline()"));
        assert!(page.contains(&format!("'sha256-{hash}'")), "{page}");
        let single = in_one_file(&page, "", |_| None).expect("it can");
        for absent in ["offline()", "manifest", "worker-src", "sw.js"] {
            assert!(!single.contains(absent), "{absent}: {single}");
        }
    }
    let page = completed("Title");
    for absent in ["offline()", "manifest", "worker-src", "sw.js"] {
        assert!(!page.contains(absent), "{absent}: {page}");
    }
}
