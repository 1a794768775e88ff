//! What the host reads about a fault: one sentence on what is wrong and what it means, and one on
//! how to mend it. Written for somebody who edits the file and does not program.

mod colours;
mod languages;
mod lines;
mod times;
mod words;

use std::path::{Path, PathBuf};

use super::faults::{FaultKind, Shape, Table};
use super::names::made_id;
use super::pictures;
use super::words::{Choice, Here};
use crate::event::ids::is_id;

/// What is wrong, and what it means.
pub(super) fn message(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Unreadable(error) => format!("The file cannot be read: {error}."),
        FaultKind::TooLarge => "The file is larger than 1 MiB, so it was not read.".into(),
        FaultKind::NotUtf8(byte) => {
            format!("The byte 0x{byte:02X} here is not UTF-8, so the file cannot be read as text.")
        }
        FaultKind::NotText(what) => {
            format!("This file is {what}, and not plain text, so it cannot be read.")
        }
        FaultKind::OtherEncoding(encoding) => format!(
            "This file is saved in the encoding {encoding}, and not in UTF-8, so it cannot be read."
        ),
        FaultKind::FileName { stem, .. } => format!(
            "The name `{}` cannot be the event's id, which stands in addresses and in the keys of \
             readers' notes.",
            short(stem)
        ),
        FaultKind::FileEnding { name, .. } => format!(
            "The name `{}` does not end in `.toml`, so a build would not find the file.",
            short(name)
        ),
        FaultKind::SameLanguage(other) => languages::same(other),
        FaultKind::OtherThemes { file, ids } => languages::other_themes(file, ids),
        FaultKind::Syntax { what, .. } => lines::message(what),
        FaultKind::Unseen(unseen) => format!(
            "Here stands a letter that nobody sees, a {}, so the line cannot be understood.",
            unseen.name
        ),
        FaultKind::UnseenInValue { key, unseen, .. } => format!(
            "In `{key}` stands a letter that nobody sees, a {}, so programs would read something \
             else than people.",
            unseen.name
        ),
        FaultKind::Backslash { written, .. } => lines::backslash(written),
        FaultKind::ControlByNumber(number) => lines::control(*number),
        FaultKind::ToFillIn(what) if what.is_empty() => {
            "This place is still to be filled in, so the page cannot be published yet.".into()
        }
        FaultKind::ToFillIn(what) => format!(
            "This place is still to be filled in: “{}”. Until then the page cannot be published.",
            up_to(200, what)
        ),
        FaultKind::UnknownKey { table, key, .. } => format!(
            "{} has no key `{}`, so the page would not show it.",
            capitalized(&one_of(*table)),
            short(key)
        ),
        FaultKind::HeadingForTable { heading, key, .. } => words::heading(heading, key),
        FaultKind::WrongType { key, expected, found, .. } => {
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
        FaultKind::NoSuchDay(text) => format!("The calendar has no day `{text}`."),
        FaultKind::NoSuchTime(clock) => format!("No day has a time `{}`.", short(clock)),
        FaultKind::NotADate { .. }
        | FaultKind::NotATime { .. }
        | FaultKind::UnquotedTime { .. }
        | FaultKind::TimeWithoutZone { .. }
        | FaultKind::TimeAtOneEnd { .. }
        | FaultKind::SkippedTime { .. }
        | FaultKind::TimeShownTwice { .. }
        | FaultKind::NotATimeZone { .. }
        | FaultKind::SessionOutsideEvent { .. } => times::message(kind),
        FaultKind::NotALanguage(text) => {
            format!("`{}` is not the tag of a language.", short(text))
        }
        FaultKind::NotAColour { .. } | FaultKind::FaintColour { .. } => colours::message(kind),
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
        FaultKind::NotAPicture { path: text, .. } => format!(
            "`{}` is not a path inside the folder `public`, so the page could not show the \
             picture.",
            short(text)
        ),
        FaultKind::PictureIsNotThere { path, .. } => format!(
            "There is no file `{}` in the folder `public`, so the page could not show the \
             picture.",
            short(path)
        ),
        FaultKind::Picture(trouble) => pictures::message(trouble),
        FaultKind::UncitedSource(id) => format!(
            "Nothing cites the source `{}`, so readers cannot tell what comes from it.",
            short(id)
        ),
        FaultKind::Html(tag) => format!(
            "This text holds HTML: readers would see `{}` as letters on the page.",
            short(tag)
        ),
        FaultKind::Markdown(marks) => format!(
            "This text is shown as it stands: readers would see `{}` with its marks.",
            short(marks)
        ),
        FaultKind::RoleNearlyKnown { role, .. } => format!(
            "The role `{}` is shown in these words, and is nearly one of those that are known.",
            short(role)
        ),
        FaultKind::SmallPicture(small) => pictures::small_message(small),
        FaultKind::PictureWithoutAlt(_) => pictures::without_alt_message(),
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
        FaultKind::NotText(_) => {
            "Open it in the program that wrote it, and save it as plain text: “Save as”, then \
             “Plain text” (.txt) with the encoding UTF-8. Then let its name end in `.toml`. Or \
             copy the text into a text editor, such as Notepad or TextEdit, and save it there."
                .into()
        }
        FaultKind::OtherEncoding(_) => {
            "Save the file again as UTF-8: in Notepad choose “Save as” and the encoding “UTF-8”; \
             most other editors ask for the encoding when saving, too."
                .into()
        }
        FaultKind::FileName { suggestion, .. } => {
            format!(
                "Rename the file, for example to `{suggestion}.toml`. {ID} An event may have a file for \
                 each language: beside `panel.toml`, a file with `language = \"fr\"` is named \
                 `panel.fr.toml`."
            )
        }
        FaultKind::FileEnding { suggestion, .. } => {
            format!("Rename the file to `{suggestion}.toml`.")
        }
        FaultKind::SameLanguage(_) => languages::SAME_REMEDY.into(),
        FaultKind::OtherThemes { .. } => languages::OTHER_THEMES_REMEDY.into(),
        FaultKind::Syntax { what, mended } => lines::remedy(what, mended.as_deref()),
        FaultKind::Unseen(unseen) => format!(
            "Delete the line and type it anew, or write {} in the place of this letter. It comes \
             along when text is copied from a web page or from Word.",
            unseen.instead
        ),
        FaultKind::UnseenInValue { mended, .. } => {
            format!("Type it anew instead of copying it, or copy it from here: `{mended}`.")
        }
        FaultKind::Backslash { mended, .. } => lines::backslash_remedy(mended.as_deref()),
        FaultKind::ControlByNumber(_) => {
            "Take it out. A line end inside a text is written `\\n`.".into()
        }
        FaultKind::ToFillIn(_) => {
            "Write what belongs there between the quotation marks, in place of the pencil ✎ and of \
             all that stands behind it. Where the key can be left out, the line may be taken out."
                .into()
        }
        FaultKind::UnknownKey { belongs_at_the_top: true, key, .. } => {
            format!("Move `{key}` to the top of the file, above the first line in brackets.")
        }
        FaultKind::UnknownKey {
            here: Some(Here::Key(key)), nearest: Some(nearest), value, ..
        } if key == nearest => {
            let value = value.as_deref().unwrap_or("\"…\"");
            format!("Did you mean `{key}`? Then write `{key} = {value}`.")
        }
        FaultKind::UnknownKey { table, here: Some(here), value, .. } => {
            words::remedy(*table, *here, value.as_deref())
        }
        FaultKind::UnknownKey { table, nearest: Some(nearest), value: Some(value), .. }
            if *table != Table::Event || Table::of(nearest) == Table::Event =>
        {
            format!(
                "Did you mean `{nearest}`? Then write `{nearest} = {value}`. Otherwise make a \
                 remark of the line, with `#` before it."
            )
        }
        FaultKind::UnknownKey { nearest: Some(nearest), .. } => format!(
            "Did you mean `{nearest}`? Otherwise make a remark of the line, with `#` before it."
        ),
        FaultKind::UnknownKey { table, known, .. } => format!(
            "Write it under one of the names that are known, or into a text. To keep the line for \
             yourself alone, write `#` before it. {} knows: {}.",
            capitalized(&one_of(*table)),
            known.join(", ")
        ),
        FaultKind::HeadingForTable { table, .. } => words::heading_remedy(*table),
        FaultKind::WrongType { mended: Some(mended), key, expected, found } => {
            let general = FaultKind::WrongType { mended: None, key, expected: *expected, found };
            format!("{} Here: `{mended}`.", remedy(&general))
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
        FaultKind::Missing { table: Table::Event | Table::Site, key } => format!(
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
        FaultKind::NamesNothing { table, id, .. } if !id.is_empty() && !is_id(id) => format!(
            "Write the id of one of the `[[{0}]]`. If none is meant, add `[[{0}]]` with an id such \
             as `{1}`, and write that id here.",
            table.key(),
            made_id(id, 0)
        ),
        FaultKind::NamesNothing { table, .. } => format!(
            "Write the id of one of the `[[{0}]]`, or add `[[{0}]]` with this id.",
            table.key()
        ),
        FaultKind::NoSuchDay(_) => {
            "Check the month and the day. The order is year, month, day.".into()
        }
        FaultKind::NoSuchTime(_) => {
            "Write hours from 00 to 23 and minutes from 00 to 59: `16:00` is four in the \
             afternoon."
                .into()
        }
        FaultKind::NotADate { .. }
        | FaultKind::NotATime { .. }
        | FaultKind::UnquotedTime { .. }
        | FaultKind::TimeWithoutZone { .. }
        | FaultKind::TimeAtOneEnd { .. }
        | FaultKind::SkippedTime { .. }
        | FaultKind::TimeShownTwice { .. }
        | FaultKind::NotATimeZone { .. }
        | FaultKind::SessionOutsideEvent { .. } => times::remedy(kind),
        FaultKind::NotALanguage(_) => {
            "Write the language's two or three letters, such as `\"en\"`, `\"fr\"` or `\"ar\"`."
                .into()
        }
        FaultKind::NotAColour { .. } | FaultKind::FaintColour { .. } => colours::remedy(kind),
        FaultKind::EndsBeforeStart(Table::Event) => {
            "Check `starts` and `ends`. An event of one day needs no `ends`.".into()
        }
        FaultKind::EndsBeforeStart(_) => "Check `starts` and `ends`.".into(),
        FaultKind::SessionWithoutId(id) => format!(
            "Add a line `id = \"{id}\"` below this `[[sessions]]`, and do not change it once the \
             page is published. A session without notes has `notes = false` instead."
        ),
        FaultKind::NotALink(text) if whole_address(text).is_some() => format!(
            "Write the whole address, beginning with `https://`, `http://` or `mailto:`, without \
             spaces. Here: `\"{}\"`.",
            whole_address(text).unwrap_or_default()
        ),
        FaultKind::NotALink(_) => {
            "Write the whole address, beginning with `https://`, `http://` or `mailto:`, without \
             spaces."
                .into()
        }
        FaultKind::NotAPageAddress(text) if text.contains(' ') && !text.contains("://") => {
            "Write the whole address at which readers open the page, beginning with `https://` or \
             `http://`, without spaces and without `#`. Where people meet is written in `place`, \
             and a postal address as `postal_address` in `[[places]]`."
                .into()
        }
        FaultKind::NotAPageAddress(_) => {
            "Write the whole address at which readers open the page, beginning with `https://` or \
             `http://`, without spaces and without `#`. Where it is not known yet, take the line \
             out."
                .into()
        }
        FaultKind::NotOneOf { key, choices, meant: Choice::Means(meant), .. } => {
            format!("Write `{key} = \"{meant}\"`. It can be one of: {}.", choices.join(", "))
        }
        FaultKind::NotOneOf { choices, meant: Choice::NothingToSay, .. } => format!(
            "An event that is held as announced needs no such line: take it out. It can be one of: \
             {}.",
            choices.join(", ")
        ),
        FaultKind::NotOneOf { choices, .. } => format!("Write one of: {}.", choices.join(", ")),
        FaultKind::NotAPicture { meant: Some(meant), .. } => format!(
            "Put the picture into the folder `public` and write its path from there, without the \
             folder's own name: `\"{meant}\"`."
        ),
        FaultKind::NotAPicture { .. } => {
            "Put the picture into the folder `public` and write its path from there, without `..` \
             and without a slash at the start: `portrait = \"people/ada.jpg\"`."
                .into()
        }
        FaultKind::PictureIsNotThere { meant: Some(meant), .. } => format!(
            "There is `{meant}`. Write `\"{meant}\"`: capital letters, accents and the ending \
             count in the names of files."
        ),
        FaultKind::UncitedSource(id) => {
            format!("Add `\"{id}\"` to the `cites` of what it tells, or take the source out.")
        }
        FaultKind::Html(_) => {
            "Take the tags out. Emphasis is written `*so*`, and a new paragraph is another text of \
             the list."
                .into()
        }
        FaultKind::Markdown(_) => {
            "Take the marks out: only texts that may have several paragraphs know them.".into()
        }
        FaultKind::RoleNearlyKnown { meant, .. } => {
            format!("Write `{meant}` if you mean that one. Otherwise leave it as it is.")
        }
        FaultKind::PictureIsNotThere { .. } => {
            "Put the picture there, correct the path, or take the line out: the page does without \
             a picture."
                .into()
        }
        FaultKind::Picture(trouble) => pictures::remedy(trouble),
        FaultKind::SmallPicture(small) => pictures::small_remedy(small),
        FaultKind::PictureWithoutAlt(key) => pictures::without_alt_remedy(key),
    }
}

/// What to do where a folder holds no event file; `misnamed` are files that look like one, each with
/// the name that it has to have.
pub(super) fn none_there(folder: &Path, misnamed: &[(PathBuf, String)]) -> String {
    let shown = folder.display();
    let nothing = format!("There is no event file in the folder `{shown}`.");
    if misnamed.is_empty() {
        return format!(
            "{nothing} Put one there whose name ends in `.toml`, such as \
             `{shown}/open-day-2014.toml`."
        );
    }
    let files = misnamed.iter().map(|(path, name)| {
        let written = path.file_name().unwrap_or_default().to_string_lossy();
        format!("`{written}` lies there: name it `{name}`")
    });
    let files: Vec<String> = files.collect();
    format!(
        "{nothing} But {}. If the system hides the endings of names, let it show them first.",
        files.join("; ")
    )
}

const ID: &str = "An id is 1 to 64 of the small letters a to z, the digits and the hyphen.";

/// Keeps a long text from filling the report; the place in the file shows all of it.
pub(super) fn short(text: &str) -> String {
    up_to(60, text)
}

/// The first letters of a text, and whether there are more.
fn up_to(longest: usize, text: &str) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// An address with what a host has left out at its beginning.
fn whole_address(text: &str) -> Option<String> {
    let text = text.trim();
    let is_one_word = text.contains('.') && !text.contains(char::is_whitespace);
    let is_plain = text.starts_with(|it: char| it.is_alphanumeric())
        && !text.contains([':', '<', '>', '"', '\\', '…'])
        && !text.ends_with('.');
    let scheme = if text.contains('@') { "mailto:" } else { "https://" };
    (is_one_word && is_plain).then(|| format!("{scheme}{text}"))
}

fn this(table: Table) -> String {
    match table {
        Table::Event => "The event".into(),
        Table::Site => "The site".into(),
        other => format!("This {}", other.noun()),
    }
}

fn one_of(table: Table) -> String {
    match table {
        Table::Event => "the event".into(),
        Table::Site => "the site".into(),
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
