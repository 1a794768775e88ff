//! Addresses of one page, as readers, programs and servers write them differently.

/// Whether two addresses lead to the same page. It makes no difference whether the line is encrypted,
/// what stands behind `?` or `#`, how the start page of a folder is written, and which of the ways to
/// write a host or a letter was taken.
pub(super) fn is_same_page(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// Whether two addresses also ask for the same there: some servers tell pages by what follows `?`.
pub(super) fn is_same_query(one: &str, other: &str) -> bool {
    query(one) == query(other)
}

/// What stands behind `#`, decoded.
pub(super) fn fragment(address: &str) -> Option<String> {
    address.split_once('#').map(|(_, fragment)| percent_decoded(fragment))
}

fn query(address: &str) -> &str {
    let address = address.split('#').next().unwrap_or_default();
    address.split_once('?').map_or("", |(_, query)| query)
}

fn plain(address: &str) -> String {
    let address = percent_decoded(address.trim().split(['?', '#']).next().unwrap_or_default());
    let address = match address.split_once("://") {
        Some((scheme, rest)) => {
            let scheme = scheme.to_ascii_lowercase();
            let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
            let host = host.rsplit('@').next().unwrap_or_default().to_lowercase();
            match scheme.as_str() {
                "http" | "https" => format!("//{}/{path}", plain_host(&host)),
                _ => format!("{scheme}://{host}/{path}"),
            }
        }
        None => address,
    };
    let folder = ["index.html", "index.htm"].iter().find_map(|start| address.strip_suffix(start));
    let address = folder.filter(|folder| folder.ends_with('/')).unwrap_or(&address);
    address.trim_end_matches('/').to_owned()
}

fn plain_host(host: &str) -> &str {
    let host = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(host);
    let host = host.strip_suffix('.').unwrap_or(host);
    host.strip_prefix("www.").unwrap_or(host)
}

/// A text in which `%` and two digits stand for a byte; where they are none, they stay as they are.
pub(super) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |place: usize| bytes.get(place).and_then(|it| char::from(*it).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while let Some(byte) = bytes.get(place) {
        match (byte, digit(place + 1), digit(place + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                place += 3;
            }
            _ => {
                decoded.push(*byte);
                place += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_by_the_page_that_they_lead_to() {
        let page = "https://example.org/events/pänel 1/";
        for (other, expected) in [
            (page, true),
            ("http://example.org/events/pänel 1/", true),
            ("HTTPS://Example.ORG/events/p%C3%A4nel%201", true),
            ("https://www.example.org:443/events/p%c3%a4nel%201/index.html", true),
            ("http://example.org:80/events/pänel%201//", true),
            ("https://reader@example.org./events/pänel 1/?utm_source=x&fbclid=y#theme-a", true),
            ("https://example.org/events/pänel 1/?#", true),
            ("https://example.org/events/Pänel 1/", false),
            ("https://example.org/events/pänel 2/", false),
            ("https://example.org/events/pänel 1/notindex.html", false),
            ("https://example.org:8080/events/pänel 1/", false),
            ("https://example.com/events/pänel 1/", false),
            ("ftp://example.org/events/pänel 1/", false),
            ("https://example.org/", false),
            ("urn:marginalia:event:panel", false),
            ("", false),
        ] {
            assert_eq!(is_same_page(page, other), expected, "{other}");
        }
        assert!(is_same_page("file:///home/a%20b/page.html", "FILE:///home/a b/page.html#x"));
        assert!(!is_same_page("file:///home/a/page.html", "file:///home/b/page.html"));
    }

    #[test]
    fn what_is_no_percent_encoding_stays_as_it_is() {
        for (text, decoded) in [
            ("%", "%"),
            ("%2", "%2"),
            ("100%25", "100%"),
            ("%zz%C3%A9", "%zzé"),
            ("%FF", "\u{fffd}"),
        ] {
            assert_eq!(percent_decoded(text), decoded);
        }
        assert_eq!(fragment("https://x.org/a?b#theme-%61#b").as_deref(), Some("theme-a#b"));
        assert_eq!(fragment("https://x.org/a"), None);
    }
}
