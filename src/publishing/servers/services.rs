//! `_headers`, which Netlify, Cloudflare Pages and services like them read in the root of a site.

use std::collections::BTreeSet;

use super::{FOR_EVER, ON_POLICY, TYPES, Told};

/// Cloudflare reads no more rules than that.
const MOST_RULES: usize = 100;

/// The types that these services know already.
const KNOWN: [&str; 9] = ["schema.json", "json", "html", "css", "js", "xml", "svg", "txt", "md"];

/// No two rules that fit the same path name the same header: some services then take the last, others
/// write both.
pub(super) fn headers(told: &Told) -> String {
    let mut rules = vec![format!("/*\n{}", all(told))];
    let types = TYPES.iter().filter(|(ending, _)| !KNOWN.contains(ending));
    rules.extend(types.map(|(ending, kind)| format!("/*.{ending}\n  Content-Type: {kind}\n")));
    rules.extend(hashed(told).map(|it| format!("{it}\n  Cache-Control: {FOR_EVER}\n")));
    // What comes last is asked for anew, and works as well.
    rules.truncate(MOST_RULES);
    format!(
        "\
# For Netlify, Cloudflare Pages and services like them: they read this file where it lies. It is for a site
# that has its name for itself. What is named nowhere here is asked for anew each time, as these services
# say by themselves (`max-age=0, must-revalidate`), and so is a new publication seen at once. They
# compress files themselves.
#
{ON_POLICY}
{}",
        rules.join("\n")
    )
}

fn all(told: &Told) -> String {
    told.headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect()
}

/// The rules for names that hold a hash: each file in the root, and together those of an event's folder,
/// which may be many.
fn hashed(told: &Told) -> impl Iterator<Item = String> {
    let rules = told.hashed_files.iter().map(|path| match path.rsplit_once('/') {
        None => (false, format!("/{path}")),
        Some((folder, name)) => {
            let stem = name.split('-').next().unwrap_or(name);
            (true, format!("/{folder}/{stem}-*"))
        }
    });
    let rules: BTreeSet<(bool, String)> = rules.collect();
    rules.into_iter().map(|(_, rule)| rule)
}
