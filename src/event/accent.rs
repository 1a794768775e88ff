//! The colour that a host chooses for links, buttons and marks: whether words in it can be read on the
//! page, and the further colours that follow from it. The libraries of `palette` do the sums. Native, and
//! the same on every machine.

use palette::color_difference::Wcag21RelativeContrast as _;
use palette::convert::IntoColorUnclamped as _;
use palette::{Mix as _, Oklab, Oklch, Srgb};

use super::Colour;
use super::site::SiteSettings;

/// The least contrast of words with what is behind them (WCAG 2.2, 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;

/// Colours of the style that a host's colour meets, and those that it takes the place of, as they stand in
/// `style/base.css`; `tests/style.rs` compares them.
#[derive(Debug)]
pub struct Scheme {
    /// What words stand on.
    pub paper: &'static str,
    /// What words stand on in boxes and cards.
    pub paper_raised: &'static str,
    /// Words.
    pub ink: &'static str,
    /// Words of less weight.
    pub ink_soft: &'static str,
    /// Links, buttons and marks.
    pub accent: &'static str,
    /// Words on these buttons.
    pub accent_ink: &'static str,
    /// What is behind marked words.
    pub accent_wash: &'static str,
    /// What is behind a notice, in which there may be links.
    pub alert_wash: &'static str,
    /// How much of a host's colour is in the paper behind marked words, at most: it stands out there as much
    /// as the style's own.
    wash_part: f64,
}

/// Dark on light.
pub const LIGHT: Scheme = Scheme {
    paper: "#fbfaf6",
    paper_raised: "#fffffc",
    ink: "#1c1d20",
    ink_soft: "#55585f",
    accent: "#7d2b1a",
    accent_ink: "#fffdf9",
    accent_wash: "#f5e8e3",
    alert_wash: "#fdecea",
    wash_part: 0.1,
};

/// Light on dark.
pub const DARK: Scheme = Scheme {
    paper: "#17181a",
    paper_raised: "#1f2023",
    ink: "#e8e5de",
    ink_soft: "#aeada8",
    accent: "#f0a691",
    accent_ink: "#1c1d20",
    accent_wash: "#33241f",
    alert_wash: "#3a1d19",
    wash_part: 0.14,
};

/// What takes the place of the style's own colours; nothing where those stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accent {
    /// On light backgrounds.
    pub light: Option<Shades>,
    /// On dark backgrounds.
    pub dark: Option<Shades>,
}

/// A colour, and what is behind words that are marked by it: `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shades {
    /// Links, buttons and marks.
    pub accent: String,
    /// What is behind marked words.
    pub wash: String,
}

/// A colour in which words could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Faint {
    /// The contrast, where it is the least.
    pub contrast: f64,
    /// With which colour of the page.
    pub with: &'static str,
    /// The nearest colour of the same hue in which words can be read.
    pub nearest: String,
}

impl Accent {
    /// What the host of a site chose, and what follows from it.
    pub fn of(settings: &SiteSettings) -> Self {
        let chosen = |colour: &Option<Colour>| pixel(colour.as_ref()?.as_str());
        let light = chosen(&settings.accent);
        let dark = chosen(&settings.accent_dark).or_else(|| light.and_then(for_dark));
        Self {
            light: light.map(|colour| LIGHT.shades(colour)),
            dark: dark.map(|colour| DARK.shades(colour)),
        }
    }
}

type Pixel = Srgb<u8>;

impl Scheme {
    /// Why a colour cannot be taken: nothing where words in it can be read, or where it is no colour.
    pub fn faint(&self, colour: &str) -> Option<Faint> {
        let colour = pixel(colour)?;
        let (contrast, with) = self.least_contrast(colour)?;
        let nearest = written(self.readable(oklch(colour)));
        (contrast < LEAST_CONTRAST).then_some(Faint { contrast, with, nearest })
    }

    /// The least contrast of a colour with what words in it stand on, and with words on it.
    fn least_contrast(&self, colour: Pixel) -> Option<(f64, &'static str)> {
        let met = [self.paper, self.paper_raised, self.alert_wash, self.accent_ink];
        let contrasts = met.into_iter().filter_map(|it| Some((contrast(colour, pixel(it)?), it)));
        contrasts.min_by(|(one, _), (other, _)| one.total_cmp(other))
    }

    /// The colour of this hue that is the nearest in which words can be read: darker on light paper, and
    /// lighter on dark paper.
    fn readable(&self, colour: Oklch<f64>) -> Pixel {
        let end =
            pixel(self.paper).map_or(0.0, |paper| if oklch(paper).l > 0.5 { 0.0 } else { 1.0 });
        let at = |way: f64| on_screens(Oklch { l: colour.l + (end - colour.l) * way, ..colour });
        // At the end of the way is black, or white.
        at(first(|way| self.least_contrast(at(way)).is_some_and(|(it, _)| it >= LEAST_CONTRAST)))
    }

    fn shades(&self, colour: Pixel) -> Shades {
        Shades { accent: written(colour), wash: written(self.wash(colour)) }
    }

    /// As much of a colour in the paper as leaves all words on it readable.
    fn wash(&self, colour: Pixel) -> Pixel {
        let words = [pixel(self.ink), pixel(self.ink_soft), Some(colour)];
        let Some(paper) = pixel(self.paper) else { return colour };
        let lab = |colour: Pixel| -> Oklab<f64> { colour.into_format().into_color_unclamped() };
        let at = |thinner: f64| -> Pixel {
            let part = self.wash_part * (1.0 - thinner);
            let mixed: Srgb<f64> = lab(paper).mix(lab(colour), part).into_color_unclamped();
            mixed.into_format()
        };
        let can_be_read = |wash: Pixel| {
            words.into_iter().flatten().all(|it| contrast(it, wash) >= LEAST_CONTRAST)
        };
        at(first(|thinner| can_be_read(at(thinner))))
    }
}

/// Where from 0 to 1 something begins to hold; 1 where it does not before.
fn first(holds: impl Fn(f64) -> bool) -> f64 {
    // Neighbours differ by less than can be seen.
    const HALVINGS: u32 = 12;
    if holds(0.0) {
        return 0.0;
    }
    let (mut before, mut from) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(before, from);
        if holds(middle) {
            from = middle;
        } else {
            before = middle;
        }
    }
    from
}

/// The light colour of a hue for dark backgrounds, as light as the style's own.
fn for_dark(colour: Pixel) -> Option<Pixel> {
    let own = oklch(pixel(DARK.accent)?);
    Some(DARK.readable(Oklch { l: own.l, ..oklch(colour) }))
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”).
pub fn contrast_of(one: &str, other: &str) -> Option<f64> {
    Some(contrast(pixel(one)?, pixel(other)?))
}

fn contrast(one: Pixel, other: Pixel) -> f64 {
    one.into_format::<f64>().relative_contrast(other.into_format())
}

/// The colour of a text that is `#rrggbb` or `#rgb`.
fn pixel(text: &str) -> Option<Pixel> {
    let digits = text.strip_prefix('#')?;
    digits.bytes().all(|it| it.is_ascii_hexdigit()).then(|| digits.parse().ok()).flatten()
}

/// Whether a text is a colour, written as colours are here.
pub(super) fn is_colour(text: &str) -> bool {
    pixel(text).is_some()
}

fn written(colour: Pixel) -> String {
    format!("#{colour:x}")
}

fn oklch(colour: Pixel) -> Oklch<f64> {
    colour.into_format().into_color_unclamped()
}

/// A colour as screens can show it: as strong as it is, or as it can be at this lightness.
fn on_screens(colour: Oklch<f64>) -> Pixel {
    let at = |weaker: f64| -> Srgb<f64> {
        Oklch { chroma: colour.chroma * (1.0 - weaker), ..colour }.into_color_unclamped()
    };
    // Of a colour that was read from `#rrggbb`, the sums leave a trace.
    let is_near = |part: f64| (-1e-6..=1.0 + 1e-6).contains(&part);
    let is_shown = |it: Srgb<f64>| [it.red, it.green, it.blue].into_iter().all(is_near);
    at(first(|weaker| is_shown(at(weaker)))).into_format()
}
