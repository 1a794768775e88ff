//! What each step of a command took, told at its end. It must not know what the steps are.

use std::fmt;
use std::time::{Duration, Instant};

/// The steps so far, in the order in which they ran.
#[derive(Default)]
pub(crate) struct Steps(Vec<(&'static str, Duration)>);

impl Steps {
    /// Does some work as a step of this name.
    #[expect(
        clippy::disallowed_methods,
        reason = "this program runs natively, where there is a clock"
    )]
    pub(crate) fn time<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.0.push((name, start.elapsed()));
        result
    }
}

impl fmt::Display for Steps {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (name, duration)) in self.0.iter().enumerate() {
            let separator = if place == 0 { "" } else { ", " };
            let seconds = (duration.as_secs_f64()).round() as u64;
            write!(formatter, "{separator}{name} {} min {} s", seconds / 60, seconds % 60)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Steps;

    #[test]
    fn steps_are_told_in_order_in_minutes_and_seconds() {
        let steps = Steps(vec![
            ("native tests", Duration::from_secs(372)),
            ("wasm tests", Duration::from_millis(39_700)),
        ]);
        assert_eq!(steps.to_string(), "native tests 6 min 12 s, wasm tests 0 min 40 s");
        assert_eq!(Steps::default().to_string(), "");
    }

    #[test]
    fn what_the_work_gives_is_handed_on() {
        let mut steps = Steps::default();
        assert_eq!(steps.time("counting", || 7), 7);
        assert_eq!(steps.to_string(), "counting 0 min 0 s");
    }
}
