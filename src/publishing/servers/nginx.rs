//! Lines for nginx, to be taken into the host's own configuration by `include`: they change with the pages,
//! and a copy of them would not.

use super::{ASK_ANEW, FOR_EVER, MISSING_PAGE, ON_POLICY, TYPES, Told, escaped};

pub(super) fn lines(told: &Told) -> String {
    let headers = |indent: &str| -> String {
        let told = told.headers.iter();
        told.map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n"))
            .collect()
    };
    // A `location` that names a header of its own forgets those around it.
    let kept = |ending: &str, kind: &str| {
        format!(
            "location ~ \"/{}{ending}$\" {{\n{kind}    add_header Cache-Control \"{FOR_EVER}\";\n{}}}\n",
            told.hashed.trim_end_matches("\\.[a-z]+"),
            headers("    ")
        )
    };
    let type_lines = |kind: &str| format!("    types {{}}\n    default_type \"{kind}\";\n");
    let with_hash: String = TYPES
        .iter()
        .filter(|(ending, _)| ["css", "js", "wasm"].contains(ending))
        .map(|(ending, kind)| kept(&format!("\\.{}", escaped(ending)), &type_lines(kind)))
        .collect();
    let pictures = kept("\\.[a-z]+", "");
    let types: String = TYPES
        .iter()
        .map(|(ending, kind)| {
            format!("location ~ \"\\.{}$\" {{\n{}}}\n", escaped(ending), type_lines(kind))
        })
        .collect();
    format!(
        r#"# For nginx: put these lines into the `server` block of your configuration, with the path at which the
# site's folder lies on your machine, and call `nginx -t && nginx -s reload` after each upload, since
# what stands below changes with the pages:
#
#     location / {{
#         root /var/www/site;
#         error_page 404 /{MISSING_PAGE};
#         include /var/www/site/servers/nginx.conf;
#     }}
#
# Where the site stands at a path of its own, here `/conference/`, they are these instead:
#
#     location = /conference {{ return 301 /conference/; }}
#     location /conference/ {{
#         alias /var/www/site/;
#         error_page 404 /conference/{MISSING_PAGE};
#         include /var/www/site/servers/nginx.conf;
#     }}

index index.html;

# Whoever takes a file compressed gets the one that lies beside it. For brotli nginx needs a module, on Debian
# the package libnginx-mod-http-brotli-static: where you have it, write `brotli_static on;` above the line
# with `include`.
gzip_static on;
gzip_vary on;

{ON_POLICY}{headers}
# All that keeps its name is asked for anew each time, so that a new publication is seen at once.
add_header Cache-Control "{ASK_ANEW}" always;

# Files whose names begin with a dot are nobody's business, such as the list of what was published.
location ~ "/\.(?!well-known(?:/|$))" {{
    return 404;
}}

# Names that hold a hash never change.
{with_hash}{pictures}
# Types that nginx does not know, or tells without the letters in which texts are written.
{types}"#,
        headers = headers("")
    )
}
