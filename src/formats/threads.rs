//! Annotations that answer others: in which order they are read, so that each comes after the one that
//! it answers, and is on the same theme.

use std::collections::BTreeMap;

/// What tells the place of an annotation among the others.
pub(super) struct Link<'file> {
    /// Its id; empty where it has none.
    pub(super) id: &'file str,
    /// What it answers, and what that answers, as far as it is said; the nearest one last.
    pub(super) answers: Vec<&'file str>,
    /// When it was made, in milliseconds since 1970.
    pub(super) created: u64,
}

/// An annotation whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// Which it is.
    pub(super) index: usize,
    /// The one that it answers, whose turn it was before; `None` where that is not in the file.
    pub(super) answered: Option<usize>,
    /// The one with which the talk began, and how many came since.
    pub(super) root: (usize, u64),
}

/// All of them: each is followed by its answers, in the order of time, and all else is in the order of
/// the file.
pub(super) fn turns(links: &[Link<'_>]) -> Vec<Turn> {
    let mut by_id = BTreeMap::new();
    for (index, link) in links.iter().enumerate().filter(|(_, link)| !link.id.is_empty()) {
        by_id.entry(link.id).or_insert(index);
    }
    let mut answers: Vec<Vec<usize>> = vec![Vec::new(); links.len()];
    let mut roots = Vec::new();
    for (index, link) in links.iter().enumerate() {
        let answered = link.answers.iter().rev().find_map(|id| by_id.get(id).copied());
        match answered.filter(|answered| *answered != index) {
            Some(answered) => answers[answered].push(index),
            None => roots.push(index),
        }
    }
    for list in &mut answers {
        // The one that comes first is to be taken first, from the end.
        list.sort_by_key(|index| std::cmp::Reverse((links[*index].created, *index)));
    }
    let mut turns = Vec::with_capacity(links.len());
    let mut is_taken = vec![false; links.len()];
    // Those that answer one another in a ring have no beginning, so each may be one.
    for root in roots.into_iter().chain(0..links.len()) {
        let mut waiting = vec![(root, None)];
        let mut number = 0;
        while let Some((index, answered)) = waiting.pop() {
            if std::mem::replace(&mut is_taken[index], true) {
                continue;
            }
            turns.push(Turn { index, answered, root: (root, number) });
            number += 1;
            waiting.extend(answers[index].iter().map(|answer| (*answer, Some(index))));
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_followed_by_its_answers() {
        let link =
            |id, answers: &[&'static str], created| Link { id, answers: answers.to_vec(), created };
        let links = [
            link("late answer", &["root"], 9),
            link("root", &[], 1),
            link("answer to an answer", &["root", "early answer"], 8),
            link("other", &["not in the file"], 2),
            link("early answer", &["root"], 5),
            link("", &["root", "not in the file"], 5),
            link("itself", &["itself"], 1),
            link("ring", &["other ring"], 1),
            link("other ring", &["ring"], 1),
            link("", &[""], 1),
        ];
        let order: Vec<(usize, Option<usize>, (usize, u64))> =
            turns(&links).iter().map(|it| (it.index, it.answered, it.root)).collect();
        assert_eq!(
            order,
            [
                (1, None, (1, 0)),
                (4, Some(1), (1, 1)),
                (2, Some(4), (1, 2)),
                (5, Some(1), (1, 3)),
                (0, Some(1), (1, 4)),
                (3, None, (3, 0)),
                (6, None, (6, 0)),
                (9, None, (9, 0)),
                (7, None, (7, 0)),
                (8, Some(7), (7, 1)),
            ]
        );
    }
}
