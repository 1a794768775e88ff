//! How large the page shows pictures, and which of them are too small for that.

/// How many pixels of a picture a screen has to a pixel of CSS: the sharpest phones have three, and
/// paper has room for as many.
pub const DENSITY: u32 = 3;

/// The side of a portrait in pixels of CSS, as `style/people.css` shows it.
pub const PORTRAIT: u32 = 56;

/// The widest and the highest logo in pixels of CSS, as `style/header.css` and `style/further.css` show
/// it: as high as this, unless it would be too wide.
pub const LOGO: (u32, u32) = (320, 40);

/// A picture that the page would have to show larger than it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Small {
    /// The path, as the event file has it.
    pub path: String,
    /// Its width and its height in pixels.
    pub size: (u32, u32),
    /// How large it is shown, in pixels of CSS.
    pub shown: (u32, u32),
    /// Whether it is a logo, and not a portrait.
    pub is_logo: bool,
}

/// A picture at `key`, if each of its pixels would have to stand for several of even the coarsest
/// screen.
pub(super) fn small(key: &str, path: &str, (width, height): (u32, u32)) -> Option<Small> {
    let is_logo = key == "logo";
    let shown = if is_logo { shown_logo(width, height) } else { (PORTRAIT, PORTRAIT) };
    // A portrait is shown as the square in its middle.
    let is_small = match is_logo {
        true => shown.0 > width && shown.1 > height,
        false => PORTRAIT > width.min(height),
    };
    is_small.then(|| Small { path: path.to_owned(), size: (width, height), shown, is_logo })
}

fn shown_logo(width: u32, height: u32) -> (u32, u32) {
    let (widest, highest) = LOGO;
    let part = |of: u32, by: u32, whole: u32| {
        let part = (u64::from(of) * u64::from(by) + u64::from(whole) / 2) / u64::from(whole.max(1));
        u32::try_from(part).unwrap_or(u32::MAX)
    };
    match part(width, highest, height) {
        shown if shown <= widest => (shown, highest),
        _ => (widest, part(height, widest, width)),
    }
}
