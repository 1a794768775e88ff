//! The words of a theme's text, and where in the page each of them stands.
//!
//! As in print, paragraphs are parted by a line break, and the small numbers that lead to sources are
//! not part of the text.

use std::ops::Range;

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node, Range as PageRange, Text};

/// What stands on lines of its own within it.
const BLOCKS: &str = "p, figcaption";

const NOT_TEXT: &str = ".citations";

/// For `createTreeWalker`: nodes that are text.
const SHOW_TEXT: u32 = 4;

/// A theme's text, as it was read.
pub(super) struct ThemeText {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

struct Piece {
    node: Text,
    /// Where its words stand in the text, in bytes.
    place: Range<usize>,
}

impl ThemeText {
    /// Reads what stands in an element.
    pub(super) fn of(place: &Element) -> Self {
        let mut read = Self { text: String::new(), pieces: Vec::new() };
        let Ok(walker) = document().create_tree_walker_with_what_to_show(place, SHOW_TEXT) else {
            return read;
        };
        let mut last_block = None;
        while let Ok(Some(node)) = walker.next_node() {
            let Some(parent) = node.parent_element() else { continue };
            if around(&parent, NOT_TEXT).is_some() {
                continue;
            }
            let block = around(&parent, BLOCKS);
            if !read.pieces.is_empty() && block != last_block {
                read.text.push('\n');
            }
            last_block = block;
            let start = read.text.len();
            read.text.push_str(&node.text_content().unwrap_or_default());
            let place = start..read.text.len();
            read.pieces.push(Piece { node: node.unchecked_into(), place });
        }
        read
    }

    /// Whether the text still stands in the element as it was read: a translation of the page puts
    /// other words there.
    pub(super) fn still_stands_in(&self, place: &Element) -> bool {
        self.pieces.iter().all(|piece| {
            place.contains(Some(&piece.node)) && piece.node.data() == self.words(piece)
        })
    }

    fn words(&self, piece: &Piece) -> &str {
        self.text.get(piece.place.clone()).unwrap_or_default()
    }

    /// The part of the text that lies within a range of the page, in bytes.
    pub(super) fn within(&self, range: &PageRange) -> Option<Range<usize>> {
        let edge = |piece: &Piece, edge: Option<(Node, u32)>| -> Option<usize> {
            let (_, units) = edge.filter(|(node, _)| node == piece.node.as_ref())?;
            Some(piece.place.start + self.bytes(piece, units as usize))
        };
        let start = range.start_container().ok().zip(range.start_offset().ok());
        let end = range.end_container().ok().zip(range.end_offset().ok());
        let mut touched = self
            .pieces
            .iter()
            .filter(|piece| range.intersects_node(&piece.node).unwrap_or_default())
            .map(|piece| {
                let start = edge(piece, start.clone()).unwrap_or(piece.place.start);
                start..edge(piece, end.clone()).unwrap_or(piece.place.end)
            });
        let first = touched.next()?;
        Some(first.start..touched.next_back().unwrap_or(first).end)
    }

    /// How many bytes so many UTF-16 units of a piece take, which is how the page counts.
    fn bytes(&self, piece: &Piece, units: usize) -> usize {
        let mut before = 0;
        let letters = self.words(piece).chars().take_while(|letter| {
            let fits = before < units;
            before += letter.len_utf16();
            fits
        });
        letters.map(char::len_utf8).sum()
    }

    /// The range of the page in which a part of the text stands.
    pub(super) fn on_page(&self, part: &Range<usize>) -> Option<PageRange> {
        let units = |piece: &Piece, place: usize| {
            let words = self.text.get(piece.place.start..place).unwrap_or_default();
            words.encode_utf16().count() as u32
        };
        let first = self.pieces.iter().find(|piece| piece.place.contains(&part.start))?;
        let last = self.pieces.iter().rfind(|piece| piece.place.start < part.end)?;
        let range = document().create_range().ok()?;
        range.set_start(&first.node, units(first, part.start)).ok()?;
        range.set_end(&last.node, units(last, part.end)).ok()?;
        Some(range)
    }
}

fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}
