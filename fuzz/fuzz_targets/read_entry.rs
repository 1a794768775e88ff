//! Any text, read as every kind of entry: nothing panics, and what was read is read again as the
//! same when it is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use marginalia::notebook::{Deleted, NoteId, Timestamp};
use marginalia::storage::codec::{
    Decoded, Version, decode_deleted, decode_draft, decode_note, encode_deleted, encode_draft,
    encode_note,
};

/// Reads what was written of a value: it must be that value, in the present version. What comes of
/// a later version is never written.
fn comes_back<T, E>(
    decoded: &Decoded<T>,
    encode: impl Fn(&T) -> String,
    decode: impl Fn(&str) -> Result<Decoded<T>, E>,
) where
    T: Clone + std::fmt::Debug + PartialEq,
    E: std::fmt::Debug + PartialEq,
{
    if decoded.version == Version::Newer {
        return;
    }
    let written = encode(&decoded.value);
    let expected = Decoded { value: decoded.value.clone(), version: Version::Current };
    assert_eq!(decode(&written), Ok(expected), "written as {written}");
}

fuzz_target!(|text: &str| {
    // A key holds the id that the text holds, or another one.
    let json = serde_json::from_str::<serde_json::Value>(text).unwrap_or_default();
    let own_id = json["id"].as_str().and_then(|id| NoteId::parse(id).ok());
    for id in own_id.into_iter().chain(NoteId::parse("n1")) {
        if let Ok(note) = decode_note(&id, text) {
            comes_back(&note, encode_note, |text| decode_note(&id, text));
            // Deleted, it must be read as the deleted note that it then is.
            let deleted = Deleted { note: note.value, at: Timestamp::epoch() };
            let again = decode_deleted(&id, &encode_deleted(&deleted)).expect("a deleted note");
            assert_eq!((again.value.note.text, again.value.at), (deleted.note.text, deleted.at));
        }
        if let Ok(deleted) = decode_deleted(&id, text) {
            comes_back(&deleted, encode_deleted, |text| decode_deleted(&id, text));
        }
    }
    if let Ok(draft) = decode_draft(text) {
        comes_back(&draft, |draft| encode_draft(draft), decode_draft);
    }
});
