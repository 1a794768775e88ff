//! Changes of a file's text that let the rest of it be read, and the way back: a place in the
//! changed text is told where it stands in the file.

use super::Span;

/// What is put in the place of a piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) place: Span,
    pub(super) text: String,
}

impl Edit {
    pub(super) fn new(place: Span, text: impl Into<String>) -> Self {
        Self { place, text: text.into() }
    }

    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::new(at..at, text)
    }
}

/// A text after its changes.
pub(super) struct Edited {
    pub(super) text: String,
    /// Where each change is: in the changed text, and in the file.
    places: Vec<(Span, Span)>,
}

impl Edited {
    /// Changes the piece of `text` at `within`. Of changes that overlap, the first is made.
    pub(super) fn new(text: &str, within: Span, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| (edit.place.start, edit.place.end));
        let mut edited = Self { text: String::with_capacity(within.len()), places: Vec::new() };
        let mut done = within.start;
        for edit in edits {
            let Some(kept) = text.get(done..edit.place.start) else { continue };
            if edit.place.end > within.end {
                continue;
            }
            edited.text.push_str(kept);
            let start = edited.text.len();
            edited.text.push_str(&edit.text);
            done = edit.place.end;
            edited.places.push((start..edited.text.len(), edit.place));
        }
        edited.text.push_str(text.get(done..within.end).unwrap_or_default());
        edited
    }

    /// Where a place of the changed text stands in the file, if the whole file was changed.
    pub(super) fn in_file(&self, place: &Span) -> Span {
        let start = self.byte_in_file(place.start);
        start..self.byte_in_file(place.end).max(start)
    }

    fn byte_in_file(&self, byte: usize) -> usize {
        let index = self.places.partition_point(|(changed, _)| changed.start <= byte);
        let Some((changed, original)) = index.checked_sub(1).map(|index| &self.places[index])
        else {
            return byte;
        };
        match byte.checked_sub(changed.end) {
            Some(behind) => original.end + behind,
            // Within what was put in, which may be of another length.
            None => original.start,
        }
    }
}
