//! What may stand after `cargo xtask`, as text and as types. It must not do anything but read.

use crate::failure::Failure;
use crate::faults;
use crate::test::Group;

/// What `cargo xtask` and `cargo xtask help` print.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask <command>

Commands:
  serve       build the page and serve it on http://127.0.0.1:8080, anew after each change
              (further arguments go to `trunk serve`, such as `--port 9000`)
  build       build the page for publishing, into dist/ (`--single-file` also makes
              dist/<event>.html, which holds all of it and opens from a disk)
  bundle      make target/release/marginalia, the program for hosts, which has the page's programs
              inside and needs nothing else
  check       check the event files in content/ and report every fault
  reference   write what hosts and their editors read about the event file, from the types that it
              is read into: docs/event-file.md and content/event-file.schema.json
  test        run every test; `test unit`, `test browser`, `test end2end`, `test host` and
              `test browsers` run one group each (arguments after `--` go to Playwright: `cargo xtask test end2end --
              --grep Undo`, `cargo xtask test browsers -- --project=webkit`)
  faults      show what notes survive: a table of faults, tests and figures (`--write` puts it into
              docs/reliability.md; `--sequences N` plays more of them, `--seed S` one again)
  lint        check formatting, and clippy with warnings denied, native and for wasm32
  size        show how many bytes a reader waits for before writing, how many the program weighs at
              start, and how many what comes later; fails where one is above its limit
  bench       measure the built page's speed in Chromium, beside other pages that do the same job
              (`--rounds N`, `--notes N`; `--write` puts the tables into docs/performance.md)
  lighthouse  let Lighthouse judge the built page as a phone loads it; fails where a score is below
              its limit (`--no-limit` only reports, `--runs N` makes N runs)
  screens     make pictures of the built page in its main states, widths and colours, into
              target/screens/ (`--state`, `--width` and `--look` choose some; `--readme` makes
              docs/screenshot.png)
  help        show this text

Each command first gets what it needs and is missing, and says so. Trunk and wasm-bindgen are
kept in your cache folder for every clone; browser-test packages in end2end/node_modules.

Environment:
  CHROMIUM      the Chromium or Chrome to test in, where the one found is not the one wanted
  CHROMEDRIVER  the chromedriver that belongs to it
  FIREFOX       the Firefox to test in
  WEBKIT_DRIVER the WebKitWebDriver of the WebKitGTK to test in
  CI            where it is set, an engine that is not there is a failure";

/// One thing asked for on the command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// Show the usage text.
    Help,
    /// Build and serve, anew after each change.
    Serve {
        /// Handed on to `trunk serve`.
        trunk_arguments: Vec<String>,
    },
    /// Make the release `dist/`.
    Build {
        /// Also make the page that is a single file.
        single_file: bool,
    },
    /// Make the host's program.
    Bundle,
    /// Check the event files.
    Check,
    /// Write the reference of the event file.
    Reference,
    /// Run tests.
    Test {
        /// In the order of [`Group::ALL`], none twice, never empty.
        groups: Vec<Group>,
        /// Handed on to Playwright.
        playwright_arguments: Vec<String>,
    },
    /// Show what notes survive.
    Faults(faults::Options),
    /// Check formatting and clippy.
    Lint,
    /// Show what the page weighs.
    Size,
    /// Measure speed.
    Bench {
        /// Handed on to `bench/bench.mjs`.
        arguments: Vec<String>,
    },
    /// Let Lighthouse judge the page.
    Lighthouse {
        /// Handed on to `lighthouse.mjs`.
        arguments: Vec<String>,
    },
    /// Make pictures of the page.
    Screens {
        /// Handed on to `screens.mjs`.
        arguments: Vec<String>,
    },
}

/// Reads the arguments that follow `cargo xtask`.
pub(crate) fn parse(arguments: &[String]) -> Result<Request, Failure> {
    let Some((command, rest)) = arguments.split_first() else {
        return Ok(Request::Help);
    };
    // Both `serve --port 9000` and `serve -- --port 9000` read well, so both are taken.
    let passed_on = || match rest.split_first() {
        Some((first, others)) if first == "--" => others.to_vec(),
        _ => rest.to_vec(),
    };
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Request::Help),
        _ if rest.iter().any(|word| word == "--help" || word == "-h")
            && !rest.iter().any(|word| word == "--") =>
        {
            Ok(Request::Help)
        }
        "serve" => Ok(Request::Serve { trunk_arguments: passed_on() }),
        "bench" => Ok(Request::Bench { arguments: passed_on() }),
        "lighthouse" => Ok(Request::Lighthouse { arguments: passed_on() }),
        "screens" => Ok(Request::Screens { arguments: passed_on() }),
        "test" => parse_test(rest),
        "faults" => parse_faults(rest),
        "build" if rest == ["--single-file"] => Ok(Request::Build { single_file: true }),
        "build" => match rest.first() {
            None => Ok(Request::Build { single_file: false }),
            Some(argument) => Err(Failure::new(
                format!("`cargo xtask build` does not know `{argument}`."),
                "It takes `--single-file`, or nothing.",
            )),
        },
        "bundle" => without_arguments(command, rest, Request::Bundle),
        "check" => without_arguments(command, rest, Request::Check),
        "reference" => without_arguments(command, rest, Request::Reference),
        "lint" => without_arguments(command, rest, Request::Lint),
        "size" => without_arguments(command, rest, Request::Size),
        _ => Err(Failure::new(
            format!("There is no command `{command}`."),
            format!("Choose one of these.\n\n{USAGE}"),
        )),
    }
}

fn without_arguments(command: &str, rest: &[String], request: Request) -> Result<Request, Failure> {
    match rest.first() {
        None => Ok(request),
        Some(argument) => Err(Failure::new(
            format!("`cargo xtask {command}` takes no arguments, but `{argument}` was given."),
            format!("Call `cargo xtask {command}` alone."),
        )),
    }
}

fn parse_test(rest: &[String]) -> Result<Request, Failure> {
    let own_end = rest.iter().position(|word| word == "--").unwrap_or(rest.len());
    let mut groups = Vec::new();
    for word in &rest[..own_end] {
        let Some(group) = Group::ALL.into_iter().find(|group| group.name() == word) else {
            return Err(Failure::new(
                format!("There is no group of tests `{word}`."),
                "The groups are `unit`, `browser`, `end2end` and `browsers`; without a group, all \
                 run. Arguments for Playwright stand after `--`.",
            ));
        };
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    if groups.is_empty() {
        groups.extend(Group::ALL);
    }
    groups.sort();
    let playwright_arguments = rest.get(own_end + 1..).unwrap_or_default().to_vec();
    if !playwright_arguments.is_empty() && !groups.iter().any(|group| group.runs_playwright()) {
        return Err(Failure::new(
            "Arguments after `--` go to Playwright, but no group of its is among those asked for.",
            "Call `cargo xtask test end2end -- …` or `cargo xtask test browsers -- …`, or leave the \
             arguments out.",
        ));
    }
    Ok(Request::Test { groups, playwright_arguments })
}

fn parse_faults(rest: &[String]) -> Result<Request, Failure> {
    let mut options = faults::Options::default();
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--write" => options.write = true,
            "--sequences" => options.sequences = Some(whole_number(word, words.next())?),
            "--seed" => options.seed = Some(whole_number(word, words.next())?),
            _ => {
                return Err(Failure::new(
                    format!("`cargo xtask faults` does not know `{word}`."),
                    "It takes `--sequences N`, `--seed S` and `--write`.",
                ));
            }
        }
    }
    if options.write && options.seed.is_some() {
        return Err(Failure::new(
            "`--write` and `--seed` do not go together: one sequence makes no table.",
            "Leave one of them out.",
        ));
    }
    Ok(Request::Faults(options))
}

fn whole_number(option: &str, value: Option<&String>) -> Result<u64, Failure> {
    value.and_then(|value| value.parse().ok()).ok_or_else(|| {
        let given = value.map_or_else(|| "nothing".to_owned(), |value| format!("`{value}`"));
        Failure::new(
            format!("`{option}` takes a whole number, but {given} was given."),
            format!("Call it with a number, such as `cargo xtask faults {option} 100`."),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Request, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words).map_err(|failure| failure.to_string())
    }

    #[test]
    fn no_command_and_every_way_to_ask_for_help_show_the_usage() {
        for line in ["", "help", "--help", "-h", "size --help", "test -h"] {
            assert_eq!(parsed(line), Ok(Request::Help), "{line}");
        }
    }

    #[test]
    fn test_without_a_group_runs_all_and_hands_on_what_follows_the_dashes() {
        assert_eq!(
            parsed("test -- --grep Undo"),
            Ok(Request::Test {
                groups: Group::ALL.to_vec(),
                playwright_arguments: vec!["--grep".into(), "Undo".into()],
            })
        );
    }

    #[test]
    fn groups_run_once_each_and_in_their_own_order() {
        assert_eq!(
            parsed("test end2end unit end2end"),
            Ok(Request::Test {
                groups: vec![Group::Unit, Group::End2end],
                playwright_arguments: vec![],
            })
        );
        assert_eq!(
            parsed("test browsers -- --project=webkit"),
            Ok(Request::Test {
                groups: vec![Group::Browsers],
                playwright_arguments: vec!["--project=webkit".into()],
            })
        );
    }

    #[test]
    fn serve_takes_trunk_arguments_with_and_without_dashes() {
        for line in ["serve --port 9000", "serve -- --port 9000"] {
            assert_eq!(
                parsed(line),
                Ok(Request::Serve { trunk_arguments: vec!["--port".into(), "9000".into()] }),
                "{line}"
            );
        }
    }

    #[test]
    fn what_runs_on_the_built_page_takes_arguments_of_its_own() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect();
        for dashes in ["", "-- "] {
            assert_eq!(
                parsed(&format!("screens {dashes}--state editing --width 360")),
                Ok(Request::Screens { arguments: words("--state editing --width 360") })
            );
            assert_eq!(
                parsed(&format!("lighthouse {dashes}--no-limit")),
                Ok(Request::Lighthouse { arguments: words("--no-limit") })
            );
        }
        assert_eq!(parsed("screens"), Ok(Request::Screens { arguments: vec![] }));
    }

    #[test]
    fn the_usage_names_every_command_once() {
        for command in [
            "serve",
            "build",
            "check",
            "reference",
            "test",
            "faults",
            "bundle",
            "lint",
            "size",
            "bench",
            "lighthouse",
            "screens",
            "help",
        ] {
            assert_eq!(USAGE.matches(&format!("\n  {command} ")).count(), 1, "{command}");
        }
    }

    #[test]
    fn build_makes_the_single_file_where_asked() {
        for (line, single_file) in [("build", false), ("build --single-file", true)] {
            assert_eq!(parsed(line), Ok(Request::Build { single_file }), "{line}");
        }
    }

    #[test]
    fn faults_takes_its_options_in_any_order() {
        let expected = |sequences, seed, write| {
            Ok(Request::Faults(faults::Options { sequences, seed, write }))
        };
        assert_eq!(parsed("faults"), expected(None, None, false));
        assert_eq!(parsed("faults --write --sequences 5"), expected(Some(5), None, true));
        assert_eq!(parsed("faults --seed 7 --sequences 5"), expected(Some(5), Some(7), false));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, expected) in [
            ("sreve", "no command `sreve`"),
            ("test units", "no group of tests `units`"),
            ("build --fast", "does not know `--fast`"),
            ("size --fast", "`--fast` was given"),
            ("test unit -- --grep x", "no group of its is among"),
            ("faults --quick", "does not know `--quick`"),
            ("faults --sequences", "but nothing was given"),
            ("faults --seed some", "but `some` was given"),
            ("faults --seed 7 --write", "do not go together"),
        ] {
            let message = parsed(line).expect_err(line);
            assert!(message.contains(expected), "{line}: {message}");
        }
    }
}
