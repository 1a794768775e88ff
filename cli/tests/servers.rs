//! The site as real servers send it: nginx, Apache and Caddy, each with the lines that the program wrote for
//! it, at the root of a host and at a path; and `_headers` by the rules of the services that read it. What
//! a browser is told must not depend on which of them a host has.
//!
//! A server that is not there is said to be left out. Under `CI`, where nobody would read that, it is a
//! failure.
#![cfg(feature = "site")]

mod servers {
    pub(crate) mod process;
}

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use servers::process::{Answer, Server, find, is_root};

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const MISSING: &str = "<!doctype html><title>Missing</title><p>There is no such page here.";
const SECRET: &str = "not for everybody";

/// A folder for a test, removed at its end. It lies where also a server may read that has laid down root's
/// rights.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("marginalia-servers-{name}-{}", std::process::id());
        let folder = env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder.canonicalize().unwrap())
    }

    /// Writes a file, in folders that are made.
    fn write(&self, path: &str, content: &[u8]) {
        let place = self.0.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, content).unwrap();
    }

    fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    /// Takes the events of the tests, all or those of some names, and makes a site of them.
    fn build(&self, is_taken: fn(&str) -> bool, arguments: &[&str]) {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
        copy(&tests.join("public"), &self.0.join("public"), |_| true);
        copy(&tests.join("events"), &self.0, is_taken);
        let output = Command::new(env!("CARGO_BIN_EXE_marginalia"))
            .current_dir(&self.0)
            .args(["build", "--out", "site"])
            .args(arguments)
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// All files of the site, by their paths in it.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fn collect(folder: &Path, path: &str, files: &mut BTreeMap<String, Vec<u8>>) {
            for entry in folder.read_dir().unwrap().map(Result::unwrap) {
                let path = format!("{path}{}", entry.file_name().to_str().unwrap());
                if entry.path().is_dir() {
                    collect(&entry.path(), &format!("{path}/"), files);
                } else {
                    files.insert(path, fs::read(entry.path()).unwrap());
                }
            }
        }
        let mut files = BTreeMap::new();
        collect(&self.site(), "", &mut files);
        files
    }
}

fn copy(from: &Path, to: &Path, is_taken: fn(&str) -> bool) {
    fs::create_dir_all(to).unwrap();
    for entry in from.read_dir().unwrap().map(Result::unwrap) {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place, is_taken);
        } else if is_taken(entry.file_name().to_str().unwrap()) {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}

/// A site of several events, with files of all kinds that a host may have.
fn site(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("public/404.html", MISSING.as_bytes());
    folder.write("public/.well-known/security.txt", b"Contact: mailto:host@example.org\n");
    folder.write("public/archive.tar.gz", &[0x1f, 0x8b, 8, 0, 1, 2, 3, 4]);
    folder.write("public/picture-of-the-day.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
    folder.write("public/site.webmanifest", &long("{\"name\": \"An event\"}"));
    folder.write("public/news.atom", &long("<feed xmlns='http://www.w3.org/2005/Atom'/>"));
    folder.write("public/words.txt", &long("Größe"));
    folder.build(|_| true, &[]);
    folder.write("site/.hidden/secret.txt", SECRET.as_bytes());
    folder.write("site/side-event-2018/.secret", SECRET.as_bytes());
    folder
}

/// So long that it is worth compressing.
fn long(text: &str) -> Vec<u8> {
    format!("{text}{}", "\n".repeat(2000)).into_bytes()
}

/// Whether a name of the site's own ends in its hash.
fn holds_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap();
    let (start, _) = name.split_once('.').unwrap_or((name, ""));
    let hash = start.trim_end_matches("_bg").rsplit('-').next().unwrap();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The type that each file must have, where the program has a say in it.
fn expected_type(path: &str) -> Option<&'static str> {
    let types = [
        (".csl.json", "application/vnd.citationstyles.csl+json"),
        (".schema.json", "application/schema+json"),
        (".json", "application/json"),
        (".html", "text/html; charset=utf-8"),
        (".css", "text/css; charset=utf-8"),
        (".js", "text/javascript; charset=utf-8"),
        (".wasm", "application/wasm"),
        (".webmanifest", "application/manifest+json"),
        (".ics", "text/calendar; charset=utf-8"),
        (".bib", "text/x-bibtex; charset=utf-8"),
        (".ris", "application/x-research-info-systems; charset=utf-8"),
        (".atom", "application/atom+xml"),
        (".svg", "image/svg+xml"),
        (".txt", "text/plain; charset=utf-8"),
    ];
    types.into_iter().find(|(ending, _)| path.ends_with(ending)).map(|(_, kind)| kind)
}

/// What each directive of a policy names.
type Policy = BTreeMap<String, BTreeSet<String>>;

fn policy(text: &str) -> Policy {
    let directives = text.split(';').filter_map(|directive| {
        let mut words = directive.split_whitespace().map(str::to_owned);
        Some((words.next()?, words.collect()))
    });
    directives.collect()
}

/// The policy of a page's own.
fn own_policy(page: &str) -> Option<Policy> {
    let (_, rest) = page.split_once("Content-Security-Policy")?;
    let (_, rest) = rest.split_once("content=\"")?;
    Some(policy(rest.split_once('"')?.0))
}

/// What a header must say: what the policies of all pages say, together.
fn expected_policy(files: &BTreeMap<String, Vec<u8>>) -> Policy {
    let mut expected = Policy::new();
    let mut pages = 0;
    for (_, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let Some(own) = own_policy(&String::from_utf8_lossy(page)) else { continue };
        pages += 1;
        for (name, sources) in own {
            expected.entry(name).or_default().extend(sources);
        }
    }
    assert!(pages > 0);
    for sources in expected.values_mut().filter(|sources| sources.len() > 1) {
        sources.remove("'none'");
    }
    expected.insert("frame-ancestors".to_owned(), BTreeSet::from(["'self'".to_owned()]));
    expected
}

/// Holds a header to what it must say. Beside that it may name the style of the icon.
fn check_policy(header: &str, expected: &Policy) {
    let mut told = policy(header);
    let styles = told.get_mut("style-src").expect("styles");
    let of_icon: Vec<_> = styles.difference(&expected["style-src"]).cloned().collect();
    assert!(of_icon.len() == 1 && of_icon[0].starts_with("'sha256-"), "{of_icon:?}");
    styles.remove(&of_icon[0]);
    assert_eq!(told, *expected);
}

/// What a server is asked for, and what it must say whichever it is.
struct Check<'site> {
    server: &'site Server,
    files: &'site BTreeMap<String, Vec<u8>>,
    policy: &'site Policy,
    /// The path at which the site stands.
    root: &'static str,
    /// Whether the server sends brotli.
    has_brotli: bool,
}

impl Check<'_> {
    fn all(&self) {
        for path in self.files.keys().filter(|path| self.is_public(path)) {
            self.file(path, path);
        }
        self.file("", "index.html");
        self.file("side-event-2018/", "side-event-2018/index.html");
        self.file(".well-known/security.txt", ".well-known/security.txt");
        self.file_of_the_host();
        self.folder_without_slash();
        self.unchanged();
        for path in
            ["nothing", "nothing/at/all.html", "forum-fr/nothing.ics", "style-0123456789abcdef.css"]
        {
            self.missing(path);
        }
        for path in [".marginalia.json", ".htaccess", ".hidden/secret.txt", ".hidden/"] {
            self.hidden(path);
        }
        self.hidden("side-event-2018/.secret");
    }

    fn is_public(&self, path: &str) -> bool {
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        // Caddy does not show what it reads itself.
        let is_for_servers = path.starts_with("servers/");
        !is_hidden && !is_for_servers && !path.ends_with(".br") && !path.ends_with(".gz")
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.server.get(&format!("{}{path}", self.root), headers)
    }

    fn file(&self, address: &str, path: &str) {
        let content = &self.files[path];
        let is_compressed = self.files.contains_key(&format!("{path}.gz"));
        for accepted in ["", "identity", "br", "gzip", "gzip, deflate, br", "br;q=0, gzip"] {
            let told = format!("{}{address}, taking `{accepted}`", self.root);
            let answer = match accepted {
                "" => self.get(address, &[]),
                _ => self.get(address, &[("Accept-Encoding", accepted)]),
            };
            assert_eq!(answer.status, 200, "{told}");
            let encoding = match accepted {
                _ if !is_compressed => None,
                "br" | "gzip, deflate, br" if self.has_brotli => Some("br"),
                "br" | "" | "identity" => None,
                _ => Some("gzip"),
            };
            assert_eq!(answer.header("Content-Encoding"), encoding, "{told}");
            assert!(answer.content() == *content, "{told}: other bytes");
            if let Some(expected) = expected_type(path) {
                assert_eq!(answer.header("Content-Type"), Some(expected), "{told}");
            }
            if is_compressed {
                assert_eq!(answer.header("Vary"), Some("Accept-Encoding"), "{told}");
            }
            let kept = if holds_hash(path) { FOR_EVER } else { "no-cache" };
            assert_eq!(answer.header("Cache-Control"), Some(kept), "{told}");
            assert_eq!(answer.header("Content-Language"), None, "{told}");
            self.same_everywhere(&answer);
        }
    }

    fn same_everywhere(&self, answer: &Answer) {
        check_policy(answer.header("Content-Security-Policy").expect("a policy"), self.policy);
        assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(answer.header("Referrer-Policy"), Some("strict-origin-when-cross-origin"));
        assert_eq!(answer.header("Cross-Origin-Opener-Policy"), Some("same-origin"));
    }

    /// What a host compressed is a file like any other: nobody shall unpack it on the way.
    fn file_of_the_host(&self) {
        let answer = self.get("archive.tar.gz", &[("Accept-Encoding", "gzip")]);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("Content-Encoding"), None);
        assert_eq!(answer.body, self.files["archive.tar.gz"]);
    }

    fn folder_without_slash(&self) {
        let answer = self.get("side-event-2018", &[]);
        assert!(matches!(answer.status, 301 | 302 | 308), "{}", answer.status);
        let there = answer.header("Location").expect("an address");
        assert!(there.ends_with(&format!("{}side-event-2018/", self.root)), "{there}");
    }

    fn unchanged(&self) {
        for path in ["index.html", "side-event-2018/"] {
            let first = self.get(path, &[]);
            let tag = first.header("ETag").expect("a tag");
            let answer = self.get(path, &[("If-None-Match", tag)]);
            assert_eq!(answer.status, 304, "{path}");
            assert!(answer.body.is_empty());
            assert_eq!(answer.header("Cache-Control"), Some("no-cache"));
        }
    }

    fn missing(&self, path: &str) {
        for accepted in ["identity", "gzip"] {
            let answer = self.get(path, &[("Accept-Encoding", accepted)]);
            assert_eq!(answer.status, 404, "{path}");
            assert_eq!(String::from_utf8_lossy(&answer.content()), MISSING, "{path}");
            assert_eq!(answer.header("Content-Type"), Some("text/html; charset=utf-8"), "{path}");
            assert_eq!(answer.header("Cache-Control"), Some("no-cache"), "{path}");
            self.same_everywhere(&answer);
        }
    }

    fn hidden(&self, path: &str) {
        let answer = self.get(path, &[]);
        // Apache has a rule of its own for `.htaccess`.
        let is_hidden = answer.status == 404 || answer.status == 403 && path == ".htaccess";
        assert!(is_hidden, "{path}: {}", answer.status);
        let body = String::from_utf8_lossy(&answer.body);
        assert!(!body.contains(SECRET) && !body.contains("\"files\""), "{path}: {body}");
    }
}

#[test]
fn nginx_sends_the_site_as_it_is_told() {
    let Some(nginx) = find(&["nginx"]) else { return };
    let folder = site("nginx");
    let files = folder.files();
    let (site, log) = (folder.site().display().to_string(), folder.0.join("log"));
    let brotli = Path::new("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let at_root = format!(
        "location / {{ root {site}; error_page 404 /404.html; include {site}/servers/nginx.conf; }}"
    );
    let with_brotli = at_root.replace("include", "brotli_static on; include");
    let at_path = format!(
        "location = /conference {{ return 301 /conference/; }}
         location /conference/ {{
             alias {site}/; error_page 404 /conference/404.html; include {site}/servers/nginx.conf;
         }}"
    );
    let bare = at_root.replace("error_page 404 /404.html;", "");
    let cases = [
        (&bare, "/", false),
        (&at_root, "/", false),
        (&at_path, "/conference/", false),
        (&with_brotli, "/", true),
    ];
    for (block, root, has_brotli) in cases {
        if has_brotli && !brotli.is_file() {
            eprintln!("nginx has no module for brotli here, so it is not tested with it.");
            continue;
        }
        let command = |port| {
            let mut config = String::new();
            if has_brotli {
                let _ = writeln!(config, "load_module {};", brotli.display());
            }
            config.push_str("daemon off; master_process off; events {}\n");
            let place = folder.0.display();
            let _ = writeln!(config, "pid {place}/pid; error_log stderr;");
            let _ = writeln!(config, "http {{ access_log off; absolute_redirect off;");
            for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
                let _ = writeln!(config, "{kind}_temp_path {place}/{kind};");
            }
            let _ = writeln!(config, "types {{ image/png png; text/html html; text/css css; }}");
            let _ = writeln!(config, "index other.html;");
            let _ = writeln!(config, "server {{ listen 127.0.0.1:{port};\n{block}\n}}\n}}");
            folder.write("nginx.conf", config.as_bytes());
            let mut command = Command::new(&nginx);
            command.arg("-p").arg(&folder.0).arg("-c").arg(folder.0.join("nginx.conf"));
            command.args(["-e", "stderr"]);
            command
        };
        let server = Server::start(command, &log);
        if block == &bare {
            // What is missing today may be there tomorrow, also where the host's lines name no page for it.
            let kept = server.get("/style-0123456789abcdef.css", &[]);
            assert_eq!((kept.status, kept.header("Cache-Control")), (404, None));
            continue;
        }
        Check {
            server: &server,
            files: &files,
            policy: &expected_policy(&files),
            root,
            has_brotli,
        }
        .all();
    }
}

#[test]
fn apache_sends_the_site_as_it_is_told() {
    let Some(apache) = find(&["apache2", "httpd"]) else { return };
    let folder = site("apache");
    let files = folder.files();
    let (place, site, log) = (&folder.0.display(), folder.site(), folder.0.join("log"));
    let site = site.display();
    folder.write("empty/nothing", b"");
    let cases = [
        (format!("DocumentRoot {site}"), "/"),
        (format!("DocumentRoot {place}"), "/site/"),
        (format!("DocumentRoot {place}/empty\nAlias /conference {site}"), "/conference/"),
    ];
    let needed = ["mpm_event", "unixd", "authz_core", "dir", "alias"];
    let further = ["mime", "headers", "rewrite", "negotiation"];
    let start = |block: &str, further: &[&str]| {
        let command = |port| {
            let mut config = format!(
                "ServerRoot {place}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\n\
                 PidFile {place}/pid\nErrorLog {}\nDefaultRuntimeDir {place}\n",
                log.display()
            );
            for module in needed.iter().chain(further) {
                let file = module_file(module);
                let _ = writeln!(
                    config,
                    "<IfModule !{module}_module>\nLoadModule {module}_module {file}\n</IfModule>"
                );
            }
            if is_root() {
                config.push_str("User #65534\nGroup #65534\n");
            }
            folder.write("types", b"image/png png\napplication/gzip gz\ntext/html html\n");
            let _ = writeln!(
                config,
                "DirectoryIndex index.html\n<IfModule mime_module>\nTypesConfig {place}/types\n\
                 AddLanguage br .br\n</IfModule>\n{block}"
            );
            let _ = writeln!(
                config,
                "<Directory />\nAllowOverride None\nRequire all denied\n</Directory>\n\
                 <Directory {place}>\nRequire all granted\nOptions FollowSymLinks\n</Directory>\n\
                 <Directory {site}>\nAllowOverride FileInfo\n</Directory>\n\
                 <FilesMatch \"^\\.ht\">\nRequire all denied\n</FilesMatch>"
            );
            folder.write("apache.conf", config.as_bytes());
            let mut command = Command::new(&apache);
            command.arg("-X").arg("-f").arg(folder.0.join("apache.conf"));
            command
        };
        Server::start(command, &log)
    };
    let policy = expected_policy(&files);
    for (block, root) in &cases {
        let server = start(block, &further);
        Check { server: &server, files: &files, policy: &policy, root, has_brotli: true }.all();
    }
    // A host may have fewer modules: the site is there all the same, and what is hidden stays so.
    let server = start(&cases[0].0, &[]);
    assert_eq!(server.get("/", &[]).body, files["index.html"]);
    assert_eq!(server.get("/.marginalia.json", &[]).status, 404);
}

/// The file of a module of Apache, on Debian, Fedora, Arch and macOS.
fn module_file(module: &str) -> String {
    let folders = [
        "/usr/lib/apache2/modules",
        "/usr/lib64/httpd/modules",
        "/usr/lib/httpd/modules",
        "/usr/libexec/apache2",
    ];
    let files = folders.map(|folder| format!("{folder}/mod_{module}.so"));
    files.iter().find(|file| Path::new(file).is_file()).unwrap_or(&files[0]).clone()
}

#[test]
fn caddy_sends_the_site_as_it_is_told() {
    let Some(caddy) = find(&["caddy"]) else { return };
    let folder = site("caddy");
    let files = folder.files();
    let (site, log) = (folder.site().display().to_string(), folder.0.join("log"));
    let lines = format!("root * {site}\nimport {site}/servers/Caddyfile\n");
    let cases = [
        (lines.clone(), "/"),
        (
            format!("redir /conference /conference/\nhandle_path /conference/* {{\n{lines}}}\n"),
            "/conference/",
        ),
    ];
    for (block, root) in cases {
        let command = |port| {
            let config = format!(
                "{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n{block}}}\n"
            );
            folder.write("Caddyfile", config.as_bytes());
            let mut command = Command::new(&caddy);
            command.args(["run", "--adapter", "caddyfile", "--config"]);
            command.arg(folder.0.join("Caddyfile")).env("HOME", &folder.0);
            command.env("XDG_DATA_HOME", &folder.0).env("XDG_CONFIG_HOME", &folder.0);
            command
        };
        let server = Server::start(command, &log);
        Check {
            server: &server,
            files: &files,
            policy: &expected_policy(&files),
            root,
            has_brotli: true,
        }
        .all();
    }
}

/// `_headers` as its services read it.
struct Headers(Vec<(String, Vec<(String, String)>)>);

impl Headers {
    /// Lines that begin with `#` say nothing; a path begins at the start of its line, and what is told of it
    /// stands indented below.
    fn read(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines() {
            assert!(line.len() <= 2000, "Cloudflare takes no such line: {line}");
            let told = line.trim();
            if told.is_empty() || told.starts_with('#') {
                continue;
            }
            if line.starts_with('/') {
                assert!(told.matches('*').count() <= 1, "Cloudflare takes one `*`: {told}");
                rules.push((told.to_owned(), Vec::new()));
            } else {
                assert!(line.starts_with("  "), "{line}");
                let (name, value) = told.split_once(':').expect("a name and a value");
                let (_, headers) = rules.last_mut().expect("a path above");
                headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        assert!(rules.len() <= 100, "Cloudflare takes no more than 100 rules");
        Self(rules)
    }

    /// What is said of a path: by all rules that fit.
    fn of(&self, path: &str) -> BTreeMap<&str, &str> {
        let mut told = BTreeMap::new();
        for (rule, headers) in &self.0 {
            let is_fit = match rule.split_once('*') {
                None => rule == path,
                Some((start, end)) => {
                    path.len() >= start.len() + end.len()
                        && path.starts_with(start)
                        && path.ends_with(end)
                }
            };
            for (name, value) in headers.iter().filter(|_| is_fit) {
                let before = told.insert(&**name, &**value);
                assert_eq!(before, None, "{path}: services do not agree on what two rules mean");
            }
        }
        told
    }
}

#[test]
fn headers_say_the_same_to_services_that_read_them() {
    let folder = site("headers");
    let files = folder.files();
    let headers = Headers::read(str::from_utf8(&files["_headers"]).unwrap());
    let policy = expected_policy(&files);
    for path in files.keys() {
        let told = headers.of(&format!("/{path}"));
        check_policy(told["Content-Security-Policy"], &policy);
        assert_eq!(told["X-Content-Type-Options"], "nosniff");
        // Services ask anew by themselves; what is said of a file's forms matters to nobody.
        if !path.ends_with(".br") && !path.ends_with(".gz") {
            let kept = holds_hash(path).then_some(FOR_EVER);
            assert_eq!(told.get("Cache-Control").copied(), kept, "{path}");
        }
        if let Some(kind) = told.get("Content-Type") {
            assert_eq!(Some(*kind), expected_type(path), "{path}");
        }
    }
    for ending in ["ics", "bib", "ris", "csl.json", "webmanifest", "atom", "wasm"] {
        let path = format!("/any/event.{ending}");
        assert_eq!(headers.of(&path).get("Content-Type").copied(), expected_type(&path), "{path}");
    }
}

#[test]
fn the_policy_holds_for_a_page_that_is_one_file_as_well() {
    let folder = Folder::new("single");
    folder.build(
        |name| name == "side-event-2018.toml" || !name.ends_with(".toml"),
        &["--single-file"],
    );
    let files = folder.files();
    assert!(files.contains_key("side-event-2018.html"));
    let headers = Headers::read(str::from_utf8(&files["_headers"]).unwrap());
    let told = headers.of("/side-event-2018.html")["Content-Security-Policy"];
    check_policy(told, &expected_policy(&files));
    let single = own_policy(str::from_utf8(&files["side-event-2018.html"]).unwrap()).unwrap();
    assert!(single["script-src"].is_subset(&policy(told)["script-src"]));
}

#[test]
fn files_for_servers_are_the_same_each_time_and_a_host_s_own_stay() {
    let folder = Folder::new("again");
    folder.write("public/_headers", b"/*\n  X-Own: yes\n");
    folder.build(|_| true, &[]);
    let first = folder.files();
    assert_eq!(first["_headers"], b"/*\n  X-Own: yes\n");
    folder.build(|_| true, &[]);
    assert!(folder.files() == first);
    for path in [".htaccess", "servers/nginx.conf", "servers/Caddyfile"] {
        let text = str::from_utf8(&first[path]).unwrap();
        assert!(!text.contains(folder.0.to_str().unwrap()), "{path} knows where it was made");
    }
}
