//! Draws an SVG to pixels: whatever else it holds, such as scripts and addresses, stays behind. What the
//! drawing would lack is refused, and so is what would take all time or memory.

use image::RgbaImage;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{self, Document, ParsingOptions};
use resvg::usvg::{self, Group, ImageHrefResolver, Node, Options, Tree};

use super::{Kind, Picture, SvgPart, TroubleKind};

/// The longer side of an SVG that was drawn, in pixels: more than any place on the page takes.
const DRAWN_SVG: f32 = 1024.0;

/// The most elements and texts that an SVG may have.
const MOST_SVG_NODES: u32 = 50_000;

/// How deep an SVG may nest, and how many masks and clips it may have: each takes the memory of a
/// whole picture while it is drawn.
const MOST_SVG_LAYERS: usize = 100;

/// The picture that an SVG draws.
pub(super) fn draw(bytes: &[u8]) -> Result<Picture, TroubleKind> {
    let damaged = TroubleKind::Damaged(Kind::Svg.name());
    let text = std::str::from_utf8(bytes).map_err(|_| damaged.clone())?;
    let text = text.trim_start_matches('\u{feff}');
    // Drawing programs write a document type. What it defines is expanded within limits, and nothing
    // is loaded for it.
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_SVG_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => TroubleKind::TooComplex,
        _ => damaged.clone(),
    })?;
    let mut layers = 0;
    for element in document.descendants() {
        let part = match element.tag_name().name() {
            "text" => SvgPart::Text,
            "image" | "feImage" => SvgPart::Picture,
            // Illustrator puts its own data into one that no other program shows.
            "foreignObject" if !element.has_attribute("requiredExtensions") => SvgPart::WebPage,
            "marker" => SvgPart::Effect,
            "mask" | "clipPath" => {
                layers += 1;
                continue;
            }
            _ => continue,
        };
        return Err(TroubleKind::NotDrawn(part));
    }
    if layers > MOST_SVG_LAYERS {
        return Err(TroubleKind::TooComplex);
    }
    let nothing_from_elsewhere = ImageHrefResolver {
        resolve_data: Box::new(|_, _, _| None),
        resolve_string: Box::new(|_, _| None),
    };
    let options = Options { image_href_resolver: nothing_from_elsewhere, ..Options::default() };
    let tree = Tree::from_xmltree(&document, &options).map_err(|error| match error {
        usvg::Error::ElementsLimitReached => TroubleKind::TooComplex,
        _ => damaged.clone(),
    })?;
    // Those alone that something is drawn with.
    if !tree.filters().is_empty() || !tree.patterns().is_empty() {
        return Err(TroubleKind::NotDrawn(SvgPart::Effect));
    }
    if depth(tree.root()) > MOST_SVG_LAYERS {
        return Err(TroubleKind::TooComplex);
    }
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = DRAWN_SVG / width.max(height);
    let side = |length: f32| ((length * scale).round() as u32).max(1);
    let mut pixmap = Pixmap::new(side(width), side(height)).ok_or(damaged.clone())?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let (width, height) = (pixmap.width(), pixmap.height());
    let drawn = RgbaImage::from_raw(width, height, pixmap.take_demultiplied()).ok_or(damaged)?;
    if drawn.pixels().all(|pixel| pixel.0[3] == 0) {
        return Err(TroubleKind::DrawsNothing);
    }
    Ok(Picture { pixels: drawn.into(), profile: None })
}

/// How deep groups stand within groups. The library that made them lets none stand too deep for this
/// to count it.
fn depth(group: &Group) -> usize {
    let groups = group.children().iter().filter_map(|node| match node {
        Node::Group(group) => Some(depth(group)),
        _ => None,
    });
    1 + groups.max().unwrap_or(0)
}
