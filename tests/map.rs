//! The map of the themes: whatever the titles are, nothing overlaps, nothing leaves the drawing, and
//! every word is there.

use marginalia::event::map::{
    Drawing, LABEL_AT, LEAST_LINK, LINK_AT, Line, RING, RING_AT, WIDTH, draw,
};

const LONG: &str = "Sharing information and cooperating at all levels, between all bodies that have \
                    a part in it, before, during and after a mission, in peace and in war";
const ONE_WORD: &str = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantenverband";
const ALL_WIDE: &str =
    "WWWWWWWWWWWW MMMMMMMMMMMMMMMMMM @@@@@@@@@@ WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";
const ALL_NARROW: &str =
    "illi lilli ill, illi: lilli ill; illi! lilli ill. illi lilli ill illi lilli ill";
const IDEOGRAPHS: &str = "预防暴行的国家能力建设以及人权发展援助与维持和平行动的作用";
const MARKS: &str = "Y\u{304}o\u{301}u\u{302}n\u{303}g a\u{30a}c\u{327}t\u{323}i\u{308}o\u{301}n";

/// Titles of a part and of its themes.
const PARTS: &[(&str, &[&str])] = &[
    ("One theme", &["Early action"]),
    ("No theme", &[]),
    ("Three", &["Human rights mechanisms and actors", "Development assistance", "Peacekeeping"]),
    (LONG, &[LONG, "Short", LONG, LONG, "Short"]),
    (ONE_WORD, &[ONE_WORD, "a", ONE_WORD]),
    (ALL_WIDE, &[ALL_WIDE, ALL_NARROW, ALL_WIDE]),
    (IDEOGRAPHS, &[IDEOGRAPHS, MARKS]),
    ("Many", &["x"; 60]),
    ("", &["", " "]),
];

fn drawings() -> impl Iterator<Item = (Drawing, &'static str, &'static [&'static str])> {
    PARTS.iter().map(|(title, themes)| (draw(title, themes.iter().copied()), *title, *themes))
}

fn letters(lines: &[Line]) -> String {
    lines.iter().flat_map(|line| line.text.chars()).filter(|it| !it.is_whitespace()).collect()
}

#[test]
fn links_follow_one_another_within_the_drawing() {
    for (drawing, title, themes) in drawings() {
        assert_eq!(drawing.themes.len(), themes.len());
        // The title's last line, with the tails of its letters.
        let mut bottom = drawing.title.last().map_or(0, |line| line.baseline + 4);
        for place in &drawing.themes {
            let top = place.middle - place.height / 2;
            assert!(top > bottom, "{title}: {drawing:?}");
            assert!(place.height >= LEAST_LINK, "{title}");
            assert!(place.height > 2 * RING, "{title}");
            bottom = place.middle + (place.height + 1) / 2;
        }
        assert!(drawing.height >= bottom, "{title}");
    }
}

#[test]
fn lines_of_text_stand_within_their_link_and_apart() {
    for (drawing, title, _) in drawings() {
        for place in &drawing.themes {
            let half = place.height / 2;
            let mut last = -half;
            for line in &place.label {
                // Letters of 14 with their accents, down to their tails.
                assert!(line.baseline - 13 >= last, "{title}: {place:?}");
                last = line.baseline + 4;
            }
            assert!(last <= half, "{title}: {place:?}");
        }
        let mut last = 0;
        for line in &drawing.title {
            assert!(line.baseline - 16 >= last, "{title}: {drawing:?}");
            last = line.baseline + 4;
        }
    }
}

#[test]
fn narrow_letters_get_more_on_a_line_than_wide_ones() {
    let count = |title: &str| draw("", [title].into_iter()).themes[0].label.len();
    assert_eq!(count(&"W".repeat(16)), 1);
    assert_eq!(count(&"W".repeat(17)), 2);
    assert_eq!(count(&"i".repeat(43)), 1);
    assert_eq!(count(&"i".repeat(45)), 2);
}

#[test]
fn every_letter_is_there_and_words_stay_whole() {
    for (drawing, title, themes) in drawings() {
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(letters(&drawing.title), squeezed(title));
        for (place, theme) in drawing.themes.iter().zip(themes) {
            assert_eq!(letters(&place.label), squeezed(theme));
        }
    }
    let drawing = draw("", [LONG].into_iter());
    let lines: Vec<&str> = drawing.themes[0].label.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(lines.join(" "), LONG.split_whitespace().collect::<Vec<_>>().join(" "));
}

#[test]
fn a_mark_never_begins_a_line() {
    let marked = "e\u{301}".repeat(200);
    for line in &draw("", [marked.as_str()].into_iter()).themes[0].label {
        assert!(!line.text.starts_with('\u{301}'), "{line:?}");
    }
}

#[test]
fn lines_are_even() {
    let lines = |title: &str| -> Vec<String> {
        let drawing = draw("", [title].into_iter());
        drawing.themes.into_iter().flat_map(|it| it.label).map(|line| line.text).collect()
    };
    assert_eq!(
        lines("Human rights mechanisms and actors"),
        ["Human rights", "mechanisms and actors"]
    );
    assert_eq!(lines("Development assistance"), ["Development assistance"]);
}

#[test]
fn a_label_stands_in_the_middle_of_its_ring() {
    for (drawing, title, _) in drawings() {
        for place in &drawing.themes {
            let [first, .., last] = place.label.as_slice() else { continue };
            // The letters reach 10 above the first baseline, and none counts below the last.
            assert!((first.baseline - 10 + last.baseline).abs() <= 1, "{title}: {place:?}");
        }
    }
}

#[test]
fn branches_lead_from_the_spine_to_each_ring() {
    for (drawing, title, _) in drawings() {
        assert_eq!(
            drawing.branches.matches('q').count(),
            drawing.themes.len(),
            "{title}: {}",
            drawing.branches
        );
        for place in &drawing.themes {
            let branch = format!("M0 {}q0 16 16 16h{}", place.middle - 16, RING_AT - RING - 16);
            assert!(drawing.branches.contains(&branch), "{title}: {}", drawing.branches);
            assert!(place.middle - 16 >= drawing.start, "{title}");
        }
    }
}

/// The spine, the link with the ring in it, and the label keep apart.
const _: () = assert!(
    RING_AT + LINK_AT > 0 && -LINK_AT > RING && LABEL_AT > RING && RING_AT + LABEL_AT < WIDTH
);
