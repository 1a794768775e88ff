//! `.htaccess`, which Apache 2.4 reads in the folder for which it holds.

use super::{
    ASK_ANEW, FOR_EVER, MISSING_PAGE, ON_POLICY, TYPES, Told, compressed_endings, escaped, forms,
};

pub(super) fn htaccess(told: &Told) -> String {
    let (endings, forms, hashed) = (compressed_endings(), forms(), &told.hashed);
    let types: String = TYPES
        .iter()
        // Where several fit, Apache takes the last.
        .rev()
        .map(|(ending, kind)| {
            let ending = escaped(ending);
            format!(
                "<FilesMatch \"\\.{ending}(?:\\.(?:{forms}))?$\">\n    ForceType \"{kind}\"\n</FilesMatch>\n"
            )
        })
        .collect();
    let headers: String = told
        .headers
        .iter()
        .map(|(name, value)| format!("    Header always set {name} \"{value}\"\n"))
        .collect();
    let missing = if told.has_missing_page {
        format!(
            "\n    # The path is found anew with each request, since this file does not know it.\n    \
             ErrorDocument 404 /%{{env:marginalia_path}}{MISSING_PAGE}\n"
        )
    } else {
        String::new()
    };
    format!(
        r#"# For Apache 2.4 and servers that read the same: they read this file where it lies, in the folder of
# the site, at whatever path that stands. `AllowOverride` must allow `FileInfo` there; most hosts do.
# It asks for the modules rewrite, headers and mime, and goes without those that are missing.

{types}
<IfModule mod_rewrite.c>
    RewriteEngine On

    # The path of this folder: what of the address stands before the name within the folder.
    RewriteCond "%{{REQUEST_URI}}::$1" "^/((?:.*?/)?)(.*)::\2$"
    RewriteRule "^(.*)$" "-" [E=marginalia_path:%1]
{missing}
    # Files whose names begin with a dot are nobody's business, such as the list of what was published.
    RewriteRule "(?:^|/)\.(?!well-known(?:/|$))" "-" [R=404,L]

    # Whoever takes a file compressed gets the one that lies beside it.
    <IfModule mod_mime.c>
        RewriteCond "%{{HTTP:Accept-Encoding}}" "(?:^|[\s,])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[;,]|$)"
        RewriteCond "%{{REQUEST_FILENAME}}.br" -f
        RewriteRule "\.(?:{endings})$" "%{{REQUEST_URI}}.br" [L]

        RewriteCond "%{{HTTP:Accept-Encoding}}" "(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[;,]|$)"
        RewriteCond "%{{REQUEST_FILENAME}}.gz" -f
        RewriteRule "\.(?:{endings})$" "%{{REQUEST_URI}}.gz" [L]
    </IfModule>
</IfModule>

<IfModule !mod_rewrite.c>
    RedirectMatch 404 "/\.(?!well-known(?:/|$))"
</IfModule>

<IfModule mod_mime.c>
    # To some servers `.br` means Breton.
    <FilesMatch "\.(?:{endings})\.br$">
        AddEncoding br .br
        RemoveLanguage .br
    </FilesMatch>
    <FilesMatch "\.(?:{endings})\.gz$">
        AddEncoding gzip .gz
    </FilesMatch>
</IfModule>

<IfModule mod_headers.c>
    # Names that hold a hash never change; all else is asked for anew each time, so that a new publication
    # is seen at once.
    Header set Cache-Control "{ASK_ANEW}"
    <FilesMatch "^{hashed}(?:\.(?:{forms}))?$">
        Header set Cache-Control "{FOR_EVER}"
    </FilesMatch>

    # Caches on the way must not give compressed files to whoever does not take them.
    <FilesMatch "\.(?:{endings})(?:\.(?:{forms}))?$">
        Header merge Vary Accept-Encoding
    </FilesMatch>

{on_policy}{headers}</IfModule>
"#,
        on_policy = indented(ON_POLICY),
    )
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}
