//! Effects that hand nothing on from one run to the next.

use leptos::prelude::*;

/// Runs now, and again whenever something that it read has changed; as `Effect::new` does it.
///
/// What surrounds an effect is half a kilobyte of code, which the program so has once, and not
/// for each of them.
pub(crate) fn effect(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(move |_| run());
}
