//! Short names for what a program and its script call each other.
//!
//! wasm-bindgen gives everything that crosses between them a long name with a hash in it, once in the
//! wasm and once in the script. Nobody else reads these names, and hashes do not compress: they were
//! 3.5 kB of the brotli that a page loads at start.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// How the names begin that wasm-bindgen makes up. Others may be names that JavaScript uses as well,
/// and stay.
const MADE_UP: [&str; 3] = ["__wb", "__externref", "wasm_bindgen__"];

/// What the wasm calls its script, once more with each name that it imports.
const MODULE: &str = "a";

/// Gives both the same short names. `None` where the wasm is none, or imports what the script
/// does not name.
pub(super) fn shortened(wasm: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let mut imported = BTreeSet::new();
    let mut modules = BTreeSet::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.ok()?;
        match &payload {
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for (number, import) in imports.clone().into_imports().enumerate() {
                    let import = import.ok()?;
                    imported.insert(import.name);
                    modules.insert(import.module);
                    let ty = RoundtripReencoder.entity_type(import.ty).ok()?;
                    section.import(MODULE, &short(import.name, number, &mut names), ty);
                }
                module.section(&section);
            }
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for (number, export) in exports.clone().into_iter().enumerate() {
                    let export = export.ok()?;
                    let kind = RoundtripReencoder.export_kind(export.kind).ok()?;
                    section.export(&short(export.name, number, &mut names), kind, export.index);
                }
                module.section(&section);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let start = usize::try_from(range.start).ok()?;
                    let end = usize::try_from(range.end).ok()?;
                    module.section(&RawSection { id, data: wasm.get(start..end)? });
                }
            }
        }
    }
    let [module_name] = Vec::from_iter(modules).try_into().ok()?;
    let module_name: &str = module_name;
    let (renamed, met) = renamed(script, &names);
    let renamed = renamed.replace(&format!("\"{module_name}\":"), &format!("\"{MODULE}\":"));
    // What is exported may be left unused.
    imported.iter().all(|name| met.contains(*name)).then(|| (module.finish(), renamed))
}

/// A name's short form, by its number among its like; imports and exports do not meet.
fn short(name: &str, number: usize, names: &mut BTreeMap<String, String>) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    if !MADE_UP.iter().any(|start| name.starts_with(start)) {
        return name.to_owned();
    }
    let mut short = String::new();
    let mut rest = number;
    loop {
        short.insert(0, char::from(LETTERS[rest % LETTERS.len()]));
        rest /= LETTERS.len();
        if rest == 0 {
            break;
        }
        rest -= 1;
    }
    names.insert(name.to_owned(), short.clone());
    short
}

/// The script with these names changed, and all names in it.
fn renamed<'script>(
    script: &'script str,
    names: &BTreeMap<String, String>,
) -> (String, BTreeSet<&'script str>) {
    let is_of_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
    let mut output = String::with_capacity(script.len());
    let mut met = BTreeSet::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let is_name = is_of_name(first);
        let end = rest.find(|letter| is_of_name(letter) != is_name).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        met.insert(piece);
        output.push_str(names.get(piece).map_or(piece, String::as_str));
    }
    (output, met)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_differ_and_are_given_to_made_up_names_alone() {
        let mut names = BTreeMap::new();
        let given: BTreeSet<String> =
            (0..2000).map(|number| short(&format!("__wbg_{number}"), number, &mut names)).collect();
        assert_eq!((given.len(), names.len()), (2000, 2000));
        assert!(given.iter().all(|name| name.len() <= 3), "{given:?}");
        assert_eq!(short("memory", 5, &mut names), "memory");
    }

    #[test]
    fn only_whole_names_are_changed() {
        let names = BTreeMap::from([("__wbg_a".to_owned(), "b".to_owned())]);
        let script = "{__wbg_a:1,__wbg_ab:2,$__wbg_a:3,é__wbg_a:4};x.__wbg_a('__wbg_a')";
        let (script, met) = renamed(script, &names);
        assert_eq!(script, "{b:1,__wbg_ab:2,$__wbg_a:3,é__wbg_a:4};x.b('b')");
        assert!(met.contains("__wbg_a") && met.contains("__wbg_ab"));
    }

    #[test]
    fn the_wasm_keeps_all_but_its_names() {
        let (number, one) = (wasm_encoder::ValType::I32, "__wbg_one_f249a2a76caa9a55");
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([number], [number]);
        let mut imports = ImportSection::new();
        imports.import("./x_bg.js", one, wasm_encoder::EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("__wbindgen_start", wasm_encoder::ExportKind::Func, 0);
        exports.export("memory", wasm_encoder::ExportKind::Func, 0);
        let mut wasm = Module::new();
        wasm.section(&types).section(&imports).section(&exports);
        let wasm = wasm.finish();
        let script = format!("import({{\"./x_bg.js\":{{{one}:e=>e}}}});w.__wbindgen_start()");
        let (short, script) = shortened(&wasm, &script).expect("both belong together");
        assert_eq!(script, "import({\"a\":{a:e=>e}});w.a()");
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(&short) {
            match payload.expect("the outcome is wasm") {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import.expect("an import");
                        found.push(format!("{}.{}", import.module, import.name));
                    }
                }
                Payload::ExportSection(exports) => {
                    found.extend(exports.into_iter().map(|it| it.expect("an export").name.into()));
                }
                Payload::TypeSection(types) => assert_eq!(types.count(), 1),
                _ => {}
            }
        }
        assert_eq!(found, ["a.a", "a", "memory"]);
        assert!(shortened(&wasm, "a script of something else").is_none());
        assert!(shortened(b"no wasm", "").is_none());
    }
}
