//! What a host already has: told by what stands in the file, not by how it is called.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use serde_json::Value;

use super::draft::Draft;
use super::members::Members;
use super::{calendar, html, indico, pretalx, schema_org};
use crate::failure::Failure;

/// The largest file that is read, in bytes (20 MB).
const LARGEST: u64 = 20 * 1000 * 1000;

const KINDS: &str = "It can be a calendar (iCalendar, .ics), a saved web page or JSON with schema.org \
                     data of an event, the schedule that pretalx exports as JSON, or an export of Indico \
                     as JSON.";

/// A draft of what a file says, and what kind of file it is, in words.
///
/// # Errors
///
/// A message for the host where the file cannot be read or is none of the kinds.
pub(super) fn read(path: &Path) -> Result<(Draft, &'static str), Failure> {
    let shown = path.display().to_string();
    let text = text(path, &shown)?;
    let start = text.trim_start();
    let is_calendar = start.get(..15).is_some_and(|it| it.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
        || start.get(..12).is_some_and(|it| it.eq_ignore_ascii_case("BEGIN:VEVENT"));
    match start.chars().next() {
        _ if is_calendar => {
            let draft = calendar::read(start).ok_or_else(|| without_events(&shown, "calendar"))?;
            Ok((draft, "the calendar"))
        }
        Some('{' | '[') => json(start, &shown),
        Some('<') => page(start, &shown),
        _ => Err(Failure::new(format!(
            "The file `{shown}` is nothing that an event file can be begun from, so nothing was written. \
             {KINDS} Export one of these, or begin without `--from`."
        ))),
    }
}

fn text(path: &Path, shown: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    // One byte more than is allowed tells that the file is too large, without reading all of it.
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Err(Failure::new(format!(
            "The file `{shown}` cannot be read, so nothing was written: {error}. Check that the path \
             is right and that you may read the file."
        )));
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::new(format!(
            "The file `{shown}` is larger than 20 MB, so it was not read, and nothing was written. \
             Export the event alone, and not all events."
        )));
    }
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let text = match String::from_utf8(bytes) {
        Ok(text) if !is_utf16 => text,
        _ => {
            let encoding = if is_utf16 { " but in UTF-16" } else { "" };
            return Err(Failure::new(format!(
                "The file `{shown}` is not saved in UTF-8{encoding}, so it cannot be read as text, and \
                 nothing was written. Open it in a text editor, and save it with the encoding UTF-8."
            )));
        }
    };
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Failure::new(format!(
            "The file `{shown}` is empty, so nothing was written. Export it again, or begin without \
             `--from`."
        )));
    }
    Ok(text)
}

fn json(text: &str, shown: &str) -> Result<(Draft, &'static str), Failure> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        Failure::new(format!(
            "The file `{shown}` begins like JSON, but cannot be read as such, so nothing was written: \
             {error}. It may have been cut off: export it again."
        ))
    })?;
    let has = |key: &str| value.get(key).is_some();
    let is_schedule = value.get("schedule").and_then(|it| it.get("conference")).is_some();
    let is_indico = value.get("results").and_then(Value::as_array).is_some_and(|results| {
        let is_event = |it: &Value| it.get("startDate").is_some() || it.get("_type").is_some();
        results.iter().any(is_event)
    });
    if is_schedule {
        return Ok((pretalx::read(Members::of(value)), "the schedule"));
    }
    if is_indico {
        let draft = indico::read(Members::of(value));
        let draft = draft.ok_or_else(|| without_events(shown, "export of Indico"))?;
        return Ok((draft, "the export of Indico"));
    }
    if schema_org::is_linked_data(&value) {
        let draft = schema_org::read(vec![value]);
        let draft = draft.ok_or_else(|| without_events(shown, "schema.org data"))?;
        return Ok((draft, "the schema.org data"));
    }
    let empty = has("results") && has("count");
    let why = if empty { "an export of Indico without an event" } else { "JSON of another kind" };
    Err(Failure::new(format!(
        "The file `{shown}` is {why}, so nothing was written. Looked for were `@type` of schema.org, \
         `schedule` of pretalx, and `results` of Indico. {KINDS}"
    )))
}

fn page(text: &str, shown: &str) -> Result<(Draft, &'static str), Failure> {
    let page = html::page(text).unwrap_or_default();
    let mut broken = 0;
    let documents = page.scripts.iter().filter_map(|script| {
        let script = serde_json::from_str(script.trim());
        broken += usize::from(script.is_err());
        script.ok()
    });
    let documents: Vec<Value> = documents.collect();
    let Some(mut draft) = schema_org::read(documents) else {
        let scripts = match (page.scripts.len(), broken) {
            (0, _) => "no script of the type `application/ld+json`".to_owned(),
            (count, 0) => format!("{count} scripts of linked data, and no event in them"),
            (count, broken) => format!(
                "{count} scripts of linked data, of which {broken} cannot be read, and no event in them"
            ),
        };
        return Err(Failure::new(format!(
            "The page `{shown}` says nothing of an event that programs can read, so nothing was \
             written. It has {scripts}. Look for another page of the event, or for its calendar file \
             (.ics), or begin without `--from`."
        )));
    };
    if broken > 0 {
        let why = "They are no JSON; what they say of the event is missing here.";
        draft.left_out.add("Scripts of the page", why, None);
    }
    // The page itself is where all this comes from.
    draft.source_url = page.address.or(draft.source_url);
    draft.source_title = page.title;
    draft.publisher = page.site;
    Ok((draft, "the web page"))
}

fn without_events(shown: &str, kind: &str) -> Failure {
    Failure::new(format!(
        "The {kind} `{shown}` holds no event, so nothing was written. Export it again with the event in \
         it, or begin without `--from`."
    ))
}
