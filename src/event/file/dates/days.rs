//! Days as people write them, in numbers and with the names of months.

use jiff::civil::Date;

use super::Rest;

impl Rest {
    /// The days that what is left may mean, and the last one of a span of days.
    pub(super) fn days(&self) -> (Vec<Date>, Option<Date>) {
        let month = (0..self.tokens.len()).find_map(|at| Some((at, month(self.word(at)?)?)));
        let numbers: Vec<(usize, u32, usize)> = (0..self.tokens.len())
            .filter_map(|at| self.number(at).map(|(value, digits)| (at, value, digits)))
            .collect();
        let year_at = numbers
            .iter()
            .position(|(_, value, digits)| *digits == 4 && (1000..=9999).contains(value));
        if let Some((_, month)) = month {
            return self.days_with_month(month, &numbers, year_at);
        }
        match numbers.as_slice() {
            [(_, value, 8)] => {
                (date(value / 10_000, value / 100 % 100, value % 100).into_iter().collect(), None)
            }
            // 2018-09-25, 2018/9/25, 2018年9月25日
            [(_, year, 4), (_, month, _), (_, day, _)] => {
                (date(*year, *month, *day).into_iter().collect(), None)
            }
            [(at, one, _), (_, two, _), (_, year, digits @ (2 | 4))] => {
                let year = if *digits == 2 { year + 2000 } else { *year };
                let day_first = date(year, *two, *one);
                let month_first = date(year, *one, *two);
                // With dots the day comes first, wherever people write them.
                let is_clear = self.is(at + 1, '.') && day_first.is_some();
                let mut days: Vec<Date> = day_first.into_iter().collect();
                if !is_clear {
                    days.extend(month_first.filter(|it| Some(*it) != day_first));
                }
                (days, None)
            }
            // 25.–27.09.2018
            [(_, first, _), (at, last, _), (_, month, _), (_, year, 4)] if self.is(at + 1, '.') => {
                (date(*year, *month, *first).into_iter().collect(), date(*year, *month, *last))
            }
            _ => (Vec::new(), None),
        }
    }

    fn days_with_month(
        &self,
        month: u32,
        numbers: &[(usize, u32, usize)],
        year_at: Option<usize>,
    ) -> (Vec<Date>, Option<Date>) {
        // “25 September '18”
        let short_year = || {
            let last = numbers.len().checked_sub(1).filter(|last| *last > 0)?;
            let (at, _, digits) = numbers[last];
            (digits == 2 && at > 0 && self.is(at - 1, '\'')).then_some(last)
        };
        let Some(year_at) = year_at.or_else(short_year) else { return (Vec::new(), None) };
        let (_, year, digits) = numbers[year_at];
        let year = if digits == 2 { 2000 + year } else { year };
        let days: Vec<u32> = numbers
            .iter()
            .enumerate()
            .filter(|(index, (_, value, _))| *index != year_at && (1..=31).contains(value))
            .map(|(_, (_, value, _))| *value)
            .collect();
        match days.as_slice() {
            [day] => (date(year, month, *day).into_iter().collect(), None),
            [first, last] if first < last => {
                (date(year, month, *first).into_iter().collect(), date(year, month, *last))
            }
            _ => (Vec::new(), None),
        }
    }
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| *year >= 1000)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// How the names of months begin, in ASCII, in the languages that hosts are likely to write: English,
/// German, French, Spanish, Portuguese, Italian, Dutch, the Nordic ones, Polish, Russian, Turkish and
/// Arabic as it is written in the Levant and in the Maghreb.
const MONTHS: [&[&str]; 12] = [
    &["jan", "janv", "ene", "gen", "ynayr", "stycz", "yanv", "oca", "styczen", "leden"],
    &["feb", "fev", "febr", "fevr", "fbrayr", "lut", "fevral", "sub", "unor"],
    &["mar", "marz", "mars", "maerz", "mrt", "maart", "marc", "brez"],
    &["apr", "avr", "abr", "avril", "kwie", "april", "aprel", "nis", "dub", "abryl"],
    &["may", "mai", "mag", "maj", "mei", "maio", "mayo", "maya", "kve", "mayw"],
    &["jun", "juin", "giu", "czerw", "iyun", "haz", "juni", "junio", "ywnyw"],
    &["jul", "juil", "lug", "lip", "iyul", "tem", "juli", "julio", "ywlyw"],
    &["aug", "aout", "ago", "sier", "avg", "agu", "srp", "aghsts"],
    &["sep", "szep", "sbtmbr", "set", "wrz", "sen", "eyl", "zar"],
    &["oct", "okt", "out", "ott", "paz", "eki", "rij", "aktwbr"],
    &["nov", "lis", "noy", "kas", "noiembr", "nwfmbr"],
    &["dec", "dez", "dic", "des", "gru", "dek", "ara", "pros", "dysmbr"],
];

/// The month of a word.
fn month(word: &str) -> Option<u32> {
    // A word that only begins alike, such as “marking”, is no month.
    const LONGEST: usize = 11;
    const NO_MONTHS: [&str; 13] = [
        // Tuesday in French, Spanish, Italian and Romanian.
        "mardi", "martes", "martedi", "marti", "des", "session", "seminar", "mayor", "main",
        "market", "second", "senate", "arab",
    ];
    match word {
        "march" => return Some(3),
        "september" | "sept" | "set" => return Some(9),
        _ if NO_MONTHS.contains(&word) || word.len() > LONGEST || word.len() < 3 => return None,
        _ => {}
    }
    let begins = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
    MONTHS.iter().position(begins).and_then(|index| u32::try_from(index + 1).ok())
}
