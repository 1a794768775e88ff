//! Notes as plain W3C Web Annotations: a JSON array, since that is what annotation programs such
//! as Recogito take. <https://www.w3.org/TR/annotation-model/>
//!
//! Such programs refuse an annotation that lacks a quotation or a position. So no note is left out:
//! one whose theme has no heading on the page is put on the event's title.

use super::annotation::{Annotation, Body, Target};
use super::selectors::Places;
use super::{Material, Selection, outline};

pub(super) fn write(material: &Material, selection: &Selection) -> String {
    let places = Places::of(&material.page);
    let sections = outline::sections(material, selection);
    let annotations: Vec<Annotation<'_, [Body<'_>; 1], ()>> = outline::notes(&sections)
        .map(|(section, note)| {
            let selector = places
                .heading(section.theme, section.title)
                .unwrap_or_else(|| places.anywhere(&material.event.title));
            let target = Target { source: &material.address, selector, meta: None };
            Annotation::new(note, [Body::of(note)], target, None)
        })
        .collect();
    super::pretty(&annotations)
}
