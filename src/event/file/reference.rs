//! The reference of the event file for hosts, `docs/event-file.md`: made of the schema, and so of the
//! comments on the types in `event`. `cargo xtask reference` writes it.
//!
//! What is said here beside them are the file as a whole, an example of each table, and the kinds of
//! values. All examples together are one event file, which a test checks.

use super::schema::{self, Part};

/// The smallest file that passes the check.
pub const SMALLEST: &str = r#"title = "Open day of the water board"
starts = "2025-05-10"
cites = ["announcement"]

[[sessions]]
id = "old-lock"
title = "A walk to the old lock"

[[sources]]
id = "announcement"
title = "Open day on 10 May"
publisher = "Water board"
url = "https://example.org/open-day"
"#;

const INTRODUCTION: &str = r#"# The event file

An event is one text file. Its name without `.toml` is the id of the event:
`open-day-2025.toml`. The name may hold small letters, digits and hyphens, and must not change once
the page is published, because the notes of readers hang on it.

This is the smallest file that passes the check:
"#;

const HOW_TO_WRITE: &str = r#"`marginalia new` begins such a file, and `marginalia check` tells everything that is wrong with one, where,
and how to mend it.

- A line gives a key its value. A text stands between straight quotation marks, a list in square
  brackets: `cites = ["announcement", "minutes"]`.
- A line such as `[[sessions]]` begins one more of a kind; its keys follow below it. What is about the
  event as a whole stands above the first such line.
- The order of the file is the order of the page. Sessions are put into the order of time.
- What stands behind a `#` is a remark for those who edit the file.
- In the tables below, keys in bold letters have to be there. What nobody knows is left out. There is no need to write that something is unknown.

An editor that knows TOML, such as Visual Studio Code with “Even Better TOML”, completes keys and marks
mistakes while you write, when the first line of the file is

```toml
#:schema ./event-file.schema.json
```
"#;

const SITE: &str = r##"## A site of several events

Several event files in a folder make a site: each event has a page of its own, and a start page lists them.
A file `site.toml` beside them may say more of it. All its keys may be left out, and so may the file.

```toml
title = "Open days of the water board"
organisation = "Water board"
language = "en"
logo = "logos/water-board.svg"
accent = "#0b5394"
address = "https://example.org/open-days/"
```

"##;

const TOP: &str = r#"title = "Open day of the water board"
starts = "2025-05-10 10:00"
ends = "2025-05-10 17:00"
time_zone = "Europe/Amsterdam"
place = "The old lock, Exampleton"
attendance = "Everybody is welcome"
registration = "https://example.org/open-day/registration"
contact = "mailto:open-day@example.org"
cites = ["announcement"]
"#;

/// An example of each table, by the path of its keys.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "organizers",
        r#"[[organizers]]
name = "Water board"
url = "https://example.org/water-board"
"#,
    ),
    (
        "sponsors",
        r#"[[sponsors]]
name = "Bank of Exampleton"
role = "pays for the boats"
"#,
    ),
    (
        "summary",
        r#"[[summary]]
text = "Once a year the old lock is open to everybody. See [how it works](https://example.org/lock)."
"#,
    ),
    (
        "occasions",
        r#"[[occasions]]
title = "Report on the dikes"
date = "2025-06-01"
text = "The report to which the questions of the day go."
"#,
    ),
    (
        "related",
        r#"[[related]]
kind = "earlier"
title = "Open day 2024"
starts = "2024-05-11"
url = "https://example.org/open-day-2024"
"#,
    ),
    (
        "places",
        r#"[[places]]
name = "The old lock, Exampleton"
postal_address = "Lock Lane 3, 9900 AC Exampleton, Netherlands"
text = "Bus 4 stops in front of it."
"#,
    ),
    (
        "information",
        r#"[[information]]
title = "What to bring"
text = "Shoes that may get wet."
"#,
    ),
    (
        "links",
        r#"[[links]]
title = "Recording (89 minutes)"
kind = "recording"
url = "https://example.org/open-day/recording"
"#,
    ),
    (
        "people",
        r#"[[people]]
id = "ada-example"
name = "Ada Example"
honorific = "Dr"
role = "speaker"
affiliation = "Water board"

# A body that speaks.
[[people]]
id = "ministry"
name = "Ministry of Water"
body = true
role = "Speaker (to be confirmed)"
"#,
    ),
    (
        "sessions",
        r#"[[sessions]]
id = "old-lock"
title = "A walk to the old lock"
kind = "walk"
starts = "2025-05-10 10:30"
ends = "2025-05-10 12:00"
people = ["ministry", { person = "ada-example", role = "chair" }]
text = "Two hundred years of *keeping water out*."

[[sessions]]
title = "Coffee"
kind = "break"
starts = "2025-05-10 12:00"
ends = "2025-05-10 12:30"
"#,
    ),
    (
        "sessions.remarks",
        r#"[[sessions.remarks]]
text = "The newspaper says that there was tea."
cites = ["newspaper"]
"#,
    ),
    (
        "sessions.links",
        r#"[[sessions.links]]
title = "Pictures of the coffee"
url = "https://example.org/open-day/coffee"
"#,
    ),
    (
        "quotations",
        r#"[[quotations]]
text = "Water finds its way."
person = "ada-example"
theme = "old-lock"
"#,
    ),
    (
        "parts",
        r#"[[parts]]
id = "questions"
title = "What people asked"
"#,
    ),
    (
        "themes",
        r#"[[themes]]
id = "dikes"
part = "questions"
title = "How high is high enough?"
text = [
    "The dikes are as high as the highest flood that anybody remembers.",
    "Whether that is enough was asked more than once.",
]
"#,
    ),
    (
        "remarks",
        r#"[[remarks]]
text = "The newspaper gives 11 May as the day."
cites = ["newspaper"]
"#,
    ),
    (
        "sources",
        r#"[[sources]]
id = "announcement"
title = "Open day on 10 May"
publisher = "Water board"
published = "2025-04-02"
url = "https://example.org/open-day"

[[sources]]
id = "newspaper"
title = "Many visitors at the lock"
publisher = "Exampleton News"
url = "https://example.org/news/lock"
"#,
    ),
];

const VALUES: &str = r##"## Values

### Texts

A text stands on one line between straight quotation marks: `title = "Open day"`. A quotation mark in it
is written `\"`, and a backslash `\\`; between single quotation marks a backslash is just that, which
serves formulas: `text = 'For $\alpha < 1$ it holds.'`. A text of several lines stands between three
quotation marks.

### Paragraphs

A text, or a list of texts, each of which is a paragraph. Emphasis, lists, links and code may be written
in them as in Markdown: `*so*`, `- so`, `[so](https://example.org)`.

### Days and times

A day is written year, month, day: `"2025-05-10"`. A time follows it, from 00:00 to 23:59:
`"2025-05-10 16:30"`. All times are those of the clocks in the `time_zone` of the event, in summer time
or not, as they show it on that day.

### Time zones

The name that the [IANA database](https://www.iana.org/time-zones) has: the continent and a large city in
the zone, in English, such as `"Europe/Paris"` or `"America/New_York"`.

### Languages

The tag of a language, such as `"en"`, `"fr"`, `"ar"` or `"pt-BR"`
([BCP 47](https://www.rfc-editor.org/info/bcp47)).

An event may have a file for each language. Beside `panel.toml` that in French is `panel.fr.toml` and says
`language = "fr"`. Both are the event `panel`, and lead to one another; in each, the ids of sessions and themes are the
same, since the notes of readers hang on them.

### Addresses

The whole address, beginning with `https://`, `http://` or, for e-mail, `mailto:`.

### Colours

`#` and six digits of 0 to 9 and a to f: `"#0b5394"`. Drawing programs show it so. Three digits stand for
six of which two each are the same. Words must be easy to read in it: a contrast of at least 4.5 to 1 with
what they stand on ([WCAG 1.4.3](https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum)). Where a
colour has less, `marginalia check` names the nearest one that will do.

### Pictures

The path of a file in the folder `public`: `"people/ada.jpg"` is `public/people/ada.jpg`. On all screens
portraits are sharp whose shorter side has 168 pixels or more, and logos that are 120 pixels high.

### Ids

One to 64 of the small letters a to z, digits and hyphens. Other places in the file name a thing by its
id. Do not change the id of a session or theme once the page is published: the notes of readers hang on
it.
"##;

/// Where the reference and the schema for editors are kept.
pub const REFERENCE_FILES: [&str; 2] = ["docs/event-file.md", "content/event-file.schema.json"];

/// What is to stand in [`REFERENCE_FILES`].
pub fn reference_files() -> [String; 2] {
    [reference(), format!("{:#}\n", schema::for_editors())]
}

fn reference() -> String {
    let file = schema::of_file();
    let mut text = format!("{INTRODUCTION}\n```toml\n{SMALLEST}```\n\n{HOW_TO_WRITE}\n");
    text.push_str("## The event\n\nThese keys stand at the top of the file.\n\n");
    text.push_str(&format!("```toml\n{TOP}```\n\n"));
    text.push_str(&keys(file));
    tables(file, "", &mut Vec::new(), &mut text);
    text.push_str(SITE);
    text.push_str(&keys(schema::of_site()));
    text.push_str(VALUES);
    text
}

/// All examples of the reference, one after the other: an event file.
pub fn examples() -> String {
    let tables = EXAMPLES.iter().map(|(_, example)| *example);
    std::iter::once(TOP).chain(tables).collect::<Vec<_>>().join("\n")
}

/// The tables of a table, each with its keys and its own tables; those of a kind that was described
/// before (`seen`) lead there.
fn tables(parent: Part, path: &str, seen: &mut Vec<(&str, String)>, text: &mut String) {
    for key in parent.keys() {
        let Some(list) = parent.property(key) else { continue };
        let Some(table) = table_of(list) else { continue };
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let heading = if path.contains('.') { "###" } else { "##" };
        text.push_str(&format!("{heading} `[[{path}]]`\n\n{}\n\n", description(list)));
        if let Some((_, example)) = EXAMPLES.iter().find(|(of, _)| *of == path) {
            text.push_str(&format!("```toml\n{example}```\n\n"));
        }
        let name = table.name().unwrap_or_default();
        if let Some((_, before)) = seen.iter().find(|(it, _)| *it == name) {
            text.push_str(&format!("It has the keys of [`[[{before}]]`](#{before}).\n\n"));
            continue;
        }
        seen.push((name, path.clone()));
        text.push_str(&keys(table));
        tables(table, &path, seen, text);
    }
}

/// What a list of tables holds; `None` where it is no such list.
fn table_of(list: Part) -> Option<Part> {
    list.items().filter(|items| items.keys().next().is_some())
}

/// The keys of a table that have values of their own.
fn keys(table: Part) -> String {
    let required: Vec<&str> = table.required().collect();
    let mut rows = String::from("| key | holds | what it says |\n|---|---|---|\n");
    for key in table.keys() {
        let Some(value) = table.property(key).filter(|value| table_of(*value).is_none()) else {
            continue;
        };
        let name =
            if required.contains(&key) { format!("**`{key}`**") } else { format!("`{key}`") };
        rows.push_str(&format!("| {name} | {} | {} |\n", kind(value, key), about(value)));
    }
    rows.push('\n');
    rows
}

/// What a key is for, and what each of its fixed texts means.
fn about(value: Part) -> String {
    let choices = value.described_choices();
    if choices.is_empty() {
        return description(value);
    }
    let choices =
        choices.into_iter().map(|(text, meaning)| format!("`{text}`: {}", in_cell(meaning)));
    format!("{}<br>{}", description(value), choices.collect::<Vec<_>>().join("<br>"))
}

fn description(part: Part) -> String {
    in_cell(part.description().unwrap_or_default())
}

/// A text as it stands in a cell of a table.
fn in_cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// What kind of value stands at a key.
fn kind(value: Part, key: &str) -> String {
    let alternatives = value.alternatives();
    let list = alternatives.iter().find_map(|it| it.items());
    let single = alternatives.iter().find(|it| it.items().is_none());
    let names_of = |part: &Part| part.alternatives().iter().find_map(|it| it.names());
    match (single, list) {
        (Some(single), None) => one(*single, key),
        // Words that the page shows as they are.
        (Some(single), Some(_)) if single.holds() == Some("role") => {
            "[text](#texts), or list of texts".to_owned()
        }
        (Some(_), Some(_)) => "[text, or list of paragraphs](#paragraphs)".to_owned(),
        (None, Some(items)) => match names_of(&items) {
            Some(names) => format!("list of [ids](#ids) of `[[{names}]]`"),
            None => "list of [texts](#texts)".to_owned(),
        },
        (None, None) => String::new(),
    }
}

fn one(value: Part, key: &str) -> String {
    if let Some(names) = value.names() {
        let table = if key == "within" { "sessions" } else { names };
        return match key {
            "id" => "[id](#ids)".to_owned(),
            _ => format!("[id](#ids) of one of the `[[{table}]]`"),
        };
    }
    if !value.choices().is_empty() {
        return "one of these words".to_owned();
    }
    let text = match value.holds() {
        Some("date") => "[day](#days-and-times)",
        Some("time") => "[day, or day and time](#days-and-times)",
        Some("time-zone") => "[time zone](#time-zones)",
        Some("language") => "[language](#languages)",
        Some("link" | "page-address") => "[address](#addresses)",
        Some("colour") => "[colour](#colours)",
        Some("picture") => "[picture](#pictures)",
        _ if value.type_name() == Some("boolean") => "`true` or `false`",
        _ => "[text](#texts)",
    };
    text.to_owned()
}
