//! Ids for notes that come in without one, or whose own place is taken. They follow from what the
//! note says, so that the same file brought in twice meets its own notes again.

use uuid::{Builder, Uuid};

use super::times;
use crate::notebook::quote::Quote;
use crate::notebook::{NoteId, Timestamp};

/// What all names hashed here have in common; itself a random UUID.
const NAMESPACE: Uuid = Uuid::from_u128(0x6d61_7267_696e_4a6c_9961_2d6e_6f74_6573);

/// A UUID version 5 (RFC 9562) of some texts. Each goes in with its length, so that no two lists of
/// texts run into the same name.
pub(super) fn named(texts: &[&str]) -> Uuid {
    let mut name = Vec::new();
    for text in texts {
        name.extend((text.len() as u64).to_be_bytes());
        name.extend(text.as_bytes());
    }
    Uuid::new_v5(&NAMESPACE, &name)
}

/// An id with the form of a UUID version 7, so that it sorts by the time the note was made; what is
/// random there is a hash of the texts here, and of what the note quotes.
pub(super) fn derived(created: &Timestamp, texts: &[&str], quote: Option<&Quote>) -> NoteId {
    let mut bits = [0; 10];
    bits.copy_from_slice(&hash(texts, quote)[..10]);
    Builder::from_unix_timestamp_millis(times::milliseconds(created), &bits).into_uuid().into()
}

/// An id that sorts right behind another, as the first, second, … of those that do; `None` where that
/// one has no form that leaves room for it.
pub(super) fn behind(
    id: &NoteId,
    number: u64,
    texts: &[&str],
    quote: Option<&Quote>,
) -> Option<NoteId> {
    const HASHED: u32 = 20;
    id.milliseconds()?;
    let before = Uuid::try_parse(id.as_str()).ok()?.as_u128() >> HASHED;
    let next = before.checked_add(number.into())? << HASHED;
    let [.., one, two, three] = hash(texts, quote);
    let hash = u128::from(u32::from_be_bytes([0, one, two, three]) >> (24 - HASHED));
    let id = NoteId::from(Uuid::from_u128(next | hash));
    // Behind the last of all random bits, the count would run into what tells the form.
    id.milliseconds().is_some().then_some(id)
}

fn hash(texts: &[&str], quote: Option<&Quote>) -> [u8; 16] {
    let mut texts = texts.to_vec();
    texts.extend(quote.iter().flat_map(|it| [&*it.exact, &*it.prefix, &*it.suffix]));
    named(&texts).into_bytes()
}

/// Whether an id is a UUID as it is commonly written, with hyphens.
pub(super) fn is_uuid(id: &str) -> bool {
    id.len() == 36 && Uuid::try_parse(id).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_have_ids_right_behind_the_first() {
        let first = NoteId::parse("0192f0c1-0000-7000-8000-0000000fffff").expect("an id");
        let ids: Vec<NoteId> =
            (1..200).map(|number| behind(&first, number, &["a"], None).expect("room")).collect();
        assert!(first < ids[0] && ids.is_sorted());
        assert!(ids.iter().all(|id| id.as_str().starts_with("0192f0c1-0000-7000-8000-0000")));
        assert_ne!(behind(&first, 1, &["a"], None), behind(&first, 1, &["b"], None));
        for other in ["n1", "0192f0c1-0000-4000-8000-000000000000"] {
            assert_eq!(behind(&NoteId::parse(other).expect("an id"), 1, &["a"], None), None);
        }
    }
}
