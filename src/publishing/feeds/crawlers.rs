//! What crawlers ask a site for: the list of its pages (sitemaps.org, version 0.9), and what they may
//! read (RFC 9309).

use super::{Overview, PublishError, element, xml};
use crate::event::Link;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml`: all pages. When each was changed last nobody says, and a made-up day would have
/// crawlers trust none of them.
pub(super) fn sitemap(overview: &Overview<'_>, root: &Link) -> Result<String, PublishError> {
    let root = root.as_str();
    let mut pages = Vec::new();
    if !overview.is_one_event {
        pages.push(root);
    }
    // A page whose own address is elsewhere is listed there.
    let further = overview.further.iter().filter_map(|(_, page)| page.address.as_ref());
    let events = overview.events.iter().filter_map(|event| event.address.as_ref()).chain(further);
    pages.extend(
        events
            .map(Link::as_str)
            .filter(|address| address.starts_with(root) || overview.is_one_event),
    );
    xml("urlset", &[("xmlns", NAMESPACE)], |writer| {
        for page in pages {
            let url = writer.create_element("url");
            url.write_inner_content(|url| element(url, "loc", &[], page))?;
        }
        Ok(())
    })
}

/// `robots.txt`: all may be read.
pub(super) fn robots(sitemap: Option<&Link>) -> String {
    let mut text =
        "# Everything here may be read by everybody. Crawlers look for this file at the root \
                    of a server\n# alone: elsewhere it says nothing.\nUser-agent: *\nAllow: /\n"
            .to_owned();
    if let Some(sitemap) = sitemap {
        text.push_str(&format!("\nSitemap: {}\n", sitemap.as_str()));
    }
    text
}
