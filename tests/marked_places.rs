//! Places that a begun file marks for its host: the check names each that is left, and nothing else
//! of it.
#![cfg(feature = "content")]

use marginalia::event::file::{Colours, FaultKind, check, marked_place};

const BEGUN: &str = r#"title = "✎ The name of the event"
starts = "✎ The day"
ends = "✎ The last day"
time_zone = "✎ The time zone"
language = "✎ The language"
status = "✎ What became of it"
registration = "✎ Where people register"
address = "✎ Where the page is"
cites = ["✎ The id of the source"]

[[people]]
id = "✎ An id"
name = "Ada Brug"
role = "✎ What she does"
portrait = "✎ Her picture"

[[sessions]]
id = "opening"
title = "Opening"
starts = "2025-05-10 16:00"
people = [{ person = "✎ Who", role = "chair" }]
text = ["First.", "✎ A second paragraph"]

[[sources]]
id = "announcement"
title = """
  ✎ Its title"""
publisher = "✎"
url = "✎ Where it can be read"
"#;

#[test]
fn each_place_that_is_left_is_told_with_its_line_and_what_belongs_there() {
    let report = check("open-day.toml", BEGUN.as_bytes()).unwrap_err();
    let drawn = report.draw(Colours::Without);
    let lines: Vec<usize> =
        report.faults().iter().map(|fault| fault.position().unwrap().0).collect();
    let marked = BEGUN.lines().enumerate().filter(|(_, line)| line.contains('✎'));
    let mut expected: Vec<usize> = marked.map(|(index, _)| index + 1).collect();
    // A text of several lines begins where its quotation marks are.
    let title = BEGUN.lines().position(|line| line.ends_with("\"\"\"") && line.contains("title"));
    let title = title.unwrap() + 1;
    expected.iter_mut().filter(|line| **line == title + 1).for_each(|line| *line = title);
    assert_eq!(lines, expected, "{drawn}");
    for fault in report.faults() {
        assert!(matches!(fault.kind(), FaultKind::ToFillIn(_)), "{drawn}");
        assert!(!fault.kind().is_warning());
        assert!(fault.remedy().contains("between the quotation marks"), "{drawn}");
    }
    let first = report.faults()[0].to_string();
    assert!(first.contains("still to be filled in: “The name of the event”"), "{first}");
}

#[test]
fn a_pencil_elsewhere_is_the_hosts() {
    let file = |title: &str| {
        format!(
            "title = \"{title}\"\nstarts = \"2025-05-10\"\ncites = [\"a\"]\n[[sessions]]\nid = \
             \"b\"\ntitle = \"B\"\n[[sources]]\nid = \"a\"\ntitle = \"A\"\npublisher = \
             \"A\"\nurl = \"https://example.org\"\n"
        )
    };
    assert!(check("open-day.toml", file("Bring a ✎ and paper").as_bytes()).is_ok());
    assert!(check("open-day.toml", file(&marked_place("Its name")).as_bytes()).is_err());
}
