//! Which files of a built page the browser needs before a reader can read and write, which of them
//! are the program, and which programs follow later: read from the page itself, so that no list can
//! go stale. It must not weigh them: that is for `size`.
//!
//! This is no browser. It knows the ways in which a page built by Trunk names its files, and
//! follows a script or a style sheet to what these name in turn.

use std::collections::{BTreeMap, VecDeque};

use crate::failure::Failure;

const PAGE: &str = "index.html";

/// One file of the page.
#[derive(Clone, Debug)]
pub(crate) struct PageFile {
    /// Its address within the folder of the page, such as `index.html`.
    pub(crate) address: String,
    /// What it holds.
    pub(crate) content: Vec<u8>,
}

/// The files of a page, by when they are needed.
#[derive(Debug)]
pub(crate) struct PageFiles {
    /// `index.html`, and the style sheets and scripts that it loads by itself. Not its pictures: they
    /// are the host's, and no text waits for them.
    pub(crate) before_writing: Vec<PageFile>,
    /// The script within `index.html` that takes what is typed until the program is there.
    pub(crate) early_script: String,
    /// The style sheets that no reader waits for: browsers load what is for paper beside the page. One of
    /// them the program takes for its parts.
    pub(crate) later_styles: Vec<PageFile>,
    /// What the early script brings: the JavaScript and the wasm of the program.
    pub(crate) program: Vec<PageFile>,
    /// The sentences of the interface in each language. A page loads those of one.
    pub(crate) languages: Vec<LanguageFiles>,
    /// The programs that are loaded when they are first needed, by their names.
    pub(crate) later_programs: Vec<(String, Vec<PageFile>)>,
}

/// The sentences of the interface in a language.
#[derive(Debug)]
pub(crate) struct LanguageFiles {
    /// What the program says.
    pub(crate) words: PageFile,
    /// What stands in the page, for readers of another language than its own.
    pub(crate) page: PageFile,
}

/// Finds the files of a page. `read` tells what the file at an address holds, where there is one.
pub(crate) fn page_files(read: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<PageFiles, Failure> {
    let page = read(PAGE).ok_or_else(|| missing(PAGE))?;
    let page = String::from_utf8_lossy(&page);
    let tags = tags(&page);
    let early = tags
        .iter()
        .find(|tag| tag.name == "script" && tag.attribute("id") == Some("early"))
        .ok_or_else(|| not_as_expected("holds no `<script id=\"early\">`"))?;
    let script = early.attribute("data-program").ok_or_else(|| {
        not_as_expected("has an early script that names no file by `data-program`")
    })?;
    let program = program_files(read, script)?;
    let later_programs = tags
        .iter()
        .filter(|tag| tag.name == "meta")
        .filter_map(|tag| Some((tag.attribute("name")?, tag.attribute("content")?)))
        .filter(|(_, content)| content.starts_with("./") && content.ends_with(".js"))
        .map(|(name, script)| Ok((name.to_owned(), program_files(read, script)?)))
        .collect::<Result<_, Failure>>()?;
    let languages = languages(read, &tags)?;
    let later_styles = tags.iter().filter(|tag| is_style_sheet(tag) && is_for_paper(tag));
    let later_styles: Vec<Reference> = later_styles
        .filter_map(|tag| Some(Reference::sure(resolve(PAGE, tag.attribute("href")?)?)))
        .collect();
    let later_styles = followed(read, later_styles, &[])?;
    // A page may name its program in advance: that is no reason to wait for it.
    let before_writing = followed(read, [Reference::sure(PAGE.to_owned())], &program)?;
    let early_script = early.text.to_owned();
    Ok(PageFiles { before_writing, early_script, later_styles, program, languages, later_programs })
}

/// The sentences that a script of the page loads: it is told their address with a `*` for the language, and the
/// languages.
fn languages(
    read: &dyn Fn(&str) -> Option<Vec<u8>>,
    tags: &[Tag<'_>],
) -> Result<Vec<LanguageFiles>, Failure> {
    let named = |tag: &Tag<'_>| {
        Some((tag.attribute("data-words")?.to_owned(), tag.attribute("data-languages")?.to_owned()))
    };
    let (address, languages) = tags
        .iter()
        .find_map(named)
        .ok_or_else(|| not_as_expected("has no script that names sentences by `data-words`"))?;
    let file = |stem: &str, language: &str| {
        let named = address.replace("words-*", &format!("{stem}-{language}"));
        let address = resolve(PAGE, &named).unwrap_or_default();
        let content = read(&address).ok_or_else(|| missing(&address))?;
        Ok(PageFile { address, content })
    };
    languages
        .split(' ')
        .map(|it| Ok(LanguageFiles { words: file("words", it)?, page: file("page", it)? }))
        .collect()
}

/// Finds what the browser loads by itself for another page of the build, by its address, before a reader can
/// read and write, and tells what of the page are the words of its event.
pub(crate) fn other_page(
    read: &dyn Fn(&str) -> Option<Vec<u8>>,
    address: &str,
) -> Result<(Vec<PageFile>, String), Failure> {
    let files = followed(read, [Reference::sure(address)], &[])?;
    let words = files.first().map(|page| words(&String::from_utf8_lossy(&page.content)));
    Ok((files, words.unwrap_or_default()))
}

/// What a page says of its event, to people and to other programs, without the markup around it: its text,
/// where its links lead, and its times.
fn words(html: &str) -> String {
    let tags = tags(html);
    let said = tags.iter().flat_map(|tag| {
        let text = match tag.name.as_str() {
            "style" => "",
            "script" if !tag.attribute("type").is_some_and(|kind| kind.ends_with("json")) => "",
            _ => tag.text,
        };
        let link = tag.attribute("href").filter(|_| tag.name == "a");
        [link, tag.attribute("datetime"), Some(text)].into_iter().flatten()
    });
    said.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// The two files of a program and what these name: the wasm is called after the script.
fn program_files(
    read: &dyn Fn(&str) -> Option<Vec<u8>>,
    script: &str,
) -> Result<Vec<PageFile>, Failure> {
    let script = resolve(PAGE, script).unwrap_or_default();
    let wasm = script.replace(".js", "_bg.wasm");
    followed(read, [script, wasm].map(Reference::sure), &[])
}

/// These files and what they name, in the order in which they are met, without those `left_out`.
fn followed(
    read: &dyn Fn(&str) -> Option<Vec<u8>>,
    from: impl Into<VecDeque<Reference>>,
    left_out: &[PageFile],
) -> Result<Vec<PageFile>, Failure> {
    let mut waiting = from.into();
    let mut files: Vec<PageFile> = Vec::new();
    while let Some(Reference { address, sure }) = waiting.pop_front() {
        if files.iter().chain(left_out).any(|file| file.address == address) {
            continue;
        }
        match read(&address) {
            Some(content) => {
                waiting.extend(references_in_file(&address, &content));
                files.push(PageFile { address, content });
            }
            None if sure => return Err(missing(&address)),
            None => {}
        }
    }
    Ok(files)
}

fn missing(address: &str) -> Failure {
    Failure::new(
        format!("The page needs `{address}`, but there is no such file that can be read."),
        "Build the page anew by `cargo xtask build`.",
    )
}

fn not_as_expected(what: &str) -> Failure {
    Failure::new(
        format!("The built `{PAGE}` {what}, so what the browser loads when is not known."),
        "Build the page anew by `cargo xtask build`. If it stays so, `xtask/src/page_files.rs` \
         must learn how the page names its files now.",
    )
}

/// A file that is named somewhere.
#[derive(Debug, PartialEq, Eq)]
struct Reference {
    /// Within the folder of the page.
    address: String,
    /// Whether it is loaded for certain. A string in a script may be anything, and names a file
    /// only if there is one.
    sure: bool,
}

impl Reference {
    fn sure(address: impl Into<String>) -> Self {
        Self { address: address.into(), sure: true }
    }
}

fn references_in_file(address: &str, content: &[u8]) -> Vec<Reference> {
    let read: fn(&str) -> Vec<Reference> = match address.rsplit('.').next() {
        Some("html") => in_html,
        Some("js" | "mjs") => in_script,
        Some("css") => in_style,
        _ => return Vec::new(),
    };
    read(&String::from_utf8_lossy(content))
        .into_iter()
        .filter_map(|reference| {
            Some(Reference { address: resolve(address, &reference.address)?, sure: reference.sure })
        })
        .collect()
}

/// The address of `named` within the folder of the page, as seen from the file at `from`. `None`
/// for what comes from elsewhere: another server, or the address itself (`data:`).
fn resolve(from: &str, named: &str) -> Option<String> {
    let path = named.split(['?', '#']).next().unwrap_or_default();
    let has_scheme = path.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/'));
    if path.is_empty() || has_scheme || path.starts_with("//") {
        return None;
    }
    let mut folders: Vec<&str> = match (path.starts_with('/'), from.rsplit_once('/')) {
        (false, Some((folder, _))) => folder.split('/').collect(),
        _ => Vec::new(),
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                folders.pop()?;
            }
            part => folders.push(part),
        }
    }
    (!folders.is_empty()).then(|| folders.join("/"))
}

fn in_html(html: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    for tag in tags(html) {
        let named_by = |attribute| tag.attribute(attribute).map(Reference::sure);
        match tag.name.as_str() {
            "link" if is_needed_first(&tag) => {
                found.extend(named_by("href"));
            }
            "script" => {
                let runs =
                    matches!(tag.attribute("type"), None | Some("" | "module" | "text/javascript"));
                if runs {
                    found.extend(named_by("src"));
                    found.extend(in_script(tag.text));
                }
            }
            "style" => found.extend(in_style(tag.text)),
            _ => {}
        }
    }
    found
}

fn is_needed_first(link: &Tag<'_>) -> bool {
    let is_loaded = ["preload", "modulepreload"].into_iter().any(|rel| has_rel(link, rel));
    is_loaded || is_style_sheet(link) && !is_for_paper(link)
}

fn is_style_sheet(tag: &Tag<'_>) -> bool {
    tag.name == "link" && has_rel(tag, "stylesheet")
}

/// Whether a style sheet is for paper: such a one is loaded last, and nothing waits for it.
fn is_for_paper(tag: &Tag<'_>) -> bool {
    tag.attribute("media") == Some("print")
}

fn has_rel(link: &Tag<'_>, rel: &str) -> bool {
    let words = link.attribute("rel").unwrap_or_default().split_ascii_whitespace();
    words.into_iter().any(|word| word.eq_ignore_ascii_case(rel))
}

/// An opening tag.
struct Tag<'html> {
    name: String,
    attributes: BTreeMap<String, String>,
    /// What stands in a script or a style; of other elements what stands up to the next tag.
    text: &'html str,
}

impl Tag<'_> {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        if rest.starts_with("<!--") {
            rest = after(rest, "-->");
            continue;
        }
        let (name, attributes, behind) = read_tag(&rest[1..]);
        let (text, behind) = match name.as_str() {
            "script" => text_until(behind, "</script"),
            "style" => text_until(behind, "</style"),
            _ => behind.split_at(behind.find('<').unwrap_or(behind.len())),
        };
        rest = behind;
        found.push(Tag { name, attributes, text });
    }
    found
}

/// Reads `link rel=icon href="a b">…`, the minified way of writing attributes included: the name,
/// the attributes, and what follows the tag.
fn read_tag(text: &str) -> (String, BTreeMap<String, String>, &str) {
    let ends_name = |character: char| character.is_ascii_whitespace() || "/>=".contains(character);
    let split = |text: &str| text.find(ends_name).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(split(text));
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start_matches(|character: char| {
            character.is_ascii_whitespace() || character == '/'
        });
        if rest.is_empty() {
            break;
        }
        if let Some(behind) = rest.strip_prefix('>') {
            rest = behind;
            break;
        }
        // A stray `=` would otherwise never be left behind.
        let (attribute, behind) = rest.split_at(split(rest).max(1).min(rest.len()));
        let mut value = "";
        rest = behind;
        if let Some(behind) = rest.trim_start().strip_prefix('=') {
            (value, rest) = read_value(behind.trim_start());
        }
        attributes
            .entry(attribute.to_ascii_lowercase())
            .or_insert_with(|| value.replace("&amp;", "&"));
    }
    (name.to_ascii_lowercase(), attributes, rest)
}

fn read_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = text
        .find(|character: char| character.is_ascii_whitespace() || character == '>')
        .unwrap_or(text.len());
    text.split_at(end)
}

/// What stands before `end`, in any case of letters, and what follows from there.
fn text_until<'text>(text: &'text str, end: &str) -> (&'text str, &'text str) {
    let position = text.to_ascii_lowercase().find(end).unwrap_or(text.len());
    text.split_at(position)
}

fn after<'text>(text: &'text str, end: &str) -> &'text str {
    text.split_once(end).map_or("", |(_, behind)| behind)
}

/// Every string of a script, since imports and the address of the wasm are strings. Each quotation
/// mark is tried as an opening one: one that stands in a comment then cannot hide what follows.
fn in_script(script: &str) -> Vec<Reference> {
    const LONGEST_ADDRESS: usize = 300;
    script
        .match_indices(['"', '\'', '`'])
        .filter_map(|(position, quote)| {
            let (string, _) = script[position + 1..].split_once(quote)?;
            let looks_like_a_file = string.len() <= LONGEST_ADDRESS
                && string.contains('.')
                && !string.contains(char::is_whitespace);
            looks_like_a_file.then(|| Reference { address: string.to_owned(), sure: false })
        })
        .collect()
}

/// What `url(…)` names in a style sheet.
fn in_style(style: &str) -> Vec<Reference> {
    style
        .match_indices("url(")
        .filter_map(|(position, opening)| {
            let (address, _) = style[position + opening.len()..].split_once(')')?;
            Some(Reference::sure(address.trim().trim_matches(['"', '\''])))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page as the build minifies it.
    const MADE_UP: &str = "<!doctypehtml><html lang=en><meta charset=utf-8>\
        <meta content=./markdown-56ef.js name=markdown><meta content=\"On node.js\" name=description>\
        <link href=./favicon.svg rel=icon><link href=./page.css rel=stylesheet>\
        <link crossorigin href=./app-12ab.js rel=modulepreload>\
        <link href=./later.css id=later-style media=print rel=stylesheet>\
        <script data-words=./words-*-78ab.js data-languages='en fr'></script>\
        <script data-program='./app-12ab.js' id=early>\
        const{program}=document.currentScript.dataset;</script>\
        <body><img src=face.png><p>Text";

    fn made_up(address: &str) -> Option<Vec<u8>> {
        let content = match address {
            "index.html" => MADE_UP,
            "page.css" => "body{background:url(paper.png)}",
            "app-12ab.js" => "import'./snippets/clipboard.js';\"app-12ab_bg.wasm\"",
            "later.css" => ".note{}",
            "paper.png" | "snippets/clipboard.js" => "",
            "words-en-78ab.js" | "words-fr-78ab.js" | "page-en-78ab.js" | "page-fr-78ab.js" => "",
            "app-12ab_bg.wasm" | "markdown-56ef.js" | "markdown-56ef_bg.wasm" => "",
            _ => return None,
        };
        Some(content.into())
    }

    fn addresses(files: &[PageFile]) -> Vec<&str> {
        files.iter().map(|file| file.address.as_str()).collect()
    }

    #[test]
    fn the_files_of_a_page_are_told_apart_by_when_they_are_needed() {
        let files = page_files(&made_up).expect("the page names its files");
        assert_eq!(addresses(&files.before_writing), ["index.html", "page.css", "paper.png"]);
        assert_eq!(addresses(&files.later_styles), ["later.css"]);
        assert_eq!(files.early_script, "const{program}=document.currentScript.dataset;");
        let program = ["app-12ab.js", "app-12ab_bg.wasm", "snippets/clipboard.js"];
        assert_eq!(addresses(&files.program), program);
        let languages: Vec<_> =
            files.languages.iter().map(|it| [&*it.words.address, &*it.page.address]).collect();
        assert_eq!(
            languages,
            [["words-en-78ab.js", "page-en-78ab.js"], ["words-fr-78ab.js", "page-fr-78ab.js"]]
        );
        let [(name, markdown)] = files.later_programs.as_slice() else {
            panic!("one program comes later: {:?}", files.later_programs);
        };
        assert_eq!(name, "markdown");
        assert_eq!(addresses(markdown), ["markdown-56ef.js", "markdown-56ef_bg.wasm"]);
    }

    #[test]
    fn a_page_without_one_of_its_files_is_not_weighed() {
        for needed in [
            "index.html",
            "page.css",
            "later.css",
            "app-12ab.js",
            "app-12ab_bg.wasm",
            "words-fr-78ab.js",
            "page-en-78ab.js",
            "markdown-56ef_bg.wasm",
        ] {
            let read = |address: &str| made_up(address).filter(|_| address != needed);
            let failure = page_files(&read).expect_err(needed).to_string();
            assert!(failure.contains(needed), "{failure}");
        }
    }

    #[test]
    fn a_page_that_does_not_say_what_its_program_is_is_not_weighed() {
        for (page, expected) in [
            ("<script data-program=a.js></script>", "`<script id=\"early\">`"),
            ("<script id=early></script>", "`data-program`"),
            ("<script id=early data-program=a.js></script>", "`data-words`"),
        ] {
            let failure = page_files(&|_| Some(page.into())).expect_err(page).to_string();
            assert!(failure.contains(expected), "{failure}");
        }
    }

    #[test]
    fn of_another_page_what_it_loads_and_its_words_are_told_apart() {
        let page = "<!doctypehtml><html lang=en><title>On paper</title><link href=../page.css rel=stylesheet>\
            <style>body{color:red}</style><script type=application/ld+json>{\"name\":\"On paper\"}</script>\
            <script>later()</script><body><h1>On <em>paper</em></h1><p>It lasts: <a href=more.html>more</a>, <time datetime=2022-11>since</time>.";
        let read = |address: &str| match address {
            "talks/on-paper/index.html" => Some(page.into()),
            "talks/page.css" => Some("body{background:url(paper.png)}".into()),
            "talks/paper.png" => Some(Vec::new()),
            _ => None,
        };
        let (files, words) =
            other_page(&read, "talks/on-paper/index.html").expect("its files are there");
        let expected = ["talks/on-paper/index.html", "talks/page.css", "talks/paper.png"];
        assert_eq!(addresses(&files), expected);
        assert_eq!(
            words,
            "On paper\n{\"name\":\"On paper\"}\nOn \npaper\nIt lasts: \nmore.html\nmore\n, \n2022-11\nsince\n."
        );
    }

    fn named_by(address: &str, content: &str) -> Vec<String> {
        references_in_file(address, content.as_bytes())
            .into_iter()
            .map(|reference| reference.address)
            .collect()
    }

    #[test]
    fn a_page_names_what_it_loads_by_itself() {
        let page = "<style>body{background:url(paper.png)}</style>\
            <link crossorigin href=./app-12ab.js integrity=sha384-x rel=modulepreload>\
            <link as=fetch crossorigin href=./app-34cd_bg.wasm rel=preload type=application/wasm>\
            <body><a href=./about.html>About</a><p title=\"<script src=no.js>\">\
            <script type=module>import a from\"./app-12ab.js\";\
            await a({module_or_path:'./app-34cd_bg.wasm'})</script><script src=b.js></script>";
        assert_eq!(
            named_by("index.html", page),
            [
                "paper.png",
                "app-12ab.js",
                "app-34cd_bg.wasm",
                "app-12ab.js",
                "app-34cd_bg.wasm",
                "b.js"
            ]
        );
    }

    #[test]
    fn what_no_reader_waits_for_is_left_out() {
        for page in [
            "<!-- <script src=old.js></script> -->",
            "<script type=application/json id=event>{\"text\":\"see ./a.js\",\"file\":\"b.js\"}</script>",
            "<link rel=canonical href=index.html><link rel=icon href=favicon.svg>",
            "<img src=face.png>",
            "<link href=print.css media=print rel=stylesheet>",
            "<script src=https://elsewhere.example/a.js></script>",
            "<p>1 < 2 = 3</p><a href=next.html>",
        ] {
            assert_eq!(named_by("index.html", page), [] as [&str; 0], "{page}");
        }
    }

    #[test]
    fn scripts_and_styles_lead_on_from_where_they_stand() {
        let script = "// it's here\nimport { a } from './snippets/a-1/inline0.js';";
        assert_eq!(named_by("app.js", script), ["snippets/a-1/inline0.js"]);
        assert_eq!(named_by("snippets/a-1/inline0.js", "import '../../b.js'"), ["b.js"]);
        assert_eq!(named_by("style/a.css", "x{src:url( \"f.woff2\" )}"), ["style/f.woff2"]);
        assert_eq!(named_by("a.js", "import '../outside.js'"), [] as [&str; 0]);
    }
}
