//! Which tests stand for which row, and what they counted, read from Playwright's report in JSON and
//! from what the model test prints. It must not run anything.

use std::collections::BTreeMap;

use serde_json::Value;

/// What the model test prints about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Model {
    pub(super) sequences: u64,
    pub(super) runs: u64,
    pub(super) calls: u64,
    pub(super) faults: u64,
}

impl Model {
    /// Finds the line `reliability: sequences=… runs=… calls=… faults=…`.
    pub(super) fn from_output(output: &str) -> Option<Self> {
        let (_, figures) = output.lines().find_map(|line| line.split_once("reliability: "))?;
        let figure = |name: &str| {
            figures.split_whitespace().find_map(|word| word.strip_prefix(name)?.parse().ok())
        };
        Some(Self {
            sequences: figure("sequences=")?,
            runs: figure("runs=")?,
            calls: figure("calls=")?,
            faults: figure("faults=")?,
        })
    }
}

/// What the tests of one row came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tested {
    /// The titles in their order. Several cases of one thing share a title.
    titles: Vec<String>,
    /// Each test by the place of its title and its own one, and whether it passed anywhere.
    has_passed: BTreeMap<(usize, String), bool>,
    /// How many runs failed.
    failed: usize,
    /// What the tests say they counted, in words, each once.
    figures: Vec<String>,
    /// How many characters each page had lost that was ended while somebody typed.
    lost: Vec<u64>,
}

impl Tested {
    /// Whether each test passed and none failed. Without any test nothing is shown.
    pub(super) fn is_green(&self) -> bool {
        self.failed == 0 && !self.has_passed.is_empty() && self.has_passed.values().all(|it| *it)
    }

    /// The titles, those of several cases with their number.
    pub(super) fn titles(&self) -> Vec<String> {
        let cases = |place| self.has_passed.keys().filter(|(title, _)| *title == place).count();
        self.titles
            .iter()
            .enumerate()
            .map(|(place, title)| match cases(place) {
                1 => title.clone(),
                cases => format!("{title} ({cases} cases)"),
            })
            .collect()
    }

    /// Everything that was counted.
    pub(super) fn figures(&self) -> Vec<String> {
        let worst = self.lost.iter().max();
        let lost = worst.map(|worst| match self.lost.len() {
            1 => format!("ended once, {worst} characters lost"),
            ends => format!("ended {ends} times, at most {worst} characters lost"),
        });
        self.figures.iter().cloned().chain(lost).collect()
    }

    fn add(&mut self, title: &str, spec: &Value) {
        let place = self.titles.iter().position(|known| known == title).unwrap_or_else(|| {
            self.titles.push(title.to_owned());
            self.titles.len() - 1
        });
        let name = (place, text(spec, "title").to_owned());
        let has_passed = self.has_passed.entry(name).or_default();
        for test in list(spec, "tests") {
            match text(test, "status") {
                "expected" => *has_passed = true,
                // Where one project has no use for a test, the other runs it.
                "skipped" => {}
                // A test that passed only when repeated is one that failed.
                _ => self.failed += 1,
            }
            for annotation in list(test, "annotations") {
                let description = text(annotation, "description");
                let figure = match text(annotation, "type") {
                    "figure" => Some(description.to_owned()),
                    "kill" => kills(description),
                    "lost" => {
                        self.lost.extend(description.parse::<u64>());
                        None
                    }
                    _ => None,
                };
                self.figures.extend(figure.filter(|it| !self.figures.contains(it)));
            }
        }
    }
}

/// The rows by their titles, which are those of the outermost groups of tests. An error, in words,
/// where the text is no report, or one that tells why there were no tests: such as a port in use.
pub(super) fn rows(report: &str) -> Result<BTreeMap<String, Tested>, String> {
    let report: Value =
        serde_json::from_str(report).map_err(|_| "it left no report.".to_owned())?;
    if let Some(error) = list(&report, "errors").next() {
        return Err(text(error, "message").to_owned());
    }
    let files = report["suites"].as_array().ok_or("its report has no tests.")?;
    let mut rows = BTreeMap::<String, Tested>::new();
    for row in files.iter().flat_map(|file| list(file, "suites")) {
        let tested = rows.entry(text(row, "title").to_owned()).or_default();
        for spec in list(row, "specs") {
            tested.add(text(spec, "title"), spec);
        }
        for cases in list(row, "suites") {
            for spec in list(cases, "specs") {
                tested.add(text(cases, "title"), spec);
            }
        }
    }
    Ok(rows)
}

/// The day on which the tests of a report ran, such as `2026-03-05`.
pub(super) fn day(report: &str) -> Option<String> {
    let report: Value = serde_json::from_str(report).ok()?;
    Some(report["stats"]["startTime"].as_str()?.get(..10)?.to_owned())
}

fn kills(description: &str) -> Option<String> {
    let figures: Value = serde_json::from_str(description).ok()?;
    Some(format!(
        "{} kills while {} characters a second were typed: median {}, maximum {} characters lost",
        figures["kills"].as_u64()?,
        figures["charactersPerSecond"].as_f64()?,
        figures["medianLost"].as_f64()?,
        figures["maxLost"].as_u64()?,
    ))
}

fn list<'json>(value: &'json Value, name: &str) -> impl Iterator<Item = &'json Value> {
    value[name].as_array().into_iter().flatten()
}

fn text<'json>(value: &'json Value, name: &str) -> &'json str {
    value[name].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(specs: &str, cases: &str) -> Tested {
        let report = format!(
            r#"{{"suites":[{{"title":"a.spec.ts","specs":[],"suites":[
                {{"title":"It rains","specs":[{specs}],"suites":[{cases}]}}
            ]}}]}}"#
        );
        rows(&report).expect("a report").remove("It rains").expect("the row")
    }

    fn spec(title: &str, statuses: &[&str], annotations: &str) -> String {
        let tests: Vec<String> = statuses
            .iter()
            .map(|status| format!(r#"{{"status":"{status}","annotations":[{annotations}]}}"#))
            .collect();
        format!(r#"{{"title":"{title}","tests":[{}]}}"#, tests.join(","))
    }

    #[test]
    fn the_figures_of_the_model_are_found_whatever_stands_before_them() {
        let output = "running 1 test\n\
                      test it_holds ... reliability: sequences=10 runs=200 calls=3000 faults=7\nok\n";
        let figures = Model { sequences: 10, runs: 200, calls: 3000, faults: 7 };
        assert_eq!(Model::from_output(output), Some(figures));
        for output in ["", "reliability: sequences=10", "reliability: sequences=x runs=1"] {
            assert_eq!(Model::from_output(output), None, "{output}");
        }
    }

    #[test]
    fn a_row_is_green_when_each_of_its_tests_passed_somewhere_and_none_failed() {
        for (statuses, is_green) in [
            (&["expected", "expected"][..], true),
            (&["expected", "skipped"], true),
            (&["skipped", "skipped"], false),
            (&["expected", "unexpected"], false),
            (&["flaky"], false),
            (&[], false),
        ] {
            let tested = row(&spec("a", statuses, ""), &spec("unlike", &["expected"], ""));
            assert_eq!(tested.is_green(), is_green, "{statuses:?}");
        }
        assert!(!row("", "").is_green(), "a row without tests");
    }

    #[test]
    fn cases_of_one_thing_are_counted_under_its_title() {
        let one = spec("an umbrella helps", &["expected", "expected"], "");
        let cases = [spec("wool", &["expected"], ""), spec("felt", &["unexpected"], "")].join(",");
        let tested = row(&one, &format!(r#"{{"title":"A hat helps, of","specs":[{cases}]}}"#));
        assert_eq!(tested.titles(), ["an umbrella helps", "A hat helps, of (2 cases)"]);
        assert!(!tested.is_green());
    }

    #[test]
    fn what_tests_counted_is_told_once_and_losses_by_the_worst() {
        let counted = r#"{"type":"figure","description":"3 clouds"},{"type":"lost","description":"4"},
            {"type":"kill","description":"{\"kills\":20,\"medianLost\":2.5,\"maxLost\":6,\"charactersPerSecond\":33}"}"#;
        let lost = r#"{"type":"lost","description":"11"},{"type":"issue","description":"x"}"#;
        let specs =
            [spec("a", &["expected"; 2], counted), spec("b", &["expected"], lost)].join(",");
        assert_eq!(
            row(&specs, "").figures(),
            [
                "3 clouds",
                "20 kills while 33 characters a second were typed: median 2.5, maximum 6 characters \
                 lost",
                "ended 3 times, at most 11 characters lost",
            ]
        );
    }

    #[test]
    fn what_is_no_report_is_not_taken_for_one() {
        for (report, reason) in [
            ("", "it left no report."),
            ("{}", "its report has no tests."),
            (r#"{"suites":[],"errors":[{"message":"the port is in use"}]}"#, "the port is in use"),
        ] {
            assert_eq!(rows(report), Err(reason.to_owned()), "{report}");
        }
        assert_eq!(day("{}"), None);
        assert_eq!(
            day(r#"{"stats":{"startTime":"2026-03-05T09:00:00Z"}}"#),
            Some("2026-03-05".into())
        );
    }
}
