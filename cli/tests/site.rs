//! The host's program makes and shows a site, in a folder of its own and with nothing on the PATH: as on
//! a machine that has neither Rust nor Node. It has the programs for browsers inside only where it was
//! made with them: `cargo xtask test host` does that.
#![cfg(feature = "site")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

/// A new folder with the events of the tests in it, and their pictures.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let events = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    copy(&events.join("events"), &folder);
    copy(&events.join("public"), &folder.join("public"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in from.read_dir().unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_marginalia"));
    program.current_dir(folder).env_clear().env("PATH", "");
    program
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    program(folder).args(arguments).output().expect("the program starts")
}

fn built(folder: &Path) -> String {
    let output = run(folder, &["build", "--out", "site"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{told}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// All files of a folder, by their paths in it.
fn files(folder: &Path) -> BTreeSet<String> {
    fn collect(folder: &Path, path: &str, files: &mut BTreeSet<String>) {
        for entry in folder.read_dir().unwrap().map(Result::unwrap) {
            let path = format!("{path}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                collect(&entry.path(), &format!("{path}/"), files);
            } else {
                files.insert(path);
            }
        }
    }
    let mut found = BTreeSet::new();
    collect(folder, "", &mut found);
    found
}

fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{}: {from}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

const TITLE: &str = "Early Warning, Early Help: What Neighbours Can Do";

#[test]
fn a_folder_of_events_becomes_a_site() {
    let folder = folder("site");
    let told = built(&folder);
    assert!(told.starts_with("6 events in site: "), "{told}");
    assert!(told.contains(&format!("side-event-2018: {TITLE}")), "{told}");
    let site = folder.join("site");
    let all = files(&site);
    for path in [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "forum-fr/index.html",
        "forum-fr/event.ics",
    ] {
        assert!(all.contains(path), "{path} is missing in {all:?}");
    }
    let start = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(start.contains("./side-event-2018/") && start.contains(TITLE), "{start}");
    let page = fs::read_to_string(site.join("side-event-2018/index.html")).unwrap();
    let scripts: Vec<&str> = page.split("data-program=").skip(1).collect();
    assert!(!scripts.is_empty());
    for program in all.iter().filter(|path| path.starts_with("marginalia-")) {
        assert!(!program.contains('/'), "{program}: programs are there once");
    }
}

#[test]
fn a_site_that_is_built_again_is_written_where_it_has_changed_and_nowhere_else() {
    let folder = folder("again");
    built(&folder);
    let first = files(&folder.join("site"));
    assert!(built(&folder).contains(" 0 new files, 0 changed, "));
    fs::write(folder.join("site/theirs.txt"), "theirs").unwrap();
    change(&folder.join("side-event-2018.toml"), TITLE, "Another Title");
    fs::remove_file(folder.join("forum-fr.toml")).unwrap();
    let told = built(&folder);
    assert!(told.contains("5 events"), "{told}");
    let second = files(&folder.join("site"));
    assert!(second.contains("theirs.txt"));
    assert!(!second.iter().any(|path| path.starts_with("forum-fr/")), "{second:?}");
    assert!(!folder.join("site/forum-fr").exists());
    let kept = |path: &&String| !path.starts_with("forum-fr/") && !path.contains("print-");
    for path in first.iter().filter(kept) {
        assert!(second.contains(path), "{path}");
    }
    let page = fs::read_to_string(folder.join("site/side-event-2018/index.html")).unwrap();
    assert!(page.contains("Another Title") && !page.contains(TITLE));
}

#[test]
fn a_site_of_one_event_has_its_page_at_the_root() {
    let folder = folder("one");
    for entry in folder.read_dir().unwrap().map(Result::unwrap) {
        let name = entry.file_name();
        if entry.path().is_file() && name != "side-event-2018.toml" {
            fs::remove_file(entry.path()).unwrap();
        }
    }
    let output = run(&folder, &["build", ".", "--out", "site", "--single-file"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(folder.join("site/index.html")).unwrap();
    assert!(page.contains(TITLE));
    let single = fs::read_to_string(folder.join("site/side-event-2018.html")).unwrap();
    assert!(single.len() > 1_000_000, "its programs are in it: {}", single.len());
}

#[test]
fn nothing_is_written_while_a_file_is_at_fault() {
    let folder = folder("faulty");
    change(&folder.join("forum-fr.toml"), "title = ", "titel = ");
    let output = run(&folder, &["build", "--out", "site"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("Did you mean `title`?") && told.contains("Nothing was written"),
        "{told}"
    );
    assert!(!folder.join("site").exists());
    fs::write(folder.join("site.toml"), "adress = \"https://example.org/\"\n").unwrap();
    let output = run(&folder, &["build", "--out", "site"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("Did you mean `address`?"), "{told}");
    change(&folder.join("forum-fr.toml"), "titel = ", "title = ");
    for arguments in [&["check"][..], &["check", "site.toml"]] {
        let output = run(&folder, arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains("Did you mean `address`?"), "{told}");
    }
    fs::write(folder.join("site.toml"), "accent = \"#4a90d9\"\n").unwrap();
    let output = run(&folder, &["build", "--out", "site"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("The nearest colour of the same hue"), "{told}");
    assert!(!folder.join("site").exists());
    fs::write(folder.join("site.toml"), "accent = \"#0b5394\"\n").unwrap();
    let output = run(&folder, &["check"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("site.toml: site"));
}

#[test]
fn files_of_others_are_not_written_over() {
    let folder = folder("others");
    fs::create_dir_all(folder.join("site")).unwrap();
    fs::write(folder.join("site/index.html"), "theirs").unwrap();
    let output = run(&folder, &["build", "--out", "site"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("`index.html`") && told.contains("Nothing was written"), "{told}");
    assert_eq!(fs::read_to_string(folder.join("site/index.html")).unwrap(), "theirs");
    assert_eq!(files(&folder.join("site")).len(), 1);
}

#[test]
fn a_command_line_that_cannot_be_understood_is_told_and_ends_with_2() {
    let folder = folder("usage");
    let output = run(&folder, &["build"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--out <SITE>"));
    let help = run(&folder, &["--help"]);
    assert_eq!(help.status.code(), Some(0));
    let help = String::from_utf8(help.stdout).unwrap();
    for command in ["new", "check", "serve", "build", "completions"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command}: {help}");
    }
}

/// The program as it serves, ended with the test.
struct Served {
    program: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn serve(folder: &Path, port: u16) -> Served {
    let mut program = program(folder)
        .args(["serve", "--port", &port.to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let output = BufReader::new(program.stdout.take().unwrap());
    let mut lines = output.lines().map(Result::unwrap);
    let line = lines.find(|line| line.starts_with("http://")).expect("it tells its address");
    let address = line.strip_prefix("http://").unwrap().split('/').next().unwrap().to_owned();
    // It goes on telling; who stops reading would stop it.
    std::thread::spawn(move || lines.for_each(drop));
    Served { program, address }
}

impl Served {
    /// What the server sends for a path: head and body.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head.to_owned(), body.to_owned())
    }

    /// What is shown, as soon as it is something else than `known`.
    fn state(&self, known: &str) -> (String, Option<String>) {
        let (_, body) = self.get(&format!("/.marginalia/state?{known}"));
        let state: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        (state["number"].to_string(), state["text"].as_str().map(str::to_owned))
    }
}

#[test]
fn what_is_saved_while_the_first_site_is_made_is_shown() {
    let folder = folder("serve-early");
    let file = folder.join("side-event-2018.toml");
    let served = std::thread::scope(|scope| {
        scope.spawn(|| {
            // By then the file was read, and the site is not there yet: the program needs longer for one.
            std::thread::sleep(Duration::from_millis(800));
            change(&file, TITLE, "Another Title");
        });
        serve(&folder, 0)
    });
    let mut known = String::new();
    while !served.get("/side-event-2018/").1.contains("Another Title") {
        let (next, _) = served.state(&known);
        assert_ne!(next, known, "nothing was noticed");
        known = next;
    }
}

#[test]
fn a_site_is_shown_while_its_host_writes() {
    let folder = folder("serve");
    // Taken, so that the next one is used.
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let served = serve(&folder, port);
    assert_ne!(served.address, format!("127.0.0.1:{port}"));
    let (head, page) = served.get("/side-event-2018/");
    assert!(head.starts_with("HTTP/1.0 200") || head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(page.contains(TITLE) && page.contains("/.marginalia/reload.js"));
    assert!(served.get("/side-event-2018").0.contains("/side-event-2018/"), "a folder's page");
    let (head, missing) = served.get("/nothing/here");
    assert!(head.contains(" 404 ") && head.contains("text/html"), "{head}");
    assert!(
        missing.contains("no page at this address") && missing.contains("href=\"/\""),
        "{missing}"
    );
    assert!(missing.contains("/.marginalia/reload.js"), "it goes away once there is a page");
    let (first, report) = served.state("");
    assert_eq!(report, None);

    let file = folder.join("side-event-2018.toml");
    change(&file, "title = ", "titel = ");
    let (second, report) = served.state(&first);
    let report = report.expect("a report");
    assert!(report.contains("Did you mean `title`?") && !report.contains('\u{1b}'), "{report}");
    assert!(report.contains("save the file") && !report.contains("call the command"), "{report}");
    let last_good = served.get("/side-event-2018/").1;
    assert!(last_good.contains(TITLE));

    change(&file, "titel = ", "title = ");
    change(&file, TITLE, "Another Title");
    let mut known = second;
    loop {
        let (next, report) = served.state(&known);
        known = next;
        if report.is_none() && served.get("/side-event-2018/").1.contains("Another Title") {
            break;
        }
    }
}
