//! Which files of a built page the browser loads at start, read from the page itself, so that no
//! list can go stale. It must not weigh them: that is for `size`.
//!
//! This is no browser. It knows the ways in which a page built by Trunk names its files, and
//! follows a script or a style sheet to what these name in turn.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// One file loaded at start.
pub(crate) struct StartFile {
    /// Its address within the folder of the page, such as `index.html`.
    pub(crate) address: String,
    /// What it holds.
    pub(crate) content: Vec<u8>,
}

/// The files loaded at start, `index.html` first, the others in the order they are met.
pub(crate) fn start_files(page_folder: &Path) -> Result<Vec<StartFile>, Failure> {
    let mut waiting = VecDeque::from([Reference::sure("index.html")]);
    let mut files: Vec<StartFile> = Vec::new();
    while let Some(reference) = waiting.pop_front() {
        if files.iter().any(|file| file.address == reference.address) {
            continue;
        }
        let path = page_folder.join(&reference.address);
        if !reference.sure && !path.is_file() {
            continue;
        }
        let content = fs::read(&path).map_err(|error| {
            Failure::new(
                format!(
                    "`{}` is loaded when the page starts, but could not be read: {error}.",
                    path.display()
                ),
                "Build the page anew by `cargo xtask build`.",
            )
        })?;
        waiting.extend(references_in_file(&reference.address, &content));
        files.push(StartFile { address: reference.address, content });
    }
    Ok(files)
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
    fn sure(address: &str) -> Self {
        Self { address: address.to_owned(), sure: true }
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
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        if rest.starts_with("<!--") {
            rest = after(rest, "-->");
            continue;
        }
        let (name, attributes, behind) = read_tag(&rest[1..]);
        rest = behind;
        let value = |attribute: &str| attributes.get(attribute).map(String::as_str);
        match name.as_str() {
            "link" if is_loaded_at_start(value("rel").unwrap_or_default()) => {
                found.extend(value("href").map(Reference::sure));
            }
            "img" if value("loading") != Some("lazy") => {
                found.extend(value("src").map(Reference::sure));
            }
            "script" => {
                let (text, behind) = text_until(rest, "</script");
                rest = behind;
                let runs = matches!(value("type"), None | Some("" | "module" | "text/javascript"));
                if runs {
                    found.extend(value("src").map(Reference::sure));
                    found.extend(in_script(text));
                }
            }
            "style" => {
                let (text, behind) = text_until(rest, "</style");
                rest = behind;
                found.extend(in_style(text));
            }
            _ => {}
        }
    }
    found
}

fn is_loaded_at_start(rel: &str) -> bool {
    rel.split_ascii_whitespace().any(|word| {
        matches!(
            word.to_ascii_lowercase().as_str(),
            "stylesheet" | "icon" | "preload" | "modulepreload" | "manifest"
        )
    })
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

    fn named_by(address: &str, content: &str) -> Vec<String> {
        references_in_file(address, content.as_bytes())
            .into_iter()
            .map(|reference| reference.address)
            .collect()
    }

    #[test]
    fn a_page_as_trunk_minifies_it_names_its_files() {
        let page = "<!doctypehtml><html lang=en><meta charset=utf-8>\
            <link href=./favicon.svg rel=icon type=image/svg+xml>\
            <style>body{background:url(paper.png)}</style>\
            <link crossorigin href=./app-12ab.js integrity=sha384-x rel=modulepreload>\
            <link as=fetch crossorigin href=./app-34cd_bg.wasm rel=preload type=application/wasm>\
            <body><a href=./about.html>About</a><img src='face.png' alt=\"<img src=no.png>\">\
            <script type=module>import a from\"./app-12ab.js\";\
            await a({module_or_path:'./app-34cd_bg.wasm'})</script>";
        assert_eq!(
            named_by("index.html", page),
            [
                "favicon.svg",
                "paper.png",
                "app-12ab.js",
                "app-34cd_bg.wasm",
                "face.png",
                "app-12ab.js",
                "app-34cd_bg.wasm",
            ]
        );
    }

    #[test]
    fn what_is_not_loaded_at_start_is_left_out() {
        for page in [
            "<!-- <script src=old.js></script> -->",
            "<script type=application/json id=event>{\"text\":\"see ./a.js\",\"file\":\"b.js\"}</script>",
            "<link rel=canonical href=index.html>",
            "<img loading=lazy src=far-below.png>",
            "<script src=https://elsewhere.example/a.js></script><img src=data:image/png,x>",
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
