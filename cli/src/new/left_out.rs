//! What of a source an event file does not take over: a host hears of it, with its reason, so that
//! nothing is lost unseen.

use std::collections::BTreeMap;

/// How many names of one kind are told; the rest is counted.
const MOST_NAMES: usize = 5;

/// All that was left out.
#[derive(Default)]
pub(super) struct LeftOut {
    /// What, and why; how many, and which.
    groups: Vec<Group>,
    /// Keys that nothing here reads, and how often each stood there.
    unknown: BTreeMap<String, usize>,
}

struct Group {
    what: String,
    why: &'static str,
    count: usize,
    names: Vec<String>,
}

impl LeftOut {
    /// One thing that was left out; `name` tells which, where that says something.
    pub(super) fn add(&mut self, what: &str, why: &'static str, name: Option<&str>) {
        let group = match self.groups.iter_mut().find(|it| it.what == what && it.why == why) {
            Some(group) => group,
            None => {
                let what = what.to_owned();
                self.groups.push(Group { what, why, count: 0, names: Vec::new() });
                let last = self.groups.len() - 1;
                &mut self.groups[last]
            }
        };
        group.count += 1;
        if let Some(name) = name
            && !group.names.iter().any(|it| it == name)
        {
            group.names.push(name.to_owned());
        }
    }

    /// A key for which an event file has no place.
    pub(super) fn unknown(&mut self, key: &str) {
        *self.unknown.entry(key.to_owned()).or_default() += 1;
    }

    /// One line for each kind of thing, without a line end.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.groups.iter().map(Group::line).collect();
        if !self.unknown.is_empty() {
            let keys = self.unknown.iter().map(|(key, count)| match count {
                1 => format!("`{key}`"),
                _ => format!("`{key}` ({count} times)"),
            });
            let keys = keys.collect::<Vec<_>>().join(", ");
            lines.push(format!("What an event file has no place for: {keys}."));
        }
        lines
    }
}

impl Group {
    fn line(&self) -> String {
        let mut names = self.names.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join("; ");
        if let Some(more @ 1..) = self.names.len().checked_sub(MOST_NAMES) {
            names.push_str(&format!("; and {more} more"));
        }
        let (what, why, count) = (&self.what, self.why, self.count);
        match (count, names.is_empty()) {
            (1, true) => format!("{what}. {why}"),
            (1, false) => format!("{what}: {names}. {why}"),
            (_, true) => format!("{what} ({count}). {why}"),
            (_, false) => format!("{what} ({count}): {names}. {why}"),
        }
    }
}
