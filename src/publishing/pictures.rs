//! The event's pictures as the page shows them: portraits cut to the square in their middle, portraits
//! and logos made as small as they are shown, and written anew, so that nothing of their files but the
//! pixels is published. The same pictures make the same bytes on every machine: nothing here, and
//! nothing in how they are read, asks what the processor can do.

use std::collections::BTreeMap;
use std::path::Path;

use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, RgbImage, RgbaImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use sha2::{Digest as _, Sha256};

use super::PublishError;
use crate::event::Event;
use crate::event::file::pictures::{DENSITY, LOGO, PORTRAIT, Picture, Trouble, read};

/// Of 100. Below it, edges get shadows that can be seen.
const JPEG_QUALITY: u8 = 80;

/// An event's pictures, made for the page.
#[derive(Clone, Debug)]
pub struct Pictures {
    /// The event, with the names of what was made in the place of the paths below `public`.
    pub event: Event,
    /// What was made, to be put beside the page.
    pub files: Vec<PictureFile>,
}

/// A picture to put beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// Its name in the page's folder. It holds a hash of the bytes.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Whether one sees through it somewhere what is behind it.
    pub is_see_through: bool,
}

/// Where the page shows a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Portrait,
    Logo,
}

impl Pictures {
    /// Makes the pictures of an event out of the files in the folder `public`.
    ///
    /// # Errors
    /// [`PublishError`] where a picture cannot be read, or not be written.
    pub fn of(event: &Event, public: &Path) -> Result<Self, PublishError> {
        let mut event = event.clone();
        let mut made: BTreeMap<(Place, String), PictureFile> = BTreeMap::new();
        let bodies = event.organizers.iter_mut().chain(&mut event.sponsors);
        let logos = bodies.map(|body| (Place::Logo, &mut body.logo));
        let people = event.people.iter_mut();
        let portraits = people.map(|person| (Place::Portrait, &mut person.portrait));
        for (place, picture) in logos.chain(portraits) {
            let Some(path) = picture else { continue };
            let key = (place, path.clone());
            let file = match made.get(&key) {
                Some(file) => file,
                None => {
                    let file = made_of(place, path, public)?;
                    made.entry(key).or_insert(file)
                }
            };
            path.clone_from(&file.name);
        }
        // Two files may hold the same picture.
        let files: BTreeMap<String, PictureFile> =
            made.into_values().map(|file| (file.name.clone(), file)).collect();
        Ok(Self { event, files: files.into_values().collect() })
    }
}

/// Makes a logo out of a file in the folder `public`.
///
/// # Errors
/// [`PublishError`] where the picture cannot be read, or not be written.
pub fn logo(path: &str, public: &Path) -> Result<PictureFile, PublishError> {
    made_of(Place::Logo, path, public)
}

fn made_of(place: Place, path: &str, public: &Path) -> Result<PictureFile, PublishError> {
    let trouble = |kind| PublishError::Unreadable(Trouble { path: path.to_owned(), kind });
    file(place, read(&public.join(path)).map_err(trouble)?)
}

fn file(place: Place, picture: Picture) -> Result<PictureFile, PublishError> {
    let scaled = match place {
        Place::Portrait => square(picture.pixels, DENSITY * PORTRAIT),
        Place::Logo => fitting(picture.pixels, DENSITY * LOGO.0, DENSITY * LOGO.1),
    };
    // The edge of a drawing may let a little through, and shows nothing of what is behind it.
    let is_see_through = scaled.pixels().any(|pixel| pixel.0[3] < u8::MAX / 2);
    let (ending, bytes) = encoded(&scaled, picture.profile)?;
    let hash: String = Sha256::digest(&bytes)[..8].iter().map(|it| format!("{it:02x}")).collect();
    Ok(PictureFile { name: format!("picture-{hash}.{ending}"), bytes, is_see_through })
}

/// The square in the middle, as the page shows it, with sides of at most this many pixels.
fn square(pixels: DynamicImage, most: u32) -> RgbaImage {
    let side = pixels.width().min(pixels.height());
    let (left, top) = ((pixels.width() - side) / 2, (pixels.height() - side) / 2);
    let cut = pixels.crop_imm(left, top, side, side);
    scaled(cut, side.min(most), side.min(most))
}

/// The whole picture, made smaller until it fits, and never larger.
fn fitting(pixels: DynamicImage, most_width: u32, most_height: u32) -> RgbaImage {
    let (width, height) = (u64::from(pixels.width()), u64::from(pixels.height()));
    let part = |of: u64, by: u64, whole: u64| ((of * by + whole / 2) / whole).max(1) as u32;
    let narrow = (most_width.min(pixels.width()), most_height.min(pixels.height()));
    // Both sides shrink alike, by the one that has to shrink more.
    let (new_width, new_height) = match u64::from(narrow.0) * height <= u64::from(narrow.1) * width
    {
        true => (narrow.0, part(height, narrow.0.into(), width)),
        false => (part(width, narrow.1.into(), height), narrow.1),
    };
    scaled(pixels, new_width, new_height)
}

fn scaled(pixels: DynamicImage, width: u32, height: u32) -> RgbaImage {
    // Catmull and Rom's filter is made of products and sums alone. What others take sines for differs
    // from machine to machine.
    const FILTER: FilterType = FilterType::CatmullRom;
    if !pixels.color().has_alpha() {
        return pixels.resize_exact(width, height, FILTER).into_rgba8();
    }
    // What cannot be seen has a colour too, and must not bleed into what can.
    let mut pixels = pixels.into_rgba8();
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let part = |colour: u8| ((u32::from(colour) * u32::from(alpha) + 127) / 255) as u8;
        pixel.0 = [part(red), part(green), part(blue), alpha];
    }
    let mut pixels = DynamicImage::from(pixels).resize_exact(width, height, FILTER).into_rgba8();
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let whole = |part: u8| match u32::from(alpha) {
            0 => 0,
            alpha => ((u32::from(part) * 255 + alpha / 2) / alpha).min(255) as u8,
        };
        pixel.0 = [whole(red), whole(green), whole(blue), alpha];
    }
    pixels
}

/// The ending of the file's name, and what it holds: PNG where one can see through the picture,
/// otherwise what is smaller, JPEG or PNG. Photographs are smaller as JPEG, and most logos as PNG,
/// without the shadows that JPEG draws around letters.
fn encoded(
    pixels: &RgbaImage,
    profile: Option<Vec<u8>>,
) -> Result<(&'static str, Vec<u8>), PublishError> {
    let is_opaque = pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    if !is_opaque {
        return Ok(("png", png(pixels, ExtendedColorType::Rgba8, pixels.dimensions(), profile)?));
    }
    let pixels: RgbImage = DynamicImage::from(pixels.clone()).into_rgb8();
    let jpeg = jpeg(&pixels, profile.as_deref())?;
    let png = png(&pixels, ExtendedColorType::Rgb8, pixels.dimensions(), profile)?;
    Ok(if png.len() <= jpeg.len() { ("png", png) } else { ("jpg", jpeg) })
}

fn jpeg(pixels: &RgbImage, profile: Option<&[u8]>) -> Result<Vec<u8>, PublishError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, JPEG_QUALITY);
    encoder.set_progressive(true);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).map_err(PublishError::Jpeg)?;
    }
    // No side is longer than a logo is wide.
    let (width, height) = (pixels.width() as u16, pixels.height() as u16);
    encoder.encode(pixels, width, height, ColorType::Rgb).map_err(PublishError::Jpeg)?;
    Ok(bytes)
}

fn png(
    pixels: &[u8],
    colours: ExtendedColorType,
    (width, height): (u32, u32),
    profile: Option<Vec<u8>>,
) -> Result<Vec<u8>, PublishError> {
    let mut bytes = Vec::new();
    let mut encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, PngFilter::Adaptive);
    if let Some(profile) = profile {
        // Never refused by PNG.
        let _ = encoder.set_icc_profile(profile);
    }
    encoder.write_image(pixels, width, height, colours).map_err(PublishError::Png)?;
    Ok(bytes)
}
