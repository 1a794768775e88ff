//! Holds the colours of the style to the contrasts of WCAG 2.2: 4.5 to 1 for text (1.4.3) and 3 to 1 for
//! what else tells something (1.4.11); in high contrast 7 to 1 for text (1.4.6). Reckoned for each pair that
//! can meet, in each set of colours. A host's own accent is held to it by the check of the event file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use marginalia::event::accent::contrast_of;

/// What words are written in, …
const WORDS: &[&str] = &["ink", "ink-soft", "accent", "alert"];

/// … and what they may all stand on.
const GROUNDS: &[&str] = &["paper", "paper-raised", "accent-wash", "alert-wash"];

/// Words that stand on one ground alone.
const OWN_GROUND: &[(&str, &str)] =
    &[("accent-ink", "accent"), ("paper", "ink"), ("mark-ink", "mark")];

/// What shows where something is and how it stands: edges of boxes, outlines, rings, signs.
const SIGNS: &[&str] = &["line-strong", "accent", "alert"];

/// What stands between parts, or around them, and could be missing.
const ORNAMENT: &[&str] = &["line", "paper"];

type Colours = BTreeMap<String, String>;

/// The rules of a sheet: what each is for, and its declarations.
fn rules(sheet: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut plain = String::new();
    for part in sheet.split("/*") {
        plain.push_str(part.split_once("*/").map_or(part, |(_, after)| after));
    }
    let mut found = Vec::new();
    for block in plain.split('}') {
        let Some((before, inside)) = block.rsplit_once('{') else { continue };
        let selector = before.rsplit(['{', ';']).next().unwrap_or_default().trim();
        let declarations = inside.split(';').filter_map(|it| it.split_once(':'));
        let declarations =
            declarations.map(|(name, value)| (name.trim().into(), value.trim().into()));
        found.push((selector.to_owned(), declarations.collect()));
    }
    found
}

fn sheets() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    // What is printed is black on white.
    let sheets = paths.filter(|path| !path.ends_with("print.css"));
    sheets
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// The sets of colours, each by what chooses it; what a set leaves out is that of the first.
fn sets() -> Vec<(String, Colours)> {
    let base = sheets().into_iter().find(|(name, _)| name == "base.css").unwrap().1;
    let mut sets: Vec<(String, Colours)> = Vec::new();
    for (selector, declarations) in rules(&base) {
        let colours = declarations.iter().filter(|(_, value)| value.starts_with('#'));
        let own: Colours = colours
            .filter_map(|(name, value)| Some((name.strip_prefix("--")?.to_owned(), value.clone())))
            .collect();
        if own.contains_key("paper") {
            let mut colours = sets.first().map(|(_, first)| first.clone()).unwrap_or_default();
            colours.extend(own);
            sets.push((selector, colours));
        }
    }
    sets
}

/// The names of the colours in a value.
fn colours_in(value: &str) -> Vec<&str> {
    let named = value.split("var(--").skip(1).filter_map(|rest| rest.split([')', ',']).next());
    named.filter(|name| sets()[0].1.contains_key(*name)).collect()
}

fn pairs_of_words() -> Vec<(&'static str, &'static str)> {
    let all = WORDS.iter().flat_map(|words| GROUNDS.iter().map(move |ground| (*words, *ground)));
    all.chain(OWN_GROUND.iter().copied()).collect()
}

#[test]
fn all_words_can_be_read() {
    let mut faults = Vec::new();
    for (set, colours) in sets() {
        let least = if colours["ink"] == "#000" { 7.0 } else { 4.5 };
        for (words, ground) in pairs_of_words() {
            let contrast = contrast_of(&colours[words], &colours[ground]).unwrap();
            if contrast < least {
                faults
                    .push(format!("{set}: {words} on {ground} is {contrast:.2} to 1, not {least}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn all_signs_can_be_seen() {
    let mut faults = Vec::new();
    for (set, colours) in sets() {
        let on_paper = SIGNS.iter().flat_map(|sign| [(*sign, "paper"), (*sign, "paper-raised")]);
        // The line below words to which a link has led.
        for (sign, ground) in on_paper.chain([("accent", "mark")]) {
            let contrast = contrast_of(&colours[sign], &colours[ground]).unwrap();
            if contrast < 3.0 {
                faults.push(format!("{set}: {sign} on {ground} is {contrast:.2} to 1, not 3"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Else a new pair would go without its sum.
#[test]
fn the_sheets_use_no_other_pairs() {
    let pairs = pairs_of_words();
    let mut faults = Vec::new();
    for (file, sheet) in sheets() {
        for (selector, declarations) in rules(&sheet) {
            let of = |names: &[&str]| -> Vec<String> {
                let chosen = declarations.iter().filter(|(name, _)| names.contains(&name.as_str()));
                chosen.flat_map(|(_, value)| colours_in(value)).map(str::to_owned).collect()
            };
            let words = of(&["color"]);
            let grounds = of(&["background", "background-color"]);
            for word in &words {
                let known = pairs
                    .iter()
                    .any(|(it, on)| it == word && grounds.iter().all(|ground| ground == on));
                if !known {
                    faults.push(format!("{file}: `{selector}` has {word} on {grounds:?}"));
                }
            }
            for ground in grounds.iter().filter(|ground| !pairs.iter().any(|(_, on)| on == ground))
            {
                faults.push(format!("{file}: `{selector}` stands on {ground}"));
            }
            for (name, value) in &declarations {
                let draws = [
                    "border",
                    "outline",
                    "stroke",
                    "fill",
                    "box-shadow",
                    "text-decoration-color",
                    "accent-color",
                ];
                let is_drawn = draws.iter().any(|it| name.starts_with(it));
                for colour in colours_in(value).into_iter().filter(|_| is_drawn) {
                    if ![SIGNS, ORNAMENT, GROUNDS].concat().contains(&colour) {
                        faults.push(format!("{file}: `{selector}` draws `{name}` in {colour}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A choice is no media query, so each set stands twice.
#[test]
fn a_scheme_looks_the_same_whoever_has_chosen_it() {
    let sets = sets();
    assert_eq!(sets.len(), 5, "light, and dark and high contrast twice");
    assert_eq!(sets[1].1, sets[3].1, "dark");
    assert_eq!(sets[2].1, sets[4].1, "high contrast");
    assert_eq!(sets[2].1["ink"], "#000");
}
