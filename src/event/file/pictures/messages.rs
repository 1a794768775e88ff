//! What the host reads about a picture: what its file is, and what to do.

use super::{
    DENSITY, LARGEST_PICTURE, LOGO, MOST_PIXELS, OtherFile, PORTRAIT, Small, SvgPart, Trouble,
    TroubleKind,
};

const MEGABYTE: u64 = 1024 * 1024;

/// What is wrong, and what it means.
pub(crate) fn message(trouble: &Trouble) -> String {
    let path = super::super::messages::short(&trouble.path);
    match &trouble.kind {
        TroubleKind::NoFile => format!("`{path}` is a folder, and not a picture."),
        TroubleKind::Unreadable(error) => format!("The file `{path}` cannot be read: {error}."),
        TroubleKind::Empty => {
            format!("The file `{path}` is empty, so there is no picture to show.")
        }
        TroubleKind::TooLarge(bytes) => format!(
            "The file `{path}` has {} MB, and pictures are read up to {} MB.",
            bytes.div_ceil(MEGABYTE),
            LARGEST_PICTURE / MEGABYTE
        ),
        TroubleKind::TooManyPixels(width, height) => format!(
            "The picture `{path}` has {width} by {height} pixels, which is more than the {} \
             million that are read.",
            MOST_PIXELS / 1_000_000
        ),
        TroubleKind::Other(other) => {
            format!("The file `{path}` is {}, which the page cannot show.", what_it_is(*other))
        }
        TroubleKind::Damaged(kind) => format!(
            "The file `{path}` is a picture of the kind {kind}, but its data are damaged, or end \
             too early."
        ),
        TroubleKind::RareForm(kind) => format!(
            "The file `{path}` is a picture of the kind {kind}, in a rare form that the build \
             cannot read."
        ),
        TroubleKind::NotDrawn(part) => {
            let what = match part {
                SvgPart::Text => "text, which looks otherwise on each machine",
                SvgPart::Picture => "another picture",
                SvgPart::WebPage => "a piece of a web page",
                SvgPart::Effect => "an effect, such as a shadow or a pattern",
            };
            format!("The drawing `{path}` (SVG) holds {what}, so the build cannot draw all of it.")
        }
        TroubleKind::DrawsNothing => {
            format!("There is nothing to see in the drawing `{path}` (SVG).")
        }
        TroubleKind::TooComplex => {
            format!("The picture `{path}` would take too much time or memory to be read.")
        }
    }
}

/// What to do.
pub(crate) fn remedy(trouble: &Trouble) -> String {
    match &trouble.kind {
        TroubleKind::NoFile => {
            "Write the path of the picture itself: `portrait = \"people/ada.jpg\"`."
        }
        TroubleKind::Unreadable(_) => "Check that you may read the file.",
        TroubleKind::Empty => {
            "Copy the picture into the folder `public` once more, or take the line out."
        }
        TroubleKind::TooLarge(_) | TroubleKind::TooManyPixels(..) => {
            "Open it in a picture program, make it smaller, such as 1000 pixels wide, and save it \
             as JPEG."
        }
        TroubleKind::Other(other) => match other {
            OtherFile::Heic => {
                "Open it and save or export it as JPEG. An iPhone makes JPEG by itself with \
                 Settings, Camera, Formats, “Most Compatible”."
            }
            OtherFile::Picture(_) | OtherFile::RawPicture => {
                "Open it in a picture program, and save or export it as JPEG; a logo as PNG. \
                 Another ending of its name is not enough."
            }
            OtherFile::Pdf => "Open it, and export the page with the picture as JPEG or PNG.",
            OtherFile::Document => {
                "Open it, click with the right button on the picture in it, choose “Save as \
                 picture”, and use that file. Another ending of its name is not enough."
            }
            OtherFile::Archive => {
                "Unpack it, and use the picture in it. If it is a document, open it and save the \
                 picture in it as a file of its own."
            }
            OtherFile::WebPage => {
                "Open the page it comes from, click with the right button on the picture, choose \
                 “Save image as…”, and use that file."
            }
            OtherFile::Film => "Take a still picture of it, and save that as JPEG.",
            OtherFile::Text | OtherFile::Unknown => {
                "Use a picture of the kind JPEG, PNG, WebP, GIF or SVG, or take the line out."
            }
        },
        TroubleKind::Damaged(_) => {
            "Copy it once more from where it comes from. If that does not help, open it in a \
             picture program and save it anew as JPEG or PNG."
        }
        TroubleKind::RareForm(_) => {
            "Open it in a picture program, and save it anew as JPEG or PNG."
        }
        TroubleKind::NotDrawn(SvgPart::Text) => {
            "Open it in a drawing program and turn the text into paths, or export it as PNG."
        }
        TroubleKind::NotDrawn(_) | TroubleKind::DrawsNothing | TroubleKind::TooComplex => {
            "Open it in a drawing program, and export it as PNG, 1000 pixels wide."
        }
    }
    .to_owned()
}

fn what_it_is(other: OtherFile) -> String {
    match other {
        OtherFile::Heic => "a HEIC picture, as phones take it".to_owned(),
        OtherFile::Picture(name) => format!("a picture of the kind {name}"),
        OtherFile::RawPicture => "a camera's raw picture or a drawing program's file".to_owned(),
        OtherFile::Pdf => "a PDF document".to_owned(),
        OtherFile::Document => "a document of a program such as Word".to_owned(),
        OtherFile::Archive => "a packed file (such as ZIP)".to_owned(),
        OtherFile::WebPage => "a web page".to_owned(),
        OtherFile::Film => "a film or a sound".to_owned(),
        OtherFile::Text => "a text".to_owned(),
        OtherFile::Unknown => "nothing that is known as a picture".to_owned(),
    }
}

/// What it means that a picture is small.
pub(crate) fn small_message(small: &Small) -> String {
    let path = super::super::messages::short(&small.path);
    let ((width, height), (shown_width, shown_height)) = (small.size, small.shown);
    // Where many people are listed, portraits are smaller.
    let up_to = if small.is_logo { "" } else { "up to " };
    format!(
        "The picture `{path}` has {width} by {height} pixels, and the page shows it with \
         {up_to}{shown_width} by {shown_height}, so it would look blurred."
    )
}

/// How large it should be.
pub(crate) fn small_remedy(small: &Small) -> String {
    let wanted = match small.is_logo {
        true => format!(
            "one that is {} pixels high is sharp on all screens, and so is an SVG",
            DENSITY * LOGO.1
        ),
        false => format!(
            "one whose shorter side has {} pixels is sharp on all screens",
            DENSITY * PORTRAIT
        ),
    };
    format!(
        "Look for a larger one: {wanted}. To make this one larger in a picture program does not help."
    )
}

/// What is missing where a picture does not say what it shows.
pub(crate) fn without_alt_message() -> String {
    "Nothing tells what this picture shows, so those who do not see it miss it.".to_owned()
}

/// The key in which that is said.
pub(crate) fn without_alt_remedy(key: &str) -> String {
    format!(
        "Add a line `{key} = \"…\"` that says in a few words what can be seen, such as “Ada Brug \
         laughs, in a yellow raincoat”."
    )
}
