//! Events in the words of [schema.org](https://schema.org/Event), written as JSON-LD: alone, in a
//! graph, or in the scripts of a web page.

mod event;
mod nodes;
mod things;

use serde_json::Value;

use self::event::is_event;
use self::nodes::Nodes;
use super::draft::Draft;
use super::members::Members;

/// Makes a draft of linked data; nothing where no event is in it.
pub(super) fn read(documents: Vec<Value>) -> Option<Draft> {
    let nodes = Nodes::of(documents);
    let events: Vec<&Members> = nodes.top().iter().filter(|it| is_event(it)).collect();
    let (first, others) = events.split_first()?;
    let mut draft = Draft::default();
    event::read((*first).clone(), &nodes, &mut draft);
    for other in others {
        let mut other = (*other).clone();
        let name = nodes::line(&mut other, "name");
        // Many pages name their event twice, once for each program that put it there.
        if name.is_some() && name == draft.title {
            continue;
        }
        let why =
            "One file holds one event: begin another one for each, or write its sessions by hand.";
        draft.left_out.add("Further events", why, name.as_deref());
    }
    Some(draft)
}

/// Whether a text is JSON in the words of schema.org, as far as its members tell.
pub(super) fn is_linked_data(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(is_linked_data),
        Value::Object(members) => {
            ["@context", "@graph", "@type"].iter().any(|key| members.contains_key(*key))
        }
        _ => false,
    }
}
