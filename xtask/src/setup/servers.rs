//! The servers by which the site of the host's program is tested. Whoever has not got them can do without:
//! `setup` says so, and the tests leave out what is not there.

use std::path::Path;

use crate::failure::Failure;
use crate::process;

use super::system;

/// The programs by any of their names, each with its package of Debian.
const SERVERS: [(&[&str], &str); 3] =
    [(&["nginx"], "nginx-light"), (&["apache2", "httpd"], "apache2-bin"), (&["caddy"], "caddy")];

/// Looks for the servers, and gets those that are missing where that is possible. Tells what is missing
/// still.
pub(super) fn missing() -> Option<Failure> {
    let lacks = packages_of_missing();
    if lacks.is_empty() {
        return None;
    }
    system::install_by_apt(&lacks, "the site is tested with the servers that hosts have");
    let lacks = packages_of_missing();
    (!lacks.is_empty()).then(|| {
        Failure::new(
            format!("The site is not tested with {}.", lacks.join(", ")),
            format!("Install it, on Debian by `sudo apt-get install {}`.", lacks.join(" ")),
        )
    })
}

fn packages_of_missing() -> Vec<&'static str> {
    let is_missing = |names: &&[&str]| !names.iter().any(|name| is_there(name));
    let missing = SERVERS.iter().filter(|(names, _)| is_missing(names));
    missing.map(|(_, package)| *package).collect()
}

/// Debian keeps servers in folders that are not on everybody's PATH.
fn is_there(name: &str) -> bool {
    let folders = ["/usr/sbin", "/usr/local/sbin"].map(Path::new);
    process::find_on_path(name).is_some() || folders.iter().any(|it| it.join(name).is_file())
}
