//! Lines for Caddy 2, to be taken into the host's own Caddyfile by `import`: they change with the pages, and
//! a copy of them would not.

use super::{ASK_ANEW, FOR_EVER, MISSING_PAGE, ON_POLICY, TYPES, Told, compressed_endings};

pub(super) fn lines(told: &Told) -> String {
    let (endings, hashed) = (compressed_endings(), &told.hashed);
    let headers: String = told
        .headers
        .iter()
        .map(|(name, value)| format!("    header {name} \"{value}\"\n"))
        .collect();
    let types: String = TYPES
        .iter()
        // What is set last counts.
        .rev()
        .map(|(ending, kind)| {
            let name = ending.replace('.', "_");
            format!("    @{name} path *.{ending}\n    header @{name} Content-Type \"{kind}\"\n")
        })
        .collect();
    let on_policy: String = ON_POLICY.lines().map(|line| format!("    {line}\n")).collect();
    format!(
        r#"# For Caddy 2: put these lines into your Caddyfile, with the path at which the site's folder lies on your
# machine, and call `caddy reload` after each upload, since what stands below changes with the pages:
#
#     www.example.org {{
#         root * /var/www/site
#         import /var/www/site/servers/Caddyfile
#     }}
#
# Where the site stands at a path of its own, here `/conference/`, they are these instead:
#
#     www.example.org {{
#         redir /conference /conference/
#         handle_path /conference/* {{
#             root * /var/www/site
#             import /var/www/site/servers/Caddyfile
#         }}
#     }}

route {{
{on_policy}{headers}
    # Files whose names begin with a dot are nobody's business, such as the list of what was published.
    @hidden {{
        path_regexp /\.
        not path /.well-known /.well-known/*
    }}
    @missing not file {{path}} {{path}}/index.html
    header Cache-Control "{ASK_ANEW}"
    handle @hidden {{
        rewrite * /{MISSING_PAGE}
        file_server {{
            status 404
        }}
    }}
    handle @missing {{
        rewrite * /{MISSING_PAGE}
        file_server {{
            status 404
        }}
    }}

    # Names that hold a hash never change; all else is asked for anew each time, so that a new publication
    # is seen at once.
    @hashed path_regexp /{hashed}$
    header @hashed Cache-Control "{FOR_EVER}"

    # Types that Caddy does not know, or tells without the letters in which texts are written.
{types}
    # Whoever takes a file compressed gets the one that lies beside it, and caches on the way are told so.
    @compressed path_regexp (/|\.(?:{endings}))$
    header @compressed {{
        Vary Accept-Encoding
        defer
    }}
    file_server {{
        precompressed br gzip
    }}
}}
"#
    )
}
