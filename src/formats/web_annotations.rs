//! Notes as plain W3C Web Annotations: a JSON array, since that is what annotation programs such
//! as Recogito take. <https://www.w3.org/TR/annotation-model/>
//!
//! Such programs refuse an annotation that lacks a quotation or a position. So no note is left out:
//! one whose theme has no heading on the page is put on the event's title, and one that quotes words
//! which are not there gets the position that it would have without.

pub(super) mod reader;

use super::annotation::{Annotation, Body, Target, is_highlight};
use super::selectors::{Places, Selector};
use super::{Selection, Snapshot, outline};

pub(super) fn write(snapshot: &Snapshot, selection: &Selection) -> String {
    let places = Places::of(&snapshot.page);
    let sections = outline::sections(snapshot, selection);
    let annotations: Vec<Annotation<'_, Vec<Body<'_>>, ()>> = outline::notes(&sections)
        .map(|(section, note)| {
            let whole = || {
                let heading = places.of_note(section, None);
                heading.unwrap_or_else(|| places.anywhere(&snapshot.event.title))
            };
            let quote = note.quote();
            let mut selector = places.of_note(section, quote.as_ref()).unwrap_or_else(whole);
            let is_position = |it: &Selector| matches!(it, Selector::TextPositionSelector { .. });
            if !selector.iter().any(is_position) {
                selector.extend(whole().into_iter().filter(is_position));
            }
            let bodies = if is_highlight(note) { Vec::new() } else { vec![Body::of(note)] };
            let target = Target { source: &snapshot.address, selector, meta: None };
            Annotation::new(note, bodies, target, None)
        })
        .collect();
    super::pretty(&annotations)
}
