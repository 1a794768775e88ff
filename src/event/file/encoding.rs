//! From the bytes of a file to its text: what is no text at all is told by how it begins, and text
//! in another encoding than UTF-8 by its pattern.

use std::borrow::Cow;
use std::str;

use super::Span;
use super::faults::FaultKind;

/// How files begin that hosts take for an event file, and what those files are.
const BEGINNINGS: [(&[u8], &str); 14] = [
    (b"{\\rtf", "a document in Rich Text Format (RTF)"),
    (b"%PDF", "a PDF document"),
    (b"\xD0\xCF\x11\xE0", "a document of an older Microsoft Office (such as .doc)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture or a recording"),
    (b"II*\0", "a picture (TIFF)"),
    (b"\x1F\x8B", "a packed file (gzip)"),
    (b"7z\xBC\xAF", "a packed file (7-Zip)"),
    (b"Rar!", "a packed file (RAR)"),
    (b"bplist", "a document of an Apple program"),
    (b"<?xml", "an XML document"),
    (b"%!PS", "a PostScript document"),
];

/// How web pages begin, in small letters.
const WEB_PAGES: [&str; 5] = ["<!doctype html", "<html", "<head", "<body", "<meta"];

/// Why a file has no text.
pub(super) struct Unreadable {
    pub(super) fault: FaultKind,
    pub(super) place: Option<Span>,
    /// What of it can be quoted.
    pub(super) text: String,
}

impl Unreadable {
    fn whole(fault: FaultKind) -> Box<Self> {
        Box::new(Self { fault, place: None, text: String::new() })
    }
}

/// The text of a file.
pub(super) fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, Box<Unreadable>> {
    if let Some(what) = kind_of(bytes) {
        return Err(Unreadable::whole(FaultKind::NotText(what)));
    }
    if let Some(encoding) = utf_16_or_32(bytes) {
        return Err(Unreadable::whole(FaultKind::OtherEncoding(encoding)));
    }
    match str::from_utf8(bytes) {
        Ok(text) => Ok(with_usual_line_ends(text)),
        Err(error) => {
            // The replacement character that stands for the first bad byte begins where that byte
            // does, because all before it is valid.
            let start = error.valid_up_to();
            let span = start..start + char::REPLACEMENT_CHARACTER.len_utf8();
            let text = String::from_utf8_lossy(bytes);
            let text = with_usual_line_ends(&text).into_owned();
            let fault = FaultKind::NotUtf8(bytes[start]);
            Err(Box::new(Unreadable { fault, place: Some(span), text }))
        }
    }
}

/// What a file is that is no text.
fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if text.starts_with(b"PK\x03\x04") || text.starts_with(b"PK\x05\x06") {
        return Some(kind_of_package(bytes));
    }
    if let Some((_, what)) = BEGINNINGS.iter().find(|(start, _)| text.starts_with(start)) {
        return Some(what);
    }
    let is_web_page = WEB_PAGES.iter().any(|start| {
        text.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start.as_bytes()))
    });
    is_web_page.then_some("a web page (HTML)")
}

/// Documents of today's programs are ZIP files; the names of what is in them stand readable.
fn kind_of_package(bytes: &[u8]) -> &'static str {
    let has = |name: &[u8]| bytes.windows(name.len()).any(|piece| piece == name);
    match () {
        () if has(b"word/") => "a Word document (.docx)",
        () if has(b"opendocument.text") => "a LibreOffice document (.odt)",
        () if has(b"opendocument") => "a LibreOffice document",
        () if has(b"xl/") => "an Excel workbook (.xlsx)",
        () if has(b"ppt/") => "a PowerPoint presentation (.pptx)",
        () if has(b"Index/Document.iwa") => "a Pages document (.pages)",
        () => "a packed file (ZIP), as a Word document (.docx) is",
    }
}

/// UTF-16 and UTF-32 are known by their mark, and without it by the zero bytes beside the letters
/// that keys are made of.
fn utf_16_or_32(bytes: &[u8]) -> Option<&'static str> {
    const LITTLE: &str = "UTF-16 (little-endian; Windows calls it “Unicode”)";
    const BIG: &str = "UTF-16 (big-endian)";
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Some("UTF-32"),
        [0xFF, 0xFE, ..] => return Some(LITTLE),
        [0xFE, 0xFF, ..] => return Some(BIG),
        _ => {}
    }
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|it| **it == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // A text in another script has zeros beside its keys, spaces and line ends alone.
    let enough = (bytes.len() / 2).div_ceil(10).max(2);
    match () {
        () if even >= enough && odd >= enough => Some("UTF-32"),
        () if odd >= enough && even * 4 <= odd => Some(LITTLE),
        () if even >= enough && odd * 4 <= even => Some(BIG),
        () => None,
    }
}

/// Old programs for the Mac end lines with CR alone. A line feed in its place keeps all places.
fn with_usual_line_ends(text: &str) -> Cow<'_, str> {
    let mut following = text.bytes().skip(1).chain([b'\n']);
    let has_lone = text.bytes().any(|byte| {
        let next = following.next();
        byte == b'\r' && next != Some(b'\n')
    });
    if !has_lone && !text.ends_with('\r') {
        return Cow::Borrowed(text);
    }
    let mut usual = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_lone = letter == '\r' && letters.peek() != Some(&'\n');
        usual.push(if is_lone { '\n' } else { letter });
    }
    Cow::Owned(usual)
}
