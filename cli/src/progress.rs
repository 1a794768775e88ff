//! Tells on a terminal how far something has come that takes longer than a moment. Elsewhere, such as in a
//! file that a script writes, nothing of it is seen.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What takes less is not worth a bar that comes and goes.
const MOMENT: Duration = Duration::from_secs(1);

/// How often the bar moves by itself, while nothing is told.
const TICK: Duration = Duration::from_millis(100);

/// A bar that is seen from the second second on.
pub(crate) struct Progress {
    bar: ProgressBar,
    is_seen: AtomicBool,
}

impl Progress {
    /// Nothing is seen of it yet.
    pub(crate) fn begin() -> Self {
        Self { bar: ProgressBar::hidden(), is_seen: AtomicBool::new(false) }
    }

    /// What is being done now, in so many steps.
    pub(crate) fn next(&self, what: &'static str, steps: usize) {
        self.bar.set_length(steps as u64);
        self.bar.set_position(0);
        self.bar.set_style(style(steps));
        self.bar.set_message(what);
        self.show_if_it_takes_long();
    }

    /// A step of it was done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
        self.show_if_it_takes_long();
    }

    /// Does something that writes on the terminal itself.
    pub(crate) fn aside(&self, does: impl FnOnce()) {
        self.bar.suspend(does);
    }

    fn show_if_it_takes_long(&self) {
        if self.bar.elapsed() >= MOMENT && !self.is_seen.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.enable_steady_tick(TICK);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn style(steps: usize) -> ProgressStyle {
    let template =
        if steps > 1 { "{spinner} {msg} {pos} of {len} {wide_bar}" } else { "{spinner} {msg}" };
    // What stands above is a template.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
