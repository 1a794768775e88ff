//! Servers as child processes, and what they answer.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// What a server answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A header that must be there at most once.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = self.headers.iter().filter(|(it, _)| it.eq_ignore_ascii_case(name));
        let values: Vec<&str> = named.map(|(_, value)| &**value).collect();
        assert!(values.len() < 2, "{name}: {values:?}");
        values.first().copied()
    }

    /// The body as it was before it was compressed.
    pub(crate) fn content(&self) -> Vec<u8> {
        let mut content = Vec::new();
        match self.header("Content-Encoding") {
            None => return self.body.clone(),
            Some("br") => brotli::Decompressor::new(&*self.body, 4096).read_to_end(&mut content),
            Some("gzip") => flate2::read::GzDecoder::new(&*self.body).read_to_end(&mut content),
            Some(other) => panic!("{other}"),
        }
        .unwrap();
        content
    }
}

/// A server that runs, ended with the test.
pub(crate) struct Server {
    process: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Starts a server at a port that is free. Somebody else may take it first: then at another one.
    pub(crate) fn start(command: impl Fn(u16) -> Command, log: &Path) -> Self {
        for _ in 0..5 {
            let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
            let port = free.local_addr().unwrap().port();
            drop(free);
            let errors = fs::File::create(log).unwrap();
            let process = command(port).stdout(Stdio::null()).stderr(errors).spawn();
            let mut server = Self { process: process.expect("the server starts"), port };
            for _ in 0..1000 {
                if server.process.try_wait().unwrap().is_some() {
                    break;
                }
                if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                    return server;
                }
                sleep(Duration::from_millis(20));
            }
        }
        panic!("the server does not run: {}", fs::read_to_string(log).unwrap_or_default());
    }

    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let mut request = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n",
            self.port
        );
        for (name, value) in headers {
            let _ = write!(request, "{name}: {value}\r\n");
        }
        stream.write_all(format!("{request}\r\n").as_bytes()).unwrap();
        let mut all = Vec::new();
        // Some servers reset a connection once all is said.
        let _: io::Result<usize> = stream.read_to_end(&mut all);
        let end = all.windows(4).position(|it| it == b"\r\n\r\n").expect("a head and a body");
        let head = String::from_utf8(all[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let mut answer = Answer { status, headers, body: all[end + 4..].to_vec() };
        if answer.header("Transfer-Encoding") == Some("chunked") {
            answer.body = without_chunks(&answer.body);
        }
        answer
    }
}

fn without_chunks(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let end = body.windows(2).position(|it| it == b"\r\n").expect("the length of a chunk");
        let length = usize::from_str_radix(str::from_utf8(&body[..end]).unwrap(), 16).unwrap();
        if length == 0 {
            return whole;
        }
        whole.extend(&body[end + 2..end + 2 + length]);
        body = &body[end + 2 + length + 2..];
    }
}

/// A program by its name, where it is there. Debian keeps servers in folders that are not on everybody's
/// PATH.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain(["/usr/sbin", "/usr/local/sbin"].map(Into::into));
    let found = folders
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|program| program.is_file());
    if found.is_none() {
        let told = format!("There is no {}, so the site is not tested with it.", names[0]);
        let is_ci = env::var_os("CI").is_some_and(|value| !value.is_empty());
        assert!(!is_ci, "{told} On Debian: apt-get install nginx-light apache2-bin caddy");
        eprintln!("{told}");
    }
    found
}

pub(crate) fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}
