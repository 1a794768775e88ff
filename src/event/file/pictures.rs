//! The pictures that an event file names: what each file is, told by its content, and its pixels.
//!
//! JPEG, PNG, WebP, GIF and SVG are taken. An SVG may hold scripts, and addresses that a reader's
//! browser would ask; so it is drawn here, and only its pixels go on. Pixels carry nothing else
//! either: not where a photograph was taken, nor with what.
//!
//! Whatever the bytes are, reading them ends, with pixels or with a [`TroubleKind`].

mod drawing;
mod messages;
mod sizes;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;
use std::{panic, thread};

use image::error::ImageError;
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use toml::de::{DeTable, DeValue};
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

pub(super) use self::messages::{
    message, remedy, small_message, small_remedy, without_alt_message, without_alt_remedy,
};
pub use self::sizes::{DENSITY, LOGO, PORTRAIT, Small};
use super::faults::FaultKind;
use super::{Span, Table};

/// The largest file of a picture that is read, in bytes (20 MiB).
pub const LARGEST_PICTURE: u64 = 20 * 1024 * 1024;

/// The most pixels that a picture may have: a small file can claim enough of them to fill any memory.
pub const MOST_PIXELS: u64 = 100_000_000;

/// How long a picture may take to be read. The largest that are taken need a few seconds.
const LONGEST: Duration = Duration::from_secs(30);

/// What the libraries have for their calls, in bytes: SVG nests as deep as it likes.
const STACK: usize = 64 * 1024 * 1024;

/// The largest colour profile that is kept, in bytes. Those of cameras and screens are smaller; those
/// of printing presses, which would be many times as large as the picture, are not for screens.
const LARGEST_PROFILE: usize = 4096;

/// A picture, turned upright.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its pixels; of an animation the first picture.
    pub pixels: DynamicImage,
    /// What its colours mean (an ICC profile), where they are not those of sRGB.
    pub profile: Option<Vec<u8>>,
}

/// Why a picture cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The path, as the event file has it.
    pub path: String,
    /// What is wrong.
    pub kind: TroubleKind,
}

/// What is wrong with a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// A folder, or something else that is no file.
    NoFile,
    /// The system could not read the file; holds what it said.
    Unreadable(String),
    /// The file holds nothing.
    Empty,
    /// The file is larger than [`LARGEST_PICTURE`]; holds its bytes.
    TooLarge(u64),
    /// More than [`MOST_PIXELS`], or more than fit into memory: width and height.
    TooManyPixels(u32, u32),
    /// Another kind of file.
    Other(OtherFile),
    /// Of the named kind, but its data end too early or make no sense.
    Damaged(&'static str),
    /// Of the named kind, in a form that the library cannot read.
    RareForm(&'static str),
    /// An SVG with something that is not drawn, so that the picture would lack it.
    NotDrawn(SvgPart),
    /// An SVG in which there is nothing to see.
    DrawsNothing,
    /// Reading it would take too much time or memory.
    TooComplex,
}

/// What a file is that is no picture for the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherFile {
    /// HEIC, as phones take it.
    Heic,
    /// A picture of another kind, by its usual name.
    Picture(&'static str),
    /// What a camera took, before a picture is made of it; or a drawing for a drawing program.
    RawPicture,
    /// PDF or PostScript.
    Pdf,
    /// A document of a word processor, a spreadsheet or slides.
    Document,
    /// Several files in one.
    Archive,
    /// A page of the web.
    WebPage,
    /// A film or a sound.
    Film,
    /// Text.
    Text,
    /// Nothing that is known.
    Unknown,
}

/// What an SVG can hold that is not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SvgPart {
    /// Text: it would look otherwise on each machine, by the typefaces there.
    Text,
    /// Another picture.
    Picture,
    /// A piece of a web page.
    WebPage,
    /// An effect: a filter, a pattern or a marker. Some take all time or all memory to draw.
    Effect,
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&message(self))
    }
}

impl std::error::Error for Trouble {}

/// Reads a picture's file.
///
/// # Errors
/// A [`TroubleKind`] where it is no file, no picture that is taken, or too large.
pub fn read(path: &Path) -> Result<Picture, TroubleKind> {
    let unreadable = |error: std::io::Error| TroubleKind::Unreadable(error.to_string());
    let about = path.metadata().map_err(unreadable)?;
    // Reading what is no file, such as a pipe, need not come to an end.
    if !about.is_file() {
        return Err(TroubleKind::NoFile);
    }
    if about.len() > LARGEST_PICTURE {
        return Err(TroubleKind::TooLarge(about.len()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(LARGEST_PICTURE).read_to_end(&mut bytes).map_err(unreadable)?;
    decode(bytes)
}

/// The picture that the bytes of a file hold.
///
/// # Errors
/// A [`TroubleKind`] where they hold none that is taken.
pub fn decode(bytes: Vec<u8>) -> Result<Picture, TroubleKind> {
    // A library that fails on odd bytes, or never ends with them, must not take the check of all else
    // with it: so what decodes has a thread of its own.
    let kind = panic::catch_unwind(|| kind_of(&bytes))
        .unwrap_or(Err(TroubleKind::Other(OtherFile::Unknown)))?;
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        // Nobody waits any more where it took too long.
        let _ = sender.send(decode_as(kind, &bytes));
    };
    let thread = thread::Builder::new().name("picture".to_owned()).stack_size(STACK).spawn(work);
    thread.map_err(|error| TroubleKind::Unreadable(error.to_string()))?;
    receiver.recv_timeout(LONGEST).unwrap_or_else(|error| match error {
        RecvTimeoutError::Timeout => Err(TroubleKind::TooComplex),
        RecvTimeoutError::Disconnected => Err(TroubleKind::Damaged(kind.name())),
    })
}

/// The kinds that are taken.
#[derive(Clone, Copy)]
enum Kind {
    Jpeg,
    Png,
    WebP,
    Gif,
    Svg,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Svg => "SVG",
        }
    }
}

fn decode_as(kind: Kind, bytes: &[u8]) -> Result<Picture, TroubleKind> {
    match kind {
        Kind::Jpeg => jpeg(bytes),
        Kind::Png => pixels(kind, ImageFormat::Png, bytes),
        Kind::WebP => pixels(kind, ImageFormat::WebP, bytes),
        Kind::Gif => pixels(kind, ImageFormat::Gif, bytes),
        Kind::Svg => drawing::draw(bytes),
    }
}

/// What the bytes are, whatever the file is called.
fn kind_of(bytes: &[u8]) -> Result<Kind, TroubleKind> {
    if bytes.is_empty() {
        return Err(TroubleKind::Empty);
    }
    let text = std::str::from_utf8(bytes).ok();
    if text.is_some_and(|text| first_element(text) == Some("svg")) {
        return Ok(Kind::Svg);
    }
    let known = infer::get(bytes);
    let media_type = known.map_or("", |it| it.mime_type());
    let (family, name) = media_type.split_once('/').unwrap_or_default();
    Err(TroubleKind::Other(match (family, name) {
        ("image", "jpeg") => return Ok(Kind::Jpeg),
        ("image", "png") => return Ok(Kind::Png),
        ("image", "webp") => return Ok(Kind::WebP),
        ("image", "gif") => return Ok(Kind::Gif),
        ("image", "heif") => OtherFile::Heic,
        ("image", "avif") => OtherFile::Picture("AVIF"),
        ("image", "bmp") => OtherFile::Picture("BMP"),
        ("image", "tiff") => OtherFile::Picture("TIFF"),
        ("image", "jxl") => OtherFile::Picture("JPEG XL"),
        ("image", "jp2") => OtherFile::Picture("JPEG 2000"),
        ("image", "vnd.microsoft.icon") => OtherFile::Picture("ICO"),
        ("image", _) => OtherFile::RawPicture,
        ("application", "pdf" | "postscript") => OtherFile::Pdf,
        // Word packs its documents; the list of what is in them names this.
        ("application", "zip") if holds(bytes, b"[Content_Types].xml") => OtherFile::Document,
        ("application", "zip" | "gzip" | "x-tar" | "vnd.rar" | "x-7z-compressed") => {
            OtherFile::Archive
        }
        ("application", "msword" | "rtf" | "x-ole-storage") => OtherFile::Document,
        ("application", name) if name.starts_with("vnd.o") || name.starts_with("vnd.ms-") => {
            OtherFile::Document
        }
        ("text", "html") => OtherFile::WebPage,
        ("video" | "audio", _) => OtherFile::Film,
        _ if text.is_some_and(|text| !text.contains('\0')) => OtherFile::Text,
        _ => OtherFile::Unknown,
    }))
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|it| it == part)
}

/// The name of the first element of XML, without its prefix.
fn first_element(text: &str) -> Option<&str> {
    let mut starts = text.match_indices('<').map(|(place, _)| &text[place + 1..]);
    let start = starts.find(|rest| rest.starts_with(|it: char| it.is_ascii_alphabetic()))?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ':' | '-');
    let name = &start[..start.find(|it| !is_name(it)).unwrap_or(start.len())];
    name.rsplit(':').next()
}

fn jpeg(bytes: &[u8]) -> Result<Picture, TroubleKind> {
    let damaged = TroubleKind::Damaged(Kind::Jpeg.name());
    check_segments(bytes)?;
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let trouble = |error| match error {
        DecodeErrors::Unsupported(_) => TroubleKind::RareForm(Kind::Jpeg.name()),
        _ => TroubleKind::Damaged(Kind::Jpeg.name()),
    };
    decoder.decode_headers().map_err(trouble)?;
    let (width, height) = decoder.dimensions().ok_or(damaged.clone())?;
    // Neither is more than 65,535.
    let (width, height) = (width as u32, height as u32);
    check_pixels(Kind::Jpeg, width, height)?;
    let is_grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let space = if is_grey { ColorSpace::Luma } else { ColorSpace::RGB };
    decoder.set_options(options.jpeg_set_out_colorspace(space));
    let decoded = decoder.decode().map_err(trouble)?;
    let image = match is_grey {
        true => GrayImage::from_raw(width, height, decoded).map(DynamicImage::ImageLuma8),
        false => RgbImage::from_raw(width, height, decoded).map(DynamicImage::ImageRgb8),
    };
    let orientation = decoder.exif().and_then(|exif| Orientation::from_exif_chunk(exif));
    let profile = decoder.icc_profile();
    Ok(upright(image.ok_or(damaged)?, orientation.unwrap_or(Orientation::NoTransforms), profile))
}

/// Looks for what the JPEG library does not tell: that a file is not there up to its end, which it
/// fills up with grey, and that each colour has a scan of its own, which it mixes up
/// (etemesi254/zune-image#422). Walks the file's segments (ITU T.81, B.1.1).
fn check_segments(bytes: &[u8]) -> Result<(), TroubleKind> {
    const END: u8 = 0xD9;
    const SCAN: u8 = 0xDA;
    let cut = TroubleKind::Damaged(Kind::Jpeg.name());
    let mut is_sequential = false;
    let mut scans = 0;
    let mut at = 2;
    loop {
        let rest = bytes.get(at..).ok_or(cut.clone())?;
        // A scan has no markers within its data but those that restart it.
        let is_marker =
            |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0x01 | 0xFF | 0xD0..=0xD8);
        at += rest.windows(2).position(is_marker).ok_or(cut.clone())?;
        match bytes[at + 1] {
            END if is_sequential && scans > 1 => {
                return Err(TroubleKind::RareForm(Kind::Jpeg.name()));
            }
            END => return Ok(()),
            0xC0 | 0xC1 => is_sequential = true,
            SCAN => scans += 1,
            _ => {}
        }
        let length = bytes.get(at + 2..at + 4).ok_or(cut.clone())?;
        at += 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
    }
}

fn pixels(kind: Kind, format: ImageFormat, bytes: &[u8]) -> Result<Picture, TroubleKind> {
    let damaged = |_: ImageError| TroubleKind::Damaged(kind.name());
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    check_pixels(kind, width, height)?;
    let too_many = |_: ImageError| TroubleKind::TooManyPixels(width, height);
    limits.reserve(decoder.total_bytes()).map_err(too_many)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        ImageError::Limits(_) => too_many(error),
        _ => damaged(error),
    })?;
    Ok(upright(image, orientation, profile))
}

fn check_pixels(kind: Kind, width: u32, height: u32) -> Result<(), TroubleKind> {
    match u64::from(width) * u64::from(height) {
        0 => Err(TroubleKind::Damaged(kind.name())),
        1..=MOST_PIXELS => Ok(()),
        _ => Err(TroubleKind::TooManyPixels(width, height)),
    }
}

/// Cameras write the picture as they were held, and beside it how to turn it.
fn upright(
    mut pixels: DynamicImage,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
) -> Picture {
    pixels.apply_orientation(orientation);
    Picture { pixels, profile: profile.filter(|profile| is_needed(profile)) }
}

/// Whether colours would look otherwise without their profile (ICC.1, 7.2: the space of its colours
/// stands at byte 16), and it is of the kind that screens use.
fn is_needed(profile: &[u8]) -> bool {
    // Its name is written with one byte a letter, or with two.
    let letters: Vec<u8> = profile.iter().copied().filter(|byte| *byte != 0).collect();
    let is_srgb = holds(&letters, b"sRGB");
    profile.len() <= LARGEST_PROFILE && profile.get(16..20) == Some(b"RGB ") && !is_srgb
}

/// What is wrong with the picture that a key names by its path, if anything is.
pub(super) type Check<'check> = dyn Fn(&str, &str) -> Result<(), FaultKind> + 'check;

/// Width and height of a picture, or what is wrong with it.
type Size = Result<(u32, u32), FaultKind>;

/// The pictures below one folder, each read once however often the event names it.
pub(super) struct Pictures<'folder> {
    public: &'folder Path,
    known: RefCell<BTreeMap<String, Size>>,
}

impl<'folder> Pictures<'folder> {
    pub(super) fn below(public: &'folder Path) -> Self {
        Self { public, known: RefCell::default() }
    }

    /// What is wrong with the picture at a path, if anything is; `key` says where the page shows it.
    pub(super) fn check(&self, key: &str, path: &str) -> Result<(), FaultKind> {
        let mut known = self.known.borrow_mut();
        let check = || {
            let file = self.public.join(path);
            if !file.exists() {
                return Err(FaultKind::PictureIsNotThere { path: path.to_owned(), meant: None });
            }
            let trouble = |kind| FaultKind::Picture(Trouble { path: path.to_owned(), kind });
            let size = |it: Picture| (it.pixels.width(), it.pixels.height());
            read(&file).map(size).map_err(trouble)
        };
        let size = known.entry(path.to_owned()).or_insert_with(check).clone()?;
        sizes::small(key, path, size).map_or(Ok(()), |it| Err(FaultKind::SmallPicture(it)))
    }
}

/// Where a table has a picture and does not say what it shows: the key that would, and the place of
/// the picture. For a warning.
pub(super) fn without_alt(table: Table, keys: &DeTable<'_>) -> Option<(&'static str, Span)> {
    let (picture, alt) = match table {
        Table::Person => ("portrait", "portrait_alt"),
        Table::Organizer | Table::Sponsor => ("logo", "logo_alt"),
        _ => return None,
    };
    let value = keys.get(picture)?;
    let is_text = matches!(value.get_ref(), DeValue::String(_));
    (is_text && !keys.contains_key(alt)).then(|| (alt, value.span()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_nothing_describes_is_found() {
        for (table, keys, found) in [
            (Table::Person, "portrait = 'a.jpg'", Some(("portrait_alt", 11..18))),
            (Table::Sponsor, "name = 'B'\nlogo = 'b.svg'", Some(("logo_alt", 18..25))),
            (Table::Person, "portrait = 'a.jpg'\nportrait_alt = 'Ada laughs'", None),
            (Table::Person, "name = 'Ada'", None),
            (Table::Person, "portrait = 3", None),
            (Table::Theme, "portrait = 'a.jpg'", None),
        ] {
            let keys = DeTable::parse(keys).expect("TOML");
            assert_eq!(without_alt(table, keys.get_ref()), found);
        }
    }
}
