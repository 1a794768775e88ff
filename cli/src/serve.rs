//! `marginalia serve`: shows the site of a folder in the browser while its host writes. The site is made
//! anew at each save and the browser loads it again; while a file is at fault, the browser shows the
//! report over the last good page.

mod reloading;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::mpsc;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use marginalia::publishing::shell::Shell;
use marginalia::publishing::site::{Making, SiteFiles};
use notify::{RecursiveMode, Watcher as _};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use self::reloading::{
    RELOAD_SCRIPT, RELOAD_STYLE, STATE, missing_page, waiting_page, with_reloading,
};
use crate::build::{checked, site_files};
use crate::command_line::Serve;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::shell::built_in;

/// How long nothing must be saved before the site is made anew: editors save in several steps.
const QUIET: Duration = Duration::from_millis(60);

/// How long a browser waits for news before it asks again.
const LONGEST_WAIT: Duration = Duration::from_secs(25);

/// What a host does once a file is mended.
const SAVE: &str =
    "Mend what is named above, and save the file. Until then the browser shows the last good page.";

/// What browsers are shown.
#[derive(Default)]
struct Shown {
    /// The last good site.
    site: SiteFiles,
    /// Counts the sites that were made.
    made: u64,
    /// What is wrong with the files as they are now.
    report: Option<String>,
    /// Counts all that was shown: sites and reports.
    number: u64,
}

/// What browsers are shown, and whoever waits for the next.
#[derive(Default)]
struct Stage {
    shown: Mutex<Shown>,
    news: Condvar,
}

/// Serves the site of a folder until the program is ended.
pub(crate) fn run(serve: &Serve) -> Result<(), Failure> {
    let shell = built_in()?;
    let folder = serve.folder.clone();
    if !folder.is_dir() {
        return Err(Failure::new(format!(
            "There is no folder `{}`. Name the folder of the event files, or leave it out for this one.",
            folder.display()
        )));
    }
    let (listener, address) = listen(serve.port)?;
    let server = Server::from_listener(listener, None)
        .map_err(|error| Failure::new(format!("The site cannot be served: {error}.")))?;
    let stage = Arc::new(Stage::default());
    stage.show(make(&folder, &shell, &SiteFiles::default()));
    println!("http://{address}/ shows the events of {}. End it by Ctrl+C.", folder.display());
    if address.port() != serve.port {
        println!("(Port {} is taken by another program.)", serve.port);
    }
    let watching = Arc::clone(&stage);
    std::thread::spawn(move || {
        if let Err(error) = watch(&folder, &shell, &watching) {
            eprintln!("Saved files are no longer noticed ({error}): start the program again.");
        }
    });
    for request in server.incoming_requests() {
        let stage = Arc::clone(&stage);
        // A browser that waits for news must not keep others waiting.
        std::thread::spawn(move || answer(request, &stage));
    }
    Ok(())
}

/// The wished port, or the next that is free.
fn listen(port: u16) -> Result<(TcpListener, SocketAddr), Failure> {
    const TRIES: u16 = 20;
    for port in port..=port.saturating_add(TRIES) {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            let address = listener.local_addr();
            return Ok((listener, address.unwrap_or((Ipv4Addr::LOCALHOST, port).into())));
        }
    }
    Err(Failure::new(format!(
        "Neither port {port} nor the {TRIES} after it are free on this machine. Name another one, such as \
         `--port 9000`."
    )))
}

/// Makes the site anew after each save.
fn watch(folder: &Path, shell: &Shell, stage: &Stage) -> notify::Result<()> {
    let (sender, saved) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let is_change = event.is_ok_and(|event| !event.kind.is_access());
        if is_change {
            // Nobody hears it where the program is ending.
            let _ = sender.send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    let beside = marginalia::event::file::public_folder(folder);
    if beside.is_dir() && !beside.starts_with(folder) {
        watcher.watch(&beside, RecursiveMode::Recursive)?;
    }
    while saved.recv().is_ok() {
        while saved.recv_timeout(QUIET).is_ok() {}
        let earlier = stage.site();
        stage.show(make(folder, shell, &earlier));
    }
    Ok(())
}

/// Makes the site; what has not changed of `earlier` is taken over.
fn make(folder: &Path, shell: &Shell, earlier: &SiteFiles) -> Result<SiteFiles, Failure> {
    // Whoever writes wants to see the latest, and not what their browser keeps.
    let making = Making {
        shell,
        is_compressed: false,
        is_kept: false,
        earlier: Some(earlier),
        after_each: None,
    };
    site_files(&checked(folder, SAVE)?, making, &Progress::begin(), &earlier.remarks)
}

impl Stage {
    fn show(&self, made: Result<SiteFiles, Failure>) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        match made {
            Ok(site) => {
                if shown.site.files != site.files {
                    shown.site = site;
                    shown.made += 1;
                    println!("The site was made.");
                } else if shown.report.is_none() {
                    return;
                }
                shown.report = None;
            }
            Err(failure) => {
                eprintln!("{failure}");
                shown.report = Some(without_colours(&failure.to_string()));
            }
        }
        shown.number += 1;
        self.news.notify_all();
    }

    /// The site that is shown.
    fn site(&self) -> SiteFiles {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).site.clone()
    }

    /// What is shown, as JSON: once it is something else than what the browser knows, or after a while.
    fn state(&self, known: Option<u64>) -> String {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let is_known = |shown: &mut Shown| known == Some(shown.number);
        let waited = self.news.wait_timeout_while(shown, LONGEST_WAIT, is_known);
        let (shown, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let Shown { number, made, report, .. } = &*shown;
        serde_json::json!({ "number": number, "made": made, "text": report }).to_string()
    }

    /// The file at a path, as the browser is sent it.
    fn file(&self, path: &str) -> Answer {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
        let page = format!("{path}index.html");
        let is_folder = path.is_empty() || path.ends_with('/');
        let path = if is_folder { page.as_str() } else { &path };
        match shown.site.files.get(path) {
            Some(page) if path.ends_with(".html") => Answer::page(with_reloading(page)),
            Some(file) => {
                let kind = mime_guess::from_path(path).first_or_octet_stream();
                Answer { status: 200, kind: kind.to_string(), body: file.to_vec(), to: None }
            }
            None if shown.made == 0 => Answer::page(waiting_page()),
            None if shown.site.files.contains_key(&format!("{path}/index.html")) => {
                Answer { status: 308, to: Some(format!("/{path}/")), ..Answer::text("") }
            }
            None => Answer { status: 404, ..Answer::page(missing_page()) },
        }
    }
}

/// What a browser is sent.
struct Answer {
    status: u16,
    kind: String,
    body: Vec<u8>,
    /// Where it is to go instead.
    to: Option<String>,
}

impl Answer {
    fn page(body: Vec<u8>) -> Self {
        Self { status: 200, kind: "text/html; charset=utf-8".to_owned(), body, to: None }
    }

    fn text(text: &str) -> Self {
        Self { kind: "text/plain; charset=utf-8".to_owned(), ..Self::page(text.into()) }
    }

    fn of(kind: &str, text: &str) -> Self {
        Self { kind: kind.to_owned(), ..Self::page(text.into()) }
    }
}

/// A report without what colours it on a terminal.
fn without_colours(report: &str) -> String {
    String::from_utf8_lossy(&strip_ansi_escapes::strip(report)).into_owned()
}

fn answer(request: Request, stage: &Stage) {
    let address = request.url().to_owned();
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let is_reading = matches!(request.method(), Method::Get | Method::Head);
    let answer = if !is_reading {
        Answer { status: 405, ..Answer::text("This server only shows pages.") }
    } else if path == STATE {
        let known = address.split_once('?').and_then(|(_, known)| known.parse().ok());
        Answer::of("application/json", &stage.state(known))
    } else if path == RELOAD_SCRIPT.0 {
        Answer::of("text/javascript", RELOAD_SCRIPT.1)
    } else if path == RELOAD_STYLE.0 {
        Answer::of("text/css", RELOAD_STYLE.1)
    } else {
        stage.file(path)
    };
    let Answer { status, kind, body, to } = answer;
    let mut response = Response::from_data(body).with_status_code(StatusCode(status));
    let headers = [
        ("Content-Type", Some(kind)),
        ("Cache-Control", Some("no-store".into())),
        ("Location", to),
    ];
    for (name, value) in headers {
        if let Some(Ok(header)) = value.map(|value| Header::from_bytes(name, value)) {
            response = response.with_header(header);
        }
    }
    // A browser that has gone does not matter.
    let _ = request.respond(response);
}
