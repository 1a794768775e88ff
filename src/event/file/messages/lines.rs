//! What the host reads about lines that cannot be understood.

use super::super::faults::Broken;
use super::short;

/// What is wrong with a line.
pub(super) fn message(what: &Broken) -> String {
    let what = match what {
        Broken::Other(message) => {
            return format!("This line is not TOML, so the file cannot be understood: {message}.");
        }
        Broken::UnclosedText => "This text begins with a quotation mark and has none at its end",
        Broken::UnopenedText => {
            "This text ends with a quotation mark and has none at its beginning"
        }
        Broken::TextOverLines => "This text goes on over several lines",
        Broken::UnclosedBlock => {
            "This text begins with three quotation marks, and the three at its end are missing"
        }
        Broken::UnclosedList => "The list that begins here has no bracket at its end",
        Broken::UnopenedList => "This list has no bracket at its beginning",
        Broken::UnclosedBraces => "The brace that opens here is never closed",
        Broken::OtherBracket => "This bracket is of another kind than the one that belongs here",
        Broken::StrayBracket => "This bracket closes nothing",
        Broken::MissingComma { .. } => "Before this item of the list a comma is missing",
        Broken::ExtraComma => "Here stands a comma too many",
        Broken::BracesForList => "Here braces stand around a list",
        Broken::NoBrackets => "Here stand several texts, and no brackets make a list of them",
        Broken::QuotationMarks => "These quotation marks are not the straight ones",
        Broken::MarkInside => "A quotation mark inside the text ends it here",
        Broken::BackslashAtEnd => {
            "The backslash makes the quotation mark behind it a part of the text, which has no end"
        }
        Broken::MarkAtEnd => "The line ends with a mark that does not belong here",
        Broken::TextBehind => "Behind the value of this line stands something else",
        Broken::TwoOnALine => "Two things stand on one line, and the second begins here",
        Broken::Unquoted => "This text has no quotation marks around it",
        Broken::NoValue => "Nothing stands behind the `=`",
        Broken::ValueBelow => {
            "The value of this key stands on a line below, and not behind the `=`"
        }
        Broken::Colon => "Between a key and its value stands `=`, and here is another mark",
        Broken::NoEquals => "Between this key and its value the `=` is missing",
        Broken::TwoEquals => "Between a key and its value stands one `=`, and here are more marks",
        Broken::NoKey => "This line has no key and no `=`, and it is no remark",
        Broken::OtherRemark => "This looks like a remark, and remarks begin with another mark",
        Broken::TableName => "The brackets around this name are not right",
    };
    format!("{what}, so the file cannot be understood.")
}

/// How to mend it; `mended` is the line as it has to read.
pub(super) fn remedy(what: &Broken, mended: Option<&str>) -> String {
    let general = match what {
        Broken::Other(message) if message.starts_with("duplicate key") => {
            "Keep one of the two. To describe several things of a kind, begin each with its own \
             line in double brackets, such as `[[themes]]`."
        }
        Broken::Other(_) => {
            "A line reads `key = \"text\"`, `key = [\"one\", \"two\"]` or `[[themes]]`. A \
             quotation mark inside a text is written \\\"."
        }
        Broken::UnclosedText => {
            "A text stands on one line and has a straight quotation mark (\") at both ends."
        }
        Broken::UnopenedText => "A text has a straight quotation mark (\") at both ends.",
        Broken::TextOverLines => {
            "A text stands on one line, or between three quotation marks: write `\"\"\"` where it \
             begins and where it ends. Or write one text for each paragraph, as a list: \
             `text = [\"…\", \"…\"]`."
        }
        Broken::UnclosedBlock => "Write `\"\"\"` where the text ends.",
        Broken::UnclosedList => "Write `]` behind the last item of the list.",
        Broken::UnopenedList => "Write `[` before the first item of the list.",
        Broken::UnclosedBraces => "Write `}` where it ends.",
        Broken::OtherBracket => "A list stands between `[` and `]`, and `{` is closed by `}`.",
        Broken::StrayBracket => "Take it out, or write the bracket that opens what it closes.",
        Broken::MissingComma { after } => {
            let after = short(after);
            return format!("Write a comma behind the item before it: `{after},`.");
        }
        Broken::ExtraComma => {
            "Take it out. One comma stands between two items of a list, and none before the first."
        }
        Broken::BracesForList => "A list stands between square brackets, `[` and `]`.",
        Broken::NoBrackets => "Put the texts into square brackets.",
        Broken::QuotationMarks => {
            "Use straight quotation marks (\") around a text, not curly ones or others."
        }
        Broken::MarkInside => "A quotation mark inside a text is written \\\".",
        Broken::BackslashAtEnd => {
            "Put the text between single quotation marks, in which a backslash is a backslash; or \
             write the backslash twice."
        }
        Broken::MarkAtEnd => "Take it out: a line just ends, without a comma or a semicolon.",
        Broken::TextBehind => {
            "Only a remark, which begins with `#`, may stand behind a value. Put all of the text \
             between one pair of quotation marks."
        }
        Broken::TwoOnALine => {
            "Begin a new line here: one key a line, `key = \"text\"`, and no comma or semicolon \
             between them."
        }
        Broken::Unquoted => "Put it between straight quotation marks.",
        Broken::NoValue => {
            "Write the text between quotation marks, or take the line out where there is nothing \
             to say."
        }
        Broken::ValueBelow => {
            "Write it behind the `=`, on the same line. Only what has begun there may go on below: a \
             list, or a text between three quotation marks."
        }
        Broken::Colon | Broken::NoEquals | Broken::TwoEquals => {
            "One key a line: the key, `=`, and the text between quotation marks."
        }
        Broken::NoKey | Broken::OtherRemark => {
            "One key a line, `key = \"text\"`. What is only for you, such as a heading of your \
             own, is a remark: write `#` before it."
        }
        Broken::TableName => {
            "A line that begins one more thing of a kind has two brackets on each side."
        }
    };
    match mended {
        Some(mended) => format!("{general} Here: `{mended}`"),
        None => general.to_owned(),
    }
}

/// What is wrong with a backslash.
pub(super) fn backslash(written: &str) -> String {
    format!(
        "A backslash between straight quotation marks makes another letter of what follows it, so \
         `{written}` would not stay what it is."
    )
}

/// How to write a backslash.
pub(super) fn backslash_remedy(mended: Option<&str>) -> String {
    let general = "Write the backslash twice, or put the text between single quotation marks, in \
                   which it stays as it is.";
    match mended {
        Some(mended) => format!("{general} Here: `{mended}`"),
        None => general.to_owned(),
    }
}

/// What is wrong with a control character.
pub(super) fn control(number: u32) -> String {
    let name = char::from_u32(number).map(|it| super::super::invisible::unseen(it).name);
    let name = name.unwrap_or_default();
    format!("This is a {name}: a letter that nobody sees and that no page can show.")
}
