//! What is added to pages while their host writes: they load themselves again once the site was made
//! anew, and show the report of a file that is at fault. Nothing of it is in a site that is published.

/// Where a page asks what is shown; behind `?` what it knows.
pub(super) const STATE: &str = ".marginalia/state";

/// The script of each page, and its path.
pub(super) const RELOAD_SCRIPT: (&str, &str) = (".marginalia/reload.js", include_str!("reload.js"));

/// The style of the report, and its path.
pub(super) const RELOAD_STYLE: (&str, &str) =
    (".marginalia/reload.css", include_str!("reload.css"));

/// A page with the script in it, which is told of which site the page is: any other is to be loaded.
pub(super) fn with_reloading(page: &[u8], made: u64) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let script = format!("<script src=\"/{}\" data-made=\"{made}\"></script>", RELOAD_SCRIPT.0);
    // HTML lets a body end without its tag.
    match page.rsplit_once("</body>") {
        Some((before, after)) => format!("{before}{script}</body>{after}").into_bytes(),
        None => format!("{page}{script}").into_bytes(),
    }
}

/// The page for a site that could not be made yet. The report comes by the script.
pub(super) fn waiting_page(made: u64) -> Vec<u8> {
    page(made, "Not made yet", "<p>The site is shown here as soon as its files are in order.</p>")
}

/// The page at an address of which the site has none. It is not the site's own, whose links lead to where
/// the site is published.
pub(super) fn missing_page(made: u64) -> Vec<u8> {
    let told = "<p>The site has no page at this address. An event file may have another name now, or its \
                last save is still at fault.</p>\
                <p><a href=\"/\">The first page of the site</a></p>\
                <p><a href=\"/404.html\">What visitors see at such an address</a></p>";
    page(made, "No such page", told)
}

fn page(made: u64, title: &str, body: &str) -> Vec<u8> {
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <body class=\"marginalia-told\">{body}</body></html>"
    );
    with_reloading(page.as_bytes(), made)
}
