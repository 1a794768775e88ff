//! The folding table of the search: what a letter is compared as. It is made of Unicode's own tables, as
//! the crates of ICU4X have them.

use icu_casemap::{CaseMapper, CaseMapperBorrowed};
use icu_normalizer::{DecomposingNormalizer, DecomposingNormalizerBorrowed};
use icu_properties::props::{
    CanonicalCombiningClass, Dash, DefaultIgnorableCodePoint, QuotationMark, Script,
};
use icu_properties::{
    CodePointMapData, CodePointMapDataBorrowed, CodePointSetData, CodePointSetDataBorrowed,
};

/// What is folded, first and last. Between these stand ideographs, words in one square, Hangul (whose
/// syllables are reckoned and not looked up), and Arabic words in one sign.
const FOLDED: [(u32, u32); 4] =
    [(0x80, 0x31ff), (0xa000, 0xabff), (0xfb00, 0xfbff), (0xfe00, 0xffff)];

/// Letters which Unicode takes for letters of their own, and readers for others.
const AS_READERS_SEE: [(char, &str); 11] = [
    ('æ', "ae"),
    ('œ', "oe"),
    ('ı', "i"),
    // Apostrophes, as some keyboards and programs make them, and the stroke of fractions.
    ('´', "'"),
    ('ʼ', "'"),
    ('′', "'"),
    ('⁄', "/"),
    // Of Arabic letters, those that Persian keyboards have, and an alef; and what lengthens a word for the
    // eye.
    ('ک', "ك"),
    ('ی', "ي"),
    ('ٱ', "ا"),
    ('\u{640}', ""),
];

/// Of the quotation marks, those that stand for an apostrophe as well. All others are double ones.
const SINGLE_QUOTATION_MARKS: [char; 6] = ['‘', '’', '‚', '‛', '‹', '›'];

/// Stands for the form of what is left out (`src/notebook/search.rs`).
const LEFT_OUT: u16 = 0;

/// The table in lines. The first four tell of letters at equal distances whose folded forms are as far apart, in
/// runs: from the beginning of the last run to that of each, how many letters it has, how far apart, and the
/// folded form of the first. Each other line is of a letter whose folded form is more than one letter, and
/// begins with it.
pub(crate) fn table() -> String {
    let letters = FOLDED.iter().flat_map(|(first, last)| *first..=*last).filter_map(char::from_u32);
    let unicode = Unicode::new();
    let mut runs: Vec<Run> = Vec::new();
    let mut several = String::new();
    for letter in letters {
        let folded = unicode.folded(letter);
        let code = u32::from(letter) as u16;
        let mut forms = folded.chars().map(|form| u32::from(form) as u16);
        match (forms.next().unwrap_or(LEFT_OUT), forms.next()) {
            (form, None) if form == code => {}
            (form, None) => match runs.last_mut() {
                Some(run) if run.goes_on_with(code, form) => run.add(code),
                _ => runs.push(Run { first: code, count: 1, step: 1, form }),
            },
            _ => several.extend([letter.to_string(), folded, "\n".to_owned()]),
        }
    }
    let mut last = 0;
    let starts = runs.iter().map(|run| run.first - std::mem::replace(&mut last, run.first));
    let lines = [
        line(starts),
        line(runs.iter().map(|run| run.count)),
        line(runs.iter().map(|run| run.step)),
        line(runs.iter().map(|run| run.form)),
    ];
    lines.concat() + &several
}

fn line(numbers: impl Iterator<Item = u16>) -> String {
    numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(" ") + "\n"
}

/// Letters at equal distances, and their folded forms at the same; or letters that are all left out.
struct Run {
    first: u16,
    count: u16,
    step: u16,
    form: u16,
}

impl Run {
    fn goes_on_with(&self, code: u16, form: u16) -> bool {
        let far = code - self.first;
        let is_like_the_first = if self.form == LEFT_OUT {
            form == LEFT_OUT
        } else {
            form == self.form.wrapping_add(far)
        };
        is_like_the_first && if self.count == 1 { far <= 2 } else { far == self.count * self.step }
    }

    fn add(&mut self, code: u16) {
        if self.count == 1 {
            self.step = code - self.first;
        }
        self.count += 1;
    }
}

/// Unicode's tables.
struct Unicode {
    case: CaseMapperBorrowed<'static>,
    decompose: DecomposingNormalizerBorrowed<'static>,
    classes: CodePointMapDataBorrowed<'static, CanonicalCombiningClass>,
    scripts: CodePointMapDataBorrowed<'static, Script>,
    dashes: CodePointSetDataBorrowed<'static>,
    quotation_marks: CodePointSetDataBorrowed<'static>,
    ignorable: CodePointSetDataBorrowed<'static>,
}

impl Unicode {
    fn new() -> Self {
        Self {
            case: CaseMapper::new(),
            decompose: DecomposingNormalizer::new_nfkd(),
            classes: CodePointMapData::new(),
            scripts: CodePointMapData::new(),
            dashes: CodePointSetData::new::<Dash>(),
            quotation_marks: CodePointSetData::new::<QuotationMark>(),
            ignorable: CodePointSetData::new::<DefaultIgnorableCodePoint>(),
        }
    }

    /// What a letter is compared as: without case, accents and width, and ligatures as their letters.
    fn folded(&self, letter: char) -> String {
        let plain = self.decompose.normalize(&self.as_seen(letter)).into_owned();
        let lower: String =
            self.case.fold_string(&plain).chars().map(|it| self.as_seen(it)).collect();
        let parts = self.decompose.normalize(&lower);
        parts.chars().filter(|part| !self.is_left_out(*part)).map(|part| self.sign(part)).collect()
    }

    /// A letter as those who search for it write it, where Unicode has no word for that.
    fn as_seen(&self, letter: char) -> String {
        if let Some((_, seen)) = AS_READERS_SEE.iter().find(|(known, _)| *known == letter) {
            return (*seen).to_owned();
        }
        self.without_stroke(letter).unwrap_or(letter).to_string()
    }

    /// A stroke through a Latin letter is no mark of its own, and only told by the letter's name.
    fn without_stroke(&self, letter: char) -> Option<char> {
        let name = unicode_names2::name(letter)?.to_string();
        let (plain, _) = name.split_once(" WITH STROKE")?;
        unicode_names2::character(plain).filter(|_| self.scripts.get(letter) == Script::Latin)
    }

    /// What is not seen, and marks above, below and through letters. Those of other scripts than the
    /// European and Semitic ones are vowels and tones, without which it is another word.
    fn is_left_out(&self, part: char) -> bool {
        let class = self.classes.get(part);
        self.ignorable.contains(part)
            || class == CanonicalCombiningClass::Overlay
            || (CanonicalCombiningClass::CCC10..=CanonicalCombiningClass::CCC36).contains(&class)
            || class >= CanonicalCombiningClass::AttachedBelowLeft
    }

    /// Dashes and quotation marks are typed as one, and set as many.
    fn sign(&self, part: char) -> char {
        if self.dashes.contains(part) {
            '-'
        } else if SINGLE_QUOTATION_MARKS.contains(&part) {
            '\''
        } else if self.quotation_marks.contains(part) && part != '\'' {
            '"'
        } else {
            part
        }
    }
}
