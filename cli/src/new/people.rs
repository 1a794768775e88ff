//! The people of an event: whoever a source names several times is one person here.

use std::collections::BTreeSet;

use marginalia::event::file::made_id;

/// Somebody, as far as a source tells of them.
#[derive(Clone, Default)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) honorific: Option<String>,
    /// Whether it is a body and no person.
    pub(super) body: bool,
    /// What they do for the event as a whole.
    pub(super) roles: Vec<&'static str>,
    pub(super) position: Option<String>,
    pub(super) affiliation: Option<String>,
    /// Paragraphs.
    pub(super) biography: Vec<String>,
    pub(super) url: Option<String>,
}

/// All people of an event, in the order in which the source names them first.
#[derive(Default)]
pub(super) struct People {
    list: Vec<Person>,
    /// By what the source itself tells each one apart, where it does.
    keys: Vec<Option<String>>,
}

impl People {
    /// Somebody who is named: the place in the list of the one that it is. `key` is what the source
    /// tells people apart by; without one it is the name.
    pub(super) fn meet(&mut self, key: Option<String>, person: Person) -> usize {
        let same_name = |it: &Person| it.name.to_lowercase() == person.name.to_lowercase();
        let known = self.list.iter().zip(&self.keys).position(|(it, known)| match (known, &key) {
            (Some(known), Some(key)) => known == key,
            _ => same_name(it),
        });
        let Some(index) = known else {
            self.list.push(person);
            self.keys.push(key);
            return self.list.len() - 1;
        };
        let known = &mut self.list[index];
        // What is told first stays; what is told later fills the gaps.
        for role in person.roles {
            if !known.roles.contains(&role) {
                known.roles.push(role);
            }
        }
        known.honorific = known.honorific.take().or(person.honorific);
        known.position = known.position.take().or(person.position);
        known.affiliation = known.affiliation.take().or(person.affiliation);
        known.url = known.url.take().or(person.url);
        if known.biography.is_empty() {
            known.biography = person.biography;
        }
        index
    }

    pub(super) fn list(&self) -> &[Person] {
        &self.list
    }

    /// An id for each, made of the name as a check would make it, and no two alike.
    pub(super) fn ids(&self) -> Vec<String> {
        let mut taken = BTreeSet::new();
        let people = self.list.iter().enumerate();
        people.map(|(index, person)| unused(made_id(&person.name, index), &mut taken)).collect()
    }
}

/// An id, or the same with a number, that was not taken yet.
pub(super) fn unused(id: String, taken: &mut BTreeSet<String>) -> String {
    /// Room for a hyphen and a number.
    const LONGEST: usize = marginalia::event::LONGEST_ID - 6;
    let short: String = id.chars().take(LONGEST).collect();
    let mut number = 1;
    let mut unused = id;
    while !taken.insert(unused.clone()) {
        number += 1;
        unused = format!("{}-{number}", short.trim_end_matches('-'));
    }
    unused
}
