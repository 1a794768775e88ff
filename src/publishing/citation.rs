//! The event as others cite it: BibTeX by the `biblatex` crate, CSL-JSON, RIS, and sentences in two
//! styles by the `hayagriva` crate with its own copies of the styles (Citation Style Language 1.0.2).
//!
//! What is cited is the event itself: its organizers stand where a book has its authors, its first
//! day where a book has its year, and the page's address, where the host tells, is where it can
//! be read about.

use std::sync::LazyLock;

use biblatex::{Chunk, Chunks, EntryType, Spanned};
use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::taxonomy::{OtherTerm, Term};
use hayagriva::citationberg::{FontStyle, Locale, LocaleCode, Style, TermForm, json::Item};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren,
};
use serde_json::{Value, json};

use super::{PublishError, parts_of};
use crate::event::{Date, Event};
use crate::messages::language::{Length, day, in_language, language, languages};

/// A citation as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The style's name, as the page gives it.
    pub style: &'static str,
    /// The sentence in pieces.
    pub runs: Vec<Run>,
}

/// A piece of a sentence that is set alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Plain text.
    pub text: String,
    /// Whether the style sets it in italics.
    pub is_italic: bool,
}

impl Sentence {
    /// The sentence as plain text.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// The event's entry in a bibliography, in Chicago style (18th edition, notes and bibliography) and
/// in that of the American Psychological Association (7th edition).
///
/// # Errors
/// [`PublishError`] where the library lacks a style, or makes nothing of the event.
pub fn sentences(event: &Event) -> Result<[Sentence; 2], PublishError> {
    Ok([
        // With the day of the event this style tells day and place. It would add the day of
        // publication, which for an event is the same.
        sentence(event, "Chicago", &CHICAGO, "event-date")?,
        sentence(event, "APA", &APA, "issued")?,
    ])
}

// To unpack these takes longer than all the rest, so it is done once.

/// The words that styles use, in the languages of the interface.
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let packed: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/citation.cbor"));
    let mut locales: Vec<Locale> =
        ciborium::from_reader(packed).expect("the build packed them with the same library");
    locales.iter_mut().for_each(bend_months);
    locales
});
static CHICAGO: LazyLock<Style> = LazyLock::new(|| ArchivedStyle::ChicagoNotes.get());
static APA: LazyLock<Style> =
    LazyLock::new(|| ArchivedStyle::AmericanPsychologicalAssociation.get());

/// The words of the language of the interface: as its largest country has them, where several have their own.
/// English is the style's own, American.
fn locale() -> Option<LocaleCode> {
    let tag = language();
    let known = || LOCALES.iter().filter_map(|locale| locale.lang.as_ref());
    let exactly = |wanted: &str| known().find(|code| code.0 == wanted);
    let found = exactly(tag)
        .or_else(|| exactly(&format!("{tag}-{}", tag.to_uppercase())))
        .or_else(|| known().find(|code| code.0.split('-').next() == Some(tag)));
    found.filter(|_| tag != "en").cloned()
}

/// Gives the months of a language the form that they have beside a day, as they have it in all that is
/// cited here. The library knows only how they are called, and Russian has another form there.
fn bend_months(locale: &mut Locale) {
    let code = locale.lang.as_ref().map_or("", |code| code.0.as_str());
    let Some(tag) = languages().find(|tag| code.split('-').next() == Some(*tag)) else { return };
    let terms = locale.terms.iter_mut().flat_map(|terms| &mut terms.terms);
    for term in terms.filter(|term| term.form == TermForm::Long) {
        let month = (0..12).find(|it| OtherTerm::month(*it).map(Term::Other) == Some(term.name));
        let Some((month, called)) = month.zip(term.single()) else { continue };
        let written = in_language(tag, || day(2000, month + 1, 1, Length::Long));
        let stem: String = called.chars().take(2).collect();
        let bent = written.iter().flat_map(|it| it.split(' ')).find(|word| word.starts_with(&stem));
        if let Some(bent) = bent {
            // Its text can be set by its own format alone.
            let new = json!({ "@name": term.name, "$text": bent });
            *term = serde_json::from_value(new).expect("a term is a name and a text");
        }
    }
}

fn sentence(
    event: &Event,
    name: &'static str,
    style: &Style,
    date: &'static str,
) -> Result<Sentence, PublishError> {
    let Style::Independent(style) = style else { return Err(PublishError::Style(name)) };
    let mut item = item(event)?;
    item.retain(|variable, _| !matches!(variable.as_str(), "issued" | "event-date"));
    // The library knows no ranges, so an event of several days is cited by its first.
    item.insert(date.to_owned(), csl_dates(&[&event.starts.date])?);
    // A style may write English titles with other capitals, and the host has chosen them.
    item.insert("language".to_owned(), "und".into());
    let item: Item = serde_json::from_value(Value::Object(item))?;
    let mut driver = BibliographyDriver::new();
    let items = vec![CitationItem::with_entry(&item)];
    driver.citation(CitationRequest::from_items(items, style, &LOCALES));
    let rendered =
        driver.finish(BibliographyRequest { style, locale: locale(), locale_files: &LOCALES });
    let entry = rendered.bibliography.and_then(|it| it.items.into_iter().next());
    let mut runs = Vec::new();
    collect_runs(&entry.ok_or(PublishError::Sentence(name))?.content, &mut runs);
    let sentence = Sentence { style: name, runs };
    // Some styles make an empty entry of what they have no rule for.
    if sentence.runs.is_empty() { Err(PublishError::Sentence(name)) } else { Ok(sentence) }
}

fn collect_runs(children: &ElemChildren, runs: &mut Vec<Run>) {
    for child in &children.0 {
        let formatted = match child {
            ElemChild::Elem(elem) => {
                collect_runs(&elem.children, runs);
                continue;
            }
            ElemChild::Text(formatted) | ElemChild::Link { text: formatted, .. } => formatted,
            ElemChild::Markup(_) | ElemChild::Transparent { .. } => continue,
        };
        let is_italic = formatted.formatting.font_style == FontStyle::Italic;
        match runs.last_mut() {
            Some(run) if run.is_italic == is_italic => run.text.push_str(&formatted.text),
            _ => runs.push(Run { text: formatted.text.clone(), is_italic }),
        }
    }
}

/// `event.csl.json`: the items of a bibliography in the input format of citation processors.
pub(super) fn csl_json(event: &Event) -> Result<String, PublishError> {
    let items = Value::Array(vec![Value::Object(item(event)?)]);
    Ok(format!("{}\n", serde_json::to_string_pretty(&items)?))
}

fn item(event: &Event) -> Result<serde_json::Map<String, Value>, PublishError> {
    let days: Vec<&Date> = std::iter::once(&event.starts.date).chain(event.last_day()).collect();
    // Bodies have no family name that could be told from a given one.
    let author = |name: &str| json!({ "literal": on_one_line(name) });
    let authors: Vec<Value> = event.organizers.iter().map(|it| author(&it.name)).collect();
    let mut item = serde_json::Map::new();
    let mut set = |variable: &str, value: Value| item.insert(variable.to_owned(), value);
    set("id", event.id.as_str().into());
    set("type", "event".into());
    set("title", on_one_line(&event.title).into());
    if !authors.is_empty() {
        set("author", authors.into());
    }
    set("issued", csl_dates(&days)?);
    set("event-date", csl_dates(&days)?);
    if let Some(place) = place(event) {
        set("event-place", on_one_line(place).into());
    }
    if let Some(topic) = &event.topic {
        set("keyword", on_one_line(topic).into());
    }
    if let Some(language) = &event.language {
        set("language", language.as_str().into());
    }
    if let Some(address) = &event.address {
        set("URL", address.as_str().into());
    }
    Ok(item)
}

/// Where the event is: the place where people meet, or how they take part online.
fn place(event: &Event) -> Option<&str> {
    event.place.as_deref().or(event.online.as_deref())
}

/// A day, or the first and the last of several.
fn csl_dates(days: &[&Date]) -> Result<Value, PublishError> {
    let mut dates = Vec::new();
    for day in days {
        let date = parts_of(day)?;
        dates.push(json!([date.year(), date.month(), date.day()]));
    }
    Ok(json!({ "date-parts": dates }))
}

/// `event.bib`. BibTeX has no type for events.
pub(super) fn bibtex(event: &Event) -> Result<String, PublishError> {
    let mut entry = biblatex::Entry::new(event.id.as_str().to_owned(), EntryType::Misc);
    // In braces of its own a name is not taken apart at “and” or at a comma, and a title keeps its
    // capitals.
    let kept = |text: &str| Spanned::zero(Chunk::Verbatim(on_one_line(text)));
    let plain = |text: &str| Spanned::zero(Chunk::Normal(on_one_line(text)));
    let mut authors: Chunks = Vec::new();
    for organizer in &event.organizers {
        if !authors.is_empty() {
            authors.push(Spanned::zero(Chunk::Normal(" and ".to_owned())));
        }
        authors.push(kept(&organizer.name));
    }
    if !authors.is_empty() {
        entry.set("author", authors);
    }
    entry.set("title", vec![kept(&event.title)]);
    let mut days = event.starts.date.iso().to_owned();
    if let Some(ends) = event.last_day() {
        days = format!("{days}/{}", ends.iso());
    }
    // Written out as `year`, `month` and `day`.
    entry.set("date", vec![plain(&days)]);
    if let Some(place) = place(event) {
        entry.set("address", vec![plain(place)]);
    }
    if let Some(topic) = &event.topic {
        entry.set("keywords", vec![plain(topic)]);
    }
    if let Some(language) = &event.language {
        // `langid` would take none but the names that the package babel has for languages.
        entry.set("language", vec![plain(language.as_str())]);
    }
    if let Some(address) = &event.address {
        entry.set("url", vec![plain(address.as_str())]);
    }
    let text = entry.to_bibtex_string().map_err(PublishError::BibTex)?;
    Ok(format!("{}\n", with_letters_for_accents(&text)))
}

/// The library puts a backslash before these three as before all that mean something to TeX; but
/// then two of them are accents on what follows, and the third ends the line.
fn with_letters_for_accents(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            written.push(letter);
            continue;
        }
        match letters.next() {
            Some('~') => written.push_str("\\textasciitilde{}"),
            Some('^') => written.push_str("\\textasciicircum{}"),
            Some('\\') => written.push_str("\\textbackslash{}"),
            other => {
                written.push('\\');
                written.extend(other);
            }
        }
    }
    written
}

/// `event.ris`, in the tags that Reference Manager gave the format and its readers share. No kept
/// crate writes it, so these few lines do: a tag, two spaces, a hyphen, a space and the value.
pub(super) fn ris(event: &Event) -> String {
    let mut text = String::new();
    // The line ends are those of the format's first programs.
    let mut line = |tag: &str, value: &str| {
        text.push_str(&format!("{tag}  - {}\r\n", on_one_line(value)));
    };
    // Generic: there is a type for the proceedings of a conference, and none for events.
    line("TY", "GEN");
    line("ID", event.id.as_str());
    line("TI", &event.title);
    for organizer in &event.organizers {
        line("AU", &organizer.name);
    }
    let day = event.starts.date.iso();
    let (year, _) = day.split_once('-').unwrap_or((day, ""));
    line("PY", year);
    line("DA", &day.replace('-', "/"));
    if let Some(place) = place(event) {
        line("CY", place);
    }
    if let Some(topic) = &event.topic {
        line("KW", topic);
    }
    if let Some(language) = &event.language {
        line("LA", language.as_str());
    }
    if let Some(address) = &event.address {
        line("UR", address.as_str());
    }
    line("ER", "");
    text
}

/// Some of these formats have no way to write an end of line within a value.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
