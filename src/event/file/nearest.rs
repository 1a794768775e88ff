//! What a host most likely meant by a word that is not known.

use crate::event::LONGEST_ID;

/// The candidate that a host most likely meant, if one is near enough.
pub(super) fn nearest<'name>(
    written: &str,
    candidates: impl Iterator<Item = &'name str>,
) -> Option<String> {
    // Enough for any real file; keeps one full of ids, or with a huge one, from taking for ever.
    const MOST_CANDIDATES: usize = 500;
    if written.len() > 2 * LONGEST_ID {
        return None;
    }
    // Two slips in a word of six letters make another word: `status` is not `starts`.
    let most_edits = match written.len() {
        0..=2 => 0,
        3..=7 => 1,
        8..=13 => 2,
        _ => 3,
    };
    candidates
        .take(MOST_CANDIDATES)
        .filter(|candidate| candidate.len().abs_diff(written.len()) <= most_edits)
        .map(|candidate| (edits_between(written, candidate), candidate))
        .filter(|(edits, _)| *edits <= most_edits)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

/// How many letters to add, drop, replace or swap with their neighbour to make one text of the
/// other (Damerau and Levenshtein's distance): the slips of a hand on a keyboard.
fn edits_between(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let first_row: Vec<usize> = (0..=other.len()).collect();
    let mut rows = vec![first_row];
    for line in 1..=one.len() {
        let mut row = vec![line];
        for column in 1..=other.len() {
            let same = one[line - 1] == other[column - 1];
            let mut edits = (rows[line - 1][column - 1] + usize::from(!same))
                .min(rows[line - 1][column] + 1)
                .min(row[column - 1] + 1);
            let swapped = line > 1
                && column > 1
                && one[line - 1] == other[column - 2]
                && one[line - 2] == other[column - 1];
            if swapped {
                edits = edits.min(rows[line - 2][column - 2] + 1);
            }
            row.push(edits);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}
