//! Notes as the page shows them: what is rendered, and that all else stays as it was typed.

use marginalia::markdown::{formatted, host_html};
use marginalia::notebook::markup::may_hold_markup;
use proptest::prelude::*;

/// The text of a piece of HTML, as a browser shows it but for the markers of lists.
fn shown(html: &str) -> String {
    let mut text = String::new();
    for (index, part) in html.split('<').enumerate() {
        let part = if index == 0 { part } else { part.split_once('>').expect("a tag ends").1 };
        text.push_str(part);
    }
    for (entity, sign) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    {
        text = text.replace(entity, sign);
    }
    text
}

/// Nothing but the elements that may stand there, well nested, with the attributes that they have.
fn check_html(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let inside = tag.split_once('>').expect("a tag ends").0;
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        let fits = match name {
            "p" | "blockquote" => ["", "dir=\"auto\""].contains(&attributes),
            "li" => attributes.strip_prefix("dir=\"auto\"").is_some_and(|rest| {
                let value = rest.strip_prefix(" value=\"").and_then(|it| it.strip_suffix('"'));
                rest.is_empty() || value.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()))
            }),
            "ul" | "ol" | "strong" | "em" => attributes.is_empty(),
            "a" => {
                let address = attributes.strip_prefix("href=\"");
                let is_harmless = address.is_some_and(|it| {
                    let it = it.to_ascii_lowercase();
                    ["http://", "https://", "mailto:"].iter().any(|scheme| it.starts_with(scheme))
                });
                (is_harmless || attributes == "class=\"note__tag\" href=\"#my-notes\"")
                    && attributes.matches('"').count() == if is_harmless { 2 } else { 4 }
                    && !open.contains(&"a")
            }
            _ => false,
        };
        assert!(fits, "<{inside}> in {html}");
        open.push(name);
    }
    assert!(open.is_empty(), "{html}");
}

#[test]
fn the_markdown_that_readers_use_is_shown() {
    for (text, expected) in [
        ("**a** and *b*", "<p dir=\"auto\"><strong>a</strong> and <em>b</em></p>\n"),
        ("***a***", "<p dir=\"auto\"><em><strong>a</strong></em></p>\n"),
        (
            "List:\n- one\n- *two*",
            "<p dir=\"auto\">List:</p>\n<ul>\n<li dir=\"auto\"><p>one</p>\n</li>\n\
             <li dir=\"auto\"><p><em>two</em></p>\n</li>\n</ul>\n",
        ),
        (
            "- a\n  - b\n\nafter",
            "<ul>\n<li dir=\"auto\"><p>a</p>\n<ul>\n<li dir=\"auto\"><p>b</p>\n</li>\n</ul>\n\
             </li>\n</ul>\n<p dir=\"auto\">after</p>\n",
        ),
        (
            "3. c\n4. d",
            "<ol>\n<li dir=\"auto\" value=\"3\"><p>c</p>\n</li>\n\
             <li dir=\"auto\" value=\"4\"><p>d</p>\n</li>\n</ol>\n",
        ),
        (
            "> quoted\n> on\nmine",
            "<blockquote dir=\"auto\"><p>quoted\non</p>\n</blockquote>\n<p dir=\"auto\">mine</p>\n",
        ),
        (
            "- bread\nThen home",
            "<ul>\n<li dir=\"auto\"><p>bread</p>\n</li>\n</ul>\n<p dir=\"auto\">Then home</p>\n",
        ),
        (
            "See https://example.org/a_b?c=*d*&e.",
            "<p dir=\"auto\">See <a href=\"https://example.org/a_b?c=*d*&amp;e\">\
             https://example.org/a_b?c=*d*&amp;e</a>.</p>\n",
        ),
        (
            "(https://example.org/a(b))",
            "<p dir=\"auto\">(<a href=\"https://example.org/a(b)\">https://example.org/a(b)</a>)</p>\n",
        ),
        (
            "[the *report*](https://example.org/r_1 \"t\"), page 3",
            "<p dir=\"auto\"><a href=\"https://example.org/r_1\">the <em>report</em></a>, page 3</p>\n",
        ),
        (
            "[https://a.org](https://b.org)",
            "<p dir=\"auto\"><a href=\"https://b.org\">https://a.org</a></p>\n",
        ),
        ("[us](mailto:a@b.org)", "<p dir=\"auto\"><a href=\"mailto:a@b.org\">us</a></p>\n"),
        (
            "**#Budget** 2*3*4",
            "<p dir=\"auto\"><strong><a class=\"note__tag\" href=\"#my-notes\">#Budget</a></strong> \
             2*3*4</p>\n",
        ),
        (
            "这是**重要**的。\n  next  line",
            "<p dir=\"auto\">这是<strong>重要</strong>的。\n  next  line</p>\n",
        ),
    ] {
        let html = formatted(text);
        assert_eq!(html.as_deref(), Some(expected), "{text:?}");
        check_html(expected);
    }
}

#[test]
fn whatever_else_is_typed_needs_no_rendering() {
    for text in [
        "",
        "Just words.\n\n\n  with   spaces",
        "&lt;b&gt; &amp;amp; \"quoted\" 'quoted'",
        "<b>bold</b> <!-- -->\n<script>alert(1)</script>",
        "# heading\n## another\nTitle\n===\nother\n---\n\n***\n* * *\n-\n- - -",
        "    four spaces\n\ttab",
        "`code` ```\nfence\n```\n~~~\nfence\n~~~ ~~gone~~",
        "a\\*b \\# \\\\ end\\\nnext",
        "_under_ __score__ snake_case",
        "2*3*4 and a * b * c and *",
        "[x] [y][z] [a]: https",
        "[a]: /b 'c'",
        "[run](javascript:alert(1)) [](https) [file](file:///etc/passwd)",
        "![picture](data:image/png;base64,AA)",
        "| a | b |\n|---|---|",
        "1) one\n2) two\n01. x\n2014. A year\n1.\n+ plus",
        "C# #1 ##x a#b x://y",
        "– dash\n• bullet",
    ] {
        assert_eq!(formatted(text), None, "{text:?}");
    }
}

#[test]
fn each_sign_alone_is_enough_to_be_rendered() {
    for text in ["*a*", "- a", "> a", "[a](mailto:a@b.org)", "#tag", "http://a.org", "1. a"] {
        assert!(may_hold_markup(text) && formatted(text).is_some(), "{text}");
    }
}

#[test]
fn plain_words_call_for_no_program() {
    for text in ["", "Plain words.", "50 % (or so), at 14:30", "1 + 1 = 2\nversion 3, at last"] {
        assert!(!may_hold_markup(text), "{text}");
    }
}

#[test]
fn what_is_no_markdown_here_stays_beside_what_is() {
    for (text, expected) in [
        ("**a** &lt;b&gt;", "a &lt;b&gt;\n"),
        ("**a** \\* `c` <i>", "a \\* `c` <i>\n"),
        ("# Title\n\n**a**\n---\n", "# Title\na\n---\n"),
        ("> # Title\n> ---\n> ```", "# Title\n---\n```\n\n"),
        ("**a**\n\n[b]: https://c.org", "a\n[b]: https://c.org\n"),
        ("**a** [run](javascript:alert(1))", "a [run](javascript:alert(1))\n"),
        ("**a** ![p](https://b.org/c.png)", "a ![p](https://b.org/c.png)\n"),
        ("**a** [](https://b.org)", "a [](https://b.org)\n"),
        ("**a**\n\n      indented\n      code", "a\n      indented\n      code\n"),
        ("**a**  \nb\\\nc", "a  \nb\\\nc\n"),
        ("  **a**\n   b", "  a\n   b\n"),
    ] {
        let html = formatted(text).expect(text);
        check_html(&html);
        assert_eq!(shown(&html), expected, "{text:?}: {html}");
    }
}

#[test]
fn markdown_without_end_is_rendered() {
    for sign in [
        ">",
        "> ",
        "- ",
        "[",
        "![",
        "*",
        "**a ",
        "`",
        "<",
        "_a",
        "[a](",
        "\n>",
        "1. ",
        "#a ",
        "#a\n",
        "https://a.b/",
        "https://a.b ",
        ")",
        "- a\nb\n",
        "[a](https://b)",
        "\n    - a",
    ] {
        let text = format!("https://a.b/{}", sign.repeat(20_000 / sign.len()));
        for text in [text.clone(), text.replacen("https://a.b/", "", 1)] {
            if let Some(html) = formatted(&text) {
                check_html(&html);
            }
        }
    }
}

/// Texts in which Markdown is likely, right or wrong.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("*"),
        Just("**"),
        Just("***"),
        Just("_"),
        Just("["),
        Just("]("),
        Just(")"),
        Just("]:"),
        Just("- "),
        Just("* "),
        Just("+ "),
        Just("1. "),
        Just("2) "),
        Just("> "),
        Just(">"),
        Just("# "),
        Just("#tag"),
        Just("#"),
        Just("\n"),
        Just("\n\n"),
        Just("\r\n"),
        Just(" "),
        Just("    "),
        Just("\t"),
        Just("---"),
        Just("==="),
        Just("```"),
        Just("~~~"),
        Just("`"),
        Just("<b>"),
        Just("<!--"),
        Just("&lt;"),
        Just("&#35;"),
        Just("\\"),
        Just("!"),
        Just("|"),
        Just("https://a.org/b_(c)"),
        Just("javascript:x"),
        Just("mailto:a@b.c"),
        Just("words"),
        Just("é"),
        Just("שלום"),
        Just("😀"),
        Just("a\u{301}"),
        Just("\u{feff}"),
        Just("\0"),
    ];
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphabetic()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn only_harmless_elements_come_out(text in texts()) {
        if let Some(html) = formatted(&text) {
            check_html(&html);
        }
    }

    #[test]
    fn no_letter_is_lost_or_added(text in texts()) {
        // But for those of an address that stands behind the words of a link.
        let text = text.replace("](", "] (");
        if let Some(html) = formatted(&text) {
            prop_assert_eq!(letters(&shown(&html)), letters(&text), "{}", html);
        }
    }

    #[test]
    fn what_is_shown_was_typed_in_this_order(text in texts()) {
        if let Some(html) = formatted(&text) {
            let mut typed = text.chars().map(|it| if it.is_control() { ' ' } else { it });
            for letter in shown(&html).chars().filter(|it| !it.is_whitespace() && *it != '\u{fffd}') {
                prop_assert!(typed.any(|it| it == letter), "{letter:?} of {html}");
            }
        }
    }

    #[test]
    fn plain_words_are_left_alone(text in "[a-zA-Zé ,.:;!?()'\"&<\\\\`~_|$%^+=/\n\t😀]{0,60}") {
        prop_assert_eq!(formatted(&text), None);
    }

    #[test]
    fn anything_can_be_typed(text in any::<String>()) {
        if let Some(html) = formatted(&text) {
            check_html(&html);
        }
    }
}

#[test]
fn a_text_of_the_host_runs_on_and_keeps_its_formulas() {
    for (text, html) in [
        ("One\nand *two*.", "<p>One\nand <em>two</em>.</p>"),
        (
            r"$\mathsf{P}(X_1 > \lambda) \le e^{-\#\,\lambda}$",
            "<p>$\\mathsf{P}(X_1 &gt; \\lambda) \\le e^{-\\#\\,\\lambda}$</p>",
        ),
        ("It costs $5, or $7.", "<p>It costs $5, or $7.</p>"),
        ("$$x_1 * y * z_2$$", "<p>$$x_1 * y * z_2$$</p>"),
        (
            "- <b>one</b>\n- [two](javascript:alert(1))",
            "<ul><li>&lt;b&gt;one&lt;/b&gt;</li><li>two</li></ul>",
        ),
        (
            "One.\n\n    a > b\n    <c>\n\nTwo.",
            "<p>One.</p><pre><code>a &gt; b\n&lt;c&gt;\n</code></pre><p>Two.</p>",
        ),
    ] {
        assert_eq!(host_html(text), html);
    }
}
