//! A picture of few colours as a PNG with a palette: a fourth of what would be written and compressed
//! otherwise.

use png::{BitDepth, ColorType, Encoder, EncodingError};
use resvg::tiny_skia::Pixmap;
use rustc_hash::FxHashMap;

/// The picture as PNG; `None` where it has more colours than fit a palette, or lets something shine through.
pub(super) fn indexed(picture: &Pixmap) -> Result<Option<Vec<u8>>, EncodingError> {
    let mut palette = Vec::new();
    let mut known: FxHashMap<[u8; 3], u8> = FxHashMap::default();
    let mut pixels = Vec::with_capacity(picture.pixels().len());
    for pixel in picture.pixels() {
        if !pixel.is_opaque() {
            return Ok(None);
        }
        let colour = [pixel.red(), pixel.green(), pixel.blue()];
        let index = match known.get(&colour) {
            Some(index) => *index,
            None => {
                // A byte tells a colour, so a palette has 256.
                let Ok(next) = u8::try_from(known.len()) else { return Ok(None) };
                palette.extend(colour);
                known.insert(colour, next);
                next
            }
        };
        pixels.push(index);
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(Some(file))
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::{Color, Paint, Rect, Transform};

    use super::*;

    /// The colours one after the other, again and again, and the last row left as it was.
    fn picture(colours: u16, ground: Color) -> Pixmap {
        let mut picture = Pixmap::new(20, 20).unwrap();
        picture.fill(ground);
        for pixel in 0..20 * 19 {
            let number = pixel % colours;
            let mut paint = Paint::default();
            paint.set_color_rgba8((number % 256) as u8, (number / 256) as u8, 7, 255);
            let place = Rect::from_xywh((pixel % 20).into(), (pixel / 20).into(), 1.0, 1.0);
            picture.fill_rect(place.unwrap(), &paint, Transform::identity(), None);
        }
        picture
    }

    #[test]
    fn each_pixel_keeps_its_colour() {
        let picture = picture(255, Color::WHITE);
        let file = indexed(&picture).unwrap().expect("256 colours fit");
        let read = Pixmap::decode_png(&file).unwrap();
        assert!(read == picture);
    }

    #[test]
    fn what_fits_no_palette_is_left_to_another_form() {
        assert!(indexed(&picture(256, Color::WHITE)).unwrap().is_none());
        assert!(indexed(&picture(3, Color::TRANSPARENT)).unwrap().is_none());
    }
}
