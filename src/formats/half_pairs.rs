//! JSON from JavaScript may hold half of a surrogate pair: programs that cut a text by UTF-16 units,
//! as for the words before and after a quotation, may cut through an emoji. No Unicode text can hold
//! that, and a parser refuses the whole file for it. Here each half becomes U+FFFD.

/// The JSON with each half pair replaced; `None` where there is none.
pub(super) fn replaced(json: &str) -> Option<String> {
    let mut output = String::new();
    let mut copied = 0;
    let mut place = 0;
    // Outside of strings, JSON has no backslash.
    while let Some(found) = json[place..].find('\\') {
        let escape = place + found;
        match unit(json, escape) {
            Some(0xd800..0xdc00) if matches!(unit(json, escape + 6), Some(0xdc00..0xe000)) => {
                place = escape + 12;
            }
            Some(0xd800..0xe000) => {
                output.push_str(&json[copied..escape]);
                output.push_str("\\ufffd");
                place = escape + 6;
                copied = place;
            }
            Some(_) => place = escape + 6,
            // Another escape; what is escaped may itself be a backslash.
            None => {
                let escaped = json[escape + 1..].chars().next().map_or(0, char::len_utf8);
                place = escape + 1 + escaped;
            }
        }
    }
    output.push_str(&json[copied..]);
    (copied > 0).then_some(output)
}

/// The UTF-16 unit that an escape at this place stands for.
fn unit(json: &str, place: usize) -> Option<u16> {
    let digits = json.get(place..place + 6)?.strip_prefix("\\u")?;
    let is_number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_number.then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_halves_are_replaced() {
        for (json, expected) in [
            (r#""plain""#, None),
            (r#""\ud83c\udf89""#, None),
            (r#""\\ud83c""#, None),
            (r#""\u00e9\n\"""#, None),
            (r#""\ud83c""#, Some(r#""\ufffd""#)),
            (r#""a\uDF89b""#, Some(r#""a\ufffdb""#)),
            (r#""\ud83c\ud83c\udf89\udf89""#, Some(r#""\ufffd\ud83c\udf89\ufffd""#)),
            (r#""\ud83c\n\\\udf89é""#, Some(r#""\ufffd\n\\\ufffdé""#)),
            (r#""\ud83"#, None),
            (r#""\u"#, None),
            ("\\", None),
            ("\\é", None),
            ("\\ud83é", None),
        ] {
            assert_eq!(replaced(json).as_deref(), expected, "{json}");
        }
    }
}
