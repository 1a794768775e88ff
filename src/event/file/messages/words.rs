//! What the host reads about words that are called otherwise here.

use super::super::faults::Table;
use super::super::words::Here;
use super::short;

/// What a word is called here; `value` is what stands behind it, as it is written in the file.
pub(super) fn remedy(table: Table, here: Here, value: Option<&str>) -> String {
    let text = value.filter(|value| value.starts_with(['"', '\'']));
    let written = value.filter(|value| !value.starts_with('{')).unwrap_or("\"…\"");
    match here {
        Here::Key(key) => format!("Here it is called `{key}`: write `{key} = {written}`."),
        Here::Top(key) => format!(
            "It counts for the whole event and stands at the top of the file, above the first line \
             in brackets: `{key} = {written}`."
        ),
        Here::Table(name) => {
            let keys = keys_of(name);
            let nested = match table {
                Table::Event => String::new(),
                // In TOML the table of a table bears both names.
                other => format!("{}.", other.key()),
            };
            format!(
                "Here it is called `{name}`: write a line `[[{nested}{name}]]` for each one, and \
                 below it {keys}."
            )
        }
        Here::KeyOf(table, key) => {
            format!("Here it stands in a table of its own: `[[{table}]]` with `{key} = {written}`.")
        }
        Here::Role(role) => {
            let name = text.unwrap_or("\"…\"");
            format!(
                "Here all people stand in `people`, each with a role: write a line `[[people]]` for \
                 each one, and below it `name = {name}` and `role = \"{role}\"`."
            )
        }
        Here::Clock(key) => {
            let time = text.filter(|it| it.contains('-')).unwrap_or("\"2014-09-04 16:00\"");
            format!(
                "The time stands behind the day: write `{key} = {time}`, and the zone once at the \
                 top of the file, such as `time_zone = \"Europe/Paris\"`."
            )
        }
        Here::Mail(key) => {
            let address = text.map_or("name@example.org", |it| it.trim_matches(['"', '\'']));
            let address = address.strip_prefix("mailto:").unwrap_or(address);
            format!("Here it is called `{key}`: write `{key} = \"mailto:{address}\"`.")
        }
        Here::InWords(words) => words.to_owned(),
    }
}

/// What it means that a heading stands for a table.
pub(super) fn heading(heading: &str, key: &str) -> String {
    format!(
        "`{}` above is a remark and begins no table, so `{key}` would belong to what stands before it.",
        short(heading)
    )
}

/// What to write in its place.
pub(super) fn heading_remedy(table: Table) -> String {
    format!(
        "A table begins with its name in double brackets. Write `[[{}]]` in the place of that line, and \
         again before each further {}.",
        table.key(),
        table.noun()
    )
}

/// What a table of its own needs.
fn keys_of(table: &str) -> &'static str {
    match table {
        "people" => "`name` and, where it is known, `role`, `position` and `affiliation`",
        "organizers" | "sponsors" => "`name` and, where there is one, `url`",
        "summary" | "remarks" => "`text = \"…\"`",
        "sessions" => "`id`, `title`, `starts` and what else is known",
        "themes" => "`id`, `part`, `title` and `text`",
        "parts" => "`id` and `title`",
        "quotations" => "`text` and `person`",
        "sources" => "`id`, `title`, `publisher` and `url`",
        "places" => "`name` and what else is known of it",
        "links" => "`title` and `url`",
        "occasions" | "information" => "`title` and `text`",
        "related" => "its `title`, `relation` and `url`",
        _ => "its keys",
    }
}
