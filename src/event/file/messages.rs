//! What the host reads about a fault: one sentence on what is wrong and what it means, and one on
//! how to mend it. Written for somebody who edits the file and does not program.

use super::faults::{FaultKind, Shape, Table};
use super::pictures;

/// What is wrong, and what it means.
pub(super) fn message(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Unreadable(error) => format!("The file cannot be read: {error}."),
        FaultKind::TooLarge => "The file is larger than 1 MiB, so it was not read.".into(),
        FaultKind::NotUtf8(byte) => {
            format!("The byte 0x{byte:02X} here is not UTF-8, so the file cannot be read as text.")
        }
        FaultKind::FileName(stem) => format!(
            "The name `{}` cannot be the event's id, which stands in addresses and in the keys of \
             readers' notes.",
            short(stem)
        ),
        FaultKind::Syntax { message, .. } => {
            format!("This line is not TOML, so the file cannot be understood: {message}.")
        }
        FaultKind::UnknownKey { table, key, .. } => format!(
            "{} has no key `{}`, so the page would not show it.",
            capitalized(&one_of(*table)),
            short(key)
        ),
        FaultKind::WrongType { key, expected, found } => {
            format!(
                "`{key}` has to be {}, and this is {}.",
                shape(*expected),
                found_in_words(found)
            )
        }
        FaultKind::Missing { table, key } => {
            format!("{} has no `{key}`, and the page cannot do without it.", this(*table))
        }
        FaultKind::Empty { key, .. } => {
            format!("`{key}` is empty, so the page would show a gap in its place.")
        }
        FaultKind::CitesNothing(table) => format!(
            "{} cites no source, so a reader could not tell where it comes from.",
            this(*table)
        ),
        FaultKind::NoTheme => {
            "The event has no theme, so there would be nothing to take notes on.".into()
        }
        FaultKind::ThemeWithoutText => {
            "This theme has no text, so a reader would find nothing under its title.".into()
        }
        FaultKind::BlankParagraph => {
            "This paragraph is empty, so the page would show a gap in its place.".into()
        }
        FaultKind::PartWithoutThemes(id) => {
            format!("No theme belongs to the part `{id}`, so the page would show it empty.")
        }
        FaultKind::NotAnId(id) => format!(
            "`{}` cannot be an id, because ids stand in addresses and in the keys of readers' \
             notes.",
            short(id)
        ),
        FaultKind::IdUsedTwice { table, id, .. } => format!(
            "The id `{id}` is used for more than one {}, so it is not clear which one it names.",
            table.noun()
        ),
        FaultKind::NamesNothing { table, id, .. } => format!(
            "There is no {} with the id `{}` in this file, so this leads nowhere.",
            table.noun(),
            short(id)
        ),
        FaultKind::NotADate(text) => {
            format!("`{}` is not a date that can be understood.", short(text))
        }
        FaultKind::NoSuchDay(text) => format!("The calendar has no day `{text}`."),
        FaultKind::NotATime(text) => {
            format!(
                "`{}` is not a date that can be understood, nor a date with a time.",
                short(text)
            )
        }
        FaultKind::NoSuchTime(clock) => format!("No day has a time `{clock}`."),
        FaultKind::TimeWithoutZone => {
            "This time of day has no time zone, so readers elsewhere could not tell when it is."
                .into()
        }
        FaultKind::NotATimeZone(text) => format!(
            "There is no time zone of the name `{}`, so nobody could tell when the times are.",
            short(text)
        ),
        FaultKind::NotALanguage(text) => {
            format!("`{}` is not the tag of a language.", short(text))
        }
        FaultKind::EndsBeforeStart(table) => format!("{} ends before it starts.", this(*table)),
        FaultKind::SessionWithoutId(_) => {
            "This session has no `id`, and the notes of readers hang on it.".into()
        }
        FaultKind::NotALink(text) => {
            format!("`{}` is not an address that the page can link to.", short(text))
        }
        FaultKind::NotAPageAddress(text) => format!(
            "`{}` is not an address at which a page can be published, so nothing could lead to \
             this one.",
            short(text)
        ),
        FaultKind::NotOneOf { key, text, .. } => {
            format!("`{}` is nothing that `{key}` can be.", short(text))
        }
        FaultKind::NotAPicture(text) => format!(
            "`{}` is not a path inside the folder `public`, so the page could not show the \
             picture.",
            short(text)
        ),
        FaultKind::PictureIsNotThere(path) => format!(
            "There is no file `{}` in the folder `public`, so the page could not show the \
             picture.",
            short(path)
        ),
        FaultKind::Picture(trouble) => pictures::message(trouble),
    }
}

/// How to mend it.
pub(super) fn remedy(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Unreadable(_) => {
            "Check that the path is right and that you may read the file.".into()
        }
        FaultKind::TooLarge => {
            "An event file holds text only. Keep pictures and documents in the folder `public`."
                .into()
        }
        FaultKind::NotUtf8(_) => {
            "Save the file again as UTF-8: most editors ask for the encoding when saving.".into()
        }
        FaultKind::FileName(_) => {
            format!("Rename the file, for example to `open-day-2014.toml`. {ID}")
        }
        FaultKind::Syntax { curly: true, .. } => {
            "Use straight quotation marks (\") around a text, not curly ones.".into()
        }
        FaultKind::Syntax { message, .. } if message.starts_with("duplicate key") => {
            "Keep one of the two. To describe several things of a kind, begin each with its own \
             line in double brackets, such as `[[themes]]`."
                .into()
        }
        FaultKind::Syntax { .. } => {
            "A line reads `key = \"text\"`, `key = [\"one\", \"two\"]` or `[[themes]]`. A \
             quotation mark inside a text is written \\\"."
                .into()
        }
        FaultKind::UnknownKey { belongs_at_the_top: true, key, .. } => {
            format!("Move `{key}` to the top of the file, above the first line in brackets.")
        }
        FaultKind::UnknownKey { nearest: Some(nearest), .. } => {
            format!("Did you mean `{nearest}`? Otherwise take the key out.")
        }
        FaultKind::UnknownKey { table, known, .. } => {
            format!("Take it out. {} knows: {}.", capitalized(&one_of(*table)), known.join(", "))
        }
        FaultKind::WrongType { key, expected: Shape::Text, .. } => {
            format!("Put one text in quotation marks: `{key} = \"…\"`.")
        }
        FaultKind::WrongType { key, expected: Shape::TextOrTexts, .. } => format!(
            "Put one text in quotation marks, `{key} = \"…\"`, or several in a list, `{key} = \
             [\"…\", \"…\"]`."
        ),
        FaultKind::WrongType { key, expected: Shape::YesOrNo, .. } => {
            format!("Write `{key} = true` or `{key} = false`, without quotation marks.")
        }
        FaultKind::WrongType { key, expected: Shape::Texts, .. } => format!(
            "Put texts in quotation marks, and the list in square brackets: `{key} = [\"…\"]`."
        ),
        FaultKind::WrongType { key, expected: Shape::Tables, .. } => format!(
            "Begin each one with a line `[[{key}]]`, with two brackets on each side, and write \
             its keys below."
        ),
        FaultKind::Missing { table: Table::Event, key } => format!(
            "Add a line `{key} = \"…\"` at the top of the file, above the first line in brackets."
        ),
        FaultKind::Missing { table, key } => {
            format!("Add a line `{key} = \"…\"` below this `[[{}]]`.", table.key())
        }
        FaultKind::Empty { optional: false, .. } => {
            "Write the text between the quotation marks.".into()
        }
        FaultKind::Empty { optional: true, .. } => {
            "Write the text between the quotation marks, or take the line out.".into()
        }
        FaultKind::CitesNothing(_) => {
            "Add a line `cites = [\"…\"]` with the id of at least one of the `[[sources]]`.".into()
        }
        FaultKind::NoTheme => {
            "Add at least one `[[themes]]` with `id`, `part`, `title`, `text` and `cites`.".into()
        }
        FaultKind::ThemeWithoutText => "Write at least one paragraph: `text = [\"…\"]`.".into(),
        FaultKind::BlankParagraph => {
            "Write the paragraph between the quotation marks, or take it out of the list.".into()
        }
        FaultKind::PartWithoutThemes(id) => format!(
            "Write `part = \"{id}\"` in each theme that belongs to it, or take the part out."
        ),
        FaultKind::NotAnId(_) => ID.into(),
        FaultKind::IdUsedTwice { .. } => {
            "Give one of them another id. Keep the older one as it is: readers' notes hang on the \
             ids of themes."
                .into()
        }
        FaultKind::NamesNothing { meant: Some(meant), .. } => {
            format!("Did you mean `{meant}`?")
        }
        FaultKind::NamesNothing { table, .. } => format!(
            "Write the id of one of the `[[{0}]]`, or add `[[{0}]]` with this id.",
            table.key()
        ),
        FaultKind::NotADate(_) => {
            "Write year, month and day with hyphens: `\"2014-09-04\"` is 4 September 2014.".into()
        }
        FaultKind::NoSuchDay(_) => {
            "Check the month and the day. The order is year, month, day.".into()
        }
        FaultKind::NotATime(_) => {
            "Write year, month and day with hyphens, and the time behind them where it is known: \
             `\"2014-09-04\"` or `\"2014-09-04 16:00\"`."
                .into()
        }
        FaultKind::NoSuchTime(_) => {
            "Write hours from 00 to 23 and minutes from 00 to 59: `16:00` is four in the \
             afternoon."
                .into()
        }
        FaultKind::TimeWithoutZone => {
            "Add a line such as `time_zone = \"Europe/Paris\"` at the top of the file: the \
             continent and a large city in the zone."
                .into()
        }
        FaultKind::NotATimeZone(_) => {
            "Write the continent and a large city in the zone, in English: `\"Europe/Paris\"`, \
             `\"America/New_York\"`."
                .into()
        }
        FaultKind::NotALanguage(_) => {
            "Write the language's two or three letters, such as `\"en\"`, `\"fr\"` or `\"ar\"`."
                .into()
        }
        FaultKind::EndsBeforeStart(Table::Event) => {
            "Check `starts` and `ends`. An event of one day needs no `ends`.".into()
        }
        FaultKind::EndsBeforeStart(_) => "Check `starts` and `ends`.".into(),
        FaultKind::SessionWithoutId(id) => format!(
            "Add a line `id = \"{id}\"` below this `[[sessions]]`, and do not change it once the \
             page is published. A session without notes has `notes = false` instead."
        ),
        FaultKind::NotALink(_) => {
            "Write the whole address, beginning with `https://`, `http://` or `mailto:`, without \
             spaces."
                .into()
        }
        FaultKind::NotAPageAddress(_) => {
            "Write the whole address at which readers open the page, beginning with `https://` or \
             `http://`, without spaces and without `#`. Where it is not known yet, take the line \
             out."
                .into()
        }
        FaultKind::NotOneOf { choices, .. } => format!("Write one of: {}.", choices.join(", ")),
        FaultKind::NotAPicture(_) => {
            "Put the picture into the folder `public` and write its path from there, without `..` \
             and without a slash at the start: `portrait = \"people/ada.jpg\"`."
                .into()
        }
        FaultKind::PictureIsNotThere(_) => {
            "Put the picture there, correct the path, or take the line out: without a picture the \
             page draws the initials."
                .into()
        }
        FaultKind::Picture(trouble) => pictures::remedy(trouble),
    }
}

const ID: &str = "An id is 1 to 64 of the small letters a to z, the digits and the hyphen.";

/// Keeps a long text from filling the report; the place in the file shows all of it.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn this(table: Table) -> String {
    match table {
        Table::Event => "The event".into(),
        other => format!("This {}", other.noun()),
    }
}

fn one_of(table: Table) -> String {
    match table {
        Table::Event => "the event".into(),
        Table::Organizer | Table::Occasion => format!("an {}", table.noun()),
        other => format!("a {}", other.noun()),
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn shape(expected: Shape) -> &'static str {
    match expected {
        Shape::Text => "a text",
        Shape::Texts => "a list of texts",
        Shape::TextOrTexts => "a text, or a list of texts",
        Shape::YesOrNo => "`true` or `false`",
        Shape::Tables => "a table of its own for each one",
    }
}

/// TOML's names of its types, in the words of a host.
fn found_in_words(type_name: &str) -> &str {
    match type_name {
        "string" => "a text",
        "integer" | "float" => "a number",
        "boolean" => "true or false",
        "datetime" => "a date without quotation marks",
        "array" => "a list",
        "table" => "a single table",
        other => other,
    }
}
