//! Holds the style to logical properties: a page that is read from right to left is laid out by the
//! same sheets, so nothing in them may say “left” or “right” where it means where lines begin or end.
//! And to what the three engines share. What takes the place of its colours can be read on the others.

use std::fs;
use std::path::Path;

/// Physical properties, and the logical ones that stand for them.
const PROPERTIES: &[(&str, &str)] = &[
    ("left", "inset-inline-start"),
    ("right", "inset-inline-end"),
    ("top", "inset-block-start"),
    ("bottom", "inset-block-end"),
    ("width", "inline-size"),
    ("height", "block-size"),
    ("min-width", "min-inline-size"),
    ("min-height", "min-block-size"),
    ("max-width", "max-inline-size"),
    ("max-height", "max-block-size"),
    ("contain-intrinsic-width", "contain-intrinsic-inline-size"),
    ("contain-intrinsic-height", "contain-intrinsic-block-size"),
    ("border-top-left-radius", "border-start-start-radius"),
    ("border-top-right-radius", "border-start-end-radius"),
    ("border-bottom-left-radius", "border-end-start-radius"),
    ("border-bottom-right-radius", "border-end-end-radius"),
];

/// What these begin has a side in its name, as in `margin-left` or `border-left-color`.
const WITH_SIDES: &[&str] = &["margin", "padding", "border", "scroll-margin", "scroll-padding"];

const SIDES: &[(&str, &str)] = &[
    ("left", "inline-start"),
    ("right", "inline-end"),
    ("top", "block-start"),
    ("bottom", "block-end"),
];

/// Shorthands of which the second value is for the right and the fourth for the left.
const FOUR_SIDED: &[&str] = &[
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-style",
    "border-color",
    "scroll-margin",
    "scroll-padding",
];

/// How much something is mirrored: `var(--forward)` and what is reckoned from it.
const MIRRORED: &str =
    "Multiply it by `var(--forward)` of style/base.css, which is -1 where lines run to the left.";

/// The declarations of a sheet, each with the line on which it begins.
fn declarations(sheet: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    let (mut text, mut start, mut line) = (String::new(), 1, 1);
    let mut letters = sheet.chars().peekable();
    while let Some(letter) = letters.next() {
        line += usize::from(letter == '\n');
        match letter {
            '/' if letters.peek() == Some(&'*') => {
                let mut before = ' ';
                for inside in letters.by_ref() {
                    line += usize::from(inside == '\n');
                    if (before, inside) == ('*', '/') {
                        break;
                    }
                    before = inside;
                }
            }
            // What a string says is no style.
            '"' => {
                while letters.next().is_some_and(|inside| inside != '"') {}
                text.push_str("\"\"");
            }
            // What stood before it were a rule's selectors.
            '{' => text.clear(),
            ';' | '}' => {
                if let Some((property, value)) = text.split_once(':') {
                    found.push((start, property.trim().to_owned(), value.trim().to_owned()));
                }
                text.clear();
            }
            other if text.is_empty() && other.is_whitespace() => {}
            other => {
                if text.is_empty() {
                    start = line;
                }
                text.push(other);
            }
        }
    }
    found
}

/// The parts of a value between separators, those in brackets kept whole.
fn parts(value: &str, is_separator: fn(char) -> bool) -> Vec<&str> {
    let mut depth = 0;
    value
        .split(|letter| {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            depth == 0 && is_separator(letter)
        })
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

fn words(value: &str) -> Vec<&str> {
    parts(value, |letter| letter.is_whitespace() || letter == '/')
}

/// What a function is given in a value, each time it is called there.
fn arguments<'value>(value: &'value str, function: &str) -> Vec<&'value str> {
    let calls = value.split(function).skip(1);
    calls
        .map(|rest| {
            let mut depth = 0;
            let end = rest.find(|letter| {
                depth += i32::from(letter == '(') - i32::from(letter == ')');
                depth < 0
            });
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

/// Whether something goes or turns to one side, whichever way lines run.
fn is_one_sided(length: &str) -> bool {
    let number: String =
        length.chars().take_while(|letter| !letter.is_alphabetic() && *letter != '%').collect();
    !length.contains("var(") && number.parse() != Ok(0.0)
}

/// Why a declaration does not fit a page that is read from right to left, and the remedy.
fn fault(property: &str, value: &str) -> Option<String> {
    if let Some((_, logical)) = PROPERTIES.iter().find(|(physical, _)| *physical == property) {
        return Some(format!("Write `{logical}`."));
    }
    let has_sides = WITH_SIDES
        .iter()
        .any(|begin| property.strip_prefix(begin).is_some_and(|rest| rest.starts_with('-')));
    for (side, logical) in SIDES.iter().filter(|_| has_sides) {
        if property.split('-').any(|part| part == *side) {
            return Some(format!("Write `{}`.", property.replace(side, logical)));
        }
    }
    let is_side = |word: &&str| ["left", "right"].contains(word);
    if let Some(side) =
        value.split(|letter: char| !letter.is_alphabetic() && letter != '-').find(is_side)
    {
        let logical = if side == "left" { "start" } else { "end" };
        return Some(format!("Write `{logical}` or `inline-{logical}`."));
    }
    if FOUR_SIDED.contains(&property)
        && let [_, end, _, start] = words(value)[..]
        && end != start
    {
        // `border-width` is parted as `border-block-width`.
        let [begin, end] =
            property.strip_prefix("border-").map_or([property, ""], |it| ["border", it]);
        let logical = |axis: &str| [begin, axis, end].join("-").trim_end_matches('-').to_owned();
        return Some(format!("Write `{}` and `{}`.", logical("block"), logical("inline")));
    }
    if property == "border-radius" && words(value).len() == 4 {
        return Some("Write the corners one by one, such as `border-start-start-radius`.".into());
    }
    let sideways = match property {
        "box-shadow" | "text-shadow" => parts(value, |letter| letter == ',')
            .into_iter()
            .filter(|shadow| !shadow.starts_with("none"))
            .filter_map(|shadow| words(shadow).into_iter().find(|word| *word != "inset"))
            .any(is_one_sided),
        "translate" => words(value).first().is_some_and(|across| is_one_sided(across)),
        "scale" => words(value).first().is_some_and(|across| across.starts_with('-')),
        // Quarters of a turn are alike from both sides, as far as they are used here.
        "transform" | "rotate" => {
            let turns = arguments(value, "rotate(").into_iter().any(|turn| {
                let degrees: Option<f64> = turn.strip_suffix("deg").and_then(|it| it.parse().ok());
                !turn.contains("var(") && degrees.is_none_or(|degrees| degrees % 90.0 != 0.0)
            });
            let shifts = ["translate(", "translate3d(", "translateX(", "skewX("]
                .iter()
                .flat_map(|function| arguments(value, function))
                .any(|shift| {
                    parts(shift, |it| it == ',').first().is_some_and(|it| is_one_sided(it))
                });
            turns || shifts || arguments(value, "scaleX(").iter().any(|it| it.starts_with('-'))
        }
        _ => false,
    };
    sideways.then(|| MIRRORED.to_owned())
}

fn faults(file: &str, sheet: &str) -> Vec<String> {
    declarations(sheet)
        .into_iter()
        .filter_map(|(line, property, value)| {
            let remedy = fault(&property, &value)?;
            Some(format!(
                "{file}:{line}: `{property}: {value}` is for one way of reading alone. {remedy}"
            ))
        })
        .collect()
}

/// The faults of all sheets.
fn faults_of_the_style(faults: fn(&str, &str) -> Vec<String>) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let entries = fs::read_dir(folder).expect("style can be listed");
    let paths = entries.map(|entry| entry.expect("style can be listed").path());
    paths
        .flat_map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let sheet = fs::read_to_string(&path).expect("a sheet is text");
            faults(&format!("style/{name}"), &sheet)
        })
        .collect()
}

/// A sheet without its comments, and each block of it that holds no other: what stands before it, and its
/// declarations.
fn blocks(sheet: &str) -> (String, Vec<(String, Vec<String>)>) {
    let mut pieces = sheet.split("/*");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    plain.extend(pieces.filter_map(|piece| Some(piece.split_once("*/")?.1)));
    let blocks = plain
        .split('}')
        .filter_map(|rest| rest.rsplit_once('{'))
        .map(|(before, inside)| {
            let before = before.rsplit(['{', ';']).next().unwrap_or_default();
            let inside = inside.split(';').map(|it| it.trim().to_owned());
            (before.trim().to_owned(), inside.filter(|it| !it.is_empty()).collect())
        })
        .collect();
    (plain, blocks)
}

/// What one of the three engines does not understand, or understands in its own way.
fn faults_of_engines(file: &str, sheet: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (plain, blocks) = blocks(sheet);
    for query in plain.split("@media").skip(1).filter_map(|rest| rest.split('{').next()) {
        if query.contains("width") && !query.contains("screen") && !query.contains("print") {
            found.push(format!(
                "{file}: `@media{query}` holds on paper as well, where WebKit goes by the window. \
                 Write `screen and`."
            ));
        }
    }
    for page in plain.split("@page").skip(1) {
        let own = page.split(['}', '@']).next().unwrap_or_default();
        if own.contains('%') {
            found.push(format!(
                "{file}: Firefox takes no share for a margin of `@page`. Write a length."
            ));
        }
    }
    for (before, declarations) in blocks {
        for (place, declaration) in declarations.iter().enumerate() {
            let property = declaration.split(':').next().unwrap_or_default();
            let shorthand = ["text-decoration", "background"].contains(&property);
            if before.contains("::highlight") && shorthand {
                found.push(format!(
                    "{file}: WebKit takes no `{property}` in `{before}`. Write what it stands for."
                ));
            }
            let prefixed = format!("-webkit-{declaration}");
            if property == "user-select"
                && place.checked_sub(1).map(|it| &declarations[it]) != Some(&prefixed)
            {
                found.push(format!("{file}: WebKit has no `user-select` in `{before}`. Write `{prefixed}` before it."));
            }
        }
    }
    found
}

#[test]
fn the_style_serves_pages_that_are_read_from_right_to_left() {
    let found = faults_of_the_style(faults);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_style_serves_all_engines() {
    let found = faults_of_the_style(faults_of_engines);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn what_some_engine_does_not_understand_is_seen() {
    for (sheet, remedy) in [
        ("@media (min-width: 60rem) { a { color: red } }", Some("`screen and`")),
        ("@media (prefers-contrast: more) and (max-width:1px){a{color:red}}", Some("`screen and`")),
        ("@media screen and (max-width: 60rem) { a { color: red } }", None),
        ("@media print and (max-width: 60rem) { a { color: red } }", None),
        ("a::highlight(b) { text-decoration: underline }", Some("`text-decoration`")),
        (
            "@media screen { a ::highlight(b) { color: red; background: blue; } }",
            Some("`background`"),
        ),
        ("a::highlight(b) { text-decoration-line: underline; background-color: red }", None),
        ("a { user-select: none }", Some("`-webkit-user-select: none`")),
        ("a { -webkit-user-select: all; user-select: none }", Some("`-webkit-user-select: none`")),
        ("a { -webkit-user-select: none; user-select: none }", None),
        ("@media print { /* of it */ @page { margin: 2mm 16%; } }", Some("a length")),
        ("@page { margin: 2mm 16%; @top-left { content: none } }", Some("a length")),
        ("@page { margin: 2mm 32mm; @top-left { content: \"50%\" } }", None),
    ] {
        let found = faults_of_engines("style/x.css", sheet);
        assert_eq!(found.len(), usize::from(remedy.is_some()), "{sheet}: {found:?}");
        assert!(
            found.iter().all(|it| it.contains(remedy.unwrap_or_default())),
            "{sheet}: {found:?}"
        );
    }
}

#[test]
fn what_is_for_one_way_of_reading_is_seen() {
    for (sheet, remedy) in [
        ("a { margin-left: 1px }", "`margin-inline-start`"),
        ("a { border-right-color: red }", "`border-inline-end-color`"),
        ("a { scroll-padding-top: 1px }", "`scroll-padding-block-start`"),
        ("a { border-top-left-radius: 1px }", "`border-start-start-radius`"),
        ("a { width: 1px }", "`inline-size`"),
        ("a { left: 0 }", "`inset-inline-start`"),
        ("a { text-align: left }", "`start`"),
        ("a { background-position: right 1px top 0 }", "`end`"),
        ("a { margin: 0 1px 0 2px }", "`margin-block`"),
        ("a { padding: 0 var(--a) 0 calc(1px + 2px) }", "`padding-block`"),
        ("a { border-width: 0 0 0 2px }", "`border-block-width` and `border-inline-width`"),
        ("a { border-radius: 1px 2px 3px 4px }", "`border-start-start-radius`"),
        ("a { box-shadow: 0 0 red, -1px 0 red }", "--forward"),
        ("a { translate: 1px 2px }", "--forward"),
        ("a { scale: -1 1 }", "--forward"),
        ("a { transform: translateX(1px) }", "--forward"),
        ("a { transform: scaleX(-1) }", "--forward"),
        ("a { transform: rotate(45deg) }", "--forward"),
        ("@media print { a { & b { transform: translate(-50%, 0) } } }", "--forward"),
    ] {
        let found = faults("style/x.css", sheet);
        assert!(found.len() == 1 && found[0].contains(remedy), "{sheet}: {found:?}");
    }
    let place = faults("style/x.css", "/* left:\n0; */\na {\n  color: red;\n  right: 0;\n}\n");
    assert!(place.len() == 1 && place[0].starts_with("style/x.css:5: `right: 0`"), "{place:?}");
}

#[test]
fn what_serves_both_ways_of_reading_is_left_alone() {
    for sheet in [
        "/* margin-left: 0; */",
        "a { content: \"left: 0;\" }",
        "@media (min-width: 60rem) { a { margin-inline-start: 1px } }",
        "@page { @top-left { content: none } }",
        "a:has(+ .left) { color: red }",
        "a { margin: 0 1px 0 1px }",
        "a { margin: 1px 2px 3px }",
        "a { border-width: 1px }",
        "a { grid-row: 1 / 2 }",
        "a { box-shadow: 0 1rem 3rem rgb(0 0 0 / 30%), inset 0 0 1px red }",
        "a { box-shadow: var(--bar) 0 0 red }",
        "a { box-shadow: none !important }",
        "a { translate: 0 -1rem }",
        "a { scale: var(--way) 1 }",
        "a { transform: translateY(-120%) rotate(-90deg) }",
        "a { transform: rotate(calc(45deg * var(--forward))) }",
        "a { vertical-align: top; resize: vertical; overflow-x: auto }",
    ] {
        assert_eq!(faults("style/x.css", sheet), Vec::<String>::new(), "{sheet}");
    }
}

/// The colours that a host chooses.
#[cfg(feature = "content")]
mod accent {
    use std::fs;
    use std::path::Path;

    use marginalia::event::accent::{Accent, DARK, LIGHT, Scheme, Shades, contrast_of};
    use marginalia::event::site::SiteSettings;
    use serde_json::json;

    use super::blocks;

    #[test]
    fn the_colours_that_a_host_s_colour_meets_are_those_of_the_style() {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/base.css");
        let (_, blocks) = blocks(&fs::read_to_string(base).unwrap());
        for (scheme, selector, count) in [
            (&LIGHT, ":root", 1),
            (&DARK, ":root:not([data-colours=\"light\"], [data-colours=\"contrast\"])", 1),
            (&DARK, ":root[data-colours=\"dark\"]", 1),
        ] {
            let found: Vec<_> = blocks.iter().filter(|(before, _)| before == selector).collect();
            assert_eq!(found.len(), count, "{selector}");
            for (name, value) in [
                ("paper", scheme.paper),
                ("paper-raised", scheme.paper_raised),
                ("ink", scheme.ink),
                ("ink-soft", scheme.ink_soft),
                ("accent", scheme.accent),
                ("accent-ink", scheme.accent_ink),
                ("accent-wash", scheme.accent_wash),
                ("alert-wash", scheme.alert_wash),
            ] {
                let declaration = format!("--{name}: {value}");
                assert!(found[0].1.contains(&declaration), "{selector}: {declaration}");
            }
        }
    }

    // The definitions of WCAG and of Oklab, written once more.

    fn linear(colour: &str) -> [f64; 3] {
        [1, 3, 5].map(|start| {
            let part = u8::from_str_radix(&colour[start..start + 2], 16).unwrap();
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let [one, other] = [one, other].map(|colour| {
            let [red, green, blue] = linear(colour);
            0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
        });
        one.max(other) / one.min(other)
    }

    /// Lightness, strength, and hue in degrees (Oklch).
    fn seen(colour: &str) -> (f64, f64, f64) {
        let [red, green, blue] = linear(colour);
        let long = (0.412_221_47 * red + 0.536_332_54 * green + 0.051_445_99 * blue).cbrt();
        let medium = (0.211_903_5 * red + 0.680_699_55 * green + 0.107_396_96 * blue).cbrt();
        let short = (0.088_302_46 * red + 0.281_718_84 * green + 0.629_978_7 * blue).cbrt();
        let lightness = 0.210_454_26 * long + 0.793_617_79 * medium - 0.004_072_05 * short;
        let a = 1.977_998_5 * long - 2.428_592_2 * medium + 0.450_593_71 * short;
        let b = 0.025_904_04 * long + 0.782_771_77 * medium - 0.808_675_77 * short;
        (lightness, a.hypot(b), b.atan2(a).to_degrees())
    }

    fn expect_same_hue(one: &str, other: &str) {
        let ((_, strength, hue), (_, other_strength, other_hue)) = (seen(one), seen(other));
        let apart = (hue - other_hue).rem_euclid(360.0);
        // What is nearly grey has no hue, and what is written with two digits has it but roughly.
        let is_grey = strength < 0.04 || other_strength < 0.04;
        assert!(is_grey || apart.min(360.0 - apart) < 4.0, "{one} {other}: {hue} {other_hue}");
    }

    /// Colours of all hues, strengths and lightnesses: `#rrggbb`.
    fn all_colours() -> impl Iterator<Item = String> {
        let parts = (0..=255).step_by(17);
        parts.clone().flat_map(move |red| {
            let parts = parts.clone();
            parts.clone().flat_map(move |green| {
                parts.clone().map(move |blue| format!("#{red:02x}{green:02x}{blue:02x}"))
            })
        })
    }

    fn least(colour: &str, scheme: &Scheme) -> f64 {
        let met = [scheme.paper, scheme.paper_raised, scheme.alert_wash, scheme.accent_ink];
        met.into_iter().map(|it| contrast(colour, it)).fold(21.0, f64::min)
    }

    #[test]
    fn contrasts_are_those_that_others_find() {
        for (one, other, expected) in [
            ("#767676", "#ffffff", 4.54),
            ("#777", "#fff", 4.48),
            ("#000", "#fff", 21.0),
            ("#ff0000", "#ffffff", 4.0),
            ("#0000ff", "#ffffff", 8.59),
            ("#abcdef", "#abcdef", 1.0),
        ] {
            let found = contrast_of(one, other).unwrap();
            assert!((found - expected).abs() < 0.005, "{one} {other}: {found}");
            assert_eq!(contrast_of(other, one), Some(found));
        }
        assert_eq!(contrast_of("#ggg", "#fff"), None);
    }

    #[test]
    fn the_style_s_own_colours_would_be_taken() {
        for scheme in [&LIGHT, &DARK] {
            assert_eq!(scheme.faint(scheme.accent), None);
        }
        assert!(LIGHT.faint(DARK.accent).is_some() && DARK.faint(LIGHT.accent).is_some());
    }

    #[test]
    fn a_colour_is_refused_where_it_cannot_be_read_and_the_nearest_that_can_is_told() {
        let mut refused = 0;
        for (scheme, is_light) in [(&LIGHT, true), (&DARK, false)] {
            for colour in all_colours() {
                let contrast = least(&colour, scheme);
                let Some(faint) = scheme.faint(&colour) else {
                    assert!(contrast >= 4.499, "{colour}: {contrast}");
                    continue;
                };
                refused += 1;
                assert!(contrast < 4.501, "{colour}: {contrast}");
                assert!((contrast - faint.contrast).abs() < 0.01, "{colour}: {contrast} {faint:?}");
                let found = least(&faint.nearest, scheme);
                assert!((4.499..4.75).contains(&found), "{colour}: {faint:?} {found}");
                expect_same_hue(&colour, &faint.nearest);
                let (before, after) = (seen(&colour).0, seen(&faint.nearest).0);
                assert!(if is_light { after < before } else { after > before }, "{faint:?}");
            }
        }
        assert!(refused > 3000, "{refused}");
    }

    fn chosen(settings: serde_json::Value) -> Accent {
        let settings: SiteSettings = serde_json::from_value(settings).unwrap();
        Accent::of(&settings)
    }

    fn expect_readable(shades: &Shades, scheme: &Scheme) {
        let Shades { accent, wash } = shades;
        assert!(least(accent, scheme) >= 4.499, "{shades:?}");
        for words in [accent, scheme.ink, scheme.ink_soft] {
            assert!(contrast(words, wash) >= 4.499, "{words} {shades:?}");
        }
    }

    #[test]
    fn what_follows_from_a_colour_can_be_read_and_has_its_hue() {
        let mut count = 0;
        for colour in all_colours() {
            if LIGHT.faint(&colour).is_some() {
                continue;
            }
            count += 1;
            let Accent { light, dark } = chosen(json!({ "accent": colour }));
            let (light, dark) = (light.unwrap(), dark.unwrap());
            assert_eq!(light.accent, colour);
            expect_readable(&light, &LIGHT);
            expect_readable(&dark, &DARK);
            expect_same_hue(&colour, &dark.accent);
            // What is marked is seen as marked, where there is room for it.
            let least_of_marks = if least(&colour, &LIGHT) > 5.5 { 1.1 } else { 1.0 };
            assert!(contrast(&light.wash, LIGHT.paper) >= least_of_marks, "{light:?}");
            assert!(contrast(&dark.wash, DARK.paper_raised) > 1.05, "{dark:?}");
        }
        assert!(count > 1000, "{count}");
    }

    #[test]
    fn each_colour_can_be_chosen_alone_and_none_changes_nothing() {
        let none = chosen(json!({}));
        assert_eq!(none, Accent::default());
        let short = chosen(json!({ "accent": "#05A" }));
        assert_eq!(short.light.as_ref().unwrap().accent, "#0055aa");
        let dark = chosen(json!({ "accent_dark": "#7ec0ff" }));
        assert_eq!((&dark.light, dark.dark.as_ref().unwrap().accent.as_str()), (&None, "#7ec0ff"));
        let both = chosen(json!({ "accent": "#05a", "accent_dark": "#ffdd00" }));
        assert_eq!(both.light, short.light);
        assert_eq!(both.dark.unwrap().accent, "#ffdd00");
    }
}
