//! `cargo xtask faults`: what can befall a reader's notes, how each of it is tested, and how the
//! tests came out, as one table. How outcomes are read stands in `report`.

mod report;

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::fs;

use crate::commands;
use crate::failure::Failure;
use crate::process::{self, Watched, say};
use crate::project;
use crate::setup::{self, BUILD_NEEDS, Need};
use crate::test::{self, Suite};
use report::{Model, Tested};

/// What was asked for on the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// How many sequences the model test plays; its own number where none is given.
    pub(crate) sequences: Option<u64>,
    /// The one sequence that is played instead.
    pub(crate) seed: Option<u64>,
    /// Whether the table goes into `docs/reliability.md`.
    pub(crate) write: bool,
}

/// Something that can befall notes.
struct Row {
    /// In the words of the group of tests that stands for it.
    what_happens: &'static str,
    /// What is promised for that case.
    what_the_reader_gets: &'static str,
}

const fn row(what_happens: &'static str, what_the_reader_gets: &'static str) -> Row {
    Row { what_happens, what_the_reader_gets }
}

/// The test files whose groups are rows.
const TEST_FILES: [&str; 2] = ["tests/reliability.spec.ts", "tests/kill.spec.ts"];

/// All rows but the one of the model test. A test compares them with the test files.
const ROWS: [Row; 16] = [
    row(
        "Local storage is denied or missing",
        "Notes work in memory; a lasting banner says that they vanish with the tab; leaving asks \
         first; all of them can be copied out",
    ),
    row(
        "A write exceeds the quota, at any moment, of any key",
        "The text stays on screen and in memory, is marked “Not saved”, and is tried again when \
         space frees up; “Storage” shows what takes the space; nothing stored is harmed",
    ),
    row(
        "A stored entry is damaged",
        "It is set aside unchanged; “Needs attention” shows its text with Copy and Download; all \
         others work",
    ),
    row(
        "An entry is from a newer version of the app",
        "It is left untouched, shown read-only, and never overwritten by this version",
    ),
    row(
        "An entry is from an older version",
        "It is migrated, and the original is kept until the migrated one is read back and found \
         equal; a crash at any step loses neither",
    ),
    row(
        "A theme with notes disappears from the event or is renamed",
        "Its notes stand under “Notes on themes no longer in this event”, and can be moved to \
         another theme",
    ),
    row(
        "The same note is edited in two tabs",
        "Both texts survive: the later one in its place, the other beside it as a marked conflict \
         copy; edits to different notes never touch each other",
    ),
    row("One tab deletes a note that another is editing", "The edited text survives"),
    row(
        "The reader deletes",
        "It goes to “Recently deleted”, is kept 30 days, and can be restored; emptying asks first",
    ),
    row(
        "The tab is closed, crashes, is discarded, or goes through the back/forward cache while \
         typing",
        "At most the last 300 ms of typing is missing; from the cache the page shows what other \
         tabs did meanwhile",
    ),
    row(
        "The page’s program has not come yet, or does not come",
        "What is typed is stored all the same, and after a kill at most the last 300 ms are missing; \
         where it cannot be stored, the page says so beside the box, and the text can be copied; \
         nothing that another tab stored is written over",
    ),
    row(
        "The browser is killed while typing",
        "At most the last 300 ms of typing is missing, and nothing else",
    ),
    row(
        "Another site page or extension writes foreign keys, or calls localStorage.clear() while \
         the page is open",
        "Foreign keys are never read nor removed; after a clear the page still holds its notes, \
         says so, and writes them back when the reader agrees",
    ),
    row(
        "The device's clock jumps back or forward",
        "Order and conflict handling do not depend on the clock",
    ),
    row(
        "Two tabs open while the app's files are updated under them",
        "Old and new tab work on the same notes without harm",
    ),
    row(
        "On the first note the page asks the browser for persistent storage",
        "“Storage” says in plain words whether it was granted",
    ),
];

/// The row of the model test.
const MODEL_ROW: Row = row(
    "Any call of the storage fails, is cut, or is the last one of its tab or browser",
    "Every text that was reported as saved is afterwards somewhere the reader can reach",
);
const MODEL_TEST: &str = "every_text_that_was_reported_as_saved_can_be_read_again";

/// Between these lines of `docs/reliability.md` stands the table.
const MARKS: [&str; 2] = ["<!-- faults:start -->", "<!-- faults:end -->"];

/// Runs what there is of tests, and shows the table. Tells whether every row is green.
pub(crate) fn run(options: Options) -> Result<bool, Failure> {
    let document = project::root().join("docs").join("reliability.md");
    if options.write {
        // Before minutes are spent, not after.
        with_table(&project::read_text(&document)?, "")?;
    }
    let ready = setup::ready(BUILD_NEEDS.into_iter().chain([Need::Chromium]))?;
    say("playing sequences of what readers do, over a storage that fails");
    let model = model(options)?;
    say("building the page that is tested");
    commands::build_with(&ready, &[])?;
    let (Watched { succeeded, .. }, report) =
        test::run_playwright(&ready, Suite::Whole, &TEST_FILES)?;
    let report = report.unwrap_or_default();
    let rows = report::rows(&report).map_err(|reason| {
        Failure::new(
            format!("Playwright did not test the built page, so most rows are unknown: {reason}"),
            "No table was made. Mend that, and call the command again.",
        )
    })?;
    let table = Table::of(model, &rows);
    let day = report::day(&report).map(|day| format!(" on {day}")).unwrap_or_default();
    let text = format!("Made by `cargo xtask faults --write`{day}.\n\n{}", table.markdown());
    println!("\n{table}");
    if options.write {
        let document_text = with_table(&project::read_text(&document)?, &text)?;
        fs::write(&document, document_text).map_err(|error| {
            Failure::new(
                format!("`{}` could not be written: {error}.", document.display()),
                "Check that it may be written, and call the command again.",
            )
        })?;
        say("the table stands in docs/reliability.md");
    }
    Ok(table.is_green() && succeeded)
}

/// How the model test came out; `None` where it failed or said nothing.
fn model(options: Options) -> Result<Option<Model>, Failure> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--profile", "thorough", "--test", "reliability"]);
    cargo.args(["--", "--nocapture"]);
    for (name, value) in
        [("MARGINALIA_SEQUENCES", options.sequences), ("MARGINALIA_SEED", options.seed)]
    {
        match value {
            Some(value) => cargo.env(name, value.to_string()),
            None => cargo.env_remove(name),
        };
    }
    let Watched { output, succeeded } = process::run_watched(&mut cargo)?;
    Ok(Model::from_output(&output).filter(|_| succeeded))
}

/// The rows with what became of them.
struct Table(Vec<Line>);

struct Line {
    row: &'static Row,
    tests: Vec<String>,
    figures: Vec<String>,
    is_green: bool,
}

impl Table {
    fn of(model: Option<Model>, tested: &BTreeMap<String, Tested>) -> Self {
        let of_model = Line {
            row: &MODEL_ROW,
            tests: vec![format!("`{MODEL_TEST}` in `tests/reliability.rs`")],
            figures: model.as_ref().map(shown).into_iter().collect(),
            is_green: model.is_some(),
        };
        let none = Tested::default();
        let lines = ROWS.iter().map(|row| {
            let tested = tested.get(row.what_happens).unwrap_or(&none);
            Line {
                row,
                tests: tested.titles(),
                figures: tested.figures(),
                is_green: tested.is_green(),
            }
        });
        Self([of_model].into_iter().chain(lines).collect())
    }

    fn is_green(&self) -> bool {
        self.0.iter().all(|line| line.is_green)
    }

    fn markdown(&self) -> String {
        let mut text = String::from(
            "| what happens | what the reader gets | how it is tested | figures | outcome |\n\
             |---|---|---|---|---|\n",
        );
        for Line { row, tests, figures, is_green } in &self.0 {
            let cells = [
                row.what_happens.to_owned(),
                row.what_the_reader_gets.to_owned(),
                tests.join("<br>"),
                figures.join("<br>"),
                outcome(*is_green).to_owned(),
            ];
            let cells = cells.map(|cell| cell.replace('|', "\\|"));
            // Writing to a text cannot fail.
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        text
    }
}

/// For the terminal: a row is too long for one line.
impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Line { row, tests, figures, is_green } in &self.0 {
            writeln!(formatter, "{:5} | {}", outcome(*is_green), row.what_happens)?;
            for test in tests {
                writeln!(formatter, "      |   test: {test}")?;
            }
            for figure in figures {
                writeln!(formatter, "      |   figure: {figure}")?;
            }
        }
        let red = self.0.iter().filter(|line| !line.is_green).count();
        writeln!(formatter, "{} green, {red} red", self.0.len() - red)
    }
}

fn outcome(is_green: bool) -> &'static str {
    if is_green { "green" } else { "red" }
}

fn shown(model: &Model) -> String {
    let Model { sequences, runs, calls, faults } = *model;
    let [sequences, runs, calls, faults] = [sequences, runs, calls, faults].map(grouped);
    format!("{sequences} sequences, {runs} runs, {calls} calls, {faults} faults injected")
}

/// A number with signs between its thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Puts the table between the marks of a document, in place of what stands there.
fn with_table(document: &str, table: &str) -> Result<String, Failure> {
    let [start, end] = MARKS;
    let parts = document.split_once(start).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some((before, after))
    });
    match parts {
        Some((before, after)) => Ok(format!("{before}{start}\n\n{}\n\n{end}{after}", table.trim())),
        None => Err(Failure::new(
            format!("`docs/reliability.md` has no line `{start}` with `{end}` below it."),
            "Put the lines back where the table should stand: `git diff docs` shows what has changed.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The titles of the outermost groups of a test file.
    fn groups_of(file: &str) -> Vec<String> {
        let path = project::end2end().join(file);
        let text = project::read_text(&path).expect("the test file");
        let starts = text.lines().filter_map(|line| line.strip_prefix("test.describe("));
        starts
            .map(|start| {
                let mark = start.chars().next().expect("a title");
                start[1..].split(mark).next().expect("a title").to_owned()
            })
            .collect()
    }

    #[test]
    fn each_row_has_a_group_of_tests_and_each_group_a_row() {
        let mut groups: Vec<String> = TEST_FILES.into_iter().flat_map(groups_of).collect();
        let mut rows: Vec<&str> = ROWS.iter().map(|row| row.what_happens).collect();
        groups.sort();
        // The tests of a row may stand in both files.
        groups.dedup();
        rows.sort();
        assert_eq!(groups, rows);
    }

    #[test]
    fn the_model_test_is_there_by_its_name() {
        let path = project::root().join("tests").join("reliability.rs");
        let text = project::read_text(&path).expect("the model test");
        assert!(text.contains(&format!("fn {MODEL_TEST}()")));
    }

    #[test]
    fn a_row_without_tests_is_red_and_makes_the_table_red() {
        let model = Model { sequences: 10_000, runs: 1_234_567, calls: 89, faults: 0 };
        let table = Table::of(Some(model), &BTreeMap::new());
        assert!(!table.is_green());
        let text = table.markdown();
        assert!(
            text.contains(
                "| 10,000 sequences, 1,234,567 runs, 89 calls, 0 faults injected | green |"
            )
        );
        assert!(text.contains("| The reader deletes | It goes to “Recently deleted”"));
        assert_eq!(text.matches("| red |").count(), ROWS.len());
        assert!(table.to_string().ends_with("1 green, 16 red\n"));
    }

    #[test]
    fn a_model_test_that_failed_is_red() {
        assert!(!Table::of(None, &BTreeMap::new()).0[0].is_green);
    }

    #[test]
    fn the_table_replaces_what_stands_between_the_marks_and_nothing_else() {
        let [start, end] = MARKS;
        let document = format!("before\n{start}\nold\n{end}\nafter\n");
        let written = with_table(&document, "| new |\n").expect("the marks are there");
        assert_eq!(written, format!("before\n{start}\n\n| new |\n\n{end}\nafter\n"));
        assert_eq!(with_table(&written, "| new |\n").expect("and still are"), written);
        for without in ["", start, end, &format!("{end}{start}")] {
            assert!(with_table(without, "").is_err(), "{without}");
        }
    }
}
