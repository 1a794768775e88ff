//! The event as data, and the JSON Schema (draft 2020-12) that describes it: made by the `schemars`
//! crate from the types in `event.rs`, whose comments become the descriptions.

use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::json;

use super::PublishError;
use crate::event::Event;
use crate::event::file::make_ready_for_other_programs;

/// The name of the schema's file, beside `event.json`.
pub(super) const SCHEMA: &str = "event.schema.json";

/// What `event.json` holds: the event, and where its schema is.
#[derive(Serialize)]
struct EventFile<'event> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    #[serde(flatten)]
    event: &'event Event,
}

/// `event.json`, laid out to be read.
pub(super) fn event(event: &Event) -> Result<String, PublishError> {
    // A relative address: both files go wherever the page goes.
    let file = EventFile { schema: SCHEMA, event };
    Ok(format!("{}\n", serde_json::to_string_pretty(&file)?))
}

/// `event.schema.json`, the same for every event.
pub(super) fn schema() -> Result<String, PublishError> {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Event>().to_value();
    make_ready_for_other_programs(&mut schema);
    // The types refuse fields that they do not have, and they do not have this one: it belongs
    // to the file.
    if let Some(properties) = schema.get_mut("properties").and_then(|it| it.as_object_mut()) {
        let description = "The address of this schema, relative to the file.";
        properties
            .insert("$schema".to_owned(), json!({ "type": "string", "description": description }));
    }
    Ok(format!("{}\n", serde_json::to_string_pretty(&schema)?))
}
