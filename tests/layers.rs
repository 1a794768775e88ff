//! Holds the layers to the table in `ARCHITECTURE.md`: who may use whom is read off the `use`
//! lines, so that a breach is found by a test and not by a reviewer.

mod support {
    pub(crate) mod sources;
}

use std::fs;
use std::path::Path;

use support::sources::rust_files;

/// A layer, its files, the layers of this crate that it may use, and what it must not name.
struct Layer {
    name: &'static str,
    files: &'static [&'static str],
    may_use: &'static [&'static str],
    never: &'static [&'static str],
}

const BROWSER: &[&str] = &["web_sys", "js_sys", "gloo_storage", "wasm_bindgen"];

const NEITHER_LEPTOS_NOR_BROWSER: &[&str] =
    &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen", "SystemTime"];

const LAYERS: &[Layer] = &[
    Layer {
        name: "event",
        files: &["event.rs", "event/"],
        may_use: &["event", "messages"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "notebook",
        files: &["notebook.rs", "notebook/"],
        may_use: &["event", "messages", "notebook"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "session",
        files: &["session.rs", "session/"],
        may_use: &["event", "notebook", "session", "storage"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "storage",
        files: &["storage.rs", "storage/codec.rs"],
        may_use: &["event", "notebook", "storage"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "the program of all notes",
        files: &["all_notes/program.rs", "all_notes/program/"],
        may_use: &[
            "all_notes",
            "browser",
            "choices",
            "event",
            "formats",
            "messages",
            "notebook",
            "said",
            "storage",
        ],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "all notes",
        files: &["all_notes.rs", "all_notes/"],
        may_use: &["all_notes", "event", "formats", "notebook", "storage"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "local storage",
        files: &["storage/browser.rs"],
        may_use: &["notebook", "storage"],
        never: &["leptos"],
    },
    Layer {
        name: "second copy",
        files: &["storage/second_copy.rs"],
        may_use: &["event", "storage"],
        never: &["leptos", "gloo_storage", "local_storage"],
    },
    Layer {
        name: "formats",
        files: &["formats.rs", "formats/"],
        may_use: &["event", "formats", "markdown", "messages", "notebook", "storage"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "markdown",
        files: &["markdown.rs", "markdown/"],
        may_use: &["markdown", "notebook"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "news",
        files: &["messages/news.rs"],
        may_use: &["messages", "session", "storage"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "messages of transfer",
        files: &["messages/transfer.rs"],
        may_use: &["formats", "messages", "transfer"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "messages",
        files: &["messages.rs", "messages/"],
        may_use: &["messages"],
        never: NEITHER_LEPTOS_NOR_BROWSER,
    },
    Layer {
        name: "page",
        files: &["page.rs", "page/"],
        may_use: &["event", "markdown", "messages", "page", "said"],
        never: BROWSER,
    },
    Layer {
        name: "publishing",
        files: &["publishing.rs", "publishing/"],
        may_use: &["event", "markdown", "messages", "page", "publishing"],
        never: BROWSER,
    },
    Layer { name: "said", files: &["said.rs"], may_use: &["messages"], never: BROWSER },
    Layer { name: "effects", files: &["effect.rs"], may_use: &[], never: BROWSER },
    Layer {
        name: "choices",
        files: &["choices.rs"],
        may_use: &["effect", "messages"],
        never: BROWSER,
    },
    Layer {
        name: "events",
        files: &["events.rs", "events/"],
        may_use: &["browser", "choices", "event", "events", "messages", "notebook", "said"],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "programme",
        files: &["programme.rs", "programme/"],
        may_use: &["browser", "choices", "messages", "programme", "said"],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "browser",
        files: &["browser.rs"],
        may_use: &["messages", "notebook"],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "platform",
        files: &["reader/platform.rs"],
        may_use: &["browser", "notebook"],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "state",
        files: &["reader/state.rs", "reader/state/"],
        may_use: &["event", "messages", "notebook", "reader", "session", "storage", "transfer"],
        never: &["view!", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "the reader's parts",
        files: &["reader.rs", "reader/"],
        may_use: &[
            "browser", "choices", "effect", "event", "messages", "notebook", "reader", "said",
            "session", "storage", "transfer",
        ],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "transfer",
        files: &["transfer.rs", "transfer/"],
        may_use: &[
            "browser", "event", "formats", "messages", "notebook", "said", "storage", "transfer",
        ],
        never: &["gloo_storage", "local_storage"],
    },
];

/// Where the parts are put together: they may use everything.
const WIRING: &[&str] = &["lib.rs", "main.rs", "bin/"];

fn belongs(file: &str, places: &[&str]) -> bool {
    places.iter().any(|place| file == *place || place.ends_with('/') && file.starts_with(place))
}

/// The code of a file: without comments, where other layers may well be spoken of, and without
/// its own tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or(text);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn breaches(file: &str, layer: &Layer, text: &str) -> Vec<String> {
    let code = code(text);
    let mut breaches = Vec::new();
    for used in code.split("crate::").skip(1) {
        let name: String =
            used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
        if !name.is_empty() && !layer.may_use.contains(&name.as_str()) {
            breaches.push(format!(
                "src/{file} uses crate::{name}, and the layer `{}` may use only {}. Hand in what \
                 it needs as an argument, or move the code to the layer that may.",
                layer.name,
                layer.may_use.join(", ")
            ));
        }
    }
    for name in layer.never {
        let named = code.match_indices(name).any(|(place, _)| {
            let bounded = |letter: Option<char>| {
                letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
            };
            bounded(code[..place].chars().next_back())
                && (bounded(code[place + name.len()..].chars().next()) || name.ends_with('!'))
        });
        if named {
            breaches.push(format!(
                "src/{file} names `{name}`, which the layer `{}` must not know. See the table of \
                 layers in ARCHITECTURE.md for the place where it belongs.",
                layer.name
            ));
        }
    }
    breaches
}

#[test]
fn no_layer_reaches_past_its_neighbour() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for path in rust_files(&source) {
        let file = path
            .strip_prefix(&source)
            .expect("listed below src")
            .to_string_lossy()
            .replace('\\', "/");
        // The first layer that names the file: a file with rules of its own stands before its folder.
        match LAYERS.iter().find(|layer| belongs(&file, layer.files)) {
            Some(layer) => {
                let text = fs::read_to_string(&path).expect("source is text");
                found.extend(breaches(&file, layer, &text));
            }
            None if belongs(&file, WIRING) => {}
            None => found.push(format!(
                "src/{file} belongs to no layer; name it in one in tests/layers.rs."
            )),
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_breach_is_seen() {
    let page = LAYERS.iter().find(|layer| layer.name == "page").expect("the page's layer");
    for (text, fault) in [
        ("use crate::storage::Store;", "crate::storage"),
        ("fn f() { web_sys::window(); }", "web_sys"),
    ] {
        let found = breaches("page/x.rs", page, text);
        assert!(found.len() == 1 && found[0].contains(fault), "{text}: {found:?}");
    }
    for fine in ["// use crate::storage", "use crate::event::Event;", "my_web_sys()"] {
        assert_eq!(breaches("page/x.rs", page, fine), Vec::<String>::new());
    }
}

#[test]
fn no_file_is_too_long_to_be_read_at_once() {
    const LONGEST: usize = 520;
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in rust_files(&source) {
        let lines = fs::read_to_string(&path).expect("source is text").lines().count();
        assert!(
            lines <= LONGEST,
            "{} has {lines} lines: part it along its reasons to change",
            path.display()
        );
    }
}

#[test]
fn every_style_is_of_one_sheet_and_named_after_a_component() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // What stands in the page, and the sheets that no page waits for or that only sites have.
    let sheets = ["index.html", "src/publishing/programs.rs"]
        .map(|file| fs::read_to_string(root.join(file)).expect("it is there"));
    for entry in fs::read_dir(root.join("style")).expect("style can be listed") {
        let name = entry.expect("style can be listed").file_name().to_string_lossy().into_owned();
        let path = format!("style/{name}\"");
        let count: usize = sheets.iter().map(|text| text.matches(&path).count()).sum();
        assert_eq!(
            count, 1,
            "name style/{name} once: in index.html, or in src/publishing/programs.rs where no page waits for it"
        );
        let stem = name.trim_end_matches(".css");
        let is_component = ["page", "reader", "transfer"]
            .iter()
            .any(|half| root.join(format!("src/{half}/{stem}.rs")).exists());
        assert!(
            is_component || ["base", "dialog", "page", "print", "transfer"].contains(&stem),
            "style/{name} belongs to no component; name it after its file in src/page/ or \
             src/reader/."
        );
    }
}
