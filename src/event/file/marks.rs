//! Quotation marks of all kinds: hosts write in programs that put their own for the straight ones.

/// Marks that begin a text in some language, or that stand for one.
pub(super) fn is_opening(letter: char) -> bool {
    matches!(
        letter,
        '“' | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '`'
            | '´'
            | '″'
            | '′'
            | '＂'
            | '＇'
            | '「'
            | '『'
            | '〝'
            | '〞'
    )
}

/// Marks that end one, the straight ones among them.
pub(super) fn is_closing(letter: char) -> bool {
    is_opening(letter) || matches!(letter, '"' | '\'' | '」' | '』' | '〟')
}

/// Marks with which a host may end a text that begins with a straight one.
pub(super) fn closes(letter: char) -> bool {
    letter != '"' && letter != '\'' && letter != '′' && letter != '″' && is_closing(letter)
}

/// A text between straight quotation marks, as TOML takes it.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
