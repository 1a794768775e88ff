//! `marginalia serve`: shows the site of a folder in the browser while its host writes. The site is made
//! anew at each save and the browser loads it again; while a file is at fault, the browser shows the
//! report over the last good page.

mod reloading;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::Timestamp;
use marginalia::publishing::shell::Shell;
use marginalia::publishing::site::{Making, SiteFiles};
use notify::{RecursiveMode, Watcher as _};
use tokio::sync::watch;

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
struct Stage {
    shown: watch::Sender<Shown>,
    /// What browsers are told counts from here on: the milliseconds since 1970 at which the program was started.
    /// A page that was opened before would else take another site for the one it knows.
    began: u64,
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
    // Before the site is made: what is saved meanwhile is to be noticed as well.
    let watched = watch(&folder);
    let stage = Arc::new(Stage::new());
    stage.show(make(&folder, &shell, &SiteFiles::default()));
    println!(
        "http://{address}/ shows the events of the folder `{}`. End it by Ctrl+C.",
        folder.display()
    );
    if address.port() != serve.port {
        println!("(Port {} is taken by another program.)", serve.port);
    }
    match watched {
        Ok(watched) => {
            let stage = Arc::clone(&stage);
            std::thread::spawn(move || make_anew(&watched, &folder, &shell, &stage));
        }
        Err(error) => eprintln!(
            "Saved files are not noticed ({error}), so the page stays as it is: start the program again after \
             a save."
        ),
    }
    answer(listener, stage)
        .map_err(|error| Failure::new(format!("The site cannot be served: {error}.")))
}

/// Answers browsers, until the program is ended.
fn answer(listener: TcpListener, stage: Arc<Stage>) -> io::Result<()> {
    let pages = Router::new()
        .route(&format!("/{STATE}"), get(state))
        .route(
            &format!("/{}", RELOAD_SCRIPT.0),
            get(([(CONTENT_TYPE, "text/javascript")], RELOAD_SCRIPT.1)),
        )
        .route(&format!("/{}", RELOAD_STYLE.0), get(([(CONTENT_TYPE, "text/css")], RELOAD_STYLE.1)))
        .fallback_service(get(file).with_state(Arc::clone(&stage)))
        .layer(map_response(async |answer: Response| ([(CACHE_CONTROL, "no-store")], answer)))
        .with_state(stage);
    // One thread is enough: the only answers that take their time wait for news.
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        listener.set_nonblocking(true)?;
        axum::serve(tokio::net::TcpListener::from_std(listener)?, pages).await
    })
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

/// Who notices saved files, as long as it is kept, and where it tells of them.
struct Watched {
    _watcher: notify::RecommendedWatcher,
    saved: Receiver<()>,
}

/// Begins to notice what is saved in a folder.
fn watch(folder: &Path) -> notify::Result<Watched> {
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
    Ok(Watched { _watcher: watcher, saved })
}

/// Makes the site anew after each save.
fn make_anew(watched: &Watched, folder: &Path, shell: &Shell, stage: &Stage) {
    while watched.saved.recv().is_ok() {
        while watched.saved.recv_timeout(QUIET).is_ok() {}
        let earlier = stage.site();
        stage.show(make(folder, shell, &earlier));
    }
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
    fn new() -> Self {
        let began = Timestamp::now().as_millisecond().try_into().unwrap_or_default();
        Self { shown: watch::Sender::default(), began }
    }

    fn show(&self, made: Result<SiteFiles, Failure>) {
        self.shown.send_if_modified(|shown| {
            match made {
                Ok(site) => {
                    if shown.site.files != site.files {
                        shown.site = site;
                        shown.made += 1;
                        println!("The site was made.");
                    } else if shown.report.is_none() {
                        return false;
                    }
                    shown.report = None;
                }
                Err(failure) => {
                    eprintln!("{failure}");
                    shown.report = Some(without_colours(&failure.to_string()));
                }
            }
            shown.number += 1;
            true
        });
    }

    /// The site that is shown.
    fn site(&self) -> SiteFiles {
        self.shown.borrow().site.clone()
    }

    /// What is shown, as JSON: once it is something else than what the browser knows, or after a while.
    async fn state(&self, known: Option<u64>) -> String {
        let mut news = self.shown.subscribe();
        let other = news.wait_for(|shown| known != Some(self.began + shown.number));
        // Without any news, what is known is said once more.
        let _ = tokio::time::timeout(LONGEST_WAIT, other).await;
        let Shown { number, made, report, .. } = &*self.shown.borrow();
        let [number, made] = [number, made].map(|count| self.began + count);
        serde_json::json!({ "number": number, "made": made, "text": report }).to_string()
    }

    /// The file at a path, as the browser is sent it.
    fn file(&self, address: &str) -> Response {
        let shown = self.shown.borrow();
        let made = self.began + shown.made;
        let path = percent_encoding::percent_decode_str(address).decode_utf8_lossy();
        let page = format!("{path}index.html");
        let is_folder = path.is_empty() || path.ends_with('/');
        let path = if is_folder { page.as_str() } else { &path };
        match shown.site.files.get(path) {
            Some(page) if path.ends_with(".html") => html(with_reloading(page, made)),
            Some(file) => {
                let kind = mime_guess::from_path(path).first_or_octet_stream();
                of_kind(kind.essence_str(), file.to_vec())
            }
            None if shown.made == 0 => html(waiting_page(made)),
            None if shown.site.files.contains_key(&format!("{path}/index.html")) => {
                Redirect::temporary(&format!("/{address}/")).into_response()
            }
            None => (StatusCode::NOT_FOUND, html(missing_page(made))).into_response(),
        }
    }
}

async fn state(State(stage): State<Arc<Stage>>, RawQuery(known): RawQuery) -> Response {
    let known = known.and_then(|known| known.parse().ok());
    of_kind("application/json", stage.state(known).await)
}

async fn file(State(stage): State<Arc<Stage>>, address: Uri) -> Response {
    stage.file(address.path().trim_start_matches('/'))
}

fn html(page: Vec<u8>) -> Response {
    Html(page).into_response()
}

fn of_kind(kind: &str, content: impl IntoResponse) -> Response {
    ([(CONTENT_TYPE, kind)], content).into_response()
}
/// A report without what colours it on a terminal.
fn without_colours(report: &str) -> String {
    String::from_utf8_lossy(&strip_ansi_escapes::strip(report)).into_owned()
}
