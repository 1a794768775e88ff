//! What the citation library knows of the languages of the interface. It has the words of sixty languages,
//! and to unpack all of them takes longer than to make a page.

use std::path::Path;

use hayagriva::archive::locales;
use hayagriva::citationberg::Locale;

/// The words of each language that has a folder in `locales`, in all its countries; CBOR, as the library
/// keeps them.
pub(crate) fn words(folder: &Path) -> Vec<u8> {
    let tags = crate::messages::names(folder);
    let is_wanted = |locale: &Locale| {
        let code = locale.lang.as_ref().map_or("", |code| code.0.as_str());
        tags.iter().any(|tag| code.split('-').next() == tag.split('-').next())
    };
    let wanted: Vec<Locale> = locales().into_iter().filter(is_wanted).collect();
    let mut packed = Vec::new();
    ciborium::into_writer(&wanted, &mut packed).expect("memory can be written");
    packed
}
