//! What the first library reads of calendars.

use ical::IcalParser;
use ical::parser::ical::component::IcalCalendar;
use ical::property::Property;

/// The one calendar of a text.
pub(crate) fn calendar(text: &str) -> IcalCalendar {
    let mut calendars: Vec<_> = IcalParser::new(text.as_bytes()).collect();
    assert_eq!(calendars.len(), 1, "{text}");
    calendars.remove(0).expect("it is a calendar")
}

/// The value of a property that may stand once.
pub(crate) fn value<'a>(properties: &'a [Property], name: &str) -> Option<&'a str> {
    let mut all = properties.iter().filter(|property| property.name == name);
    let first = all.next()?;
    assert!(all.next().is_none(), "{name} stands twice");
    first.value.as_deref()
}
