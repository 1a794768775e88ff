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
    let mut texts = texts.to_vec();
    texts.extend(quote.iter().flat_map(|it| [&*it.exact, &*it.prefix, &*it.suffix]));
    let mut bits = [0; 10];
    bits.copy_from_slice(&named(&texts).as_bytes()[..10]);
    Builder::from_unix_timestamp_millis(times::milliseconds(created), &bits).into_uuid().into()
}

/// Whether an id is a UUID as it is commonly written, with hyphens.
pub(super) fn is_uuid(id: &str) -> bool {
    id.len() == 36 && Uuid::try_parse(id).is_ok()
}
