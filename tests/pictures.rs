//! Pictures from the host's files to the page: what is taken, what is refused and in which words, and
//! what is published of it.
#![cfg(feature = "ssr")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use marginalia::event::Event;
use marginalia::event::file::pictures::{
    LARGEST_PICTURE, OtherFile, Picture, SvgPart, TroubleKind, decode,
};
use marginalia::event::file::{Colours, read};
use marginalia::page;
use marginalia::page::event_files::EventFiles;
use marginalia::page::site::Around;
use marginalia::publishing::document::{in_one_file, own_files};
use marginalia::publishing::pictures::Pictures;
use marginalia::publishing::programs::page_scripts;
use marginalia::publishing::shell::Shell;
use marginalia::publishing::site::{Making, SiteFiles, look_at_folder};
use marginalia::publishing::words::Words;
use marginalia::publishing::{data_block, files};
use proptest::prelude::*;

// The pictures.

/// Something like a photograph: no two pixels alike, and not noise.
fn photograph(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = ((f64::from(x) / 9.0).sin() + (f64::from(y) / 7.0).cos()) * 50.0 + 100.0;
        Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, wave as u8])
    })
}

/// A logo of two colours, with nothing around a disc.
fn disc(side: u32) -> RgbaImage {
    let middle = f64::from(side) / 2.0;
    RgbaImage::from_fn(side, side, |x, y| {
        let distance = (f64::from(x) + 0.5 - middle).hypot(f64::from(y) + 0.5 - middle);
        // What cannot be seen has a colour too, and programs differ in which.
        if distance < middle { Rgba([240, 80, 40, 255]) } else { Rgba([0, 255, 0, 0]) }
    })
}

fn written(pixels: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// JPEG with more segments in its head, each a number and what it holds.
fn jpeg_with(pixels: &RgbImage, quality: u8, segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    for (number, segment) in segments {
        encoder.add_app_segment(*number, segment.clone()).unwrap();
    }
    let (width, height) = (pixels.width() as u16, pixels.height() as u16);
    encoder.encode(pixels, width, height, ColorType::Rgb).unwrap();
    bytes
}

fn jpeg(pixels: &RgbImage) -> Vec<u8> {
    jpeg_with(pixels, 90, &[])
}

/// What cameras write beside a picture (EXIF 2.3): how to turn it, and where it was taken.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0]);
    // North of the equator, written as cameras do not, so that it can be found.
    exif.extend(b"\0\x01\0\x01\0\x02\0\0\0\x0d\0\0\0\x38\0\0\0\0GPS-52.0116-N".iter());
    exif
}

fn svg(inside: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 80 40\">{inside}</svg>"
    )
    .into_bytes()
}

const RED: &str = "<path fill=\"#e02020\" d=\"M0 0h80v40H0z\"/>";

/// One of each kind that is taken.
static GOOD_PICTURES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    let pixels = DynamicImage::from(photograph(64, 48));
    vec![
        ("JPEG", jpeg(&photograph(64, 48))),
        ("PNG", written(&pixels, ImageFormat::Png)),
        ("WebP", written(&pixels, ImageFormat::WebP)),
        ("GIF", written(&pixels.to_rgba8().into(), ImageFormat::Gif)),
        ("SVG", svg(RED)),
    ]
});

// The event that names them.

const HEAD: &str = "title = \"Open day\"\nstarts = \"2014-09-04\"\ncites = [\"house\"]\n\
                    address = \"https://example.org/open-day/\"\n";
const TAIL: &str = "[[parts]]\nid = \"first\"\ntitle = \"First\"\n[[themes]]\nid = \"dikes\"\n\
                    part = \"first\"\ntitle = \"Dikes\"\ntext = \"One.\"\n\
                    [[sources]]\nid = \"house\"\ntitle = \"The house\"\npublisher = \"Water board\"\n\
                    url = \"https://example.org/house\"\n";

/// Puts an event file and pictures into a folder of their own; the paths are below `public`.
fn hosted(name: &str, tables: &str, pictures: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    for (path, bytes) in pictures {
        let path = folder.join("public").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::create_dir_all(folder.join("content")).unwrap();
    fs::write(folder.join("content/open-day.toml"), format!("{HEAD}{tables}{TAIL}")).unwrap();
    folder
}

fn event_in(folder: &Path) -> Event {
    read(&folder.join("content/open-day.toml"))
        .unwrap_or_else(|report| panic!("{}", report.draw(Colours::Without)))
}

fn person(id: &str, portrait: &str) -> String {
    format!("[[people]]\nid = \"{id}\"\nname = \"Ada Brug\"\nportrait = \"{portrait}\"\n")
}

fn body(logo: &str) -> String {
    format!("[[organizers]]\nname = \"Water board\"\nlogo = \"{logo}\"\n")
}

/// What is published of one picture: its name, its bytes and its pixels.
fn published(name: &str, tables: &str, original: &[u8]) -> (String, Vec<u8>, RgbaImage) {
    let folder = hosted(name, tables, &[("it", original)]);
    let pictures = Pictures::of(&event_in(&folder), &folder.join("public")).unwrap();
    let [file] = pictures.files.as_slice() else { panic!("{:?}", pictures.files.len()) };
    let Picture { pixels, .. } = decode(file.bytes.clone()).unwrap();
    (file.name.clone(), file.bytes.clone(), pixels.into_rgba8())
}

fn portrait(name: &str, original: &[u8]) -> (String, Vec<u8>, RgbaImage) {
    published(name, &person("ada", "it"), original)
}

fn logo(name: &str, original: &[u8]) -> (String, Vec<u8>, RgbaImage) {
    published(name, &body("it"), original)
}

#[track_caller]
fn expect_colour(pixels: &RgbaImage, (x, y): (u32, u32), colour: [u8; 4]) {
    let found = pixels.get_pixel(x, y).0;
    let is_near = found.iter().zip(colour).all(|(one, other)| one.abs_diff(other) < 24);
    assert!(is_near, "{found:?} and not {colour:?} at {x}, {y}");
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|it| it == words.as_bytes())
}

// What is taken, and what is not.

#[test]
fn a_picture_is_known_by_its_content_and_not_by_its_name() {
    for (kind, bytes) in &*GOOD_PICTURES {
        let folder = hosted(kind, &person("ada", "ada.docx"), &[("ada.docx", bytes)]);
        event_in(&folder);
    }
}

#[test]
fn jpegs_of_all_forms_have_their_colours_or_are_refused() {
    let colour = [20, 140, 60, 255];
    let pixels = RgbImage::from_pixel(100, 60, Rgb([20, 140, 60]));
    let inks: Vec<u8> = pixels.pixels().flat_map(|_| [120, 0, 80, 115]).collect();
    let grey = vec![150; 100 * 60];
    for sampling in [SamplingFactor::F_1_1, SamplingFactor::F_2_1, SamplingFactor::F_2_2] {
        let form = |data: &[u8], kind: ColorType, change: &dyn Fn(&mut Encoder<&mut Vec<u8>>)| {
            let mut bytes = Vec::new();
            let mut encoder = Encoder::new(&mut bytes, 90);
            encoder.set_sampling_factor(sampling);
            change(&mut encoder);
            encoder.encode(data, 100, 60, kind).unwrap();
            decode(bytes).map(|picture| picture.pixels.into_rgba8())
        };
        let rgb = ColorType::Rgb;
        expect_colour(&form(&pixels, rgb, &|_| {}).unwrap(), (50, 30), colour);
        let progressive = form(&pixels, rgb, &|it| it.set_progressive(true)).unwrap();
        expect_colour(&progressive, (50, 30), colour);
        let restarted = form(&pixels, rgb, &|it| it.set_restart_interval(2)).unwrap();
        expect_colour(&restarted, (50, 30), colour);
        // Each colour has a scan of its own.
        let parted = form(&pixels, rgb, &|it| it.set_optimized_huffman_tables(true)).unwrap_err();
        assert_eq!(parted, TroubleKind::RareForm("JPEG"));
        // For presses: 255 - (120 + 115), and so on.
        for kind in [ColorType::Cmyk, ColorType::CmykAsYcck] {
            let printed = form(&inks, kind, &|_| {}).unwrap();
            let red = (255 - 120) * (255 - 115) / 255;
            let blue = (255 - 80) * (255 - 115) / 255;
            expect_colour(&printed, (50, 30), [red as u8, 140, blue as u8, 255]);
        }
        expect_colour(
            &form(&grey, ColorType::Luma, &|_| {}).unwrap(),
            (50, 30),
            [150, 150, 150, 255],
        );
    }
}

/// The bytes with which files of other kinds begin.
fn other_files() -> Vec<(&'static str, Vec<u8>, &'static str, &'static str)> {
    let begins = |start: &[u8]| [start, &[0x5A; 600]].concat();
    let mut docx = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\x21\0".to_vec();
    docx.extend([0; 12]);
    docx.extend(b"\x13\0\0\0[Content_Types].xml");
    docx.extend([b' '; 600]);
    docx.extend(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\x21\0");
    docx.extend([0; 12]);
    docx.extend(b"\x0b\0\0\0_rels/.rels");
    docx.extend([b' '; 600]);
    docx.extend(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\x21\0");
    docx.extend([0; 12]);
    docx.extend(b"\x11\0\0\0word/document.xml");
    docx.extend([b' '; 600]);
    vec![
        ("ada.heic", begins(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "a HEIC picture", "as JPEG"),
        ("ada.avif", begins(b"\0\0\0\x18ftypavif\0\0\0\0mif1avif"), "AVIF", "as JPEG"),
        ("ada.tif", begins(b"II\x2a\0\x08\0\0\0"), "TIFF", "as JPEG"),
        ("ada.bmp", begins(b"BM\x36\x10\0\0"), "BMP", "as JPEG"),
        ("ada.psd", begins(b"8BPS\0\x01"), "a drawing program's file", "as JPEG"),
        ("ada.pdf", begins(b"%PDF-1.7\n"), "a PDF document", "export the page"),
        ("ada.docx", docx, "a document of a program such as Word", "Save as picture"),
        ("ada.doc", begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "a document", "Save as picture"),
        ("ada.rtf", begins(b"{\\rtf1\\ansi"), "a document", "Save as picture"),
        ("ada.zip", begins(b"PK\x03\x04"), "a packed file", "Unpack it"),
        ("ada.svgz", begins(b"\x1f\x8b\x08"), "a packed file", "Unpack it"),
        ("ada.html", b"<!DOCTYPE html><p>Not found</p>".to_vec(), "a web page", "Save image as"),
        ("ada.mp4", begins(b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2"), "a film", "still picture"),
        ("ada.txt", b"Ada Brug, engineer".to_vec(), "a text", "JPEG, PNG, WebP, GIF or SVG"),
        ("ada.bin", vec![0xC3; 600], "nothing that is known", "JPEG, PNG, WebP, GIF or SVG"),
        ("empty.jpg", Vec::new(), "is empty", "once more"),
        ("cut.jpg", jpeg(&photograph(64, 48))[..900].to_vec(), "kind JPEG", "once more"),
        ("cut.png", GOOD_PICTURES[1].1[..900].to_vec(), "kind PNG", "once more"),
        ("text.svg", svg("<text y=\"9\">W</text>"), "holds text", "turn the text into paths"),
        ("nothing.svg", svg(""), "nothing to see", "as PNG"),
        ("bad.svg", svg("<g>"), "kind SVG", "once more"),
    ]
}

#[test]
fn all_that_is_no_picture_is_refused_at_once_and_each_in_its_place() {
    let others = other_files();
    let tables: String = others
        .iter()
        .enumerate()
        .map(|(index, (name, ..))| person(&format!("p{index}"), &format!("people/{name}")))
        .chain([person("folder", "people"), person("good", "people/good.png")])
        .collect();
    let paths: Vec<String> = others.iter().map(|(name, ..)| format!("people/{name}")).collect();
    let mut pictures: Vec<(&str, &[u8])> =
        paths.iter().zip(&others).map(|(path, other)| (path.as_str(), &*other.1)).collect();
    let good = &GOOD_PICTURES[1].1;
    pictures.push(("people/good.png", good));
    let folder = hosted("others", &tables, &pictures);
    let report = read(&folder.join("content/open-day.toml")).unwrap_err();
    let drawn = report.draw(Colours::Without);
    assert_eq!(report.faults().len(), others.len() + 1, "{drawn}");
    let folder_fault = ("people", Vec::new(), "is a folder", "the picture itself");
    for (index, (name, _, what, remedy)) in others.iter().chain([&folder_fault]).enumerate() {
        let fault = &report.faults()[index];
        let first_line = HEAD.lines().count() + 1;
        assert_eq!(fault.position(), Some((first_line + 4 * index + 3, 12)), "{fault}");
        let message = fault.to_string();
        assert!(message.contains(what) && message.contains(name), "{name}: {message}");
        assert!(fault.remedy().contains(remedy), "{name}: {}", fault.remedy());
    }
}

#[test]
fn files_and_pictures_that_are_too_large_are_refused_without_being_decoded() {
    let folder = hosted("too-large", &person("ada", "it"), &[("it", &jpeg(&photograph(8, 8)))]);
    let file = fs::OpenOptions::new().write(true).open(folder.join("public/it")).unwrap();
    file.set_len(LARGEST_PICTURE + 1).unwrap();
    let report = read(&folder.join("content/open-day.toml")).unwrap_err();
    assert!(report.faults()[0].to_string().contains("has 21 MB"), "{report:?}");

    let mut gif = written(&disc(8).into(), ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xFF; 4]);
    assert_eq!(decode(gif).unwrap_err(), TroubleKind::TooManyPixels(0xFFFF, 0xFFFF));

    let mut jpeg = jpeg(&photograph(8, 8));
    // Its frame header: the marker, the length, the depth, and then height and width.
    let frame = jpeg.windows(2).position(|it| it == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xFF, 0xF0, 0xFF, 0xF0]);
    assert_eq!(decode(jpeg).unwrap_err(), TroubleKind::TooManyPixels(0xFFF0, 0xFFF0));
}

#[test]
fn a_picture_that_is_not_there_up_to_its_end_is_refused() {
    for (kind, bytes) in &*GOOD_PICTURES {
        for part in 1..20 {
            let cut = bytes[..bytes.len() * part / 20].to_vec();
            assert!(decode(cut).is_err(), "{part} of 20 parts of {kind}");
        }
    }
    let jpeg = jpeg(&photograph(64, 48));
    for end in 3..jpeg.len() {
        assert_eq!(
            decode(jpeg[..end].to_vec()).unwrap_err(),
            TroubleKind::Damaged("JPEG"),
            "{end} of {}",
            jpeg.len()
        );
    }
    // Phones put more behind the end: a film, a picture of the depths.
    decode([jpeg, b"\0\0\0\x18ftypmp42".to_vec()].concat()).unwrap();
}

// What is published.

#[test]
fn portraits_are_the_square_in_the_middle_and_as_small_as_they_are_shown() {
    for (width, height, side) in
        [(1600, 1200, 168), (300, 900, 168), (168, 168, 168), (100, 80, 80), (1, 1, 1), (900, 1, 1)]
    {
        let mut pixels = photograph(width, height);
        let square = width.min(height);
        let (left, top) = ((width - square) / 2, (height - square) / 2);
        for y in top..top + square {
            for x in left..left + square {
                pixels.put_pixel(x, y, Rgb([20, 140, 60]));
            }
        }
        let (_, _, made) = portrait(&format!("square-{width}-{height}"), &jpeg(&pixels));
        assert_eq!(made.dimensions(), (side, side), "{width} × {height}");
        // Of the picture around the square, JPEG lets a little into its edge.
        expect_colour(&made, (side / 2, side / 2), [20, 140, 60, 255]);
    }
}

#[test]
fn logos_are_whole_and_as_small_as_they_are_shown() {
    for (width, height, expected) in [
        (400, 400, (120, 120)),
        (2400, 300, (960, 120)),
        (3000, 100, (960, 32)),
        (300, 100, (300, 100)),
        (2000, 1, (960, 1)),
        (1, 2000, (1, 120)),
    ] {
        let pixels = DynamicImage::from(photograph(width, height));
        let name = format!("logo-{width}-{height}");
        let (_, _, made) = logo(&name, &written(&pixels, ImageFormat::Png));
        assert_eq!(made.dimensions(), expected, "{width} × {height}");
    }
}

#[test]
fn a_large_photograph_becomes_small() {
    // Noise is what makes JPEG large.
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(2600, 2000, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
    });
    let original = jpeg_with(&noise, 97, &[]);
    assert!(original.len() > 12_000_000, "{}", original.len());
    let (name, bytes, made) = portrait("large", &original);
    assert_eq!(made.dimensions(), (168, 168));
    assert!(name.starts_with("picture-") && name.ends_with(".jpg"), "{name}");
    assert!(bytes.len() < 20_000, "{}", bytes.len());
    let (_, bytes, _) = portrait("usual", &jpeg(&photograph(1600, 1200)));
    assert!(bytes.len() < 10_000, "{}", bytes.len());
}

#[test]
fn photographs_are_turned_upright_and_do_not_tell_where_they_were_taken() {
    let (red, blue) = ([220, 30, 30, 255], [30, 30, 220, 255]);
    // The camera was held upright: its own left is the picture's top.
    let taken = RgbImage::from_fn(400, 400, |x, _| {
        let [r, g, b, _] = if x < 200 { red } else { blue };
        Rgb([r, g, b])
    });
    let comment = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Ada's camera</x:xmpmeta>".to_vec();
    for (orientation, first, last) in
        [(1, (20, 84), (148, 84)), (3, (148, 84), (20, 84)), (6, (84, 20), (84, 148))]
    {
        let original = jpeg_with(&taken, 90, &[(1, exif(orientation)), (1, comment.clone())]);
        assert!(holds(&original, "GPS-52"), "the sample has a place");
        let (_, bytes, made) = portrait(&format!("turned-{orientation}"), &original);
        expect_colour(&made, first, red);
        expect_colour(&made, last, blue);
        for private in ["Exif", "GPS", "xmp", "camera"] {
            assert!(!holds(&bytes, private), "{private}");
        }
    }
}

#[test]
fn colours_beyond_those_of_screens_keep_their_profile() {
    let profile = |space: &[u8; 4], name: &str| {
        let mut profile = vec![0; 600];
        profile[16..20].copy_from_slice(space);
        profile[200..200 + name.len()].copy_from_slice(name.as_bytes());
        profile
    };
    let with = |profile: &[u8]| {
        let segment = [b"ICC_PROFILE\0\x01\x01", profile].concat();
        jpeg_with(&photograph(300, 300), 90, &[(2, segment)])
    };
    for (name, profile, is_kept) in [
        ("p3", profile(b"RGB ", "Display P3"), true),
        ("srgb", profile(b"RGB ", "sRGB IEC61966-2.1"), false),
        ("press", profile(b"CMYK", "Coated FOGRA39"), false),
    ] {
        let (_, bytes, _) = portrait(name, &with(&profile));
        assert_eq!(holds(&bytes, "ICC_PROFILE"), is_kept, "{name}");
        assert_eq!(holds(&bytes, "Display P3"), is_kept, "{name}");
    }
}

#[test]
fn what_one_can_see_through_stays_so_and_keeps_its_colour_at_the_edge() {
    let (name, _, made) = logo("disc", &written(&disc(900).into(), ImageFormat::Png));
    assert!(name.ends_with(".png"), "{name}");
    assert_eq!(made.get_pixel(0, 0).0[3], 0);
    expect_colour(&made, (60, 60), [240, 80, 40, 255]);
    let edge: Vec<_> = made.pixels().filter(|it| (40..=215).contains(&it.0[3])).collect();
    assert!(!edge.is_empty());
    for pixel in edge {
        let [red, green, ..] = pixel.0;
        assert!(red > 230 && green < 100, "the green that cannot be seen bleeds in: {pixel:?}");
    }
    // Flat colours without JPEG's shadows.
    let flat =
        RgbImage::from_fn(400, 400, |x, _| if x < 200 { Rgb([0; 3]) } else { Rgb([255; 3]) });
    let (name, ..) = logo("flat", &written(&flat.into(), ImageFormat::Png));
    assert!(name.ends_with(".png"), "{name}");
}

#[test]
fn the_same_pictures_make_the_same_bytes() {
    for (kind, bytes) in &*GOOD_PICTURES {
        let (first, again) = (portrait(kind, bytes), portrait(kind, bytes));
        assert_eq!((first.0, first.1), (again.0, again.1), "{kind}");
    }
}

#[test]
fn the_page_and_other_programs_are_told_of_what_was_made_and_the_originals_are_not_published() {
    let photo = jpeg_with(&photograph(800, 600), 90, &[(1, exif(1))]);
    let mark = written(&disc(64).into(), ImageFormat::Png);
    let tables = [
        "[[organizers]]\nname = \"Water board\"\nlogo = \"mark.png\"\nlogo_alt = \"A wave\"\n",
        "[[sponsors]]\nname = \"Bank\"\nlogo = \"logos/bänk 1.png\"\nlogo_alt = \"A \\\"B\\\"\"\n",
        &person("ada", "people/ada.jpg"),
        "portrait_alt = \"Ada laughs\"\n",
        &person("bo", "people/ada.jpg"),
    ]
    .concat();
    let public: [(&str, &[u8]); 4] = [
        ("people/ada.jpg", &photo),
        ("people/other.jpg", &photo),
        ("mark.png", &mark),
        ("logos/bänk 1.png", &mark),
    ];
    let folder = hosted("published", &tables, &public);
    let event = event_in(&folder);
    let pictures = Pictures::of(&event, &folder.join("public")).unwrap();
    let names: Vec<&str> = pictures.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), 2, "the same pixels are one file: {names:?}");
    let (ada, bo) = (&pictures.event.people[0], &pictures.event.people[1]);
    let face = ada.portrait.as_deref().unwrap();
    assert!(names.contains(&face) && bo.portrait.as_deref() == Some(face));
    let logo = pictures.event.sponsors[0].logo.as_deref().unwrap();
    assert!(names.contains(&logo));
    // All else stays as it was.
    let mut back = pictures.event.clone();
    for (made, original) in back.people.iter_mut().zip(&event.people) {
        made.portrait.clone_from(&original.portrait);
    }
    back.organizers[0].logo.clone_from(&event.organizers[0].logo);
    back.sponsors[0].logo.clone_from(&event.sponsors[0].logo);
    assert_eq!(back, event);

    let page = page::render(
        &pictures.event,
        EventFiles { files: vec![], citations: vec![] },
        Around::default(),
    );
    assert!(page.contains(&format!("src=\"{face}\" alt=\"Ada laughs\"")), "{page}");
    assert!(page.contains(&format!("src=\"{face}\" alt=\"\"")), "{page}");
    assert!(page.contains(&format!("src=\"{logo}\" alt=\"A &quot;B&quot;\"")), "{page}");
    let data = files(&pictures.event).unwrap();
    let data = &data.iter().find(|file| file.name == "event.json").unwrap().text;
    assert!(data.contains(&format!("\"portrait\": \"{face}\"")), "{data}");
    assert!(!data.contains("people/ada.jpg"), "{data}");
    let head = data_block(&pictures.event);
    for told in [
        format!("\"image\":\"https://example.org/open-day/{face}\""),
        format!("\"logo\":\"https://example.org/open-day/{logo}\""),
    ] {
        assert!(head.contains(&told), "{told} is missing in {head}");
    }

    let site = look_at_folder(&folder.join("content")).site.expect("the folder is good");
    let making = Making {
        shell: &shell(),
        is_compressed: false,
        is_kept: false,
        earlier: None,
        after_each: None,
    };
    let made = |earlier: &SiteFiles| {
        let making = Making { earlier: Some(earlier), ..making };
        site.files(making).expect("the site can be made")
    };
    let first = made(&SiteFiles::default());
    let all = made(&first).files;
    // Not compared by `assert_eq`, which would print megabytes.
    assert!(all == first.files, "what is taken over leads to the same files");
    let exists = |path: &str| all.contains_key(path);
    assert!(exists(face) && exists(logo));
    assert!(exists("mark.png"), "the page's icon is needed");
    assert!(exists("people/other.jpg"), "no picture of the event");
    assert!(!exists("people/ada.jpg") && !exists("logos/bänk 1.png"));
    let page = String::from_utf8_lossy(&all["index.html"]).into_owned();
    let read = |address: &str| all.get(address).map(|it| it.to_vec());
    let single = in_one_file(&page, "", read).unwrap();
    for media_type in ["jpeg", "png"] {
        assert!(single.contains(&format!("src=\"data:image/{media_type};base64,")), "{media_type}");
    }
    assert!(!single.contains("src=\"picture-"), "{single}");
}

/// A shell as small as it can be, whose icon is one of the host's pictures.
fn shell() -> Shell {
    let template = "<!doctype html><html><head><script id=settings></script>\
        <meta http-equiv=Content-Security-Policy content=\"\"><link rel=icon href=./mark.png>\
        <meta name=markdown content=\"\"><meta name=search content=\"\"><meta name=programme content=\"\"><meta name=transfer content=\"\">\
        <title></title><style>p{margin:0}</style></head>\
        <body><script type=application/json id=event></script></body></html>";
    Shell {
        template: template.to_owned(),
        later_style: String::new(),
        site_style: String::new(),
        scripts: page_scripts(false).expect("unchanged scripts need no program"),
        words: Words::default(),
        programs: Vec::new(),
        bundles: None,
        files: BTreeMap::new(),
    }
}

#[test]
fn the_files_that_a_page_leads_to_are_found_however_they_are_written() {
    let page = "<link href=./icon.svg><a href=\"https://example.org/open-day/plan.png\">Plan</a>\
                <img src='people/a b.jpg'><a href=\"https://elsewhere.example/far.png\">Far</a>";
    let found = own_files(page, "./", Some("https://example.org/open-day/")).unwrap();
    for file in ["icon.svg", "plan.png", "people/a b.jpg"] {
        assert!(found.contains(file), "{file}: {found:?}");
    }
    assert!(!found.contains("far.png"), "{found:?}");
}

// Drawings.

#[test]
fn of_a_drawing_only_its_pixels_are_published() {
    let dangers = [
        "<script>alert('danger')</script>",
        "<script href=\"https://danger.example/x.js\"/>",
        "<a xlink:href=\"javascript:danger()\"><path d=\"M0 0h1v1z\"/></a>",
        "<g onload=\"danger()\" onclick=\"danger()\"/>",
        "<style>@import url(https://danger.example/x.css); path { background: url(//danger) }</style>",
        "<use xlink:href=\"https://danger.example/x.svg#a\"/>",
        "<use href=\"file:///etc/danger#a\"/>",
        "<path fill=\"url(https://danger.example/#a)\" d=\"M0 0h1v1z\"/>",
        "<animate attributeName=\"href\" to=\"javascript:danger()\"/>",
        "<set attributeName=\"onload\" to=\"danger()\"/>",
        "<metadata>danger</metadata>",
        "<!-- danger -->",
        "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"https://danger.example\"/>",
    ];
    for (index, danger) in dangers.into_iter().enumerate() {
        let (name, bytes, made) = logo(&format!("danger-{index}"), &svg(&format!("{danger}{RED}")));
        assert!(name.ends_with(".png") && bytes.starts_with(b"\x89PNG"), "{danger}");
        assert!(!holds(&bytes, "danger"), "{danger}");
        assert_eq!(made.dimensions(), (240, 120), "{danger}");
        expect_colour(&made, (120, 60), [224, 32, 32, 255]);
    }
    let with_type = |declared: &str| {
        let drawing = String::from_utf8(svg(&format!("<g fill=\"&c;\">{RED}</g>"))).unwrap();
        drawing.replacen("?>", &format!("?><!DOCTYPE svg [{declared}]>"), 1).into_bytes()
    };
    decode(with_type("<!ENTITY c \"#e02020\">")).unwrap();
    // What the system would be asked for is nothing here.
    assert!(decode(with_type("<!ENTITY c SYSTEM \"file:///etc/passwd\">")).is_err());
}

#[test]
fn what_would_be_missing_in_the_drawing_is_refused() {
    for (inside, part) in [
        ("<text y=\"9\">Water board</text>", SvgPart::Text),
        ("<image href=\"data:image/png;base64,AAAA\"/>", SvgPart::Picture),
        ("<image href=\"file:///etc/passwd\"/>", SvgPart::Picture),
        (
            "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">W</p></foreignObject>",
            SvgPart::WebPage,
        ),
        ("<marker id=\"a\"/>", SvgPart::Effect),
        (
            "<pattern id=\"a\" width=\"1\" height=\"1\"><path d=\"M0 0h9v9z\"/></pattern>\
             <path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>",
            SvgPart::Effect,
        ),
        (
            "<filter id=\"a\"><feTurbulence numOctaves=\"4000000000\"/></filter>\
             <path filter=\"url(#a)\" d=\"M0 0h9v9z\"/>",
            SvgPart::Effect,
        ),
    ] {
        let refused = decode(svg(&format!("{inside}{RED}"))).unwrap_err();
        assert_eq!(refused, TroubleKind::NotDrawn(part), "{inside}");
    }
    for unused in [
        "<filter id=\"a\"><feGaussianBlur stdDeviation=\"2\"/></filter>",
        "<pattern id=\"a\" width=\"20000\" height=\"20000\"/>",
        // As Illustrator saves its files.
        "<switch><foreignObject requiredExtensions=\"&ns_ai;\" width=\"1\"/><g/></switch>",
    ] {
        let drawing = String::from_utf8(svg(&format!("{unused}{RED}"))).unwrap();
        let declared = "?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
                        \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [<!ENTITY ns_ai \"ai\">]>";
        decode(drawing.replacen("?>", declared, 1).into_bytes()).expect(unused);
    }
    for nothing in ["", "<title>A logo</title>", "<path fill=\"none\" d=\"M0 0h9v9z\"/>"] {
        assert_eq!(decode(svg(nothing)).unwrap_err(), TroubleKind::DrawsNothing, "{nothing}");
    }
}

#[test]
fn a_drawing_that_grows_without_end_ends() {
    let entities: String = (1..9)
        .map(|it| format!("<!ENTITY e{it} \"{}\">", format!("&e{};", it - 1).repeat(10)))
        .collect();
    let laughs = format!(
        "<!DOCTYPE svg [<!ENTITY e0 \"ha\">{entities}]><svg xmlns=\"http://www.w3.org/2000/svg\">\
         <desc>&e8;</desc></svg>"
    );
    let uses: String = (1..12)
        .map(|it| {
            let before = format!("<use href=\"#u{}\"/>", it - 1).repeat(10);
            format!("<g id=\"u{it}\">{before}</g>")
        })
        .collect();
    let uses = format!("<defs><path id=\"u0\" d=\"M0 0h9v9z\"/>{uses}</defs><use href=\"#u11\"/>");
    // What leads to itself is left out.
    decode(svg(&format!("<g id=\"a\"><use href=\"#a\"/>{RED}</g>"))).unwrap();
    let faint = format!("{}{RED}{}", "<g opacity=\"0.9\">".repeat(900), "</g>".repeat(900));
    let masks: String = (1..300)
        .map(|it| format!("<mask id=\"m{it}\" mask=\"url(#m{})\">{RED}</mask>", it - 1))
        .collect();
    let masks = format!("{masks}<g mask=\"url(#m299)\">{RED}</g>");
    let deep = format!("{}{RED}{}", "<g>".repeat(100_000), "</g>".repeat(100_000));
    let many = RED.repeat(250_000);
    for (name, bytes) in [
        ("entities", laughs.into_bytes()),
        ("uses", svg(&uses)),
        ("faint", svg(&faint)),
        ("masks", svg(&masks)),
        ("deep", svg(&deep)),
        ("many", svg(&many)),
        ("open", svg(&"<g>".repeat(100_000))),
    ] {
        let refused = decode(bytes).map(|_| ()).unwrap_err();
        assert!(
            matches!(refused, TroubleKind::TooComplex | TroubleKind::Damaged("SVG")),
            "{name}: {refused:?}"
        );
    }
    for size in
        ["width=\"1e9\" height=\"1e-9\"", "viewBox=\"0 0 0 0\"", "width=\"-1\"", "height=\"1e38\""]
    {
        let text = String::from_utf8(svg(RED)).unwrap();
        let _ = decode(text.replace("viewBox=\"0 0 80 40\"", size).into_bytes());
    }
}

// Any bytes.

proptest! {
    #[test]
    fn no_change_of_a_picture_makes_reading_it_fail_without_an_answer(
        which in 0..5_usize,
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        head in prop::collection::vec((0..64_usize, any::<u8>()), 0..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = GOOD_PICTURES[which].1.clone();
        for (place, byte) in flips {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        for (place, byte) in head {
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(picture) = decode(bytes) {
            prop_assert!(picture.pixels.width() > 0 && picture.pixels.height() > 0);
        }
    }

    #[test]
    fn no_bytes_are_taken_for_a_picture(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Err(TroubleKind::Other(OtherFile::WebPage)) = decode(bytes) {
            prop_assert!(false, "noise is no web page");
        }
    }
}
