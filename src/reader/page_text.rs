//! The text of the page as it was built, whatever has come onto it since.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node};

use crate::event::places::theme_heading;
use crate::event::{EventThemes, PageText, ThemeId};

/// What is no text of the page: what the reader's parts are mounted into, what they put beside it,
/// and what is never shown.
const NOT_TEXT: &str = "[data-reader], dialog, noscript, script, style, template";

/// The text of the page, and where the themes' headings stand in it. Programs that hang notes on a
/// page count in the text of its `<body>`.
pub(super) fn page_text(event: &EventThemes) -> PageText {
    let headings: Vec<(String, &ThemeId)> =
        event.themes.iter().map(|theme| (theme_heading(&theme.id), &theme.id)).collect();
    let mut page = PageText::default();
    if let Some(body) = document().body() {
        read(&body, &headings, &mut page);
    }
    page
}

fn read(node: &Node, headings: &[(String, &ThemeId)], page: &mut PageText) {
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        if child.node_type() == Node::TEXT_NODE {
            page.text.push_str(&child.node_value().unwrap_or_default());
        } else if let Some(element) = child.dyn_ref::<Element>() {
            if element.matches(NOT_TEXT).unwrap_or_default() {
                continue;
            }
            let id = element.id();
            if let Some((_, theme)) = headings.iter().find(|(heading, _)| *heading == id) {
                page.headings.push(((*theme).clone(), page.text.chars().count()));
            }
            read(element, headings, page);
        }
    }
}
