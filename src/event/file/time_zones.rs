//! From what hosts write for a time zone to its name in the IANA database: short names, offsets from
//! UTC, cities and countries.

use std::sync::LazyLock;

use any_ascii::any_ascii;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::dates;

/// Short names and everyday names of zones, and zones that are called so.
const SHORT: [(&[&str], &[&str]); 36] = [
    (
        &["est", "edt", "et", "eastern", "eastern time", "us/eastern"],
        &["America/New_York", "America/Toronto"],
    ),
    (
        &["cst", "cdt", "ct", "central time", "us/central"],
        &["America/Chicago", "America/Mexico_City"],
    ),
    (&["mst", "mdt", "mt", "mountain time", "us/mountain"], &["America/Denver", "America/Phoenix"]),
    (
        &["pst", "pdt", "pt", "pacific", "pacific time", "us/pacific"],
        &["America/Los_Angeles", "America/Vancouver"],
    ),
    (&["akst", "akdt"], &["America/Anchorage"]),
    (&["hst"], &["Pacific/Honolulu"]),
    (&["ast", "adt", "atlantic time"], &["America/Halifax", "America/Puerto_Rico"]),
    (&["nst", "ndt"], &["America/St_Johns"]),
    (
        &[
            "cet",
            "cest",
            "mez",
            "mesz",
            "hec",
            "met",
            "mest",
            "central european time",
            "central europe time",
        ],
        &["Europe/Paris", "Europe/Berlin", "Europe/Rome"],
    ),
    (
        &["eet", "eest", "oez", "oesz", "eastern european time"],
        &["Europe/Athens", "Europe/Kyiv", "Europe/Helsinki"],
    ),
    (&["wet", "west", "western european time"], &["Europe/Lisbon"]),
    (&["gmt", "bst"], &["Europe/London", "Africa/Accra"]),
    (&["utc", "z", "zulu"], &["UTC"]),
    (&["trt"], &["Europe/Istanbul"]),
    (&["msk"], &["Europe/Moscow"]),
    (&["eat"], &["Africa/Nairobi", "Africa/Addis_Ababa"]),
    (&["wat"], &["Africa/Lagos", "Africa/Kinshasa"]),
    (&["cat"], &["Africa/Maputo", "Africa/Kigali"]),
    (&["sast"], &["Africa/Johannesburg"]),
    (&["gst"], &["Asia/Dubai"]),
    (&["irst"], &["Asia/Tehran"]),
    (&["pkt"], &["Asia/Karachi"]),
    (&["ist"], &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
    (&["npt"], &["Asia/Kathmandu"]),
    (&["ict"], &["Asia/Bangkok", "Asia/Ho_Chi_Minh"]),
    (&["wib"], &["Asia/Jakarta"]),
    (&["sgt"], &["Asia/Singapore"]),
    (&["hkt"], &["Asia/Hong_Kong"]),
    (&["pht"], &["Asia/Manila"]),
    (&["jst"], &["Asia/Tokyo"]),
    (&["kst"], &["Asia/Seoul"]),
    (&["aest", "aedt"], &["Australia/Sydney", "Australia/Brisbane"]),
    (&["awst"], &["Australia/Perth"]),
    (&["nzst", "nzdt"], &["Pacific/Auckland"]),
    (&["brt"], &["America/Sao_Paulo"]),
    (&["art"], &["America/Argentina/Buenos_Aires"]),
];

/// Places that the database has under another name: cities where international bodies meet, and the
/// countries of one zone that hosts name most.
const PLACES: [(&str, &[&str]); 46] = [
    (
        "America/New_York",
        &["washington", "washington dc", "boston", "philadelphia", "atlanta", "miami", "nyc", "ny"],
    ),
    ("America/Los_Angeles", &["san francisco", "seattle", "san diego", "california"]),
    ("America/Chicago", &["houston", "dallas", "muscatine", "minneapolis", "new orleans"]),
    ("America/Toronto", &["ottawa", "montreal", "quebec"]),
    (
        "Europe/Zurich",
        &[
            "geneva",
            "genf",
            "geneve",
            "bern",
            "berne",
            "basel",
            "lausanne",
            "switzerland",
            "schweiz",
            "suisse",
            "zuerich",
        ],
    ),
    (
        "Europe/Berlin",
        &[
            "munich",
            "muenchen",
            "munchen",
            "frankfurt",
            "hamburg",
            "bonn",
            "cologne",
            "koln",
            "koeln",
            "stuttgart",
            "leipzig",
            "dresden",
            "germany",
            "deutschland",
            "allemagne",
        ],
    ),
    (
        "Europe/Paris",
        &[
            "france",
            "lyon",
            "marseille",
            "strasbourg",
            "strassburg",
            "bordeaux",
            "nice",
            "toulouse",
        ],
    ),
    (
        "Europe/Amsterdam",
        &["the hague", "den haag", "delft", "utrecht", "rotterdam", "netherlands", "niederlande"],
    ),
    (
        "Europe/Brussels",
        &["brussel", "bruxelles", "bruessel", "belgium", "belgien", "antwerp", "ghent", "leuven"],
    ),
    (
        "Europe/London",
        &["oxford", "cambridge", "edinburgh", "manchester", "united kingdom", "uk", "england"],
    ),
    ("Europe/Vienna", &["wien", "vienne", "salzburg", "graz", "austria", "osterreich"]),
    (
        "Europe/Rome",
        &[
            "rom", "roma", "milan", "milano", "mailand", "florence", "firenze", "turin", "torino",
            "naples", "bologna", "italy", "italia",
        ],
    ),
    ("Europe/Madrid", &["barcelona", "seville", "sevilla", "valencia", "spain", "espana"]),
    ("Europe/Lisbon", &["porto", "lisboa", "lissabon", "portugal"]),
    ("Europe/Warsaw", &["warszawa", "warschau", "krakow", "cracow", "gdansk", "poland", "polska"]),
    ("Europe/Prague", &["praha", "prag", "brno", "czech republic", "czechia"]),
    ("Europe/Copenhagen", &["kobenhavn", "kopenhagen", "denmark"]),
    ("Europe/Stockholm", &["uppsala", "gothenburg", "sweden"]),
    ("Europe/Oslo", &["bergen", "norway"]),
    ("Europe/Helsinki", &["finland"]),
    ("Europe/Dublin", &["ireland"]),
    ("Europe/Athens", &["athen", "athenes", "greece"]),
    ("Europe/Budapest", &["hungary"]),
    ("Europe/Bucharest", &["romania"]),
    ("Europe/Kyiv", &["kiev", "kyjiw", "ukraine", "lviv"]),
    ("Europe/Moscow", &["moskau", "moskva", "st petersburg"]),
    ("Europe/Istanbul", &["ankara", "turkey", "turkiye"]),
    (
        "Asia/Kolkata",
        &["delhi", "new delhi", "mumbai", "bangalore", "bengaluru", "chennai", "calcutta", "india"],
    ),
    ("Asia/Shanghai", &["beijing", "peking", "china", "shenzhen", "guangzhou"]),
    ("Asia/Tokyo", &["japan", "kyoto", "osaka", "tokio"]),
    ("Asia/Ho_Chi_Minh", &["hanoi", "vietnam", "saigon"]),
    ("Asia/Dubai", &["abu dhabi"]),
    ("Asia/Jerusalem", &["tel aviv", "israel"]),
    ("Asia/Seoul", &["korea", "south korea"]),
    ("Asia/Karachi", &["islamabad", "lahore", "pakistan"]),
    ("Asia/Riyadh", &["saudi arabia", "jeddah"]),
    ("Africa/Johannesburg", &["cape town", "pretoria", "south africa", "durban"]),
    ("Africa/Lagos", &["abuja", "nigeria"]),
    ("Africa/Nairobi", &["kenya"]),
    ("Africa/Cairo", &["egypt", "kairo", "le caire"]),
    ("Africa/Casablanca", &["rabat", "marrakesh", "marrakech", "morocco"]),
    ("Africa/Dar_es_Salaam", &["arusha", "tanzania"]),
    ("America/Sao_Paulo", &["rio de janeiro", "brasilia"]),
    ("America/Bogota", &["colombia"]),
    ("Australia/Sydney", &["canberra"]),
    ("Pacific/Auckland", &["wellington", "new zealand"]),
];

/// Zones of which one is offered for an offset, those with most readers first.
const LARGE: [&str; 38] = [
    "America/New_York",
    "Europe/Paris",
    "Europe/London",
    "America/Chicago",
    "America/Los_Angeles",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "America/Sao_Paulo",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "Europe/Athens",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Asia/Dubai",
    "Asia/Karachi",
    "Asia/Dhaka",
    "Asia/Bangkok",
    "Asia/Singapore",
    "Australia/Sydney",
    "Pacific/Auckland",
    "America/Denver",
    "America/Halifax",
    "America/Caracas",
    "America/Bogota",
    "America/Mexico_City",
    "America/Argentina/Buenos_Aires",
    "Asia/Tehran",
    "Asia/Kathmandu",
    "Asia/Kabul",
    "America/St_Johns",
    "America/Anchorage",
    "Pacific/Honolulu",
    "Atlantic/Azores",
    "Australia/Adelaide",
    "Pacific/Fiji",
];

/// How many zones a host is offered.
const MOST: usize = 3;

/// The names of the database, with what stands behind their last slash, as people write it.
static CITIES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let names = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let places = [
        "Africa",
        "America",
        "Antarctica",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    let names = names.filter(|name| name.split('/').next().is_some_and(|it| places.contains(&it)));
    names.map(|name| (plain(name.rsplit('/').next().unwrap_or(&name)), name)).collect()
});

fn plain(text: &str) -> String {
    let words = any_ascii(text).to_lowercase().replace(['_', '-', '.', ',', '’', '\''], " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a zone as the database writes it.
pub(super) fn name_of(text: &str) -> Option<String> {
    let zone = jiff::tz::db().get(text).ok()?;
    let name = zone.iana_name()?;
    // The database has names of offsets and of single countries too; a place or UTC is meant here.
    (name.contains('/') || name == "UTC").then(|| name.to_owned())
}

/// Whether a word is the short name of a zone, such as `cest`.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let is_short =
        (2..=4).contains(&word.len()) && word != "west" && word != "cat" && word != "met";
    is_short && short(word).is_some() && word != "et"
}

fn short(text: &str) -> Option<&'static [&'static str]> {
    SHORT.iter().find(|(names, _)| names.contains(&text)).map(|(_, zones)| *zones)
}

/// The zones that a text may mean, the most likely first; a day tells which offset counts in summer.
pub(super) fn meant(text: &str, day: Option<Date>) -> Vec<String> {
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return Vec::new();
    }
    if let Some(offset) = dates::offset(text.trim().to_uppercase().as_str().trim()) {
        return with_offset(offset.seconds(), day);
    }
    let lower = text.trim().to_lowercase();
    if let Some(zones) = short(&lower).or_else(|| short(&plain(text))) {
        return zones.iter().map(|zone| (*zone).to_owned()).collect();
    }
    let place = plain(text.rsplit('/').next().unwrap_or(text));
    of_city(&place).or_else(|| of_place(text)).or_else(|| nearly(&place)).into_iter().collect()
}

fn of_city(place: &str) -> Option<String> {
    let known = PLACES.iter().find(|(_, names)| names.contains(&place));
    let known = known.map(|(zone, _)| (*zone).to_owned());
    known.or_else(|| CITIES.iter().find(|(city, _)| city == place).map(|(_, name)| name.clone()))
}

/// The zone of a place in words, such as “Palais des Nations, Geneva, Switzerland”.
pub(super) fn of_place(text: &str) -> Option<String> {
    let pieces = text.split([',', '(', ')', ';', '/']).map(plain);
    let pieces: Vec<String> = pieces.filter(|it| it.len() > 2).take(8).collect();
    // The country stands last, and the city before it says more.
    pieces.iter().find_map(|piece| of_city(piece)).or_else(|| {
        pieces.iter().flat_map(|it| it.split(' ')).filter(|it| it.len() > 3).find_map(of_city)
    })
}

fn nearly(place: &str) -> Option<String> {
    let near = super::nearest::nearest(place, CITIES.iter().map(|(city, _)| city.as_str()))?;
    CITIES.iter().find(|(city, _)| *city == near).map(|(_, name)| name.clone())
}

fn with_offset(seconds: i32, day: Option<Date>) -> Vec<String> {
    let days = match day {
        Some(day) => vec![day],
        None => [1, 7].iter().filter_map(|month| Date::new(2025, *month, 1).ok()).collect(),
    };
    let has_it = |name: &&str| {
        TimeZone::get(name).is_ok_and(|zone| {
            days.iter().any(|day| {
                let noon = day.at(12, 0, 0, 0);
                noon.to_zoned(zone.clone()).is_ok_and(|it| it.offset().seconds() == seconds)
            })
        })
    };
    LARGE.iter().filter(|name| has_it(name)).take(MOST).map(|name| (*name).to_owned()).collect()
}
