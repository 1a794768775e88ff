//! Letters that nobody sees, and their names. Outside texts they break a line; in texts many of them
//! have their use (a no-break space in French, joiners in Persian or Hindi, marks of direction in
//! Hebrew or Arabic), so only addresses, ids, dates and names of zones must not hold any.

/// What an unseen letter is called, and what stands for it where it has no business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unseen {
    /// Its name and its number, such as “no-break space (U+00A0)”.
    pub name: String,
    /// What to write instead.
    pub instead: &'static str,
}

/// Names that Unicode does not give, or that hosts know better.
const NAMES: [(char, &str); 9] = [
    ('\0', "null character"),
    ('\u{8}', "backspace"),
    ('\t', "tab"),
    ('\u{b}', "vertical tab, which is Word's manual line break"),
    ('\u{c}', "form feed, which is a page break"),
    ('\u{1b}', "escape character"),
    ('\u{7f}', "delete character"),
    ('\u{85}', "next line character"),
    ('\u{feff}', "byte order mark, also called zero width no-break space"),
];

/// Whether a letter is a space, a line end or a mark that nobody sees; the plain space, the tab and
/// the usual line ends are none of them.
pub(super) fn is_unseen(letter: char) -> bool {
    match letter {
        ' ' | '\t' | '\n' | '\r' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => {
            true
        }
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' => true,
        '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => letter.is_whitespace() || letter.is_control(),
    }
}

/// Whether a letter ends a line for people, and not for TOML.
pub(super) fn is_line_end(letter: char) -> bool {
    matches!(letter, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a letter takes no room at all, so that nothing has to stand in its place.
pub(super) fn has_no_width(letter: char) -> bool {
    is_unseen(letter) && !letter.is_whitespace()
}

/// A letter by its name.
pub(super) fn unseen(letter: char) -> Unseen {
    let own = NAMES.iter().find(|(known, _)| *known == letter).map(|(_, name)| (*name).to_owned());
    let name =
        own.or_else(|| unicode_names2::name(letter).map(|name| name.to_string().to_lowercase()));
    let name = name.unwrap_or_else(|| "control character".to_owned());
    let instead = match letter {
        _ if is_line_end(letter) => "a line end",
        _ if letter.is_whitespace() => "a plain space",
        _ => "nothing",
    };
    Unseen { name: format!("{name} (U+{:04X})", u32::from(letter)), instead }
}

/// The first unseen letter of a text.
pub(super) fn first_in(text: &str) -> Option<char> {
    text.chars().find(|letter| is_unseen(*letter))
}

/// A text without its unseen letters.
pub(super) fn without(text: &str) -> String {
    let kept = text.chars().filter(|letter| !has_no_width(*letter));
    let plain: String = kept.map(|letter| if is_unseen(letter) { ' ' } else { letter }).collect();
    plain.trim().to_owned()
}
