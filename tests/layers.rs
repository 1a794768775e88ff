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

const LAYERS: &[Layer] = &[
    Layer {
        name: "json",
        files: &["json.rs"],
        may_use: &[],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "event",
        files: &["event.rs", "event/"],
        may_use: &["event", "json", "words"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "notebook",
        files: &["notebook.rs", "notebook/"],
        may_use: &["event", "json", "notebook", "words"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen", "SystemTime"],
    },
    Layer {
        name: "session",
        files: &["session.rs", "session/"],
        may_use: &["event", "json", "notebook", "session", "storage"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen", "SystemTime"],
    },
    Layer {
        name: "formats",
        files: &["formats.rs", "formats/"],
        may_use: &["event", "formats", "json", "notebook", "rendered", "storage", "words"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen", "SystemTime"],
    },
    Layer {
        name: "storage",
        files: &["storage.rs", "storage/codec.rs"],
        may_use: &["event", "json", "notebook", "storage"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "storage/browser",
        files: &["storage/browser.rs"],
        may_use: &["notebook", "storage"],
        never: &["leptos"],
    },
    Layer {
        name: "storage/second_copy",
        files: &["storage/second_copy.rs"],
        may_use: &["event"],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "browser",
        files: &["browser.rs"],
        may_use: &["notebook"],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "state",
        files: &["state.rs", "state/"],
        may_use: &["event", "json", "notebook", "session", "storage"],
        never: &["view!", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "words/news",
        files: &["words/news.rs"],
        may_use: &["session", "state", "storage", "words"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "words/take_home",
        files: &["words/take_home.rs"],
        may_use: &["formats", "take_home", "words"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "words",
        files: &["words.rs", "words/"],
        may_use: &["words"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "view/element",
        files: &["view/element.rs"],
        may_use: &["notebook"],
        never: &["js_sys", "gloo_storage"],
    },
    Layer {
        name: "view",
        files: &["view.rs", "view/"],
        may_use: &["event", "notebook", "state", "view", "words"],
        never: BROWSER,
    },
    Layer {
        name: "published",
        files: &["published.rs", "published/"],
        may_use: &["event", "published", "words"],
        never: &[
            "leptos",
            "notebook",
            "storage",
            "web_sys",
            "js_sys",
            "gloo_storage",
            "wasm_bindgen",
            "SystemTime",
        ],
    },
    Layer {
        name: "rendered",
        files: &["rendered.rs", "rendered/"],
        may_use: &["notebook"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "words",
        files: &["words.rs", "words/"],
        may_use: &["words"],
        never: &["leptos", "web_sys", "js_sys", "gloo_storage", "wasm_bindgen"],
    },
    Layer {
        name: "later_program",
        files: &["later_program.rs"],
        may_use: &[],
        never: &["leptos", "gloo_storage", "local_storage"],
    },
    Layer {
        name: "study",
        files: &["study.rs", "study/"],
        may_use: &["event", "json", "later_program", "notebook", "rendered", "study", "words"],
        never: &["leptos", "gloo_storage", "local_storage"],
    },
    Layer {
        name: "take_home",
        files: &["take_home.rs", "take_home/"],
        may_use: &[
            "browser",
            "event",
            "formats",
            "later_program",
            "notebook",
            "rendered",
            "storage",
            "take_home",
            "words",
        ],
        never: &["gloo_storage", "local_storage"],
    },
    Layer {
        name: "programs",
        files: &["programs.rs", "programs/"],
        may_use: &[],
        never: &["leptos", "web_sys"],
    },
    Layer {
        name: "document",
        files: &["document.rs"],
        may_use: &["event", "programs", "published"],
        never: &["leptos", "notebook", "storage", "web_sys"],
    },
];

/// Where the parts are put together: they may use everything.
const WIRING: &[&str] = &["app.rs", "lib.rs", "main.rs", "bin/"];

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
    let view = LAYERS.iter().find(|layer| layer.name == "view").expect("the view layer");
    for (text, fault) in [
        ("use crate::storage::Store;", "crate::storage"),
        ("fn f() { web_sys::window(); }", "web_sys"),
    ] {
        let found = breaches("view/x.rs", view, text);
        assert!(found.len() == 1 && found[0].contains(fault), "{text}: {found:?}");
    }
    for fine in ["// use crate::storage", "use crate::state::NotebookState;", "my_web_sys()"] {
        assert_eq!(breaches("view/x.rs", view, fine), Vec::<String>::new());
    }
}

#[test]
fn every_component_file_has_its_style() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let template = fs::read_to_string(root.join("index.html")).expect("the template");
    for entry in fs::read_dir(root.join("style")).expect("style can be listed") {
        let name = entry.expect("style can be listed").file_name().to_string_lossy().into_owned();
        // The programs that are loaded later bring theirs along.
        if ["dialog.css", "study.css", "take_home.css"].contains(&name.as_str()) {
            continue;
        }
        assert!(template.contains(&format!("style/{name}")), "index.html leaves out style/{name}");
        let stem = name.trim_end_matches(".css");
        assert!(
            ["base", "print"].contains(&stem) || root.join(format!("src/view/{stem}.rs")).exists(),
            "style/{name} belongs to no component; name it after its file in src/view/."
        );
    }
}
