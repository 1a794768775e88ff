//! One security policy for all pages of a site, as a header: what their own policies allow, together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::document::{self, DocumentError};
use super::super::shell::ICON;

/// Cloudflare takes no line that is longer than 2000 letters, and other servers have limits as well.
const LONGEST: usize = 1900;

const NONE: &str = "'none'";

/// What each directive allows. The order of directives is that in which pages name them.
#[derive(Default)]
struct Union(Vec<(String, BTreeSet<(bool, String)>)>);

pub(super) fn of_all_pages(
    files: &BTreeMap<String, Cow<'static, [u8]>>,
) -> Result<String, DocumentError> {
    let mut union = Union::default();
    for (_, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for policy in document::policies(&String::from_utf8_lossy(page))? {
            union.add(&policy);
        }
    }
    // A browser that shows the icon for itself holds the style in it to the policy.
    if let Some(icon) = files.get(ICON) {
        for hash in document::style_hashes(&String::from_utf8_lossy(icon))? {
            union.allow("style-src", &hash);
        }
    }
    Ok(union.written())
}

impl Union {
    fn add(&mut self, policy: &str) {
        for directive in policy.split(';') {
            let mut words = directive.split_ascii_whitespace();
            let Some(name) = words.next() else { continue };
            for source in words {
                self.allow(name, source);
            }
        }
    }

    fn allow(&mut self, directive: &str, source: &str) {
        if !is_of_the_site(directive, source) {
            return;
        }
        let place = self.0.iter().position(|(name, _)| name == directive).unwrap_or_else(|| {
            self.0.push((directive.to_owned(), BTreeSet::new()));
            self.0.len() - 1
        });
        // Hashes stand behind what has a name.
        self.0[place].1.insert((source.starts_with("'sha"), source.to_owned()));
    }

    fn written(&self) -> String {
        let all = self.told(|_| true);
        if all.len() <= LONGEST {
            return all;
        }
        // Pages in one file each bring hashes of their own. Each page keeps to its own policy anyway, so
        // the header can leave to them what needs hashes.
        self.told(|name| !matches!(name, "default-src" | "script-src" | "style-src"))
    }

    fn told(&self, is_told: impl Fn(&str) -> bool) -> String {
        let mut told = String::new();
        for (name, sources) in self.0.iter().filter(|(name, _)| is_told(name)) {
            told.push_str(name);
            let is_only_none = sources.len() == 1;
            for (_, source) in sources.iter().filter(|(_, it)| is_only_none || it != NONE) {
                told.push(' ');
                told.push_str(source);
            }
            told.push_str("; ");
        }
        // Only a header can say it.
        told + "frame-ancestors 'self'"
    }
}

/// Whether something may stand in the policy of all pages: not what a single page of the host's own takes
/// from elsewhere.
fn is_of_the_site(directive: &str, source: &str) -> bool {
    let is_harmless_data = || matches!(directive, "img-src" | "font-src" | "media-src");
    match source {
        "'self'" | NONE | "'wasm-unsafe-eval'" => true,
        "data:" | "blob:" => is_harmless_data(),
        _ => source.starts_with("'sha"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn union(policies: &[&str]) -> String {
        let pages = policies.iter().enumerate().map(|(number, policy)| {
            let page =
                format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}"><p>Text"#);
            (format!("{number}.html"), page.into_bytes().into())
        });
        of_all_pages(&pages.collect()).unwrap()
    }

    #[test]
    fn what_any_page_allows_is_allowed_and_nothing_else() {
        let first = "default-src 'none'; script-src 'self' 'sha256-b'; img-src 'none'";
        let second = "default-src 'none'; script-src 'sha256-a'; img-src data:; base-uri 'none'";
        assert_eq!(
            union(&[first, second]),
            "default-src 'none'; script-src 'self' 'sha256-a' 'sha256-b'; img-src data:; \
             base-uri 'none'; frame-ancestors 'self'"
        );
    }

    #[test]
    fn a_page_of_the_host_s_own_does_not_open_all_others() {
        let ours = "default-src 'none'; script-src 'self'";
        let theirs = "script-src 'unsafe-inline' https://elsewhere.example data: 'sha256-theirs'";
        assert_eq!(
            union(&[ours, theirs]),
            "default-src 'none'; script-src 'self' 'sha256-theirs'; frame-ancestors 'self'"
        );
    }

    #[test]
    fn the_style_of_the_icon_is_allowed() {
        let icon = br#"<svg xmlns="http://www.w3.org/2000/svg"><style>a</style></svg>"#;
        assert_eq!(
            of_all_pages(&BTreeMap::from([(ICON.to_owned(), icon[..].into())])).unwrap(),
            "style-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='; \
             frame-ancestors 'self'"
        );
    }

    #[test]
    fn a_policy_that_would_be_too_long_is_left_to_the_pages() {
        let hashes: String = (0..40).map(|number| format!(" 'sha256-{number:044}'")).collect();
        let long = format!("default-src 'none'; style-src 'self'{hashes}; form-action 'none'");
        assert_eq!(union(&[&long]), "form-action 'none'; frame-ancestors 'self'");
    }
}
