//! How many tests passed and failed, and which, read from what the test runners write. It must not run any.

use std::ops::AddAssign;

use serde_json::Value;

/// The outcome of some tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
    /// A line for each test that failed, or passed at its second try only.
    pub(crate) named: Vec<String>,
}

impl Counts {
    /// One thing that was tried.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into(), named: Vec::new() }
    }

    /// Sums the lines `test result: ok. 3 passed; 0 failed; …`, one for each file of tests, of
    /// Rust's own runner and of wasm-bindgen's.
    pub(crate) fn from_rust_tests(output: &str) -> Self {
        let mut counts = Self { named: named_in_rust_tests(output), ..Self::default() };
        for line in output.lines() {
            let Some((_, results)) = line.split_once("test result: ") else {
                continue;
            };
            counts.passed += number_before(results, " passed");
            counts.failed += number_before(results, " failed");
        }
        counts
    }

    /// Reads the `stats` of a Playwright report in JSON. A test that passed at its second try is one that
    /// passed, and is named. `None` where the text is no such report.
    pub(crate) fn from_playwright_report(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let stat = |name: &str| report["stats"][name].as_u64();
        let mut named = Vec::new();
        name_in_suite(&report, &mut named);
        Some(Self {
            passed: stat("expected")? + stat("flaky")?,
            failed: stat("unexpected")?,
            named,
        })
    }

    /// The outcome once the runner's own verdict is known: a runner that ended badly without
    /// counting a failed test (since nothing compiled, say) failed at one thing.
    pub(crate) fn with_verdict(self, succeeded: bool) -> Self {
        if succeeded || self.failed > 0 { self } else { Self { failed: 1, ..self } }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.named.extend(other.named);
    }
}

/// The tests of a Rust runner's output that failed, by their names.
fn named_in_rust_tests(output: &str) -> Vec<String> {
    let failed = |line: &str| {
        let name = line.trim().strip_prefix("test ")?.strip_suffix(" ... FAILED")?;
        Some(format!("failed: {name}"))
    };
    output.lines().filter_map(failed).collect()
}

/// Names the tests of a suite in a Playwright report that failed, or passed at their second try only, by
/// their projects, files, lines and titles.
fn name_in_suite(suite: &Value, named: &mut Vec<String>) {
    let list = |of: &Value, name: &str| of[name].as_array().cloned().unwrap_or_default();
    for inner in list(suite, "suites") {
        name_in_suite(&inner, named);
    }
    for spec in list(suite, "specs") {
        for test in list(&spec, "tests") {
            let what = match test["status"].as_str() {
                Some("unexpected") => "failed",
                Some("flaky") => "passed at the second try only",
                _ => continue,
            };
            let text = |of: &Value| of.as_str().unwrap_or_default().to_owned();
            let [project, file, title] =
                [&test["projectName"], &spec["file"], &spec["title"]].map(text);
            named.push(format!("{what}: [{project}] {file}:{} {title}", spec["line"]));
        }
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    text.split_once(word)
        .and_then(|(before, _)| before.rsplit(' ').next()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Counts;

    const fn counts(passed: u64, failed: u64) -> Counts {
        Counts { passed, failed, named: Vec::new() }
    }

    #[test]
    fn the_results_of_every_file_of_tests_are_summed() {
        let output = "\
running 2 tests
test a ... ok
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s

test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.10s
    test result: ok. 1 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.00s
";
        assert_eq!(Counts::from_rust_tests(output), counts(16, 2));
        assert_eq!(Counts::from_rust_tests("error: could not compile"), counts(0, 0));
    }

    #[test]
    fn what_failed_is_named() {
        let output = "test a::b ... ok\ntest a::c ... FAILED\n\nfailures:\n    a::c\n";
        assert_eq!(Counts::from_rust_tests(output).named, ["failed: a::c"]);
        let report = r#"{"stats":{"expected":1,"unexpected":1,"flaky":1},"suites":[{"suites":[{"specs":[
            {"title":"One","file":"a.spec.ts","line":3,"tests":[
                {"projectName":"desktop","status":"unexpected"},
                {"projectName":"phone","status":"flaky"},
                {"projectName":"tablet","status":"expected"}
            ]}
        ]}]}]}"#;
        let named = ["failed: [desktop]", "passed at the second try only: [phone]"];
        let named = named.map(|it| format!("{it} a.spec.ts:3 One"));
        assert_eq!(Counts::from_playwright_report(report).unwrap().named, named);
    }

    #[test]
    fn a_playwright_report_counts_a_flaky_test_as_passed() {
        let report = r#"{"stats":{"expected":40,"skipped":2,"unexpected":1,"flaky":1}}"#;
        assert_eq!(Counts::from_playwright_report(report), Some(counts(41, 1)));
        assert_eq!(Counts::from_playwright_report("{}"), None);
        assert_eq!(Counts::from_playwright_report(""), None);
    }

    #[test]
    fn a_runner_that_ends_badly_never_leaves_a_clean_count() {
        assert_eq!(counts(0, 0).with_verdict(false), counts(0, 1));
        assert_eq!(counts(5, 2).with_verdict(false), counts(5, 2));
        assert_eq!(counts(5, 0).with_verdict(true), counts(5, 0));
    }
}
